//! Flashcards: what they ask for, their history, and which are due.

pub mod deck;
mod event;
#[cfg(test)]
mod tests;

pub use deck::{Card, Deck, Due, Limits};
pub use event::{Act, CardEvent};

use uuid::Uuid;

use crate::content::{LessonId, Slug};

/// A card by what it asks for: it changes with the course, its history stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardKey {
    /// The course.
    pub course: Slug,
    /// What it asks for.
    pub of: CardOf,
}

/// What a card asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardOf {
    /// The meaning of a glossary word.
    Term(Slug),
    /// A question of a lesson.
    Question(LessonId, Slug),
    /// Words that the user marked.
    Highlight(Uuid),
}

impl CardOf {
    /// Its kind and its key there, as they stand on the disk.
    fn columns(&self) -> (&'static str, String) {
        match self {
            Self::Term(term) => ("term", term.to_string()),
            Self::Question(lesson, block) => ("question", format!("{lesson}#{block}")),
            Self::Highlight(id) => ("highlight", id.to_string()),
        }
    }

    fn parse(kind: &str, key: &str) -> Option<Self> {
        match kind {
            "term" => Slug::parse(key).map(Self::Term),
            "question" => {
                let (lesson, block) = key.split_once('#')?;
                Some(Self::Question(LessonId::parse(lesson)?, Slug::parse(block)?))
            }
            "highlight" => Uuid::parse_str(key).ok().map(Self::Highlight),
            _ => None,
        }
    }
}
