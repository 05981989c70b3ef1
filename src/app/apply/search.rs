//! Asking, answering, and going to and fro between results and lessons.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::action::Action;
use crate::app::apply::{World, arrive, go, show_tab};
use crate::app::jobs;
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::app::searching::{self, Asking, OpenedHit, SearchAction, Searching, Work};
use crate::app::state::{Overlay, ReaderTab, State};
use crate::content::course::LessonState;
use crate::content::{LessonId, Slug};
use crate::search::{Found, Hit, Index, IndexError, Kind, Query};

pub(super) fn apply_search(state: &mut State, action: SearchAction, world: &World) {
    match action {
        SearchAction::Ask(asking) => {
            state.search.asking = asking;
            ask(state, world);
        }
        SearchAction::Words(words) => {
            state.search.asking = Asking { words, ..Asking::default() };
            state.search.set = state.search.set.wrapping_add(1);
            go(state, Route::Search, world);
        }
        SearchAction::Open(hit) => open(state, &hit, world),
        SearchAction::Leave => {
            if state.way.previous() == Some(&Route::Search) {
                state.way.back();
                arrive(state, world);
            } else {
                go(state, Route::Search, world);
            }
        }
        SearchAction::Unmark => state.search.opened = None,
        SearchAction::Making(ticket, now) if ticket == state.ticket => {
            if let Work::Making { share, .. } = &mut state.search.work {
                *share = now;
            }
        }
        SearchAction::Made(ticket, result) if ticket == state.ticket => made(state, result, world),
        SearchAction::Found(ticket, Some(result)) if ticket == state.search.asked => {
            found(state, result, world);
        }
        // An answer to an old question.
        SearchAction::Making(..) | SearchAction::Made(..) | SearchAction::Found(..) => {}
    }
}

/// What an arrival on a screen means for the search.
pub(super) fn arrived(state: &mut State, world: &World) {
    if *state.route() == Route::Search {
        state.search.opened = None;
        prepare(state, world);
        ask(state, world);
    } else if state.search.opened.as_ref().is_some_and(|hit| state.route().lesson_id() != Some(&hit.lesson)) {
        state.search.opened = None;
    }
}

/// Another course is open, or the same one has changed.
pub(super) fn course_changed(state: &mut State, same: bool, world: &World) {
    let used = state.search.index.is_some();
    stop(state);
    if same && used {
        // The old index answers until the new one is there.
        return make(state, world);
    }
    let search = &mut state.search;
    (search.found, search.opened, search.index, search.mended) = (None, None, None, false);
    if !same {
        search.asking = Asking::default();
        search.set = search.set.wrapping_add(1);
    }
    // What is still being looked for in the other course answers nothing here.
    search.asked = search.asked.next();
}

/// What the user wrote has changed.
pub(super) fn own_changed(state: &mut State, world: &World) {
    if *state.route() == Route::Search {
        ask(state, world);
    }
}

/// Sees to it that there will be an index.
pub(super) fn prepare(state: &mut State, world: &World) {
    if state.search.index.is_none() && matches!(state.search.work, Work::Idle) {
        make(state, world);
    }
}

fn stop(state: &mut State) {
    if let Work::Making { stop, .. } = &state.search.work {
        stop.store(true, Ordering::Relaxed);
    }
    state.search.work = Work::Idle;
}

fn make(state: &mut State, world: &World) {
    let Some(open) = state.open_course() else { return };
    let (origin, course) = (open.origin.clone(), Arc::clone(&open.course));
    let (ticket, folder) = (state.ticket, state.data_folder.clone());
    let stop = Arc::new(AtomicBool::new(false));
    state.search.work = Work::Making { share: 0.0, stop: Arc::clone(&stop) };
    let actions = world.actions.clone();
    jobs::spawn("index course", &world.actions, move || {
        let mut told = 0;
        let mut each = |done: usize, total: usize| {
            let percent = done * 100 / total.max(1);
            if percent >= told + 5 {
                told = percent;
                let share = f32::from(u8::try_from(percent).unwrap_or(100)) / 100.0;
                actions.send(Action::Search(SearchAction::Making(ticket, share)));
            }
            !stop.load(Ordering::Relaxed)
        };
        let made = searching::index_of(&origin, &course, folder.as_deref(), &mut each);
        Action::Search(SearchAction::Made(ticket, made))
    });
}

fn made(state: &mut State, result: Result<Option<Index>, IndexError>, world: &World) {
    state.search.work = Work::Idle;
    match result {
        Ok(Some(index)) => {
            state.search.index = Some(Arc::new(Mutex::new(Some(index))));
            ask(state, world);
        }
        Ok(None) => {}
        Err(error) => {
            tracing::error!(%error, "no index could be made");
            state.search.work = Work::Failed(error.to_string());
        }
    }
}

/// Asks the index; what was found before stays until the answer is there.
fn ask(state: &mut State, world: &World) {
    let query = Query::parse(&state.search.asking.words);
    state.search.asked = state.search.asked.next();
    let ticket = state.search.asked;
    let latest = Arc::clone(&state.search.latest);
    *latest.lock().unwrap_or_else(PoisonError::into_inner) = ticket;
    if query.is_empty() {
        state.search.found = None;
        state.search.answered = ticket;
        return;
    }
    let (Some(index), Some(open)) = (&state.search.index, state.open_course()) else { return };
    let (index, filter) = (Arc::clone(index), state.search.asking.filter.clone());
    let own = searching::own_entries(&state.study.notebook, &open.course);
    jobs::spawn("search", &world.actions, move || {
        let mut shared = index.lock().unwrap_or_else(PoisonError::into_inner);
        let is_old = || *latest.lock().unwrap_or_else(PoisonError::into_inner) != ticket;
        let answer = match shared.as_ref() {
            Some(index) if !is_old() => Some(index.find(&query, &filter, &own, Searching::SHOWN)),
            _ => None,
        };
        if matches!(answer, Some(Err(_)))
            && let Some(damaged) = shared.take()
        {
            damaged.discard();
        }
        Action::Search(SearchAction::Found(ticket, answer))
    });
}

fn found(state: &mut State, result: Result<Found, IndexError>, world: &World) {
    match result {
        Ok(found) => {
            state.search.found = Some(found);
            state.search.answered = state.search.asked;
        }
        Err(error) => {
            tracing::warn!(%error, "the index is damaged");
            state.search.index = None;
            if state.search.mended {
                state.search.work = Work::Failed(error.to_string());
            } else {
                state.search.mended = true;
                make(state, world);
            }
        }
    }
}

fn open(state: &mut State, hit: &Hit, world: &World) {
    if state.search.remember() {
        match state.study.settings.set(Searching::KEY, &state.search.recent) {
            Ok(change) => world.hand_over(state, change),
            Err(error) => state.notify(Notice::SaveFailed(error.to_string())),
        }
    }
    match (hit.kind, &hit.target) {
        (Kind::Term, Some(id)) => state.overlay = Some(Overlay::Term(id.clone())),
        (Kind::Source, Some(id)) => state.overlay = Some(Overlay::Source(id.clone())),
        _ => match lesson_of(state, hit) {
            Some(lesson) => open_lesson(state, lesson, hit, world),
            // The lesson left the course; what was written in it stays.
            None => go(state, Route::Notes, world),
        },
    }
}

fn open_lesson(state: &mut State, lesson: LessonId, hit: &Hit, world: &World) {
    let words = state.search.asking.words.trim().to_owned();
    let query = Query::parse(&words);
    let block = hit.target.clone();
    state.search.opened =
        Some(OpenedHit { lesson: lesson.clone(), block: block.clone(), kind: hit.kind, words, query });
    go(state, Route::Reader { lesson, block }, world);
    if hit.kind == Kind::Own {
        show_tab(state, ReaderTab::Notes, world);
    }
}

/// The lesson of a result; of a module its first one, rather one that is written.
fn lesson_of(state: &State, hit: &Hit) -> Option<LessonId> {
    if let Some(lesson) = hit.lesson() {
        return Some(lesson.id.clone());
    }
    let module: &Slug = &hit.home.as_ref()?.module;
    let of_module = || state.open_course()?.course.lessons().find(|spot| &spot.module.id == module);
    let lessons = &of_module()?.module.lessons;
    let written = lessons.iter().find(|entry| entry.state == LessonState::Ready);
    written.or(lessons.first()).map(|entry| entry.id.clone())
}
