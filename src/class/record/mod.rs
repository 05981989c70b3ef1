//! What the events of a class add up to: where it is, what was drawn, how the time went, what was found.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::class::agenda::Plan;
use crate::class::event::{Among, Beginning, Event, Happened};
use crate::class::ink::Stroke;
use crate::class::tally::Tally;
use crate::content::slides::SlideKey;
use crate::content::{LessonId, Slug};
use crate::store::Millis;

/// A break that the hall saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// What it was called.
    pub message: String,
    /// How long it was.
    pub length: Millis,
}

/// The clock of an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// What the hall does until then.
    pub label: String,
    /// When it was set.
    pub set: Millis,
    /// When it rings.
    pub until: Millis,
}

/// A question that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    /// Names it.
    pub id: Uuid,
    /// The words.
    pub text: String,
    /// Whether it was answered since.
    pub answered: bool,
    /// Whether it was taken away.
    pub gone: bool,
}

/// A class, as its events tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The course.
    pub course: Slug,
    /// What the class is called.
    pub title: String,
    /// What was to be taught.
    pub plan: Plan,
    /// Without a hall.
    pub rehearsal: bool,
    /// When it began.
    pub began: Millis,
    /// When it ended; none where it goes on or was cut off.
    pub ended: Option<Millis>,
    /// When something happened last.
    pub last: Millis,
    /// When it shall end.
    pub ends: Option<Millis>,
    /// Whether the hall's window was open.
    pub live: bool,
    /// Where the speaker is.
    pub at: Option<(SlideKey, usize)>,
    /// Slides that are passed over.
    pub left_out: BTreeSet<SlideKey>,
    /// What was drawn on each slide.
    pub strokes: BTreeMap<SlideKey, Vec<Stroke>>,
    /// How long each slide was shown until the last event.
    pub spent: BTreeMap<SlideKey, Millis>,
    /// Breaks that are over.
    pub breaks: Vec<Break>,
    /// The break that the hall sees: its words, when it began, when it ends.
    pub pause: Option<(String, Millis, Option<Millis>)>,
    /// The clock of an activity.
    pub timer: Option<Timer>,
    /// Counts of hands, one for each question and round.
    pub tallies: Vec<Tally>,
    /// Rows and groups that were drawn, in order.
    pub picked: Vec<(Among, u16)>,
    /// Questions that were put aside.
    pub parked: Vec<Parked>,
    /// How many people were there.
    pub attendance: Option<u32>,
    /// The number of the next event.
    pub events: u32,
}

impl Record {
    /// A class that begins.
    pub fn begin(at: Millis, beginning: Beginning) -> Self {
        let Beginning { course, title, plan, rehearsal, ends } = beginning;
        Self {
            course,
            title,
            plan,
            rehearsal,
            began: at,
            ended: None,
            last: at,
            ends,
            live: false,
            at: None,
            left_out: BTreeSet::new(),
            strokes: BTreeMap::new(),
            spent: BTreeMap::new(),
            breaks: Vec::new(),
            pause: None,
            timer: None,
            tallies: Vec::new(),
            picked: Vec::new(),
            parked: Vec::new(),
            attendance: None,
            events: 1,
        }
    }

    /// The class that events tell of; none where they do not begin with its beginning.
    pub fn of(events: impl IntoIterator<Item = Happened>) -> Option<Self> {
        let mut events = events.into_iter();
        let Happened { at, event: Event::Began(beginning) } = events.next()? else { return None };
        let mut record = Self::begin(at, beginning);
        for Happened { at, event } in events {
            record.add(at, event);
        }
        Some(record)
    }

    /// One more event.
    pub fn add(&mut self, at: Millis, event: Event) {
        let gap = Millis(at.0.saturating_sub(self.last.0).max(0));
        match &event {
            // Nobody taught in between.
            Event::Resumed { .. } => self.shift(gap),
            _ => self.spend(gap),
        }
        self.last = self.last.max(at);
        self.events = self.events.saturating_add(1);
        self.take(at, event);
    }

    fn take(&mut self, now: Millis, event: Event) {
        match event {
            Event::Began(_) | Event::Alive => {}
            Event::Went { slide, step } => self.at = Some((slide, step)),
            Event::Live(live) => self.live = live,
            Event::EndSet(ends) | Event::Resumed { ends } => self.ends = ends,
            Event::LeftOut { slides, out: true } => self.left_out.extend(slides),
            Event::LeftOut { slides, out: false } => self.left_out.retain(|slide| !slides.contains(slide)),
            Event::Drawn { slide, stroke } => self.strokes.entry(slide).or_default().push(stroke),
            Event::Redrawn { slide, strokes } => drop(self.strokes.insert(slide, strokes)),
            Event::Paused { message, until } => {
                self.end_pause(now);
                self.pause = Some((message, now, until));
            }
            Event::WentOn => self.end_pause(now),
            Event::TimerSet { label, until } => self.timer = Some(Timer { label, set: now, until }),
            Event::TimerGone => self.timer = None,
            Event::Counted(tally) => self.count(tally.squared()),
            Event::Picked { among, number } => self.picked.push((among, number)),
            Event::Parked { id, text } => match self.parked.iter_mut().find(|known| known.id == id) {
                Some(known) => known.text = text,
                None => self.parked.push(Parked { id, text, answered: false, gone: false }),
            },
            Event::ParkedAnswered { id, answered } => {
                self.change_parked(id, |known| known.answered = answered);
            }
            Event::ParkedGone { id, gone } => self.change_parked(id, |known| known.gone = gone),
            Event::Attended(people) => self.attendance = Some(people),
            Event::Ended => {
                self.end_pause(now);
                self.ended = Some(now);
            }
        }
    }

    /// The time since the last event belongs to the slide that is shown.
    fn spend(&mut self, gap: Millis) {
        if !self.runs() {
            return;
        }
        if let Some((slide, _)) = &self.at {
            let spent = self.spent.entry(slide.clone()).or_default();
            spent.0 = spent.0.saturating_add(gap.0);
        }
    }

    /// Whether time is spent on the slide: a break that the agenda planned is, any other break is not.
    fn runs(&self) -> bool {
        let at_a_break = self.at.as_ref().is_some_and(|(slide, _)| slide.lesson.is_none());
        self.ended.is_none() && (self.pause.is_none() || at_a_break)
    }

    /// Clocks that run go on with the time that was left.
    fn shift(&mut self, gap: Millis) {
        let later = |until: &mut Millis| until.0 = until.0.saturating_add(gap.0);
        if let Some(timer) = &mut self.timer {
            later(&mut timer.set);
            later(&mut timer.until);
        }
        if let Some((_, began, until)) = &mut self.pause {
            later(began);
            until.iter_mut().for_each(later);
        }
        self.ended = None;
    }

    fn end_pause(&mut self, now: Millis) {
        if let Some((message, began, _)) = self.pause.take() {
            let length = Millis(now.0.saturating_sub(began.0).max(0));
            self.breaks.push(Break { message, length });
        }
    }

    fn count(&mut self, tally: Tally) {
        let same = |known: &&mut Tally| known.round == tally.round && known.asks_the_same(&tally);
        match self.tallies.iter_mut().find(same) {
            Some(known) => *known = tally,
            None => self.tallies.push(tally),
        }
    }

    fn change_parked(&mut self, id: Uuid, change: impl FnOnce(&mut Parked)) {
        if let Some(known) = self.parked.iter_mut().find(|known| known.id == id) {
            change(known);
        }
    }

    /// How long a slide was shown until a moment.
    pub fn spent_until(&self, slide: &SlideKey, now: Millis) -> Millis {
        let spent = self.spent.get(slide).copied().unwrap_or_default();
        let here = self.at.as_ref().is_some_and(|(at, _)| at == slide);
        Millis(spent.0.saturating_add(if here { self.since(now) } else { 0 }))
    }

    /// Milliseconds since the last event that belong to the slide.
    fn since(&self, now: Millis) -> i64 {
        if self.runs() { now.0.saturating_sub(self.last.0).max(0) } else { 0 }
    }

    /// How long all slides were shown until a moment, those of planned breaks too, without
    /// interruptions.
    pub fn spent_on_all(&self, now: Millis) -> Millis {
        let since = if self.at.is_some() { self.since(now) } else { 0 };
        Millis(self.spent.values().fold(since, |sum, spent| sum.saturating_add(spent.0)))
    }

    /// How long was taught until a moment, without breaks and interruptions.
    pub fn taught_until(&self, now: Millis) -> Millis {
        let breaks = self.spent.keys().filter(|slide| slide.lesson.is_none());
        let breaks: i64 = breaks.map(|slide| self.spent_until(slide, now).0).sum();
        Millis((self.spent_on_all(now).0 - breaks).max(0))
    }

    /// How long each lesson took until the last event, in the order of the plan.
    pub fn lessons(&self) -> Vec<(LessonId, Millis)> {
        let mut lessons: Vec<(LessonId, Millis)> = Vec::new();
        for lesson in self.plan.lessons() {
            if lessons.iter().any(|(known, _)| known == lesson) {
                continue;
            }
            let of_lesson = self.spent.iter().filter(|(slide, _)| slide.lesson.as_ref() == Some(lesson));
            let spent = of_lesson.fold(0_i64, |sum, (_, spent)| sum.saturating_add(spent.0));
            lessons.push((lesson.clone(), Millis(spent)));
        }
        lessons
    }

    /// The same question counted in the other round.
    pub fn other_round(&self, tally: &Tally) -> Option<&Tally> {
        self.tallies.iter().find(|known| known.round != tally.round && known.asks_the_same(tally))
    }
}

#[cfg(test)]
mod tests;
