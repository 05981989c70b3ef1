//! Tables: a head that stays, columns that fit their words, a scroll of their own.

use egui::{Color32, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2};

use super::Page;
use crate::content::RichText;
use crate::ui::text_view::Look;
use crate::ui::theme::{Face, Themed as _};

const PADDING: f32 = 10.0;
/// More rows than this are easier to follow with tinted lines.
const ZEBRA_FROM: usize = 8;
/// The height of a line to write on.
const FILL_HEIGHT: f32 = 36.0;

impl Page<'_> {
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        caption: Option<&RichText>,
        columns: &[RichText],
        rows: &[Vec<RichText>],
        fill: bool,
    ) {
        if let Some(caption) = caption {
            self.text(ui, caption, self.body.face(Face::Semibold).line(1.45));
            ui.add_space(4.0);
        }
        let look = self.body.times(0.94).line(1.45);
        let widths = column_widths(ui, look, columns, rows, ui.available_width());
        let total: f32 = widths.iter().sum();
        let scroll = ScrollArea::horizontal().id_salt(("table", self.block)).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.set_width(total.max(ui.available_width()));
            ui.spacing_mut().item_spacing.y = 0.0;
            let t = ui.tokens();
            let head = self.row_ui(ui, columns, &widths, look.face(Face::Semibold), t.chip, false);
            for (index, row) in rows.iter().enumerate() {
                let zebra = rows.len() >= ZEBRA_FROM && index % 2 == 1;
                let ground = if zebra { t.sunken } else { Color32::TRANSPARENT };
                let rect = self.row_ui(ui, row, &widths, look, ground, fill);
                ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, t.line));
            }
            keep_head(ui, head, columns, &widths, look.face(Face::Semibold));
        });
        self.source_line_ui(ui);
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        cells: &[RichText],
        widths: &[f32],
        look: Look,
        ground: Color32,
        fill: bool,
    ) -> Rect {
        let top = ui.cursor().min;
        let ground_at = ui.painter().add(egui::Shape::Noop);
        let mut bottom = top.y;
        let mut left = top.x;
        for (index, width) in widths.iter().enumerate() {
            let inner = Rect::from_min_max(
                pos2(left + PADDING, top.y + PADDING * 0.8),
                pos2(left + width - PADDING, f32::INFINITY),
            );
            let mut cell = ui.new_child(UiBuilder::new().max_rect(inner).layout(*ui.layout()));
            match cells.get(index) {
                Some(text) if fill && text.is_empty() => {
                    self.skip(text);
                    let y = top.y + FILL_HEIGHT - 6.0;
                    let line = [pos2(inner.left(), y), pos2(inner.right(), y)];
                    ui.painter().extend(egui::Shape::dotted_line(&line, ui.tokens().control_line, 4.0, 0.9));
                    bottom = bottom.max(top.y + FILL_HEIGHT);
                }
                Some(text) => {
                    self.text(&mut cell, text, look);
                }
                None => {}
            }
            bottom = bottom.max(cell.min_rect().bottom() + PADDING * 0.8);
            left += width;
        }
        let rect = Rect::from_min_max(top, pos2(left, bottom));
        ui.allocate_rect(rect, Sense::hover());
        ui.painter().set(ground_at, egui::Shape::rect_filled(rect, CornerRadius::ZERO, ground));
        rect
    }
}

/// Paints the head again at the top edge while the rest of a long table is scrolled.
fn keep_head(ui: &Ui, head: Rect, columns: &[RichText], widths: &[f32], look: Look) {
    let clip = ui.clip_rect();
    let bottom = ui.min_rect().bottom();
    if head.top() >= clip.top() || bottom < clip.top() + head.height() * 2.0 {
        return;
    }
    let t = ui.tokens();
    let at = Rect::from_min_size(pos2(head.left(), clip.top()), head.size());
    ui.painter().rect_filled(at, CornerRadius::ZERO, t.chip);
    let mut left = at.left();
    for (text, width) in columns.iter().zip(widths) {
        let job = egui::text::LayoutJob::simple(
            text.to_plain(),
            look.face.at(look.points),
            look.color,
            width - PADDING * 2.0,
        );
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter().galley(pos2(left + PADDING, at.top() + PADDING * 0.8), galley, look.color);
        left += width;
    }
}

/// Widths by content: no narrower than the longest word, no wider than the words need, and
/// stretched to the width that is there.
fn column_widths(
    ui: &Ui,
    look: Look,
    columns: &[RichText],
    rows: &[Vec<RichText>],
    available: f32,
) -> Vec<f32> {
    let mut least = Vec::with_capacity(columns.len());
    let mut wanted = Vec::with_capacity(columns.len());
    let width_of = |text: &str, face: Face| {
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), face.at(look.points), look.color).size().x)
    };
    for (index, column) in columns.iter().enumerate() {
        let cells = rows.iter().filter_map(|row| row.get(index)).map(|text| (text.to_plain(), Face::Bold));
        let (mut word, mut line) = (40.0_f32, 60.0_f32);
        for (text, face) in cells.chain([(column.to_plain(), Face::Semibold)]) {
            line = line.max(width_of(&text, face).min(420.0));
            let longest = text.split_whitespace().max_by_key(|word| word.chars().count()).unwrap_or_default();
            word = word.max(width_of(longest, face));
        }
        least.push(word + PADDING * 2.0 + 2.0);
        wanted.push(line + PADDING * 2.0 + 2.0);
    }
    share(&least, &wanted, available)
}

/// Spreads what is available between what columns need at least and what they would like.
fn share(least: &[f32], wanted: &[f32], available: f32) -> Vec<f32> {
    let (need, want): (f32, f32) = (least.iter().sum(), wanted.iter().sum());
    if need >= available || want <= 0.0 {
        return least.to_vec();
    }
    if want <= available {
        return wanted.iter().map(|width| width * available / want).collect();
    }
    let factor = (available - need) / (want - need).max(1.0);
    least.iter().zip(wanted).map(|(least, wanted)| least + (wanted - least).max(0.0) * factor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_but_never_cut_a_word() {
        let sum = |widths: Vec<f32>| widths.iter().sum::<f32>();
        assert!((sum(share(&[50.0, 50.0], &[100.0, 300.0], 600.0)) - 600.0).abs() < 0.1);
        assert!((sum(share(&[50.0, 50.0], &[100.0, 300.0], 300.0)) - 300.0).abs() < 0.1);
        assert_eq!(share(&[200.0, 200.0], &[300.0, 300.0], 300.0), [200.0, 200.0]);
    }
}
