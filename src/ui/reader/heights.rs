//! The heights of the parts of a long page: measured where they were drawn, estimated elsewhere.

/// The heights of all parts from top to bottom, in points.
#[derive(Default)]
pub(super) struct Heights {
    tops: Vec<f32>,
    heights: Vec<f32>,
}

impl Heights {
    /// Begins anew with estimates.
    pub(super) fn new(estimates: Vec<f32>) -> Self {
        let mut all = Self { tops: Vec::new(), heights: estimates };
        all.stack();
        all
    }

    pub(super) fn count(&self) -> usize {
        self.heights.len()
    }

    /// The height of everything.
    pub(super) fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0) + self.heights.last().copied().unwrap_or(0.0)
    }

    /// Where a part begins.
    pub(super) fn top(&self, part: usize) -> f32 {
        self.tops.get(part).copied().unwrap_or_else(|| self.total())
    }

    /// The part at that distance from the top.
    pub(super) fn at(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }

    /// Takes the measured heights of some parts; answers by how much `anchor` moved down.
    pub(super) fn measure(&mut self, measured: &[(usize, f32)], anchor: usize) -> f32 {
        let before = self.top(anchor);
        let mut changed = false;
        for (part, height) in measured {
            if let Some(known) = self.heights.get_mut(*part)
                && (*known - height).abs() > 0.5
            {
                *known = *height;
                changed = true;
            }
        }
        if changed {
            self.stack();
        }
        self.top(anchor) - before
    }

    fn stack(&mut self) {
        let mut top = 0.0;
        self.tops.clear();
        for height in &self.heights {
            self.tops.push(top);
            top += height;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_at_a_height_is_the_one_that_covers_it() {
        let heights = Heights::new(vec![10.0, 20.0, 30.0]);
        assert_eq!([0.0, 9.0, 10.0, 29.0, 30.0, 500.0].map(|y| heights.at(y)), [0, 0, 1, 1, 2, 2]);
        assert!((heights.total() - 60.0).abs() < 0.1);
    }

    #[test]
    fn measuring_above_tells_how_far_the_reader_would_be_pushed() {
        let mut heights = Heights::new(vec![10.0, 20.0, 30.0]);
        assert!((heights.measure(&[(0, 25.0)], 2) - 15.0).abs() < 0.1);
        assert!(heights.measure(&[(2, 99.0)], 2).abs() < 0.1);
        assert!((heights.top(2) - 45.0).abs() < 0.1);
    }
}
