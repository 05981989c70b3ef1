//! A chart block → SVG: direct labels, no frame, no more lines than needed.

mod bar;
mod canvas;
mod column;
mod groups;
mod line;
mod number;
mod stacked;
mod words;

use std::fmt;

use canvas::{Anchor, Drawing};
use words::{LINE, Type};

use crate::content::block::{Chart, ChartForm};

/// More categories than this are a table.
pub const CATEGORIES: usize = 40;
/// More series than this cannot be told apart.
pub const SERIES: usize = 6;
/// More points than this cannot be seen.
pub const POINTS: usize = 10_000;
/// A figure beyond this is a slip of the hand, and its label would fill the chart.
pub const LARGEST: f64 = 1e12;
/// Narrower, words leave no room for what they name; wider, nothing is gained.
const WIDTHS: (u32, u32) = (320, 4000);

/// What stands where a figure is missing.
const NO_FIGURE: &str = "không có số liệu";
/// What stands where a part of a stack is missing.
const PART_MISSING: &str = "thiếu số liệu";

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The colour of letters on this ground: black or white, whichever stands out more.
    fn letters(self) -> Self {
        let linear = |channel: u8| (f64::from(channel) / 255.0).powf(2.2);
        let light = 0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2);
        // At this lightness both have the same contrast.
        if light > 0.179 { Self(0, 0, 0) } else { Self(255, 255, 255) }
    }
}

/// The colours of a chart in the caller's theme.
#[derive(Clone, Debug)]
pub struct Palette {
    /// Labels and values.
    pub ink: Rgb,
    /// Unit, ticks and remarks.
    pub muted: Rgb,
    /// Grid lines.
    pub grid: Rgb,
    /// Series in order; a single one is drawn in the first.
    pub series: [Rgb; SERIES],
}

impl Palette {
    fn of(&self, series: usize) -> Rgb {
        self.series.get(series % SERIES).copied().unwrap_or(self.ink)
    }
}

/// Why a chart cannot be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartError {
    /// Neither categories nor figures, or only gaps.
    NoFigures,
    /// A series has more or fewer values than there are labels.
    Lengths {
        /// The name of the series.
        series: String,
        /// How many values it has.
        values: usize,
        /// How many labels stand along the base.
        labels: usize,
    },
    /// More categories or points than the form can show.
    TooManyLabels {
        /// How many there are.
        found: usize,
        /// How many the form can show.
        limit: usize,
    },
    /// More series than [`SERIES`].
    TooManySeries {
        /// How many there are.
        found: usize,
    },
    /// A figure beyond [`LARGEST`].
    TooBig {
        /// The figure.
        value: f64,
    },
    /// The drawing library failed.
    Drawing(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFigures => write!(f, "the chart has no figures"),
            Self::Lengths { series, values, labels } => {
                write!(f, "series {series:?} has {values} values for {labels} labels")
            }
            Self::TooManyLabels { found, limit } => write!(f, "{found} labels, at most {limit} can be shown"),
            Self::TooManySeries { found } => write!(f, "{found} series, at most {SERIES} can be shown"),
            Self::TooBig { value } => write!(f, "the figure {value:e} is too big to be shown"),
            Self::Drawing(cause) => write!(f, "drawing failed: {cause}"),
        }
    }
}

impl std::error::Error for ChartError {}

/// The chart as SVG on a transparent ground, as high as its content needs; title and note are the
/// caller's.
pub fn svg(chart: &Chart, palette: &Palette, width_px: u32) -> Result<String, ChartError> {
    drawing(chart, palette, width_px)?.to_svg()
}

/// The chart as SVG for a slide: as narrow, and so in letters as large, as a height allows.
///
/// `height_share` is the height of the place over its width.
pub fn svg_within(chart: &Chart, palette: &Palette, height_share: f64) -> Result<String, ChartError> {
    const WIDTHS: [u32; 8] = [560, 640, 720, 820, 940, 1080, 1280, 1600];
    let mut last = None;
    for width in WIDTHS {
        let drawing = drawing(chart, palette, width)?;
        if drawing.height <= drawing.width * height_share {
            return drawing.to_svg();
        }
        last = Some(drawing);
    }
    last.ok_or(ChartError::NoFigures)?.to_svg()
}

fn drawing(chart: &Chart, palette: &Palette, width_px: u32) -> Result<Drawing, ChartError> {
    check(chart)?;
    let mut drawing = Drawing::new(f64::from(width_px.clamp(WIDTHS.0, WIDTHS.1)));
    if let Some(unit) = &chart.unit {
        let unit = Type::Small.wrap(unit, drawing.width, 2);
        drawing.lines((0.0, 0.0), Anchor::Start, Type::Small, palette.muted, &unit);
        drawing.height = unit.height() + 6.0;
    }
    match chart.form {
        ChartForm::Line => line::draw(&mut drawing, chart, palette),
        ChartForm::Bar => {
            names(&mut drawing, chart, palette);
            bar::draw(&mut drawing, &bar::groups(chart, palette), palette);
        }
        ChartForm::Column => {
            names(&mut drawing, chart, palette);
            column::draw(&mut drawing, &bar::groups(chart, palette), palette);
        }
        ChartForm::Stacked => {
            names(&mut drawing, chart, palette);
            column::draw(&mut drawing, &stacked::groups(chart, palette), palette);
        }
    }
    Ok(drawing)
}

fn check(chart: &Chart) -> Result<(), ChartError> {
    let labels = chart.x.len();
    let limit = if chart.form == ChartForm::Line { POINTS } else { CATEGORIES };
    if labels > limit {
        return Err(ChartError::TooManyLabels { found: labels, limit });
    }
    if chart.series.len() > SERIES {
        return Err(ChartError::TooManySeries { found: chart.series.len() });
    }
    if let Some(odd) = chart.series.iter().find(|series| series.values.len() != labels) {
        let (series, values) = (odd.name.clone(), odd.values.len());
        return Err(ChartError::Lengths { series, values, labels });
    }
    let mut values = chart.series.iter().flat_map(|series| &series.values).flatten().copied().peekable();
    if values.peek().is_none() {
        return Err(ChartError::NoFigures);
    }
    // What is not a number is in no range.
    let shown = -LARGEST..=LARGEST;
    values.find(|value| !shown.contains(value)).map_or(Ok(()), |value| Err(ChartError::TooBig { value }))
}

/// The names of several series as one row of coloured words.
fn names(drawing: &mut Drawing, chart: &Chart, palette: &Palette) {
    const GAP: f64 = 20.0;
    if chart.series.len() < 2 {
        return;
    }
    let (mut x, mut y) = (0.0, drawing.height);
    for (at, series) in chart.series.iter().enumerate() {
        let name = Type::Strong.wrap(&series.name, drawing.width, 3);
        let width = name.width(Type::Strong);
        if x > 0.0 && x + width > drawing.width {
            (x, y) = (0.0, y + LINE);
        }
        drawing.lines((x, y), Anchor::Start, Type::Strong, palette.of(at), &name);
        x += width + GAP;
        y += name.height() - LINE;
    }
    drawing.height = y + LINE + 10.0;
}

#[cfg(test)]
mod tests;
