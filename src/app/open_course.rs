//! The open course: where it comes from, what was found in it, and the lessons read so far.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::course::LessonState;
use crate::content::inline::Cite;
use crate::content::slides::slides;
use crate::content::{Course, Lesson, LessonId, RichText, Slug};
use crate::load::{self, LoadError, Origin, Problem};

/// A course as it was read.
pub struct Loaded {
    /// Where it comes from.
    pub origin: Origin,
    /// Its outline, sources and glossary.
    pub course: Course,
    /// What is wrong in those.
    pub problems: Vec<Problem>,
    /// The lesson that is shown first, read along so that the first picture has it.
    pub first: Option<(LessonId, ReadLesson)>,
}

/// A lesson that was read, or why it was not.
pub type ReadLesson = Result<Box<LoadedLesson>, LoadError>;

impl Loaded {
    /// Reads a course with the lesson that is shown first.
    pub fn read(origin: Origin, first: Option<LessonId>) -> Result<Self, LoadError> {
        let mut problems = Vec::new();
        let course = load::course(&origin, &mut problems)?;
        let first = first.map(|id| {
            let lesson = LoadedLesson::read(&origin, &course, &id).map(Box::new);
            (id, lesson)
        });
        Ok(Self { origin, course, problems, first })
    }
}

/// A lesson as it was read, with what every frame would otherwise compute anew.
pub struct LoadedLesson {
    /// The lesson.
    pub lesson: Lesson,
    /// What is wrong in it.
    pub problems: Vec<Problem>,
    /// The plain text of each block.
    pub plain: Vec<String>,
    /// The lesson's sources in the order of their first mention; a source's number is its place.
    pub sources: Vec<Slug>,
    /// How many slides it makes, the title slide among them.
    pub slides: usize,
    /// The blocks' words, for the time that is left.
    pub words: usize,
}

impl LoadedLesson {
    /// Reads a lesson of a course.
    pub fn read(origin: &Origin, course: &Course, id: &LessonId) -> Result<Self, LoadError> {
        let mut problems = Vec::new();
        let lesson = load::lesson(origin, course, id, &mut problems)?;
        Ok(Self::new(lesson, problems))
    }

    /// Prepares a lesson for the screen.
    pub fn new(lesson: Lesson, problems: Vec<Problem>) -> Self {
        let plain: Vec<String> = lesson.blocks.iter().map(crate::content::Block::plain_text).collect();
        let mut sources: Vec<Slug> = Vec::new();
        let care = lesson.care.iter().flat_map(RichText::cites);
        let in_blocks =
            lesson.blocks.iter().filter(|block| block.is_read()).flat_map(crate::content::Block::cites);
        for Cite { source, .. } in care.chain(in_blocks) {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        let slides = slides(&lesson).len() + 1;
        let words = plain.iter().map(|text| text.split_whitespace().count()).sum();
        Self { lesson, problems, plain, sources, slides, words }
    }

    /// The number of a source in this lesson, from 1.
    pub fn number(&self, source: &Slug) -> Option<usize> {
        self.sources.iter().position(|known| known == source).map(|at| at + 1)
    }

    /// The problems of one block.
    pub fn problems_of(&self, block: usize) -> impl Iterator<Item = &Problem> {
        let at = format!("/blocks/{block}");
        self.problems.iter().filter(move |problem| {
            problem.at.strip_prefix(&at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

/// What became of a lesson that was asked for.
pub enum LessonSlot {
    /// It is being read.
    Loading,
    /// It is there.
    Ready(Arc<LoadedLesson>),
    /// It could not be read.
    Failed(LoadError),
}

/// The course on the screen.
pub struct OpenCourse {
    /// Where it comes from.
    pub origin: Origin,
    /// Its outline, sources and glossary.
    pub course: Arc<Course>,
    /// What is wrong in those, and what could not be read since.
    pub problems: Vec<Problem>,
    lessons: BTreeMap<LessonId, LessonSlot>,
    /// The lessons by last use, the latest last.
    recent: Vec<LessonId>,
}

/// As many lessons stay in memory.
const KEPT_LESSONS: usize = 8;

impl OpenCourse {
    /// A course as it was read.
    pub fn new(loaded: Loaded) -> Self {
        let Loaded { origin, course, problems, first } = loaded;
        let (lessons, recent) = (BTreeMap::new(), Vec::new());
        let mut open = Self { origin, course: Arc::new(course), problems, lessons, recent };
        if let Some((id, lesson)) = first {
            open.put_read(id, lesson);
        }
        open
    }

    /// Keeps a lesson that was read, or notes why it was not.
    pub fn put_read(&mut self, id: LessonId, lesson: ReadLesson) {
        let slot = match lesson {
            Ok(lesson) => LessonSlot::Ready(Arc::new(*lesson)),
            Err(error) => {
                self.note_unreadable(error.clone().into());
                LessonSlot::Failed(error)
            }
        };
        self.put(id, slot);
    }

    /// What became of a lesson; none where nobody asked for it.
    pub fn lesson(&self, id: &LessonId) -> Option<&LessonSlot> {
        self.lessons.get(id)
    }

    /// The lesson, where it is there.
    pub fn ready(&self, id: &LessonId) -> Option<&Arc<LoadedLesson>> {
        match self.lessons.get(id)? {
            LessonSlot::Ready(lesson) => Some(lesson),
            _ => None,
        }
    }

    /// Keeps what became of a lesson; the least used one goes when there are too many.
    pub fn put(&mut self, id: LessonId, slot: LessonSlot) {
        self.recent.retain(|known| known != &id);
        self.recent.push(id.clone());
        self.lessons.insert(id, slot);
        if self.recent.len() > KEPT_LESSONS {
            let oldest = self.recent.remove(0);
            self.lessons.remove(&oldest);
        }
    }

    /// The lessons that are in memory.
    pub fn in_memory(&self) -> Vec<LessonId> {
        self.recent.clone()
    }

    /// Notes a file that could not be read, once.
    pub fn note_unreadable(&mut self, problem: Problem) {
        let known = |noted: &Problem| noted.file == problem.file && noted.at.is_empty();
        if !self.problems.iter().any(known) {
            self.problems.push(problem);
        }
    }

    /// Problems of the course and of every lesson in memory.
    pub fn all_problems(&self) -> impl Iterator<Item = &Problem> {
        let of_lessons = self.lessons.values().filter_map(|slot| match slot {
            LessonSlot::Ready(lesson) => Some(&lesson.problems),
            _ => None,
        });
        self.problems.iter().chain(of_lessons.flatten())
    }

    /// The written lesson before (`-1`) or after (`1`) one.
    pub fn neighbour(&self, id: &LessonId, by: isize) -> Option<LessonId> {
        let written: Vec<&LessonId> = self
            .course
            .lessons()
            .filter(|spot| spot.entry.state == LessonState::Ready)
            .map(|spot| &spot.entry.id)
            .collect();
        let at = written.iter().position(|known| *known == id)?;
        written.get(at.checked_add_signed(by)?).map(|id| (*id).clone())
    }

    /// The first written lesson.
    pub fn first_lesson(&self) -> Option<LessonId> {
        let mut written = self.course.lessons().filter(|spot| spot.entry.state == LessonState::Ready);
        written.next().map(|spot| spot.entry.id.clone())
    }
}
