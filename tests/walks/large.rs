//! A lesson of 5,000 blocks.

use std::fmt::Write as _;

use egui::{Event, Key, Modifiers};

use hoclieu::disk;

use crate::app::{App, read};
use crate::fake::Fake;

const BLOCKS: usize = 5_000;

fn long_lesson() -> App {
    let desktop = Fake::new();
    let mut blocks = String::new();
    for number in 1..=BLOCKS {
        let words = "rào ao, đậy giếng, khóa cổng ".repeat(1 + number % 7);
        let block = format!(r#"{{"id":"b{number}","kind":"paragraph","text":"Đoạn {number}: {words}."}}"#);
        write!(blocks, "{}{block}", if number == 1 { "" } else { "," }).unwrap();
    }
    let schema = "../../schema/lesson.json";
    let lesson =
        format!(r#"{{"$schema":"{schema}","id":"m01/moi-kieu","objectives":[],"blocks":[{blocks}]}}"#);
    let file = desktop.course().join("lessons/m01/moi-kieu.json");
    disk::replace(&file, lesson.as_bytes()).unwrap();
    let mut app = read(&desktop, "Sân, bếp và ao nhà");
    app.see("Đoạn 1:");
    app
}

#[test]
fn a_long_lesson_is_read_from_end_to_end_and_only_what_is_near_is_laid_out() {
    let mut app = long_lesson();
    assert!(app.parts().count() < 300, "{}", app.parts().count());
    app.tap(Key::End);
    app.see("Đoạn 5000:");
    assert!(app.place_of("Đoạn 5000:").bottom() < 768.0 && !app.says("Đoạn 1:"));
    assert!(app.parts().count() < 300, "{}", app.parts().count());
    app.tap(Key::PageUp);
    assert!(app.says("Đoạn 4990:"));
    app.tap(Key::Home);
    app.see("Đoạn 1:");
    assert!(app.place_of("Đoạn 1:").top() > 60.0 && !app.says("Đoạn 5000:"));
}

#[test]
fn all_of_a_long_lesson_is_copied_at_once() {
    let mut app = long_lesson();
    app.key(Modifiers::COMMAND, Key::A);
    app.happen(Event::Copy);
    let copied = app.clipboard().unwrap();
    assert_eq!(copied.split("\n\n").count(), BLOCKS);
    assert!(copied.contains("Đoạn 2500: rào ao"));
}
