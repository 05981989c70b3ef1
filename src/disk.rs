//! Files: read at most so many bytes; replace a file whole.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// The bytes of a file, or none where it holds more than `limit_bytes`.
///
/// Reads one byte past the limit at most, so that a growing or endless file costs no memory.
pub fn read_at_most(path: &Path, limit_bytes: u64) -> io::Result<Option<Vec<u8>>> {
    let file = File::open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len().min(limit_bytes)).unwrap_or_default());
    file.take(limit_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|len| len <= limit_bytes);
    Ok(fits.then_some(bytes))
}

/// Writes beside the file, flushes to the disk and renames: a reader sees the old or the new
/// bytes, never half of them.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let write = |beside: &Path| {
        let mut file = File::create(beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(beside, path)
    };
    let beside = Path::new(&beside);
    write(beside).inspect_err(|_| {
        // The half-written file is of no use; the error that matters is the first one.
        std::fs::remove_file(beside).ok();
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_refused_and_a_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        replace(&path, b"12345").unwrap();
        assert_eq!(read_at_most(&path, 5).unwrap().unwrap(), b"12345");
        assert!(read_at_most(&path, 4).unwrap().is_none());
        assert!(read_at_most(folder.path(), 4).is_err());
    }

    #[test]
    fn replacing_leaves_no_other_file_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        replace(&path, b"1").unwrap();
        replace(&path, b"2").unwrap();
        assert!(replace(&folder.path().join("missing/a"), b"2").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
