//! What the hall sees while the room is checked.

use egui::{Align2, Painter, Rect, Stroke, StrokeKind, pos2, vec2};
use i18n_embed_fl::fl;

use super::{clicker, letters};
use crate::app::present::{Board, RoomCheck, Step};
use crate::typeset::HEIGHT;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Tokens};

/// The height of a row of the chart over the size of its letters.
const PITCH: f32 = 2.3;

/// What belongs on the hall's screen in the present step.
pub(in crate::ui) fn board(ctx: &Ctx<'_>, check: &RoomCheck, screen: usize) -> Board {
    match check.step {
        Step::Screens => Board::Number(screen + 1, fl!(ctx.tr, "board-hall-screen")),
        Step::Letters => Board::Chart(letters::lines(ctx, check.letters)),
        Step::Clicker => {
            let last = check.heard.last.as_ref().map(|(key, button)| match button {
                Some(button) => clicker::name(ctx, *button),
                None => key.clone(),
            });
            match last {
                Some(last) => Board::Words(last, fl!(ctx.tr, "board-clicker")),
                None => Board::Words(fl!(ctx.tr, "board-clicker"), fl!(ctx.tr, "board-clicker-hint")),
            }
        }
        Step::Awake | Step::Power | Step::Done => {
            Board::Words(fl!(ctx.tr, "board-soon"), fl!(ctx.tr, "board-soon-hint"))
        }
    }
}

/// Draws it in any rectangle.
pub(in crate::ui) fn paint(painter: &Painter, within: Rect, board: &Board, tokens: &Tokens) {
    painter.rect_filled(within, 0, tokens.paper);
    let unit = within.height() / HEIGHT;
    match board {
        Board::Number(number, whose) => {
            // The edge shows whether the projector cuts something off.
            let edge = Stroke::new(28.0 * unit, tokens.amber);
            painter.rect_stroke(within, 0, edge, StrokeKind::Inside);
            let at = within.center() - vec2(0.0, 70.0 * unit);
            let face = Face::Bold.at(600.0 * unit);
            painter.text(at, Align2::CENTER_CENTER, number.to_string(), face, tokens.ink);
            let at = within.center_bottom() - vec2(0.0, 130.0 * unit);
            painter.text(at, Align2::CENTER_BOTTOM, whose, Face::Bold.at(84.0 * unit), tokens.amber_text);
        }
        Board::Chart(lines) => {
            let share: f32 = lines.iter().map(|line| PITCH / f32::from(line.part)).sum();
            let left = within.left() + within.width() * 0.06;
            let mut top = within.top() + within.height() * (1.0 - share) / 2.0;
            for (row, line) in (1..).zip(lines) {
                let points = within.height() / f32::from(line.part);
                let middle = top + points * PITCH / 2.0;
                top += points * PITCH;
                let disc = pos2(left + 40.0 * unit, middle);
                let (ground, ink) =
                    if line.chosen { (tokens.teal, tokens.on_teal) } else { (tokens.chip, tokens.ink) };
                painter.circle_filled(disc, 38.0 * unit, ground);
                let number: usize = row;
                let face = Face::Bold.at(42.0 * unit);
                painter.text(disc, Align2::CENTER_CENTER, number.to_string(), face, ink);
                let at = pos2(left + 120.0 * unit, middle);
                let ink = if line.chosen { tokens.teal_text } else { tokens.ink };
                painter.text(at, Align2::LEFT_CENTER, &line.text, Face::Regular.at(points), ink);
            }
        }
        Board::Words(large, small) => {
            let at = within.center() - vec2(0.0, 50.0 * unit);
            painter.text(at, Align2::CENTER_CENTER, large, Face::Bold.at(110.0 * unit), tokens.teal_text);
            let at = within.center() + vec2(0.0, 80.0 * unit);
            painter.text(at, Align2::CENTER_CENTER, small, Face::Regular.at(60.0 * unit), tokens.muted);
        }
    }
}
