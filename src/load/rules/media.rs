//! Pictures and attachments: there, of honest size, and used.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use image::ImageReader;

use crate::content::RelPath;
use crate::content::media::{Media, PictureKind};
use crate::load::error::{LoadError, LoadErrorKind};
use crate::load::findings::Findings;
use crate::load::ids::nearest;
use crate::load::problem::{Problem, ProblemKind, Severity, Thing};
use crate::load::rules::Whole;
use crate::load::{lesson_file, limits, media};

/// What was found out about each file that is used.
#[derive(Default)]
pub(super) struct Pictures(BTreeMap<RelPath, Option<ProblemKind>>);

impl Pictures {
    /// Notes what is wrong with a file where it is used.
    pub(super) fn check(&mut self, whole: &Whole<'_>, path: &RelPath, at: &String, findings: &mut Findings) {
        let fault = self.0.entry(path.clone()).or_insert_with(|| fault(whole, path));
        if let Some(kind) = fault {
            findings.error(at, kind.clone());
        }
    }

    /// How many files are used and there.
    pub(super) fn used(&self) -> usize {
        self.0.values().filter(|fault| !matches!(fault, Some(ProblemKind::Unknown { .. }))).count()
    }
}

/// Names are compared letter by letter, as they are on every system but one.
fn fault(whole: &Whole<'_>, path: &RelPath) -> Option<ProblemKind> {
    if !whole.files.contains(path) {
        // A link out of the folder or a pipe is no file of the course.
        if let Err(LoadError { kind: kind @ (LoadErrorKind::Outside | LoadErrorKind::NotAFile), .. }) =
            whole.origin.read(path, 0)
        {
            return Some(ProblemKind::Unreadable(kind));
        }
        let meant = nearest(path.as_str(), whole.files.iter().map(RelPath::as_str));
        return Some(ProblemKind::Unknown { what: Thing::Media, name: path.to_string(), meant });
    }
    match media(whole.origin, path) {
        Ok(media) => picture_fault(&media),
        Err(error) => Some(ProblemKind::Unreadable(error.kind)),
    }
}

/// Reads the size of a picture from its first bytes; nothing is decoded.
fn picture_fault(media: &Media) -> Option<ProblemKind> {
    if PictureKind::of(&media.path) != Some(PictureKind::Pixels) {
        return None;
    }
    let reader = ImageReader::new(Cursor::new(&media.bytes)).with_guessed_format().ok()?;
    match reader.into_dimensions() {
        Err(_) => Some(ProblemKind::PictureUnreadable),
        Ok((width, height)) => {
            let pixels = u64::from(width) * u64::from(height);
            let large = width.max(height) > limits::PICTURE_SIDE || pixels > limits::PICTURE_PIXELS;
            large.then_some(ProblemKind::PictureTooLarge { width, height })
        }
    }
}

/// Files that nothing uses, and names that some system refuses.
pub(super) fn files(whole: &Whole<'_>, pictures: &Pictures, problems: &mut Vec<Problem>) {
    let lessons: BTreeSet<String> = whole.course.lessons().map(|spot| lesson_file(&spot.entry.id)).collect();
    for file in &whole.files {
        let mut note = |severity, kind| {
            problems.push(Problem { file: file.to_string(), at: String::new(), span: None, severity, kind });
        };
        if let Some(name) = reserved(file) {
            note(Severity::Error, ProblemKind::ReservedName { name });
        }
        if file.as_str().starts_with("media/") && !pictures.0.contains_key(file) {
            note(Severity::Warning, ProblemKind::UnusedMedia);
        } else if file.as_str().starts_with("lessons/") && !lessons.contains(file.as_str()) {
            note(Severity::Warning, ProblemKind::StrayLesson);
        }
    }
}

/// A name that means a device on Windows, whatever its ending.
fn reserved(path: &RelPath) -> Option<String> {
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
    let is_port = |stem: &str| {
        let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
        port.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    };
    let stems = path.as_str().split('/').filter_map(|name| name.split('.').next()).map(str::to_lowercase);
    stems.into_iter().find(|stem| DEVICES.contains(&stem.as_str()) || is_port(stem))
}
