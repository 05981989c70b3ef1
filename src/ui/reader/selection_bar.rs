//! What can be done with selected words: mark them, note on them, copy them.

use egui::{Area, CornerRadius, Frame, Id, Order, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use i18n_embed_fl::fl;

use super::column::stage_id;
use crate::app::action::Action;
use crate::app::open_course::LoadedLesson;
use crate::app::searching::SearchAction;
use crate::study::anchor;
use crate::study::annotation::{Colour, Target};
use crate::ui::Ctx;
use crate::ui::text_view::{TextView, highlight_fill};
use crate::ui::theme::Themed as _;
use crate::ui::widgets::{focus_ring, icon_button_ui};

pub(super) fn ui(
    ui: &Ui,
    ctx: &Ctx<'_>,
    view: &mut TextView,
    lesson: &LoadedLesson,
    last_colour: &mut Colour,
) {
    // A press on the bar itself must not hide it.
    let dragging = ui.ctx().is_being_dragged(stage_id());
    if !view.has_selection() || dragging || ctx.state.overlay.is_some() {
        return;
    }
    let Some(rect) = view.selection_rect().filter(|rect| rect.intersects(ui.clip_rect())) else { return };
    let t = ui.tokens();
    let visible = ui.clip_rect();
    let above = rect.top() - 50.0;
    let y = if above > visible.top() { above } else { (rect.bottom() + 8.0).min(visible.bottom() - 50.0) };
    let x = (rect.center().x - 148.0)
        .clamp(visible.left() + 8.0, (visible.right() - 306.0).max(visible.left() + 8.0));
    Area::new(Id::unique("selection-bar")).order(Order::Foreground).fixed_pos(pos2(x, y)).show(
        ui.ctx(),
        |ui| {
            let frame =
                Frame::new().fill(t.surface).stroke(egui::Stroke::new(1.0, t.control_line)).corner_radius(10);
            frame.inner_margin(4).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    for colour in Colour::ALL {
                        if colour_ui(ui, ctx, colour, false).clicked() {
                            *last_colour = colour;
                            let targets = targets(view, lesson);
                            ctx.send(Action::Highlight(lesson.lesson.id.clone(), colour, targets));
                            view.clear();
                        }
                    }
                    if icon_button_ui(ui, "note-pencil", &fl!(ctx.tr, "note-on-words"), false).clicked() {
                        ctx.send(Action::NoteOnWords(lesson.lesson.id.clone(), targets(view, lesson)));
                        view.clear();
                    }
                    if icon_button_ui(ui, "magnifying-glass", &fl!(ctx.tr, "search-selected"), false)
                        .clicked()
                    {
                        let words = view
                            .selected_text(&lesson.plain)
                            .split_whitespace()
                            .collect::<Vec<_>>()
                            .join(" ");
                        ctx.send(Action::Search(SearchAction::Words(words)));
                        view.clear();
                    }
                    if icon_button_ui(ui, "copy", &fl!(ctx.tr, "copy"), false).clicked() {
                        ui.ctx().copy_text(view.selected_text(&lesson.plain));
                        view.clear();
                    }
                });
            });
        },
    );
}

/// A colour to mark with; `on` says that it is the present one.
pub(super) fn colour_ui(ui: &mut Ui, ctx: &Ctx<'_>, colour: Colour, on: bool) -> egui::Response {
    let t = ui.tokens();
    let name = match colour {
        Colour::Yellow => fl!(ctx.tr, "highlight-yellow"),
        Colour::Green => fl!(ctx.tr, "highlight-green"),
        Colour::Blue => fl!(ctx.tr, "highlight-blue"),
        Colour::Pink => fl!(ctx.tr, "highlight-pink"),
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(34.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(8), t.teal_tint);
    }
    let edge = if on { egui::Stroke::new(2.5, t.teal) } else { egui::Stroke::new(1.0, t.control_line) };
    ui.painter().circle(rect.center(), 9.0, highlight_fill(colour, &t), edge);
    focus_ring(ui, &response, 8);
    response.on_hover_text(name)
}

/// The selected words of each block with a little of what surrounds them.
pub(super) fn targets(view: &TextView, lesson: &LoadedLesson) -> Vec<Target> {
    let target = |(block, range): (usize, std::ops::Range<usize>)| {
        let id = &lesson.lesson.blocks.get(block)?.id;
        anchor::target(id, lesson.plain.get(block)?, &range)
    };
    view.selected(&lesson.plain).into_iter().filter_map(target).collect()
}
