//! What covers the hall's screen, and taking it away.

use super::Talk;
use crate::app::present::PreShow;
use crate::class::Event;
use crate::store::Millis;

/// What the hall sees in place of the slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Veil {
    /// Nothing.
    Black,
    /// A bright wall.
    White,
    /// A card with words, perhaps with a countdown.
    Pause(Pause),
    /// The hands that were counted last.
    Hands,
    /// The row or group that was drawn last.
    Picked,
    /// One picture of the slide, as large as the screen.
    Figure(usize),
    /// Slides that go round until the class begins.
    Loop(PreShow),
    /// Thanks, after the last slide.
    End,
}

/// A break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Such as «Nghỉ giải lao».
    pub message: String,
    /// When it ends.
    pub until: Option<Millis>,
}

impl Talk {
    /// Covers the hall's screen, or uncovers it.
    pub fn toggle_veil(&mut self, veil: Veil, now: Millis) {
        let kind = std::mem::discriminant(&veil);
        let same = self.veil.as_ref().is_some_and(|present| std::mem::discriminant(present) == kind);
        self.set_veil(if same { None } else { Some(veil) }, now);
    }

    /// Covers the hall's screen with something, or with nothing; breaks are noted.
    pub fn set_veil(&mut self, veil: Option<Veil>, now: Millis) {
        if matches!(self.veil, Some(Veil::Pause(_))) {
            self.note(now, Event::WentOn);
        }
        if let Some(Veil::Pause(pause)) = &veil {
            let Pause { message, until } = pause.clone();
            self.note(now, Event::Paused { message, until });
        }
        self.veil = veil;
    }

    /// Takes what covers the hall's screen away; `false` where nothing did.
    pub(super) fn uncover(&mut self, now: Millis) -> bool {
        let covered = self.veil.is_some();
        self.set_veil(None, now);
        covered
    }
}
