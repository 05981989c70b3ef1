//! Before a class: what is shown, how, and until when.

use egui::{CollapsingHeader, ScrollArea, Ui};
use i18n_embed_fl::fl;

use super::agenda::AgendaEditor;
use super::agendas;
use crate::app::action::{Action, Show};
use crate::app::class_action::ClassAction;
use crate::app::command::Command;
use crate::app::present::{CheckAction, Monitor};
use crate::app::settings::Settings;
use crate::class::Plan;
use crate::content::Course;
use crate::content::course::LessonState;
use crate::typeset::LADDER;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, card_frame, empty_ui, keys_text, label_ui, line_ui, segments_ui, words,
};

/// The width of the column.
const WIDTH: f32 = 960.0;

/// What the choice of a class remembers.
#[derive(Default)]
pub(super) struct Setup {
    editor: AgendaEditor,
}

impl Setup {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let t = ui.tokens();
        let Some(open) = ctx.state.open_course() else {
            return empty_ui(
                ui,
                "presentation",
                &fl!(ctx.tr, "present-no-course"),
                &fl!(ctx.tr, "present-no-course-hint"),
            );
        };
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let side = ((ui.available_width() - WIDTH) / 2.0).max(24.0);
            let column = ui.available_rect_before_wrap().shrink2(egui::vec2(side, 24.0));
            let column = column.with_max_y(f32::INFINITY);
            ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
                let title = label_ui(ui, fl!(ctx.tr, "present-title"), Face::Bold.at(size::TITLE), t.ink);
                crate::ui::widgets::as_heading(ui, &title, 1, &fl!(ctx.tr, "present-title"));
                label_ui(ui, fl!(ctx.tr, "present-hint"), Face::Regular.at(size::BODY), t.muted);
                ui.add_space(12.0);
                if let Some(agenda) = agendas::edited(ctx) {
                    return self.editor.ui(ui, ctx, open, agenda);
                }
                card_frame(ui).show(ui, |ui| hall_ui(ui, ctx));
                ui.add_space(16.0);
                agendas::ui(ui, ctx, &open.course);
                lessons_ui(ui, ctx, &open.course);
                agendas::held_ui(ui, ctx, &open.course);
            });
        });
    }
}

/// The hall: its screen, its light, its last row.
fn hall_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    let settings = &ctx.state.settings;
    ui.set_width(ui.available_width());
    let set = |settings: Settings| ctx.send(Action::Settings(Box::new(settings)));
    let screens = &ctx.state.hall.screens;
    if let Some(hall) = ctx.state.hall_screen() {
        let named = |at: usize, monitor: &Monitor| {
            let (width, height) = monitor.size;
            (at, format!("{}. {} {width}×{height}", at + 1, monitor.name))
        };
        let others = screens.all.iter().enumerate().filter(|(at, _)| Some(*at) != screens.own);
        let all: Vec<(usize, String)> = others.map(|(at, monitor)| named(at, monitor)).collect();
        row(ui, &fl!(ctx.tr, "present-screen"), |ui| {
            if let Some(at) = segments_ui(ui, &fl!(ctx.tr, "present-screen"), hall, &all) {
                ctx.send(Action::Check(CheckAction::HallOn(at)));
            }
        });
    } else {
        // The screens are looked for whenever the window is drawn.
        ui.ctx().request_repaint_after(std::time::Duration::from_secs(1));
        ui.horizontal_top(|ui| {
            crate::ui::widgets::icon_ui(ui, "monitor", 22.0, t.warning_text);
            label_ui(ui, fl!(ctx.tr, "present-one-screen"), Face::Regular.at(size::BODY), t.ink);
        });
    }
    row(ui, &fl!(ctx.tr, "present-light"), |ui| {
        let all = [(false, fl!(ctx.tr, "present-bright")), (true, fl!(ctx.tr, "present-dark"))];
        if let Some(dark) = segments_ui(ui, &fl!(ctx.tr, "present-light"), settings.present.dark, &all) {
            let mut settings = settings.clone();
            settings.present.dark = dark;
            set(settings);
        }
    });
    row(ui, &fl!(ctx.tr, "present-least"), |ui| {
        let all = LADDER.map(|rung| (rung.part(), format!("1/{}", rung.part())));
        if let Some(part) = segments_ui(ui, &fl!(ctx.tr, "present-least"), settings.present.least_part, &all)
        {
            let mut settings = settings.clone();
            settings.present.least_part = part;
            set(settings);
        }
    });
    row(ui, &fl!(ctx.tr, "present-path"), |ui| {
        let all = [(false, fl!(ctx.tr, "present-core")), (true, fl!(ctx.tr, "present-whole"))];
        if let Some(whole) = segments_ui(ui, &fl!(ctx.tr, "present-path"), ctx.state.hall.whole, &all) {
            ctx.send(Action::Show(Show::Whole(whole)));
        }
    });
    row(ui, &fl!(ctx.tr, "present-rehearse"), |ui| {
        let all = [(false, fl!(ctx.tr, "present-for-real")), (true, fl!(ctx.tr, "present-rehearsal"))];
        let name = fl!(ctx.tr, "present-rehearse");
        if let Some(rehearse) = segments_ui(ui, &name, ctx.state.hall.rehearse, &all) {
            ctx.send(Action::Class(ClassAction::Rehearse(rehearse)));
        }
    });
    check_ui(ui, ctx);
}

/// The way to the check of the room.
fn check_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let spec = Command::RoomCheck.spec();
        let label = format!("{} ({})", ctx.tr.get(spec.label), keys_text(ctx, Command::RoomCheck));
        if button_ui(ui, ButtonKind::Primary, spec.icon, &label).clicked() {
            ctx.run(Command::RoomCheck);
        }
        line_ui(ui, fl!(ctx.tr, "check-about"), Face::Regular.at(size::CONTROL), t.muted);
    });
}

fn row(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    let t = ui.tokens();
    ui.horizontal_top(|ui| {
        ui.scope(|ui| {
            ui.set_width(170.0);
            label_ui(ui, label, Face::Semibold.at(size::CONTROL), t.ink);
        });
        ui.vertical(add);
    });
    ui.add_space(4.0);
}

fn lessons_ui(ui: &mut Ui, ctx: &Ctx<'_>, course: &Course) {
    let t = ui.tokens();
    label_ui(ui, fl!(ctx.tr, "present-lessons"), Face::Bold.at(size::HEADING), t.ink);
    let modules = course.parts.iter().flat_map(|part| &part.modules);
    for (number, module) in modules.enumerate() {
        let ready: Vec<_> =
            module.lessons.iter().filter(|lesson| lesson.state == LessonState::Ready).collect();
        if ready.is_empty() {
            continue;
        }
        let title = format!("{}. {}", number + 1, module.title);
        CollapsingHeader::new(words(title, Face::Semibold.at(size::BODY), t.ink)).default_open(true).show(
            ui,
            |ui| {
                for lesson in ready {
                    ui.horizontal(|ui| {
                        let begin = button_ui(ui, ButtonKind::Plain, "play", &lesson.title);
                        if begin.clicked() {
                            let plan = Plan::of_lesson(lesson.id.clone(), ctx.state.hall.whole);
                            ctx.send(Action::Show(Show::Prepare(plan)));
                        }
                        let minutes = fl!(ctx.tr, "minutes-short", minutes = lesson.minutes.to_string());
                        line_ui(ui, minutes, Face::Regular.at(size::CONTROL), t.muted);
                    });
                }
            },
        );
    }
}
