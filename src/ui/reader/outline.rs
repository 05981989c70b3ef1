//! The outline at the left: parts, modules and lessons with how far each is.

use std::collections::BTreeSet;

use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::route::Route;
use crate::content::course::{LessonEntry, LessonState, Module};
use crate::content::{LessonId, Slug};
use crate::search::fold::fold;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{empty_ui, field_ui, focus_ring, icon_char, label_ui, ring_ui};

/// What the outline remembers between frames.
#[derive(Default)]
pub(super) struct Outline {
    filter: String,
    open: BTreeSet<Slug>,
    shown: Option<LessonId>,
}

impl Outline {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, present: Option<&LessonId>) {
        let arrived = self.shown.as_ref() != present;
        if arrived {
            self.shown = present.cloned();
            let module = present.and_then(|id| open.course.spot(id)).map(|spot| spot.module.id.clone());
            self.open.extend(module);
        }
        field_ui(ui, &mut self.filter, "funnel-simple", &fl!(ctx.tr, "outline-filter"), ui.available_width());
        ui.add_space(4.0);
        let asked = fold(self.filter.trim());
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut number = 0;
            let mut any = false;
            for part in &open.course.parts {
                let mut titled = false;
                for module in &part.modules {
                    number += 1;
                    let lessons = matching(module, &asked);
                    if lessons.is_empty() {
                        continue;
                    }
                    if !titled {
                        part_ui(ui, &part.title);
                        titled = true;
                    }
                    any = true;
                    self.module_ui(
                        ui,
                        ctx,
                        open,
                        module,
                        number,
                        (&lessons, !asked.is_empty()),
                        (present, arrived),
                    );
                }
            }
            if !any {
                empty_ui(
                    ui,
                    "funnel-simple",
                    &fl!(ctx.tr, "outline-none"),
                    &fl!(ctx.tr, "outline-none-hint"),
                );
            }
            ui.add_space(16.0);
        });
    }

    #[expect(clippy::too_many_arguments, reason = "a line of the outline shows all of it")]
    fn module_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        open: &OpenCourse,
        module: &Module,
        number: usize,
        (lessons, filtered): (&[&LessonEntry], bool),
        (present, arrived): (Option<&LessonId>, bool),
    ) {
        let t = ui.tokens();
        let progress = &ctx.state.study.progress;
        let done = module.lessons.iter().filter(|entry| progress.is_done(&open.course.id, &entry.id)).count();
        let within = present.is_some_and(|id| module.lessons.iter().any(|entry| &entry.id == id));
        let unfolded = filtered || self.open.contains(&module.id);
        let color = if within { t.teal_text } else { t.ink };
        let count = format!("{done}/{}", module.lessons.len());
        let title = format!("{number}. {}", module.title);
        let width = ui.available_width() - 6.0;
        let galley =
            ui.painter().layout(title.clone(), Face::Semibold.at(size::CONTROL), color, width - 62.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 10.0), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::DisclosureTriangle, true, unfolded, format!("{title}, {count}"))
        });
        if response.hovered() {
            ui.painter().rect_filled(rect, 8, t.teal_tint);
        }
        let caret = if unfolded { "caret-down" } else { "caret-right" };
        let painter = ui.painter();
        painter.galley(rect.min + vec2(20.0, 5.0), galley, color);
        let middle = pos2(rect.left() + 9.0, rect.top() + 15.0);
        painter.text(middle, egui::Align2::CENTER_CENTER, icon_char(caret), Face::Icons.at(12.0), t.muted);
        let end = pos2(rect.right() - 6.0, rect.top() + 15.0);
        painter.text(end, egui::Align2::RIGHT_CENTER, count, Face::Regular.at(size::SMALL), t.muted);
        focus_ring(ui, &response, 8);
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() && !self.open.remove(&module.id)
        {
            self.open.insert(module.id.clone());
        }
        if unfolded {
            for entry in lessons {
                let response = lesson_ui(ui, ctx, open, entry, present == Some(&entry.id));
                if arrived && present == Some(&entry.id) {
                    response.scroll_to_me(None);
                }
            }
        }
    }
}

fn part_ui(ui: &mut Ui, title: &str) {
    let t = ui.tokens();
    ui.add_space(10.0);
    label_ui(ui, title.to_uppercase(), Face::Semibold.at(size::SMALL), t.muted);
    ui.add_space(3.0);
}

/// The lessons whose title, or whose module's title, holds every word of the filter.
fn matching<'a>(module: &'a Module, asked: &str) -> Vec<&'a LessonEntry> {
    let holds = |text: &str| {
        let text = fold(text);
        asked.split_whitespace().all(|word| text.contains(word))
    };
    let whole = holds(&module.title);
    module
        .lessons
        .iter()
        .filter(|entry| whole || holds(&format!("{} {}", module.title, entry.title)))
        .collect()
}

fn lesson_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, entry: &LessonEntry, on: bool) -> egui::Response {
    let t = ui.tokens();
    let planned = entry.state == LessonState::Planned;
    let font = if on { Face::Semibold } else { Face::Regular }.at(size::CONTROL);
    let color = if on { t.teal_text } else { t.ink };
    let width = ui.available_width() - 6.0;
    let mut words = entry.title.clone();
    if planned {
        words = format!("{words}\n{}", fl!(ctx.tr, "lesson-planned-chip"));
    }
    let mut job = egui::text::LayoutJob::simple(entry.title.clone(), font, color, width - 46.0);
    if planned {
        let format = egui::TextFormat::simple(Face::Italic.at(size::SMALL), t.muted);
        job.append(&format!("\n{}", fl!(ctx.tr, "lesson-planned-chip")), 0.0, format);
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 12.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &words));
    if on || response.hovered() {
        ui.painter().rect_filled(rect, 8, t.teal_tint);
    }
    ui.painter().galley(rect.min + vec2(38.0, 6.0), galley, color);
    let center = Rect::from_min_size(rect.min + vec2(14.0, 6.0), vec2(16.0, 18.0)).center();
    let progress = &ctx.state.study.progress;
    let done = progress.is_done(&open.course.id, &entry.id);
    if planned {
        ui.painter().circle_filled(center, 2.5, t.control_line);
    } else {
        let blocks = open
            .ready(&entry.id)
            .map(|ready| ready.lesson.blocks.iter().filter(|block| block.is_read()).count());
        let share = blocks.map_or_else(
            // How many blocks it has is known once it was read; one of three tells that it was begun.
            || progress.share_seen(&open.course.id, &entry.id, 3).min(0.34),
            |blocks| progress.share_seen(&open.course.id, &entry.id, blocks),
        );
        ring_ui(ui, center, share, done);
    }
    focus_ring(ui, &response, 8);
    if response.clone().on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Go(Route::lesson(entry.id.clone())));
    }
    response
}
