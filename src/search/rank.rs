//! Which hit a person would choose.

use super::entry::Kind;
use super::keyboard::Reading;
use super::matching::{Matched, Occurrence};
use super::query::Query;

/// What of an entry answers the query.
struct Answer<'a> {
    kind: Kind,
    /// How many terms were asked for, and whether a number is among them.
    asked: usize,
    numbered: bool,
    title: &'a Matched,
    text: &'a Matched,
    /// Among the words that lead here unseen.
    also: &'a Matched,
    /// The terms in the title of the lesson.
    around: u32,
    /// Whether there is nothing to read yet.
    planned: bool,
}

/// All words over some, wherever they stand.
const ALL_WORDS: i32 = 2000;
/// All words, some of them only around.
const ALL_AROUND: i32 = 1500;
const SOME_WORDS: i32 = 1000;
/// The accents that were typed weigh more than any place, most of all where none differs.
const EXACT: i32 = 400;
const EXACT_THROUGHOUT: i32 = 400;
const SIDE_BY_SIDE: i32 = 120;
const WHOLE: i32 = 260;
const AS_TYPED: i32 = 40;
const AT_THE_START: i32 = 40;
const NOTHING_ELSE: i32 = 30;
const PLANNED: i32 = -60;

/// How well an entry answers, and whether it holds every word, in its title, text and unseen words,
/// or around it, in the title of its lesson.
pub(super) fn score(
    query: &Query,
    kind: Kind,
    [title, text, also]: [&str; 3],
    lesson: &str,
    planned: bool,
) -> Option<(i32, bool)> {
    let asked = query.wanted.len();
    let found = |text: &str| Matched::of(query, text);
    let (text, also) = (found(text), found(also));
    // What stands above counts only for what an entry lacks.
    let own = text.terms | also.terms;
    let title = if kind.is_titled() || count(own) < asked { found(title) } else { Matched::default() };
    let around = if count(own | title.terms) < asked { found(lesson).terms } else { 0 };
    let numbered = query.is_numbered();
    let (title, text, also) = (&title, &text, &also);
    let answer = Answer { kind, asked, numbered, title, text, also, around, planned };
    Some((answer.score()?, answer.holds_all()))
}

impl Answer<'_> {
    /// The higher, the better; none where nothing of the entry itself answers.
    fn score(&self) -> Option<i32> {
        let titled = self.kind.is_titled();
        let in_title = if titled { self.title.terms } else { 0 };
        let own = in_title | self.text.terms | self.also.terms;
        if own == 0 || self.asked == 0 {
            return None;
        }
        let all = |terms: u32| count(terms) >= self.asked;
        let wide = own | self.around | self.title.terms;
        let words = if all(own) {
            ALL_WORDS
        } else if self.holds_all() {
            ALL_AROUND
        } else {
            share(SOME_WORDS, count(own) + count(wide), 2 * self.asked)
        };
        let better = if count(in_title) > self.text.count() { self.title } else { self.text };
        let (place, matched) = if all(in_title) {
            (title_weight(self.kind, self.numbered), self.title)
        } else if all(self.also.terms) && unseen_weight(self.kind) > text_weight(self.kind) {
            (unseen_weight(self.kind), self.also)
        } else if all(self.text.terms) {
            (text_weight(self.kind), self.text)
        } else if all(own) {
            (unseen_weight(self.kind), better)
        } else {
            (text_weight(self.kind) / 2, better)
        };
        let place = if all(in_title) { place + self.title_fit() } else { place };
        let planned = if self.planned { PLANNED } else { 0 };
        Some(words + place + self.quality(matched) + planned)
    }

    /// Whether every word is found in it or around it.
    fn holds_all(&self) -> bool {
        let wide = self.title.terms | self.text.terms | self.also.terms | self.around;
        count(wide) >= self.asked
    }

    fn quality(&self, matched: &Matched) -> i32 {
        let good = |good: fn(&Occurrence) -> bool| matched.count_of(good);
        let best = matched.best();
        let run = best.map_or(0, |best| best.run - 1);
        let exact = good(|found| found.exact);
        let throughout = if exact == self.asked { EXACT_THROUGHOUT } else { 0 };
        let exact = share(EXACT, exact, self.asked) + throughout;
        let whole = share(WHOLE, good(|found| found.whole), self.asked);
        let typed = share(AS_TYPED, good(|found| found.reading == Reading::Typed), self.asked);
        let together = share(SIDE_BY_SIDE, run, self.asked.saturating_sub(1).max(1));
        let often = share(20, matched.occurrences.len().min(self.asked * 5), self.asked * 5);
        let early = if best.is_some_and(|best| best.run_from < 8) { 10 } else { 0 };
        exact + whole + typed + together + often + early
    }

    /// A title that begins with the words, or says nothing else.
    fn title_fit(&self) -> i32 {
        let Some(best) = self.title.best().filter(|best| best.run == self.asked && best.run_from == 0) else {
            return 0;
        };
        AT_THE_START + if best.last + 1 == self.title.words { NOTHING_ELSE } else { 0 }
    }
}

/// Sources are asked for by their number; their names are mostly headlines.
fn title_weight(kind: Kind, numbered: bool) -> i32 {
    match kind {
        Kind::Lesson => 330,
        Kind::Source if numbered => 280,
        Kind::Source => 130,
        Kind::Term => 265,
        Kind::Module => 255,
        Kind::Heading => 200,
        Kind::Question => 150,
        Kind::Block | Kind::Speech | Kind::Own => text_weight(kind),
    }
}

fn text_weight(kind: Kind) -> i32 {
    match kind {
        Kind::Lesson => 140,
        Kind::Own | Kind::Module => 130,
        Kind::Term => 115,
        Kind::Block => 100,
        Kind::Source => 95,
        Kind::Question => 90,
        Kind::Speech => 85,
        Kind::Heading => 60,
    }
}

/// Another name of a glossary word is nearly as good as the first; key words are chosen by the author.
fn unseen_weight(kind: Kind) -> i32 {
    match kind {
        Kind::Term => 240,
        Kind::Lesson => 160,
        _ => 60,
    }
}

fn count(terms: u32) -> usize {
    usize::try_from(terms.count_ones()).unwrap_or_default()
}

/// So much of the whole.
fn share(whole: i32, part: usize, of: usize) -> i32 {
    let (part, of) = (i32::try_from(part).unwrap_or(i32::MAX), i32::try_from(of).unwrap_or(i32::MAX));
    whole.saturating_mul(part.min(of)) / of.max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    /// Of a title and a text that stand in no lesson.
    fn score(kind: Kind, typed: &str, title: &str, text: &str) -> i32 {
        let found = super::score(&Query::parse(typed), kind, [title, text, ""], "", false);
        found.map_or(0, |(score, _)| score)
    }

    #[test]
    fn title_over_heading_over_body() {
        let at = |kind, title, text| score(kind, "đuối nước", title, text);
        let lesson = at(Kind::Lesson, "Đuối nước – con số", "");
        let heading = at(Kind::Heading, "Đuối nước ở nhà", "");
        let body = at(Kind::Block, "Ở nhà", "Trẻ đuối nước.");
        let speech = at(Kind::Speech, "Ở nhà", "Nói: trẻ đuối nước.");
        assert!(lesson > heading && heading > body && body > speech, "{lesson} {heading} {body} {speech}");
        assert!(lesson > at(Kind::Term, "đuối nước", ""));
    }

    #[test]
    fn a_source_is_asked_for_by_its_number() {
        let source = |typed| score(Kind::Source, typed, "102/2016/QH13 – Luật Trẻ em", "");
        let heading = |typed| score(Kind::Heading, typed, "Luật Trẻ em 102/2016/QH13", "");
        assert!(source("102/2016") > heading("102/2016") && source("luật trẻ") < heading("luật trẻ"));
    }

    #[test]
    fn all_words_over_some_even_against_a_title() {
        let all = score(Kind::Speech, "rào ao làng", "", "rào quanh cái ao của làng");
        let some = score(Kind::Lesson, "rào ao làng", "Rào ao", "");
        assert!(all > some, "{all} {some}");
    }

    #[test]
    fn the_accents_that_were_typed_over_any_place() {
        let exact = score(Kind::Speech, "đuối nước ", "", "bị đuối nước");
        let other = score(Kind::Lesson, "đuối nước ", "Dưới nước", "");
        assert!(exact > other, "{exact} {other}");
        assert_eq!(score(Kind::Block, "duoi", "", "đuối"), score(Kind::Block, "duoi", "", "dưới"));
    }

    #[test]
    fn side_by_side_over_apart_whole_over_begun_start_over_middle() {
        let block = |typed, text| score(Kind::Block, typed, "", text);
        assert!(block("trẻ em ", "của trẻ em") > block("trẻ em ", "em của trẻ"));
        assert!(block("tre", "trẻ") > block("tre", "treo"));
        let lesson = |title| score(Kind::Lesson, "rào ao ", title, "");
        assert!(lesson("Rào ao") > lesson("Rào ao nhà") && lesson("Rào ao nhà") > lesson("Cách rào ao"));
    }

    #[test]
    fn what_was_typed_over_what_its_keys_could_mean() {
        assert!(score(Kind::Block, "bar ", "", "bar") > score(Kind::Block, "bar ", "", "bả"));
        assert!(score(Kind::Block, "dduoois ", "", "đuối") > 0);
    }

    proptest! {
        #[test]
        fn what_is_not_looked_at_would_change_nothing(
            kind in 0..9_i64,
            typed in "((ao|rào|trẻ|em) ){1,3}",
            texts in prop::array::uniform4("((ao|áo|rào|trẻ|em|nhà) ){0,4}"),
        ) {
            let (query, kind) = (Query::parse(&typed), Kind::of_number(kind).unwrap());
            let [title, text, also, lesson] = texts.each_ref().map(String::as_str);
            let whole = Answer {
                kind,
                asked: query.wanted.len(),
                numbered: query.is_numbered(),
                title: &Matched::of(&query, title),
                text: &Matched::of(&query, text),
                also: &Matched::of(&query, also),
                around: Matched::of(&query, lesson).terms,
                planned: false,
            };
            let whole = whole.score().map(|score| (score, whole.holds_all()));
            prop_assert_eq!(super::score(&query, kind, [title, text, also], lesson, false), whole);
        }
    }
}
