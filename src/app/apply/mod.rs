//! The one place where state changes.

mod class;
mod course;
mod notes_file;
mod present;
mod room_check;
mod search;
mod study;
mod study_room;

use std::sync::Arc;

use crate::app::action::{Action, Show};
use crate::app::command::Command;
use crate::app::desktop::Desktop;
use crate::app::jobs::Actions;
use crate::app::keys::Keys;
use crate::app::notice::Notice;
use crate::app::open_course::LessonSlot;
use crate::app::route::{Route, StudyPlace};
use crate::app::settings::Settings;
use crate::app::state::{OUTLINE_BESIDE, OnWords, Overlay, ReaderTab, State, TABS_BESIDE, Undo};
use crate::app::tr::loader;
use crate::chart::Palette;
use crate::content::{Place, Slug};
use crate::load::Origin;
use crate::store::{Saved, Store};
use crate::study::Change;
use crate::study::day::Day;
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
    fn today(&self) -> Day {
        Day::of(self.desktop.today())
    }

    fn hand_over(&self, state: &mut State, change: Option<Change>) {
        let Some(change) = change else { return };
        if let Some(annotation) = change.annotation() {
            study::follow(state, annotation);
        }
        if let Some(store) = &self.store {
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
            Ok(origin) => course::open(state, origin, None, world),
            Err(error) => state.notify(Notice::OpenFailed(error)),
        },
        Action::OpenShipped => course::open(state, Origin::Shipped, None, world),
        Action::PickFolder => course::pick(state, world),
        Action::Picked(Some(folder)) => apply(state, Action::OpenFolder(folder), world),
        Action::CourseLoaded(ticket, result) if ticket == state.ticket => {
            course::course_loaded(state, result, world);
        }
        Action::LessonLoaded(ticket, id, result) if ticket == state.ticket => {
            course::lesson_loaded(state, &id, result);
        }
        Action::FilesChanged(ticket) if ticket == state.ticket => course::reload(state, world),
        Action::NotesPlaced(ticket, found) if ticket == state.ticket => study::placed(state, found),
        Action::DeckReady(ticket, result) if ticket == state.hall.ticket => {
            present::deck_ready(state, result, world);
        }
        // No folder was picked, all went well, or an answer came to a question that was taken back.
        Action::Picked(None)
        | Action::AttachmentOpened(Ok(()))
        | Action::CourseLoaded(..)
        | Action::LessonLoaded(..)
        | Action::NotesPlaced(..)
        | Action::DeckReady(..)
        | Action::FilesChanged(_) => {}
        Action::WantPicture(key) => course::want_picture(state, key, world),
        Action::Picture(key, picture) => course::picture_drawn(state, key, picture),
        Action::Settings(settings) => set(state, *settings, world),
        Action::Keys(keys) => set_keys(state, keys, world),
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
        Action::OpenMark(mark) => state.reader.mark = mark,
        Action::ExportNotes(format, to) => notes_file::export(state, format, to, world),
        Action::NotesWritten(written) => notes_file::written(state, written),
        Action::ImportNotes(from) => notes_file::import(state, from, world),
        Action::NotesRead(read) => notes_file::read(state, read, world),
        Action::NoteOn(block) => {
            state.way.at_block(Some(block));
            run_in_lesson(state, Command::NoteBlock, world);
        }
        Action::OpenAttachment(path) => course::open_attachment(state, path, world),
        Action::AttachmentOpened(Err(failure)) => state.notify(Notice::Attachment(failure)),
        Action::Plugged(monitors) => state.hall.plugged = Some(monitors),
        Action::Screens(screens) => present::screens_changed(state, screens, world),
        Action::Show(Show::Digit(digit)) if state.hall.check.is_some() => {
            room_check::digit(state, digit, world);
        }
        Action::Check(action) => room_check::apply_check(state, action, world),
        Action::Show(what) => present::show(state, what, world),
        Action::Class(action) => class::apply_class(state, action, world),
        Action::Search(action) => search::apply_search(state, action, world),
        Action::DismissNotice => state.notice = None,
        Action::NoDialog => state.notify(Notice::NoDialog),
        Action::NoThread => state.notify(Notice::NoThread),
        Action::Study(action) => study_room::apply_room(state, action, world),
        of_study => study::apply_study(state, of_study, world),
    }
    room_check::stay_awake(state, world);
}

fn course_id(state: &State) -> Option<Slug> {
    state.open_course().map(|open| open.course.id.clone())
}

fn run(state: &mut State, command: Command, world: &World) {
    if room_check::takes(state, command) {
        return room_check::run(state, command, world);
    }
    if present::takes(state, command) {
        return present::run(state, command, world);
    }
    let settings = &state.settings;
    let sized = |text_percent| Settings { text_percent, ..settings.clone() };
    let zoomed = |zoom_percent| Settings { zoom_percent, ..settings.clone() };
    match command {
        Command::Library => go(state, Route::Library, world),
        Command::Read => read_on(state, world),
        Command::Presenter => go(state, Route::Presenter, world),
        Command::Notes => go(state, Route::Notes, world),
        Command::Study => go(state, Route::Study(StudyPlace::Today), world),
        Command::Search => go(state, Route::Search, world),
        Command::Settings => go(state, Route::Settings, world),
        Command::Present | Command::PresentHere => {
            present::begin(state, command == Command::PresentHere, world);
        }
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
        Command::Undo | Command::UndoCard => study::undo(state, world),
        Command::Reload => course::reload(state, world),
        Command::FullScreen => {
            state.full_screen = !state.full_screen;
            let full = egui::ViewportCommand::Fullscreen(state.full_screen);
            world.actions.egui_ctx().send_viewport_cmd(full);
        }
        in_study if state.route().screen().is_study() => study_room::run_in_room(state, in_study, world),
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
        Command::MarkWords => on_words(state, OnWords::Mark),
        Command::NoteWords => on_words(state, OnWords::Note),
        Command::NextMark => on_words(state, OnWords::Next),
        Command::PreviousMark => on_words(state, OnWords::Previous),
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

/// The column knows which words are selected.
fn on_words(state: &mut State, what: OnWords) {
    state.reader.on_words = (state.reader.on_words.0.wrapping_add(1), what);
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
    state.reader.mark = None;
    if state.route() == &Route::Notes {
        study::want_places(state, world);
    }
    room_check::arrived(state, world);
    study_room::arrive(state, world);
    search::arrived(state, world);
    let Some(lesson) = state.route().lesson_id().cloned() else { return };
    state.reader.note_on = None;
    let Some(open) = state.open_course() else { return };
    let course = open.course.id.clone();
    if !matches!(open.lesson(&lesson), Some(LessonSlot::Ready(_) | LessonSlot::Loading)) {
        course::want_lesson(state, lesson.clone(), world);
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

/// Other keys for commands; undo brings the old ones back.
fn set_keys(state: &mut State, keys: Keys, world: &World) {
    let before = std::mem::replace(&mut state.settings.keys, keys);
    if before != state.settings.keys {
        state.undo.push(Undo::Keys(before));
        state.notify(Notice::KeysChanged);
        set(state, state.settings.clone(), world);
    }
}

/// How the list of recent courses names where a course comes from.
pub fn origin_name(origin: &Origin) -> String {
    match origin.as_folder() {
        Some(folder) => folder.display().to_string(),
        None => LibraryEntry::SHIPPED.to_owned(),
    }
}
