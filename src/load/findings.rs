//! What is noted while one file is read.

use std::fmt::Display;

use crate::content::course::AgendaItem;
use crate::content::inline::{Cite, Link};
use crate::content::{LessonId, RelPath, Slug};
use crate::load::at::At;
use crate::load::limits;
use crate::load::problem::{Problem, ProblemKind, Severity};

/// The problems of one file, and what its values lead to.
pub(super) struct Findings {
    file: String,
    pub(super) problems: Vec<Problem>,
    pub(super) references: Vec<Reference>,
}

/// Something elsewhere in the course that a value names.
pub(super) struct Reference {
    /// The JSON pointer of the value.
    pub(super) at: String,
    pub(super) target: Target,
}

/// What is named.
pub(super) enum Target {
    /// A source that a statement rests on.
    Cite(Cite),
    /// A lesson, block or word.
    Link(Link),
    /// A source that took the place of another.
    Source(Slug),
    /// An objective of the same lesson.
    Objective(Slug),
    /// A picture or attachment.
    Media(RelPath),
    /// A lesson of the outline.
    Entry(LessonId),
    /// A lesson of an agenda.
    Taught(AgendaItem),
    /// A source whose status ages.
    Status(Slug),
}

impl Findings {
    pub(super) fn of(file: impl Display) -> Self {
        Self { file: file.to_string(), problems: Vec::new(), references: Vec::new() }
    }

    pub(super) fn error(&mut self, at: &impl Display, kind: ProblemKind) {
        self.note(at, Severity::Error, kind);
    }

    pub(super) fn warning(&mut self, at: &impl Display, kind: ProblemKind) {
        self.note(at, Severity::Warning, kind);
    }

    pub(super) fn refer(&mut self, at: &At<'_>, target: Target) {
        self.references.push(Reference { at: at.to_string(), target });
    }

    /// Whether nothing more is noted.
    pub(super) fn is_full(&self) -> bool {
        self.problems.len() >= limits::PROBLEMS
    }

    fn note(&mut self, at: &impl Display, severity: Severity, kind: ProblemKind) {
        let kind = match self.problems.len() {
            limits::PROBLEMS.. => return,
            n if n + 1 == limits::PROBLEMS => ProblemKind::TooManyProblems,
            _ => kind,
        };
        let problem = Problem { file: self.file.clone(), at: at.to_string(), span: None, severity, kind };
        self.problems.push(problem);
    }
}
