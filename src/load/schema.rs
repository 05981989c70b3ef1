//! The JSON Schemas by which editors check and complete course files.

use schemars::{JsonSchema, schema_for};

use crate::load::raw::{course, lesson, library};

/// File name and text of every schema.
pub fn schemas() -> [(&'static str, String); 4] {
    [
        ("course.json", text::<course::Course>()),
        ("lesson.json", text::<lesson::Lesson>()),
        ("sources.json", text::<library::Sources>()),
        ("glossary.json", text::<library::Glossary>()),
    ]
}

fn text<T: JsonSchema>() -> String {
    // A schema is plain JSON, so writing it cannot fail.
    serde_json::to_string_pretty(&schema_for!(T)).unwrap_or_default() + "\n"
}
