//! The clocks: time left, time taught, the pace, the time of day; and the way out.

use egui::{Align, Layout, Ui};
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::command::Command;
use crate::app::present::{Pace, Talk, clock, time_of_day};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, chip_ui, command_button_ui, keys_text, line_ui, words};

const MINUTE: i64 = 60_000;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
    let t = ui.tokens();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 22.0;
        left_ui(ui, ctx, talk);
        figure_ui(ui, &fl!(ctx.tr, "talk-taught"), &clock(talk.record.taught_until(ctx.now).0), t.ink);
        pace_ui(ui, ctx, talk);
        figure_ui(ui, &fl!(ctx.tr, "talk-now"), &time_of_day(ctx.now), t.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let label = format!("{}  {}", fl!(ctx.tr, "talk-end"), keys_text(ctx, Command::Escape));
            if button_ui(ui, ButtonKind::Plain, "x", &label).clicked() {
                ctx.run(Command::Escape);
            }
            live_ui(ui, ctx);
            command_button_ui(ui, ctx, Command::RoomCheck, false);
            let spot = talk
                .slide()
                .and_then(|slide| ctx.state.open_course()?.course.spot(slide.key.lesson.as_ref()?));
            let title = spot.map_or(talk.record.title.as_str(), |spot| spot.entry.title.as_str());
            let place = format!("{title} · {}/{}", talk.at.slide + 1, talk.deck.slides.len());
            line_ui(ui, place, Face::Regular.at(size::CONTROL), t.muted);
        });
    });
}

fn live_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let live = ctx.state.hall.live && ctx.state.hall_screen().is_some();
    let (kind, label) = if live {
        (ButtonKind::Plain, fl!(ctx.tr, "talk-live-stop"))
    } else {
        (ButtonKind::Primary, fl!(ctx.tr, "talk-live-start"))
    };
    if button_ui(ui, kind, "projector-screen", &label).clicked() {
        ctx.run(Command::GoLive);
    }
}

fn figure_ui(ui: &mut Ui, label: &str, figure: &str, ink: egui::Color32) {
    let t = ui.tokens();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(words(label, Face::Regular.at(size::SMALL), t.muted));
        ui.label(words(figure, Face::Semibold.at(22.0), ink));
    });
}

/// The time left until the end that was set; a press sets it.
fn left_ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
    let t = ui.tokens();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (label, figure) = match talk.record.ends {
            Some(ends) => {
                (fl!(ctx.tr, "talk-left-until", time = time_of_day(ends)), clock(ends.0 - ctx.now.0))
            }
            None => (fl!(ctx.tr, "talk-left-of-plan"), clock(i64::from(talk.minutes_left(ctx.now)) * MINUTE)),
        };
        ui.label(words(&label, Face::Regular.at(size::SMALL), t.muted));
        let name = format!("{label}: {figure}");
        let late = talk.record.ends.is_some_and(|ends| ends.0 < ctx.now.0);
        let ink = if late { t.danger_text } else { t.ink };
        let button = egui::Button::new(words(figure, Face::Semibold.at(22.0), ink)).frame(false);
        let menu =
            egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| ends_menu(ui, ctx, talk));
        menu.0.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        menu.0.on_hover_text(fl!(ctx.tr, "talk-set-end"));
    });
}

fn ends_menu(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
    let base = talk.record.ends.unwrap_or(ctx.now);
    for minutes in [-5, 5, 15, 45] {
        let label = if minutes < 0 {
            fl!(ctx.tr, "talk-end-earlier", minutes = (-minutes).to_string())
        } else {
            fl!(ctx.tr, "talk-end-later", minutes = minutes.to_string())
        };
        if ui.button(label).clicked() {
            ctx.send(Action::Show(Show::EndsAt(Some(base.after_minutes(minutes)))));
        }
    }
    if talk.record.ends.is_some() && ui.button(fl!(ctx.tr, "talk-end-none")).clicked() {
        ctx.send(Action::Show(Show::EndsAt(None)));
    }
}

/// How the class stands against its plan; when late, what could be left out.
fn pace_ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
    let t = ui.tokens();
    let ahead = talk.minutes_ahead(ctx.now);
    let minutes = ahead.abs().to_string();
    let text = match ahead {
        0 => fl!(ctx.tr, "pace-on-time"),
        1.. => fl!(ctx.tr, "pace-ahead", minutes = minutes),
        _ => fl!(ctx.tr, "pace-late", minutes = minutes),
    };
    let (ground, ink, icon) = match talk.pace(ctx.now) {
        Pace::OnTime => (t.good_tint, t.good_text, "check"),
        Pace::Late => (t.warning_tint, t.warning_text, "clock"),
        Pace::TooLate => (t.danger_tint, t.danger_text, "warning"),
    };
    chip_ui(ui, Some(icon), &text, ground, ink);
    let drop = talk.could_drop(ctx.now);
    if !drop.is_empty() {
        let label = fl!(ctx.tr, "talk-drop", slides = drop.len().to_string());
        if button_ui(ui, ButtonKind::Quiet, "scissors", &label).clicked() {
            ctx.run(Command::Replan);
        }
    }
    if let Some(timer) = &talk.record.timer {
        let left = clock(timer.until.0 - ctx.now.0);
        if button_ui(ui, ButtonKind::Plain, "timer", &fl!(ctx.tr, "talk-timer", left = left)).clicked() {
            ctx.run(Command::ActivityTimer);
        }
    }
}
