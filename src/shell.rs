//! The window: takes waiting actions, draws the screens, decides nothing.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Instant;

use egui::ViewportCommand;

use crate::app::action::Action;
use crate::app::apply::{World, apply};
use crate::app::command::Command;
use crate::app::desktop::Desktop;
use crate::app::jobs::Actions;
use crate::app::open_course::Loaded;
use crate::app::settings::Settings;
use crate::app::start::{self, Start};
use crate::app::state::State;
use crate::load::LoadError;
use crate::ui::theme::{self, Dress};
use crate::ui::{Ctx, Screens};

/// What the window is opened with.
pub struct Window {
    /// The machine.
    pub desktop: Arc<dyn Desktop>,
    /// The course, read while the window was being made.
    pub course: std::thread::JoinHandle<Result<Loaded, LoadError>>,
    /// What to show and where the data lie.
    pub start: Start,
    /// When the program was started, to tell on stderr how long the first lesson took.
    pub traced_from: Option<Instant>,
}

/// The running program.
pub struct Shell {
    state: State,
    world: World,
    inbox: Receiver<Action>,
    screens: Screens,
    dressed: Option<Dress>,
    zoom_percent: u16,
    title: String,
    traced_from: Option<Instant>,
}

impl Shell {
    /// Puts the parts together.
    pub fn new(ctx: &egui::Context, window: Window) -> Self {
        let Window { desktop, course, start, traced_from } = window;
        theme::install_fonts(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let (actions, inbox) = Actions::channel(ctx.clone());
        let named = start.course_named;
        let (mut state, world) = start::begin(start, desktop, actions, theme::chart_palettes());
        start::open_first(&mut state, course, named, &world);
        Self {
            state,
            world,
            inbox,
            screens: Screens::default(),
            dressed: None,
            zoom_percent: 100,
            title: String::new(),
            traced_from,
        }
    }

    /// The state, for tests that look beneath the surface.
    pub fn state(&self) -> &State {
        &self.state
    }

    fn dress(&mut self, ctx: &egui::Context) {
        let Settings { theme, motion, zoom_percent, .. } = self.state.settings;
        let system_dark = ctx.system_theme() == Some(egui::Theme::Dark);
        let dress = Dress { theme, system_dark, motion };
        if self.dressed != Some(dress) {
            self.dressed = Some(dress);
            theme::apply(ctx, dress);
        }
        if self.zoom_percent != zoom_percent {
            self.zoom_percent = zoom_percent;
            ctx.set_zoom_factor(f32::from(zoom_percent) / 100.0);
        }
        let title = self.state.window_title();
        if self.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Tells once how long it took until a lesson was painted.
    fn trace_first_lesson(&mut self) {
        let lesson = self.state.route().lesson_id();
        let ready = lesson.zip(self.state.open_course()).and_then(|(id, open)| open.ready(id));
        if ready.is_some()
            && let Some(from) = self.traced_from.take()
        {
            eprintln!("first lesson {}", from.elapsed().as_millis());
        }
    }

    fn take_actions(&mut self) {
        while let Ok(action) = self.inbox.try_recv() {
            apply(&mut self.state, action, &self.world);
        }
    }

    fn keys_and_drops(&mut self, ctx: &egui::Context) {
        let covered = self.state.overlay.is_some();
        for (command, nth) in Command::pressed(ctx, self.state.route().screen(), covered) {
            self.world.actions.send(command.action(nth));
        }
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        if let Some(path) = dropped.into_iter().next() {
            let folder = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
            if let Some(folder) = folder {
                self.world.actions.send(Action::OpenFolder(folder.to_path_buf()));
            }
        }
    }
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.take_actions();
        self.dress(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.keys_and_drops(ui.ctx());
        let ctx = Ctx { state: &self.state, tr: &self.state.tr, actions: &self.world.actions };
        self.screens.ui(ui, &ctx);
        self.trace_first_lesson();
        // What was pressed in this frame changes the state before the next one is drawn.
        self.take_actions();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        start::end(&self.world);
    }
}
