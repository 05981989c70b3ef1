//! The user's data: one SQLite file, changed in transactions by one thread.
//!
//! Two processes may have the same folder open: each writes its own changes, and the last one to
//! write a row wins. Only opening, which may set a file aside, is done by one process at a time.

mod backup;
mod error;
mod file;
mod folder;
mod millis;
mod open;
mod schema;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::{Connection, Transaction};

use writer::Message;

pub use backup::{Backup, list_backups};
pub use error::{StoreError, StoreErrorKind};
pub use folder::{data_folder, exists};
pub use millis::Millis;
pub use open::{Opened, open};
pub use schema::VERSION;
pub use writer::{Notify, Revision, Saved};

/// The open database of one data folder.
pub struct Store {
    folder: PathBuf,
    notify: Arc<Notify>,
    outbox: Mutex<Outbox>,
    thread: Option<JoinHandle<()>>,
}

struct Outbox {
    last: u64,
    /// None where the database is open for reading only.
    sender: Option<Sender<Message>>,
}

impl Store {
    /// A store that writes on a thread of its own, or only reads where there is no connection.
    fn new(folder: &Path, conn: Option<Connection>, notify: Notify) -> Result<Self, StoreError> {
        let notify = Arc::new(notify);
        let writer = conn.map(|conn| writer::start(conn, Arc::clone(&notify))).transpose();
        let writer = writer.map_err(|error| StoreErrorKind::Io(error).at(folder))?;
        let (sender, thread) = writer.unzip();
        let outbox = Mutex::new(Outbox { last: 0, sender });
        Ok(Self { folder: folder.to_owned(), notify, outbox, thread })
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether changes reach the disk.
    pub fn is_writable(&self) -> bool {
        self.thread.is_some()
    }

    /// Hands a change to the writing thread and returns at once.
    ///
    /// The change may run more than once: a write that a full or busy disk refused is repeated.
    pub fn submit(
        &self,
        change: impl Fn(&Transaction<'_>) -> rusqlite::Result<()> + Send + 'static,
    ) -> Revision {
        let mut outbox = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        outbox.last += 1;
        let revision = Revision(outbox.last);
        let message = Message::Change(revision, Box::new(change));
        let sent = outbox.sender.as_ref().is_some_and(|sender| sender.send(message).is_ok());
        drop(outbox);
        if !sent {
            (self.notify)(Saved::Failed { revision, message: StoreErrorKind::ReadOnly.to_string() });
        }
        revision
    }

    /// Waits until every submitted change is on the disk.
    pub fn flush(&self) -> Result<(), StoreError> {
        if self.is_writable() { self.run(|_| Ok(())) } else { Ok(()) }
    }

    /// Reads what is on the disk, for loading at the start; waiting changes are not seen.
    pub fn read<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        self.reader().read(read)
    }

    /// What reads on another thread.
    pub fn reader(&self) -> Reader {
        Reader { file: self.file(), is_written: self.is_writable() }
    }

    /// Runs `work` on the writing thread, after all that waits, and returns its answer.
    fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreErrorKind> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (sender, answer) = mpsc::channel();
        let task = move |conn: rusqlite::Result<&mut Connection>| {
            let result = conn.map_err(StoreErrorKind::Sqlite).and_then(work);
            // The asker waits below, so it is there.
            sender.send(result).ok();
        };
        let outbox = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        // Where the thread has ended, the answer says so.
        let sent = outbox.sender.as_ref().map(|sender| sender.send(Message::Task(Box::new(task))).ok());
        drop(outbox);
        let result = match sent {
            None => Err(StoreErrorKind::ReadOnly),
            Some(_) => answer.recv().unwrap_or_else(|RecvError| Err(StoreErrorKind::WriterEnded)),
        };
        result.map_err(|kind| kind.at(&self.file()))
    }

    fn file(&self) -> PathBuf {
        self.folder.join(file::NAME)
    }
}

/// Reads the database, on any thread.
#[derive(Clone, Debug)]
pub struct Reader {
    file: PathBuf,
    is_written: bool,
}

impl Reader {
    /// Reads what is on the disk; waiting changes are not seen.
    pub fn read<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let conn = if self.is_written {
            file::connect_reading(&self.file).map_err(StoreErrorKind::Sqlite)
        } else {
            file::copy_in_memory(&self.file).map(|(conn, _)| conn)
        };
        conn.and_then(|conn| Ok(read(&conn)?)).map_err(|kind| kind.at(&self.file))
    }
}

impl Drop for Store {
    /// Writes what waits.
    fn drop(&mut self) {
        self.outbox.get_mut().unwrap_or_else(PoisonError::into_inner).sender = None;
        if let Some(thread) = self.thread.take() {
            // A panic there has been reported by the thread itself.
            thread.join().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(key: &'static str) -> impl Fn(&Transaction<'_>) -> rusqlite::Result<()> + Send + 'static {
        move |to| to.execute("INSERT OR REPLACE INTO setting VALUES (?1, '1')", [key]).map(drop)
    }

    fn count(store: &Store) -> i64 {
        store.read(|conn| conn.query_row("SELECT count(*) FROM setting", [], |row| row.get(0))).unwrap()
    }

    fn opened(folder: &Path) -> (Store, mpsc::Receiver<Saved>) {
        let (sender, told) = mpsc::channel();
        let (store, _) = open(folder, Millis(0), Box::new(move |saved| drop(sender.send(saved)))).unwrap();
        (store, told)
    }

    #[test]
    fn a_change_is_written_without_asking_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let (store, told) = opened(folder.path());
        let revision = store.submit(set("a"));
        assert_eq!(told.recv(), Ok(Saved::Upto(revision)));
        assert_eq!(count(&store), 1);
    }

    #[test]
    fn flushing_and_closing_write_what_waits() {
        let folder = tempfile::tempdir().unwrap();
        let (store, _) = opened(folder.path());
        store.submit(set("a"));
        store.flush().unwrap();
        assert_eq!(count(&store), 1);
        store.submit(set("b"));
        drop(store);
        assert_eq!(count(&opened(folder.path()).0), 2);
    }

    #[test]
    fn two_stores_of_one_folder_both_write() {
        let folder = tempfile::tempdir().unwrap();
        let (one, _) = opened(folder.path());
        let (two, _) = opened(folder.path());
        for (store, key) in [(&one, "a"), (&two, "b"), (&one, "c")] {
            store.submit(set(key));
            store.flush().unwrap();
        }
        assert_eq!((count(&one), count(&two)), (3, 3));
    }
}
