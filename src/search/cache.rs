//! The folder of all indexes: how they are named, and how it stays small.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The ending of an index.
const ENDING: &str = ".db";
/// The ending of one that is being made.
pub(super) const UNFINISHED: &str = ".new";
/// All indexes together.
const KEPT_BYTES: u64 = 256 << 20;
/// As many indexes are kept.
const KEPT_FILES: usize = 8;
/// What was begun so long before is not being made any more.
const ABANDONED: Duration = Duration::from_hours(24);

/// The file of the index of a course below the data folder.
pub fn index_file(data_folder: &Path, key: &str) -> PathBuf {
    data_folder.join("cache").join("search").join(format!("{key}{ENDING}"))
}

/// Deletes the oldest indexes beyond what is kept, never the one that was just made.
pub(super) fn tidy(latest: &Path) {
    let Some(folder) = latest.parent() else { return };
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut others: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    let made = fs::metadata(latest).and_then(|meta| meta.modified()).ok();
    let mut bytes = fs::metadata(latest).map_or(0, |meta| meta.len());
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(meta) = entry.metadata() else { continue };
        let (true, Ok(modified)) = (meta.is_file() && path != latest, meta.modified()) else { continue };
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(ENDING) {
            others.push((modified, meta.len(), path));
        } else if name.ends_with(UNFINISHED)
            && made.and_then(|made| made.duration_since(modified).ok()).is_some_and(|age| age > ABANDONED)
        {
            fs::remove_file(path).ok(); // it stays until the next time
        }
    }
    others.sort();
    for (kept, (_, len, path)) in others.into_iter().rev().enumerate() {
        bytes = bytes.saturating_add(len);
        if kept + 1 >= KEPT_FILES || bytes > KEPT_BYTES {
            // Another process may have it open; then it goes the next time.
            fs::remove_file(path).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_latest_indexes_stay_and_so_does_what_is_no_index() {
        let folder = tempfile::tempdir().unwrap();
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_hours(1000);
        let put = |name: &str, age: u64| {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(long_ago - Duration::from_secs(age)).unwrap();
        };
        for age in 0..10 {
            put(&format!("{age}.db"), age);
        }
        put("own.txt", 99);
        put("now.db.1.new", 5);
        put("then.db.1.new", 200_000);
        tidy(&folder.path().join("0.db"));
        let left =
            ["0.db", "1.db", "2.db", "3.db", "4.db", "5.db", "6.db", "7.db", "now.db.1.new", "own.txt"];
        assert_eq!(names(folder.path()), left);
    }
}
