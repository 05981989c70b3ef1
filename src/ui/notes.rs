//! Everything the user wrote, in the order of the course, with the words it hangs on.

use egui::{Align, Frame, Layout, Margin, ScrollArea, Sense, Ui, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::route::Route;
use crate::content::LessonId;
use crate::search::fold::fold;
use crate::study::annotation::{Annotation, Motivation};
use crate::study::cards::CardOf;
use crate::ui::Ctx;
use crate::ui::reader::NoteDrafts;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    as_heading, card_frame, chip_ui, empty_ui, field_ui, icon_button_ui, label_ui, words,
};

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct Notes {
    filter: String,
    drafts: NoteDrafts,
}

impl Notes {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let t = ui.tokens();
        let margin = if ui.available_width() < 800.0 { 22 } else { 44 };
        Frame::new().inner_margin(Margin { left: margin, right: 0, top: 30, bottom: 0 }).show(ui, |ui| {
            ui.horizontal(|ui| {
                let title = ui.label(words(fl!(ctx.tr, "command-notes"), Face::Bold.at(size::TITLE), t.ink));
                as_heading(ui, &title, 1, &fl!(ctx.tr, "command-notes"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(f32::from(margin));
                    let hint = fl!(ctx.tr, "notes-filter");
                    ui.allocate_ui_with_layout(
                        vec2(280.0, 36.0),
                        Layout::left_to_right(Align::Center),
                        |ui| {
                            field_ui(ui, &mut self.filter, "funnel-simple", &hint, 280.0);
                        },
                    );
                });
            });
            ui.add_space(10.0);
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                Frame::new().inner_margin(Margin { left: 0, right: margin, top: 0, bottom: 40 }).show(
                    ui,
                    |ui| {
                        ui.set_max_width(820.0);
                        self.list_ui(ui, ctx);
                    },
                );
            });
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(open) = ctx.state.open_course() else {
            return empty_ui(
                ui,
                "books",
                &fl!(ctx.tr, "notes-no-course"),
                &fl!(ctx.tr, "notes-no-course-hint"),
            );
        };
        let all = in_course_order(ctx, open);
        if all.is_empty() {
            return empty_ui(ui, "note-pencil", &fl!(ctx.tr, "notes-none"), &fl!(ctx.tr, "notes-none-hint"));
        }
        let asked = fold(self.filter.trim());
        let holds = |entry: &Annotation| {
            let text = fold(&format!("{} {}", entry.body, quoted(entry)));
            asked.split_whitespace().all(|word| text.contains(word))
        };
        let shown: Vec<_> = all.into_iter().filter(|entry| holds(entry)).collect();
        if shown.is_empty() {
            return empty_ui(
                ui,
                "funnel-simple",
                &fl!(ctx.tr, "notes-filter-none"),
                &fl!(ctx.tr, "outline-none-hint"),
            );
        }
        let mut lesson: Option<&LessonId> = None;
        for entry in shown {
            if lesson != Some(&entry.lesson) {
                lesson = Some(&entry.lesson);
                lesson_title_ui(ui, ctx, open, &entry.lesson);
            }
            self.entry_ui(ui, ctx, open, entry);
            ui.add_space(4.0);
        }
    }

    fn entry_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, entry: &Annotation) {
        let t = ui.tokens();
        card_frame(ui).inner_margin(Margin::same(14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let place = entry.place();
            ui.horizontal(|ui| {
                let (icon, label) = match entry.motivation {
                    Motivation::Commenting => ("note-pencil", fl!(ctx.tr, "note")),
                    Motivation::Highlighting => ("highlighter", fl!(ctx.tr, "highlight")),
                    Motivation::Bookmarking => ("bookmark-simple", fl!(ctx.tr, "bookmark")),
                };
                chip_ui(ui, Some(icon), &label, t.chip, t.ink);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if entry.motivation != Motivation::Commenting
                        && icon_button_ui(ui, "trash", &fl!(ctx.tr, "mark-delete"), false).clicked()
                    {
                        ctx.send(Action::DeleteAnnotation(entry.id));
                    }
                    if entry.motivation == Motivation::Highlighting {
                        crate::ui::study::card_icon_ui(ui, ctx, CardOf::Highlight(entry.id));
                    }
                    if icon_button_ui(ui, "arrow-square-out", &fl!(ctx.tr, "note-go"), false).clicked() {
                        let route =
                            Route::Reader { lesson: place.lesson.clone(), block: place.block.clone() };
                        ctx.send(Action::Go(route));
                    }
                });
            });
            let words = hangs_on(open, entry);
            if !words.is_empty() {
                label_ui(ui, format!("«{words}»"), Face::Italic.at(size::CONTROL), t.muted);
            }
            if entry.motivation == Motivation::Commenting {
                self.drafts.ui(ui, ctx, &place, &fl!(ctx.tr, "note-hint"), false);
            }
        });
    }
}

fn quoted(entry: &Annotation) -> String {
    let quotes = entry.targets.iter().filter_map(|target| target.quote.as_ref());
    quotes.map(|quote| quote.exact.as_str()).collect::<Vec<_>>().join(" … ")
}

/// The marked words, or the beginning of the block where its lesson is in memory.
fn hangs_on(open: &OpenCourse, entry: &Annotation) -> String {
    let quoted = quoted(entry);
    if !quoted.is_empty() {
        return quoted;
    }
    let place = entry.place();
    let block = place.block.as_ref().and_then(|id| {
        open.ready(&place.lesson)?.lesson.block(id).map(super::super::content::block::Block::plain_text)
    });
    let text = block.unwrap_or_default().replace('\n', " ");
    let short: String = text.chars().take(140).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

fn in_course_order<'a>(ctx: &Ctx<'a>, open: &OpenCourse) -> Vec<&'a Annotation> {
    let order: Vec<&LessonId> = open.course.lessons().map(|spot| &spot.entry.id).collect();
    let lesson_at =
        |entry: &Annotation| order.iter().position(|id| **id == entry.lesson).unwrap_or(usize::MAX);
    let block_at = |entry: &Annotation| {
        let place = entry.place();
        let block = place.block?;
        open.ready(&place.lesson)?.lesson.blocks.iter().position(|known| known.id == block)
    };
    let mut all: Vec<&Annotation> =
        ctx.state.study.notebook.all().filter(|entry| entry.course == open.course.id).collect();
    all.sort_by_key(|entry| (lesson_at(entry), block_at(entry), entry.created, entry.id));
    all
}

fn lesson_title_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, id: &LessonId) {
    let t = ui.tokens();
    ui.add_space(14.0);
    let title = match open.course.spot(id) {
        Some(spot) => format!("{}. {} › {}", spot.module_number, spot.module.title, spot.entry.title),
        // The lesson left the course; what was written in it stays.
        None => id.to_string(),
    };
    let label =
        egui::Label::new(words(title, Face::Semibold.at(size::CONTROL), t.teal_text)).sense(Sense::click());
    if ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Go(Route::lesson(id.clone())));
    }
}
