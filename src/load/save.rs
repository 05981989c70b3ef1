//! Course files written anew: missing ids, composed accents, fields in order, one layout.

use std::fs;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged as _;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::content::{LessonId, RelPath, Slug};
use crate::disk;
use crate::load::at::At;
use crate::load::error::{LoadError, LoadErrorKind};
use crate::load::ids::Ids;
use crate::load::origin::regular_file;
use crate::load::problem::{Problem, ProblemKind};
use crate::load::raw::{course, lesson, library};
use crate::load::sheet::Sheet;
use crate::load::{Origin, check, explain, limits, spans};

/// A line that holds no more characters stays one line.
const COLUMNS: usize = 100;
const INDENT: usize = 2;

/// A file of a course, and what became of it.
#[derive(Debug)]
pub struct Rewrite {
    /// The file in its course.
    pub file: RelPath,
    /// What would change.
    pub outcome: Outcome,
}

/// What formatting does to a file.
#[derive(Debug)]
pub enum Outcome {
    /// It is well as it is.
    Unchanged,
    /// It is left alone, since it could not be read without loss.
    Refused(Vec<Problem>),
    /// It is written anew.
    Changed {
        /// The whole file.
        text: String,
        /// The ids that blocks were given.
        new_ids: Vec<Slug>,
        /// Whether accents were composed.
        composed: bool,
    },
}

/// Every JSON file of a course as it should be written; nothing is written yet.
pub fn rewrites(origin: &Origin) -> Result<Vec<Rewrite>, LoadError> {
    let lessons = origin.files().into_iter().filter(is_lesson);
    let own = ["course.json", "sources.json", "glossary.json"].into_iter().filter_map(RelPath::parse);
    let mut rewrites = Vec::new();
    for file in own.chain(lessons) {
        match origin.read(&file, limits::SOURCES_BYTES) {
            Ok(bytes) => {
                let outcome = rewrite(&bytes, &file);
                rewrites.push(Rewrite { file, outcome });
            }
            // A course may lack sources and glossary, but it is no course without its own file.
            Err(error) if file.as_str() == "course.json" => return Err(error),
            Err(LoadError { kind: LoadErrorKind::Missing, .. }) => {}
            Err(error) => {
                rewrites.push(Rewrite { file, outcome: Outcome::Refused(vec![error.into()]) });
            }
        }
    }
    Ok(rewrites)
}

/// Puts the new text in the place of a file that is there.
pub fn write(origin: &Origin, file: &RelPath, text: &str) -> Result<(), LoadError> {
    let path = origin.as_folder().ok_or(LoadErrorKind::Missing).and_then(|folder| {
        let folder = fs::canonicalize(folder)?;
        regular_file(&folder, &file.below(&folder))
    });
    let written = path.and_then(|path| Ok(disk::replace(&path, text.as_bytes())?));
    written.map_err(|kind| kind.of(file))
}

fn is_lesson(file: &RelPath) -> bool {
    file.as_str().starts_with("lessons/") && file.extension().as_deref() == Some("json")
}

fn rewrite(bytes: &std::sync::Arc<[u8]>, file: &RelPath) -> Outcome {
    let mut sheet = match Sheet::of(bytes.clone(), file.as_str()) {
        Ok(sheet) => sheet,
        Err(kind) => return Outcome::Refused(vec![kind.of(file).into()]),
    };
    let composed = sheet.findings.problems.iter().any(|p| matches!(p.kind, ProblemKind::Decomposed { .. }));
    let before = sheet.findings.problems.len();
    // Of a key that stands twice, only one would be left.
    sheet.note_duplicate_keys();
    let is_whole = sheet.findings.problems.len() == before;
    let new_ids = if is_lesson(file) { name_blocks(&mut sheet.root) } else { Vec::new() };
    let text = match file.as_str() {
        _ if !is_whole => None,
        "course.json" => written::<course::Course>(&sheet.root),
        "sources.json" => written::<library::Sources>(&sheet.root),
        "glossary.json" => written::<library::Glossary>(&sheet.root),
        _ => written::<lesson::Lesson>(&sheet.root),
    };
    match text {
        None => Outcome::Refused(reasons(sheet, file)),
        Some(text) if text.as_bytes() == bytes.as_ref() => Outcome::Unchanged,
        Some(text) => Outcome::Changed { text, new_ids, composed },
    }
}

/// What keeps a file from being read without loss.
fn reasons(mut sheet: Sheet, file: &RelPath) -> Vec<Problem> {
    // Only the problems matter here; what was read is dropped.
    match file.as_str() {
        "course.json" => drop(check::course(&mut sheet)),
        "sources.json" => drop(check::sources(&mut sheet)),
        "glossary.json" => drop(check::glossary(&mut sheet)),
        name => {
            let id = name.strip_prefix("lessons/").and_then(|name| name.strip_suffix(".json"));
            if let Some(id) = id.and_then(LessonId::parse) {
                drop(check::lesson(&mut sheet, &id));
            } else {
                drop(explain::read::<lesson::Lesson>(&mut sheet.root, &At::Root, &mut sheet.findings));
            }
        }
    }
    let mut problems = Vec::new();
    sheet.close(&mut problems);
    problems
}

/// Gives every block without an id one made of its words.
fn name_blocks(lesson: &mut Value) -> Vec<Slug> {
    let Some(blocks) = lesson.get_mut("blocks").and_then(Value::as_array_mut) else { return Vec::new() };
    let mut ids = Ids::default();
    for id in blocks.iter().filter_map(|block| Slug::parse(block.get("id")?.as_str()?)) {
        ids.take(&id);
    }
    let mut new_ids = Vec::new();
    for block in blocks.iter_mut().filter(|block| block.get("id").is_none_or(Value::is_null)) {
        let id = ids.invent_for(block);
        if let Some(fields) = block.as_object_mut() {
            fields.insert("id".to_owned(), Value::String(id.to_string()));
            new_ids.push(id);
        }
    }
    new_ids
}

/// The text of a value in the order of the fields of its type; none where it is not of that type.
fn written<T: DeserializeOwned + Serialize + JsonSchema>(value: &Value) -> Option<String> {
    let compact = serde_json::to_string(&T::deserialize(value).ok()?).ok()?;
    let root = spans::parse(&compact).ok().flatten()?;
    let mut layout = Layout { compact: &compact, text: String::new() };
    layout.lines(&root, 0);
    layout.text.push('\n');
    Some(layout.text)
}

/// Lays compact JSON out, keeping its order and literals.
struct Layout<'a> {
    compact: &'a str,
    text: String,
}

impl<'a> Layout<'a> {
    /// One line where the value is simple and fits behind what stands there already; else one line
    /// an entry.
    fn value(&mut self, value: &ast::Value<'_>, indent: usize) {
        match self.one_line(value) {
            Some(line) if self.column() + line.chars().count() < COLUMNS => self.text.push_str(&line),
            _ => self.lines(value, indent),
        }
    }

    fn lines(&mut self, value: &ast::Value<'_>, indent: usize) {
        match value {
            ast::Value::Object(object) => {
                let fields: Vec<_> =
                    object.properties.iter().filter(|field| !is_null(&field.value)).collect();
                self.entries(['{', '}'], &fields, indent, |layout, field, indent| {
                    layout.text.push_str(layout.literal(field.name.range()));
                    layout.text.push_str(": ");
                    layout.value(&field.value, indent);
                });
            }
            ast::Value::Array(array) => {
                let values: Vec<_> = array.elements.iter().collect();
                self.entries(['[', ']'], &values, indent, |layout, value, indent| {
                    layout.value(value, indent);
                });
            }
            literal => self.text.push_str(self.literal(literal.range())),
        }
    }

    fn entries<E>(
        &mut self,
        [open, close]: [char; 2],
        entries: &[E],
        indent: usize,
        write: impl Fn(&mut Self, &E, usize),
    ) {
        self.text.push(open);
        for (index, entry) in entries.iter().enumerate() {
            self.text.push_str(if index == 0 { "\n" } else { ",\n" });
            self.text.push_str(&" ".repeat(indent + INDENT));
            write(self, entry, indent + INDENT);
        }
        if !entries.is_empty() {
            self.text.push('\n');
            self.text.push_str(&" ".repeat(indent));
        }
        self.text.push(close);
    }

    /// A literal, a list of literals, or an object of these, on one line.
    fn one_line(&self, value: &ast::Value<'_>) -> Option<String> {
        match value {
            ast::Value::Object(object) => {
                let fields = object.properties.iter().filter(|field| !is_null(&field.value));
                let part = |field: &ast::ObjectProp<'_>| {
                    Some(format!("{}: {}", self.literal(field.name.range()), self.simple(&field.value)?))
                };
                let parts = fields.map(part).collect::<Option<Vec<_>>>()?;
                Some(if parts.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", parts.join(", ")) })
            }
            value => self.simple(value),
        }
    }

    /// A literal or a list of literals on one line.
    fn simple(&self, value: &ast::Value<'_>) -> Option<String> {
        match value {
            ast::Value::Object(_) => None,
            ast::Value::Array(array) => {
                let is_literal =
                    |value: &&ast::Value<'_>| value.as_array().is_none() && value.as_object().is_none();
                let literals = array
                    .elements
                    .iter()
                    .map(|value| Some(value).filter(is_literal).map(|value| self.literal(value.range())));
                Some(format!("[{}]", literals.collect::<Option<Vec<_>>>()?.join(", ")))
            }
            literal => Some(self.literal(literal.range()).to_owned()),
        }
    }

    fn literal(&self, range: jsonc_parser::common::Range) -> &'a str {
        self.compact.get(range.start..range.end).unwrap_or_default()
    }

    /// How many characters stand in the last line.
    fn column(&self) -> usize {
        self.text.rsplit('\n').next().map_or(0, |line| line.chars().count())
    }
}

/// A field that was left out is written by serde as null.
fn is_null(value: &ast::Value<'_>) -> bool {
    matches!(value, ast::Value::NullKeyword(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> Outcome {
        rewrite(&text.as_bytes().into(), &RelPath::parse("lessons/a/b.json").unwrap())
    }

    #[test]
    fn ids_order_accents_and_layout_are_mended_and_then_stay() {
        let given = r#"{"blocks": [{"notes": "x", "text": "Rào cha\u0306\u0301n ao", "kind": "paragraph"},
            {"kind": "chart", "form": "bar", "title": "Số", "id": "so", "x": ["a", "b"],
             "series": [{"values": [1, null, 2.50], "name": "n"}]},
            {"kind": "slide_break", "minutes": 2}], "id": "a/b"}"#;
        let Outcome::Changed { text, new_ids, composed } = rewritten(given) else { panic!() };
        let wanted = r#"{
  "id": "a/b",
  "blocks": [
    { "id": "rao-chan-ao", "kind": "paragraph", "text": "Rào chắn ao", "notes": "x" },
    {
      "id": "so",
      "kind": "chart",
      "form": "bar",
      "title": "Số",
      "x": ["a", "b"],
      "series": [
        { "name": "n", "values": [1, null, 2.5] }
      ]
    },
    { "id": "slide-break", "kind": "slide_break", "minutes": 2 }
  ]
}
"#;
        assert_eq!(text, wanted);
        assert_eq!(new_ids.len(), 2);
        assert!(composed);
        assert!(matches!(rewritten(&text), Outcome::Unchanged));
    }

    #[test]
    fn a_file_that_would_lose_something_is_refused() {
        for broken in [
            "{",
            r#"{"blocks": [{"kind": "paragraph", "text": "x", "nots": "y"}]}"#,
            r#"{"blocks": [{"kind": "paragraph", "text": "x", "text": "y"}]}"#,
            r#"{"blocks": [], "objectives": [{"id": "x"}]}"#,
            r#"{"blocks": [5]}"#,
        ] {
            match rewritten(broken) {
                Outcome::Refused(problems) => assert!(!problems.is_empty(), "{broken}"),
                other => panic!("{broken} {other:?}"),
            }
        }
    }
}
