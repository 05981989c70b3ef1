//! The first and the last thing that happens.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use crate::app::action::Action;
use crate::app::apply::{World, apply};
use crate::app::command::Command;
use crate::app::desktop::Desktop;
use crate::app::jobs::Actions;
use crate::app::notice::Notice;
use crate::app::open_course::Loaded;
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::app::state::{Overlay, State};
use crate::app::study_room::StudyRoom;
use crate::app::tr::Language;
use crate::chart::Palette;
use crate::class::{self, Classes, Record};
use crate::content::LessonId;
use crate::load::Origin;
use crate::store::{self, Millis, Opened, Store, StoreError};
use crate::study::cards::Limits;
use crate::study::day::Day;
use crate::study::{self, Study};

/// What the command line asks for.
#[derive(Debug)]
pub struct Start {
    /// Where the user's data lie, or why nowhere.
    pub data_folder: Result<PathBuf, StoreError>,
    /// The course that was named; otherwise the one read last is opened, at first the shipped one.
    pub course: Option<Origin>,
    /// The language, for this time only.
    pub language: Option<Language>,
    /// The lesson to show first.
    pub lesson: Option<LessonId>,
    /// Whether it shall be presented at once, and where.
    pub present: Option<Presenting>,
}

/// A class that begins with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presenting {
    /// The number of the hall's screen, from one; the class goes live on it.
    pub monitor: Option<usize>,
}

/// What the first picture is drawn from.
pub struct Ready {
    /// The state, with the course and the lesson that is shown first.
    pub state: State,
    /// What `apply` reaches beside it.
    pub world: World,
    /// Where the actions arrive.
    pub inbox: Receiver<Action>,
}

/// Opens the database and reads the course, while the window is being made.
///
/// A database that cannot be opened costs the notes of this session, not the lesson.
pub fn prepare(
    egui_ctx: &egui::Context,
    start: Start,
    desktop: Arc<dyn Desktop>,
    chart_palettes: [Palette; 2],
) -> Ready {
    let (actions, inbox) = Actions::channel(egui_ctx.clone());
    let now = desktop.now();
    let (store, kept, notice) = match open_store(&start, &actions, now) {
        Ok((store, opened, kept)) => (Some(store), kept, Notice::Database(opened)),
        Err(cause) => (None, Kept::default(), Notice::NoDatabase(cause)),
    };
    let Kept { study, classes } = kept;
    let mut settings: Settings = study.settings.get(Settings::KEY).ok().flatten().unwrap_or_default();
    if let Some(language) = start.language {
        settings.language = language;
    }
    let data_folder = store.as_ref().map(|store| store.folder().to_path_buf());
    let limits = study.settings.get(Limits::KEY).ok().flatten().unwrap_or_default();
    let room = StudyRoom::new(limits, Day::of(desktop.today()));
    let mut state = State::new(study, room, settings, content_date(desktop.today()), data_folder);
    state.classes = classes;
    state.documents = desktop.documents();
    state.after_load = start.lesson.clone().map(Route::lesson);
    if !matches!(notice, Notice::Database(Opened::Fresh | Opened::Current)) {
        state.notify(notice);
    }
    let world = World { desktop, actions, store, chart_palettes };
    let origin = start.course.or_else(|| last_read(&state)).unwrap_or(Origin::Shipped);
    let loaded = Loaded::read(origin, start.lesson).map(Box::new);
    let ticket = state.ticket;
    apply(&mut state, Action::CourseLoaded(ticket, loaded), &world);
    offer_to_go_on(&mut state);
    if let Some(presenting) = start.present.filter(|_| state.overlay.is_none()) {
        state.hall.wished = presenting.monitor;
        apply(&mut state, Action::Run(Command::Present), &world);
    }
    Ready { state, world, inbox }
}

/// Asks whether a class that was cut off shall go on, where its course is open.
fn offer_to_go_on(state: &mut State) {
    let of_open_course = |record: &Record| {
        state.open_course().is_some_and(|open| open.course.id == record.course) && !record.rehearsal
    };
    if state.classes.cut_off.as_ref().is_some_and(|(_, record)| of_open_course(record)) {
        state.overlay = Some(Overlay::CutOff);
    }
}

/// The course that was read last, where its folder is still there.
fn last_read(state: &State) -> Option<Origin> {
    let last = PathBuf::from(&state.study.progress.recent().first()?.origin);
    if last.is_absolute() { Origin::folder(&last).ok() } else { None }
}

/// The day as sources know it.
pub fn content_date(day: jiff::civil::Date) -> crate::content::source::Date {
    crate::content::source::Date::of(day.year(), day.month(), day.day())
}

/// What the database holds.
#[derive(Default)]
struct Kept {
    study: Study,
    classes: Classes,
}

fn open_store(start: &Start, actions: &Actions, now: Millis) -> Result<(Store, Opened, Kept), String> {
    let told = |error: &StoreError| error.to_string();
    let folder = start.data_folder.as_deref().map_err(told)?;
    let to = actions.clone();
    let notify = Box::new(move |saved| to.send(Action::Saved(saved)));
    let (store, opened) = store::open(folder, now, notify).map_err(|error| told(&error))?;
    let study = study::load(&store, now).map_err(|error| told(&error))?;
    let classes = class::load(&store, now).map_err(|error| told(&error))?;
    Ok((store, opened, Kept { study, classes }))
}

/// Writes what waits, and once a day a copy of the database.
pub fn end(world: &World) {
    let Some(store) = &world.store else { return };
    if let Err(error) = store.flush() {
        tracing::error!(%error, "the last changes were not written");
    }
    if let Err(error) = store.backup_if_due(world.desktop.today()) {
        tracing::warn!(%error, "no backup was made");
    }
}
