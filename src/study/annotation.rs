//! A note, highlight or bookmark.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Row, ToSql, Transaction, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sql::{UuidText, parsed};
use crate::content::{LessonId, Place, Slug};
use crate::store::Millis;

/// Something the user left at a place of a course, after the W3C Web Annotation model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Unique also among the annotations of other people.
    pub id: Uuid,
    /// The course.
    pub course: Slug,
    /// The lesson.
    pub lesson: LessonId,
    /// What it is for.
    pub motivation: Motivation,
    /// The colour of a highlight.
    pub colour: Option<Colour>,
    /// The user's words; empty for a bookmark.
    pub body: String,
    /// The parts of the lesson it belongs to, the first one first; never empty.
    pub targets: Vec<Target>,
    /// When it was made.
    pub created: Millis,
    /// When it was last changed.
    pub modified: Millis,
    /// When it was deleted; it can be brought back for a while.
    pub deleted: Option<Millis>,
}

/// What an annotation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Motivation {
    /// A note.
    Commenting,
    /// A marked passage.
    Highlighting,
    /// A place to come back to.
    Bookmarking,
}

/// The colour of a highlight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// Yellow.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Pink.
    Pink,
}

/// A part of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The block; none means the lesson as a whole.
    pub block: Option<Slug>,
    /// The passage in the block; none means the whole block.
    pub quote: Option<Quote>,
}

/// A passage of a block's plain text, found again by its words when the text has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The passage.
    pub exact: String,
    /// A little of the text before it.
    pub prefix: String,
    /// A little of the text after it.
    pub suffix: String,
    /// Where it began, in characters.
    pub start_chars: u32,
    /// Where it ended, in characters.
    pub end_chars: u32,
}

impl Annotation {
    /// An annotation of a whole block or lesson.
    pub(super) fn new(motivation: Motivation, place: &Place, body: &str, at: Millis) -> Self {
        let Place { course, lesson, block } = place.clone();
        Self {
            id: Uuid::new_v4(),
            course,
            lesson,
            motivation,
            colour: None,
            body: body.to_owned(),
            targets: vec![Target { block, quote: None }],
            created: at,
            modified: at,
            deleted: None,
        }
    }

    /// Where it stands: its first target.
    pub fn place(&self) -> Place {
        let block = self.targets.first().and_then(|target| target.block.clone());
        Place { course: self.course.clone(), lesson: self.lesson.clone(), block }
    }

    /// The marked words, one block's after the other; none where whole blocks are meant.
    pub fn quoted(&self) -> Option<String> {
        let quotes = self.targets.iter().filter_map(|target| target.quote.as_ref());
        let words: Vec<&str> = quotes.map(|quote| quote.exact.trim()).collect();
        (!words.is_empty()).then(|| words.join(" … "))
    }

    /// Whether it has not been deleted.
    pub fn is_live(&self) -> bool {
        self.deleted.is_none()
    }

    /// Whether it belongs to exactly that block or lesson as a whole.
    pub(super) fn is_of(&self, motivation: Motivation, place: &Place) -> bool {
        let whole = matches!(self.targets.as_slice(), [Target { quote: None, .. }]);
        whole && self.motivation == motivation && self.place() == *place
    }

    pub(super) const COLUMNS: &str =
        "id, course, lesson, motivation, colour, body, targets, created, modified, deleted";

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get::<_, UuidText>("id")?.0,
            course: row.get("course")?,
            lesson: row.get("lesson")?,
            motivation: row.get("motivation")?,
            colour: row.get("colour")?,
            body: row.get("body")?,
            targets: row.get::<_, Targets>("targets")?.0,
            created: row.get("created")?,
            modified: row.get("modified")?,
            deleted: row.get("deleted")?,
        })
    }

    pub(super) fn write(&self, to: &Transaction<'_>) -> rusqlite::Result<()> {
        let columns = Self::COLUMNS;
        let sql = format!(
            "INSERT OR REPLACE INTO annotation ({columns}, block)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        );
        let Self { course, lesson, motivation, colour, body, created, modified, deleted, .. } = self;
        let id = self.id.to_string();
        let targets = targets_json(&self.targets)?;
        let block = self.place().block;
        let values =
            params![id, course, lesson, motivation, colour, body, targets, created, modified, deleted, block];
        to.execute(&sql, values).map(drop)
    }
}

/// A target as it stands in its column.
#[derive(Serialize, Deserialize)]
struct RawTarget {
    block: Option<String>,
    quote: Option<Quote>,
}

fn targets_json(targets: &[Target]) -> rusqlite::Result<String> {
    let raw = |target: &Target| RawTarget {
        block: target.block.as_ref().map(Slug::to_string),
        quote: target.quote.clone(),
    };
    let raw: Vec<RawTarget> = targets.iter().map(raw).collect();
    serde_json::to_string(&raw).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

struct Targets(Vec<Target>);

impl FromSql for Targets {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let raw: Vec<RawTarget> =
            serde_json::from_str(value.as_str()?).map_err(|error| FromSqlError::Other(error.into()))?;
        let target = |raw: RawTarget| {
            let block = raw.block.map(|id| Slug::parse(&id).ok_or(())).transpose().ok()?;
            Some(Target { block, quote: raw.quote })
        };
        let targets: Option<Vec<Target>> = raw.into_iter().map(target).collect();
        let targets = targets.filter(|targets| !targets.is_empty());
        targets.map(Self).ok_or_else(|| FromSqlError::Other("no valid target".into()))
    }
}

impl Motivation {
    const ALL: [Self; 3] = [Self::Commenting, Self::Highlighting, Self::Bookmarking];

    /// The one of that name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|motivation| motivation.as_str() == name)
    }

    /// Its name in the Web Annotation vocabulary.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Commenting => "commenting",
            Self::Highlighting => "highlighting",
            Self::Bookmarking => "bookmarking",
        }
    }
}

impl Colour {
    /// All colours, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink];

    /// The one of that name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.as_str() == name)
    }

    /// Its name on the disk.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
        }
    }
}

impl ToSql for Motivation {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Motivation {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, Self::parse)
    }
}

impl ToSql for Colour {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Colour {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    fn targets(json: &str) -> rusqlite::Result<Vec<Target>> {
        let conn = Connection::open_in_memory().unwrap();
        conn.query_row("SELECT ?1", [json], |row| row.get::<_, Targets>(0)).map(|targets| targets.0)
    }

    #[test]
    fn targets_read_as_they_were_written() {
        let quote = Quote {
            exact: "áo phao".to_owned(),
            prefix: "mặc ".to_owned(),
            suffix: String::new(),
            start_chars: 4,
            end_chars: 11,
        };
        let written = vec![
            Target { block: Slug::parse("ao-phao"), quote: Some(quote) },
            Target { block: None, quote: None },
        ];
        assert_eq!(targets(&targets_json(&written).unwrap()).unwrap(), written);
    }

    #[test]
    fn targets_that_name_no_place_are_refused() {
        for bad in ["", "[]", "{}", r#"[{"block":"Áo"}]"#, r#"[{"block":null,"quote":{}}]"#] {
            assert!(targets(bad).is_err(), "{bad}");
        }
    }
}
