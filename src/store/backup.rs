//! A copy of the database for each day, and the way back to one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::Connection;

use super::error::{StoreError, StoreErrorKind};
use super::schema::{self, Health};
use super::{Millis, Store, file};

/// The folder of the copies, in the data folder.
const FOLDER: &str = "backups";

/// How many copies are kept.
const KEPT: usize = 10;

/// A copy of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The day on which it was made.
    pub day: Date,
    /// The file.
    pub file: PathBuf,
}

impl Store {
    /// Makes the copy of the day unless there is one, and removes the oldest beyond ten.
    ///
    /// Waits for the disk.
    pub fn backup_if_due(&self, today: Date) -> Result<Option<PathBuf>, StoreError> {
        let folder = self.folder().join(FOLDER);
        let backup = folder.join(format!("hoclieu-{today}.db"));
        if backup.exists() {
            return Ok(None);
        }
        let target = backup.clone();
        self.run(move |conn| {
            fs::create_dir_all(&folder)?;
            let unfinished = file::with_ending(&target, ".new");
            file::copy_to(conn, &unfinished)?;
            Ok(fs::rename(unfinished, target)?)
        })?;
        for old in list_backups(self.folder())?.into_iter().skip(KEPT) {
            fs::remove_file(&old.file).map_err(|error| StoreErrorKind::Io(error).at(&old.file))?;
        }
        Ok(Some(backup))
    }

    /// Brings back the data of an intact copy; the present data is kept in the file returned.
    ///
    /// Waits for the disk; what was loaded before must be loaded again.
    pub fn restore(&self, backup: &Path, now: Millis) -> Result<PathBuf, StoreError> {
        let source = sound(backup).map_err(|kind| kind.at(backup))?;
        let aside = free_name(&self.file(), "replaced", now);
        self.run(move |conn| {
            file::copy_to(conn, &aside)?;
            file::copy_pages(&source, conn)?;
            schema::migrate(conn)?;
            Ok(aside)
        })
    }
}

/// The copies in a data folder, newest first.
pub fn list_backups(folder: &Path) -> Result<Vec<Backup>, StoreError> {
    let folder = folder.join(FOLDER);
    let entries = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.and_then(Iterator::collect::<io::Result<Vec<_>>>),
    };
    let entries = entries.map_err(|error| StoreErrorKind::Io(error).at(&folder))?;
    let mut backups: Vec<Backup> = entries.into_iter().filter_map(|entry| named(entry.path())).collect();
    backups.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.file.cmp(&b.file)));
    Ok(backups)
}

fn named(file: PathBuf) -> Option<Backup> {
    let day = file.file_name()?.to_str()?.strip_prefix("hoclieu-")?.strip_suffix(".db")?;
    Some(Backup { day: day.parse().ok()?, file })
}

/// An intact copy that this program can read, opened.
pub(super) fn sound(backup: &Path) -> Result<Connection, StoreErrorKind> {
    let conn = file::connect_reading(backup)?;
    match schema::examine(&conn)? {
        Health::Sound { version } if version > schema::VERSION => Err(StoreErrorKind::Newer { version }),
        Health::Sound { .. } => Ok(conn),
        Health::Empty => Err(StoreErrorKind::Damaged("empty".to_owned())),
        Health::Damaged(finding) => Err(StoreErrorKind::Damaged(finding)),
    }
}

/// A name beside the database for one that steps aside, which no file bears.
pub(super) fn free_name(database: &Path, why: &str, now: Millis) -> PathBuf {
    let mut name = database.with_file_name(format!("hoclieu-{why}-{}.db", now.stamp()));
    while name.exists() {
        name.set_extension("again.db");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open;

    fn opened(folder: &Path) -> Store {
        open(folder, Millis(0), Box::new(drop)).unwrap().0
    }

    fn set(store: &Store, value: &'static str) {
        store.submit(move |to| {
            to.execute("INSERT OR REPLACE INTO setting VALUES ('a', ?1)", [value]).map(drop)
        });
    }

    fn value(store: &Store) -> String {
        store.flush().unwrap();
        store.read(|conn| conn.query_row("SELECT value FROM setting", [], |row| row.get(0))).unwrap()
    }

    fn day(day: i8) -> Date {
        jiff::civil::date(2026, 5, day)
    }

    #[test]
    fn a_day_has_one_copy_and_the_newest_ten_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        for n in 1..=12 {
            assert!(store.backup_if_due(day(n)).unwrap().is_some());
            assert!(store.backup_if_due(day(n)).unwrap().is_none());
        }
        let days: Vec<Date> = list_backups(folder.path()).unwrap().into_iter().map(|b| b.day).collect();
        assert_eq!(days, (3..=12).rev().map(day).collect::<Vec<_>>());
        assert_eq!(fs::read_dir(folder.path().join(FOLDER)).unwrap().count(), 10);
    }

    #[test]
    fn a_copy_holds_what_was_submitted_before_and_comes_back_whole() {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        set(&store, "1");
        let backup = store.backup_if_due(day(4)).unwrap().unwrap();
        set(&store, "2");
        let aside = store.restore(&backup, Millis(0)).unwrap();
        assert_eq!(value(&store), "1");
        set(&store, "3");
        assert_eq!(value(&store), "3");
        let again = store.restore(&aside, Millis(0)).unwrap();
        assert_eq!(value(&store), "2");
        assert_ne!(again, aside);
    }

    #[test]
    fn what_is_no_intact_copy_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        set(&store, "1");
        let bad = folder.path().join("bad.db");
        crate::disk::replace(&bad, b"not a database at all").unwrap();
        let error = store.restore(&bad, Millis(0)).unwrap_err();
        assert!(matches!(error.kind, StoreErrorKind::Damaged(_)) && error.file == bad);
        assert!(store.restore(&folder.path().join("none.db"), Millis(0)).is_err());
        assert_eq!(value(&store), "1");
    }
}
