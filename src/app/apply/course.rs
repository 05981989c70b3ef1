//! Opening courses, and what is read or drawn from them on threads of their own.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::action::Action;
use crate::app::apply::{World, arrive, go, origin_name, search, study, study_room};
use crate::app::attachment;
use crate::app::jobs;
use crate::app::notice::Notice;
use crate::app::open_course::{LessonSlot, Loaded, LoadedLesson, OpenCourse, ReadLesson};
use crate::app::pictures::{self, PictureKey, PictureOf, PictureState};
use crate::app::route::{History, Route};
use crate::app::state::{CourseState, State};
use crate::content::{LessonId, RelPath};
use crate::load::{LoadError, Origin};
use crate::study::progress::LibraryEntry;

pub(super) fn open(state: &mut State, origin: Origin, then: Option<Route>, world: &World) {
    state.ticket = state.ticket.next();
    state.after_load = then;
    state.overlay = None;
    if state.open_course().is_none() {
        state.course = CourseState::Loading;
    }
    let ticket = state.ticket;
    let first = state.after_load.as_ref().and_then(Route::lesson_id).cloned();
    jobs::spawn("load course", &world.actions, move || {
        Action::CourseLoaded(ticket, Loaded::read(origin, first).map(Box::new))
    });
}

pub(super) fn course_loaded(state: &mut State, result: Result<Box<Loaded>, LoadError>, world: &World) {
    let loaded = match result {
        Ok(loaded) => *loaded,
        Err(error) => {
            if state.open_course().is_none() {
                state.course = CourseState::None;
            }
            return state.notify(Notice::OpenFailed(error));
        }
    };
    let same = state.open_course().is_some_and(|open| open.course.id == loaded.course.id);
    let entry = LibraryEntry {
        origin: origin_name(&loaded.origin),
        course: loaded.course.id.clone(),
        title: loaded.course.title.clone(),
        opened: world.desktop.now(),
    };
    let change = state.study.progress.add_recent(entry);
    world.hand_over(state, Some(change));
    state.pictures.clear();
    let first = loaded.first.as_ref().map(|(id, _)| id.clone());
    state.course = CourseState::Open(Box::new(OpenCourse::new(loaded)));
    state.anchors.clear();
    if let Some(lesson) = first {
        study::place_lesson(state, &lesson);
    }
    study_room::course_changed(state, same);
    search::course_changed(state, same, world);
    watch(state, world);
    match state.after_load.take() {
        Some(route) => go(state, route, world),
        // The way through another course leads nowhere in this one.
        None if !same => {
            state.way = History::default();
            arrive(state, world);
        }
        None => arrive(state, world),
    }
}

/// Reads the course anew and stays at the place.
pub(super) fn reload(state: &mut State, world: &World) {
    let Some(present) = state.open_course() else { return };
    let origin = present.origin.clone();
    let here = state.route().clone();
    let overlay = state.overlay.take();
    open(state, origin, Some(here), world);
    state.overlay = overlay;
    state.notify(Notice::Reloaded);
}

fn watch(state: &State, world: &World) {
    let Some(folder) = state.open_course().and_then(|open| open.origin.as_folder().map(Path::to_path_buf))
    else {
        return;
    };
    let ticket = state.ticket;
    jobs::spawn("watch course", &world.actions, move || {
        jobs::wait_for_change(&folder);
        Action::FilesChanged(ticket)
    });
}

pub(super) fn want_lesson(state: &mut State, id: LessonId, world: &World) {
    let ticket = state.ticket;
    let Some(open) = state.open_course_mut() else { return };
    open.put(id.clone(), LessonSlot::Loading);
    let (origin, course) = (open.origin.clone(), Arc::clone(&open.course));
    jobs::spawn("load lesson", &world.actions, move || {
        let result = LoadedLesson::read(&origin, &course, &id).map(Box::new);
        Action::LessonLoaded(ticket, id, result)
    });
}

pub(super) fn lesson_loaded(state: &mut State, id: &LessonId, lesson: ReadLesson) {
    let Some(open) = state.open_course_mut() else { return };
    open.put_read(id.clone(), lesson);
    study::place_lesson(state, id);
    state.jump = state.jump.wrapping_add(1);
}

pub(super) fn want_picture(state: &mut State, key: PictureKey, world: &World) {
    if state.pictures.get(&key).is_some() {
        return;
    }
    let Some(open) = state.open_course() else { return };
    let (origin, course) = (open.origin.clone(), Arc::clone(&open.course));
    let chart = match &key.of {
        PictureOf::Chart(lesson, block, _) => {
            let block = open.ready(lesson).and_then(|lesson| lesson.lesson.block(block));
            block.and_then(|block| pictures::chart_of(&block.kind).cloned())
        }
        PictureOf::File(_) => None,
    };
    state.pictures.put(key.clone(), PictureState::Drawing);
    let [light, dark] = &world.chart_palettes;
    let palette = if key.dark { dark } else { light }.clone();
    let actions = world.actions.clone();
    jobs::spawn("draw picture", &world.actions, move || {
        // A class of several lessons shows charts of lessons that nobody reads now.
        let chart = chart.or_else(|| pictures::chart_in(&origin, &course, &key.of));
        let picture = pictures::draw(&origin, &key, chart.as_ref(), &palette, &actions);
        Action::Picture(key, picture)
    });
}

pub(super) fn picture_drawn(state: &mut State, key: PictureKey, picture: PictureState) {
    if let PictureState::Failed(failure) = &picture
        && let Some(problem) = failure.problem(&key.of)
        && let Some(open) = state.open_course_mut()
    {
        open.note_unreadable(problem);
    }
    state.pictures.put(key, picture);
}

pub(super) fn open_attachment(state: &mut State, path: RelPath, world: &World) {
    state.overlay = None;
    let Some(open) = state.open_course() else { return };
    let (origin, unpack_to) = (open.origin.clone(), state.data_folder.clone());
    jobs::spawn("open attachment", &world.actions, move || {
        Action::AttachmentOpened(attachment::open(&origin, &path, unpack_to.as_deref()))
    });
}

/// Nobody closes a dialog as fast as this: there was none.
const AT_ONCE: Duration = Duration::from_millis(300);

pub(super) fn pick(state: &State, world: &World) {
    let picking = world.desktop.pick_folder(&state.tr.get("open-pick-title"));
    jobs::spawn("folder dialog", &world.actions, move || {
        let begun = Instant::now();
        match pollster::block_on(picking) {
            None if begun.elapsed() < AT_ONCE => Action::NoDialog,
            picked => Action::Picked(picked),
        }
    });
}
