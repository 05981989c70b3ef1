//! The tabs at the right: the lesson's headings, my notes in it, its sources.

use egui::{Frame, Margin, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};
use i18n_embed_fl::fl;

use super::my_notes::MyNotes;
use crate::app::action::Action;
use crate::app::open_course::{LoadedLesson, OpenCourse};
use crate::app::route::Route;
use crate::app::state::ReaderTab;
use crate::content::{BlockKind, LessonId, Slug};
use crate::ui::Ctx;
use crate::ui::sources;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{card_frame, empty_ui, focus_ring, label_ui};

/// What the tabs remember between frames.
#[derive(Default)]
pub(super) struct Tabs {
    notes: MyNotes,
}

impl Tabs {
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        open: &OpenCourse,
        lesson: &LessonId,
        at: Option<&Slug>,
    ) {
        let ready = open.ready(lesson);
        let of_lesson = ctx.state.study.notebook.of_lesson(&open.course.id, lesson);
        let names = [
            (ReaderTab::Contents, fl!(ctx.tr, "tab-contents")),
            (ReaderTab::Notes, with_count(fl!(ctx.tr, "tab-notes"), of_lesson.len())),
            (
                ReaderTab::Sources,
                with_count(fl!(ctx.tr, "tab-sources"), ready.map_or(0, |r| r.sources.len())),
            ),
        ];
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (tab, name) in names {
                tab_ui(ui, ctx, tab, &name);
            }
        });
        let t = ui.tokens();
        let line = ui.cursor().top();
        ui.painter().hline(ui.clip_rect().x_range(), line, Stroke::new(1.0, t.line));
        ui.add_space(8.0);
        let Some(ready) = ready else { return };
        ScrollArea::vertical().id_salt(("tab", ctx.state.reader.tab as u8)).auto_shrink(false).show(
            ui,
            |ui| {
                match ctx.state.reader.tab {
                    ReaderTab::Contents => contents_ui(ui, ctx, ready, at),
                    ReaderTab::Notes => self.notes.ui(ui, ctx, open, ready),
                    ReaderTab::Sources => sources_ui(ui, ctx, open, ready),
                }
                ui.add_space(20.0);
            },
        );
    }
}

fn with_count(name: String, count: usize) -> String {
    if count == 0 { name } else { format!("{name} {count}") }
}

fn tab_ui(ui: &mut Ui, ctx: &Ctx<'_>, tab: ReaderTab, name: &str) {
    let t = ui.tokens();
    let on = ctx.state.reader.tab == tab;
    let face = if on { Face::Bold } else { Face::Regular };
    let color = if on { t.teal_text } else { t.muted };
    let galley = ui.painter().layout_no_wrap(name.to_owned(), face.at(size::CONTROL), color);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 14.0, 36.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, name));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    if on {
        ui.painter().hline(rect.shrink(6.0).x_range(), rect.bottom() + 6.0, Stroke::new(2.5, t.teal));
    }
    focus_ring(ui, &response, 6);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() && !on {
        ctx.send(Action::OpenTab(tab));
    }
}

/// The headings; the one that is being read stands out.
fn contents_ui(ui: &mut Ui, ctx: &Ctx<'_>, lesson: &LoadedLesson, at: Option<&Slug>) {
    let t = ui.tokens();
    let here = at.and_then(|id| lesson.lesson.blocks.iter().position(|block| &block.id == id)).unwrap_or(0);
    let headings: Vec<_> = lesson
        .lesson
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| match &block.kind {
            BlockKind::Heading { text, level } if block.is_read() => {
                Some((index, &block.id, text.to_plain(), *level))
            }
            _ => None,
        })
        .collect();
    let present = headings.iter().rev().find(|(index, ..)| *index <= here).map(|(index, ..)| *index);
    ui.spacing_mut().item_spacing.y = 2.0;
    for (index, id, text, level) in headings {
        let on = present == Some(index);
        let indent = if level > 2 { 14.0 } else { 0.0 };
        let font = if on { Face::Semibold } else { Face::Regular }.at(size::CONTROL);
        let color = if on { t.teal_text } else { t.ink };
        let width = ui.available_width();
        let galley = ui.painter().layout(text.clone(), font, color, width - indent - 22.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 10.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &text));
        if on || response.hovered() {
            ui.painter().rect_filled(rect, 8, if on { t.teal_tint } else { t.sunken });
        }
        ui.painter().galley(rect.min + vec2(indent + 10.0, 5.0), galley, color);
        focus_ring(ui, &response, 8);
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            let route = Route::Reader { lesson: lesson.lesson.id.clone(), block: Some(id.clone()) };
            ctx.send(Action::Go(route));
        }
    }
}

fn sources_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, lesson: &LoadedLesson) {
    if lesson.sources.is_empty() {
        return empty_ui(ui, "scales", &fl!(ctx.tr, "sources-none"), "");
    }
    let t = ui.tokens();
    for (index, id) in lesson.sources.iter().enumerate() {
        let Some(source) = open.course.sources.get(id) else { continue };
        card_frame(ui).inner_margin(Margin::same(12)).corner_radius(10).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                Frame::new().fill(t.blue_tint).corner_radius(4).inner_margin(Margin::symmetric(5, 0)).show(
                    ui,
                    |ui| {
                        label_ui(ui, (index + 1).to_string(), Face::Semibold.at(size::SMALL), t.blue_text);
                    },
                );
                ui.vertical(|ui| sources::source_ui(ui, ctx, &open.course, source, None));
            });
        });
    }
}
