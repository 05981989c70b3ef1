//! The bar above the text: back and forward, where I am, search, and what can be done here.

use egui::{Align, Frame, Layout, Margin, Panel, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::open_course::OpenCourse;
use crate::app::route::Route;
use crate::app::state::TABS_BESIDE;
use crate::content::LessonId;
use crate::study::annotation::Motivation;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::{
    command_button_ui, focus_ring, icon_button_ui, key_ui, keys_text, line_ui, paint_icon, words,
};

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, lesson: &LessonId) {
    let frame = Frame::new().fill(ui.tokens().paper).inner_margin(Margin::symmetric(14, 6));
    Panel::top("reader-header").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.add_enabled_ui(ctx.state.way.has_past(), |ui| {
                command_button_ui(ui, ctx, Command::Back, false);
            });
            ui.add_enabled_ui(ctx.state.way.has_future(), |ui| {
                command_button_ui(ui, ctx, Command::Forward, false);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let marked = ctx.state.study.notebook.of_lesson(&open.course.id, lesson);
                let marked = marked.iter().any(|entry| entry.motivation == Motivation::Bookmarking);
                command_button_ui(ui, ctx, Command::Focus, false);
                if ui.ctx().content_rect().width() < TABS_BESIDE {
                    let shown = ctx.state.reader.tabs.visible(false);
                    let name = fl!(ctx.tr, "tabs-toggle");
                    if icon_button_ui(ui, "sidebar-simple", &name, shown).clicked() {
                        ctx.send(Action::ToggleTabs);
                    }
                }
                command_button_ui(ui, ctx, Command::Bookmark, marked);
                size_button_ui(ui, ctx);
                command_button_ui(ui, ctx, Command::Outline, false);
                ui.add_space(4.0);
                search_pill_ui(ui, ctx);
                ui.add_space(8.0);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    breadcrumb_ui(ui, ctx, open, lesson);
                });
            });
        });
    });
}

fn breadcrumb_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, lesson: &LessonId) {
    let Some(spot) = open.course.spot(lesson) else { return };
    let t = ui.tokens();
    ui.add_space(4.0);
    let module = format!("{}. {}", spot.module_number, spot.module.title);
    if ui.available_width() > 420.0 {
        let part =
            spot.part.title.split_once(['.', '–', ':']).map_or(spot.part.title.as_str(), |(head, _)| head);
        line_ui(ui, part.trim(), Face::Regular.at(size::CONTROL), t.muted);
        line_ui(ui, "›", Face::Regular.at(size::CONTROL), t.muted);
    }
    if ui.available_width() > 340.0 {
        let half = ui.available_width() * 0.5;
        ui.scope(|ui| {
            ui.set_max_width(half);
            let first = spot.module.lessons.first().map(|entry| entry.id.clone());
            // Sensed at once: a label that takes presses only later loses the keyboard each frame.
            let label = egui::Label::new(words(&module, Face::Regular.at(size::CONTROL), t.muted));
            let response = ui.add(label.truncate().sense(Sense::click()));
            focus_ring(ui, &response, 4);
            if response.clicked()
                && let Some(first) = first
            {
                ctx.send(Action::Go(Route::lesson(first)));
            }
        });
        line_ui(ui, "›", Face::Regular.at(size::CONTROL), t.muted);
    }
    line_ui(ui, &spot.entry.title, Face::Semibold.at(size::CONTROL), t.ink);
}

fn search_pill_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    let wide = ui.available_width() > 430.0;
    let name = fl!(ctx.tr, "command-search");
    command_button_ui(ui, ctx, Command::Palette, false);
    if !wide {
        command_button_ui(ui, ctx, Command::Search, false);
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(160.0, space::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ground = if response.hovered() { t.teal_tint } else { t.surface };
    ui.painter().rect(rect, 9, ground, Stroke::new(1.0, t.line), StrokeKind::Inside);
    let mut inner = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(10.0, 2.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    let (icon, _) = inner.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
    paint_icon(&inner, icon, "magnifying-glass", 16.0, t.muted);
    line_ui(&mut inner, fl!(ctx.tr, "search-pill"), Face::Regular.at(size::CONTROL), t.muted);
    inner
        .with_layout(Layout::right_to_left(Align::Center), |ui| key_ui(ui, &keys_text(ctx, Command::Search)));
    focus_ring(ui, &response, 9);
    if response.clicked() {
        ctx.run(Command::Search);
    }
}

/// «Aa»: size and spacing of the running text.
fn size_button_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let name = fl!(ctx.tr, "text-size-and-spacing");
    let response = icon_button_ui(ui, "text-aa", &name, false);
    egui::Popup::menu(&response).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(300.0);
        crate::ui::settings::reading_ui(ui, ctx);
    });
}
