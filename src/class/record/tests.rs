//! What holds for the record of any class.

use proptest::prelude::*;

use super::*;
use crate::class::ink::Pen;
use crate::class::tally::Round;

fn slide(block: &str) -> SlideKey {
    SlideKey { lesson: LessonId::parse("m01/a"), block: Slug::parse(block), part: 0 }
}

fn began() -> Event {
    let plan = Plan::of_lesson(LessonId::parse("m01/a").unwrap(), false);
    Event::Began(Beginning {
        course: Slug::parse("khoa").unwrap(),
        title: "Bài một".to_owned(),
        plan,
        rehearsal: false,
        ends: Some(minutes(60)),
    })
}

fn minutes(n: i64) -> Millis {
    Millis(n * 60_000)
}

fn went(block: &str) -> Event {
    Event::Went { slide: slide(block), step: 0 }
}

fn record(events: &[(i64, Event)]) -> Record {
    let first = Happened { at: minutes(0), event: began() };
    let events = events.iter().map(|(at, event)| Happened { at: minutes(*at), event: event.clone() });
    Record::of(std::iter::once(first).chain(events)).unwrap()
}

#[test]
fn time_belongs_to_the_slide_that_is_shown_and_never_to_a_break_or_an_interruption() {
    let pause = Event::Paused { message: "Nghỉ".to_owned(), until: Some(minutes(25)) };
    let record = record(&[
        (0, went("a")),
        (5, went("b")),
        (8, Event::Alive),
        (10, pause),
        (25, Event::WentOn),
        (27, Event::Alive),
        (60, Event::Resumed { ends: Some(minutes(90)) }),
        (61, went("a")),
        (64, Event::Ended),
        (99, Event::Alive),
    ]);
    assert_eq!(record.spent[&slide("a")], minutes(5 + 3));
    assert_eq!(record.spent[&slide("b")], minutes(3 + 2 + 2 + 1));
    assert_eq!(record.breaks, [Break { message: "Nghỉ".to_owned(), length: minutes(15) }]);
    assert_eq!((record.ended, record.ends), (Some(minutes(64)), Some(minutes(90))));
    assert_eq!(record.lessons(), [(LessonId::parse("m01/a").unwrap(), minutes(16))]);
    assert_eq!(record.taught_until(minutes(200)), minutes(16));
}

#[test]
fn the_slide_on_the_screen_goes_on_counting() {
    let record = record(&[(1, went("a"))]);
    assert_eq!(record.spent_until(&slide("a"), minutes(4)), minutes(3));
    assert_eq!(record.spent_until(&slide("b"), minutes(4)), Millis(0));
    assert_eq!(record.taught_until(minutes(4)), minutes(3));
}

#[test]
fn clocks_that_ran_go_on_with_the_time_that_was_left() {
    let record = record(&[
        (1, went("a")),
        (2, Event::TimerSet { label: "Theo cặp".to_owned(), until: minutes(7) }),
        (4, Event::Alive),
        (30, Event::Resumed { ends: None }),
    ]);
    // Three minutes were left when it was cut off.
    assert_eq!(record.timer.unwrap().until, minutes(33));
}

#[test]
fn the_last_count_of_a_question_and_round_holds_and_rounds_are_compared() {
    let tally = |round, yes| Tally {
        round,
        hands: vec![vec![Some(yes)], vec![Some(1)]],
        ..Tally::new("Đã lập bản đồ?".to_owned(), vec!["Có".to_owned(), "Chưa".to_owned()], 1)
    };
    let counts = [(Round::Before, 3), (Round::Before, 4), (Round::After, 9)];
    let record = record(&counts.map(|(round, yes)| (1, Event::Counted(tally(round, yes)))));
    assert_eq!(record.tallies, [tally(Round::Before, 4), tally(Round::After, 9)]);
    assert_eq!(record.other_round(&record.tallies[0]), Some(&record.tallies[1]));
}

#[test]
fn a_question_that_was_put_aside_can_be_answered_taken_away_and_brought_back() {
    let id = Uuid::from_u128(1);
    let mut record = record(&[(1, Event::Parked { id, text: "Xã không có bể?".to_owned() })]);
    record.add(minutes(2), Event::ParkedAnswered { id, answered: true });
    record.add(minutes(2), Event::ParkedGone { id, gone: true });
    record.add(minutes(2), Event::ParkedGone { id: Uuid::from_u128(2), gone: true });
    record.add(minutes(2), Event::ParkedGone { id, gone: false });
    let parked = Parked { id, text: "Xã không có bể?".to_owned(), answered: true, gone: false };
    assert_eq!(record.parked, [parked]);
}

fn events() -> impl Strategy<Value = Event> {
    let stroke = || Stroke { pen: Pen::Blue, points: vec![[0.25, 0.5], [0.75, 0.125]] };
    let block = prop::sample::select(vec!["a", "b", "c"]);
    let ends = prop_oneof![Just(None), Just(Some(minutes(9)))];
    prop_oneof![
        block.clone().prop_map(went),
        block.clone().prop_map(move |block| Event::Drawn { slide: slide(block), stroke: stroke() }),
        block
            .clone()
            .prop_map(move |block| Event::Redrawn { slide: slide(block), strokes: vec![stroke(); 2] }),
        (block, any::<bool>()).prop_map(|(block, out)| Event::LeftOut { slides: vec![slide(block)], out }),
        ends.clone().prop_map(Event::EndSet),
        ends.clone().prop_map(|until| Event::Paused { message: "Nghỉ \"trưa\"".to_owned(), until }),
        ends.prop_map(|ends| Event::Resumed { ends }),
        any::<bool>().prop_map(Event::Live),
        any::<u32>().prop_map(Event::Attended),
        any::<u16>().prop_map(|number| Event::Picked { among: Among::Groups, number }),
        Just(Event::Counted(Tally::new("Có?".to_owned(), vec!["Có".to_owned()], 2))),
        Just(Event::TimerGone),
        Just(Event::WentOn),
        Just(Event::Alive),
        Just(Event::Ended),
    ]
}

proptest! {
    #[test]
    fn an_event_comes_back_from_its_columns(event in events()) {
        let (kind, json) = crate::class::event::to_columns(&event).unwrap();
        prop_assert_eq!(crate::class::event::of_columns(&kind, &json).unwrap(), event);
    }

    #[test]
    fn no_order_of_events_counts_more_time_than_there_was(
        events in prop::collection::vec((events(), 0_i64..5), 0..30)
    ) {
        let mut now = 0;
        let timed = events.into_iter().map(|(event, gap)| {
            now += gap;
            (now, event)
        });
        let record = record(&timed.collect::<Vec<_>>());
        let spent: i64 = record.spent.values().map(|spent| spent.0).sum();
        prop_assert!(spent <= minutes(now).0 && record.spent.values().all(|spent| spent.0 >= 0));
    }
}
