//! A question inside its lesson: answer it, and every choice says why.

use std::collections::BTreeSet;

use egui::{
    Align2, CornerRadius, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};
use i18n_embed_fl::fl;

use super::Page;
use super::teaching::panel;
use crate::content::question::{Answer, Choice, Level, Pair, Question};
use crate::content::{RichText, Slug};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, chip_ui, columns_ui, focus_ring, label_ui};

/// What was answered.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Given {
    chosen: BTreeSet<usize>,
    shown: bool,
}

impl Given {
    /// Shows the answer, whatever was chosen.
    pub(super) fn show(&mut self) {
        self.shown = true;
    }
}

impl Page<'_> {
    pub(super) fn question_ui(&mut self, ui: &mut Ui, id: &Slug, question: &Question) {
        let t = ui.tokens();
        let mut given = self.memory.answers.get(id).cloned().unwrap_or_default();
        panel(ui, |ui| {
            let level = match question.level {
                Level::Recall => fl!(self.ctx.tr, "level-recall"),
                Level::Understand => fl!(self.ctx.tr, "level-understand"),
                Level::Apply => fl!(self.ctx.tr, "level-apply"),
            };
            ui.horizontal_wrapped(|ui| {
                chip_ui(ui, Some("question"), &level, t.chip, t.ink);
                if matches!(question.answer, Answer::Multiple(_)) {
                    chip_ui(ui, None, &fl!(self.ctx.tr, "question-several"), t.chip, t.ink);
                }
            });
            self.text(ui, &question.prompt, self.body.face(Face::Semibold).times(1.08).line(1.4));
            ui.add_space(6.0);
            match &question.answer {
                Answer::Order(items) => self.order_ui(ui, items, &given),
                Answer::Match(pairs) => self.match_ui(ui, pairs, &given),
                answer => self.choices_ui(ui, answer, &mut given),
            }
            match &question.explain {
                Some(explain) if given.shown => {
                    ui.add_space(4.0);
                    self.last_text(ui, explain, self.body);
                }
                Some(explain) => self.skip(explain),
                None if given.shown => self.source_line_ui(ui),
                None => {}
            }
            self.question_buttons(ui, question, &mut given);
        });
        self.memory.answers.insert(id.clone(), given);
    }

    fn question_buttons(&self, ui: &mut Ui, question: &Question, given: &mut Given) {
        ui.add_space(4.0);
        let one_press = matches!(question.answer, Answer::Single(_) | Answer::TrueFalse(_));
        if given.shown {
            if button_ui(
                ui,
                ButtonKind::Plain,
                "arrow-counter-clockwise",
                &fl!(self.ctx.tr, "question-again"),
            )
            .clicked()
            {
                *given = Given::default();
            }
        } else if !one_press {
            let ready = !matches!(question.answer, Answer::Multiple(_)) || !given.chosen.is_empty();
            ui.add_enabled_ui(ready, |ui| {
                if button_ui(ui, ButtonKind::Plain, "check", &fl!(self.ctx.tr, "question-check")).clicked() {
                    given.shown = true;
                }
            });
        }
    }

    fn choices_ui(&mut self, ui: &mut Ui, answer: &Answer, given: &mut Given) {
        let several = matches!(answer, Answer::Multiple(_));
        for (index, choice) in answer.choices().iter().enumerate() {
            let pressed = self.choice_ui(ui, index, choice, given);
            if pressed && !given.shown {
                if several {
                    if !given.chosen.remove(&index) {
                        given.chosen.insert(index);
                    }
                } else {
                    given.chosen = BTreeSet::from([index]);
                    given.shown = true;
                }
            }
            ui.add_space(2.0);
        }
    }

    /// One choice with its letter; after the answer in the colour of right or wrong, with its why.
    fn choice_ui(&mut self, ui: &mut Ui, index: usize, choice: &Choice, given: &Given) -> bool {
        let t = ui.tokens();
        let chosen = given.chosen.contains(&index);
        let (ground, edge, badge) = match (given.shown, choice.correct, chosen) {
            (true, true, _) => (t.good_tint, t.good, Some(t.good)),
            (true, false, true) => (t.danger_tint, t.danger, Some(t.danger)),
            (true, false, false) => (t.surface, t.line, None),
            (false, _, true) => (t.teal_tint, t.teal, Some(t.teal)),
            (false, _, false) => (t.surface, t.control_line, None),
        };
        let letter = char::from_u32('A' as u32 + u32::try_from(index).unwrap_or_default()).unwrap_or('?');
        let name = format!("{letter}. {}", choice.text.to_plain());
        let at = ui.cursor().min;
        let ground_at = ui.painter().add(egui::Shape::Noop);
        let inner = Rect::from_min_max(
            pos2(at.x + 54.0, at.y + 10.0),
            pos2(ui.max_rect().right() - 14.0, f32::INFINITY),
        );
        let id = ui.scope_id().with(("choice", self.block, index));
        let size =
            ui.ctx().data(|data| data.get_temp::<Vec2>(id)).unwrap_or(vec2(ui.available_width(), 46.0));
        let rect = Rect::from_min_size(at, size);
        // The whole card takes the press; it is registered first, so that links in it stay on top.
        let sense = if given.shown { Sense::hover() } else { Sense::click() };
        let response = ui.interact(rect, id, sense);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, !given.shown, chosen, &name));
        let mut text = ui.new_child(UiBuilder::new().max_rect(inner).layout(*ui.layout()));
        text.spacing_mut().item_spacing.y = 4.0;
        let strong = given.shown && choice.correct;
        self.text(
            &mut text,
            &choice.text,
            self.body.line(1.45).face(if strong { Face::Semibold } else { Face::Regular }),
        );
        if let Some(why) = &choice.why {
            if given.shown {
                self.text(&mut text, why, self.body.times(0.94).line(1.45));
            } else {
                self.skip(why);
            }
        }
        let height = text.min_rect().bottom() - at.y + 10.0;
        let wanted = vec2(ui.available_width(), height.max(46.0));
        ui.ctx().data_mut(|data| data.insert_temp(id, wanted));
        let rect = Rect::from_min_size(at, wanted);
        ui.allocate_rect(rect, Sense::hover());
        let lit = response.hovered() && !given.shown;
        let fill = if lit { t.teal_tint } else { ground };
        let card = egui::Shape::Rect(egui::epaint::RectShape::new(
            rect,
            CornerRadius::same(10),
            fill,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        ));
        ui.painter().set(ground_at, card);
        let square = Rect::from_min_size(at + vec2(14.0, 10.0), Vec2::splat(26.0));
        let ink = if badge.is_some() { t.paper } else { t.muted };
        ui.painter().rect(
            square,
            CornerRadius::same(6),
            badge.unwrap_or(fill),
            Stroke::new(1.0, badge.unwrap_or(t.control_line)),
            StrokeKind::Inside,
        );
        ui.painter().text(square.center(), Align2::CENTER_CENTER, letter, Face::Bold.at(size::CONTROL), ink);
        focus_ring(ui, &response, 10);
        if given.shown { false } else { response.on_hover_cursor(CursorIcon::PointingHand).clicked() }
    }

    /// Before the answer the items stand in an order of their own; after it in the right one.
    fn order_ui(&mut self, ui: &mut Ui, items: &[RichText], given: &Given) {
        if given.shown {
            return self.items_in_order(ui, items);
        }
        for text in shuffled(items.len()).into_iter().filter_map(|at| items.get(at)) {
            label_ui(
                ui,
                format!("•  {}", text.to_plain()),
                Face::Regular.at(self.body.points),
                ui.tokens().ink,
            );
        }
        for text in items {
            self.skip(text);
        }
    }

    fn items_in_order(&mut self, ui: &mut Ui, items: &[RichText]) {
        for (index, text) in items.iter().enumerate() {
            ui.horizontal_top(|ui| {
                label_ui(
                    ui,
                    format!("{}.", index + 1),
                    Face::Bold.at(self.body.points),
                    ui.tokens().good_text,
                );
                ui.vertical(|ui| self.text(ui, text, self.body));
            });
        }
    }

    fn match_ui(&mut self, ui: &mut Ui, pairs: &[Pair], given: &Given) {
        let t = ui.tokens();
        if !given.shown {
            let rights = shuffled(pairs.len());
            for (pair, right) in pairs.iter().zip(rights) {
                let right = pairs.get(right).map(|pair| pair.right.to_plain()).unwrap_or_default();
                columns_ui(ui, 2, |ui, column| {
                    let (text, face) = if column == 0 {
                        (pair.left.to_plain(), Face::Semibold)
                    } else {
                        (format!("…  {right}"), Face::Regular)
                    };
                    label_ui(ui, text, face.at(self.body.points), t.ink);
                });
                ui.add_space(4.0);
            }
        }
        for pair in pairs {
            if !given.shown {
                self.skip(&pair.left);
                self.skip(&pair.right);
                pair.why.iter().for_each(|why| self.skip(why));
                continue;
            }
            columns_ui(ui, 2, |ui, column| {
                let look = self.body.line(1.45);
                if column == 0 {
                    self.text(ui, &pair.left, look.face(Face::Semibold));
                } else {
                    self.text(ui, &pair.right, look.color(t.good_text));
                }
            });
            if let Some(why) = &pair.why {
                self.text(ui, why, self.body.times(0.94).line(1.45).color(t.muted));
            }
            ui.add_space(4.0);
        }
    }
}

/// An order that is never the right one for two or more items, the same in every frame.
fn shuffled(count: usize) -> Vec<usize> {
    let half = count.div_ceil(2);
    let odd_first = (half..count).rev().zip((0..half).rev().map(Some).chain(std::iter::repeat(None)));
    let mut order: Vec<usize> = odd_first.flat_map(|(a, b)| std::iter::once(a).chain(b)).collect();
    order.extend((0..half).filter(|at| !order.contains(at)).collect::<Vec<_>>());
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffled_order_holds_every_item_once_and_is_not_the_right_one() {
        for count in 2..12 {
            let order = shuffled(count);
            let sorted: Vec<usize> = order.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
            assert_eq!(sorted, (0..count).collect::<Vec<_>>());
            assert_ne!(order, sorted);
        }
    }
}
