//! The rules that hold across the files of a course.

mod media;
mod mojibake;
mod references;
mod statements;
mod syllable;
mod text;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::content::course::LessonState;
use crate::content::source::Date;
use crate::content::{Course, Lesson, LessonId, RelPath};
use crate::load::at::At;
use crate::load::error::{LoadError, LoadErrorKind};
use crate::load::problem::{Problem, Severity};
use crate::load::sheet::Sheet;
use crate::load::{Origin, SlideJudge, check, lesson_file, limits};

/// What `check` found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// By file and place.
    pub problems: Vec<Problem>,
    /// What was looked at.
    pub counts: Counts,
}

/// How much a course holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Lessons that are written.
    pub lessons: usize,
    /// Their blocks.
    pub blocks: usize,
    /// Sources.
    pub sources: usize,
    /// Words that are explained.
    pub terms: usize,
    /// Pictures and attachments that are used.
    pub media: usize,
}

/// A course with all that its rules look at.
struct Whole<'o> {
    origin: &'o Origin,
    course: Course,
    lessons: BTreeMap<LessonId, Lesson>,
    files: BTreeSet<RelPath>,
    today: Date,
}

/// A file that was read, with the lesson it holds.
struct Page {
    sheet: Sheet,
    lesson: Option<LessonId>,
}

/// Reads every file of a course and holds it to the rules; `strict` makes errors of warnings.
pub(super) fn check_all(
    origin: &Origin,
    today: Date,
    strict: bool,
    judge: SlideJudge<'_>,
) -> Result<Report, LoadError> {
    let mut report = Report::default();
    let mut pages = Vec::new();
    let course = match open(origin, "course.json", limits::COURSE_BYTES, &mut pages, None, check::course) {
        Ok(course) => course,
        Err(error) if could_not_run(&error) => return Err(error),
        Err(error) => return Ok(finish(report, error, pages, strict)),
    };
    let mut whole = Whole { origin, course, lessons: BTreeMap::new(), files: origin.files(), today };
    whole.read_library(&mut pages, &mut report.problems);
    whole.read_lessons(&mut pages, &mut report.problems);

    let mut pictures = media::Pictures::default();
    for page in &mut pages {
        let lesson = page.lesson.as_ref().and_then(|id| whole.lessons.get(id));
        references::check(&whole, lesson, &mut pictures, &mut page.sheet.findings);
        if let Some(lesson) = lesson {
            statements::check(&whole.course, lesson, &mut page.sheet.findings);
            time::lesson(lesson, &mut page.sheet.findings);
            for (block, kind) in judge(&whole.course, lesson) {
                page.sheet.findings.warning(&At::Root.key("blocks").index(block), kind);
            }
        }
    }
    media::files(&whole, &pictures, &mut report.problems);
    report.counts = whole.counts(&pictures);
    for page in pages {
        page.sheet.close(&mut report.problems);
    }
    Ok(in_order(report, strict))
}

/// A folder that holds no course at all, rather than a course with faults.
fn could_not_run(error: &LoadError) -> bool {
    matches!(error.kind, LoadErrorKind::Missing | LoadErrorKind::Io { .. })
}

fn finish(mut report: Report, error: LoadError, pages: Vec<Page>, strict: bool) -> Report {
    for page in pages {
        page.sheet.close(&mut report.problems);
    }
    if !matches!(error.kind, LoadErrorKind::Broken) {
        report.problems.push(error.into());
    }
    in_order(report, strict)
}

fn in_order(mut report: Report, strict: bool) -> Report {
    report.problems.sort_by(|a, b| a.order().cmp(&b.order()));
    if strict {
        report.problems.iter_mut().for_each(|problem| problem.severity = Severity::Error);
    }
    report
}

/// Reads a file, looks at its letters and keeps it for the rules that need the whole course.
fn open<T>(
    origin: &Origin,
    file: &str,
    limit_bytes: u64,
    pages: &mut Vec<Page>,
    lesson: Option<&LessonId>,
    check: impl FnOnce(&mut Sheet) -> Result<T, LoadErrorKind>,
) -> Result<T, LoadError> {
    let path = RelPath::parse(file).ok_or_else(|| LoadErrorKind::Missing.of(file))?;
    let mut sheet = Sheet::read(origin, &path, limit_bytes)?;
    sheet.note_duplicate_keys();
    text::check(&sheet.root, &At::Root, &mut sheet.findings);
    let checked = check(&mut sheet);
    sheet.root = Value::Null;
    pages.push(Page { sheet, lesson: lesson.cloned() });
    checked.map_err(|kind| kind.of(file))
}

impl Whole<'_> {
    fn read_library(&mut self, pages: &mut Vec<Page>, problems: &mut Vec<Problem>) {
        let sources = open(self.origin, "sources.json", limits::SOURCES_BYTES, pages, None, check::sources);
        for source in super::kept(sources, problems) {
            self.course.sources.insert(source.id.clone(), source);
        }
        let terms = open(self.origin, "glossary.json", limits::GLOSSARY_BYTES, pages, None, check::glossary);
        self.course = self.course.clone().with_terms(super::kept(terms, problems));
    }

    fn read_lessons(&mut self, pages: &mut Vec<Page>, problems: &mut Vec<Problem>) {
        let written = self.course.lessons().filter(|spot| spot.entry.state == LessonState::Ready);
        let written: Vec<LessonId> = written.map(|spot| spot.entry.id.clone()).collect();
        for id in written {
            let read =
                open(self.origin, &lesson_file(&id), limits::LESSON_BYTES, pages, Some(&id), |sheet| {
                    check::lesson(sheet, &id)
                });
            match read {
                Ok(lesson) => drop(self.lessons.insert(id, lesson)),
                // The outline names the lesson; the problem stands there.
                Err(LoadError { kind: LoadErrorKind::Missing | LoadErrorKind::Broken, .. }) => {}
                Err(error) => problems.push(error.into()),
            }
        }
    }

    fn counts(&self, pictures: &media::Pictures) -> Counts {
        Counts {
            lessons: self.lessons.len(),
            blocks: self.lessons.values().map(|lesson| lesson.blocks.len()).sum(),
            sources: self.course.sources.len(),
            terms: self.course.terms.len(),
            media: pictures.used(),
        }
    }
}
