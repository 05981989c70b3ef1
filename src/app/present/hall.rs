//! The class and the hall it is held in.

use std::sync::Arc;

use uuid::Uuid;

use crate::app::present::{Awake, Feed, Monitor, RoomCheck, Screens, Talk, Trace, Trial};
use crate::app::state::Ticket;
use crate::class::{Pen, Record};
use crate::store::Millis;

/// What the presenter's screens are drawn from.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches of the speaker")]
pub struct Hall {
    /// The class on the screen; none before one was begun.
    pub talk: Option<Box<Talk>>,
    /// The number of the last request for slides.
    pub ticket: Ticket,
    /// Whether the hall's window is wanted.
    pub live: bool,
    /// Whether the slide fills the speaker's own screen, for a single display.
    pub table: bool,
    /// Whether the speaker's notes lie over the slide that fills the screen.
    pub peek: bool,
    /// Whether the next class shows what may be left out.
    pub whole: bool,
    /// Whether the next class is a rehearsal, without a hall.
    pub rehearse: bool,
    /// When the class shall end.
    pub ends: Option<Millis>,
    /// A class that was cut off and whose slides are being set, with the end that it shall have.
    pub resuming: Option<(Uuid, Box<Record>, Option<Millis>)>,
    /// The agenda that is being changed.
    pub editing: Option<Uuid>,
    /// The record that is looked at.
    pub record: Option<Box<Record>>,
    /// The colour of the pen.
    pub pen: Pen,
    /// The screens that are plugged in, as the system told; none where the window has to be asked.
    pub plugged: Option<Vec<Monitor>>,
    /// The screens that are plugged in, with the speaker's own.
    pub screens: Screens,
    /// The hall's screen for this session; none where the settings say which.
    pub chosen: Option<Monitor>,
    /// Another screen for the hall that nobody has confirmed yet.
    pub trial: Option<Trial>,
    /// The number of the screen, from one, on which the class shall go live as soon as it is known.
    pub wished: Option<usize>,
    /// The check of the room that is open.
    pub check: Option<Box<RoomCheck>>,
    /// Whether the machine stays awake.
    pub awake: Awake,
    /// Measures how fast the hall sees what was pressed; none where nobody asked.
    pub trace: Option<Arc<Trace>>,
    /// What the hall's window reads.
    pub feed: Feed,
}
