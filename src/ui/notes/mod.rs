//! Everything the user wrote, in the order of the course, with the words it hangs on.

mod entry;
mod filter;

use std::collections::BTreeMap;

use egui::{Align, Frame, Layout, Margin, ScrollArea, Sense, Ui, vec2};
use i18n_embed_fl::fl;
use uuid::Uuid;

use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::route::Route;
use crate::app::state::Overlay;
use crate::content::LessonId;
use crate::study::Annotation;
use crate::ui::Ctx;
use crate::ui::reader::NoteDrafts;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, as_heading, button_ui, empty_ui, words};

/// So far beyond the screen entries are laid out already, in points.
const AHEAD: f32 = 600.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct Notes {
    filter: filter::Filter,
    drafts: NoteDrafts,
    /// The entry that is being written in, and whether its field has had the keys.
    editing: Option<(Uuid, bool)>,
    /// How high each entry was when it was drawn last, at that width.
    heights: BTreeMap<Uuid, f32>,
    width: f32,
}

impl Notes {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let margin = if ui.available_width() < 900.0 { 22 } else { 44 };
        Frame::new().inner_margin(Margin { left: margin, right: 0, top: 26, bottom: 0 }).show(ui, |ui| {
            let open = ctx.state.open_course();
            head_ui(ui, ctx, f32::from(margin), open.is_some());
            let Some(open) = open else {
                let (title, hint) = (fl!(ctx.tr, "notes-no-course"), fl!(ctx.tr, "notes-no-course-hint"));
                return empty_ui(ui, "books", &title, &hint);
            };
            let mut all: Vec<&Annotation> = ctx.state.study.notebook.all().collect();
            all.retain(|entry| entry.course == open.course.id);
            if all.is_empty() {
                let (title, hint) = (fl!(ctx.tr, "notes-none"), fl!(ctx.tr, "notes-none-hint"));
                return empty_ui(ui, "note-pencil", &title, &hint);
            }
            ctx.state.anchors.sort(&open.course, &mut all);
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - f32::from(margin)).min(900.0));
                self.filter.ui(ui, ctx);
            });
            ui.add_space(6.0);
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let inner = Margin { left: 0, right: margin, top: 0, bottom: 60 };
                Frame::new().inner_margin(inner).show(ui, |ui| {
                    ui.set_max_width(ui.available_width().min(820.0));
                    self.list_ui(ui, ctx, open, all);
                });
            });
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, all: Vec<&Annotation>) {
        let editing = self.editing.map(|(id, _)| id);
        // What is being written stays in sight, whatever it says by now.
        let shown: Vec<_> = all
            .into_iter()
            .filter(|entry| editing == Some(entry.id) || self.filter.lets(ctx, entry))
            .collect();
        if shown.is_empty() {
            let (title, hint) = (fl!(ctx.tr, "notes-filter-none"), fl!(ctx.tr, "outline-none-hint"));
            return empty_ui(ui, "funnel-simple", &title, &hint);
        }
        if (self.width - ui.available_width()).abs() > 0.5 {
            self.width = ui.available_width();
            self.heights.clear();
        }
        let mut lesson: Option<&LessonId> = None;
        for entry in shown {
            if lesson != Some(&entry.lesson) {
                lesson = Some(&entry.lesson);
                lesson_title_ui(ui, ctx, open, &entry.lesson);
            }
            let top = ui.cursor().top();
            let near = ui.clip_rect().expand(AHEAD).y_range();
            let known = self.heights.get(&entry.id).copied();
            if let Some(height) = known.filter(|height| top > near.max || top + height < near.min) {
                ui.allocate_space(vec2(ui.available_width(), height));
            } else {
                let height = ui.scope(|ui| self.entry_ui(ui, ctx, entry)).response.rect.height();
                self.heights.insert(entry.id, height);
            }
            ui.add_space(4.0);
        }
    }
}

/// The title, and the ways out and in.
fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, margin: f32, has_course: bool) {
    let t = ui.tokens();
    ui.horizontal(|ui| {
        let text = fl!(ctx.tr, "command-notes");
        let title = ui.label(words(&text, Face::Bold.at(size::TITLE), t.ink));
        as_heading(ui, &title, 1, &text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(margin);
            ui.add_enabled_ui(has_course, |ui| {
                if button_ui(ui, ButtonKind::Plain, "export", &fl!(ctx.tr, "notes-export")).clicked() {
                    ctx.send(Action::Overlay(Some(Overlay::NotesExport)));
                }
            });
            if button_ui(ui, ButtonKind::Plain, "download-simple", &fl!(ctx.tr, "notes-import")).clicked() {
                ctx.send(Action::Overlay(Some(Overlay::NotesImport)));
            }
        });
    });
    ui.add_space(10.0);
}

fn lesson_title_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, id: &LessonId) {
    let t = ui.tokens();
    ui.add_space(14.0);
    let Some(spot) = open.course.spot(id) else {
        // The lesson left the course; what was written in it stays.
        let text = fl!(ctx.tr, "notes-lost-lesson", lesson = id.to_string());
        ui.label(words(text, Face::Semibold.at(size::CONTROL), t.warning_text));
        return;
    };
    let title = format!("{}. {} › {}", spot.module_number, spot.module.title, spot.entry.title);
    let label =
        egui::Label::new(words(title, Face::Semibold.at(size::CONTROL), t.teal_text)).sense(Sense::click());
    if ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Go(Route::lesson(id.clone())));
    }
}
