//! Học Liệu: arguments and window options.

use std::process::ExitCode;
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use std::time::Instant;

use clap::Parser as _;
use i18n_embed_fl::fl;
use tracing_subscriber::EnvFilter;

use hoclieu::app::desktop::{Desktop as _, Real};
use hoclieu::app::open_course::Loaded;
use hoclieu::app::problem_text::load_error_text;
use hoclieu::app::start::{Start, content_date};
use hoclieu::app::tr::{Language, Tr, loader};
use hoclieu::cli::{self, Args};
use hoclieu::content::LessonId;
use hoclieu::load::{LoadError, Origin};
use hoclieu::shell::{Shell, Window};
use hoclieu::store;

fn main() -> ExitCode {
    let started = Instant::now();
    let filter =
        EnvFilter::try_from_env("HOCLIEU_LOG").unwrap_or_else(|_unset| EnvFilter::new("warn,winit=error"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let args = Args::parse();
    let language = args.lang.map(Language::from);
    if let Some(command) = &args.command {
        let today = content_date(Real.today());
        return cli::run(command, language.unwrap_or_default(), today, args.data.as_deref());
    }
    let tr = loader(language.unwrap_or_default());
    match open_window(&args, language, started, &tr) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
    }
}

/// Opens the window and stays until it is closed; the error is a sentence.
fn open_window(args: &Args, language: Option<Language>, started: Instant, tr: &Tr) -> Result<(), String> {
    let origin = args.course.as_deref().map_or(Ok(Origin::Shipped), Origin::folder);
    let origin = origin.map_err(|error| load_error_text(tr, &error))?;
    let lesson = match &args.lesson {
        Some(text) => {
            Some(LessonId::parse(text).ok_or_else(|| fl!(tr, "start-bad-lesson", id = text.as_str()))?)
        }
        None => None,
    };
    let beside = std::env::current_exe().ok();
    let beside = beside.as_deref().and_then(std::path::Path::parent);
    let start = Start {
        data_folder: store::data_folder(args.data.as_deref(), beside),
        course_named: args.course.is_some() || lesson.is_some(),
        language,
        lesson,
    };
    let course = read_ahead(origin).map_err(|error| error.to_string())?;
    let traced_from = std::env::var_os("HOCLIEU_TRACE_START").map(|_set| started);
    let window = Window { desktop: Arc::new(Real), course, start, traced_from };
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("hoclieu")
            .with_inner_size([1366.0, 768.0])
            .with_min_inner_size([480.0, 360.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let made = eframe::run_native(
        &fl!(tr, "app-name"),
        options,
        Box::new(move |creation| Ok(Box::new(Shell::new(&creation.egui_ctx, window)))),
    );
    made.map_err(|error| fl!(tr, "start-no-window", cause = error.to_string()))
}

/// Reads the course while the window is being made.
fn read_ahead(origin: Origin) -> std::io::Result<JoinHandle<Result<Loaded, LoadError>>> {
    Builder::new().name("load course".to_owned()).spawn(move || Loaded::read(origin))
}
