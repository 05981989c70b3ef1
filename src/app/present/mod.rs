//! A class being held: what the hall sees, what comes next, and how it was shown.

mod awake;
mod boards;
mod clicker;
mod deck;
mod hall;
mod pre_show;
mod room_check;
mod screens;
mod stills;
mod talk;
mod trace;
mod trial;
mod view;

pub use awake::Awake;
pub use boards::{HallWords, HandsRow, HandsView, PickedView, TimerView, letter};
pub use clicker::{Button, Heard, pressed_keys};
pub use deck::{Deck, DeckSlide, Note, Prompt, slide_words};
pub use hall::Hall;
pub use pre_show::{PreShow, SECONDS, USUAL_SECONDS, usual_slides};
pub use room_check::{CheckAction, RoomCheck, Step, Verdict, verdict};
pub use screens::{Monitor, Screens};
pub use stills::{SIDES, Shot, Stills, write as write_still};
pub use talk::{ALIVE, Answer, At, Pace, Pause, Talk, Tool, Veil};
pub use trace::Trace;
pub use trial::{TRIAL_MS, Trial};
pub use view::{AudienceView, Board, BoardLine, Feed, clock, time_of_day};
