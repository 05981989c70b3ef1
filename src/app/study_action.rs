//! What can change under «Ôn tập».

use crate::app::bank::Bank;
use crate::app::state::Ticket;
use crate::app::study_room::Scope;
use crate::content::{LessonId, Slug};
use crate::study::cards::{CardOf, Limits};
use crate::study::schedule::Grade;
use crate::study::self_check::{Draft, Sureness};

/// Everything that changes what the user practises.
pub enum StudyAction {
    /// Gather the questions of the course.
    ReadBank,
    /// Do not wait for them.
    StopReading,
    /// So many lessons were read.
    BankProgress(Ticket, usize),
    /// The questions are there; none where the work was stopped.
    BankRead(Ticket, Option<Box<Bank>>),
    /// Begin a round of questions.
    Start(Scope),
    /// Press a choice, or the place of something to be arranged.
    Press(usize),
    /// Bring a thing to another place.
    Put {
        /// From there.
        from: usize,
        /// To there.
        to: usize,
    },
    /// Give the answer.
    Answer(Sureness),
    /// End the round; what was answered counts.
    Stop,
    /// A question was answered in its lesson.
    AnsweredInLesson(LessonId, Slug, Draft),
    /// Make cards.
    MakeCards(Vec<CardOf>),
    /// Throw a card out.
    RemoveCard(CardOf),
    /// Let a card rest until it is called back, or call it back.
    Suspend(CardOf, bool),
    /// Review the cards of the day.
    Review,
    /// Say how well the card was remembered.
    Grade(Grade),
    /// How many cards a day asks for.
    Limits(Limits),
}
