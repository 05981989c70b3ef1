//! What the hall's window draws: an immutable picture that the speaker's window hands over.

use std::sync::Arc;

use arc_swap::ArcSwap;
use egui::TextureHandle;

use crate::app::present::{Deck, HandsView, PickedView, Talk, TimerView, Tool, Veil};
use crate::class::Stroke;
use crate::store::Millis;
use crate::typeset::Picture;

/// What the hall sees while the room is checked, in place of slides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Board {
    /// The number of its screen, and whose it is.
    Number(usize, String),
    /// Rows of ever smaller letters.
    Chart(Vec<BoardLine>),
    /// A line, and smaller words below it.
    Words(String, String),
}

/// A row of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardLine {
    /// Its letters take one part in so many of the height.
    pub part: u8,
    /// What is to be read.
    pub text: String,
    /// Whether the last row of the hall reads this one and none below.
    pub chosen: bool,
}

/// Everything the hall sees.
#[derive(Clone, Default)]
pub struct AudienceView {
    /// What it sees while the room is checked.
    pub board: Option<Board>,
    /// Whether keys are pressed to be tried, and do nothing else.
    pub hears_keys: bool,
    /// The slides; none before a class begins.
    pub deck: Option<Arc<Deck>>,
    /// Which of them.
    pub slide: usize,
    /// How far it is revealed.
    pub step: usize,
    /// What covers it.
    pub veil: Option<Veil>,
    /// Seconds left of a pause, as the hall reads them.
    pub countdown: Option<String>,
    /// The tool whose trace the hall sees.
    pub tool: Option<Tool>,
    /// Where it is.
    pub hand: Option<[f32; 2]>,
    /// The middle of what is enlarged.
    pub zoom: Option<[f32; 2]>,
    /// What was drawn.
    pub strokes: Vec<Stroke>,
    /// The clock of an activity.
    pub timer: Option<TimerView>,
    /// The hands that were counted last.
    pub hands: Option<HandsView>,
    /// The row or group that was drawn last.
    pub picked: Option<PickedView>,
    /// A bright or a dark hall.
    pub dark: bool,
    /// The pictures of the slide that are ready.
    pub pictures: Vec<(Picture, TextureHandle)>,
}

/// Where the newest view lies; the hall's window reads it without waiting.
pub type Feed = Arc<ArcSwap<AudienceView>>;

impl AudienceView {
    /// What the hall sees of a class.
    pub fn of(talk: &Talk, dark: bool, pictures: Vec<(Picture, TextureHandle)>, now: Millis) -> Self {
        let shown = talk.seen(now);
        // What the speaker does meanwhile is not for the hall.
        let loops = matches!(talk.veil, Some(Veil::Loop(_)));
        let countdown = match &talk.veil {
            Some(Veil::Pause(pause)) => pause.until.map(|until| clock(until.0 - now.0)),
            _ => None,
        };
        let tool = talk.tool.filter(|tool| !loops && matches!(tool, Tool::Pointer | Tool::Spotlight));
        let drawn = talk.deck.slides.get(shown.slide).filter(|_| !loops);
        let strokes = drawn.map(|slide| talk.ink(&slide.key).cloned().collect());
        let record = &talk.record;
        let said = &talk.deck.said;
        let timer = record.timer.as_ref().map(|timer| TimerView::of(timer, said, now));
        let counted = talk.counted().filter(|_| talk.veil == Some(Veil::Hands));
        let hands = counted.map(|tally| HandsView::of(tally, record.other_round(tally), said));
        let picked = PickedView::of(&record.picked, said).filter(|_| talk.veil == Some(Veil::Picked));
        Self {
            board: None,
            hears_keys: false,
            deck: Some(Arc::clone(&talk.deck)),
            slide: shown.slide,
            step: shown.step,
            veil: talk.veil.clone(),
            countdown,
            hand: talk.hand.filter(|_| tool.is_some()),
            tool,
            zoom: talk.zoom.filter(|_| !loops),
            strokes: strokes.unwrap_or_default(),
            timer,
            hands,
            picked,
            dark,
            pictures,
        }
    }

    /// What the hall sees while the room is checked.
    pub fn of_check(board: Board, hears_keys: bool, dark: bool) -> Self {
        Self { board: Some(board), hears_keys, dark, ..Self::default() }
    }

    /// Whether the hall would see no difference.
    pub fn is_same(&self, other: &Self) -> bool {
        let deck = |view: &Self| view.deck.as_ref().map(Arc::as_ptr);
        (&self.board, self.hears_keys) == (&other.board, other.hears_keys)
            && deck(self) == deck(other)
            && (self.slide, self.step, self.dark) == (other.slide, other.step, other.dark)
            && (&self.veil, &self.countdown) == (&other.veil, &other.countdown)
            && (self.tool, self.hand, self.zoom) == (other.tool, other.hand, other.zoom)
            && self.strokes == other.strokes
            && (&self.timer, &self.hands, &self.picked) == (&other.timer, &other.hands, &other.picked)
            && self.pictures == other.pictures
    }
}

/// The time of day where the class is held, such as 10:56.
pub fn time_of_day(at: Millis) -> String {
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    moment.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%H:%M").to_string()
}

/// Minutes and seconds, or hours and minutes and seconds; nothing below zero.
pub fn clock(ms: i64) -> String {
    let seconds = (ms.max(0) + 999) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}
