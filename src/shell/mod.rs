//! The window: takes waiting actions, draws the screens, decides nothing.

mod render;

pub use render::render;

use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use egui::ViewportCommand;

use crate::app::action::{Action, Show};
use crate::app::apply::{World, apply};
use crate::app::command::{Command, digits};
#[cfg(target_os = "linux")]
use crate::app::jobs;
use crate::app::present::{CheckAction, Monitor, Screens as Monitors, pressed_keys};
use crate::app::route::Route;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::start::{self, Ready};
use crate::app::state::{Overlay, State};
use crate::ui::theme::{self, Dress};
use crate::ui::{Ctx, Screens};

/// By then the hall's window has drawn what a key changed.
const AFTER_THE_HALL: Duration = Duration::from_millis(60);

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
    /// When the screens were last looked for.
    looked: Option<Instant>,
}

impl Shell {
    /// Puts the parts together; with `traced_from`, the moment when the program was started, it tells
    /// on stderr how long the first lesson took.
    pub fn new(ctx: &egui::Context, ready: Ready, traced_from: Option<Instant>) -> Self {
        let Ready { state, world, inbox } = ready;
        theme::install_fonts(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        Self {
            state,
            world,
            inbox,
            screens: Screens::default(),
            dressed: None,
            zoom_percent: 100,
            title: String::new(),
            traced_from,
            looked: None,
        }
    }

    /// The state, for tests that look beneath the surface.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Sends what the system would tell, for tests without one.
    pub fn send(&self, action: Action) {
        self.world.actions.send(action);
    }

    fn dress(&mut self, ctx: &egui::Context) {
        let Settings { theme, motion, zoom_percent, .. } = self.state.settings;
        let system_dark = ctx.system_theme() == Some(egui::Theme::Dark);
        // The speaker's screen is dark: it stands beside the hall's.
        let on_stage = self.state.route() == &Route::Presenter && self.state.hall.talk.is_some();
        let theme = if on_stage && theme != ThemeChoice::Contrast { ThemeChoice::Dark } else { theme };
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

    /// Tells which screens are plugged in, once a second while a class is shown or chosen.
    fn look_for_screens(&mut self, frame: &eframe::Frame) {
        let due = self.looked.is_none_or(|looked| looked.elapsed() >= Duration::from_secs(1));
        if self.state.route() != &Route::Presenter && self.state.hall.talk.is_none() || !due {
            return;
        }
        let Some(window) = frame.winit_window() else { return };
        #[cfg(target_os = "linux")]
        if self.looked.is_none() {
            jobs::watch_screens(&self.world.actions);
        }
        self.looked = Some(Instant::now());
        let listed = || {
            let monitors = window.available_monitors().map(|monitor| {
                let (size, at) = (monitor.size(), monitor.position());
                let name = monitor.name().unwrap_or_default();
                Monitor { name, size: (size.width, size.height), at: (at.x, at.y) }
            });
            monitors.collect()
        };
        let all: Vec<Monitor> = self.state.hall.plugged.clone().unwrap_or_else(listed);
        let own = window.outer_position().ok().and_then(|at| {
            let size = window.outer_size();
            let middle = |from: i32, length: u32| from.saturating_add_unsigned(length / 2);
            let middle = (middle(at.x, size.width), middle(at.y, size.height));
            all.iter().position(|monitor| monitor.holds(middle))
        });
        let numbered = window.available_monitors().count();
        let screens = Monitors { own: own.or((!all.is_empty()).then_some(0)), all, numbered };
        if screens != self.state.hall.screens {
            self.world.actions.send(Action::Screens(screens));
        }
    }

    fn keys_and_drops(&mut self, ctx: &egui::Context) {
        let (screen, covered) = (self.state.screen(), self.state.overlay.is_some());
        // What is pressed now shall become the keys of a command.
        if matches!(self.state.overlay, Some(Overlay::PressKeys(..))) {
            return;
        }
        if self.state.hall.hears_keys() && !covered {
            for keys in pressed_keys(ctx) {
                self.world.actions.send(Action::Check(CheckAction::Heard(keys)));
            }
        }
        for digit in digits(ctx, screen, covered) {
            self.world.actions.send(Action::Show(Show::Digit(digit)));
        }
        let pressed = Command::pressed(ctx, &self.state.settings.keys, screen, covered);
        if let Some(trace) = self.state.hall.trace.as_ref().filter(|_| !pressed.is_empty()) {
            trace.pressed();
        }
        // While the hall looks on, the speaker's own second frame waits until the hall has its picture.
        let live = self.state.hall.live && self.state.hall.talk.is_some();
        if live && !pressed.is_empty() {
            ctx.request_repaint_after(AFTER_THE_HALL);
        }
        for (command, nth) in pressed {
            let action = command.action(nth);
            if live {
                apply(&mut self.state, action, &self.world);
            } else {
                self.world.actions.send(action);
            }
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
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        if let Some(trace) = &self.state.hall.trace {
            trace.frame_begins();
        }
        // Also while the window is minimised.
        self.look_for_screens(frame);
        self.take_actions();
        self.dress(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.keys_and_drops(ui.ctx());
        // What a key changes is drawn in this very frame: the hall does not wait for another one.
        self.take_actions();
        let now = self.world.desktop.now();
        let ctx = Ctx { state: &self.state, tr: &self.state.tr, actions: &self.world.actions, now };
        self.screens.ui(ui, &ctx);
        self.trace_first_lesson();
        // What a button of this frame says changes the state before the next one is drawn.
        self.take_actions();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        start::end(&self.world);
    }
}
