//! What the speaker draws on a slide.

use serde::{Deserialize, Serialize};

/// A colour of the pen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names of the colours")]
pub enum Pen {
    #[default]
    Red,
    Blue,
    Green,
}

impl Pen {
    /// In the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Red, Self::Blue, Self::Green];
}

/// One line of the pen, in shares of the slide's width and height.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    /// Its colour.
    pub pen: Pen,
    /// Its points, each from `0` to `1` of width and height.
    pub points: Vec<[f32; 2]>,
}

/// The most points of a line; a hand that never lifts begins a new one.
const POINTS: usize = 4000;
/// Closer points than this cannot be told apart.
const NEAR: f32 = 0.0015;

impl Stroke {
    /// Draws on to a point; `false` where a new line must begin.
    pub fn extend(&mut self, to: [f32; 2]) -> bool {
        if self.points.len() >= POINTS {
            return false;
        }
        let near = |from: &[f32; 2]| distance(*from, to) < NEAR;
        if !self.points.last().is_some_and(near) {
            self.points.push(to);
        }
        true
    }

    /// Whether it passes within reach of a point.
    pub fn touches(&self, at: [f32; 2], reach: f32) -> bool {
        self.points.iter().any(|point| distance(*point, at) <= reach)
    }
}

fn distance([ax, ay]: [f32; 2], [bx, by]: [f32; 2]) -> f32 {
    (ax - bx).hypot(ay - by)
}
