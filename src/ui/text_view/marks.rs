//! What is painted behind and under the words, and the words that can be pressed.

use std::ops::Range;
use std::sync::Arc;

use egui::{
    Color32, CornerRadius, CursorIcon, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use uuid::Uuid;

use super::layout::{self, Composed, Look, Run};
use super::{Laid, TextView};
use crate::content::RichText;
use crate::content::inline::{Cite, Link};
use crate::study::annotation::Colour;
use crate::ui::theme::{Themed as _, Tokens};

/// Why words stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// The user marked them.
    Highlight {
        /// In that colour.
        colour: Colour,
        /// By this annotation.
        id: Uuid,
        /// A note hangs on them.
        noted: bool,
    },
    /// A search found them.
    Search,
}

/// Words of a block that stand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The block by its position in the lesson.
    pub block: usize,
    /// The characters of its plain text.
    pub range: Range<usize>,
    /// Why.
    pub kind: MarkKind,
}

impl Mark {
    fn fill(&self, tokens: &Tokens) -> Color32 {
        match self.kind {
            MarkKind::Highlight { colour, .. } => highlight_fill(colour, tokens),
            MarkKind::Search => Color32::TRANSPARENT,
        }
    }
}

/// The tint of a highlight.
pub(crate) fn highlight_fill(colour: Colour, tokens: &Tokens) -> Color32 {
    match colour {
        Colour::Yellow => tokens.highlight_yellow,
        Colour::Green => tokens.highlight_green,
        Colour::Blue => tokens.highlight_blue,
        Colour::Pink => tokens.highlight_pink,
    }
}

/// A text field to be drawn.
pub(crate) struct Field<'a> {
    /// Its words.
    pub text: &'a RichText,
    /// The block it belongs to.
    pub block: usize,
    /// Where it begins in the block's plain text.
    pub start: usize,
    /// How it is drawn.
    pub look: Look,
    /// The width at which its rows break.
    pub width: f32,
    /// Citations after its last word.
    pub tail: &'a [&'a Cite],
}

/// What the user presses or points at in a field.
pub(crate) struct Pressed {
    /// What it leads to.
    pub run: Run,
    /// How.
    pub response: Response,
}

impl TextView {
    /// Lays a field out and draws it with its selection and marks; answers where it stands and
    /// what was pressed or pointed at.
    pub(crate) fn field_ui(
        &mut self,
        ui: &mut Ui,
        field: &Field<'_>,
        marks: &[Mark],
        number: &dyn Fn(&Cite) -> Option<usize>,
    ) -> (Response, Option<Pressed>) {
        let tokens = ui.tokens();
        let Composed { job, inserts, runs } =
            layout::compose(field.text, field.look, &tokens, field.width, number, field.tail);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        let plain = field.text.to_plain();
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &plain));
        let laid = Laid {
            block: field.block,
            start: field.start,
            chars: plain.chars().count(),
            galley: Arc::clone(&galley),
            at: rect.min,
            inserts,
        };
        let mut pressed = None;
        if ui.is_rect_visible(rect) {
            self.paint_grounds(ui, &laid, marks, &tokens);
            paint_runs_behind(ui, &galley, rect.min, &runs, &tokens);
            ui.painter().galley(rect.min, galley, field.look.color);
            outline_search(ui, &laid, marks, &tokens);
        }
        for (index, (range, run)) in runs.iter().enumerate() {
            let rects = layout::segments(&laid.galley, range);
            pressed = run_ui(ui, &response, (field.block, field.start, index), &rects, run, &|| {
                plain_of(&laid, range)
            })
            .or(pressed);
        }
        self.laid.push(laid);
        (response, pressed)
    }

    fn paint_grounds(&self, ui: &Ui, laid: &Laid, marks: &[Mark], tokens: &Tokens) {
        let painter = ui.painter();
        for mark in marks.iter().filter(|mark| mark.block == laid.block) {
            for rect in laid.segments(&mark.range) {
                let rect = snug(rect, laid);
                painter.rect_filled(rect, CornerRadius::same(2), mark.fill(tokens));
                if matches!(mark.kind, MarkKind::Highlight { noted: true, .. }) {
                    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.5, tokens.amber));
                }
            }
        }
        if let Some(range) = self.selected_in(laid.block, usize::MAX) {
            for rect in laid.segments(&range) {
                painter.rect_filled(rect, CornerRadius::ZERO, tokens.selection);
            }
        }
        if let Some(caret) = self.caret_in(laid) {
            painter.rect_filled(caret, CornerRadius::ZERO, tokens.teal);
        }
    }
}

fn plain_of(laid: &Laid, range: &Range<usize>) -> String {
    laid.galley.text().chars().skip(range.start).take(range.len()).collect()
}

/// A mark leaves a little air between lines.
fn snug(rect: Rect, laid: &Laid) -> Rect {
    let letters =
        laid.galley.job.sections.first().map_or(rect.height(), |section| section.format.font_id.size * 1.36);
    Rect::from_center_size(rect.center(), vec2(rect.width(), letters.min(rect.height())))
}

/// A search mark is outlined, not filled, so that it cannot be taken for a highlight.
fn outline_search(ui: &Ui, laid: &Laid, marks: &[Mark], tokens: &Tokens) {
    for mark in marks.iter().filter(|mark| mark.block == laid.block && mark.kind == MarkKind::Search) {
        for rect in laid.segments(&mark.range) {
            let stroke = Stroke::new(1.5, tokens.search_outline);
            ui.painter().rect_stroke(snug(rect, laid), CornerRadius::same(3), stroke, StrokeKind::Outside);
        }
    }
}

/// Tints behind citation marks, dots under glossary words.
fn paint_runs_behind(
    ui: &Ui,
    galley: &egui::Galley,
    at: Pos2,
    runs: &[(Range<usize>, Run)],
    tokens: &Tokens,
) {
    for (range, run) in runs {
        for rect in layout::segments(galley, range) {
            let rect = rect.translate(at.to_vec2());
            match run {
                Run::Cite(..) => {
                    let chip = chip_of(rect);
                    ui.painter().rect_filled(chip, CornerRadius::same(4), tokens.blue_tint);
                }
                Run::Link(Link::Term(_)) => dots(ui, rect, tokens),
                Run::Link(_) => {}
            }
        }
    }
}

/// The tinted ground of a citation mark: the upper part of its row.
fn chip_of(rect: Rect) -> Rect {
    let height = 16.0_f32.min(rect.height());
    let top = (rect.center().y - height * 0.78).max(rect.top());
    Rect::from_min_max(pos2(rect.left() - 3.0, top), pos2(rect.right() + 3.0, top + height))
}

fn dots(ui: &Ui, rect: Rect, tokens: &Tokens) {
    let y = rect.center().y + rect.height() * 0.34;
    let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
    ui.painter().extend(egui::Shape::dotted_line(&line, tokens.muted, 3.0, 0.8));
}

/// One link, glossary word or citation mark: focusable, named, and told when pressed.
fn run_ui(
    ui: &Ui,
    field: &Response,
    salt: (usize, usize, usize),
    rects: &[Rect],
    run: &Run,
    words: &dyn Fn() -> String,
) -> Option<Pressed> {
    let offset = field.rect.min.to_vec2();
    let mut pressed = None;
    for (row, rect) in rects.iter().enumerate() {
        let rect = rect.translate(offset);
        let target = if matches!(run, Run::Cite(..)) { chip_of(rect).expand(3.0) } else { rect };
        let id = field.id.with((salt, row));
        let response = ui.interact(target, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, words()));
        if response.has_focus() {
            let stroke = ui.visuals().selection.stroke;
            ui.painter().rect_stroke(target, CornerRadius::same(3), stroke, StrokeKind::Outside);
        }
        if response.clicked() || response.hovered() {
            pressed = Some(Pressed { run: run.clone(), response });
        }
    }
    pressed
}
