//! When a card comes again, by the Free Spaced Repetition Scheduler.

use std::sync::LazyLock;

use fsrs::{FSRS, ItemState, MemoryState, NextStates};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};

use super::day::Day;
use super::sql::parsed;

/// The share of due cards that the schedule expects to be remembered.
const RETENTION: f32 = 0.9;
/// No card stays away longer: laws and numbers change within a year.
const LONGEST_DAYS: f32 = 365.0;

/// The scheduler with the parameters that fit most people.
static FITS_MOST: LazyLock<Option<FSRS>> = LazyLock::new(|| FSRS::new(&[]).ok());

/// How well a card was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Forgotten.
    Again,
    /// Remembered with effort.
    Hard,
    /// Remembered.
    Good,
    /// Remembered at once.
    Easy,
}

impl Grade {
    /// From forgotten to remembered at once.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// Its name on the disk.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Hard => "hard",
            Self::Good => "good",
            Self::Easy => "easy",
        }
    }

    fn of(self, next: NextStates) -> ItemState {
        match self {
            Self::Again => next.again,
            Self::Hard => next.hard,
            Self::Good => next.good,
            Self::Easy => next.easy,
        }
    }
}

impl ToSql for Grade {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Grade {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, |text| Self::ALL.into_iter().find(|grade| grade.as_str() == text))
    }
}

/// What is known of the memory of a card, and when it is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule {
    memory: Option<MemoryState>,
    /// The first day on which it was reviewed.
    pub first: Option<Day>,
    /// The last day on which it was reviewed.
    pub last: Option<Day>,
    /// The day from which it waits to be reviewed.
    pub due: Day,
    /// How often it was reviewed.
    pub reviews: u32,
    /// How often it was forgotten after it had been known.
    pub lapses: u32,
}

impl Schedule {
    /// A card that was never reviewed.
    pub fn new(added: Day) -> Self {
        Self { memory: None, first: None, last: None, due: added, reviews: 0, lapses: 0 }
    }

    /// The schedule after a review. A forgotten card comes again on the same day.
    #[must_use]
    pub fn after(self, grade: Grade, today: Day) -> Self {
        let elapsed = self.last.map_or(0, |last| last.until(today));
        let next = FITS_MOST.as_ref().and_then(|fsrs| fsrs.next_states(self.memory, RETENTION, elapsed).ok());
        // A memory that is no number cannot come of the scheduler's own states; a day is never wrong.
        let (memory, days) = next.map_or((self.memory, 1.0), |next| {
            let ItemState { memory, interval } = grade.of(next);
            (Some(memory), interval)
        });
        let days = if grade == Grade::Again { 0 } else { whole_days(days) };
        let forgotten = grade == Grade::Again && self.reviews > 0;
        Self {
            memory,
            first: self.first.or(Some(today)),
            last: Some(today),
            due: today.after(days),
            reviews: self.reviews.saturating_add(1),
            lapses: self.lapses.saturating_add(u32::from(forgotten)),
        }
    }

    /// How many days away a grade would put the card.
    pub fn days_after(self, grade: Grade, today: Day) -> u32 {
        today.until(self.after(grade, today).due)
    }
}

fn whole_days(days: f32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between a day and a year")]
    let whole = days.clamp(1.0, LONGEST_DAYS).round() as u32;
    whole
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> Day {
        Day::of(jiff::civil::date(2026, 11, 24))
    }

    fn grades() -> impl Strategy<Value = Grade> {
        prop::sample::select(Grade::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn a_better_grade_never_brings_a_card_back_earlier(
            history in prop::collection::vec((grades(), 0u32..500), 0..24),
            wait in 0u32..900,
        ) {
            let mut day = today();
            let mut card = Schedule::new(day);
            for (grade, pause) in history {
                card = card.after(grade, day);
                day = day.after(pause);
            }
            day = day.after(wait);
            let due = Grade::ALL.map(|grade| card.after(grade, day).due);
            prop_assert!(due.is_sorted(), "{due:?}");
            prop_assert_eq!(due[0], day);
            prop_assert!(due[1] > day && day.until(due[3]) <= 365, "{:?}", due);
        }

        #[test]
        fn remembering_a_due_card_never_shortens_its_pause(
            first in prop::sample::select(vec![Grade::Hard, Grade::Good, Grade::Easy]),
            times in 1usize..12,
        ) {
            let mut card = Schedule::new(today()).after(first, today());
            for _ in 0..times {
                let (from, due) = (card.last.unwrap(), card.due);
                card = card.after(Grade::Good, due);
                prop_assert!(due.until(card.due) >= from.until(due));
            }
        }
    }

    #[test]
    fn a_forgotten_card_comes_again_today_and_counts_as_forgotten_once_it_was_known() {
        let new = Schedule::new(today()).after(Grade::Again, today());
        assert_eq!((new.due, new.lapses, new.reviews), (today(), 0, 1));
        let known = Schedule::new(today()).after(Grade::Good, today());
        let forgotten = known.after(Grade::Again, known.due);
        assert_eq!((forgotten.due, forgotten.lapses), (known.due, 1));
        assert!(forgotten.days_after(Grade::Good, known.due) < known.days_after(Grade::Good, known.due));
    }

    #[test]
    fn a_new_card_has_a_schedule_that_people_can_expect() {
        let days = Grade::ALL.map(|grade| Schedule::new(today()).days_after(grade, today()));
        assert_eq!(days, [0, 1, 2, 8]);
    }
}
