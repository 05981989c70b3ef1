//! The first and the last thing that happens.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use crate::app::action::Action;
use crate::app::apply::{World, apply};
use crate::app::desktop::Desktop;
use crate::app::jobs::Actions;
use crate::app::open_course::Loaded;
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::app::state::{Notice, State};
use crate::app::tr::Language;
use crate::chart::Palette;
use crate::content::LessonId;
use crate::load::LoadError;
use crate::store::{self, Millis, Opened, Store, StoreError};
use crate::study::{self, Study};

/// What the command line asks for.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Where the user's data lie, or why nowhere.
    pub data_folder: Option<PathBuf>,
    /// The language, for this time only.
    pub language: Option<Language>,
    /// The lesson to show first.
    pub lesson: Option<LessonId>,
}

/// The state and the world at the start; a database that cannot be opened costs the notes of this
/// session, not the lesson.
pub fn begin(
    start: Start,
    desktop: Arc<dyn Desktop>,
    actions: Actions,
    chart_palettes: [Palette; 2],
) -> (State, World) {
    let now = desktop.now();
    let (store, study, notice) = match open_store(&start, &actions, now) {
        Ok((store, opened, study)) => (Some(store), study, Some(Notice::Database(opened))),
        Err(Some(error)) => (None, Study::default(), Some(Notice::NoDatabase(error.to_string()))),
        Err(None) => (None, Study::default(), Some(Notice::NoDatabase(String::new()))),
    };
    let mut settings: Settings = study.settings.get(Settings::KEY).ok().flatten().unwrap_or_default();
    if let Some(language) = start.language {
        settings.language = language;
    }
    let mut state = State::new(
        study,
        settings,
        content_date(desktop.today()),
        start.data_folder.filter(|_| store.is_some()),
    );
    state.after_load = start.lesson.map(Route::lesson);
    let worth_telling =
        |notice: &Notice| !matches!(notice, Notice::Database(Opened::Fresh | Opened::Current));
    if let Some(notice) = notice.filter(worth_telling) {
        state.notify(notice);
    }
    let world = World { desktop, actions, store, chart_palettes };
    (state, world)
}

/// The day as sources know it.
fn content_date(day: jiff::civil::Date) -> crate::content::source::Date {
    crate::content::source::Date::of(day.year(), day.month(), day.day())
}

type Begun = (Store, Opened, Study);

fn open_store(start: &Start, actions: &Actions, now: Millis) -> Result<Begun, Option<StoreError>> {
    let folder = start.data_folder.as_deref().ok_or(None)?;
    let to = actions.clone();
    let (store, opened) =
        store::open(folder, now, Box::new(move |saved| to.send(Action::Saved(saved)))).map_err(Some)?;
    let study = study::load(&store, now).map_err(Some)?;
    Ok((store, opened, study))
}

/// Takes the course that was read while the window was being made.
pub fn open_first(state: &mut State, course: JoinHandle<Result<Loaded, LoadError>>, world: &World) {
    state.ticket = state.ticket.next();
    // A panic while reading is a fault of the program; the library opens all the same.
    let Ok(result) = course.join() else { return };
    apply(state, Action::CourseLoaded(state.ticket, result.map(Box::new)), world);
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
