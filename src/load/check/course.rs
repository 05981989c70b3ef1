//! The outline and the agendas.

use std::collections::BTreeSet;

use crate::content::course::{Agenda, AgendaItem, LessonEntry, Module, Part};
use crate::content::inline::Link;
use crate::content::{Course, LessonId, Slug};
use crate::load::at::At;
use crate::load::check::{each, schema};
use crate::load::error::LoadErrorKind;
use crate::load::explain;
use crate::load::findings::{Findings, Target};
use crate::load::ids::{Ids, dashed};
use crate::load::problem::{Form, ProblemKind};
use crate::load::raw::course as raw;
use crate::load::sheet::Sheet;

/// The format that this program reads.
const FORMAT: u64 = 1;

/// A course without its sources and glossary.
pub(in crate::load) fn course(sheet: &mut Sheet) -> Result<Course, LoadErrorKind> {
    // A later format may differ in anything, so nothing else is looked at.
    if let Some(format) = sheet.root.get("format").and_then(serde_json::Value::as_u64)
        && format > FORMAT
    {
        return Err(LoadErrorKind::Newer { format });
    }
    let findings = &mut sheet.findings;
    let raw: raw::Course =
        explain::read(&mut sheet.root, &At::Root, findings).ok_or(LoadErrorKind::Broken)?;
    let key = |key| At::Key(&At::Root, key);
    schema(raw.schema.as_deref(), "../schema/course.json", findings);
    if raw.format != FORMAT {
        findings.error(&key("format"), ProblemKind::OutOfRange { min: FORMAT, max: FORMAT });
    }
    let id = findings.slug(&raw.id, &key("id")).ok_or(LoadErrorKind::Broken)?;
    let mut course = Course::empty(id, findings.plain(&raw.title, &key("title")));
    course.subtitle = findings.plain_option(raw.subtitle, &key("subtitle"));
    course.language = language(raw.language, &key("language"), findings);
    course.translation_of = findings.slug_option(raw.translation_of, &key("translation_of"));
    course.edition = findings.plain_option(raw.edition, &key("edition"));
    course.publisher = findings.plain_option(raw.publisher, &key("publisher"));
    course.license = findings.plain_option(raw.license, &key("license"));
    course.description = findings.words_option(raw.description, &key("description"));
    course.cover = raw.cover.and_then(|cover| findings.media(&cover, &key("cover")));
    if let Some(needs) = raw.min_app {
        min_app(needs, &key("min_app"), findings);
    }
    course.parts = parts(raw.parts, findings);
    course.agendas = agendas(raw.agendas.unwrap_or_default(), findings);
    if course.lessons().next().is_none() {
        findings.error(&key("parts"), ProblemKind::NoLessons);
    }
    Ok(course)
}

/// Such as `vi` or `zh-Hans`; Vietnamese where it is neither.
fn language(language: String, at: &At<'_>, findings: &mut Findings) -> String {
    let mut parts = language.split('-');
    let first = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    let rest = parts
        .all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if first && rest {
        return language;
    }
    findings.error(at, ProblemKind::Malformed { what: Form::Language, text: language });
    "vi".to_owned()
}

/// Warns where the course was made for a later program.
fn min_app(needs: String, at: &At<'_>, findings: &mut Findings) {
    let numbers =
        |version: &str| -> Option<Vec<u32>> { version.split('.').map(|n| n.parse().ok()).collect() };
    match numbers(&needs) {
        None => findings.error(at, ProblemKind::Malformed { what: Form::Version, text: needs }),
        Some(wanted) if Some(&wanted) > numbers(env!("CARGO_PKG_VERSION")).as_ref() => {
            findings.warning(at, ProblemKind::NewerApp { needs });
        }
        Some(_) => {}
    }
}

fn parts(parts: crate::load::raw::Each<raw::Part>, findings: &mut Findings) -> Vec<Part> {
    let mut module_ids = Ids::default();
    let mut lesson_ids = BTreeSet::new();
    each(parts, &At::Root.key("parts"), findings, |part, at, findings| {
        let title = findings.plain(&part.title, &at.key("title"));
        let modules = each(part.modules, &at.key("modules"), findings, |raw, at, findings| {
            Some(module(raw, at, &mut module_ids, &mut lesson_ids, findings))
        });
        Some(Part { title, modules })
    })
}

fn module(
    raw: raw::Module,
    at: &At<'_>,
    ids: &mut Ids,
    lesson_ids: &mut BTreeSet<LessonId>,
    findings: &mut Findings,
) -> Module {
    Module {
        id: id_or_invented(raw.id.as_deref(), &raw.title, "module", at, ids, findings),
        title: findings.plain(&raw.title, &at.key("title")),
        summary: findings.words_option(raw.summary, &at.key("summary")),
        lessons: each(raw.lessons, &at.key("lessons"), findings, |raw, at, findings| {
            let entry = lesson_entry(&raw, at, findings)?;
            let new = lesson_ids.insert(entry.id.clone());
            if !new {
                findings.error(&at.key("id"), ProblemKind::DuplicateId { id: raw.id });
            }
            new.then_some(entry)
        }),
    }
}

fn lesson_entry(raw: &raw::LessonEntry, at: &At<'_>, findings: &mut Findings) -> Option<LessonEntry> {
    let id = lesson_id(&raw.id, &at.key("id"), findings)?;
    findings.refer(at, Target::Entry(id.clone()));
    Some(LessonEntry {
        id,
        title: findings.plain(&raw.title, &at.key("title")),
        minutes: findings.minutes(raw.minutes, &at.key("minutes")),
        state: raw.state.unwrap_or_default(),
    })
}

/// A lesson's id, or a problem with one that is well formed.
fn lesson_id(id: &str, at: &At<'_>, findings: &mut Findings) -> Option<LessonId> {
    let parsed = LessonId::parse(id);
    if parsed.is_none() {
        let meant = id.splitn(2, '/').map(dashed).collect::<Vec<_>>().join("/");
        findings.error(at, ProblemKind::BadId { id: id.to_owned(), meant });
    }
    parsed
}

/// The id of a module or agenda; one made of its title where it is missing, bad or taken.
fn id_or_invented(
    id: Option<&str>,
    title: &str,
    fallback: &str,
    at: &At<'_>,
    ids: &mut Ids,
    findings: &mut Findings,
) -> Slug {
    let given = id.and_then(|id| findings.slug(id, &at.key("id")));
    if let Some(id) = &given {
        if ids.take(id) {
            return id.clone();
        }
        findings.error(&at.key("id"), ProblemKind::DuplicateId { id: id.to_string() });
    }
    let invented = ids.invent(title, fallback);
    if id.is_none() {
        findings.error(at, ProblemKind::MissingId { meant: invented.to_string() });
    }
    invented
}

fn agendas(agendas: crate::load::raw::Each<raw::Agenda>, findings: &mut Findings) -> Vec<Agenda> {
    let mut ids = Ids::default();
    each(agendas, &At::Root.key("agendas"), findings, |raw, at, findings| {
        Some(Agenda {
            id: id_or_invented(raw.id.as_deref(), &raw.title, "agenda", at, &mut ids, findings),
            title: findings.plain(&raw.title, &at.key("title")),
            items: each(raw.items, &at.key("items"), findings, agenda_item),
        })
    })
}

fn agenda_item(raw: raw::AgendaItem, at: &At<'_>, findings: &mut Findings) -> Option<AgendaItem> {
    let minutes = findings.minutes(raw.minutes, &at.key("minutes"));
    match (raw.lesson, raw.pause) {
        (Some(lesson), None) => {
            let lesson = lesson_id(&lesson, &at.key("lesson"), findings)?;
            findings.refer(&at.key("lesson"), Target::Link(Link::Lesson(lesson.clone(), None)));
            let ends = at.key("blocks");
            let blocks = raw.blocks.and_then(|[from, to]| {
                Some((findings.slug(&from, &ends.index(0))?, findings.slug(&to, &ends.index(1))?))
            });
            let whole = raw.path == Some(raw::Way::All);
            let item = AgendaItem::Lesson { lesson, minutes, whole, blocks };
            findings.refer(at, Target::Taught(item.clone()));
            Some(item)
        }
        (None, Some(label)) if raw.path.is_none() && raw.blocks.is_none() => {
            Some(AgendaItem::Break { label: findings.plain(&label, &at.key("break")), minutes })
        }
        _ => {
            findings.error(at, ProblemKind::LessonOrBreak);
            None
        }
    }
}
