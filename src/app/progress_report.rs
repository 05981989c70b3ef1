//! How far the user is in a course, put together for the screen and for paper.

use std::collections::BTreeMap;

use crate::app::bank::{Bank, is_for};
use crate::app::state::State;
use crate::content::course::LessonState;
use crate::content::question::Use;
use crate::content::{Course, LessonId, Slug};
use crate::store::Millis;
use crate::study::self_check::{QuestionKey, Standing};

/// How far the user is in a course.
pub struct Report {
    /// Its modules in order; those of which nothing is written yet are left out.
    pub modules: Vec<ModuleReport>,
    /// The time spent on it.
    pub time: Millis,
    /// On how many days something was studied.
    pub days: usize,
}

/// How far the user is in a module.
pub struct ModuleReport {
    /// The module.
    pub id: Slug,
    /// Its number in the course.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Its written lessons in order.
    pub lessons: Vec<LessonReport>,
}

/// How far the user is in a lesson.
pub struct LessonReport {
    /// The lesson.
    pub id: LessonId,
    /// Its title.
    pub title: String,
    /// Whether the user marked it as done.
    pub done: bool,
    /// The part of its blocks that was shown long enough to be read, from 0 to 1.
    pub read: f32,
    /// What it is for, in order; questions that name nothing come last.
    pub objectives: Vec<ObjectiveReport>,
}

/// How far the user is with an objective.
#[derive(Default)]
pub struct ObjectiveReport {
    /// Its words; none for questions that name no objective.
    pub text: Option<String>,
    /// Its questions for practice.
    pub practice: Tally,
    /// Its questions before learning, as far as they were answered.
    pub before: Tally,
    /// Its questions after learning, as far as they were answered.
    pub after: Tally,
    /// How many questions are asked before and after learning.
    pub compared: usize,
}

/// How many questions there are, and how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// All that count.
    pub all: usize,
    /// Those that were answered.
    pub answered: usize,
    /// Those that were answered rightly at last.
    pub right: usize,
    /// The same, a guess counting half.
    pub weight: f32,
}

impl Tally {
    fn add(&mut self, standing: Standing) {
        self.all += 1;
        self.answered += usize::from(standing != Standing::New);
        self.right += usize::from(standing >= Standing::Guessed);
        self.weight += standing.weight();
    }

    fn add_try(&mut self, right: Option<bool>) {
        if let Some(right) = right {
            self.add(if right { Standing::Known } else { Standing::Wrong });
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            answered: self.answered + other.answered,
            right: self.right + other.right,
            weight: self.weight + other.weight,
        }
    }

    /// How well all of it is known, from 0 to 1.
    pub fn mastery(self) -> f32 {
        if self.all == 0 { 0.0 } else { self.weight / f32::from(u16::try_from(self.all).unwrap_or(u16::MAX)) }
    }
}

impl Report {
    /// Puts the report of the open course together.
    pub fn of(state: &State, course: &Course, bank: &Bank) -> Self {
        let mut modules: Vec<ModuleReport> = Vec::new();
        for spot in course.lessons().filter(|spot| spot.entry.state == LessonState::Ready) {
            if modules.last().is_none_or(|module| module.id != spot.module.id) {
                modules.push(ModuleReport {
                    id: spot.module.id.clone(),
                    number: spot.module_number,
                    title: spot.module.title.clone(),
                    lessons: Vec::new(),
                });
            }
            if let Some(module) = modules.last_mut() {
                module.lessons.push(LessonReport::of(state, course, bank, &spot.entry.id, &spot.entry.title));
            }
        }
        let hours = &state.study.hours;
        Self { modules, time: hours.total(&course.id), days: hours.days(&course.id) }
    }

    /// All lessons.
    pub fn lessons(&self) -> impl Iterator<Item = &LessonReport> {
        self.modules.iter().flat_map(|module| &module.lessons)
    }

    /// All questions for practice.
    pub fn practice(&self) -> Tally {
        self.modules.iter().map(ModuleReport::practice).fold(Tally::default(), Tally::and)
    }
}

impl ModuleReport {
    /// Its questions for practice.
    pub fn practice(&self) -> Tally {
        self.lessons.iter().map(LessonReport::practice).fold(Tally::default(), Tally::and)
    }

    /// How many of its lessons the user marked as done.
    pub fn done(&self) -> usize {
        self.lessons.iter().filter(|lesson| lesson.done).count()
    }

    /// The part of its lessons that was read, from 0 to 1.
    pub fn read(&self) -> f32 {
        let count = f32::from(u16::try_from(self.lessons.len().max(1)).unwrap_or(u16::MAX));
        self.lessons.iter().map(|lesson| lesson.read).sum::<f32>() / count
    }

    /// What was known before and after learning, and how many questions are asked for that.
    pub fn compared(&self) -> (Tally, Tally, usize) {
        let objectives = self.lessons.iter().flat_map(|lesson| &lesson.objectives);
        objectives.fold((Tally::default(), Tally::default(), 0), |(before, after, all), objective| {
            (before.and(objective.before), after.and(objective.after), all + objective.compared)
        })
    }
}

impl LessonReport {
    fn of(state: &State, course: &Course, bank: &Bank, id: &LessonId, title: &str) -> Self {
        let progress = &state.study.progress;
        let (done, title) = (progress.is_done(&course.id, id), title.to_owned());
        let mut report = Self { id: id.clone(), title, done, read: 0.0, objectives: Vec::new() };
        let Some(lesson) = bank.lesson(id) else { return report };
        report.read = progress.share_seen(&course.id, id, lesson.blocks);
        let mut by_id: BTreeMap<Option<&Slug>, ObjectiveReport> = BTreeMap::new();
        for found in lesson.questions() {
            let key: QuestionKey = bank.key(&found);
            let known = lesson.objectives().iter().map(|objective| &objective.id);
            let objective = known.into_iter().find(|id| found.question.objective.as_ref() == Some(*id));
            let entry = by_id.entry(objective).or_default();
            let answers = &state.study.answers;
            if is_for(found.question, Use::Practice) {
                entry.practice.add(answers.standing(&key));
            }
            entry.before.add_try(answers.before(&key));
            entry.after.add_try(answers.after(&key));
            let compared = is_for(found.question, Use::PreTest) || is_for(found.question, Use::PostTest);
            entry.compared += usize::from(compared);
        }
        for objective in lesson.objectives() {
            let found = by_id.remove(&Some(&objective.id)).unwrap_or_default();
            report.objectives.push(ObjectiveReport { text: Some(objective.text.to_plain()), ..found });
        }
        report.objectives.extend(by_id.into_values());
        report
    }

    /// Its questions for practice.
    pub fn practice(&self) -> Tally {
        self.objectives.iter().map(|objective| objective.practice).fold(Tally::default(), Tally::and)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_counts_half_and_what_was_not_answered_nothing() {
        let mut tally = Tally::default();
        for standing in [Standing::Known, Standing::Guessed, Standing::Wrong, Standing::New] {
            tally.add(standing);
        }
        assert_eq!((tally.all, tally.answered, tally.right), (4, 3, 2));
        assert!((tally.mastery() - 0.375).abs() < f32::EPSILON);
        assert!(Tally::default().mastery().abs() < f32::EPSILON);
        let twice = tally.and(tally);
        assert!((twice.mastery() - tally.mastery()).abs() < f32::EPSILON);
    }
}
