//! A class held: its agenda, what happened in it, and what that adds up to.

pub mod agenda;
pub mod event;
pub mod ink;
pub mod record;
pub mod tally;

mod shelf;

pub use agenda::{Item, OwnAgenda, Plan, SlideChoice, Taught};
pub use event::{Among, Beginning, Event, Happened};
pub use ink::{Pen, Stroke};
pub use record::Record;
pub use shelf::{Change, Classes, Held, load, read_record};
pub use tally::{Round, Tally};
