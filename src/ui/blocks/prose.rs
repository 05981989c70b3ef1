//! Headings, callouts, quotes and law blocks.

use egui::{Color32, CornerRadius, Frame, Margin, Rect, Ui, pos2};
use i18n_embed_fl::fl;

use super::Page;
use crate::content::block::Tone;
use crate::content::{RichText, Slug};
use crate::ui::sources;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{as_heading, chip_ui, icon_ui, label_ui};

/// A tinted ground with a coloured bar at its left.
pub(super) fn bar_frame<R>(ui: &mut Ui, ground: Color32, bar: Color32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().fill(ground).corner_radius(8).inner_margin(Margin {
        left: 22,
        right: 18,
        top: 14,
        bottom: 14,
    });
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        add(ui)
    });
    let rect = inner.response.rect;
    let side = Rect::from_min_max(rect.min, pos2(rect.left() + 4.0, rect.bottom()));
    ui.painter().rect_filled(side, CornerRadius { nw: 8, sw: 8, ne: 0, se: 0 }, bar);
    inner.inner
}

impl Page<'_> {
    pub(super) fn heading_ui(&mut self, ui: &mut Ui, text: &RichText, level: u8) {
        let points = if level <= 2 { size::HEADING } else { size::SUBHEADING };
        let scale = self.body.points / size::BODY;
        let face = if level <= 2 { Face::Bold } else { Face::Semibold };
        let look = self.body.face(face).line(1.35);
        ui.add_space(if level <= 2 { 20.0 } else { 8.0 });
        let response = self.last_text(ui, text, super::Look { points: points * scale, ..look });
        as_heading(ui, &response, usize::from(level), &text.to_plain());
    }

    pub(super) fn callout_ui(&mut self, ui: &mut Ui, tone: Tone, title: Option<&RichText>, text: &RichText) {
        let t = ui.tokens();
        let (ground, bar, ink, icon) = match tone {
            Tone::Info => (t.blue_tint, t.blue, t.blue_text, "info"),
            Tone::Law => (t.blue_tint, t.blue, t.blue_text, "scales"),
            Tone::Tip => (t.good_tint, t.good, t.good_text, "lightbulb"),
            Tone::Warning => (t.warning_tint, t.amber, t.warning_text, "warning"),
            Tone::Danger => (t.danger_tint, t.danger, t.danger_text, "warning-circle"),
            Tone::Message => (t.teal_tint, t.teal, t.teal_text, "megaphone"),
        };
        let body = self.body;
        bar_frame(ui, ground, bar, |ui| {
            ui.horizontal_top(|ui| {
                icon_ui(ui, icon, body.points * 1.3, ink);
                ui.add_space(4.0);
                ui.vertical(|ui| {
                    if let Some(title) = title {
                        self.text(ui, title, body.face(Face::Bold).line(1.4));
                    }
                    self.last_text(ui, text, body.line(body.line.min(1.55)));
                });
            });
        });
    }

    pub(super) fn quote_ui(&mut self, ui: &mut Ui, text: &RichText, by: Option<&RichText>) {
        let t = ui.tokens();
        ui.horizontal_top(|ui| {
            icon_ui(ui, "quotes", self.body.points * 1.9, t.teal);
            ui.vertical(|ui| {
                self.last_text(ui, text, self.body.times(1.25).face(Face::Semibold).line(1.45));
                if let Some(by) = by {
                    self.text(ui, by, self.body.times(0.9).color(t.muted));
                }
            });
        });
    }

    pub(super) fn law_ui(
        &mut self,
        ui: &mut Ui,
        source: &Slug,
        article: Option<&str>,
        says: &RichText,
        means: &RichText,
    ) {
        let t = ui.tokens();
        let body = self.body.line(self.body.line.min(1.55));
        let known = self.open.course.sources.get(source);
        bar_frame(ui, t.blue_tint, t.blue, |ui| {
            ui.horizontal_wrapped(|ui| {
                icon_ui(ui, "scales", body.points * 1.25, t.blue_text);
                let name = known.map_or_else(|| source.to_string(), |source| source.title.clone());
                let article = article.map(|article| format!("{article}, ")).unwrap_or_default();
                label_ui(ui, format!("{article}{name}"), Face::Bold.at(body.points), t.blue_text);
                if let Some(known) = known {
                    sources::status_chip_ui(ui, self.ctx, known);
                }
            });
            ui.add_space(4.0);
            self.text(ui, says, body);
            ui.add_space(8.0);
            label_ui(ui, fl!(self.ctx.tr, "law-means"), Face::Semibold.at(size::SMALL), t.blue_text);
            self.last_text(ui, means, body);
        });
    }

    /// A small word on a tint, part of the block's text.
    pub(super) fn text_chip(
        &mut self,
        ui: &mut Ui,
        icon: &str,
        text: &RichText,
        ground: Color32,
        ink: Color32,
    ) {
        chip_ui(ui, Some(icon), &text.to_plain(), ground, ink);
        self.skip(text);
    }
}
