//! The library: what to do next, the open course, the recent ones, and how to open another.

use egui::{
    Align, Color32, CornerRadius, Frame, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, pos2,
    vec2,
};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::apply::origin_name;
use crate::app::command::Command;
use crate::app::open_course::OpenCourse;
use crate::app::route::Route;
use crate::app::state::CourseState;
use crate::content::course::LessonState;
use crate::load::Origin;
use crate::study::progress::LibraryEntry;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, as_heading, button_ui, card_frame, chip_ui, icon_button_ui, key_ui, keys_text, label_ui,
    line_ui, paint_icon, progress_ui, words,
};
use crate::ui::{Ctx, study};

/// Cards are as wide as this where there is room.
const CARD: f32 = 400.0;
const GAP: f32 = 20.0;
/// From this width on the cards that wait stand beside what to read next.
const BESIDE: f32 = 860.0;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let margin = if ui.available_width() < 800.0 { 22 } else { 44 };
        Frame::new().inner_margin(Margin { left: margin, right: margin, top: 30, bottom: 40 }).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
                title_ui(ui, ctx);
                ui.add_space(14.0);
                match &ctx.state.course {
                    CourseState::Open(open) => {
                        next_and_due_ui(ui, ctx, open);
                        ui.add_space(22.0);
                        label_ui(
                            ui,
                            fl!(ctx.tr, "library-courses"),
                            Face::Bold.at(size::BODY + 1.0),
                            ui.tokens().ink,
                        );
                        ui.add_space(6.0);
                        cards_ui(ui, ctx, Some(open));
                    }
                    CourseState::Loading => {
                        ui.add_space(60.0);
                        ui.vertical_centered(|ui| {
                            label_ui(
                                ui,
                                fl!(ctx.tr, "library-loading"),
                                Face::Semibold.at(size::BODY),
                                ui.tokens().muted,
                            );
                        });
                    }
                    CourseState::None => cards_ui(ui, ctx, None),
                }
            },
        );
    });
}

fn title_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.horizontal(|ui| {
        let t = ui.tokens();
        let title = ui.label(words(fl!(ctx.tr, "command-library"), Face::Bold.at(size::TITLE), t.ink));
        as_heading(ui, &title, 1, &fl!(ctx.tr, "command-library"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button_ui(ui, ButtonKind::Plain, "folder-open", &fl!(ctx.tr, "library-open")).clicked() {
                ctx.run(Command::OpenCourse);
            }
            if ui.available_width() > 330.0 {
                let name = fl!(ctx.tr, "command-search");
                if button_ui(ui, ButtonKind::Plain, "magnifying-glass", &name).clicked() {
                    ctx.run(Command::Search);
                }
                key_ui(ui, &keys_text(ctx, Command::Search));
            }
        });
    });
}

/// What to read next and, where there is room beside it, the cards that wait.
fn next_and_due_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
    let width = ui.available_width();
    if width < BESIDE {
        next_ui(ui, ctx, open);
        ui.add_space(8.0);
        return study::due_card_ui(ui, ctx, width);
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (part, due) in [(0.6, false), (0.4, true)] {
            let each = (width - GAP) * part;
            ui.allocate_ui_with_layout(vec2(each, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(each);
                ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
                if due { study::due_card_ui(ui, ctx, each) } else { next_ui(ui, ctx, open) }
            });
        }
    });
}

/// «Học tiếp»: the biggest thing on the screen.
fn next_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
    let t = ui.tokens();
    let progress = &ctx.state.study.progress;
    let last = progress.last_place(&open.course.id).map(|place| place.lesson.clone());
    let begun = last.is_some();
    let lesson = last.filter(|id| open.course.spot(id).is_some()).or_else(|| open.first_lesson());
    let Some(spot) = lesson.as_ref().and_then(|id| open.course.spot(id)) else { return };
    let inner =
        card_frame(ui).inner_margin(Margin { left: 26, right: 20, top: 20, bottom: 20 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(study::DUE_HEIGHT);
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_max_width((ui.available_width() - 170.0).max(200.0));
                    ui.spacing_mut().item_spacing.y = 5.0;
                    let label =
                        if begun { fl!(ctx.tr, "library-continue") } else { fl!(ctx.tr, "library-begin") };
                    label_ui(ui, label, Face::Regular.at(size::CONTROL), t.muted);
                    label_ui(ui, &spot.entry.title, Face::Bold.at(size::HEADING), t.ink);
                    let share = ctx.share_read(open, &spot.entry.id);
                    let module = fl!(ctx.tr, "module-number", number = spot.module_number);
                    let facts = if share > 0.0 {
                        let left = minutes_left(spot.entry.minutes, share);
                        fl!(
                            ctx.tr,
                            "library-facts",
                            module = module,
                            percent = percent(share),
                            minutes = left
                        )
                    } else {
                        fl!(ctx.tr, "library-facts-new", module = module, minutes = spot.entry.minutes)
                    };
                    label_ui(ui, facts, Face::Regular.at(size::CONTROL), t.muted);
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let label =
                        if begun { fl!(ctx.tr, "command-read") } else { fl!(ctx.tr, "library-start") };
                    let button = button_ui(ui, ButtonKind::Primary, "play", &label);
                    if button.clicked() {
                        ctx.run(Command::Read);
                    }
                });
            });
        });
    let rect = inner.response.rect;
    let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 5.0, rect.bottom()));
    ui.painter().rect_filled(bar, CornerRadius { nw: 14, sw: 14, ne: 0, se: 0 }, t.amber);
}

/// The part of a lesson that is left, in minutes of reading.
fn minutes_left(minutes: u16, share: f32) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between none and all of the minutes"
    )]
    let left = (f32::from(minutes) * (1.0 - share.clamp(0.0, 1.0))).ceil() as u16;
    left
}

fn percent(share: f32) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u16;
    percent
}

/// The open course, the shipped one, recent ones, and the place to drop another.
fn cards_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: Option<&OpenCourse>) {
    let width = ui.available_width();
    let columns = if width > CARD * 2.0 + GAP * 2.0 + 220.0 {
        3
    } else if width > 640.0 {
        2
    } else {
        1
    };
    #[expect(clippy::cast_precision_loss, reason = "one to three columns")]
    let each = (width - GAP * (columns as f32 - 1.0)) / columns as f32;
    let here = open.map(|open| origin_name(&open.origin));
    let recent = ctx.state.study.progress.recent();
    let others: Vec<LibraryEntry> =
        recent.into_iter().filter(|entry| Some(&entry.origin) != here.as_ref()).cloned().collect();
    let mut others = others;
    let shipped_known = here.as_deref() == Some(LibraryEntry::SHIPPED)
        || others.iter().any(|entry| entry.origin == LibraryEntry::SHIPPED);
    if !shipped_known && let Some(id) = crate::content::Slug::parse(crate::assets::embedded::SHIPPED) {
        let title = fl!(ctx.tr, "library-shipped");
        let opened = crate::store::Millis::default();
        others.push(LibraryEntry { origin: LibraryEntry::SHIPPED.to_owned(), course: id, title, opened });
    }
    let count = usize::from(open.is_some()) + others.len() + 1;
    let mut next = 0;
    while next < count {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for index in next..(next + columns).min(count) {
                ui.allocate_ui_with_layout(vec2(each, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(each);
                    match (index, open) {
                        (0, Some(open)) => open_card_ui(ui, ctx, open),
                        (index, open) => match others.get(index - usize::from(open.is_some())) {
                            Some(entry) => recent_card_ui(ui, ctx, entry),
                            None => drop_card_ui(ui, ctx),
                        },
                    }
                });
            }
        });
        next += columns;
        ui.add_space(GAP - 8.0);
    }
}

/// A cover in one of the course's colours: its title on a ground with a quiet circle.
fn cover_ui(ui: &mut Ui, title: &str, ground: Color32, ink: Color32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 118.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, title));
    ui.painter().rect_filled(rect, CornerRadius::same(10), ground);
    let circle = ui.painter().with_clip_rect(rect);
    circle.circle_filled(
        pos2(rect.right() - 44.0, rect.bottom() - 26.0),
        84.0,
        ground.lerp_to_gamma(ink, 0.16),
    );
    let galley = ui.painter().layout(title.to_owned(), Face::Bold.at(18.0), ink, rect.width() - 60.0);
    ui.painter().galley(rect.min + vec2(18.0, 16.0), galley, ink);
}

fn open_card_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse) {
    let t = ui.tokens();
    card_frame(ui).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.set_width(ui.available_width());
        let course = &open.course;
        cover_ui(ui, &course.title, t.teal, t.on_teal);
        let lessons: Vec<_> = course.lessons().collect();
        let ready = lessons.iter().filter(|spot| spot.entry.state == LessonState::Ready).count();
        let minutes: u32 = lessons.iter().map(|spot| u32::from(spot.entry.minutes)).sum();
        let hours = (minutes + 30) / 60;
        let modules = course.parts.iter().map(|part| part.modules.len()).sum::<usize>();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            if matches!(open.origin, Origin::Shipped) {
                chip_ui(
                    ui,
                    Some("seal-check"),
                    &fl!(ctx.tr, "library-shipped-chip"),
                    t.good_tint,
                    t.good_text,
                );
            }
            let size = fl!(ctx.tr, "library-size", modules = modules, lessons = lessons.len());
            chip_ui(ui, None, &size, t.chip, t.ink);
            chip_ui(ui, None, &fl!(ctx.tr, "library-hours", hours = hours), t.chip, t.ink);
            if open.all_problems().next().is_some() {
                let count = open.all_problems().count();
                let label = fl!(ctx.tr, "library-problems", count = count);
                if button_ui(ui, ButtonKind::Quiet, "warning", &label).clicked() {
                    ctx.run(Command::Problems);
                }
            }
        });
        let progress = &ctx.state.study.progress;
        let done = lessons.iter().filter(|spot| progress.is_done(&course.id, &spot.entry.id)).count();
        let share = f32::from(u16::try_from(done).unwrap_or(u16::MAX))
            / f32::from(u16::try_from(ready.max(1)).unwrap_or(u16::MAX));
        let told = fl!(ctx.tr, "library-done", done = done, ready = ready);
        progress_ui(ui, share, &told);
        let edition =
            course.edition.as_ref().map(|edition| fl!(ctx.tr, "library-edition", edition = edition.as_str()));
        let told = [Some(told), edition].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        label_ui(ui, told, Face::Regular.at(size::SMALL), t.muted);
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Primary, "book-open-text", &fl!(ctx.tr, "library-open-course"))
                .clicked()
            {
                ctx.run(Command::Read);
            }
            if button_ui(ui, ButtonKind::Plain, "note-pencil", &fl!(ctx.tr, "command-notes")).clicked() {
                ctx.send(Action::Go(Route::Notes));
            }
        });
    });
}

fn recent_card_ui(ui: &mut Ui, ctx: &Ctx<'_>, entry: &LibraryEntry) {
    let t = ui.tokens();
    let shipped = entry.origin == LibraryEntry::SHIPPED;
    card_frame(ui).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.set_width(ui.available_width());
        let ground = if shipped { t.teal } else { t.blue };
        cover_ui(ui, &entry.title, ground, t.on_teal);
        let told = if shipped { fl!(ctx.tr, "library-shipped-chip") } else { entry.origin.clone() };
        line_ui(ui, told, Face::Regular.at(size::SMALL), t.muted);
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Plain, "book-open-text", &fl!(ctx.tr, "library-open-course"))
                .clicked()
            {
                ctx.send(if shipped {
                    Action::OpenShipped
                } else {
                    Action::OpenFolder(entry.origin.clone().into())
                });
            }
            if !shipped && icon_button_ui(ui, "x", &fl!(ctx.tr, "library-forget"), false).clicked() {
                ctx.send(Action::ForgetCourse(entry.origin.clone()));
            }
        });
    });
}

fn drop_card_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 196.0), Sense::click());
    let label = fl!(ctx.tr, "library-drop");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    let dropping = ui.input(|input| !input.raw.hovered_files.is_empty());
    let (color, ground) =
        if dropping || response.hovered() { (t.teal, t.teal_tint) } else { (t.control_line, t.paper) };
    ui.painter().rect_filled(rect, CornerRadius::same(14), ground);
    dashed_edge(ui, rect.shrink(1.0), color);
    let icon = Rect::from_center_size(rect.center() - vec2(0.0, 22.0), Vec2::splat(40.0));
    paint_icon(ui, icon, "folder-plus", 34.0, t.muted);
    let galley = ui.painter().layout(label, Face::Regular.at(size::CONTROL), t.muted, rect.width() - 40.0);
    ui.painter().galley(
        pos2(rect.center().x - galley.size().x / 2.0, rect.center().y + 8.0),
        galley,
        t.muted,
    );
    crate::ui::widgets::focus_ring(ui, &response, 14);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.run(Command::OpenCourse);
    }
}

fn dashed_edge(ui: &Ui, rect: Rect, color: Color32) {
    let corners =
        [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, Stroke::new(1.2, color), 6.0, 5.0));
}

/// Says that what is being dragged can be dropped.
pub(super) fn drop_hint_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    let rect = ui.ctx().content_rect();
    let painter =
        ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    painter.rect_filled(rect, 0, t.shade);
    let card = crate::ui::widgets::centered(rect, vec2(440.0, 120.0));
    painter.rect_filled(card, 14, t.surface);
    let text = fl!(ctx.tr, "library-drop-now");
    painter.text(card.center(), egui::Align2::CENTER_CENTER, text, Face::Semibold.at(size::BODY), t.ink);
}
