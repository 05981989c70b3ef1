//! Looking for words in generated libraries: first results are due within 10 ms (the 95th of 100) in 1,000
//! lessons of 20 blocks, within 50 ms in 10,000. Words come as often as in a language, the most common
//! one in nearly every block.

#![expect(clippy::unwrap_used, reason = "a bench that cannot make its library ends")]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use divan::{Bencher, black_box};

use hoclieu::app::searching::index_of;
use hoclieu::content::{LessonId, Slug};
use hoclieu::load::{self, Origin};
use hoclieu::search::{Entry, Filter, Home, HomeLesson, Index, Kind, Making, Query};

const BLOCKS: usize = 20;
const WORDS: usize = 50;
const SHOWN: usize = 100;

/// What people ask for: without and with accents, half typed, raw, phrases, common words, numbers.
const QUERIES: [&str; 16] = [
    "d",
    "du",
    "duoi nuoc",
    "đuối nước",
    "dduoois nuowcs",
    "d9uo6i1 nuo7c1",
    "\"trẻ em\"",
    "tre em",
    "trẻ em được",
    "bảo vệ chăm sóc trẻ em",
    "tr",
    "th",
    "hoa",
    "má",
    "nước -trẻ",
    "79/KH-UBND",
];

fn main() {
    report();
    divan::main();
}

/// Syllables of the shipped course, the most common first.
static SYLLABLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let course = load::course(&Origin::Shipped, &mut Vec::new()).unwrap();
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for spot in course.lessons() {
        let Ok(lesson) = load::lesson(&Origin::Shipped, &course, &spot.entry.id, &mut Vec::new()) else {
            continue;
        };
        for block in &lesson.blocks {
            let text = block.plain_text().to_lowercase();
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
    }
    let mut words: Vec<(usize, String)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_by(|a, b| b.cmp(a));
    words.into_iter().map(|(_, word)| word).collect()
});

/// A line of numbers that looks random and is the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// Common words come more often than rare ones: the square of an even draw, squared again.
    fn word(&mut self) -> &'static str {
        let all = SYLLABLES.len();
        let share = self.below(all * 16);
        let at = share * share / (all * 16) * share / (all * 16) / 16;
        SYLLABLES.get(at).map_or("em", String::as_str)
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

fn library(lessons: usize, file: Option<&std::path::Path>) -> Index {
    let mut dice = Dice(1);
    let mut making = Making::begin(file, "bench").unwrap();
    for number in 0..lessons {
        let module = 1 + number / 20;
        let id = LessonId::parse(&format!("m{module}/bai-{number}")).unwrap();
        let title = dice.words(7);
        let lesson = HomeLesson { id, title: title.clone(), planned: false };
        let module_id = Slug::parse(&format!("m{module}")).unwrap();
        let home =
            Home { module: module_id, number: module, title: "Mô-đun".to_owned(), lesson: Some(lesson) };
        making.home(Some(&home)).unwrap();
        let mut add = |kind, target: Option<String>, title: &str, text: String| {
            let target = target.and_then(|id| Slug::parse(&id));
            let (title, also) = (title.to_owned(), String::new());
            making.add(&Entry { kind, target, title, text, also }).unwrap();
        };
        add(Kind::Lesson, None, &title, dice.words(20));
        let mut heading = title;
        for block in 0..BLOCKS {
            if block % 5 == 0 {
                heading = dice.words(6);
                add(Kind::Heading, Some(format!("b{block}")), &heading, String::new());
            } else {
                add(Kind::Block, Some(format!("b{block}")), &heading, dice.words(WORDS));
            }
        }
    }
    making.finish().unwrap()
}

fn shipped() -> Index {
    let course = load::course(&Origin::Shipped, &mut Vec::new()).unwrap();
    index_of(&Origin::Shipped, &course, None, &mut |_, _| true).unwrap().unwrap()
}

fn ask(index: &Index, words: &str) -> usize {
    let found = index.find(&Query::parse(words), &Filter::default(), &[], SHOWN).unwrap();
    found.hits.len()
}

/// The 95th of 100 answers, over all queries typed letter by letter.
fn report() {
    let folder = tempfile::tempdir().unwrap();
    println!(
        "{:24}{:>10}{:>10}{:>10}{:>10}{:>12}{:>10}",
        "library", "queries", "median", "p95", "longest", "made in", "MB"
    );
    for (name, lessons) in [("shipped course", 0), ("1,000 lessons", 1_000), ("10,000 lessons", 10_000)] {
        let file = folder.path().join(format!("{lessons}.db"));
        let begun = Instant::now();
        let index = if lessons == 0 { shipped() } else { library(lessons, Some(&file)) };
        let made = begun.elapsed();
        let size = std::fs::metadata(&file).map_or(0, |meta| meta.len()) >> 20;
        let mut times: Vec<(Duration, String)> = Vec::new();
        for query in QUERIES {
            let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
            for end in ends {
                let typed = query.get(..end).unwrap();
                let begun = Instant::now();
                black_box(ask(&index, typed));
                times.push((begun.elapsed(), typed.to_owned()));
            }
        }
        times.sort();
        let at = |percent: usize| times.get((times.len() - 1) * percent / 100).unwrap().0;
        let (longest, slowest) = times.last().unwrap();
        println!(
            "{name:24}{:>10}{:>10.1?}{:>10.1?}{:>10.1?}{:>12.1?}{size:>10}   slowest: {slowest}",
            times.len(),
            at(50),
            at(95),
            longest,
            made
        );
    }
}

#[divan::bench(args = QUERIES)]
fn in_1000_lessons(bencher: Bencher, words: &str) {
    static INDEX: LazyLock<std::sync::Mutex<Index>> = LazyLock::new(|| library(1_000, None).into());
    let index = INDEX.lock().unwrap();
    bencher.bench_local(|| ask(&index, black_box(words)));
}

#[divan::bench]
fn make_the_index_of_the_shipped_course() -> Index {
    shipped()
}
