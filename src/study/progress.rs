//! What the user has opened, seen and done.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Transaction, params};

use super::change::{Change, Kind};
use super::sql;
use crate::content::{LessonId, Place, Slug};
use crate::store::Millis;

/// Progress in all courses, and the courses opened of late.
#[derive(Debug, Default, PartialEq)]
pub struct Progress {
    lessons: BTreeMap<(Slug, LessonId), LessonState>,
    seen: BTreeMap<(Slug, LessonId), BTreeSet<Slug>>,
    last: BTreeMap<Slug, Place>,
    library: BTreeMap<String, LibraryEntry>,
}

/// How far a lesson is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonState {
    /// When the user marked it as done.
    pub done: Option<Millis>,
    /// The block where the user stopped.
    pub last_block: Option<Slug>,
    /// When it was last opened.
    pub opened: Option<Millis>,
}

/// A course that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryEntry {
    /// Its folder, or [`LibraryEntry::SHIPPED`].
    pub origin: String,
    /// The course.
    pub course: Slug,
    /// Its title.
    pub title: String,
    /// When it was last opened.
    pub opened: Millis,
}

impl LibraryEntry {
    /// The origin of the course that travels with the program.
    pub const SHIPPED: &str = "shipped";
}

/// One change of progress.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Done(Slug, LessonId, Option<Millis>),
    Opened(Slug, LessonId, Millis),
    Seen(Slug, LessonId, Slug, Millis),
    LastPlace(Place, Millis),
    Library(LibraryEntry),
    Forgotten(String),
}

impl Progress {
    /// How far a lesson is; the default where it was never opened.
    pub fn lesson(&self, course: &Slug, lesson: &LessonId) -> LessonState {
        self.lessons.get(&key(course, lesson)).cloned().unwrap_or_default()
    }

    /// Whether the user marked a lesson as done.
    pub fn is_done(&self, course: &Slug, lesson: &LessonId) -> bool {
        self.lessons.get(&key(course, lesson)).is_some_and(|state| state.done.is_some())
    }

    /// Marks a lesson as done at a moment, or as not done; none where nothing changes.
    pub fn set_done(&mut self, course: &Slug, lesson: &LessonId, done: Option<Millis>) -> Option<Change> {
        if self.lesson(course, lesson).done == done {
            return None;
        }
        self.lessons.entry(key(course, lesson)).or_default().done = done;
        Some(change(Step::Done(course.clone(), lesson.clone(), done)))
    }

    /// Notes that a lesson was opened.
    pub fn mark_opened(&mut self, course: &Slug, lesson: &LessonId, at: Millis) -> Change {
        self.lessons.entry(key(course, lesson)).or_default().opened = Some(at);
        change(Step::Opened(course.clone(), lesson.clone(), at))
    }

    /// Notes that a block was seen; none where it had been, or where the place is no block.
    pub fn mark_seen(&mut self, place: &Place, at: Millis) -> Option<Change> {
        let Place { course, lesson, block } = place.clone();
        let block = block?;
        let is_new = self.seen.entry(key(&course, &lesson)).or_default().insert(block.clone());
        is_new.then(|| change(Step::Seen(course, lesson, block, at)))
    }

    /// Whether a block was seen.
    pub fn is_seen(&self, course: &Slug, lesson: &LessonId, block: &Slug) -> bool {
        self.seen.get(&key(course, lesson)).is_some_and(|seen| seen.contains(block))
    }

    /// The part of a lesson's blocks that was seen, from 0 to 1, where the lesson has so many.
    pub fn share_seen(&self, course: &Slug, lesson: &LessonId, total_blocks: usize) -> f32 {
        let seen = self.seen.get(&key(course, lesson)).map_or(0, BTreeSet::len).min(total_blocks);
        // No lesson has so many blocks that sixteen bits would not count them.
        let count = |blocks: usize| f32::from(u16::try_from(blocks).unwrap_or(u16::MAX));
        if total_blocks == 0 { 0.0 } else { count(seen) / count(total_blocks) }
    }

    /// Where the user stopped in a course.
    pub fn last_place(&self, course: &Slug) -> Option<&Place> {
        self.last.get(course)
    }

    /// Notes where the user is; none where that is known.
    pub fn set_last_place(&mut self, place: &Place, at: Millis) -> Option<Change> {
        if self.last.insert(place.course.clone(), place.clone()).as_ref() == Some(place) {
            return None;
        }
        let lesson = key(&place.course, &place.lesson);
        self.lessons.entry(lesson).or_default().last_block.clone_from(&place.block);
        Some(change(Step::LastPlace(place.clone(), at)))
    }

    /// The courses that were opened, the last one first.
    pub fn recent(&self) -> Vec<&LibraryEntry> {
        let mut recent: Vec<_> = self.library.values().collect();
        recent.sort_by(|a, b| b.opened.cmp(&a.opened).then_with(|| a.origin.cmp(&b.origin)));
        recent
    }

    /// Notes that a course was opened.
    pub fn add_recent(&mut self, entry: LibraryEntry) -> Change {
        self.library.insert(entry.origin.clone(), entry.clone());
        change(Step::Library(entry))
    }

    /// Takes a course off the recent ones; what was noted in it stays.
    pub fn forget_recent(&mut self, origin: &str) -> Option<Change> {
        let (origin, _) = self.library.remove_entry(origin)?;
        Some(change(Step::Forgotten(origin)))
    }

    pub(super) fn read(conn: &Connection, skipped: &mut usize) -> rusqlite::Result<Self> {
        let lessons = sql::rows(conn, "SELECT * FROM lesson_state", skipped, |row| {
            let (done, opened) = (row.get("done_at")?, row.get("opened_at")?);
            let state = LessonState { done, last_block: row.get("last_block")?, opened };
            Ok(((row.get("course")?, row.get("lesson")?), state))
        })?;
        let blocks = sql::rows(conn, "SELECT * FROM block_seen", skipped, |row| {
            Ok(((row.get("course")?, row.get("lesson")?), row.get("block")?))
        })?;
        let last = sql::rows(conn, "SELECT * FROM last_place", skipped, |row| {
            let place =
                Place { course: row.get("course")?, lesson: row.get("lesson")?, block: row.get("block")? };
            Ok((place.course.clone(), place))
        })?;
        let library = sql::rows(conn, "SELECT * FROM library", skipped, |row| {
            let (course, title, opened) = (row.get("course")?, row.get("title")?, row.get("opened_at")?);
            Ok(LibraryEntry { origin: row.get("origin")?, course, title, opened })
        })?;
        let mut seen = BTreeMap::<_, BTreeSet<_>>::new();
        for (lesson, block) in blocks {
            seen.entry(lesson).or_default().insert(block);
        }
        Ok(Self {
            lessons: lessons.into_iter().collect(),
            seen,
            last: last.into_iter().collect(),
            library: library.into_iter().map(|entry| (entry.origin.clone(), entry)).collect(),
        })
    }
}

impl Step {
    /// Each step writes its own columns only, so that two windows of one course do not undo each other.
    pub(super) fn write(&self, to: &Transaction<'_>) -> rusqlite::Result<()> {
        match self {
            Self::Done(course, lesson, at) => to.execute(
                "INSERT INTO lesson_state (course, lesson, done_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET done_at = excluded.done_at",
                params![course, lesson, at],
            ),
            Self::Opened(course, lesson, at) => to.execute(
                "INSERT INTO lesson_state (course, lesson, opened_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET opened_at = excluded.opened_at",
                params![course, lesson, at],
            ),
            Self::Seen(course, lesson, block, at) => to.execute(
                "INSERT OR IGNORE INTO block_seen (course, lesson, block, first_seen_at) VALUES (?1, ?2, ?3, ?4)",
                params![course, lesson, block, at],
            ),
            Self::LastPlace(Place { course, lesson, block }, at) => {
                to.execute(
                    "INSERT OR REPLACE INTO last_place (course, lesson, block, at) VALUES (?1, ?2, ?3, ?4)",
                    params![course, lesson, block, at],
                )?;
                to.execute(
                    "INSERT INTO lesson_state (course, lesson, last_block) VALUES (?1, ?2, ?3)
                     ON CONFLICT DO UPDATE SET last_block = excluded.last_block",
                    params![course, lesson, block],
                )
            }
            Self::Library(LibraryEntry { origin, course, title, opened }) => to.execute(
                "INSERT OR REPLACE INTO library (origin, course, title, opened_at) VALUES (?1, ?2, ?3, ?4)",
                params![origin, course, title, opened],
            ),
            Self::Forgotten(origin) => to.execute("DELETE FROM library WHERE origin = ?1", [origin]),
        }
        .map(drop)
    }
}

fn key(course: &Slug, lesson: &LessonId) -> (Slug, LessonId) {
    (course.clone(), lesson.clone())
}

fn change(step: Step) -> Change {
    Change(Kind::Progress(step))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(block: &str) -> Place {
        Place {
            course: Slug::parse("khoa").unwrap(),
            lesson: LessonId::parse("m01/bai").unwrap(),
            block: Slug::parse(block),
        }
    }

    #[test]
    fn a_block_counts_once_and_a_shorter_edition_never_exceeds_the_whole() {
        let mut progress = Progress::default();
        let Place { course, lesson, .. } = place("a");
        assert!(progress.mark_seen(&place("a"), Millis(1)).is_some());
        assert!(progress.mark_seen(&place("a"), Millis(2)).is_none());
        assert!(progress.mark_seen(&place(""), Millis(2)).is_none());
        assert!(progress.mark_seen(&place("b"), Millis(2)).is_some());
        for (total, share) in [(4, 0.5), (2, 1.0), (1, 1.0), (0, 0.0)] {
            assert!((progress.share_seen(&course, &lesson, total) - share).abs() < f32::EPSILON);
        }
    }

    #[test]
    fn what_changes_nothing_writes_nothing() {
        let mut progress = Progress::default();
        let Place { course, lesson, .. } = place("a");
        assert!(progress.set_done(&course, &lesson, None).is_none());
        assert!(progress.set_done(&course, &lesson, Some(Millis(1))).is_some());
        assert!(progress.set_done(&course, &lesson, Some(Millis(1))).is_none());
        assert!(progress.set_last_place(&place("a"), Millis(1)).is_some());
        assert!(progress.set_last_place(&place("a"), Millis(2)).is_none());
        assert!(progress.forget_recent("/nowhere").is_none());
    }

    #[test]
    fn the_course_opened_last_stands_first() {
        let mut progress = Progress::default();
        let entry = |origin: &str, opened| LibraryEntry {
            origin: origin.to_owned(),
            course: place("a").course,
            title: "Khóa".to_owned(),
            opened: Millis(opened),
        };
        for (origin, opened) in [("/b", 1), (LibraryEntry::SHIPPED, 2), ("/a", 1), ("/b", 3)] {
            let _ = progress.add_recent(entry(origin, opened));
        }
        let origins: Vec<&str> = progress.recent().into_iter().map(|entry| entry.origin.as_str()).collect();
        assert_eq!(origins, ["/b", LibraryEntry::SHIPPED, "/a"]);
    }
}
