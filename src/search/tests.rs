//! The index as a whole: what is put in is found, whatever became of its file.

use std::fs;
use std::path::Path;

use super::*;
use crate::content::{LessonId, Slug};

const KEY: &str = "khoa-1";

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

fn lesson(module: &str, number: usize, id: &str, title: &str, planned: bool) -> Home {
    let id = LessonId::parse(&format!("{module}/{id}")).unwrap();
    let lesson = HomeLesson { id, title: title.to_owned(), planned };
    Home { module: slug(module), number, title: format!("Mô-đun {module}"), lesson: Some(lesson) }
}

fn entry(kind: Kind, target: &str, title: &str, text: &str) -> Entry {
    let (title, text) = (title.to_owned(), text.to_owned());
    Entry { kind, target: Slug::parse(target), title, text, also: String::new() }
}

/// A small course of two modules, a glossary word and a source.
fn fill(mut making: Making) -> Index {
    let home = lesson("m06", 6, "duoi-nuoc", "Đuối nước – con số và nguyên nhân", false);
    making.home(Some(&Home { lesson: None, ..home.clone() })).unwrap();
    making.add(&entry(Kind::Module, "", "Mùa hè không còn trẻ em đuối nước", "Để em trở về nhà.")).unwrap();
    making.home(Some(&home)).unwrap();
    making.add(&entry(Kind::Lesson, "", "Đuối nước – con số và nguyên nhân", "Kể được ba chỗ.")).unwrap();
    making.add(&entry(Kind::Heading, "ao-nha", "Ao nhà", "Rào ao cao hơn đầu trẻ.")).unwrap();
    making
        .add(&entry(Kind::Block, "rao-ao", "Ao nhà", "Rào ao cao hơn đầu trẻ, để trẻ không đuối nước."))
        .unwrap();
    making
        .add(&entry(Kind::Block, "hoa-thuan", "Ao nhà", "Gia đình hòa thuận, xã Hoà Bình, chị Thúy."))
        .unwrap();
    making.add(&entry(Kind::Speech, "rao-ao", "Ao nhà", "Nói chậm: dưới nước tối lắm.")).unwrap();
    making.add(&entry(Kind::Question, "hoi", "Trông trẻ đứng ở đâu?", "Trong tầm tay với")).unwrap();
    making.home(Some(&lesson("m13", 13, "ke-hoach", "Nội dung Kế hoạch 79/KH-UBND", true))).unwrap();
    making.add(&entry(Kind::Lesson, "", "Nội dung Kế hoạch 79/KH-UBND", "")).unwrap();
    making.home(None).unwrap();
    let mut term = entry(Kind::Term, "duoi-nuoc", "đuối nước", "Ngạt vì nước.");
    "chết đuối".clone_into(&mut term.also);
    making.add(&term).unwrap();
    making.add(&entry(Kind::Source, "ke-hoach-79", "79/KH-UBND", "Thành phố Hà Nội")).unwrap();
    making.finish().unwrap()
}

fn index() -> Index {
    fill(Making::begin(None, KEY).unwrap())
}

fn find(index: &Index, typed: &str, filter: &Filter) -> Found {
    index.find(&Query::parse(typed), filter, &[], 50).unwrap()
}

/// The kinds and targets of what is found, best first.
fn told(found: &Found) -> Vec<String> {
    let name = |hit: &Hit| match (&hit.target, hit.lesson(), &hit.home) {
        (Some(target), ..) => format!("{:?} {target}", hit.kind),
        (None, Some(lesson), _) => format!("{:?} {}", hit.kind, lesson.id),
        (None, None, home) => format!("{:?} {}", hit.kind, home.as_ref().unwrap().module),
    };
    found.hits.iter().map(name).collect()
}

fn all(typed: &str) -> Vec<String> {
    told(&find(&index(), typed, &Filter::default()))
}

#[test]
fn however_it_is_typed_the_same_lesson_comes_first() {
    let apart = "đuô\u{301}i nươ\u{301}c";
    for typed in [
        "duoi nuoc",
        "ĐUỐI NƯỚC",
        apart,
        "dduoois nuowcs",
        "đuối nước",
        "\"đuối nước\"",
        "d9uo6i1 nuo7c1",
        "đuối nướ",
    ] {
        assert_eq!(all(typed).first().map(String::as_str), Some("Lesson m06/duoi-nuoc"), "{typed}");
    }
    assert_eq!(
        all("đuối nước")[..4],
        ["Lesson m06/duoi-nuoc", "Term duoi-nuoc", "Module m06", "Block rao-ao"]
    );
}

#[test]
fn keys_that_may_be_a_single_letter_so_far_find_titles_and_what_was_typed() {
    let mut making = Making::begin(None, KEY).unwrap();
    making.home(Some(&lesson("m06", 6, "duoi-nuoc", "Đuối nước", false))).unwrap();
    making.add(&entry(Kind::Heading, "ao-nha", "Áo phao", "")).unwrap();
    making.add(&entry(Kind::Block, "mau-a1", "Biểu", "Ghi vào mẫu A1.")).unwrap();
    making.add(&entry(Kind::Block, "ao-am", "Biểu", "Mặc áo ấm.")).unwrap();
    let index = making.finish().unwrap();
    assert_eq!(told(&find(&index, "a1", &Filter::default())), ["Block mau-a1", "Heading ao-nha"]);
    assert_eq!(told(&find(&index, "mẫu a1", &Filter::default()))[0], "Block mau-a1");
}

#[test]
fn both_places_of_the_tone_are_found() {
    for typed in ["hoa", "hoà", "hòa", "thuý", "thúy", "HOÀ BÌNH"] {
        assert_eq!(all(typed).first().map(String::as_str), Some("Block hoa-thuan"), "{typed}");
    }
    let found = find(&index(), "hoà", &Filter::default());
    let marked: Vec<String> = found.hits[0]
        .excerpt
        .marks
        .iter()
        .map(|mark| found.hits[0].excerpt.text.chars().skip(mark.start).take(mark.len()).collect())
        .collect();
    assert_eq!(marked, ["hòa", "Hoà"]);
}

#[test]
fn a_number_finds_its_source_and_the_lesson_that_is_still_to_be_written() {
    for typed in ["79/KH-UBND", "79/kh", "79 kh ubnd", "\"79/KH-UBND\""] {
        assert_eq!(all(typed)[..2], ["Source ke-hoach-79", "Lesson m13/ke-hoach"], "{typed}");
    }
    assert!(find(&index(), "79/KH-UBND", &Filter::default()).hits[1].lesson().unwrap().planned);
}

#[test]
fn phrases_beginnings_and_what_is_unwanted() {
    assert_eq!(all("\"trẻ không\""), ["Block rao-ao"]);
    assert!(!all("\"không trẻ\"").contains(&"Block rao-ao".to_owned()));
    assert_eq!(all("thuậ"), ["Block hoa-thuan"]);
    assert_eq!(all("thuậ "), [""; 0]);
    assert!(!all("đuối nước -rào").contains(&"Block rao-ao".to_owned()));
    assert_eq!(all("chết đuối").first().map(String::as_str), Some("Term duoi-nuoc"));
    assert_eq!(all("\"\" - …"), [""; 0]);
}

#[test]
fn the_accents_that_were_typed_come_first_and_others_still_come() {
    let found = all("dưới nước");
    assert_eq!(found.first().map(String::as_str), Some("Speech rao-ao"));
    assert!(found.contains(&"Lesson m06/duoi-nuoc".to_owned()), "{found:?}");
}

#[test]
fn some_words_are_better_than_nothing_and_all_come_first() {
    let found = all("rào ao thật cao");
    assert_eq!(found.first().map(String::as_str), Some("Block rao-ao"));
    assert!(find(&index(), "rào xe trẻ ngựa", &Filter::default()).partly);
    assert!(!find(&index(), "rào ao", &Filter::default()).partly);
    let found = all("rào xe trẻ ngựa");
    assert!(found.contains(&"Block rao-ao".to_owned()), "{found:?}");
}

#[test]
fn filters_let_through_a_group_and_a_module_and_counts_tell_what_else_there_is() {
    let index = index();
    let speech = Filter { group: Some(Group::Speech), module: None };
    let found = find(&index, "nuoc", &speech);
    assert_eq!(told(&found), ["Speech rao-ao"]);
    assert_eq!(
        (found.count(Group::Lessons), found.count(Group::Speech), found.count(Group::Terms)),
        (3, 1, 1)
    );
    let module = Filter { group: None, module: Some(slug("m13")) };
    assert_eq!(told(&find(&index, "ke hoach", &module)), ["Lesson m13/ke-hoach"]);
    assert_eq!(told(&find(&index, "nuoc", &module)), [""; 0]);
    let unknown = Filter { group: None, module: Some(slug("m99")) };
    assert_eq!(told(&find(&index, "nuoc", &unknown)), [""; 0]);
    let modules: Vec<usize> =
        find(&index, "nuoc", &Filter::default()).modules.iter().map(|(home, _)| home.number).collect();
    assert_eq!(modules, [6]);
}

#[test]
fn what_the_user_wrote_is_found_beside_the_course() {
    let index = index();
    let home = lesson("m06", 6, "duoi-nuoc", "Đuối nước – con số và nguyên nhân", false);
    let own = Own {
        home: Some(home), entry: entry(Kind::Own, "rao-ao", "", "Hỏi chị Lan về ao sau trường")
    };
    let ask = |typed: &str, filter: &Filter| {
        told(&index.find(&Query::parse(typed), filter, std::slice::from_ref(&own), 50).unwrap())
    };
    let everything = Filter::default();
    assert_eq!(ask("chi lan", &everything).first().map(String::as_str), Some("Own rao-ao"));
    assert!(!ask("chi lan -ao ", &everything).contains(&"Own rao-ao".to_owned()));
    assert_eq!(ask("ao", &Filter { group: Some(Group::Own), module: None }), ["Own rao-ao"]);
    assert!(
        !ask("ao", &Filter { group: None, module: Some(slug("m13")) }).contains(&"Own rao-ao".to_owned())
    );
}

#[test]
fn what_the_keys_meant_is_told() {
    let meant = |typed: &str| find(&index(), typed, &Filter::default()).understood;
    assert_eq!(meant("dduoois nuowcs"), Some((Reading::Telex, "đuối nước".to_owned())));
    assert_eq!(meant("d9uo6i1 "), Some((Reading::Vni, "đuối".to_owned())));
    assert_eq!(meant("duoi nuoc"), Some((Reading::Typed, "đuối nước".to_owned())));
    assert_eq!((meant("đuối nước"), meant("79/kh-ubnd")), (None, None));
}

fn made(file: &Path) -> Index {
    fill(Making::begin(Some(file), KEY).unwrap())
}

#[test]
fn an_index_is_kept_for_its_course_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = index_file(folder.path(), KEY);
    assert!(Index::open(&file, KEY).is_none());
    drop(made(&file));
    let index = Index::open(&file, KEY).unwrap();
    assert!(!find(&index, "đuối nước", &Filter::default()).hits.is_empty());
    assert!(Index::open(&file, "khoa-2").is_none());
    index.discard();
    assert!(!file.exists());
}

#[test]
fn a_file_that_is_no_index_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let file = index_file(folder.path(), KEY);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    drop(made(&file));
    let whole = bytes(&file);
    for wrong in [&b""[..], b"khong phai SQLite", &whole[..whole.len() / 2], &whole[..100]] {
        put(&file, wrong);
        if let Some(index) = Index::open(&file, KEY) {
            // Cut in the middle it may open; then it fails when it is asked.
            assert!(index.find(&Query::parse("đuối nước"), &Filter::default(), &[], 9).is_err());
            index.discard();
        }
        assert!(!find(&made(&file), "đuối nước", &Filter::default()).hits.is_empty());
    }
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(Index::open(&file, KEY).is_none());
    drop(made(&file));
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn what_is_not_finished_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let file = index_file(folder.path(), KEY);
    drop(Making::begin(Some(&file), KEY).unwrap());
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 0);
}

fn bytes(file: &Path) -> Vec<u8> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    fs::File::open(file).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn put(file: &Path, bytes: &[u8]) {
    use std::io::Write as _;
    fs::File::create(file).unwrap().write_all(bytes).unwrap();
}
