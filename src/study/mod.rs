//! What the user leaves in a course: notes, bookmarks, progress, answers, cards and settings.
//!
//! All of it is in memory; each method that changes something answers with a [`Change`] to save.

pub mod anchor;
pub mod annotation;
pub mod cards;
pub mod day;
pub mod exchange;
pub mod hours;
pub mod notebook;
pub mod progress;
pub mod schedule;
pub mod self_check;
pub mod settings;

mod change;
mod sql;

pub use annotation::Annotation;
pub use cards::Deck;
pub use change::Change;
pub use day::Day;
pub use hours::Hours;
pub use notebook::Notebook;
pub use progress::Progress;
pub use self_check::Answers;
pub use settings::Settings;

use crate::store::{Millis, Store, StoreError};

/// What was deleted can be brought back for so long.
const DELETED_KEPT_DAYS: i64 = 90;

/// All that the user has left, as it is on the disk and as it changes.
#[derive(Debug, Default, PartialEq)]
pub struct Study {
    /// Notes, highlights and bookmarks.
    pub notebook: Notebook,
    /// What was opened, seen and done.
    pub progress: Progress,
    /// Answers to questions.
    pub answers: Answers,
    /// Flashcards.
    pub deck: Deck,
    /// How long the user studied.
    pub hours: Hours,
    /// Preferences.
    pub settings: Settings,
    /// How many rows could not be read; they stay on the disk.
    pub skipped: usize,
}

/// Reads all from the disk; what was deleted long before `now` is removed for good.
pub fn load(store: &Store, now: Millis) -> Result<Study, StoreError> {
    let study = store.read(|conn| {
        let mut skipped = 0;
        Ok(Study {
            notebook: Notebook::read(conn, &mut skipped)?,
            progress: Progress::read(conn, &mut skipped)?,
            answers: Answers::read(conn, &mut skipped)?,
            deck: Deck::read(conn, &mut skipped)?,
            hours: Hours::read(conn, &mut skipped)?,
            settings: Settings::read(conn, &mut skipped)?,
            skipped,
        })
    });
    let mut study = study?;
    if store.is_writable()
        && let Some(purge) = study.notebook.purge(now.days_before(DELETED_KEPT_DAYS))
    {
        purge.save(store);
    }
    Ok(study)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::progress::LibraryEntry;
    use super::self_check::{Answered, Purpose, QuestionKey, Sureness};
    use super::*;
    use crate::content::{LessonId, Place, Slug};
    use crate::store;

    fn opened(folder: &Path) -> Store {
        store::open(folder, Millis(0), Box::new(drop)).unwrap().0
    }

    fn place(lesson: &str, block: &str) -> Place {
        Place {
            course: Slug::parse("khoa").unwrap(),
            lesson: LessonId::parse(lesson).unwrap(),
            block: Slug::parse(block),
        }
    }

    #[derive(Clone, Debug)]
    enum Act {
        Write(Place, String),
        Bookmark(Place),
        Delete(prop::sample::Index),
        Restore(prop::sample::Index),
        Done(Place, bool),
        See(Place),
        Stop(Place),
        Open(Place),
        Answer(Place, bool, Option<Sureness>),
        Sign(Slug, i64),
    }

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        let lesson = prop::sample::select(vec!["m01/a", "m02/a"]);
        let block = prop::sample::select(vec!["", "a", "b"]);
        let sureness = prop::sample::select(vec![None, Some(Sureness::Sure), Some(Sureness::Guess)]);
        let places = (lesson, block).prop_map(|(lesson, block)| place(lesson, block));
        let act = prop_oneof![
            (places.clone(), "[ áo\n'\"]{0,3}").prop_map(|(place, text)| Act::Write(place, text)),
            places.clone().prop_map(Act::Bookmark),
            any::<prop::sample::Index>().prop_map(Act::Delete),
            any::<prop::sample::Index>().prop_map(Act::Restore),
            (places.clone(), any::<bool>()).prop_map(|(place, done)| Act::Done(place, done)),
            places.clone().prop_map(Act::See),
            places.clone().prop_map(Act::Stop),
            places.clone().prop_map(Act::Open),
            (places.clone(), any::<bool>(), sureness)
                .prop_map(|(place, correct, sureness)| Act::Answer(place, correct, sureness)),
            (places, 0i64..200_000).prop_map(|(place, pause)| Act::Sign(place.course, pause)),
        ];
        prop::collection::vec(act, 0..40)
    }

    /// The changes of a study on which the acts were done, one a millisecond.
    fn act(study: &mut Study, acts: &[Act]) -> Vec<Change> {
        let Study { notebook, progress, answers, hours, .. } = study;
        let day = Day::of(jiff::civil::date(2026, 11, 24));
        let mut clock = Millis(0);
        let mut ids = Vec::new();
        let mut changes = Vec::new();
        for (act, at) in acts.iter().zip(1..) {
            let at = Millis(at);
            changes.extend(match act {
                Act::Write(place, text) => notebook.write_note(place, text, at),
                Act::Bookmark(place) => Some(notebook.toggle_bookmark(place, at)),
                Act::Delete(index) if !ids.is_empty() => notebook.delete(*index.get(&ids), at),
                Act::Restore(index) if !ids.is_empty() => notebook.restore(*index.get(&ids), at),
                Act::Delete(_) | Act::Restore(_) => None,
                Act::Done(place, done) => progress.set_done(&place.course, &place.lesson, done.then_some(at)),
                Act::See(place) => progress.mark_seen(place, at),
                Act::Stop(place) => progress.set_last_place(place, at),
                Act::Open(place) => Some(progress.mark_opened(&place.course, &place.lesson, at)),
                Act::Answer(place, correct, sureness) => place.block.clone().map(|block| {
                    let (course, lesson) = (place.course.clone(), place.lesson.clone());
                    answers.record(Answered {
                        id: uuid::Uuid::new_v4(),
                        question: QuestionKey { course, lesson, block },
                        objective: None,
                        purpose: Purpose::Practice,
                        sureness: *sureness,
                        correct: *correct,
                        given: vec!["\"Sai\"".to_owned()],
                        day,
                        at,
                    })
                }),
                Act::Sign(course, pause) => {
                    clock.0 += pause;
                    hours.sign(course, day, clock)
                }
            });
            ids.extend(
                notebook
                    .all()
                    .map(|annotation| annotation.id)
                    .filter(|id| !ids.contains(id))
                    .collect::<Vec<_>>(),
            );
        }
        changes
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn the_image_in_memory_is_what_loading_finds(acts in acts()) {
            let folder = tempfile::tempdir().unwrap();
            let store = opened(folder.path());
            let mut study = Study::default();
            for change in act(&mut study, &acts) {
                change.save(&store);
            }
            store.flush().unwrap();
            prop_assert_eq!(load(&store, Millis(0)).unwrap(), study);
        }
    }

    #[test]
    fn settings_and_recent_courses_survive_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let mut study = Study::default();
        let store = opened(folder.path());
        study.settings.set("size", &1.5).unwrap().unwrap().save(&store);
        for origin in [LibraryEntry::SHIPPED, "/usb/khóa học"] {
            let (course, title) = (place("m01/a", "").course, "Khóa \"một\"".to_owned());
            let entry = LibraryEntry { origin: origin.to_owned(), course, title, opened: Millis(1) };
            study.progress.add_recent(entry).save(&store);
        }
        study.progress.forget_recent("/usb/khóa học").unwrap().save(&store);
        drop(store);
        assert_eq!(load(&opened(folder.path()), Millis(0)).unwrap(), study);
    }

    #[test]
    fn a_row_that_cannot_be_read_is_counted_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        let mut study = Study::default();
        study.notebook.write_note(&place("m01/a", "a"), "Nguyên vẹn", Millis(1)).unwrap().save(&store);
        store.submit(|to| {
            to.execute_batch(
                "INSERT INTO annotation VALUES ('no uuid', 'k', 'm/a', NULL, 'commenting', NULL, '', '[]', 1, 1, NULL);
                 INSERT INTO block_seen VALUES ('khoa', '../etc', 'a', 1);
                 INSERT INTO last_place VALUES ('Đuối', 'm/a', NULL, 1);
                 INSERT INTO answer (id, course, lesson, block, purpose, correct, given, day, at)
                     VALUES ('00000000-0000-0000-0000-000000000001', 'k', 'm/a', 'q', 'exam', 1, '[]', '2026-11-24', 1);
                 INSERT INTO card_event (id, course, kind, key, act, day, at)
                     VALUES ('00000000-0000-0000-0000-000000000002', 'k', 'term', 'a', 'burn', '2026-11-24', 1);
                 INSERT INTO study_time VALUES ('k', 'hôm nay', 1);",
            )
        });
        store.flush().unwrap();
        for _ in 0..2 {
            let found = load(&store, Millis(0)).unwrap();
            assert_eq!((found.skipped, &found.notebook), (6, &study.notebook));
        }
    }

    #[test]
    fn what_was_deleted_goes_for_good_after_ninety_days() {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        let mut notebook = Notebook::default();
        let place = place("m01/a", "a");
        notebook.toggle_bookmark(&place, Millis(0)).save(&store);
        notebook.toggle_bookmark(&place, Millis(0)).save(&store);
        store.flush().unwrap();
        assert_eq!(load(&store, Millis(90 * DAY)).unwrap().notebook, notebook);
        assert_eq!(load(&store, Millis(90 * DAY + 1)).unwrap().notebook, Notebook::default());
        store.flush().unwrap();
        assert_eq!(load(&store, Millis(0)).unwrap().notebook, Notebook::default());
    }
}
