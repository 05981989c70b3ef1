//! The sizes of text on slides.

use super::HEIGHT;

/// A size of body text: a whole part of the canvas height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rung(u8);

/// From the largest to the smallest that the last row of a hall can read.
pub const LADDER: [Rung; 6] = [Rung(14), Rung(16), Rung(18), Rung(20), Rung(22), Rung(24)];

impl Rung {
    /// The smallest.
    pub const LEAST: Self = Rung(24);

    /// In canvas units.
    pub fn size(self) -> f32 {
        HEIGHT / f32::from(self.0)
    }

    /// Letters take one part in so many of the height.
    pub fn part(self) -> u8 {
        self.0
    }

    /// The rung of that part, where there is one.
    pub fn of_part(part: u8) -> Option<Self> {
        LADDER.into_iter().find(|rung| rung.0 == part)
    }
}
