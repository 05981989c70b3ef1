//! What a chart is drawn of, and how it becomes SVG.

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle, IntoFont as _, RGBColor, ShapeStyle, TextStyle};

use super::words::{LINE, Type, Wrapped};
use super::{ChartError, Rgb};

/// The backend knows whole numbers only: it draws on a finer grid than the pixels.
const GRID: f64 = 10.0;
/// The family of every label.
const FAMILY: &str = "Be Vietnam Pro";
/// The backend divides sizes by this.
const BACKEND_TYPE: f64 = 1.24;
/// From the middle of a line of digits up to the backend's "top" (0.76 em above the baseline).
const MIDDLE: f64 = 0.41;

/// Which point of a label is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of words; `y` is its middle.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) anchor: Anchor,
    pub(super) kind: Type,
    pub(super) colour: Rgb,
}

#[derive(Clone, Debug)]
pub(super) enum Mark {
    Rect { from: (f64, f64), to: (f64, f64), colour: Rgb },
    Line { points: Vec<(f64, f64)>, width: f64, colour: Rgb },
    Dot { at: (f64, f64), radius: f64, colour: Rgb },
    Words(Label),
}

/// Marks in the order in which they cover each other.
#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) marks: Vec<Mark>,
}

impl Drawing {
    pub(super) fn new(width: f64) -> Self {
        Self { width, height: 0.0, marks: Vec::new() }
    }

    pub(super) fn rect(&mut self, from: (f64, f64), to: (f64, f64), colour: Rgb) {
        self.marks.push(Mark::Rect { from, to, colour });
    }

    pub(super) fn line(&mut self, points: Vec<(f64, f64)>, width: f64, colour: Rgb) {
        self.marks.push(Mark::Line { points, width, colour });
    }

    /// One line of words, its middle at `at`.
    pub(super) fn words(&mut self, at: (f64, f64), anchor: Anchor, kind: Type, colour: Rgb, text: &str) {
        let text = text.to_owned();
        self.marks.push(Mark::Words(Label { text, x: at.0, y: at.1, anchor, kind, colour }));
    }

    /// Several lines, the first one's top at `top`.
    pub(super) fn lines(&mut self, top: (f64, f64), anchor: Anchor, kind: Type, colour: Rgb, of: &Wrapped) {
        let mut y = top.1 + LINE / 2.0;
        for line in &of.lines {
            self.words((top.0, y), anchor, kind, colour, line);
            y += LINE;
        }
    }

    /// The picture as SVG text.
    pub(super) fn to_svg(&self) -> Result<String, ChartError> {
        let (width, height) = (self.width.ceil(), self.height.ceil());
        let mut body = String::new();
        let size = (fine(width).unsigned_abs(), fine(height).unsigned_abs());
        let mut backend = SVGBackend::with_string(&mut body, size);
        self.marks.iter().try_for_each(|mark| draw(&mut backend, mark))?;
        backend.present().map_err(|cause| ChartError::Drawing(cause.to_string()))?;
        drop(backend);
        // The backend's own first line knows neither a finer grid nor round joins.
        let (_, rest) = body.split_once('\n').unwrap_or_default();
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {} {}\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n{rest}",
            size.0, size.1
        ))
    }
}

/// A number of things, for sums with pixels.
pub(super) fn count(things: usize) -> f64 {
    u32::try_from(things).map_or(f64::from(u32::MAX), f64::from)
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of floats saturates")]
fn fine(pixels: f64) -> i32 {
    (pixels * GRID).round() as i32
}

fn point((x, y): (f64, f64)) -> (i32, i32) {
    (fine(x), fine(y))
}

fn ink(colour: Rgb) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn draw(backend: &mut SVGBackend<'_>, mark: &Mark) -> Result<(), ChartError> {
    let drawn = match mark {
        Mark::Rect { from, to, colour } => {
            backend.draw_rect(point(*from), point(*to), &ink(*colour).filled(), true)
        }
        Mark::Line { points, width, colour } => {
            let style = ShapeStyle::from(ink(*colour)).stroke_width(fine(*width).unsigned_abs());
            backend.draw_path(points.iter().copied().map(point), &style)
        }
        Mark::Dot { at, radius, colour } => {
            backend.draw_circle(point(*at), fine(*radius).unsigned_abs(), &ink(*colour).filled(), true)
        }
        Mark::Words(label) => {
            let across = match label.anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            let weight = if label.kind == Type::Strong { FontStyle::Bold } else { FontStyle::Normal };
            let size = label.kind.size();
            let font = (FAMILY, size * GRID * BACKEND_TYPE, weight).into_font();
            let colour = ink(label.colour);
            let style = TextStyle::from(font).color(&colour).pos(Pos::new(across, VPos::Top));
            backend.draw_text(&label.text, &style, point((label.x, label.y - MIDDLE * size)))
        }
    };
    drawn.map_err(|cause| ChartError::Drawing(cause.to_string()))
}
