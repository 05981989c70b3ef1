//! Stacks: one strip for each category, a piece for each series, the sum at its end.

use super::groups::{Group, Segment, Strip};
use super::{NO_FIGURE, PART_MISSING, Palette, number};
use crate::content::block::Chart;

/// A stack for each category; what is below zero stacks downwards.
pub(super) fn groups<'a>(chart: &'a Chart, palette: &Palette) -> Vec<Group<'a>> {
    let values = |at: usize| chart.series.iter().map(move |series| series.values.get(at).copied().flatten());
    let sums: Vec<Option<f64>> = (0..chart.x.len()).map(|at| values(at).sum()).collect();
    let tell = is_telling(&sums) && chart.series.len() > 1;
    let group = |((at, label), sum): ((usize, &'a String), &Option<f64>)| {
        let mut strip = Strip { missing: missing(values(at)), ..Strip::default() };
        strip.end = sum.filter(|_| tell).map(number::label);
        let (mut up, mut down) = (0.0, 0.0);
        for (series, value) in values(at).enumerate() {
            let Some(value) = value else { continue };
            let from = if value < 0.0 { &mut down } else { &mut up };
            let to = *from + value;
            let label = Some(number::label(value));
            strip.segments.push(Segment { from: *from, to, colour: palette.of(series), label });
            *from = to;
        }
        Group { label, strips: vec![strip] }
    };
    chart.x.iter().enumerate().zip(&sums).map(group).collect()
}

fn missing(mut values: impl Iterator<Item = Option<f64>>) -> Option<&'static str> {
    let first = values.next()?;
    let mut others = values.filter(|value| value.is_none() != first.is_none());
    match (first, others.next()) {
        (Some(_), None) => None,
        (None, None) => Some(NO_FIGURE),
        (_, Some(_)) => Some(PART_MISSING),
    }
}

/// Several sums that are all the same, such as 100 %, say nothing.
fn is_telling(sums: &[Option<f64>]) -> bool {
    let known: Vec<f64> = sums.iter().flatten().copied().collect();
    let first = known.first().copied().unwrap_or_default();
    known.len() == 1 || known.iter().any(|sum| (sum - first).abs() > first.abs() * 1e-9)
}
