//! The letters of a course: whether the shipped fonts have them and nothing hides between them.

use serde_json::Value;
use unicode_normalization::char::is_combining_mark;

use crate::assets::coverage;
use crate::load::at::At;
use crate::load::findings::Findings;
use crate::load::problem::ProblemKind;
use crate::load::rules::mojibake;

/// Fields that nobody reads.
const UNREAD: [&str; 5] = ["$schema", "id", "kind", "src", "url"];

/// Looks at every text of a file.
pub(super) fn check(value: &Value, at: &At<'_>, findings: &mut Findings) {
    match value {
        Value::String(text) => letters(text, at, findings),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                check(value, &at.index(index), findings);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| !UNREAD.contains(&key.as_str())) {
                check(value, &at.key(key), findings);
            }
        }
        _ => {}
    }
}

fn letters(text: &str, at: &At<'_>, findings: &mut Findings) {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return;
    }
    if let Some((word, encoding, meant)) = mojibake::find(text) {
        findings.error(at, ProblemKind::Mojibake { word, encoding, meant });
        return;
    }
    let mut seen = Vec::new();
    for character in text.chars() {
        let kind = if is_invisible(character) {
            ProblemKind::Invisible { character }
        } else if is_combining_mark(character) {
            // Composed Vietnamese has no mark that stands alone.
            let word = text.split_whitespace().find(|word| word.contains(character)).unwrap_or_default();
            ProblemKind::StrayMark { word: word.to_owned() }
        } else if !coverage::covers(character) {
            ProblemKind::NoGlyph { character }
        } else {
            continue;
        };
        if !seen.contains(&character) {
            seen.push(character);
            findings.error(at, kind);
        }
    }
}

/// Controls, and signs of no width that change how words are found, wrapped or turned.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(text: &str) -> Vec<ProblemKind> {
        let mut findings = Findings::of("x");
        check(&serde_json::json!({ "text": text, "url": "漢" }), &At::Root, &mut findings);
        findings.problems.into_iter().map(|problem| problem.kind).collect()
    }

    #[test]
    fn what_cannot_be_seen_or_drawn_is_noted_once() {
        assert!(noted("Đuối nước – «Nên»: 37,5 °C → 115\nvà 1 000 ₫").is_empty());
        assert!(matches!(
            noted("trẻ\u{200b} em\u{200b}")[..],
            [ProblemKind::Invisible { character: '\u{200b}' }]
        ));
        assert!(matches!(noted("漢 và 漢")[..], [ProblemKind::NoGlyph { character: '漢' }]));
        assert!(
            matches!(&noted("tre\u{309}\u{309} em")[..], [ProblemKind::StrayMark { word }] if word.starts_with("tr"))
        );
        assert!(matches!(noted("§uèi n\u{ad}íc")[..], [ProblemKind::Mojibake { .. }]));
        assert!(matches!(noted("tab\there")[..], [ProblemKind::Invisible { character: '\t' }]));
    }
}
