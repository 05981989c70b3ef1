//! Opening the database, whatever state it is in.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB};

use super::backup::{Backup, free_name, list_backups, sound};
use super::error::{StoreError, StoreErrorKind};
use super::schema::{self, Health, VERSION};
use super::writer::Notify;
use super::{Millis, Store, file, folder};

/// How the database was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// There was none; a new one was made.
    Fresh,
    /// At the present schema.
    Current,
    /// Brought to the present schema.
    Migrated {
        /// The schema version before.
        from: usize,
    },
    /// It was damaged, so another took its place.
    Recovered {
        /// Where the damaged file is now.
        set_aside: PathBuf,
        /// The copy that took its place; none means that the new database is empty.
        backup: Option<PathBuf>,
    },
    /// Nothing will be saved: the schema is newer than [`VERSION`], or else the folder refuses writing.
    ReadOnly {
        /// The schema version of the file; zero where there is none.
        version: usize,
    },
}

/// Opens the database of a data folder, made or mended if need be; `now` names a file set aside.
pub fn open(data_folder: &Path, now: Millis, notify: Notify) -> Result<(Store, Opened), StoreError> {
    let database = data_folder.join(file::NAME);
    let at = |kind: StoreErrorKind| kind.at(&database);
    let alone = folder::alone(data_folder).map_err(|error| at(error.into()))?;
    let backups = list_backups(data_folder)?;
    let found = match alone.as_ref().map(|_| find(&database, backups, now)).transpose() {
        Err(StoreErrorKind::Sqlite(error)) if file::is_refusal(&error) => None,
        found => found.map_err(at)?.flatten(),
    };
    drop(alone);
    let (conn, opened) = if let Some((conn, opened)) = found {
        (Some(conn), opened)
    } else {
        let (_, version) = file::copy_in_memory(&database).map_err(at)?;
        (None, Opened::ReadOnly { version })
    };
    Ok((Store::new(data_folder, conn, notify)?, opened))
}

/// A connection ready for writing; none where the file may or must not be written.
fn find(
    database: &Path,
    backups: Vec<Backup>,
    now: Millis,
) -> Result<Option<(Connection, Opened)>, StoreErrorKind> {
    finish_recovery(database)?;
    let is_new = !database.try_exists()?;
    let mut conn = file::connect(database)?;
    let opened = match schema::examine(&conn)? {
        Health::Sound { version } if version > VERSION => return Ok(None),
        // A file emptied by a power cut is no new file.
        Health::Empty if is_new || backups.is_empty() => Opened::Fresh,
        Health::Sound { version: VERSION } => Opened::Current,
        Health::Sound { version } => Opened::Migrated { from: version },
        Health::Empty | Health::Damaged(_) => {
            drop(conn);
            let opened = recover(database, backups, now)?;
            conn = file::connect(database)?;
            opened
        }
    };
    if conn.is_readonly(MAIN_DB)? {
        return Ok(None);
    }
    prepare(&mut conn)?;
    Ok(Some((conn, opened)))
}

fn prepare(conn: &mut Connection) -> Result<(), StoreErrorKind> {
    // Where the file system cannot do WAL, SQLite goes on with its older journal.
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    Ok(schema::migrate(conn)?)
}

/// Puts the newest intact copy in the place of a damaged file, which is kept under another name.
fn recover(database: &Path, backups: Vec<Backup>, now: Millis) -> Result<Opened, StoreErrorKind> {
    let replacement = replacement(database);
    let backup = backups.into_iter().map(|backup| backup.file).find(|backup| {
        let copied = sound(backup).and_then(|conn| file::copy_to(&conn, &replacement));
        copied.inspect_err(|kind| tracing::warn!(file = %backup.display(), "unusable backup: {kind}")).is_ok()
    });
    let set_aside = free_name(database, "damaged", now);
    // What stands beside goes first: SQLite would take it for a part of the replacement.
    let beside = file::beside(database).into_iter().zip(file::beside(&set_aside));
    for (from, to) in beside.chain([(database.to_owned(), set_aside.clone())]) {
        if from.try_exists()? {
            fs::rename(from, to)?;
        }
    }
    if backup.is_some() {
        fs::rename(replacement, database)?;
    }
    Ok(Opened::Recovered { set_aside, backup })
}

/// Where a recovery prepares the file that takes the place of a damaged one.
fn replacement(database: &Path) -> PathBuf {
    file::with_ending(database, ".new")
}

/// Ends a recovery that was cut off between setting aside and putting in place.
fn finish_recovery(database: &Path) -> Result<(), StoreErrorKind> {
    let replacement = replacement(database);
    if replacement.try_exists()? && !database.try_exists()? {
        fs::rename(replacement, database)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_on_the_disk_when_the_commit_returns() {
        let folder = tempfile::tempdir().unwrap();
        let (conn, _) = find(&folder.path().join(file::NAME), Vec::new(), Millis(0)).unwrap().unwrap();
        let pragma = |name| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        let journal = conn.pragma_query_value(None, "journal_mode", |row| row.get::<_, String>(0));
        let full = 2;
        assert_eq!((pragma("synchronous"), pragma("foreign_keys")), (full, 1));
        assert_eq!(journal.unwrap(), "wal");
    }
}
