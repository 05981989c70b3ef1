//! Moments in the user's data.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

/// A moment in milliseconds since 1970, UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

impl Millis {
    /// The moment so many days earlier.
    #[must_use]
    pub fn days_before(self, days: i64) -> Self {
        Self(self.0.saturating_sub(days.saturating_mul(24 * 60 * 60 * 1000)))
    }

    /// The moment so many minutes later, or earlier where they are negative.
    #[must_use]
    pub fn after_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// The moment as part of a file name: `20260504T101112Z`.
    pub(super) fn stamp(self) -> String {
        let moment = jiff::Timestamp::from_millisecond(self.0);
        moment.map_or_else(|_| self.0.to_string(), |moment| moment.strftime("%Y%m%dT%H%M%SZ").to_string())
    }
}

impl ToSql for Millis {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for Millis {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_a_file_name_whatever_the_clock_says() {
        assert_eq!(Millis(0).stamp(), "19700101T000000Z");
        assert_eq!(Millis(i64::MIN).stamp(), i64::MIN.to_string());
    }
}
