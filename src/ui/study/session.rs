//! The cards of the day, one by one.

use egui::{
    Align, CentralPanel, Color32, CornerRadius, CursorIcon, Frame, Layout, Margin, Panel, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::{Sheet, bank_ui, column_ui, face, keys_scroll};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::open_course::OpenCourse;
use crate::app::route::{Route, StudyPlace};
use crate::app::state::Undo;
use crate::app::study_action::StudyAction;
use crate::app::study_room::BankState;
use crate::study::cards::CardKey;
use crate::study::schedule::Grade;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, Tokens, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, card_frame, chip_ui, command_button_ui, empty_ui, focus_ring, key_ui, keys_text,
    words,
};

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct SessionScreen {
    sheet: Sheet,
}

impl SessionScreen {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
        let t = ui.tokens();
        header_ui(ui, ctx);
        let session = &ctx.state.room.session;
        if session.card.is_some() {
            let foot =
                Frame::new().fill(t.paper).inner_margin(Margin { left: 0, right: 0, top: 8, bottom: 14 });
            Panel::bottom("session-foot").frame(foot).show_separator_line(false).show(ui, |ui| {
                column_ui(ui, ctx, |ui| foot_ui(ui, ctx));
            });
        }
        CentralPanel::default().frame(Frame::new().fill(t.paper)).show(ui, |ui| {
            let salt = ("session", session.done, session.turned);
            ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
                keys_scroll(ui, ctx);
                ui.add_space(22.0);
                column_ui(ui, ctx, |ui| match &session.card {
                    Some(key) => self.card_ui(ui, ctx, open, key),
                    None if matches!(ctx.state.room.bank, BankState::Reading { .. }) => bank_ui(ui, ctx),
                    None => done_ui(ui, ctx, open),
                });
                ui.add_space(20.0);
            });
        });
    }

    fn card_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, key: &CardKey) {
        let t = ui.tokens();
        let turned = ctx.state.room.session.turned;
        card_frame(ui).inner_margin(Margin::same(26)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.horizontal_wrapped(|ui| {
                let (icon, kind, lesson) = face::kind_text(ctx, open, key);
                chip_ui(ui, Some(icon), &kind, t.teal_tint, t.teal_text);
                if let Some(lesson) = lesson {
                    ui.label(words(lesson, Face::Regular.at(size::SMALL), t.muted));
                }
            });
            ui.add_space(6.0);
            face::ui(ui, ctx, open, &mut self.sheet, key, turned);
            if turned && let Some((lesson, block)) = face::place_of(ctx, key) {
                ui.add_space(4.0);
                if button_ui(ui, ButtonKind::Quiet, "book-open-text", &fl!(ctx.tr, "run-see-lesson"))
                    .clicked()
                {
                    ctx.send(Action::Go(Route::Reader { lesson, block }));
                }
            }
        });
    }
}

fn header_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    let due = ctx.state.due();
    let frame = Frame::new().fill(t.paper).inner_margin(Margin::symmetric(28, 8));
    Panel::top("session-header").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                if button_ui(ui, ButtonKind::Plain, "", &fl!(ctx.tr, "run-stop")).clicked() {
                    ctx.send(Action::Go(Route::Study(StudyPlace::Today)));
                }
                ui.add_space(6.0);
                ui.add_enabled_ui(ctx.state.room.session.card.is_some(), |ui| {
                    command_button_ui(ui, ctx, Command::SuspendCard, false);
                    command_button_ui(ui, ctx, Command::BuryCard, false);
                });
                let can_undo = matches!(ctx.state.undo.last(), Some(Undo::Cards(_)));
                ui.add_enabled_ui(can_undo, |ui| {
                    command_button_ui(ui, ctx, Command::UndoCard, false);
                });
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = fl!(ctx.tr, "cards-today");
                    ui.label(words(title, Face::Semibold.at(size::CONTROL), t.ink));
                    ui.add_space(8.0);
                    if due.cards.is_empty() {
                        return;
                    }
                    let told = fl!(ctx.tr, "cards-left", count = due.cards.len(), new = due.new);
                    ui.add(
                        egui::Label::new(words(told, Face::Regular.at(size::CONTROL), t.muted)).truncate(),
                    );
                });
            });
        });
    });
}

/// «Hiện đáp án», then the four grades.
fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let room = &ctx.state.room;
    if !room.session.turned {
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Primary, "eye", &fl!(ctx.tr, "card-turn")).clicked() {
                ctx.run(Command::TurnCard);
            }
            key_ui(ui, &keys_text(ctx, Command::TurnCard));
        });
        return;
    }
    let card = room.session.card.as_ref().and_then(|key| ctx.state.study.deck.card(key));
    let Some(card) = card else { return };
    let gap = 8.0;
    let each = (ui.available_width() - gap * 3.0) / 4.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (nth, grade) in Grade::ALL.into_iter().enumerate() {
            let days = card.schedule.days_after(grade, room.day);
            if grade_ui(ui, ctx, each, nth, grade, days) {
                ctx.send(Action::Study(StudyAction::Grade(grade)));
            }
        }
    });
}

fn grade_colors(t: &Tokens, grade: Grade) -> (Color32, Color32) {
    match grade {
        Grade::Again => (t.danger_tint, t.danger_text),
        Grade::Hard => (t.amber_tint, t.amber_text),
        Grade::Good => (t.good_tint, t.good_text),
        Grade::Easy => (t.blue_tint, t.blue_text),
    }
}

fn grade_text(ctx: &Ctx<'_>, grade: Grade) -> String {
    match grade {
        Grade::Again => fl!(ctx.tr, "grade-again"),
        Grade::Hard => fl!(ctx.tr, "grade-hard"),
        Grade::Good => fl!(ctx.tr, "grade-good"),
        Grade::Easy => fl!(ctx.tr, "grade-easy"),
    }
}

/// A grade, its key, and when the card would come again.
fn grade_ui(ui: &mut Ui, ctx: &Ctx<'_>, width: f32, nth: usize, grade: Grade, days: u32) -> bool {
    let t = ui.tokens();
    let (ground, ink) = grade_colors(&t, grade);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 56.0), Sense::click());
    let label = grade_text(ctx, grade);
    let when = if days == 0 { fl!(ctx.tr, "grade-today") } else { fl!(ctx.tr, "grade-days", days = days) };
    let name = format!("{label}, {when}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let lit = response.hovered() || response.is_pointer_button_down_on();
    let edge = Stroke::new(if lit { 2.0 } else { 1.0 }, ink);
    ui.painter().rect(rect, CornerRadius::same(10), ground, edge, StrokeKind::Inside);
    let middle = rect.center();
    let painter = ui.painter();
    painter.text(
        pos2(middle.x, rect.top() + 19.0),
        egui::Align2::CENTER_CENTER,
        format!("{}  {label}", nth + 1),
        Face::Semibold.at(size::BODY),
        ink,
    );
    painter.text(
        pos2(middle.x, rect.bottom() - 16.0),
        egui::Align2::CENTER_CENTER,
        when,
        Face::Regular.at(size::SMALL),
        ink,
    );
    focus_ring(ui, &response, 10);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// The day is done: when the next cards come.
fn done_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
    let room = &ctx.state.room;
    let next = ctx.state.study.deck.of_course(&open.course.id);
    let next = next.iter().map(|(_, card)| card.schedule.due).filter(|due| *due > room.day).min();
    let hint = match next.map(|due| room.day.until(due)) {
        Some(1) => fl!(ctx.tr, "cards-next-tomorrow"),
        Some(days) => fl!(ctx.tr, "cards-next", days = days),
        None => fl!(ctx.tr, "cards-next-none"),
    };
    let title = if room.session.done > 0 {
        fl!(ctx.tr, "cards-done", count = room.session.done)
    } else {
        fl!(ctx.tr, "cards-none-due")
    };
    empty_ui(ui, "check-circle", &title, &hint);
    ui.vertical_centered(|ui| {
        if button_ui(ui, ButtonKind::Primary, "check", &fl!(ctx.tr, "result-back")).clicked() {
            ctx.send(Action::Go(Route::Study(StudyPlace::Today)));
        }
    });
}
