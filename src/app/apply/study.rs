//! What the user writes, marks and reads, and taking it back.

use crate::app::action::Action;
use crate::app::anchors::{self, Placed};
use crate::app::apply::{World, class, course_id, search, study_room};
use crate::app::notice::Notice;
use crate::app::settings::Settings;
use crate::app::state::{CourseState, State, Undo};
use crate::content::{LessonId, Place, Slug};
use crate::study::Annotation;
use crate::study::annotation::Colour;
use crate::study::exchange;

/// The changes of what the user wrote and read.
pub(super) fn apply_study(state: &mut State, action: Action, world: &World) {
    let now = world.desktop.now();
    let change = match action {
        Action::WriteNote(place, text) => state.study.notebook.write_note(&place, &text, now),
        Action::ToggleBookmark(place) => Some(state.study.notebook.toggle_bookmark(&place, now)),
        Action::Highlight(lesson, colour, targets) => {
            let Some(course) = course_id(state) else { return };
            state.study.notebook.mark(course, lesson, colour, targets, now)
        }
        Action::NoteOnWords(lesson, targets) => {
            let Some(course) = course_id(state) else { return };
            let notebook = &mut state.study.notebook;
            let change = match notebook.highlight_on(&course, &lesson, &targets) {
                Some(_) => None,
                None => notebook.mark(course.clone(), lesson.clone(), Colour::Yellow, targets.clone(), now),
            };
            state.reader.mark = notebook.highlight_on(&course, &lesson, &targets).map(|entry| entry.id);
            change
        }
        Action::Recolour(id, colour) => state.study.notebook.set_colour(id, colour, now),
        Action::WriteBody(id, text) => state.study.notebook.write_body(id, &text, now),
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
    search::own_changed(state, world);
}

/// Finds the place of what was written or marked anew.
pub(super) fn follow(state: &mut State, annotation: &Annotation) {
    let CourseState::Open(open) = &state.course else { return };
    if open.course.id == annotation.course {
        state.anchors.follow(annotation, open.ready(&annotation.lesson).map(AsRef::as_ref));
    }
}

/// Finds the places of all that was written in a lesson that was just read.
pub(super) fn place_lesson(state: &mut State, lesson: &LessonId) {
    let CourseState::Open(open) = &state.course else { return };
    let Some(ready) = open.ready(lesson) else { return };
    let placed = anchors::place(ready, state.study.notebook.kept(&open.course.id, lesson));
    state.anchors.put(lesson.clone(), placed);
}

/// Asks for the places of everything in the course.
pub(super) fn want_places(state: &State, world: &World) {
    let Some(open) = state.open_course() else { return };
    let all = state.study.notebook.all().filter(|entry| entry.course == open.course.id).cloned().collect();
    anchors::want(&state.anchors, open, all, state.ticket, &world.actions);
}

pub(super) fn placed(state: &mut State, found: Vec<(LessonId, Placed)>) {
    for (lesson, placed) in found {
        state.anchors.put(lesson, placed);
    }
}

pub(super) fn undo(state: &mut State, world: &World) {
    let Some(last) = state.undo.pop() else { return state.notify(Notice::NothingToUndo) };
    let now = world.desktop.now();
    let change = match last {
        Undo::Delete(id) => state.study.notebook.restore(id, now),
        Undo::Import(before, added) => {
            for change in exchange::take_back(&mut state.study.notebook, before, &added, now) {
                world.hand_over(state, Some(change));
            }
            want_places(state, world);
            None
        }
        Undo::Done(lesson, done) => {
            let Some(course) = course_id(state) else { return };
            state.study.progress.set_done(&course, &lesson, done.then_some(now))
        }
        Undo::Agenda(before) => {
            class::undo_agenda(state, *before, world);
            None
        }
        Undo::Keys(keys) => {
            super::set(state, Settings { keys, ..state.settings.clone() }, world);
            None
        }
        Undo::Cards(events) => {
            study_room::undo_cards(state, &events, world);
            None
        }
    };
    state.notify(Notice::Restored);
    world.hand_over(state, change);
    search::own_changed(state, world);
}

fn reading(state: &mut State, lesson: &LessonId, at: Option<Slug>, seen: Vec<Slug>, world: &World) {
    let Some(course) = course_id(state) else { return };
    study_room::sign(state, world);
    let now = world.desktop.now();
    if !seen.is_empty() {
        // The user has settled to read: from now on there is time to prepare the search.
        search::prepare(state, world);
    }
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
