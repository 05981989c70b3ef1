//! Ids made from words, and words that were probably meant.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::content::{RichText, Slug};

/// An invented id holds no more words than a reader takes in at a glance.
const WORDS: usize = 8;
/// Room for a number behind the words.
const CHARS: usize = Slug::MAX_CHARS - 8;

/// The ids of one list.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeSet<Slug>,
    numbers: BTreeMap<String, u64>,
}

impl Ids {
    /// Takes an id; false where it is taken.
    pub(super) fn take(&mut self, id: &Slug) -> bool {
        self.taken.insert(id.clone())
    }

    /// Takes an id made of the first words of a block as it is written.
    pub(super) fn invent_for(&mut self, block: &Value) -> Slug {
        let kind = block.get("kind").and_then(Value::as_str).map(dashed).filter(|kind| !kind.is_empty());
        self.invent(&first_words(block).unwrap_or_default(), kind.as_deref().unwrap_or("block"))
    }

    /// Takes an id made of the first words of a text.
    pub(super) fn invent(&mut self, text: &str, fallback: &str) -> Slug {
        let base = match dashed(text) {
            words if words.is_empty() => fallback.to_owned(),
            words => words,
        };
        let number = self.numbers.entry(base.clone()).or_insert(0);
        loop {
            *number += 1;
            let id = if *number == 1 { base.clone() } else { format!("{base}-{number}") };
            // Letters, digits and hyphens with room for a number are always an id.
            if let Some(id) = Slug::parse(&id)
                && self.taken.insert(id.clone())
            {
                return id;
            }
        }
    }
}

/// The first words of a block as they are read, without markup.
fn first_words(block: &Value) -> Option<String> {
    const FIELDS: [&str; 10] =
        ["title", "text", "prompt", "caption", "alt", "says", "items", "columns", "events", "left"];
    match block {
        Value::String(text) => {
            let plain = RichText::parse(text, &mut Vec::new()).to_plain();
            (!dashed(&plain).is_empty()).then_some(plain)
        }
        Value::Array(values) => values.first().and_then(first_words),
        Value::Object(fields) => FIELDS.iter().find_map(|field| fields.get(*field).and_then(first_words)),
        _ => None,
    }
}

/// The first words in small letters without accents, joined by hyphens.
pub(super) fn dashed(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if matches!(c, 'đ' | 'Đ') { 'd' } else { c })
        .collect();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words.take(WORDS) {
        if id.len() + word.len() >= CHARS {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word.to_ascii_lowercase());
    }
    id
}

/// A known word that is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    // Far longer or shorter words are never near; leaving them out keeps long lists quick.
    let known = known.into_iter().filter(|known| known.chars().count().abs_diff(length) <= allowed);
    let distance = |known: &str| strsim::osa_distance(&word.to_lowercase(), &known.to_lowercase());
    let (best, known) = known.map(|known| (distance(known), known)).min()?;
    (best <= allowed).then(|| known.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invented_id_is_the_words_without_accents_and_free() {
        let mut ids = Ids::default();
        assert!(ids.take(&Slug::parse("rao-chan-ao-nha").unwrap()));
        assert!(!ids.take(&Slug::parse("rao-chan-ao-nha").unwrap()));
        assert_eq!(ids.invent("Rào chắn ao nhà!", "block").as_str(), "rao-chan-ao-nha-2");
        assert_eq!(ids.invent("«Đuối nước» – 12 giờ", "block").as_str(), "duoi-nuoc-12-gio");
        assert_eq!(ids.invent("…", "block").as_str(), "block");
        assert_eq!(ids.invent("漢字", "block").as_str(), "block-2");
        assert_eq!(ids.invent(&"a".repeat(500), "block").as_str(), "block-3");
        assert!(ids.invent(&"nghiêng ".repeat(50), "block").as_str().len() <= Slug::MAX_CHARS);
    }

    #[test]
    fn only_a_near_word_is_meant() {
        let known = ["title", "text", "tone"];
        assert_eq!(nearest("titel", known).as_deref(), Some("title"));
        assert_eq!(nearest("Title", known).as_deref(), Some("title"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("paragrph", ["paragraph", "heading"]).as_deref(), Some("paragraph"));
    }
}
