//! Holding a class: its slides, the hall's screen, and what each key does there.

use std::sync::Arc;

use crate::app::action::{Action, Show};
use crate::app::apply::{World, go};
use crate::app::command::Command;
use crate::app::jobs;
use crate::app::present::{Answer, Deck, Monitor, Plan, PreShow, Screens, Talk, Tool, Veil, slide_words};
use crate::app::route::{Route, Screen};
use crate::app::settings::NOTE_SIZES;
use crate::app::state::{Notice, Overlay, State};
use crate::app::tr::{Language, loader};
use crate::load::LoadError;

/// Sets the slides of a plan on a thread of its own; the class begins when they are there.
pub(super) fn prepare(state: &mut State, plan: Plan, world: &World) {
    let Some(open) = state.open_course() else { return };
    let (origin, course) = (open.origin.clone(), Arc::clone(&open.course));
    let language = if course.language == "en" { Language::En } else { Language::Vi };
    let words = slide_words(&loader(language), &state.settings.local_numbers);
    let screen = (state.hall_shape(), state.settings.present.least_rung());
    state.hall.ticket = state.hall.ticket.next();
    let ticket = state.hall.ticket;
    jobs::spawn("set slides", &world.actions, move || {
        Action::DeckReady(ticket, Deck::build(&origin, &course, plan, screen, &words).map(Box::new))
    });
}

pub(super) fn deck_ready(state: &mut State, result: Result<Box<Deck>, LoadError>, world: &World) {
    let deck = match result {
        Ok(deck) if !deck.slides.is_empty() => Arc::new(*deck),
        Ok(_) => return state.notify(Notice::NothingToShow),
        Err(error) => return state.notify(Notice::OpenFailed(error)),
    };
    let now = world.desktop.now();
    if let Some(talk) = state.hall.talk.as_mut().filter(|talk| talk.deck.plan.lessons == deck.plan.lessons) {
        talk.reset(deck);
        return;
    }
    let first = deck.plan.from.as_ref().zip(deck.plan.lessons.first());
    let at = first.and_then(|(block, lesson)| {
        let place =
            state.open_course()?.ready(lesson)?.lesson.blocks.iter().position(|known| known.id == *block)?;
        deck.showing(lesson, block, place)
    });
    let talk = Talk::new(deck, at.unwrap_or_default(), state.hall.whole, now, state.hall.ends);
    let doubtful = talk.deck.slides.iter().any(|slide| !slide.doubtful.is_empty());
    state.hall.talk = Some(Box::new(talk));
    if state.route() != &Route::Presenter {
        go(state, Route::Presenter, world);
    }
    // Before a replaced rule is taught, the speaker knows it.
    if doubtful {
        state.overlay = Some(Overlay::Doubts);
    }
}

/// Begins a class with the lesson on the screen, from its first slide or from what is being read.
pub(super) fn begin(state: &mut State, from_here: bool, world: &World) {
    let (lesson, block) = match state.route() {
        Route::Reader { lesson, block } => (Some(lesson.clone()), block.clone()),
        _ => (last_lesson(state), None),
    };
    let Some(lesson) = lesson else { return go(state, Route::Presenter, world) };
    state.hall.talk = None;
    prepare(state, Plan { lessons: vec![lesson], from: block.filter(|_| from_here) }, world);
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
    // A clicker has no key that closes a dialog.
    if state.overlay.take().is_some() && matches!(command, Command::SlideNext | Command::SlidePrevious) {
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
    match answer {
        Answer::Moved => {}
        Answer::AtTheEnd => state.notify(Notice::LastSlide),
        Answer::NoSuchSlide => state.notify(Notice::NoSuchSlide),
    }
}

/// Commands that change how the slide is shown, not which one.
fn look(state: &mut State, command: Command, world: &World) {
    let hall = &mut state.hall;
    let Some(talk) = hall.talk.as_mut() else { return };
    let mut tool = |wanted: Tool| {
        let same =
            talk.tool.is_some_and(|now| std::mem::discriminant(&now) == std::mem::discriminant(&wanted));
        talk.tool = if same { None } else { Some(wanted) };
    };
    match command {
        Command::Blackout => talk.toggle_veil(Veil::Black),
        Command::Whiteout => talk.toggle_veil(Veil::White),
        Command::Freeze => talk.toggle_hold(),
        Command::Pointer => tool(Tool::Pointer),
        Command::Spotlight => tool(Tool::Spotlight),
        Command::Pen => tool(Tool::Pen(hall.pen)),
        Command::Eraser => tool(Tool::Eraser),
        Command::ZoomSlide if talk.zoom.is_some() => talk.zoom = None,
        Command::ZoomSlide => tool(Tool::Zoom),
        Command::WipeInk => talk.wipe(),
        Command::Undo if talk.undo_ink() => {}
        Command::Undo => state.notify(Notice::NothingToUndo),
        Command::Overview => talk.overview = !talk.overview,
        Command::Escape => talk.escape(),
        Command::GoLive | Command::Present => go_live(state, world),
        Command::LargerText => notes_size(state, 1, world),
        Command::SmallerText => notes_size(state, -1, world),
        Command::PauseCard if matches!(talk.veil, Some(Veil::Pause(_))) => talk.veil = None,
        Command::PauseCard => state.overlay = Some(Overlay::PauseCard),
        Command::FullFigure if talk.next_figure() => {}
        Command::FullFigure => state.notify(Notice::NoFigure),
        Command::PreShow if matches!(talk.veil, Some(Veil::Loop(_))) => talk.veil = None,
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
fn swap(state: &mut State, world: &World) {
    let screens = &state.hall.screens;
    let next = state.hall_screen().or(screens.own).and_then(|at| screens.after(at));
    let Some(next) = next else { return state.notify(Notice::OneScreenOnly) };
    // With two screens the speaker's window has to change places too.
    if screens.own == Some(next) {
        let to = state.hall_screen().and_then(|at| screens.all.get(at)).cloned();
        if let Some(monitor) = to {
            move_own_window(&monitor, world);
        }
    }
    state.hall.screens.own = state.hall.screens.own.filter(|own| *own != next).or(state.hall_screen());
    let mut settings = state.settings.clone();
    settings.present.monitor = state.hall.screens.all.get(next).cloned();
    super::set(state, settings, world);
    reset_for_shape(state, world);
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a desktop")]
fn move_own_window(to: &Monitor, world: &World) {
    let ctx = world.actions.egui_ctx();
    let scale = ctx.pixels_per_point();
    let at = egui::pos2(to.at.0 as f32 / scale, to.at.1 as f32 / scale);
    ctx.send_viewport_cmd(egui::ViewportCommand::OuterPosition(at));
}

/// Ends the class; its slides are forgotten, the hall's window closes.
pub(super) fn end(state: &mut State, world: &World) {
    state.hall.talk = None;
    state.hall.live = false;
    state.hall.table = false;
    if state.way.back() {
        super::arrive(state, world);
    } else {
        go(state, Route::Library, world);
    }
}

/// What the mouse or a button does on the slide.
pub(super) fn show(state: &mut State, show: Show, world: &World) {
    let now = world.desktop.now();
    match show {
        Show::Prepare(plan) => {
            state.hall.talk = None;
            prepare(state, plan, world);
        }
        Show::Whole(whole) => state.hall.whole = whole,
        Show::EndsAt(ends) => {
            state.hall.ends = ends;
            if let Some(talk) = &mut state.hall.talk {
                talk.ends = ends;
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
                Show::Draw(at, begins) => talk.draw(at, begins),
                Show::ZoomAt(at) => (talk.zoom, talk.tool) = (Some(at), None),
                Show::Skip(slides, skip) => {
                    for slide in slides {
                        // Whether it was left out before makes no difference.
                        let _changed =
                            if skip { talk.skipped.insert(slide) } else { talk.skipped.remove(&slide) };
                    }
                }
                Show::Pause(pause) => talk.veil = pause.map(Veil::Pause),
                Show::Loop(slides, seconds) => {
                    talk.veil = PreShow::new(slides, seconds, now).map(Veil::Loop);
                }
                Show::Tick => talk.note_time(now),
                _ => {}
            }
        }
    }
}
