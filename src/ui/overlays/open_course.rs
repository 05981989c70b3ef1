//! Opening a course: pick its folder, type its path, or drop it on the window.

use std::path::PathBuf;

use egui::{Key, Ui};
use i18n_embed_fl::fl;

use super::modal_ui;
use crate::app::action::Action;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, field_ui, label_ui};

/// The path that is being typed.
#[derive(Default)]
pub(super) struct OpenCourseDialog {
    path: String,
}

impl OpenCourseDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, fresh: bool) {
        modal_ui(ui, ctx, "open-course", &fl!(ctx.tr, "open-title"), 560.0, |ui| {
            let t = ui.tokens();
            label_ui(ui, fl!(ctx.tr, "open-hint"), Face::Regular.at(size::CONTROL), t.muted);
            if button_ui(ui, ButtonKind::Plain, "folder-open", &fl!(ctx.tr, "open-pick")).clicked() {
                ctx.send(Action::PickFolder);
            }
            label_ui(ui, fl!(ctx.tr, "open-typed"), Face::Semibold.at(size::CONTROL), t.ink);
            let width = ui.available_width();
            let field = field_ui(ui, &mut self.path, "folder", &fl!(ctx.tr, "open-path"), width);
            if fresh {
                field.request_focus();
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.horizontal(|ui| {
                let path = self.path.trim().trim_matches('"');
                ui.add_enabled_ui(!path.is_empty(), |ui| {
                    let pressed =
                        button_ui(ui, ButtonKind::Primary, "check", &fl!(ctx.tr, "library-open-course"))
                            .clicked();
                    if (pressed || entered) && !path.is_empty() {
                        ctx.send(Action::OpenFolder(PathBuf::from(path)));
                    }
                });
                if button_ui(ui, ButtonKind::Plain, "book-open-text", &fl!(ctx.tr, "open-shipped")).clicked()
                {
                    ctx.send(Action::OpenShipped);
                }
            });
        });
    }
}
