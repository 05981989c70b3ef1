//! The third step: every button of the clicker, ticked as it comes.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use i18n_embed_fl::fl;

use super::{advice_ui, sentence_ui};
use crate::app::present::{Button, RoomCheck};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{icon_char, label_ui};

const HEIGHT: f32 = 128.0;
const GAP: f32 = 12.0;

/// What a button is called.
pub(super) fn name(ctx: &Ctx<'_>, button: Button) -> String {
    match button {
        Button::Next => fl!(ctx.tr, "button-next"),
        Button::Back => fl!(ctx.tr, "button-back"),
        Button::Black => fl!(ctx.tr, "button-black"),
        Button::Start => fl!(ctx.tr, "button-start"),
        Button::Escape => fl!(ctx.tr, "button-escape"),
    }
}

fn icon(button: Button) -> &'static str {
    match button {
        Button::Next => "caret-right",
        Button::Back => "caret-left",
        Button::Black => "square-half",
        Button::Start => "play",
        Button::Escape => "x",
    }
}

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    let t = ui.tokens();
    sentence_ui(ui, fl!(ctx.tr, "check-clicker-look"));
    let width = (ui.available_width() - GAP * 4.0) / 5.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for button in Button::ALL {
            button_ui(ui, ctx, button, check.heard.buttons.contains(&button), width);
        }
    });
    ui.add_space(16.0);
    let last = match &check.heard.last {
        None => fl!(ctx.tr, "check-clicker-nothing"),
        Some((key, button)) => {
            let key = match button {
                Some(button) => format!("{key} – {}", name(ctx, *button)),
                None => key.clone(),
            };
            fl!(ctx.tr, "check-clicker-last", key = key)
        }
    };
    label_ui(ui, last, Face::Semibold.at(size::HEADING), t.ink);
    if !check.heard.others.is_empty() {
        advice_ui(ui, fl!(ctx.tr, "check-clicker-others", keys = check.heard.others.join(", ")));
    }
    ui.add_space(12.0);
    advice_ui(ui, fl!(ctx.tr, "check-clicker-leave"));
}

fn button_ui(ui: &mut Ui, ctx: &Ctx<'_>, button: Button, heard: bool, width: f32) {
    let t = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let label = name(ctx, button);
    let spoken = if heard {
        fl!(ctx.tr, "check-heard", button = label.as_str())
    } else {
        fl!(ctx.tr, "check-not-heard", button = label.as_str())
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let (ground, edge, ink) = if heard {
        (t.good_tint, Stroke::new(2.0, t.good), t.good_text)
    } else {
        (t.surface, Stroke::new(1.0, t.control_line), t.muted)
    };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect(rect, CornerRadius::same(14), ground, edge, StrokeKind::Inside);
    let at = Rect::from_center_size(rect.center() - vec2(0.0, 20.0), vec2(44.0, 44.0));
    let sign = icon_char(if heard { "check-circle" } else { icon(button) });
    painter.text(at.center(), Align2::CENTER_CENTER, sign, Face::Icons.at(40.0), ink);
    let foot = rect.center_bottom() - vec2(0.0, 18.0);
    painter.text(foot, Align2::CENTER_BOTTOM, label, Face::Semibold.at(size::BODY), ink);
}
