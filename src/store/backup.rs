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
