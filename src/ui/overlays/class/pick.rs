//! A row or a group of the hall, drawn by lot; each comes once before any comes again.

use egui::Ui;
use i18n_embed_fl::fl;

use super::{close, modal_ui, send, stepper_ui};
use crate::app::class_action::ClassAction;
use crate::app::present::Talk;
use crate::class::Among;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, label_ui, segments_ui};

/// Among whom is drawn; stays as the hall is.
pub(super) struct PickDialog {
    among: Among,
    rows: u16,
    groups: u16,
}

impl Default for PickDialog {
    fn default() -> Self {
        Self { among: Among::Rows, rows: 12, groups: 6 }
    }
}

const MOST: u16 = 99;

impl PickDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, talk: &Talk, fresh: bool) {
        modal_ui(ui, ctx, "pick", &fl!(ctx.tr, "pick-title"), 520.0, |ui| {
            let t = ui.tokens();
            let name = |among| match among {
                Among::Rows => fl!(ctx.tr, "pick-rows"),
                Among::Groups => fl!(ctx.tr, "pick-groups"),
            };
            let all = Among::ALL.map(|among| (among, name(among)));
            if let Some(among) = segments_ui(ui, &fl!(ctx.tr, "pick-among"), self.among, &all) {
                self.among = among;
            }
            let Self { among, rows, groups } = self;
            let of = if *among == Among::Rows { rows } else { groups };
            ui.horizontal(|ui| {
                label_ui(ui, fl!(ctx.tr, "pick-of"), Face::Regular.at(size::CONTROL), t.muted);
                if let Some(number) = stepper_ui(ui, ctx, &name(*among), *of, MOST) {
                    *of = number;
                }
            });
            let drawn = talk.record.picked.iter().filter(|(kind, _)| kind == among);
            let drawn: Vec<String> = drawn.map(|(_, number)| number.to_string()).collect();
            if !drawn.is_empty() {
                let line = fl!(ctx.tr, "pick-drawn", numbers = drawn.join(" · "));
                label_ui(ui, line, Face::Regular.at(size::CONTROL), t.muted);
            }
            ui.add_space(8.0);
            let draw = button_ui(ui, ButtonKind::Primary, "shuffle", &fl!(ctx.tr, "pick-draw"));
            if fresh {
                draw.request_focus();
            }
            if draw.clicked() {
                send(ctx, ClassAction::Pick(*among, *of));
                close(ctx);
            }
        });
    }
}
