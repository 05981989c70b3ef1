//! Hands counted in the hall: numbers by choice and by block of seats, bars for the hall.

use egui::{Key, ScrollArea, Ui};
use i18n_embed_fl::fl;

use super::{close, modal_ui, number_field_ui, send, stepper_ui};
use crate::app::class_action::ClassAction;
use crate::app::present::{Prompt, Talk, letter};
use crate::class::{Round, Tally};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::{ButtonKind, button_ui, field_ui, label_ui, line_ui, segments_ui, words};

/// What is being counted.
pub(super) struct HandsDialog {
    tally: Tally,
    /// What was typed, by choice and block of seats.
    typed: Vec<Vec<String>>,
    /// Blocks of seats stay as the hall is.
    blocks: u16,
    /// Whether the slide asks the question; else it can be written.
    is_of_slide: bool,
}

impl Default for HandsDialog {
    fn default() -> Self {
        Self { tally: Tally::default(), typed: Vec::new(), blocks: 1, is_of_slide: false }
    }
}

impl HandsDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, talk: &Talk, fresh: bool) {
        if fresh {
            self.begin(ctx, talk);
        }
        modal_ui(ui, ctx, "hands", &fl!(ctx.tr, "hands-title"), 760.0, |ui| {
            let before = self.tally.clone();
            self.question_ui(ui, ctx);
            self.rounds_ui(ui, ctx, talk);
            let room = ui.available_height() - 56.0;
            ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
                self.numbers_ui(ui, ctx, fresh);
            });
            if self.tally != before {
                send(ctx, ClassAction::Count(self.tally.clone()));
            }
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                if button_ui(ui, ButtonKind::Primary, "chart-bar-horizontal", &fl!(ctx.tr, "hands-show"))
                    .clicked()
                {
                    // What is on the screen is what the hall sees.
                    send(ctx, ClassAction::Count(self.tally.clone()));
                    send(ctx, ClassAction::ShowHands(true));
                    close(ctx);
                }
                if button_ui(ui, ButtonKind::Plain, "check", &fl!(ctx.tr, "hands-done")).clicked() {
                    close(ctx);
                }
                let total = self.tally.total().to_string();
                line_ui(
                    ui,
                    fl!(ctx.tr, "hands-total", total = total),
                    Face::Regular.at(size::CONTROL),
                    ui.tokens().muted,
                );
            });
        });
    }

    /// The question of the slide, or a free one; what was counted of it before is there again.
    fn begin(&mut self, ctx: &Ctx<'_>, talk: &Talk) {
        let prompt = talk.slide().and_then(|slide| slide.prompt.as_ref());
        self.is_of_slide = matches!(prompt, Some(Prompt::Hands { .. }));
        let (question, choices) = if let Some(Prompt::Hands { question, choices }) = prompt {
            (question.clone(), choices.clone())
        } else {
            let title = talk.slide().map(|slide| slide.page.title.clone()).unwrap_or_default();
            (title, vec![fl!(ctx.tr, "hands-yes"), fl!(ctx.tr, "hands-no")])
        };
        let fresh = Tally::new(question, choices, usize::from(self.blocks)).squared();
        let counted = |round| {
            let same = |tally: &&Tally| tally.round == round && tally.asks_the_same(&fresh);
            talk.record.tallies.iter().find(same).cloned()
        };
        // After a first count the next one comes after the hall has talked.
        let tally = counted(Round::After).or_else(|| {
            counted(Round::Before).map(|before| Tally {
                round: Round::After,
                blocks: before.blocks,
                ..fresh.clone()
            })
        });
        self.take(tally.unwrap_or_else(|| fresh.clone()).squared());
    }

    fn take(&mut self, tally: Tally) {
        let text = |hands: &Option<u32>| hands.map(|hands| hands.to_string()).unwrap_or_default();
        self.typed = tally.hands.iter().map(|row| row.iter().map(text).collect()).collect();
        self.blocks = u16::try_from(tally.blocks).unwrap_or(1);
        self.tally = tally;
    }

    fn question_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let t = ui.tokens();
        if self.is_of_slide {
            label_ui(ui, &self.tally.question, Face::Semibold.at(size::BODY), t.ink);
            return;
        }
        field_ui(ui, &mut self.tally.question, "question", &fl!(ctx.tr, "hands-question"), 700.0);
    }

    /// Before or after, and how many blocks of seats.
    fn rounds_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
        let t = ui.tokens();
        ui.horizontal(|ui| {
            let name = |round| match round {
                Round::Before => fl!(ctx.tr, "hands-before"),
                Round::After => fl!(ctx.tr, "hands-after"),
            };
            let all = Round::ALL.map(|round| (round, name(round)));
            if let Some(round) = segments_ui(ui, &fl!(ctx.tr, "hands-round"), self.tally.round, &all) {
                let empty =
                    Tally::new(self.tally.question.clone(), self.tally.choices.clone(), self.tally.blocks);
                let empty = Tally { round, ..empty };
                let same = |known: &&Tally| known.round == round && known.asks_the_same(&empty);
                let known = talk.record.tallies.iter().find(same).cloned();
                self.take(known.unwrap_or(empty));
            }
            ui.add_space(16.0);
            line_ui(ui, fl!(ctx.tr, "hands-blocks"), Face::Regular.at(size::CONTROL), t.muted);
            let most = u16::try_from(Tally::MOST).unwrap_or(8);
            if let Some(blocks) = stepper_ui(ui, ctx, &fl!(ctx.tr, "hands-blocks"), self.blocks, most) {
                let tally = Tally { blocks: usize::from(blocks), ..self.tally.clone() };
                self.take(tally.squared());
            }
        });
    }

    fn numbers_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, fresh: bool) {
        let t = ui.tokens();
        let Self { tally, typed, is_of_slide, .. } = self;
        let (mut fields, mut entered) = (Vec::new(), None);
        for (choice, row) in typed.iter_mut().enumerate() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                let name = format!("{}.", letter(choice));
                let letter_cell = words(&name, Face::Bold.at(size::BODY), t.teal_text);
                ui.add_sized([22.0, space::TARGET], egui::Label::new(letter_cell));
                for (block, text) in row.iter_mut().enumerate() {
                    let of_block = (block + 1).to_string();
                    let name =
                        fl!(ctx.tr, "hands-field", choice = letter(choice).to_string(), block = of_block);
                    let response = number_field_ui(ui, text, &name);
                    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                        entered = Some(fields.len());
                    }
                    fields.push(response);
                    if let Some(hands) = tally.hands.get_mut(choice).and_then(|row| row.get_mut(block)) {
                        *hands = text.parse().ok();
                    }
                }
                let sum =
                    words(format!("= {}", tally.of_choice(choice)), Face::Semibold.at(size::BODY), t.ink);
                ui.add_sized([64.0, space::TARGET], egui::Label::new(sum));
                match tally.choices.get_mut(choice) {
                    Some(choice_words) if !*is_of_slide => {
                        let name = fl!(ctx.tr, "hands-choice", choice = letter(choice).to_string());
                        let width = (ui.available_width() - 10.0).min(320.0);
                        field_ui(ui, choice_words, "list-bullets", &name, width);
                    }
                    Some(choice_words) => {
                        drop(label_ui(ui, choice_words.as_str(), Face::Regular.at(size::CONTROL), t.ink));
                    }
                    None => {}
                }
            });
        }
        // Enter goes from field to field, as on a till.
        let next = entered.map(|at| at + 1).or(fresh.then_some(0));
        if let Some(field) = next.and_then(|at| fields.get(at)) {
            field.request_focus();
        }
        if !*is_of_slide && tally.choices.len() < Tally::MOST {
            let label = fl!(ctx.tr, "hands-more-choices");
            if button_ui(ui, ButtonKind::Quiet, "plus", &label).clicked() {
                tally.choices.push(String::new());
                tally.hands.push(vec![None; tally.blocks]);
                typed.push(vec![String::new(); tally.blocks]);
            }
        }
    }
}
