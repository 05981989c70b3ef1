//! `hoclieu search` as an author or a script uses it.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::Folder;

fn search(data: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoclieu"));
    command.arg("search").args(words).arg("--data").arg(data).output().unwrap()
}

/// The results in JSON.
fn results(data: &Path, words: &[&str]) -> Vec<Value> {
    let output = search(data, &[words, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    answer["results"].as_array().unwrap().clone()
}

#[test]
fn however_it_is_typed_the_shipped_course_answers_with_the_same_first_lesson() {
    let data = tempfile::tempdir().unwrap();
    let first = |words: &str| {
        let found = results(data.path(), &[words]);
        let (kind, lesson) = (found[0]["kind"].as_str().unwrap(), found[0]["lesson"].as_str().unwrap());
        format!("{kind} {lesson}")
    };
    let apart = "đuô\u{301}i nươ\u{301}c";
    for words in
        ["duoi nuoc", "ĐUỐI NƯỚC", apart, "dduoois nuowcs", "đuối nước", "\"đuối nước\"", "d9uo6i1 nuo7c1"]
    {
        assert_eq!(first(words), "lesson m06/con-so-va-nguyen-nhan", "{words}");
    }
    for words in ["tre em", "treer em", "trer em", "tre3 em"] {
        let found = results(data.path(), &[words]);
        assert!(
            found.iter().any(|hit| hit["title"].as_str().unwrap().contains("rẻ em")),
            "{words}: {found:?}"
        );
    }
}

#[test]
fn both_places_of_the_tone_and_numbers_of_documents_are_found() {
    let folder = Folder::good();
    let file = "lessons/m01/trong-tre.json";
    let text = folder.text(file);
    let block = r#"{ "id": "hoa", "kind": "paragraph", "text": "Sống hoà thuận.", "cite": [] },
        { "id": "binh", "kind": "paragraph", "text": "Sống hòa bình.", "cite": [] },"#;
    folder.put(file, text.replacen("\"blocks\": [", &format!("\"blocks\": [{block}"), 1));
    let course = folder.path().to_str().unwrap().to_owned();
    let targets = |words: &str| -> Vec<String> {
        let found = results(&folder.at("data"), &[words, "--course", &course]);
        found.iter().filter_map(|hit| hit["target"].as_str().map(str::to_owned)).collect()
    };
    for words in ["hoa", "hoà", "hòa"] {
        let found = targets(words);
        assert!(["hoa", "binh"].iter().all(|id| found.contains(&(*id).to_owned())), "{words}: {found:?}");
    }
    let data = tempfile::tempdir().unwrap();
    let found = results(data.path(), &["79/KH-UBND"]);
    assert!(found.iter().take(3).any(|hit| hit["kind"] == "module" && hit["module"] == "m13"), "{found:?}");
    assert!(found.iter().any(|hit| hit["kind"] == "lesson" && hit["planned"] == true), "{found:?}");
    let found = results(data.path(), &["56/2017"]);
    assert!(found[0]["kind"] == "source" && found[0]["target"] == "nghi-dinh-56-2017", "{found:?}");
}

#[test]
fn lines_name_the_place_and_what_is_not_found_is_said() {
    let data = tempfile::tempdir().unwrap();
    let output = search(data.path(), &["gọi", "111", "--limit", "3"]);
    let lines = String::from_utf8(output.stdout).unwrap();
    assert!(lines.contains("m08/tong-dai-111") && lines.contains("[gọi"), "{lines}");
    let output = search(data.path(), &["xyzzy"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("Không thấy «xyzzy»"));
    assert_eq!(search(data.path(), &["ao", "--course", "/nowhere"]).status.code(), Some(2));
    assert_eq!(search(data.path(), &[]).status.code(), Some(2));
}
