//! Lines: each ends in its value and name; where figures are missing, it breaks.

use super::canvas::{Anchor, Drawing, Mark, count};
use super::column::grid;
use super::groups::Scale;
use super::words::{LINE, Type, Wrapped};
use super::{Palette, Rgb, number};
use crate::content::block::{Chart, Series};

/// With more points than this, dots would hide the line.
const DOTTED: usize = 24;
/// Between the end of the plot and the names.
const NEAR: f64 = 12.0;

/// Draws the lines below what is drawn already.
pub(super) fn draw(drawing: &mut Drawing, chart: &Chart, palette: &Palette) {
    let mut ends = ends(chart, palette, drawing.width);
    let names = ends.iter().map(|end| end.words.width(Type::Strong)).fold(0.0, f64::max);
    let needed: f64 = ends.iter().map(|end| end.words.height() + 4.0).sum();
    let top = drawing.height + LINE / 2.0;
    let height = (drawing.width * 0.45).clamp(180.0, 340.0).max(needed);
    let up = Scale::new(values(chart), (top + height, top));
    let ticks = up.ticks().into_iter().map(number::label);
    let left = ticks.map(|tick| Type::Small.width(&tick)).fold(0.0, f64::max) + 10.0;
    drawing.width = drawing.width.max(left + names + NEAR + 80.0);
    let right = drawing.width - names - NEAR;

    let full = std::mem::replace(&mut drawing.width, right);
    grid(drawing, up, left, palette);
    drawing.width = full;
    // Points keep a little distance from the ticks.
    let steps = count(chart.x.len().saturating_sub(1));
    let across = Scale::new((0.0, steps), (left + 8.0, right - 4.0));
    for (at, series) in chart.series.iter().enumerate() {
        draw_series(drawing, series, across, up, palette.of(at));
    }
    place(&mut ends, up, (top - LINE / 2.0, top + height + LINE / 2.0));
    for end in &ends {
        let from = (across.at(count(end.at)) + 7.0, up.at(end.value));
        let middle = (right + NEAR - 4.0, end.top + LINE / 2.0);
        if (middle.1 - from.1).abs() > LINE / 2.0 || middle.0 - from.0 > 2.0 * NEAR {
            drawing.line(vec![from, middle], 1.0, end.colour);
        }
        drawing.lines((right + NEAR, end.top), Anchor::Start, Type::Strong, end.colour, &end.words);
    }
    drawing.height = top + height + 10.0;
    draw_base(drawing, chart, across, palette);
}

/// The last figure of a series with the words that stand beside it.
struct End {
    at: usize,
    value: f64,
    top: f64,
    colour: Rgb,
    words: Wrapped,
}

fn ends(chart: &Chart, palette: &Palette, width: f64) -> Vec<End> {
    let end = |(series_at, series): (usize, &Series)| {
        let (at, value) =
            series.values.iter().enumerate().rev().find_map(|(at, value)| Some((at, (*value)?)))?;
        let text = format!("{} {}", number::label(value), series.name);
        let words = Type::Strong.wrap(&text, (width * 0.28).max(96.0), 4);
        Some(End { at, value, top: 0.0, colour: palette.of(series_at), words })
    };
    chart.series.iter().enumerate().filter_map(end).collect()
}

/// Puts each end's words beside its point, then apart from the others and inside the plot.
fn place(ends: &mut [End], up: Scale, (top, bottom): (f64, f64)) {
    ends.sort_by(|a, b| b.value.total_cmp(&a.value));
    let mut free = top;
    for end in ends.iter_mut() {
        end.top = (up.at(end.value) - LINE / 2.0).max(free);
        free = end.top + end.words.height() + 4.0;
    }
    let mut limit = bottom;
    for end in ends.iter_mut().rev() {
        end.top = end.top.min(limit - end.words.height());
        limit = end.top - 4.0;
    }
}

/// From zero, unless the figures vary by less than a third of the highest.
fn values(chart: &Chart) -> (f64, f64) {
    let all = || chart.series.iter().flat_map(|series| &series.values).flatten().copied();
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let span = high - low;
    let is_flat = span <= high.abs().max(low.abs()) * 1e-6;
    if !is_flat && low > high * (2.0 / 3.0) && low > 0.0 {
        return (low - span * 0.1, high + span * 0.1);
    }
    (low.min(0.0), high.max(0.0))
}

fn draw_series(drawing: &mut Drawing, series: &Series, across: Scale, up: Scale, colour: Rgb) {
    let points: Vec<Option<(f64, f64)>> = series
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| value.map(|value| (across.at(count(at)), up.at(value))))
        .collect();
    let dotted = points.len() <= DOTTED;
    let mut last = None;
    for run in points.split(Option::is_none) {
        let run: Vec<(f64, f64)> = run.iter().flatten().copied().collect();
        if let [at] = run.as_slice() {
            drawing.marks.push(Mark::Dot { at: *at, radius: 3.5, colour });
        } else if dotted {
            let dots = run.iter().map(|at| Mark::Dot { at: *at, radius: 3.5, colour });
            drawing.marks.extend(dots);
        }
        last = run.last().copied().or(last);
        if run.len() > 1 {
            drawing.line(run, 2.5, colour);
        }
    }
    drawing.marks.extend(last.map(|at| Mark::Dot { at, radius: 3.5, colour }));
}

/// The labels along the base: as many as have room, counted back from the last.
fn draw_base(drawing: &mut Drawing, chart: &Chart, across: Scale, palette: &Palette) {
    let step = across.at(1.0) - across.at(0.0);
    let limit = step.max(96.0) - 8.0;
    let labels: Vec<Wrapped> = chart.x.iter().map(|label| Type::Small.wrap(label, limit, 3)).collect();
    let widest = labels.iter().map(|label| label.width(Type::Small)).fold(0.0, f64::max) + 12.0;
    let top = drawing.height;
    let mut free = f64::INFINITY;
    for (at, label) in labels.iter().enumerate().rev() {
        let half = label.width(Type::Small) / 2.0;
        let x = across.at(count(at)).min(drawing.width - half).max(half);
        if x + widest / 2.0 <= free {
            drawing.lines((x, top), Anchor::Middle, Type::Small, palette.muted, label);
            free = x - widest / 2.0;
            drawing.height = drawing.height.max(top + label.height() + 2.0);
        }
    }
}
