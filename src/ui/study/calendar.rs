//! The days on which something was studied, a column for each week.

use std::collections::BTreeMap;

use egui::{Align2, Color32, CornerRadius, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use crate::app::open_course::OpenCourse;
use crate::study::day::Day;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Tokens, size};
use crate::ui::widgets::track_ui;

const CELL: f32 = 16.0;
const GAP: f32 = 4.0;
/// Room for the names of the days.
const NAMES: f32 = 34.0;
/// Room for the numbers of the months.
const MONTHS: f32 = 20.0;

/// What a day has seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    minutes: i64,
    answers: usize,
    reviews: usize,
}

/// Draws so many weeks up to today in the colours of `t`.
pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, weeks: u16, t: &Tokens) {
    let course = &open.course.id;
    let study = &ctx.state.study;
    let (answers, reviews) = (study.answers.days(course), study.deck.days(course));
    let today = ctx.state.room.day;
    let first = today.monday().before(u32::from(weeks.saturating_sub(1)) * 7);
    let seen = |day: Day| Seen {
        minutes: study.hours.of_day(course, day).0 / 60_000,
        answers: count(&answers, day),
        reviews: count(&reviews, day),
    };
    let step = CELL + GAP;
    let wanted = vec2(NAMES + f32::from(weeks) * step, MONTHS + 7.0 * step);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let small = Face::Regular.at(size::SMALL);
    let origin = rect.min + vec2(NAMES, MONTHS);
    for (row, name) in
        [(0u8, fl!(ctx.tr, "day-monday")), (3, fl!(ctx.tr, "day-thursday")), (6, fl!(ctx.tr, "day-sunday"))]
    {
        let at = pos2(rect.left(), origin.y + f32::from(row) * step + CELL / 2.0);
        ui.painter().text(at, Align2::LEFT_CENTER, name, small.clone(), t.muted);
    }
    let mut month = 0;
    for week in 0..weeks {
        let monday = first.after(u32::from(week) * 7);
        let left = origin.x + f32::from(week) * step;
        let (of_monday, _) = monday.month_and_day();
        if of_monday != month && week + 1 < weeks {
            month = of_monday;
            let at = pos2(left, rect.top() + 6.0);
            let name = fl!(ctx.tr, "month", number = of_monday);
            ui.painter().text(at, Align2::LEFT_CENTER, name, small.clone(), t.muted);
        }
        for row in 0..7u8 {
            let day = monday.after(u32::from(row));
            if day > today {
                break;
            }
            let cell = Rect::from_min_size(pos2(left, origin.y + f32::from(row) * step), Vec2::splat(CELL));
            day_ui(ui, ctx, cell, (day, day == today), seen(day), t);
        }
    }
}

fn count(days: &BTreeMap<Day, usize>, day: Day) -> usize {
    days.get(&day).copied().unwrap_or_default()
}

fn day_ui(ui: &Ui, ctx: &Ctx<'_>, cell: Rect, (day, is_today): (Day, bool), seen: Seen, t: &Tokens) {
    if seen == Seen::default() {
        track_ui(ui, cell, 4, t);
    } else {
        ui.painter().rect_filled(cell, CornerRadius::same(4), color(t, seen));
    }
    if is_today {
        let edge = egui::Stroke::new(1.5, t.ink);
        ui.painter().rect_stroke(cell, CornerRadius::same(4), edge, egui::StrokeKind::Outside);
    }
    if seen == Seen::default() {
        return;
    }
    let Seen { minutes, answers, reviews } = seen;
    let told =
        fl!(ctx.tr, "day-told", day = day.to_string(), minutes = minutes, answers = answers, cards = reviews);
    let response = ui.interact(cell, ui.scope_id().with(("day", day)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    response.on_hover_text(told);
}

/// The more was done, the stronger the colour; a few answers are worth some minutes.
fn color(t: &Tokens, seen: Seen) -> Color32 {
    let done = seen.minutes + i64::try_from(seen.answers + seen.reviews).unwrap_or_default() / 2;
    let strength = match done {
        ..5 => 0.3,
        5..15 => 0.5,
        15..40 => 0.75,
        _ => 1.0,
    };
    t.chip.lerp_to_gamma(t.teal, strength)
}

/// How many weeks fit, at most half a year.
pub(super) fn weeks_that_fit(width: f32) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between four and twenty-six"
    )]
    let weeks = ((width - NAMES) / (CELL + GAP)).clamp(4.0, 26.0) as u16;
    weeks
}
