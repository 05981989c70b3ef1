//! Where the values of a JSON text stand: pointer → line and column.

use std::collections::BTreeSet;
use std::ops::Range;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::errors::ParseErrorKind as Kind;
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use crate::load::at::At;
use crate::load::error::SyntaxFault;
use crate::load::findings::Findings;
use crate::load::problem::{Problem, ProblemKind, Span};

/// JSON and nothing else.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// A text that knows where its lines begin.
pub(super) struct Text<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Text<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The span of a byte range; one that runs over the end of its line is cut to its first character.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let line = self.starts.partition_point(|start| *start <= range.start).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let count = |range: Range<usize>| self.text.get(range).map_or(0, |text| text.chars().count());
        let next = self.starts.get(line).copied().unwrap_or(usize::MAX);
        let length = if range.end < next { count(range.clone()).max(1) } else { 1 };
        Span { line, column: count(start..range.start) + 1, length }
    }

    /// The byte offset of serde's line and column, which counts bytes.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied();
        (start.unwrap_or_default() + column).min(self.text.len())
    }
}

/// Gives each problem without a place its place.
pub(super) fn locate(text: &str, problems: &mut [Problem]) {
    let Some(root) = parse(text).ok().flatten() else { return };
    let lines = Text::of(text);
    for problem in problems.iter_mut().filter(|problem| problem.span.is_none()) {
        let range = find(&root, &problem.at, problem.kind.is_about_name());
        problem.span = range.map(|range| lines.span(narrow(text, range, &problem.kind)));
    }
}

/// Notes keys that stand twice in one object.
pub(super) fn duplicate_keys(text: &str, findings: &mut Findings) {
    if let Some(root) = parse(text).ok().flatten() {
        let lines = Text::of(text);
        seek_duplicates(&root, &At::Root, &lines, findings);
    }
}

fn seek_duplicates(value: &Value<'_>, at: &At<'_>, lines: &Text<'_>, findings: &mut Findings) {
    match value {
        Value::Object(object) => {
            let mut seen = BTreeSet::new();
            for property in &object.properties {
                let key = property.name.as_str();
                if !seen.insert(key) {
                    let range = property.name.range();
                    findings.error(&at.key(key), ProblemKind::DuplicateKey { key: key.to_owned() });
                    if let Some(problem) = findings.problems.last_mut() {
                        problem.span = Some(lines.span(range.start..range.end));
                    }
                }
                seek_duplicates(&property.value, &at.key(key), lines, findings);
            }
        }
        Value::Array(array) => {
            for (index, value) in array.elements.iter().enumerate() {
                seek_duplicates(value, &at.index(index), lines, findings);
            }
        }
        _ => {}
    }
}

/// Why the strict parser refuses the text, and where.
pub(super) fn syntax_fault(text: &str) -> Option<(SyntaxFault, Range<usize>)> {
    let error = parse(text).err()?;
    let fault = match error.kind() {
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => SyntaxFault::Comment,
        Kind::TrailingCommasNotAllowed => SyntaxFault::TrailingComma,
        Kind::ExpectedComma => SyntaxFault::MissingComma,
        Kind::SingleQuotedStringsNotAllowed => SyntaxFault::SingleQuotes,
        Kind::ExpectedStringObjectProperty | Kind::UnexpectedWord => SyntaxFault::BareWord,
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral)
        | Kind::UnterminatedArray
        | Kind::UnterminatedObject => SyntaxFault::Unfinished,
        Kind::String(_) => SyntaxFault::BadString,
        Kind::MultipleRootJsonValues => SyntaxFault::MoreThanOne,
        Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::NonFiniteNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => SyntaxFault::BadNumber,
        _ => SyntaxFault::Other,
    };
    Some((fault, error.range().start..error.range().end))
}

/// The tree of a text that is JSON and nothing else.
pub(super) fn parse(text: &str) -> Result<Option<Value<'_>>, jsonc_parser::errors::ParseError> {
    let collect = CollectOptions::default();
    parse_to_ast(text, &collect, &STRICT).map(|parsed| parsed.value)
}

/// The range of the value that a pointer names, or of its name; the nearest parent where it is missing.
fn find(root: &Value<'_>, pointer: &str, name: bool) -> Option<Range<usize>> {
    let mut value = root;
    let mut property: Option<&ObjectProp<'_>> = None;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        let next = match value {
            // Of a key that stands twice, serde keeps the last.
            Value::Object(object) => {
                property = object.properties.iter().rev().find(|property| property.name.as_str() == token);
                property.map(|property| &property.value)
            }
            Value::Array(array) => {
                property = None;
                array.elements.get(token.parse::<usize>().ok()?)
            }
            _ => None,
        };
        let Some(next) = next else { break };
        value = next;
    }
    let range = match property {
        Some(property) if name => property.name.range(),
        _ => value.range(),
    };
    Some(range.start..range.end)
}

/// The words that the problem is about, where they stand in the range as they are.
fn narrow(text: &str, range: Range<usize>, kind: &ProblemKind) -> Range<usize> {
    let found = || {
        let words = kind.excerpt().filter(|words| !words.is_empty())?;
        let at = range.start + text.get(range.clone())?.find(&words)?;
        Some(at..at + words.len())
    };
    found().unwrap_or(range.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::problem::Severity;

    fn place(text: &str, at: &str, kind: ProblemKind) -> Option<Span> {
        let problem =
            Problem { file: "x".to_owned(), at: at.to_owned(), span: None, severity: Severity::Error, kind };
        let mut problems = [problem];
        locate(text, &mut problems);
        problems[0].span
    }

    #[test]
    fn a_problem_stands_on_its_value_its_name_or_its_words() {
        let text = "{\n  \"ă\": [1, {\"tên\": \"một hai\"}]\n}";
        let span = |line, column, length| Some(Span { line, column, length });
        assert_eq!(place(text, "/ă/1/tên", ProblemKind::EmptyText), span(2, 20, 9));
        let stray = ProblemKind::UnknownField { field: "tên".to_owned(), meant: None };
        assert_eq!(place(text, "/ă/1/tên", stray), span(2, 13, 5));
        assert_eq!(place(text, "/ă/1/tên", ProblemKind::Uncited { words: "hai".to_owned() }), span(2, 25, 3));
        assert_eq!(place(text, "/ă/1/thiếu", ProblemKind::EmptyText), span(2, 12, 18));
        assert_eq!(place(text, "", ProblemKind::NoLessons), span(1, 1, 1));
    }
}
