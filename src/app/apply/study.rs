//! What the user writes, marks and reads, and taking it back.

use crate::app::action::Action;
use crate::app::apply::{World, course_id, search, study_room};
use crate::app::state::{Notice, State, Undo};
use crate::content::{LessonId, Place, Slug};

/// The changes of what the user wrote and read.
pub(super) fn apply_study(state: &mut State, action: Action, world: &World) {
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
    search::own_changed(state, world);
}

pub(super) fn undo(state: &mut State, world: &World) {
    let Some(last) = state.undo.pop() else { return state.notify(Notice::NothingToUndo) };
    let now = world.desktop.now();
    let change = match last {
        Undo::Delete(id) => state.study.notebook.restore(id, now),
        Undo::Done(lesson, done) => {
            let Some(course) = course_id(state) else { return };
            state.study.progress.set_done(&course, &lesson, done.then_some(now))
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
