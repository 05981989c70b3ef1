//! What the hall sees in place of the slide that the speaker is at: a picture alone, or slides in a loop.

use super::{At, Talk, Veil};
use crate::store::Millis;

impl Talk {
    /// The slide and step that the hall sees at a moment, below any other veil.
    pub fn seen(&self, now: Millis) -> At {
        let Some(Veil::Loop(show)) = &self.veil else { return self.shown() };
        let slide = show.slide(now);
        let step = self.deck.slides.get(slide).map_or(0, |slide| slide.page.last_step());
        At { slide, step }
    }

    /// The next picture of the hall's slide alone, after the last one the slide again; `false` where
    /// it has none.
    pub fn next_figure(&mut self, now: Millis) -> bool {
        let pictures = self.figures();
        let next = if let Some(Veil::Figure(at)) = self.veil { at + 1 } else { 0 };
        if pictures > 0 {
            self.set_veil((next < pictures).then_some(Veil::Figure(next)), now);
        }
        pictures > 0
    }

    /// How many pictures the hall's slide has.
    pub fn figures(&self) -> usize {
        self.deck.slides.get(self.shown().slide).map_or(0, |slide| slide.page.pictures().count())
    }

    /// A picture alone belongs to its slide.
    pub(super) fn leave_figure(&mut self, from: usize) {
        if matches!(self.veil, Some(Veil::Figure(_))) && self.shown().slide != from {
            self.veil = None;
        }
    }
}
