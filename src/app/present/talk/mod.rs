//! Where a class is: slide, step, what covers the hall's screen, and how the time goes.

mod alone;
mod drawing;
mod pace;

pub use pace::Pace;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::app::present::{Deck, DeckSlide, Pen, PreShow, SlideKey, Stroke};
use crate::content::block::Path;
use crate::store::Millis;

/// A slide of the deck and a step of it, from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub struct At {
    pub slide: usize,
    pub step: usize,
}

/// What the hall sees in place of the slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Veil {
    /// Nothing.
    Black,
    /// A bright wall.
    White,
    /// A card with words, perhaps with a countdown.
    Pause(Pause),
    /// One picture of the slide, as large as the screen.
    Figure(usize),
    /// Slides that go round until the class begins.
    Loop(PreShow),
}

/// A break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Such as «Nghỉ giải lao».
    pub message: String,
    /// When it ends.
    pub until: Option<Millis>,
}

/// What the mouse does on the slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A dot that the hall sees.
    Pointer,
    /// Everything dark but a circle.
    Spotlight,
    /// Draws.
    Pen(Pen),
    /// Rubs out the lines that it touches.
    Eraser,
    /// The next click enlarges what is around it.
    Zoom,
}

/// What a press led to, for the speaker's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It moved.
    Moved,
    /// There is no further slide.
    AtTheEnd,
    /// There is no slide of that number.
    NoSuchSlide,
}

/// A class on the screen.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Its slides.
    pub deck: Arc<Deck>,
    /// Where the speaker is.
    pub at: At,
    /// Where the hall was held while the speaker goes on.
    held: Option<At>,
    /// What covers the hall's screen.
    pub veil: Option<Veil>,
    /// What the mouse does.
    pub tool: Option<Tool>,
    /// Where the pointer is on the slide, in shares of width and height.
    pub hand: Option<[f32; 2]>,
    /// The middle of what is enlarged, in shares of width and height.
    pub zoom: Option<[f32; 2]>,
    /// What was drawn on each slide.
    pub strokes: BTreeMap<SlideKey, Vec<Stroke>>,
    /// Lines that were rubbed out or taken back, for undo: the slide and what was on it before.
    before: Vec<(SlideKey, Vec<Stroke>)>,
    /// Slides that are left out; a jump still reaches them.
    pub skipped: BTreeSet<usize>,
    /// Where jumps started.
    jumps: Vec<At>,
    /// Digits typed so far.
    pub digits: String,
    /// All slides at once, on the speaker's screen.
    pub overview: bool,
    /// The speaker pressed Esc with nothing left to close.
    pub asks_to_end: bool,
    /// When it began.
    pub began: Millis,
    /// When it shall end.
    pub ends: Option<Millis>,
    /// How long each slide was shown.
    spent_ms: BTreeMap<SlideKey, i64>,
    since: Millis,
}

impl Talk {
    /// A class that begins now; without the slides that may be left out if it takes the short way.
    pub fn new(deck: Arc<Deck>, at: usize, whole: bool, now: Millis, ends: Option<Millis>) -> Self {
        let extra = deck.slides.iter().enumerate().filter(|(_, slide)| !whole && slide.path == Path::Extra);
        let skipped = extra.map(|(at, _)| at).collect();
        Self {
            deck,
            at: At { slide: at, step: 0 },
            held: None,
            veil: None,
            tool: None,
            hand: None,
            zoom: None,
            strokes: BTreeMap::new(),
            before: Vec::new(),
            skipped,
            jumps: Vec::new(),
            digits: String::new(),
            overview: false,
            asks_to_end: false,
            began: now,
            ends,
            spent_ms: BTreeMap::new(),
            since: now,
        }
    }

    /// The slide that the speaker is at.
    pub fn slide(&self) -> Option<&DeckSlide> {
        self.deck.slides.get(self.at.slide)
    }

    /// What the hall sees below any veil.
    pub fn shown(&self) -> At {
        self.held.unwrap_or(self.at)
    }

    /// Whether the hall's picture is held.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Holds the hall's picture, or lets it follow again.
    pub fn toggle_hold(&mut self) {
        let before = self.shown().slide;
        self.held = if self.held.is_some() { None } else { Some(self.at) };
        self.leave_figure(before);
    }

    /// Covers the hall's screen, or uncovers it.
    pub fn toggle_veil(&mut self, veil: Veil) {
        let same = self
            .veil
            .as_ref()
            .is_some_and(|now| std::mem::discriminant(now) == std::mem::discriminant(&veil));
        self.veil = if same { None } else { Some(veil) };
    }

    /// One step further, or the next slide that is not left out. A veil goes away first.
    pub fn next(&mut self, now: Millis) -> Answer {
        if self.veil.take().is_some() {
            return Answer::Moved;
        }
        let last = self.slide().map_or(0, |slide| slide.page.last_step());
        if self.at.step < last {
            self.at.step += 1;
            return Answer::Moved;
        }
        match self.after(self.at.slide) {
            Some(slide) => self.move_to(At { slide, step: 0 }, now),
            None => Answer::AtTheEnd,
        }
    }

    /// One step back, or to the end of the slide before.
    pub fn previous(&mut self, now: Millis) -> Answer {
        if self.veil.take().is_some() {
            return Answer::Moved;
        }
        if self.at.step > 0 {
            self.at.step -= 1;
            return Answer::Moved;
        }
        let before = (0..self.at.slide).rev().find(|at| !self.skipped.contains(at));
        let Some(slide) = before else { return Answer::AtTheEnd };
        let step = self.deck.slides.get(slide).map_or(0, |slide| slide.page.last_step());
        self.move_to(At { slide, step }, now)
    }

    /// The next slide that is not left out.
    pub fn after(&self, slide: usize) -> Option<usize> {
        (slide + 1..self.deck.slides.len()).find(|at| !self.skipped.contains(at))
    }

    /// To any slide; [`Talk::jump_back`] returns.
    pub fn jump(&mut self, slide: usize, now: Millis) -> Answer {
        if slide >= self.deck.slides.len() {
            return Answer::NoSuchSlide;
        }
        self.jumps.push(self.at);
        self.overview = false;
        self.move_to(At { slide, step: 0 }, now)
    }

    /// To where the last jump started.
    pub fn jump_back(&mut self, now: Millis) -> Answer {
        match self.jumps.pop() {
            Some(at) => self.move_to(at, now),
            None => Answer::AtTheEnd,
        }
    }

    /// To the slide whose number was typed, or one step further where none was.
    pub fn enter(&mut self, now: Millis) -> Answer {
        let digits = std::mem::take(&mut self.digits);
        match digits.parse::<usize>() {
            Ok(number) if number > 0 => self.jump(number - 1, now),
            Ok(_) => Answer::NoSuchSlide,
            Err(_) => self.next(now),
        }
    }

    /// Takes a digit of a slide's number.
    pub fn digit(&mut self, digit: char) {
        if self.digits.len() < 4 {
            self.digits.push(digit);
        }
    }

    fn move_to(&mut self, to: At, now: Millis) -> Answer {
        self.note_time(now);
        if to.slide != self.at.slide {
            self.zoom = None;
        }
        let before = self.shown().slide;
        self.at = to;
        self.leave_figure(before);
        Answer::Moved
    }

    /// Adds the time since the last call to the present slide.
    pub fn note_time(&mut self, now: Millis) {
        if let Some(key) = self.slide().map(|slide| slide.key.clone()) {
            *self.spent_ms.entry(key).or_default() += (now.0 - self.since.0).max(0);
        }
        self.since = now;
    }

    /// How long a slide was shown until the last note of time.
    pub fn spent_ms(&self, key: &SlideKey) -> i64 {
        self.spent_ms.get(key).copied().unwrap_or_default()
    }

    /// Closes what lies on top: digits, overview, zoom, tool, a veil; then asks whether to end.
    pub fn escape(&mut self) {
        if self.asks_to_end {
            self.asks_to_end = false;
        } else if !self.digits.is_empty() {
            self.digits.clear();
        } else if self.overview {
            self.overview = false;
        } else if self.zoom.is_some() {
            self.zoom = None;
        } else if self.tool.is_some() {
            self.tool = None;
        } else if self.veil.is_some() {
            self.veil = None;
        } else {
            self.asks_to_end = true;
        }
    }

    /// The same deck set anew, at the same slide.
    pub fn reset(&mut self, deck: Arc<Deck>) {
        let key = self.slide().map(|slide| slide.key.clone());
        let skipped: Vec<SlideKey> = self
            .skipped
            .iter()
            .filter_map(|at| self.deck.slides.get(*at))
            .map(|slide| slide.key.clone())
            .collect();
        self.veil = match self.veil.take() {
            Some(Veil::Loop(show)) => show.moved(&self.deck, &deck).map(Veil::Loop),
            Some(Veil::Figure(_)) => None,
            other => other,
        };
        let slide = key.and_then(|key| deck.find(&key)).unwrap_or_default();
        let last = deck.slides.get(slide).map_or(0, |slide| slide.page.last_step());
        self.at = At { slide, step: self.at.step.min(last) };
        self.skipped =
            skipped.iter().filter_map(|key| deck.slides.iter().position(|slide| slide.key == *key)).collect();
        (self.held, self.deck) = (None, deck);
        self.jumps.clear();
    }
}

#[cfg(test)]
mod tests;
