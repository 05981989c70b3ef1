//! What the speaker does with the hall, and what stays of a class: agendas, records, going on.

use uuid::Uuid;

use crate::app::action::Action;
use crate::app::apply::{World, course, go, present};
use crate::app::class_action::ClassAction;
use crate::app::jobs;
use crate::app::notice::Notice;
use crate::app::present::{Talk, Veil};
use crate::app::route::Route;
use crate::app::state::{Overlay, State, Undo};
use crate::class::{self, Among, Change, Event, Happened, Held, Item, OwnAgenda, Plan, Record, SlideChoice};
use crate::store::Millis;

/// A class shorter than this, in which nothing was counted or written, leaves no record to look at.
const WORTH_A_LOOK: i64 = 120_000;
const MINUTE: i64 = 60_000;

/// Hands over what happened in the class on the screen.
pub(super) fn keep(state: &mut State, world: &World) {
    let live = state.hall.live;
    let Some(talk) = &mut state.hall.talk else { return };
    if talk.record.live != live {
        talk.note(world.desktop.now(), Event::Live(live));
    }
    let session = talk.session;
    for (seq, happened) in talk.take_happened() {
        hand_over(state, Change::happened(session, seq, happened), world);
    }
}

fn hand_over(state: &mut State, change: Change, world: &World) {
    if let Some(store) = &world.store {
        state.handed = change.save(store);
    }
}

/// The class on the screen is over: it is listed, and worth a look if something was taught.
pub(super) fn end(state: &mut State, world: &World) {
    let now = world.desktop.now();
    if let Some(talk) = &mut state.hall.talk {
        talk.lift(now);
        talk.note(now, Event::Ended);
    }
    keep(state, world);
    let Some(talk) = state.hall.talk.take() else { return };
    let Talk { session, record, .. } = *talk;
    let (course, title) = (record.course.clone(), record.title.clone());
    let held = Held { session, course, title, began: record.began, rehearsal: record.rehearsal };
    state.classes.held.insert(0, held);
    let noted = !record.tallies.is_empty() || !record.parked.is_empty() || record.attendance.is_some();
    if noted || record.taught_until(now).0 >= WORTH_A_LOOK {
        state.hall.record = Some(Box::new(record));
        state.overlay = Some(Overlay::Record);
    }
}

pub(super) fn apply_class(state: &mut State, action: ClassAction, world: &World) {
    match action {
        ClassAction::Resume(ends) => resume(state, ends, world),
        ClassAction::LeaveCutOff => leave_cut_off(state, world),
        ClassAction::Rehearse(rehearse) => state.hall.rehearse = rehearse,
        ClassAction::Copy(plan) => copy(state, plan, world),
        ClassAction::Put(agenda) => put(state, *agenda, world),
        ClassAction::Delete(id) => delete(state, id, world),
        ClassAction::Edit(id) => state.hall.editing = id,
        ClassAction::WantLesson(lesson) => {
            if state.open_course().is_some_and(|open| open.lesson(&lesson).is_none()) {
                course::want_lesson(state, lesson, world);
            }
        }
        ClassAction::Open(session) => open(state, session, world),
        ClassAction::Read(Ok(Some(record))) => {
            state.hall.record = Some(record);
            state.overlay = Some(Overlay::Record);
        }
        ClassAction::Read(read) => {
            let cause = read.err().unwrap_or_default();
            state.notify(Notice::NoRecord(cause));
        }
        ClassAction::TakeMinutes(record) => copy(state, with_minutes(&record), world),
        on_screen => {
            if let Some(talk) = &mut state.hall.talk {
                in_class(talk, on_screen, world);
            }
            keep(state, world);
        }
    }
}

/// What concerns the class on the screen.
fn in_class(talk: &mut Talk, action: ClassAction, world: &World) {
    let now = world.desktop.now();
    match action {
        ClassAction::Count(tally) => talk.count(tally, now),
        ClassAction::ShowHands(show) => talk.set_veil(show.then_some(Veil::Hands), now),
        ClassAction::SetTimer(label, minutes) => {
            let until = now.after_minutes(minutes.into());
            talk.note(now, Event::TimerSet { label, until });
        }
        ClassAction::MoreTime(minutes) => {
            let Some(timer) = talk.record.timer.clone() else { return };
            // A clock that rang begins anew.
            let until = timer.until.max(now).after_minutes(minutes.into());
            talk.note(now, Event::TimerSet { label: timer.label, until });
        }
        ClassAction::StopTimer => talk.note(now, Event::TimerGone),
        ClassAction::Pick(among, of) => {
            let number = draw(&talk.record.picked, among, of, world.desktop.chance());
            talk.note(now, Event::Picked { among, number });
            talk.set_veil(Some(Veil::Picked), now);
        }
        ClassAction::Park(text) => talk.note(now, Event::Parked { id: Uuid::new_v4(), text }),
        ClassAction::ParkedAnswered(id, answered) => talk.note(now, Event::ParkedAnswered { id, answered }),
        ClassAction::ParkedGone(id, gone) => talk.note(now, Event::ParkedGone { id, gone }),
        ClassAction::Attended(people) => talk.note(now, Event::Attended(people)),
        _ => {}
    }
}

/// A row or group that was not drawn yet; when all were, it begins anew.
fn draw(drawn: &[(Among, u16)], among: Among, of: u16, chance: u64) -> u16 {
    let of = of.max(1);
    let mut left: Vec<u16> = (1..=of).collect();
    for (_, number) in drawn.iter().filter(|(kind, number)| *kind == among && *number <= of) {
        left.retain(|known| known != number);
        if left.is_empty() {
            left = (1..=of).collect();
        }
    }
    let at = fastrand::Rng::with_seed(chance).usize(..left.len());
    left.get(at).copied().unwrap_or(1)
}

/// Sets the slides of the class that was cut off; it goes on when they are there.
fn resume(state: &mut State, ends: Option<Millis>, world: &World) {
    let Some((session, record)) = state.classes.cut_off.take() else { return };
    state.overlay = None;
    state.hall.talk = None;
    let plan = record.plan.clone();
    state.hall.resuming = Some((session, Box::new(record), ends));
    present::prepare(state, plan, world);
    go(state, Route::Presenter, world);
}

fn leave_cut_off(state: &mut State, world: &World) {
    state.overlay = None;
    let Some((session, record)) = state.classes.cut_off.take() else { return };
    // It ended when it was cut off.
    let happened = Happened { at: record.last, event: Event::Ended };
    hand_over(state, Change::happened(session, record.events, happened), world);
}

fn copy(state: &mut State, plan: Plan, world: &World) {
    let Some(course) = state.open_course().map(|open| open.course.id.clone()) else { return };
    let now = world.desktop.now();
    let agenda = OwnAgenda::new(Uuid::new_v4(), course, plan, now);
    state.hall.editing = Some(agenda.id);
    state.overlay = None;
    if let Some(change) = state.classes.put(agenda, now) {
        hand_over(state, change, world);
    }
    if state.hall.talk.is_none() && state.route() != &Route::Presenter {
        go(state, Route::Presenter, world);
    }
}

fn put(state: &mut State, agenda: OwnAgenda, world: &World) {
    let before = state.classes.agenda(agenda.id).cloned();
    if let Some(change) = state.classes.put(agenda, world.desktop.now()) {
        hand_over(state, change, world);
        state.undo.extend(before.map(|before| Undo::Agenda(Box::new(before))));
    }
}

fn delete(state: &mut State, id: Uuid, world: &World) {
    let now = world.desktop.now();
    let Some(before) = state.classes.agenda(id).cloned() else { return };
    if let Some(change) = state.classes.delete(id, now) {
        hand_over(state, change, world);
        state.undo.push(Undo::Agenda(Box::new(before)));
        state.notify(Notice::AgendaDeleted);
        state.hall.editing = state.hall.editing.filter(|editing| *editing != id);
    }
}

/// Brings an agenda back as it was.
pub(super) fn undo_agenda(state: &mut State, before: OwnAgenda, world: &World) {
    if let Some(change) = state.classes.put(before, world.desktop.now()) {
        hand_over(state, change, world);
    }
}

fn open(state: &mut State, session: Uuid, world: &World) {
    let Some(reader) = world.store.as_ref().map(crate::store::Store::reader) else {
        return state.notify(Notice::NoRecord(String::new()));
    };
    jobs::spawn("read a record", &world.actions, move || {
        let read = class::read_record(&reader, session);
        let read = read.map(|record| record.map(Box::new)).map_err(|error| error.to_string());
        Action::Class(ClassAction::Read(read))
    });
}

/// The plan of a class with the minutes that it took, each begun minute counted.
fn with_minutes(record: &Record) -> Plan {
    let minutes = |spent: i64| u16::try_from(spent.saturating_add(MINUTE - 1) / MINUTE).unwrap_or(u16::MAX);
    let mut plan = Plan { title: record.title.clone(), from: None, ..record.plan.clone() };
    for item in &mut plan.items {
        let Item::Lesson(taught) = item else { continue };
        let of_lesson =
            record.spent.iter().filter(|(slide, _)| slide.lesson.as_ref() == Some(&taught.lesson));
        let mut by_block = std::collections::BTreeMap::<_, i64>::new();
        let mut all = 0_i64;
        for (slide, spent) in of_lesson {
            all = all.saturating_add(spent.0);
            if let Some(block) = &slide.block {
                let of_block = by_block.entry(block.clone()).or_default();
                *of_block = of_block.saturating_add(spent.0);
            }
        }
        if all == 0 {
            continue;
        }
        for (block, spent) in by_block {
            let choice: &mut SlideChoice = taught.slides.entry(block).or_default();
            choice.minutes = Some(minutes(spent));
        }
        let chosen = taught.slides.values().filter_map(|choice| choice.minutes);
        let slides = chosen.fold(0, u16::saturating_add);
        taught.minutes = Some(minutes(all).max(slides));
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_of_a_class_whose_clock_went_mad_stay_minutes() {
        let lesson = crate::content::LessonId::parse("m01/a").unwrap();
        let course = crate::content::Slug::parse("khoa").unwrap();
        let (plan, title) = (Plan::of_lesson(lesson.clone(), true), "Bài".to_owned());
        let beginning = class::Beginning { course, title, plan, rehearsal: true, ends: None };
        let mut record = Record::begin(Millis(0), beginning);
        for block in ["a", "b"] {
            let block = crate::content::Slug::parse(block);
            let slide = crate::content::slides::SlideKey { lesson: Some(lesson.clone()), block, part: 0 };
            record.spent.insert(slide, Millis(i64::MAX));
        }
        let plan = with_minutes(&record);
        assert_eq!(plan.items[0].minutes(), Some(u16::MAX));
    }

    #[test]
    fn a_draw_takes_each_once_before_any_comes_again() {
        let mut drawn = Vec::new();
        for round in 0..3 {
            let mut of_round = Vec::new();
            for chance in 0..5 {
                let number = draw(&drawn, Among::Rows, 5, chance + round);
                drawn.push((Among::Rows, number));
                of_round.push(number);
            }
            of_round.sort_unstable();
            assert_eq!(of_round, [1, 2, 3, 4, 5]);
        }
        assert_eq!(draw(&[], Among::Groups, 0, 1), 1);
    }
}
