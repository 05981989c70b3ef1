//! Where a class is: slide, step, what covers the hall's screen. What is kept of it is its record.

mod alone;
mod drawing;
mod pace;
mod veil;

pub use pace::Pace;
pub use veil::{Pause, Veil};

use std::sync::Arc;

use uuid::Uuid;

use crate::app::present::{Deck, DeckSlide};
use crate::class::{Beginning, Event, Happened, Pen, Record, Round, Stroke, Tally};
use crate::content::slides::SlideKey;
use crate::store::Millis;

/// How often a class in which nothing happens gives a sign of life.
pub const ALIVE: i64 = 30_000;

/// A slide of the deck and a step of it, from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub struct At {
    pub slide: usize,
    pub step: usize,
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
    /// Names it among all that were held.
    pub session: Uuid,
    /// Its slides.
    pub deck: Arc<Deck>,
    /// Where the speaker is.
    pub at: At,
    /// What is kept of it: time, lines, counts, and what was left out.
    pub record: Record,
    /// What is not handed to the database yet, with its number.
    happened: Vec<(u32, Happened)>,
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
    /// The line that is being drawn, and on which slide.
    drawing: Option<(SlideKey, Stroke)>,
    /// For undo: a slide and the lines on it before.
    before: Vec<(SlideKey, Vec<Stroke>)>,
    /// Where jumps started.
    jumps: Vec<At>,
    /// Which count of hands the hall may see.
    counted: Option<(String, Round)>,
    /// Digits typed so far.
    pub digits: String,
    /// All slides at once, on the speaker's screen.
    pub overview: bool,
    /// The speaker pressed Esc with nothing left to close.
    pub asks_to_end: bool,
}

impl Talk {
    /// A class that begins now, at a slide of its deck.
    pub fn new(deck: Arc<Deck>, at: usize, session: Uuid, beginning: Beginning, now: Millis) -> Self {
        let mut talk = Self::on(session, deck, Record::begin(now, beginning.clone()));
        talk.happened.push((0, Happened { at: now, event: Event::Began(beginning) }));
        let out = talk.deck.slides.iter().filter(|slide| slide.left_out);
        let slides: Vec<SlideKey> = out.map(|slide| slide.key.clone()).collect();
        if !slides.is_empty() {
            talk.note(now, Event::LeftOut { slides, out: true });
        }
        talk.arrive(At { slide: at, step: 0 }, now);
        talk
    }

    /// A class that was cut off goes on where it was; the hall sees nothing until a key is pressed.
    pub fn resumed(
        deck: Arc<Deck>,
        session: Uuid,
        record: Record,
        ends: Option<Millis>,
        now: Millis,
    ) -> Self {
        let at = record.at.clone();
        let mut talk = Self::on(session, deck, record);
        talk.note(now, Event::Resumed { ends });
        let slide = at.as_ref().and_then(|(key, _)| talk.deck.find(key)).unwrap_or_default();
        let last = talk.deck.slides.get(slide).map_or(0, |slide| slide.page.last_step());
        talk.at = At { slide, step: at.map_or(0, |(_, step)| step.min(last)) };
        talk.veil = Some(Veil::Black);
        talk
    }

    fn on(session: Uuid, deck: Arc<Deck>, record: Record) -> Self {
        Self {
            session,
            deck,
            at: At::default(),
            record,
            happened: Vec::new(),
            held: None,
            veil: None,
            tool: None,
            hand: None,
            zoom: None,
            drawing: None,
            before: Vec::new(),
            jumps: Vec::new(),
            counted: None,
            digits: String::new(),
            overview: false,
            asks_to_end: false,
        }
    }

    /// Notes that something happened: it changes the record, and is to be kept.
    pub fn note(&mut self, now: Millis, event: Event) {
        self.happened.push((self.record.events, Happened { at: now, event: event.clone() }));
        self.record.add(now, event);
    }

    /// What has to be handed to the database.
    pub fn take_happened(&mut self) -> Vec<(u32, Happened)> {
        std::mem::take(&mut self.happened)
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

    /// One step further, or the next slide that is not left out; after the last one, thanks. A veil goes
    /// away first.
    pub fn next(&mut self, now: Millis) -> Answer {
        if self.veil == Some(Veil::End) {
            return Answer::AtTheEnd;
        }
        if self.uncover(now) {
            return Answer::Moved;
        }
        let last = self.slide().map_or(0, |slide| slide.page.last_step());
        if self.at.step < last {
            return self.arrive(At { step: self.at.step + 1, ..self.at }, now);
        }
        if let Some(slide) = self.after(self.at.slide) {
            return self.arrive(At { slide, step: 0 }, now);
        }
        self.set_veil(Some(Veil::End), now);
        Answer::AtTheEnd
    }

    /// One step back, or to the end of the slide before.
    pub fn previous(&mut self, now: Millis) -> Answer {
        if self.uncover(now) {
            return Answer::Moved;
        }
        if self.at.step > 0 {
            return self.arrive(At { step: self.at.step - 1, ..self.at }, now);
        }
        let before = (0..self.at.slide).rev().find(|at| !self.is_left_out(*at));
        let Some(slide) = before else { return Answer::AtTheEnd };
        let step = self.deck.slides.get(slide).map_or(0, |slide| slide.page.last_step());
        self.arrive(At { slide, step }, now)
    }

    /// Whether a slide is passed over; a jump still reaches it.
    pub fn is_left_out(&self, slide: usize) -> bool {
        self.deck.slides.get(slide).is_some_and(|slide| self.record.left_out.contains(&slide.key))
    }

    /// Leaves slides out, or takes them in again; parts that continue go with the first one.
    pub fn leave_out(&mut self, slides: &[usize], out: bool, now: Millis) {
        let named: Vec<&SlideKey> =
            slides.iter().filter_map(|at| self.deck.slides.get(*at)).map(|slide| &slide.key).collect();
        let belongs = |key: &SlideKey| {
            let same = |named: &&SlideKey| {
                named.block.is_some() && (&named.lesson, &named.block) == (&key.lesson, &key.block)
            };
            named.contains(&key) || named.iter().any(same)
        };
        let keys = self.deck.slides.iter().map(|slide| &slide.key).filter(|key| belongs(key));
        let slides = keys.cloned().collect();
        self.note(now, Event::LeftOut { slides, out });
    }

    /// The next slide that is not left out.
    pub fn after(&self, slide: usize) -> Option<usize> {
        (slide + 1..self.deck.slides.len()).find(|at| !self.is_left_out(*at))
    }

    /// To any slide; [`Talk::jump_back`] returns.
    pub fn jump(&mut self, slide: usize, now: Millis) -> Answer {
        if slide >= self.deck.slides.len() {
            return Answer::NoSuchSlide;
        }
        self.jumps.push(self.at);
        self.overview = false;
        self.arrive(At { slide, step: 0 }, now)
    }

    /// To where the last jump started.
    pub fn jump_back(&mut self, now: Millis) -> Answer {
        match self.jumps.pop() {
            Some(at) => self.arrive(at, now),
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

    fn arrive(&mut self, to: At, now: Millis) -> Answer {
        self.lift(now);
        if to.slide != self.at.slide {
            self.zoom = None;
        }
        let before = self.shown().slide;
        self.at = to;
        self.leave_figure(before);
        self.veil.take_if(|veil| *veil == Veil::End);
        if let Some(slide) = self.slide().map(|slide| slide.key.clone()) {
            self.note(now, Event::Went { slide, step: to.step });
        }
        Answer::Moved
    }

    /// How long a slide was shown.
    pub fn spent_ms(&self, key: &SlideKey, now: Millis) -> i64 {
        self.record.spent_until(key, now).0
    }

    /// The hands that were counted last.
    pub fn counted(&self) -> Option<&Tally> {
        let last = self.counted.as_ref()?;
        let is_last = |tally: &&Tally| (&tally.question, tally.round) == (&last.0, last.1);
        self.record.tallies.iter().find(is_last)
    }

    /// Keeps a count of hands; it is the one that the hall may see.
    pub fn count(&mut self, tally: Tally, now: Millis) {
        self.counted = Some((tally.question.clone(), tally.round));
        self.note(now, Event::Counted(tally));
    }

    /// A sign of life, so that a class that is cut off knows when.
    pub fn tick(&mut self, now: Millis) {
        if now.0.saturating_sub(self.record.last.0) >= ALIVE {
            self.note(now, Event::Alive);
        }
    }

    /// Closes what lies on top: digits, overview, zoom, tool, a veil; then asks whether to end.
    pub fn escape(&mut self, now: Millis) {
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
        } else {
            self.asks_to_end = !self.uncover(now);
        }
    }

    /// The same deck set anew, at the same slide.
    pub fn reset(&mut self, deck: Arc<Deck>) {
        let key = self.slide().map(|slide| slide.key.clone());
        self.veil = match self.veil.take() {
            Some(Veil::Loop(show)) => show.moved(&self.deck, &deck).map(Veil::Loop),
            Some(Veil::Figure(_)) => None,
            other => other,
        };
        let slide = key.and_then(|key| deck.find(&key)).unwrap_or_default();
        let last = deck.slides.get(slide).map_or(0, |slide| slide.page.last_step());
        self.at = At { slide, step: self.at.step.min(last) };
        (self.held, self.deck) = (None, deck);
        self.jumps.clear();
    }
}

#[cfg(test)]
mod tests;
