//! Folds letters so that text typed without accents meets text written with them.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Letters beyond this one are rare; what they are is worked out each time.
const KNOWN: u32 = 0x1f00;

/// Hundreds of texts are cut into words for every query, so common characters are looked up.
static PARTS: LazyLock<Vec<Part>> =
    LazyLock::new(|| (0..KNOWN).map(|code| char::from_u32(code).map_or(Part::Gap, part_of)).collect());

/// The sound of common letters, looked up for every word of a library.
static SOUNDS: LazyLock<Vec<(Option<char>, Option<char>)>> =
    LazyLock::new(|| (0..KNOWN).map(|code| char::from_u32(code).map_or((None, None), sound_apart)).collect());

/// Marks that change the tone of a vowel and nothing else.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// What a character is to the words of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A letter or digit, in its plainest form.
    Letter(char),
    /// A mark that did not compose with the letter before it.
    Mark,
    /// What parts words.
    Gap,
}

#[inline]
pub(super) fn part(c: char) -> Part {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Part::Letter(c.to_ascii_lowercase()) } else { Part::Gap };
    }
    let known = usize::try_from(u32::from(c)).ok().and_then(|code| PARTS.get(code));
    known.copied().unwrap_or_else(|| part_of(c))
}

fn part_of(c: char) -> Part {
    match c {
        c if is_combining_mark(c) => Part::Mark,
        c if c.is_alphanumeric() => Part::Letter(plainest(c)),
        _ => Part::Gap,
    }
}

/// One character in its plainest form: no accent, small, `đ` as `d`.
///
/// One character in, one out, so that a hit in folded text is a hit at the same character of the
/// original NFC text.
pub fn fold_char(c: char) -> char {
    match part(c) {
        Part::Letter(plain) => plain,
        _ if c.is_ascii() => c,
        _ => plainest(c),
    }
}

fn plainest(c: char) -> char {
    let base = std::iter::once(c).nfd().next().unwrap_or(c);
    match base {
        'đ' | 'Đ' => 'd',
        base => {
            let mut small = base.to_lowercase();
            match (small.next(), small.next()) {
                (Some(only), None) => only,
                _ => base,
            }
        }
    }
}

/// A text in its plainest form, with as many characters as its NFC form.
pub fn fold(text: &str) -> String {
    text.nfc().map(fold_char).collect()
}

/// A letter with its hat or horn, small and without its tone, and the tone apart. A mark that did
/// not compose with its letter is a tone without a letter.
fn sound(c: char) -> (Option<char>, Option<char>) {
    if c.is_ascii() {
        return (Some(c.to_ascii_lowercase()), None);
    }
    let known = usize::try_from(u32::from(c)).ok().and_then(|code| SOUNDS.get(code));
    known.copied().unwrap_or_else(|| sound_apart(c))
}

fn sound_apart(c: char) -> (Option<char>, Option<char>) {
    let apart = || c.to_lowercase().nfd();
    let tone = apart().find(|mark| TONES.contains(mark));
    let mut letters = apart().filter(|mark| !TONES.contains(mark)).nfc();
    match (letters.next(), letters.next()) {
        (letter, None) => (letter, tone),
        // No letter of Vietnamese; it stays what it is.
        (_, Some(_)) => (Some(c), None),
    }
}

/// A word as it sounds: its small letters with their hats and horns, and its tone.
///
/// The tone may stand on either vowel (`hoà`, `hòa`): the sound is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    /// Such as `đuôi`.
    pub letters: String,
    /// The mark of the tone, where there is one.
    pub tone: Option<char>,
}

impl Spoken {
    pub(super) fn of(word: &str) -> Self {
        let mut letters = String::with_capacity(word.len());
        let tone = spell(word, &mut letters);
        Self { letters, tone }
    }

    /// Whether a plain keyboard cannot write it.
    pub(super) fn is_accented(&self) -> bool {
        self.tone.is_some() || self.letters.chars().any(|c| fold_char(c) != c)
    }

    /// Whether a written word sounds like it.
    pub(super) fn is(&self, written: &str) -> bool {
        written.chars().filter_map(|c| sound(c).0).eq(self.letters.chars()) && self.tone == tone_of(written)
    }

    /// Whether it can still become a written word when more is typed.
    pub(super) fn begins(&self, written: &str) -> bool {
        let mut letters = written.chars().filter_map(|c| sound(c).0);
        self.letters.chars().all(|c| letters.next() == Some(c))
            && (self.tone.is_none() || self.tone == tone_of(written))
    }
}

/// Appends the letters of a word without its tone; answers the tone.
pub(super) fn spell(word: &str, letters: &mut String) -> Option<char> {
    let mut tone = None;
    for (letter, mark) in word.chars().map(sound) {
        letters.extend(letter);
        tone = mark.or(tone);
    }
    tone
}

fn tone_of(word: &str) -> Option<char> {
    word.chars().rev().find_map(|c| sound(c).1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_case_and_composition_make_no_difference() {
        for text in ["đuối nước", "ĐUỐI NƯỚC", "đuô\u{301}i nươ\u{301}c", "duoi nuoc"] {
            assert_eq!(fold(text), "duoi nuoc", "{text}");
        }
    }

    #[test]
    fn both_places_of_the_tone_sound_the_same_and_other_tones_do_not() {
        for (one, other) in [("hoà", "hòa"), ("Thuý", "thúy"), ("quý", "qúy"), ("HOÀ", "ho\u{300}a")] {
            assert_eq!(Spoken::of(one), Spoken::of(other), "{one}");
            assert!(Spoken::of(one).is(other), "{one}");
        }
        for (one, other) in [("hoà", "hoá"), ("đuối", "đuôi"), ("ma", "mạ"), ("đa", "da")] {
            assert!(!Spoken::of(one).is(other), "{one}");
        }
    }

    #[test]
    fn a_half_typed_word_begins_those_that_it_can_become() {
        let begins = |typed, word| Spoken::of(typed).begins(word);
        assert!(begins("đuô", "đuối") && begins("trườ", "trường") && begins("nu", "nung"));
        assert!(!begins("đuo", "đuối") && !begins("trướ", "trường"));
    }

    proptest! {
        #[test]
        fn folding_is_one_to_one_in_characters_and_settles_at_once(text in "\\PC*") {
            let folded = fold(&text);
            prop_assert_eq!(folded.chars().count(), text.nfc().count());
            prop_assert_eq!(fold(&folded), folded.clone());
        }

        #[test]
        fn a_letter_that_is_looked_up_is_the_one_worked_out(c in any::<char>()) {
            prop_assert_eq!((part(c), sound(c)), (part_of(c), sound_apart(c)));
            prop_assert_eq!(fold_char(c), plainest(c));
        }

        #[test]
        fn nfd_and_capitals_fold_to_the_same(text in "[a-zđăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ]*") {
            let apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&apart), fold(&text));
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        }
    }
}
