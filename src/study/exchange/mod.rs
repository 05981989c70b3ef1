//! Annotations as files that travel: Web Annotation JSON-LD out and in, Markdown out.

mod json;
mod markdown;
mod merge;

pub use json::{read, write};
pub use markdown::{Labels, Line, Section, markdown};
pub use merge::{Merged, merge, take_back};

use super::Annotation;

/// Files of annotations are not longer than this.
pub const FILE_BYTES: u64 = 8 << 20;
/// Nor do they hold more of them.
pub const MOST_ANNOTATIONS: usize = 20_000;
/// A note is not longer than this, in characters.
const BODY_CHARS: usize = 100_000;
/// A marked passage of one block is not longer than this, in characters.
const QUOTE_CHARS: usize = 50_000;
/// No annotation belongs to more blocks than this.
const MOST_TARGETS: usize = 500;

/// What a file holds.
#[derive(Debug, Default, PartialEq)]
pub struct Incoming {
    /// What could be read.
    pub annotations: Vec<Annotation>,
    /// What could not.
    pub skipped: Vec<Skipped>,
}

/// An entry of a file that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Which, counted from 1.
    pub number: usize,
    /// Why.
    pub why: Refusal,
}

/// Why an entry was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// It is no annotation.
    Malformed,
    /// It has no `urn:uuid:` to know it by.
    NoId,
    /// It is neither note, highlight nor bookmark.
    Motivation,
    /// It is about something that is no lesson of a course.
    Foreign,
    /// Its words are too long, or it is about too many places.
    TooLong,
}

/// Why a file could not be read at all.
#[derive(Debug)]
pub enum ReadError {
    /// It is no JSON.
    Json(serde_json::Error),
    /// It holds too many annotations.
    TooMany,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Came in.
    pub added: usize,
    /// Took the place of an older version.
    pub updated: usize,
    /// Were there already.
    pub same: usize,
    /// Were there in a newer version, which stayed.
    pub older: usize,
    /// Had been deleted here since.
    pub deleted: usize,
    /// Were left out.
    pub skipped: Vec<Skipped>,
}

#[cfg(test)]
mod tests;
