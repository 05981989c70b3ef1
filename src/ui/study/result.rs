//! What came of a round of questions: per objective, and what to read again.

use std::collections::BTreeMap;

use egui::{ScrollArea, Ui};
use i18n_embed_fl::fl;

use super::{column_ui, heading_ui, keys_scroll, lesson_title, share};
use crate::app::action::Action;
use crate::app::bank::Found;
use crate::app::open_course::OpenCourse;
use crate::app::route::{Route, StudyPlace};
use crate::app::study_action::StudyAction;
use crate::app::study_room::{Run, Scope};
use crate::content::{LessonId, Slug};
use crate::study::cards::CardOf;
use crate::study::self_check::Purpose;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, as_heading, button_ui, label_ui, line_ui, progress_ui, words};

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, run: &Run) {
    ScrollArea::vertical().id_salt("result").auto_shrink(false).show(ui, |ui| {
        keys_scroll(ui, ctx);
        ui.add_space(24.0);
        column_ui(ui, ctx, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            score_ui(ui, ctx, run);
            ui.add_space(10.0);
            buttons_ui(ui, ctx, run);
            let found = found(ctx, run);
            objectives_ui(ui, ctx, open, &found);
            read_again_ui(ui, ctx, open, &found);
            ui.add_space(50.0);
        });
    });
}

fn score_ui(ui: &mut Ui, ctx: &Ctx<'_>, run: &Run) {
    let t = ui.tokens();
    let title = fl!(ctx.tr, "result-score", right = run.right(), all = run.marks.len());
    let label = label_ui(ui, &title, Face::Bold.at(size::TITLE), t.ink);
    as_heading(ui, &label, 1, &title);
    progress_ui(ui, share(run.right(), run.marks.len()), &title);
    let told = match run.scope.purpose() {
        Purpose::PreTest => fl!(ctx.tr, "result-before"),
        Purpose::PostTest => fl!(ctx.tr, "result-after"),
        _ if run.sure_but_wrong() > 0 => fl!(ctx.tr, "result-sure-but-wrong", count = run.sure_but_wrong()),
        _ if run.right() == run.marks.len() => fl!(ctx.tr, "result-all-right"),
        _ => fl!(ctx.tr, "result-kept"),
    };
    label_ui(ui, told, Face::Regular.at(size::BODY), t.ink);
}

fn buttons_ui(ui: &mut Ui, ctx: &Ctx<'_>, run: &Run) {
    let wrong: Vec<CardOf> = run
        .wrong()
        .map(|key| CardOf::Question(key.lesson.clone(), key.block.clone()))
        .filter(|of| !ctx.state.has_card(of.clone()))
        .collect();
    ui.horizontal_wrapped(|ui| {
        let (place, label) = match run.scope {
            Scope::Before(_) | Scope::After(_) => (StudyPlace::BeforeAfter, fl!(ctx.tr, "result-compare")),
            _ => (StudyPlace::Today, fl!(ctx.tr, "result-back")),
        };
        if button_ui(ui, ButtonKind::Primary, "check", &label).clicked() {
            ctx.send(Action::Go(Route::Study(place)));
        }
        if run.scope.explains() && !wrong.is_empty() {
            let label = fl!(ctx.tr, "result-make-cards", count = wrong.len());
            if button_ui(ui, ButtonKind::Plain, "cards", &label).clicked() {
                ctx.send(Action::Study(StudyAction::MakeCards(wrong)));
            }
        }
        if run.scope.explains()
            && button_ui(ui, ButtonKind::Plain, "arrow-counter-clockwise", &fl!(ctx.tr, "result-again"))
                .clicked()
        {
            ctx.send(Action::Study(StudyAction::Start(run.scope.clone())));
        }
    });
}

/// The questions of the round that the course still has, and whether each was answered rightly.
fn found<'a>(ctx: &Ctx<'a>, run: &Run) -> Vec<(Found<'a>, bool)> {
    let Some(bank) = ctx.state.room.bank() else { return Vec::new() };
    let answers = run.questions.iter().zip(&run.marks);
    answers.filter_map(|(key, mark)| Some((bank.find(key)?, mark.correct?))).collect()
}

fn objectives_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, found: &[(Found<'_>, bool)]) {
    let t = ui.tokens();
    let mut order: Vec<(&LessonId, Option<&Slug>)> = Vec::new();
    let mut counts: BTreeMap<(&LessonId, Option<&Slug>), (usize, usize)> = BTreeMap::new();
    for (found, right) in found {
        let key = (&found.lesson.sheet.lesson.id, found.question.objective.as_ref());
        if !order.contains(&key) {
            order.push(key);
        }
        let count = counts.entry(key).or_default();
        count.0 += usize::from(*right);
        count.1 += 1;
    }
    if order.is_empty() {
        return;
    }
    heading_ui(ui, &fl!(ctx.tr, "result-objectives"));
    for key in order {
        let (right, all) = counts.get(&key).copied().unwrap_or_default();
        let lesson = found.iter().find(|(found, _)| &found.lesson.sheet.lesson.id == key.0);
        let objectives = lesson.map_or(&[][..], |(found, _)| found.lesson.objectives());
        let text = objectives.iter().find(|objective| Some(&objective.id) == key.1);
        let text = text.map_or_else(|| lesson_title(open, key.0), |objective| objective.text.to_plain());
        ui.horizontal_top(|ui| {
            let color = if right == all { t.good_text } else { t.danger_text };
            let count = format!("{right}/{all}");
            ui.add_sized(
                egui::vec2(44.0, 22.0),
                egui::Label::new(words(count, Face::Bold.at(size::BODY), color)),
            );
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                label_ui(ui, text, Face::Regular.at(size::BODY), t.ink);
                label_ui(ui, lesson_title(open, key.0), Face::Regular.at(size::SMALL), t.muted);
            });
        });
    }
}

/// The sections that answer what was wrong, each once, with the way there.
fn read_again_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, found: &[(Found<'_>, bool)]) {
    let t = ui.tokens();
    let mut sections: Vec<(&LessonId, &Slug, &str)> = Vec::new();
    for (found, _) in found.iter().filter(|(_, right)| !right) {
        let Some((block, title)) = found.lesson.section(&found.block.id) else { continue };
        let section = (&found.lesson.sheet.lesson.id, block, title.as_str());
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    if sections.is_empty() {
        return;
    }
    heading_ui(ui, &fl!(ctx.tr, "result-read-again"));
    for (lesson, block, title) in sections {
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Quiet, "book-open-text", title).clicked() {
                let (lesson, block) = (lesson.clone(), Some(block.clone()));
                ctx.send(Action::Go(Route::Reader { lesson, block }));
            }
            line_ui(ui, lesson_title(open, lesson), Face::Regular.at(size::SMALL), t.muted);
        });
    }
}
