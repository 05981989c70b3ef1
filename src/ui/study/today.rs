//! What can be done today: the cards that wait, ten quick questions, mistakes, and each module's own.

use egui::{Align, Layout, Margin, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::{Unfolded, bank_ui, heading_ui};
use crate::app::action::Action;
use crate::app::bank::{Bank, BankLesson};
use crate::app::open_course::OpenCourse;
use crate::app::progress_report::{ModuleReport, Report};
use crate::app::route::{Route, StudyPlace};
use crate::app::study_action::StudyAction;
use crate::app::study_room::Scope;
use crate::content::question::Use;
use crate::study::self_check::pick;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, card_frame, columns_ui, empty_ui, focus_ring, icon_char, icon_ui, label_ui,
    progress_ui,
};

/// The height of what stands on the card of the cards that wait, so that its neighbour can be as high.
pub(in crate::ui) const DUE_HEIGHT: f32 = 98.0;
/// A card takes about so long.
const SECONDS_A_CARD: usize = 20;
/// Below this width the cards of the page stand one below the other.
const TWO_COLUMNS: f32 = 640.0;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, unfolded: &mut Unfolded) {
    let Some(bank) = ctx.state.room.bank() else {
        due_card_ui(ui, ctx, ui.available_width());
        ui.add_space(16.0);
        return bank_ui(ui, ctx);
    };
    go_on_ui(ui, ctx);
    let questions = bank.keys(Use::Practice, |_| true);
    let mistakes = pick::mistakes(&questions, &ctx.state.study.answers).len();
    let columns = if ui.available_width() < TWO_COLUMNS { 1 } else { 2 };
    columns_ui(ui, columns, |ui, column| {
        let width = ui.available_width();
        if column == 0 {
            due_card_ui(ui, ctx, width);
        }
        if column + 1 == columns {
            if columns == 1 {
                ui.add_space(4.0);
            }
            quick_ui(ui, ctx, questions.len(), mistakes);
        }
    });
    if questions.is_empty() {
        return empty_ui(
            ui,
            "question",
            &fl!(ctx.tr, "study-no-questions"),
            &fl!(ctx.tr, "study-no-questions-hint"),
        );
    }
    heading_ui(ui, &fl!(ctx.tr, "study-by-module"));
    let report = Report::of(ctx.state, &open.course, bank);
    for module in &report.modules {
        module_ui(ui, ctx, bank, module, unfolded);
    }
    if bank.unreadable > 0 {
        ui.add_space(8.0);
        let told = fl!(ctx.tr, "study-unreadable", count = bank.unreadable);
        label_ui(ui, told, Face::Regular.at(size::CONTROL), ui.tokens().warning_text);
    }
}

/// A round that was left in the middle.
fn go_on_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some(run) = ctx.state.room.run.as_ref().filter(|run| !run.is_over()) else { return };
    let t = ui.tokens();
    card_frame(ui).inner_margin(Margin::symmetric(18, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            icon_ui(ui, "pause", 18.0, t.amber_text);
            let told = fl!(ctx.tr, "run-left", done = run.marks.len(), all = run.questions.len());
            ui.label(crate::ui::widgets::words(told, Face::Regular.at(size::CONTROL), t.ink));
            ui.add_space(8.0);
            if button_ui(ui, ButtonKind::Plain, "play", &fl!(ctx.tr, "run-go-on")).clicked() {
                ctx.send(Action::Go(Route::Study(StudyPlace::Run)));
            }
        });
    });
    ui.add_space(6.0);
}

/// «Ôn tập hôm nay»: how many cards wait, and how long they take.
pub(in crate::ui) fn due_card_ui(ui: &mut Ui, ctx: &Ctx<'_>, width: f32) {
    let t = ui.tokens();
    let due = ctx.state.due();
    card_frame(ui).show(ui, |ui| {
        ui.set_width((width - 42.0).max(120.0));
        ui.set_min_height(DUE_HEIGHT);
        ui.spacing_mut().item_spacing.y = 6.0;
        label_ui(ui, fl!(ctx.tr, "cards-today"), Face::Regular.at(size::CONTROL), t.muted);
        let count = due.cards.len();
        if count == 0 {
            let any = ctx
                .state
                .open_course()
                .is_some_and(|open| !ctx.state.study.deck.of_course(&open.course.id).is_empty());
            let (title, button) = if any {
                (fl!(ctx.tr, "cards-none-due"), fl!(ctx.tr, "cards-look"))
            } else {
                (fl!(ctx.tr, "cards-none-yet"), fl!(ctx.tr, "cards-begin"))
            };
            label_ui(ui, title, Face::Bold.at(size::HEADING), t.ink);
            let there = *ctx.state.route() == Route::Study(StudyPlace::Cards);
            if !there && button_ui(ui, ButtonKind::Plain, "cards", &button).clicked() {
                ctx.send(Action::Go(Route::Study(StudyPlace::Cards)));
            }
            return;
        }
        let minutes = (count * SECONDS_A_CARD).div_ceil(60);
        let told = fl!(ctx.tr, "cards-due", count = count, minutes = minutes);
        label_ui(ui, told, Face::Bold.at(size::HEADING), t.ink);
        if button_ui(ui, ButtonKind::Primary, "cards", &fl!(ctx.tr, "cards-review")).clicked() {
            ctx.send(Action::Study(StudyAction::Review));
        }
    });
}

/// Ten quick questions, and the mistakes.
fn quick_ui(ui: &mut Ui, ctx: &Ctx<'_>, questions: usize, mistakes: usize) {
    let t = ui.tokens();
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        label_ui(ui, fl!(ctx.tr, "study-self-check"), Face::Regular.at(size::CONTROL), t.muted);
        let title = fl!(ctx.tr, "quick", count = pick::QUICK.min(questions));
        label_ui(ui, title, Face::Bold.at(size::HEADING), t.ink);
        ui.horizontal_wrapped(|ui| {
            ui.add_enabled_ui(questions > 0, |ui| {
                if button_ui(ui, ButtonKind::Primary, "lightning", &fl!(ctx.tr, "quick-start")).clicked() {
                    start(ctx, Scope::Quick);
                }
            });
            ui.add_enabled_ui(mistakes > 0, |ui| {
                let label = fl!(ctx.tr, "mistakes", count = mistakes);
                if button_ui(ui, ButtonKind::Plain, "arrow-counter-clockwise", &label).clicked() {
                    start(ctx, Scope::Mistakes);
                }
            });
        });
    });
}

fn module_ui(ui: &mut Ui, ctx: &Ctx<'_>, bank: &Bank, module: &ModuleReport, unfolded: &mut Unfolded) {
    let t = ui.tokens();
    let practice = module.practice();
    let is_open = unfolded.contains(&module.id);
    card_frame(ui).inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let told = fl!(ctx.tr, "module-known", known = practice.right, all = practice.all);
        let title = format!("{}. {}", module.number, module.title);
        row_ui(ui, &title, &told, practice.mastery(), Some(is_open), unfolded, &module.id, |ui| {
            if practice.all > 0
                && button_ui(ui, ButtonKind::Plain, "play", &fl!(ctx.tr, "check-module")).clicked()
            {
                start(ctx, Scope::Module(module.id.clone()));
            }
        });
        if !is_open {
            return;
        }
        for lesson in &module.lessons {
            let questions = bank.lesson(&lesson.id).map_or(0, practice_count);
            let practice = lesson.practice();
            let told = fl!(ctx.tr, "module-known", known = practice.right, all = practice.all);
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), egui::Stroke::new(1.0, t.line));
            ui.add_space(2.0);
            row_ui(ui, &lesson.title, &told, practice.mastery(), None, unfolded, &module.id, |ui| {
                let label = fl!(ctx.tr, "check-lesson", count = questions);
                if questions > 0 && button_ui(ui, ButtonKind::Quiet, "play", &label).clicked() {
                    start(ctx, Scope::Lesson(lesson.id.clone()));
                }
            });
        }
    });
}

fn practice_count(lesson: &BankLesson) -> usize {
    lesson.questions().filter(|found| crate::app::bank::is_for(found.question, Use::Practice)).count()
}

/// A module or a lesson: its title, how well it is known, and a button at the right.
#[expect(clippy::too_many_arguments, reason = "a line of the list shows all of it")]
fn row_ui(
    ui: &mut Ui,
    title: &str,
    told: &str,
    mastery: f32,
    fold: Option<bool>,
    unfolded: &mut Unfolded,
    id: &crate::content::Slug,
    button: impl FnOnce(&mut Ui),
) {
    let t = ui.tokens();
    let face = if fold.is_some() { Face::Semibold } else { Face::Regular };
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 210.0).max(140.0);
        let galley = ui.painter().layout(title.to_owned(), face.at(size::CONTROL), t.ink, room - 26.0);
        let height = galley.size().y.max(18.0) + 30.0;
        let sense = if fold.is_some() { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(room, height), sense);
        let name = format!("{title}, {told}");
        response.widget_info(|| match fold {
            Some(open) => WidgetInfo::selected(Role::DisclosureTriangle, true, open, &name),
            None => WidgetInfo::labeled(Role::Label, true, &name),
        });
        if let Some(open) = fold {
            let caret = icon_char(if open { "caret-down" } else { "caret-right" });
            let at = pos2(rect.left() + 8.0, rect.top() + 13.0);
            ui.painter().text(at, egui::Align2::CENTER_CENTER, caret, Face::Icons.at(12.0), t.muted);
        }
        ui.painter().galley(rect.min + vec2(24.0, 4.0), galley.clone(), t.ink);
        let bar = egui::Rect::from_min_size(
            pos2(rect.left() + 24.0, rect.bottom() - 18.0),
            vec2((room - 200.0).clamp(60.0, 320.0), 12.0),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(bar));
        progress_ui(&mut child, mastery, told);
        let at = pos2(bar.right() + 12.0, bar.top() + 3.0);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, told, Face::Regular.at(size::SMALL), t.muted);
        focus_ring(ui, &response, 8);
        if fold.is_some()
            && response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
            && !unfolded.remove(id)
        {
            unfolded.insert(id.clone());
        }
        ui.with_layout(Layout::right_to_left(Align::Center), button);
    });
}

fn start(ctx: &Ctx<'_>, scope: Scope) {
    ctx.send(Action::Study(StudyAction::Start(scope)));
}
