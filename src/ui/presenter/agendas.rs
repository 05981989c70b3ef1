//! Agendas to choose from: the speaker's own, those of the course, and classes that were held.

use egui::Ui;
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::class_action::ClassAction;
use crate::class::{Held, OwnAgenda, Plan};
use crate::content::Course;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, icon_button_ui, label_ui, line_ui};

/// As many classes are listed.
const LISTED: usize = 12;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, course: &Course) {
    if ctx.state.classes.cut_off.as_ref().is_some_and(|(_, record)| record.course == course.id) {
        let label = fl!(ctx.tr, "cut-off-title");
        if button_ui(ui, ButtonKind::Primary, "play", &label).clicked() {
            ctx.send(Action::Overlay(Some(crate::app::state::Overlay::CutOff)));
        }
        ui.add_space(12.0);
    }
    own_ui(ui, ctx, course);
    of_course_ui(ui, ctx, course);
}

fn send(ctx: &Ctx<'_>, action: ClassAction) {
    ctx.send(Action::Class(action));
}

fn heading_ui(ui: &mut Ui, text: &str) {
    label_ui(ui, text, Face::Bold.at(size::HEADING), ui.tokens().ink);
}

fn own_ui(ui: &mut Ui, ctx: &Ctx<'_>, course: &Course) {
    let t = ui.tokens();
    heading_ui(ui, &fl!(ctx.tr, "present-own"));
    label_ui(ui, fl!(ctx.tr, "present-own-hint"), Face::Regular.at(size::CONTROL), t.muted);
    for agenda in ctx.state.classes.agendas(&course.id) {
        ui.horizontal(|ui| {
            begin_ui(ui, ctx, &agenda.plan());
            let title = agenda.title.as_str();
            if icon_button_ui(ui, "pencil-simple", &fl!(ctx.tr, "present-edit", title = title), false)
                .clicked()
            {
                send(ctx, ClassAction::Edit(Some(agenda.id)));
            }
            copy_ui(ui, ctx, &agenda.plan());
            if icon_button_ui(ui, "trash", &fl!(ctx.tr, "present-delete", title = title), false).clicked() {
                send(ctx, ClassAction::Delete(agenda.id));
            }
        });
    }
    if button_ui(ui, ButtonKind::Quiet, "plus", &fl!(ctx.tr, "present-new")).clicked() {
        let title = fl!(ctx.tr, "present-new-title");
        send(ctx, ClassAction::Copy(Plan { title, items: Vec::new(), from: None }));
    }
    ui.add_space(12.0);
}

fn of_course_ui(ui: &mut Ui, ctx: &Ctx<'_>, course: &Course) {
    if course.agendas.is_empty() {
        return;
    }
    heading_ui(ui, &fl!(ctx.tr, "present-agendas"));
    for agenda in &course.agendas {
        let plan = Plan::of_agenda(course, agenda, ctx.state.hall.whole);
        ui.horizontal(|ui| {
            begin_ui(ui, ctx, &plan);
            copy_ui(ui, ctx, &plan);
        });
    }
    ui.add_space(12.0);
}

fn begin_ui(ui: &mut Ui, ctx: &Ctx<'_>, plan: &Plan) {
    let t = ui.tokens();
    let lessons = plan.lessons().count();
    ui.add_enabled_ui(lessons > 0, |ui| {
        let label = fl!(ctx.tr, "present-begin-agenda", title = plan.title.as_str());
        if button_ui(ui, ButtonKind::Plain, "play", &label).clicked() {
            ctx.send(Action::Show(Show::Prepare(plan.clone())));
        }
    });
    let (lessons, minutes) = (lessons.to_string(), plan.minutes().to_string());
    let about = fl!(ctx.tr, "agenda-lessons", lessons = lessons, minutes = minutes);
    line_ui(ui, about, Face::Regular.at(size::CONTROL), t.muted);
}

fn copy_ui(ui: &mut Ui, ctx: &Ctx<'_>, plan: &Plan) {
    let name = fl!(ctx.tr, "present-copy", title = plan.title.as_str());
    if icon_button_ui(ui, "copy", &name, false).clicked() {
        send(ctx, ClassAction::Copy(plan.clone()));
    }
}

/// Classes that were held; a press shows their record.
pub(super) fn held_ui(ui: &mut Ui, ctx: &Ctx<'_>, course: &Course) {
    let held: Vec<&Held> =
        ctx.state.classes.held.iter().filter(|held| held.course == course.id).take(LISTED).collect();
    if held.is_empty() {
        return;
    }
    ui.add_space(12.0);
    heading_ui(ui, &fl!(ctx.tr, "present-held"));
    for class in held {
        let began = jiff::Timestamp::from_millisecond(class.began.0).unwrap_or_default();
        let day =
            began.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%d/%m/%Y %H:%M").to_string();
        let title = class.title.as_str();
        let label = if class.rehearsal {
            fl!(ctx.tr, "present-held-rehearsal", day = day, title = title)
        } else {
            fl!(ctx.tr, "present-held-line", day = day, title = title)
        };
        if button_ui(ui, ButtonKind::Quiet, "clipboard-text", &label).clicked() {
            send(ctx, ClassAction::Open(class.session));
        }
    }
}

/// The agenda that is being changed.
pub(super) fn edited<'a>(ctx: &Ctx<'a>) -> Option<&'a OwnAgenda> {
    ctx.state.classes.agenda(ctx.state.hall.editing?)
}
