//! The program without a display, looked at with the user's eyes.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, PointerButton, Pos2, Rect,
    TouchPhase, Vec2, ViewportId, pos2, vec2,
};
use egui_kittest::kittest::{AccessKitNode, NodeT as _};
use egui_kittest::{Harness, Node};

use hoclieu::app::action::Action;
use hoclieu::app::open_course::LessonSlot;
use hoclieu::app::present::{Monitor, Screens};
use hoclieu::app::start::{Presenting, Start, prepare};
use hoclieu::app::state::State;
use hoclieu::load::Origin;
use hoclieu::shell::Shell;
use hoclieu::store;
use hoclieu::ui::theme;

use crate::fake::Fake;

/// The window of the laptop that most officers have.
pub(crate) const LAPTOP: Vec2 = vec2(1366.0, 768.0);
/// A walk that waits longer than this will wait for ever.
const PATIENCE: Duration = Duration::from_secs(30);
/// A window that wants more frames than this without a reason will never rest.
const FRAMES: usize = 120;

/// Starts the program as its icon does.
pub(crate) fn start(desktop: &Fake) -> App {
    App::start(desktop, None, LAPTOP)
}

/// Starts the program with the folder of a course.
pub(crate) fn start_with(desktop: &Fake, course: &Path) -> App {
    App::start(desktop, Some(course), LAPTOP)
}

/// Starts the program with the course of the fixtures and opens one of its lessons.
pub(crate) fn read(desktop: &Fake, lesson: &str) -> App {
    let mut app = start_with(desktop, &desktop.course());
    app.press("Bắt đầu đọc");
    app.see("Nguy hiểm ở ngay trong nhà");
    if !app.offers(lesson) {
        app.press("2. Đường làng, 0/3");
    }
    app.press(lesson);
    app.until(lesson, App::has_lesson);
    app
}

/// The running program in its window.
pub(crate) struct App {
    window: Harness<'static, Shell>,
    /// What the program asked of the desktop.
    asked: Vec<OutputCommand>,
}

impl App {
    pub(crate) fn start(desktop: &Fake, course: Option<&Path>, size: Vec2) -> Self {
        Self::present(desktop, course, size, None)
    }

    /// Starts the program as the command line does that asks for a class.
    pub(crate) fn present(
        desktop: &Fake,
        course: Option<&Path>,
        size: Vec2,
        present: Option<Presenting>,
    ) -> Self {
        let start = Start {
            data_folder: store::data_folder(Some(&desktop.data_folder()), None),
            course: course.map(|folder| Origin::folder(folder).unwrap()),
            language: None,
            lesson: None,
            present,
        };
        let desktop = Arc::new(desktop.clone());
        let harness = Harness::builder().with_size(size).with_step_dt(1.0 / 60.0);
        let window = harness.build_eframe(|creation| {
            // The hall's window is a window of the system, which nobody sees here.
            creation.egui_ctx.set_embed_viewports(false);
            let ready = prepare(&creation.egui_ctx, start, desktop, theme::chart_palettes());
            Shell::new(&creation.egui_ctx, ready, None)
        });
        let mut app = Self { window, asked: Vec::new() };
        app.rest();
        app
    }

    /// Closes the window as its cross does.
    pub(crate) fn close(mut self) {
        self.window.state_mut().on_exit(None);
    }

    pub(crate) fn state(&self) -> &State {
        self.window.state().state()
    }

    /// Whether the lesson that was asked for is there, or will never be.
    fn has_lesson(&self) -> bool {
        let lesson = self.state().route().lesson_id().zip(self.state().open_course());
        let slot = lesson.and_then(|(id, open)| open.lesson(id));
        matches!(slot, Some(LessonSlot::Ready(_) | LessonSlot::Failed(_)))
    }

    pub(crate) fn egui_ctx(&self) -> &egui::Context {
        &self.window.ctx
    }

    /// Every part of the window, as a screen reader finds it.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Node<'_>> {
        self.window.root().children_recursive()
    }

    pub(crate) fn resize(&mut self, size: Vec2) {
        self.window.set_size(size);
        self.rest();
    }

    /// Plugs in screens of those sizes, from left to right; the program's window is on the first.
    pub(crate) fn plug(&mut self, sizes: &[(u32, u32)]) {
        let mut left = 0;
        let monitor = |(number, size): (usize, &(u32, u32))| {
            let at = (left, 0);
            left += i32::try_from(size.0).unwrap();
            Monitor { name: format!("DP-{number}"), size: *size, at }
        };
        let all: Vec<Monitor> = sizes.iter().enumerate().map(monitor).collect();
        let numbered = all.len();
        self.window.state().send(Action::Screens(Screens { all, own: Some(0), numbered }));
        self.frame();
        self.rest();
    }

    fn frame(&mut self) {
        self.window.step();
        self.asked.extend(self.window.output().platform_output.commands.iter().cloned());
    }

    pub(crate) fn happen(&mut self, event: Event) {
        self.window.event(event);
        self.frame();
    }

    /// Lets frames pass until the window wants no more; an idle window draws nothing.
    pub(crate) fn rest(&mut self) {
        for _ in 0..FRAMES {
            self.frame();
            let window = self.window.output().viewport_output.get(&ViewportId::ROOT);
            if window.is_none_or(|window| !window.repaint_delay.is_zero()) {
                return self.window.check_accessibility();
            }
        }
        panic!("the window never rests: {:#?}", self.window.ctx.repaint_causes());
    }

    /// Lets frames pass until something is there.
    pub(crate) fn until(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        self.frame();
        while !is_there(self) {
            let words = || self.words().join("\n");
            assert!(begun.elapsed() < PATIENCE, "{what}: not there. The window says:\n{}", words());
            thread::sleep(Duration::from_millis(2));
            self.frame();
        }
        self.rest();
    }

    /// Lets the user look at the window for some seconds.
    pub(crate) fn pass(&mut self, seconds: f64) {
        let now = self.window.ctx.input(|input| input.time);
        self.window.input_mut().time = Some(now + seconds);
        self.frame();
        self.window.input_mut().time = None;
        self.rest();
    }

    /// Everything that a screen reader can say, a line for each part.
    pub(crate) fn words(&self) -> Vec<String> {
        self.parts().filter_map(|part| said(&part.accesskit_node())).collect()
    }

    /// Whether some part of the window says these words.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.words().iter().any(|said| said.contains(words))
    }

    /// Waits until the window says these words.
    pub(crate) fn see(&mut self, words: &str) {
        self.until(words, |app| app.says(words));
    }

    /// Waits until the window no longer says these words.
    pub(crate) fn miss(&mut self, words: &str) {
        self.until(&format!("the end of {words}"), |app| !app.says(words));
    }

    /// Where these words stand.
    pub(crate) fn place_of(&self, words: &str) -> Rect {
        let says = |part: &Node<'_>| said(&part.accesskit_node()).is_some_and(|said| said.contains(words));
        let found = self.parts().find(says).map(|part| part.rect());
        found.unwrap_or_else(|| panic!("{words} is not in\n{}", self.words().join("\n")))
    }

    /// Whether something can be pressed under that name.
    pub(crate) fn offers(&self, name: &str) -> bool {
        self.target(name).is_some()
    }

    /// What is pressed under that name; the keys in brackets after a name may be left out.
    pub(crate) fn target(&self, name: &str) -> Option<Node<'_>> {
        self.parts().find(|part| {
            let node = part.accesskit_node();
            let label = node.label().unwrap_or_default();
            let named = label == name || label.strip_prefix(name).is_some_and(|keys| keys.starts_with(" ("));
            named && egui::accessibility::is_input(node.role())
        })
    }

    /// Waits for a button, link or field of that name and presses it with the mouse.
    pub(crate) fn press(&mut self, name: &str) {
        let at = self.bring(name);
        self.press_at(at.center());
    }

    /// Waits for a button, link or field of that name and turns the wheel until it is in sight.
    pub(crate) fn bring(&mut self, name: &str) -> Rect {
        self.until(name, |app| app.offers(name));
        loop {
            let at = self.target(name).map(|node| node.rect()).unwrap();
            let window = self.window.ctx.content_rect();
            if (90.0..window.bottom() - 24.0).contains(&at.center().y) || at.top() < 60.0 && at.top() >= 0.0 {
                return at;
            }
            let delta = vec2(0.0, (window.center().y - at.center().y).clamp(-300.0, 300.0));
            let modifiers = Modifiers::NONE;
            let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
            self.happen(Event::PointerMoved(pos2(at.center().x, window.center().y)));
            self.happen(Event::MouseWheel { unit, delta, phase, source, modifiers });
            self.rest();
            let now = self.target(name).map(|node| node.rect());
            assert_ne!(now, Some(at), "{name} cannot be brought into sight");
        }
    }

    pub(crate) fn press_at(&mut self, at: Pos2) {
        self.drag(at, at);
    }

    /// Draws the mouse from one point to another with its button held.
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.happen(Event::PointerMoved(from));
        self.happen(button(from, true));
        if from != to {
            self.happen(Event::PointerMoved(from.lerp(to, 0.5)));
            self.happen(Event::PointerMoved(to));
        }
        self.happen(button(to, false));
        self.happen(Event::PointerGone);
        self.pass(0.5); // The next press is not the second half of a double click.
    }

    /// Draws the mouse so fast, or the machine so slowly, that all of it falls between two frames.
    pub(crate) fn drag_at_once(&mut self, from: Pos2, to: Pos2) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.happen(Event::PointerMoved(from));
        self.window.event(Event::PointerButton { pos: from, button, pressed: true, modifiers });
        self.window.event(Event::PointerMoved(to));
        self.window.event(Event::PointerButton { pos: to, button, pressed: false, modifiers });
        self.rest();
    }

    /// Rests the mouse on a point.
    pub(crate) fn point_at(&mut self, at: Pos2) {
        self.happen(Event::PointerMoved(at));
        self.rest();
    }

    /// Presses a key and lets it go.
    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.happen(Event::ModifiersChanged(modifiers));
        self.happen(event(true));
        self.happen(event(false));
        self.happen(Event::ModifiersChanged(Modifiers::NONE));
        self.rest();
    }

    /// Presses a key alone.
    pub(crate) fn tap(&mut self, key: Key) {
        self.key(Modifiers::NONE, key);
    }

    /// Types letter by letter.
    pub(crate) fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.happen(Event::Text(letter.to_string()));
        }
        self.rest();
    }

    /// The last text that the program put on the clipboard.
    pub(crate) fn clipboard(&self) -> Option<&str> {
        self.asked.iter().rev().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The addresses that the program gave to the browser.
    pub(crate) fn browsed(&self) -> Vec<&str> {
        let opened = self.asked.iter().filter_map(|command| match command {
            OutputCommand::OpenUrl(open) => Some(open.url.as_str()),
            _ => None,
        });
        opened.collect()
    }

    /// Lets a folder fall on the window.
    pub(crate) fn drop_on(&mut self, folder: &Path) {
        self.window.input_mut().dropped_files.push(Arc::new(Dropped(folder.to_owned())));
        self.frame();
        self.rest();
    }
}

/// What a screen reader says of a part of the window.
pub(crate) fn said(node: &AccessKitNode<'_>) -> Option<String> {
    node.label().or_else(|| node.value())
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads a folder".to_owned())
    }
}
