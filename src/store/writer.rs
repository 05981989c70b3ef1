//! The one thread that writes: changes wait a moment and go to the disk together.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

/// A change is written this long after the last one, so that typing is one write.
const QUIET: Duration = Duration::from_millis(300);

/// No change waits longer than this; a failed write is tried again after it.
const LONGEST: Duration = Duration::from_secs(1);

/// Number of a change, counted from one since the store was opened; the default is before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub(super) u64);

/// What became of submitted changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// All changes up to this one are on the disk, but for those reported as failed.
    Upto(Revision),
    /// Something is not on the disk; a later `Upto` of the same revision means that it is now.
    Failed {
        /// The change that was refused, or the last of those waiting.
        revision: Revision,
        /// The cause, for the log.
        message: String,
    },
}

/// Told from the writing thread what became of changes.
pub type Notify = Box<dyn Fn(Saved) + Send + Sync>;

pub(super) type Change = Box<dyn Fn(&Transaction<'_>) -> rusqlite::Result<()> + Send>;
pub(super) type Task = Box<dyn FnOnce(rusqlite::Result<&mut Connection>) + Send>;

pub(super) enum Message {
    /// To be written soon.
    Change(Revision, Change),
    /// To be done now, after writing all that waits.
    Task(Task),
}

/// Starts the thread; it ends, after writing what waits, when the sender is dropped.
pub(super) fn start(conn: Connection, notify: Arc<Notify>) -> io::Result<(Sender<Message>, JoinHandle<()>)> {
    let (sender, inbox) = mpsc::channel();
    let desk = Desk { conn, notify, waiting: Vec::new(), turn: None, failing: false };
    let thread = thread::Builder::new().name("store writer".to_owned()).spawn(move || desk.run(&inbox))?;
    Ok((sender, thread))
}

struct Desk {
    conn: Connection,
    notify: Arc<Notify>,
    waiting: Vec<(Revision, Change)>,
    turn: Option<Turn>,
    failing: bool,
}

/// When the waiting changes are written.
#[derive(Clone, Copy)]
struct Turn {
    first: Instant,
    due: Instant,
}

impl Turn {
    fn after(earlier: Option<Self>, now: Instant) -> Self {
        let first = earlier.map_or(now, |turn| turn.first);
        Self { first, due: (now + QUIET).min(first + LONGEST) }
    }
}

impl Desk {
    fn run(mut self, inbox: &Receiver<Message>) {
        loop {
            let message = match self.turn {
                None => inbox.recv().map_err(RecvTimeoutError::from),
                Some(Turn { due, .. }) => match due.checked_duration_since(Instant::now()) {
                    None => Err(RecvTimeoutError::Timeout),
                    Some(wait) => inbox.recv_timeout(wait),
                },
            };
            match message {
                Ok(Message::Change(revision, change)) => {
                    self.waiting.push((revision, change));
                    self.turn = Some(Turn::after(self.turn, Instant::now()));
                }
                Ok(Message::Task(task)) => {
                    let written = self.write();
                    task(written.map(|()| &mut self.conn));
                }
                // `write` has told of its error itself.
                Err(RecvTimeoutError::Timeout) => drop(self.write()),
                Err(RecvTimeoutError::Disconnected) => return drop(self.write()),
            }
        }
    }

    /// Writes what waits; on an error all of it goes on waiting.
    fn write(&mut self) -> rusqlite::Result<()> {
        let Some(&(last, _)) = self.waiting.last() else { return Ok(()) };
        match write_all(&mut self.conn, &self.waiting) {
            Ok(refused) => {
                for (revision, error) in refused {
                    (self.notify)(Saved::Failed { revision, message: error.to_string() });
                }
                (self.notify)(Saved::Upto(last));
                self.waiting.clear();
                self.turn = None;
                self.failing = false;
                Ok(())
            }
            Err(error) => {
                if !self.failing {
                    (self.notify)(Saved::Failed { revision: last, message: error.to_string() });
                }
                let now = Instant::now();
                self.turn = Some(Turn { first: now, due: now + LONGEST });
                self.failing = true;
                Err(error)
            }
        }
    }
}

/// One transaction for all; a change that is refused takes no other with it.
fn write_all(
    conn: &mut Connection,
    changes: &[(Revision, Change)],
) -> rusqlite::Result<Vec<(Revision, rusqlite::Error)>> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut refused = Vec::new();
    for (revision, change) in changes {
        transaction.execute_batch("SAVEPOINT change")?;
        match change(&transaction) {
            Ok(()) => {}
            Err(error) if concerns_all(&error) => return Err(error),
            Err(error) => {
                transaction.execute_batch("ROLLBACK TO change")?;
                refused.push((*revision, error));
            }
        }
        transaction.execute_batch("RELEASE change")?;
    }
    transaction.commit()?;
    Ok(refused)
}

/// Whether the disk or the file is at fault rather than the change.
fn concerns_all(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::OutOfMemory
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::NotADatabase
        )
    )
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    type Told = Receiver<Saved>;

    fn desk() -> (Desk, Told) {
        let (sender, told) = mpsc::channel();
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE word (text TEXT NOT NULL)").unwrap();
        let notify: Notify = Box::new(move |saved| drop(sender.send(saved)));
        (Desk { conn, notify: Arc::new(notify), waiting: Vec::new(), turn: None, failing: false }, told)
    }

    /// Adds the word twice; without a word the second one is refused.
    fn add(desk: &mut Desk, text: Option<&'static str>) {
        let revision = Revision(desk.waiting.len() as u64 + 1);
        let change = move |to: &Transaction<'_>| {
            to.execute("INSERT INTO word VALUES (coalesce(?1, 'nửa'))", [text])?;
            to.execute("INSERT INTO word VALUES (?1)", [text]).map(drop)
        };
        desk.waiting.push((revision, Box::new(change)));
    }

    fn words(desk: &Desk) -> Vec<String> {
        let mut statement = desk.conn.prepare("SELECT text FROM word ORDER BY rowid").unwrap();
        let words = statement.query_map([], |row| row.get(0)).unwrap();
        words.map(Result::unwrap).collect()
    }

    #[test]
    fn a_change_waits_for_quiet_but_no_longer_than_a_second() {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let turn = Turn::after(None, start);
        assert_eq!(turn.due, at(300));
        let turn = Turn::after(Some(turn), at(200));
        assert_eq!(turn.due, at(500));
        let turn = Turn::after(Some(turn), at(900));
        assert_eq!(turn.due, at(1000));
    }

    #[test]
    fn a_refused_change_takes_no_other_with_it() {
        let (mut desk, told) = desk();
        for text in [Some("một"), None, Some("ba")] {
            add(&mut desk, text);
        }
        desk.write().unwrap();
        assert_eq!(words(&desk), ["một", "một", "ba", "ba"]);
        assert!(matches!(told.recv(), Ok(Saved::Failed { revision: Revision(2), .. })));
        assert_eq!(told.recv(), Ok(Saved::Upto(Revision(3))));
    }

    #[test]
    fn what_a_full_disk_refuses_goes_on_waiting_and_is_told_once() {
        let (mut desk, told) = desk();
        add(&mut desk, Some("một"));
        let full = std::sync::atomic::AtomicU8::new(2);
        let change = move |_: &Transaction<'_>| {
            if full.load(std::sync::atomic::Ordering::Relaxed) == 0 {
                return Ok(());
            }
            full.fetch_sub(1, std::sync::atomic::Ordering::Relaxed);
            Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_FULL), None))
        };
        desk.waiting.push((Revision(2), Box::new(change)));
        assert!(desk.write().is_err() && desk.write().is_err());
        assert!(words(&desk).is_empty() && desk.turn.is_some());
        desk.write().unwrap();
        assert_eq!(words(&desk), ["một", "một"]);
        assert!(matches!(told.recv(), Ok(Saved::Failed { revision: Revision(2), .. })));
        assert_eq!(told.recv(), Ok(Saved::Upto(Revision(2))));
    }
}
