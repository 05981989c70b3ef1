//! Holding a class: its slides, the hall's screen, and what each key does there.

use std::sync::Arc;

use crate::app::action::{Action, Show};
use crate::app::apply::{World, class, go, room_check};
use crate::app::command::Command;
use crate::app::jobs;
use crate::app::notice::Notice;
use crate::app::present::{Answer, Deck, HallWords, PreShow, Screens, Talk, Tool, Veil, slide_words};
use crate::app::route::{Route, Screen};
use crate::app::settings::NOTE_SIZES;
use crate::app::state::{Overlay, State};
use crate::app::tr::{Language, loader};
use crate::class::{Beginning, Event, Plan};
use crate::load::LoadError;
use uuid::Uuid;

/// Sets the slides of a plan on a thread of its own; the class begins when they are there.
pub(super) fn prepare(state: &mut State, plan: Plan, world: &World) {
    let Some(open) = state.open_course() else { return };
    let (origin, course) = (open.origin.clone(), Arc::clone(&open.course));
    let tr = loader(Language::of(&course));
    let (words, said) = (slide_words(&tr, &state.settings.local_numbers), HallWords::of(&tr));
    let screen = (state.hall_shape(), state.settings.present.least_rung());
    state.hall.ticket = state.hall.ticket.next();
    let ticket = state.hall.ticket;
    jobs::spawn("set slides", &world.actions, move || {
        Action::DeckReady(ticket, Deck::build(&origin, &course, plan, screen, (&words, said)).map(Box::new))
    });
}

pub(super) fn deck_ready(state: &mut State, result: Result<Box<Deck>, LoadError>, world: &World) {
    let deck = match result {
        Ok(deck) if !deck.slides.is_empty() => Arc::new(*deck),
        Ok(_) => return state.notify(Notice::NothingToShow),
        Err(error) => return state.notify(Notice::OpenFailed(error)),
    };
    let now = world.desktop.now();
    if let Some(talk) = state.hall.talk.as_mut().filter(|talk| talk.deck.plan.items == deck.plan.items) {
        talk.reset(deck);
        return;
    }
    let resuming = state.hall.resuming.take().filter(|(_, record, _)| record.plan.items == deck.plan.items);
    let is_new = resuming.is_none();
    let talk = if let Some((session, record, ends)) = resuming {
        state.hall.live = record.live;
        Talk::resumed(deck, session, *record, ends, now)
    } else {
        let Some(talk) = begun(state, deck, now) else { return };
        // A rehearsal has one screen: the slide, and what to say below it.
        state.hall.table = talk.record.rehearsal;
        talk
    };
    let doubtful = talk.deck.slides.iter().any(|slide| !slide.doubtful.is_empty());
    state.hall.talk = Some(Box::new(talk));
    class::keep(state, world);
    if state.route() != &Route::Presenter {
        go(state, Route::Presenter, world);
    }
    // Before a replaced rule is taught, the speaker knows it.
    if is_new && doubtful {
        state.overlay = Some(Overlay::Doubts);
    }
}

/// A class that begins, where the course is still open.
fn begun(state: &State, deck: Arc<Deck>, now: crate::store::Millis) -> Option<Talk> {
    let open = state.open_course()?;
    let first = deck.plan.from.as_ref().zip(deck.plan.lessons().next());
    let at = first.and_then(|(block, lesson)| {
        let blocks = &open.ready(lesson)?.lesson.blocks;
        deck.showing(lesson, block, blocks.iter().position(|known| known.id == *block)?)
    });
    let lesson = deck.plan.lessons().next().and_then(|lesson| open.course.spot(lesson));
    let of_lesson = || lesson.map_or_else(|| open.course.title.clone(), |spot| spot.entry.title.clone());
    let title = if deck.plan.title.is_empty() { of_lesson() } else { deck.plan.title.clone() };
    let (course, plan) = (open.course.id.clone(), deck.plan.clone());
    let (rehearsal, ends) = (state.hall.rehearse, state.hall.ends);
    let beginning = Beginning { course, title, plan, rehearsal, ends };
    Some(Talk::new(deck, at.unwrap_or_default(), Uuid::new_v4(), beginning, now))
}

/// Begins a class with the lesson on the screen, from its first slide or from what is being read.
pub(super) fn begin(state: &mut State, from_here: bool, world: &World) {
    let (lesson, block) = match state.route() {
        Route::Reader { lesson, block } => (Some(lesson.clone()), block.clone()),
        _ => (last_lesson(state), None),
    };
    let Some(lesson) = lesson else { return go(state, Route::Presenter, world) };
    leave(state, world);
    let plan = Plan { from: block.filter(|_| from_here), ..Plan::of_lesson(lesson, state.hall.whole) };
    prepare(state, plan, world);
}

fn last_lesson(state: &State) -> Option<crate::content::LessonId> {
    let open = state.open_course()?;
    let last = state.study.progress.last_place(&open.course.id).map(|place| place.lesson.clone());
    last.filter(|id| open.course.spot(id).is_some()).or_else(|| open.first_lesson())
}

/// The screens changed: the hall's window goes where it belongs, or away.
pub(super) fn screens_changed(state: &mut State, screens: Screens, world: &World) {
    if state.hall.screens == screens {
        return;
    }
    let before = state.hall_screen();
    state.hall.screens = screens;
    let after = state.hall_screen();
    if state.hall.live {
        match (before, after) {
            (Some(_), None) => {
                // Minimised windows draw nothing, and the speaker has to know.
                world.actions.egui_ctx().send_viewport_cmd(egui::ViewportCommand::Minimized(false));
                state.notify(Notice::HallScreenGone);
            }
            (None, Some(_)) => state.notify(Notice::HallScreenBack),
            _ => {}
        }
    }
    room_check::screens_changed(state, world);
    reset_for_shape(state, world);
}

/// Sets the slides anew where the hall's screen has another shape.
pub(super) fn reset_for_shape(state: &mut State, world: &World) {
    let wanted = (state.hall_shape(), state.settings.present.least_rung());
    let plan = state.hall.talk.as_ref().filter(|talk| (talk.deck.shape, talk.deck.least) != wanted);
    if let Some(plan) = plan.map(|talk| talk.deck.plan.clone()) {
        prepare(state, plan, world);
    }
}

/// Whether a command means the class on the screen.
pub(super) fn takes(state: &State, command: Command) -> bool {
    let shared = [Command::Back, Command::Undo, Command::Present, Command::LargerText, Command::SmallerText];
    let on_stage = state.route() == &Route::Presenter && state.hall.talk.is_some();
    on_stage && (command.spec().screen == Some(Screen::Presenter) || shared.contains(&command))
}

/// What a key or a button of the speaker does.
pub(super) fn run(state: &mut State, command: Command, world: &World) {
    let now = world.desktop.now();
    // A clicker has no key that closes a dialog, and the hall's window does not know of one.
    let closes = matches!(command, Command::SlideNext | Command::SlidePrevious | Command::Escape);
    if state.overlay.take().is_some() && closes {
        return;
    }
    let Some(talk) = state.hall.talk.as_mut() else { return };
    let answer = match command {
        Command::SlideNext => talk.next(now),
        Command::SlidePrevious => talk.previous(now),
        Command::SlideEnter if talk.asks_to_end => return end(state, world),
        Command::SlideEnter => talk.enter(now),
        Command::SlideFirst => talk.jump(0, now),
        Command::SlideLast => talk.jump(talk.deck.slides.len().saturating_sub(1), now),
        Command::Back => talk.jump_back(now),
        other => {
            look(state, other, world);
            Answer::Moved
        }
    };
    class::keep(state, world);
    let asks = state.hall.talk.as_ref().is_some_and(|talk| talk.asks_to_end);
    if state.overlay.is_some() || asks {
        // The key may have been pressed in the hall's window; the dialog is in the speaker's.
        let focus = egui::ViewportCommand::Focus;
        world.actions.egui_ctx().send_viewport_cmd_to(egui::ViewportId::ROOT, focus);
    }
    match answer {
        Answer::Moved => {}
        Answer::AtTheEnd => state.notify(Notice::LastSlide),
        Answer::NoSuchSlide => state.notify(Notice::NoSuchSlide),
    }
}

/// Commands that change how the slide is shown, not which one.
fn look(state: &mut State, command: Command, world: &World) {
    let now = world.desktop.now();
    let hall = &mut state.hall;
    let Some(talk) = hall.talk.as_mut() else { return };
    let mut tool = |wanted: Tool| {
        let same =
            talk.tool.is_some_and(|now| std::mem::discriminant(&now) == std::mem::discriminant(&wanted));
        talk.tool = if same { None } else { Some(wanted) };
    };
    match command {
        Command::Blackout => talk.toggle_veil(Veil::Black, now),
        Command::Whiteout => talk.toggle_veil(Veil::White, now),
        Command::Freeze => talk.toggle_hold(),
        Command::Pointer => tool(Tool::Pointer),
        Command::Spotlight => tool(Tool::Spotlight),
        Command::Pen => tool(Tool::Pen(hall.pen)),
        Command::Eraser => tool(Tool::Eraser),
        Command::ZoomSlide if talk.zoom.is_some() => talk.zoom = None,
        Command::ZoomSlide => tool(Tool::Zoom),
        Command::WipeInk => talk.wipe(now),
        Command::Undo if talk.undo_ink(now) => {}
        Command::Undo => state.notify(Notice::NothingToUndo),
        Command::Overview => talk.overview = !talk.overview,
        Command::Escape => talk.escape(now),
        Command::GoLive | Command::Present => go_live(state, world),
        Command::LargerText => notes_size(state, 1, world),
        Command::SmallerText => notes_size(state, -1, world),
        Command::PauseCard if matches!(talk.veil, Some(Veil::Pause(_))) => talk.set_veil(None, now),
        Command::PauseCard => state.overlay = Some(Overlay::PauseCard),
        Command::Hands if talk.veil == Some(Veil::Hands) => talk.set_veil(None, now),
        Command::Hands => state.overlay = Some(Overlay::Hands),
        Command::ActivityTimer => state.overlay = Some(Overlay::Timer),
        Command::PickRandom => state.overlay = Some(Overlay::Pick),
        Command::ClassSheet => state.overlay = Some(Overlay::ClassSheet),
        Command::Replan => state.overlay = Some(Overlay::Replan),
        Command::FullFigure if talk.next_figure(now) => {}
        Command::FullFigure => state.notify(Notice::NoFigure),
        Command::PreShow if matches!(talk.veil, Some(Veil::Loop(_))) => talk.set_veil(None, now),
        Command::PreShow => state.overlay = Some(Overlay::PreShow),
        Command::SwapScreens => swap(state, world),
        Command::TableMode => hall.table = !hall.table,
        _ => {}
    }
}

fn notes_size(state: &mut State, by: i8, world: &World) {
    let mut settings = state.settings.clone();
    let most = u8::try_from(NOTE_SIZES.len()).unwrap_or(u8::MAX).saturating_sub(1);
    settings.present.notes_step = settings.present.notes_step.saturating_add_signed(by).min(most);
    super::set(state, settings, world);
}

fn go_live(state: &mut State, world: &World) {
    state.hall.live = !state.hall.live;
    if state.hall.live && state.hall_screen().is_none() {
        state.notify(Notice::OneScreenOnly);
    }
    reset_for_shape(state, world);
}

/// The hall's picture on the next screen.
pub(super) fn swap(state: &mut State, world: &World) {
    let screens = &state.hall.screens;
    match state.hall_screen().or(screens.own).and_then(|at| screens.after(at)) {
        Some(next) => room_check::hall_on(state, next, world),
        None => state.notify(Notice::OneScreenOnly),
    }
}

/// Ends the class; its slides are forgotten, the hall's window closes.
pub(super) fn end(state: &mut State, world: &World) {
    state.hall.live = false;
    state.hall.table = false;
    if state.way.back() {
        super::arrive(state, world);
    } else {
        go(state, Route::Library, world);
    }
    class::end(state, world);
}

/// Another class takes the place of the one on the screen.
fn leave(state: &mut State, world: &World) {
    if state.hall.talk.is_some() {
        class::end(state, world);
        state.overlay = None;
    }
}

/// What the mouse or a button does on the slide.
pub(super) fn show(state: &mut State, show: Show, world: &World) {
    let now = world.desktop.now();
    match show {
        Show::Prepare(plan) => {
            leave(state, world);
            prepare(state, plan, world);
        }
        Show::Whole(whole) => state.hall.whole = whole,
        Show::EndsAt(ends) => {
            state.hall.ends = ends;
            if let Some(talk) = &mut state.hall.talk {
                talk.note(now, Event::EndSet(ends));
            }
        }
        Show::PenColour(pen) => {
            state.hall.pen = pen;
            if let Some(talk) = &mut state.hall.talk {
                talk.tool = Some(Tool::Pen(pen));
            }
        }
        Show::Peek => state.hall.peek = !state.hall.peek,
        Show::End => end(state, world),
        on_slides => {
            let Some(talk) = &mut state.hall.talk else { return };
            match on_slides {
                Show::Jump(slide) => drop(talk.jump(slide, now)),
                Show::Digit(digit) => talk.digit(digit),
                Show::Hand(hand) => talk.hand = hand,
                Show::Draw(at, begins) => talk.draw(at, begins, now),
                Show::Lift => talk.lift(now),
                Show::ZoomAt(at) => (talk.zoom, talk.tool) = (Some(at), None),
                Show::Skip(slides, skip) => talk.leave_out(&slides, skip, now),
                Show::Pause(pause) => talk.set_veil(pause.map(Veil::Pause), now),
                Show::Loop(slides, seconds) => {
                    talk.set_veil(PreShow::new(slides, seconds, now).map(Veil::Loop), now);
                }
                Show::Tick => talk.tick(now),
                _ => {}
            }
        }
    }
    class::keep(state, world);
}
