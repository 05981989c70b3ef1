//! Questions as they are answered, and what came of it.

pub mod answers;
pub mod draft;
pub mod pick;

pub use answers::{Answered, Answers, Purpose, Standing, Sureness};
pub use draft::Draft;

use crate::content::{LessonId, Slug};

/// A question by its durable key: its words may change, its answers stay with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuestionKey {
    /// The course.
    pub course: Slug,
    /// The lesson in it.
    pub lesson: LessonId,
    /// The block in the lesson.
    pub block: Slug,
}
