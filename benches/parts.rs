//! What a user waits for: reading a course and a lesson, folding text, drawing charts.

#![expect(clippy::unwrap_used, reason = "a bench without its course ends")]

use divan::{Bencher, black_box};

use hoclieu::app::bank::Bank;
use hoclieu::app::pictures::chart_of;
use hoclieu::content::block::Chart;
use hoclieu::content::{Block, Course, Lesson, LessonId, Slug};
use hoclieu::load::{self, Origin};
use hoclieu::search::fold::fold;
use hoclieu::store::{self, Millis, Store};
use hoclieu::study::cards::{CardKey, CardOf, Limits};
use hoclieu::study::day::Day;
use hoclieu::study::schedule::Grade;
use hoclieu::study::{self, Study};
use hoclieu::ui::theme::chart_palettes;

fn main() {
    divan::main();
}

fn shipped() -> Course {
    load::course(&Origin::Shipped, &mut Vec::new()).unwrap()
}

fn lesson(course: &Course, id: &str) -> Lesson {
    load::lesson(&Origin::Shipped, course, &LessonId::parse(id).unwrap(), &mut Vec::new()).unwrap()
}

#[divan::bench]
fn read_the_course() -> Course {
    shipped()
}

#[divan::bench]
fn read_a_lesson(bencher: Bencher) {
    let course = shipped();
    bencher.bench_local(|| lesson(black_box(&course), "m06/phong-ngua"));
}

#[divan::bench]
fn fold_a_lesson(bencher: Bencher) {
    let lesson = lesson(&shipped(), "m06/phong-ngua");
    let text: String = lesson.blocks.iter().map(Block::plain_text).collect();
    bencher.counter(divan::counter::CharsCount::of_str(&text)).bench_local(|| fold(black_box(&text)));
}

#[divan::bench]
fn draw_the_charts_of_a_lesson(bencher: Bencher) {
    let lesson = lesson(&shipped(), "m06/con-so-va-nguyen-nhan");
    let charts: Vec<&Chart> = lesson.blocks.iter().filter_map(|block| chart_of(&block.kind)).collect();
    let [palette, _] = chart_palettes();
    assert!(!charts.is_empty());
    bencher.bench_local(|| {
        charts.iter().map(|chart| hoclieu::chart::svg(chart, &palette, 800)).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn gather_the_questions_of_the_course(bencher: Bencher) {
    let course = shipped();
    bencher.bench_local(|| Bank::read(&Origin::Shipped, black_box(&course), |_| true));
}

const CARDS: usize = 1000;
const REVIEWS: u32 = 10;

fn today() -> Day {
    Day::of(jiff::civil::date(2026, 11, 24))
}

fn course_of_cards() -> Slug {
    Slug::parse("khoa").unwrap()
}

/// A data folder with a thousand cards, each reviewed ten times.
fn reviewed(folder: &std::path::Path) -> Store {
    let (store, _) = store::open(folder, Millis(0), Box::new(drop)).unwrap();
    let mut study = Study::default();
    for nth in 0..CARDS {
        let of = CardOf::Term(Slug::parse(&format!("t{nth}")).unwrap());
        let key = CardKey { course: course_of_cards(), of };
        study.deck.add(&key, today(), Millis(0)).unwrap().1.save(&store);
        for review in 0..REVIEWS {
            let day = today().after(review * 10);
            study.deck.review(&key, Grade::Good, day, Millis(1)).unwrap().1.save(&store);
        }
    }
    store.flush().unwrap();
    store
}

#[divan::bench]
fn load_ten_thousand_reviews(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let store = reviewed(folder.path());
    bencher.bench_local(|| study::load(black_box(&store), Millis(0)).unwrap());
}

#[divan::bench]
fn find_what_is_due_among_a_thousand_cards(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let study = study::load(&reviewed(folder.path()), Millis(0)).unwrap();
    let day = today().after(4000);
    bencher.bench_local(|| study.deck.due(&course_of_cards(), black_box(day), Limits::default(), |_| true));
}
