//! One thing to write, made only by what changes the image in memory.

use rusqlite::Transaction;

use super::annotation::Annotation;
use super::cards::CardEvent;
use super::hours::Span;
use super::progress::Step;
use super::self_check::Answered;
use crate::store::{Millis, Revision, Store};

/// A change in memory that is not on the disk yet.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a change that is not saved is lost when the program ends"]
pub struct Change(pub(super) Kind);

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Annotation(Box<Annotation>),
    /// Annotations deleted before that moment go for good.
    Purge(Millis),
    Progress(Step),
    Answered(Box<Answered>),
    Card(Box<CardEvent>),
    Studied(Span),
    Setting {
        key: String,
        json: String,
    },
}

impl Change {
    /// The annotation that was changed, if it was one.
    pub fn annotation(&self) -> Option<&Annotation> {
        match &self.0 {
            Kind::Annotation(annotation) => Some(annotation),
            _ => None,
        }
    }

    /// Hands the change to the writing thread.
    pub fn save(self, store: &Store) -> Revision {
        store.submit(move |to| self.write(to))
    }

    fn write(&self, to: &Transaction<'_>) -> rusqlite::Result<()> {
        match &self.0 {
            Kind::Annotation(annotation) => annotation.write(to),
            Kind::Purge(before) => {
                to.execute("DELETE FROM annotation WHERE deleted < ?1", [before]).map(drop)
            }
            Kind::Progress(step) => step.write(to),
            Kind::Answered(answered) => answered.write(to),
            Kind::Card(event) => event.write(to),
            Kind::Studied(span) => span.write(to),
            Kind::Setting { key, json } => {
                let sql = "INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)";
                to.execute(sql, [key, json]).map(drop)
            }
        }
    }
}
