//! The user's notes, highlights and bookmarks in memory.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use uuid::Uuid;

use super::annotation::{Annotation, Motivation};
use super::change::{Change, Kind};
use super::sql;
use crate::content::{LessonId, Place, Slug};
use crate::store::Millis;

/// All annotations, of all courses; deleted ones too, so that they can be brought back.
#[derive(Debug, Default, PartialEq)]
pub struct Notebook {
    annotations: BTreeMap<Uuid, Annotation>,
    by_lesson: BTreeMap<(Slug, LessonId), BTreeSet<Uuid>>,
}

impl Notebook {
    /// All that is not deleted.
    pub fn all(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.values().filter(|annotation| annotation.is_live())
    }

    /// What stands in a lesson, oldest first.
    pub fn of_lesson(&self, course: &Slug, lesson: &LessonId) -> Vec<&Annotation> {
        let mut found: Vec<_> = self.kept(course, lesson).filter(|annotation| annotation.is_live()).collect();
        found.sort_by_key(|annotation| (annotation.created, annotation.id));
        found
    }

    /// All bookmarks.
    pub fn bookmarks(&self) -> impl Iterator<Item = &Annotation> {
        self.all().filter(|annotation| annotation.motivation == Motivation::Bookmarking)
    }

    /// The note of a block or of a lesson as a whole.
    pub fn note(&self, place: &Place) -> Option<&Annotation> {
        self.newest(Motivation::Commenting, place).filter(|annotation| annotation.is_live())
    }

    /// The bookmark of a block or of a lesson as a whole.
    pub fn bookmark(&self, place: &Place) -> Option<&Annotation> {
        self.newest(Motivation::Bookmarking, place).filter(|annotation| annotation.is_live())
    }

    /// Makes or rewrites the note of a place; none where nothing changes. An empty text deletes the note.
    pub fn write_note(&mut self, place: &Place, text: &str, at: Millis) -> Option<Change> {
        let is_empty = text.trim().is_empty();
        match self.note(place) {
            None if is_empty => None,
            None => Some(self.put(Annotation::new(Motivation::Commenting, place, text, at))),
            Some(note) if is_empty => {
                let id = note.id;
                self.delete(id, at)
            }
            Some(note) if note.body == text => None,
            Some(note) => {
                let note = Annotation { body: text.to_owned(), modified: at, ..note.clone() };
                Some(self.put(note))
            }
        }
    }

    /// Sets the bookmark of a place, or takes it away.
    pub fn toggle_bookmark(&mut self, place: &Place, at: Millis) -> Change {
        let bookmark = match self.newest(Motivation::Bookmarking, place) {
            None => Annotation::new(Motivation::Bookmarking, place, "", at),
            Some(old) => Annotation { deleted: old.is_live().then_some(at), modified: at, ..old.clone() },
        };
        self.put(bookmark)
    }

    /// Deletes what is not deleted yet; [`Self::restore`] undoes it.
    pub fn delete(&mut self, id: Uuid, at: Millis) -> Option<Change> {
        let found = self.annotations.get(&id).filter(|annotation| annotation.is_live())?;
        let deleted = Annotation { deleted: Some(at), modified: at, ..found.clone() };
        Some(self.put(deleted))
    }

    /// Brings back what was deleted.
    pub fn restore(&mut self, id: Uuid, at: Millis) -> Option<Change> {
        let found = self.annotations.get(&id).filter(|annotation| !annotation.is_live())?;
        let restored = Annotation { deleted: None, modified: at, ..found.clone() };
        Some(self.put(restored))
    }

    /// The one of a place that counts: live before deleted, then the last one changed.
    fn newest(&self, motivation: Motivation, place: &Place) -> Option<&Annotation> {
        self.kept(&place.course, &place.lesson)
            .filter(|annotation| annotation.is_of(motivation, place))
            .max_by_key(|annotation| (annotation.is_live(), annotation.modified, annotation.id))
    }

    fn kept(&self, course: &Slug, lesson: &LessonId) -> impl Iterator<Item = &Annotation> {
        let ids = self.by_lesson.get(&(course.clone(), lesson.clone()));
        ids.into_iter().flatten().filter_map(|id| self.annotations.get(id))
    }

    fn put(&mut self, annotation: Annotation) -> Change {
        self.insert(annotation.clone());
        Change(Kind::Annotation(Box::new(annotation)))
    }

    fn insert(&mut self, annotation: Annotation) {
        let lesson = (annotation.course.clone(), annotation.lesson.clone());
        self.by_lesson.entry(lesson).or_default().insert(annotation.id);
        self.annotations.insert(annotation.id, annotation);
    }

    /// Forgets what was deleted before that moment; none where nothing was.
    pub(super) fn purge(&mut self, before: Millis) -> Option<Change> {
        let is_old = |annotation: &Annotation| annotation.deleted.is_some_and(|deleted| deleted < before);
        let (old, kept): (Vec<_>, Vec<_>) = std::mem::take(self).annotations.into_values().partition(is_old);
        for annotation in kept {
            self.insert(annotation);
        }
        (!old.is_empty()).then_some(Change(Kind::Purge(before)))
    }

    pub(super) fn read(conn: &Connection, skipped: &mut usize) -> rusqlite::Result<Self> {
        let sql = format!("SELECT {} FROM annotation", Annotation::COLUMNS);
        let mut notebook = Self::default();
        for annotation in sql::rows(conn, &sql, skipped, Annotation::read)? {
            notebook.insert(annotation);
        }
        Ok(notebook)
    }
}
