//! Where the user's data lives.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{StoreError, StoreErrorKind};

/// The data folder that travels with the program, beside the executable.
const PORTABLE: &str = "hoclieu-data";

/// Finds the data folder: the one asked for, else the portable one if it can be written,
/// else the platform's. The first and the last are created.
pub fn data_folder(explicit: Option<&Path>, exe_folder: Option<&Path>) -> Result<PathBuf, StoreError> {
    if let Some(folder) = explicit {
        return created(folder.to_owned());
    }
    if let Some(folder) = exe_folder.and_then(portable) {
        return Ok(folder);
    }
    let platform = directories::ProjectDirs::from("", "", "hoclieu");
    // The local folder: SQLite must not be carried between machines while it is open.
    let folder = platform.map(|dirs| dirs.data_local_dir().to_owned());
    created(folder.ok_or_else(|| StoreErrorKind::NoFolder.at(Path::new("hoclieu")))?)
}

/// Whether there is a database in a data folder.
pub fn exists(data_folder: &Path) -> bool {
    data_folder.join(super::file::NAME).is_file()
}

fn portable(exe_folder: &Path) -> Option<PathBuf> {
    let folder = exe_folder.join(PORTABLE);
    lock_file(&folder).is_ok().then_some(folder)
}

fn created(folder: PathBuf) -> Result<PathBuf, StoreError> {
    match fs::create_dir_all(&folder) {
        Ok(()) => Ok(folder),
        Err(error) => Err(StoreErrorKind::Io(error).at(&folder)),
    }
}

/// Waits until no other process opens the folder; none where the folder refuses writing.
pub(super) fn alone(folder: &Path) -> io::Result<Option<File>> {
    match lock_file(folder) {
        Ok(file) => {
            // Some network folders know no locks; SQLite still guards each write by itself.
            file.lock().ok();
            Ok(Some(file))
        }
        Err(error) if is_refusal(error.kind()) => Ok(None),
        Err(error) => Err(error),
    }
}

fn lock_file(folder: &Path) -> io::Result<File> {
    File::options().create(true).append(true).open(folder.join("hoclieu.lock"))
}

fn is_refusal(kind: io::ErrorKind) -> bool {
    matches!(
        kind,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::StorageFull
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_asked_for_is_created() {
        let root = tempfile::tempdir().unwrap();
        let asked = root.path().join("a/b");
        assert_eq!(data_folder(Some(&asked), Some(root.path())).unwrap(), asked);
        assert!(asked.is_dir());
    }

    #[test]
    fn the_portable_folder_is_taken_only_where_it_exists() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(portable(root.path()), None);
        let folder = root.path().join(PORTABLE);
        fs::create_dir(&folder).unwrap();
        assert_eq!(data_folder(None, Some(root.path())).unwrap(), folder);
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_an_error_that_names_it() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("a");
        File::create(&file).unwrap();
        assert_eq!(data_folder(Some(&file), None).unwrap_err().file, file);
    }
}
