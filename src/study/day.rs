//! Days where the user is.

use std::fmt;

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};

use super::sql::parsed;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day of a date.
    pub fn of(date: Date) -> Self {
        Self(date)
    }

    /// So many days later; the last day that the calendar knows where it ends before.
    #[must_use]
    pub fn after(self, days: u32) -> Self {
        Self(self.0.saturating_add(whole_days(days)))
    }

    /// So many days earlier; the first day that the calendar knows where it begins after.
    #[must_use]
    pub fn before(self, days: u32) -> Self {
        Self(self.0.saturating_sub(whole_days(days)))
    }

    /// Days from this one to a later one, never negative.
    pub fn until(self, later: Self) -> u32 {
        let span = self.0.until(later.0).map_or(0, |span| span.get_days());
        u32::try_from(span).unwrap_or_default()
    }

    /// Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        let since = self.0.weekday().since(Weekday::Monday);
        self.before(u32::from(since.unsigned_abs()))
    }

    /// The number of its month, and its number in the month.
    pub fn month_and_day(self) -> (u8, u8) {
        (self.0.month().unsigned_abs(), self.0.day().unsigned_abs())
    }
}

fn whole_days(days: u32) -> SignedDuration {
    SignedDuration::from_hours(i64::from(days) * 24)
}

/// As it is written in Vietnamese: `24/11/2026`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.0.day(), self.0.month(), self.0.year())
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, |text| text.parse().ok().map(Self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day(text.parse().unwrap())
    }

    #[test]
    fn days_are_counted_forwards_and_never_below_nothing() {
        assert_eq!(day("2026-02-27").until(day("2026-03-02")), 3);
        assert_eq!(day("2026-03-02").until(day("2026-02-27")), 0);
        assert_eq!(day("2026-02-27").after(3), day("2026-03-02"));
        assert_eq!(day("2026-03-02").before(3), day("2026-02-27"));
        assert!(Day(Date::MAX).after(u32::MAX) == Day(Date::MAX));
    }

    #[test]
    fn a_week_begins_on_monday() {
        for (any, monday) in
            [("2026-11-23", "2026-11-23"), ("2026-11-24", "2026-11-23"), ("2026-11-29", "2026-11-23")]
        {
            assert_eq!(day(any).monday(), day(monday));
        }
    }
}
