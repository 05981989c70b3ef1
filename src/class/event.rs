//! What happens in a class, one row each; rows are added and never changed.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::agenda::Plan;
use super::ink::Stroke;
use super::tally::Tally;
use crate::content::Slug;
use crate::content::slides::SlideKey;
use crate::store::Millis;

/// Whom a draw is among.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Among {
    #[default]
    Rows,
    Groups,
}

impl Among {
    /// In the order of the buttons.
    pub const ALL: [Self; 2] = [Self::Rows, Self::Groups];
}

/// How a class begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beginning {
    /// The course.
    pub course: Slug,
    /// What the class is called.
    pub title: String,
    /// What shall be taught.
    pub plan: Plan,
    /// Without a hall.
    pub rehearsal: bool,
    /// When it shall end.
    pub ends: Option<Millis>,
}

/// Something that happened in a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "json", rename_all = "snake_case")]
pub enum Event {
    /// It began.
    Began(Beginning),
    /// The speaker went to a slide and a step of it.
    Went {
        /// The slide.
        slide: SlideKey,
        /// The step, from zero.
        step: usize,
    },
    /// The hall's window was opened, or closed.
    Live(bool),
    /// The end was set, or taken away.
    EndSet(Option<Millis>),
    /// Slides were left out, or taken in again.
    LeftOut {
        /// Which.
        slides: Vec<SlideKey>,
        /// Out or in.
        out: bool,
    },
    /// A line was drawn.
    Drawn {
        /// On this slide.
        slide: SlideKey,
        /// The line.
        stroke: Stroke,
    },
    /// Lines were rubbed out or brought back: what is on the slide now.
    Redrawn {
        /// The slide.
        slide: SlideKey,
        /// All its lines.
        strokes: Vec<Stroke>,
    },
    /// A break began.
    Paused {
        /// What the hall reads.
        message: String,
        /// When it ends.
        until: Option<Millis>,
    },
    /// A break ended.
    WentOn,
    /// The clock of an activity was set.
    TimerSet {
        /// What the hall does until then.
        label: String,
        /// When it rings.
        until: Millis,
    },
    /// The clock was taken away.
    TimerGone,
    /// Hands were counted; the last count of a question and round holds.
    Counted(Tally),
    /// A row or group was drawn.
    Picked {
        /// Of which kind.
        among: Among,
        /// Its number, from one.
        number: u16,
    },
    /// A question was put aside for later.
    Parked {
        /// Names it.
        id: Uuid,
        /// The words.
        text: String,
    },
    /// A question that was put aside was answered, or was not after all.
    ParkedAnswered {
        /// Which.
        id: Uuid,
        /// Whether it is.
        answered: bool,
    },
    /// A question that was put aside was taken away, or brought back.
    ParkedGone {
        /// Which.
        id: Uuid,
        /// Whether it is.
        gone: bool,
    },
    /// So many people are there.
    Attended(u32),
    /// Nothing else happened for a while.
    Alive,
    /// It went on after an interruption; the time in between was not taught.
    Resumed {
        /// When it shall end now.
        ends: Option<Millis>,
    },
    /// It ended.
    Ended,
}

/// An event and its moment.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Happened {
    pub at: Millis,
    pub event: Event,
}

/// The columns of an event: the word for its kind, and the rest as JSON.
pub(super) fn to_columns(event: &Event) -> serde_json::Result<(String, String)> {
    let value = serde_json::to_value(event)?;
    let kind = value.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    let json = value.get("json").map_or_else(|| "null".to_owned(), ToString::to_string);
    Ok((kind, json))
}

/// The event in those columns.
pub(super) fn of_columns(kind: &str, json: &str) -> serde_json::Result<Event> {
    let json: serde_json::Value = serde_json::from_str(json)?;
    serde_json::from_value(serde_json::json!({ "kind": kind, "json": json }))
}
