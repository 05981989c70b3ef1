//! A machine whose clock stands still and whose folder vanishes with it.

use std::any::Any;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tempfile::TempDir;

use hoclieu::app::desktop::{Desktop, Picking};
use hoclieu::app::machine::{Battery, Machine as Found};
use hoclieu::store::Millis;

/// 24 November 2026, in the morning.
const MORNING: i64 = 1_795_485_600_000;
const DAY: i64 = 24 * 60 * 60 * 1000;

#[derive(Clone)]
pub(crate) struct Fake(Arc<Machine>);

struct Machine {
    folder: TempDir,
    now: AtomicI64,
    picked: Mutex<Option<PathBuf>>,
    /// How many ask it to stay awake.
    awake: AtomicUsize,
    /// Whether it refuses to stay awake.
    sleepy: AtomicBool,
    found: Mutex<Found>,
}

/// Counts as long as it lives.
struct Awake(Fake);

impl Drop for Awake {
    fn drop(&mut self) {
        self.0.0.awake.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Fake {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self(Arc::new(Machine {
            folder,
            now: AtomicI64::new(MORNING),
            picked: Mutex::new(None),
            awake: AtomicUsize::new(0),
            sleepy: AtomicBool::new(false),
            found: Mutex::new(Found { battery: None, free_bytes: Some(20 << 30) }),
        }))
    }

    /// Whether somebody keeps it awake.
    pub(crate) fn is_awake(&self) -> bool {
        self.0.awake.load(Ordering::Relaxed) > 0
    }

    /// It will refuse to stay awake.
    pub(crate) fn is_sleepy(&self) {
        self.0.sleepy.store(true, Ordering::Relaxed);
    }

    /// What it will say of its battery.
    pub(crate) fn runs_on(&self, battery: Battery) {
        self.0.found.lock().unwrap().battery = Some(battery);
    }

    pub(crate) fn let_days_pass(&self, days: i64) {
        self.0.now.fetch_add(days * DAY, Ordering::Relaxed);
    }

    pub(crate) fn let_seconds_pass(&self, seconds: i64) {
        self.0.now.fetch_add(seconds * 1000, Ordering::Relaxed);
    }

    /// What the user will choose in the system's dialog.
    pub(crate) fn will_pick(&self, folder: &Path) {
        *self.0.picked.lock().unwrap() = Some(folder.to_owned());
    }

    /// A copy of the course of the fixtures, which the test may change.
    pub(crate) fn course(&self) -> PathBuf {
        self.copy("walk", "tre-an-toan")
    }

    /// The same of the course with questions of every type.
    pub(crate) fn study_course(&self) -> PathBuf {
        self.copy("study", "on-tap")
    }

    fn copy(&self, fixture: &str, name: &str) -> PathBuf {
        let copy = self.0.folder.path().join(name);
        if !copy.exists() {
            copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture), &copy);
        }
        copy
    }

    /// Rewrites words of a file of the course.
    pub(crate) fn edit(&self, file: &str, old: &str, new: &str) {
        let path = self.course().join(file);
        let bytes = hoclieu::disk::read_at_most(&path, 1 << 20).unwrap().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(old), "{old} is not in {file}");
        hoclieu::disk::replace(&path, text.replacen(old, new, 1).as_bytes()).unwrap();
    }

    pub(crate) fn data_folder(&self) -> PathBuf {
        self.0.folder.path().join("data")
    }
}

impl Desktop for Fake {
    fn now(&self) -> Millis {
        Millis(self.0.now.load(Ordering::Relaxed))
    }

    fn today(&self) -> jiff::civil::Date {
        let now = jiff::Timestamp::from_millisecond(self.now().0).unwrap();
        now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date()
    }

    fn chance(&self) -> u64 {
        7
    }

    fn pick_folder(&self, _title: &str) -> Picking {
        let picked = self.0.picked.lock().unwrap().clone();
        Box::pin(std::future::ready(picked))
    }

    fn pick_file(&self, title: &str, _extensions: &[&str]) -> Picking {
        self.pick_folder(title)
    }

    fn save_file(&self, title: &str, _name: &str) -> Picking {
        self.pick_folder(title)
    }

    fn documents(&self) -> Option<PathBuf> {
        Some(self.0.folder.path().to_owned())
    }

    fn keep_awake(&self, _reason: &str) -> Result<Box<dyn Any>, String> {
        if self.0.sleepy.load(Ordering::Relaxed) {
            return Err("not allowed".to_owned());
        }
        self.0.awake.fetch_add(1, Ordering::Relaxed);
        Ok(Box::new(Awake(self.clone())))
    }

    fn machine(&self, _folder: Option<&Path>) -> Found {
        *self.0.found.lock().unwrap()
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
