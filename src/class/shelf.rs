//! Classes and agendas on the disk.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use uuid::Uuid;

use super::agenda::{Item, OwnAgenda};
use super::event::{Beginning, Event, Happened, of_columns, to_columns};
use super::record::Record;
use crate::content::Slug;
use crate::store::{Millis, Reader, Revision, Store, StoreError};

/// A class that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its session.
    pub session: Uuid,
    /// The course.
    pub course: Slug,
    /// What it was called.
    pub title: String,
    /// When it began.
    pub began: Millis,
    /// Without a hall.
    pub rehearsal: bool,
}

/// All that is known of classes at the start.
#[derive(Debug, Default, PartialEq)]
pub struct Classes {
    agendas: BTreeMap<Uuid, OwnAgenda>,
    /// Classes that were held, the latest first; the oldest are left on the disk.
    pub held: Vec<Held>,
    /// A class that was cut off not long ago.
    pub cut_off: Option<(Uuid, Record)>,
    /// How many rows could not be read; they stay on the disk.
    pub skipped: usize,
}

/// A change in memory that is not on the disk yet.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a change that is not saved is lost when the program ends"]
pub struct Change(Kind);

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Event { session: Uuid, seq: u32, happened: Happened },
    Agenda(Box<OwnAgenda>),
}

/// Classes that are listed.
const LISTED: u32 = 200;
/// A class that was cut off longer ago than this is over.
const CUT_OFF_KEPT: i64 = 12 * 60 * 60 * 1000;
/// More events than the longest class has.
const MOST_EVENTS: u32 = 100_000;

/// Reads agendas, the list of classes, and the one that was cut off.
pub fn load(store: &Store, now: Millis) -> Result<Classes, StoreError> {
    store.read(|conn| {
        let mut classes = Classes::default();
        read_agendas(conn, &mut classes)?;
        read_held(conn, &mut classes)?;
        if let Some(session) = cut_off(conn, now)? {
            classes.cut_off = record_of(conn, session)?.map(|record| (session, record));
        }
        Ok(classes)
    })
}

/// The record of a class; none where nothing is known of it.
pub fn read_record(reader: &Reader, session: Uuid) -> Result<Option<Record>, StoreError> {
    reader.read(|conn| record_of(conn, session))
}

impl Classes {
    /// The agendas of a course by their titles.
    pub fn agendas(&self, course: &Slug) -> Vec<&OwnAgenda> {
        let here = |agenda: &&OwnAgenda| agenda.deleted.is_none() && agenda.course == *course;
        let mut agendas: Vec<_> = self.agendas.values().filter(here).collect();
        agendas.sort_by(|a, b| a.title.cmp(&b.title).then(a.id.cmp(&b.id)));
        agendas
    }

    /// An agenda that is not deleted.
    pub fn agenda(&self, id: Uuid) -> Option<&OwnAgenda> {
        self.agendas.get(&id).filter(|agenda| agenda.deleted.is_none())
    }

    /// Keeps an agenda, new or changed; none where nothing changed.
    pub fn put(&mut self, agenda: OwnAgenda, now: Millis) -> Option<Change> {
        let agenda = OwnAgenda { modified: now, ..agenda };
        let before = self.agendas.insert(agenda.id, agenda.clone());
        let same = before.is_some_and(|before| OwnAgenda { modified: now, ..before } == agenda);
        (!same).then(|| Change(Kind::Agenda(Box::new(agenda))))
    }

    /// Deletes an agenda; none where there is none. [`Classes::put`] brings it back.
    pub fn delete(&mut self, id: Uuid, now: Millis) -> Option<Change> {
        let agenda = self.agenda(id)?.clone();
        self.put(OwnAgenda { deleted: Some(now), ..agenda }, now)
    }
}

impl Change {
    /// Something that happened in a class, and its number there.
    pub fn happened(session: Uuid, seq: u32, happened: Happened) -> Self {
        Self(Kind::Event { session, seq, happened })
    }

    /// Hands the change to the writing thread.
    pub fn save(self, store: &Store) -> Revision {
        store.submit(move |to| self.write(to))
    }

    fn write(&self, to: &Transaction<'_>) -> rusqlite::Result<()> {
        let refused = |error: serde_json::Error| rusqlite::Error::ToSqlConversionFailure(error.into());
        match &self.0 {
            Kind::Event { session, seq, happened } => {
                let (kind, json) = to_columns(&happened.event).map_err(refused)?;
                // A write that was repeated finds its row.
                let sql = "INSERT OR IGNORE INTO session_event (session, seq, at, kind, json) VALUES (?1, ?2, ?3, ?4, ?5)";
                to.execute(sql, params![session.to_string(), seq, happened.at, kind, json]).map(drop)
            }
            Kind::Agenda(agenda) => {
                let OwnAgenda { id, course, title, items, created, modified, deleted } = &**agenda;
                let items = serde_json::to_string(items).map_err(refused)?;
                let sql =
                    "INSERT OR REPLACE INTO agenda (id, course, title, items, created, modified, deleted)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
                let course = course.as_str();
                to.execute(sql, params![id.to_string(), course, title, items, created, modified, deleted])
                    .map(drop)
            }
        }
    }
}

fn read_agendas(conn: &Connection, classes: &mut Classes) -> rusqlite::Result<()> {
    let mut statement =
        conn.prepare("SELECT id, course, title, items, created, modified, deleted FROM agenda")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at| row.get::<_, String>(at);
        let items = serde_json::from_str::<Vec<Item>>(&text(3)?);
        let (Ok(id), Some(course), Ok(items)) = (Uuid::parse_str(&text(0)?), Slug::parse(&text(1)?), items)
        else {
            classes.skipped += 1;
            continue;
        };
        let (created, modified, deleted) = (row.get(4)?, row.get(5)?, row.get(6)?);
        let agenda = OwnAgenda { id, course, title: text(2)?, items, created, modified, deleted };
        classes.agendas.insert(id, agenda);
    }
    Ok(())
}

fn read_held(conn: &Connection, classes: &mut Classes) -> rusqlite::Result<()> {
    let sql = "SELECT session, at, json FROM session_event WHERE kind = 'began' ORDER BY at DESC LIMIT ?1";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([LISTED])?;
    while let Some(row) = rows.next()? {
        let session = Uuid::parse_str(&row.get::<_, String>(0)?);
        let event = of_columns("began", &row.get::<_, String>(2)?);
        match (session, event) {
            (Ok(session), Ok(Event::Began(Beginning { course, title, rehearsal, .. }))) => {
                classes.held.push(Held { session, course, title, began: row.get(1)?, rehearsal });
            }
            _ => classes.skipped += 1,
        }
    }
    Ok(())
}

/// The latest class, where it never ended and was cut off not long ago.
fn cut_off(conn: &Connection, now: Millis) -> rusqlite::Result<Option<Uuid>> {
    let sql = "SELECT session FROM session_event WHERE kind = 'began' ORDER BY at DESC, session LIMIT 1";
    let latest: Option<String> = conn.query_row(sql, [], |row| row.get(0)).optional()?;
    let Some(session) = latest.and_then(|text| Uuid::parse_str(&text).ok()) else { return Ok(None) };
    let sql = "SELECT max(at), max(kind = 'ended') FROM session_event WHERE session = ?1";
    let (last, ended): (i64, bool) =
        conn.query_row(sql, [session.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let recent = now.0.saturating_sub(last) < CUT_OFF_KEPT;
    Ok((recent && !ended).then_some(session))
}

fn record_of(conn: &Connection, session: Uuid) -> rusqlite::Result<Option<Record>> {
    let sql = "SELECT at, kind, json, seq FROM session_event WHERE session = ?1 ORDER BY seq LIMIT ?2";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query(params![session.to_string(), MOST_EVENTS])?;
    let (mut events, mut next) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let (kind, json): (String, String) = (row.get(1)?, row.get(2)?);
        next = row.get::<_, u32>(3)?.saturating_add(1);
        match of_columns(&kind, &json) {
            Ok(event) => events.push(Happened { at: row.get(0)?, event }),
            Err(error) => tracing::warn!(%session, kind, %error, "an event of a class cannot be read"),
        }
    }
    // What cannot be read keeps its number: a class that goes on writes behind it.
    Ok(Record::of(events).map(|record| Record { events: next, ..record }))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::class::agenda::Plan;
    use crate::content::LessonId;
    use crate::store;

    fn opened(folder: &Path) -> Store {
        store::open(folder, Millis(0), Box::new(drop)).unwrap().0
    }

    fn began() -> Event {
        Event::Began(Beginning {
            course: Slug::parse("khoa").unwrap(),
            title: "Bài một".to_owned(),
            plan: Plan::of_lesson(LessonId::parse("m01/a").unwrap(), true),
            rehearsal: false,
            ends: None,
        })
    }

    fn save(store: &Store, session: u128, events: &[(i64, Event)]) {
        for (seq, (at, event)) in (0..).zip(events) {
            let happened = Happened { at: Millis(*at), event: event.clone() };
            Change::happened(Uuid::from_u128(session), seq, happened).save(store);
        }
        store.flush().unwrap();
    }

    #[test]
    fn a_class_that_was_cut_off_is_found_and_one_that_ended_or_is_old_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        assert_eq!(load(&store, Millis(0)).unwrap(), Classes::default());
        save(&store, 1, &[(0, began()), (5, Event::Ended)]);
        assert_eq!(load(&store, Millis(9)).unwrap().cut_off, None);
        save(&store, 2, &[(10, began()), (20, Event::Attended(40))]);
        let (session, record) = load(&store, Millis(30)).unwrap().cut_off.unwrap();
        assert_eq!((session, record.attendance, record.events), (Uuid::from_u128(2), Some(40), 2));
        assert_eq!(load(&store, Millis(20 + CUT_OFF_KEPT)).unwrap().cut_off, None);
        let held = load(&store, Millis(30)).unwrap().held;
        assert_eq!(held.iter().map(|held| held.session.as_u128()).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn an_event_that_cannot_be_read_costs_only_itself() {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        save(&store, 1, &[(0, began()), (1, Event::Attended(7)), (2, Event::Ended)]);
        store.submit(|to| {
            to.execute_batch(
                "UPDATE session_event SET json = '{\"deep\":' WHERE seq = 2;
                 INSERT INTO session_event VALUES ('no id', 0, 0, 'began', '[]');
                 INSERT INTO session_event VALUES ('00000000-0000-0000-0000-000000000001', 9, 3, 'later', '1');",
            )
        });
        store.flush().unwrap();
        let record = read_record(&store.reader(), Uuid::from_u128(1)).unwrap().unwrap();
        assert_eq!((record.attendance, record.ended, record.events), (Some(7), None, 10));
        assert_eq!(load(&store, Millis(9)).unwrap().skipped, 1);
    }

    #[test]
    fn an_agenda_is_changed_deleted_and_brought_back() {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        let course = Slug::parse("khoa").unwrap();
        let plan = Plan {
            title: "Sáng thứ hai".to_owned(),
            items: vec![Item::Break { label: "Nghỉ".to_owned(), minutes: 15 }],
            from: None,
        };
        let agenda = OwnAgenda::new(Uuid::from_u128(1), course.clone(), plan, Millis(1));
        let mut classes = Classes::default();
        assert!(classes.put(agenda.clone(), Millis(1)).is_some());
        assert!(classes.put(agenda.clone(), Millis(2)).is_none());
        let renamed = OwnAgenda { title: "Chiều".to_owned(), ..agenda.clone() };
        classes.put(renamed.clone(), Millis(3)).unwrap().save(&store);
        classes.delete(agenda.id, Millis(4)).unwrap().save(&store);
        assert!(classes.agendas(&course).is_empty() && classes.agenda(agenda.id).is_none());
        classes.put(renamed, Millis(5)).unwrap().save(&store);
        store.flush().unwrap();
        assert_eq!(load(&store, Millis(9)).unwrap().agendas, classes.agendas);
        assert_eq!(classes.agendas(&course)[0].title, "Chiều");
    }
}
