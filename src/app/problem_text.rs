//! Problems of a course as sentences.

use i18n_embed_fl::fl;

use crate::app::tr::Tr;
use crate::content::source::Status;
use crate::load::problem::{Encoding, Form, JsonType, QuestionFault, Thing};
use crate::load::{LoadError, LoadErrorKind, Problem, ProblemKind, SyntaxFault};

/// Why a file or course could not be read, with its name and, where known, the place.
pub fn load_error_text(tr: &Tr, error: &LoadError) -> String {
    let reason = reason_text(tr, &error.kind);
    match error.kind.span() {
        Some(span) => {
            let (line, column) = (span.line.to_string(), span.column.to_string());
            format!("{} ({}): {reason}", error.file, fl!(tr, "problem-place", line = line, column = column))
        }
        None => format!("{}: {reason}", error.file),
    }
}

/// What is wrong, in one sentence.
pub fn problem_text(tr: &Tr, problem: &Problem) -> String {
    use ProblemKind as P;
    let text = str::to_owned;
    let n = |number: &dyn ToString| number.to_string();
    match &problem.kind {
        P::Unreadable(kind) => reason_text(tr, kind),
        P::ByteOrderMark => fl!(tr, "problem-byte-order-mark"),
        P::WrongSchema { expected } => fl!(tr, "problem-wrong-schema", expected = text(expected)),
        P::DuplicateKey { key } => fl!(tr, "problem-duplicate-key", key = text(key)),
        P::TooManyProblems => fl!(tr, "problem-too-many-problems"),
        P::UnknownField { field, .. } => fl!(tr, "problem-unknown-field", field = text(field)),
        P::MissingField { field } => fl!(tr, "problem-missing-field", field = text(field)),
        P::WrongType { expected, found } => wrong_type_text(tr, expected, *found),
        P::UnknownValue { found, .. } => fl!(tr, "problem-unknown-value", found = text(found)),
        P::OutOfRange { min, max } => fl!(tr, "problem-out-of-range", min = n(min), max = n(max)),
        P::TooMany { limit } => fl!(tr, "problem-too-many", limit = n(limit)),
        P::TooLong { limit } => fl!(tr, "problem-too-long", limit = n(limit)),
        P::NotUnderstood { cause } => fl!(tr, "problem-not-understood", cause = text(cause)),
        P::MissingId { .. } => fl!(tr, "problem-missing-id"),
        P::BadId { id, .. } => fl!(tr, "problem-bad-id", id = text(id)),
        P::DuplicateId { id } => fl!(tr, "problem-duplicate-id", id = text(id)),
        P::Malformed { what, text } => malformed_text(tr, *what, text),
        P::EmptyText => fl!(tr, "problem-empty-text"),
        P::RowLength { expected, found } => {
            fl!(tr, "problem-row-length", expected = n(expected), found = n(found))
        }
        P::SeriesLength { expected, found } => {
            fl!(tr, "problem-series-length", expected = n(expected), found = n(found))
        }
        P::MisplacedMinutes => fl!(tr, "problem-misplaced-minutes"),
        P::LessonOrBreak => fl!(tr, "problem-lesson-or-break"),
        P::Question { fault } => question_text(tr, *fault),
        P::Unknown { what, name, .. } => unknown_text(tr, *what, name),
        P::OutdatedSource { id, status: Status::Expired, .. } => {
            fl!(tr, "problem-outdated-expired", id = text(id))
        }
        P::OutdatedSource { id, .. } => fl!(tr, "problem-outdated-replaced", id = text(id)),
        P::StaleSource { id, checked_on: Some(date) } => {
            fl!(tr, "problem-stale-source", id = text(id), date = text(date))
        }
        P::StaleSource { id, checked_on: None } => fl!(tr, "problem-unchecked-source", id = text(id)),
        P::NoLessons => fl!(tr, "problem-no-lessons"),
        P::NewerApp { needs } => fl!(tr, "problem-newer-app", needs = text(needs)),
        P::LessonIdDiffers { expected, found } => {
            fl!(tr, "problem-lesson-id-differs", expected = text(expected), found = text(found))
        }
        P::MissingLesson { id } => fl!(tr, "problem-missing-lesson", id = text(id)),
        P::StrayLesson => fl!(tr, "problem-stray-lesson"),
        P::ReservedName { name } => fl!(tr, "problem-reserved-name", name = text(name)),
        P::UnusedMedia => fl!(tr, "problem-unused-media"),
        P::PictureTooLarge { width, height } => {
            fl!(tr, "problem-picture-too-large", width = n(width), height = n(height))
        }
        P::PictureUnreadable => fl!(tr, "problem-picture-unreadable"),
        P::NoAlt => fl!(tr, "problem-no-alt"),
        P::Decomposed { word } => fl!(tr, "problem-decomposed", word = text(word)),
        P::Mojibake { word, encoding, .. } => mojibake_text(tr, word, *encoding),
        P::Invisible { character } => fl!(tr, "problem-invisible", code = code_point(*character)),
        P::StrayMark { word } => fl!(tr, "problem-stray-mark", word = text(word)),
        P::NoGlyph { character } => {
            fl!(tr, "problem-no-glyph", character = n(character), code = code_point(*character))
        }
        P::Uncited { words } => fl!(tr, "problem-uncited", words = text(words)),
        P::SlideTooLarge { screen } => fl!(tr, "problem-slide-too-large", screen = text(screen)),
        P::SlideTooLong { pages, limit } => {
            fl!(tr, "problem-slide-too-long", pages = n(pages), limit = n(limit))
        }
        P::MinutesDiffer { outline, slides } => {
            fl!(tr, "problem-minutes-differ", outline = n(outline), slides = n(slides))
        }
        P::CoreTooLong { minutes, limit } => {
            fl!(tr, "problem-core-too-long", minutes = n(minutes), limit = n(limit))
        }
        P::AgendaTooShort { given, needed } => {
            fl!(tr, "problem-agenda-too-short", given = n(given), needed = n(needed))
        }
    }
}

/// What to do about it, where the program can tell.
pub fn suggestion_text(tr: &Tr, problem: &Problem) -> Option<String> {
    use ProblemKind as P;
    let meant = |meant: &str| Some(fl!(tr, "problem-hint-meant", meant = meant.to_owned()));
    match &problem.kind {
        P::UnknownField { meant: Some(word), .. }
        | P::UnknownValue { meant: Some(word), .. }
        | P::Unknown { meant: Some(word), .. } => meant(word),
        P::BadId { meant: word, .. } | P::Mojibake { meant: word, .. } if !word.is_empty() => meant(word),
        P::UnknownValue { allowed, .. } => {
            Some(fl!(tr, "problem-hint-allowed", allowed = quoted(allowed.iter())))
        }
        P::MissingId { meant } => Some(fl!(tr, "problem-hint-fmt-id", meant = meant.clone())),
        P::Decomposed { .. } | P::ByteOrderMark => Some(fl!(tr, "problem-hint-fmt")),
        P::Mojibake { .. } => Some(fl!(tr, "problem-hint-unicode")),
        P::OutdatedSource { replaced_by, .. } if replaced_by.is_empty() => {
            Some(fl!(tr, "problem-hint-expired"))
        }
        P::OutdatedSource { replaced_by, .. } => {
            Some(fl!(tr, "problem-hint-replaced-by", sources = quoted(replaced_by.iter())))
        }
        P::Uncited { .. } => Some(fl!(tr, "problem-hint-cite")),
        _ => None,
    }
}

fn quoted<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn reason_text(tr: &Tr, kind: &LoadErrorKind) -> String {
    match kind {
        LoadErrorKind::Io { cause } => fl!(tr, "problem-load-io", cause = cause.to_string()),
        LoadErrorKind::Missing => fl!(tr, "problem-load-missing"),
        LoadErrorKind::NotAFile => fl!(tr, "problem-load-not-a-file"),
        LoadErrorKind::Outside => fl!(tr, "problem-load-outside"),
        LoadErrorKind::TooBig { limit_bytes } => {
            fl!(tr, "problem-load-too-big", limit = (limit_bytes >> 20).to_string())
        }
        LoadErrorKind::NotUtf8 { .. } => fl!(tr, "problem-load-not-utf8"),
        LoadErrorKind::Syntax { fault, .. } => syntax_text(tr, *fault),
        LoadErrorKind::TooDeep { .. } => fl!(tr, "problem-load-too-deep"),
        LoadErrorKind::NotAnObject => fl!(tr, "problem-load-not-an-object"),
        LoadErrorKind::Newer { format } => fl!(tr, "problem-load-newer", format = format.to_string()),
        LoadErrorKind::Broken => fl!(tr, "problem-load-broken"),
    }
}

fn syntax_text(tr: &Tr, fault: SyntaxFault) -> String {
    match fault {
        SyntaxFault::Empty => fl!(tr, "problem-syntax-empty"),
        SyntaxFault::Unfinished => fl!(tr, "problem-syntax-unfinished"),
        SyntaxFault::Comment => fl!(tr, "problem-syntax-comment"),
        SyntaxFault::TrailingComma => fl!(tr, "problem-syntax-trailing-comma"),
        SyntaxFault::MissingComma => fl!(tr, "problem-syntax-missing-comma"),
        SyntaxFault::SingleQuotes => fl!(tr, "problem-syntax-single-quotes"),
        SyntaxFault::BareWord => fl!(tr, "problem-syntax-bare-word"),
        SyntaxFault::BadString => fl!(tr, "problem-syntax-bad-string"),
        SyntaxFault::BadNumber => fl!(tr, "problem-syntax-bad-number"),
        SyntaxFault::MoreThanOne => fl!(tr, "problem-syntax-more-than-one"),
        SyntaxFault::Other => fl!(tr, "problem-syntax-other"),
    }
}

fn wrong_type_text(tr: &Tr, expected: &[JsonType], found: JsonType) -> String {
    // An optional field may be null, but nobody means to write that.
    let wanted = expected.iter().filter(|expected| **expected != JsonType::Null);
    let wanted: Vec<String> = wanted.map(|expected| type_text(tr, *expected)).collect();
    let expected = wanted.join(&fl!(tr, "problem-or"));
    let found = match found {
        JsonType::Number => fl!(tr, "problem-type-fraction"),
        found => type_text(tr, found),
    };
    fl!(tr, "problem-wrong-type", expected = expected, found = found)
}

fn type_text(tr: &Tr, json_type: JsonType) -> String {
    match json_type {
        JsonType::Text => fl!(tr, "problem-type-text"),
        JsonType::Number => fl!(tr, "problem-type-number"),
        JsonType::Integer => fl!(tr, "problem-type-integer"),
        JsonType::Boolean => fl!(tr, "problem-type-boolean"),
        JsonType::List => fl!(tr, "problem-type-list"),
        JsonType::Object => fl!(tr, "problem-type-object"),
        JsonType::Null => fl!(tr, "problem-type-null"),
    }
}

fn malformed_text(tr: &Tr, what: Form, text: &str) -> String {
    let text = text.to_owned();
    match what {
        Form::Cite => fl!(tr, "problem-malformed-cite", text = text),
        Form::Date => fl!(tr, "problem-malformed-date", text = text),
        Form::Path => fl!(tr, "problem-malformed-path", text = text),
        Form::Language => fl!(tr, "problem-malformed-language", text = text),
        Form::Version => fl!(tr, "problem-malformed-version", text = text),
        Form::Link => fl!(tr, "problem-malformed-link", text = text),
        Form::WebAddress => fl!(tr, "problem-malformed-web-address", text = text),
        Form::Markup => fl!(tr, "problem-malformed-markup", text = text),
        Form::Words => fl!(tr, "problem-malformed-words", text = text),
    }
}

fn unknown_text(tr: &Tr, what: Thing, name: &str) -> String {
    let name = name.to_owned();
    match what {
        Thing::Source => fl!(tr, "problem-unknown-source", name = name),
        Thing::Term => fl!(tr, "problem-unknown-term", name = name),
        Thing::Lesson => fl!(tr, "problem-unknown-lesson", name = name),
        Thing::Block => fl!(tr, "problem-unknown-block", name = name),
        Thing::Objective => fl!(tr, "problem-unknown-objective", name = name),
        Thing::Icon => fl!(tr, "problem-unknown-icon", name = name),
        Thing::Media => fl!(tr, "problem-unknown-media", name = name),
    }
}

fn question_text(tr: &Tr, fault: QuestionFault) -> String {
    match fault {
        QuestionFault::TooFewChoices => fl!(tr, "problem-question-too-few-choices"),
        QuestionFault::TooFewPairs => fl!(tr, "problem-question-too-few-pairs"),
        QuestionFault::NoCorrect => fl!(tr, "problem-question-no-correct"),
        QuestionFault::ManyCorrect => fl!(tr, "problem-question-many-correct"),
        QuestionFault::NotTwoChoices => fl!(tr, "problem-question-not-two-choices"),
        QuestionFault::ChoiceWithoutWhy => fl!(tr, "problem-question-choice-without-why"),
        QuestionFault::PairWithoutWhy => fl!(tr, "problem-question-pair-without-why"),
        QuestionFault::NoExplain => fl!(tr, "problem-question-no-explain"),
        QuestionFault::UselessChoices => fl!(tr, "problem-question-useless-choices"),
        QuestionFault::UselessPairs => fl!(tr, "problem-question-useless-pairs"),
    }
}

fn mojibake_text(tr: &Tr, word: &str, encoding: Encoding) -> String {
    let word = word.to_owned();
    match encoding {
        Encoding::Tcvn3 => fl!(tr, "problem-mojibake-tcvn3", word = word),
        Encoding::Vni => fl!(tr, "problem-mojibake-vni", word = word),
        Encoding::Utf8 => fl!(tr, "problem-mojibake-utf8", word = word),
    }
}

/// Where a problem stands: its file with line and column, or with its JSON pointer.
pub fn place_text(tr: &Tr, problem: &Problem) -> String {
    match problem.span {
        Some(span) => {
            let (line, column) = (span.line.to_string(), span.column.to_string());
            format!("{}, {}", problem.file, fl!(tr, "problem-place", line = line, column = column))
        }
        None => format!("{} {}", problem.file, problem.at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tr::{Language, loader};
    use crate::load::{Severity, Span};

    fn problem(kind: ProblemKind) -> Problem {
        Problem { file: "x.json".to_owned(), at: String::new(), span: None, severity: Severity::Error, kind }
    }

    #[test]
    fn a_misspelt_field_reads_as_a_sentence_with_a_suggestion() {
        let kind = ProblemKind::UnknownField { field: "titel".to_owned(), meant: Some("title".to_owned()) };
        let problem = problem(kind);
        let tr = loader(Language::Vi);
        assert_eq!(problem_text(&tr, &problem), "`titel` không phải là trường của định dạng");
        assert_eq!(suggestion_text(&tr, &problem).unwrap(), "Có phải ý là `title`?");
        assert_eq!(suggestion_text(&loader(Language::En), &problem).unwrap(), "Did you mean `title`?");
    }

    #[test]
    fn a_wrong_type_names_all_that_would_do_but_null() {
        let kind = ProblemKind::WrongType {
            expected: vec![JsonType::Text, JsonType::List, JsonType::Null],
            found: JsonType::Object,
        };
        let text = problem_text(&loader(Language::En), &problem(kind));
        assert_eq!(text, "This must be quoted text or a list […], not an object {…}");
    }

    #[test]
    fn an_error_names_file_and_place() {
        let span = Span { line: 3, column: 7, length: 1 };
        let kind = LoadErrorKind::Syntax { fault: SyntaxFault::MissingComma, span };
        let error = LoadError { kind, file: "course.json".to_owned() };
        let text = load_error_text(&loader(Language::Vi), &error);
        assert_eq!(text, "course.json (dòng 3, cột 7): Thiếu dấu phẩy");
    }
}
