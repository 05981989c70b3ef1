//! Where the words of a query stand in a text, and how well.

use super::fold::Spoken;
use super::keyboard::Reading;
use super::query::{Phrase, Query, Term, Word};
use super::words::{Cut, Piece};

/// One term of the query at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Which term.
    pub term: usize,
    /// Its first and its last word in the text.
    pub first: usize,
    pub last: usize,
    /// The accents are those that were typed.
    pub exact: bool,
    /// The word ends where the typed one ends.
    pub whole: bool,
    /// How the keys had to be read.
    pub reading: Reading,
    /// So many terms, this one the last, stand here one after the other as they were typed.
    pub run: usize,
    /// The first word of these.
    pub run_from: usize,
}

/// All places of a text where something of the query stands, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Matched {
    pub occurrences: Vec<Occurrence>,
    /// A bit for each term that is found.
    pub terms: u32,
    /// How many words the text has.
    pub words: usize,
}

impl Matched {
    pub(super) fn of(query: &Query, text: &str) -> Self {
        let accented = query.is_accented();
        let mut matched = Self::default();
        let mut words = Cut::of(text);
        while let Some(word) = words.next() {
            let first = matched.words;
            matched.words += 1;
            for (term, wanted) in query.wanted.iter().enumerate() {
                let Some(mut found) = occurrence(wanted, word, &words, accented) else { continue };
                (found.term, found.first, found.run_from) = (term, first, first);
                found.last += first;
                if let Some(before) = matched.ends_before(query, term, first) {
                    (found.run, found.run_from) = (before.run + 1, before.run_from);
                }
                matched.terms |= 1 << term;
                matched.occurrences.push(found);
            }
        }
        matched
    }

    /// The term before, where its last word stands just before.
    fn ends_before(&self, query: &Query, term: usize, first: usize) -> Option<&Occurrence> {
        let before = term.checked_sub(1)?;
        let begins = first.checked_sub(query.wanted.get(before)?.len())?;
        let near = self.occurrences.iter().rev().take_while(|found| found.first >= begins);
        near.filter(|found| found.term == before && found.first == begins).last()
    }

    /// How many terms are found.
    pub(super) fn count(&self) -> usize {
        usize::try_from(self.terms.count_ones()).unwrap_or_default()
    }

    /// How many terms are found in that quality.
    pub(super) fn count_of(&self, good: impl Fn(&Occurrence) -> bool) -> usize {
        let terms = self
            .occurrences
            .iter()
            .filter(|found| good(found))
            .fold(0_u32, |set, found| set | 1 << found.term);
        usize::try_from(terms.count_ones()).unwrap_or_default()
    }

    /// The longest run, the first of equal ones; those with the right accents go before.
    pub(super) fn best(&self) -> Option<&Occurrence> {
        self.occurrences.iter().rev().max_by_key(|found| (found.run, found.exact))
    }
}

impl Term {
    /// How many words it has, however it is read.
    fn len(&self) -> usize {
        self.readings.first().map_or(0, |phrase| phrase.words.len())
    }
}

/// The best reading of a term that begins with a word and goes on with those after it; its place is
/// counted from that word.
fn occurrence(term: &Term, word: Piece<'_>, after: &Cut<'_>, accented: bool) -> Option<Occurrence> {
    let mut best: Option<Occurrence> = None;
    for Phrase { reading, words } in &term.readings {
        if words.first()?.initial != Some(word.initial) {
            continue;
        }
        let listen = accented || *reading != Reading::Typed;
        let there = std::iter::once(word).chain(after.clone());
        let Some((exact, whole)) = reads(words, there, term.prefix, listen) else { continue };
        let last = words.len() - 1;
        let found =
            Occurrence { term: 0, first: 0, last, exact, whole, reading: *reading, run: 1, run_from: 0 };
        let better = |known: &Occurrence| (found.exact, found.whole) > (known.exact, known.whole);
        if best.as_ref().is_none_or(better) {
            best = Some(found);
        }
    }
    best
}

/// Whether the words stand there, accents aside; then whether they sound the same, and whether the
/// last one ends there too.
fn reads<'a>(
    wanted: &[Word],
    mut there: impl Iterator<Item = Piece<'a>>,
    prefix: bool,
    listen: bool,
) -> Option<(bool, bool)> {
    let (mut exact, mut whole) = (true, true);
    let mut wanted = wanted.iter().peekable();
    while let Some(word) = wanted.next() {
        let piece = there.next()?;
        let mut letters = piece.folded();
        let begun = word.folded.chars().all(|c| letters.next() == Some(c));
        whole = letters.next().is_none();
        let goes_on = prefix && wanted.peek().is_none();
        if !begun || !whole && !goes_on {
            return None;
        }
        let sound = if whole { Spoken::is } else { Spoken::begins };
        exact &= !listen || sound(&word.spoken, piece.written);
    }
    Some((exact, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(typed: &str, text: &str) -> Matched {
        Matched::of(&Query::parse(typed), text)
    }

    #[test]
    fn accents_count_once_they_are_typed() {
        let exact = |typed, text| matched(typed, text).count_of(|found| found.exact);
        assert_eq!(exact("duoi nuoc ", "dưới nước"), 2);
        assert_eq!(exact("đuối nước ", "dưới nước"), 1);
        assert_eq!(exact("hoà ", "hòa"), 1);
        assert_eq!(exact("trẻ em ", "trẻ ém"), 1);
        assert_eq!(exact("dduoois ", "đuối dưới"), 1);
    }

    #[test]
    fn words_in_the_typed_order_side_by_side_make_a_run() {
        let run = |typed, text| matched(typed, text).best().map(|found| found.run);
        assert_eq!(run("bảo vệ trẻ em ", "để bảo vệ trẻ em tốt"), Some(4));
        assert_eq!(run("bảo vệ trẻ em ", "trẻ em được bảo vệ"), Some(2));
        assert_eq!(run("\"bảo vệ\" trẻ ", "bảo vệ trẻ"), Some(2));
        assert_eq!(run("em trẻ ", "trẻ em"), Some(1));
        assert_eq!(run("ao", "không có"), None);
    }

    #[test]
    fn a_growing_word_finds_longer_ones_but_not_in_whole() {
        let whole = |typed| matched(typed, "trẻ nhỏ").count_of(|found| found.whole);
        assert_eq!((whole("tre"), whole("tr"), matched("tr ", "trẻ").count()), (1, 0, 0));
    }
}
