//! The window's frame: the rail, the screen, what lies above it, and the notice at the foot.

use egui::{
    Align2, Area, CentralPanel, CornerRadius, CursorIcon, Frame, Id, Margin, Order, Panel, Rect, Role, Sense,
    Ui, Vec2, WidgetInfo, vec2,
};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::notice::NOTICE_STAYS;
use crate::app::notice_text::notice_text;
use crate::app::open_course::OpenCourse;
use crate::app::route::{Route, Screen};
use crate::content::LessonId;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, focus_ring, icon_button_ui, label_ui, paint_icon, with_keys,
};
use crate::ui::{
    Ctx, audience, library, notes, overlays, presenter, reader, room_check, search, settings, study,
};

/// All screens with what they remember.
#[derive(Default)]
pub struct Screens {
    reader: reader::Reader,
    presenter: presenter::Presenter,
    notes: notes::Notes,
    study: study::StudyScreen,
    search: search::Search,
    settings: settings::SettingsScreen,
    overlays: overlays::Overlays,
    notice: Option<(u32, f64)>,
    /// The screen on which the hall's window is open.
    hall: Option<usize>,
}

/// Below this width the rail shows icons only.
const ICONS_ONLY: f32 = 700.0;

impl Ctx<'_> {
    /// The part of a lesson's blocks that was read.
    pub(super) fn share_read(&self, open: &OpenCourse, lesson: &LessonId) -> f32 {
        let progress = &self.state.study.progress;
        match open.ready(lesson) {
            Some(ready) => {
                let blocks = ready.lesson.blocks.iter().filter(|block| block.is_read()).count();
                progress.share_seen(&open.course.id, lesson, blocks)
            }
            None => 0.0,
        }
    }
}

impl Screens {
    /// Draws everything.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        // The hall goes on seeing its slide, whatever the speaker looks up meanwhile.
        let hall = &ctx.state.hall;
        let watched = hall.live && hall.talk.is_some() || hall.check.is_some();
        let seen = ctx.state.hall_screen().filter(|_| watched);
        if let Some(at) = seen {
            audience::window(ui, ctx, at, self.hall == seen);
        }
        self.hall = seen;
        let busy = hall.talk.is_some() || hall.check.is_some();
        let on_stage = ctx.state.route().screen() == Screen::Presenter && busy;
        let focus = on_stage || ctx.state.reader.focus && ctx.state.route().screen() == Screen::Reader;
        if !focus {
            rail_ui(ui, ctx);
        }
        match ctx.state.route() {
            Route::Reader { lesson, .. } => match ctx.state.open_course() {
                Some(open) => self.reader.ui(ui, ctx, open, lesson),
                None => screen(ui, |ui| library::ui(ui, ctx)),
            },
            Route::Library => screen(ui, |ui| library::ui(ui, ctx)),
            Route::Presenter => self.presenter.ui(ui, ctx),
            Route::Notes => screen(ui, |ui| self.notes.ui(ui, ctx)),
            Route::Study(place) => self.study.ui(ui, ctx, *place),
            Route::Search => screen(ui, |ui| self.search.ui(ui, ctx)),
            Route::Settings => screen(ui, |ui| self.settings.ui(ui, ctx)),
        }
        self.overlays.ui(ui, ctx);
        if ui.input(|input| !input.raw.hovered_files.is_empty()) {
            library::drop_hint_ui(ui, ctx);
        }
        room_check::trial_ui(ui, ctx);
        self.notice_ui(ui, ctx);
    }

    /// The sentence at the foot, for some seconds.
    fn notice_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>) {
        let Some((number, notice)) = &ctx.state.notice else { return };
        let now = ui.input(|input| input.time);
        let since = match self.notice {
            Some((known, since)) if known == *number => since,
            _ => now,
        };
        self.notice = Some((*number, since));
        let left = NOTICE_STAYS.as_secs_f64() - (now - since);
        if !notice.stays() {
            if left <= 0.0 {
                return ctx.send(Action::DismissNotice);
            }
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
        let t = ui.tokens();
        // Rounds and cards have their buttons at the foot.
        let (anchor, by) = match ctx.state.route().screen() {
            Screen::SelfCheck | Screen::Cards => (Align2::CENTER_TOP, 60.0),
            _ => (Align2::CENTER_BOTTOM, -20.0),
        };
        let area = Area::new(Id::unique("notice")).order(Order::Foreground).anchor(anchor, vec2(0.0, by));
        area.show(ui.ctx(), |ui| {
            let frame =
                Frame::new().fill(t.surface).stroke(egui::Stroke::new(1.0, t.control_line)).corner_radius(12);
            frame.inner_margin(Margin { left: 18, right: 10, top: 8, bottom: 8 }).show(ui, |ui| {
                ui.set_max_width((ui.ctx().content_rect().width() - 120.0).min(720.0));
                ui.horizontal(|ui| {
                    let color = if notice.is_trouble() { t.danger_text } else { t.ink };
                    ui.scope(|ui| {
                        ui.set_max_width(ui.available_width() - 190.0);
                        label_ui(ui, notice_text(ctx.tr, notice), Face::Regular.at(size::CONTROL), color);
                    });
                    if notice.can_be_undone()
                        && button_ui(
                            ui,
                            ButtonKind::Plain,
                            "arrow-counter-clockwise",
                            &fl!(ctx.tr, "command-undo"),
                        )
                        .clicked()
                    {
                        ctx.run(Command::Undo);
                    }
                    if icon_button_ui(ui, "x", &fl!(ctx.tr, "close"), false).clicked() {
                        ctx.send(Action::DismissNotice);
                    }
                });
            });
        });
    }
}

fn screen(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(ui.tokens().paper);
    CentralPanel::default().frame(frame).show(ui, add);
}

/// The rail at the left: the screens, and settings at its foot.
fn rail_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    let small = ui.ctx().content_rect().width() < ICONS_ONLY;
    let width = if small { 56.0 } else { 76.0 };
    let frame = Frame::new().fill(t.rail).inner_margin(Margin::symmetric(6, 14));
    Panel::left("rail").exact_size(width).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.vertical_centered(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(38.0), Sense::hover());
                ui.painter().rect_filled(rect, CornerRadius::same(10), t.brand);
                ui.painter().text(
                    rect.center(),
                    Align2::CENTER_CENTER,
                    "HL",
                    Face::Bold.at(16.0),
                    t.on_brand,
                );
            });
            ui.add_space(8.0);
            let here = ctx.state.route().screen();
            let places = [
                (Screen::Library, Command::Library, fl!(ctx.tr, "rail-library")),
                (Screen::Reader, Command::Read, fl!(ctx.tr, "rail-read")),
                (Screen::Presenter, Command::Presenter, fl!(ctx.tr, "rail-present")),
                (Screen::Study, Command::Study, fl!(ctx.tr, "rail-study")),
                (Screen::Notes, Command::Notes, fl!(ctx.tr, "rail-notes")),
            ];
            for (screen, command, label) in places {
                let usable = !matches!(screen, Screen::Reader | Screen::Presenter)
                    || ctx.state.open_course().is_some();
                ui.add_enabled_ui(usable, |ui| {
                    let on = here == screen || screen == Screen::Study && here.is_study();
                    rail_button_ui(ui, ctx, command, &label, on, small);
                });
            }
            let height = rail_height(small);
            ui.add_space((ui.available_height() - height - 8.0).max(0.0));
            let label = fl!(ctx.tr, "rail-settings");
            rail_button_ui(ui, ctx, Command::Settings, &label, here == Screen::Settings, small);
        },
    );
}

fn rail_height(small: bool) -> f32 {
    if small { 46.0 } else { 56.0 }
}

fn rail_button_ui(ui: &mut Ui, ctx: &Ctx<'_>, command: Command, label: &str, on: bool, small: bool) {
    let t = ui.tokens();
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), rail_height(small)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, label));
    if on || response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(10), t.rail_active);
    }
    let icon = if small { rect } else { Rect::from_min_size(rect.min, vec2(rect.width(), 36.0)) };
    paint_icon(ui, icon, command.spec().icon, 22.0, t.rail_text);
    if !small {
        let at = rect.center_bottom() - vec2(0.0, 8.0);
        let face = if on { Face::Semibold } else { Face::Regular };
        ui.painter().text(at, Align2::CENTER_BOTTOM, label, face.at(size::SMALL), t.rail_text);
    }
    focus_ring(ui, &response, 10);
    let response =
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(with_keys(ctx, label, command));
    if response.clicked() {
        ctx.run(command);
    }
}
