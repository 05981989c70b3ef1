//! The user's notes, highlights and bookmarks in memory.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use uuid::Uuid;

use super::annotation::{Annotation, Colour, Motivation, Target};
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

    /// One that is not deleted.
    pub fn get(&self, id: Uuid) -> Option<&Annotation> {
        self.annotations.get(&id).filter(|annotation| annotation.is_live())
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

    /// Marks words of a lesson; `targets` holds one passage for each block. The very words that were
    /// marked already get the new colour.
    pub fn mark(
        &mut self,
        course: Slug,
        lesson: LessonId,
        colour: Colour,
        targets: Vec<Target>,
        at: Millis,
    ) -> Option<Change> {
        if targets.is_empty() {
            return None;
        }
        if let Some(known) = self.highlight_on(&course, &lesson, &targets) {
            let id = known.id;
            return self.set_colour(id, colour, at);
        }
        let place = Place { course, lesson, block: None };
        let colour = Some(colour);
        let new = Annotation::new(Motivation::Highlighting, &place, "", at);
        Some(self.put(Annotation { colour, targets, ..new }))
    }

    /// The annotation of that id, deleted or not.
    pub fn known(&self, id: Uuid) -> Option<&Annotation> {
        self.annotations.get(&id)
    }

    /// The words that were marked already, exactly these, if any.
    pub fn highlight_on(&self, course: &Slug, lesson: &LessonId, targets: &[Target]) -> Option<&Annotation> {
        let here = self.kept(course, lesson).filter(|annotation| annotation.is_live());
        here.filter(|entry| entry.motivation == Motivation::Highlighting)
            .find(|entry| entry.targets == targets)
    }

    /// Gives a highlight another colour; none where nothing changes.
    pub fn set_colour(&mut self, id: Uuid, colour: Colour, at: Millis) -> Option<Change> {
        let found =
            self.annotations.get(&id).filter(|entry| entry.is_live() && entry.colour != Some(colour))?;
        let entry = Annotation { colour: Some(colour), modified: at, ..found.clone() };
        Some(self.put(entry))
    }

    /// Rewrites the words of an annotation; none where nothing changes. It stays even without words,
    /// since they may be in the middle of being typed anew.
    pub fn write_body(&mut self, id: Uuid, text: &str, at: Millis) -> Option<Change> {
        let found = self.annotations.get(&id).filter(|entry| entry.is_live() && entry.body != text)?;
        let entry = Annotation { body: text.to_owned(), modified: at, ..found.clone() };
        Some(self.put(entry))
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

    /// All that stands in a lesson, deleted ones too.
    pub fn kept(&self, course: &Slug, lesson: &LessonId) -> impl Iterator<Item = &Annotation> {
        let ids = self.by_lesson.get(&(course.clone(), lesson.clone()));
        ids.into_iter().flatten().filter_map(|id| self.annotations.get(id))
    }

    pub(super) fn put(&mut self, annotation: Annotation) -> Change {
        self.insert(annotation.clone());
        Change(Kind::Annotation(Box::new(annotation)))
    }

    fn insert(&mut self, annotation: Annotation) {
        let lesson = (annotation.course.clone(), annotation.lesson.clone());
        if let Some(old) = self.annotations.get(&annotation.id)
            && let Some(ids) = self.by_lesson.get_mut(&(old.course.clone(), old.lesson.clone()))
        {
            // An import may bring it from another lesson.
            ids.remove(&annotation.id);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn place(block: Option<&str>) -> Place {
        Place {
            course: Slug::parse("khoa").unwrap(),
            lesson: LessonId::parse("m01/bai").unwrap(),
            block: block.and_then(Slug::parse),
        }
    }

    #[test]
    fn a_place_has_one_note_and_an_empty_text_deletes_it() {
        let mut notebook = Notebook::default();
        let (lesson, block) = (place(None), place(Some("a")));
        assert!(notebook.write_note(&lesson, " \n", Millis(1)).is_none());
        assert!(notebook.write_note(&lesson, "Bài", Millis(1)).is_some());
        assert!(notebook.write_note(&block, "Khối", Millis(2)).is_some());
        assert!(notebook.write_note(&block, "Khối", Millis(3)).is_none());
        assert!(notebook.write_note(&block, "Khối a", Millis(4)).is_some());
        let note = notebook.note(&block).unwrap();
        assert_eq!((note.body.as_str(), note.created, note.modified), ("Khối a", Millis(2), Millis(4)));
        let bodies = |notebook: &Notebook| -> Vec<String> {
            let notes = notebook.of_lesson(&lesson.course, &lesson.lesson);
            notes.into_iter().map(|note| note.body.clone()).collect()
        };
        assert_eq!(bodies(&notebook), ["Bài", "Khối a"]);
        assert!(notebook.write_note(&block, "", Millis(5)).is_some());
        assert_eq!(bodies(&notebook), ["Bài"]);
    }

    #[test]
    fn undoing_a_delete_brings_the_same_note_back() {
        let mut notebook = Notebook::default();
        let place = place(Some("a"));
        let _ = notebook.write_note(&place, "Khối", Millis(1));
        let note = notebook.note(&place).unwrap().clone();
        assert!(notebook.restore(note.id, Millis(2)).is_none());
        assert!(notebook.delete(note.id, Millis(2)).is_some());
        assert!(notebook.delete(note.id, Millis(3)).is_none());
        assert!(notebook.note(&place).is_none() && notebook.all().next().is_none());
        assert!(notebook.restore(note.id, Millis(4)).is_some());
        assert_eq!(notebook.note(&place), Some(&Annotation { modified: Millis(4), ..note }));
    }

    #[test]
    fn a_bookmark_is_set_and_taken_away_without_a_second_one() {
        let mut notebook = Notebook::default();
        let place = place(Some("a"));
        for (at, is_set) in [(1, true), (2, false), (3, true)] {
            let _ = notebook.toggle_bookmark(&place, Millis(at));
            assert_eq!(notebook.bookmark(&place).is_some(), is_set);
            assert_eq!(notebook.bookmarks().count(), usize::from(is_set));
        }
        assert_eq!(notebook.annotations.len(), 1);
        assert!(notebook.note(&place).is_none());
    }
}
