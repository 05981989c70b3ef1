//! The check of the room, the hall's screen on trial, and a machine that stays awake.

use std::sync::Arc;

use egui::{KeyboardShortcut, ViewportCommand};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::apply::{World, present, set};
use crate::app::command::Command;
use crate::app::jobs;
use crate::app::notice::Notice;
use crate::app::present::{CheckAction, Monitor, RoomCheck, Step, TRIAL_MS, Trial};
use crate::app::route::{Route, Screen};
use crate::app::state::{State, Ticket};
use crate::store::Millis;
use crate::typeset::LADDER;

/// Whether a command means the check, or the screen that is on trial.
pub(super) fn takes(state: &State, command: Command) -> bool {
    let shared = [Command::Back, Command::Undo, Command::Present, Command::LargerText, Command::SmallerText];
    let of_stage = command.spec().screen == Some(Screen::Presenter) || shared.contains(&command);
    let answers = state.hall.trial.is_some() && matches!(command, Command::SlideEnter | Command::Escape);
    state.route() == &Route::Presenter
        && (command == Command::RoomCheck || answers || state.hall.check.is_some() && of_stage)
}

/// What a key or a button does in the check.
pub(super) fn run(state: &mut State, command: Command, world: &World) {
    if state.overlay.take().is_some() {
        return;
    }
    let now = world.desktop.now();
    let on_trial = state.hall.trial.is_some();
    match command {
        Command::SlideEnter if on_trial => keep(state, world),
        Command::Escape if on_trial => revert(state, world),
        Command::RoomCheck if state.hall.check.is_none() => open(state, now, world),
        Command::RoomCheck | Command::Escape => close(state, world),
        Command::SwapScreens => present::swap(state, world),
        // First the screens stand, then the check goes on.
        _ if on_trial => {}
        Command::TableMode => single(state, now),
        Command::SlidePrevious => walk(state, -1, now),
        Command::SlideEnter | Command::GoLive | Command::Present if is_at(state, Step::Done) => {
            begin(state, world);
        }
        Command::SlideNext | Command::SlideEnter => walk(state, 1, now),
        _ => {}
    }
}

/// What the speaker does in the check, and what the machine answers.
pub(super) fn apply_check(state: &mut State, action: CheckAction, world: &World) {
    let now = world.desktop.now();
    let on_trial = state.hall.trial.is_some();
    match action {
        CheckAction::HallOn(at) => hall_on(state, at, world),
        CheckAction::Keep => keep(state, world),
        CheckAction::Revert => revert(state, world),
        CheckAction::Tick => tick(state, now, world),
        CheckAction::Awake(ticket, answer) => awake(state, ticket, answer),
        CheckAction::Close => close(state, world),
        CheckAction::Begin => begin(state, world),
        CheckAction::Letters(part) => letters(state, part, world),
        CheckAction::Look => look(state, now, world),
        CheckAction::Heard(keys) => heard(state, keys, now),
        // First the screens stand, then the check goes on.
        CheckAction::Walk(by) if !on_trial => walk(state, by, now),
        CheckAction::Single if !on_trial => single(state, now),
        in_check => {
            let Some(check) = &mut state.hall.check else { return };
            match in_check {
                CheckAction::To(step) if !on_trial => check.go(step, now),
                CheckAction::Machine(machine) => check.machine = Some(machine),
                _ => {}
            }
        }
    }
}

/// Nobody confirmed another screen in time.
fn tick(state: &mut State, now: Millis, world: &World) {
    if state.hall.trial.as_ref().is_some_and(|trial| trial.is_over(now)) {
        revert(state, world);
        state.notify(Notice::ScreensBack);
    }
}

/// Whether the machine stays awake; an answer to an old question is dropped.
fn awake(state: &mut State, ticket: Ticket, answer: Result<(), String>) {
    if ticket != state.hall.awake.ticket {
        return;
    }
    state.hall.awake.answer = Some(answer.is_ok());
    if let Err(reason) = answer {
        tracing::warn!(%reason, "the machine may fall asleep");
        // The check says it in its place.
        if state.hall.check.is_none() {
            state.notify(Notice::MayFallAsleep);
        }
    }
}

/// A key of the clicker that is tried.
fn heard(state: &mut State, keys: KeyboardShortcut, now: Millis) {
    let Some(check) = &mut state.hall.check else { return };
    if check.hears_keys() && check.heard.take(keys, &state.settings.keys) {
        check.walk(1, now);
    }
}

fn is_at(state: &State, step: Step) -> bool {
    state.hall.check.as_ref().is_some_and(|check| check.step == step)
}

fn open(state: &mut State, now: Millis, world: &World) {
    state.hall.check = Some(Box::new(RoomCheck::new(now)));
    look(state, now, world);
}

/// Closes the check; a screen that nobody confirmed goes back.
fn close(state: &mut State, world: &World) {
    revert(state, world);
    state.hall.check = None;
}

/// Leaving the screens of the presenter leaves the check.
pub(super) fn arrived(state: &mut State, world: &World) {
    if state.route() != &Route::Presenter && state.hall.check.is_some() {
        close(state, world);
    }
}

fn walk(state: &mut State, by: isize, now: Millis) {
    if let Some(check) = &mut state.hall.check {
        check.walk(by, now);
    }
}

fn single(state: &mut State, now: Millis) {
    let alone = state.hall_screen().is_none();
    if let Some(check) = state.hall.check.as_mut().filter(|check| check.step == Step::Screens && alone) {
        check.single = true;
        check.walk(1, now);
    }
}

/// A digit names a row of the chart.
pub(super) fn digit(state: &mut State, digit: char, world: &World) {
    let row = digit.to_digit(10).and_then(|row| usize::try_from(row).ok()?.checked_sub(1));
    if let Some(rung) = row.and_then(|row| LADDER.get(row)).filter(|_| is_at(state, Step::Letters)) {
        letters(state, rung.part(), world);
    }
}

/// Slides are set anew in letters that the last row reads.
fn letters(state: &mut State, part: u8, world: &World) {
    let Some(check) = &mut state.hall.check else { return };
    check.letters = Some(part);
    let mut settings = state.settings.clone();
    settings.present.least_part = part;
    set(state, settings, world);
    present::reset_for_shape(state, world);
}

/// Asks what the machine says of itself.
fn look(state: &mut State, now: Millis, world: &World) {
    let Some(check) = &mut state.hall.check else { return };
    check.looks(now);
    let (desktop, folder) = (Arc::clone(&world.desktop), state.data_folder.clone());
    jobs::spawn("look at the machine", &world.actions, move || {
        Action::Check(CheckAction::Machine(desktop.machine(folder.as_deref())))
    });
}

/// Leaves the check; with a class, goes live with it.
fn begin(state: &mut State, world: &World) {
    close(state, world);
    if state.hall.talk.is_none() {
        return;
    }
    if state.hall_screen().is_some() {
        state.hall.live = true;
    } else {
        state.hall.table = true;
    }
    present::reset_for_shape(state, world);
}

/// Shows the hall's picture on another screen; what the speaker may not see is on trial.
pub(super) fn hall_on(state: &mut State, at: usize, world: &World) {
    let screens = &state.hall.screens;
    let shown = state.hall_screen();
    let Some(to) = screens.all.get(at).cloned().filter(|_| shown != Some(at)) else { return };
    let named = |at: Option<usize>| at.and_then(|at| screens.all.get(at)).cloned();
    let moves = screens.own == Some(at);
    let before = Trial {
        ends: Millis(world.desktop.now().0 + TRIAL_MS),
        chosen: state.hall.chosen.clone(),
        shown: named(shown),
        own: named(screens.own).filter(|_| moves),
    };
    // The speaker's window gives way.
    if moves {
        let away = shown.or_else(|| screens.after(at));
        move_own_window(state, away, world);
    }
    state.hall.chosen = Some(to.clone());
    let seen = state.hall.live || state.hall.check.is_some();
    match state.hall.trial.take() {
        // Back where it was: nothing is left to be confirmed.
        Some(trial) if trial.shown.as_ref() == Some(&to) => {
            state.hall.trial = Some(trial);
            return revert(state, world);
        }
        Some(trial) => {
            let own = trial.own.or(before.own);
            state.hall.trial = Some(Trial { ends: before.ends, own, ..trial });
        }
        None if seen || moves => state.hall.trial = Some(before),
        None => keep(state, world),
    }
    present::reset_for_shape(state, world);
}

/// The hall's screen is the right one, now and the next time.
fn keep(state: &mut State, world: &World) {
    state.hall.trial = None;
    let Some(monitor) = state.hall.chosen.take() else { return };
    let mut settings = state.settings.clone();
    settings.present.monitor = Some(monitor);
    set(state, settings, world);
}

/// A screen that was pulled out while another was tried: nothing is waited for, or the speaker's window
/// would stay where nobody sees it.
pub(super) fn screens_changed(state: &mut State, world: &World) {
    if state.hall_screen().is_none() {
        revert(state, world);
    }
    grant_wish(state, world);
}

/// Everything as it was before another screen was tried.
fn revert(state: &mut State, world: &World) {
    let Some(trial) = state.hall.trial.take() else { return };
    state.hall.chosen = trial.chosen;
    let own = trial.own.and_then(|own| state.hall.screens.all.iter().position(|screen| *screen == own));
    move_own_window(state, own, world);
    present::reset_for_shape(state, world);
}

/// Moves the speaker's window to another screen, as large there as it was here.
fn move_own_window(state: &mut State, to: Option<usize>, world: &World) {
    let Some((at, Monitor { at: (x, y), .. })) =
        to.and_then(|at| Some((at, state.hall.screens.all.get(at)?)))
    else {
        return;
    };
    let ctx = world.actions.egui_ctx();
    let send = |command| ctx.send_viewport_cmd_to(egui::ViewportId::ROOT, command);
    let full = state.full_screen;
    let maximized = ctx.input_for(egui::ViewportId::ROOT, |input| input.viewport().maximized) == Some(true);
    // A window that fills its screen stays there until it no longer does.
    if full {
        send(ViewportCommand::Fullscreen(false));
    }
    if maximized {
        send(ViewportCommand::Maximized(false));
    }
    let scale = ctx.pixels_per_point();
    #[expect(clippy::cast_precision_loss, reason = "pixels of a desktop")]
    send(ViewportCommand::OuterPosition(egui::pos2(*x as f32 / scale, *y as f32 / scale)));
    if maximized {
        send(ViewportCommand::Maximized(true));
    }
    if full {
        send(ViewportCommand::Fullscreen(true));
    }
    state.hall.screens.own = Some(at);
}

/// The screen that the command line asked for, as soon as the screens are known: the class goes live on it.
fn grant_wish(state: &mut State, world: &World) {
    let Some(number) = state.hall.wished.take() else { return };
    let all = state.hall.screens.all.len();
    let Some(at) = number.checked_sub(1).filter(|at| *at < all) else {
        return state.notify(Notice::NoSuchScreen(number, all));
    };
    if all == 1 {
        state.hall.table = true;
        return;
    }
    hall_on(state, at, world);
    // Who named a screen has seen its number.
    state.hall.trial = None;
    state.hall.live = true;
}

/// Keeps the machine awake while a class is shown or the room is checked, and no longer.
pub(super) fn stay_awake(state: &mut State, world: &World) {
    let hall = &mut state.hall;
    let wanted = hall.check.is_some() || hall.live || hall.table;
    if !wanted {
        (hall.awake.hold, hall.awake.answer) = (None, None);
    } else if hall.awake.hold.is_none() {
        hall.awake.ticket = hall.awake.ticket.next();
        let (ticket, desktop) = (hall.awake.ticket, Arc::clone(&world.desktop));
        let reason = fl!(state.tr, "awake-reason");
        let told = move |answer| Action::Check(CheckAction::Awake(ticket, answer));
        hall.awake.hold = Some(jobs::keep_awake(&world.actions, move || desktop.keep_awake(&reason), told));
    }
}
