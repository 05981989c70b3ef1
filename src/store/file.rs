//! Connections to the database file, and copies of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};

use super::error::StoreErrorKind;
use super::schema::{self, Health};

/// The database in the data folder.
pub(super) const NAME: &str = "hoclieu.db";

/// How long another process may hold the database before a write fails and is tried again.
const BUSY: Duration = Duration::from_secs(5);

/// Opens the file for writing, made if it is missing; read-only where the system insists.
pub(super) fn connect(file: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open(file)?;
    conn.busy_timeout(BUSY)?;
    Ok(conn)
}

/// Opens an existing file for reading.
pub(super) fn connect_reading(file: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.busy_timeout(BUSY)?;
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        // WAL wants a file of its own beside the database, which a read-only folder refuses.
        Err(error) if is_refusal(&error) => connect_unchanging(file),
        _ => Ok(conn),
    }
}

/// Whether the system lets the file or its folder only be read.
pub(super) fn is_refusal(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// Opens a file that nobody writes; changes that a killed process left beside it are not seen.
fn connect_unchanging(file: &Path) -> rusqlite::Result<Connection> {
    let path = file.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(format!("file:{path}?immutable=1"), flags)
}

/// A copy in memory at the present schema, for files that must not be written.
///
/// A missing file is an empty database; a newer one stays as it is.
pub(super) fn copy_in_memory(file: &Path) -> Result<(Connection, usize), StoreErrorKind> {
    let mut copy = Connection::open_in_memory()?;
    if file.try_exists()? {
        copy_pages(&connect_reading(file)?, &mut copy)?;
    }
    let version = match schema::examine(&copy)? {
        Health::Damaged(finding) => return Err(StoreErrorKind::Damaged(finding)),
        Health::Empty => 0,
        Health::Sound { version } => version,
    };
    if version < schema::VERSION {
        schema::migrate(&mut copy)?;
    }
    Ok((copy, version))
}

/// Writes a copy that is one file, with nothing beside it.
pub(super) fn copy_to(from: &Connection, file: &Path) -> Result<(), StoreErrorKind> {
    remove(file)?;
    let mut copy = Connection::open(file)?;
    copy_pages(from, &mut copy)?;
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(())
}

/// Makes `to` the same database as `from`, in one transaction.
pub(super) fn copy_pages(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    match Backup::new(from, to)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None)),
    }
}

/// The files that SQLite keeps beside a database.
pub(super) fn beside(file: &Path) -> [PathBuf; 3] {
    ["-wal", "-shm", "-journal"].map(|ending| with_ending(file, ending))
}

/// The path with a few more letters at its end.
pub(super) fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Removes a file that may be missing, and what SQLite left beside it.
fn remove(file: &Path) -> io::Result<()> {
    for path in beside(file).into_iter().chain([file.to_owned()]) {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unchanging_file_is_read_wherever_it_lies() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("50% là gì? #1.db");
        let conn = connect(&file).unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE a (b);").unwrap();
        drop(conn);
        let conn = connect_unchanging(&file).unwrap();
        assert_eq!(conn.query_row("SELECT count(*) FROM a", [], |row| row.get(0)), Ok(0));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_copy_is_one_file() {
        let folder = tempfile::tempdir().unwrap();
        let conn = connect(&folder.path().join("a.db")).unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE a (b);").unwrap();
        let target = folder.path().join("copies");
        fs::create_dir(&target).unwrap();
        copy_to(&conn, &target.join("a.db")).unwrap();
        copy_to(&conn, &target.join("a.db")).unwrap();
        let copy = connect_reading(&target.join("a.db")).unwrap();
        assert_eq!(copy.query_row("SELECT count(*) FROM a", [], |row| row.get(0)), Ok(0));
        assert_eq!(fs::read_dir(&target).unwrap().count(), 1);
    }
}
