//! Names of things in a course, which stay valid across editions.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The id of a course, module, block, objective, source, term or agenda.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(Arc<str>);

impl Slug {
    /// The longest id, in characters.
    pub const MAX_CHARS: usize = 64;

    /// Accepts 1 to 64 characters of `a-z`, `0-9` and `-`.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=Self::MAX_CHARS).contains(&text.len());
        let clean = text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        (fits && clean).then(|| Self(text.into()))
    }

    /// The id as it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Slug {
    type Error = NoId;

    fn try_from(text: String) -> Result<Self, NoId> {
        Self::parse(&text).ok_or(NoId(text))
    }
}

impl From<Slug> for String {
    fn from(id: Slug) -> Self {
        id.to_string()
    }
}

/// A text that cannot be the id of anything.
#[derive(Debug)]
pub struct NoId(String);

impl fmt::Display for NoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not an id: {:?}", self.0)
    }
}

/// The id of a lesson: `module/slug`, kept when the lesson moves to another module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LessonId {
    module: Slug,
    slug: Slug,
}

impl LessonId {
    /// Accepts two ids joined by a slash.
    pub fn parse(text: &str) -> Option<Self> {
        let (module, slug) = text.split_once('/')?;
        Some(Self { module: Slug::parse(module)?, slug: Slug::parse(slug)? })
    }

    /// The folder of the lesson file.
    pub fn module(&self) -> &Slug {
        &self.module
    }

    /// The name of the lesson file without `.json`.
    pub fn slug(&self) -> &Slug {
        &self.slug
    }
}

impl fmt::Display for LessonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.module, self.slug)
    }
}

impl TryFrom<String> for LessonId {
    type Error = NoId;

    fn try_from(text: String) -> Result<Self, NoId> {
        Self::parse(&text).ok_or(NoId(text))
    }
}

impl From<LessonId> for String {
    fn from(id: LessonId) -> Self {
        id.to_string()
    }
}

/// Where something stands: the durable key of notes and bookmarks, without the edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The course.
    pub course: Slug,
    /// The lesson in it.
    pub lesson: LessonId,
    /// The block in the lesson; none means the lesson as a whole.
    pub block: Option<Slug>,
}

impl Place {
    /// The place of a whole lesson.
    pub fn lesson(course: Slug, lesson: LessonId) -> Self {
        Self { course, lesson, block: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_hold_only_small_letters_digits_and_hyphens() {
        assert!(Slug::parse("ao-nha-ba-tham-2").is_some());
        for bad in ["", "Ao", "ao nha", "đuối", "a/b", "..", &"a".repeat(65)] {
            assert!(Slug::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_lesson_id_is_two_ids_and_prints_as_it_was_written() {
        assert_eq!(LessonId::parse("m06/phong-ngua").unwrap().to_string(), "m06/phong-ngua");
        for bad in ["m06", "m06/", "/x", "m06/a/b", "../etc/passwd"] {
            assert!(LessonId::parse(bad).is_none(), "{bad}");
        }
    }
}
