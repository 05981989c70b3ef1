//! W3C Web Annotation JSON-LD.
//!
//! A lesson is `hoclieu:COURSE/MODULE/LESSON`, a block the fragment in it, a passage is found in the block by
//! its words and by its position. The colour of a highlight is the style class of its targets.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::{BODY_CHARS, Incoming, MOST_ANNOTATIONS, MOST_TARGETS, QUOTE_CHARS, ReadError, Refusal, Skipped};
use crate::content::{LessonId, Slug};
use crate::store::Millis;
use crate::study::Annotation;
use crate::study::annotation::{Colour, Motivation, Quote, Target};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const SCHEME: &str = "hoclieu:";
const STYLE: &str = "highlight-";
const UUID: &str = "urn:uuid:";

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    r#type: &'static str,
    generator: Agent,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Agent {
    r#type: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    r#type: &'static str,
    start_index: usize,
    items: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    created: Option<String>,
    modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<TextBody<'a>>,
    target: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct TextBody<'a> {
    r#type: &'static str,
    value: &'a str,
    format: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Resource<'a> {
    r#type: &'static str,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    style_class: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    selector: Option<Fragment<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fragment<'a> {
    r#type: &'static str,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    refined_by: Option<[Words<'a>; 2]>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Words<'a> {
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
    TextPositionSelector { start: u32, end: u32 },
}

/// The annotations as one collection.
pub fn write(annotations: &[&Annotation]) -> serde_json::Result<String> {
    let items = annotations.iter().map(|annotation| entry(annotation)).collect();
    serde_json::to_string_pretty(&Collection {
        context: CONTEXT,
        r#type: "AnnotationCollection",
        generator: Agent { r#type: "Software", name: concat!("Học Liệu ", env!("CARGO_PKG_VERSION")) },
        total: annotations.len(),
        first: Page { r#type: "AnnotationPage", start_index: 0, items },
    })
}

fn entry(annotation: &Annotation) -> Entry<'_> {
    let Annotation { id, course, lesson, motivation, colour, body, targets, created, modified, .. } =
        annotation;
    let target = |target| resource(format!("{SCHEME}{course}/{lesson}"), *colour, target);
    Entry {
        id: format!("{UUID}{id}"),
        r#type: "Annotation",
        motivation: motivation.as_str(),
        created: time(*created),
        modified: time(*modified),
        body: (!body.is_empty()).then_some(TextBody {
            r#type: "TextualBody",
            value: body,
            format: "text/markdown",
            purpose: "commenting",
        }),
        target: targets.iter().map(target).collect(),
    }
}

fn resource(source: String, colour: Option<Colour>, target: &Target) -> Resource<'_> {
    let selector = target.block.as_ref().map(|block| Fragment {
        r#type: "FragmentSelector",
        value: block.as_str(),
        refined_by: target.quote.as_ref().map(words),
    });
    let style_class = colour.map(|colour| format!("{STYLE}{}", colour.as_str()));
    Resource { r#type: "SpecificResource", source, style_class, selector }
}

fn words(quote: &Quote) -> [Words<'_>; 2] {
    let Quote { exact, prefix, suffix, start_chars: start, end_chars: end } = quote;
    [
        Words::TextQuoteSelector { exact, prefix, suffix },
        Words::TextPositionSelector { start: *start, end: *end },
    ]
}

fn time(at: Millis) -> Option<String> {
    Some(jiff::Timestamp::from_millisecond(at.0).ok()?.to_string())
}

#[derive(Deserialize)]
struct RawFile<'a> {
    #[serde(borrow, default)]
    items: Vec<&'a RawValue>,
    #[serde(borrow)]
    first: Option<RawPage<'a>>,
}

#[derive(Deserialize)]
struct RawPage<'a> {
    #[serde(borrow, default)]
    items: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct RawEntry {
    id: Option<String>,
    motivation: OneOrMany<String>,
    created: Option<String>,
    modified: Option<String>,
    body: Option<OneOrMany<RawBody>>,
    target: OneOrMany<RawTarget>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawBody {
    Text(String),
    Object { value: Option<String> },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawTarget {
    Whole(String),
    #[serde(rename_all = "camelCase")]
    Part {
        source: String,
        style_class: Option<String>,
        selector: Option<OneOrMany<RawSelector>>,
    },
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawSelector {
    r#type: String,
    value: Option<String>,
    exact: Option<String>,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
    start: Option<u32>,
    end: Option<u32>,
    refined_by: Option<Box<OneOrMany<RawSelector>>>,
}

impl<T> OneOrMany<T> {
    fn as_slice(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

/// Reads a collection, a page, or a list of annotations; each is read by itself, so that a bad one costs
/// only itself. What claims to come from the future is of `now`.
pub fn read(text: &str, now: Millis) -> Result<Incoming, ReadError> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let items: Vec<&RawValue> = if text.starts_with('[') {
        serde_json::from_str(text).map_err(ReadError::Json)?
    } else {
        let file: RawFile<'_> = serde_json::from_str(text).map_err(ReadError::Json)?;
        file.first.map_or(file.items, |page| page.items)
    };
    if items.len() > MOST_ANNOTATIONS {
        return Err(ReadError::TooMany);
    }
    let mut incoming = Incoming::default();
    for (item, number) in items.into_iter().zip(1..) {
        match annotation(item, now) {
            Ok(annotation) => incoming.annotations.push(annotation),
            Err(why) => incoming.skipped.push(Skipped { number, why }),
        }
    }
    Ok(incoming)
}

fn parsed<T: DeserializeOwned>(item: &RawValue) -> Result<T, Refusal> {
    serde_json::from_str(item.get()).map_err(|_cause| Refusal::Malformed)
}

fn annotation(item: &RawValue, now: Millis) -> Result<Annotation, Refusal> {
    let raw: RawEntry = parsed(item)?;
    let id = raw.id.as_deref().and_then(|id| id.strip_prefix(UUID)).and_then(|id| Uuid::try_parse(id).ok());
    let named = raw.motivation.as_slice().iter().find_map(|name| Motivation::parse(name));
    let motivation = named.ok_or(Refusal::Motivation)?;
    let (lesson, colour, targets) = places(raw.target.as_slice())?;
    let texts =
        raw.body.as_ref().map(OneOrMany::as_slice).unwrap_or_default().iter().filter_map(|body| match body {
            RawBody::Text(text) => Some(text.as_str()),
            RawBody::Object { value } => value.as_deref(),
        });
    let body = texts.collect::<Vec<_>>().join("\n\n");
    if body.chars().count() > BODY_CHARS {
        return Err(Refusal::TooLong);
    }
    let created = raw.created.as_deref().and_then(millis);
    let modified = raw.modified.as_deref().and_then(millis).or(created).unwrap_or(now).min(now);
    Ok(Annotation {
        id: id.ok_or(Refusal::NoId)?,
        course: lesson.0,
        lesson: lesson.1,
        motivation,
        colour: colour.or((motivation == Motivation::Highlighting).then_some(Colour::Yellow)),
        body,
        targets,
        created: created.unwrap_or(modified).min(now),
        modified,
        deleted: None,
    })
}

fn millis(text: &str) -> Option<Millis> {
    Some(Millis(text.parse::<jiff::Timestamp>().ok()?.as_millisecond()))
}

type Lesson = (Slug, LessonId);

/// The lesson, the colour and the parts of the lesson; all parts lie in one lesson.
fn places(raw: &[RawTarget]) -> Result<(Lesson, Option<Colour>, Vec<Target>), Refusal> {
    if raw.len() > MOST_TARGETS {
        return Err(Refusal::TooLong);
    }
    let (mut lesson, mut colour, mut targets) = (None, None, Vec::new());
    for target in raw {
        let (source, style, selectors) = match target {
            RawTarget::Whole(source) => (source, None, [].as_slice()),
            RawTarget::Part { source, style_class, selector } => (
                source,
                style_class.as_deref(),
                selector.as_ref().map(OneOrMany::as_slice).unwrap_or_default(),
            ),
        };
        let here = lesson_of(source).ok_or(Refusal::Foreign)?;
        if lesson.get_or_insert_with(|| here.clone()) != &here {
            return Err(Refusal::Foreign);
        }
        colour = colour.or(style.and_then(|style| Colour::parse(style.strip_prefix(STYLE)?)));
        targets.push(part(selectors)?);
    }
    Ok((lesson.ok_or(Refusal::Foreign)?, colour, targets))
}

fn lesson_of(source: &str) -> Option<Lesson> {
    let (course, lesson) = source.strip_prefix(SCHEME)?.split_once('/')?;
    Some((Slug::parse(course)?, LessonId::parse(lesson)?))
}

fn part(selectors: &[RawSelector]) -> Result<Target, Refusal> {
    let mut flat: Vec<&RawSelector> = Vec::new();
    let mut open: Vec<&RawSelector> = selectors.iter().collect();
    while let Some(selector) = open.pop() {
        open.extend(selector.refined_by.iter().flat_map(|inner| inner.as_slice()));
        flat.push(selector);
    }
    let named = |name: &str| flat.iter().find(|selector| selector.r#type == name);
    let block =
        match named("FragmentSelector").map(|fragment| fragment.value.as_deref().and_then(Slug::parse)) {
            Some(None) => return Err(Refusal::Foreign),
            Some(block) => block,
            None => None,
        };
    let words = named("TextQuoteSelector").and_then(|quote| Some((quote, quote.exact.as_ref()?)));
    let Some((quote, exact)) = words else { return Ok(Target { block, quote: None }) };
    let chars = exact.chars().count();
    if chars.max(quote.prefix.chars().count()).max(quote.suffix.chars().count()) > QUOTE_CHARS {
        return Err(Refusal::TooLong);
    }
    let position = named("TextPositionSelector");
    let start_chars = position.and_then(|position| position.start).unwrap_or_default();
    let end_chars = position.and_then(|position| position.end);
    let end_chars = end_chars.unwrap_or(start_chars.saturating_add(u32::try_from(chars).unwrap_or(u32::MAX)));
    let (exact, prefix, suffix) = (exact.clone(), quote.prefix.clone(), quote.suffix.clone());
    Ok(Target { block, quote: Some(Quote { exact, prefix, suffix, start_chars, end_chars }) })
}
