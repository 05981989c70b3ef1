//! The last step: what was found, on one card, and into the class.

use egui::{Frame, Margin, Stroke, Ui};
use i18n_embed_fl::fl;

use super::finding::finding;
use super::steps::{sign, spoken};
use super::{name, title_ui};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::present::{CheckAction, RoomCheck, Step, Verdict, verdict};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, icon_ui, keys_text, label_ui};

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    let t = ui.tokens();
    let others = Step::ALL.into_iter().filter(|step| *step != Step::Done);
    let found: Vec<(Step, Verdict)> = others.map(|step| (step, verdict(ctx.state, step))).collect();
    let warnings = found.iter().filter(|(_, verdict)| *verdict == Verdict::Warning).count();
    let (icon, ground, edge, ink, title) = if warnings == 0 {
        ("check-circle", t.good_tint, t.good, t.good_text, fl!(ctx.tr, "check-all-fine"))
    } else {
        let title = fl!(ctx.tr, "check-some-warnings", count = warnings.to_string());
        ("warning", t.warning_tint, t.amber, t.warning_text, title)
    };
    let frame = Frame::new().fill(ground).stroke(Stroke::new(2.0, edge)).corner_radius(18);
    frame.inner_margin(Margin::symmetric(26, 22)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            icon_ui(ui, icon, 40.0, ink);
            title_ui(ui, &title, ink);
        });
        ui.add_space(8.0);
        for (step, verdict) in found {
            ui.horizontal(|ui| {
                let (icon, color) = sign(ui, verdict);
                let response = icon_ui(ui, icon, 22.0, color);
                response.on_hover_text(spoken(ctx, verdict));
                ui.scope(|ui| {
                    ui.set_width(210.0_f32.min(ui.available_width() * 0.4));
                    label_ui(ui, name(ctx, step), Face::Semibold.at(size::BODY), t.ink);
                });
                let color = if verdict == Verdict::Warning { t.warning_text } else { t.ink };
                label_ui(ui, finding(ctx, check, step), Face::Regular.at(size::BODY), color);
            });
            ui.add_space(2.0);
        }
    });
    ui.add_space(10.0);
    let took = fl!(ctx.tr, "check-took", seconds = check.seconds(ctx.now).to_string());
    label_ui(ui, took, Face::Regular.at(size::CONTROL), t.muted);
}

/// Into the class, or to the choice of one.
pub(super) fn buttons_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let keys = keys_text(ctx, Command::SlideEnter);
    let (icon, label) = if ctx.state.hall.talk.is_some() {
        ("play", fl!(ctx.tr, "check-begin"))
    } else {
        ("list-checks", fl!(ctx.tr, "check-choose"))
    };
    if button_ui(ui, ButtonKind::Primary, icon, &format!("{label} ({keys})")).clicked() {
        ctx.send(Action::Check(CheckAction::Begin));
    }
}
