//! The steps one below the other: what was found, where the check is, what is to come.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, CornerRadius, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, vec2};
use i18n_embed_fl::fl;

use super::finding::finding;
use super::name;
use crate::app::action::Action;
use crate::app::present::{CheckAction, RoomCheck, Step, Verdict, verdict};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{focus_ring, icon_char};

/// The height of a step; smaller where the window is low.
const HEIGHT: f32 = 64.0;
const LEAST: f32 = 52.0;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let height = ((ui.available_height() - 20.0) / 6.0).clamp(LEAST, HEIGHT);
    for (at, step) in Step::ALL.into_iter().enumerate() {
        step_ui(ui, ctx, check, at + 1, step, height);
    }
}

/// The sign of what was found, and its colour.
pub(super) fn sign(ui: &Ui, verdict: Verdict) -> (&'static str, egui::Color32) {
    let t = ui.tokens();
    match verdict {
        Verdict::Open => ("circle", t.muted),
        Verdict::Fine => ("check-circle", t.good_text),
        Verdict::Untried => ("minus-circle", t.muted),
        Verdict::Warning => ("warning", t.warning_text),
    }
}

/// The same in words.
pub(super) fn spoken(ctx: &Ctx<'_>, verdict: Verdict) -> String {
    match verdict {
        Verdict::Open => fl!(ctx.tr, "verdict-open"),
        Verdict::Fine => fl!(ctx.tr, "verdict-fine"),
        Verdict::Untried => fl!(ctx.tr, "verdict-untried"),
        Verdict::Warning => fl!(ctx.tr, "verdict-warning"),
    }
}

fn step_ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck, number: usize, step: Step, height: f32) {
    let t = ui.tokens();
    let here = check.step == step;
    let passed = check.passed.contains(&step) || here && step == Step::Done;
    let verdict = if passed || here { verdict(ctx.state, step) } else { Verdict::Open };
    let title = fl!(ctx.tr, "check-step-name", number = number.to_string(), name = name(ctx, step));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, here, format!("{title}, {}", spoken(ctx, verdict)))
    });
    if here || response.hovered() {
        let ground = if here { t.teal_tint } else { t.chip };
        ui.painter().rect_filled(rect, CornerRadius::same(10), ground);
    }
    let found = if passed { finding(ctx, check, step) } else { String::new() };
    let (icon, color) = if passed { sign(ui, verdict) } else { ("circle", t.muted) };
    let mark = Rect::from_min_size(rect.min + vec2(10.0, 0.0), vec2(30.0, height));
    let painter = ui.painter();
    if passed {
        let icon = icon_char(icon);
        painter.text(mark.center(), Align2::CENTER_CENTER, icon, Face::Icons.at(26.0), color);
    } else {
        let (ground, ink) = if here { (t.teal, t.on_teal) } else { (t.chip, t.muted) };
        painter.circle_filled(mark.center(), 13.0, ground);
        let face = Face::Bold.at(size::CONTROL);
        painter.text(mark.center(), Align2::CENTER_CENTER, number.to_string(), face, ink);
    }
    let ink = if here { t.teal_text } else { t.ink };
    let left = rect.left() + 52.0;
    let room = rect.right() - left - 8.0;
    let face = if here { Face::Bold } else { Face::Semibold };
    let title = cut(ui, &name(ctx, step), face.at(size::BODY), ink, room);
    let below = cut(ui, &found, Face::Regular.at(size::SMALL), t.muted, room);
    let both = title.size().y + if found.is_empty() { 0.0 } else { below.size().y };
    let top = rect.center().y - both / 2.0;
    ui.painter().galley(egui::pos2(left, top), std::sync::Arc::clone(&title), ink);
    if !found.is_empty() {
        ui.painter().galley(egui::pos2(left, top + title.size().y), below, t.muted);
    }
    focus_ring(ui, &response, 10);
    let response = if found.is_empty() { response } else { response.on_hover_text(found) };
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Check(CheckAction::To(step)));
    }
}

/// Words on one line, cut where they do not fit.
fn cut(
    ui: &Ui,
    text: &str,
    font: egui::FontId,
    color: egui::Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
