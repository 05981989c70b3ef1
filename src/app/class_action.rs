//! What can be asked about classes, agendas and records.

use uuid::Uuid;

use crate::class::{Among, OwnAgenda, Plan, Record, Tally};
use crate::content::LessonId;
use crate::store::Millis;

/// Everything about a class but its slides.
#[derive(Clone, Debug, PartialEq)]
pub enum ClassAction {
    /// Keep a count of hands.
    Count(Tally),
    /// Show the count to the hall, or take it away.
    ShowHands(bool),
    /// Set the clock of an activity: what the hall does, and for how many minutes.
    SetTimer(String, u16),
    /// Give the activity some minutes more.
    MoreTime(u16),
    /// Take the clock away.
    StopTimer,
    /// Draw one of so many rows or groups.
    Pick(Among, u16),
    /// Put a question aside.
    Park(String),
    /// A question that was put aside was answered, or not after all.
    ParkedAnswered(Uuid, bool),
    /// Take a question that was put aside away, or bring it back.
    ParkedGone(Uuid, bool),
    /// So many people are there.
    Attended(u32),
    /// Go on with the class that was cut off; it shall end then.
    Resume(Option<Millis>),
    /// The class that was cut off is over.
    LeaveCutOff,
    /// The next class is a rehearsal, or not.
    Rehearse(bool),
    /// Make an agenda of one's own from a plan, and open it.
    Copy(Plan),
    /// Keep an agenda as it was changed.
    Put(Box<OwnAgenda>),
    /// Delete an agenda.
    Delete(Uuid),
    /// Open an agenda to change it, or close it.
    Edit(Option<Uuid>),
    /// Read a lesson of an agenda.
    WantLesson(LessonId),
    /// Show the record of a class.
    Open(Uuid),
    /// A record was read, or not.
    Read(Result<Option<Box<Record>>, String>),
    /// Make an agenda of the minutes that a rehearsal took.
    TakeMinutes(Box<Record>),
}
