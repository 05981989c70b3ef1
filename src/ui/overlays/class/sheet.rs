//! What is noted of the class while it is held: how many are there, questions for later.

use egui::{Key, ScrollArea, Ui};
use i18n_embed_fl::fl;

use super::{close, modal_ui, number_field_ui, send};
use crate::app::class_action::ClassAction;
use crate::app::present::Talk;
use crate::class::record::Parked;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, empty_ui, field_ui, icon_button_ui, label_ui};

/// What is being written.
#[derive(Default)]
pub(super) struct SheetDialog {
    people: String,
    question: String,
}

impl SheetDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, talk: &Talk, fresh: bool) {
        if fresh {
            self.people = talk.record.attendance.map(|people| people.to_string()).unwrap_or_default();
        }
        modal_ui(ui, ctx, "sheet", &fl!(ctx.tr, "sheet-title"), 680.0, |ui| {
            let t = ui.tokens();
            ui.horizontal(|ui| {
                label_ui(ui, fl!(ctx.tr, "sheet-attendance"), Face::Semibold.at(size::CONTROL), t.ink);
                number_field_ui(ui, &mut self.people, &fl!(ctx.tr, "sheet-attendance"));
            });
            if let Ok(people) = self.people.parse()
                && talk.record.attendance != Some(people)
            {
                send(ctx, ClassAction::Attended(people));
            }
            ui.add_space(6.0);
            label_ui(ui, fl!(ctx.tr, "sheet-parked"), Face::Semibold.at(size::CONTROL), t.ink);
            let hint = fl!(ctx.tr, "sheet-park-hint");
            ui.horizontal(|ui| {
                let field = field_ui(ui, &mut self.question, "question", &hint, 460.0);
                if fresh {
                    field.request_focus();
                }
                let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                let pressed = button_ui(ui, ButtonKind::Plain, "plus", &fl!(ctx.tr, "sheet-park")).clicked();
                if (entered || pressed) && !self.question.trim().is_empty() {
                    send(ctx, ClassAction::Park(self.question.trim().to_owned()));
                    self.question.clear();
                    field.request_focus();
                }
            });
            if talk.record.parked.is_empty() {
                empty_ui(ui, "question", &fl!(ctx.tr, "sheet-none"), &fl!(ctx.tr, "sheet-none-hint"));
            }
            let room = ui.available_height() - 50.0;
            ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
                for parked in &talk.record.parked {
                    parked_ui(ui, ctx, parked);
                }
            });
            ui.add_space(6.0);
            if button_ui(ui, ButtonKind::Primary, "check", &fl!(ctx.tr, "sheet-done")).clicked() {
                close(ctx);
            }
        });
    }
}

fn parked_ui(ui: &mut Ui, ctx: &Ctx<'_>, parked: &Parked) {
    let t = ui.tokens();
    ui.horizontal(|ui| {
        if parked.gone {
            label_ui(ui, fl!(ctx.tr, "sheet-gone"), Face::Italic.at(size::CONTROL), t.muted);
            if button_ui(ui, ButtonKind::Quiet, "arrow-counter-clockwise", &fl!(ctx.tr, "sheet-back"))
                .clicked()
            {
                send(ctx, ClassAction::ParkedGone(parked.id, false));
            }
            return;
        }
        let (icon, name) = if parked.answered {
            ("check-square", fl!(ctx.tr, "sheet-not-answered", text = parked.text.as_str()))
        } else {
            ("square", fl!(ctx.tr, "sheet-answered", text = parked.text.as_str()))
        };
        if icon_button_ui(ui, icon, &name, parked.answered).clicked() {
            send(ctx, ClassAction::ParkedAnswered(parked.id, !parked.answered));
        }
        let name = fl!(ctx.tr, "sheet-remove", text = parked.text.as_str());
        if icon_button_ui(ui, "trash", &name, false).clicked() {
            send(ctx, ClassAction::ParkedGone(parked.id, true));
        }
        let ink = if parked.answered { t.muted } else { t.ink };
        label_ui(ui, &parked.text, Face::Regular.at(size::BODY), ink);
    });
}
