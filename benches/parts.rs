//! What a user waits for: reading a course and a lesson, folding text, drawing charts.

#![expect(clippy::unwrap_used, reason = "a bench without its course ends")]

use divan::{Bencher, black_box};

use hoclieu::app::pictures::chart_of;
use hoclieu::content::block::Chart;
use hoclieu::content::{Block, Course, Lesson, LessonId};
use hoclieu::load::{self, Origin};
use hoclieu::search::fold::fold;
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
