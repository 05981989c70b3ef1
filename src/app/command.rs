//! Everything that a key or the palette can do, declared once.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::route::Screen;

/// One command: its sentence, its keys, and where it works.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The Fluent key of its label.
    pub label: &'static str,
    /// A Phosphor icon.
    pub icon: &'static str,
    /// The keys that run it, the first shown in menus.
    pub keys: &'static [KeyboardShortcut],
    /// The screen on which it works; everywhere where none is named.
    pub screen: Option<Screen>,
}

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

/// One list makes the enum, [`Command::ALL`] and the table.
macro_rules! commands {
    ($($name:ident => $spec:expr,)*) => {
        /// Something that a key or the palette can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the label of each command says what it does")]
        pub enum Command { $($name,)* }

        impl Command {
            /// Every command in the order in which lists show them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its sentence, keys and screen.
            pub const fn spec(self) -> Spec {
                match self { $(Self::$name => $spec,)* }
            }
        }
    };
}

commands! {
    Library => Spec { label: "command-library", icon: "books", keys: const { &[alt(Key::Num1)] }, screen: None },
    Read => Spec { label: "command-read", icon: "book-open-text", keys: const { &[alt(Key::Num2)] }, screen: None },
    Notes => Spec { label: "command-notes", icon: "note-pencil", keys: const { &[alt(Key::Num3)] }, screen: None },
    Settings => Spec { label: "command-settings", icon: "gear-six", keys: const { &[ctrl(Key::Comma), alt(Key::Num4)] }, screen: None },
    Palette => Spec { label: "command-palette", icon: "command", keys: const { &[ctrl(Key::K)] }, screen: None },
    Search => Spec { label: "command-search", icon: "magnifying-glass", keys: const { &[ctrl(Key::F), key(Key::Slash)] }, screen: None },
    Keys => Spec { label: "command-keys", icon: "keyboard", keys: const { &[key(Key::F1)] }, screen: None },
    OpenCourse => Spec { label: "command-open", icon: "folder-open", keys: const { &[ctrl(Key::O)] }, screen: None },
    Back => Spec { label: "command-back", icon: "caret-left", keys: const { &[alt(Key::ArrowLeft)] }, screen: None },
    Forward => Spec { label: "command-forward", icon: "caret-right", keys: const { &[alt(Key::ArrowRight)] }, screen: None },
    NextLesson => Spec { label: "command-next-lesson", icon: "arrow-right", keys: const { &[ctrl(Key::PageDown)] }, screen: Some(Screen::Reader) },
    PreviousLesson => Spec { label: "command-previous-lesson", icon: "arrow-left", keys: const { &[ctrl(Key::PageUp)] }, screen: Some(Screen::Reader) },
    Done => Spec { label: "command-done", icon: "check-circle", keys: const { &[ctrl(Key::Enter)] }, screen: Some(Screen::Reader) },
    NoteLesson => Spec { label: "command-note-lesson", icon: "note", keys: const { &[ctrl(Key::N)] }, screen: Some(Screen::Reader) },
    NoteBlock => Spec { label: "command-note-block", icon: "note-pencil", keys: const { &[ctrl(Key::M)] }, screen: Some(Screen::Reader) },
    Bookmark => Spec { label: "command-bookmark", icon: "bookmark-simple", keys: const { &[ctrl(Key::D)] }, screen: Some(Screen::Reader) },
    Contents => Spec { label: "command-contents", icon: "list", keys: const { &[ctrl(Key::Num1)] }, screen: Some(Screen::Reader) },
    LessonNotes => Spec { label: "command-lesson-notes", icon: "note", keys: const { &[ctrl(Key::Num2)] }, screen: Some(Screen::Reader) },
    Sources => Spec { label: "command-sources", icon: "scales", keys: const { &[ctrl(Key::Num3)] }, screen: Some(Screen::Reader) },
    Outline => Spec { label: "command-outline", icon: "sidebar-simple", keys: const { &[ctrl(Key::B)] }, screen: Some(Screen::Reader) },
    Focus => Spec { label: "command-focus", icon: "corners-out", keys: const { &[key(Key::F9)] }, screen: Some(Screen::Reader) },
    FullScreen => Spec { label: "command-full-screen", icon: "arrows-out", keys: const { &[key(Key::F11)] }, screen: None },
    LargerText => Spec { label: "command-larger-text", icon: "text-aa", keys: const { &[ctrl_shift(Key::Period)] }, screen: None },
    SmallerText => Spec { label: "command-smaller-text", icon: "text-aa", keys: const { &[ctrl_shift(Key::Comma)] }, screen: None },
    ZoomIn => Spec { label: "command-zoom-in", icon: "magnifying-glass-plus", keys: const { &[ctrl(Key::Plus), ctrl(Key::Equals)] }, screen: None },
    ZoomOut => Spec { label: "command-zoom-out", icon: "magnifying-glass-minus", keys: const { &[ctrl(Key::Minus)] }, screen: None },
    ZoomReset => Spec { label: "command-zoom-reset", icon: "magnifying-glass", keys: const { &[ctrl(Key::Num0)] }, screen: None },
    Undo => Spec { label: "command-undo", icon: "arrow-counter-clockwise", keys: const { &[ctrl(Key::Z)] }, screen: None },
    Problems => Spec { label: "command-problems", icon: "warning", keys: const { &[key(Key::F8)] }, screen: None },
    Reload => Spec { label: "command-reload", icon: "arrows-clockwise", keys: const { &[key(Key::F5)] }, screen: None },
}

impl Command {
    /// Whether it works on a screen.
    pub fn works_on(self, screen: Screen) -> bool {
        self.spec().screen.is_none_or(|only| only == screen)
    }

    /// The commands whose keys were pressed, longer chords first. Plain keys and undo rest while
    /// the user types: there they belong to the text.
    pub fn pressed(ctx: &egui::Context, screen: Screen) -> Vec<Self> {
        let typing = ctx.text_edit_focused();
        let mut bound: Vec<(KeyboardShortcut, Self)> = Vec::new();
        for command in Self::ALL.iter().filter(|command| command.works_on(screen)) {
            bound.extend(command.spec().keys.iter().map(|keys| (*keys, *command)));
        }
        let weight = |keys: &KeyboardShortcut| {
            let Modifiers { alt, ctrl, shift, command, .. } = keys.modifiers;
            [alt, ctrl, shift, command].into_iter().filter(|on| *on).count()
        };
        bound.sort_by_key(|(keys, command)| (std::cmp::Reverse(weight(keys)), *command));
        let belongs_to_text = |keys: &KeyboardShortcut, command: Self| {
            typing
                && (command == Self::Undo || keys.modifiers.is_none() && !is_function_key(keys.logical_key))
        };
        ctx.input_mut(|input| {
            let pressed: Vec<Self> = bound
                .into_iter()
                .filter(|(keys, command)| !belongs_to_text(keys, *command) && input.consume_shortcut(keys))
                .map(|(_, command)| command)
                .collect();
            if !pressed.is_empty() {
                // Some systems send the letter of a chord as text too; it must not be typed.
                input.events.retain(|event| !matches!(event, egui::Event::Text(_)));
            }
            pressed
        })
    }
}

fn is_function_key(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F5 | Key::F8 | Key::F9 | Key::F11)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::app::tr::{Language, loader};
    use crate::assets::icons;

    #[test]
    fn no_two_commands_share_keys_on_one_screen() {
        for screen in [Screen::Library, Screen::Reader, Screen::Notes, Screen::Search, Screen::Settings] {
            let mut taken: BTreeMap<String, Command> = BTreeMap::new();
            for command in Command::ALL.iter().filter(|command| command.works_on(screen)) {
                for keys in command.spec().keys {
                    let other = taken.insert(format!("{keys:?}"), *command);
                    assert_eq!(other, None, "{keys:?} on {screen:?}");
                }
            }
        }
    }

    #[test]
    fn every_command_has_a_sentence_an_icon_and_a_key() {
        for language in Language::ALL {
            let tr = loader(language);
            for command in Command::ALL {
                let spec = command.spec();
                assert!(tr.has(spec.label), "{}", spec.label);
                assert!(icons::find(spec.icon).is_some(), "{}", spec.icon);
                assert!(!spec.keys.is_empty());
            }
        }
    }
}
