//! A class being held: what the hall sees, what comes next, and how it was shown.

mod deck;
mod hall;
mod ink;
mod pre_show;
mod screens;
mod stills;
mod talk;
mod trace;
mod view;

pub use deck::{Deck, DeckSlide, Note, Plan, SlideKey, slide_words};
pub use hall::Hall;
pub use ink::{Pen, Stroke};
pub use pre_show::{PreShow, SECONDS, USUAL_SECONDS, usual_slides};
pub use screens::{Monitor, Screens};
pub use stills::{SIDES, Shot, Stills, write as write_still};
pub use talk::{Answer, At, Pace, Pause, Talk, Tool, Veil};
pub use trace::Trace;
pub use view::{AudienceView, Feed, clock, time_of_day};
