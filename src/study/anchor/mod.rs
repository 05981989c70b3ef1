//! Finds what an annotation belongs to again, however its lesson has changed meanwhile.

use std::collections::BTreeMap;
use std::ops::Range;

use super::annotation::{Quote, Target};
use crate::content::Slug;

/// As many characters before and after a passage are kept, to find it again.
pub const AROUND: usize = 32;
/// A passage keeps to its block unless another one matches so many more of the characters around it.
const HOME: usize = 16;
/// Two passages are the same one reworded when so much of them agrees.
const ALIKE: f64 = 0.7;
/// Fewer letters are found word for word or not at all.
const LEAST_CHARS: usize = 8;
/// A longer passage is compared word by word instead of letter by letter.
const LETTERWISE_WORDS: usize = 48;
/// So many words the end of a longer passage is moved at most, since comparing takes its time.
const LONG_MOVES: usize = 8;
/// So many stretches of the lesson are looked at closely.
const CANDIDATES: usize = 12;

/// Characters of one block's plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The block by its position in the lesson.
    pub block: usize,
    /// The characters.
    pub range: Range<usize>,
}

/// Why something has no place in its lesson any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// The block is gone.
    Block,
    /// The words are gone.
    Words,
}

/// The plain texts of a lesson, one after the other; white space counts as one blank.
pub struct LessonText<'a> {
    blocks: Vec<(&'a Slug, usize)>,
    chars: Vec<char>,
    /// The block of each character, and its place there.
    at: Vec<(usize, usize)>,
    words: Vec<Range<usize>>,
}

impl<'a> LessonText<'a> {
    /// Takes each block's id and plain text, in order.
    pub fn new(blocks: impl Iterator<Item = (&'a Slug, &'a str)>) -> Self {
        let mut text = Self { blocks: Vec::new(), chars: Vec::new(), at: Vec::new(), words: Vec::new() };
        for (block, (id, plain)) in blocks.enumerate() {
            let mut count = 0;
            for c in plain.chars() {
                text.push(c, (block, count));
                count += 1;
            }
            text.push(' ', (block, count));
            text.blocks.push((id, count));
        }
        text.words = words(&text.chars);
        text
    }

    fn push(&mut self, c: char, at: (usize, usize)) {
        if c.is_whitespace() && self.chars.last().is_none_or(|last| *last == ' ') {
            return;
        }
        self.chars.push(if c.is_whitespace() { ' ' } else { c });
        self.at.push(at);
    }

    /// Where a target stands now: one spot for each block that its words lie in. The lesson as a whole
    /// has none.
    pub fn find(&self, target: &Target) -> Result<Vec<Spot>, Lost> {
        let home =
            target.block.as_ref().and_then(|id| self.blocks.iter().position(|(known, _)| *known == id));
        let Some(quote) = &target.quote else {
            return match (&target.block, home.and_then(|at| Some((at, self.blocks.get(at)?.1)))) {
                (None, _) => Ok(Vec::new()),
                (Some(_), Some((block, chars))) => Ok(vec![Spot { block, range: 0..chars }]),
                (Some(_), None) => Err(Lost::Block),
            };
        };
        let passage = Passage::new(quote);
        let found = self.word_for_word(&passage, home).or_else(|| self.reworded(&passage, home));
        let lost = if home.is_some() || target.block.is_none() { Lost::Words } else { Lost::Block };
        found.map(|range| self.spots(range)).filter(|spots| !spots.is_empty()).ok_or(lost)
    }

    /// The place where the very words stand; of several the one whose surroundings agree most, then the
    /// nearest to where they stood.
    fn word_for_word(&self, passage: &Passage, home: Option<usize>) -> Option<Range<usize>> {
        let Passage { exact, prefix, suffix, start } = passage;
        let first = exact.first()?;
        let last_start = self.chars.len().checked_sub(exact.len())?;
        let starts = (0..=last_start).filter(|at| {
            self.chars.get(*at) == Some(first) && self.chars.get(*at..at + exact.len()) == Some(exact)
        });
        let rank = |at: &usize| {
            let before = self.chars.iter().take(*at).rev().zip(prefix.iter().rev());
            let after = self.chars.iter().skip(at + exact.len()).zip(suffix);
            let agreed =
                before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count();
            let (block, char) = self.at.get(*at).copied().unwrap_or_default();
            let is_home = home == Some(block);
            let far = if is_home { char.abs_diff(*start) } else { usize::MAX };
            (agreed + if is_home { HOME } else { 0 }, std::cmp::Reverse((far, *at)))
        };
        let at = starts.max_by_key(rank)?;
        Some(at..at + exact.len())
    }

    /// The stretch that reads most like the words, where it is like them enough.
    fn reworded(&self, passage: &Passage, home: Option<usize>) -> Option<Range<usize>> {
        let wanted: Vec<&[char]> = slices(&passage.exact, &words(&passage.exact));
        if wanted.len() < 2 || passage.exact.len() < LEAST_CHARS {
            return None;
        }
        let here = slices(&self.chars, &self.words);
        let mut likely = shared_words(&wanted, &here);
        let is_home = |window: &Range<usize>| {
            let at = self.words.get(window.start).and_then(|word| self.at.get(word.start));
            home.is_some() && at.map(|(block, _)| *block) == home
        };
        likely.sort_by_key(|(shared, window)| (std::cmp::Reverse((*shared, is_home(window))), window.start));
        let judged = likely.into_iter().take(CANDIDATES).map(|(_, window)| {
            let (alike, window) = fitted(&wanted, &here, window);
            (alike, is_home(&window), window)
        });
        let best =
            judged.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (a.1, b.2.start).cmp(&(b.1, a.2.start))));
        let (_, _, window) = best.filter(|(alike, ..)| *alike >= ALIKE)?;
        let (first, last) = (self.words.get(window.start)?, self.words.get(window.end.checked_sub(1)?)?);
        Some(first.start..last.end)
    }

    fn spots(&self, range: Range<usize>) -> Vec<Spot> {
        let mut spots: Vec<Spot> = Vec::new();
        for (block, char) in self.at.get(range).unwrap_or_default() {
            let inside = self.blocks.get(*block).is_some_and(|(_, chars)| char < chars);
            match spots.last_mut() {
                Some(spot) if spot.block == *block => {
                    spot.range.end = spot.range.end.max(char + usize::from(inside));
                }
                _ if inside => spots.push(Spot { block: *block, range: *char..char + 1 }),
                _ => {}
            }
        }
        spots
    }
}

/// The target that a range of a block's plain text makes; none where the range holds no words.
pub fn target(block: &Slug, plain: &str, range: &Range<usize>) -> Option<Target> {
    let text: Vec<char> = plain.chars().collect();
    let cut = |from: usize, to: usize| -> String {
        text.get(from.min(text.len())..to.min(text.len())).unwrap_or_default().iter().collect()
    };
    let exact = cut(range.start, range.end.max(range.start));
    let quote = Quote {
        prefix: cut(range.start.saturating_sub(AROUND), range.start),
        suffix: cut(range.end, range.end.saturating_add(AROUND)),
        start_chars: u32::try_from(range.start).ok()?,
        end_chars: u32::try_from(range.end).ok()?,
        exact,
    };
    (!quote.exact.trim().is_empty()).then(|| Target { block: Some(block.clone()), quote: Some(quote) })
}

/// A quote with its white space as in a [`LessonText`].
struct Passage {
    exact: Vec<char>,
    prefix: Vec<char>,
    suffix: Vec<char>,
    start: usize,
}

impl Passage {
    fn new(quote: &Quote) -> Self {
        let exact = quote.exact.trim();
        let (before, after) = quote.exact.split_once(exact).unwrap_or_default();
        Self {
            exact: squeezed(exact),
            prefix: squeezed(&format!("{}{before}", quote.prefix)),
            suffix: squeezed(&format!("{after}{}", quote.suffix)),
            start: usize::try_from(quote.start_chars).unwrap_or_default() + before.chars().count(),
        }
    }
}

fn squeezed(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in text.chars() {
        match (c.is_whitespace(), out.last()) {
            (true, Some(' ')) => {}
            (true, _) => out.push(' '),
            (false, _) => out.push(c),
        }
    }
    out
}

fn words(chars: &[char]) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in chars.split(|c| *c == ' ') {
        if !word.is_empty() {
            words.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    words
}

fn slices<'a>(chars: &'a [char], words: &[Range<usize>]) -> Vec<&'a [char]> {
    words.iter().filter_map(|word| chars.get(word.clone())).collect()
}

/// Every stretch of as many words as are wanted that shares half of them, with how many it shares.
fn shared_words(wanted: &[&[char]], here: &[&[char]]) -> Vec<(usize, Range<usize>)> {
    let mut missing: BTreeMap<&[char], isize> = BTreeMap::new();
    for word in wanted {
        *missing.entry(word).or_default() += 1;
    }
    let count = wanted.len().min(here.len());
    let (mut shared, mut out) = (0, Vec::new());
    for (at, word) in here.iter().enumerate() {
        if let Some(left) = missing.get_mut(word) {
            *left -= 1;
            shared += usize::from(*left >= 0);
        }
        if let Some(gone) = at.checked_sub(count).and_then(|at| here.get(at))
            && let Some(left) = missing.get_mut(gone)
        {
            *left += 1;
            shared -= usize::from(*left > 0);
        }
        if at + 1 >= count && shared * 2 >= count {
            out.push((shared, at + 1 - count..at + 1));
        }
    }
    out
}

/// Moves the ends of a stretch as long as it reads more like the words.
fn fitted(wanted: &[&[char]], here: &[&[char]], mut window: Range<usize>) -> (f64, Range<usize>) {
    let judge = |window: &Range<usize>| alike(wanted, here.get(window.clone()).unwrap_or_default());
    let mut best = judge(&window);
    let steps = if wanted.len() <= LETTERWISE_WORDS { wanted.len() } else { LONG_MOVES };
    for _ in 0..steps {
        let Range { start, end } = window.clone();
        let moves =
            [start.saturating_sub(1)..end, start + 1..end, start..end + 1, start..end.saturating_sub(1)];
        let fits = |window: &Range<usize>| window.start < window.end && window.end <= here.len();
        let judged = moves.into_iter().filter(fits).map(|window| (judge(&window), window));
        let Some((better, window_there)) = judged.max_by(|a, b| a.0.total_cmp(&b.0)) else { break };
        if better <= best {
            break;
        }
        (best, window) = (better, window_there);
    }
    (best, window)
}

/// From 0 to 1: how much of two stretches agrees.
fn alike(a: &[&[char]], b: &[&[char]]) -> f64 {
    if a.len().max(b.len()) <= LETTERWISE_WORDS {
        let text =
            |words: &[&[char]]| words.iter().map(|word| word.iter().collect::<String>()).collect::<Vec<_>>();
        return strsim::normalized_levenshtein(&text(a).join(" "), &text(b).join(" "));
    }
    let (a, b) = (a.to_vec(), b.to_vec());
    #[expect(clippy::cast_precision_loss, reason = "numbers of words")]
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    1.0 - share(strsim::generic_levenshtein(&a, &b), a.len().max(b.len()))
}

#[cfg(test)]
mod tests;
