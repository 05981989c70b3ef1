//! The tab of what the user wrote in the lesson, in the order of its blocks.

use std::collections::BTreeMap;

use egui::{CornerRadius, CursorIcon, Frame, Margin, Sense, Ui, vec2};
use i18n_embed_fl::fl;

use super::NoteDrafts;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::open_course::{LoadedLesson, OpenCourse};
use crate::app::route::Route;
use crate::content::{Place, Slug};
use crate::study::Annotation;
use crate::study::anchor::Lost;
use crate::study::annotation::Motivation;
use crate::study::cards::CardOf;
use crate::ui::Ctx;
use crate::ui::text_view::highlight_fill;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{empty_ui, icon_button_ui, icon_ui, keys_text, label_ui, words};

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct MyNotes {
    drafts: NoteDrafts,
    focused: u32,
}

impl MyNotes {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, lesson: &LoadedLesson) {
        let t = ui.tokens();
        let asked = self.focused != ctx.state.reader.write_note;
        self.focused = ctx.state.reader.write_note;
        let note_on = ctx.state.reader.note_on.as_ref();
        let whole = super::column::place(open, lesson, None);
        label_ui(ui, fl!(ctx.tr, "note-lesson"), Face::Semibold.at(size::SMALL), t.muted);
        self.drafts.ui(ui, ctx, &whole, &fl!(ctx.tr, "note-hint"), asked && note_on.is_none());
        ui.add_space(6.0);
        let notebook = &ctx.state.study.notebook;
        let of_whole = notebook.note(&whole).map(|note| note.id);
        let (mut by_block, mut lost) = (BTreeMap::<usize, Vec<&Annotation>>::new(), Vec::new());
        for entry in notebook.of_lesson(&whole.course, &whole.lesson) {
            let anchor = ctx.state.anchors.get(entry);
            match anchor.and_then(|anchor| anchor.spots.first()) {
                Some(spot) => by_block.entry(spot.block).or_default().push(entry),
                None if Some(entry.id) == of_whole => {}
                None if anchor.is_some_and(|anchor| anchor.lost.is_some()) => lost.push(entry),
                None => self.entry_ui(ui, ctx, entry, None),
            }
        }
        let wanted = note_on.and_then(|id| lesson.lesson.blocks.iter().position(|block| &block.id == id));
        if let Some(block) = wanted {
            by_block.entry(block).or_default();
        }
        if by_block.is_empty() && lost.is_empty() {
            // Without a key the sentence names only the button.
            let keys = Some(keys_text(ctx, Command::NoteBlock)).filter(|keys| !keys.is_empty());
            let keys = keys.unwrap_or_else(|| "none".to_owned());
            let hint = fl!(ctx.tr, "notes-none-here-hint", keys = keys);
            let title = fl!(ctx.tr, "notes-none-here");
            return empty_ui(ui, "note-pencil", &title, &hint);
        }
        for (index, entries) in by_block {
            let Some(block) = lesson.lesson.blocks.get(index) else { continue };
            let place = Place { block: Some(block.id.clone()), ..whole.clone() };
            heading_of_block_ui(ui, ctx, &place, lesson.plain.get(index).map_or("", String::as_str));
            let note = notebook.note(&place).map(|note| note.id);
            for entry in entries.into_iter().filter(|entry| Some(entry.id) != note) {
                self.entry_ui(ui, ctx, entry, Some(&block.id));
            }
            if note.is_some() || wanted == Some(index) {
                self.drafts.ui(ui, ctx, &place, &fl!(ctx.tr, "note-hint"), asked && wanted == Some(index));
            }
            ui.add_space(6.0);
        }
        for entry in lost {
            self.entry_ui(ui, ctx, entry, None);
            ui.add_space(6.0);
        }
    }

    /// Something the user left; `block` is where it stands now.
    fn entry_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, entry: &Annotation, block: Option<&Slug>) {
        let t = ui.tokens();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let (icon, shown) = match entry.motivation {
                Motivation::Commenting => ("note-pencil", fl!(ctx.tr, "note")),
                Motivation::Highlighting => ("highlighter", entry.quoted().unwrap_or_default()),
                Motivation::Bookmarking => ("bookmark-simple", fl!(ctx.tr, "bookmark")),
            };
            icon_ui(ui, icon, 16.0, t.amber_text);
            let marked = entry.motivation == Motivation::Highlighting;
            let tools = match (marked, block) {
                (true, Some(_)) => 112.0,
                (true, None) => 76.0,
                (false, _) => 40.0,
            };
            let room = ui.available_width() - tools;
            ui.vertical(|ui| {
                ui.set_width(room);
                match entry.colour.filter(|_| marked) {
                    Some(colour) => {
                        let frame = Frame::new()
                            .fill(highlight_fill(colour, &t))
                            .corner_radius(CornerRadius::same(4));
                        frame.inner_margin(Margin::symmetric(5, 2)).show(ui, |ui| {
                            label_ui(ui, shown, Face::Regular.at(size::SMALL), t.ink);
                        });
                    }
                    None => drop(label_ui(ui, shown, Face::Regular.at(size::SMALL), t.ink)),
                }
            });
            if let Some(block) = block.filter(|_| marked)
                && icon_button_ui(ui, "note-pencil", &fl!(ctx.tr, "mark-open"), false).clicked()
            {
                let route = Route::Reader { lesson: entry.lesson.clone(), block: Some(block.clone()) };
                ctx.send(Action::Go(route));
                ctx.send(Action::OpenMark(Some(entry.id)));
            }
            if marked {
                crate::ui::study::card_icon_ui(ui, ctx, CardOf::Highlight(entry.id));
            }
            if icon_button_ui(ui, "trash", &fl!(ctx.tr, "mark-delete"), false).clicked() {
                ctx.send(Action::DeleteAnnotation(entry.id));
            }
        });
        if let Some(lost) = ctx.state.anchors.get(entry).and_then(|anchor| anchor.lost) {
            lost_ui(ui, ctx, lost);
        }
        if !entry.body.is_empty() || entry.motivation == Motivation::Commenting {
            self.drafts.entry_ui(ui, ctx, entry, &fl!(ctx.tr, "note-on-mark-hint"), false);
        }
    }
}

/// Why something has no place in the lesson any more, and that it stays all the same.
pub(in crate::ui) fn lost_ui(ui: &mut Ui, ctx: &Ctx<'_>, lost: Lost) {
    let t = ui.tokens();
    ui.horizontal_top(|ui| {
        icon_ui(ui, "link-break", 16.0, t.warning_text);
        let text = match lost {
            Lost::Block => fl!(ctx.tr, "note-lost-block"),
            Lost::Words => fl!(ctx.tr, "note-lost-words"),
        };
        label_ui(ui, text, Face::Regular.at(size::SMALL), t.warning_text);
    });
}

/// The words that a note hangs on; a press leads there.
fn heading_of_block_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: &Place, text: &str) {
    let short: String = text.replace('\n', " ").chars().take(70).collect();
    let text = words(format!("«{short}…»"), Face::Italic.at(size::SMALL), ui.tokens().muted);
    let label = egui::Label::new(text).wrap().sense(Sense::click());
    ui.spacing_mut().item_spacing = vec2(ui.spacing().item_spacing.x, 4.0);
    if ui.add(label).on_hover_cursor(CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Go(Route::Reader { lesson: place.lesson.clone(), block: place.block.clone() }));
    }
}
