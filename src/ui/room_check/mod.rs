//! The check of the room before a class: steps at the left, the present one beside them.

mod awake;
mod board;
mod clicker;
mod done;
mod finding;
mod letters;
mod power;
mod screens;
mod steps;
mod trial;

pub(super) use board::{board, paint};
pub(super) use trial::trial_ui;

use std::time::Duration;

use egui::{
    Align, CentralPanel, EventFilter, Frame, Id, Layout, Margin, Panel, Rect, Role, ScrollArea, Sense, Ui,
    UiBuilder, WidgetInfo, pos2,
};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::present::{CheckAction, RoomCheck, Step};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, as_heading, button_ui, keys_text, label_ui, line_ui};

/// Below this width the list of steps is narrow.
const NARROW: f32 = 1000.0;

/// The whole page.
pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    // Seconds go by, and screens are looked for once in each of them.
    ui.ctx().request_repaint_after(Duration::from_secs(1));
    if check.wants_a_look(ctx.now) {
        ctx.send(Action::Check(CheckAction::Look));
    }
    let t = ui.tokens();
    let narrow = ui.ctx().content_rect().width() < NARROW;
    let bar = Frame::new().fill(t.sunken).inner_margin(Margin::symmetric(20, 8));
    Panel::top("check-bar").frame(bar).show(ui, |ui| bar_ui(ui, ctx, check));
    let list = Frame::new().fill(t.sunken).inner_margin(Margin::symmetric(12, 16));
    let width = if narrow { 252.0 } else { 330.0 };
    Panel::left("check-steps").exact_size(width).resizable(false).frame(list).show(ui, |ui| {
        steps::ui(ui, ctx, check);
    });
    let side = if narrow { 24 } else { 44 };
    let foot = Frame::new().fill(t.paper).inner_margin(Margin::symmetric(side, 14));
    Panel::bottom("check-foot").frame(foot).show(ui, |ui| foot_ui(ui, ctx, check));
    let page =
        Frame::new().fill(t.paper).inner_margin(Margin { left: side, right: side, top: 24, bottom: 0 });
    CentralPanel::default().frame(page).show(ui, |ui| {
        hold_keys(ui, &name(ctx, check.step));
        ScrollArea::vertical().id_salt(check.step).auto_shrink([false, false]).show(ui, |ui| {
            // The last card has a title of its own.
            if check.step != Step::Done {
                title_ui(ui, &name(ctx, check.step), t.ink);
            }
            match check.step {
                Step::Screens => screens::ui(ui, ctx),
                Step::Letters => letters::ui(ui, ctx, check),
                Step::Clicker => clicker::ui(ui, ctx, check),
                Step::Awake => awake::ui(ui, ctx),
                Step::Power => power::ui(ui, ctx, check),
                Step::Done => done::ui(ui, ctx, check),
            }
        });
    });
}

fn title_ui(ui: &mut Ui, title: &str, ink: egui::Color32) {
    let heading = label_ui(ui, title, Face::Bold.at(size::TITLE), ink);
    as_heading(ui, &heading, 1, title);
}

/// The name of a step.
fn name(ctx: &Ctx<'_>, step: Step) -> String {
    match step {
        Step::Screens => fl!(ctx.tr, "check-screens"),
        Step::Letters => fl!(ctx.tr, "check-letters"),
        Step::Clicker => fl!(ctx.tr, "check-clicker"),
        Step::Awake => fl!(ctx.tr, "check-awake"),
        Step::Power => fl!(ctx.tr, "check-power"),
        Step::Done => fl!(ctx.tr, "check-done"),
    }
}

/// The sentence that says what to look at.
fn sentence_ui(ui: &mut Ui, text: String) {
    let ink = ui.tokens().ink;
    ui.add_space(2.0);
    label_ui(ui, text, Face::Regular.at(size::SUBHEADING), ink);
    ui.add_space(16.0);
}

/// A word of advice below.
fn advice_ui(ui: &mut Ui, text: String) {
    let muted = ui.tokens().muted;
    label_ui(ui, text, Face::Regular.at(size::BODY), muted);
}

fn bar_ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    let t = ui.tokens();
    ui.horizontal(|ui| {
        crate::ui::widgets::icon_ui(ui, Command::RoomCheck.spec().icon, 20.0, t.teal_text);
        line_ui(ui, fl!(ctx.tr, "command-room-check"), Face::Bold.at(size::SUBHEADING), t.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let label = format!("{} ({})", fl!(ctx.tr, "check-close"), keys_text(ctx, Command::Escape));
            if button_ui(ui, ButtonKind::Quiet, "x", &label).clicked() {
                ctx.send(Action::Check(CheckAction::Close));
            }
            let seconds = fl!(ctx.tr, "check-seconds", seconds = check.seconds(ctx.now).to_string());
            line_ui(ui, seconds, Face::Regular.at(size::CONTROL), t.muted);
        });
    });
}

/// The way on and back; the last step has its own way out.
fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    ui.horizontal(|ui| {
        ui.add_enabled_ui(check.step != Step::Screens, |ui| {
            if button_ui(ui, ButtonKind::Quiet, "arrow-left", &fl!(ctx.tr, "check-back")).clicked() {
                ctx.send(Action::Check(CheckAction::Walk(-1)));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if check.step == Step::Done {
                return done::buttons_ui(ui, ctx);
            }
            let enter = keys_text(ctx, Command::SlideEnter);
            let label = if check.step == Step::Clicker {
                format!("{} ({enter} {enter})", fl!(ctx.tr, "check-clicker-done"))
            } else {
                format!("{} ({enter})", fl!(ctx.tr, "check-next"))
            };
            if button_ui(ui, ButtonKind::Primary, "arrow-right", &label).clicked() {
                ctx.send(Action::Check(CheckAction::Walk(1)));
            }
        });
    });
}

/// The page holds the arrow keys, so that a clicker never moves the focus instead.
fn hold_keys(ui: &Ui, name: &str) {
    let id = Id::unique("room-check");
    let corner = ui.max_rect().min;
    let rect = Rect::from_min_max(corner, pos2(corner.x + 1.0, corner.y + 1.0));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    ui.memory_mut(|memory| {
        if memory.focused().is_none() {
            memory.request_focus(id);
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
        memory.set_focus_lock_filter(id, arrows);
    });
}

/// Something found, large: an icon on a tinted ground, and words beside it.
fn result_ui(ui: &mut Ui, icon: &str, ground: egui::Color32, ink: egui::Color32, text: &str) {
    Frame::new().fill(ground).corner_radius(14).inner_margin(Margin::symmetric(20, 16)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            crate::ui::widgets::icon_ui(ui, icon, 30.0, ink);
            ui.add_space(6.0);
            let room = ui.available_rect_before_wrap();
            ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
                ui.add_space(5.0);
                label_ui(ui, text, Face::Semibold.at(size::SUBHEADING), ink);
            });
        });
    });
    ui.add_space(14.0);
}

/// One fact: an icon, what it is, and its value large.
struct Tile<'a> {
    icon: &'a str,
    label: String,
    value: String,
    worries: bool,
}

/// Facts side by side.
fn tiles_ui(ui: &mut Ui, tiles: &[Tile<'_>]) {
    let t = ui.tokens();
    crate::ui::widgets::columns_ui(ui, tiles.len(), |ui, at| {
        let Some(tile) = tiles.get(at) else { return };
        let (ground, ink) = if tile.worries { (t.warning_tint, t.warning_text) } else { (t.surface, t.ink) };
        let frame = Frame::new().fill(ground).stroke(egui::Stroke::new(1.0, t.line)).corner_radius(14);
        frame.inner_margin(Margin::same(16)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            crate::ui::widgets::icon_ui(ui, tile.icon, 26.0, if tile.worries { ink } else { t.teal_text });
            label_ui(
                ui,
                &tile.label,
                Face::Regular.at(size::CONTROL),
                if tile.worries { ink } else { t.muted },
            );
            label_ui(ui, &tile.value, Face::Semibold.at(size::HEADING), ink);
        });
    });
    ui.add_space(14.0);
}
