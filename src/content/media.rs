//! A picture or attachment: read-only bytes with a name.

use std::sync::Arc;

use crate::content::RelPath;

/// What kind of picture a file's ending names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Drawn by the program at any size.
    Svg,
    /// Pixels: PNG, JPEG or WebP.
    Pixels,
}

impl PictureKind {
    /// By the ending of the path; none for other files.
    pub fn of(path: &RelPath) -> Option<Self> {
        match path.extension()?.as_str() {
            "svg" => Some(Self::Svg),
            "png" | "jpg" | "jpeg" | "webp" => Some(Self::Pixels),
            _ => None,
        }
    }
}

/// The bytes of one file in `media/`.
#[derive(Clone, Debug)]
pub struct Media {
    /// Where it stands in the course.
    pub path: RelPath,
    /// Its bytes, shared by all who show it.
    pub bytes: Arc<[u8]>,
}
