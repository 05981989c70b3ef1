//! Progress on one page, as it would lie on paper.

use egui::{CornerRadius, Frame, Margin, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::{bank_ui, calendar, progress};
use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::progress_report::{ModuleReport, Report};
use crate::app::route::{Route, StudyPlace};
use crate::app::settings::ThemeChoice;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, Tokens, size};
use crate::ui::widgets::{ButtonKind, as_heading, button_ui, label_ui, line_ui, words};

/// A page of A4 in points.
const PAPER: egui::Vec2 = vec2(595.0, 842.0);
const MARGIN: i8 = 42;
/// As many weeks of the calendar fit on the page.
const WEEKS: u16 = 20;
/// As many objectives are named that need another look.
const OBJECTIVES: usize = 5;
/// As many modules fit on the page.
const MODULES: usize = 18;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
    let Some(bank) = ctx.state.room.bank() else { return bank_ui(ui, ctx) };
    let report = Report::of(ctx.state, &open.course, bank);
    ui.horizontal_wrapped(|ui| {
        if button_ui(ui, ButtonKind::Plain, "arrow-left", &fl!(ctx.tr, "study-progress")).clicked() {
            ctx.send(Action::Go(Route::Study(StudyPlace::Progress)));
        }
        if button_ui(ui, ButtonKind::Plain, "copy", &fl!(ctx.tr, "summary-copy")).clicked() {
            ui.ctx().copy_text(as_text(ctx, open, &report));
        }
    });
    ui.add_space(8.0);
    // Paper is white, whatever the colours of the window are.
    let t = Tokens::of(ThemeChoice::Light, false);
    ui.vertical_centered(|ui| {
        let frame = Frame::new().fill(t.surface).stroke(Stroke::new(1.0, ui.tokens().control_line));
        frame.inner_margin(Margin::same(MARGIN)).show(ui, |ui| {
            let inside = PAPER - vec2(f32::from(MARGIN), f32::from(MARGIN)) * 2.0;
            ui.set_width(inside.x);
            ui.set_min_height(inside.y);
            ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                paper_ui(ui, ctx, open, &report, &t);
            });
        });
    });
}

fn paper_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, report: &Report, t: &Tokens) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let title = fl!(ctx.tr, "summary-title");
    let label = label_ui(ui, &title, Face::Bold.at(size::HEADING), t.ink);
    as_heading(ui, &label, 2, &title);
    label_ui(ui, &open.course.title, Face::Semibold.at(size::CONTROL), t.teal_text);
    let day = fl!(ctx.tr, "summary-day", day = ctx.state.room.day.to_string());
    label_ui(ui, day, Face::Regular.at(size::SMALL), t.muted);
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let each = ui.available_width() / 4.0;
        for (what, figure) in progress::figures(ctx, report) {
            ui.vertical(|ui| {
                ui.set_width(each - 8.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                label_ui(ui, figure, Face::Bold.at(size::SUBHEADING), t.ink);
                label_ui(ui, what, Face::Regular.at(size::SMALL), t.muted);
            });
        }
    });
    ui.add_space(10.0);
    section_ui(ui, &fl!(ctx.tr, "progress-modules"), t);
    columns_ui(ui, ctx, t);
    for module in report.modules.iter().take(MODULES) {
        module_ui(ui, ctx, module, t);
    }
    ui.add_space(10.0);
    section_ui(ui, &fl!(ctx.tr, "progress-days"), t);
    calendar::ui(ui, ctx, open, WEEKS, t);
    let again = look_again(report);
    if !again.is_empty() {
        ui.add_space(10.0);
        section_ui(ui, &fl!(ctx.tr, "summary-again"), t);
        for text in again {
            line_ui(ui, format!("•  {text}"), Face::Regular.at(size::SMALL), t.ink);
        }
    }
}

fn section_ui(ui: &mut Ui, text: &str, t: &Tokens) {
    ui.label(words(text, Face::Semibold.at(size::CONTROL), t.teal_text));
    let y = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, t.line));
    ui.add_space(4.0);
}

/// Where the lessons and the questions of a module are counted, from the left and from the right.
const LESSONS: f32 = 310.0;
const QUESTIONS: f32 = 60.0;

/// What the columns below count.
fn columns_ui(ui: &mut Ui, ctx: &Ctx<'_>, t: &Tokens) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    let font = Face::Regular.at(size::SMALL);
    let middle = rect.center().y;
    let ends = [
        (rect.left() + LESSONS, fl!(ctx.tr, "figure-lessons")),
        (rect.right(), fl!(ctx.tr, "figure-questions")),
    ];
    for (right, name) in ends {
        let at = pos2(right, middle);
        ui.painter().text(at, egui::Align2::RIGHT_CENTER, name, font.clone(), t.muted);
    }
}

/// A module in a line: lessons done, and a bar of what is known.
fn module_ui(ui: &mut Ui, ctx: &Ctx<'_>, module: &ModuleReport, t: &Tokens) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 19.0), Sense::hover());
    let told = module_text(ctx, module);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    let font = Face::Regular.at(size::SMALL);
    let title = format!("{}. {}", module.number, module.title);
    let painter = ui.painter();
    let clip = Rect::from_min_max(rect.min, pos2(rect.left() + LESSONS - 40.0, rect.bottom()));
    let middle = rect.center().y;
    let cut = painter.with_clip_rect(clip.intersect(ui.clip_rect()));
    cut.text(pos2(rect.left(), middle), egui::Align2::LEFT_CENTER, title, font.clone(), t.ink);
    let done = format!("{}/{}", module.done(), module.lessons.len());
    painter.text(
        pos2(rect.left() + LESSONS, middle),
        egui::Align2::RIGHT_CENTER,
        done,
        font.clone(),
        t.muted,
    );
    let bar = Rect::from_min_max(
        pos2(rect.left() + LESSONS + 16.0, middle - 4.0),
        pos2(rect.right() - QUESTIONS, middle + 4.0),
    );
    let practice = module.practice();
    let filled = vec2(bar.width() * practice.mastery().clamp(0.0, 1.0), bar.height());
    painter.rect_filled(bar, CornerRadius::same(4), t.chip);
    painter.rect_filled(Rect::from_min_size(bar.min, filled), CornerRadius::same(4), t.teal);
    painter.rect_stroke(bar, CornerRadius::same(4), Stroke::new(0.5, t.control_line), StrokeKind::Inside);
    let known = format!("{}/{}", practice.right, practice.all);
    painter.text(pos2(rect.right(), middle), egui::Align2::RIGHT_CENTER, known, font, t.muted);
}

/// The objectives whose questions were answered, and not all rightly.
fn look_again(report: &Report) -> Vec<&str> {
    let objectives = report.lessons().flat_map(|lesson| &lesson.objectives);
    let open = objectives.filter(|objective| {
        let tally = objective.practice;
        tally.answered > 0 && tally.right < tally.all
    });
    open.filter_map(|objective| objective.text.as_deref()).take(OBJECTIVES).collect()
}

fn module_text(ctx: &Ctx<'_>, module: &ModuleReport) -> String {
    let practice = module.practice();
    let title = format!("{}. {}", module.number, module.title);
    let done = fl!(ctx.tr, "library-done", done = module.done(), ready = module.lessons.len());
    let known = fl!(ctx.tr, "module-known", known = practice.right, all = practice.all);
    format!("{title} – {done} – {known}")
}

/// The page in plain words, for a letter or a message.
fn as_text(ctx: &Ctx<'_>, open: &OpenCourse, report: &Report) -> String {
    let mut lines = vec![fl!(ctx.tr, "summary-title"), open.course.title.clone()];
    lines.push(fl!(ctx.tr, "summary-day", day = ctx.state.room.day.to_string()));
    lines.push(String::new());
    lines.extend(progress::figures(ctx, report).map(|(what, figure)| format!("{what}: {figure}")));
    lines.push(String::new());
    lines.extend(report.modules.iter().map(|module| module_text(ctx, module)));
    let again = look_again(report);
    if !again.is_empty() {
        lines.push(String::new());
        lines.push(fl!(ctx.tr, "summary-again"));
        lines.extend(again.into_iter().map(|text| format!("- {text}")));
    }
    lines.join("\n")
}
