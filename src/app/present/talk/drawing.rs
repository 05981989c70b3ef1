//! Pen and eraser on the slide that the hall sees.

use super::{Talk, Tool};
use crate::class::{Event, Stroke};
use crate::content::slides::SlideKey;
use crate::store::Millis;

/// The most strokes that can be taken back.
const UNDO: usize = 100;

impl Talk {
    /// What was drawn on a slide, with the line that is being drawn.
    pub fn ink(&self, key: &SlideKey) -> impl Iterator<Item = &Stroke> {
        let done = self.record.strokes.get(key).into_iter().flatten();
        let drawing = self.drawing.as_ref().filter(|(slide, _)| slide == key);
        done.chain(drawing.map(|(_, stroke)| stroke))
    }

    fn shown_key(&self) -> Option<SlideKey> {
        self.deck.slides.get(self.shown().slide).map(|slide| slide.key.clone())
    }

    /// Pen or eraser at a place of the slide that the hall sees; `begins` with a press of the button.
    pub fn draw(&mut self, to: [f32; 2], begins: bool, now: Millis) {
        let Some(key) = self.shown_key() else { return };
        if begins {
            self.lift(now);
            self.remember(&key);
        }
        match self.tool {
            Some(Tool::Pen(pen)) => {
                let goes_on = self.drawing.as_mut().is_some_and(|(_, stroke)| stroke.extend(to));
                if !goes_on {
                    self.lift(now);
                    self.drawing = Some((key, Stroke { pen, points: vec![to] }));
                }
            }
            Some(Tool::Eraser) => {
                let before = self.record.strokes.get(&key).map_or(&[][..], Vec::as_slice);
                let strokes: Vec<Stroke> =
                    before.iter().filter(|stroke| !stroke.touches(to, 0.02)).cloned().collect();
                if strokes.len() < before.len() {
                    self.note(now, Event::Redrawn { slide: key, strokes });
                }
            }
            _ => {}
        }
    }

    /// The button was let go: the line is done.
    pub fn lift(&mut self, now: Millis) {
        if let Some((slide, stroke)) = self.drawing.take() {
            self.note(now, Event::Drawn { slide, stroke });
        }
    }

    fn remember(&mut self, key: &SlideKey) {
        self.before.push((key.clone(), self.record.strokes.get(key).cloned().unwrap_or_default()));
        if self.before.len() > UNDO {
            self.before.remove(0);
        }
    }

    /// Takes the last line back, or brings back what was rubbed out; `false` where nothing is left.
    pub fn undo_ink(&mut self, now: Millis) -> bool {
        self.lift(now);
        let Some((slide, strokes)) = self.before.pop() else { return false };
        self.note(now, Event::Redrawn { slide, strokes });
        true
    }

    /// Wipes the present slide; undo brings it back.
    pub fn wipe(&mut self, now: Millis) {
        self.lift(now);
        let Some(key) = self.shown_key() else { return };
        if self.record.strokes.get(&key).is_some_and(|strokes| !strokes.is_empty()) {
            self.remember(&key);
            self.note(now, Event::Redrawn { slide: key, strokes: Vec::new() });
        }
    }
}
