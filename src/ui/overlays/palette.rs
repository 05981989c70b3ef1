//! The palette: lessons and commands by a few typed letters.

use egui::{
    Frame, Id, Key, Margin, Modal, Modifiers, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2,
};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::palette::{Offer, offers};
use crate::app::route::Route;
use crate::app::searching::SearchAction;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{icon_ui, key_ui, keys_text, label_ui, words};

/// What is typed and which line would be taken.
#[derive(Default)]
pub(super) struct Palette {
    words: String,
    at: usize,
}

impl Palette {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, fresh: bool) {
        if fresh {
            *self = Self::default();
        }
        let t = ui.tokens();
        let room = ui.ctx().content_rect().size();
        let frame = Frame::new().fill(t.surface).stroke(egui::Stroke::new(1.0, t.line)).corner_radius(16);
        let area = Modal::default_area(Id::unique("palette"))
            .anchor(egui::Align2::CENTER_TOP, vec2(0.0, 70.0_f32.min(room.y * 0.08)));
        let modal = Modal::new(Id::unique("palette")).area(area).backdrop_color(t.shade).frame(frame);
        let response = modal.show(ui.ctx(), |ui| {
            ui.set_width(780.0_f32.min(room.x - 60.0));
            self.inside_ui(ui, ctx, (room.y - 250.0).max(160.0));
        });
        if response.should_close() {
            ctx.send(Action::Overlay(None));
        }
    }

    fn inside_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, height: f32) {
        let t = ui.tokens();
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut found = offers(&self.words, ctx.state.open_course(), ctx.state.route().screen(), ctx.tr);
        let nothing = found.is_empty();
        if ctx.state.open_course().is_some() && !self.words.trim().is_empty() {
            found.push(Offer::Search(self.words.trim().to_owned()));
        }
        self.keys(ui, ctx, &found);
        Frame::new().inner_margin(Margin::symmetric(20, 16)).show(ui, |ui| {
            ui.horizontal(|ui| {
                icon_ui(ui, "magnifying-glass", 20.0, t.muted);
                let hint = fl!(ctx.tr, "palette-hint");
                let edit = TextEdit::singleline(&mut self.words)
                    .font(Face::Regular.at(size::HEADING))
                    .hint_text(words(&hint, Face::Regular.at(size::SUBHEADING), t.muted))
                    .frame(Frame::NONE)
                    .desired_width(f32::INFINITY);
                let response = ui.add(edit).accessible_name(&hint);
                response.request_focus();
                if response.changed() {
                    self.at = 0;
                }
            });
        });
        ui.separator();
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.add_space(6.0);
            if nothing {
                let words = fl!(ctx.tr, "palette-none", words = self.words.trim());
                Frame::new()
                    .inner_margin(20)
                    .show(ui, |ui| label_ui(ui, words, Face::Regular.at(size::BODY), t.muted));
            }
            for (index, offer) in found.iter().enumerate() {
                if offer_ui(ui, ctx, offer, index == self.at) {
                    take(ctx, offer);
                }
            }
            ui.add_space(6.0);
        });
        ui.separator();
        Frame::new().inner_margin(Margin::symmetric(20, 10)).show(ui, |ui| {
            ui.horizontal(|ui| {
                for (keys, what) in [
                    ("↑ ↓", fl!(ctx.tr, "palette-choose")),
                    ("Enter", fl!(ctx.tr, "palette-take")),
                    ("Esc", fl!(ctx.tr, "close")),
                ] {
                    key_ui(ui, keys);
                    ui.label(words(what, Face::Regular.at(size::SMALL), t.muted));
                    ui.add_space(8.0);
                }
            });
        });
    }

    fn keys(&mut self, ui: &Ui, ctx: &Ctx<'_>, found: &[Offer]) {
        let last = found.len().saturating_sub(1);
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.at = (self.at + 1).min(last);
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.at = self.at.saturating_sub(1);
            }
        });
        self.at = self.at.min(last);
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
            && let Some(offer) = found.get(self.at)
        {
            take(ctx, offer);
        }
    }
}

fn take(ctx: &Ctx<'_>, offer: &Offer) {
    ctx.send(Action::Overlay(None));
    match offer {
        Offer::Command(command) => ctx.run(*command),
        Offer::Search(words) => ctx.send(Action::Search(SearchAction::Words(words.clone()))),
        Offer::Lesson { id, .. } => ctx.send(Action::Go(Route::lesson(id.clone()))),
    }
}

fn offer_ui(ui: &mut Ui, ctx: &Ctx<'_>, offer: &Offer, on: bool) -> bool {
    let t = ui.tokens();
    let (icon, title, below, keys) = match offer {
        Offer::Command(command) => {
            let spec = command.spec();
            (spec.icon, ctx.tr.get(spec.label), None, Some(keys_text(ctx, *command)))
        }
        Offer::Search(words) => {
            let title = fl!(ctx.tr, "search-in-course", words = words.as_str());
            ("magnifying-glass", title, None, None)
        }
        Offer::Lesson { title, module_number, module, .. } => {
            ("book-open-text", title.clone(), Some(format!("{module_number}. {module}")), None)
        }
    };
    let height = if below.is_some() { 52.0 } else { 40.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &title));
    if on || response.hovered() {
        ui.painter().rect_filled(rect, 0, t.teal_tint);
    }
    if on {
        response.scroll_to_me(None);
    }
    let inside = rect.shrink2(vec2(20.0, 5.0));
    let mut row = ui.new_child(
        egui::UiBuilder::new().max_rect(inside).layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    icon_ui(&mut row, icon, 18.0, t.teal_text);
    row.add_space(6.0);
    row.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(if below.is_some() { 1.0 } else { 4.0 });
        ui.add(egui::Label::new(words(&title, Face::Semibold.at(size::CONTROL), t.ink)).truncate());
        if let Some(below) = below {
            ui.add(egui::Label::new(words(below, Face::Regular.at(size::SMALL), t.muted)).truncate());
        }
    });
    if let Some(keys) = keys {
        let mut end = ui.new_child(
            egui::UiBuilder::new().max_rect(inside).layout(egui::Layout::right_to_left(egui::Align::Center)),
        );
        key_ui(&mut end, &keys);
    }
    response.clicked()
}
