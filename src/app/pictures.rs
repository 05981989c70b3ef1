//! Pictures drawn off the drawing path and kept within a budget.

use std::collections::BTreeMap;

use egui::{ColorImage, TextureHandle, TextureOptions};

use crate::app::jobs::Actions;
use crate::chart;
use crate::content::block::Chart;
use crate::content::media::PictureKind;
use crate::content::{BlockKind, Course, LessonId, RelPath, Slug};
use crate::load::picture::{self, PictureError, Pixels};
use crate::load::{self, LoadError, Origin, Problem, ProblemKind, Severity};

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PictureOf {
    /// A file of the course.
    File(RelPath),
    /// A chart block.
    Chart(LessonId, Slug, ChartShape),
}

/// What decides how a chart is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChartShape {
    /// The width of the column; it is as high as it needs.
    Column,
    /// A place on a slide, so many percent as high as it is wide.
    Within {
        /// Height over width in percent.
        height_percent: u16,
    },
}

/// A picture at a width in pixels, in a theme.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PictureKey {
    /// What is drawn.
    pub of: PictureOf,
    /// How wide, in pixels; a chart is laid out for it.
    pub width_px: u32,
    /// Points to a pixel in percent: a chart's letters keep their size on sharp screens.
    pub scale_percent: u32,
    /// Charts are drawn in the colours of the theme.
    pub dark: bool,
}

impl PictureKey {
    /// Widths are rounded up, so that resizing a window does not draw every picture anew.
    pub fn new(of: PictureOf, width_points: f32, pixels_per_point: f32, dark: bool) -> Self {
        let width = (width_points * pixels_per_point).clamp(32.0, 8192.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped above")]
        let (width_px, scale_percent) =
            ((width / 64.0).ceil() as u32 * 64, (pixels_per_point.clamp(0.25, 8.0) * 100.0) as u32);
        let dark = dark && matches!(of, PictureOf::Chart(..));
        Self { of, width_px, scale_percent, dark }
    }
}

/// Why a picture cannot be shown.
#[derive(Debug)]
pub enum PictureFailure {
    /// Its file could not be read.
    Load(LoadError),
    /// Its bytes are no picture that the program may draw.
    Picture(PictureError),
    /// Its chart cannot be drawn.
    Chart(chart::ChartError),
    /// Its ending names no picture.
    Unknown(RelPath),
}

impl PictureFailure {
    /// The problem that it is for the author; a chart that cannot be drawn was one when it was read.
    pub(super) fn problem(&self, of: &PictureOf) -> Option<Problem> {
        let kind = match self {
            Self::Load(error) => return Some(error.clone().into()),
            Self::Picture(PictureError::TooLarge { width, height, .. }) => {
                ProblemKind::PictureTooLarge { width: *width, height: *height }
            }
            Self::Picture(_) => ProblemKind::PictureUnreadable,
            Self::Chart(_) | Self::Unknown(_) => return None,
        };
        let PictureOf::File(path) = of else { return None };
        Some(Problem {
            file: path.to_string(),
            at: String::new(),
            span: None,
            severity: Severity::Error,
            kind,
        })
    }
}

/// What became of a picture that was asked for.
pub enum PictureState {
    /// It is being drawn.
    Drawing,
    /// It is on the graphics card.
    Ready(TextureHandle),
    /// It cannot be shown.
    Failed(PictureFailure),
}

/// The pictures of the open course.
#[derive(Default)]
pub struct Pictures {
    states: BTreeMap<PictureKey, PictureState>,
    /// By last use, the latest last.
    recent: Vec<PictureKey>,
}

/// The bytes of pixels that stay in memory.
const BUDGET_BYTES: usize = 48 << 20;

impl Pictures {
    /// All of them by their keys.
    pub fn all(&self) -> impl Iterator<Item = (&PictureKey, &PictureState)> {
        self.states.iter()
    }

    /// What became of a picture; none where nobody asked for it.
    pub fn get(&self, key: &PictureKey) -> Option<&PictureState> {
        self.states.get(key)
    }

    /// Keeps a picture and lets the least used ones go beyond the budget.
    pub fn put(&mut self, key: PictureKey, state: PictureState) {
        self.recent.retain(|known| known != &key);
        self.recent.push(key.clone());
        self.states.insert(key, state);
        while self.bytes() > BUDGET_BYTES && self.recent.len() > 1 {
            let oldest = self.recent.remove(0);
            self.states.remove(&oldest);
        }
    }

    /// Forgets every picture of a course that was closed or changed.
    pub fn clear(&mut self) {
        self.states.clear();
        self.recent.clear();
    }

    fn bytes(&self) -> usize {
        let size = |state: &PictureState| match state {
            PictureState::Ready(texture) => texture.byte_size(),
            _ => 0,
        };
        self.states.values().map(size).sum()
    }
}

/// Draws a picture; runs on a thread of its own.
pub fn draw(
    origin: &Origin,
    key: &PictureKey,
    chart: Option<&Chart>,
    palette: &chart::Palette,
    to: &Actions,
) -> PictureState {
    match pixels(origin, key, chart, palette) {
        Ok(Pixels { width, height, rgba }) => {
            let size = [width, height].map(|side| usize::try_from(side).unwrap_or_default());
            let image = ColorImage::from_rgba_premultiplied(size, &rgba);
            let name = format!("{:?}", key.of);
            PictureState::Ready(to.egui_ctx().load_texture(name, image, TextureOptions::LINEAR))
        }
        Err(failure) => PictureState::Failed(failure),
    }
}

fn pixels(
    origin: &Origin,
    key: &PictureKey,
    chart: Option<&Chart>,
    palette: &chart::Palette,
) -> Result<Pixels, PictureFailure> {
    let (bytes, kind) = match (&key.of, chart) {
        (PictureOf::File(path), _) => {
            let kind = PictureKind::of(path).ok_or_else(|| PictureFailure::Unknown(path.clone()))?;
            (load::media(origin, path).map_err(PictureFailure::Load)?.bytes, kind)
        }
        (PictureOf::Chart(_, _, shape), Some(chart)) => {
            let svg = match shape {
                ChartShape::Column => {
                    chart::svg(chart, palette, key.width_px * 100 / key.scale_percent.max(1))
                }
                ChartShape::Within { height_percent } => {
                    chart::svg_within(chart, palette, f64::from(*height_percent) / 100.0)
                }
            };
            (svg.map_err(PictureFailure::Chart)?.into_bytes().into(), PictureKind::Svg)
        }
        (PictureOf::Chart(..), None) => return Err(PictureFailure::Chart(chart::ChartError::NoFigures)),
    };
    picture::decode(&bytes, kind, key.width_px).map_err(PictureFailure::Picture)
}

/// A chart of a lesson that is not in memory, read for the thread that draws it; what is wrong in the
/// lesson was told when its slides were set.
pub fn chart_in(origin: &Origin, course: &Course, of: &PictureOf) -> Option<Chart> {
    let PictureOf::Chart(lesson, block, _) = of else { return None };
    let lesson = load::lesson(origin, course, lesson, &mut Vec::new()).ok()?;
    chart_of(&lesson.block(block)?.kind).cloned()
}

/// The numbers of a chart block.
pub fn chart_of(kind: &BlockKind) -> Option<&Chart> {
    match kind {
        BlockKind::Chart(chart) => Some(chart),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_of_a_lesson_that_is_not_in_memory_is_found() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/walk");
        let origin = Origin::folder(&folder).unwrap();
        let course = load::course(&origin, &mut Vec::new()).unwrap();
        let lesson = LessonId::parse("m01/moi-kieu").unwrap();
        let of =
            |block: &str| PictureOf::Chart(lesson.clone(), Slug::parse(block).unwrap(), ChartShape::Column);
        assert!(chart_in(&origin, &course, &of("bieu-do")).is_some());
        assert!(chart_in(&origin, &course, &of("hinh-tay")).is_none());
    }
}
