//! Lists, steps, comparisons and timelines.

use egui::{Align2, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::Page;
use crate::content::RichText;
use crate::content::block::{Event, Item, ListStyle, Side, Step, Verdict};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{columns_ui, icon_char, paint_icon};

/// The width of the margin in which bullets, numbers and icons stand.
const GUTTER: f32 = 30.0;

/// Takes a gutter at the left, paints in it, and draws the rest beside it.
fn beside_gutter(
    ui: &mut Ui,
    line: f32,
    width: f32,
    mark: impl FnOnce(&mut Ui, Rect),
    add: impl FnOnce(&mut Ui),
) -> Rect {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (rect, _) = ui.allocate_exact_size(vec2(width, line), Sense::hover());
        mark(ui, rect);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            add(ui);
        });
    })
    .response
    .rect
}

impl Page<'_> {
    fn line(&self) -> f32 {
        (self.body.points * self.body.line).round()
    }

    pub(super) fn list_ui(&mut self, ui: &mut Ui, style: ListStyle, items: &[Item]) {
        ui.spacing_mut().item_spacing.y = 8.0;
        let last = items.len().saturating_sub(1);
        for (index, item) in items.iter().enumerate() {
            let (body, line) = (self.body, self.line());
            let mark = |ui: &mut Ui, rect: Rect| {
                let t = ui.tokens();
                match (&item.icon, style) {
                    (Some(icon), _) => {
                        paint_icon(ui, rect.translate(vec2(-4.0, 0.0)), icon, body.points * 1.3, t.teal_text);
                    }
                    (None, ListStyle::Check) => {
                        paint_icon(
                            ui,
                            rect.translate(vec2(-4.0, 0.0)),
                            "check-square",
                            body.points * 1.2,
                            t.teal_text,
                        );
                    }
                    (None, ListStyle::Number) => {
                        let at = pos2(rect.left() + 2.0, rect.center().y);
                        let number = format!("{}.", index + 1);
                        ui.painter().text(
                            at,
                            Align2::LEFT_CENTER,
                            number,
                            Face::Bold.at(body.points),
                            t.teal_text,
                        );
                    }
                    (None, ListStyle::Bullet) => {
                        ui.painter().circle_filled(pos2(rect.left() + 9.0, rect.center().y), 3.0, t.teal);
                    }
                }
            };
            beside_gutter(ui, line, GUTTER, mark, |ui| self.item_text(ui, &item.text, index == last));
        }
    }

    /// The block's citations follow its last item.
    fn item_text(&mut self, ui: &mut Ui, text: &RichText, last: bool) {
        if last {
            self.last_text(ui, text, self.body)
        } else {
            self.text(ui, text, self.body)
        };
    }

    pub(super) fn steps_ui(&mut self, ui: &mut Ui, title: Option<&RichText>, items: &[Step]) {
        if let Some(title) = title {
            self.text(ui, title, self.body.face(Face::Semibold).times(1.08));
            ui.add_space(4.0);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let last = items.len().saturating_sub(1);
        for (index, step) in items.iter().enumerate() {
            let body = self.body;
            let mut badge = Rect::NOTHING;
            let mark = |_: &mut Ui, rect: Rect| {
                badge = Rect::from_min_size(rect.min, Vec2::splat(28.0));
            };
            let rect = beside_gutter(ui, 28.0, 42.0, mark, |ui| {
                ui.add_space(1.0);
                if step.text.is_empty() {
                    self.item_text(ui, &step.title, index == last);
                    self.skip(&step.text);
                } else {
                    self.text(ui, &step.title, body.face(Face::Bold).line(1.5));
                    self.item_text(ui, &step.text, index == last);
                }
                self.step_chips(ui, step);
                ui.add_space(if index == last { 0.0 } else { 14.0 });
            });
            let t = ui.tokens();
            if index != last {
                let x = badge.center().x;
                let line = [pos2(x, badge.bottom() + 2.0), pos2(x, rect.bottom() - 2.0)];
                ui.painter().line_segment(line, Stroke::new(2.0, t.teal_tint.lerp_to_gamma(t.teal, 0.25)));
            }
            ui.painter().circle_filled(badge.center(), 14.0, t.teal);
            let label = step
                .icon
                .as_deref()
                .map_or_else(|| (index + 1).to_string(), |icon| icon_char(icon).to_string());
            let face = if step.icon.is_some() { Face::Icons } else { Face::Bold };
            ui.painter().text(
                badge.center(),
                Align2::CENTER_CENTER,
                label,
                face.at(size::CONTROL),
                t.on_teal,
            );
        }
    }

    fn step_chips(&mut self, ui: &mut Ui, step: &Step) {
        if step.deadline.is_none() && step.who.is_none() {
            return;
        }
        let t = ui.tokens();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            if let Some(deadline) = &step.deadline {
                self.text_chip(ui, "clock", deadline, t.amber_tint, t.amber_text);
            }
            if let Some(who) = &step.who {
                self.text_chip(ui, "user", who, t.chip, t.ink);
            }
        });
    }

    pub(super) fn compare_ui(&mut self, ui: &mut Ui, left: &Side, right: &Side) {
        if ui.available_width() < 440.0 {
            self.side_ui(ui, left, false);
            ui.add_space(8.0);
            self.side_ui(ui, right, true);
        } else {
            columns_ui(ui, 2, |ui, column| {
                let is_right = column == 1;
                self.side_ui(ui, if is_right { right } else { left }, is_right);
            });
        }
        self.source_line_ui(ui);
    }

    /// «Không nên» is red wherever it stands, «Nên» is green, and what judges nothing is neither.
    fn side_ui(&mut self, ui: &mut Ui, side: &Side, is_right: bool) {
        let t = ui.tokens();
        let (ground, ink, icon) = match side.verdict() {
            Verdict::Avoid => (t.danger_tint, t.danger_text, "x-circle"),
            Verdict::Do => (t.good_tint, t.good_text, "check-circle"),
            Verdict::Neither if is_right => (t.blue_tint, t.blue_text, "arrow-circle-right"),
            Verdict::Neither => (t.teal_tint, t.teal_text, "circle"),
        };
        egui::Frame::new().fill(ground).corner_radius(10).inner_margin(14).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let body = self.body;
            let mark = |ui: &mut Ui, rect: Rect| {
                paint_icon(ui, rect.translate(vec2(-4.0, 0.0)), icon, body.points * 1.3, ink);
            };
            let line = (body.points * 1.5).round();
            beside_gutter(ui, line, GUTTER - 2.0, mark, |ui| {
                self.text(ui, &side.title, body.face(Face::Bold).color(ink).line(1.5));
            });
            for item in &side.items {
                let mark = |ui: &mut Ui, rect: Rect| {
                    ui.painter().circle_filled(pos2(rect.left() + 8.0, rect.center().y), 2.5, ink);
                };
                beside_gutter(ui, line, GUTTER - 8.0, mark, |ui| {
                    self.text(ui, item, body.line(1.5));
                });
            }
        });
    }

    pub(super) fn timeline_ui(&mut self, ui: &mut Ui, events: &[Event]) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let last = events.len().saturating_sub(1);
        for (index, event) in events.iter().enumerate() {
            let body = self.body;
            let mut dot = Rect::NOTHING;
            let line = (body.points * 1.5).round();
            let rect = beside_gutter(
                ui,
                line,
                26.0,
                |_, rect| dot = rect,
                |ui| {
                    self.text(
                        ui,
                        &event.when,
                        body.face(Face::Bold).color(ui.tokens().teal_text).times(0.95).line(1.5),
                    );
                    self.cited(ui, &event.title, &event.cite, body.face(Face::Semibold).line(1.5));
                    if let Some(text) = &event.text {
                        self.text(ui, text, body.line(1.5));
                    }
                    ui.add_space(if index == last { 0.0 } else { 14.0 });
                },
            );
            let t = ui.tokens();
            let center = pos2(dot.left() + 8.0, dot.center().y);
            if index != last {
                let end = pos2(center.x, rect.bottom() + line / 2.0);
                ui.painter().line_segment([center, end], Stroke::new(2.0, t.line));
            }
            ui.painter().circle(center, 6.0, t.paper, Stroke::new(3.0, t.teal));
        }
        self.source_line_ui(ui);
    }
}
