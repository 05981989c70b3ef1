//! A key and what is held beside it, as settings write it.

use std::fmt;

use egui::{Key, KeyboardShortcut, Modifiers};

/// A key that can be pressed by itself, with any of Ctrl, Alt and Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord(KeyboardShortcut);

/// What can be held beside a key, as it is written; Ctrl is the key of commands.
const HELD: [(&str, Modifiers); 3] =
    [("Ctrl", Modifiers::COMMAND), ("Alt", Modifiers::ALT), ("Shift", Modifiers::SHIFT)];

impl Chord {
    /// Accepts a key's name, such as `F7` or `Comma`, after any of `Ctrl+`, `Alt+` and `Shift+`.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut modifiers, mut key) = (Modifiers::NONE, text);
        while let Some((held, rest)) = key.split_once('+') {
            let (_, modifier) = HELD.into_iter().find(|(name, _)| *name == held)?;
            if modifiers.contains(modifier) {
                return None;
            }
            (modifiers, key) = (modifiers | modifier, rest);
        }
        let key = Key::from_name(key).filter(|known| known.name() == key)?;
        Self::of(modifiers, key)
    }

    /// What was pressed; none where the key only changes what other keys do.
    pub fn of(held: Modifiers, key: Key) -> Option<Self> {
        let alone = key >= Key::ShiftLeft && key <= Key::SuperRight
            || matches!(key, Key::CapsLock | Key::NumLock | Key::ScrollLock | Key::Fn);
        // Some keyboards need Shift for these, others do not.
        let of_shift = matches!(
            key,
            Key::Plus
                | Key::Colon
                | Key::Pipe
                | Key::Questionmark
                | Key::Exclamationmark
                | Key::OpenCurlyBracket
                | Key::CloseCurlyBracket
        );
        let modifiers = Modifiers {
            alt: held.alt,
            shift: held.shift && !of_shift,
            command: held.command || held.ctrl,
            ..Modifiers::NONE
        };
        (!alone).then_some(Self(KeyboardShortcut::new(modifiers, key)))
    }

    /// The chord that a command is born with.
    pub(super) fn born(keys: KeyboardShortcut) -> Self {
        Self(keys)
    }

    /// As the library that draws knows it.
    pub fn shortcut(self) -> KeyboardShortcut {
        self.0
    }

    /// The key, whatever is held beside it.
    pub fn key(self) -> Key {
        self.0.logical_key
    }

    /// What is held beside the key.
    pub fn held(self) -> Modifiers {
        self.0.modifiers
    }

    /// How many keys are held.
    pub fn weight(self) -> usize {
        HELD.iter().filter(|(_, modifier)| self.held().contains(*modifier)).count()
    }

    /// Whether it belongs to a field while one is typed in, and rests under a dialog.
    pub fn is_plain(self) -> bool {
        !(self.held().alt || self.held().command || self.is_function_key())
    }

    /// Whether it writes or moves nothing; a clicker turns pages whatever has the focus.
    fn is_function_key(self) -> bool {
        let key = self.key();
        matches!(key, Key::PageUp | Key::PageDown) || key >= Key::F1 && key != Key::IntlBackslash
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, _) in HELD.iter().filter(|(_, modifier)| self.held().contains(*modifier)) {
            write!(f, "{name}+")?;
        }
        f.write_str(self.key().name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chord_reads_back_what_it_writes() {
        for key in Key::ALL {
            for held in [Modifiers::NONE, Modifiers::CTRL, Modifiers::ALT | Modifiers::SHIFT] {
                if let Some(chord) = Chord::of(held, *key) {
                    assert_eq!(Chord::parse(&chord.to_string()), Some(chord), "{chord}");
                }
            }
        }
        let chord = Chord::parse("Ctrl+Shift+F7").unwrap();
        assert_eq!((chord.key(), chord.weight(), chord.is_plain()), (Key::F7, 2, false));
    }

    #[test]
    fn nonsense_is_no_chord() {
        for text in ["", "+", "Ctrl", "Ctrl+", "F99", "f7", "Ctrl+Ctrl+B", "Shift+ShiftLeft", " B", "B+Ctrl"]
        {
            assert_eq!(Chord::parse(text), None, "{text:?}");
        }
    }
}
