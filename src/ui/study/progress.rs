//! How far the user is: what was read, what is known, how long it took, on which days.

use egui::{Margin, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::{Unfolded, bank_ui, calendar, heading_ui};
use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::progress_report::{LessonReport, ModuleReport, Report};
use crate::app::route::{Route, StudyPlace};
use crate::store::Millis;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, card_frame, columns_ui, focus_ring, icon_char, label_ui, progress_ui, ring_ui,
};

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, unfolded: &mut Unfolded) {
    let Some(bank) = ctx.state.room.bank() else { return bank_ui(ui, ctx) };
    let report = Report::of(ctx.state, &open.course, bank);
    figures_ui(ui, ctx, &report);
    heading_ui(ui, &fl!(ctx.tr, "progress-days"));
    let t = ui.tokens();
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let weeks = calendar::weeks_that_fit(ui.available_width());
        calendar::ui(ui, ctx, open, weeks, &t);
    });
    heading_ui(ui, &fl!(ctx.tr, "progress-modules"));
    label_ui(ui, fl!(ctx.tr, "progress-mastery-hint"), Face::Regular.at(size::CONTROL), t.muted);
    for module in &report.modules {
        module_ui(ui, ctx, module, unfolded);
    }
    ui.add_space(10.0);
    if button_ui(ui, ButtonKind::Plain, "file-text", &fl!(ctx.tr, "progress-summary")).clicked() {
        ctx.send(Action::Go(Route::Study(StudyPlace::Summary)));
    }
}

/// Time as people say it: hours and minutes.
pub(super) fn time_text(ctx: &Ctx<'_>, time: Millis) -> String {
    let minutes = time.0 / 60_000;
    if minutes < 60 {
        fl!(ctx.tr, "minutes", minutes = minutes)
    } else {
        let (hours, minutes) = (minutes.div_euclid(60), minutes.rem_euclid(60));
        fl!(ctx.tr, "hours-minutes", hours = hours, minutes = minutes)
    }
}

/// The four figures: what each counts, and the figure itself.
pub(super) fn figures(ctx: &Ctx<'_>, report: &Report) -> [(String, String); 4] {
    let lessons = report.lessons().count();
    let done = report.lessons().filter(|lesson| lesson.done).count();
    let practice = report.practice();
    [
        (fl!(ctx.tr, "figure-lessons"), format!("{done}/{lessons}")),
        (fl!(ctx.tr, "figure-questions"), format!("{}/{}", practice.right, practice.all)),
        (fl!(ctx.tr, "figure-time"), time_text(ctx, report.time)),
        (fl!(ctx.tr, "figure-days"), report.days.to_string()),
    ]
}

fn figures_ui(ui: &mut Ui, ctx: &Ctx<'_>, report: &Report) {
    let t = ui.tokens();
    let figures = figures(ctx, report);
    let per_row = if ui.available_width() < 700.0 { 2 } else { 4 };
    for row in figures.chunks(per_row) {
        columns_ui(ui, per_row, |ui, column| {
            let Some((what, figure)) = row.get(column) else { return };
            card_frame(ui).inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                label_ui(ui, figure, Face::Bold.at(size::HEADING + 3.0), t.ink);
                label_ui(ui, what, Face::Regular.at(size::CONTROL), t.muted);
            });
        });
    }
}

fn percent(share: f32) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u16;
    percent
}

fn module_ui(ui: &mut Ui, ctx: &Ctx<'_>, module: &ModuleReport, unfolded: &mut Unfolded) {
    let t = ui.tokens();
    let is_open = unfolded.contains(&module.id);
    card_frame(ui).inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        let title = format!("{}. {}", module.number, module.title);
        let done = fl!(ctx.tr, "library-done", done = module.done(), ready = module.lessons.len());
        if fold_ui(ui, &title, &done, is_open) && !unfolded.remove(&module.id) {
            unfolded.insert(module.id.clone());
        }
        let practice = module.practice();
        bars_ui(ui, ctx, module.read(), practice.mastery());
        if is_open {
            for lesson in &module.lessons {
                ui.add_space(6.0);
                ui.painter().hline(
                    ui.max_rect().x_range(),
                    ui.cursor().top(),
                    egui::Stroke::new(1.0, t.line),
                );
                ui.add_space(6.0);
                lesson_ui(ui, ctx, lesson);
            }
        }
    });
}

/// The title of a module that folds its lessons away; answers whether it was pressed.
pub(super) fn fold_ui(ui: &mut Ui, title: &str, told: &str, open: bool) -> bool {
    let t = ui.tokens();
    let width = ui.available_width();
    let told_galley = ui.painter().layout_no_wrap(told.to_owned(), Face::Regular.at(size::SMALL), t.muted);
    let below = width < 560.0;
    let room = if below { width - 30.0 } else { width - told_galley.size().x - 50.0 };
    let galley = ui.painter().layout(title.to_owned(), Face::Semibold.at(size::BODY), t.ink, room);
    let height = galley.size().y + if below { told_galley.size().y + 10.0 } else { 8.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height.max(34.0)), Sense::click());
    let name = format!("{title}, {told}");
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &name));
    let caret = icon_char(if open { "caret-down" } else { "caret-right" });
    let painter = ui.painter();
    let middle = pos2(rect.left() + 8.0, rect.top() + 16.0);
    painter.text(middle, egui::Align2::CENTER_CENTER, caret, Face::Icons.at(12.0), t.muted);
    let told_at = if below {
        pos2(rect.left() + 24.0, rect.top() + galley.size().y + 6.0)
    } else {
        pos2(rect.right() - told_galley.size().x, rect.top() + 7.0)
    };
    painter.galley(rect.min + vec2(24.0, 4.0), galley, t.ink);
    painter.galley(told_at, told_galley, t.muted);
    focus_ring(ui, &response, 8);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// What was read and what is known, each as a bar with its share in words.
fn bars_ui(ui: &mut Ui, ctx: &Ctx<'_>, read: f32, mastery: f32) {
    columns_ui(ui, 2, |ui, column| {
        let (share, told) = if column == 0 {
            (read, fl!(ctx.tr, "progress-read", percent = percent(read)))
        } else {
            (mastery, fl!(ctx.tr, "progress-known", percent = percent(mastery)))
        };
        ui.spacing_mut().item_spacing.y = 4.0;
        progress_ui(ui, share, &told);
        label_ui(ui, told, Face::Regular.at(size::SMALL), ui.tokens().muted);
    });
}

fn lesson_ui(ui: &mut Ui, ctx: &Ctx<'_>, lesson: &LessonReport) {
    let t = ui.tokens();
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 34.0), Sense::hover());
        ring_ui(ui, rect.center(), lesson.read, lesson.done);
        if button_ui(ui, ButtonKind::Quiet, "", &lesson.title).clicked() {
            ctx.send(Action::Go(Route::lesson(lesson.id.clone())));
        }
    });
    bars_ui(ui, ctx, lesson.read, lesson.practice().mastery());
    for objective in &lesson.objectives {
        let tally = objective.practice;
        if tally.all == 0 {
            continue;
        }
        let text = objective.text.clone().unwrap_or_else(|| fl!(ctx.tr, "objective-none"));
        ui.horizontal_top(|ui| {
            let count = fl!(ctx.tr, "objective-count", right = tally.right, all = tally.all);
            let color = match (tally.answered, tally.right == tally.all) {
                (0, _) => t.muted,
                (_, true) => t.good_text,
                (_, false) => t.amber_text,
            };
            ui.scope(|ui| {
                ui.set_width(86.0);
                label_ui(ui, count, Face::Semibold.at(size::CONTROL), color);
            });
            label_ui(ui, text, Face::Regular.at(size::CONTROL), t.ink);
        });
    }
}
