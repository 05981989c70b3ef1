//! The question whether the hall's picture is on the right screen, with the seconds until it goes back.

use std::time::Duration;

use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Rect, Sense, Stroke, Ui, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::present::{CheckAction, TRIAL_MS};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, icon_ui, keys_text, line_ui};

/// So far it stands above the lower edge, clear of the buttons there.
const ABOVE: f32 = 84.0;
const WIDTH: f32 = 640.0;

/// The bar, while another screen is on trial.
pub(in crate::ui) fn trial_ui(ui: &Ui, ctx: &Ctx<'_>) {
    let Some(trial) = &ctx.state.hall.trial else { return };
    if trial.is_over(ctx.now) {
        return ctx.send(Action::Check(CheckAction::Tick));
    }
    ui.ctx().request_repaint_after(Duration::from_millis(500));
    let t = ui.tokens();
    let left = trial.ends.0 - ctx.now.0;
    let area = Area::new(Id::unique("trial")).order(Order::Foreground);
    area.anchor(Align2::CENTER_BOTTOM, vec2(0.0, -ABOVE)).show(ui.ctx(), |ui| {
        let frame = Frame::new().fill(t.amber_tint).stroke(Stroke::new(2.0, t.amber)).corner_radius(14);
        frame.inner_margin(Margin { left: 18, right: 14, top: 12, bottom: 12 }).show(ui, |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 120.0));
            ui.horizontal(|ui| {
                icon_ui(ui, "monitor", 26.0, t.amber_text);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.set_width(ui.available_width() - 290.0);
                    line_ui(ui, fl!(ctx.tr, "trial-question"), Face::Bold.at(size::SUBHEADING), t.amber_text);
                    let seconds = trial.seconds_left(ctx.now).to_string();
                    let back = fl!(ctx.tr, "trial-back-in", seconds = seconds);
                    line_ui(ui, back, Face::Regular.at(size::CONTROL), t.ink);
                });
                let keep = format!("{} ({})", fl!(ctx.tr, "trial-keep"), keys_text(ctx, Command::SlideEnter));
                if button_ui(ui, ButtonKind::Primary, "check", &keep).clicked() {
                    ctx.send(Action::Check(CheckAction::Keep));
                }
                let back = format!("{} ({})", fl!(ctx.tr, "trial-revert"), keys_text(ctx, Command::Escape));
                if button_ui(ui, ButtonKind::Plain, "arrow-counter-clockwise", &back).clicked() {
                    ctx.send(Action::Check(CheckAction::Revert));
                }
            });
            let (track, _) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
            #[expect(clippy::cast_precision_loss, reason = "a few seconds")]
            let share = left as f32 / TRIAL_MS as f32;
            let filled = Rect::from_min_size(track.min, vec2(track.width() * share.clamp(0.0, 1.0), 5.0));
            ui.painter().rect_filled(filled, CornerRadius::same(3), t.amber);
        });
    });
}
