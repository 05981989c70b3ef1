//! Standing columns; where their words do not fit, the same groups lie down as bars.

use super::canvas::{Anchor, Drawing, count};
use super::groups::{Group, Scale, Segment, Strip, range};
use super::words::{LINE, Type, Wrapped};
use super::{Palette, bar, number};

/// A column is never wider.
const WIDEST: f64 = 72.0;
/// Nor narrower.
const NARROWEST: f64 = 12.0;
/// The share of its place that a group of columns takes.
const SHARE: f64 = 0.78;

/// Draws the groups below what is drawn already.
pub(super) fn draw(drawing: &mut Drawing, groups: &[Group<'_>], palette: &Palette) {
    let mut plan = Plan::new(drawing, groups, false);
    // Values that found no place on their segment are read off a grid.
    if plan.as_ref().is_some_and(|plan| !plan.all_labelled(groups)) {
        plan = Plan::new(drawing, groups, true);
    }
    match plan {
        Some(plan) => plan.draw(drawing, groups, palette),
        None => bar::draw(drawing, groups, palette),
    }
}

/// Where the columns of a chart stand.
struct Plan {
    labels: Vec<Wrapped>,
    up: Scale,
    bottom: f64,
    /// Where the first place begins: after the ticks, if there are any.
    left: f64,
    /// The width of one category.
    place: f64,
    /// From one column of a group to the next.
    pitch: f64,
    /// The width of one column.
    column: f64,
    /// The width that words above a column may take.
    words: f64,
    grid: bool,
}

impl Plan {
    /// None where a word would not fit.
    fn new(drawing: &Drawing, groups: &[Group<'_>], grid: bool) -> Option<Self> {
        let values = range(groups);
        let has_negative = groups.iter().flat_map(|group| &group.strips).any(Strip::is_negative);
        let missing_lines = count(missing_lines(groups));
        let top = drawing.height + LINE * missing_lines.max(1.0) + 4.0;
        let height = (drawing.width * 0.42).clamp(180.0, 320.0);
        let up = Scale::new(values, (top + height, top));
        let bottom = top + height + if has_negative { LINE + 4.0 } else { 0.0 };

        let ticks = up.ticks();
        let tick_width =
            ticks.iter().map(|tick| Type::Small.width(&number::label(*tick))).fold(0.0, f64::max);
        let left = if grid { tick_width + 10.0 } else { 0.0 };
        let place = (drawing.width - left) / count(groups.len());
        let strips = groups.iter().map(|group| group.strips.len()).max()?;
        let pitch = (place * SHARE / count(strips)).min(WIDEST);
        let column = if strips > 1 { pitch - 2.0 } else { pitch };
        let words = if strips > 1 { pitch } else { place - 4.0 };
        let labels: Vec<Wrapped> =
            groups.iter().map(|group| Type::Label.wrap(group.label, place - 10.0, 3)).collect();
        let fits = column >= NARROWEST
            && labels.iter().all(|label| label.whole)
            && groups.iter().flat_map(|group| &group.strips).all(|strip| words_fit(strip, words));
        fits.then_some(Self { labels, up, bottom, left, place, pitch, column, words, grid })
    }

    fn all_labelled(&self, groups: &[Group<'_>]) -> bool {
        let segments = groups.iter().flat_map(|group| &group.strips).flat_map(|strip| &strip.segments);
        segments.into_iter().all(|segment| {
            segment.to.total_cmp(&segment.from).is_eq() || segment.label.is_none() || self.carries(segment)
        })
    }

    /// Whether a segment has room for its own label.
    fn carries(&self, segment: &Segment) -> bool {
        let high = (self.up.at(segment.to) - self.up.at(segment.from)).abs();
        let wide = segment.label.as_deref().map_or(0.0, |label| Type::Label.width(label));
        high >= LINE && wide + 4.0 <= self.column
    }

    fn draw(&self, drawing: &mut Drawing, groups: &[Group<'_>], palette: &Palette) {
        if self.grid {
            grid(drawing, self.up, self.left, palette);
        }
        let zero = self.up.at(0.0);
        for (at, group) in groups.iter().enumerate() {
            let middle = self.left + (count(at) + 0.5) * self.place;
            let mut x = middle - self.pitch * (count(group.strips.len()) - 1.0) / 2.0;
            for strip in &group.strips {
                self.draw_strip(drawing, strip, x, palette);
                x += self.pitch;
            }
            if let Some(label) = self.labels.get(at) {
                let top = (middle, self.bottom + 6.0);
                drawing.lines(top, Anchor::Middle, Type::Label, palette.ink, label);
            }
        }
        drawing.line(vec![(self.left, zero), (drawing.width, zero)], 1.0, palette.muted);
        let labels = self.labels.iter().map(Wrapped::height).fold(0.0, f64::max);
        drawing.height = self.bottom + 6.0 + labels + 2.0;
    }

    fn draw_strip(&self, drawing: &mut Drawing, strip: &Strip, x: f64, palette: &Palette) {
        let (left, right) = (x - self.column / 2.0, x + self.column / 2.0);
        for segment in &strip.segments {
            let (a, b) = (self.up.at(segment.from), self.up.at(segment.to));
            let (from, to) = (a.min(b), a.max(b));
            // A hair of ground between the pieces of a stack.
            let from = if segment.label.is_some() { (from + 1.0).min(to) } else { from };
            drawing.rect((left, from), (right, to), segment.colour);
            if let Some(label) = &segment.label
                && self.carries(segment)
            {
                let on = segment.colour.letters();
                drawing.words((x, f64::midpoint(from, to)), Anchor::Middle, Type::Label, on, label);
            }
        }
        let (low, high) = strip.range();
        if let Some(end) = &strip.end {
            let y = if strip.is_negative() { self.up.at(low) + 12.0 } else { self.up.at(high) - 12.0 };
            drawing.words((x, y), Anchor::Middle, Type::Strong, palette.ink, end);
        }
        if let Some(missing) = strip.missing {
            let words = Type::Small.wrap(missing, self.words, 3);
            let top = self.up.at(high) - words.height() - 3.0;
            drawing.lines((x, top), Anchor::Middle, Type::Small, palette.muted, &words);
        }
    }
}

/// Pale lines across, each with its value at the left.
pub(super) fn grid(drawing: &mut Drawing, up: Scale, left: f64, palette: &Palette) {
    for tick in up.ticks() {
        let y = up.at(tick);
        drawing.line(vec![(left, y), (drawing.width, y)], 1.0, palette.grid);
        let at = (left - 10.0, y);
        drawing.words(at, Anchor::End, Type::Small, palette.muted, &number::label(tick));
    }
}

fn words_fit(strip: &Strip, limit: f64) -> bool {
    let end = strip.end.as_deref().map_or(0.0, |end| Type::Strong.width(end));
    end <= limit && strip.missing.is_none_or(|words| Type::Small.wrap(words, limit, 3).whole)
}

/// The room that marks of missing figures may need above the columns.
fn missing_lines(groups: &[Group<'_>]) -> usize {
    let has = groups.iter().flat_map(|group| &group.strips).any(|strip| strip.missing.is_some());
    if has { 3 } else { 0 }
}
