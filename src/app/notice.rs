//! What the user is told at the foot of the window.

use std::time::Duration;

use crate::app::attachment::AttachmentFailure;
use crate::app::notes_file::{FileFailure, Written};
use crate::load::LoadError;
use crate::store::Opened;

/// A sentence that appears at the foot of the window.
#[derive(Debug)]
pub enum Notice {
    /// A note, highlight or bookmark was deleted; it can come back.
    Deleted,
    /// It came back.
    Restored,
    /// Nothing is left to undo.
    NothingToUndo,
    /// A course could not be opened.
    OpenFailed(LoadError),
    /// The course's files changed and were read anew.
    Reloaded,
    /// Notes could not be written to the disk.
    SaveFailed(String),
    /// The machine has no dialog for folders.
    NoDialog,
    /// The system refused a thread.
    NoThread,
    /// What opening the user's database brought to light.
    Database(Opened),
    /// So many cards were made.
    CardsMade(usize),
    /// A card was thrown out.
    CardRemoved,
    /// A card rests until tomorrow.
    CardBuried,
    /// A card rests until it is called back.
    CardSuspended,
    /// There is nothing to ask.
    NoQuestions,
    /// A file of the course could not be opened.
    Attachment(AttachmentFailure),
    /// The plan has no slides.
    NothingToShow,
    /// The notes were written to a file.
    NotesWritten(Written),
    /// A file of notes was not written or read.
    NotesFile(FileFailure),
    /// An agenda was deleted; it can come back.
    AgendaDeleted,
    /// The record of a class could not be read.
    NoRecord(String),
    /// Keys of commands were changed; they can come back.
    KeysChanged,
    /// There is no further slide.
    LastSlide,
    /// The slide has no picture.
    NoFigure,
    /// No slide has the number that was typed.
    NoSuchSlide,
    /// The hall's screen was unplugged.
    HallScreenGone,
    /// It was plugged in again.
    HallScreenBack,
    /// There is no screen of that number; so many there are.
    NoSuchScreen(usize, usize),
    /// Nobody confirmed another screen for the hall: it went back.
    ScreensBack,
    /// The system may fall asleep in the class.
    MayFallAsleep,
    /// There is no second screen.
    OneScreenOnly,
    /// There is no database: what is written now will be lost.
    NoDatabase(String),
}

/// How long a sentence stays at the foot of the window.
pub const NOTICE_STAYS: Duration = Duration::from_secs(8);
