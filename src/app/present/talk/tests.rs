//! What holds for every class, whatever is pressed.

use super::*;
use crate::app::present::{HallWords, PreShow};
use crate::class::Plan;
use crate::content::block::Path;
use crate::content::{LessonId, Slug};
use crate::typeset::{Page, Rung, Shape, Step};

/// Slides with steps, minutes and a path.
fn talk(slides: &[(usize, u16, Path)]) -> Talk {
    let lesson = LessonId::parse("m01/a").unwrap();
    let slide = |(at, (steps, minutes, path)): (usize, &(usize, u16, Path))| DeckSlide {
        page: Page {
            title: format!("slide {at}"),
            slide: Some(at),
            part: 0,
            blocks: vec![at],
            rung: Rung::LEAST,
            marks: Vec::new(),
            steps: (0..*steps).map(|n| Step { label: n.to_string(), item: (at, n) }).collect(),
            overflows: false,
        },
        key: SlideKey { lesson: Some(lesson.clone()), block: Slug::parse(&format!("b{at}")), part: 0 },
        minutes: *minutes,
        path: *path,
        notes: Vec::new(),
        doubtful: Vec::new(),
        left_out: *path == Path::Extra,
        prompt: None,
        has_numbers: false,
    };
    let slides: Vec<DeckSlide> = slides.iter().enumerate().map(slide).collect();
    let plan = Plan::of_lesson(lesson.clone(), false);
    let (shape, said) = (Shape::SixteenByNine, HallWords::default());
    let deck = Deck { plan: plan.clone(), shape, least: Rung::LEAST, said, slides };
    let course = Slug::parse("khoa").unwrap();
    let beginning = Beginning { course, title: "Bài".to_owned(), plan, rehearsal: false, ends: None };
    Talk::new(Arc::new(deck), 0, Uuid::from_u128(1), beginning, Millis(0))
}

fn minutes(n: i64) -> Millis {
    Millis(n * 60_000)
}

const CORE: Path = Path::Core;

#[test]
fn next_goes_through_every_step_and_previous_retraces_the_way() {
    let mut talk = talk(&[(3, 1, CORE), (0, 1, CORE), (2, 1, CORE)]);
    let mut way = vec![talk.at];
    while talk.next(Millis(0)) == Answer::Moved {
        way.push(talk.at);
    }
    assert_eq!(way.len(), 3 + 1 + 2);
    // The hall sees the thanks; another press changes nothing, the first one back takes them away.
    assert_eq!((talk.next(Millis(0)), talk.veil.clone()), (Answer::AtTheEnd, Some(Veil::End)));
    assert_eq!(
        (talk.previous(Millis(0)), talk.veil.clone(), Some(&talk.at)),
        (Answer::Moved, None, way.last())
    );
    for at in way.iter().rev().skip(1) {
        assert_eq!(talk.previous(Millis(0)), Answer::Moved);
        assert_eq!(talk.at, *at);
    }
    assert_eq!(talk.previous(Millis(0)), Answer::AtTheEnd);
}

#[test]
fn slides_that_may_be_left_out_are_passed_over_but_can_be_jumped_to() {
    let mut talk = talk(&[(0, 1, CORE), (0, 1, Path::Extra), (0, 1, CORE)]);
    talk.next(Millis(0));
    assert_eq!(talk.at.slide, 2);
    "2".chars().for_each(|digit| talk.digit(digit));
    assert_eq!(talk.enter(Millis(0)), Answer::Moved);
    assert_eq!(talk.at.slide, 1);
    assert_eq!(talk.jump_back(Millis(0)), Answer::Moved);
    assert_eq!(talk.at.slide, 2);
    "99".chars().for_each(|digit| talk.digit(digit));
    assert_eq!((talk.enter(Millis(0)), talk.at.slide), (Answer::NoSuchSlide, 2));
}

#[test]
fn a_held_picture_stays_while_the_speaker_goes_on() {
    let mut talk = talk(&[(0, 1, CORE), (0, 1, CORE)]);
    talk.toggle_hold();
    talk.next(Millis(0));
    assert_eq!((talk.shown().slide, talk.at.slide), (0, 1));
    talk.toggle_hold();
    assert_eq!(talk.shown().slide, 1);
}

#[test]
fn the_first_press_after_a_veil_only_uncovers() {
    let mut talk = talk(&[(0, 1, CORE), (0, 1, CORE)]);
    talk.toggle_veil(Veil::Black, Millis(0));
    talk.next(Millis(0));
    assert_eq!((talk.veil.clone(), talk.at.slide), (None, 0));
    talk.toggle_veil(Veil::White, Millis(0));
    talk.toggle_veil(Veil::Black, Millis(0));
    assert_eq!(talk.veil, Some(Veil::Black));
}

#[test]
fn escape_closes_the_top_layer_and_never_ends_by_itself() {
    let mut talk = talk(&[(0, 1, CORE)]);
    talk.toggle_veil(Veil::Black, Millis(0));
    talk.tool = Some(Tool::Pointer);
    talk.digit('1');
    talk.escape(Millis(0));
    assert!(talk.digits.is_empty() && talk.tool.is_some());
    talk.escape(Millis(0));
    assert!(talk.tool.is_none() && talk.veil.is_some());
    talk.escape(Millis(0));
    assert!(talk.veil.is_none() && !talk.asks_to_end);
    talk.escape(Millis(0));
    assert!(talk.asks_to_end);
    talk.escape(Millis(0));
    assert!(!talk.asks_to_end);
}

#[test]
fn the_pace_counts_down_to_the_end_that_was_set() {
    let mut talk = talk(&[(0, 10, CORE), (0, 10, CORE), (0, 10, CORE)]);
    talk.note(talk.record.last, Event::EndSet(Some(minutes(30))));
    assert_eq!((talk.minutes_ahead(minutes(0)), talk.pace(minutes(0))), (0, Pace::OnTime));
    talk.next(minutes(12));
    assert_eq!((talk.minutes_left(minutes(12)), talk.minutes_ahead(minutes(12))), (20, -2));
    assert_eq!(talk.pace(minutes(12)), Pace::OnTime);
    assert_eq!((talk.pace(minutes(14)), talk.pace(minutes(28))), (Pace::Late, Pace::TooLate));
}

#[test]
fn only_what_may_be_left_out_is_offered_and_no_more_than_needed() {
    let mut talk = talk(&[(0, 10, CORE), (0, 5, Path::Extra), (0, 5, CORE), (0, 5, Path::Extra)]);
    talk.leave_out(&[1, 3], false, Millis(0));
    talk.note(talk.record.last, Event::EndSet(Some(minutes(22))));
    assert_eq!(talk.could_drop(minutes(0)), [3]);
    talk.note(talk.record.last, Event::EndSet(Some(minutes(25))));
    assert!(talk.could_drop(minutes(0)).is_empty());
    talk.note(talk.record.last, Event::EndSet(Some(minutes(5))));
    assert_eq!(talk.could_drop(minutes(0)), [3, 1]);
}

#[test]
fn what_was_drawn_or_rubbed_out_can_be_taken_back() {
    let mut talk = talk(&[(0, 1, CORE)]);
    let key = talk.slide().unwrap().key.clone();
    talk.tool = Some(Tool::Pen(Pen::Red));
    let now = Millis(0);
    talk.draw([0.1, 0.1], true, now);
    talk.draw([0.2, 0.2], false, now);
    assert_eq!(talk.ink(&key).next().unwrap().points.len(), 2);
    talk.lift(now);
    talk.tool = Some(Tool::Eraser);
    talk.draw([0.2, 0.2], true, now);
    assert_eq!(talk.ink(&key).count(), 0);
    assert!(talk.undo_ink(now));
    assert_eq!(talk.ink(&key).count(), 1);
    assert!(talk.undo_ink(now) && talk.ink(&key).count() == 0 && !talk.undo_ink(now));
}

#[test]
fn a_deck_set_anew_keeps_the_slide_and_what_is_left_out() {
    let mut talk = talk(&[(0, 1, CORE), (0, 1, Path::Extra), (0, 1, CORE)]);
    talk.next(Millis(0));
    let key = talk.slide().unwrap().key.clone();
    let mut deck = (*talk.deck).clone();
    deck.slides.insert(0, DeckSlide { key: SlideKey { part: 7, ..key.clone() }, ..deck.slides[0].clone() });
    talk.reset(Arc::new(deck));
    assert_eq!(talk.slide().unwrap().key, key);
    let out: Vec<usize> = (0..4).filter(|at| talk.is_left_out(*at)).collect();
    assert_eq!(out, [2]);
}

#[test]
fn time_that_was_won_takes_in_what_fits_and_nothing_more() {
    let mut talk = talk(&[(0, 10, CORE), (0, 4, Path::Extra), (0, 9, Path::Extra), (0, 3, Path::Extra)]);
    talk.note(Millis(0), Event::EndSet(Some(minutes(18))));
    assert_eq!(talk.could_take(minutes(0)), [1, 3]);
    talk.note(Millis(0), Event::EndSet(Some(minutes(12))));
    assert!(talk.could_take(minutes(0)).is_empty());
}

#[test]
fn a_class_that_was_cut_off_goes_on_at_the_same_slide_and_step_behind_a_black_screen() {
    let mut talk = talk(&[(3, 5, CORE), (0, 5, CORE), (3, 5, CORE)]);
    talk.tool = Some(Tool::Pen(Pen::Red));
    talk.next(minutes(1));
    talk.jump(2, minutes(2));
    talk.next(minutes(3));
    talk.draw([0.5, 0.5], true, minutes(4));
    talk.lift(minutes(4));
    let events = talk.take_happened();
    assert!(events.iter().map(|(seq, _)| *seq).eq(0..u32::try_from(events.len()).unwrap()));
    let record = Record::of(events.into_iter().map(|(_, happened)| happened)).unwrap();
    assert_eq!(record, talk.record);
    let deck = Arc::clone(&talk.deck);
    let mut back = Talk::resumed(deck, talk.session, record, Some(minutes(40)), minutes(20));
    assert_eq!((back.at, &back.veil), (talk.at, &Some(Veil::Black)));
    let key = back.slide().unwrap().key.clone();
    assert_eq!((back.ink(&key).count(), back.spent_ms(&key, minutes(20))), (1, minutes(2).0));
    back.next(minutes(21));
    assert_eq!((back.at, back.veil.is_none()), (talk.at, true));
    assert_eq!(back.take_happened()[0].0, talk.record.events);
}

#[test]
fn a_break_is_noted_with_its_length_however_it_ends() {
    let mut talk = talk(&[(0, 5, CORE), (0, 5, CORE)]);
    let pause = || Some(Veil::Pause(Pause { message: "Nghỉ".to_owned(), until: None }));
    talk.set_veil(pause(), minutes(2));
    talk.next(minutes(12));
    talk.set_veil(pause(), minutes(13));
    talk.toggle_veil(Veil::Black, minutes(15));
    let lengths: Vec<Millis> = talk.record.breaks.iter().map(|pause| pause.length).collect();
    assert_eq!(lengths, [minutes(10), minutes(2)]);
    assert_eq!(talk.record.taught_until(minutes(15)), minutes(3));
}

#[test]
fn a_loop_covers_what_the_speaker_does_until_the_next_press() {
    let mut talk = talk(&[(2, 1, CORE), (3, 1, CORE), (0, 1, CORE)]);
    talk.veil = PreShow::new(vec![1, 2], 5, minutes(0)).map(Veil::Loop);
    assert_eq!(talk.seen(minutes(0)), At { slide: 1, step: 2 });
    assert_eq!(talk.jump(2, minutes(0)), Answer::Moved);
    assert_eq!(talk.seen(Millis(5_000)), At { slide: 2, step: 0 });
    assert_eq!(talk.seen(Millis(10_000)), At { slide: 1, step: 2 });
    assert_eq!((talk.next(minutes(1)), talk.veil.clone()), (Answer::Moved, None));
    assert_eq!(talk.seen(minutes(1)), At { slide: 2, step: 0 });
}

#[test]
fn pictures_come_one_by_one_and_stay_with_their_slide() {
    let mut talk = talk(&[(0, 1, CORE), (0, 1, CORE)]);
    assert!(!talk.next_figure(Millis(0)) && talk.veil.is_none());
    let frame = crate::typeset::Frame { x: 0.0, y: 0.0, width: 1.0, height: 1.0 };
    let picture = |name: &str| crate::typeset::Mark::Picture {
        frame,
        of: crate::typeset::Picture::Chart(Slug::parse(name).unwrap()),
    };
    let deck = Arc::make_mut(&mut talk.deck);
    deck.slides[0].page.marks =
        ["a", "b"].map(|name| crate::typeset::Placed { from: 0, mark: picture(name) }).to_vec();
    let shown = |talk: &mut Talk| {
        assert!(talk.next_figure(Millis(0)));
        talk.veil.clone()
    };
    let way = [shown(&mut talk), shown(&mut talk), shown(&mut talk), shown(&mut talk)];
    assert_eq!(way, [Some(Veil::Figure(0)), Some(Veil::Figure(1)), None, Some(Veil::Figure(0))]);
    assert_eq!((talk.next(minutes(0)), talk.at.slide, talk.veil.clone()), (Answer::Moved, 0, None));
    shown(&mut talk);
    assert_eq!(talk.jump(1, minutes(0)), Answer::Moved);
    assert_eq!(talk.veil, None);
}
