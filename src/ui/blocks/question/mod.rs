//! How a question is asked, answered and explained, in its lesson and wherever else it is asked.

mod arrange;
mod choices;

use egui::Ui;
use i18n_embed_fl::fl;

use super::Page;
use super::teaching::panel;
use crate::app::action::Action;
use crate::app::study_action::StudyAction;
use crate::content::question::{Answer, Level, Question};
use crate::content::{BlockKind, Slug};
use crate::study::cards::CardOf;
use crate::study::self_check::Draft;
use crate::ui::theme::{Face, Themed as _};
use crate::ui::widgets::{ButtonKind, button_ui, chip_ui};

/// An answer in a lesson.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Given {
    draft: Draft,
    shown: bool,
}

/// How far the answer to a question is.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) enum Stage<'a> {
    /// It is being given; `keys` shows the digits that give it.
    Asking { draft: &'a Draft, keys: bool },
    /// It was given: each choice tells why.
    Judged(&'a Draft),
    /// The front of a card: nothing can be pressed.
    Front(&'a Draft),
    /// The back of a card: the right answer, with every why.
    Back,
}

/// What the user does with the things that a question is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Touch {
    /// Presses the choice or the place of that number.
    Press(usize),
    /// Drags a thing from one place to another.
    Put { from: usize, to: usize },
}

impl<'a> Stage<'a> {
    fn is_answered(self) -> bool {
        matches!(self, Self::Judged(_) | Self::Back)
    }

    fn draft(self) -> Option<&'a Draft> {
        match self {
            Self::Asking { draft, .. } | Self::Judged(draft) | Self::Front(draft) => Some(draft),
            Self::Back => None,
        }
    }
}

impl Page<'_> {
    /// A question inside its lesson.
    pub(super) fn question_ui(&mut self, ui: &mut Ui, id: &Slug, question: &Question) {
        // Any number does; the same one keeps the order of a question that is looked at twice.
        let fresh = || Given { draft: Draft::new(&question.answer, 1), shown: false };
        let mut given = self.memory.answers.get(id).cloned().unwrap_or_else(fresh);
        given.shown |= self.memory.unfolded.remove(id);
        panel(ui, |ui| {
            let stage = if given.shown {
                Stage::Judged(&given.draft)
            } else {
                Stage::Asking { draft: &given.draft, keys: false }
            };
            let touch = self.parts_ui(ui, question, stage, 1.08);
            match &question.explain {
                Some(explain) if given.shown => {
                    ui.add_space(4.0);
                    self.last_text(ui, explain, self.body);
                }
                Some(explain) => self.skip(explain),
                None if given.shown => self.source_line_ui(ui),
                None => {}
            }
            if let Some(touch) = touch {
                touch.apply(&mut given.draft, &question.answer);
                if matches!(question.answer, Answer::Single(_) | Answer::TrueFalse(_)) {
                    self.show_answer(&mut given, id);
                }
            }
            self.question_buttons(ui, id, question, &mut given);
        });
        self.memory.answers.insert(id.clone(), given);
    }

    fn show_answer(&self, given: &mut Given, id: &Slug) {
        given.shown = true;
        let lesson = self.lesson.lesson.id.clone();
        let answered = StudyAction::AnsweredInLesson(lesson, id.clone(), given.draft.clone());
        self.ctx.send(Action::Study(answered));
    }

    fn question_buttons(&self, ui: &mut Ui, id: &Slug, question: &Question, given: &mut Given) {
        ui.add_space(4.0);
        let tr = self.ctx.tr;
        if given.shown {
            ui.horizontal_wrapped(|ui| {
                let again = fl!(tr, "question-again");
                if button_ui(ui, ButtonKind::Plain, "arrow-counter-clockwise", &again).clicked() {
                    *given = Given { draft: Draft::new(&question.answer, 1), shown: false };
                }
                let of = CardOf::Question(self.lesson.lesson.id.clone(), id.clone());
                crate::ui::study::make_card_ui(ui, self.ctx, of);
            });
        } else if !matches!(question.answer, Answer::Single(_) | Answer::TrueFalse(_)) {
            ui.add_enabled_ui(given.draft.is_ready(), |ui| {
                if button_ui(ui, ButtonKind::Plain, "check", &fl!(tr, "question-check")).clicked() {
                    self.show_answer(given, id);
                }
            });
        }
    }

    /// A question on a page of its own; answers what the user does with it.
    pub(in crate::ui) fn asked_ui(&mut self, ui: &mut Ui, index: usize, stage: Stage<'_>) -> Option<Touch> {
        let block = self.lesson.lesson.blocks.get(index)?;
        let BlockKind::Question(question) = &block.kind else { return None };
        self.begin_block(index, block);
        ui.spacing_mut().item_spacing.y = 6.0;
        let touch = self.parts_ui(ui, question, stage, 1.32);
        match &question.explain {
            Some(explain) if stage.is_answered() => {
                ui.add_space(6.0);
                self.text(ui, explain, self.body);
            }
            Some(explain) => self.skip(explain),
            None => {}
        }
        if stage.is_answered() {
            ui.add_space(4.0);
            self.source_line_ui(ui);
            self.doubt_ui(ui, block);
        }
        touch
    }

    /// Level, prompt, and what it is answered with.
    fn parts_ui(&mut self, ui: &mut Ui, question: &Question, stage: Stage<'_>, size: f32) -> Option<Touch> {
        let (t, tr) = (ui.tokens(), self.ctx.tr);
        let level = match question.level {
            Level::Recall => fl!(tr, "level-recall"),
            Level::Understand => fl!(tr, "level-understand"),
            Level::Apply => fl!(tr, "level-apply"),
        };
        let form = match question.answer {
            Answer::Multiple(_) => Some(fl!(tr, "question-several")),
            Answer::Order(_) => Some(fl!(tr, "question-order")),
            Answer::Match(_) => Some(fl!(tr, "question-match")),
            Answer::Single(_) | Answer::TrueFalse(_) => None,
        };
        ui.horizontal_wrapped(|ui| {
            chip_ui(ui, Some("question"), &level, t.chip, t.ink);
            if let Some(form) = form {
                chip_ui(ui, None, &form, t.chip, t.ink);
            }
        });
        self.text(ui, &question.prompt, self.body.face(Face::Semibold).times(size).line(1.4));
        ui.add_space(6.0);
        match &question.answer {
            Answer::Order(items) => self.order_ui(ui, &question.answer, items, stage),
            Answer::Match(pairs) => self.match_ui(ui, &question.answer, pairs, stage),
            answer => self.choices_ui(ui, answer, stage),
        }
    }
}

impl Touch {
    fn apply(self, draft: &mut Draft, answer: &Answer) {
        match self {
            Self::Press(nth) => draft.press(answer, nth),
            Self::Put { from, to } => draft.put(answer, from, to),
        }
    }

    /// The same, of the question that is asked in a round.
    pub(in crate::ui) fn action(self) -> Action {
        Action::Study(match self {
            Self::Press(nth) => StudyAction::Press(nth),
            Self::Put { from, to } => StudyAction::Put { from, to },
        })
    }
}
