//! The card of a break: its words and its minutes.

use egui::Ui;
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::present::{Pause, Prompt, Talk};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, field_ui, label_ui};

/// What is being written.
#[derive(Default)]
pub(super) struct PauseDialog {
    message: String,
    minutes: u16,
}

/// The lengths that are offered; zero shows no countdown.
const MINUTES: [u16; 6] = [0, 5, 10, 15, 20, 60];

impl PauseDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, fresh: bool) {
        if fresh {
            let talk = ctx.state.hall.talk.as_deref();
            let prompt = talk.and_then(Talk::slide).and_then(|slide| slide.prompt.clone());
            *self = match prompt {
                Some(Prompt::Break { label, minutes }) => Self { message: label, minutes },
                _ => Self { message: fl!(ctx.tr, "pause-message"), minutes: 15 },
            };
        }
        let title = fl!(ctx.tr, "pause-title");
        super::modal_ui(ui, ctx, "pause", &title, 560.0, |ui| {
            let t = ui.tokens();
            label_ui(ui, fl!(ctx.tr, "pause-words"), Face::Semibold.at(size::CONTROL), t.ink);
            let field = field_ui(ui, &mut self.message, "coffee", &fl!(ctx.tr, "pause-words"), 500.0);
            if fresh {
                field.request_focus();
            }
            super::minutes_ui(ui, ctx, &fl!(ctx.tr, "pause-minutes"), &mut self.minutes, &MINUTES);
            ui.add_space(8.0);
            let entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
            if button_ui(ui, ButtonKind::Primary, "coffee", &fl!(ctx.tr, "pause-show")).clicked() || entered {
                let until = (self.minutes > 0).then(|| ctx.now.after_minutes(self.minutes.into()));
                let pause = Pause { message: self.message.trim().to_owned(), until };
                ctx.send(Action::Show(Show::Pause(Some(pause))));
                ctx.send(Action::Overlay(None));
            }
        });
    }
}
