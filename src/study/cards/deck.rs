//! All cards with their state, which is what their history adds up to.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Act, CardEvent, CardKey};
use crate::content::Slug;
use crate::store::Millis;
use crate::study::change::{Change, Kind};
use crate::study::day::Day;
use crate::study::schedule::{Grade, Schedule};
use crate::study::sql;

/// What a card's history adds up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// When it is due.
    pub schedule: Schedule,
    /// Whether it rests until it is called back.
    pub suspended: bool,
    /// The day for which it rests.
    buried: Option<Day>,
    /// Whether it was thrown out; its history stays.
    removed: bool,
    /// When it was made.
    made: Millis,
    /// When it was last reviewed.
    reviewed: Millis,
}

/// How much is asked on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Cards that were never reviewed before.
    pub new: usize,
    /// Cards that come again.
    pub reviews: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { new: 10, reviews: 60 }
    }
}

impl Limits {
    /// The name under which they are kept.
    pub const KEY: &str = "cards";
}

/// What is to be reviewed on a day, within the day's limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// In the order in which the cards are shown: those that come again, new ones, those forgotten today.
    pub cards: Vec<CardKey>,
    /// How many of them were never reviewed before.
    pub new: usize,
}

/// All cards of all courses.
#[derive(Debug, Default, PartialEq)]
pub struct Deck {
    /// In the order in which they happened.
    events: BTreeMap<CardKey, Vec<CardEvent>>,
    /// What the events of each card add up to.
    cards: BTreeMap<CardKey, Card>,
}

impl Deck {
    /// A card that was made and not thrown out.
    pub fn card(&self, key: &CardKey) -> Option<&Card> {
        self.cards.get(key).filter(|card| !card.removed)
    }

    /// The cards of a course, the first made first.
    pub fn of_course(&self, course: &Slug) -> Vec<(&CardKey, &Card)> {
        let mut all: Vec<_> =
            self.cards.iter().filter(|(key, card)| &key.course == course && !card.removed).collect();
        all.sort_by_key(|(key, card)| (card.made, *key));
        all
    }

    /// What is due on a day. `exists` tells whether the course still has what a card asks for.
    pub fn due(&self, course: &Slug, today: Day, limits: Limits, exists: impl Fn(&CardKey) -> bool) -> Due {
        let (mut again, mut new, mut forgotten) = (Vec::new(), Vec::new(), Vec::new());
        let (mut new_done, mut reviews_done) = (0, 0);
        for (key, card) in self.of_course(course) {
            let Schedule { first, last, due, .. } = card.schedule;
            match (first, last) {
                (Some(first), Some(last)) if last == today => {
                    *(if first == today { &mut new_done } else { &mut reviews_done }) += 1;
                }
                _ => {}
            }
            if !card.is_awake(today) || due > today || !exists(key) {
                continue;
            }
            match last {
                None => new.push((card.made, key)),
                Some(last) if last == today => forgotten.push((card.reviewed, key)),
                Some(_) => again.push((due, key)),
            }
        }
        again.sort();
        again.truncate(limits.reviews.saturating_sub(reviews_done));
        new.truncate(limits.new.saturating_sub(new_done));
        forgotten.sort();
        let count = new.len();
        let cards = again.into_iter().map(|(_, key)| key);
        let cards = cards.chain(new.into_iter().map(|(_, key)| key));
        Due { cards: cards.chain(forgotten.into_iter().map(|(_, key)| key)).cloned().collect(), new: count }
    }

    /// How many reviews each day of a course has seen.
    pub fn days(&self, course: &Slug) -> BTreeMap<Day, usize> {
        let of_course = self.events.iter().filter(|(key, _)| &key.course == course);
        let mut days = BTreeMap::new();
        for event in of_course.flat_map(|(_, events)| counting(events)) {
            if matches!(event.act, Act::Review(_)) {
                *days.entry(event.day).or_default() += 1;
            }
        }
        days
    }

    /// Makes a card, or takes one in again that was thrown out; none where there is one.
    pub fn add(&mut self, key: &CardKey, day: Day, at: Millis) -> Option<(Uuid, Change)> {
        if self.card(key).is_some() {
            return None;
        }
        Some(self.happen(key, Act::Add, day, at))
    }

    /// Throws a card out; its history stays.
    pub fn remove(&mut self, key: &CardKey, day: Day, at: Millis) -> Option<(Uuid, Change)> {
        self.card(key)?;
        Some(self.happen(key, Act::Remove, day, at))
    }

    /// Lets a card rest until it is called back, or calls it back; none where that changes nothing.
    pub fn suspend(&mut self, key: &CardKey, rests: bool, day: Day, at: Millis) -> Option<(Uuid, Change)> {
        self.card(key).filter(|card| card.suspended != rests)?;
        Some(self.happen(key, if rests { Act::Suspend } else { Act::Resume }, day, at))
    }

    /// Lets a card rest for the day.
    pub fn bury(&mut self, key: &CardKey, today: Day, at: Millis) -> Option<(Uuid, Change)> {
        self.card(key).filter(|card| card.buried != Some(today))?;
        Some(self.happen(key, Act::Bury, today, at))
    }

    /// Notes how well a card was remembered.
    pub fn review(&mut self, key: &CardKey, grade: Grade, today: Day, at: Millis) -> Option<(Uuid, Change)> {
        self.card(key)?;
        Some(self.happen(key, Act::Review(grade), today, at))
    }

    /// Takes back an event and answers with it. None where it is unknown or was taken back.
    pub fn undo(&mut self, event: Uuid, day: Day, at: Millis) -> Option<(CardEvent, Change)> {
        let undone = {
            let mut known = self.events.values().flat_map(|events| counting(events));
            known.find(|known| known.id == event)?.clone()
        };
        let (_, change) = self.happen(&undone.card, Act::Undo(event), day, at);
        Some((undone, change))
    }

    fn happen(&mut self, key: &CardKey, act: Act, day: Day, at: Millis) -> (Uuid, Change) {
        let event = CardEvent { id: Uuid::new_v4(), card: key.clone(), act, day, at };
        let id = event.id;
        let events = self.events.entry(key.clone()).or_default();
        events.push(event.clone());
        match Card::of(events) {
            Some(card) => drop(self.cards.insert(key.clone(), card)),
            None => drop(self.cards.remove(key)),
        }
        (id, Change(Kind::Card(Box::new(event))))
    }

    pub(in crate::study) fn read(conn: &Connection, skipped: &mut usize) -> rusqlite::Result<Self> {
        let mut events = BTreeMap::<CardKey, Vec<CardEvent>>::new();
        for event in sql::rows(conn, "SELECT * FROM card_event ORDER BY seq", skipped, CardEvent::read)? {
            events.entry(event.card.clone()).or_default().push(event);
        }
        let card = |(key, events): (&CardKey, &Vec<CardEvent>)| Some((key.clone(), Card::of(events)?));
        let cards = events.iter().filter_map(card).collect();
        Ok(Self { events, cards })
    }
}

impl Card {
    /// Whether it can be asked on a day.
    pub fn is_awake(&self, today: Day) -> bool {
        !self.suspended && self.buried != Some(today)
    }

    /// What the events add up to; none where nothing made the card.
    fn of(events: &[CardEvent]) -> Option<Self> {
        let mut card: Option<Self> = None;
        for event in counting(events) {
            let card = card.get_or_insert_with(|| Self::new(event));
            match event.act {
                Act::Add => card.removed = false,
                Act::Remove => card.removed = true,
                Act::Suspend => card.suspended = true,
                Act::Resume => card.suspended = false,
                Act::Bury => card.buried = Some(event.day),
                Act::Review(grade) => {
                    card.schedule = card.schedule.after(grade, event.day);
                    card.reviewed = event.at;
                }
                Act::Undo(_) => {}
            }
        }
        card
    }

    fn new(event: &CardEvent) -> Self {
        Self {
            schedule: Schedule::new(event.day),
            suspended: false,
            buried: None,
            removed: false,
            made: event.at,
            reviewed: Millis::default(),
        }
    }
}

/// The events that were not taken back.
fn counting(events: &[CardEvent]) -> impl Iterator<Item = &CardEvent> {
    let taken_back: BTreeSet<Uuid> = events
        .iter()
        .filter_map(|event| match event.act {
            Act::Undo(id) => Some(id),
            _ => None,
        })
        .collect();
    events.iter().filter(move |event| !matches!(event.act, Act::Undo(_)) && !taken_back.contains(&event.id))
}
