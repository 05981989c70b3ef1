//! What of a text is shown in the results, with the words that answer marked.

use std::ops::Range;

use super::entry::Marked;
use super::matching::{Matched, Occurrence};
use super::query::TERMS;
use super::words::Words;

/// About two lines on the screen.
const LONGEST: usize = 190;
/// So much of it stands before the first mark.
const BEFORE: usize = 60;

/// The characters of the text that answer: words that stand together as they were typed, or else
/// each word; with the right accents and in whole, or else without.
pub(super) fn marks(words: &Words<'_>, matched: &Matched) -> Vec<Range<usize>> {
    let quality = |found: &Occurrence| (found.exact, found.whole);
    let best = |term: usize| {
        let of_term = matched.occurrences.iter().filter(|found| found.term == term);
        of_term.map(quality).max()
    };
    let best: Vec<_> = (0..TERMS).map(best).collect();
    let is_best = |found: &&Occurrence| best.get(found.term) == Some(&Some(quality(found)));
    let shown: Vec<_> = matched.occurrences.iter().filter(is_best).collect();
    let longest = shown.iter().map(|found| found.run).max().unwrap_or(0);
    let mut out: Vec<Range<usize>> = Vec::new();
    // A run of two is worth showing alone; single words are shown where there is no run.
    for found in shown.iter().filter(|found| longest < 2 || found.run > 1) {
        let Some(range) = words.chars(found.run_from, found.last) else { continue };
        match out.last_mut() {
            Some(last) if range.start <= last.end => {
                last.start = last.start.min(range.start);
                last.end = last.end.max(range.end);
            }
            _ => out.push(range),
        }
    }
    out
}

/// The part of a text around its best mark, on one line.
pub(super) fn excerpt(text: &str, words: &Words<'_>, matched: &Matched) -> Marked {
    let marks = marks(words, matched);
    let best =
        matched.best().and_then(|found| words.chars(found.first, found.last)).map_or(0, |range| range.start);
    let total = text.chars().count();
    let from = if total <= LONGEST || best <= BEFORE { 0 } else { start_of_word(words, best - BEFORE, best) };
    cut(text, from, &marks)
}

/// The start of the first word at or after a character.
fn start_of_word(words: &Words<'_>, at: usize, limit: usize) -> usize {
    let mut starts = (0..words.len()).filter_map(|word| words.chars(word, word)).map(|range| range.start);
    starts.find(|start| *start >= at).unwrap_or(limit).min(limit)
}

/// From a character on, as far as two lines go; line feeds become dots between, what is left out
/// an ellipsis.
fn cut(text: &str, from: usize, marks: &[Range<usize>]) -> Marked {
    let mut out = Marked::default();
    let mut length = 0;
    if from > 0 {
        out.text.push('…');
        length = 1;
    }
    let mut marks = marks.iter().skip_while(|mark| mark.start < from).peekable();
    let mut opened = None;
    for (at, c) in text.chars().enumerate().skip(from) {
        if length >= LONGEST && (c.is_whitespace() || length >= LONGEST + 20) {
            out.text.truncate(out.text.trim_end().len());
            out.text.push('…');
            break;
        }
        if marks.peek().is_some_and(|mark| mark.start == at) {
            opened = Some(length);
        }
        if c == '\n' {
            out.text.push_str(" · ");
            length += 3;
        } else {
            out.text.push(c);
            length += 1;
        }
        if marks.peek().is_some_and(|mark| mark.end == at + 1) {
            marks.next();
            out.marks.extend(opened.take().map(|start| start..length));
        }
    }
    out.marks.extend(opened.map(|start| start..length));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::Query;

    fn shown(typed: &str, text: &str) -> Marked {
        excerpt(text, &Words::of(text), &Matched::of(&Query::parse(typed), text))
    }

    fn marked(marked: &Marked) -> Vec<String> {
        let cut = |range: &Range<usize>| marked.text.chars().skip(range.start).take(range.len()).collect();
        marked.marks.iter().map(cut).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole_and_on_one_line() {
        let found = shown("ao", "Nên\nRào kín ao");
        assert_eq!((found.text.as_str(), marked(&found)), ("Nên · Rào kín ao", vec!["ao".to_owned()]));
    }

    #[test]
    fn a_long_text_is_shown_around_the_best_mark_in_whole_words() {
        let text =
            format!("{}Tổng đài 111 miễn phí. {}", "gọi ai đó ngay ".repeat(30), "và chờ máy ".repeat(40));
        let found = shown("tong dai", &text);
        assert_eq!(marked(&found), ["Tổng đài"]);
        assert!(found.text.starts_with('…') && found.text.ends_with('…') && !found.text.contains("  "));
        let chars = found.text.chars().count();
        assert!((150..=LONGEST + 22).contains(&chars), "{chars}");
        assert!(text.contains(found.text.trim_matches('…')));
    }

    #[test]
    fn a_run_is_shown_rather_than_its_words_elsewhere() {
        assert_eq!(marked(&shown("tong dai", "tổng số; đài; tổng đài")), ["tổng đài"]);
        assert_eq!(marked(&shown("tong dai", "tổng số; đài")), ["tổng", "đài"]);
        assert_eq!(marked(&shown("bao ve tre em ", "bảo vệ trẻ em")), ["bảo vệ trẻ em"]);
    }

    #[test]
    fn a_text_without_a_mark_is_shown_from_its_start() {
        let found = shown("ao", &"dài ".repeat(200));
        assert!(found.text.starts_with("dài") && found.marks.is_empty());
    }
}
