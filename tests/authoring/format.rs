//! The documents of the format say what the program does.

use std::collections::BTreeSet;

use crate::support::{Folder, problems, today};
use hoclieu::load;
use serde_json::{Value, json};

const KINDS: [&str; 18] = [
    "heading",
    "paragraph",
    "list",
    "steps",
    "callout",
    "compare",
    "table",
    "figure",
    "chart",
    "timeline",
    "contacts",
    "quote",
    "law",
    "case",
    "activity",
    "question",
    "attachment",
    "slide_break",
];
const PICTURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>"#;

fn format_md() -> String {
    let path = std::path::Path::new("curriculum/FORMAT.md");
    String::from_utf8(hoclieu::disk::read_at_most(path, 1 << 20).unwrap().unwrap()).unwrap()
}

/// Every example of FORMAT.md.
fn examples() -> Vec<Value> {
    let text = format_md();
    let fences = text.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    fences
        .map(|example| serde_json::from_str(example).unwrap_or_else(|e| panic!("{e} in {example}")))
        .collect()
}

/// The course that the examples make, and the examples of blocks.
fn documented() -> (Folder, Vec<Value>) {
    let folder = Folder::empty();
    let mut blocks = Vec::new();
    for example in examples() {
        match example["$schema"].as_str() {
            None => blocks.push(example),
            Some("../../schema/lesson.json") => folder.put("lessons/m01/rao-ao.json", example.to_string()),
            Some(schema) => folder.put(schema.strip_prefix("schema/").unwrap(), example.to_string()),
        }
    }
    folder.put("media/rao-ao.svg", PICTURE);
    (folder, blocks)
}

#[test]
fn the_documented_course_has_no_problems() {
    let (folder, _) = documented();
    let report = load::check(&folder.origin(), today(), true, &hoclieu::cli::slides::faults).unwrap();
    assert_eq!(problems(&report), []);
}

#[test]
fn every_kind_is_documented_by_a_block_without_problems() {
    let (folder, blocks) = documented();
    let kinds: BTreeSet<&str> = blocks.iter().map(|block| block["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, BTreeSet::from(KINDS));
    let types: BTreeSet<&str> = blocks.iter().filter_map(|block| block["type"].as_str()).collect();
    assert_eq!(types, BTreeSet::from(["single", "multiple", "true_false", "order", "match"]));

    let mut lesson: Value = serde_json::from_str(&folder.text("lessons/m01/rao-ao.json")).unwrap();
    lesson["blocks"].as_array_mut().unwrap().extend(blocks);
    folder.put("lessons/m01/rao-ao.json", lesson.to_string());
    folder.put("media/to-roi.pdf", "x");
    // The blocks together take longer than the lesson of the documented outline.
    let mut course: Value = serde_json::from_str(&folder.text("course.json")).unwrap();
    course["parts"][0]["modules"][0]["lessons"][0]["minutes"] = json!(14);
    course["agendas"] = json!([]);
    folder.put("course.json", course.to_string());
    let report = load::check(&folder.origin(), today(), true, &hoclieu::cli::slides::faults).unwrap();
    // All of them stand on one slide, on the short way.
    let expected = ["core_too_long", "slide_too_long"];
    let found: Vec<_> =
        problems(&report).into_iter().filter(|(code, ..)| !expected.contains(&code.as_str())).collect();
    assert_eq!(found, []);
}

#[test]
fn every_field_and_word_of_the_format_is_documented() {
    fn gather(schema: &Value, words: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) => {
                for (key, value) in fields {
                    match (key.as_str(), value) {
                        ("properties", Value::Object(properties)) => words.extend(properties.keys().cloned()),
                        ("const", Value::String(word)) => drop(words.insert(word.clone())),
                        ("enum", Value::Array(values)) => {
                            words.extend(values.iter().filter_map(Value::as_str).map(str::to_owned));
                        }
                        _ => {}
                    }
                    gather(value, words);
                }
            }
            Value::Array(values) => values.iter().for_each(|value| gather(value, words)),
            _ => {}
        }
    }
    let mut words = BTreeSet::new();
    for (_, text) in load::schemas() {
        gather(&serde_json::from_str(&text).unwrap(), &mut words);
    }
    assert!(words.len() > 100);
    let text = format_md();
    for word in words {
        let written = [format!("`{word}`"), format!("\"{word}\""), format!("### {word}\n")];
        assert!(written.iter().any(|written| text.contains(written)), "{word} is not in FORMAT.md");
    }
}

#[test]
fn the_schemas_are_those_of_the_types() {
    for (name, text) in load::schemas() {
        let path = std::path::Path::new("curriculum/schema").join(name);
        let written = hoclieu::disk::read_at_most(&path, 1 << 20).unwrap().unwrap();
        assert!(written == text.as_bytes(), "{name} is stale: run `cargo run -- schema`");
    }
}

#[test]
fn the_good_course_holds_every_kind_and_has_no_problems() {
    let folder = Folder::good();
    assert_eq!(problems(&folder.check()), []);
    let lesson: Value = serde_json::from_str(&folder.text("lessons/m01/rao-ao.json")).unwrap();
    let kinds: BTreeSet<&str> =
        lesson["blocks"].as_array().unwrap().iter().map(|block| block["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, BTreeSet::from(KINDS));
}
