//! The command line: subcommands over the same layers as the window.

mod check;
mod diagnostic;
mod fmt;
mod new;
mod notes;
mod render;
mod schema;
mod search;
pub mod slides;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use i18n_embed_fl::fl;

use crate::app::present::Stills;
use crate::app::problem_text::load_error_text;
use crate::app::tr::{Language, Tr, loader};
use crate::content::source::Date;
use crate::load::{LoadError, Origin};
use crate::store::Millis;

/// Học Liệu: opens training material, reads it, presents it and holds it to its rules.
#[derive(Debug, Parser)]
#[command(name = "hoclieu", version, subcommand_precedence_over_arg = true)]
pub struct Args {
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A course: a folder; the shipped course if left out.
    pub course: Option<PathBuf>,
    /// The lesson to open, such as m08/tong-dai-111.
    #[arg(long, value_name = "ID")]
    pub lesson: Option<String>,
    /// Present that lesson at once; without --lesson the one read last.
    #[arg(long)]
    pub present: bool,
    /// The hall's screen, from 1 in the system's order; the class goes live on it.
    #[arg(long, value_name = "N", requires = "present")]
    pub monitor: Option<usize>,
    /// The folder for notes, progress and settings.
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    /// The language of the interface; as in the settings if left out.
    #[arg(long, global = true)]
    pub lang: Option<Lang>,
}

/// A language as it is named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Vi => Self::Vi,
            Lang::En => Self::En,
        }
    }
}

/// What can be done without the window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Hold a course to the rules of the format; problems are shown with their lines.
    Check(check::Check),
    /// Add missing block ids, compose accents, order fields and lay the files out.
    Fmt(fmt::Fmt),
    /// Write a small course to begin with.
    New(new::New),
    /// Carry notes, highlights and bookmarks to another machine.
    #[command(subcommand)]
    Notes(notes::Notes),
    /// Draw slides of a lesson into PNG files, through a real window.
    Render(render::Render),
    /// Find lessons, questions, notes and sources by their words.
    Search(search::Search),
    /// Write the JSON Schemas of the format.
    #[command(hide = true)]
    Schema(schema::SchemaArgs),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Fine,
    ProblemsFound,
    CouldNotRun,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::ProblemsFound => 1,
            Outcome::CouldNotRun => 2,
        })
    }
}

/// What is left to do after a command.
pub enum Next {
    /// Nothing: the exit code is 0 fine, 1 problems found, 2 could not run.
    End(ExitCode),
    /// A window has to draw.
    Draw(Box<Stills>),
}

/// Does what was asked as of `today`, as far as that needs no window. `data` is the folder of the
/// user's data, where one was named.
pub fn run(command: &Command, language: Language, today: Date, now: Millis, data: Option<&Path>) -> Next {
    let tr = loader(language);
    let outcome = match command {
        Command::Check(check) => check.run(&tr, today),
        Command::Fmt(fmt) => fmt.run(&tr),
        Command::New(new) => new.run(&tr),
        Command::Notes(notes) => notes.run(&tr, now, data),
        Command::Render(render) => match render.stills(&tr) {
            Ok(stills) => return Next::Draw(Box::new(stills)),
            Err(reason) => could_not_run(&tr, &reason),
        },
        Command::Search(search) => search.run(&tr, data),
        Command::Schema(schema) => schema.run(&tr),
    };
    Next::End(outcome.into())
}

/// Says how a window's drawing ended, and answers with the exit code.
pub fn drawn(result: Result<(), String>, tr: &Tr) -> ExitCode {
    let outcome = result.map_or_else(|reason| could_not_run(tr, &reason), |()| Outcome::Fine);
    outcome.into()
}

/// The folder that was named, or the shipped course.
fn origin(course: Option<&Path>) -> Result<Origin, LoadError> {
    course.map_or(Ok(Origin::Shipped), Origin::folder)
}

/// Writes to where answers go. A reader that went away, such as `head`, is no error.
fn answer(text: &str) {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "{text}").ok();
}

/// Says on the error stream why nothing was done.
fn could_not_run(tr: &Tr, reason: &str) -> Outcome {
    use std::io::Write as _;
    // Where not even the error stream can be written, the exit code still tells.
    writeln!(std::io::stderr(), "{}", fl!(tr, "cli-could-not-run", reason = reason.to_owned())).ok();
    Outcome::CouldNotRun
}

fn unreadable(tr: &Tr, error: &LoadError) -> Outcome {
    could_not_run(tr, &load_error_text(tr, error))
}
