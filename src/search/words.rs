//! The words of a text, folded, and where they stand in it.

use std::ops::Range;

use super::fold::{Part, part};

/// The words of a text; everything else parts them.
pub(super) struct Words<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

struct Span {
    /// Characters of the text.
    chars: Range<usize>,
    /// Bytes of the text.
    bytes: Range<usize>,
    /// The first letter in its plainest form.
    initial: char,
}

impl<'a> Words<'a> {
    /// Reads an NFC text.
    pub(super) fn of(text: &'a str) -> Self {
        let mut spans: Vec<Span> = Vec::with_capacity(text.len() / 5);
        // The word at hand: its first character, byte and letter.
        let mut begun: Option<(usize, usize, char)> = None;
        // A gap at the end ends the last word.
        let chars = text.char_indices().chain([(text.len(), ' ')]);
        for (at, (byte, c)) in chars.enumerate() {
            match part(c) {
                Part::Letter(plain) => begun = begun.or(Some((at, byte, plain))),
                Part::Mark if begun.is_some() => {}
                Part::Mark | Part::Gap => {
                    let Some((first, start, initial)) = begun.take() else { continue };
                    spans.push(Span { chars: first..at, bytes: start..byte, initial });
                }
            }
        }
        Self { text, spans }
    }

    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The first letter of each word in its plainest form.
    pub(super) fn initials(&self) -> impl Iterator<Item = char> {
        self.spans.iter().map(|span| span.initial)
    }

    /// A word in its plainest form; empty past the last one.
    pub(super) fn folded(&self, at: usize) -> impl Iterator<Item = char> {
        self.written(at).chars().filter_map(|c| match part(c) {
            Part::Letter(plain) => Some(plain),
            Part::Mark | Part::Gap => None,
        })
    }

    /// A word as it is written; empty past the last one.
    pub(super) fn written(&self, at: usize) -> &'a str {
        self.spans.get(at).and_then(|span| self.text.get(span.bytes.clone())).unwrap_or_default()
    }

    /// From the first character of one word to the last of another.
    pub(super) fn chars(&self, first: usize, last: usize) -> Option<Range<usize>> {
        Some(self.spans.get(first)?.chars.start..self.spans.get(last)?.chars.end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_of_documents_are_words_between_signs() {
        let words = Words::of("Kế hoạch 79/KH-UBND, 56/2017/NĐ-CP");
        let folded: Vec<String> = (0..words.len()).map(|at| words.folded(at).collect()).collect();
        assert_eq!(folded, ["ke", "hoach", "79", "kh", "ubnd", "56", "2017", "nd", "cp"]);
        assert_eq!((words.written(7), words.chars(2, 4)), ("NĐ", Some(9..19)));
    }

    proptest! {
        #[test]
        fn a_word_is_where_it_says(text in "\\PC*") {
            let words = Words::of(&text);
            for at in 0..words.len() {
                let range = words.chars(at, at).unwrap();
                let cut: String = text.chars().skip(range.start).take(range.len()).collect();
                prop_assert_eq!(&cut, words.written(at));
                prop_assert!(!cut.contains(char::is_whitespace));
            }
        }
    }
}
