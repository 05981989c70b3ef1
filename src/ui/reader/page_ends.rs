//! What stands before the first block and after the last, and the tools beside each block.

use egui::{Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::study_action::StudyAction;
use crate::app::study_room::Scope;
use crate::content::{BlockKind, LessonId};
use crate::ui::blocks::Page;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::{
    ButtonKind, as_heading, button_ui, card_frame, columns_ui, icon_button_ui, icon_ui, keys_text, label_ui,
    paint_icon,
};

/// Draws a part of the page: its head, a block, or its foot; answers its height.
pub(super) fn part_ui(ui: &mut Ui, page: &mut Page<'_>, part: usize, blocks: usize) -> f32 {
    let top = ui.min_rect().top();
    match part.checked_sub(1) {
        None => head_ui(ui, page),
        Some(block) if block < blocks => {
            let Some(content) = page.lesson.lesson.blocks.get(block) else { return 0.0 };
            if !content.is_read() {
                // Notes may hang on a block that only slides show.
                page.speech_ui(ui, content);
                return ui.min_rect().bottom() - top;
            }
            page.block_ui(ui, block);
            let rect = ui.min_rect();
            page.speech_ui(ui, content);
            ui.add_space(space::BLOCK);
            tools_ui(ui, page, block, rect);
        }
        Some(_) => foot_ui(ui, page),
    }
    ui.min_rect().bottom() - top
}

fn head_ui(ui: &mut Ui, page: &Page<'_>) {
    let (t, tr) = (ui.tokens(), page.ctx.tr);
    let lesson = &page.lesson.lesson;
    let Some(spot) = page.open.course.spot(&lesson.id) else { return };
    let scale = page.body.points / size::BODY;
    ui.add_space(22.0);
    ui.spacing_mut().item_spacing.y = 8.0;
    let title = label_ui(ui, &spot.entry.title, Face::Bold.at(size::TITLE * scale), t.ink);
    as_heading(ui, &title, 1, &spot.entry.title);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 4.0);
        let mut fact = |icon: &str, text: String| {
            icon_ui(ui, icon, 15.0, t.muted);
            ui.label(crate::ui::widgets::words(text, Face::Regular.at(size::CONTROL), t.muted));
            ui.add_space(10.0);
        };
        fact("clock", fl!(tr, "minutes", minutes = spot.entry.minutes));
        fact("presentation", fl!(tr, "lesson-slides", count = page.lesson.slides));
        fact("seal-check", fl!(tr, "lesson-sources", count = page.lesson.sources.len()));
    });
    if let Some(audience) = &lesson.audience {
        label_ui(
            ui,
            fl!(tr, "lesson-audience", who = audience.to_plain()),
            Face::Regular.at(size::CONTROL * scale),
            t.muted,
        );
    }
    if let Some(care) = &lesson.care {
        care_ui(ui, page, &care.to_plain());
    }
    if !lesson.objectives.is_empty() {
        ui.add_space(6.0);
        label_ui(ui, fl!(tr, "lesson-objectives"), Face::Semibold.at(page.body.points), t.teal_text);
        for objective in &lesson.objectives {
            ui.horizontal_top(|ui| {
                icon_ui(ui, "target", page.body.points, t.teal_text);
                label_ui(ui, objective.text.to_plain(), Face::Regular.at(page.body.points), t.ink);
            });
        }
    }
    ui.add_space(24.0);
}

fn care_ui(ui: &mut Ui, page: &Page<'_>, care: &str) {
    let t = ui.tokens();
    ui.add_space(4.0);
    egui::Frame::new().fill(t.amber_tint).corner_radius(8).inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            icon_ui(ui, "heart", page.body.points * 1.2, t.amber_text);
            ui.vertical(|ui| {
                label_ui(ui, fl!(page.ctx.tr, "lesson-care"), Face::Bold.at(page.body.points), t.amber_text);
                label_ui(ui, care, Face::Regular.at(page.body.points), t.ink);
            });
        });
    });
}

/// Note and bookmark of a block stand in the margin; the tools appear while it is pointed at.
fn tools_ui(ui: &mut Ui, page: &Page<'_>, block: usize, rect: Rect) {
    let Some(block) = page.lesson.lesson.blocks.get(block) else { return };
    let place = super::column::place(page.open, page.lesson, Some(block.id.clone()));
    let notebook = &page.ctx.state.study.notebook;
    let (note, mark) = (notebook.note(&place).is_some(), notebook.bookmark(&place).is_some());
    let reach = Rect::from_min_max(rect.min - vec2(44.0, 2.0), rect.max + vec2(8.0, 2.0));
    let pointed = ui.rect_contains_pointer(reach) && page.ctx.state.overlay.is_none();
    let t = ui.tokens();
    let mut at = pos2(rect.left() - 40.0, rect.top() - 3.0);
    let mut tool = |ui: &mut Ui, icon: &str, on: bool, name: String, action: Action| {
        let spot = Rect::from_min_size(at, vec2(space::TARGET, space::TARGET));
        at.y += space::TARGET;
        if pointed {
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(spot));
            if icon_button_ui(&mut child, icon, &name, on).clicked() {
                page.ctx.send(action);
            }
        } else if on {
            paint_icon(ui, spot, icon, 18.0, t.amber_text);
        }
    };
    tool(ui, "note-pencil", note, fl!(page.ctx.tr, "note-on-block"), Action::NoteOn(block.id.clone()));
    if rect.height() > space::TARGET * 1.6 || !note {
        tool(ui, "bookmark-simple", mark, fl!(page.ctx.tr, "bookmark-block"), Action::ToggleBookmark(place));
    }
}

fn foot_ui(ui: &mut Ui, page: &Page<'_>) {
    let (ctx, t) = (page.ctx, ui.tokens());
    let id = &page.lesson.lesson.id;
    ui.add_space(12.0);
    ui.separator();
    ui.add_space(12.0);
    let done = ctx.state.study.progress.is_done(&page.open.course.id, id);
    ui.horizontal_wrapped(|ui| {
        let (kind, icon, label) = if done {
            (ButtonKind::Plain, "check-circle", fl!(ctx.tr, "lesson-done"))
        } else {
            (ButtonKind::Primary, "check-circle", fl!(ctx.tr, "command-done"))
        };
        if button_ui(ui, kind, icon, &label).clicked() {
            ctx.run(Command::Done);
        }
        let keys = keys_text(ctx, Command::Done);
        ui.label(crate::ui::widgets::words(keys, Face::Regular.at(size::SMALL), t.muted));
        let asks = |block: &crate::content::Block| matches!(block.kind, BlockKind::Question(_));
        if page.lesson.lesson.blocks.iter().any(asks)
            && button_ui(ui, ButtonKind::Plain, "question", &fl!(ctx.tr, "check-this-lesson")).clicked()
        {
            ctx.send(Action::Study(StudyAction::Start(Scope::Lesson(id.clone()))));
        }
    });
    ui.add_space(14.0);
    columns_ui(ui, 2, |ui, column| {
        let (by, icon, label) = if column == 0 {
            (-1, "arrow-left", fl!(ctx.tr, "lesson-before"))
        } else {
            (1, "arrow-right", fl!(ctx.tr, "lesson-after"))
        };
        neighbour_ui(ui, page, page.open.neighbour(id, by), icon, &label);
    });
    ui.add_space(60.0);
}

fn neighbour_ui(ui: &mut Ui, page: &Page<'_>, id: Option<LessonId>, icon: &str, label: &str) {
    let Some(id) = id else { return };
    let Some(spot) = page.open.course.spot(&id) else { return };
    let t = ui.tokens();
    let name = format!("{label}: {}", spot.entry.title);
    let inner = card_frame(ui).inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            icon_ui(ui, icon, 16.0, t.muted);
            label_ui(ui, label, Face::Regular.at(size::SMALL), t.muted);
        });
        label_ui(ui, &spot.entry.title, Face::Semibold.at(size::CONTROL), t.ink);
    });
    let response = ui.interact(inner.response.rect, ui.scope_id().with(icon), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    crate::ui::widgets::focus_ring(ui, &response, 14);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        page.ctx.send(Action::Go(Route::lesson(id)));
    }
}
