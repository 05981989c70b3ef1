//! Files of a course that another program opens, after the user said yes.

use std::path::Path;

use crate::content::RelPath;
use crate::disk;
use crate::load::{self, LoadError, Origin};

/// Kinds of files that show something and run nothing.
const HARMLESS: [&str; 20] = [
    "pdf", "txt", "md", "csv", "png", "jpg", "jpeg", "webp", "svg", "mp3", "ogg", "wav", "mp4", "webm",
    "odt", "ods", "odp", "docx", "xlsx", "pptx",
];

/// Why a file was not opened.
#[derive(Debug)]
pub enum AttachmentFailure {
    /// Its ending names a kind of file that could run something.
    NotHarmless(RelPath),
    /// It could not be read.
    Load(LoadError),
    /// It could not be put where another program finds it.
    Unpack(std::io::Error),
    /// The system has no program for it.
    NoProgram(std::io::Error),
}

/// Opens a file with the system's program. Files of the shipped course are put into the data
/// folder first.
pub fn open(origin: &Origin, path: &RelPath, data_folder: Option<&Path>) -> Result<(), AttachmentFailure> {
    if !path.extension().is_some_and(|ending| HARMLESS.contains(&ending.as_str())) {
        return Err(AttachmentFailure::NotHarmless(path.clone()));
    }
    // Reading it checks that it lies inside the course.
    let media = load::media(origin, path).map_err(AttachmentFailure::Load)?;
    let file = if let Some(folder) = origin.as_folder() {
        path.below(folder)
    } else {
        let folder = data_folder.map_or_else(std::env::temp_dir, Path::to_path_buf).join("attachments");
        let name = path.as_str().rsplit('/').next().unwrap_or_default();
        let file = folder.join(name);
        std::fs::create_dir_all(&folder).map_err(AttachmentFailure::Unpack)?;
        disk::replace(&file, &media.bytes).map_err(AttachmentFailure::Unpack)?;
        file
    };
    open::that_detached(file).map_err(AttachmentFailure::NoProgram)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_never_opened() {
        for name in ["media/a.exe", "media/a.sh", "media/a.pdf.bat", "media/a", "media/a.html"] {
            let path = RelPath::parse(name).unwrap();
            let result = open(&Origin::Shipped, &path, None);
            assert!(matches!(result, Err(AttachmentFailure::NotHarmless(_))), "{name}");
        }
    }
}
