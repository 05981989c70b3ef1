//! Choices to be marked; after the answer each says why it is right or wrong.

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::{Stage, Touch};
use crate::content::question::{Answer, Choice};
use crate::ui::blocks::Page;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{focus_ring, icon_ui, key_ui, label_ui};

/// How a choice looks: its ground, its edge, and the ground of its letter where that is filled.
struct Dress {
    ground: Color32,
    edge: Color32,
    badge: Option<Color32>,
}

impl Page<'_> {
    pub(super) fn choices_ui(&mut self, ui: &mut Ui, answer: &Answer, stage: Stage<'_>) -> Option<Touch> {
        let several = matches!(answer, Answer::Multiple(_));
        let mut touch = None;
        for (index, choice) in answer.choices().iter().enumerate() {
            if self.choice_ui(ui, index, choice, several, stage) {
                touch = Some(Touch::Press(index));
            }
            ui.add_space(2.0);
        }
        touch
    }

    /// One choice with its letter; after the answer in the colour of right or wrong, with its why.
    fn choice_ui(
        &mut self,
        ui: &mut Ui,
        index: usize,
        choice: &Choice,
        several: bool,
        stage: Stage<'_>,
    ) -> bool {
        let t = ui.tokens();
        let chosen = stage.draft().is_some_and(|draft| draft.is_marked(index));
        let (open, judged) = (matches!(stage, Stage::Asking { .. }), stage.is_answered());
        let letter = char::from_u32('A' as u32 + u32::try_from(index).unwrap_or_default()).unwrap_or('?');
        let name = format!("{letter}. {}", choice.text.to_plain());
        let at = ui.cursor().min;
        let ground_at = ui.painter().add(egui::Shape::Noop);
        let right = if matches!(stage, Stage::Asking { keys: true, .. }) { 46.0 } else { 14.0 };
        let inner = Rect::from_min_max(
            pos2(at.x + 54.0, at.y + 10.0),
            pos2(ui.max_rect().right() - right, f32::INFINITY),
        );
        let id = ui.scope_id().with(("choice", self.block, index));
        let known = ui.ctx().data(|data| data.get_temp::<Vec2>(id));
        let rect = Rect::from_min_size(at, known.unwrap_or(vec2(ui.available_width(), 46.0)));
        // The whole card takes the press; it is registered first, so that links in it stay on top.
        let response = ui.interact(rect, id, if open { Sense::click() } else { Sense::hover() });
        let role = if several { Role::CheckBox } else { Role::RadioButton };
        response.widget_info(|| {
            if open {
                WidgetInfo::selected(role, true, chosen, &name)
            } else {
                WidgetInfo::labeled(Role::Label, true, &name)
            }
        });
        let height = self.choice_texts_ui(ui, inner, choice, chosen, judged) - at.y + 10.0;
        let wanted = vec2(ui.available_width(), height.max(46.0));
        ui.ctx().data_mut(|data| data.insert_temp(id, wanted));
        let rect = Rect::from_min_size(at, wanted);
        ui.allocate_rect(rect, Sense::hover());
        let Dress { ground, edge, badge } = dress(ui, judged, choice.correct, chosen);
        let fill = if response.hovered() && open { t.teal_tint } else { ground };
        let card = egui::epaint::RectShape::new(
            rect,
            CornerRadius::same(10),
            fill,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        ui.painter().set(ground_at, card);
        letter_ui(ui, at, letter, several, fill, badge);
        if let Stage::Asking { keys: true, .. } = stage {
            digit_ui(ui, rect, index);
        }
        focus_ring(ui, &response, 10);
        open && response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }

    /// The words of a choice, and after the answer its why; tells where they end.
    fn choice_texts_ui(
        &mut self,
        ui: &mut Ui,
        inner: Rect,
        choice: &Choice,
        chosen: bool,
        judged: bool,
    ) -> f32 {
        let mut text = ui.new_child(UiBuilder::new().max_rect(inner).layout(*ui.layout()));
        text.spacing_mut().item_spacing.y = 3.0;
        text.spacing_mut().interact_size.y = 0.0;
        let face = if judged && choice.correct { Face::Semibold } else { Face::Regular };
        self.text(&mut text, &choice.text, self.body.line(1.45).face(face));
        if judged {
            self.verdict_ui(&mut text, choice.correct, chosen);
        }
        match &choice.why {
            Some(why) if judged => drop(self.text(&mut text, why, self.body.times(0.94).line(1.45))),
            Some(why) => self.skip(why),
            None => {}
        }
        text.min_rect().bottom()
    }

    /// Says in words what the colour says.
    fn verdict_ui(&self, ui: &mut Ui, correct: bool, chosen: bool) {
        let t = ui.tokens();
        let (icon, words, color) = match (correct, chosen) {
            (true, true) => ("check", fl!(self.ctx.tr, "answer-right-chosen"), t.good_text),
            (true, false) => ("check", fl!(self.ctx.tr, "answer-right"), t.good_text),
            (false, true) => ("x", fl!(self.ctx.tr, "answer-wrong-chosen"), t.danger_text),
            (false, false) => return,
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            icon_ui(ui, icon, 14.0, color);
            label_ui(ui, words, Face::Semibold.at(size::SMALL), color);
        });
    }
}

fn dress(ui: &Ui, judged: bool, correct: bool, chosen: bool) -> Dress {
    let t = ui.tokens();
    let (ground, edge, badge) = match (judged, correct, chosen) {
        (true, true, _) => (t.good_tint, t.good, Some(t.good)),
        (true, false, true) => (t.danger_tint, t.danger, Some(t.danger)),
        (true, false, false) => (t.surface, t.line, None),
        (false, _, true) => (t.teal_tint, t.teal, Some(t.teal)),
        (false, _, false) => (t.surface, t.control_line, None),
    };
    Dress { ground, edge, badge }
}

fn letter_ui(ui: &Ui, at: egui::Pos2, letter: char, several: bool, fill: Color32, badge: Option<Color32>) {
    let t = ui.tokens();
    let square = Rect::from_min_size(at + vec2(14.0, 10.0), Vec2::splat(26.0));
    let ink = if badge.is_some() { t.paper } else { t.muted };
    ui.painter().rect(
        square,
        // Round where one is right, square where several are, as with any such controls.
        CornerRadius::same(if several { 6 } else { 13 }),
        badge.unwrap_or(fill),
        Stroke::new(1.0, badge.unwrap_or(t.control_line)),
        StrokeKind::Inside,
    );
    ui.painter().text(square.center(), Align2::CENTER_CENTER, letter, Face::Bold.at(size::CONTROL), ink);
}

/// The digit that presses a choice.
fn digit_ui(ui: &mut Ui, rect: Rect, index: usize) {
    if index < 9 {
        let spot = Rect::from_min_size(pos2(rect.right() - 36.0, rect.top() + 10.0), vec2(26.0, 26.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(spot));
        key_ui(&mut child, &(index + 1).to_string());
    }
}
