//! What the user wrote, as a file that travels: written and read on threads of their own.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::anchors::{self, Anchors};
use crate::app::desktop::Picking;
use crate::app::open_course::LoadedLesson;
use crate::app::tr::Tr;
use crate::content::{Course, LessonId};
use crate::disk;
use crate::load::Origin;
use crate::store::Millis;
use crate::study::Annotation;
use crate::study::exchange::{self, FILE_BYTES, Incoming, Labels, Line, ReadError, Section};

/// What a file of notes is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// W3C Web Annotation, to be imported again.
    #[default]
    Json,
    /// To be read and printed.
    Markdown,
}

impl Format {
    /// The end of its file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "md",
        }
    }
}

/// Why a file of notes was not written or read.
#[derive(Debug)]
pub enum FileFailure {
    /// There is one of that name already.
    Exists,
    /// The machine refused.
    Io(io::Error),
    /// It is too long to be notes.
    TooBig,
    /// It does not hold annotations.
    NotNotes(ReadError),
}

/// A file that was written, and how much it holds.
pub type Written = (PathBuf, usize);

/// The course in whose order the notes are written.
pub struct Book<'a> {
    /// Where it comes from.
    pub origin: &'a Origin,
    /// Its outline.
    pub course: &'a Course,
    /// The words between the user's own.
    pub labels: Labels,
}

/// The words between the user's own, in Markdown.
pub fn labels(tr: &Tr, course: &str) -> Labels {
    Labels {
        title: fl!(tr, "notes-file-title", course = course),
        bookmark: fl!(tr, "bookmark"),
        colours: [
            fl!(tr, "highlight-yellow"),
            fl!(tr, "highlight-green"),
            fl!(tr, "highlight-blue"),
            fl!(tr, "highlight-pink"),
        ],
        lost: fl!(tr, "notes-file-lost"),
    }
}

/// Writes annotations in the order of the course; a file of that name is replaced only where that was
/// agreed on.
pub fn export(
    book: &Book<'_>,
    all: &[Annotation],
    format: Format,
    to: &Path,
    replace: bool,
) -> Result<Written, FileFailure> {
    if !replace && to.exists() {
        return Err(FileFailure::Exists);
    }
    let mut anchors = Anchors::default();
    let lessons: std::collections::BTreeSet<&LessonId> = all.iter().map(|entry| &entry.lesson).collect();
    for id in lessons.into_iter().filter(|id| book.course.spot(id).is_some()) {
        // A lesson that cannot be read keeps its notes, without their places.
        if let Ok(lesson) = LoadedLesson::read(book.origin, book.course, id) {
            let here = all.iter().filter(|entry| &entry.lesson == id && entry.course == book.course.id);
            anchors.put(id.clone(), anchors::place(&lesson, here));
        }
    }
    let mut entries: Vec<&Annotation> = all.iter().collect();
    anchors.sort(book.course, &mut entries);
    let text = match format {
        Format::Json => exchange::write(&entries).map_err(|error| FileFailure::Io(error.into()))?,
        Format::Markdown => exchange::markdown(&sections(book, &anchors, &entries), &book.labels),
    };
    disk::replace(to, text.as_bytes()).map_err(FileFailure::Io)?;
    Ok((to.to_owned(), entries.len()))
}

fn sections<'a>(book: &Book<'_>, anchors: &Anchors, entries: &[&'a Annotation]) -> Vec<Section<'a>> {
    let of_one_lesson = |a: &&Annotation, b: &&Annotation| (&a.course, &a.lesson) == (&b.course, &b.lesson);
    let section = |entries: &[&'a Annotation]| {
        let first = entries.first()?;
        let spot = book.course.spot(&first.lesson).filter(|_| first.course == book.course.id);
        let line = |entry: &&'a Annotation| {
            let anchor = anchors.get(entry);
            let words =
                anchor.map_or_else(|| entry.quoted().unwrap_or_default(), |anchor| anchor.words.clone());
            Line { entry, words, is_lost: anchor.is_none_or(|anchor| anchor.lost.is_some()) }
        };
        Some(Section {
            module: spot.map(|spot| format!("{}. {}", spot.module_number, spot.module.title)),
            lesson: spot.map_or_else(
                || format!("{}/{}", first.course, first.lesson),
                |spot| spot.entry.title.clone(),
            ),
            lines: entries.iter().map(line).collect(),
        })
    };
    entries.chunk_by(of_one_lesson).filter_map(section).collect()
}

/// Reads a file of annotations.
pub fn read(file: &Path, now: Millis) -> Result<Incoming, FileFailure> {
    let bytes = disk::read_at_most(file, FILE_BYTES).map_err(FileFailure::Io)?.ok_or(FileFailure::TooBig)?;
    exchange::read(&String::from_utf8_lossy(&bytes), now).map_err(FileFailure::NotNotes)
}

/// Nobody closes a dialog as fast as this: there was none.
const AT_ONCE: Duration = Duration::from_millis(300);

/// Waits for the system's dialog, then works with the file that was chosen.
pub(super) fn picked(picking: Picking, work: impl FnOnce(PathBuf) -> Action) -> Action {
    let begun = Instant::now();
    match pollster::block_on(picking) {
        Some(file) => work(file),
        None if begun.elapsed() < AT_ONCE => Action::NoDialog,
        None => Action::Picked(None),
    }
}

/// Why a file was not written or read, in the user's language.
pub fn failure_text(tr: &Tr, failure: &FileFailure) -> String {
    match failure {
        FileFailure::Exists => fl!(tr, "notes-file-exists"),
        FileFailure::Io(error) => fl!(tr, "notes-file-io", cause = error.to_string()),
        FileFailure::TooBig => {
            let limit = FILE_BYTES >> 20;
            fl!(tr, "notes-file-too-big", limit = limit)
        }
        FileFailure::NotNotes(ReadError::TooMany) => {
            fl!(tr, "notes-file-too-many", limit = exchange::MOST_ANNOTATIONS)
        }
        FileFailure::NotNotes(ReadError::Json(error)) => {
            fl!(tr, "notes-file-not-notes", cause = error.to_string())
        }
    }
}

/// What an import did, a sentence for each kind of thing.
pub fn report_text(tr: &Tr, report: &exchange::Report) -> Vec<String> {
    let skipped = report.skipped.len();
    let lines = [
        (report.added, fl!(tr, "import-added", count = report.added)),
        (report.updated, fl!(tr, "import-updated", count = report.updated)),
        (report.same, fl!(tr, "import-same", count = report.same)),
        (report.older, fl!(tr, "import-older", count = report.older)),
        (report.deleted, fl!(tr, "import-deleted", count = report.deleted)),
        (skipped, fl!(tr, "import-skipped", count = skipped)),
    ];
    let told: Vec<String> = lines.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    if told.is_empty() { vec![fl!(tr, "import-nothing")] } else { told }
}

/// Why one entry was left out.
pub fn refusal_text(tr: &Tr, skipped: &exchange::Skipped) -> String {
    use exchange::Refusal;
    let why = match skipped.why {
        Refusal::Malformed => fl!(tr, "refusal-malformed"),
        Refusal::NoId => fl!(tr, "refusal-no-id"),
        Refusal::Motivation => fl!(tr, "refusal-motivation"),
        Refusal::Foreign => fl!(tr, "refusal-foreign"),
        Refusal::TooLong => fl!(tr, "refusal-too-long"),
    };
    fl!(tr, "refusal-line", number = skipped.number, why = why)
}

/// The name under which the notes are offered to be kept.
pub fn file_name(tr: &Tr, format: Format) -> String {
    format!("{}.{}", fl!(tr, "notes-file-name"), format.extension())
}
