//! Why a file could not be read at all.

use std::fmt;
use std::io;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::load::problem::Span;

/// An error that ended the reading of a file.
#[derive(Clone, Debug)]
pub struct LoadError {
    /// What failed.
    pub kind: LoadErrorKind,
    /// The file in its course, or the folder of the course.
    pub file: String,
}

/// What can fail.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum LoadErrorKind {
    /// The system refused.
    Io {
        /// Its answer.
        #[serde(serialize_with = "as_text")]
        cause: Arc<io::Error>,
    },
    /// No such file or folder.
    Missing,
    /// A folder, device or pipe.
    NotAFile,
    /// A link that leads out of the course's folder, or round in a circle.
    Outside,
    /// More bytes than any honest file of its kind.
    TooBig {
        /// The most that is read.
        limit_bytes: u64,
    },
    /// Bytes that are no UTF-8.
    NotUtf8 {
        /// Where.
        span: Span,
    },
    /// Text that is no JSON.
    Syntax {
        /// What is wrong.
        fault: SyntaxFault,
        /// Where.
        span: Span,
    },
    /// Brackets within brackets within brackets.
    TooDeep {
        /// The first bracket too many.
        span: Span,
    },
    /// JSON, but not an object.
    NotAnObject,
    /// A format of a later program.
    Newer {
        /// The number in `format`.
        format: u64,
    },
    /// A required part is missing or wrong; the problems noted on the way say which.
    Broken,
}

/// What keeps a text from being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name says what stands in the file")]
pub enum SyntaxFault {
    Empty,
    Unfinished,
    Comment,
    TrailingComma,
    MissingComma,
    SingleQuotes,
    BareWord,
    BadString,
    BadNumber,
    MoreThanOne,
    Other,
}

impl LoadErrorKind {
    /// The place in the file, where there is one.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::NotUtf8 { span } | Self::Syntax { span, .. } | Self::TooDeep { span } => Some(*span),
            _ => None,
        }
    }

    /// Names the file.
    pub(super) fn of(self, file: impl fmt::Display) -> LoadError {
        LoadError { kind: self, file: file.to_string() }
    }
}

impl From<io::Error> for LoadErrorKind {
    fn from(cause: io::Error) -> Self {
        match cause.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Io { cause: Arc::new(cause) },
        }
    }
}

fn as_text<S: Serializer>(cause: &Arc<io::Error>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(cause)
}

/// For logs; users read `app::problem_text`.
impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            LoadErrorKind::Io { cause } => write!(f, "{cause}: {}", self.file),
            kind => write!(f, "{kind:?}: {}", self.file),
        }
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            LoadErrorKind::Io { cause } => Some(cause.as_ref()),
            _ => None,
        }
    }
}
