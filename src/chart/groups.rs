//! Categories as groups of strips: what bars, columns and stacks have in common.

use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;

use super::Rgb;

/// One category.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) label: &'a str,
    pub(super) strips: Vec<Strip>,
}

/// One bar or column.
#[derive(Debug, Default)]
pub(super) struct Strip {
    pub(super) segments: Vec<Segment>,
    /// What stands at its end.
    pub(super) end: Option<String>,
    /// What stands at its end where figures are missing.
    pub(super) missing: Option<&'static str>,
}

/// One coloured piece of a strip.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) colour: Rgb,
    /// What stands on it, if there is room.
    pub(super) label: Option<String>,
}

impl Strip {
    /// The lowest and highest value, zero among them.
    pub(super) fn range(&self) -> (f64, f64) {
        let ends = self.segments.iter().flat_map(|segment| [segment.from, segment.to]);
        ends.fold((0.0, 0.0), |(low, high), end| (end.min(low), end.max(high)))
    }

    /// Whether its end label stands on the negative side.
    pub(super) fn is_negative(&self) -> bool {
        let (low, high) = self.range();
        low < 0.0 && high <= 0.0
    }
}

/// Values to pixels along one direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    values: (f64, f64),
    pixels: (f64, f64),
}

impl Scale {
    pub(super) fn new(values: (f64, f64), pixels: (f64, f64)) -> Self {
        // Only zeros: any span will do, as long as it is not empty.
        let high = if values.1 > values.0 { values.1 } else { values.0 + 1.0 };
        Self { values: (values.0, high), pixels }
    }

    pub(super) fn at(&self, value: f64) -> f64 {
        let share = (value - self.values.0) / (self.values.1 - self.values.0);
        self.pixels.0 + share * (self.pixels.1 - self.pixels.0)
    }

    /// The pixels from a value to the end of the scale.
    pub(super) fn left_over(&self, value: f64) -> f64 {
        self.pixels.1 - self.at(value)
    }

    /// Round values for grid lines.
    pub(super) fn ticks(&self) -> Vec<f64> {
        RangedCoordf64::from(self.values.0..self.values.1).key_points(6)
    }
}

/// The range of all strips.
pub(super) fn range(groups: &[Group<'_>]) -> (f64, f64) {
    let strips = groups.iter().flat_map(|group| &group.strips);
    strips.map(Strip::range).fold((0.0, 0.0), |all, one| (one.0.min(all.0), one.1.max(all.1)))
}
