//! The user's data outlives new editions of the program, damage and being killed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;

use hoclieu::class::{self, Beginning, Change, Event, Happened, OwnAgenda, Plan};
use hoclieu::content::{LessonId, Place, Slug};
use hoclieu::disk;
use hoclieu::store::{self, Millis, Opened, Saved, Store};
use hoclieu::study;
use hoclieu::study::cards::{CardKey, CardOf};
use hoclieu::study::day::Day;
use hoclieu::study::schedule::Grade;
use hoclieu::study::self_check::{Answered, Purpose, QuestionKey, Standing, Sureness};

const NOTE: &str = "Áo phao trước khi xuống nước";

fn open(folder: &Path) -> (Store, Opened) {
    store::open(folder, Millis(0), Box::new(drop)).unwrap()
}

fn place() -> Place {
    Place {
        course: Slug::parse("khoa-hoc").unwrap(),
        lesson: LessonId::parse("m06/phong-ngua").unwrap(),
        block: Slug::parse("ao-phao"),
    }
}

fn card() -> CardKey {
    CardKey { course: place().course, of: CardOf::Term(Slug::parse("xam-hai").unwrap()) }
}

fn answered() -> Answered {
    let Place { course, lesson, block } = place();
    Answered {
        id: uuid::Uuid::from_u128(7),
        question: QuestionKey { course, lesson, block: block.unwrap() },
        objective: None,
        purpose: Purpose::Practice,
        sureness: Some(Sureness::Guess),
        correct: true,
        given: vec![NOTE.to_owned()],
        day: day(),
        at: Millis(8),
    }
}

fn day() -> Day {
    Day::of(jiff::civil::date(2026, 5, 4))
}

fn began() -> Event {
    let Place { course, lesson, .. } = place();
    let plan = Plan::of_lesson(lesson, true);
    Event::Began(Beginning { course, title: NOTE.to_owned(), plan, rehearsal: false, ends: Some(Millis(99)) })
}

/// Leaves a note, a bookmark that was taken away, progress, a setting; from the second version on an
/// answer, a card that was reviewed, and a minute; from the third on a class that was cut off and an agenda.
fn fill(store: &Store) {
    let mut study = study::load(store, Millis(0)).unwrap();
    let place = place();
    study.notebook.write_note(&place, NOTE, Millis(1)).unwrap().save(store);
    study.notebook.toggle_bookmark(&place, Millis(2)).save(store);
    study.notebook.toggle_bookmark(&place, Millis(3)).save(store);
    study.progress.set_done(&place.course, &place.lesson, Some(Millis(4))).unwrap().save(store);
    study.progress.mark_seen(&place, Millis(5)).unwrap().save(store);
    study.progress.set_last_place(&place, Millis(6)).unwrap().save(store);
    study.settings.set("language", &"vi").unwrap().unwrap().save(store);
    study.answers.record(answered()).save(store);
    study.deck.add(&card(), day(), Millis(9)).unwrap().1.save(store);
    study.deck.review(&card(), Grade::Good, day(), Millis(10)).unwrap().1.save(store);
    study.hours.sign(&place.course, day(), Millis(0));
    study.hours.sign(&place.course, day(), Millis(60_000)).unwrap().save(store);
    for (seq, event) in (0..).zip([began(), Event::Attended(40)]) {
        let happened = Happened { at: Millis(11), event };
        Change::happened(uuid::Uuid::from_u128(3), seq, happened).save(store);
    }
    let plan = Plan { title: NOTE.to_owned(), ..Plan::of_lesson(place.lesson, false) };
    let agenda = OwnAgenda::new(uuid::Uuid::from_u128(4), place.course, plan, Millis(12));
    class::load(store, Millis(0)).unwrap().put(agenda, Millis(12)).unwrap().save(store);
    store.flush().unwrap();
}

fn assert_filled(store: &Store) {
    assert_filled_since(store, 1);
    assert_filled_since(store, 2);
    assert_filled_since(store, 3);
}

/// Whether all is there that a version added.
fn assert_filled_since(store: &Store, version: usize) {
    if version == 3 {
        let classes = class::load(store, Millis(12)).unwrap();
        let (session, record) = classes.cut_off.as_ref().unwrap();
        assert_eq!((session.as_u128(), record.attendance, record.ends), (3, Some(40), Some(Millis(99))));
        assert_eq!(classes.agendas(&place().course).first().unwrap().title, NOTE);
        assert_eq!((classes.held.len(), classes.skipped), (1, 0));
        return;
    }
    if version == 2 {
        let study = study::load(store, Millis(0)).unwrap();
        assert_eq!(study.answers.standing(&answered().question), Standing::Guessed);
        let schedule = study.deck.card(&card()).unwrap().schedule;
        assert_eq!((schedule.reviews, schedule.due), (1, day().after(2)));
        assert_eq!(study.hours.of_day(&place().course, day()), Millis(60_000));
        return;
    }
    let study = study::load(store, Millis(0)).unwrap();
    let place = place();
    assert_eq!(study.skipped, 0);
    assert_eq!(study.notebook.note(&place).unwrap().body, NOTE);
    assert!(study.notebook.bookmark(&place).is_none());
    let lesson = study.progress.lesson(&place.course, &place.lesson);
    assert_eq!((lesson.done, &lesson.last_block), (Some(Millis(4)), &place.block));
    assert!(study.progress.is_seen(&place.course, &place.lesson, place.block.as_ref().unwrap()));
    assert_eq!(study.progress.last_place(&place.course), Some(&place));
    assert_eq!(study.settings.get::<String>("language").unwrap().unwrap(), "vi");
}

fn assert_empty(store: &Store) {
    assert_eq!(study::load(store, Millis(0)).unwrap(), study::Study::default());
}

/// A data folder that was filled and closed, with a backup or without.
fn filled(with_backup: bool) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (store, opened) = open(folder.path());
    assert_eq!(opened, Opened::Fresh);
    fill(&store);
    if with_backup {
        store.backup_if_due(jiff::civil::date(2026, 5, 4)).unwrap().unwrap();
    }
    let file = folder.path().join("hoclieu.db");
    (folder, file)
}

fn old_files() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/old")
}

/// The file of each version that shipped; that of the present one is written by the first run.
#[test]
fn each_version_has_its_file() {
    let present = old_files().join(format!("v{}.db", store::VERSION));
    if !present.exists() {
        let (_folder, file) = filled(false);
        fs::copy(file, present).unwrap();
        panic!("the file of this version was missing and is written now: commit it");
    }
}

#[test]
fn the_database_of_each_old_version_still_opens() {
    for version in 1..=store::VERSION {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hoclieu.db");
        fs::copy(old_files().join(format!("v{version}.db")), file).unwrap();
        let (store, opened) = open(folder.path());
        let current = version == store::VERSION;
        assert_eq!(opened, if current { Opened::Current } else { Opened::Migrated { from: version } });
        for since in 1..=version {
            assert_filled_since(&store, since);
        }
    }
}

type Harm = fn(&mut Vec<u8>);

/// Ways in which a file comes to harm; each still leaves a file.
fn harms() -> [(&'static str, Harm); 4] {
    [
        ("zero bytes", Vec::clear),
        ("cut in half", |bytes| bytes.truncate(bytes.len() / 2)),
        ("a text file", |bytes| *bytes = "Đây là một tệp văn bản.\n".repeat(999).into_bytes()),
        ("overwritten inside", |bytes| bytes.iter_mut().skip(4096).step_by(3).for_each(|byte| *byte = 0xa5)),
    ]
}

fn harm(file: &Path, harm: Harm) -> Vec<u8> {
    let mut bytes = disk::read_at_most(file, 1 << 20).unwrap().unwrap();
    harm(&mut bytes);
    disk::replace(file, &bytes).unwrap();
    bytes
}

#[test]
fn a_damaged_file_is_set_aside_and_the_backup_takes_its_place() {
    for (name, how) in harms() {
        let (folder, file) = filled(true);
        let damaged = harm(&file, how);
        let (store, opened) = open(folder.path());
        let Opened::Recovered { set_aside, backup: Some(backup) } = opened else {
            panic!("{name}: {opened:?}")
        };
        assert!(backup.ends_with("backups/hoclieu-2026-05-04.db"), "{name}");
        assert_eq!(disk::read_at_most(&set_aside, 1 << 20).unwrap().unwrap(), damaged, "{name}");
        assert_filled(&store);
        drop(store);
        assert_eq!(open(folder.path()).1, Opened::Current, "{name}");
    }
}

#[test]
fn a_damaged_backup_is_passed_over() {
    let (folder, file) = filled(true);
    let newest = folder.path().join("backups/hoclieu-2026-05-05.db");
    disk::replace(&newest, b"broken").unwrap();
    harm(&file, Vec::clear);
    let (store, opened) = open(folder.path());
    assert!(matches!(opened, Opened::Recovered { backup: Some(backup), .. } if backup != newest));
    assert_filled(&store);
}

#[test]
fn a_damaged_file_without_an_intact_backup_gives_way_to_an_empty_one() {
    for (name, how) in harms().into_iter().skip(1) {
        let (folder, file) = filled(true);
        harm(&file, how);
        harm(&folder.path().join("backups/hoclieu-2026-05-04.db"), how);
        let (store, opened) = open(folder.path());
        let Opened::Recovered { set_aside, backup: None } = opened else { panic!("{name}: {opened:?}") };
        assert!(set_aside.exists(), "{name}");
        assert_empty(&store);
    }
}

#[test]
fn a_damaged_file_never_takes_the_name_of_an_earlier_one() {
    let (folder, file) = filled(false);
    let mut asides = Vec::new();
    for _ in 0..3 {
        harm(&file, |bytes| *bytes = b"broken".to_vec());
        let (_, Opened::Recovered { set_aside, .. }) = open(folder.path()) else { panic!() };
        asides.push(set_aside);
    }
    asides.dedup();
    assert_eq!(asides.iter().filter(|aside| aside.exists()).count(), 3);
}

#[test]
fn a_file_of_zero_bytes_is_new_where_nothing_was_saved_before() {
    let folder = tempfile::tempdir().unwrap();
    disk::replace(&folder.path().join("hoclieu.db"), b"").unwrap();
    let (store, opened) = open(folder.path());
    assert_eq!(opened, Opened::Fresh);
    fill(&store);
    assert_filled(&store);
}

#[test]
fn a_recovery_that_was_cut_off_is_finished() {
    let (folder, file) = filled(false);
    fs::rename(&file, folder.path().join("hoclieu.db.new")).unwrap();
    let (store, opened) = open(folder.path());
    assert_eq!(opened, Opened::Current);
    assert_filled(&store);
}

#[test]
fn a_newer_database_is_read_and_never_changed() {
    let (folder, file) = filled(true);
    let newer = store::VERSION + 1;
    let conn = rusqlite::Connection::open(&file).unwrap();
    conn.pragma_update(None, "user_version", i64::try_from(newer).unwrap()).unwrap();
    drop(conn);
    let before = disk::read_at_most(&file, 1 << 20).unwrap();
    let (sender, told) = mpsc::channel();
    let notify = Box::new(move |saved| drop(sender.send(saved)));
    let (store, opened) = store::open(folder.path(), Millis(0), notify).unwrap();
    assert_eq!(opened, Opened::ReadOnly { version: newer });
    assert!(!store.is_writable());
    assert_filled(&store);
    let mut study = study::load(&store, Millis(0)).unwrap();
    let revision = study.notebook.write_note(&place(), "Khác", Millis(9)).unwrap().save(&store);
    assert!(matches!(told.recv(), Ok(Saved::Failed { revision: failed, .. }) if failed == revision));
    store.flush().unwrap();
    assert!(store.backup_if_due(jiff::civil::date(2026, 5, 5)).is_err());
    drop(store);
    assert_eq!(disk::read_at_most(&file, 1 << 20).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn a_folder_that_refuses_writing_is_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let allow = |folder: &Path, mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    for keep_lock in [true, false] {
        let (folder, _) = filled(false);
        if !keep_lock {
            fs::remove_file(folder.path().join("hoclieu.lock")).unwrap();
        }
        allow(folder.path(), 0o555);
        // The superuser may write anywhere.
        if fs::File::create(folder.path().join("probe")).is_err() {
            let (store, opened) = open(folder.path());
            assert_eq!(opened, Opened::ReadOnly { version: store::VERSION });
            assert_filled(&store);
        }
        allow(folder.path(), 0o755);
    }
}

#[test]
fn a_folder_that_does_not_exist_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    assert!(store::open(&folder.path().join("none"), Millis(0), Box::new(drop)).is_err());
}

/// Names the data folder to the process that is to be killed.
const KILLED_IN: &str = "HOCLIEU_KILLED_IN";

/// Does nothing unless the test below starts it in a process of its own.
#[test]
fn the_process_to_be_killed() {
    let Some(folder) = std::env::var_os(KILLED_IN) else { return };
    let (sender, told) = mpsc::channel();
    let notify = Box::new(move |saved| drop(sender.send(saved)));
    let (store, _) = store::open(Path::new(&folder), Millis(0), notify).unwrap();
    let mut study = study::load(&store, Millis(0)).unwrap();
    let revision = study.notebook.write_note(&place(), NOTE, Millis(1)).unwrap().save(&store);
    assert_eq!(told.recv(), Ok(Saved::Upto(revision)));
    println!("saved");
    // The other end is never closed: only the kill ends this process.
    let (_open, never) = mpsc::channel::<()>();
    never.recv().unwrap();
}

#[test]
fn a_note_reported_as_saved_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_process_to_be_killed", "--nocapture"])
        .env(KILLED_IN, folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let saved = lines.map(Result::unwrap).any(|line| line.ends_with("saved"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(saved);
    let (store, opened) = open(folder.path());
    assert_eq!(opened, Opened::Current);
    assert_eq!(study::load(&store, Millis(0)).unwrap().notebook.note(&place()).unwrap().body, NOTE);
}
