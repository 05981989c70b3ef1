//! `hoclieu fmt`: missing ids, composed accents, fields in order, one layout.

use std::path::PathBuf;

use clap::Args;
use i18n_embed_fl::fl;
use serde::Serialize;

use crate::app::problem_text::{load_error_text, problem_text};
use crate::app::tr::Tr;
use crate::cli::{Outcome, answer, could_not_run, origin, unreadable};
use crate::load::Origin;
use crate::load::save::{self, Rewrite};

/// What to format.
#[derive(Debug, Args)]
pub struct Fmt {
    /// The folder of a course; the shipped course cannot be written, only looked at.
    course: Option<PathBuf>,
    /// Write nothing, only say what would change.
    #[arg(long)]
    check: bool,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

/// What happened to a file, for the answer in JSON.
#[derive(Serialize)]
struct Entry {
    file: String,
    change: Change,
    new_ids: Vec<String>,
    composed: bool,
    message: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Change {
    Unchanged,
    Changed,
    Refused,
    Failed,
}

impl Fmt {
    pub(super) fn run(&self, tr: &Tr) -> Outcome {
        let origin = match origin(self.course.as_deref()) {
            Ok(origin) => origin,
            Err(error) => return unreadable(tr, &error),
        };
        if origin == Origin::Shipped && !self.check {
            return could_not_run(tr, &fl!(tr, "cli-fmt-shipped"));
        }
        let rewrites = match save::rewrites(&origin) {
            Ok(rewrites) => rewrites,
            Err(error) => return unreadable(tr, &error),
        };
        let entries: Vec<Entry> = rewrites.iter().map(|rewrite| self.apply(tr, &origin, rewrite)).collect();
        self.tell(tr, &entries);
        let has = |change| entries.iter().any(|entry| entry.change == change);
        if has(Change::Failed) {
            Outcome::CouldNotRun
        } else if has(Change::Refused) || (self.check && has(Change::Changed)) {
            Outcome::ProblemsFound
        } else {
            Outcome::Fine
        }
    }

    fn apply(&self, tr: &Tr, origin: &Origin, Rewrite { file, outcome }: &Rewrite) -> Entry {
        let entry = |change, message| Entry {
            file: file.to_string(),
            change,
            new_ids: Vec::new(),
            composed: false,
            message,
        };
        match outcome {
            save::Outcome::Unchanged => entry(Change::Unchanged, String::new()),
            save::Outcome::Refused(problems) => {
                let first = problems.first().map(|problem| problem_text(tr, problem)).unwrap_or_default();
                entry(Change::Refused, fl!(tr, "cli-fmt-refused", file = file.to_string(), reason = first))
            }
            save::Outcome::Changed { text, new_ids, composed } => {
                if !self.check
                    && let Err(error) = save::write(origin, file, text)
                {
                    return entry(Change::Failed, load_error_text(tr, &error));
                }
                let new_ids: Vec<String> = new_ids.iter().map(ToString::to_string).collect();
                let message = changed_text(tr, &file.to_string(), &new_ids, *composed, self.check);
                Entry { new_ids, composed: *composed, ..entry(Change::Changed, message) }
            }
        }
    }

    fn tell(&self, tr: &Tr, entries: &[Entry]) {
        if self.json {
            // Strings and numbers always have a JSON form.
            return answer(&serde_json::to_string_pretty(entries).unwrap_or_default());
        }
        for entry in entries.iter().filter(|entry| entry.change != Change::Unchanged) {
            answer(&entry.message);
        }
        let changed = entries.iter().filter(|entry| entry.change == Change::Changed).count();
        let (changed, files) = (changed.to_string(), entries.len().to_string());
        answer(&if self.check {
            fl!(tr, "cli-fmt-would-sum", changed = changed, files = files)
        } else {
            fl!(tr, "cli-fmt-sum", changed = changed, files = files)
        });
    }
}

fn changed_text(tr: &Tr, file: &str, new_ids: &[String], composed: bool, only_checked: bool) -> String {
    let file = file.to_owned();
    let mut what = vec![if only_checked {
        fl!(tr, "cli-fmt-would", file = file)
    } else {
        fl!(tr, "cli-fmt-done", file = file)
    }];
    if !new_ids.is_empty() {
        what.push(fl!(tr, "cli-fmt-ids", ids = new_ids.join(", ")));
    }
    if composed {
        what.push(fl!(tr, "cli-fmt-composed"));
    }
    what.join("; ")
}
