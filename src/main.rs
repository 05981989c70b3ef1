//! Học Liệu: arguments and window options.

use std::process::ExitCode;
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use std::time::Instant;

use clap::Parser as _;
use i18n_embed_fl::fl;
use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

use hoclieu::app::desktop::{Desktop as _, Real};
use hoclieu::app::present::Trace;
use hoclieu::app::problem_text::load_error_text;
use hoclieu::app::start::{self, Presenting, Ready, Start, content_date};
use hoclieu::app::tr::{Language, Tr, loader};
use hoclieu::assets::icons::PROGRAM as ICON;
use hoclieu::cli::{self, Args};
use hoclieu::content::LessonId;
use hoclieu::load::{LoadError, Origin};
use hoclieu::shell::{self, Shell};
use hoclieu::store;
use hoclieu::ui::theme;

/// By this name the desktop knows the program.
const APP_ID: &str = "hoclieu";

fn main() -> ExitCode {
    let started = Instant::now();
    log();
    let args = Args::parse();
    let language = args.lang.map(Language::from);
    if let Some(command) = &args.command {
        let (today, now) = (content_date(Real.today()), Real.now());
        let language = language.unwrap_or_default();
        return match cli::run(command, language, today, now, args.data.as_deref()) {
            cli::Next::End(code) => code,
            cli::Next::Draw(stills) => {
                let tr = Arc::new(loader(language));
                cli::drawn(shell::render(*stills, &tr), &tr)
            }
        };
    }
    match open_window(&args, language, started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.text(&loader(language.unwrap_or_default())));
            ExitCode::from(2)
        }
    }
}

/// Tells on stderr what happens: warnings, or what `HOCLIEU_LOG` asks for, such as `info,winit=error`.
fn log() {
    let asked = std::env::var("HOCLIEU_LOG").ok().and_then(|asked| asked.parse().ok());
    let usual = || Targets::new().with_default(Level::WARN).with_target("winit", Level::ERROR);
    let to_stderr = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(to_stderr).with(asked.unwrap_or_else(usual)).init();
}

/// Why there is no window.
enum Failure {
    /// The course that was named is none.
    Course(LoadError),
    /// A lesson was named that cannot be an id.
    Lesson(String),
    /// The system gives no window, or no thread to read the course.
    Window(String),
}

impl Failure {
    fn text(&self, tr: &Tr) -> String {
        match self {
            Self::Course(error) => load_error_text(tr, error),
            Self::Lesson(id) => fl!(tr, "start-bad-lesson", id = id.as_str()),
            Self::Window(cause) => fl!(tr, "start-no-window", cause = cause.as_str()),
        }
    }
}

/// Opens the window and stays until it is closed.
fn open_window(args: &Args, language: Option<Language>, started: Instant) -> Result<(), Failure> {
    let start = start(args, language)?;
    let egui_ctx = egui::Context::default();
    // The hall's window is a window of the system.
    egui_ctx.set_embed_viewports(false);
    let ready = prepare(egui_ctx.clone(), start).map_err(|error| Failure::Window(error.to_string()))?;
    let traced_from = std::env::var_os("HOCLIEU_TRACE_START").map(|_set| started);
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_icon(icon())
            .with_inner_size([1366.0, 768.0])
            .with_min_inner_size([480.0, 360.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let create = move |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let mut ready = ready.join().map_err(|_panic| "the course could not be prepared")?;
        ready.state.hall.trace = std::env::var_os("HOCLIEU_TRACE_SLIDES").map(|_set| Arc::new(Trace::new()));
        Ok(Box::new(Shell::new(&creation.egui_ctx, ready, traced_from)))
    };
    let closed = eframe::run_native_ext(APP_ID, options, Some(egui_ctx), Box::new(create));
    closed.map_err(|error| Failure::Window(error.to_string()))
}

/// What the command line asks for.
fn start(args: &Args, language: Option<Language>) -> Result<Start, Failure> {
    let lesson = match &args.lesson {
        Some(text) => Some(LessonId::parse(text).ok_or_else(|| Failure::Lesson(text.clone()))?),
        None => None,
    };
    let course = match &args.course {
        Some(folder) => Some(Origin::folder(folder).map_err(Failure::Course)?),
        None => lesson.as_ref().map(|_of_the_shipped_course| Origin::Shipped),
    };
    let beside = std::env::current_exe().ok();
    let beside = beside.as_deref().and_then(std::path::Path::parent);
    let data_folder = store::data_folder(args.data.as_deref(), beside);
    let present = args.present.then_some(Presenting { monitor: args.monitor });
    Ok(Start { data_folder, course, language, lesson, present })
}

/// Opens the database and reads the course while the window is being made.
fn prepare(egui_ctx: egui::Context, start: Start) -> std::io::Result<JoinHandle<Ready>> {
    let work = move || start::prepare(&egui_ctx, start, Arc::new(Real), theme::chart_palettes());
    Builder::new().name("prepare".to_owned()).spawn(work)
}

/// The picture of the program in the task bar; without one the system shows its own.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(ICON).unwrap_or_default()
}
