//! One frame of the reader while a lesson of 5,000 blocks scrolls, all but the graphics card's part.
//! Sixty frames a second leave 16.7 ms for a frame.

#![expect(clippy::unwrap_used, reason = "a bench without its course ends")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use eframe::App as _;
use egui::{Event, Key, Modifiers, Pos2, RawInput, Rect, vec2};

use hoclieu::app::desktop::Real;
use hoclieu::app::start::{Start, prepare};
use hoclieu::content::LessonId;
use hoclieu::disk;
use hoclieu::load::Origin;
use hoclieu::shell::Shell;
use hoclieu::store;
use hoclieu::ui::theme;

const BLOCKS: usize = 5_000;
const WORDS: &str = "Phần lớn trẻ nhỏ đuối nước ở ngay gần nhà, khi người lớn vừa quay đi. **Bốn lớp bảo vệ** chồng lên nhau, \
    lớp này hở thì lớp kia đỡ; vì thế quan trọng hơn bất cứ một biện pháp đơn lẻ nào.";

fn main() {
    divan::main();
}

fn write_course(folder: &Path) {
    let mut blocks = String::new();
    for index in 0..BLOCKS {
        let comma = if index > 0 { "," } else { "" };
        let block = match index % 25 {
            0 => format!(r#""kind":"heading","level":2,"text":"Phần {index}""#),
            _ => format!(r#""kind":"paragraph","text":"{WORDS}""#),
        };
        write!(blocks, r#"{comma}{{"id":"b{index}",{block}}}"#).unwrap();
    }
    let course = r#"{"format":1,"id":"dai","title":"Dài","language":"vi","parts":[{"title":"I","modules":[{"id":"m01",
        "title":"Dài","lessons":[{"id":"m01/dai","title":"Dài","minutes":30}]}]}]}"#;
    std::fs::create_dir_all(folder.join("lessons/m01")).unwrap();
    disk::replace(&folder.join("course.json"), course.as_bytes()).unwrap();
    let lesson = format!(r#"{{"id":"m01/dai","blocks":[{blocks}]}}"#);
    disk::replace(&folder.join("lessons/m01/dai.json"), lesson.as_bytes()).unwrap();
}

struct Reader {
    ctx: egui::Context,
    shell: Shell,
    frame: eframe::Frame,
    time: f64,
}

impl Reader {
    fn open(folder: &Path) -> Self {
        let start = Start {
            data_folder: store::data_folder(Some(&folder.join("data")), None),
            course: Some(Origin::folder(folder).unwrap()),
            language: None,
            lesson: LessonId::parse("m01/dai"),
            present: None,
        };
        let ctx = egui::Context::default();
        let ready = prepare(&ctx, start, Arc::new(Real), theme::chart_palettes());
        let shell = Shell::new(&ctx, ready, None);
        let mut reader = Self { ctx, shell, frame: eframe::Frame::_new_kittest(), time: 0.0 };
        while !reader.is_ready() {
            reader.draw(Vec::new());
        }
        reader
    }

    fn is_ready(&self) -> bool {
        let lesson = LessonId::parse("m01/dai").unwrap();
        self.shell.state().open_course().is_some_and(|open| open.ready(&lesson).is_some())
    }

    fn draw(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 768.0));
        let input =
            RawInput { screen_rect: Some(screen), time: Some(self.time), events, ..RawInput::default() };
        self.shell.logic(&self.ctx, &mut self.frame);
        let Self { ctx, shell, frame, .. } = self;
        let output = ctx.run_ui(input, |ui| shell.ui(ui, frame));
        ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

fn press(key: Key) -> Vec<Event> {
    let event =
        |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    vec![event(true), event(false)]
}

#[divan::bench(sample_count = 200)]
fn scroll_by_a_line(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    write_course(folder.path());
    let mut reader = Reader::open(folder.path());
    bencher.bench_local(|| reader.draw(press(Key::ArrowDown)));
}

#[divan::bench(sample_count = 200)]
fn scroll_by_a_page(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    write_course(folder.path());
    let mut reader = Reader::open(folder.path());
    bencher.bench_local(|| reader.draw(press(Key::PageDown)));
}

#[divan::bench(sample_count = 200)]
fn stand_still(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    write_course(folder.path());
    let mut reader = Reader::open(folder.path());
    bencher.bench_local(|| reader.draw(Vec::new()));
}
