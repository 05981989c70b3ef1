//! The clock of an activity, which the hall sees below the slide.

use egui::{Key, Ui};
use i18n_embed_fl::fl;

use super::{close, minutes_ui, modal_ui, send};
use crate::app::class_action::ClassAction;
use crate::app::present::{Prompt, Talk, clock};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, field_ui, label_ui, words};

/// What is being set.
#[derive(Default)]
pub(super) struct TimerDialog {
    label: String,
    minutes: u16,
}

/// The lengths that are offered, in minutes.
const MINUTES: [u16; 8] = [1, 2, 3, 5, 10, 15, 20, 30];

impl TimerDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, talk: &Talk, fresh: bool) {
        if fresh {
            let prompt = talk.slide().and_then(|slide| slide.prompt.as_ref());
            (self.label, self.minutes) = match prompt {
                Some(Prompt::Activity { title, minutes }) => (title.clone(), (*minutes).max(1)),
                _ => (fl!(ctx.tr, "timer-label"), 5),
            };
        }
        modal_ui(ui, ctx, "timer", &fl!(ctx.tr, "timer-title"), 620.0, |ui| {
            let t = ui.tokens();
            if let Some(timer) = &talk.record.timer {
                let left = clock(timer.until.0 - ctx.now.0);
                ui.label(words(left, Face::Bold.at(size::DISPLAY), t.ink));
                label_ui(ui, &timer.label, Face::Regular.at(size::BODY), t.muted);
                ui.horizontal(|ui| {
                    for minutes in [1, 5] {
                        let label = fl!(ctx.tr, "timer-more", minutes = minutes.to_string());
                        if button_ui(ui, ButtonKind::Plain, "plus", &label).clicked() {
                            send(ctx, ClassAction::MoreTime(minutes));
                        }
                    }
                    if button_ui(ui, ButtonKind::Plain, "x", &fl!(ctx.tr, "timer-stop")).clicked() {
                        send(ctx, ClassAction::StopTimer);
                        close(ctx);
                    }
                });
                ui.separator();
            }
            label_ui(ui, fl!(ctx.tr, "timer-words"), Face::Semibold.at(size::CONTROL), t.ink);
            field_ui(ui, &mut self.label, "timer", &fl!(ctx.tr, "timer-words"), 560.0);
            minutes_ui(ui, ctx, &fl!(ctx.tr, "timer-minutes"), &mut self.minutes, &MINUTES);
            ui.add_space(8.0);
            let start = button_ui(ui, ButtonKind::Primary, "timer", &fl!(ctx.tr, "timer-start"));
            if fresh {
                start.request_focus();
            }
            let entered = ui.input(|input| input.key_pressed(Key::Enter)) && !start.has_focus();
            let in_field = ui.ctx().text_edit_focused();
            if start.clicked() || entered && in_field {
                send(ctx, ClassAction::SetTimer(self.label.trim().to_owned(), self.minutes));
                close(ctx);
            }
        });
    }
}
