//! What can go wrong with the user's data.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why the data folder or the database could not be used.
#[derive(Debug)]
pub struct StoreError {
    /// What failed.
    pub kind: StoreErrorKind,
    /// The file or folder concerned.
    pub file: PathBuf,
}

/// The ways in which storing fails.
#[derive(Debug)]
pub enum StoreErrorKind {
    /// The file system refused.
    Io(io::Error),
    /// SQLite refused.
    Sqlite(rusqlite::Error),
    /// An older database could not be brought to the present schema.
    Migration(rusqlite_migration::Error),
    /// The file is damaged or is not a database of this program; says what was found.
    Damaged(String),
    /// A newer edition of the program wrote the file.
    Newer {
        /// The schema version of the file.
        version: usize,
    },
    /// The database is open for reading only.
    ReadOnly,
    /// The writing thread has ended.
    WriterEnded,
    /// The platform names no data folder for this user.
    NoFolder,
}

impl StoreErrorKind {
    pub(super) fn at(self, file: &Path) -> StoreError {
        StoreError { kind: self, file: file.to_owned() }
    }
}

impl From<io::Error> for StoreErrorKind {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<rusqlite::Error> for StoreErrorKind {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<rusqlite_migration::Error> for StoreErrorKind {
    fn from(error: rusqlite_migration::Error) -> Self {
        Self::Migration(error)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.file.display())
    }
}

impl fmt::Display for StoreErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Sqlite(error) => error.fmt(f),
            Self::Migration(error) => error.fmt(f),
            Self::Damaged(finding) => write!(f, "damaged: {finding}"),
            Self::Newer { version } => write!(f, "schema version {version} is newer than this program"),
            Self::ReadOnly => f.write_str("open for reading only"),
            Self::WriterEnded => f.write_str("the writing thread has ended"),
            Self::NoFolder => f.write_str("no data folder for this user"),
        }
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            StoreErrorKind::Io(error) => Some(error),
            StoreErrorKind::Sqlite(error) => Some(error),
            StoreErrorKind::Migration(error) => Some(error),
            _ => None,
        }
    }
}
