//! After a power cut: the class can go on where it was.

use egui::Ui;
use i18n_embed_fl::fl;

use super::{modal_ui, send};
use crate::app::class_action::ClassAction;
use crate::app::present::{clock, time_of_day};
use crate::class::Record;
use crate::store::Millis;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, label_ui};

pub(super) fn ui(ui: &Ui, ctx: &Ctx<'_>, fresh: bool) {
    let Some((_, record)) = &ctx.state.classes.cut_off else { return };
    modal_ui(ui, ctx, "cut-off", &fl!(ctx.tr, "cut-off-title"), 620.0, |ui| {
        let t = ui.tokens();
        let text = fl!(
            ctx.tr,
            "cut-off-text",
            title = record.title.as_str(),
            time = time_of_day(record.last),
            taught = clock(record.taught_until(record.last).0)
        );
        label_ui(ui, text, Face::Regular.at(size::BODY), t.ink);
        label_ui(ui, fl!(ctx.tr, "cut-off-black"), Face::Regular.at(size::CONTROL), t.muted);
        ui.add_space(6.0);
        for (ends, label, kind) in offers(ctx, record) {
            let button = button_ui(ui, kind, "play", &label);
            if fresh && kind == ButtonKind::Primary {
                button.request_focus();
            }
            if button.clicked() {
                send(ctx, ClassAction::Resume(ends));
            }
        }
        if button_ui(ui, ButtonKind::Plain, "x", &fl!(ctx.tr, "cut-off-leave")).clicked() {
            send(ctx, ClassAction::LeaveCutOff);
        }
    });
}

/// With the time that was left, or with the end that was set.
fn offers(ctx: &Ctx<'_>, record: &Record) -> Vec<(Option<Millis>, String, ButtonKind)> {
    let Some(ends) = record.ends else {
        return vec![(None, fl!(ctx.tr, "cut-off-go-on"), ButtonKind::Primary)];
    };
    let left = (ends.0 - record.last.0).max(0);
    let later = Millis(ctx.now.0 + left);
    let go_on = fl!(ctx.tr, "cut-off-go-on-left", left = clock(left), time = time_of_day(later));
    let keep = fl!(ctx.tr, "cut-off-go-on-until", time = time_of_day(ends));
    vec![(Some(later), go_on, ButtonKind::Primary), (Some(ends), keep, ButtonKind::Plain)]
}
