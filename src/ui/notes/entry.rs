//! One thing the user left: its words, the note, and what can be done with it.

use egui::{
    Align, CornerRadius, CursorIcon, Key, Layout, Margin, Modifiers, Rect, Role, Sense, Ui, WidgetInfo,
};
use i18n_embed_fl::fl;

use super::Notes;
use crate::app::action::Action;
use crate::app::anchors::Anchor;
use crate::app::route::Route;
use crate::content::RichText;
use crate::study::Annotation;
use crate::study::annotation::Motivation;
use crate::study::cards::CardOf;
use crate::ui::Ctx;
use crate::ui::reader::lost_ui;
use crate::ui::text_view::{Look, highlight_fill, layout};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{card_frame, chip_ui, focus_ring, icon_button_ui, label_ui};

impl Notes {
    pub(super) fn entry_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, entry: &Annotation) {
        let t = ui.tokens();
        let anchor = ctx.state.anchors.get(entry);
        let editing = self.editing.filter(|(id, _)| *id == entry.id);
        let card = card_frame(ui).inner_margin(Margin { left: 18, right: 10, top: 8, bottom: 12 });
        let shown = card.show(ui, |ui| {
            ui.set_width(ui.available_width());
            self.tools_ui(ui, ctx, entry, anchor);
            let words = match anchor {
                Some(anchor) => anchor.words.clone(),
                None => entry.quoted().unwrap_or_default(),
            };
            if !words.is_empty() {
                label_ui(ui, format!("«{words}»"), Face::Italic.at(size::CONTROL), t.muted);
            } else if entry.place().block.is_none() {
                label_ui(ui, fl!(ctx.tr, "entry-whole-lesson"), Face::Italic.at(size::CONTROL), t.muted);
            }
            if let Some(lost) = anchor.and_then(|anchor| anchor.lost) {
                lost_ui(ui, ctx, lost);
            }
            match editing {
                Some((_, had_keys)) => {
                    self.drafts.entry_ui(ui, ctx, entry, &fl!(ctx.tr, "note-hint"), !had_keys);
                    if let Some((_, had_keys)) = &mut self.editing {
                        *had_keys = true;
                    }
                    if has_marks(&entry.body) {
                        label_ui(ui, fl!(ctx.tr, "note-preview"), Face::Semibold.at(size::SMALL), t.muted);
                        preview_ui(ui, &entry.body, Sense::hover());
                    }
                    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                        self.stop_editing(ctx, entry);
                    }
                }
                None if !entry.body.trim().is_empty() => {
                    let text = preview_ui(ui, &entry.body, Sense::click());
                    if text.on_hover_cursor(CursorIcon::Text).clicked() {
                        self.editing = Some((entry.id, false));
                    }
                }
                None => {}
            }
        });
        let stripe = match (entry.motivation, entry.colour) {
            (Motivation::Highlighting, colour) => highlight_fill(colour.unwrap_or_default(), &t),
            (Motivation::Commenting, _) => t.amber,
            (Motivation::Bookmarking, _) => t.teal,
        };
        let rect = shown.response.rect.shrink(1.0);
        let bar = Rect::from_min_max(rect.min, egui::pos2(rect.left() + 7.0, rect.bottom()));
        ui.painter().rect_filled(bar, CornerRadius { nw: 13, sw: 13, ne: 0, se: 0 }, stripe);
    }

    fn tools_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, entry: &Annotation, anchor: Option<&Anchor>) {
        let t = ui.tokens();
        let editing = self.editing.is_some_and(|(id, _)| id == entry.id);
        ui.horizontal(|ui| {
            let (icon, label) = match entry.motivation {
                Motivation::Commenting => ("note-pencil", fl!(ctx.tr, "note")),
                Motivation::Highlighting => ("highlighter", fl!(ctx.tr, "highlight")),
                Motivation::Bookmarking => ("bookmark-simple", fl!(ctx.tr, "bookmark")),
            };
            chip_ui(ui, Some(icon), &label, t.chip, t.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                if icon_button_ui(ui, "trash", &fl!(ctx.tr, "entry-delete"), false).clicked() {
                    ctx.send(Action::DeleteAnnotation(entry.id));
                }
                if entry.motivation == Motivation::Highlighting {
                    crate::ui::study::card_icon_ui(ui, ctx, CardOf::Highlight(entry.id));
                }
                if entry.motivation != Motivation::Bookmarking {
                    let (icon, name) = if editing {
                        ("check", fl!(ctx.tr, "note-edited"))
                    } else {
                        ("pencil-simple", fl!(ctx.tr, "note-edit"))
                    };
                    if icon_button_ui(ui, icon, &name, editing).clicked() {
                        if editing {
                            self.stop_editing(ctx, entry);
                        } else {
                            self.editing = Some((entry.id, false));
                        }
                    }
                }
                let is_there =
                    ctx.state.open_course().is_some_and(|open| open.course.spot(&entry.lesson).is_some());
                if is_there
                    && icon_button_ui(ui, "arrow-square-out", &fl!(ctx.tr, "note-go"), false).clicked()
                {
                    go(ctx, entry, anchor);
                }
            });
        });
    }

    /// A note without words is none.
    fn stop_editing(&mut self, ctx: &Ctx<'_>, entry: &Annotation) {
        self.editing = None;
        if entry.motivation == Motivation::Commenting && entry.body.trim().is_empty() {
            ctx.send(Action::DeleteAnnotation(entry.id));
        }
    }
}

/// Shows the place in its lesson, wherever it stands by now.
fn go(ctx: &Ctx<'_>, entry: &Annotation, anchor: Option<&Anchor>) {
    let block = anchor.and_then(|anchor| anchor.block.clone()).or_else(|| entry.place().block);
    ctx.send(Action::Go(Route::Reader { lesson: entry.lesson.clone(), block }));
}

fn has_marks(text: &str) -> bool {
    text.contains(['*', '_', '`', '[', '\\'])
}

/// A note as it reads: bold, italic, code and links, a line for each line.
fn preview_ui(ui: &mut Ui, text: &str, sense: Sense) -> egui::Response {
    let tokens = ui.tokens();
    // In a course one line feed is a space; here it is what the user typed.
    let rich = RichText::parse(&text.trim().replace('\n', "\n\n"), &mut Vec::new());
    let look = Look { face: Face::Regular, points: size::CONTROL, line: 1.5, color: tokens.ink };
    let inside = Margin::symmetric(10, 7);
    let width = ui.available_width() - inside.sum().x;
    let job = layout::compose(&rich, look, &tokens, width, &|_cite| None, &[]).job;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = egui::vec2(ui.available_width(), galley.size().y + inside.sum().y);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, rich.to_plain()));
    ui.painter().rect_filled(rect, CornerRadius::same(10), tokens.note);
    ui.painter().galley(rect.min + inside.left_top(), galley, tokens.ink);
    focus_ring(ui, &response, 10);
    response
}
