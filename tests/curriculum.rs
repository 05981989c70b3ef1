//! Every shipped course loads without a problem, and its lessons are what a lesson must be.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use hoclieu::cli::slides::faults;
use hoclieu::content::course::LessonState;
use hoclieu::content::question::Level;
use hoclieu::content::slides::slides;
use hoclieu::content::source::Date;
use hoclieu::content::{BlockKind, Lesson};
use hoclieu::load::{self, Origin};

/// The written lessons of the shipped course.
fn lessons() -> Vec<Lesson> {
    let course = load::course(&Origin::Shipped, &mut Vec::new()).unwrap();
    let written = course.lessons().filter(|spot| spot.entry.state == LessonState::Ready);
    let read = |id| load::lesson(&Origin::Shipped, &course, id, &mut Vec::new()).unwrap();
    written.map(|spot| read(&spot.entry.id)).collect()
}

#[test]
fn the_shipped_course_has_no_problems_and_no_warnings() {
    let today = Date::parse("2026-11-24").unwrap();
    let report = load::check(&Origin::Shipped, today, true, &faults).unwrap();
    assert!(report.problems.is_empty(), "{:#?}", report.problems);
    assert!(report.counts.lessons > 0);
}

#[test]
fn every_lesson_has_blocks_of_many_kinds_a_picture_and_something_to_do() {
    for lesson in lessons() {
        let content = |kind: &&BlockKind| {
            !matches!(kind, BlockKind::Heading { .. } | BlockKind::SlideBreak | BlockKind::Question(_))
        };
        let kinds: Vec<&BlockKind> = lesson.blocks.iter().map(|block| &block.kind).collect();
        let names: BTreeSet<&str> = kinds.iter().map(|kind| kind.name()).collect();
        assert!(kinds.iter().copied().filter(content).count() >= 12, "{}", lesson.id);
        assert!(names.len() >= 6, "{}: {names:?}", lesson.id);
        let has = |any: &[&str]| any.iter().any(|name| names.contains(name));
        assert!(has(&["figure", "chart", "timeline"]), "{} shows nothing", lesson.id);
        assert!(has(&["case", "activity"]), "{} has nothing to do", lesson.id);
        assert!((2..=4).contains(&lesson.objectives.len()), "{}", lesson.id);
    }
}

#[test]
fn every_lesson_asks_five_questions_half_of_them_above_recall() {
    for lesson in lessons() {
        let levels = lesson.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Question(question) => Some(question.level),
            _ => None,
        });
        let levels: Vec<Level> = levels.collect();
        let above = levels.iter().filter(|level| **level > Level::Recall).count();
        assert!(levels.len() >= 5 && above * 2 >= levels.len(), "{}: {levels:?}", lesson.id);
    }
}

#[test]
fn the_speaker_has_words_for_every_slide() {
    for lesson in lessons() {
        for slide in slides(&lesson) {
            let first = lesson.blocks.get(slide.blocks.start).map(|block| block.id.to_string());
            assert!(slide.notes(&lesson).next().is_some(), "{}: {first:?} has no notes", lesson.id);
        }
        let last = slides(&lesson).pop().unwrap();
        let doubts = last.notes(&lesson).any(|notes| notes.to_plain().contains("Điều chưa chắc"));
        assert!(doubts, "{} does not say what to verify before class", lesson.id);
    }
}
