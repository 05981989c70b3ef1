//! The words of a text, folded, and where they stand in it.

use std::ops::Range;
use std::str::CharIndices;

use super::fold::{Part, part};

/// Cuts an NFC text into its words; everything else parts them.
#[derive(Clone)]
pub(super) struct Cut<'a> {
    text: &'a str,
    rest: CharIndices<'a>,
}

/// A word of a text.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    /// Its first byte in the text.
    start: usize,
    pub written: &'a str,
    /// Its first letter in its plainest form.
    pub initial: char,
}

impl<'a> Cut<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, rest: text.char_indices() }
    }
}

impl<'a> Iterator for Cut<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let (start, initial) = loop {
            let (byte, c) = self.rest.next()?;
            if let Part::Letter(plain) = part(c) {
                break (byte, plain);
            }
        };
        let end = loop {
            match self.rest.next() {
                Some((byte, c)) if part(c) == Part::Gap => break byte,
                Some(_) => {}
                None => break self.text.len(),
            }
        };
        Some(Piece { start, written: self.text.get(start..end)?, initial })
    }
}

impl<'a> Piece<'a> {
    /// Its letters in their plainest form.
    pub(super) fn folded(self) -> impl Iterator<Item = char> + use<'a> {
        self.written.chars().filter_map(|c| match part(c) {
            Part::Letter(plain) => Some(plain),
            Part::Mark | Part::Gap => None,
        })
    }
}

/// The words of a text by their number.
pub(super) struct Words<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

struct Span {
    /// Characters of the text.
    chars: Range<usize>,
    /// Bytes of the text.
    bytes: Range<usize>,
}

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let chars_between = |from, to| text.get(from..to).map_or(0, |between| between.chars().count());
        for Piece { start, written, .. } in Cut::of(text) {
            let (chars, bytes) = spans.last().map_or((0, 0), |span| (span.chars.end, span.bytes.end));
            let first = chars + chars_between(bytes, start);
            let end = start + written.len();
            spans.push(Span { chars: first..first + chars_between(start, end), bytes: start..end });
        }
        Self { text, spans }
    }

    pub(super) fn len(&self) -> usize {
        self.spans.len()
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
        let folded: Vec<String> = Cut::of(words.text).map(|piece| piece.folded().collect()).collect();
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
