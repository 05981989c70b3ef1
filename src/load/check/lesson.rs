//! A lesson and its blocks; a broken block keeps its place, its id and its notes.

use serde_json::Value;

use crate::content::course::Objective;
use crate::content::{Block, Lesson, LessonId, Slug};
use crate::load::at::At;
use crate::load::check::{block, each, schema};
use crate::load::error::LoadErrorKind;
use crate::load::explain;
use crate::load::findings::Findings;
use crate::load::ids::Ids;
use crate::load::limits;
use crate::load::problem::ProblemKind;
use crate::load::raw::lesson as raw;
use crate::load::sheet::Sheet;

/// The lesson of a file that stands where `id` says.
pub(in crate::load) fn lesson(sheet: &mut Sheet, id: &LessonId) -> Result<Lesson, LoadErrorKind> {
    let findings = &mut sheet.findings;
    let raw: raw::Lesson =
        explain::read(&mut sheet.root, &At::Root, findings).ok_or(LoadErrorKind::Broken)?;
    let key = |key| At::Key(&At::Root, key);
    schema(raw.schema.as_deref(), "../../../schema/lesson.json", findings);
    match raw.id {
        None => findings.error(&At::Root, ProblemKind::MissingField { field: "id".to_owned() }),
        Some(found) if found != id.to_string() => {
            findings.error(&key("id"), ProblemKind::LessonIdDiffers { expected: id.to_string(), found });
        }
        Some(_) => {}
    }
    Ok(Lesson {
        id: id.clone(),
        objectives: objectives(raw.objectives.unwrap_or_default(), findings),
        audience: findings.words_option(raw.audience, &key("audience")),
        keywords: keywords(raw.keywords.unwrap_or_default(), &key("keywords"), findings),
        care: findings.words_option(raw.care, &key("care")),
        blocks: blocks(raw.blocks.entries, findings),
    })
}

fn objectives(list: crate::load::raw::Each<raw::Objective>, findings: &mut Findings) -> Vec<Objective> {
    let mut ids = Ids::default();
    each(list, &At::Root.key("objectives"), findings, |raw, at, findings| {
        let id = findings.slug(&raw.id, &at.key("id"))?;
        if !ids.take(&id) {
            findings.error(&at.key("id"), ProblemKind::DuplicateId { id: raw.id });
            return None;
        }
        Some(Objective { id, text: findings.words(&raw.text, &at.key("text")) })
    })
}

fn keywords(keywords: Vec<String>, at: &At<'_>, findings: &mut Findings) -> Vec<String> {
    let keywords = findings.few(keywords, limits::ITEMS, at);
    keywords.iter().enumerate().map(|(index, word)| findings.plain(word, &at.index(index))).collect()
}

fn blocks(entries: Vec<Value>, findings: &mut Findings) -> Vec<Block> {
    let at = At::Root.key("blocks");
    let mut entries = findings.few(entries, limits::BLOCKS, &at);
    // All given ids are taken before one is invented, so that an invented one never displaces them.
    let mut ids = Ids::default();
    let given: Vec<Option<Slug>> = entries
        .iter()
        .enumerate()
        .map(|(i, entry)| given_id(entry, &at.index(i), &mut ids, findings))
        .collect();
    let mut blocks = Vec::with_capacity(entries.len());
    for (index, (entry, id)) in entries.iter_mut().zip(given).enumerate() {
        let at = at.index(index);
        let id = id.unwrap_or_else(|| {
            let invented = ids.invent_for(entry);
            if entry.is_object() && entry.get("id").is_none() {
                findings.warning(&at, ProblemKind::MissingId { meant: invented.to_string() });
            }
            invented
        });
        blocks.push(block::block(entry, id, &at, findings));
    }
    blocks
}

/// The id as it stands in the file, where it is good and free.
fn given_id(entry: &Value, at: &At<'_>, ids: &mut Ids, findings: &mut Findings) -> Option<Slug> {
    let text = entry.get("id")?.as_str()?;
    let at = at.key("id");
    let id = findings.slug(text, &at)?;
    let free = ids.take(&id);
    if !free {
        findings.error(&at, ProblemKind::DuplicateId { id: text.to_owned() });
    }
    free.then_some(id)
}
