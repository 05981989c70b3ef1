//! Words outside a lesson of which some answer a search: stronger, and outlined.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, Galley, Pos2, Stroke, StrokeKind, Ui};

use crate::search::Marked;
use crate::ui::text_view::layout::segments;
use crate::ui::theme::{Face, Themed as _};

/// How such words are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkedLook {
    /// The face of words that do not answer.
    pub face: Face,
    /// The size of letters in points.
    pub points: f32,
    /// The colour.
    pub color: Color32,
    /// More rows than these are cut off with an ellipsis.
    pub rows: usize,
}

/// Lays the words out.
pub(super) fn layout(ui: &Ui, marked: &Marked, look: MarkedLook, width: f32) -> Arc<Galley> {
    let MarkedLook { face, points, color, rows } = look;
    let strong = if face == Face::Regular { Face::Semibold } else { Face::Bold };
    let format = |face: Face| TextFormat {
        font_id: face.at(points),
        color,
        line_height: Some((points * 1.45).round()),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    job.break_on_newline = false;
    let mut chars = marked.text.chars();
    let mut at = 0;
    for Range { start, end } in marked.marks.iter().cloned() {
        let before: String = chars.by_ref().take(start.saturating_sub(at)).collect();
        job.append(&before, 0.0, format(face));
        let words: String = chars.by_ref().take(end.saturating_sub(start)).collect();
        job.append(&words, 0.0, format(strong));
        at = end;
    }
    job.append(chars.as_str(), 0.0, format(face));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Paints laid out words and the outlines of those that answer.
pub(super) fn paint(ui: &Ui, at: Pos2, galley: Arc<Galley>, marks: &[Range<usize>], color: Color32) {
    let stroke = Stroke::new(1.0, ui.tokens().search_outline);
    for rect in marks.iter().flat_map(|mark| segments(&galley, mark)) {
        let rect = rect.translate(at.to_vec2()).shrink2(egui::vec2(-0.5, 1.0));
        ui.painter().rect_stroke(rect, CornerRadius::same(3), stroke, StrokeKind::Outside);
    }
    ui.painter().galley(at, galley, color);
}
