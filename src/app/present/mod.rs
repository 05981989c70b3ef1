//! A class being held: what the hall sees, what comes next, and how it was shown.

mod boards;
mod deck;
mod hall;
mod screens;
mod talk;
mod view;

pub use boards::{HallWords, HandsRow, HandsView, PickedView, TimerView, letter};
pub use deck::{Deck, DeckSlide, Note, Prompt, slide_words};
pub use hall::Hall;
pub use screens::{Monitor, Screens};
pub use talk::{ALIVE, Answer, At, Pace, Pause, Talk, Tool, Veil};
pub use view::{AudienceView, Feed, clock, time_of_day};
