//! Says why serde refused a value, with a place and a suggestion, and takes out what can be spared.
//!
//! The schema of the type that refused is the measure, so nothing is said twice.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::load::at::At;
use crate::load::findings::Findings;
use crate::load::ids::nearest;
use crate::load::problem::{JsonType, ProblemKind};
use crate::load::raw::{EACH, course, lesson, library};

type Fields = Map<String, Value>;

/// The schemas of all raw types by name.
static SCHEMAS: LazyLock<Fields> = LazyLock::new(|| {
    let mut generator = SchemaGenerator::default();
    generator.subschema_for::<course::Course>();
    generator.subschema_for::<lesson::Lesson>();
    generator.subschema_for::<library::Sources>();
    generator.subschema_for::<library::Glossary>();
    generator.take_definitions(true)
});

/// Reads a value. Where serde refuses it, every reason is noted, stray and broken optional fields
/// are taken out, and what is left is tried again.
pub(super) fn read<T: DeserializeOwned + JsonSchema>(
    value: &mut Value,
    at: &At<'_>,
    findings: &mut Findings,
) -> Option<T> {
    if let Ok(read) = T::deserialize(&*value) {
        return Some(read);
    }
    let schema = SCHEMAS.get(T::schema_name().as_ref())?;
    if !mend(value, schema, at, findings) {
        return None;
    }
    let refused = |cause: serde_json::Error| {
        findings.error(at, ProblemKind::NotUnderstood { cause: cause.to_string() });
    };
    T::deserialize(&*value).map_err(refused).ok()
}

/// Whether the value, after mending, is what the schema asks for.
fn mend(value: &mut Value, schema: &Value, at: &At<'_>, findings: &mut Findings) -> bool {
    let alternatives = alternatives(schema);
    let fits = |schema: &&&Value| {
        let mut types = types(schema).into_iter().peekable();
        types.peek().is_none() || types.any(|expected| admits(expected, value))
    };
    let Some(schema) = alternatives.iter().find(fits) else {
        let expected = alternatives.iter().flat_map(|schema| types(schema)).collect();
        findings.error(at, ProblemKind::WrongType { expected, found: json_type(value) });
        return false;
    };
    let allowed = words(schema);
    if let Value::String(found) = value
        && !allowed.is_empty()
        && !allowed.contains(&found.as_str())
    {
        unknown_value(found, allowed, at, findings);
        return false;
    }
    match value {
        Value::Object(fields) => mend_object(fields, schema, at, findings),
        Value::Array(values) => mend_array(values, schema, at, findings),
        Value::Number(number) => match range(schema) {
            Some((min, max)) if number.as_u64().is_none_or(|n| n < min || n > max) => {
                findings.error(at, ProblemKind::OutOfRange { min, max });
                false
            }
            _ => true,
        },
        _ => true,
    }
}

fn mend_array(values: &mut [Value], schema: &Value, at: &At<'_>, findings: &mut Findings) -> bool {
    let Some(items) = schema.get("items").filter(|_| schema.get(EACH).is_none()) else { return true };
    let wanted = |key| schema.get(key).and_then(Value::as_u64);
    if let (Some(min), Some(max)) = (wanted("minItems"), wanted("maxItems"))
        && !(min..=max).contains(&u64::try_from(values.len()).unwrap_or(u64::MAX))
    {
        findings.error(at, ProblemKind::OutOfRange { min, max });
        return false;
    }
    let mut good = true;
    for (index, value) in values.iter_mut().enumerate() {
        good &= mend(value, items, &at.index(index), findings);
    }
    good
}

fn mend_object(fields: &mut Fields, schema: &Value, at: &At<'_>, findings: &mut Findings) -> bool {
    let mut shapes = vec![schema];
    if let Some(kinds) = schema.get("oneOf").and_then(Value::as_array) {
        let Some(kind) = tagged(kinds, fields, at, findings) else { return false };
        shapes.push(kind);
    }
    let known: BTreeMap<&str, &Value> = shapes
        .iter()
        .filter_map(|shape| shape.get("properties")?.as_object())
        .flatten()
        .map(|(key, schema)| (key.as_str(), schema))
        .collect();
    let required = |key: &str| shapes.iter().any(|shape| lists(shape, "required").any(|name| name == key));

    let mut good = true;
    for key in fields.keys().cloned().collect::<Vec<_>>() {
        let Some(schema) = known.get(key.as_str()) else {
            let meant = nearest(&key, known.keys().copied().filter(|known| !fields.contains_key(*known)));
            findings.error(&at.key(&key), ProblemKind::UnknownField { field: key.clone(), meant });
            fields.remove(&key);
            continue;
        };
        let fits = fields.get_mut(&key).is_none_or(|value| mend(value, schema, &at.key(&key), findings));
        if !fits && required(&key) {
            good = false;
        } else if !fits {
            fields.remove(&key);
        }
    }
    for key in known.keys().filter(|key| required(key) && !fields.contains_key(**key)) {
        findings.error(at, ProblemKind::MissingField { field: (*key).to_owned() });
        good = false;
    }
    good
}

/// The shape that the tag names, such as `kind`.
fn tagged<'s>(
    kinds: &'s [Value],
    fields: &Fields,
    at: &At<'_>,
    findings: &mut Findings,
) -> Option<&'s Value> {
    let tag = |kind: &'s Value| {
        let mut properties = kind.get("properties")?.as_object()?.iter();
        properties.find_map(|(key, schema)| Some((key.as_str(), schema.get("const")?.as_str()?)))
    };
    let (key, _) = kinds.iter().find_map(tag)?;
    match fields.get(key) {
        None => findings.error(at, ProblemKind::MissingField { field: key.to_owned() }),
        Some(Value::String(found)) => {
            let kind = kinds.iter().find(|kind| tag(kind).is_some_and(|(_, name)| name == found));
            if kind.is_some() {
                return kind;
            }
            unknown_value(found, kinds.iter().filter_map(tag).map(|(_, name)| name), &at.key(key), findings);
        }
        Some(other) => findings.error(
            &at.key(key),
            ProblemKind::WrongType { expected: vec![JsonType::Text], found: json_type(other) },
        ),
    }
    None
}

fn unknown_value<'a>(
    found: &str,
    allowed: impl IntoIterator<Item = &'a str>,
    at: &At<'_>,
    findings: &mut Findings,
) {
    let allowed: Vec<String> = allowed.into_iter().map(str::to_owned).collect();
    let meant = nearest(found, allowed.iter().map(String::as_str));
    findings.error(at, ProblemKind::UnknownValue { found: found.to_owned(), allowed, meant });
}

fn resolve(schema: &Value) -> &Value {
    let name = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.rsplit('/').next());
    name.and_then(|name| SCHEMAS.get(name)).unwrap_or(schema)
}

/// The schemas of which a value may fit any.
fn alternatives(schema: &Value) -> Vec<&Value> {
    let schema = resolve(schema);
    match schema.get("anyOf").and_then(Value::as_array) {
        Some(branches) => branches.iter().flat_map(alternatives).collect(),
        None => vec![schema],
    }
}

fn lists<'s>(schema: &'s Value, key: &str) -> impl Iterator<Item = &'s str> {
    schema.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// The words that a value may be; schemars writes described ones apart.
fn words(schema: &Value) -> Vec<&str> {
    let own = lists(schema, "enum").chain(schema.get("const").and_then(Value::as_str));
    let parts = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let described =
        parts.flat_map(|part| lists(part, "enum").chain(part.get("const").and_then(Value::as_str)));
    own.chain(described).collect()
}

fn types(schema: &Value) -> Vec<JsonType> {
    let named = |name: &str| match name {
        "string" => Some(JsonType::Text),
        "number" => Some(JsonType::Number),
        "integer" => Some(JsonType::Integer),
        "boolean" => Some(JsonType::Boolean),
        "array" => Some(JsonType::List),
        "object" => Some(JsonType::Object),
        "null" => Some(JsonType::Null),
        _ => None,
    };
    let one = schema.get("type").and_then(Value::as_str);
    let all = one.into_iter().chain(lists(schema, "type")).filter_map(named);
    all.chain((!words(schema).is_empty()).then_some(JsonType::Text)).collect()
}

fn json_type(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(number) if number.is_f64() => JsonType::Number,
        Value::Number(_) => JsonType::Integer,
        Value::String(_) => JsonType::Text,
        Value::Array(_) => JsonType::List,
        Value::Object(_) => JsonType::Object,
    }
}

fn admits(expected: JsonType, value: &Value) -> bool {
    let found = json_type(value);
    expected == found || (expected == JsonType::Number && found == JsonType::Integer)
}

fn range(schema: &Value) -> Option<(u64, u64)> {
    let bound = |key| schema.get(key).and_then(Value::as_u64);
    match (bound("minimum"), bound("maximum")) {
        (None, None) => None,
        (min, max) => Some((min.unwrap_or(0), max.unwrap_or(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::load::problem::Problem;
    use crate::load::raw::block::Block;

    fn noted<T: DeserializeOwned + JsonSchema>(mut value: Value) -> (bool, Vec<Problem>) {
        let mut findings = Findings::of("x");
        let read = read::<T>(&mut value, &At::Root, &mut findings).is_some();
        (read, findings.problems)
    }

    #[test]
    fn a_stray_field_is_taken_out_with_a_suggestion() {
        for (block, at, meant) in [
            (json!({"kind": "callout", "tone": "tip", "titel": "x", "text": "y"}), "/titel", Some("title")),
            (json!({"kind": "paragraph", "text": "y", "nots": "x"}), "/nots", Some("notes")),
            (json!({"kind": "paragraph", "text": "y", "colour": "x"}), "/colour", None),
            (
                json!({"kind": "steps", "items": [{"title": "a", "dedline": "x"}]}),
                "/items/0/dedline",
                Some("deadline"),
            ),
            (
                json!({"kind": "list", "items": ["a", {"text": "a", "icno": "x"}]}),
                "/items/1/icno",
                Some("icon"),
            ),
            (
                json!({"kind": "question", "type": "single", "prompt": "?", "choices": [{"text": "a", "corect": true}]}),
                "/choices/0/corect",
                Some("correct"),
            ),
            (
                json!({"kind": "paragraph", "text": "y", "doubt": {"level": "secondary", "text": "x", "txt": ""}}),
                "/doubt/txt",
                None,
            ),
        ] {
            let (read, problems) = noted::<Block>(block);
            assert!(read && problems.len() == 1, "{problems:?}");
            assert_eq!(problems[0].at, at);
            match &problems[0].kind {
                ProblemKind::UnknownField { meant: found, .. } => assert_eq!(found.as_deref(), meant),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_wrong_kind_or_word_names_what_was_meant() {
        for (block, at, suggestion, reads) in [
            (json!({"kind": "paragrph", "text": "y"}), "/kind", "paragraph", false),
            (json!({"kind": "callout", "tone": "warnin", "text": "y"}), "/tone", "warning", false),
            (json!({"kind": "paragraph", "text": "y", "show": "slides"}), "/show", "slide", true),
            (json!({"kind": "question", "type": "mutiple", "prompt": "?"}), "/type", "multiple", false),
        ] {
            let (read, problems) = noted::<Block>(block);
            assert_eq!((read, problems.len()), (reads, 1), "{problems:?}");
            assert_eq!(problems[0].at, at);
            match &problems[0].kind {
                ProblemKind::UnknownValue { meant, .. } => assert_eq!(meant.as_deref(), Some(suggestion)),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_wrong_type_costs_an_optional_field_only_itself() {
        let (read, problems) =
            noted::<Block>(json!({"kind": "heading", "text": "x", "level": 2, "minutes": "3"}));
        assert!(read);
        let ProblemKind::WrongType { expected, found } = &problems[0].kind else { panic!("{problems:?}") };
        assert!(expected.contains(&JsonType::Integer) && *found == JsonType::Text);
        for broken in [
            json!({"kind": "paragraph", "text": 5}),
            json!({"kind": "paragraph"}),
            json!({"kind": "chart", "form": "bar", "title": "x", "x": ["a"], "series": [{"name": "a", "values": ["1"]}]}),
            json!({"kind": "heading", "text": "x", "level": 700}),
            json!({"kind": "heading", "text": "x", "level": 2.5}),
            json!({"kind": "table", "columns": ["a"], "rows": [["a"], "b"]}),
            json!({"text": "x"}),
            json!("x"),
            json!(null),
        ] {
            let (read, problems) = noted::<Block>(broken.clone());
            assert!(!read && problems.len() == 1, "{broken} {problems:?}");
            assert!(!matches!(problems[0].kind, ProblemKind::NotUnderstood { .. }), "{broken} {problems:?}");
        }
    }

    #[test]
    fn fields_of_every_file_are_explained() {
        let (read, problems) = noted::<course::Course>(json!({
            "format": 1, "id": "x", "title": "x", "language": "vi", "subtitel": "", "parts": [{"broken": true}]
        }));
        assert!(read && problems.len() == 1 && problems[0].at == "/subtitel");
        let (read, problems) =
            noted::<course::LessonEntry>(json!({"id": "a/b", "title": "x", "minutes": -1}));
        assert!(!read && matches!(problems[0].kind, ProblemKind::OutOfRange { min: 0, max: 65535 }));
        let (read, problems) = noted::<library::Source>(
            json!({"id": "x", "kind": "lwa", "title": "x", "status": "in_force", "confidence": "primary"}),
        );
        assert!(!read && problems[0].at == "/kind");
        let (read, _) =
            noted::<library::Term>(json!({"id": "x", "term": "x", "definition": "y", "alias": []}));
        assert!(read);
    }
}
