//! Where a statement comes from, and whether that still holds.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::content::Slug;

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of the format")]
pub enum SourceKind {
    Law,
    Decree,
    Resolution,
    Directive,
    Decision,
    Circular,
    Plan,
    Convention,
    Report,
    Study,
    Statistics,
    News,
    Guideline,
}

impl SourceKind {
    /// Whether its status is a legal one that a reader must know before acting on it.
    pub fn is_legal(self) -> bool {
        matches!(
            self,
            Self::Law
                | Self::Decree
                | Self::Resolution
                | Self::Directive
                | Self::Decision
                | Self::Circular
                | Self::Plan
                | Self::Convention
        )
    }
}

/// Whether a source holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No replacement was seen by `checked_on`.
    InForce,
    /// Holds with changes.
    Amended,
    /// Another document took its place.
    Replaced,
    /// Its period ended.
    Expired,
    /// Told as history.
    Historical,
    /// Not established.
    Unknown,
}

/// How far the source was seen.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Read at the source itself.
    Primary,
    /// Told by another page.
    Secondary,
    /// Not seen.
    Unverified,
}

/// A date known to the year, the month or the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// Accepts `YYYY`, `YYYY-MM` and `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize, range: std::ops::RangeInclusive<u16>| match parts.next() {
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse().ok().filter(|n| range.contains(n)).map(Some)
            }
            Some(_) => None,
            None => Some(None),
        };
        let year = number(4, 1000..=2999)??;
        let month = number(2, 1..=12)?;
        let day = number(2, 1..=31)?;
        let small = |n: u16| u8::try_from(n).ok();
        parts.next().is_none().then_some(Self {
            year,
            month: month.and_then(small),
            day: day.and_then(small),
        })
    }

    /// A whole day of the calendar; years beyond four digits are cut to the range of the format.
    pub fn of(year: i16, month: i8, day: i8) -> Self {
        let small = |n: i8| u8::try_from(n).ok();
        Self { year: u16::try_from(year).unwrap_or_default(), month: small(month), day: small(day) }
    }

    /// Months from this date to `later`, never negative; a missing month counts as January.
    pub fn months_until(self, later: Self) -> u32 {
        let count = |date: Self| u32::from(date.year) * 12 + u32::from(date.month.unwrap_or(1));
        let (from, to) = (count(self), count(later));
        let unfinished = later.day.unwrap_or(1) < self.day.unwrap_or(1);
        to.saturating_sub(from).saturating_sub(u32::from(unfinished && to > from))
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }
}

/// As it is written in Vietnamese: `23/4/2018`, `4/2018`, `2018`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day}/")?;
        }
        if let Some(month) = self.month {
            write!(f, "{month}/")?;
        }
        write!(f, "{}", self.year)
    }
}

/// One entry of `sources.json`.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: Slug,
    /// What it is.
    pub kind: SourceKind,
    /// Such as `56/2017/NĐ-CP`.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// From when it holds.
    pub effective: Option<Date>,
    /// Whether it holds.
    pub status: Status,
    /// What took its place.
    pub replaced_by: Vec<Slug>,
    /// When the status was last checked.
    pub checked_on: Option<Date>,
    /// How far it was seen.
    pub confidence: Confidence,
    /// Whether the class of 23/4/2018 was taught it.
    pub taught_2018: bool,
    /// Where it was seen.
    pub url: Option<String>,
    /// What else a reader should know.
    pub note: Option<String>,
}

/// After this many months the status of a source must be checked anew.
pub const FRESH_MONTHS: u32 = 12;

impl Source {
    /// Whether its status was checked within the last twelve months before `today`.
    pub fn is_fresh(&self, today: Date) -> bool {
        self.checked_on.is_some_and(|checked| checked.months_until(today) < FRESH_MONTHS)
    }

    /// The name a reader knows it by: its number, or its title where it has none.
    pub fn short_name(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_to_the_year_month_or_day() {
        for (text, shown) in [("2018", "2018"), ("2018-04", "4/2018"), ("2018-04-23", "23/4/2018")] {
            assert_eq!(Date::parse(text).unwrap().to_string(), shown);
        }
        for bad in ["", "18", "2018-13", "2018-04-32", "2018-4-2", "2018-04-23-1", "23/4/2018", "2018-04-"] {
            assert!(Date::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn months_are_whole_months() {
        let months = |a, b| Date::parse(a).unwrap().months_until(Date::parse(b).unwrap());
        assert_eq!(months("2025-11-23", "2026-11-22"), 11);
        assert_eq!(months("2025-11-23", "2026-11-23"), 12);
        assert_eq!(months("2026-11-23", "2025-11-23"), 0);
    }
}
