//! The speaker's notes of a block, shown under it when a search has found them.

use egui::{Frame, Margin, Ui};
use i18n_embed_fl::fl;

use super::Page;
use crate::content::{Block, RichText};
use crate::search::Kind;
use crate::ui::text_view::layout;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{icon_ui, label_ui};

impl Page<'_> {
    /// Draws the notes of a block where the result that was opened is in them.
    pub(in crate::ui) fn speech_ui(&mut self, ui: &mut Ui, block: &Block) {
        let opened = self.ctx.state.search.opened.as_ref();
        let Some(opened) = opened.filter(|hit| {
            hit.kind == Kind::Speech
                && hit.lesson == self.lesson.lesson.id
                && hit.block.as_ref() == Some(&block.id)
        }) else {
            return;
        };
        let t = ui.tokens();
        ui.add_space(8.0);
        let frame = Frame::new().fill(t.note).corner_radius(8).inner_margin(Margin::same(14));
        let card = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.horizontal(|ui| {
                icon_ui(ui, "chalkboard-teacher", 18.0, t.ink);
                let title = fl!(self.ctx.tr, "search-speech-here");
                label_ui(ui, title, Face::Semibold.at(size::CONTROL), t.ink);
            });
            for note in &block.notes {
                self.note_ui(ui, note, &opened.query);
            }
        });
        self.memory.speech = Some(card.response.rect);
    }

    /// Notes are no part of the lesson's text: they are shown, not selected.
    fn note_ui(&self, ui: &mut Ui, note: &RichText, query: &crate::search::Query) {
        let t = ui.tokens();
        let look = self.body.times(0.95).line(1.5);
        let composed = layout::compose(note, look, &t, ui.available_width(), &|_| None, &[]);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(composed.job));
        let plain = note.to_plain();
        let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &plain));
        crate::ui::marked::paint(ui, rect.min, galley, &query.marks(&plain, true), look.color);
    }
}
