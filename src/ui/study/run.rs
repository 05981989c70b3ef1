//! A round of questions, one at a time.

use egui::{
    Align, CentralPanel, Color32, CornerRadius, Frame, Layout, Margin, Panel, Rect, Role, ScrollArea, Sense,
    Ui, WidgetInfo, vec2,
};
use i18n_embed_fl::fl;

use super::{Sheet, bank_ui, body, column_ui, keys_scroll, lesson_title, make_card_ui, result};
use crate::app::action::Action;
use crate::app::bank::Found;
use crate::app::command::Command;
use crate::app::open_course::OpenCourse;
use crate::app::route::Route;
use crate::app::study_action::StudyAction;
use crate::app::study_room::{Mark, Run, Scope};
use crate::study::cards::CardOf;
use crate::ui::Ctx;
use crate::ui::blocks::{Page, Stage};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, empty_ui, key_ui, keys_text, label_ui, line_ui, track_ui, words,
};

/// The room that the buttons take.
const BUTTONS: f32 = 80.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct RunScreen {
    sheet: Sheet,
    /// How high the question is; where it leaves no room, the buttons stay at the foot of the window.
    height: f32,
}

impl RunScreen {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
        let t = ui.tokens();
        let frame = Frame::new().fill(t.paper);
        let Some(run) = &ctx.state.room.run else {
            return super::page_ui(ui, ctx, crate::app::route::StudyPlace::Today, |ui| {
                let (title, hint) = (fl!(ctx.tr, "run-none"), fl!(ctx.tr, "run-none-hint"));
                empty_ui(ui, "question", &title, &hint);
            });
        };
        header_ui(ui, ctx, open, run);
        if run.is_over() {
            CentralPanel::default().frame(frame).show(ui, |ui| result::ui(ui, ctx, open, run));
            return;
        }
        let found = ctx.state.room.found();
        let pinned = self.height + BUTTONS > ui.available_height();
        if pinned && ctx.state.room.bank().is_some() {
            let foot = Frame::new().fill(t.paper).inner_margin(Margin::symmetric(0, 8));
            Panel::bottom("run-foot").frame(foot).show(ui, |ui| {
                column_ui(ui, ctx, |ui| buttons_ui(ui, ctx, run, found));
            });
        }
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().id_salt(("run", run.at)).auto_shrink(false).show(ui, |ui| {
                keys_scroll(ui, ctx);
                ui.add_space(if ui.ctx().content_rect().height() < 620.0 { 10.0 } else { 30.0 });
                let top = ui.min_rect().top();
                column_ui(ui, ctx, |ui| {
                    if ctx.state.room.bank().is_none() {
                        return bank_ui(ui, ctx);
                    }
                    match found {
                        Some(found) => self.question_ui(ui, ctx, open, run, found),
                        None => {
                            empty_ui(ui, "question", &fl!(ctx.tr, "run-lost"), &fl!(ctx.tr, "run-lost-hint"));
                        }
                    }
                    let height = ui.min_rect().bottom() - top;
                    if (height - self.height).abs() > 0.5 {
                        self.height = height;
                        // Where the buttons go is known only now.
                        ui.ctx().request_discard("another question");
                    }
                    if !pinned {
                        ui.add_space(14.0);
                        buttons_ui(ui, ctx, run, found);
                    }
                    ui.add_space(40.0);
                });
            });
        });
    }

    fn question_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, run: &Run, found: Found<'_>) {
        let body = body(ui, ctx);
        let Sheet { view, memory } = &mut self.sheet;
        view.begin();
        let mut page = Page::new(ctx, open, &found.lesson.sheet, view, &[], memory, body);
        let stage = if run.is_answered() {
            Stage::Judged(&run.draft)
        } else {
            Stage::Asking { draft: &run.draft, keys: true }
        };
        if let Some(touch) = page.asked_ui(ui, found.at, stage) {
            ctx.send(touch.action());
        }
    }
}

/// What the round is called.
pub(super) fn scope_text(ctx: &Ctx<'_>, open: &OpenCourse, scope: &Scope) -> String {
    let module = |id: &Option<crate::content::Slug>| {
        let modules = open.course.parts.iter().flat_map(|part| &part.modules);
        let found = id.as_ref().and_then(|id| modules.into_iter().find(|module| &module.id == id));
        found.map_or_else(|| open.course.title.clone(), |module| module.title.clone())
    };
    match scope {
        Scope::Lesson(id) => fl!(ctx.tr, "run-title", what = lesson_title(open, id)),
        Scope::Module(id) => fl!(ctx.tr, "run-title", what = module(&Some(id.clone()))),
        Scope::Quick => fl!(ctx.tr, "run-quick"),
        Scope::Mistakes => fl!(ctx.tr, "run-mistakes"),
        Scope::Before(id) => fl!(ctx.tr, "run-before", what = module(id)),
        Scope::After(id) => fl!(ctx.tr, "run-after", what = module(id)),
    }
}

/// The bar above: what is asked, how far it is, and the way out.
fn header_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, run: &Run) {
    let t = ui.tokens();
    let frame = Frame::new().fill(t.paper).inner_margin(Margin::symmetric(28, 8));
    Panel::top("run-header").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if !run.is_over() && button_ui(ui, ButtonKind::Plain, "", &fl!(ctx.tr, "run-stop")).clicked()
                {
                    ctx.send(Action::Study(StudyAction::Stop));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = scope_text(ctx, open, &run.scope);
                    ui.scope(|ui| {
                        ui.set_max_width(ui.available_width() * 0.42);
                        line_ui(ui, title, Face::Semibold.at(size::CONTROL), t.ink);
                    });
                    ui.add_space(8.0);
                    let at = (run.at + 1).min(run.questions.len());
                    let told = fl!(ctx.tr, "run-at", at = at, all = run.questions.len());
                    parts_ui(ui, run, &told);
                    ui.label(words(told, Face::Regular.at(size::CONTROL), t.muted));
                });
            });
        });
    });
}

/// A part for each question, in the colour of what came of it; before and after learning it stays secret.
fn parts_ui(ui: &mut Ui, run: &Run, told: &str) {
    let t = ui.tokens();
    let count = f32::from(u16::try_from(run.questions.len().max(1)).unwrap_or(u16::MAX));
    let room = (ui.available_width() - 90.0).clamp(60.0, 420.0);
    let (gap, each) = if room / count > 8.0 { (4.0, room / count) } else { (0.0, room / count) };
    let (rect, response) = ui.allocate_exact_size(vec2(room, 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, told));
    let mut left = rect.left();
    for nth in 0..run.questions.len() {
        let color = match run.marks.get(nth) {
            Some(_) if !run.scope.explains() => t.teal,
            Some(Mark { correct: Some(true), .. }) => t.good,
            Some(Mark { correct: Some(false), .. }) => t.chip.lerp_to_gamma(t.danger, 0.6),
            Some(_) => t.control_line,
            None if nth == run.at => t.teal,
            None => Color32::TRANSPARENT,
        };
        let part = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(each - gap, rect.height()));
        track_ui(ui, part, 3, &t);
        ui.painter().rect_filled(part, CornerRadius::same(3), color);
        left += each;
    }
}

/// Before the answer how sure it is, after it the way on.
fn buttons_ui(ui: &mut Ui, ctx: &Ctx<'_>, run: &Run, found: Option<Found<'_>>) {
    let t = ui.tokens();
    if run.is_answered() || found.is_none() {
        let last = run.at + 1 == run.questions.len();
        let on = if last { fl!(ctx.tr, "run-result") } else { fl!(ctx.tr, "run-next") };
        ui.horizontal_wrapped(|ui| {
            with_key_ui(ui, ctx, ButtonKind::Primary, "arrow-right", &on, Command::Confirm);
            if let Some(found) = found {
                after_answer_ui(ui, ctx, found);
            }
        });
        return;
    }
    let ready = run.draft.is_ready();
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(ready, |ui| {
            let sure = fl!(ctx.tr, "answer-sure");
            with_key_ui(ui, ctx, ButtonKind::Primary, "check", &sure, Command::Confirm);
            let guess = fl!(ctx.tr, "answer-guess");
            with_key_ui(ui, ctx, ButtonKind::Plain, "question", &guess, Command::ConfirmGuess);
        });
        if !ready {
            ui.label(words(fl!(ctx.tr, "answer-first"), Face::Regular.at(size::CONTROL), t.muted));
        }
    });
    if ready {
        label_ui(ui, fl!(ctx.tr, "answer-sure-hint"), Face::Regular.at(size::SMALL), t.muted);
    }
}

fn after_answer_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: Found<'_>) {
    let lesson = found.lesson.sheet.lesson.id.clone();
    make_card_ui(ui, ctx, CardOf::Question(lesson.clone(), found.block.id.clone()));
    let section = found.lesson.section(&found.block.id).map(|(id, _)| id.clone());
    let block = Some(section.unwrap_or_else(|| found.block.id.clone()));
    if button_ui(ui, ButtonKind::Plain, "book-open-text", &fl!(ctx.tr, "run-see-lesson")).clicked() {
        ctx.send(Action::Go(Route::Reader { lesson, block }));
    }
}

/// A button that a key presses too, with the key beside it.
fn with_key_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: ButtonKind, icon: &str, label: &str, command: Command) {
    if button_ui(ui, kind, icon, label).clicked() {
        ctx.run(command);
    }
    key_ui(ui, &keys_text(ctx, command));
}
