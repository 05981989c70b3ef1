//! The steps of the schema, and whether a database is sound.

use rusqlite::{Connection, ErrorCode};
use rusqlite_migration::{M, Migrations};

/// `STEPS[n]` turns version `n` into `n + 1`; a shipped step never changes.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/1_study.sql")),
    M::up(include_str!("migrations/2_self_check.sql")),
    M::up(include_str!("migrations/3_class.sql")),
];

/// The schema version that this program writes.
pub const VERSION: usize = STEPS.len();

/// "HOCL", set by the first step.
const APPLICATION_ID: i64 = 0x484F_434C;

/// What a database turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Health {
    /// Nothing is in it.
    Empty,
    /// Intact, and of this program.
    Sound {
        /// Its schema version.
        version: usize,
    },
    /// Damaged, or not of this program; says what was found.
    Damaged(String),
}

/// Checks the whole file; an error means that it could not be read, not that it is damaged.
pub(super) fn examine(conn: &Connection) -> rusqlite::Result<Health> {
    match inspect(conn) {
        Err(error) if is_damage(&error) => Ok(Health::Damaged(error.to_string())),
        result => result,
    }
}

fn inspect(conn: &Connection) -> rusqlite::Result<Health> {
    let number = |sql| conn.query_row(sql, [], |row| row.get::<_, i64>(0));
    let finding: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if finding != "ok" {
        return Ok(Health::Damaged(finding));
    }
    let version = number("PRAGMA user_version")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let ours = number("PRAGMA application_id")? == APPLICATION_ID;
    Ok(match usize::try_from(version) {
        Ok(0) if tables == 0 => Health::Empty,
        Ok(version) if version > 0 && ours => Health::Sound { version },
        _ => Health::Damaged("not a database of this program".to_owned()),
    })
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Brings the database to [`VERSION`] in one transaction.
pub(super) fn migrate(conn: &mut Connection) -> Result<(), rusqlite_migration::Error> {
    Migrations::from_slice(STEPS).to_latest(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_database_is_empty_and_then_sound() {
        let mut conn = Connection::open_in_memory().unwrap();
        assert_eq!(examine(&conn).unwrap(), Health::Empty);
        migrate(&mut conn).unwrap();
        assert_eq!(examine(&conn).unwrap(), Health::Sound { version: VERSION });
    }

    #[test]
    fn a_database_of_another_program_is_not_ours() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE cookies (a); PRAGMA user_version = 1;").unwrap();
        assert!(matches!(examine(&conn).unwrap(), Health::Damaged(_)));
    }
}
