//! Names as columns, and rows that cannot be read.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, ToSql};
use uuid::Uuid;

use crate::content::{LessonId, Slug};

impl ToSql for Slug {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Slug {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, Self::parse)
    }
}

impl ToSql for LessonId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for LessonId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, Self::parse)
    }
}

/// A column whose text has a form of its own.
pub(super) fn parsed<T>(value: ValueRef<'_>, parse: impl FnOnce(&str) -> Option<T>) -> FromSqlResult<T> {
    let text = value.as_str()?;
    parse(text).ok_or_else(|| FromSqlError::Other(format!("not a valid value: {text:?}").into()))
}

/// The text of a column.
pub(super) struct Text(pub String);

impl Text {
    /// The fault of a text that is not what its column holds.
    pub(super) fn is_no(&self, what: &str) -> rusqlite::Error {
        FromSqlError::Other(format!("not a valid {what}: {:?}", self.0).into()).into()
    }
}

/// An id that is unique also among those of other people.
pub(super) struct UuidText(pub Uuid);

impl FromSql for UuidText {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, |text| Uuid::parse_str(text).ok().map(Self))
    }
}

/// All rows that can be read; the others are counted and stay where they are.
pub(super) fn rows<T>(
    conn: &Connection,
    sql: &str,
    skipped: &mut usize,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut values = Vec::new();
    while let Some(row) = rows.next()? {
        match read(row) {
            Ok(value) => values.push(value),
            Err(error) => {
                tracing::warn!("unreadable row of `{sql}`: {error}");
                *skipped += 1;
            }
        }
    }
    Ok(values)
}
