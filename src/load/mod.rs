//! Untrusted bytes to checked content, and back.

mod at;
mod check;
mod error;
mod explain;
mod findings;
mod fingerprint;
mod ids;
pub mod limits;
mod origin;
pub mod picture;
pub mod problem;
mod raw;
mod rules;
pub mod save;
mod schema;
mod sheet;
mod spans;

use crate::content::media::{Media, PictureKind};
use crate::content::source::Date;
use crate::content::{Course, Lesson, LessonId, RelPath, Slug};
use crate::load::sheet::Sheet;

pub use error::{LoadError, LoadErrorKind, SyntaxFault};
pub use fingerprint::fingerprint;
pub use origin::Origin;
pub use problem::{Problem, ProblemKind, Severity, Span};
pub use rules::{Counts, Report};
pub use schema::schemas;

/// A course with its sources and glossary; where one of the two is missing or broken, the course
/// opens without it.
pub fn course(origin: &Origin, problems: &mut Vec<Problem>) -> Result<Course, LoadError> {
    let mut course = read(origin, "course.json", limits::COURSE_BYTES, problems, check::course)?;
    let sources = read(origin, "sources.json", limits::SOURCES_BYTES, problems, check::sources);
    for source in kept(sources, problems) {
        course.sources.insert(source.id.clone(), source);
    }
    let terms = read(origin, "glossary.json", limits::GLOSSARY_BYTES, problems, check::glossary);
    Ok(course.with_terms(kept(terms, problems)))
}

/// A lesson of the outline.
pub fn lesson(
    origin: &Origin,
    course: &Course,
    id: &LessonId,
    problems: &mut Vec<Problem>,
) -> Result<Lesson, LoadError> {
    if course.spot(id).is_none() {
        return Err(LoadErrorKind::Missing.of(lesson_file(id)));
    }
    read(origin, &lesson_file(id), limits::LESSON_BYTES, problems, |sheet| check::lesson(sheet, id))
}

/// A picture or attachment.
pub fn media(origin: &Origin, path: &RelPath) -> Result<Media, LoadError> {
    let limit = if PictureKind::of(path).is_some() { limits::PICTURE_BYTES } else { limits::MEDIA_BYTES };
    Ok(Media { path: path.clone(), bytes: origin.read(path, limit)? })
}

/// What is wrong with the slides of a lesson, and at which block; whoever sets slides knows.
pub type SlideJudge<'a> = &'a dyn Fn(&Course, &Lesson) -> Vec<(usize, ProblemKind)>;

/// Reads every file of a course and holds it to all rules as of `today`; `strict` makes errors of
/// warnings. An error means that there is no course to look at.
pub fn check(origin: &Origin, today: Date, strict: bool, judge: SlideJudge<'_>) -> Result<Report, LoadError> {
    rules::check_all(origin, today, strict, judge)
}

/// An id made of the first words of a text; none where it has no letters or digits.
pub fn id_of(text: &str) -> Option<Slug> {
    Slug::parse(&ids::dashed(text))
}

fn lesson_file(id: &LessonId) -> String {
    format!("lessons/{id}.json")
}

/// Reads a file and hands its problems over, whether or not it could be read.
fn read<T>(
    origin: &Origin,
    file: &str,
    limit_bytes: u64,
    problems: &mut Vec<Problem>,
    check: impl FnOnce(&mut Sheet) -> Result<T, LoadErrorKind>,
) -> Result<T, LoadError> {
    let path = RelPath::parse(file).ok_or_else(|| LoadErrorKind::Missing.of(file))?;
    let mut sheet = Sheet::read(origin, &path, limit_bytes)?;
    let checked = check(&mut sheet);
    sheet.close(problems);
    checked.map_err(|kind| kind.of(file))
}

/// What was read; nothing and a problem where the file could not be read.
fn kept<T>(read: Result<Vec<T>, LoadError>, problems: &mut Vec<Problem>) -> Vec<T> {
    read.unwrap_or_else(|error| {
        if !matches!(error.kind, LoadErrorKind::Broken) {
            problems.push(error.into());
        }
        Vec::new()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_course_and_a_lesson_of_it_open() {
        let course = course(&Origin::Shipped, &mut Vec::new()).unwrap();
        let id = LessonId::parse("m08/tong-dai-111").unwrap();
        let mut problems = Vec::new();
        let lesson = lesson(&Origin::Shipped, &course, &id, &mut problems).unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        assert!(lesson.blocks.len() > 10);
        let missing = LessonId::parse("m08/khong-co").unwrap();
        assert!(super::lesson(&Origin::Shipped, &course, &missing, &mut problems).is_err());
    }
}
