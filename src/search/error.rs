//! Why an index could not be made or asked.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What failed, and the file of the index.
#[derive(Debug)]
pub struct IndexError {
    /// What failed.
    pub kind: IndexErrorKind,
    /// The file; none for an index in memory.
    pub file: Option<PathBuf>,
}

/// What failed.
#[derive(Debug)]
pub enum IndexErrorKind {
    /// The file or its folder.
    Io(io::Error),
    /// The database.
    Sqlite(rusqlite::Error),
}

impl IndexErrorKind {
    pub(super) fn of(self, file: Option<&Path>) -> IndexError {
        IndexError { kind: self, file: file.map(Path::to_owned) }
    }
}

impl From<io::Error> for IndexErrorKind {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<rusqlite::Error> for IndexErrorKind {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            IndexErrorKind::Io(error) => write!(f, "{error}")?,
            IndexErrorKind::Sqlite(error) => write!(f, "{error}")?,
        }
        match &self.file {
            Some(file) => write!(f, ": {}", file.display()),
            None => Ok(()),
        }
    }
}

impl Error for IndexError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            IndexErrorKind::Io(error) => Some(error),
            IndexErrorKind::Sqlite(error) => Some(error),
        }
    }
}
