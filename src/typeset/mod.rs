//! Lays a slide out once for all views: which size, which line breaks, which parts.
//!
//! The canvas is [`HEIGHT`] units high and as wide as its [`Shape`] says. Views draw the marks of a
//! page at their own scale and never wrap again.

mod blocks;
mod flow;
mod ladder;
mod page;
mod question;
mod table;
mod text;
mod titles;
mod words;

use crate::assets::metrics::Face;
use crate::content::{RelPath, Slug};

pub use ladder::{LADDER, Rung};
pub use page::{lesson, number_mark};
pub use titles::{break_page, module_page, title_page};
pub use words::Words;

/// The height of every canvas.
pub const HEIGHT: f32 = 1080.0;

/// How wide a canvas is for its height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// Old projectors.
    FourByThree,
    /// Many laptops and projectors of the widescreen kind.
    SixteenByTen,
    /// Most screens of today.
    SixteenByNine,
}

impl Shape {
    /// All shapes, the narrowest first.
    pub const ALL: [Self; 3] = [Self::FourByThree, Self::SixteenByTen, Self::SixteenByNine];

    /// The width of the canvas in units.
    pub fn width(self) -> f32 {
        match self {
            Self::FourByThree => 1440.0,
            Self::SixteenByTen => 1728.0,
            Self::SixteenByNine => 1920.0,
        }
    }

    /// The widest shape that a screen of this size can show in full height.
    pub fn of_screen(width: f32, height: f32) -> Self {
        let fits = |shape: &&Self| shape.width() / HEIGHT <= width / height.max(1.0) + 0.02;
        Self::ALL.iter().rev().find(fits).copied().unwrap_or(Self::FourByThree)
    }
}

/// The purpose of a text's colour; the view's theme says which colour it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the purposes, as in the theme files")]
pub enum Ink {
    Ink,
    Muted,
    Teal,
    Amber,
    Law,
    Good,
    Warning,
    Danger,
    OnTeal,
}

/// The purpose of an area's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the purposes, as in the theme files")]
pub enum Fill {
    Line,
    Sunken,
    Teal,
    TealTint,
    Amber,
    AmberTint,
    Blue,
    BlueTint,
    Good,
    GoodTint,
    Danger,
    DangerTint,
    Note,
}

/// A rectangle on the canvas, in units from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "a rectangle needs no words")]
pub struct Frame {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Words that look the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The words, with the space that follows them.
    pub text: String,
    /// Their face.
    pub face: Face,
    /// Their colour.
    pub ink: Ink,
}

/// A picture of the lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// A file of the course.
    File(RelPath),
    /// A chart block.
    Chart(Slug),
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// One row of words; the frame is as wide as they are and one line high.
    Row {
        /// Where.
        frame: Frame,
        /// The size of the letters in units.
        size: f32,
        /// The words.
        runs: Vec<Run>,
    },
    /// A shipped icon that fills its frame.
    Icon {
        /// Where.
        frame: Frame,
        /// Its Phosphor name.
        name: String,
        /// Its colour.
        ink: Ink,
    },
    /// A coloured area below the words.
    Area {
        /// Where.
        frame: Frame,
        /// Its colour.
        fill: Fill,
        /// The radius of its corners.
        radius: f32,
    },
    /// A picture, centred and as large as its frame allows.
    Picture {
        /// Where.
        frame: Frame,
        /// Which.
        of: Picture,
    },
}

impl Mark {
    /// Where it is.
    pub fn frame(&self) -> Frame {
        match self {
            Self::Row { frame, .. }
            | Self::Icon { frame, .. }
            | Self::Area { frame, .. }
            | Self::Picture { frame, .. } => *frame,
        }
    }

    fn moved(mut self, x: f32, y: f32) -> Self {
        match &mut self {
            Self::Row { frame, .. }
            | Self::Icon { frame, .. }
            | Self::Area { frame, .. }
            | Self::Picture { frame, .. } => {
                frame.x += x;
                frame.y += y;
            }
        }
        self
    }
}

/// A mark and the step from which it is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Steps count from zero.
    pub from: usize,
    /// What.
    pub mark: Mark,
}

/// What one more press of the clicker shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its words, for the speaker.
    pub label: String,
    /// The block it belongs to, and its place among the items of that block.
    pub item: (usize, usize),
}

/// One screenful: a slide, or a part of one that continues.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its title in plain words.
    pub title: String,
    /// The slide of the lesson, from zero; none for the title and for a module's divider.
    pub slide: Option<usize>,
    /// Which part of the slide, from zero.
    pub part: usize,
    /// The blocks that begin on it, and those without a picture of their own that belong to them.
    pub blocks: Vec<usize>,
    /// The sizes of body text, in units.
    pub rung: Rung,
    /// What is drawn, areas first.
    pub marks: Vec<Placed>,
    /// What comes one by one; a page without steps shows everything at once.
    pub steps: Vec<Step>,
    /// Whether something is larger than the canvas even in the smallest letters.
    pub overflows: bool,
}

impl Page {
    /// The last step, from zero.
    pub fn last_step(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// The marks that are seen at a step, areas first.
    pub fn seen(&self, step: usize) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |placed| placed.from <= step).map(|placed| &placed.mark)
    }

    /// The pictures that it needs.
    pub fn pictures(&self) -> impl Iterator<Item = (&Frame, &Picture)> {
        self.marks.iter().filter_map(|placed| match &placed.mark {
            Mark::Picture { frame, of } => Some((frame, of)),
            _ => None,
        })
    }
}
