//! Pen and eraser on the slide that the hall sees.

use super::{Talk, Tool};
use crate::app::present::{SlideKey, Stroke};

/// The most strokes that can be taken back.
const UNDO: usize = 100;

impl Talk {
    /// What was drawn on the present slide.
    pub fn ink(&self, key: &SlideKey) -> &[Stroke] {
        self.strokes.get(key).map_or(&[], Vec::as_slice)
    }

    /// Pen or eraser at a place of the slide that the hall sees; `begins` with a press of the button.
    pub fn draw(&mut self, to: [f32; 2], begins: bool) {
        let Some(key) = self.deck.slides.get(self.shown().slide).map(|slide| slide.key.clone()) else {
            return;
        };
        let strokes = self.strokes.entry(key.clone()).or_default();
        if begins {
            self.before.push((key, strokes.clone()));
            if self.before.len() > UNDO {
                self.before.remove(0);
            }
        }
        match self.tool {
            Some(Tool::Pen(pen)) => {
                let goes_on = !begins && strokes.last_mut().is_some_and(|stroke| stroke.extend(to));
                if !goes_on {
                    strokes.push(Stroke { pen, points: vec![to] });
                }
            }
            Some(Tool::Eraser) => strokes.retain(|stroke| !stroke.touches(to, 0.02)),
            _ => {}
        }
    }

    /// Takes the last line back, or brings back what was rubbed out; `false` where nothing is left.
    pub fn undo_ink(&mut self) -> bool {
        let Some((key, strokes)) = self.before.pop() else { return false };
        self.strokes.insert(key, strokes);
        true
    }

    /// Wipes the present slide; undo brings it back.
    pub fn wipe(&mut self) {
        let Some(key) = self.deck.slides.get(self.shown().slide).map(|slide| slide.key.clone()) else {
            return;
        };
        if let Some(strokes) = self.strokes.remove(&key) {
            self.before.push((key, strokes));
        }
    }
}
