//! What lies above the screen: palette, keys, pictures, cards and questions.

mod cards;
mod class;
mod doubts;
mod notes_file;
mod open_course;
mod palette;
mod pause_card;
mod picture;
mod pre_show;
mod press_keys;

use egui::{Frame, Id, Margin, Modal, ScrollArea, Ui, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::problem_text::{place_text, problem_text, suggestion_text};
use crate::app::state::Overlay;
use crate::load::Severity;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{chord_text, icon_button_ui, icon_ui, key_ui, label_ui, segments_ui, words};

/// What the overlays remember between frames.
#[derive(Default)]
pub(super) struct Overlays {
    palette: palette::Palette,
    open_course: open_course::OpenCourseDialog,
    notes_file: notes_file::NotesFileDialog,
    picture: picture::PictureView,
    pause: pause_card::PauseDialog,
    class: class::ClassDialogs,
    press_keys: press_keys::PressKeys,
    pre_show: pre_show::PreShowDialog,
    shown: Option<Overlay>,
}

impl Overlays {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>) {
        let fresh = self.shown != ctx.state.overlay;
        self.shown.clone_from(&ctx.state.overlay);
        match &ctx.state.overlay {
            None => {}
            Some(Overlay::Palette) => self.palette.ui(ui, ctx, fresh),
            Some(Overlay::OpenCourse) => self.open_course.ui(ui, ctx, fresh),
            Some(Overlay::Picture(key, alt)) => self.picture.ui(ui, ctx, key, alt, fresh),
            Some(Overlay::PressKeys(command, nth)) => {
                self.press_keys.ui(ui, ctx, (*command, *nth), fresh);
            }
            Some(Overlay::PreShow) => self.pre_show.ui(ui, ctx, fresh),
            Some(Overlay::PauseCard) => self.pause.ui(ui, ctx, fresh),
            Some(Overlay::NotesExport) => self.notes_file.export_ui(ui, ctx, fresh),
            Some(Overlay::NotesImport) => self.notes_file.import_ui(ui, ctx, fresh),
            Some(Overlay::Imported(report)) => notes_file::imported_ui(ui, ctx, report),
            Some(Overlay::Doubts) => doubts::ui(ui, ctx),
            Some(
                overlay @ (Overlay::Hands
                | Overlay::Timer
                | Overlay::Pick
                | Overlay::ClassSheet
                | Overlay::Replan
                | Overlay::Record
                | Overlay::CutOff),
            ) => self.class.ui(ui, ctx, overlay, fresh),
            Some(Overlay::Keys) => keys_ui(ui, ctx),
            Some(Overlay::Problems) => problems_ui(ui, ctx),
            Some(Overlay::Source(id)) => cards::source_ui(ui, ctx, id),
            Some(Overlay::Term(id)) => cards::term_ui(ui, ctx, id),
            Some(Overlay::Link(url)) => cards::link_ui(ui, ctx, url),
            Some(Overlay::Attachment(path)) => cards::attachment_ui(ui, ctx, path),
        }
    }
}

/// A window above the screen with a title; Esc, a press beside it or its cross close it.
fn modal_ui(ui: &Ui, ctx: &Ctx<'_>, name: &str, title: &str, width: f32, add: impl FnOnce(&mut Ui)) {
    let t = ui.tokens();
    let room = ui.ctx().content_rect().size();
    let frame = Frame::new()
        .fill(t.surface)
        .stroke(egui::Stroke::new(1.0, t.line))
        .corner_radius(16)
        .inner_margin(Margin::same(22));
    let response = Modal::new(Id::unique(name)).backdrop_color(t.shade).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width.min(room.x - 80.0));
        ui.set_max_height(room.y - 90.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - 44.0;
            ui.vertical(|ui| {
                ui.set_width(room);
                label_ui(ui, title, Face::Bold.at(size::HEADING), t.ink);
            });
            if icon_button_ui(ui, "x", &fl!(ctx.tr, "close"), false).clicked() {
                ctx.send(Action::Overlay(None));
            }
        });
        add(ui);
    });
    if response.should_close() {
        ctx.send(Action::Overlay(None));
    }
}

/// How long something takes: the lengths that are offered, and the one that is meant; zero runs no clock.
fn minutes_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &str, minutes: &mut u16, offered: &[u16]) {
    label_ui(ui, name, Face::Semibold.at(size::CONTROL), ui.tokens().ink);
    let mut lengths = offered.to_vec();
    if !lengths.contains(minutes) {
        lengths.push(*minutes);
        lengths.sort_unstable();
    }
    let label = |minutes: u16| match minutes {
        0 => fl!(ctx.tr, "pause-no-clock"),
        minutes => fl!(ctx.tr, "minutes", minutes = minutes.to_string()),
    };
    let all: Vec<_> = lengths.into_iter().map(|minutes| (minutes, label(minutes))).collect();
    if let Some(chosen) = segments_ui(ui, name, *minutes, &all) {
        *minutes = chosen;
    }
}

fn keys_ui(ui: &Ui, ctx: &Ctx<'_>) {
    let title = fl!(ctx.tr, "command-keys");
    modal_ui(ui, ctx, "keys", &title, 640.0, |ui| {
        let t = ui.tokens();
        let screen = ctx.state.screen();
        ScrollArea::vertical().auto_shrink([false, true]).show(ui, |ui| {
            for command in Command::ALL.iter().filter(|command| command.works_on(screen)) {
                let spec = command.spec();
                ui.horizontal(|ui| {
                    icon_ui(ui, spec.icon, 17.0, t.teal_text);
                    ui.label(words(ctx.tr.get(spec.label), Face::Regular.at(size::CONTROL), t.ink));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        ui.add_space(12.0);
                        let names: Vec<String> = match ctx.state.settings.keys.of(*command) {
                            [first, .., last] if command.takes_a_number() => {
                                vec![format!("{} – {}", chord_text(ctx, *first), chord_text(ctx, *last))]
                            }
                            chords => chords.iter().map(|chord| chord_text(ctx, *chord)).collect(),
                        };
                        for name in names.iter().rev() {
                            key_ui(ui, name);
                        }
                    });
                });
            }
            ui.add_space(4.0);
            label_ui(ui, fl!(ctx.tr, "keys-in-text"), Face::Regular.at(size::CONTROL), t.muted);
        });
    });
}

fn problems_ui(ui: &Ui, ctx: &Ctx<'_>) {
    let title = fl!(ctx.tr, "problems-title");
    modal_ui(ui, ctx, "problems", &title, 760.0, |ui| {
        let t = ui.tokens();
        let problems: Vec<_> = ctx
            .state
            .open_course()
            .into_iter()
            .flat_map(super::super::app::open_course::OpenCourse::all_problems)
            .collect();
        if problems.is_empty() {
            label_ui(ui, fl!(ctx.tr, "problems-none"), Face::Regular.at(size::CONTROL), t.muted);
            return;
        }
        label_ui(ui, fl!(ctx.tr, "problems-hint"), Face::Regular.at(size::CONTROL), t.muted);
        ScrollArea::vertical().auto_shrink([false, true]).show(ui, |ui| {
            for problem in problems {
                let (icon, color) = match problem.severity {
                    Severity::Error => ("x-circle", t.danger_text),
                    Severity::Warning => ("warning", t.warning_text),
                };
                ui.horizontal_top(|ui| {
                    icon_ui(ui, icon, 17.0, color);
                    ui.vertical(|ui| {
                        label_ui(ui, problem_text(ctx.tr, problem), Face::Semibold.at(size::CONTROL), t.ink);
                        if let Some(meant) = suggestion_text(ctx.tr, problem) {
                            label_ui(ui, meant, Face::Regular.at(size::CONTROL), t.ink);
                        }
                        label_ui(ui, place_text(ctx.tr, problem), Face::Mono.at(size::SMALL), t.muted);
                    });
                });
                ui.add_space(4.0);
            }
        });
    });
}
