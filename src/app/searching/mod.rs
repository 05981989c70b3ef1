//! Searching the open course: what was asked, what was found, and the index that answers.

mod feed;
mod own;

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use crate::app::state::Ticket;
use crate::content::{Course, LessonId, Slug};
use crate::load::{self, Origin};
use crate::search::{self, Filter, Found, Hit, Index, IndexError, Kind, Making, Query};

pub use own::own_entries;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// As it stands in the field.
    pub words: String,
    /// What is let through.
    pub filter: Filter,
}

/// Everything that changes the search comes as one of these.
pub enum SearchAction {
    /// Look for this.
    Ask(Asking),
    /// Show the search screen and look for these words there.
    Words(String),
    /// A result was chosen.
    Open(Box<Hit>),
    /// From the lesson back to the results.
    Leave,
    /// Stay in the lesson and take the marks away.
    Unmark,
    /// So much of the index is made, from 0 to 1.
    Making(Ticket, f32),
    /// The index was made, or not; none where it is not needed any more.
    Made(Ticket, Result<Option<Index>, IndexError>),
    /// The answer; none where another question came before it could be given.
    Found(Ticket, Option<Result<Found, IndexError>>),
}

/// An index that jobs share; none once it proved to be damaged.
pub type SharedIndex = Arc<Mutex<Option<Index>>>;

/// The making of an index.
#[derive(Debug, Default)]
pub enum Work {
    /// Nothing is being made.
    #[default]
    Idle,
    /// It is being made.
    Making {
        /// So much of it, from 0 to 1.
        share: f32,
        /// Set where the index is not needed any more.
        stop: Arc<AtomicBool>,
    },
    /// It could not be made.
    Failed(String),
}

/// A lesson that was opened from a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedHit {
    /// The lesson.
    pub lesson: LessonId,
    /// The block that answers; none where the title does.
    pub block: Option<Slug>,
    /// What was found there.
    pub kind: Kind,
    /// The words as they were typed.
    pub words: String,
    /// What stands out in the lesson.
    pub query: Query,
}

/// The search as the screens show it.
#[derive(Default)]
pub struct Searching {
    /// What is asked for.
    pub asking: Asking,
    /// Counts up when the words come from elsewhere than the field.
    pub set: u32,
    /// The last answer; none where nothing was asked or it is still to come.
    pub found: Option<Found>,
    /// The words asked for of late, the latest first.
    pub recent: Vec<String>,
    /// The lesson that was opened from the results.
    pub opened: Option<OpenedHit>,
    /// What becomes of the index.
    pub work: Work,
    pub(super) index: Option<SharedIndex>,
    pub(super) asked: Ticket,
    pub(super) answered: Ticket,
    /// The last question, for jobs that come too late.
    pub(super) latest: Arc<Mutex<Ticket>>,
    /// Whether a damaged index was made anew; a second time would not help.
    pub(super) mended: bool,
}

/// As many words asked for of late are kept.
const RECENT: usize = 8;

impl Searching {
    /// The key under which the database keeps recent words.
    pub const KEY: &str = "searches";
    /// As many results are shown.
    pub const SHOWN: usize = 100;

    /// A search of which only the recent words are known.
    pub fn with_recent(recent: Vec<String>) -> Self {
        Self { recent, ..Self::default() }
    }

    /// Whether what was found answers what is asked.
    pub fn is_answered(&self) -> bool {
        self.answered == self.asked
    }

    /// Keeps the words as the latest; `false` where they are that already.
    pub(super) fn remember(&mut self) -> bool {
        let words = self.asking.words.trim().to_owned();
        if words.is_empty() || self.recent.first() == Some(&words) {
            return false;
        }
        self.recent.retain(|known| known != &words);
        self.recent.insert(0, words);
        self.recent.truncate(RECENT);
        true
    }
}

/// The index of a course, taken from the data folder or made; none where `step` said to stop.
/// `step` is told how many lessons of how many were read.
pub fn index_of(
    origin: &Origin,
    course: &Course,
    data_folder: Option<&Path>,
    step: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Option<Index>, IndexError> {
    let key = format!("{}-{:016x}", course.id, load::fingerprint(origin, course));
    let file = data_folder.map(|folder| search::index_file(folder, &key));
    if let Some(index) = file.as_deref().and_then(|file| Index::open(file, &key)) {
        return Ok(Some(index));
    }
    let made = make(origin, course, file.as_deref(), &key, step);
    match made {
        Err(error) if file.is_some() => {
            // A full or read-only disk is no reason not to search.
            tracing::warn!(%error, "the index stays in memory");
            make(origin, course, None, &key, step)
        }
        made => made,
    }
}

fn make(
    origin: &Origin,
    course: &Course,
    file: Option<&Path>,
    key: &str,
    step: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Option<Index>, IndexError> {
    let mut making = Making::begin(file, key)?;
    let whole = feed::feed(origin, course, &mut making, step)?;
    if whole { making.finish().map(Some) } else { Ok(None) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_words_are_kept_once_the_latest_first() {
        let mut search = Searching::default();
        let mut ask = |words: &str| {
            words.clone_into(&mut search.asking.words);
            let new = search.remember();
            (new, search.recent.first().cloned(), search.recent.len())
        };
        assert_eq!(ask("  "), (false, None, 0));
        assert_eq!(ask(" ao "), (true, Some("ao".to_owned()), 1));
        assert_eq!(ask("ao"), (false, Some("ao".to_owned()), 1));
        assert_eq!(ask("bếp"), (true, Some("bếp".to_owned()), 2));
        assert_eq!(ask("ao"), (true, Some("ao".to_owned()), 2));
        for number in 0..20 {
            ask(&number.to_string());
        }
        assert_eq!(ask("ao"), (true, Some("ao".to_owned()), RECENT));
    }
}
