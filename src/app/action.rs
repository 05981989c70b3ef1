//! What can change, and the answers of slow work.

use std::path::PathBuf;

use uuid::Uuid;

use crate::app::anchors::Placed;
use crate::app::attachment::AttachmentFailure;
use crate::app::class_action::ClassAction;
use crate::app::command::Command;
use crate::app::keys::Keys;
use crate::app::notes_file::{FileFailure, Format, Written};
use crate::app::open_course::{Loaded, ReadLesson};
use crate::app::pictures::{PictureKey, PictureState};
use crate::app::present::{CheckAction, Deck, Monitor, Pause, Screens};
use crate::app::route::Route;
use crate::app::searching::SearchAction;
use crate::app::settings::Settings;
use crate::app::state::{Overlay, ReaderTab, Ticket};
use crate::app::study_action::StudyAction;
use crate::class::{Pen, Plan};
use crate::content::{LessonId, Place, RelPath, Slug};
use crate::load::LoadError;
use crate::store::{Millis, Saved};
use crate::study::annotation::{Colour, Target};
use crate::study::exchange::Incoming;

/// Everything that changes state comes as one of these.
pub enum Action {
    /// Show a screen.
    Go(Route),
    /// Do what a key, a button or the palette names.
    Run(Command),
    /// Show something above the screen, or close it.
    Overlay(Option<Overlay>),
    /// Open the course in a folder.
    OpenFolder(PathBuf),
    /// Open the shipped course.
    OpenShipped,
    /// Ask the system for a folder.
    PickFolder,
    /// The system's dialog was closed.
    Picked(Option<PathBuf>),
    /// The system has no dialog for folders.
    NoDialog,
    /// A course was read.
    CourseLoaded(Ticket, Result<Box<Loaded>, LoadError>),
    /// A lesson was read.
    LessonLoaded(Ticket, LessonId, ReadLesson),
    /// The author saved something in the course's folder.
    FilesChanged(Ticket),
    /// A picture shall be drawn at that size.
    WantPicture(PictureKey),
    /// A picture was drawn.
    Picture(PictureKey, PictureState),
    /// The text of the note at a place; empty deletes it.
    WriteNote(Place, String),
    /// Set or remove a bookmark.
    ToggleBookmark(Place),
    /// Mark words.
    Highlight(LessonId, Colour, Vec<Target>),
    /// Mark words and write a note on them.
    NoteOnWords(LessonId, Vec<Target>),
    /// Give a highlight another colour.
    Recolour(Uuid, Colour),
    /// The user's words on an annotation that is there already.
    WriteBody(Uuid, String),
    /// Open the card of a highlight, or close it.
    OpenMark(Option<Uuid>),
    /// Where the annotations of lessons stand that are not on the screen.
    NotesPlaced(Ticket, Vec<(LessonId, Placed)>),
    /// Write the notes of the course to a file; the system asks where if none is named.
    ExportNotes(Format, Option<PathBuf>),
    /// The notes were written, or not.
    NotesWritten(Result<Written, FileFailure>),
    /// Read notes from a file; the system asks which if none is named.
    ImportNotes(Option<PathBuf>),
    /// A file of notes was read, or not.
    NotesRead(Result<Incoming, FileFailure>),
    /// Delete a note, highlight or bookmark.
    DeleteAnnotation(Uuid),
    /// "Đánh dấu đã học", or not any more.
    SetDone(LessonId, bool),
    /// Blocks were on the screen long enough, and the first one that is.
    Reading {
        /// The lesson.
        lesson: LessonId,
        /// The first block on the screen.
        at: Option<Slug>,
        /// Blocks that were shown long enough to be read.
        seen: Vec<Slug>,
    },
    /// Something under «Ôn tập».
    Study(StudyAction),
    /// Choose something.
    Settings(Box<Settings>),
    /// Other keys for commands.
    Keys(Keys),
    /// Forget a course in the list of recent ones.
    ForgetCourse(String),
    /// The database answers.
    Saved(Saved),
    /// Open a link with the system's program.
    OpenUrl(String),
    /// Open a file of the course with the system's program.
    OpenAttachment(RelPath),
    /// The system's program was started, or not.
    AttachmentOpened(Result<(), AttachmentFailure>),
    /// Show a tab at the right of the reader.
    OpenTab(ReaderTab),
    /// Show or hide the tabs at the right of the reader.
    ToggleTabs,
    /// Write a note on a block of the lesson.
    NoteOn(Slug),
    /// The slides of a class were set.
    DeckReady(Ticket, Result<Box<Deck>, LoadError>),
    /// The screens that are plugged in, where the system tells of them.
    Plugged(Vec<Monitor>),
    /// Screens were plugged in or out, or the window moved to another.
    Screens(Screens),
    /// Something about the class on the screen.
    Show(Show),
    /// Something about the hall, agendas or records.
    Class(ClassAction),
    /// Something about the check of the room, or the hall's screen.
    Check(CheckAction),
    /// Something about the search.
    Search(SearchAction),
    /// Take a notice away.
    DismissNotice,
    /// The system refused a thread.
    NoThread,
}

/// What the speaker does with the class on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Show {
    /// Set the slides of a plan and begin.
    Prepare(Plan),
    /// Show what may be left out, too.
    Whole(bool),
    /// When the class shall end.
    EndsAt(Option<Millis>),
    /// Go to a slide.
    Jump(usize),
    /// A digit of a slide's number was typed.
    Digit(char),
    /// The mouse is at a place of the slide, in shares of width and height, or left it.
    Hand(Option<[f32; 2]>),
    /// Pen or eraser moved there; `true` with the press of the button.
    Draw([f32; 2], bool),
    /// The button of the mouse was let go.
    Lift,
    /// Enlarge what is around a place.
    ZoomAt([f32; 2]),
    /// Leave slides out, or show them again.
    Skip(Vec<usize>, bool),
    /// Show the card of a break, or take it away.
    Pause(Option<Pause>),
    /// Let slides go round, each for so many seconds.
    Loop(Vec<usize>, u8),
    /// Draw in that colour.
    PenColour(Pen),
    /// Lay the notes over the slide, or take them away.
    Peek,
    /// Time went by.
    Tick,
    /// The speaker has confirmed that the class is over.
    End,
}
