//! The words that stand in the index for an entry, and the expressions that look for them.

use super::entry::Group;
use super::fold::{Spoken, spell};
use super::keyboard::Reading;
use super::query::{Phrase, Query, Term};
use super::words::Cut;

/// Begins a word with its accents; no text has this character.
const ACCENTED: char = '\u{e000}';
/// Begins what can be filtered by.
const FILTER: char = '\u{e001}';

/// The folded words of a text, then those with accents.
pub(super) fn of_text(texts: &[&str], group: Group, module: Option<usize>) -> String {
    let mut folded = String::new();
    let mut accented = String::new();
    for text in texts {
        for piece in Cut::of(text) {
            folded.extend(piece.folded());
            folded.push(' ');
            accented.push(ACCENTED);
            let tone = spell(piece.written, &mut accented);
            accented.extend(tone);
            accented.push(' ');
        }
        // The end of one text and the start of another are no phrase.
        folded.push(FILTER);
        folded.push(' ');
    }
    folded.push_str(&accented);
    folded.push_str(&group_token(group));
    if let Some(module) = module {
        folded.push(' ');
        folded.push_str(&module_token(module));
    }
    folded
}

fn accented_token(word: &Spoken) -> String {
    format!("{ACCENTED}{}{}", word.letters, word.tone.map(String::from).unwrap_or_default())
}

pub(super) fn group_token(group: Group) -> String {
    format!("{FILTER}g{}", group.number())
}

pub(super) fn module_token(number: usize) -> String {
    format!("{FILTER}m{number}")
}

/// How words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Accents aside.
    Folded,
    /// As they sound.
    Accented,
}

/// Every term.
pub(super) fn all(query: &Query, look: Look) -> String {
    query.wanted.iter().map(|term| one(term, look)).collect::<Vec<_>>().join(" AND ")
}

/// All terms one after the other; none where there is only one.
pub(super) fn side_by_side(query: &Query, look: Look) -> Option<String> {
    let (last, [_, ..]) = query.wanted.split_last()? else { return None };
    let reading = |reading: Reading| {
        let read = |term: &Term| term.readings.iter().any(|phrase| phrase.reading == reading);
        let phrases = query.wanted.iter().map(|term| {
            let own = term.readings.iter().find(|phrase| phrase.reading == reading);
            own.or(term.readings.first()).map(|phrase| words_of(phrase, look, false)).unwrap_or_default()
        });
        let any = reading == Reading::Typed || query.wanted.iter().any(read);
        any.then(|| quoted(&phrases.collect::<Vec<_>>().join(" "), last.prefix))
    };
    let readings: Vec<String> =
        [Reading::Typed, Reading::Telex, Reading::Vni].into_iter().filter_map(reading).collect();
    Some(readings.join(" OR "))
}

/// Every term but one; of two, either.
pub(super) fn all_but_one(query: &Query) -> Option<String> {
    let terms: Vec<String> = query.wanted.iter().map(|term| one(term, Look::Folded)).collect();
    if terms.len() < 2 {
        return None;
    }
    let without = |left_out: usize| {
        let others =
            terms.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, term)| term.as_str());
        format!("({})", others.collect::<Vec<_>>().join(" AND "))
    };
    Some((0..terms.len()).map(without).collect::<Vec<_>>().join(" OR "))
}

/// Any term.
pub(super) fn any(query: &Query) -> Option<String> {
    let terms: Vec<String> = query.wanted.iter().map(|term| one(term, Look::Folded)).collect();
    (terms.len() > 2).then(|| terms.join(" OR "))
}

/// What was asked for with what is let through and what is unwanted.
pub(super) fn narrowed(wanted: &str, query: &Query, filters: &[String]) -> String {
    let mut expression = format!("({wanted})");
    for filter in filters {
        expression = format!("{expression} AND {}", quoted(filter, false));
    }
    if !query.unwanted.is_empty() {
        let unwanted: Vec<String> = query.unwanted.iter().map(|term| one(term, Look::Folded)).collect();
        expression = format!("({expression}) NOT ({})", unwanted.join(" OR "));
    }
    expression
}

fn one(term: &Term, look: Look) -> String {
    let readings: Vec<String> = term
        .readings
        .iter()
        .map(|phrase| quoted(&words_of(phrase, look, term.prefix), term.prefix))
        .collect();
    format!("({})", readings.join(" OR "))
}

/// The words of a phrase; the tone of one that may go on is not known yet.
fn words_of(phrase: &Phrase, look: Look, grows: bool) -> String {
    let last = phrase.words.len().saturating_sub(1);
    let word = |(at, word): (usize, &super::query::Word)| match look {
        Look::Folded => word.folded.clone(),
        Look::Accented if grows && at == last => format!("{ACCENTED}{}", word.spoken.letters),
        Look::Accented => accented_token(&word.spoken),
    };
    phrase.words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// Words hold letters and digits alone, so that nothing in the quotation ends it.
fn quoted(words: &str, prefix: bool) -> String {
    format!("\"{}\"{}", words.replace('"', ""), if prefix { " *" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_hold_every_reading_and_the_last_word_may_grow() {
        let query = Query::parse("treer em -ao");
        assert_eq!(all(&query, Look::Folded), r#"("treer" OR "tre") AND ("em")"#);
        assert_eq!(side_by_side(&query, Look::Folded).unwrap(), r#""treer em" OR "tre em""#);
        let query = Query::parse("rào a");
        assert_eq!(side_by_side(&query, Look::Folded), None);
        let query = Query::parse("rào ao");
        assert_eq!(all(&query, Look::Folded), r#"("rao") AND ("ao" *)"#);
        assert_eq!(all_but_one(&query).unwrap(), r#"(("ao" *)) OR (("rao"))"#);
        let filters = [module_token(3)];
        let query = Query::parse("rào -ao ");
        assert_eq!(narrowed("x", &query, &filters), "((x) AND \"\u{e001}m3\") NOT ((\"ao\"))");
    }

    #[test]
    fn texts_are_parted_and_carry_what_can_be_filtered_by() {
        let words = of_text(&["Hòa", "em"], Group::Speech, Some(6));
        assert_eq!(words, "hoa \u{e001} em \u{e001} \u{e000}hoa\u{300} \u{e000}em \u{e001}g1 \u{e001}m6");
    }
}
