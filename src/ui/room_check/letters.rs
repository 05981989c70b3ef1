//! The second step: which row the last row of the hall can read.

use egui::{Align2, CornerRadius, CursorIcon, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::{advice_ui, sentence_ui};
use crate::app::action::Action;
use crate::app::present::{BoardLine, CheckAction, RoomCheck};
use crate::typeset::LADDER;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::{focus_ring, icon_char};

/// The height of a row over the size of its letters.
const PITCH: f32 = 1.75;
/// What stays free below for the words of advice.
const ADVICE: f32 = 70.0;

/// The rows, largest first. Each has words of its own: what was read once is read again without eyes.
pub(super) fn lines(ctx: &Ctx<'_>, chosen: Option<u8>) -> Vec<BoardLine> {
    let words = [
        fl!(ctx.tr, "check-line-1"),
        fl!(ctx.tr, "check-line-2"),
        fl!(ctx.tr, "check-line-3"),
        fl!(ctx.tr, "check-line-4"),
        fl!(ctx.tr, "check-line-5"),
        fl!(ctx.tr, "check-line-6"),
    ];
    let line = |(rung, text): (crate::typeset::Rung, String)| BoardLine {
        part: rung.part(),
        text,
        chosen: chosen == Some(rung.part()),
    };
    LADDER.into_iter().zip(words).map(line).collect()
}

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    sentence_ui(ui, fl!(ctx.tr, "check-letters-look"));
    let lines = lines(ctx, check.letters);
    let share: f32 = lines.iter().map(|line| PITCH / f32::from(line.part)).sum();
    // Never larger than slides would be on this very screen: with one screen the chart is true or stricter.
    let screen = ui.ctx().content_rect().height();
    let room = (ui.clip_rect().bottom() - ui.cursor().top() - ADVICE).max(220.0);
    let unit = screen.min(room / share);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (row, line) in (1..).zip(&lines) {
            line_ui(ui, ctx, row, line, unit / f32::from(line.part));
        }
    });
    ui.add_space(6.0);
    if check.letters == LADDER.first().map(|rung| rung.part()) {
        advice_ui(ui, fl!(ctx.tr, "check-letters-worst"));
    } else if check.letters.is_none() {
        let part = ctx.state.settings.present.least_part.to_string();
        advice_ui(ui, fl!(ctx.tr, "check-letters-kept", part = part));
    }
}

fn line_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: usize, line: &BoardLine, points: f32) {
    let t = ui.tokens();
    let height = (points * PITCH - 2.0).max(space::TARGET);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let part = line.part.to_string();
    let name = fl!(
        ctx.tr,
        "check-line-name",
        row = row.to_string(),
        part = part.as_str(),
        text = line.text.as_str()
    );
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, line.chosen, &name));
    if line.chosen || response.hovered() {
        let stroke = Stroke::new(if line.chosen { 2.0 } else { 0.0 }, t.teal);
        ui.painter().rect(rect, CornerRadius::same(10), t.teal_tint, stroke, StrokeKind::Inside);
    }
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let middle = rect.center().y;
    let disc = pos2(rect.left() + 26.0, middle);
    let (ground, ink) = if line.chosen { (t.teal, t.on_teal) } else { (t.chip, t.ink) };
    painter.circle_filled(disc, 14.0, ground);
    painter.text(disc, Align2::CENTER_CENTER, row.to_string(), Face::Bold.at(size::CONTROL), ink);
    let at = pos2(rect.left() + 58.0, middle);
    let ink = if line.chosen { t.teal_text } else { t.ink };
    painter.text(at, Align2::LEFT_CENTER, &line.text, Face::Regular.at(points), ink);
    let at = pos2(rect.right() - 14.0, middle);
    let end = if line.chosen { icon_char("check").to_string() } else { format!("1/{part}") };
    let face = if line.chosen { Face::Icons.at(20.0) } else { Face::Regular.at(size::SMALL) };
    painter.text(at, Align2::RIGHT_CENTER, end, face, if line.chosen { t.teal_text } else { t.muted });
    focus_ring(ui, &response, 10);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Check(CheckAction::Letters(line.part)));
    }
}
