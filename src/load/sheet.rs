//! One file on its way from bytes to a JSON object.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc, is_nfc_quick};

use crate::content::RelPath;
use crate::load::at::At;
use crate::load::error::{LoadError, LoadErrorKind, SyntaxFault};
use crate::load::findings::Findings;
use crate::load::limits;
use crate::load::origin::Origin;
use crate::load::problem::{Problem, ProblemKind};
use crate::load::spans::{self, Text};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A JSON file, its root and what was noted about it.
pub(super) struct Sheet {
    bytes: Arc<[u8]>,
    pub(super) root: Value,
    pub(super) findings: Findings,
}

impl Sheet {
    /// Reads a file of the course: bytes, then text, then depth, then JSON with an object at its root.
    pub(super) fn read(origin: &Origin, path: &RelPath, limit_bytes: u64) -> Result<Self, LoadError> {
        let bytes = origin.read(path, limit_bytes)?;
        Self::of(bytes, path.as_str()).map_err(|kind| kind.of(path))
    }

    /// The same for bytes at hand.
    pub(super) fn of(bytes: Arc<[u8]>, file: &str) -> Result<Self, LoadErrorKind> {
        let mut findings = Findings::of(file);
        let text = utf8(&bytes)?;
        let text = if let Some(rest) = text.strip_prefix(BYTE_ORDER_MARK) {
            findings.warning(&At::Root, ProblemKind::ByteOrderMark);
            rest
        } else {
            text
        };
        shallow(text)?;
        let mut root: Value = serde_json::from_str(text).map_err(|error| syntax(text, &error))?;
        if !root.is_object() {
            return Err(LoadErrorKind::NotAnObject);
        }
        compose(&mut root, &At::Root, &mut findings);
        Ok(Self { bytes, root, findings })
    }

    /// The text without a byte order mark.
    pub(super) fn text(&self) -> &str {
        without_mark(&self.bytes)
    }

    /// Finds the keys that stand twice in one object, which serde drops.
    pub(super) fn note_duplicate_keys(&mut self) {
        spans::duplicate_keys(without_mark(&self.bytes), &mut self.findings);
    }

    /// Hands the problems over with their places, which are looked up only where there are problems.
    pub(super) fn close(mut self, problems: &mut Vec<Problem>) {
        let mut noted = std::mem::take(&mut self.findings.problems);
        if !noted.is_empty() {
            spans::locate(self.text(), &mut noted);
        }
        problems.append(&mut noted);
    }
}

fn without_mark(bytes: &[u8]) -> &str {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

fn utf8(bytes: &[u8]) -> Result<&str, LoadErrorKind> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, _) = bytes.split_at(error.valid_up_to());
        let good = std::str::from_utf8(good).unwrap_or_default();
        LoadErrorKind::NotUtf8 { span: Text::of(good).span(good.len()..good.len()) }
    })
}

/// Counts brackets before any parser that recurses sees the text.
fn shallow(text: &str) -> Result<(), LoadErrorKind> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                if depth > limits::DEPTH {
                    return Err(LoadErrorKind::TooDeep { span: Text::of(text).span(at..at + 1) });
                }
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// Says why a text is no JSON: the parser that keeps spans knows more, where it agrees.
fn syntax(text: &str, error: &serde_json::Error) -> LoadErrorKind {
    let lines = Text::of(text);
    let at = lines.offset(error.line(), error.column());
    let (fault, range): (SyntaxFault, Range<usize>) = if text.trim().is_empty() {
        (SyntaxFault::Empty, 0..0)
    } else if error.is_eof() {
        (SyntaxFault::Unfinished, text.trim_end().len()..text.trim_end().len())
    } else {
        spans::syntax_fault(text).unwrap_or((only_serde_refuses(error), at.saturating_sub(1)..at))
    };
    LoadErrorKind::Syntax { fault, span: lines.span(range) }
}

/// Faults that the parser with spans lets pass; serde tells them apart in words only.
fn only_serde_refuses(error: &serde_json::Error) -> SyntaxFault {
    match error.to_string() {
        message if message.contains("number") => SyntaxFault::BadNumber,
        message if ["string", "escape", "surrogate"].iter().any(|word| message.contains(word)) => {
            SyntaxFault::BadString
        }
        _ => SyntaxFault::Other,
    }
}

/// Composes accents that are written apart, in every string of a value.
fn compose(value: &mut Value, at: &At<'_>, findings: &mut Findings) {
    match value {
        Value::String(text) if is_nfc_quick(text.chars()) != IsNormalized::Yes => {
            let composed: String = text.nfc().collect();
            if composed != *text {
                let word = text.split_whitespace().find(|word| !is_nfc(word)).unwrap_or_default();
                findings.error(at, ProblemKind::Decomposed { word: word.to_owned() });
                *text = composed;
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter_mut().enumerate() {
                compose(value, &at.index(index), findings);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields.iter_mut() {
                compose(value, &at.key(key), findings);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (SyntaxFault, usize, usize) {
        match Sheet::of(text.as_bytes().into(), "x.json").err() {
            Some(LoadErrorKind::Syntax { fault, span }) => (fault, span.line, span.column),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_text_that_is_no_json_says_what_and_where() {
        assert_eq!(fault(" \n"), (SyntaxFault::Empty, 1, 1));
        assert_eq!(fault("{\"ă\": 1,\n \"b\": [1"), (SyntaxFault::Unfinished, 2, 9));
        assert_eq!(fault("{\"ă\": 1, // x\n}"), (SyntaxFault::Comment, 1, 10));
        assert_eq!(fault("{\n\"a\": [1,]\n}"), (SyntaxFault::TrailingComma, 2, 8));
        assert_eq!(fault("{\"a\": 1 \"b\": 2}"), (SyntaxFault::MissingComma, 1, 8));
        assert_eq!(fault("{'a': 1}"), (SyntaxFault::SingleQuotes, 1, 2));
        assert_eq!(fault("{a: 1}"), (SyntaxFault::BareWord, 1, 2));
        assert_eq!(fault("{\"a\": 1}{}"), (SyntaxFault::MoreThanOne, 1, 9));
        assert_eq!(fault("{\"a\": 1e999}").0, SyntaxFault::BadNumber);
        assert_eq!(fault("{\"a\": \"\t\"}").0, SyntaxFault::BadString);
        assert_eq!(fault("{\"a\": \"\\ud800\"}").0, SyntaxFault::BadString);
    }

    #[test]
    fn depth_is_counted_outside_of_strings() {
        let nested = |n: usize| format!("{{\"a\": {}1{}}}", "[".repeat(n), "]".repeat(n));
        assert!(shallow(&nested(limits::DEPTH - 1)).is_ok());
        assert!(matches!(shallow(&nested(limits::DEPTH)), Err(LoadErrorKind::TooDeep { .. })));
        assert!(shallow(&format!("{{\"a\": \"{}\\\"[\"}}", "[".repeat(99))).is_ok());
    }

    #[test]
    fn a_mark_at_the_front_and_parted_accents_are_warnings() {
        let sheet = Sheet::of("\u{feff}{\"a\": \"đuo\u{302}\u{301}i nước\"}".as_bytes().into(), "x").unwrap();
        assert_eq!(sheet.root["a"], "đuối nước");
        assert_eq!(sheet.findings.problems.len(), 2);
    }
}
