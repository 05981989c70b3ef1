//! Where the words of a query stand in a text, and how well.

use super::keyboard::Reading;
use super::query::{Phrase, Query, Term, Word};
use super::words::Words;

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
}

impl Matched {
    pub(super) fn of(query: &Query, words: &Words<'_>) -> Self {
        let accented = query.is_accented();
        let mut matched = Self::default();
        for (first, initial) in words.initials().enumerate() {
            for (term, wanted) in query.wanted.iter().enumerate() {
                if !wanted.may_begin_with(initial) {
                    continue;
                }
                let Some(mut found) = occurrence(wanted, words, first, accented) else { continue };
                found.term = term;
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

    /// Whether a reading begins with that letter: most words of a text are out at once.
    fn may_begin_with(&self, initial: char) -> bool {
        let begins =
            |phrase: &Phrase| phrase.words.first().is_some_and(|word| word.folded.starts_with(initial));
        self.readings.iter().any(begins)
    }
}

/// The best reading of a term that begins at a word.
fn occurrence(term: &Term, words: &Words<'_>, first: usize, accented: bool) -> Option<Occurrence> {
    let mut best: Option<Occurrence> = None;
    for phrase in &term.readings {
        let last = first + phrase.words.len() - 1;
        let Some(whole) = folds_to(&phrase.words, words, first, term.prefix) else { continue };
        let listen = accented || phrase.reading != Reading::Typed;
        let exact = !listen || sounds_like(&phrase.words, words, first, !whole);
        let found = Occurrence {
            term: 0,
            first,
            last,
            exact,
            whole,
            reading: phrase.reading,
            run: 1,
            run_from: first,
        };
        let better = |known: &Occurrence| (found.exact, found.whole) > (known.exact, known.whole);
        if best.as_ref().is_none_or(better) {
            best = Some(found);
        }
    }
    best
}

/// Whether the words stand there, accents aside, and if so, whether the last one ends there too.
fn folds_to(wanted: &[Word], words: &Words<'_>, first: usize, prefix: bool) -> Option<bool> {
    let (last, before) = wanted.split_last()?;
    let equal = before.iter().enumerate().all(|(at, word)| words.folded(first + at).eq(word.folded.chars()));
    let mut end = words.folded(first + before.len());
    let begun = equal && last.folded.chars().all(|c| end.next() == Some(c));
    let whole = end.next().is_none();
    (begun && (whole || prefix)).then_some(whole)
}

fn sounds_like(wanted: &[Word], words: &Words<'_>, first: usize, goes_on: bool) -> bool {
    let last = wanted.len().saturating_sub(1);
    wanted.iter().enumerate().all(|(at, word)| {
        let there = words.written(first + at);
        if goes_on && at == last { word.spoken.begins(there) } else { word.spoken.is(there) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(typed: &str, text: &str) -> Matched {
        Matched::of(&Query::parse(typed), &Words::of(text))
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
