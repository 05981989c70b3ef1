//! The one place where state changes.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::attachment;
use crate::app::command::Command;
use crate::app::desktop::Desktop;
use crate::app::jobs::{self, Actions};
use crate::app::open_course::{LessonSlot, Loaded, LoadedLesson, OpenCourse};
use crate::app::pictures::{self, PictureKey, PictureOf, PictureState};
use crate::app::route::Route;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::state::{CourseState, Notice, OUTLINE_BESIDE, Overlay, ReaderTab, State, TABS_BESIDE, Undo};
use crate::app::tr::loader;
use crate::chart::Palette;
use crate::content::{LessonId, Place, RelPath, Slug};
use crate::load::{LoadError, Origin};
use crate::store::{Saved, Store};
use crate::study::Change;
use crate::study::progress::LibraryEntry;

/// What `apply` reaches beside the state.
pub struct World {
    /// The machine.
    pub desktop: Arc<dyn Desktop>,
    /// Where answers go.
    pub actions: Actions,
    /// The user's database; none where it could not be opened.
    pub store: Option<Store>,
    /// The colours of charts in the light and the dark theme.
    pub chart_palettes: [Palette; 2],
}

impl World {
    fn hand_over(&self, state: &mut State, change: Option<Change>) {
        if let (Some(change), Some(store)) = (change, &self.store) {
            state.handed = change.save(store);
        }
    }
}

/// Changes the state as the action says.
pub fn apply(state: &mut State, action: Action, world: &World) {
    match action {
        Action::Go(route) => go(state, route, world),
        Action::Run(command) => run(state, command, world),
        Action::Overlay(overlay) => state.overlay = overlay,
        Action::OpenFolder(folder) => match Origin::folder(&folder) {
            Ok(origin) => open(state, origin, None, world),
            Err(error) => state.notify(Notice::OpenFailed(error)),
        },
        Action::OpenShipped => open(state, Origin::Shipped, None, world),
        Action::PickFolder => pick(state, world),
        Action::Picked(Some(folder)) => apply(state, Action::OpenFolder(folder), world),
        Action::Picked(None) => {}
        Action::CourseLoaded(ticket, result) if ticket == state.ticket => course_loaded(state, result, world),
        Action::LessonLoaded(ticket, id, result) if ticket == state.ticket => {
            lesson_loaded(state, id, result);
        }
        Action::FilesChanged(ticket) if ticket == state.ticket => reload(state, world),
        Action::CourseLoaded(..) | Action::LessonLoaded(..) | Action::FilesChanged(_) => {}
        Action::WantPicture(key) => want_picture(state, key, world),
        Action::Picture(key, picture) => state.pictures.put(key, picture),
        Action::Settings(settings) => set(state, *settings, world),
        Action::Saved(Saved::Upto(revision)) => state.saved = state.saved.max(revision),
        Action::Saved(Saved::Failed { message, .. }) => state.notify(Notice::SaveFailed(message)),
        Action::OpenUrl(url) => {
            world.actions.egui_ctx().open_url(egui::OpenUrl::new_tab(url));
            state.overlay = None;
        }
        Action::ToggleTabs => {
            let room = width(world) >= TABS_BESIDE;
            let shown = state.reader.tabs.visible(room);
            state.reader.tabs.set(room, !shown);
        }
        Action::OpenTab(tab) => show_tab(state, tab, world),
        Action::NoteOn(block) => {
            state.way.at_block(Some(block));
            run_in_lesson(state, Command::NoteBlock, world);
        }
        Action::OpenAttachment(path) => open_attachment(state, path, world),
        Action::AttachmentOpened(Ok(())) => {}
        Action::AttachmentOpened(Err(failure)) => state.notify(Notice::Attachment(failure)),
        Action::DismissNotice => state.notice = None,
        Action::NoThread => state.notify(Notice::NoThread),
        study => apply_study(state, study, world),
    }
}

/// The changes of what the user wrote and read.
fn apply_study(state: &mut State, action: Action, world: &World) {
    let now = world.desktop.now();
    let change = match action {
        Action::WriteNote(place, text) => state.study.notebook.write_note(&place, &text, now),
        Action::ToggleBookmark(place) => Some(state.study.notebook.toggle_bookmark(&place, now)),
        Action::Highlight(lesson, colour, targets) => {
            let Some(course) = course_id(state) else { return };
            Some(state.study.notebook.highlight(course, lesson, colour, targets, now))
        }
        Action::DeleteAnnotation(id) => {
            let change = state.study.notebook.delete(id, now);
            if change.is_some() {
                state.undo.push(Undo::Delete(id));
                state.notify(Notice::Deleted);
            }
            change
        }
        Action::SetDone(lesson, done) => {
            let Some(course) = course_id(state) else { return };
            state.undo.push(Undo::Done(lesson.clone(), !done));
            state.study.progress.set_done(&course, &lesson, done.then_some(now))
        }
        Action::Reading { lesson, at, seen } => return reading(state, &lesson, at, seen, world),
        Action::ForgetCourse(origin) => state.study.progress.forget_recent(&origin),
        _ => return,
    };
    world.hand_over(state, change);
}

fn course_id(state: &State) -> Option<Slug> {
    state.open_course().map(|open| open.course.id.clone())
}

fn run(state: &mut State, command: Command, world: &World) {
    let settings = &state.settings;
    let sized = |text_percent| Settings { text_percent, ..settings.clone() };
    let zoomed = |zoom_percent| Settings { zoom_percent, ..settings.clone() };
    match command {
        Command::Library => go(state, Route::Library, world),
        Command::Read => read_on(state, world),
        Command::Notes => go(state, Route::Notes, world),
        Command::Settings => go(state, Route::Settings, world),
        Command::Palette => state.overlay = Some(Overlay::Palette),
        Command::Keys => state.overlay = Some(Overlay::Keys),
        Command::OpenCourse => state.overlay = Some(Overlay::OpenCourse),
        Command::Problems => state.overlay = Some(Overlay::Problems),
        Command::Back | Command::Forward => {
            let moved = if command == Command::Back { state.way.back() } else { state.way.forward() };
            if moved {
                arrive(state, world);
            }
        }
        Command::NextLesson => to_neighbour(state, 1, world),
        Command::PreviousLesson => to_neighbour(state, -1, world),
        Command::LargerText => set(state, sized(settings.text_step(1)), world),
        Command::SmallerText => set(state, sized(settings.text_step(-1)), world),
        Command::ZoomIn => set(state, zoomed(settings.zoom_step(1)), world),
        Command::ZoomOut => set(state, zoomed(settings.zoom_step(-1)), world),
        Command::ZoomReset => set(state, zoomed(100), world),
        Command::Undo => undo(state, world),
        Command::Reload => reload(state, world),
        Command::FullScreen => {
            state.full_screen = !state.full_screen;
            let full = egui::ViewportCommand::Fullscreen(state.full_screen);
            world.actions.egui_ctx().send_viewport_cmd(full);
        }
        in_lesson => run_in_lesson(state, in_lesson, world),
    }
}

fn run_in_lesson(state: &mut State, command: Command, world: &World) {
    let (Some(course), Route::Reader { lesson, block }) = (course_id(state), state.route().clone()) else {
        return;
    };
    let place = Place { course: course.clone(), lesson: lesson.clone(), block };
    match command {
        Command::Done => {
            let done = state.study.progress.is_done(&course, &lesson);
            apply(state, Action::SetDone(lesson, !done), world);
        }
        Command::Bookmark => apply(state, Action::ToggleBookmark(place), world),
        Command::NoteLesson | Command::NoteBlock => {
            let room = width(world) >= TABS_BESIDE;
            state.reader.tab = ReaderTab::Notes;
            state.reader.tabs.set(room, true);
            state.reader.focus = false;
            state.reader.write_note = state.reader.write_note.wrapping_add(1);
            state.reader.note_on = (command == Command::NoteBlock).then_some(place.block).flatten();
        }
        Command::Contents => show_tab(state, ReaderTab::Contents, world),
        Command::LessonNotes => show_tab(state, ReaderTab::Notes, world),
        Command::Sources => show_tab(state, ReaderTab::Sources, world),
        Command::Outline => {
            let room = width(world) >= OUTLINE_BESIDE;
            let shown = state.reader.outline.visible(room);
            state.reader.outline.set(room, !shown);
            state.reader.focus = false;
        }
        Command::Focus => state.reader.focus = !state.reader.focus,
        _ => {}
    }
}

/// How wide the window is, in points.
fn width(world: &World) -> f32 {
    world.actions.egui_ctx().content_rect().width()
}

/// Shows a tab; hides the tabs where it was shown already and covers the text.
fn show_tab(state: &mut State, tab: ReaderTab, world: &World) {
    let room = width(world) >= TABS_BESIDE;
    let again = state.reader.tab == tab && state.reader.tabs.visible(room) && !room;
    state.reader.tab = tab;
    state.reader.tabs.set(room, !again);
    state.reader.focus = false;
}

fn to_neighbour(state: &mut State, by: isize, world: &World) {
    let present = state.route().lesson_id().cloned();
    let to = present.and_then(|id| state.open_course()?.neighbour(&id, by));
    if let Some(lesson) = to {
        go(state, Route::lesson(lesson), world);
    }
}

/// Where the user read last, or the first lesson.
fn read_on(state: &mut State, world: &World) {
    let Some(open) = state.open_course() else { return };
    let last = state.study.progress.last_place(&open.course.id);
    let last = last.filter(|place| open.course.spot(&place.lesson).is_some());
    let route = match last {
        Some(place) => Some(Route::Reader { lesson: place.lesson.clone(), block: place.block.clone() }),
        None => open.first_lesson().map(Route::lesson),
    };
    if let Some(route) = route {
        go(state, route, world);
    }
}

fn go(state: &mut State, to: Route, world: &World) {
    state.way.go(to);
    arrive(state, world);
}

/// What every arrival on a screen entails, whichever way it was reached.
fn arrive(state: &mut State, world: &World) {
    state.overlay = None;
    state.jump = state.jump.wrapping_add(1);
    let Some(lesson) = state.route().lesson_id().cloned() else { return };
    state.reader.note_on = None;
    let Some(open) = state.open_course() else { return };
    let course = open.course.id.clone();
    if !matches!(open.lesson(&lesson), Some(LessonSlot::Ready(_) | LessonSlot::Loading)) {
        want_lesson(state, lesson.clone(), world);
    }
    let block = match state.route() {
        Route::Reader { block, .. } => block.clone(),
        _ => None,
    };
    let now = world.desktop.now();
    let opened = state.study.progress.mark_opened(&course, &lesson, now);
    let place = state.study.progress.set_last_place(&Place { course, lesson, block }, now);
    world.hand_over(state, Some(opened));
    world.hand_over(state, place);
}

fn open(state: &mut State, origin: Origin, then: Option<Route>, world: &World) {
    state.ticket = state.ticket.next();
    state.after_load = then;
    state.overlay = None;
    if state.open_course().is_none() {
        state.course = CourseState::Loading;
    }
    let ticket = state.ticket;
    jobs::spawn("load course", &world.actions, move || {
        Action::CourseLoaded(ticket, Loaded::read(origin).map(Box::new))
    });
}

fn course_loaded(state: &mut State, result: Result<Box<Loaded>, LoadError>, world: &World) {
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
    state.course = CourseState::Open(Box::new(OpenCourse::new(loaded)));
    watch(state, world);
    match state.after_load.take() {
        Some(route) => go(state, route, world),
        // The way through another course leads nowhere in this one.
        None if !same => {
            state.way = crate::app::route::History::default();
            arrive(state, world);
        }
        None => arrive(state, world),
    }
}

/// Reads the course anew and stays at the place.
fn reload(state: &mut State, world: &World) {
    let Some(open) = state.open_course() else { return };
    let origin = open.origin.clone();
    let here = state.route().clone();
    open_again(state, origin, here, world);
}

fn open_again(state: &mut State, origin: Origin, here: Route, world: &World) {
    let overlay = state.overlay.take();
    open(state, origin, Some(here), world);
    state.overlay = overlay;
    state.notify(Notice::Reloaded);
}

fn watch(state: &State, world: &World) {
    let Some(folder) =
        state.open_course().and_then(|open| open.origin.as_folder().map(std::path::Path::to_path_buf))
    else {
        return;
    };
    let ticket = state.ticket;
    jobs::spawn("watch course", &world.actions, move || {
        jobs::wait_for_change(&folder);
        Action::FilesChanged(ticket)
    });
}

fn want_lesson(state: &mut State, id: LessonId, world: &World) {
    let ticket = state.ticket;
    let Some(open) = state.open_course_mut() else { return };
    open.put(id.clone(), LessonSlot::Loading);
    let (origin, course) = (open.origin.clone(), Arc::clone(&open.course));
    jobs::spawn("load lesson", &world.actions, move || {
        let result = LoadedLesson::read(&origin, &course, &id).map(Box::new);
        Action::LessonLoaded(ticket, id, result)
    });
}

fn lesson_loaded(state: &mut State, id: LessonId, result: Result<Box<LoadedLesson>, LoadError>) {
    let Some(open) = state.open_course_mut() else { return };
    let slot = match result {
        Ok(lesson) => LessonSlot::Ready(Arc::new(*lesson)),
        Err(error) => LessonSlot::Failed(error),
    };
    open.put(id, slot);
    state.jump = state.jump.wrapping_add(1);
}

fn want_picture(state: &mut State, key: PictureKey, world: &World) {
    if state.pictures.get(&key).is_some() {
        return;
    }
    let Some(open) = state.open_course() else { return };
    let origin = open.origin.clone();
    let chart = match &key.of {
        PictureOf::Chart(lesson, block) => {
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
        let picture = pictures::draw(&origin, &key, chart.as_ref(), &palette, &actions);
        Action::Picture(key, picture)
    });
}

fn open_attachment(state: &mut State, path: RelPath, world: &World) {
    state.overlay = None;
    let Some(open) = state.open_course() else { return };
    let (origin, unpack_to) = (open.origin.clone(), state.data_folder.clone());
    jobs::spawn("open attachment", &world.actions, move || {
        Action::AttachmentOpened(attachment::open(&origin, &path, unpack_to.as_deref()))
    });
}

fn pick(state: &mut State, world: &World) {
    let title = state.tr.get("open-pick-title");
    let Some(picking) = world.desktop.pick_folder(&title) else {
        return state.notify(Notice::NoDialog);
    };
    jobs::spawn("folder dialog", &world.actions, move || Action::Picked(pollster::block_on(picking)));
}

fn set(state: &mut State, settings: Settings, world: &World) {
    if settings.language != state.settings.language {
        state.tr = loader(settings.language);
    }
    match state.study.settings.set(Settings::KEY, &settings) {
        Ok(change) => world.hand_over(state, change),
        Err(error) => state.notify(Notice::SaveFailed(error.to_string())),
    }
    state.settings = settings;
}

fn undo(state: &mut State, world: &World) {
    let Some(last) = state.undo.pop() else { return state.notify(Notice::NothingToUndo) };
    let now = world.desktop.now();
    let change = match last {
        Undo::Delete(id) => state.study.notebook.restore(id, now),
        Undo::Done(lesson, done) => {
            let Some(course) = course_id(state) else { return };
            state.study.progress.set_done(&course, &lesson, done.then_some(now))
        }
    };
    state.notify(Notice::Restored);
    world.hand_over(state, change);
}

fn reading(state: &mut State, lesson: &LessonId, at: Option<Slug>, seen: Vec<Slug>, world: &World) {
    let Some(course) = course_id(state) else { return };
    let now = world.desktop.now();
    for block in seen {
        let place = Place { course: course.clone(), lesson: lesson.clone(), block: Some(block) };
        let change = state.study.progress.mark_seen(&place, now);
        world.hand_over(state, change);
    }
    if at.is_some() && state.route().lesson_id() == Some(lesson) {
        state.way.at_block(at.clone());
        let place = Place { course, lesson: lesson.clone(), block: at };
        let change = state.study.progress.set_last_place(&place, now);
        world.hand_over(state, change);
    }
}

/// How the list of recent courses names where a course comes from.
pub fn origin_name(origin: &Origin) -> String {
    match origin.as_folder() {
        Some(folder) => folder.display().to_string(),
        None => LibraryEntry::SHIPPED.to_owned(),
    }
}

/// Whether the theme that is chosen is a dark one.
pub fn is_dark(choice: ThemeChoice, system_dark: bool) -> bool {
    match choice {
        ThemeChoice::System => system_dark,
        ThemeChoice::Light => false,
        ThemeChoice::Dark | ThemeChoice::Contrast => true,
    }
}
