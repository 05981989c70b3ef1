//! Where the files of a course come from.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::assets::embedded;
use crate::content::RelPath;
use crate::disk;
use crate::load::error::{LoadError, LoadErrorKind};
use crate::load::limits;

/// A folder, or the course inside the program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A folder on the disk.
    Folder(PathBuf),
    /// The course that came with the program.
    Shipped,
}

impl Origin {
    /// A folder on the disk; fails where there is none.
    pub fn folder(path: &Path) -> Result<Self, LoadError> {
        let named = |kind: LoadErrorKind| kind.of(path.display());
        let folder = fs::canonicalize(path).map_err(|cause| named(cause.into()))?;
        if folder.is_dir() { Ok(Self::Folder(folder)) } else { Err(named(LoadErrorKind::Missing)) }
    }

    /// The folder on the disk, for whoever watches or opens it.
    pub fn as_folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Shipped => None,
        }
    }

    /// The bytes of a file, at most so many; links that lead out of the folder are refused.
    pub fn read(&self, path: &RelPath, limit_bytes: u64) -> Result<Arc<[u8]>, LoadError> {
        let bytes = match self {
            Self::Folder(folder) => read_below(folder, path, limit_bytes),
            Self::Shipped => read_shipped(path, limit_bytes),
        };
        bytes.map_err(|kind| kind.of(path))
    }

    /// The files of `lessons` and `media` with their names as they are written, sorted.
    pub(super) fn files(&self) -> BTreeSet<RelPath> {
        let mut files = BTreeSet::new();
        match self {
            Self::Folder(folder) => {
                if let Ok(folder) = fs::canonicalize(folder) {
                    for name in ["lessons", "media"] {
                        gather(&folder, name, limits::FOLDERS, &mut files);
                    }
                }
            }
            Self::Shipped => {
                let below = |path: Cow<'static, str>| {
                    path.strip_prefix(embedded::SHIPPED)?.strip_prefix('/').and_then(RelPath::parse)
                };
                let listed =
                    |path: &RelPath| ["lessons/", "media/"].iter().any(|top| path.as_str().starts_with(top));
                files.extend(embedded::files().filter_map(below).filter(listed));
            }
        }
        files
    }
}

fn read_shipped(path: &RelPath, limit_bytes: u64) -> Result<Arc<[u8]>, LoadErrorKind> {
    let bytes = embedded::read(&format!("{}/{path}", embedded::SHIPPED)).ok_or(LoadErrorKind::Missing)?;
    match u64::try_from(bytes.len()) {
        Ok(len) if len <= limit_bytes => Ok(bytes.into()),
        _ => Err(LoadErrorKind::TooBig { limit_bytes }),
    }
}

fn read_below(folder: &Path, path: &RelPath, limit_bytes: u64) -> Result<Arc<[u8]>, LoadErrorKind> {
    let file = regular_file(&fs::canonicalize(folder)?, &path.below(folder))?;
    Ok(disk::read_at_most(&file, limit_bytes)?.ok_or(LoadErrorKind::TooBig { limit_bytes })?.into())
}

/// Follows links, but not out of the folder, and looks at the kind of file before opening it: a
/// pipe without a writer would wait for ever.
pub(super) fn regular_file(folder: &Path, path: &Path) -> Result<PathBuf, LoadErrorKind> {
    let file = match fs::canonicalize(path) {
        Ok(file) => file,
        Err(_) if leads_nowhere(path) => return Err(LoadErrorKind::Outside),
        Err(cause) => return Err(cause.into()),
    };
    if !file.starts_with(folder) {
        return Err(LoadErrorKind::Outside);
    }
    if fs::metadata(&file)?.is_file() { Ok(file) } else { Err(LoadErrorKind::NotAFile) }
}

/// Whether a link has no end: it runs in a circle, or its target is missing.
fn leads_nowhere(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink())
}

fn gather(folder: &Path, name: &str, folders_left: usize, files: &mut BTreeSet<RelPath>) {
    let Ok(entries) = fs::read_dir(folder.join(name)) else { return };
    for entry in entries.flatten().take(limits::FILES) {
        let Some(path) = entry.file_name().to_str().and_then(|own| RelPath::parse(&format!("{name}/{own}")))
        else {
            continue;
        };
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && folders_left > 0 {
            gather(folder, path.as_str(), folders_left - 1, files);
        } else if !is_folder && files.len() < limits::FILES && regular_file(folder, &entry.path()).is_ok() {
            files.insert(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rel(path: &str) -> RelPath {
        RelPath::parse(path).unwrap()
    }

    #[test]
    fn the_shipped_course_is_read_and_listed_like_a_folder() {
        assert!(Origin::Shipped.read(&rel("course.json"), 1 << 20).is_ok());
        let too_big = Origin::Shipped.read(&rel("course.json"), 10).unwrap_err();
        assert!(matches!(too_big.kind, LoadErrorKind::TooBig { limit_bytes: 10 }));
        let missing = Origin::Shipped.read(&rel("no.json"), 10).unwrap_err();
        assert!(matches!(missing.kind, LoadErrorKind::Missing));
        assert!(Origin::Shipped.files().iter().any(|path| path.as_str().starts_with("lessons/")));
    }

    #[test]
    fn a_folder_lists_what_it_holds_below_lessons_and_media() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("media/a/b")).unwrap();
        for name in ["course.json", "media/x.svg", "media/a/b/y.png", "media/.hidden"] {
            disk::replace(&folder.path().join(name), b"1").unwrap();
        }
        let origin = Origin::folder(folder.path()).unwrap();
        assert_eq!(origin.files(), BTreeSet::from([rel("media/x.svg"), rel("media/a/b/y.png")]));
        assert!(Origin::folder(&folder.path().join("course.json")).is_err());
    }
}
