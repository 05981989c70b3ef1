//! Broken and hostile courses are reported with their place, never a panic.

#[cfg(test)]
mod support;

use std::fs::File;

use hoclieu::content::LessonId;
use hoclieu::content::slides::slides;
use hoclieu::load::{self, LoadErrorKind, save};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Folder, problems};

const LESSON: &str = "lessons/m01/rao-ao.json";

/// Expects one problem with this code and place, among any others of other codes.
#[track_caller]
fn expect(folder: &Folder, code: &str, file: &str, at: &str, line: Option<usize>) {
    let found = problems(&folder.check());
    let wanted = (code.to_owned(), file.to_owned(), at.to_owned(), line);
    assert!(found.contains(&wanted), "{wanted:?} is not in {found:#?}");
    read_all(folder);
}

/// What the window does: course, lessons, slides, plain text; nothing may panic.
fn read_all(folder: &Folder) {
    let origin = folder.origin();
    let mut problems = Vec::new();
    let Ok(course) = load::course(&origin, &mut problems) else { return };
    for spot in course.lessons() {
        if let Ok(lesson) = load::lesson(&origin, &course, &spot.entry.id, &mut problems) {
            slides(&lesson);
            lesson.blocks.iter().for_each(|block| drop((block.plain_text(), block.cites())));
        }
    }
    save::rewrites(&origin).ok();
}

fn with_lesson(bytes: impl AsRef<[u8]>) -> Folder {
    let folder = Folder::good();
    folder.put(LESSON, bytes);
    folder
}

fn with_block(block: &Value) -> Folder {
    with_lesson(json!({"id": "m01/rao-ao", "blocks": [block]}).to_string())
}

#[test]
fn a_file_that_is_no_json_is_named_with_its_place() {
    expect(&with_lesson("đây không phải JSON"), "syntax", LESSON, "", Some(1));
    expect(&with_lesson(""), "syntax", LESSON, "", Some(1));
    expect(&with_lesson("[1, 2]"), "not_an_object", LESSON, "", None);
    expect(&with_lesson(b"{\"a\":\n \"\xff\xfe\"}"), "not_utf8", LESSON, "", Some(2));
    expect(&with_lesson("{\n \"blocks\": [\n  1e999]}"), "syntax", LESSON, "", Some(3));
    let good = Folder::good().text(LESSON);
    let half = &good[..good.len() / 2];
    let half = &half[..half.rfind('\n').unwrap()];
    expect(&with_lesson(half), "syntax", LESSON, "", Some(half.lines().count()));
    let deep = format!("{{\n\"blocks\": {}1{}}}", "[".repeat(200), "]".repeat(200));
    expect(&with_lesson(deep), "too_deep", LESSON, "", Some(2));
}

#[test]
fn the_course_file_itself_may_be_broken() {
    let folder = Folder::good();
    folder.put("course.json", "{\"format\": 1,}");
    expect(&folder, "syntax", "course.json", "", Some(1));
    assert!(load::course(&folder.origin(), &mut Vec::new()).is_err());
    folder.put("course.json", "{\"format\": 2, \"id\": 5}");
    expect(&folder, "newer", "course.json", "", None);
    folder.put("course.json", "{\"format\": 1, \"id\": \"x\", \"title\": \"x\", \"language\": \"vi\"}");
    expect(&folder, "missing_field", "course.json", "", Some(1));
    folder.put("course.json", r#"{"format": 1, "id": "x", "title": "x", "language": "vi", "parts": []}"#);
    expect(&folder, "no_lessons", "course.json", "/parts", Some(1));
    std::fs::remove_file(folder.at("course.json")).unwrap();
    let error =
        load::check(&folder.origin(), support::today(), false, &hoclieu::cli::slides::faults).unwrap_err();
    assert!(matches!(error.kind, LoadErrorKind::Missing));
}

#[test]
fn sources_and_glossary_may_be_missing_or_broken() {
    let folder = Folder::good();
    folder.put("sources.json", "{");
    std::fs::remove_file(folder.at("glossary.json")).unwrap();
    expect(&folder, "syntax", "sources.json", "", Some(1));
    expect(&folder, "missing", "glossary.json", "", None);
    let course = load::course(&folder.origin(), &mut Vec::new()).unwrap();
    assert!(course.sources.is_empty() && course.lessons().count() == 4);
}

#[test]
fn a_file_of_100_megabytes_is_not_read() {
    let folder = Folder::good();
    File::create(folder.at(LESSON)).unwrap().set_len(100 << 20).unwrap();
    expect(&folder, "too_big", LESSON, "", None);
}

#[test]
fn a_lesson_named_twice_and_doubled_ids_and_keys_are_named() {
    let folder = Folder::good();
    folder.swap("course.json", "m01/trong-tre", "m01/rao-ao");
    expect(&folder, "duplicate_id", "course.json", "/parts/0/modules/0/lessons/1/id", Some(25));
    let folder = Folder::good();
    folder.swap(LESSON, "\"id\": \"bon-noi\"", "\"id\": \"vi-sao\"");
    expect(&folder, "duplicate_id", LESSON, "/blocks/2/id", Some(21));
    let folder = Folder::good();
    folder.swap(LESSON, "\"id\": \"bon-noi\"", "\"id\": \"bon-noi\", \"kind\": \"quote\"");
    expect(&folder, "duplicate_key", LESSON, "/blocks/2/kind", Some(22));
}

#[test]
fn strange_letters_are_named() {
    for (text, code) in [
        ("đuo\u{302}\u{301}i nước", "decomposed"),
        ("Phòng §uèi n\u{ad}íc", "mojibake"),
        ("Ñuoái nöôùc", "mojibake"),
        ("trẻ\u{200b}em", "invisible"),
        ("tre\u{309}\u{309}", "stray_mark"),
        ("漢字", "no_glyph"),
    ] {
        let folder = with_block(&json!({"id": "a", "kind": "quote", "text": text}));
        expect(&folder, code, LESSON, "/blocks/0/text", Some(1));
    }
}

#[test]
fn paths_stay_in_the_media_folder() {
    for path in
        ["../../etc/passwd", "media/../../../etc/passwd", "/etc/passwd", "C:/x.png", "course.json", ""]
    {
        let folder = with_block(&json!({"id": "a", "kind": "figure", "src": path, "alt": "x"}));
        expect(&folder, "malformed", LESSON, "/blocks/0/src", Some(1));
    }
    let folder = with_block(&json!({"id": "a", "kind": "figure", "src": "media/ao-lang.svgg", "alt": "x"}));
    expect(&folder, "unknown", LESSON, "/blocks/0/src", Some(1));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_links_in_a_circle_and_pipes_are_refused_at_once() {
    use std::os::unix::fs::symlink;
    let figure = json!({"id": "a", "kind": "figure", "src": "media/x.svg", "alt": "x"});
    let folder = with_block(&figure);
    symlink("/etc/hostname", folder.at("media/x.svg")).unwrap();
    expect(&folder, "outside", LESSON, "/blocks/0/src", Some(1));
    let folder = with_block(&figure);
    symlink("x.svg", folder.at("media/x.svg")).unwrap();
    expect(&folder, "outside", LESSON, "/blocks/0/src", Some(1));
    let folder = with_block(&figure);
    std::process::Command::new("mkfifo").arg(folder.at("media/x.svg")).status().unwrap();
    expect(&folder, "not_a_file", LESSON, "/blocks/0/src", Some(1));
    let folder = Folder::good();
    std::fs::remove_file(folder.at("glossary.json")).unwrap();
    symlink("/dev/zero", folder.at("glossary.json")).unwrap();
    expect(&folder, "outside", "glossary.json", "", None);
    let folder = Folder::good();
    symlink(folder.path(), folder.at("media/round")).unwrap();
    assert_eq!(problems(&folder.check()), []);
    // A link inside the folder is well.
    symlink("ao-lang.svg", folder.at("media/x.svg")).unwrap();
    expect(&folder, "unused_media", "media/x.svg", "", None);
}

#[test]
fn a_picture_of_60000_by_60000_is_refused_by_its_header() {
    let folder = Folder::good();
    let mut header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    header.extend([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0, 0, 0, 0, 0]);
    folder.put("media/gieng.png", &header);
    let found = problems(&folder.check());
    let code = &found.iter().find(|(_, file, at, _)| file == LESSON && at == "/blocks/13/src").unwrap().0;
    assert!(["picture_too_large", "picture_unreadable"].contains(&code.as_str()), "{found:?}");
    folder.put("media/gieng.png", "not a picture");
    expect(&folder, "picture_unreadable", LESSON, "/blocks/13/src", Some(146));
}

#[test]
fn numbers_out_of_range_cost_only_themselves() {
    let folder = with_block(&json!({"id": "a", "kind": "heading", "text": "x", "level": 9}));
    expect(&folder, "out_of_range", LESSON, "/blocks/0/level", Some(1));
    let folder =
        with_block(&json!({"id": "a", "kind": "heading", "text": "x", "level": 2, "minutes": 65535}));
    expect(&folder, "out_of_range", LESSON, "/blocks/0/minutes", Some(1));
    let folder = with_block(&json!({"id": "a", "kind": "heading", "text": "x", "level": 2, "minutes": -1}));
    expect(&folder, "out_of_range", LESSON, "/blocks/0/minutes", Some(1));
    let many: Vec<Value> = (0..300).map(|_| json!({"kind": "quote", "text": "x", "minutes": 600})).collect();
    read_all(&with_lesson(json!({"id": "m01/rao-ao", "blocks": many}).to_string()));
}

#[test]
fn a_broken_block_keeps_its_id_and_notes_and_costs_only_itself() {
    let folder = Folder::good();
    folder.swap(LESSON, "\"kind\": \"list\"", "\"kind\": \"lisst\"");
    expect(&folder, "unknown_value", LESSON, "/blocks/2/kind", Some(22));
    let course = load::course(&folder.origin(), &mut Vec::new()).unwrap();
    let id = LessonId::parse("m01/rao-ao").unwrap();
    let lesson = load::lesson(&folder.origin(), &course, &id, &mut Vec::new()).unwrap();
    let block = &lesson.blocks[2];
    assert_eq!((block.id.as_str(), block.kind.name(), block.notes.len()), ("bon-noi", "lisst", 4));
    assert_eq!(lesson.blocks.len(), 28);
}

#[test]
fn too_much_of_everything_is_cut() {
    let long = with_block(&json!({"id": "a", "kind": "quote", "text": "x".repeat(30_000), "cite": []}));
    expect(&long, "too_long", LESSON, "/blocks/0/text", Some(1));
    let items = vec!["x"; 600];
    expect(
        &with_block(&json!({"id": "a", "kind": "list", "items": items})),
        "too_many",
        LESSON,
        "/blocks/0/items",
        Some(1),
    );
    let blocks = vec![json!({"kind": "quote", "text": "như nhau"}); 20_500];
    let folder = with_lesson(json!({"id": "m01/rao-ao", "blocks": blocks}).to_string());
    let found = problems(&folder.check());
    let wanted = |code: &str, at: &str| (code.to_owned(), LESSON.to_owned(), at.to_owned(), Some(1));
    assert!(found.contains(&wanted("too_many", "/blocks")));
    assert!(found.contains(&wanted("too_many_problems", "/blocks/997")));
}

/// One change to a text: some bytes taken out and others put in.
fn splice() -> impl Strategy<Value = (prop::sample::Index, usize, Vec<u8>)> {
    let token = prop::sample::select(vec![
        "{", "}", "[", "]", "\"", ",", ":", "null", "-1", "1e400", "\\u0301", "[[", "\u{301}",
    ]);
    let new = prop_oneof![
        token.prop_map(|token| token.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..4),
    ];
    (any::<prop::sample::Index>(), 0_usize..40, new)
}

/// Any small JSON value.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z$]{1,6}", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Every value in a tree, by its pointer.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(i, value)| pointers(value, &format!("{at}/{i}"), out));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), out));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_bytes_makes_the_program_panic(file in 0_usize..4, splices in prop::collection::vec(splice(), 1..5)) {
        let file = ["course.json", "sources.json", "glossary.json", LESSON][file];
        let folder = Folder::good();
        let mut bytes = folder.text(file).into_bytes();
        for (index, length, new) in splices {
            let start = index.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, new);
        }
        folder.put(file, bytes);
        folder.check();
        read_all(&folder);
    }

    #[test]
    fn no_value_in_a_wrong_place_makes_the_program_panic(
        file in 0_usize..4, index in any::<prop::sample::Index>(), value in value(),
    ) {
        let file = ["course.json", "sources.json", "glossary.json", LESSON][file];
        let folder = Folder::good();
        let mut root: Value = serde_json::from_str(&folder.text(file)).unwrap();
        let mut places = Vec::new();
        pointers(&root, "", &mut places);
        *root.pointer_mut(&places[index.index(places.len())]).unwrap() = value;
        folder.put(file, root.to_string());
        let report = folder.check();
        prop_assert!(problems(&report).iter().all(|(code, ..)| code != "not_understood"), "{:?}", report.problems);
        read_all(&folder);
    }
}
