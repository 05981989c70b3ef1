//! Every function as a labelled button with its key: occasional users forget keys.

use egui::{
    Align2, CornerRadius, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::command::Command;
use crate::app::present::{Talk, Tool, Veil};
use crate::class::Pen;
use crate::ui::Ctx;
use crate::ui::audience::slide_tokens;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, focus_ring, icon_button_ui, keys_text, paint_icon, with_keys,
};

const BUTTONS: [Command; 19] = [
    Command::Blackout,
    Command::Whiteout,
    Command::Freeze,
    Command::Pointer,
    Command::Spotlight,
    Command::Pen,
    Command::Eraser,
    Command::ZoomSlide,
    Command::FullFigure,
    Command::Overview,
    Command::PreShow,
    Command::PauseCard,
    Command::Hands,
    Command::ActivityTimer,
    Command::PickRandom,
    Command::ClassSheet,
    Command::Replan,
    Command::SwapScreens,
    Command::TableMode,
];

const HEIGHT: f32 = 56.0;
const LOW_HEIGHT: f32 = 36.0;
const LEAST_WIDTH: f32 = 68.0;
/// The least width of an icon alone.
const LEAST_LOW: f32 = 32.0;
const GAP: f32 = 6.0;
/// The row of the pen's colours.
const PENS: f32 = 40.0;

/// How the buttons stand: icons alone where the window is low.
#[derive(Clone, Copy)]
struct Grid {
    columns: usize,
    rows: usize,
    height: f32,
}

impl Grid {
    /// As few rows as fit, and as many buttons in each.
    fn of(width: f32, low: bool) -> Self {
        let all = BUTTONS.len();
        let (least, height) = if low { (LEAST_LOW, LOW_HEIGHT) } else { (LEAST_WIDTH, HEIGHT) };
        let wide = |columns: usize| points(columns) * (least + GAP) - GAP;
        let columns = (1..=all).rev().find(|columns| wide(*columns) <= width).unwrap_or(1);
        let rows = all.div_ceil(columns);
        Self { columns: all.div_ceil(rows), rows, height }
    }
}

/// A number of buttons, to reckon with.
fn points(buttons: usize) -> f32 {
    f32::from(u8::try_from(buttons).unwrap_or(u8::MAX))
}

fn has_pens(talk: &Talk) -> bool {
    matches!(talk.tool, Some(Tool::Pen(_) | Tool::Eraser))
}

/// How wide the stage is in a room of that height, so that the buttons fit below it in as few rows as
/// they can.
pub(super) fn stage_width(talk: &Talk, height: f32, widest: f32, low: bool) -> f32 {
    let aspect = talk.deck.shape.width() / crate::typeset::HEIGHT;
    let pens = if has_pens(talk) { PENS } else { 0.0 };
    let mut width = widest;
    for rows in 1..=BUTTONS.len() {
        let button = if low { LOW_HEIGHT } else { HEIGHT };
        let tools = points(rows) * (button + GAP) + pens + 14.0;
        width = widest.min((height - tools).max(90.0) * aspect);
        if Grid::of(width, low).rows <= rows {
            break;
        }
    }
    width
}

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, low: bool) {
    let grid = Grid::of(ui.available_width(), low);
    let width = (ui.available_width() + GAP) / points(grid.columns) - GAP;
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    if has_pens(talk) {
        pens_ui(ui, ctx, talk);
    }
    for row in BUTTONS.chunks(grid.columns) {
        ui.horizontal(|ui| {
            for command in row {
                tool_ui(ui, ctx, *command, is_on(ctx, talk, *command), vec2(width, grid.height));
            }
        });
    }
}

fn is_on(ctx: &Ctx<'_>, talk: &Talk, command: Command) -> bool {
    match command {
        Command::Blackout => talk.veil == Some(Veil::Black),
        Command::Whiteout => talk.veil == Some(Veil::White),
        Command::PauseCard => matches!(talk.veil, Some(Veil::Pause(_))),
        Command::Hands => talk.veil == Some(Veil::Hands),
        Command::PickRandom => talk.veil == Some(Veil::Picked),
        Command::ActivityTimer => talk.record.timer.is_some(),
        Command::FullFigure => matches!(talk.veil, Some(Veil::Figure(_))),
        Command::PreShow => matches!(talk.veil, Some(Veil::Loop(_))),
        Command::Freeze => talk.is_held(),
        Command::Pointer => talk.tool == Some(Tool::Pointer),
        Command::Spotlight => talk.tool == Some(Tool::Spotlight),
        Command::Pen => matches!(talk.tool, Some(Tool::Pen(_))),
        Command::Eraser => talk.tool == Some(Tool::Eraser),
        Command::ZoomSlide => talk.zoom.is_some() || talk.tool == Some(Tool::Zoom),
        Command::Overview => talk.overview,
        Command::TableMode => ctx.state.hall.table,
        _ => false,
    }
}

fn tool_ui(ui: &mut Ui, ctx: &Ctx<'_>, command: Command, on: bool, extent: Vec2) {
    let t = ui.tokens();
    let spec = command.spec();
    let label = ctx.tr.get(spec.label);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &label));
    let fill = if on {
        t.teal
    } else if response.hovered() {
        t.teal_tint
    } else {
        t.surface
    };
    let (ink, key) = if on { (t.on_teal, t.on_teal) } else { (t.ink, t.muted) };
    ui.painter().rect(rect, CornerRadius::same(8), fill, Stroke::new(1.0, t.line), StrokeKind::Inside);
    let whole = extent.y >= HEIGHT;
    let icon =
        if whole { Rect::from_min_size(rect.min + vec2(0.0, 3.0), vec2(extent.x, 18.0)) } else { rect };
    paint_icon(ui, icon, spec.icon, 18.0, ink);
    if whole {
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let at = rect.center_top() + vec2(0.0, 30.0);
        painter.text(at, Align2::CENTER_CENTER, &label, Face::Semibold.at(size::SMALL), ink);
        let at = rect.center_bottom() - vec2(0.0, 2.0);
        painter.text(at, Align2::CENTER_BOTTOM, keys_text(ctx, command), Face::Regular.at(size::SMALL), key);
    }
    focus_ring(ui, &response, 8);
    let hint = with_keys(ctx, &label, command);
    if response.on_hover_text(hint).on_hover_cursor(CursorIcon::PointingHand).clicked() {
        ctx.run(command);
    }
}

/// The colours of the pen, and what takes a line back.
fn pens_ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
    let tokens = slide_tokens(ctx.state.settings.present.dark);
    ui.horizontal(|ui| {
        for (pen, color, name) in [
            (Pen::Red, tokens.danger, fl!(ctx.tr, "pen-red")),
            (Pen::Blue, tokens.blue, fl!(ctx.tr, "pen-blue")),
            (Pen::Green, tokens.good, fl!(ctx.tr, "pen-green")),
        ] {
            let on = talk.tool == Some(Tool::Pen(pen));
            let response = icon_button_ui(ui, "circle", &name, on);
            ui.painter().circle_filled(response.rect.center(), 9.0, color);
            if response.clicked() {
                ctx.send(Action::Show(Show::PenColour(pen)));
            }
        }
        for command in [Command::Undo, Command::WipeInk] {
            let spec = command.spec();
            if button_ui(ui, ButtonKind::Quiet, spec.icon, &ctx.tr.get(spec.label)).clicked() {
                ctx.run(command);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tr::{Language, loader};
    use crate::assets::metrics;

    #[test]
    fn every_label_fits_the_narrowest_button_in_every_language() {
        for language in Language::ALL {
            let tr = loader(language);
            for command in BUTTONS {
                let label = tr.get(command.spec().label);
                let width = metrics::width(metrics::Face::Semibold, &label) * size::SMALL;
                // Without kerning a line is reckoned a little too wide.
                assert!(width <= LEAST_WIDTH + 1.0, "{label} is {width} wide");
            }
        }
    }
}
