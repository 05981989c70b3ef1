//! `hoclieu notes`: what the user wrote, out to a file and in from one.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use i18n_embed_fl::fl;
use serde::Serialize;

use crate::app::notes_file::{self, Book, Format, failure_text, refusal_text, report_text};
use crate::app::tr::Tr;
use crate::cli::{Outcome, answer, could_not_run, origin, unreadable};
use crate::load;
use crate::store::{self, Millis, Store};
use crate::study::{self, Annotation, Study, exchange};

/// What to do with the notes.
#[derive(Debug, Subcommand)]
pub enum Notes {
    /// Write notes, highlights and bookmarks to a file.
    Export(Export),
    /// Take notes in from a file that was exported; nothing is lost or doubled.
    Import(Import),
}

/// Where the notes go.
#[derive(Debug, Args)]
pub struct Export {
    /// The file to write.
    file: PathBuf,
    /// What the file is written as.
    #[arg(long, value_enum, default_value_t = As::Json)]
    format: As,
    /// The course whose notes are meant: a folder; notes on all courses, in the order of the shipped one,
    /// if left out.
    #[arg(long)]
    course: Option<PathBuf>,
    /// Replace a file of that name.
    #[arg(long)]
    replace: bool,
}

/// Where the notes come from.
#[derive(Debug, Args)]
pub struct Import {
    /// The file to read.
    file: PathBuf,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

/// A kind of file as it is named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    /// W3C Web Annotation, to be imported again.
    Json,
    /// To be read and printed.
    Md,
}

/// The report of an import in JSON.
#[derive(Serialize)]
struct Told {
    added: usize,
    updated: usize,
    same: usize,
    older: usize,
    deleted: usize,
    skipped: Vec<String>,
}

impl Notes {
    pub(super) fn run(&self, tr: &Tr, now: Millis, data: Option<&Path>) -> Outcome {
        let (store, study) = match opened(now, data) {
            Ok(opened) => opened,
            Err(error) => return could_not_run(tr, &error.to_string()),
        };
        match self {
            Self::Export(export) => export.run(tr, &study),
            Self::Import(import) => import.run(tr, now, &store, study),
        }
    }
}

fn opened(now: Millis, data: Option<&Path>) -> Result<(Store, Study), store::StoreError> {
    let beside = std::env::current_exe().ok();
    let folder = store::data_folder(data, beside.as_deref().and_then(Path::parent))?;
    let (store, _) = store::open(&folder, now, Box::new(drop))?;
    let study = study::load(&store, now)?;
    Ok((store, study))
}

impl Export {
    fn run(&self, tr: &Tr, study: &Study) -> Outcome {
        let read = origin(self.course.as_deref()).and_then(|origin| {
            let course = load::course(&origin, &mut Vec::new())?;
            Ok((origin, course))
        });
        let (origin, course) = match &read {
            Ok((origin, course)) => (origin, course),
            Err(error) => return unreadable(tr, error),
        };
        let is_meant = |entry: &&Annotation| self.course.is_none() || entry.course == course.id;
        let all: Vec<Annotation> = study.notebook.all().filter(is_meant).cloned().collect();
        let format = match self.format {
            As::Json => Format::Json,
            As::Md => Format::Markdown,
        };
        let book = Book { origin, course, labels: notes_file::labels(tr, &course.title) };
        match notes_file::export(&book, &all, format, &self.file, self.replace) {
            Ok((file, count)) => {
                let file = file.display().to_string();
                answer(&fl!(tr, "notice-notes-written", count = count, file = file));
                Outcome::Fine
            }
            Err(failure) => could_not_run(tr, &failure_text(tr, &failure)),
        }
    }
}

impl Import {
    fn run(&self, tr: &Tr, now: Millis, store: &Store, mut study: Study) -> Outcome {
        if !store.is_writable() {
            return could_not_run(tr, &fl!(tr, "database-read-only"));
        }
        let incoming = match notes_file::read(&self.file, now) {
            Ok(incoming) => incoming,
            Err(failure) => return could_not_run(tr, &failure_text(tr, &failure)),
        };
        let exchange::Merged { changes, report, .. } = exchange::merge(&mut study.notebook, incoming);
        for change in changes {
            change.save(store);
        }
        if let Err(error) = store.flush() {
            return could_not_run(tr, &error.to_string());
        }
        let skipped: Vec<String> = report.skipped.iter().map(|skipped| refusal_text(tr, skipped)).collect();
        let is_whole = skipped.is_empty();
        if self.json {
            let exchange::Report { added, updated, same, older, deleted, .. } = report;
            let told = Told { added, updated, same, older, deleted, skipped };
            // Strings and numbers always have a JSON form.
            answer(&serde_json::to_string_pretty(&told).unwrap_or_default());
        } else {
            for line in report_text(tr, &report).into_iter().chain(skipped) {
                answer(&line);
            }
        }
        if is_whole { Outcome::Fine } else { Outcome::ProblemsFound }
    }
}
