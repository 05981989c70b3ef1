//! What stays of a class: what was taught and how long, hands, questions for later.

use egui::{ScrollArea, Ui};
use i18n_embed_fl::fl;

use super::{close, modal_ui, send};
use crate::app::class_action::ClassAction;
use crate::app::record_text::{Line, record_text};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, label_ui};

pub(super) fn ui(ui: &Ui, ctx: &Ctx<'_>) {
    let Some(record) = &ctx.state.hall.record else { return };
    let course =
        ctx.state.open_course().map(|open| &*open.course).filter(|course| course.id == record.course);
    let lines = record_text(ctx.tr, record, course);
    let title = if record.rehearsal { fl!(ctx.tr, "record-rehearsal") } else { fl!(ctx.tr, "record-title") };
    modal_ui(ui, ctx, "record", &title, 720.0, |ui| {
        let t = ui.tokens();
        let room = ui.available_height() - 60.0;
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            for line in &lines {
                match line {
                    Line::Heading(text) => {
                        ui.add_space(6.0);
                        label_ui(ui, text, Face::Bold.at(size::BODY), t.ink)
                    }
                    Line::Text(text) => label_ui(ui, text, Face::Regular.at(size::BODY), t.ink),
                    Line::Item(text) => {
                        label_ui(ui, format!("•  {text}"), Face::Regular.at(size::BODY), t.ink)
                    }
                };
            }
        });
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Primary, "copy", &fl!(ctx.tr, "record-copy")).clicked() {
                let text: Vec<String> = lines.iter().map(Line::plain).collect();
                ui.ctx().copy_text(text.join("\n"));
            }
            if course.is_some()
                && button_ui(ui, ButtonKind::Plain, "clock", &fl!(ctx.tr, "record-take-minutes")).clicked()
            {
                send(ctx, ClassAction::TakeMinutes(record.clone()));
            }
            if button_ui(ui, ButtonKind::Plain, "check", &fl!(ctx.tr, "close")).clicked() {
                close(ctx);
            }
        });
    });
}
