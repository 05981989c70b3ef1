//! How long the user studied on each day, from signs of life alone: no clock runs.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction, params};

use super::change::{Change, Kind};
use super::day::Day;
use super::sql;
use crate::content::Slug;
use crate::store::Millis;

/// Whoever gives no sign for longer than this may have left the desk.
const LONGEST_GAP: i64 = 2 * 60 * 1000;

/// Time studied by course and day.
#[derive(Debug, Default)]
pub struct Hours {
    days: BTreeMap<(Slug, Day), Millis>,
    /// The last sign; none while the user does something else.
    last: Option<(Slug, Millis)>,
}

/// What counts is the time; when the last sign was given ends with the session.
impl PartialEq for Hours {
    fn eq(&self, other: &Self) -> bool {
        self.days == other.days
    }
}

/// Time to add to a day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    course: Slug,
    day: Day,
    length: Millis,
}

impl Hours {
    /// A sign that the user studies: the time since the last one counts, as far as nobody leaves in it.
    pub fn sign(&mut self, course: &Slug, day: Day, now: Millis) -> Option<Change> {
        let last = self.last.replace((course.clone(), now));
        let since = last.filter(|(of, _)| of == course).map(|(_, at)| now.0.saturating_sub(at.0))?;
        let length = Millis(since.clamp(0, LONGEST_GAP));
        if length == Millis(0) {
            return None;
        }
        self.add(course, day, length);
        Some(Change(Kind::Studied(Span { course: course.clone(), day, length })))
    }

    /// The user does something else now; what comes later counts from its own first sign.
    pub fn pause(&mut self) {
        self.last = None;
    }

    /// The time of a day.
    pub fn of_day(&self, course: &Slug, day: Day) -> Millis {
        self.days.get(&(course.clone(), day)).copied().unwrap_or_default()
    }

    /// All time spent on a course.
    pub fn total(&self, course: &Slug) -> Millis {
        let of_course = self.days.iter().filter(|((of, _), _)| of == course);
        Millis(of_course.fold(0, |sum, (_, length)| sum.saturating_add(length.0)))
    }

    /// On how many days something was studied.
    pub fn days(&self, course: &Slug) -> usize {
        self.days.keys().filter(|(of, _)| of == course).count()
    }

    fn add(&mut self, course: &Slug, day: Day, length: Millis) {
        let sum = self.days.entry((course.clone(), day)).or_default();
        sum.0 = sum.0.saturating_add(length.0.max(0));
    }

    pub(super) fn read(conn: &Connection, skipped: &mut usize) -> rusqlite::Result<Self> {
        let mut hours = Self::default();
        let rows = sql::rows(conn, "SELECT * FROM study_time", skipped, |row| {
            Ok((row.get::<_, Slug>("course")?, row.get("day")?, row.get("millis")?))
        })?;
        for (course, day, length) in rows {
            hours.add(&course, day, length);
        }
        Ok(hours)
    }
}

impl Span {
    /// Two windows of one course add up.
    pub(super) fn write(&self, to: &Transaction<'_>) -> rusqlite::Result<()> {
        let sql = "INSERT INTO study_time (course, day, millis) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET millis = millis + excluded.millis";
        to.execute(sql, params![self.course, self.day, self.length]).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1000;

    #[test]
    fn time_counts_between_signs_but_not_while_nobody_is_there() {
        let (course, other) = (Slug::parse("khoa").unwrap(), Slug::parse("khac").unwrap());
        let day = Day::of(jiff::civil::date(2026, 11, 24));
        let mut hours = Hours::default();
        let mut sign = |course: &Slug, second: i64| {
            let _ = hours.sign(course, day, Millis(second * SECOND));
            hours.total(course).0 / SECOND
        };
        assert_eq!(sign(&course, 0), 0);
        assert_eq!(sign(&course, 30), 30);
        assert_eq!(sign(&course, 3630), 30 + 120);
        assert_eq!(sign(&course, 3620), 150, "a clock that was put back takes nothing away");
        assert_eq!(sign(&other, 3630), 0, "another course begins anew");
        hours.pause();
        assert!(hours.sign(&other, day, Millis(3660 * SECOND)).is_none());
        assert_eq!((hours.of_day(&course, day).0 / SECOND, hours.days(&course)), (150, 1));
    }
}
