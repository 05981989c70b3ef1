//! The card of marked words: their colour, a note on them, copying and deleting.

use egui::{Area, Frame, Id, Key, Margin, Modifiers, Order, Rect, Ui, pos2};
use i18n_embed_fl::fl;

use super::{NoteDrafts, selection_bar};
use crate::app::action::Action;
use crate::study::Annotation;
use crate::study::annotation::Colour;
use crate::ui::Ctx;
use crate::ui::theme::Themed as _;
use crate::ui::widgets::icon_button_ui;

const WIDTH: f32 = 316.0;
/// The card with three lines of a note.
const HEIGHT: f32 = 176.0;

/// Draws the card beside the words; `fresh` gives its field the keys.
pub(super) fn ui(
    ui: &Ui,
    ctx: &Ctx<'_>,
    entry: &Annotation,
    words: Rect,
    drafts: &mut NoteDrafts,
    fresh: bool,
) {
    let t = ui.tokens();
    let visible = ui.clip_rect();
    let below = words.bottom() + 8.0;
    let y = if below + HEIGHT < visible.bottom() {
        below
    } else {
        (words.top() - 8.0 - HEIGHT).max(visible.top())
    };
    let x = (words.center().x - WIDTH / 2.0)
        .clamp(visible.left() + 8.0, (visible.right() - WIDTH - 20.0).max(visible.left() + 8.0));
    let area = Area::new(Id::unique("mark-card")).order(Order::Foreground).fixed_pos(pos2(x, y));
    let shown = area.show(ui.ctx(), |ui| {
        let frame =
            Frame::new().fill(t.surface).stroke(egui::Stroke::new(1.0, t.control_line)).corner_radius(12);
        frame.inner_margin(Margin::same(8)).show(ui, |ui| {
            ui.set_width(WIDTH - 18.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                for colour in Colour::ALL {
                    let on = entry.colour == Some(colour);
                    if selection_bar::colour_ui(ui, ctx, colour, on).clicked() {
                        ctx.send(Action::Recolour(entry.id, colour));
                    }
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    if icon_button_ui(ui, "x", &fl!(ctx.tr, "close"), false).clicked() {
                        ctx.send(Action::OpenMark(None));
                    }
                    if icon_button_ui(ui, "trash", &fl!(ctx.tr, "mark-delete"), false).clicked() {
                        ctx.send(Action::DeleteAnnotation(entry.id));
                        ctx.send(Action::OpenMark(None));
                    }
                    if icon_button_ui(ui, "copy", &fl!(ctx.tr, "copy"), false).clicked() {
                        ui.ctx().copy_text(entry.quoted().unwrap_or_default());
                    }
                });
            });
            ui.add_space(4.0);
            drafts.entry_ui(ui, ctx, entry, &fl!(ctx.tr, "note-on-mark-hint"), fresh);
        });
    });
    let beside =
        ui.input(|input| input.pointer.primary_pressed().then(|| input.pointer.interact_pos()).flatten());
    let left = beside.is_some_and(|at| !shown.response.rect.contains(at) && !words.contains(at));
    // The field lets go of the keys at the same press.
    let escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if (left || escaped) && !fresh {
        ctx.send(Action::OpenMark(None));
    }
}
