//! `hoclieu check`: a course held to the rules of the format.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::Args;
use i18n_embed_fl::fl;
use serde::Serialize;

use crate::app::problem_text::{problem_text, suggestion_text};
use crate::app::tr::Tr;
use crate::cli::{Outcome, answer, diagnostic, origin, slides, unreadable};
use crate::content::RelPath;
use crate::content::source::Date;
use crate::load::{self, Counts, Origin, Problem, Report, limits};

/// What to check.
#[derive(Debug, Args)]
pub struct Check {
    /// The folder of a course; the shipped course if left out.
    course: Option<PathBuf>,
    /// Count warnings as problems.
    #[arg(long)]
    strict: bool,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

/// The answer in JSON.
#[derive(Serialize)]
struct Answer<'a> {
    problems: Vec<Entry<'a>>,
    counts: Counts,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    problem: &'a Problem,
    message: String,
    suggestion: Option<String>,
}

impl Check {
    pub(super) fn run(&self, tr: &Tr, today: Date) -> Outcome {
        let checked = origin(self.course.as_deref()).and_then(|origin| {
            load::check(&origin, today, self.strict, &slides::faults).map(|report| (origin, report))
        });
        let (origin, report) = match checked {
            Ok(checked) => checked,
            Err(error) => return unreadable(tr, &error),
        };
        if self.json {
            answer(&in_json(tr, &report));
        } else {
            draw(tr, &origin, &report);
            answer(&summary(tr, &report));
        }
        if report.problems.iter().any(Problem::is_error) { Outcome::ProblemsFound } else { Outcome::Fine }
    }
}

fn in_json(tr: &Tr, report: &Report) -> String {
    let entry = |problem| Entry {
        problem,
        message: problem_text(tr, problem),
        suggestion: suggestion_text(tr, problem),
    };
    let answer = Answer { problems: report.problems.iter().map(entry).collect(), counts: report.counts };
    // Strings and numbers always have a JSON form.
    serde_json::to_string_pretty(&answer).unwrap_or_default()
}

fn draw(tr: &Tr, origin: &Origin, report: &Report) {
    let coloured = std::io::stdout().is_terminal();
    let mut texts: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for problem in &report.problems {
        let text = texts.entry(&problem.file).or_insert_with(|| text(origin, &problem.file));
        let path = match origin.as_folder() {
            Some(folder) => folder.join(&problem.file).display().to_string(),
            None => problem.file.clone(),
        };
        answer(&diagnostic::draw(tr, problem, &path, text.as_deref(), coloured));
        answer("");
    }
}

/// The text of a file as the places count it.
fn text(origin: &Origin, file: &str) -> Option<String> {
    let bytes = origin.read(&RelPath::parse(file)?, limits::SOURCES_BYTES).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// How many problems there are, and how much was looked at.
fn summary(tr: &Tr, report: &Report) -> String {
    let errors = report.problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = report.problems.len() - errors;
    let found = match (errors, warnings) {
        (0, 0) => fl!(tr, "cli-no-problems"),
        (0, _) => fl!(tr, "cli-warnings-only", warnings = warnings.to_string()),
        (_, 0) => fl!(tr, "cli-problems-only", errors = errors.to_string()),
        _ => fl!(tr, "cli-problems", errors = errors.to_string(), warnings = warnings.to_string()),
    };
    let Counts { lessons, blocks, sources, .. } = report.counts;
    fl!(
        tr,
        "cli-summary",
        found = found,
        lessons = lessons.to_string(),
        blocks = blocks.to_string(),
        sources = sources.to_string()
    )
}
