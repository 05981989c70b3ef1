//! Whether everything that is named exists.

use crate::content::course::LessonState;
use crate::content::inline::Link;
use crate::content::source::Status;
use crate::content::{Lesson, LessonId, RelPath, Slug};
use crate::load::findings::{Findings, Reference, Target};
use crate::load::ids::nearest;
use crate::load::problem::{ProblemKind, Thing};
use crate::load::rules::media::Pictures;
use crate::load::rules::{Whole, time};

/// Follows what a file names.
pub(super) fn check(
    whole: &Whole<'_>,
    lesson: Option<&Lesson>,
    pictures: &mut Pictures,
    findings: &mut Findings,
) {
    for Reference { at, target } in std::mem::take(&mut findings.references) {
        if findings.is_full() {
            break;
        }
        match &target {
            Target::Cite(cite) => source(whole, &cite.source, &at, findings),
            Target::Source(id) => source(whole, id, &at, findings),
            Target::Status(id) => status(whole, id, &at, findings),
            Target::Link(link) => follow(whole, link, &at, findings),
            Target::Objective(id) => objective(lesson, id, &at, findings),
            Target::Media(path) => pictures.check(whole, path, &at, findings),
            Target::Entry(id) => entry(whole, id, &at, findings),
            Target::Taught(item) => time::agenda_item(whole, item, &at, findings),
        }
    }
}

fn unknown(what: Thing, name: &impl ToString, meant: Option<String>) -> ProblemKind {
    ProblemKind::Unknown { what, name: name.to_string(), meant }
}

fn source(whole: &Whole<'_>, id: &Slug, at: &String, findings: &mut Findings) {
    let sources = &whole.course.sources;
    if !sources.contains_key(id) {
        let meant = nearest(id.as_str(), sources.keys().map(Slug::as_str));
        findings.error(at, unknown(Thing::Source, id, meant));
    }
}

/// The status of a source that holds must have been checked within the last year.
fn status(whole: &Whole<'_>, id: &Slug, at: &String, findings: &mut Findings) {
    let Some(source) = whole.course.sources.get(id) else { return };
    let settled = matches!(source.status, Status::Replaced | Status::Expired | Status::Historical);
    let unchecked = source.checked_on.is_none() && !source.kind.is_legal();
    if !settled && !unchecked && !source.is_fresh(whole.today) {
        let checked_on = source.checked_on.map(|date| date.to_string());
        findings.warning(at, ProblemKind::StaleSource { id: id.to_string(), checked_on });
    }
}

fn follow(whole: &Whole<'_>, link: &Link, at: &String, findings: &mut Findings) {
    match link {
        Link::Outside(_) => {}
        Link::Term(term) => {
            if whole.course.term(term).is_none() {
                let known = whole.course.terms.values();
                let words = known.flat_map(|term| std::iter::once(&term.term).chain(&term.aliases));
                let meant = nearest(term, words.map(String::as_str));
                findings.error(at, unknown(Thing::Term, term, meant));
            }
        }
        Link::Lesson(id, part) => {
            if whole.course.spot(id).is_none() {
                unknown_lesson(whole, id, at, findings);
            } else if let (Some(part), Some(lesson)) = (part, whole.lessons.get(id)) {
                block(lesson, part, at, findings);
            }
        }
    }
}

fn unknown_lesson(whole: &Whole<'_>, id: &LessonId, at: &String, findings: &mut Findings) {
    let known: Vec<String> = whole.course.lessons().map(|spot| spot.entry.id.to_string()).collect();
    let meant = nearest(&id.to_string(), known.iter().map(String::as_str));
    findings.error(at, unknown(Thing::Lesson, id, meant));
}

/// A block of a lesson that could be read.
pub(super) fn block(lesson: &Lesson, id: &Slug, at: &String, findings: &mut Findings) {
    if lesson.block(id).is_none() {
        let meant = nearest(id.as_str(), lesson.blocks.iter().map(|block| block.id.as_str()));
        findings.error(at, unknown(Thing::Block, id, meant));
    }
}

fn objective(lesson: Option<&Lesson>, id: &Slug, at: &String, findings: &mut Findings) {
    let Some(lesson) = lesson else { return };
    let mut known = lesson.objectives.iter().map(|objective| objective.id.as_str());
    if !known.clone().any(|known| known == id.as_str()) {
        let meant = nearest(id.as_str(), &mut known);
        findings.error(at, unknown(Thing::Objective, id, meant));
    }
}

/// A lesson that is ready has a file, and its minutes are those of its slides.
fn entry(whole: &Whole<'_>, id: &LessonId, at: &String, findings: &mut Findings) {
    let Some(spot) = whole.course.spot(id).filter(|spot| spot.entry.state == LessonState::Ready) else {
        return;
    };
    let file = RelPath::parse(&crate::load::lesson_file(id));
    if !file.is_some_and(|file| whole.files.contains(&file)) {
        findings.error(&format!("{at}/id"), ProblemKind::MissingLesson { id: id.to_string() });
    } else if let Some(lesson) = whole.lessons.get(id) {
        time::outline(lesson, spot.entry.minutes, at, findings);
    }
}
