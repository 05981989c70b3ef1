//! What is wrong with a course, and where; the work goes on.

use serde::Serialize;

use crate::content::source::Status;
use crate::load::error::{LoadError, LoadErrorKind};

/// One fault with its place.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    /// The file in its course.
    pub file: String,
    /// The JSON pointer of the value in that file.
    pub at: String,
    /// Where that value stands in the text.
    pub span: Option<Span>,
    /// Whether it must be mended.
    pub severity: Severity,
    /// What is wrong.
    #[serde(flatten)]
    pub kind: ProblemKind,
}

/// A stretch of one line, counted in characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// The line.
    pub line: usize,
    /// The first character.
    pub column: usize,
    /// How many characters, at least one.
    pub length: usize,
}

/// Whether a problem must be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something is lost or wrong.
    Error,
    /// Something may mislead.
    Warning,
}

/// What JSON knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of JSON")]
pub enum JsonType {
    Text,
    Number,
    Integer,
    Boolean,
    List,
    Object,
    Null,
}

/// An 8-bit writing of Vietnamese that was read as if it were another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// `.VnTime` and its sisters.
    Tcvn3,
    /// `VNI-Times` and its sisters.
    Vni,
    /// UTF-8 that was taken for Latin-1.
    Utf8,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of the format")]
pub enum Thing {
    Source,
    Term,
    Lesson,
    Block,
    Objective,
    Icon,
    Media,
}

/// How a text must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// `source` or `source#locator`
    Cite,
    /// `YYYY-MM-DD`, or the front of it
    Date,
    /// A path below `media/`
    Path,
    /// Such as `vi`
    Language,
    /// Numbers joined by dots
    Version,
    /// `https:`, `mailto:`, `tel:` or `#module/lesson`
    Link,
    /// The address of a page on the web
    WebAddress,
    /// Text without HTML
    Markup,
    /// Text without pictures
    Words,
}

/// What a question lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name says what is wrong")]
pub enum QuestionFault {
    TooFewChoices,
    TooFewPairs,
    NoCorrect,
    ManyCorrect,
    NotTwoChoices,
    ChoiceWithoutWhy,
    PairWithoutWhy,
    NoExplain,
    UselessChoices,
    UselessPairs,
}

/// All that can be wrong.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "`app::problem_text` says each case in a sentence")]
pub enum ProblemKind {
    // The file.
    Unreadable(LoadErrorKind),
    ByteOrderMark,
    WrongSchema { expected: String },
    DuplicateKey { key: String },
    TooManyProblems,

    // Its shape.
    UnknownField { field: String, meant: Option<String> },
    MissingField { field: String },
    WrongType { expected: Vec<JsonType>, found: JsonType },
    UnknownValue { found: String, allowed: Vec<String>, meant: Option<String> },
    OutOfRange { min: u64, max: u64 },
    TooMany { limit: usize },
    TooLong { limit: usize },
    NotUnderstood { cause: String },

    // Its values.
    MissingId { meant: String },
    BadId { id: String, meant: String },
    DuplicateId { id: String },
    Malformed { what: Form, text: String },
    EmptyText,
    RowLength { expected: usize, found: usize },
    SeriesLength { expected: usize, found: usize },
    MisplacedMinutes,
    LessonOrBreak,
    Question { fault: QuestionFault },

    // What its values lead to.
    Unknown { what: Thing, name: String, meant: Option<String> },
    OutdatedSource { id: String, status: Status, replaced_by: Vec<String> },
    StaleSource { id: String, checked_on: Option<String> },
    NoLessons,
    NewerApp { needs: String },
    LessonIdDiffers { expected: String, found: String },
    MissingLesson { id: String },
    StrayLesson,
    ReservedName { name: String },

    // Pictures and files.
    UnusedMedia,
    PictureTooLarge { width: u32, height: u32 },
    PictureUnreadable,
    NoAlt,

    // Its text.
    Decomposed { word: String },
    Mojibake { word: String, encoding: Encoding, meant: String },
    Invisible { character: char },
    StrayMark { word: String },
    NoGlyph { character: char },
    Uncited { words: String },

    // Its time.
    MinutesDiffer { outline: u32, slides: u32 },
    SlideTooLarge { screen: String },
    SlideTooLong { pages: usize, limit: usize },
    CoreTooLong { minutes: u32, limit: u32 },
    AgendaTooShort { given: u32, needed: u32 },
}

impl ProblemKind {
    /// The words in the value that the problem is about; the place is narrowed to them.
    pub(super) fn excerpt(&self) -> Option<String> {
        match self {
            Self::Malformed { text: words, .. }
            | Self::Unknown { name: words, .. }
            | Self::OutdatedSource { id: words, .. }
            | Self::Decomposed { word: words }
            | Self::Mojibake { word: words, .. }
            | Self::StrayMark { word: words }
            | Self::Uncited { words } => Some(words.clone()),
            Self::Invisible { character } | Self::NoGlyph { character } => Some(character.to_string()),
            _ => None,
        }
    }

    /// Whether the place is the name of a field and not its value.
    pub(super) fn is_about_name(&self) -> bool {
        matches!(self, Self::UnknownField { .. })
    }
}

impl Problem {
    /// The place, as `check` sorts it.
    pub(super) fn order(&self) -> (&str, Option<Span>, &str) {
        (&self.file, self.span, &self.at)
    }

    /// Whether it must be mended.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl From<LoadError> for Problem {
    fn from(error: LoadError) -> Self {
        Self {
            file: error.file,
            at: String::new(),
            span: error.kind.span(),
            severity: Severity::Error,
            kind: ProblemKind::Unreadable(error.kind),
        }
    }
}
