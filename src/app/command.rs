//! Everything that a key or the palette can do, declared once.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::action::Action;
use crate::app::keys::{Chord, Keys};
use crate::app::route::Screen;
use crate::app::study_action::StudyAction;
use crate::study::schedule::Grade;

/// One command: its sentence, its keys, and where it works.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The Fluent key of its label.
    pub label: &'static str,
    /// A Phosphor icon.
    pub icon: &'static str,
    /// The keys that run it until the user chooses others.
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

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const DIGITS: [KeyboardShortcut; 9] = [
    key(Key::Num1),
    key(Key::Num2),
    key(Key::Num3),
    key(Key::Num4),
    key(Key::Num5),
    key(Key::Num6),
    key(Key::Num7),
    key(Key::Num8),
    key(Key::Num9),
];

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
    Present => Spec { label: "command-present", icon: "presentation", keys: const { &[key(Key::F5)] }, screen: None },
    Presenter => Spec { label: "command-presenter", icon: "projector-screen", keys: const { &[alt(Key::Num3)] }, screen: None },
    Study => Spec { label: "command-study", icon: "cards", keys: const { &[alt(Key::Num4)] }, screen: None },
    Notes => Spec { label: "command-notes", icon: "note-pencil", keys: const { &[alt(Key::Num5)] }, screen: None },
    Settings => Spec { label: "command-settings", icon: "gear-six", keys: const { &[ctrl(Key::Comma), alt(Key::Num6)] }, screen: None },
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
    MarkWords => Spec { label: "command-mark-words", icon: "highlighter", keys: const { &[ctrl(Key::H)] }, screen: Some(Screen::Reader) },
    NoteWords => Spec { label: "command-note-words", icon: "note-pencil", keys: const { &[ctrl_shift(Key::M)] }, screen: Some(Screen::Reader) },
    NextMark => Spec { label: "command-next-mark", icon: "highlighter-circle", keys: const { &[key(Key::F4)] }, screen: Some(Screen::Reader) },
    PreviousMark => Spec { label: "command-previous-mark", icon: "highlighter-circle", keys: const { &[shift(Key::F4)] }, screen: Some(Screen::Reader) },
    Contents => Spec { label: "command-contents", icon: "list", keys: const { &[ctrl(Key::Num1)] }, screen: Some(Screen::Reader) },
    LessonNotes => Spec { label: "command-lesson-notes", icon: "note", keys: const { &[ctrl(Key::Num2)] }, screen: Some(Screen::Reader) },
    Sources => Spec { label: "command-sources", icon: "scales", keys: const { &[ctrl(Key::Num3)] }, screen: Some(Screen::Reader) },
    Outline => Spec { label: "command-outline", icon: "sidebar-simple", keys: const { &[ctrl(Key::B)] }, screen: Some(Screen::Reader) },
    Focus => Spec { label: "command-focus", icon: "corners-out", keys: const { &[key(Key::F9)] }, screen: Some(Screen::Reader) },
    Choose => Spec { label: "command-choose", icon: "list-numbers", keys: const { &DIGITS }, screen: Some(Screen::SelfCheck) },
    HeldUp => Spec { label: "command-held-up", icon: "arrow-up", keys: const { &[key(Key::ArrowUp)] }, screen: Some(Screen::SelfCheck) },
    HeldDown => Spec { label: "command-held-down", icon: "arrow-down", keys: const { &[key(Key::ArrowDown)] }, screen: Some(Screen::SelfCheck) },
    Confirm => Spec { label: "command-confirm", icon: "check", keys: const { &[key(Key::Enter)] }, screen: Some(Screen::SelfCheck) },
    ConfirmGuess => Spec { label: "command-confirm-guess", icon: "question", keys: const { &[shift(Key::Enter)] }, screen: Some(Screen::SelfCheck) },
    TurnCard => Spec { label: "command-turn-card", icon: "eye", keys: const { &[key(Key::Space), key(Key::Enter)] }, screen: Some(Screen::Cards) },
    GradeCard => Spec { label: "command-grade-card", icon: "list-numbers", keys: const { &[key(Key::Num1), key(Key::Num2), key(Key::Num3), key(Key::Num4)] }, screen: Some(Screen::Cards) },
    UndoCard => Spec { label: "command-undo-card", icon: "arrow-counter-clockwise", keys: const { &[key(Key::U)] }, screen: Some(Screen::Cards) },
    BuryCard => Spec { label: "command-bury-card", icon: "moon", keys: const { &[key(Key::Minus)] }, screen: Some(Screen::Cards) },
    SuspendCard => Spec { label: "command-suspend-card", icon: "pause", keys: const { &[key(Key::Num0)] }, screen: Some(Screen::Cards) },
    FullScreen => Spec { label: "command-full-screen", icon: "arrows-out", keys: const { &[key(Key::F11)] }, screen: None },
    LargerText => Spec { label: "command-larger-text", icon: "text-aa", keys: const { &[ctrl_shift(Key::Period)] }, screen: None },
    SmallerText => Spec { label: "command-smaller-text", icon: "text-aa", keys: const { &[ctrl_shift(Key::Comma)] }, screen: None },
    ZoomIn => Spec { label: "command-zoom-in", icon: "magnifying-glass-plus", keys: const { &[ctrl(Key::Plus), ctrl(Key::Equals)] }, screen: None },
    ZoomOut => Spec { label: "command-zoom-out", icon: "magnifying-glass-minus", keys: const { &[ctrl(Key::Minus)] }, screen: None },
    ZoomReset => Spec { label: "command-zoom-reset", icon: "magnifying-glass", keys: const { &[ctrl(Key::Num0)] }, screen: None },
    Undo => Spec { label: "command-undo", icon: "arrow-counter-clockwise", keys: const { &[ctrl(Key::Z)] }, screen: None },
    Problems => Spec { label: "command-problems", icon: "warning", keys: const { &[key(Key::F8)] }, screen: None },
    Reload => Spec { label: "command-reload", icon: "arrows-clockwise", keys: const { &[ctrl(Key::R)] }, screen: None },
    PresentHere => Spec { label: "command-present-here", icon: "presentation-chart", keys: const { &[shift(Key::F5)] }, screen: Some(Screen::Reader) },
    SlideNext => Spec { label: "command-slide-next", icon: "caret-right", keys: const { &[key(Key::ArrowRight), key(Key::PageDown), key(Key::Space), key(Key::ArrowDown)] }, screen: Some(Screen::Presenter) },
    SlidePrevious => Spec { label: "command-slide-previous", icon: "caret-left", keys: const { &[key(Key::ArrowLeft), key(Key::PageUp), key(Key::ArrowUp)] }, screen: Some(Screen::Presenter) },
    SlideEnter => Spec { label: "command-slide-enter", icon: "key-return", keys: const { &[key(Key::Enter)] }, screen: Some(Screen::Presenter) },
    SlideFirst => Spec { label: "command-slide-first", icon: "caret-double-left", keys: const { &[key(Key::Home)] }, screen: Some(Screen::Presenter) },
    SlideLast => Spec { label: "command-slide-last", icon: "caret-double-right", keys: const { &[key(Key::End)] }, screen: Some(Screen::Presenter) },
    Blackout => Spec { label: "command-blackout", icon: "square-half", keys: const { &[key(Key::B), key(Key::Period)] }, screen: Some(Screen::Presenter) },
    Whiteout => Spec { label: "command-whiteout", icon: "square", keys: const { &[key(Key::W), key(Key::Comma)] }, screen: Some(Screen::Presenter) },
    Freeze => Spec { label: "command-freeze", icon: "snowflake", keys: const { &[key(Key::F), key(Key::F4)] }, screen: Some(Screen::Presenter) },
    Pointer => Spec { label: "command-pointer", icon: "cursor-click", keys: const { &[key(Key::P), key(Key::F3)] }, screen: Some(Screen::Presenter) },
    Spotlight => Spec { label: "command-spotlight", icon: "flashlight", keys: const { &[key(Key::L), key(Key::F6)] }, screen: Some(Screen::Presenter) },
    Pen => Spec { label: "command-pen", icon: "pencil-simple", keys: const { &[key(Key::D), key(Key::F7)] }, screen: Some(Screen::Presenter) },
    Eraser => Spec { label: "command-eraser", icon: "eraser", keys: const { &[key(Key::E), shift(Key::F7)] }, screen: Some(Screen::Presenter) },
    WipeInk => Spec { label: "command-wipe-ink", icon: "broom", keys: const { &[key(Key::Delete)] }, screen: Some(Screen::Presenter) },
    ZoomSlide => Spec { label: "command-zoom-slide", icon: "magnifying-glass-plus", keys: const { &[key(Key::Z), key(Key::F9)] }, screen: Some(Screen::Presenter) },
    Overview => Spec { label: "command-overview", icon: "squares-four", keys: const { &[key(Key::O), key(Key::F12)] }, screen: Some(Screen::Presenter) },
    FullFigure => Spec { label: "command-full-figure", icon: "image", keys: const { &[key(Key::X), shift(Key::F8)] }, screen: Some(Screen::Presenter) },
    PreShow => Spec { label: "command-pre-show", icon: "slideshow", keys: const { &[key(Key::N), shift(Key::F3)] }, screen: Some(Screen::Presenter) },
    PauseCard => Spec { label: "command-pause-card", icon: "coffee", keys: const { &[key(Key::G), shift(Key::F4)] }, screen: Some(Screen::Presenter) },
    Hands => Spec { label: "command-hands", icon: "hand-palm", keys: const { &[key(Key::H), key(Key::F2)] }, screen: Some(Screen::Presenter) },
    ActivityTimer => Spec { label: "command-timer", icon: "timer", keys: const { &[key(Key::T), shift(Key::F2)] }, screen: Some(Screen::Presenter) },
    PickRandom => Spec { label: "command-pick", icon: "shuffle", keys: const { &[key(Key::R), shift(Key::F10)] }, screen: Some(Screen::Presenter) },
    ClassSheet => Spec { label: "command-class-sheet", icon: "clipboard-text", keys: const { &[key(Key::Q), key(Key::F10)] }, screen: Some(Screen::Presenter) },
    Replan => Spec { label: "command-replan", icon: "clock-countdown", keys: const { &[key(Key::A), shift(Key::F9)] }, screen: Some(Screen::Presenter) },
    SwapScreens => Spec { label: "command-swap-screens", icon: "swap", keys: const { &[key(Key::S), shift(Key::F12)] }, screen: Some(Screen::Presenter) },
    TableMode => Spec { label: "command-table-mode", icon: "frame-corners", keys: const { &[key(Key::M), shift(Key::F11)] }, screen: Some(Screen::Presenter) },
    RoomCheck => Spec { label: "command-room-check", icon: "list-checks", keys: const { &[key(Key::K), shift(Key::F6)] }, screen: Some(Screen::Presenter) },
    GoLive => Spec { label: "command-go-live", icon: "projector-screen", keys: const { &[ctrl(Key::Enter)] }, screen: Some(Screen::Presenter) },
    Escape => Spec { label: "command-escape", icon: "x", keys: const { &[key(Key::Escape)] }, screen: Some(Screen::Presenter) },
}

impl Command {
    /// Whether it works on a screen.
    pub fn works_on(self, screen: Screen) -> bool {
        // The room is checked before a class as well.
        let before = self == Self::RoomCheck && screen == Screen::Agenda;
        before || self.spec().screen.is_none_or(|only| only == screen)
    }

    /// What it does when its key of that number is pressed.
    pub fn action(self, nth: usize) -> Action {
        match self {
            Self::Choose => Action::Study(StudyAction::Press(nth)),
            Self::GradeCard => {
                Action::Study(StudyAction::Grade(Grade::ALL.get(nth).copied().unwrap_or(Grade::Again)))
            }
            command => Action::Run(command),
        }
    }

    /// Whether each of its keys does something of its own; lists can show it but not run it.
    pub fn takes_a_number(self) -> bool {
        matches!(self, Self::Choose | Self::GradeCard)
    }

    /// The commands whose keys were pressed, each with the number of its key, longer chords first. Plain
    /// keys and undo rest while the user types: there they belong to the text. Under something that lies
    /// above the screen plain keys rest too, and where a control has the keyboard, Enter and space press it;
    /// only on the stage they turn pages whatever has the focus.
    pub fn pressed(ctx: &egui::Context, keys: &Keys, screen: Screen, covered: bool) -> Vec<(Self, usize)> {
        let typing = ctx.text_edit_focused();
        let focused = ctx.memory(|memory| memory.focused().is_some()) && screen != Screen::Presenter;
        let mut bound: Vec<(Chord, (Self, usize))> = Vec::new();
        for command in Self::ALL.iter().filter(|command| command.works_on(screen)) {
            bound.extend(keys.of(*command).iter().zip(0..).map(|(chord, nth)| (*chord, (*command, nth))));
        }
        bound.sort_by_key(|(chord, command)| (std::cmp::Reverse(chord.weight()), *command));
        let rests = |chord: Chord, command: Self| {
            let presses = matches!(chord.key(), Key::Enter | Key::Space);
            typing && command == Self::Undo || chord.is_plain() && (typing || covered || focused && presses)
        };
        ctx.input_mut(|input| {
            let mut pressed = Vec::new();
            for (chord, command) in bound.into_iter().filter(|(chord, (command, _))| !rests(*chord, *command))
            {
                // Two presses between two frames are two steps.
                let times = input.count_and_consume_key(chord.held(), chord.key());
                pressed.extend(std::iter::repeat_n(command, times));
            }
            if !pressed.is_empty() {
                // Some systems send the letter of a chord as text too; it must not be typed.
                input.events.retain(|event| !matches!(event, egui::Event::Text(_)));
            }
            pressed
        })
    }
}

/// The keys of a slide's number.
const NUMBER_KEYS: [(Key, char); 10] = [
    (Key::Num0, '0'),
    (Key::Num1, '1'),
    (Key::Num2, '2'),
    (Key::Num3, '3'),
    (Key::Num4, '4'),
    (Key::Num5, '5'),
    (Key::Num6, '6'),
    (Key::Num7, '7'),
    (Key::Num8, '8'),
    (Key::Num9, '9'),
];

/// The digits that were pressed on the stage; they make the number of a slide, unless they are typed
/// into a field.
pub fn digits(ctx: &egui::Context, screen: Screen, covered: bool) -> Vec<char> {
    if screen != Screen::Presenter || covered || ctx.text_edit_focused() {
        return Vec::new();
    }
    let pressed = |input: &mut egui::InputState| {
        let times = |(key, digit)| (digit, input.count_and_consume_key(Modifiers::NONE, key));
        let digits: Vec<(char, usize)> = NUMBER_KEYS.into_iter().map(times).collect();
        digits.into_iter().flat_map(|(digit, times)| std::iter::repeat_n(digit, times)).collect()
    };
    ctx.input_mut(pressed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tr::{Language, loader};
    use crate::assets::icons;

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
