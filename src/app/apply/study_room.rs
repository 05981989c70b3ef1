//! Rounds of questions, cards, and the questions of the course gathered for them.

use uuid::Uuid;

use crate::app::action::Action;
use crate::app::apply::{World, course_id, go};
use crate::app::bank::{Bank, BankLesson};
use crate::app::command::Command;
use crate::app::jobs;
use crate::app::notice::Notice;
use crate::app::route::{Route, StudyPlace};
use crate::app::state::{State, Ticket, Undo};
use crate::app::study_action::StudyAction;
use crate::app::study_room::{BankState, Mark, Run, Scope, Session, Stop, StudyRoom};
use crate::content::course::LessonState;
use crate::content::question::Question;
use crate::content::{BlockKind, LessonId, Slug};
use crate::study::Change;
use crate::study::cards::{Act, CardKey, CardOf, Limits};
use crate::study::schedule::Grade;
use crate::study::self_check::{Answered, Answers, Draft, QuestionKey, Sureness, pick};

pub(super) fn apply_room(state: &mut State, action: StudyAction, world: &World) {
    if !matches!(action, StudyAction::BankProgress(..) | StudyAction::BankRead(..)) {
        sign(state, world);
    }
    match action {
        StudyAction::ReadBank => read_bank(state, world),
        StudyAction::StopReading => {
            state.room.bank = BankState::Stopped;
            state.room.after_bank = None;
            deal_card(state);
        }
        StudyAction::BankProgress(ticket, count) => {
            if let BankState::Reading { ticket: asked, done, .. } = &mut state.room.bank
                && *asked == ticket
            {
                *done = count;
            }
        }
        StudyAction::BankRead(ticket, bank) => bank_read(state, ticket, bank, world),
        StudyAction::Start(scope) => start(state, scope, world),
        StudyAction::Press(nth) => draft(state, |draft, question| draft.press(&question.answer, nth)),
        StudyAction::Put { from, to } => {
            draft(state, |draft, question| draft.put(&question.answer, from, to));
        }
        StudyAction::Answer(sureness) => answer(state, sureness, world),
        StudyAction::Stop => stop(state, world),
        StudyAction::AnsweredInLesson(lesson, block, draft) => {
            answered_in_lesson(state, lesson, block, &draft, world);
        }
        StudyAction::MakeCards(cards) => make_cards(state, cards, world),
        StudyAction::RemoveCard(of) => {
            let (day, now) = (state.room.day, world.desktop.now());
            let Some(key) = state.card_key(of) else { return };
            let removed = state.study.deck.remove(&key, day, now);
            if undoable(state, removed, world) {
                state.notify(Notice::CardRemoved);
            }
        }
        StudyAction::Suspend(of, rests) => {
            let (day, now) = (state.room.day, world.desktop.now());
            let Some(key) = state.card_key(of) else { return };
            let done = state.study.deck.suspend(&key, rests, day, now);
            undoable(state, done, world);
        }
        StudyAction::Review => {
            state.room.session = Session::default();
            go(state, Route::Study(StudyPlace::Session), world);
        }
        StudyAction::Grade(grade) => grade_card(state, grade, world),
        StudyAction::Limits(limits) => set_limits(state, limits, world),
    }
}

/// What a key does in a round of questions or with a card.
pub(super) fn run_in_room(state: &mut State, command: Command, world: &World) {
    sign(state, world);
    match command {
        Command::Confirm => answer(state, Sureness::Sure, world),
        Command::ConfirmGuess => answer(state, Sureness::Guess, world),
        Command::HeldUp => draft(state, |draft, question| draft.shift(&question.answer, false)),
        Command::HeldDown => draft(state, |draft, question| draft.shift(&question.answer, true)),
        Command::TurnCard => state.room.session.turned = state.room.session.card.is_some(),
        Command::BuryCard | Command::SuspendCard => rest_card(state, command, world),
        _ => {}
    }
}

/// A sign that the user studies.
pub(super) fn sign(state: &mut State, world: &World) {
    let Some(course) = course_id(state) else { return };
    let (day, now) = (state.room.day, world.desktop.now());
    let change = state.study.hours.sign(&course, day, now);
    world.hand_over(state, change);
}

/// What every arrival entails for the day and the hours, and under «Ôn tập» for its questions.
pub(super) fn arrive(state: &mut State, world: &World) {
    state.room.day = world.today();
    match state.route() {
        Route::Study(place) => {
            let place = *place;
            sign(state, world);
            if matches!(state.room.bank, BankState::None) {
                read_bank(state, world);
            }
            if place == StudyPlace::Session {
                deal_card(state);
            }
        }
        Route::Reader { .. } => sign(state, world),
        _ => state.study.hours.pause(),
    }
    if !state.route().screen().is_study() {
        state.room.after_bank = None;
    }
}

/// Another course, or the same one read anew: its questions are gathered again when they are needed.
pub(super) fn course_changed(state: &mut State, is_same: bool) {
    state.room.bank = BankState::None;
    if !is_same {
        state.room = StudyRoom::new(state.room.limits, state.room.day);
    }
}

fn read_bank(state: &mut State, world: &World) {
    let Some(open) = state.open_course() else { return };
    let (origin, course, ticket) = (open.origin.clone(), open.course.clone(), state.ticket);
    let total = course.lessons().filter(|spot| spot.entry.state == LessonState::Ready).count();
    let stop = Stop::default();
    let (watch, actions) = (stop.watch(), world.actions.clone());
    state.room.bank = BankState::Reading { ticket, done: 0, total, stop };
    jobs::spawn("gather questions", &world.actions, move || {
        let bank = Bank::read(&origin, &course, |done| {
            actions.send(Action::Study(StudyAction::BankProgress(ticket, done)));
            watch()
        });
        Action::Study(StudyAction::BankRead(ticket, bank.map(Box::new)))
    });
}

fn bank_read(state: &mut State, ticket: Ticket, bank: Option<Box<Bank>>, world: &World) {
    let is_awaited = matches!(state.room.bank, BankState::Reading { ticket: asked, .. } if asked == ticket);
    let Some(bank) = bank.filter(|_| is_awaited) else { return };
    let bank = std::sync::Arc::new(*bank);
    state.room.bank = BankState::Ready(bank.clone());
    if let Some(run) = &mut state.room.run
        && !run.is_answered()
    {
        run.deal(&bank);
    }
    match state.room.after_bank.take() {
        Some(scope) => start(state, scope, world),
        None => deal_card(state),
    }
}

/// Begins a round of questions, as soon as they are there.
fn start(state: &mut State, scope: Scope, world: &World) {
    let Some(bank) = state.room.bank().cloned() else {
        state.room.after_bank = Some(scope);
        go(state, Route::Study(StudyPlace::Today), world);
        if matches!(state.room.bank, BankState::Stopped) {
            read_bank(state, world);
        }
        return;
    };
    let chance = world.desktop.chance();
    let questions = questions_of(&bank, &scope, state, chance);
    if questions.is_empty() {
        return state.notify(Notice::NoQuestions);
    }
    let draft = Draft::Marked(std::collections::BTreeSet::new());
    let mut run = Run { scope, questions, at: 0, draft, marks: Vec::new(), chance };
    run.deal(&bank);
    state.room.run = Some(run);
    go(state, Route::Study(StudyPlace::Run), world);
}

fn questions_of(bank: &Bank, scope: &Scope, state: &State, chance: u64) -> Vec<QuestionKey> {
    let answers = &state.study.answers;
    let of = |wanted: Option<&Slug>| {
        let among = |lesson: &BankLesson| wanted.is_none_or(|module| &lesson.module == module);
        bank.keys(scope.wanted(), among)
    };
    match scope {
        Scope::Lesson(id) => bank.keys(scope.wanted(), |lesson| &lesson.sheet.lesson.id == id),
        Scope::Module(module) => of(Some(module)),
        Scope::Quick => quick(bank, state, chance),
        Scope::Mistakes => pick::mistakes(&of(None), answers),
        Scope::Before(module) => pick::left(&of(module.as_ref()), |key| answers.before(key).is_some()),
        Scope::After(module) => pick::left(&of(module.as_ref()), |key| answers.after(key).is_some()),
    }
}

/// A few questions of the lessons that were opened, or of all where those are too few.
fn quick(bank: &Bank, state: &State, chance: u64) -> Vec<QuestionKey> {
    let (answers, progress): (&Answers, _) = (&state.study.answers, &state.study.progress);
    let Some(course) = course_id(state) else { return Vec::new() };
    let opened = |lesson: &BankLesson| progress.lesson(&course, &lesson.sheet.lesson.id).opened.is_some();
    let mut among = bank.keys(Scope::Quick.wanted(), opened);
    if among.len() < pick::QUICK {
        among = bank.keys(Scope::Quick.wanted(), |_| true);
    }
    pick::quick(&among, answers, chance)
}

/// Changes the answer that is being given.
fn draft(state: &mut State, change: impl FnOnce(&mut Draft, &Question)) {
    let Some(bank) = state.room.bank().cloned() else { return };
    let Some(run) = state.room.run.as_mut().filter(|run| !run.is_answered()) else { return };
    if let Some(found) = run.question().and_then(|key| bank.find(key)) {
        change(&mut run.draft, found.question);
    }
}

/// Gives the answer; what is answered already gives way to the next question.
fn answer(state: &mut State, sureness: Sureness, world: &World) {
    let Some(bank) = state.room.bank().cloned() else { return };
    let Some(run) = state.room.run.as_mut().filter(|run| !run.is_over()) else { return };
    if run.is_answered() {
        return next(run, &bank);
    }
    let Some(key) = run.question().cloned() else { return };
    let Some(found) = bank.find(&key) else {
        // The course lost the question while the round went on.
        run.marks.push(Mark { correct: None, sureness });
        return next(run, &bank);
    };
    if !run.draft.is_ready() {
        return;
    }
    let correct = run.draft.is_right(&found.question.answer);
    run.marks.push(Mark { correct: Some(correct), sureness });
    let answered = Answered {
        id: Uuid::new_v4(),
        question: key,
        objective: found.question.objective.clone(),
        purpose: run.scope.purpose(),
        sureness: Some(sureness),
        correct,
        given: run.draft.words(&found.question.answer),
        day: state.room.day,
        at: world.desktop.now(),
    };
    if !run.scope.explains() {
        next(run, &bank);
    }
    let change = state.study.answers.record(answered);
    world.hand_over(state, Some(change));
}

fn next(run: &mut Run, bank: &Bank) {
    run.at += 1;
    run.deal(bank);
}

fn stop(state: &mut State, world: &World) {
    let Some(run) = &mut state.room.run else { return };
    run.questions.truncate(run.marks.len());
    run.at = run.questions.len();
    if run.questions.is_empty() {
        state.room.run = None;
        go(state, Route::Study(StudyPlace::Today), world);
    }
}

fn answered_in_lesson(state: &mut State, lesson: LessonId, block: Slug, draft: &Draft, world: &World) {
    let Some(open) = state.open_course() else { return };
    let found = open.ready(&lesson).and_then(|ready| ready.lesson.block(&block));
    let Some(BlockKind::Question(question)) = found.map(|block| &block.kind) else { return };
    let answered = Answered {
        id: Uuid::new_v4(),
        objective: question.objective.clone(),
        purpose: crate::study::self_check::Purpose::Reading,
        sureness: None,
        correct: draft.is_right(&question.answer),
        given: draft.words(&question.answer),
        question: QuestionKey { course: open.course.id.clone(), lesson, block },
        day: state.room.day,
        at: world.desktop.now(),
    };
    let change = state.study.answers.record(answered);
    world.hand_over(state, Some(change));
}

fn make_cards(state: &mut State, cards: Vec<CardOf>, world: &World) {
    let (day, now) = (state.room.day, world.desktop.now());
    let mut made = Vec::new();
    for of in cards {
        let Some(key) = state.card_key(of) else { continue };
        let Some((event, change)) = state.study.deck.add(&key, day, now) else { continue };
        made.push(event);
        world.hand_over(state, Some(change));
    }
    if !made.is_empty() {
        state.notify(Notice::CardsMade(made.len()));
        state.undo.push(Undo::Cards(made));
    }
}

/// The next card of the day; a question waits until the course was looked through.
fn deal_card(state: &mut State) {
    let waits = matches!(state.room.bank, BankState::None | BankState::Reading { .. });
    let has_questions = state.room.bank().is_some();
    let can_be_shown = |key: &CardKey| has_questions || !matches!(key.of, CardOf::Question(..));
    let next = state.due().cards.into_iter().find(can_be_shown);
    let session = &mut state.room.session;
    session.turned = session.turned && session.card == next;
    session.card = next.filter(|_| !waits);
}

fn grade_card(state: &mut State, grade: Grade, world: &World) {
    let Some(key) = state.room.session.card.clone().filter(|_| state.room.session.turned) else { return };
    let (day, now) = (state.room.day, world.desktop.now());
    let reviewed = state.study.deck.review(&key, grade, day, now);
    if undoable(state, reviewed, world) {
        state.room.session.done += 1;
    }
    state.room.session.turned = false;
    deal_card(state);
}

/// Lets the card on the screen rest for the day, or until it is called back.
fn rest_card(state: &mut State, command: Command, world: &World) {
    let Some(key) = state.room.session.card.clone() else { return };
    let (day, now) = (state.room.day, world.desktop.now());
    let rests = if command == Command::BuryCard {
        state.study.deck.bury(&key, day, now)
    } else {
        state.study.deck.suspend(&key, true, day, now)
    };
    if undoable(state, rests, world) {
        let buried = command == Command::BuryCard;
        state.notify(if buried { Notice::CardBuried } else { Notice::CardSuspended });
    }
    state.room.session.turned = false;
    deal_card(state);
}

/// Hands an event over and keeps the way back.
fn undoable(state: &mut State, happened: Option<(Uuid, Change)>, world: &World) -> bool {
    let Some((event, change)) = happened else { return false };
    state.undo.push(Undo::Cards(vec![event]));
    world.hand_over(state, Some(change));
    true
}

/// Takes events of cards back. A card that is being reviewed comes back to the screen.
pub(super) fn undo_cards(state: &mut State, events: &[Uuid], world: &World) {
    let (day, now) = (state.room.day, world.desktop.now());
    let mut last = None;
    for event in events {
        let Some((undone, change)) = state.study.deck.undo(*event, day, now) else { continue };
        last = Some(undone);
        world.hand_over(state, Some(change));
    }
    let Some(undone) = last.filter(|_| *state.route() == Route::Study(StudyPlace::Session)) else { return };
    if state.study.deck.card(&undone.card).is_none() {
        return deal_card(state);
    }
    let turned = matches!(undone.act, Act::Review(_));
    let done = state.room.session.done.saturating_sub(usize::from(turned));
    state.room.session = Session { card: Some(undone.card), turned, done };
}

fn set_limits(state: &mut State, limits: Limits, world: &World) {
    state.room.limits = limits;
    match state.study.settings.set(Limits::KEY, &limits) {
        Ok(change) => world.hand_over(state, change),
        Err(error) => state.notify(Notice::SaveFailed(error.to_string())),
    }
}
