//! Rules of the keys.

use proptest::prelude::*;

use super::*;

fn chord(text: &str) -> Chord {
    Chord::parse(text).unwrap()
}

/// Every chord runs at most one command on each screen.
fn assert_no_clash(keys: &Keys) {
    for screen in Screen::ALL {
        let mut seen: Vec<Chord> = Vec::new();
        for command in Command::ALL.iter().filter(|command| command.works_on(screen)) {
            for chord in keys.of(*command) {
                assert!(!seen.contains(chord), "{chord} on {screen:?} again for {command:?}");
                seen.push(*chord);
            }
        }
    }
}

#[test]
fn what_commands_are_born_with_never_clashes_and_is_all_in_use() {
    let keys = Keys::default();
    assert_no_clash(&keys);
    for command in Command::ALL {
        assert!(keys.of(*command).iter().copied().eq(born(*command)), "{command:?}");
    }
}

#[test]
fn a_clash_is_refused_with_the_other_command() {
    let keys = Keys::default();
    let refused = |command, text| keys.with(command, None, chord(text)).unwrap_err();
    assert_eq!(refused(Command::Blackout, "F3"), Refusal::Taken(Command::Pointer));
    assert_eq!(refused(Command::Blackout, "F8"), Refusal::Taken(Command::Problems));
    assert_eq!(refused(Command::Problems, "F9"), Refusal::Taken(Command::Focus));
    // The reader and the stage never meet.
    assert!(keys.with(Command::Focus, None, chord("F3")).is_ok());
}

#[test]
fn keys_that_must_stay_are_refused() {
    let keys = Keys::default();
    let refused = |command, text| keys.with(command, None, chord(text)).unwrap_err();
    assert_eq!(refused(Command::Blackout, "Escape"), Refusal::System);
    assert_eq!(refused(Command::Blackout, "Backspace"), Refusal::System);
    assert_eq!(refused(Command::Blackout, "Enter"), Refusal::Taken(Command::SlideEnter));
    assert_eq!(refused(Command::Blackout, "7"), Refusal::Digit);
    assert_eq!(refused(Command::Bookmark, "Ctrl+C"), Refusal::Text);
    assert_eq!(refused(Command::Bookmark, "B"), Refusal::Plain);
    assert_eq!(refused(Command::Library, "PageDown"), Refusal::Plain);
    assert_eq!(refused(Command::Bookmark, "F1"), Refusal::Taken(Command::Keys));
    assert!(!Command::Escape.takes_chosen_keys() && !Command::Choose.takes_chosen_keys());
}

#[test]
fn a_clicker_with_odd_keys_runs_what_its_owner_chose() {
    let keys = Keys::default().with(Command::SlideNext, None, chord("AudioVolumeUp")).unwrap();
    let keys = keys.with(Command::Blackout, Some(0), chord("F13")).unwrap();
    assert!(keys.of(Command::SlideNext).contains(&chord("AudioVolumeUp")));
    assert_eq!(keys.of(Command::Blackout), [chord("F13"), chord("Period")]);
}

#[test]
fn keys_come_back_unless_another_command_has_them_now() {
    let keys = Keys::default().with(Command::Freeze, Some(0), chord("Y")).unwrap();
    let keys = keys.with(Command::Pen, Some(0), chord("F")).unwrap();
    assert_eq!(keys.born(Command::Freeze).unwrap_err(), Refusal::Taken(Command::Pen));
    let keys = keys.born(Command::Pen).unwrap().born(Command::Freeze).unwrap();
    assert_eq!(keys, Keys::default());
}

#[test]
fn what_is_not_known_rests_but_is_kept() {
    let saved = r#"{"dance":["Ctrl+F5"],"blackout":["Hyper+B","F13"],"escape":["F2"],"keys":[]}"#;
    let keys: Keys = serde_json::from_str(saved).unwrap();
    assert_eq!(keys.of(Command::Blackout), [chord("F13")]);
    assert_eq!(keys.of(Command::Escape), [chord("Escape")]);
    let keys = keys.with(Command::Pen, None, chord("F14")).unwrap().all_born();
    assert_eq!(serde_json::to_string(&keys).unwrap(), r#"{"dance":["Ctrl+F5"]}"#);
}

#[test]
fn a_chosen_key_wins_over_one_that_a_command_is_born_with() {
    let keys: Keys = serde_json::from_str(r#"{"pen":["B"]}"#).unwrap();
    assert_eq!(keys.of(Command::Pen), [chord("B")]);
    assert_eq!(keys.of(Command::Blackout), [chord("Period")]);
}

fn any_chord() -> impl Strategy<Value = String> {
    let held = prop::sample::select(vec!["", "Ctrl+", "Shift+", "Ctrl+Shift+", "Alt+", "Hyper+"]);
    let key = prop::sample::select(Key::ALL.iter().map(|key| key.name()).collect::<Vec<_>>());
    (held, key).prop_map(|(held, key)| format!("{held}{key}"))
}

fn any_command() -> impl Strategy<Value = Command> {
    prop::sample::select(Command::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_saved_nothing_clashes(
        saved in prop::collection::btree_map(
            any_command().prop_map(|command| command.name().to_owned()),
            prop::collection::vec(any_chord(), 0..5),
            0..20,
        )
    ) {
        let json = serde_json::to_string(&saved).unwrap();
        let keys: Keys = serde_json::from_str(&json).unwrap();
        assert_no_clash(&keys);
        prop_assert_eq!(serde_json::to_string(&keys).unwrap(), json);
        prop_assert_eq!(keys.of(Command::Escape), [chord("Escape")]);
        prop_assert_eq!(keys.of(Command::Keys), [chord("F1")]);
        prop_assert_eq!(keys.of(Command::SlideEnter), [chord("Enter")]);
    }

    #[test]
    fn whatever_is_chosen_nothing_clashes_and_what_was_granted_holds(
        steps in prop::collection::vec((any_command(), any_chord(), 0_usize..4, 0_u8..5), 1..30)
    ) {
        let mut keys = Keys::default();
        for (command, text, nth, what) in steps {
            let Some(chord) = Chord::parse(&text) else { continue };
            let before = keys.clone();
            match what {
                0 => keys = keys.without(command, nth),
                1 => keys = keys.born(command).unwrap_or(before),
                _ => if let Ok(with) = keys.with(command, (what == 2).then_some(nth), chord) {
                    prop_assert!(!command.takes_chosen_keys() || with.of(command).contains(&chord));
                    for other in Command::ALL.iter().filter(|other| **other != command) {
                        prop_assert_eq!(with.of(*other), before.of(*other));
                    }
                    keys = with;
                },
            }
            assert_no_clash(&keys);
        }
    }
}
