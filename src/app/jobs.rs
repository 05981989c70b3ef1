//! Slow work on named threads, which answer with actions.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use notify::Watcher as _;

use crate::app::action::Action;

/// Where screens and threads send what shall change; the window wakes up for it.
#[derive(Clone)]
pub struct Actions {
    waiting: Sender<Action>,
    wake: egui::Context,
}

impl Actions {
    /// The sending and the receiving end.
    pub fn channel(wake: egui::Context) -> (Self, Receiver<Action>) {
        let (waiting, inbox) = channel();
        (Self { waiting, wake }, inbox)
    }

    /// Sends one action.
    pub fn send(&self, action: Action) {
        // The receiver lives as long as the window; after it nobody waits for the answer.
        self.waiting.send(action).ok();
        // Also what the hall's window sends is taken by the speaker's.
        self.wake.request_repaint_of(egui::ViewportId::ROOT);
    }

    /// Sends one action for which a single frame is enough: the hall's next picture waits behind it.
    pub fn send_for_hall(&self, action: Action) {
        self.waiting.send(action).ok(); // as above
        self.wake.request_repaint_after_for(Duration::from_nanos(1), egui::ViewportId::ROOT);
    }

    /// The context that draws, for textures.
    pub fn egui_ctx(&self) -> &egui::Context {
        &self.wake
    }
}

/// Runs `work` on a thread of that name and sends its answer.
pub fn spawn(name: &str, actions: &Actions, work: impl FnOnce() -> Action + Send + 'static) {
    let answer_to = actions.clone();
    let thread = std::thread::Builder::new().name(name.to_owned());
    let started = thread.spawn(move || answer_to.send(work()));
    if let Err(error) = started {
        tracing::error!(name, %error, "no thread could be started");
        actions.send(Action::NoThread);
    }
}

/// Keeps the machine awake until it is dropped.
pub struct Hold {
    _until: Sender<()>,
}

/// Asks the machine to stay awake, on a thread that lives as long as the answer: some systems count it by
/// threads, and others take their time to give it back.
pub fn keep_awake(
    actions: &Actions,
    ask: impl FnOnce() -> Result<Box<dyn std::any::Any>, String> + Send + 'static,
    told: impl FnOnce(Result<(), String>) -> Action + Send + 'static,
) -> Hold {
    let (until, released) = channel::<()>();
    let answer_to = actions.clone();
    let hold = move || {
        let held = ask();
        answer_to.send(told(held.as_ref().map(drop).map_err(Clone::clone)));
        if held.is_ok() {
            released.recv().ok(); // ends with an error when the hold is dropped; nothing is ever sent
        }
    };
    if let Err(error) = std::thread::Builder::new().name("keep awake".to_owned()).spawn(hold) {
        tracing::warn!(%error, "the machine is not kept awake");
        actions.send(Action::NoThread);
    }
    Hold { _until: until }
}

/// Tells whenever a screen is plugged in or out, as long as the program runs.
#[cfg(target_os = "linux")]
pub fn watch_screens(actions: &Actions) {
    let answer_to = actions.clone();
    let watch = move || crate::app::plugged::watch(|monitors| answer_to.send(Action::Plugged(monitors)));
    if let Err(error) = std::thread::Builder::new().name("watch screens".to_owned()).spawn(watch) {
        tracing::warn!(%error, "the screens are not watched");
    }
}

/// The pause after the last saved file; editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(250);

/// Waits until something is saved in a folder, for ever where the machine cannot watch it.
pub fn wait_for_change(folder: &Path) {
    let (events, changed) = channel();
    // Reading a file is an event too, and the program itself reads: only changes count.
    let tell = move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            events.send(()).ok(); // nobody listens any more once the change was seen
        }
    };
    let watched = notify::recommended_watcher(tell).and_then(|mut watcher| {
        watcher.watch(folder, notify::RecursiveMode::Recursive)?;
        Ok(watcher)
    });
    match watched {
        Ok(_watching) => {
            if changed.recv().is_ok() {
                while changed.recv_timeout(QUIET).is_ok() {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "the course folder cannot be watched");
            changed.recv().ok(); // nothing will ever come; the program ends without this thread
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{RawInput, ViewportId, ViewportInfo};

    use super::*;

    #[test]
    fn what_the_halls_window_sends_wakes_the_window_that_takes_it() {
        let ctx = egui::Context::default();
        let (actions, _inbox) = Actions::channel(ctx.clone());
        let hall = ViewportId::from_hash_of("hall");
        let windows = [ViewportId::ROOT, hall].map(|id| (id, ViewportInfo::default()));
        let draw = |window, sends: bool| {
            let viewports = windows.iter().cloned().collect();
            let input = RawInput { viewport_id: window, viewports, ..RawInput::default() };
            let mut output = ctx.run_ui(input, |_ui| {
                if sends {
                    actions.send_for_hall(Action::DismissNotice);
                    actions.send(Action::DismissNotice);
                }
            });
            output.textures_delta.clear();
        };
        for _ in 0..4 {
            draw(hall, false);
            draw(ViewportId::ROOT, false);
        }
        assert!(!ctx.has_requested_repaint_for(&ViewportId::ROOT));
        draw(hall, true);
        assert!(ctx.has_requested_repaint_for(&ViewportId::ROOT));
    }
}
