//! Which keys run which command: those it is born with, or those that the user chose.

mod chord;

pub use chord::Chord;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Key, Modifiers};
use serde::{Deserialize, Serialize};

use crate::app::command::Command;
use crate::app::route::Screen;

/// The most chords that run one command.
pub const MOST: usize = 6;

/// As settings keep them: chords under the names of commands.
type Chosen = BTreeMap<String, Vec<String>>;

/// The keys of all commands; no two commands share any on one screen, whatever was saved.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Chosen", into = "Chosen")]
pub struct Keys {
    /// Also what this version does not know; it is kept.
    chosen: Chosen,
    in_use: Arc<BTreeMap<Command, Vec<Chord>>>,
}

/// Why keys cannot run a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// They run another command there.
    Taken(Command),
    /// They belong to every window or to the system.
    System,
    /// They copy, paste or select text.
    Text,
    /// Digits type a number.
    Digit,
    /// Where there is something to read or to write in, a bare key scrolls or writes.
    Plain,
    /// The command has as many as fit.
    TooMany,
}

impl From<Chosen> for Keys {
    fn from(chosen: Chosen) -> Self {
        let in_use = Arc::new(resolve(&chosen));
        Self { chosen, in_use }
    }
}

impl From<Keys> for Chosen {
    fn from(keys: Keys) -> Self {
        keys.chosen
    }
}

impl Default for Keys {
    fn default() -> Self {
        Self::from(Chosen::new())
    }
}

impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        self.chosen == other.chosen
    }
}

impl Eq for Keys {}

impl Keys {
    /// The chords that run a command, the first shown in menus.
    pub fn of(&self, command: Command) -> &[Chord] {
        self.in_use.get(&command).map_or(&[], Vec::as_slice)
    }

    /// Whether the user chose the keys of a command.
    pub fn is_chosen(&self, command: Command) -> bool {
        self.chosen.contains_key(command.name())
    }

    /// Whether the user chose any.
    pub fn has_chosen(&self) -> bool {
        Command::ALL.iter().any(|command| self.is_chosen(*command))
    }

    /// A chord in place of the one of that number, or beside the others.
    pub fn with(&self, command: Command, nth: Option<usize>, chord: Chord) -> Result<Self, Refusal> {
        let mut chords = self.of(command).to_vec();
        if chords.contains(&chord) {
            return Ok(self.clone());
        }
        fits(command, chord)?;
        if let Some(other) = taken(&self.in_use, command, chord) {
            return Err(Refusal::Taken(other));
        }
        if let Some(old) = nth.and_then(|nth| chords.get_mut(nth)) {
            *old = chord;
        } else if chords.len() < MOST {
            chords.push(chord);
        } else {
            return Err(Refusal::TooMany);
        }
        Ok(self.choose(command, &chords))
    }

    /// Without the chord of that number.
    #[must_use]
    pub fn without(&self, command: Command, nth: usize) -> Self {
        let mut chords = self.of(command).to_vec();
        if nth < chords.len() {
            chords.remove(nth);
        }
        self.choose(command, &chords)
    }

    /// The keys that a command is born with; refused where another one has them now.
    pub fn born(&self, command: Command) -> Result<Self, Refusal> {
        for chord in born(command) {
            if let Some(other) = taken(&self.in_use, command, chord) {
                return Err(Refusal::Taken(other));
            }
        }
        let mut chosen = self.chosen.clone();
        chosen.remove(command.name());
        Ok(Self::from(chosen))
    }

    /// The keys that every command is born with.
    #[must_use]
    pub fn all_born(&self) -> Self {
        let mut chosen = self.chosen.clone();
        chosen.retain(|name, _| Command::ALL.iter().all(|command| command.name() != name));
        Self::from(chosen)
    }

    fn choose(&self, command: Command, chords: &[Chord]) -> Self {
        let mut chosen = self.chosen.clone();
        if chords.iter().copied().eq(born(command)) {
            chosen.remove(command.name());
        } else if command.takes_chosen_keys() {
            chosen.insert(command.name().to_owned(), chords.iter().map(Chord::to_string).collect());
        }
        Self::from(chosen)
    }
}

impl Command {
    /// Its name in settings.
    pub fn name(self) -> &'static str {
        let label = self.spec().label;
        label.strip_prefix("command-").unwrap_or(label)
    }

    /// Whether the user may give it other keys. Help, the way out and the key that confirms stay where
    /// everybody looks for them; digits mean their number.
    pub fn takes_chosen_keys(self) -> bool {
        !self.takes_a_number() && !matches!(self, Self::Keys | Self::Escape | Self::SlideEnter)
    }

    /// Whether it works on a screen on which the other one works too.
    fn meets(self, other: Self) -> bool {
        match (self.spec().screen, other.spec().screen) {
            (Some(here), Some(there)) => here == there,
            _ => true,
        }
    }
}

fn born(command: Command) -> impl Iterator<Item = Chord> {
    command.spec().keys.iter().copied().map(Chord::born)
}

/// What cannot be chosen comes first, then what was chosen, then what commands are born with; each
/// keeps what is still free.
fn resolve(chosen: &Chosen) -> BTreeMap<Command, Vec<Chord>> {
    let of = |command: &Command| chosen.get(command.name()).filter(|_| command.takes_chosen_keys());
    let mut order: Vec<Command> = Command::ALL.to_vec();
    order.sort_by_key(|command| (command.takes_chosen_keys(), of(command).is_none()));
    let mut in_use = BTreeMap::new();
    for command in order {
        let wanted: Vec<Chord> = match of(&command) {
            Some(texts) => {
                let read = texts.iter().filter_map(|text| Chord::parse(text)).take(MOST);
                read.filter(|chord| fits(command, *chord).is_ok()).collect()
            }
            None => born(command).collect(),
        };
        let mut free: Vec<Chord> = Vec::new();
        for chord in wanted {
            if taken(&in_use, command, chord).is_none() && !free.contains(&chord) {
                free.push(chord);
            }
        }
        in_use.insert(command, free);
    }
    in_use
}

/// The other command that a chord runs where this one works.
fn taken(in_use: &BTreeMap<Command, Vec<Chord>>, command: Command, chord: Chord) -> Option<Command> {
    let others = in_use.iter().filter(|(other, _)| **other != command && command.meets(**other));
    others.into_iter().find(|(_, chords)| chords.contains(&chord)).map(|(other, _)| *other)
}

/// Whether a chord may run a command at all.
fn fits(command: Command, chord: Chord) -> Result<(), Refusal> {
    let (key, held) = (chord.key(), chord.held());
    let moves = matches!(
        key,
        Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
    );
    let of_system = matches!(key, Key::Escape | Key::Tab | Key::Backspace | Key::Power | Key::Sleep)
        || (key, held) == (Key::F4, Modifiers::ALT);
    let of_text = held.command && matches!(key, Key::A | Key::C | Key::V | Key::X)
        || matches!(key, Key::Copy | Key::Cut | Key::Paste);
    let with_text =
        !matches!(command.spec().screen, Some(Screen::Presenter | Screen::SelfCheck | Screen::Cards));
    if born(command).any(|own| own == chord) {
        Ok(())
    } else if of_system {
        Err(Refusal::System)
    } else if of_text || with_text && moves && held.command {
        Err(Refusal::Text)
    } else if key >= Key::Num0 && key <= Key::Num9 && chord.is_plain() {
        Err(Refusal::Digit)
    } else if with_text && (chord.is_plain() || moves && held.is_none()) {
        Err(Refusal::Plain)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
