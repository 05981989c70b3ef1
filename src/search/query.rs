//! What was typed, understood: words, phrases in quotes, what shall not stand there.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;

use super::excerpt;
use super::fold::Spoken;
use super::keyboard::{self, Reading};
use super::matching::Matched;
use super::words::{Cut, Words};

/// Nobody asks for more at once; what follows is ignored.
const LONGEST_CHARS: usize = 200;
/// As many words or phrases are looked for.
pub(super) const TERMS: usize = 12;

/// A question to the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) wanted: Vec<Term>,
    pub(super) unwanted: Vec<Term>,
}

/// A word, or words that stand one after the other, in each way of reading the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// As typed first.
    pub readings: Vec<Phrase>,
    /// Whether the last word may go on.
    pub prefix: bool,
}

/// Words one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub reading: Reading,
    pub words: Vec<Word>,
}

/// A word in its plainest form and as it sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub folded: String,
    /// Its first letter in that form: most words of a text are out at once.
    pub initial: Option<char>,
    pub spoken: Spoken,
}

impl Query {
    /// Reads what was typed. The last word may still be growing.
    pub fn parse(typed: &str) -> Self {
        let text: String = typed.nfc().take(LONGEST_CHARS).collect();
        let mut query = Self::default();
        let mut rest = text.as_str();
        while let Some((chunk, after)) = next_chunk(rest) {
            rest = after;
            let Some(term) = Term::of(chunk) else { continue };
            let to = if chunk.unwanted { &mut query.unwanted } else { &mut query.wanted };
            if to.len() < TERMS && !to.contains(&term) {
                to.push(term);
            }
        }
        query.forget_first_letter();
        query
    }

    /// The first letter of a further word says nothing yet.
    fn forget_first_letter(&mut self) {
        let others = self.wanted.len() > 1;
        let Some(Term { readings, prefix }) = self.wanted.last_mut().filter(|term| term.prefix) else {
            return;
        };
        let Some(typed) = readings.first() else { return };
        if !typed.words.last().is_some_and(Word::is_letter) {
            return;
        }
        if typed.words.len() > 1 {
            for phrase in readings {
                phrase.words.pop();
            }
            *prefix = false;
        } else if others {
            self.wanted.pop();
        }
    }

    /// As texts are asked: of what is still growing, the readings of a single letter say nothing there.
    pub(super) fn for_texts(&self) -> Self {
        let mut query = self.clone();
        for term in query.wanted.iter_mut().filter(|term| term.prefix) {
            term.readings.retain(|phrase| {
                phrase.reading == Reading::Typed || !phrase.words.last().is_some_and(Word::is_letter)
            });
        }
        query
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Whether it is a single letter: so many words begin with it that only titles are worth a look.
    pub(super) fn is_one_letter(&self) -> bool {
        let mut words = self.wanted.iter().flat_map(|term| &term.readings).flat_map(|phrase| &phrase.words);
        self.wanted.len() == 1 && words.all(Word::is_letter)
    }

    /// Whether a number was typed.
    pub(super) fn is_numbered(&self) -> bool {
        let typed = self.wanted.iter().filter_map(|term| term.readings.first());
        typed
            .flat_map(|phrase| &phrase.words)
            .any(|word| word.folded.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether something stands in the text that was not wanted.
    pub(super) fn refuses(&self, text: &str) -> bool {
        let against = Self { wanted: self.unwanted.clone(), unwanted: Vec::new() };
        Matched::of(&against, text).terms != 0
    }

    /// Whether accents were typed: then they count.
    pub(super) fn is_accented(&self) -> bool {
        let typed = self.wanted.iter().filter_map(|term| term.readings.first());
        typed.flat_map(|phrase| &phrase.words).any(|word| word.spoken.is_accented())
    }

    /// The characters of a text that answer, where every word is found in it; `anything` marks what
    /// little there is.
    pub fn marks(&self, text: &str, anything: bool) -> Vec<Range<usize>> {
        let matched = Matched::of(self, text);
        if anything || matched.count() == self.wanted.len() {
            excerpt::marks(&Words::of(text), &matched)
        } else {
            Vec::new()
        }
    }
}

impl Term {
    fn of(chunk: Chunk<'_>) -> Option<Self> {
        let written: Vec<String> = Cut::of(chunk.text).map(|piece| piece.written.to_owned()).collect();
        if written.is_empty() {
            return None;
        }
        let mut readings = vec![Phrase::of(Reading::Typed, &written)];
        for reading in [Reading::Telex, Reading::Vni] {
            let mut any = false;
            let meant: Vec<String> = written
                .iter()
                .map(|keys| {
                    let word = keyboard::read(keys, reading);
                    any |= word.is_some();
                    word.unwrap_or_else(|| keys.clone())
                })
                .collect();
            if any {
                readings.push(Phrase::of(reading, &meant));
            }
        }
        Some(Self { readings, prefix: chunk.prefix })
    }
}

impl Word {
    /// Whether it is a single letter.
    fn is_letter(&self) -> bool {
        self.folded.chars().count() == 1 && !self.folded.starts_with(char::is_numeric)
    }
}

impl Phrase {
    fn of(reading: Reading, written: &[String]) -> Self {
        let word = |written: &String| {
            let folded = super::fold::fold(written);
            Word { initial: folded.chars().next(), folded, spoken: Spoken::of(written) }
        };
        Self { reading, words: written.iter().map(word).collect() }
    }
}

/// A piece of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Chunk<'a> {
    text: &'a str,
    unwanted: bool,
    prefix: bool,
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The next word or quoted phrase, and what follows it. A quotation that is still open reaches to
/// the end.
fn next_chunk(text: &str) -> Option<(Chunk<'_>, &str)> {
    let text = text.trim_start();
    let (unwanted, text) = match text.strip_prefix('-') {
        Some(after) if !after.starts_with(char::is_whitespace) => (true, after),
        _ => (false, text),
    };
    let mut rest = text.chars();
    let first = rest.next()?;
    if is_quote(first) {
        let inside = rest.as_str();
        return Some(match inside.char_indices().find(|(_, c)| is_quote(*c)) {
            Some((end, close)) => {
                let (text, after) = inside.split_at(end);
                (Chunk { text, unwanted, prefix: false }, after.strip_prefix(close).unwrap_or_default())
            }
            None => (Chunk { text: inside, unwanted, prefix: !inside.ends_with(char::is_whitespace) }, ""),
        });
    }
    let end = text.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(text.len());
    let (text, after) = text.split_at(end);
    let growing = after.is_empty() && text.ends_with(char::is_alphanumeric);
    let prefix = text.ends_with('*') || growing && !unwanted;
    Some((Chunk { text, unwanted, prefix }, after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The wanted and unwanted terms as they are typed, `*` after those that may go on.
    fn understood(typed: &str) -> (Vec<String>, Vec<String>) {
        let told = |term: &Term| {
            let words: Vec<&str> = term.readings[0].words.iter().map(|word| word.folded.as_str()).collect();
            format!("{}{}", words.join(" "), if term.prefix { "*" } else { "" })
        };
        let Query { wanted, unwanted } = Query::parse(typed);
        (wanted.iter().map(told).collect(), unwanted.iter().map(told).collect())
    }

    #[test]
    fn words_phrases_beginnings_and_what_is_unwanted_are_told_apart() {
        let cases: [(&str, &[&str], &[&str]); 16] = [
            ("đuối nước", &["duoi", "nuoc*"], &[]),
            ("ĐUỐI NƯỚC ", &["duoi", "nuoc"], &[]),
            ("\"trẻ em\" áo", &["tre em", "ao*"], &[]),
            ("«trẻ em» “áo phao”", &["tre em", "ao phao"], &[]),
            ("\"trẻ em", &["tre em*"], &[]),
            ("trẻ -ao -\"giếng làng\"", &["tre"], &["ao", "gieng lang"]),
            ("rà* ao ", &["ra*", "ao"], &[]),
            ("79/KH-UBND", &["79 kh ubnd*"], &[]),
            ("56/2017 ", &["56 2017"], &[]),
            ("tre em tre ", &["tre", "em"], &[]),
            ("rào - ao ", &["rao", "ao"], &[]),
            ("trẻ e", &["tre"], &[]),
            ("điều 5", &["dieu", "5*"], &[]),
            ("\"trẻ e", &["tre"], &[]),
            ("79/K", &["79"], &[]),
            (" - \" \"… ", &[], &[]),
        ];
        for (typed, wanted, unwanted) in cases {
            let (found, against) = understood(typed);
            assert_eq!(
                (found.as_slice(), against.as_slice()),
                (&to_owned(wanted)[..], &to_owned(unwanted)[..]),
                "{typed}"
            );
        }
    }

    fn to_owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn raw_keys_are_read_as_typed_and_as_meant() {
        let query = Query::parse("dduoois nuowcs ");
        let readings: Vec<Vec<&str>> = query
            .wanted
            .iter()
            .map(|term| term.readings.iter().map(|phrase| phrase.words[0].folded.as_str()).collect())
            .collect();
        assert_eq!(readings, [["dduoois", "duoi"], ["nuowcs", "nuoc"]]);
        assert!(!query.is_accented() && Query::parse("trẻ").is_accented());
    }

    #[test]
    fn marks_join_words_that_stand_together() {
        let marks = |typed: &str, text: &str| -> Vec<String> {
            let cut = |range: Range<usize>| text.chars().skip(range.start).take(range.len()).collect();
            Query::parse(typed).marks(text, false).into_iter().map(cut).collect()
        };
        let text = "Trẻ đuối nước vì nước sâu; Đuối nước lặng lẽ";
        assert_eq!(marks("duoi nuoc", text), ["đuối nước", "Đuối nước"]);
        assert_eq!(marks("nước", text), ["nước", "nước", "nước"]);
        assert_eq!(marks("nước trẻ", text), ["Trẻ", "nước", "nước", "nước"]);
        assert_eq!(marks("dduoois nuowcs", text), ["đuối nước", "Đuối nước"]);
        assert_eq!(marks("nước mắt", text), [""; 0]);
        assert_eq!(marks("má", "mà má Ma"), ["má"]);
        assert_eq!(marks("ma", "mà má Ma"), ["mà", "má", "Ma"]);
        assert_eq!(marks("ba", "ba bất ba"), ["ba", "ba"]);
        assert_eq!(marks("79/kh", "Kế hoạch 79/KH-UBND"), ["79/KH"]);
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_too_strange(typed in "\\PC{0,60}|[-\"*«»a-z ]{0,30}", text in "\\PC{0,60}") {
            let query = Query::parse(&typed);
            let chars = text.chars().count();
            for range in query.marks(&text, true) {
                prop_assert!(range.start < range.end && range.end <= chars);
            }
        }
    }
}
