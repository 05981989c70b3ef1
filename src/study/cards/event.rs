//! What happened to a card: a history that only grows, taking back included.

use rusqlite::{Row, Transaction, params};
use uuid::Uuid;

use super::{CardKey, CardOf};
use crate::store::Millis;
use crate::study::day::Day;
use crate::study::schedule::Grade;
use crate::study::sql::{Text, UuidText};

/// Something that happened to a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardEvent {
    /// Unique also among the events of other people.
    pub id: Uuid,
    /// The card.
    pub card: CardKey,
    /// What happened.
    pub act: Act,
    /// The day.
    pub day: Day,
    /// The moment.
    pub at: Millis,
}

/// What can happen to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It was made, or taken in again with its history.
    Add,
    /// It was thrown out.
    Remove,
    /// It rests until it is called back.
    Suspend,
    /// It was called back.
    Resume,
    /// It rests for the day.
    Bury,
    /// It was reviewed.
    Review(Grade),
    /// An earlier event counts no more.
    Undo(Uuid),
}

impl Act {
    fn columns(self) -> (&'static str, Option<String>) {
        match self {
            Self::Add => ("add", None),
            Self::Remove => ("remove", None),
            Self::Suspend => ("suspend", None),
            Self::Resume => ("resume", None),
            Self::Bury => ("bury", None),
            Self::Review(grade) => ("review", Some(grade.as_str().to_owned())),
            Self::Undo(event) => ("undo", Some(event.to_string())),
        }
    }

    fn parse(act: &str, value: Option<&str>) -> Option<Self> {
        Some(match (act, value) {
            ("add", None) => Self::Add,
            ("remove", None) => Self::Remove,
            ("suspend", None) => Self::Suspend,
            ("resume", None) => Self::Resume,
            ("bury", None) => Self::Bury,
            ("review", Some(grade)) => {
                Self::Review(Grade::ALL.into_iter().find(|known| known.as_str() == grade)?)
            }
            ("undo", Some(event)) => Self::Undo(Uuid::parse_str(event).ok()?),
            _ => return None,
        })
    }
}

impl CardEvent {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (kind, key): (String, String) = (row.get("kind")?, row.get("key")?);
        let (act, value): (String, Option<String>) = (row.get("act")?, row.get("value")?);
        let of = CardOf::parse(&kind, &key).ok_or_else(|| Text(key).is_no("card"))?;
        let act = Act::parse(&act, value.as_deref()).ok_or_else(|| Text(act).is_no("act"))?;
        let card = CardKey { course: row.get("course")?, of };
        Ok(Self { id: row.get::<_, UuidText>("id")?.0, card, act, day: row.get("day")?, at: row.get("at")? })
    }

    pub(in crate::study) fn write(&self, to: &Transaction<'_>) -> rusqlite::Result<()> {
        let (kind, key) = self.card.of.columns();
        let (act, value) = self.act.columns();
        let sql = "INSERT INTO card_event (id, course, kind, key, act, value, day, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        to.execute(
            sql,
            params![self.id.to_string(), self.card.course, kind, key, act, value, self.day, self.at],
        )
        .map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_reads_as_it_was_written() {
        let grades = Grade::ALL.map(Act::Review);
        let others = [Act::Add, Act::Remove, Act::Suspend, Act::Resume, Act::Bury, Act::Undo(Uuid::new_v4())];
        for act in grades.into_iter().chain(others) {
            let (name, value) = act.columns();
            assert_eq!(Act::parse(name, value.as_deref()), Some(act));
        }
        assert_eq!(Act::parse("review", None), None);
        assert_eq!(Act::parse("review", Some("perfect")), None);
    }
}
