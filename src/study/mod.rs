//! What the user leaves in a course: notes, bookmarks, progress and settings.
//!
//! All of it is in memory; each method that changes something answers with a [`Change`] to save.

pub mod annotation;
pub mod notebook;
pub mod progress;
pub mod settings;

mod change;
mod sql;

pub use annotation::Annotation;
pub use change::Change;
pub use notebook::Notebook;
pub use progress::Progress;
pub use settings::Settings;

use crate::store::{Millis, Store, StoreError};

/// What was deleted can be brought back for so long.
const DELETED_KEPT_DAYS: i64 = 90;

/// All that the user has left, as it is on the disk and as it changes.
#[derive(Debug, Default, PartialEq)]
pub struct Study {
    /// Notes, highlights and bookmarks.
    pub notebook: Notebook,
    /// What was opened, seen and done.
    pub progress: Progress,
    /// Preferences.
    pub settings: Settings,
    /// How many rows could not be read; they stay on the disk.
    pub skipped: usize,
}

/// Reads all from the disk; what was deleted long before `now` is removed for good.
pub fn load(store: &Store, now: Millis) -> Result<Study, StoreError> {
    let study = store.read(|conn| {
        let mut skipped = 0;
        Ok(Study {
            notebook: Notebook::read(conn, &mut skipped)?,
            progress: Progress::read(conn, &mut skipped)?,
            settings: Settings::read(conn, &mut skipped)?,
            skipped,
        })
    });
    let mut study = study?;
    if store.is_writable()
        && let Some(purge) = study.notebook.purge(now.days_before(DELETED_KEPT_DAYS))
    {
        purge.save(store);
    }
    Ok(study)
}
