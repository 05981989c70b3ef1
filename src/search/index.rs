//! The file of the index: made whole beside, put in place, opened for reading.
//!
//! It is a cache. Whatever is wrong with it, it is made anew.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, params};

use super::cache;
use super::entry::{Entry, Home, Kind};
use super::error::{IndexError, IndexErrorKind};
use super::tokens;

/// Counts up when the form of the file changes.
const FORM: u32 = 1;
/// Kept in memory of a file that is being read, in KiB.
const READING_KIB: i64 = 4 << 10;
/// Kept in memory while an index is made, in KiB.
const MAKING_KIB: i64 = 32 << 10;
/// What follows in a longer text is not looked at: it was not written to be read.
const TEXT_CHARS: usize = 20_000;
/// Words are gathered in memory up to so many bytes before they are sorted into the file.
const GATHERED_BYTES: i64 = 8 << 20;

/// An index that can be asked.
pub struct Index {
    pub(super) conn: Connection,
    pub(super) file: Option<PathBuf>,
}

impl Index {
    /// Opens the index of a course; none where there is none, or where the file is something else.
    pub fn open(file: &Path, key: &str) -> Option<Self> {
        Self::read(file, &in_file(key)).ok().flatten()
    }

    fn read(file: &Path, key: &str) -> rusqlite::Result<Option<Self>> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(file, flags)?;
        let known: String = conn.query_row("SELECT key FROM meta", [], |row| row.get(0))?;
        conn.pragma_update(None, "cache_size", -READING_KIB)?;
        Ok((known == key).then(|| Self { conn, file: Some(file.to_owned()) }))
    }

    /// Deletes the file, so that it is made anew.
    pub fn discard(self) {
        let Self { conn, file } = self;
        drop(conn);
        if let Some(file) = file {
            // What cannot be deleted is replaced when the next index is put in its place.
            fs::remove_file(file).ok();
        }
    }
}

fn beginning(text: &str) -> &str {
    text.char_indices().nth(TEXT_CHARS).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn in_file(key: &str) -> String {
    format!("{FORM} {key}")
}

/// An index that is being made; what is not finished leaves nothing behind.
pub struct Making {
    /// None once it is finished.
    conn: Option<Connection>,
    file: Option<PathBuf>,
    key: String,
    homes: i64,
    entries: i64,
    /// The number of the module of the last home.
    module: usize,
}

impl Making {
    /// Begins an index for a file, or in memory.
    pub fn begin(file: Option<&Path>, key: &str) -> Result<Self, IndexError> {
        let (key, place) = (in_file(key), file.map(Path::to_owned));
        let mut making = Self { conn: None, file: place, key, homes: 0, entries: 0, module: 0 };
        making.conn = Some(connect(file).map_err(|kind| kind.of(file))?);
        Ok(making)
    }

    /// Begins a module or lesson; what is added next stands in it. None begins what stands nowhere.
    pub fn home(&mut self, home: Option<&Home>) -> Result<(), IndexError> {
        let Some(home) = home else {
            self.module = 0;
            return Ok(());
        };
        self.homes += 1;
        self.module = home.number;
        let id = self.homes;
        let lesson = home.lesson.as_ref();
        self.write(|conn| {
            conn.prepare_cached("INSERT INTO home VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
                id,
                home.module.as_str(),
                i64::try_from(home.number).unwrap_or(i64::MAX),
                home.title,
                lesson.map(|lesson| lesson.id.to_string()),
                lesson.map(|lesson| &lesson.title),
                lesson.is_some_and(|lesson| lesson.planned),
            ])
        })
    }

    /// Adds something that can be found.
    pub fn add(&mut self, entry: &Entry) -> Result<(), IndexError> {
        self.entries += 1;
        let Entry { kind, target, .. } = entry;
        let [title, text, also] = [&entry.title, &entry.text, &entry.also].map(|text| beginning(text));
        let id = self.entries;
        let home = (self.module > 0).then_some(self.homes);
        let module = (self.module > 0).then_some(self.module);
        let group = kind.group();
        // What has a title of its own is found by it first; the title of a part leads to its heading.
        let head = kind.is_titled().then(|| tokens::of_text(&[title, also], group, module));
        let body = match kind {
            // What stands under a heading is found where it stands.
            Kind::Heading => None,
            kind if kind.is_titled() => (!text.is_empty()).then(|| vec![text]),
            _ => Some(vec![text, also]),
        };
        let body = body.map(|texts| tokens::of_text(&texts, group, module));
        self.write(|conn| {
            conn.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(
                params![
                    id,
                    kind.number(),
                    home,
                    target.as_ref().map(crate::content::Slug::as_str),
                    title,
                    text,
                    also
                ],
            )?;
            if let Some(head) = head {
                conn.prepare_cached("INSERT INTO head(rowid, words) VALUES (?1, ?2)")?
                    .execute(params![id, head])?;
            }
            if let Some(body) = body {
                conn.prepare_cached("INSERT INTO body(rowid, words) VALUES (?1, ?2)")?
                    .execute(params![id, body])?;
            }
            Ok(0)
        })
    }

    fn write(&self, write: impl FnOnce(&Connection) -> rusqlite::Result<usize>) -> Result<(), IndexError> {
        let done = self.conn.as_ref().map_or(Ok(0), write);
        done.map(drop).map_err(|error| IndexErrorKind::from(error).of(self.file.as_deref()))
    }

    /// Puts the index in its place and opens it.
    pub fn finish(mut self) -> Result<Index, IndexError> {
        self.put_in_place().map_err(|kind| kind.of(self.file.as_deref()))
    }

    fn put_in_place(&mut self) -> Result<Index, IndexErrorKind> {
        let conn = self.conn.take().ok_or(rusqlite::Error::InvalidQuery)?;
        conn.execute("INSERT INTO meta VALUES (?1)", [&self.key])?;
        conn.execute_batch(
            "INSERT INTO head(head) VALUES ('optimize'); INSERT INTO body(body) VALUES ('optimize'); COMMIT",
        )?;
        let Some(file) = &self.file else { return Ok(Index { conn, file: None }) };
        conn.close().map_err(|(_, error)| error)?;
        let beside = beside(file);
        File::options().read(true).write(true).open(&beside)?.sync_all()?;
        if file.is_dir() {
            fs::remove_dir_all(file)?;
        }
        fs::rename(&beside, file)?;
        cache::tidy(file);
        Index::read(file, &self.key)?.ok_or_else(|| rusqlite::Error::QueryReturnedNoRows.into())
    }
}

fn connect(file: Option<&Path>) -> Result<Connection, IndexErrorKind> {
    let conn = match file {
        Some(file) => {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            let beside = beside(file);
            // One is left where the program was killed while making it.
            fs::remove_file(&beside).ok();
            Connection::open(beside)?
        }
        None => Connection::open_in_memory()?,
    };
    // Nothing is lost with a cache: the file counts only once it is whole and on the disk.
    conn.pragma_update(None, "journal_mode", "OFF")?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    conn.pragma_update(None, "cache_size", -MAKING_KIB)?;
    conn.execute_batch(include_str!("schema.sql"))?;
    for table in ["head", "body"] {
        let sql = format!("INSERT INTO {table}({table}, rank) VALUES ('hashsize', ?1)");
        conn.execute(&sql, [GATHERED_BYTES])?;
    }
    conn.execute_batch("BEGIN")?;
    Ok(conn)
}

impl Drop for Making {
    fn drop(&mut self) {
        drop(self.conn.take());
        if let Some(file) = &self.file {
            // Mostly it is not there any more.
            fs::remove_file(beside(file)).ok();
        }
    }
}

/// Where this process makes an index before it takes its place.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{}{}", std::process::id(), cache::UNFINISHED));
    name.into()
}
