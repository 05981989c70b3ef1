//! What the speaker does with the hall, each in a dialog of its own.

mod cut_off;
mod hands;
mod pick;
mod record;
mod replan;
mod sheet;
mod timer;

use egui::{Response, TextEdit, Ui};
use i18n_embed_fl::fl;

use super::{minutes_ui, modal_ui};
use crate::app::action::Action;
use crate::app::class_action::ClassAction;
use crate::app::state::Overlay;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::icon_button_ui;

/// What the dialogs remember between frames.
#[derive(Default)]
pub(super) struct ClassDialogs {
    hands: hands::HandsDialog,
    timer: timer::TimerDialog,
    pick: pick::PickDialog,
    sheet: sheet::SheetDialog,
    replan: replan::ReplanDialog,
}

impl ClassDialogs {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, overlay: &Overlay, fresh: bool) {
        match overlay {
            Overlay::Record => return record::ui(ui, ctx),
            Overlay::CutOff => return cut_off::ui(ui, ctx, fresh),
            _ => {}
        }
        let Some(talk) = ctx.state.hall.talk.as_deref() else { return };
        match overlay {
            Overlay::Hands => self.hands.ui(ui, ctx, talk, fresh),
            Overlay::Timer => self.timer.ui(ui, ctx, talk, fresh),
            Overlay::Pick => self.pick.ui(ui, ctx, talk, fresh),
            Overlay::ClassSheet => self.sheet.ui(ui, ctx, talk, fresh),
            Overlay::Replan => self.replan.ui(ui, ctx, talk, fresh),
            _ => {}
        }
    }
}

fn send(ctx: &Ctx<'_>, action: ClassAction) {
    ctx.send(Action::Class(action));
}

fn close(ctx: &Ctx<'_>) {
    ctx.send(Action::Overlay(None));
}

/// A field for a number of at most four digits; anything else is not taken.
fn number_field_ui(ui: &mut Ui, text: &mut String, name: &str) -> Response {
    let t = ui.tokens();
    let field = TextEdit::singleline(text)
        .font(Face::Semibold.at(size::BODY))
        .char_limit(4)
        .align(egui::Align2::CENTER_CENTER)
        .frame(egui::Frame::NONE)
        .desired_width(58.0);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(66.0, space::TARGET), egui::Sense::hover());
    let response = ui.put(rect.shrink2(egui::vec2(4.0, 5.0)), field).accessible_name(name);
    let edge = if response.has_focus() {
        egui::Stroke::new(2.0, t.teal)
    } else {
        egui::Stroke::new(1.0, t.control_line)
    };
    ui.painter().rect_stroke(rect, egui::CornerRadius::same(8), edge, egui::StrokeKind::Inside);
    text.retain(|typed| typed.is_ascii_digit());
    response
}

/// A small number with a button on either side.
fn stepper_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &str, number: u16, most: u16) -> Option<u16> {
    let t = ui.tokens();
    let mut to = None;
    ui.horizontal(|ui| {
        if icon_button_ui(ui, "minus", &fl!(ctx.tr, "stepper-less", what = name), false).clicked() {
            to = Some(number.saturating_sub(1).max(1));
        }
        ui.label(crate::ui::widgets::words(number.to_string(), Face::Semibold.at(size::BODY), t.ink));
        if icon_button_ui(ui, "plus", &fl!(ctx.tr, "stepper-more", what = name), false).clicked() {
            to = Some((number + 1).min(most));
        }
    });
    to
}
