//! Lying bars: labels at the left, values at the end of each bar.

use super::canvas::{Anchor, Drawing, count};
use super::groups::{Group, Scale, Segment, Strip, range};
use super::words::{Type, Wrapped};
use super::{NO_FIGURE, Palette, number};
use crate::content::block::Chart;

/// From a bar's end to its value.
const NEAR: f64 = 6.0;
/// Room that labels and values always leave to the bars.
const LEAST: f64 = 80.0;

/// A bar for each value.
pub(super) fn groups<'a>(chart: &'a Chart, palette: &Palette) -> Vec<Group<'a>> {
    let strip = |series: usize, value: Option<f64>| match value {
        None => Strip { missing: Some(NO_FIGURE), ..Strip::default() },
        Some(to) => Strip {
            segments: vec![Segment { from: 0.0, to, colour: palette.of(series), label: None }],
            end: Some(number::label(to)),
            missing: None,
        },
    };
    let group = |(at, label): (usize, &'a String)| {
        let values = chart.series.iter().map(|series| series.values.get(at).copied().flatten());
        Group { label, strips: values.enumerate().map(|(series, value)| strip(series, value)).collect() }
    };
    chart.x.iter().enumerate().map(group).collect()
}

/// Draws the groups below what is drawn already.
pub(super) fn draw(drawing: &mut Drawing, groups: &[Group<'_>], palette: &Palette) {
    let labels: Vec<Wrapped> =
        groups.iter().map(|group| Type::Label.wrap(group.label, drawing.width * 0.4, 5)).collect();
    let left = labels.iter().map(|label| label.width(Type::Label)).fold(0.0, f64::max) + 12.0;
    let (before, after) = room(groups);
    drawing.width = drawing.width.max(left + before + after + LEAST);
    let values = range(groups);
    let plot = Scale::new(values, (0.0, drawing.width - left - before - after));
    let after = overhang(groups, plot);
    let across = Scale::new(values, (left + before, drawing.width - after));

    let several = groups.iter().any(|group| group.strips.len() > 1);
    let (thick, between) = if several { (20.0, 16.0) } else { (24.0, 12.0) };
    let top = drawing.height;
    let mut y = top;
    for (group, label) in groups.iter().zip(&labels) {
        let strips = count(group.strips.len()) * thick;
        let height = strips.max(label.height());
        let label_top = y + (height - label.height()) / 2.0;
        drawing.lines((0.0, label_top), Anchor::Start, Type::Label, palette.ink, label);
        let mut strip_y = y + (height - strips) / 2.0;
        for strip in &group.strips {
            let gap = if several { 2.0 } else { 0.0 };
            draw_strip(drawing, strip, across, (strip_y, strip_y + thick - gap), palette);
            strip_y += thick;
        }
        y += height + between;
    }
    let bottom = y - between;
    let zero = across.at(0.0);
    drawing.line(vec![(zero, top - 4.0), (zero, bottom + 4.0)], 1.0, palette.muted);
    drawing.height = bottom + 6.0;
}

/// How much the words at the ends need before and after the bars, wherever the bars end.
fn room(groups: &[Group<'_>]) -> (f64, f64) {
    let strips = || groups.iter().flat_map(|group| &group.strips);
    let before = strips().map(words_before).fold(0.0, f64::max);
    (before, strips().map(words_after).fold(0.0, f64::max))
}

/// How far the words after the bars reach beyond the plot: those after a short bar need no room
/// of their own.
fn overhang(groups: &[Group<'_>], plot: Scale) -> f64 {
    let strips = groups.iter().flat_map(|group| &group.strips);
    strips.map(|strip| words_after(strip) - plot.left_over(strip.range().1)).fold(0.0, f64::max)
}

fn words_before(strip: &Strip) -> f64 {
    let end = strip.end.as_deref().filter(|_| strip.is_negative());
    end.map_or(0.0, |end| Type::Strong.width(end) + NEAR)
}

fn words_after(strip: &Strip) -> f64 {
    let end = strip.end.as_deref().filter(|_| !strip.is_negative());
    let end = end.map_or(0.0, |end| Type::Strong.width(end) + NEAR);
    end + strip.missing.map_or(0.0, |words| Type::Small.width(words) + NEAR)
}

fn draw_strip(drawing: &mut Drawing, strip: &Strip, across: Scale, y: (f64, f64), palette: &Palette) {
    let middle = f64::midpoint(y.0, y.1);
    for segment in &strip.segments {
        let (a, b) = (across.at(segment.from), across.at(segment.to));
        let (from, to) = (a.min(b), a.max(b));
        // A hair of ground between the pieces of a stack.
        let to = if segment.label.is_some() { (to - 1.0).max(from) } else { to };
        drawing.rect((from, y.0), (to, y.1), segment.colour);
        if let Some(label) = &segment.label
            && Type::Label.width(label) + 8.0 <= to - from
        {
            let on = segment.colour.letters();
            drawing.words((f64::midpoint(from, to), middle), Anchor::Middle, Type::Label, on, label);
        }
    }
    let (low, high) = strip.range();
    let mut right = across.at(high) + NEAR;
    if let Some(end) = &strip.end {
        if strip.is_negative() {
            let at = (across.at(low) - NEAR, middle);
            drawing.words(at, Anchor::End, Type::Strong, palette.ink, end);
        } else {
            drawing.words((right, middle), Anchor::Start, Type::Strong, palette.ink, end);
            right += Type::Strong.width(end) + NEAR;
        }
    }
    if let Some(missing) = strip.missing {
        drawing.words((right, middle), Anchor::Start, Type::Small, palette.muted, missing);
    }
}
