//! The buttons of a clicker, as they arrive: each sends a key.

use std::collections::BTreeSet;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::command::Command;
use crate::app::keys::Keys;

/// What a button of a clicker is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Button {
    Next,
    Back,
    Black,
    Start,
    Escape,
}

impl Button {
    /// Every button, the ones that no class does without first.
    pub const ALL: [Self; 5] = [Self::Next, Self::Back, Self::Black, Self::Start, Self::Escape];

    /// The commands that it means.
    const fn commands(self) -> &'static [Command] {
        match self {
            Self::Next => &[Command::SlideNext, Command::SlideEnter],
            Self::Back => &[Command::SlidePrevious],
            Self::Black => &[Command::Blackout],
            Self::Start => &[Command::Present, Command::PresentHere],
            Self::Escape => &[Command::Escape],
        }
    }

    /// The button that sends a key, as the user has the keys; none for keys without a meaning in a class.
    pub fn of(pressed: KeyboardShortcut, keys: &Keys) -> Option<Self> {
        let sends = |command: &Command| keys.of(*command).iter().any(|chord| chord.shortcut() == pressed);
        Self::ALL.into_iter().find(|button| button.commands().iter().any(sends))
    }
}

/// So many keys without a meaning are shown.
const SHOWN: usize = 6;

/// A key's name, and what it means.
type Last = (String, Option<Button>);

/// What was pressed so far.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// Buttons with a meaning.
    pub buttons: BTreeSet<Button>,
    /// The names of keys without one, the latest last.
    pub others: Vec<String>,
    /// The latest key, and what it means.
    pub last: Option<Last>,
    /// What was known before Enter, where it was the latest key.
    entered: Option<(BTreeSet<Button>, Option<Last>)>,
}

impl Heard {
    /// Takes a key; `true` where Enter was pressed twice in a row, which ends the test.
    pub fn take(&mut self, keys: KeyboardShortcut, known: &Keys) -> bool {
        let name = name(keys);
        let button = Button::of(keys, known);
        let is_enter = keys == KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
        match self.entered.take().filter(|_| is_enter) {
            Some(before) => {
                // The first of the two was no button of a clicker either.
                (self.buttons, self.last) = before;
                return true;
            }
            None if is_enter => self.entered = Some((self.buttons.clone(), self.last.clone())),
            None => {}
        }
        match button {
            Some(button) => drop(self.buttons.insert(button)),
            None if !self.others.contains(&name) => {
                if self.others.len() >= SHOWN {
                    self.others.remove(0);
                }
                self.others.push(name.clone());
            }
            None => {}
        }
        self.last = Some((name, button));
        false
    }

    /// Whether slides can be turned both ways.
    pub fn turns_both_ways(&self) -> bool {
        self.buttons.contains(&Button::Next) && self.buttons.contains(&Button::Back)
    }

    /// Whether nothing came at all.
    pub fn is_silent(&self) -> bool {
        self.buttons.is_empty() && self.others.is_empty()
    }
}

/// Takes every key that was pressed; Tab still moves the focus, or no button could be reached.
pub fn pressed_keys(egui_ctx: &egui::Context) -> Vec<KeyboardShortcut> {
    let mut keys = Vec::new();
    egui_ctx.input_mut(|input| {
        input.events.retain(|event| {
            let egui::Event::Key { key, pressed, repeat, modifiers, .. } = event else {
                return !matches!(event, egui::Event::Text(_));
            };
            if *pressed && !repeat {
                keys.push(KeyboardShortcut::new(plain(*modifiers), *key));
            }
            *key == Key::Tab
        });
    });
    keys
}

/// The modifiers as commands name them.
fn plain(modifiers: Modifiers) -> Modifiers {
    Modifiers { ctrl: modifiers.ctrl || modifiers.command, command: false, mac_cmd: false, ..modifiers }
}

/// A key as the system names it.
fn name(keys: KeyboardShortcut) -> String {
    let Modifiers { alt, ctrl, shift, .. } = keys.modifiers;
    let held = [(ctrl, "Ctrl+"), (alt, "Alt+"), (shift, "Shift+")];
    let held: String = held.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
    format!("{held}{}", keys.logical_key.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key) -> KeyboardShortcut {
        KeyboardShortcut::new(Modifiers::NONE, key)
    }

    #[test]
    fn the_keys_of_common_clickers_are_known() {
        for (keys, button) in [
            (Key::PageDown, Button::Next),
            (Key::ArrowRight, Button::Next),
            (Key::PageUp, Button::Back),
            (Key::B, Button::Black),
            (Key::Period, Button::Black),
            (Key::F5, Button::Start),
            (Key::Escape, Button::Escape),
        ] {
            assert_eq!(Button::of(key(keys), &Keys::default()), Some(button), "{keys:?}");
        }
        let with_shift = KeyboardShortcut::new(Modifiers::SHIFT, Key::F5);
        assert_eq!(Button::of(with_shift, &Keys::default()), Some(Button::Start));
    }

    #[test]
    fn a_button_is_ticked_when_it_comes_and_an_unknown_key_is_named() {
        let mut heard = Heard::default();
        assert!(heard.is_silent());
        heard.take(key(Key::PageDown), &Keys::default());
        assert!(!heard.turns_both_ways());
        heard.take(key(Key::PageUp), &Keys::default());
        assert!(heard.turns_both_ways());
        heard.take(KeyboardShortcut::new(Modifiers::CTRL, Key::Q), &Keys::default());
        heard.take(KeyboardShortcut::new(Modifiers::CTRL, Key::Q), &Keys::default());
        assert_eq!(heard.others, ["Ctrl+Q"]);
    }

    #[test]
    fn who_has_no_clicker_leaves_no_tick_behind() {
        let mut heard = Heard::default();
        assert!(
            !heard.take(key(Key::Enter), &Keys::default()) && heard.take(key(Key::Enter), &Keys::default())
        );
        assert!(heard.is_silent() && heard.last.is_none());
    }

    #[test]
    fn enter_twice_in_a_row_ends_the_test_and_once_does_not() {
        let mut heard = Heard::default();
        assert!(!heard.take(key(Key::Enter), &Keys::default()));
        assert!(!heard.take(key(Key::PageUp), &Keys::default()));
        assert!(
            !heard.take(key(Key::Enter), &Keys::default()) && heard.take(key(Key::Enter), &Keys::default())
        );
        assert!(heard.turns_both_ways());
    }
}
