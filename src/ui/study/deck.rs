//! All cards: where they come from, how many a day asks for, and each of them.

use std::collections::BTreeSet;

use egui::{Align, Layout, Margin, Ui, vec2};
use i18n_embed_fl::fl;

use super::{bank_ui, face, heading_ui};
use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::study_action::StudyAction;
use crate::content::question::Use;
use crate::search::fold::fold;
use crate::study::annotation::Motivation;
use crate::study::cards::{Card, CardKey, CardOf, Limits};
use crate::study::self_check::{Standing, pick};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, card_frame, chip_ui, empty_ui, field_ui, icon_button_ui, icon_ui, label_ui,
    segments_ui, words,
};

/// More lines than these are found by the filter.
const SHOWN: usize = 200;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct DeckScreen {
    filter: String,
}

impl DeckScreen {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
        super::due_card_ui(ui, ctx, ui.available_width());
        heading_ui(ui, &fl!(ctx.tr, "deck-make"));
        sources_ui(ui, ctx, open);
        heading_ui(ui, &fl!(ctx.tr, "deck-limits"));
        limits_ui(ui, ctx);
        let cards = ctx.state.study.deck.of_course(&open.course.id);
        heading_ui(ui, &fl!(ctx.tr, "deck-all", count = cards.len()));
        if ctx.state.room.bank().is_none() {
            bank_ui(ui, ctx);
        }
        if cards.is_empty() {
            return empty_ui(ui, "cards", &fl!(ctx.tr, "deck-none"), &fl!(ctx.tr, "deck-none-hint"));
        }
        let width = ui.available_width().min(420.0);
        field_ui(ui, &mut self.filter, "funnel-simple", &fl!(ctx.tr, "deck-filter"), width);
        let asked = fold(self.filter.trim());
        let mut shown = 0;
        for (key, card) in cards {
            let text = face::line_text(ctx, open, key);
            let folded = fold(text.as_deref().unwrap_or_default());
            if !asked.split_whitespace().all(|word| folded.contains(word)) {
                continue;
            }
            shown += 1;
            if shown > SHOWN {
                label_ui(ui, fl!(ctx.tr, "deck-more"), Face::Regular.at(size::CONTROL), ui.tokens().muted);
                break;
            }
            row_ui(ui, ctx, open, key, card, text);
        }
        if shown == 0 {
            empty_ui(
                ui,
                "funnel-simple",
                &fl!(ctx.tr, "deck-filter-none"),
                &fl!(ctx.tr, "outline-none-hint"),
            );
        }
    }
}

/// From where cards can be made, each with one press.
fn sources_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
    let course = &open.course;
    let terms: Vec<CardOf> = course.terms.keys().cloned().map(CardOf::Term).collect();
    let of_course = |entry: &&crate::study::Annotation| {
        entry.course == course.id && entry.motivation == Motivation::Highlighting
    };
    let marked = ctx.state.study.notebook.all().filter(of_course);
    let marked: Vec<CardOf> = marked.map(|entry| CardOf::Highlight(entry.id)).collect();
    source_ui(ui, ctx, "text-aa", &fl!(ctx.tr, "deck-terms"), &fl!(ctx.tr, "deck-terms-none"), terms);
    if let Some(bank) = ctx.state.room.bank() {
        let answers = &ctx.state.study.answers;
        let questions = bank.keys(Use::Practice, |_| true);
        let mut troubled: BTreeSet<_> = pick::mistakes(&questions, answers).into_iter().collect();
        troubled.extend(questions.into_iter().filter(|key| answers.standing(key) == Standing::Guessed));
        let troubled = troubled.into_iter().map(|key| CardOf::Question(key.lesson, key.block)).collect();
        let (name, none) = (fl!(ctx.tr, "deck-troubled"), fl!(ctx.tr, "deck-troubled-none"));
        source_ui(ui, ctx, "question", &name, &none, troubled);
    }
    let (name, none) = (fl!(ctx.tr, "deck-highlights"), fl!(ctx.tr, "deck-highlights-none"));
    source_ui(ui, ctx, "highlighter", &name, &none, marked);
}

fn source_ui(ui: &mut Ui, ctx: &Ctx<'_>, icon: &str, name: &str, none: &str, all: Vec<CardOf>) {
    let t = ui.tokens();
    let count = all.len();
    let new: Vec<CardOf> = all.into_iter().filter(|of| !ctx.state.has_card(of.clone())).collect();
    ui.horizontal_wrapped(|ui| {
        icon_ui(ui, icon, 18.0, t.teal_text);
        ui.label(words(name, Face::Semibold.at(size::CONTROL), t.ink));
        let told = if count == 0 {
            none.to_owned()
        } else {
            let have = count.saturating_sub(new.len());
            fl!(ctx.tr, "deck-have", have = have, all = count)
        };
        ui.label(words(told, Face::Regular.at(size::CONTROL), t.muted));
        if !new.is_empty() {
            let label = fl!(ctx.tr, "deck-add", count = new.len());
            if button_ui(ui, ButtonKind::Plain, "plus", &label).clicked() {
                ctx.send(Action::Study(StudyAction::MakeCards(new)));
            }
        }
    });
}

fn limits_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    let limits = ctx.state.room.limits;
    let choices = |numbers: [usize; 4]| numbers.map(|number| (number, number.to_string()));
    ui.horizontal_wrapped(|ui| {
        let name = fl!(ctx.tr, "deck-limit-new");
        ui.label(words(&name, Face::Regular.at(size::CONTROL), t.ink));
        if let Some(new) = segments_ui(ui, &name, limits.new, &choices([0, 5, 10, 20])) {
            ctx.send(Action::Study(StudyAction::Limits(Limits { new, ..limits })));
        }
    });
    ui.horizontal_wrapped(|ui| {
        let name = fl!(ctx.tr, "deck-limit-reviews");
        ui.label(words(&name, Face::Regular.at(size::CONTROL), t.ink));
        if let Some(reviews) = segments_ui(ui, &name, limits.reviews, &choices([20, 40, 60, 120])) {
            ctx.send(Action::Study(StudyAction::Limits(Limits { reviews, ..limits })));
        }
    });
}

/// A card in a line: what it asks for, when it is due, and what can be done with it.
fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, key: &CardKey, card: &Card, text: Option<String>) {
    let t = ui.tokens();
    card_frame(ui).inner_margin(Margin::symmetric(14, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let (icon, kind, _) = face::kind_text(ctx, open, key);
            icon_ui(ui, icon, 16.0, t.teal_text).on_hover_text(kind);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                if icon_button_ui(ui, "trash", &fl!(ctx.tr, "deck-remove"), false).clicked() {
                    ctx.send(Action::Study(StudyAction::RemoveCard(key.of.clone())));
                }
                let (icon, name) = if card.suspended {
                    ("play", fl!(ctx.tr, "deck-resume"))
                } else {
                    ("pause", fl!(ctx.tr, "command-suspend-card"))
                };
                if icon_button_ui(ui, icon, &name, card.suspended).clicked() {
                    ctx.send(Action::Study(StudyAction::Suspend(key.of.clone(), !card.suspended)));
                }
                due_chip_ui(ui, ctx, card);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let known = text.is_some();
                    let text = text.unwrap_or_else(|| fl!(ctx.tr, "deck-lost"));
                    let color = if known { t.ink } else { t.muted };
                    ui.add_sized(vec2(ui.available_width(), 30.0), |ui: &mut Ui| {
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            ui.add(
                                egui::Label::new(words(text, Face::Regular.at(size::CONTROL), color))
                                    .truncate(),
                            );
                        })
                        .response
                    });
                });
            });
        });
    });
}

fn due_chip_ui(ui: &mut Ui, ctx: &Ctx<'_>, card: &Card) {
    let t = ui.tokens();
    let today = ctx.state.room.day;
    let due = card.schedule.due;
    let (text, ground, ink) = if card.suspended {
        (fl!(ctx.tr, "deck-suspended"), t.chip, t.muted)
    } else if card.schedule.reviews == 0 {
        (fl!(ctx.tr, "deck-new"), t.blue_tint, t.blue_text)
    } else if due <= today {
        (fl!(ctx.tr, "deck-due"), t.amber_tint, t.amber_text)
    } else {
        (fl!(ctx.tr, "grade-days", days = today.until(due)), t.chip, t.ink)
    };
    chip_ui(ui, None, &text, ground, ink);
}
