//! What the user is doing under «Ôn tập»: a round of questions, or the cards of the day.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::app::bank::{Bank, Found};
use crate::app::state::{State, Ticket};
use crate::content::question::Use;
use crate::content::{LessonId, Slug};
use crate::study::cards::{CardKey, CardOf, Due, Limits};
use crate::study::day::Day;
use crate::study::self_check::{Draft, Purpose, QuestionKey, Sureness};

/// Everything under «Ôn tập» that is not on the disk.
pub struct StudyRoom {
    /// The questions of the open course.
    pub bank: BankState,
    /// The round of questions that was begun last.
    pub run: Option<Run>,
    /// The cards that are being reviewed.
    pub session: Session,
    /// How many cards a day asks for.
    pub limits: Limits,
    /// Today.
    pub day: Day,
    /// The round to begin once the questions are there.
    pub(super) after_bank: Option<Scope>,
}

/// How far the questions of the course are gathered.
#[derive(Default)]
pub enum BankState {
    /// Nobody asked for them.
    #[default]
    None,
    /// They are being gathered.
    Reading {
        /// The number of the course's request; an answer for another course is dropped.
        ticket: Ticket,
        /// How many lessons are read.
        done: usize,
        /// How many there are.
        total: usize,
        /// Ends the work.
        stop: Stop,
    },
    /// The user did not want to wait.
    Stopped,
    /// They are there.
    Ready(Arc<Bank>),
}

/// Ends work on another thread; dropping it does so too.
#[derive(Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks whether to go on.
    pub(super) fn watch(&self) -> impl Fn() -> bool + use<> {
        let stopped = Arc::clone(&self.0);
        move || !stopped.load(Ordering::Relaxed)
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Which questions are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those of a lesson.
    Lesson(LessonId),
    /// Those of a module.
    Module(Slug),
    /// A few of the whole course.
    Quick,
    /// Those that were answered wrongly.
    Mistakes,
    /// What is known before learning, of a module or of the whole course.
    Before(Option<Slug>),
    /// What is known after learning.
    After(Option<Slug>),
}

impl Scope {
    /// Why the questions are asked.
    pub fn purpose(&self) -> Purpose {
        match self {
            Self::Before(_) => Purpose::PreTest,
            Self::After(_) => Purpose::PostTest,
            _ => Purpose::Practice,
        }
    }

    /// Which questions are meant for it.
    pub fn wanted(&self) -> Use {
        match self {
            Self::Before(_) => Use::PreTest,
            Self::After(_) => Use::PostTest,
            _ => Use::Practice,
        }
    }

    /// Whether each answer is explained at once. Before and after learning nothing is given away.
    pub fn explains(&self) -> bool {
        self.purpose() == Purpose::Practice
    }
}

/// A round of questions.
#[derive(Clone, Debug)]
pub struct Run {
    /// Which questions.
    pub scope: Scope,
    /// The questions in the order in which they are asked.
    pub questions: Vec<QuestionKey>,
    /// The one on the screen; past the last one there is the result.
    pub at: usize,
    /// The answer that is being given to it.
    pub draft: Draft,
    /// What came of the answers so far.
    pub marks: Vec<Mark>,
    /// Decides how what is to be arranged lies at first.
    pub(super) chance: u64,
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whether it was right; none where the course lost the question.
    pub correct: Option<bool>,
    /// What the user said of it.
    pub sureness: Sureness,
}

impl Run {
    /// The question on the screen; none at the end.
    pub fn question(&self) -> Option<&QuestionKey> {
        self.questions.get(self.at)
    }

    /// Whether the question on the screen is answered.
    pub fn is_answered(&self) -> bool {
        self.marks.len() > self.at
    }

    /// Whether the result is on the screen.
    pub fn is_over(&self) -> bool {
        self.at >= self.questions.len()
    }

    /// How many answers were right.
    pub fn right(&self) -> usize {
        self.marks.iter().filter(|mark| mark.correct == Some(true)).count()
    }

    /// The questions that were answered wrongly.
    pub fn wrong(&self) -> impl Iterator<Item = &QuestionKey> {
        let pairs = self.questions.iter().zip(&self.marks);
        pairs.filter(|(_, mark)| mark.correct == Some(false)).map(|(question, _)| question)
    }

    /// How many wrong answers the user had been sure of: the ones that are worth most.
    pub fn sure_but_wrong(&self) -> usize {
        let sure = |mark: &&Mark| mark.correct == Some(false) && mark.sureness == Sureness::Sure;
        self.marks.iter().filter(sure).count()
    }

    /// Lays out the question on the screen anew.
    pub(super) fn deal(&mut self, bank: &Bank) {
        let Some(found) = self.question().and_then(|key| bank.find(key)) else { return };
        let nth = u64::try_from(self.at).unwrap_or_default();
        self.draft = Draft::new(&found.question.answer, self.chance.wrapping_add(nth));
    }
}

/// The cards that are being reviewed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The card on the screen; none where the day is done.
    pub card: Option<CardKey>,
    /// Whether its answer is shown.
    pub turned: bool,
    /// How many reviews were done in this session.
    pub done: usize,
}

impl StudyRoom {
    pub(super) fn new(limits: Limits, day: Day) -> Self {
        Self { bank: BankState::None, run: None, session: Session::default(), limits, day, after_bank: None }
    }

    /// The questions, where they are there.
    pub fn bank(&self) -> Option<&Arc<Bank>> {
        match &self.bank {
            BankState::Ready(bank) => Some(bank),
            _ => None,
        }
    }

    /// The question on the screen, where the course still has it.
    pub fn found(&self) -> Option<Found<'_>> {
        self.bank()?.find(self.run.as_ref()?.question()?)
    }
}

impl State {
    /// Whether the course still has what a card asks for; a question counts until the course was looked through.
    pub fn card_exists(&self, key: &CardKey) -> bool {
        let Some(open) = self.open_course().filter(|open| open.course.id == key.course) else { return false };
        match &key.of {
            CardOf::Term(term) => open.course.terms.contains_key(term),
            CardOf::Highlight(id) => self.study.notebook.get(*id).is_some(),
            CardOf::Question(lesson, block) => self.room.bank().is_none_or(|bank| {
                let (course, lesson, block) = (key.course.clone(), lesson.clone(), block.clone());
                bank.find(&QuestionKey { course, lesson, block }).is_some()
            }),
        }
    }

    /// The cards of the open course that wait today.
    pub fn due(&self) -> Due {
        let Some(open) = self.open_course() else { return Due::default() };
        let StudyRoom { day, limits, .. } = self.room;
        self.study.deck.due(&open.course.id, day, limits, |key| self.card_exists(key))
    }

    /// A card of the open course.
    pub fn card_key(&self, of: CardOf) -> Option<CardKey> {
        Some(CardKey { course: self.open_course()?.course.id.clone(), of })
    }

    /// Whether there is a card for something.
    pub fn has_card(&self, of: CardOf) -> bool {
        self.card_key(of).is_some_and(|key| self.study.deck.card(&key).is_some())
    }
}
