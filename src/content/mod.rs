//! What a course is: pure values, built only from checked input.

pub mod address;
pub mod block;
pub mod course;
pub mod inline;
pub mod media;
pub mod path;
pub mod plain;
pub mod question;
pub mod slides;
pub mod source;

pub use address::{LessonId, Place, Slug};
pub use block::{Block, BlockKind};
pub use course::{Course, Lesson};
pub use inline::RichText;
pub use path::RelPath;
pub use source::Source;
