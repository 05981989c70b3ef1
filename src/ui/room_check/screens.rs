//! The first step: a number on each screen, and which of them the hall sees.

use egui::{
    Align2, CornerRadius, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::{advice_ui, sentence_ui};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::present::{CheckAction, Monitor};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, focus_ring, icon_char, keys_text};

/// The tallest screen on the map where there is room, and what stays free below it.
const TALLEST: f32 = 270.0;
const BELOW: f32 = 130.0;
/// Between two screens.
const GAP: f32 = 20.0;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let hall = ctx.state.hall_screen();
    match hall {
        Some(at) => {
            sentence_ui(ui, fl!(ctx.tr, "check-screens-look", number = (at + 1).to_string()));
        }
        None => sentence_ui(ui, fl!(ctx.tr, "check-screens-one")),
    }
    map_ui(ui, ctx, hall);
    ui.add_space(18.0);
    if hall.is_some() {
        let label = format!("{} ({})", fl!(ctx.tr, "check-swap"), keys_text(ctx, Command::SwapScreens));
        if button_ui(ui, ButtonKind::Plain, "swap", &label).clicked() {
            ctx.run(Command::SwapScreens);
        }
        ui.add_space(10.0);
        advice_ui(ui, fl!(ctx.tr, "check-screens-edge"));
    } else {
        let label = format!("{} ({})", fl!(ctx.tr, "check-single"), keys_text(ctx, Command::TableMode));
        if button_ui(ui, ButtonKind::Plain, Command::TableMode.spec().icon, &label).clicked() {
            ctx.run(Command::TableMode);
        }
    }
}

/// The screens as they stand on the desk, from left to right.
fn map_ui(ui: &mut Ui, ctx: &Ctx<'_>, hall: Option<usize>) {
    let screens = &ctx.state.hall.screens;
    let mut all: Vec<(usize, &Monitor)> = screens.all.iter().enumerate().collect();
    all.sort_by_key(|(at, monitor)| (monitor.at, *at));
    #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
    let extent = |monitor: &Monitor| vec2(monitor.size.0 as f32, monitor.size.1 as f32);
    // Where there is one alone, the place of the other is shown empty.
    let missing = all.len() < 2;
    let mut sizes: Vec<egui::Vec2> = all.iter().map(|(_, monitor)| extent(monitor)).collect();
    if missing {
        sizes.push(vec2(1920.0, 1080.0));
    }
    let wide: f32 = sizes.iter().map(|size| size.x).sum();
    let high = sizes.iter().map(|size| size.y).fold(1.0, f32::max);
    #[expect(clippy::cast_precision_loss, reason = "a few screens")]
    let gaps = GAP * sizes.len().saturating_sub(1) as f32;
    let tallest = (ui.clip_rect().bottom() - ui.cursor().top() - BELOW).clamp(110.0, TALLEST);
    let scale = ((ui.available_width() - gaps) / wide.max(1.0)).min(tallest / high);
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), high * scale), Sense::hover());
    let mut left = area.left();
    let mut place = |size: egui::Vec2| {
        let size = size * scale;
        let rect = Rect::from_min_size(pos2(left, area.bottom() - size.y), size);
        left += size.x + GAP;
        rect
    };
    for (at, monitor) in all {
        screen_ui(ui, ctx, at, hall, place(extent(monitor)));
    }
    if missing {
        missing_ui(ui, ctx, place(vec2(1920.0, 1080.0)));
    }
}

fn screen_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize, hall: Option<usize>, rect: Rect) {
    let t = ui.tokens();
    let own = ctx.state.hall.screens.own == Some(at);
    let (whose, ground, edge, ink) = if own {
        (fl!(ctx.tr, "check-own-screen"), t.teal_tint, t.teal, t.teal_text)
    } else if hall == Some(at) {
        (fl!(ctx.tr, "check-hall-screen"), t.amber_tint, t.amber, t.amber_text)
    } else {
        (fl!(ctx.tr, "check-spare-screen"), t.surface, t.control_line, t.muted)
    };
    let number = (at + 1).to_string();
    let can_be_chosen = !own && hall != Some(at);
    let sense = if can_be_chosen { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("screen", at)), sense);
    let role = if can_be_chosen { Role::Button } else { Role::Label };
    let name = fl!(ctx.tr, "check-map", number = number.as_str(), whose = whose.as_str());
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    let width = if own || hall == Some(at) { 3.0 } else { 1.5 };
    let corner = CornerRadius::same(12);
    ui.painter().rect(rect, corner, ground, Stroke::new(width, edge), StrokeKind::Inside);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let middle = rect.center() - vec2(0.0, 16.0);
    let face = Face::Bold.at((rect.height() * 0.5).min(130.0));
    painter.text(middle, Align2::CENTER_CENTER, number, face, ink);
    let foot = rect.center_bottom() - vec2(0.0, 12.0);
    painter.text(foot, Align2::CENTER_BOTTOM, whose, Face::Semibold.at(size::BODY), ink);
    focus_ring(ui, &response, 12);
    if can_be_chosen && response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Check(CheckAction::HallOn(at)));
    }
}

/// Where the projector would be.
fn missing_ui(ui: &Ui, ctx: &Ctx<'_>, rect: Rect) {
    let t = ui.tokens();
    let path = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&path, Stroke::new(2.0, t.control_line), 10.0, 8.0));
    let icon = icon_char("projector-screen");
    let middle = rect.center() - vec2(0.0, 14.0);
    ui.painter().text(middle, Align2::CENTER_CENTER, icon, Face::Icons.at(52.0), t.muted);
    let foot = rect.center_bottom() - vec2(0.0, 12.0);
    let words = fl!(ctx.tr, "check-no-screen");
    ui.painter().text(foot, Align2::CENTER_BOTTOM, words, Face::Semibold.at(size::BODY), t.muted);
}
