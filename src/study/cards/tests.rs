//! Rules of the cards.

use proptest::prelude::*;
use uuid::Uuid;

use super::{CardKey, CardOf, Deck, Limits};
use crate::content::{LessonId, Slug};
use crate::store::{self, Millis, Store};
use crate::study::day::Day;
use crate::study::schedule::Grade;
use crate::study::{self, Change, Study};

fn course() -> Slug {
    Slug::parse("khoa").unwrap()
}

fn key(nth: usize) -> CardKey {
    CardKey { course: course(), of: CardOf::Term(Slug::parse(&format!("t{nth}")).unwrap()) }
}

fn day(nth: u32) -> Day {
    Day::of(jiff::civil::date(2026, 11, 24)).after(nth)
}

fn deck(count: usize) -> Deck {
    let mut deck = Deck::default();
    for nth in 0..count {
        let made = i64::try_from(nth).unwrap();
        assert!(deck.add(&key(nth), day(0), Millis(made)).is_some());
    }
    deck
}

/// What is asked on a day, by the numbers of the cards.
fn asked(deck: &Deck, today: u32, limits: Limits) -> Vec<CardKey> {
    deck.due(&course(), day(today), limits, |_| true).cards
}

fn keys(numbers: &[usize]) -> Vec<CardKey> {
    numbers.iter().map(|nth| key(*nth)).collect()
}

#[test]
fn a_key_reads_as_it_was_written() {
    let lesson = LessonId::parse("m06/phong-ngua").unwrap();
    for of in [
        CardOf::Term(Slug::parse("xam-hai").unwrap()),
        CardOf::Question(lesson, Slug::parse("q-1").unwrap()),
        CardOf::Highlight(Uuid::new_v4()),
    ] {
        let (kind, key) = of.columns();
        assert_eq!(CardOf::parse(kind, &key), Some(of));
    }
    for (kind, key) in [("term", "Xâm hại"), ("question", "m06/a"), ("highlight", "a"), ("deck", "a")] {
        assert_eq!(CardOf::parse(kind, key), None);
    }
}

#[test]
fn a_day_asks_no_more_than_its_limits() {
    let limits = Limits { new: 2, reviews: 1 };
    let mut deck = deck(4);
    assert_eq!(asked(&deck, 0, limits), keys(&[0, 1]));
    for nth in [0, 1] {
        let _ = deck.review(&key(nth), Grade::Good, day(0), Millis(9));
    }
    assert_eq!(asked(&deck, 0, limits), [], "the day is done");
    assert_eq!(asked(&deck, 2, limits), keys(&[0, 2, 3]));
    let _ = deck.review(&key(0), Grade::Good, day(2), Millis(10));
    assert_eq!(asked(&deck, 2, limits), keys(&[2, 3]), "the one review of the day is done");
}

#[test]
fn a_forgotten_card_comes_again_after_all_others_of_the_day() {
    let mut deck = deck(3);
    let _ = deck.review(&key(0), Grade::Again, day(0), Millis(10));
    assert_eq!(asked(&deck, 0, Limits::default()), keys(&[1, 2, 0]));
    let _ = deck.review(&key(1), Grade::Again, day(0), Millis(11));
    assert_eq!(asked(&deck, 0, Limits { new: 0, reviews: 0 }), keys(&[0, 1]), "whatever the limits are");
    let _ = deck.review(&key(0), Grade::Good, day(0), Millis(12));
    assert_eq!(asked(&deck, 0, Limits::default()), keys(&[2, 1]));
}

#[test]
fn a_card_rests_for_the_day_or_until_it_is_called_back() {
    let mut deck = deck(2);
    assert!(
        deck.bury(&key(0), day(0), Millis(1)).is_some() && deck.bury(&key(0), day(0), Millis(2)).is_none()
    );
    assert!(deck.suspend(&key(1), true, day(0), Millis(3)).is_some());
    assert_eq!(asked(&deck, 0, Limits::default()), []);
    assert_eq!(asked(&deck, 1, Limits::default()), keys(&[0]));
    assert!(deck.suspend(&key(1), true, day(9), Millis(4)).is_none());
    assert!(deck.suspend(&key(1), false, day(9), Millis(5)).is_some());
    assert_eq!(asked(&deck, 9, Limits::default()), keys(&[0, 1]));
}

#[test]
fn a_card_that_was_thrown_out_keeps_its_history() {
    let mut deck = deck(1);
    let _ = deck.review(&key(0), Grade::Easy, day(0), Millis(1));
    let known = deck.card(&key(0)).unwrap().clone();
    let _ = deck.remove(&key(0), day(1), Millis(2));
    assert!(deck.card(&key(0)).is_none() && deck.review(&key(0), Grade::Good, day(1), Millis(3)).is_none());
    let _ = deck.add(&key(0), day(2), Millis(4));
    assert_eq!(deck.card(&key(0)), Some(&known));
}

#[test]
fn what_the_course_lacks_is_not_asked() {
    let deck = deck(2);
    let due = deck.due(&course(), day(0), Limits::default(), |known| known == &key(1));
    assert_eq!((due.cards, due.new), (keys(&[1]), 1));
    assert_eq!(deck.due(&Slug::parse("khac").unwrap(), day(0), Limits::default(), |_| true).cards, []);
}

#[derive(Clone, Debug)]
enum Doing {
    Add,
    Remove,
    Suspend(bool),
    Bury,
    Review(Grade),
    Undo(prop::sample::Index),
}

fn doings() -> impl Strategy<Value = Vec<(usize, u32, Doing)>> {
    let doing = prop_oneof![
        Just(Doing::Add),
        Just(Doing::Remove),
        any::<bool>().prop_map(Doing::Suspend),
        Just(Doing::Bury),
        prop::sample::select(Grade::ALL.to_vec()).prop_map(Doing::Review),
        any::<prop::sample::Index>().prop_map(Doing::Undo),
    ];
    prop::collection::vec((0usize..3, 0u32..4, doing), 0..40)
}

/// Does one thing; answers with its event and change.
fn act(
    deck: &mut Deck,
    nth: usize,
    today: Day,
    at: Millis,
    doing: &Doing,
    ids: &[Uuid],
) -> Option<(Uuid, Change)> {
    let key = key(nth);
    match doing {
        Doing::Add => deck.add(&key, today, at),
        Doing::Remove => deck.remove(&key, today, at),
        Doing::Suspend(rests) => deck.suspend(&key, *rests, today, at),
        Doing::Bury => deck.bury(&key, today, at),
        Doing::Review(grade) => deck.review(&key, *grade, today, at),
        Doing::Undo(index) if !ids.is_empty() => {
            deck.undo(*index.get(ids), today, at).map(|(undone, change)| (undone.id, change))
        }
        Doing::Undo(_) => None,
    }
}

fn opened(folder: &std::path::Path) -> Store {
    store::open(folder, Millis(0), Box::new(drop)).unwrap().0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn the_cards_in_memory_are_what_loading_finds(doings in doings()) {
        let folder = tempfile::tempdir().unwrap();
        let store = opened(folder.path());
        let (mut study, mut ids, mut today) = (Study::default(), Vec::new(), day(0));
        for ((nth, pause, doing), at) in doings.into_iter().zip(1..) {
            today = today.after(pause);
            if let Some((id, change)) = act(&mut study.deck, nth, today, Millis(at), &doing, &ids) {
                ids.push(id);
                change.save(&store);
            }
        }
        store.flush().unwrap();
        prop_assert_eq!(study::load(&store, Millis(0)).unwrap(), study);
    }

    #[test]
    fn taking_the_last_thing_back_leaves_every_card_as_it_was(doings in doings(), last in doings()) {
        let (mut deck, mut today) = (Deck::default(), day(0));
        for (nth, pause, doing) in &doings {
            today = today.after(*pause);
            drop(act(&mut deck, *nth, today, Millis(1), doing, &[]));
        }
        let before: Vec<_> = deck.of_course(&course()).into_iter().map(|(key, card)| (key.clone(), card.clone())).collect();
        let Some((nth, _, doing)) = last.first() else { return Ok(()) };
        if let Some((id, _)) = act(&mut deck, *nth, today, Millis(2), doing, &[]) {
            prop_assert!(deck.undo(id, today, Millis(3)).is_some());
            prop_assert!(deck.undo(id, today, Millis(4)).is_none());
        }
        let after: Vec<_> = deck.of_course(&course()).into_iter().map(|(key, card)| (key.clone(), card.clone())).collect();
        prop_assert_eq!(before, after);
    }
}
