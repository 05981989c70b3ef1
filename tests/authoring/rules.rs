//! Each rule of the format, broken once in a course that is otherwise good.

use hoclieu::load;
use serde_json::{Value, json};

use crate::support::{Folder, problems, today};

const COURSE: &str = "course.json";
const SOURCES: &str = "sources.json";
const GLOSSARY: &str = "glossary.json";
const LESSON: &str = "lessons/m01/rao-ao.json";
const OTHER: &str = "lessons/m01/trong-tre.json";

/// Changes a value of the good course and expects the problem, as an error or a warning, and no other.
#[track_caller]
fn breaks(file: &str, pointer: &str, new: &Value, code: &str, file_of: &str, at: &str, is_error: bool) {
    let folder = Folder::good();
    set(&folder, file, pointer, new);
    expect(&folder, code, file_of, at, is_error);
}

#[track_caller]
fn expect(folder: &Folder, code: &str, file: &str, at: &str, is_error: bool) {
    let report = folder.check();
    let found: Vec<_> = problems(&report).into_iter().map(|(code, file, at, _)| (code, file, at)).collect();
    assert_eq!(found, [(code.to_owned(), file.to_owned(), at.to_owned())]);
    assert_eq!(report.problems[0].is_error(), is_error, "{code}");
}

/// Sets the value at a pointer whose last name may be new.
fn set(folder: &Folder, file: &str, pointer: &str, new: &Value) {
    let mut root: Value = serde_json::from_str(&folder.text(file)).unwrap();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match root.pointer_mut(parent).unwrap() {
        Value::Array(values) => values[name.parse::<usize>().unwrap()] = new.clone(),
        parent => parent[name] = new.clone(),
    }
    folder.put(file, root.to_string());
}

#[test]
fn everything_that_is_named_exists() {
    let error = true;
    breaks(
        LESSON,
        "/blocks/2/cite",
        &json!(["luat-tre-em-2017#Điều 1"]),
        "unknown",
        LESSON,
        "/blocks/2/cite/0",
        error,
    );
    breaks(LESSON, "/blocks/3/source", &json!("luat"), "unknown", LESSON, "/blocks/3/source", error);
    breaks(LESSON, "/blocks/0/text", &json!("Xem [[ao hồ]]"), "unknown", LESSON, "/blocks/0/text", error);
    breaks(
        LESSON,
        "/blocks/0/text",
        &json!("Xem [x](#m01/khong)"),
        "unknown",
        LESSON,
        "/blocks/0/text",
        error,
    );
    breaks(
        LESSON,
        "/blocks/0/text",
        &json!("Xem [x](#m01/trong-tre/khong)"),
        "unknown",
        LESSON,
        "/blocks/0/text",
        error,
    );
    breaks(LESSON, "/blocks/23/objective", &json!("khong"), "unknown", LESSON, "/blocks/23/objective", error);
    breaks(
        LESSON,
        "/blocks/2/items/1/icon",
        &json!("warnings"),
        "unknown",
        LESSON,
        "/blocks/2/items/1/icon",
        error,
    );
    breaks(
        SOURCES,
        "/sources/1/replaced_by",
        &json!(["quyet-dinh-moi-2025", "khong"]),
        "unknown",
        SOURCES,
        "/sources/1/replaced_by/1",
        error,
    );
    breaks(
        GLOSSARY,
        "/terms/1/definition",
        &json!("Xem [[ao]]."),
        "unknown",
        GLOSSARY,
        "/terms/1/definition",
        error,
    );
    breaks(
        COURSE,
        "/agendas/0/items/0/lesson",
        &json!("m01/khong"),
        "unknown",
        COURSE,
        "/agendas/0/items/0/lesson",
        error,
    );
    breaks(
        COURSE,
        "/agendas/1/items/0/blocks/1",
        &json!("khong"),
        "unknown",
        COURSE,
        "/agendas/1/items/0/blocks/1",
        error,
    );
    // A planned lesson may be linked to, whatever the block.
    let folder = Folder::good();
    set(&folder, LESSON, "/blocks/0/text", &json!("Xem [x](#m01/day-boi/khoi)"));
    assert_eq!(problems(&folder.check()), []);
}

#[test]
fn lessons_have_their_files_and_files_their_lessons() {
    let folder = Folder::good();
    set(&folder, COURSE, "/parts/1/modules/0/lessons/0/state", &json!("ready"));
    expect(&folder, "missing_lesson", COURSE, "/parts/1/modules/0/lessons/0/id", true);
    folder.put("lessons/m02/goi-ai.json", folder.text(OTHER));
    let found = problems(&folder.check());
    assert!(found.iter().any(|(code, _, at, _)| code == "lesson_id_differs" && at == "/id"), "{found:?}");
    let folder = Folder::good();
    folder.put("lessons/m03/la.json", "");
    expect(&folder, "stray_lesson", "lessons/m03/la.json", "", false);
    let folder = Folder::good();
    folder.put("media/con.svg", "");
    let found = problems(&folder.check());
    assert_eq!(
        found.iter().map(|(code, ..)| code.as_str()).collect::<Vec<_>>(),
        ["reserved_name", "unused_media"]
    );
}

#[test]
fn statements_have_a_source_that_holds() {
    let folder = Folder::good();
    set(
        &folder,
        OTHER,
        "/blocks/1",
        &json!({"id": "ba-viec", "kind": "quote", "text": "Mỗi năm 2.000 trẻ."}),
    );
    expect(&folder, "uncited", OTHER, "/blocks/1", false);
    set(&folder, OTHER, "/blocks/1/cite", &json!([]));
    assert_eq!(problems(&folder.check()), []);
    let old =
        json!({"id": "ba-viec", "kind": "quote", "text": "Phải rào ao.", "cite": ["quyet-dinh-cu-2010"]});
    breaks(OTHER, "/blocks/1", &old, "outdated_source", OTHER, "/blocks/1", false);
    for good in [
        json!({"id": "ba-viec", "kind": "quote", "text": "Phải rào ao.", "cite": ["quyet-dinh-cu-2010", "quyet-dinh-moi-2025"]}),
        json!({"id": "ba-viec", "kind": "quote", "text": "Nay là 25/2025/QĐ-UBND.", "cite": ["quyet-dinh-cu-2010"]}),
        json!({"id": "ba-viec", "kind": "quote", "text": "Quyết định ấy đã hết hiệu lực.", "cite": ["quyet-dinh-cu-2010"]}),
    ] {
        let folder = Folder::good();
        set(&folder, OTHER, "/blocks/1", &good);
        assert_eq!(problems(&folder.check()), []);
    }
}

#[test]
fn the_status_of_a_source_is_checked_every_year() {
    breaks(
        SOURCES,
        "/sources/0/checked_on",
        &json!("2025-11-24"),
        "stale_source",
        SOURCES,
        "/sources/0",
        false,
    );
    breaks(SOURCES, "/sources/0/checked_on", &Value::Null, "stale_source", SOURCES, "/sources/0", false);
    breaks(
        SOURCES,
        "/sources/0/issued",
        &json!("24/11/2016"),
        "malformed",
        SOURCES,
        "/sources/0/issued",
        true,
    );
}

#[test]
fn minutes_add_up() {
    let entry = "/parts/0/modules/0/lessons/0/minutes";
    breaks(COURSE, entry, &json!(23), "minutes_differ", COURSE, entry, true);
    let folder = Folder::good();
    set(&folder, COURSE, entry, &json!(19));
    assert_eq!(problems(&folder.check()), []);
    breaks(
        COURSE,
        "/agendas/0/items/0/minutes",
        &json!(19),
        "agenda_too_short",
        COURSE,
        "/agendas/0/items/0/minutes",
        false,
    );
    breaks(
        COURSE,
        "/agendas/1/items/0/minutes",
        &json!(5),
        "agenda_too_short",
        COURSE,
        "/agendas/1/items/0/minutes",
        false,
    );
    breaks(LESSON, "/blocks/6/minutes", &json!(0), "misplaced_minutes", LESSON, "/blocks/6/minutes", false);
}

#[test]
fn the_core_path_is_short() {
    let folder = Folder::good();
    for block in [5, 9, 17] {
        set(&folder, LESSON, &format!("/blocks/{block}/path"), &json!("core"));
    }
    set(&folder, COURSE, "/agendas/1/items/0/minutes", &json!(20));
    expect(&folder, "core_too_long", LESSON, "/blocks", false);
}

#[test]
fn questions_have_the_answers_of_their_type() {
    let choices = "/blocks/23/choices";
    breaks(LESSON, "/blocks/23/choices/0/correct", &json!(false), "question", LESSON, choices, true);
    breaks(LESSON, "/blocks/23/choices/1/correct", &json!(true), "question", LESSON, choices, true);
    breaks(
        LESSON,
        "/blocks/23/choices/1/why",
        &Value::Null,
        "question",
        LESSON,
        "/blocks/23/choices/1",
        true,
    );
    breaks(LESSON, "/blocks/23/choices", &json!([]), "question", LESSON, "/blocks/23", true);
    breaks(LESSON, "/blocks/26/explain", &Value::Null, "question", LESSON, "/blocks/26", true);
    breaks(LESSON, "/blocks/27/pairs/0/why", &Value::Null, "question", LESSON, "/blocks/27/pairs/0", true);
    breaks(
        LESSON,
        "/blocks/27/choices",
        &json!([{"text": "Ao"}]),
        "question",
        LESSON,
        "/blocks/27/choices",
        true,
    );
}

#[test]
fn tables_charts_figures_and_texts_are_whole() {
    breaks(LESSON, "/blocks/14/rows/1", &json!(["Giếng"]), "row_length", LESSON, "/blocks/14/rows/1", true);
    breaks(
        LESSON,
        "/blocks/6/series/0/values",
        &json!([1, 2]),
        "series_length",
        LESSON,
        "/blocks/6/series/0/values",
        true,
    );
    breaks(LESSON, "/blocks/13/alt", &json!(" "), "no_alt", LESSON, "/blocks/13/alt", true);
    breaks(LESSON, "/blocks/0/text", &json!(""), "empty_text", LESSON, "/blocks/0/text", false);
    breaks(LESSON, "/blocks/0/text", &json!("Một<br>hai"), "malformed", LESSON, "/blocks/0/text", true);
    breaks(LESSON, "/blocks/4/id", &json!("Vì sao"), "bad_id", LESSON, "/blocks/4/id", true);
    breaks(COURSE, "/$schema", &json!("x"), "wrong_schema", COURSE, "/$schema", false);
    breaks(COURSE, "/min_app", &json!("99.0"), "newer_app", COURSE, "/min_app", false);
    breaks(COURSE, "/language", &json!("Tiếng Việt"), "malformed", COURSE, "/language", true);
    breaks(
        COURSE,
        "/agendas/0/items/1/lesson",
        &json!("m01/rao-ao"),
        "lesson_or_break",
        COURSE,
        "/agendas/0/items/1",
        true,
    );
}

#[test]
fn strict_makes_errors_of_warnings() {
    let folder = Folder::good();
    set(&folder, COURSE, "/min_app", &json!("99.0"));
    let report = load::check(&folder.origin(), today(), true, &hoclieu::cli::slides::faults).unwrap();
    assert!(report.problems.len() == 1 && report.problems[0].is_error());
}
