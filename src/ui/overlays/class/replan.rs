//! When time is lost: what could be left out to end in time; when time is won: what fits in again.

use std::collections::BTreeSet;

use egui::{ScrollArea, Ui};
use i18n_embed_fl::fl;

use super::{close, modal_ui};
use crate::app::action::{Action, Show};
use crate::app::present::{Talk, time_of_day};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, icon_button_ui, label_ui};

/// Which slides are ticked.
#[derive(Default)]
pub(super) struct ReplanDialog {
    chosen: BTreeSet<usize>,
}

impl ReplanDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, talk: &Talk, fresh: bool) {
        let late = talk.minutes_ahead(ctx.now) < 0;
        let proposed = if late { talk.could_drop(ctx.now) } else { talk.could_take(ctx.now) };
        if fresh {
            self.chosen = proposed.iter().copied().collect();
        }
        modal_ui(ui, ctx, "replan", &fl!(ctx.tr, "replan-title"), 680.0, |ui| {
            let t = ui.tokens();
            label_ui(
                ui,
                standing(ctx, talk),
                Face::Semibold.at(size::BODY),
                if late { t.warning_text } else { t.good_text },
            );
            let offered = talk.elastic(late);
            if offered.is_empty() {
                let text = if late {
                    fl!(ctx.tr, "replan-nothing-to-drop")
                } else {
                    fl!(ctx.tr, "replan-nothing-to-take")
                };
                label_ui(ui, text, Face::Regular.at(size::BODY), t.ink);
            } else {
                let hint =
                    if late { fl!(ctx.tr, "replan-drop-hint") } else { fl!(ctx.tr, "replan-take-hint") };
                label_ui(ui, hint, Face::Regular.at(size::CONTROL), t.muted);
            }
            let room = ui.available_height() - 90.0;
            ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
                for at in &offered {
                    self.slide_ui(ui, ctx, talk, *at);
                }
            });
            self.buttons_ui(ui, ctx, talk, late, &offered);
        });
    }

    fn slide_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, at: usize) {
        let t = ui.tokens();
        let Some(slide) = talk.deck.slides.get(at) else { return };
        ui.horizontal(|ui| {
            let on = self.chosen.contains(&at);
            let name = format!("{}. {}", at + 1, slide.page.title);
            if icon_button_ui(ui, if on { "check-square" } else { "square" }, &name, on).clicked() {
                let _was_there = if on { self.chosen.remove(&at) } else { self.chosen.insert(at) };
            }
            let minutes = fl!(ctx.tr, "minutes-short", minutes = slide.minutes.to_string());
            label_ui(ui, format!("{name} · {minutes}"), Face::Regular.at(size::CONTROL), t.ink);
        });
    }

    fn buttons_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, late: bool, offered: &[usize]) {
        let t = ui.tokens();
        let chosen: Vec<usize> = offered.iter().copied().filter(|at| self.chosen.contains(at)).collect();
        let minutes: i64 = chosen
            .iter()
            .filter_map(|at| talk.deck.slides.get(*at))
            .map(|slide| i64::from(slide.minutes))
            .sum();
        let sign = if late { -1 } else { 1 };
        let left = i64::from(talk.minutes_left(ctx.now)) + sign * minutes;
        let end = time_of_day(ctx.now.after_minutes(left));
        label_ui(ui, fl!(ctx.tr, "replan-would-end", time = end), Face::Semibold.at(size::CONTROL), t.ink);
        ui.horizontal(|ui| {
            if !chosen.is_empty() {
                let label = if late { fl!(ctx.tr, "replan-drop") } else { fl!(ctx.tr, "replan-take") };
                let icon = if late { "scissors" } else { "plus" };
                if button_ui(ui, ButtonKind::Primary, icon, &label).clicked() {
                    ctx.send(Action::Show(Show::Skip(chosen, late)));
                    close(ctx);
                }
            }
            if let Some(ends) = talk.record.ends.filter(|_| late) {
                for minutes in [5, 15] {
                    let label = fl!(ctx.tr, "talk-end-later", minutes = minutes.to_string());
                    if button_ui(ui, ButtonKind::Plain, "clock", &label).clicked() {
                        ctx.send(Action::Show(Show::EndsAt(Some(ends.after_minutes(minutes)))));
                    }
                }
            }
            if button_ui(ui, ButtonKind::Plain, "x", &fl!(ctx.tr, "replan-leave")).clicked() {
                close(ctx);
            }
        });
    }
}

/// How the class stands against its end, in a sentence.
fn standing(ctx: &Ctx<'_>, talk: &Talk) -> String {
    let ahead = talk.minutes_ahead(ctx.now);
    let minutes = ahead.abs().to_string();
    if ahead == 0 {
        return fl!(ctx.tr, "replan-on-time");
    }
    match (talk.record.ends, ahead < 0) {
        (Some(ends), true) => fl!(ctx.tr, "replan-late-for", minutes = minutes, time = time_of_day(ends)),
        (Some(ends), false) => fl!(ctx.tr, "replan-early-for", minutes = minutes, time = time_of_day(ends)),
        (None, true) => fl!(ctx.tr, "replan-late", minutes = minutes),
        (None, false) => fl!(ctx.tr, "replan-early", minutes = minutes),
    }
}
