//! What goes out comes in again, once.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::content::{LessonId, Slug};
use crate::store::Millis;
use crate::study::Notebook;
use crate::study::annotation::{Colour, Motivation, Quote, Target};

const NOW: Millis = Millis(1_795_485_600_000);

fn quote() -> impl Strategy<Value = Quote> {
    ("\\PC{1,20}", "\\PC{0,8}", "[ \\náđ]{0,8}", 0..500_u32, 0..90_u32).prop_map(
        |(exact, prefix, suffix, start_chars, length)| {
            let end_chars = start_chars + length;
            Quote { exact, prefix, suffix, start_chars, end_chars }
        },
    )
}

fn annotation() -> impl Strategy<Value = Annotation> {
    let block = prop::option::of(prop::sample::select(vec!["a", "b-2"]));
    let target = (block, prop::option::of(quote())).prop_map(|(block, quote)| {
        let block = block.and_then(Slug::parse);
        let quote = quote.filter(|_| block.is_some());
        Target { block, quote }
    });
    let motivation =
        prop::sample::select(vec![Motivation::Commenting, Motivation::Highlighting, Motivation::Bookmarking]);
    let lesson = prop::sample::select(vec!["m01/a", "m02/b"]);
    let targets = prop::collection::vec(target, 1..4);
    let colour = prop::sample::select(Colour::ALL.to_vec());
    (any::<u128>(), lesson, motivation, colour, "\\PC{0,30}|[\\n*# ]{0,9}", targets, 0..NOW.0, 0..NOW.0)
        .prop_map(|(id, lesson, motivation, colour, body, targets, created, modified)| Annotation {
            id: Uuid::from_u128(id),
            course: Slug::parse("khoa").unwrap(),
            lesson: LessonId::parse(lesson).unwrap(),
            motivation,
            colour: (motivation == Motivation::Highlighting).then_some(colour),
            body,
            targets,
            created: Millis(created),
            modified: Millis(modified),
            deleted: None,
        })
}

fn notebook(all: &[Annotation]) -> Notebook {
    let mut notebook = Notebook::default();
    for annotation in all {
        drop(notebook.put(annotation.clone()));
    }
    notebook
}

fn exported(notebook: &Notebook) -> String {
    write(&notebook.all().collect::<Vec<_>>()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn importing_an_export_changes_nothing(all in prop::collection::vec(annotation(), 0..8)) {
        let mut here = notebook(&all);
        let count = here.all().count();
        let incoming = read(&exported(&here), NOW).unwrap();
        let merged = merge(&mut here, incoming);
        prop_assert_eq!(merged.report, Report { same: count, ..Report::default() });
        prop_assert!(merged.changes.is_empty());
        prop_assert_eq!(here, notebook(&all));
    }

    #[test]
    fn an_empty_notebook_becomes_the_one_that_was_exported(all in prop::collection::vec(annotation(), 0..8)) {
        let there = notebook(&all);
        let mut here = Notebook::default();
        drop(merge(&mut here, read(&exported(&there), NOW).unwrap()));
        let twins_left_out = here.all().count() <= there.all().count();
        prop_assert!(twins_left_out);
        for annotation in here.all() {
            prop_assert_eq!(Some(annotation), there.known(annotation.id));
        }
        let again = merge(&mut here, read(&exported(&there), NOW).unwrap());
        prop_assert!(again.changes.is_empty());
    }

    #[test]
    fn whatever_a_file_holds_reading_it_ends_well(text in "\\PC{0,80}|[\\[\\]{}\":,a-z]{0,60}") {
        drop(read(&text, NOW));
    }
}

fn one(json: &str) -> Result<Annotation, Refusal> {
    let mut incoming = read(&format!("[{json}]"), NOW).unwrap();
    match incoming.annotations.pop() {
        Some(annotation) => Ok(annotation),
        None => Err(incoming.skipped[0].why),
    }
}

const ID: &str = r#""id":"urn:uuid:6f1c1f7e-7f5e-4c29-9b0d-0d2f6a8e7a10""#;
const TARGET: &str = r#""target":"hoclieu:khoa/m01/a""#;

#[test]
fn a_bad_entry_costs_only_itself_and_says_why() {
    let good = format!(r#"{{{ID},"motivation":["tagging","bookmarking"],{TARGET},"body":"Nhớ"}}"#);
    let entry = one(&good).unwrap();
    assert_eq!((entry.motivation, entry.body.as_str()), (Motivation::Bookmarking, "Nhớ"));
    let cases = [
        ("{}".to_owned(), Refusal::Malformed),
        ("7".to_owned(), Refusal::Malformed),
        (good.replace("urn:uuid:", "https://"), Refusal::NoId),
        (good.replace("bookmarking", "linking"), Refusal::Motivation),
        (good.replace("hoclieu:khoa", "https://example.org"), Refusal::Foreign),
        (good.replace("m01/a", "../a"), Refusal::Foreign),
        (good.replace("Nhớ", &"x".repeat(BODY_CHARS + 1)), Refusal::TooLong),
    ];
    for (json, why) in cases {
        assert_eq!(one(&json), Err(why), "{json:.200}");
    }
    let file = format!("[{good},{{}},{}]", good.replace("6f1c", "6f1d"));
    let incoming = read(&file, NOW).unwrap();
    assert_eq!(incoming.annotations.len(), 2);
    assert_eq!(incoming.skipped, [Skipped { number: 2, why: Refusal::Malformed }]);
}

#[test]
fn deep_and_crowded_files_are_refused() {
    let deep = format!("[{}{}]", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(&deep, NOW).is_ok_and(|incoming| incoming.annotations.is_empty()));
    let crowded = format!("[{}0]", "0,".repeat(MOST_ANNOTATIONS));
    assert!(matches!(read(&crowded, NOW), Err(ReadError::TooMany)));
    assert!(matches!(read("", NOW), Err(ReadError::Json(_))));
}

#[test]
fn the_newer_version_wins_and_what_was_deleted_here_stays_deleted() {
    let note = Annotation {
        modified: Millis(5),
        ..one(&format!(r#"{{{ID},"motivation":"commenting",{TARGET}}}"#)).unwrap()
    };
    let version = |body: &str, at| Annotation { body: body.to_owned(), modified: Millis(at), ..note.clone() };
    let bring =
        |here: &mut Notebook, entry| merge(here, Incoming { annotations: vec![entry], skipped: vec![] });
    let mut here = notebook(&[version("cũ", 5)]);
    assert_eq!(bring(&mut here, version("cũ hơn", 4)).report.older, 1);
    let merged = bring(&mut here, version("mới", 6));
    assert_eq!((merged.report.updated, here.get(note.id).unwrap().body.as_str()), (1, "mới"));
    drop(take_back(&mut here, merged.before, &merged.added, Millis(7)));
    assert_eq!(here.get(note.id).unwrap().body, "cũ");
    drop(here.delete(note.id, Millis(8)));
    assert_eq!(bring(&mut here, version("khác", 7)).report.deleted, 1);
    assert_eq!(here.all().count(), 0);
}

#[test]
fn the_same_mark_of_another_machine_is_not_doubled() {
    let mark = one(&format!(r#"{{{ID},"motivation":"bookmarking",{TARGET}}}"#)).unwrap();
    let mut here = notebook(&[Annotation { id: Uuid::from_u128(1), ..mark.clone() }]);
    let merged = merge(&mut here, Incoming { annotations: vec![mark], skipped: vec![] });
    assert_eq!((merged.report.same, here.all().count()), (1, 1));
}

#[test]
fn markdown_follows_the_course_and_keeps_signs_as_words() {
    let mut entry =
        one(&format!(r#"{{{ID},"motivation":"highlighting",{TARGET},"body":"**Nhớ** kể"}}"#)).unwrap();
    entry.colour = Some(Colour::Green);
    let line = Line { entry: &entry, words: "# 1*2\n\nao".to_owned(), is_lost: true };
    let section = Section { module: Some("1. Nhà".to_owned()), lesson: "Ao".to_owned(), lines: vec![line] };
    let labels = Labels {
        title: "Ghi chú".to_owned(),
        bookmark: "dấu".to_owned(),
        colours: ["vàng", "lá", "dương", "hồng"].map(str::to_owned),
        lost: "mất".to_owned(),
    };
    let expected =
        "# Ghi chú\n\n## 1. Nhà\n\n### Ao\n\n> \\# 1\\*2\n>\n> ao\n>\n> *lá* · *mất*\n\n**Nhớ** kể\n";
    assert_eq!(markdown(&[section], &labels), expected);
}
