//! The reader: outline, one column of text, and tabs for contents, notes and sources.

mod column;
mod found;
mod found_bar;
mod header;
mod heights;
mod mark_card;
mod marks;
mod my_notes;
mod note_editor;
mod outline;
mod page_ends;
mod selection_bar;
mod tabs;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::open_course::{LessonSlot, OpenCourse};
use crate::app::problem_text::load_error_text;
use crate::app::state::{OUTLINE_BESIDE, TABS_BESIDE};
use crate::content::LessonId;
use crate::content::course::LessonState;
use crate::ui::Ctx;
use crate::ui::theme::Themed as _;
use crate::ui::widgets::{ButtonKind, button_ui, command_button_ui, empty_ui};

pub(super) use my_notes::lost_ui;
pub(super) use note_editor::NoteDrafts;

const OUTLINE_WIDTH: f32 = 276.0;
const TABS_WIDTH: f32 = 292.0;

/// What the reader remembers between frames.
#[derive(Default)]
pub(super) struct Reader {
    outline: outline::Outline,
    column: column::Column,
    tabs: tabs::Tabs,
    found_bar: found_bar::FoundBar,
}

impl Reader {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, lesson: &LessonId) {
        let Self { outline, column, tabs, found_bar } = self;
        let layout = &ctx.state.reader;
        let width = ui.ctx().content_rect().width();
        let t = ui.tokens();
        let tabs_visible = !layout.focus && layout.tabs.visible(width >= TABS_BESIDE);
        let room = width >= TABS_BESIDE || !tabs_visible;
        if !layout.focus && room && layout.outline.visible(width >= OUTLINE_BESIDE) {
            let frame =
                Frame::new().fill(t.sunken).inner_margin(Margin { left: 14, right: 8, top: 14, bottom: 8 });
            Panel::left("outline").exact_size(OUTLINE_WIDTH).resizable(false).frame(frame).show(ui, |ui| {
                outline.ui(ui, ctx, open, Some(lesson));
            });
        }
        if tabs_visible {
            let frame = Frame::new().fill(t.surface).inner_margin(Margin::symmetric(14, 0));
            Panel::right("tabs").exact_size(TABS_WIDTH).resizable(false).frame(frame).show(ui, |ui| {
                tabs.ui(ui, ctx, open, lesson, column.at());
            });
        }
        if layout.focus {
            Panel::top("focus")
                .frame(Frame::new().inner_margin(Margin::symmetric(12, 6)))
                .show_separator_line(false)
                .show(ui, |ui| {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        command_button_ui(ui, ctx, Command::Focus, true);
                    });
                });
        } else {
            header::ui(ui, ctx, open, lesson);
        }
        found_bar::FoundBar::ui(ui, ctx, lesson);
        CentralPanel::default().frame(Frame::new().fill(t.paper)).show(ui, |ui| {
            lesson_ui(ui, ctx, open, lesson, column);
        });
        found_bar.keys(ui, ctx, lesson);
    }
}

/// The lesson, or why there is none.
fn lesson_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, id: &LessonId, column: &mut column::Column) {
    let spot = open.course.spot(id);
    if spot.is_some_and(|spot| spot.entry.state == LessonState::Planned) {
        return in_middle(ui, |ui| {
            empty_ui(ui, "hourglass", &fl!(ctx.tr, "lesson-planned"), &fl!(ctx.tr, "lesson-planned-hint"));
        });
    }
    match open.lesson(id) {
        Some(LessonSlot::Ready(lesson)) => column.ui(ui, ctx, open, lesson),
        Some(LessonSlot::Failed(error)) => in_middle(ui, |ui| {
            let title = fl!(ctx.tr, "lesson-failed");
            empty_ui(ui, "file-x", &title, &load_error_text(ctx.tr, error));
            ui.vertical_centered(|ui| {
                if button_ui(ui, ButtonKind::Plain, "arrows-clockwise", &fl!(ctx.tr, "command-reload"))
                    .clicked()
                {
                    ctx.send(Action::Run(Command::Reload));
                }
            });
        }),
        Some(LessonSlot::Loading) | None => {}
    }
}

fn in_middle(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.add_space((ui.available_height() * 0.25).max(20.0));
    ui.vertical_centered(|ui| {
        ui.set_max_width(520.0);
        add(ui);
    });
}
