//! What was known before learning and after it, objective by objective.

use egui::{CornerRadius, Margin, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::{Unfolded, bank_ui, progress, share};
use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::progress_report::{ModuleReport, ObjectiveReport, Report, Tally};
use crate::app::study_action::StudyAction;
use crate::app::study_room::Scope;
use crate::content::Slug;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, card_frame, empty_ui, label_ui, track_ui};

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, unfolded: &mut Unfolded) {
    let t = ui.tokens();
    let Some(bank) = ctx.state.room.bank() else { return bank_ui(ui, ctx) };
    let report = Report::of(ctx.state, &open.course, bank);
    let modules: Vec<&ModuleReport> =
        report.modules.iter().filter(|module| module.compared().2 > 0).collect();
    if modules.is_empty() {
        return empty_ui(ui, "scales", &fl!(ctx.tr, "compare-none"), &fl!(ctx.tr, "compare-none-hint"));
    }
    label_ui(ui, fl!(ctx.tr, "compare-hint"), Face::Regular.at(size::BODY), t.ink);
    ui.add_space(4.0);
    let sums = modules.iter().map(|module| module.compared());
    let (before, after, all) = sums.fold((Tally::default(), Tally::default(), 0), |sum, module| {
        (sum.0.and(module.0), sum.1.and(module.1), sum.2 + module.2)
    });
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        label_ui(ui, fl!(ctx.tr, "compare-whole"), Face::Bold.at(size::SUBHEADING), t.ink);
        compare_ui(ui, ctx, before, after);
        buttons_ui(ui, ctx, None, (before, after, all));
    });
    for module in modules {
        module_ui(ui, ctx, module, unfolded);
    }
}

fn module_ui(ui: &mut Ui, ctx: &Ctx<'_>, module: &ModuleReport, unfolded: &mut Unfolded) {
    let is_open = unfolded.contains(&module.id);
    let (before, after, all) = module.compared();
    card_frame(ui).inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let title = format!("{}. {}", module.number, module.title);
        let told = fl!(ctx.tr, "questions", count = all);
        if progress::fold_ui(ui, &title, &told, is_open) && !unfolded.remove(&module.id) {
            unfolded.insert(module.id.clone());
        }
        compare_ui(ui, ctx, before, after);
        buttons_ui(ui, ctx, Some(&module.id), (before, after, all));
        if !is_open {
            return;
        }
        for lesson in &module.lessons {
            for objective in lesson.objectives.iter().filter(|objective| objective.compared > 0) {
                ui.add_space(6.0);
                objective_ui(ui, ctx, &lesson.title, objective);
            }
        }
    });
}

fn objective_ui(ui: &mut Ui, ctx: &Ctx<'_>, lesson: &str, objective: &ObjectiveReport) {
    let t = ui.tokens();
    let line = egui::Stroke::new(1.0, t.line);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line);
    ui.add_space(6.0);
    let text = objective.text.clone().unwrap_or_else(|| fl!(ctx.tr, "objective-none"));
    label_ui(ui, text, Face::Regular.at(size::CONTROL), t.ink);
    label_ui(ui, lesson, Face::Regular.at(size::SMALL), t.muted);
    compare_ui(ui, ctx, objective.before, objective.after);
}

/// Two bars, one below the other.
fn compare_ui(ui: &mut Ui, ctx: &Ctx<'_>, before: Tally, after: Tally) {
    let t = ui.tokens();
    ui.spacing_mut().item_spacing.y = 4.0;
    for (name, tally, color) in
        [(fl!(ctx.tr, "compare-before"), before, t.muted), (fl!(ctx.tr, "compare-after"), after, t.teal)]
    {
        let told = if tally.answered == 0 {
            fl!(ctx.tr, "compare-not-yet")
        } else {
            fl!(ctx.tr, "compare-told", right = tally.right, answered = tally.answered)
        };
        let width = ui.available_width();
        let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
        let label = format!("{name}: {told}");
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &label));
        let font = Face::Regular.at(size::CONTROL);
        let painter = ui.painter();
        let middle = rect.center().y;
        painter.text(pos2(rect.left(), middle), egui::Align2::LEFT_CENTER, name, font.clone(), t.ink);
        let bar = Rect::from_min_max(
            pos2(rect.left() + 110.0, middle - 4.0),
            pos2((rect.right() - 190.0).max(rect.left() + 160.0), middle + 4.0),
        );
        track_ui(ui, bar, 4, &t);
        let filled = vec2(bar.width() * share(tally.right, tally.answered), bar.height());
        painter.rect_filled(Rect::from_min_size(bar.min, filled), CornerRadius::same(4), color);
        painter.text(pos2(bar.right() + 12.0, middle), egui::Align2::LEFT_CENTER, told, font, t.muted);
    }
}

/// Begin, go on, or once more.
fn buttons_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    module: Option<&Slug>,
    (before, after, all): (Tally, Tally, usize),
) {
    let label = |tally: Tally, begin: String, go_on: String, again: String| {
        if tally.answered == 0 {
            begin
        } else if tally.answered < all {
            go_on
        } else {
            again
        }
    };
    let left = |tally: Tally| all.saturating_sub(tally.answered);
    ui.horizontal_wrapped(|ui| {
        let begin = fl!(ctx.tr, "before-begin");
        let go_on = fl!(ctx.tr, "before-go-on", count = left(before));
        let words = label(before, begin, go_on, fl!(ctx.tr, "before-again"));
        if button_ui(ui, ButtonKind::Plain, "play", &words).clicked() {
            ctx.send(Action::Study(StudyAction::Start(Scope::Before(module.cloned()))));
        }
        let begin = fl!(ctx.tr, "after-begin");
        let go_on = fl!(ctx.tr, "after-go-on", count = left(after));
        let words = label(after, begin, go_on, fl!(ctx.tr, "after-again"));
        if button_ui(ui, ButtonKind::Plain, "check", &words).clicked() {
            ctx.send(Action::Study(StudyAction::Start(Scope::After(module.cloned()))));
        }
    });
}
