//! `hoclieu search`: what the search screen finds, in lines or in JSON.

use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::Args;
use i18n_embed_fl::fl;
use serde::Serialize;

use crate::app::desktop::{Desktop as _, Real};
use crate::app::search_text::{group_text, place_text};
use crate::app::searching::{index_of, own_entries};
use crate::app::tr::Tr;
use crate::cli::{Outcome, answer, could_not_run, origin, unreadable};
use crate::content::Course;
use crate::load::{self, Origin};
use crate::search::{Filter, Found, Hit, Kind, Marked, Own, Query};
use crate::{store, study};

/// What to look for, and where.
#[derive(Debug, Args)]
pub struct Search {
    /// Words, "a phrase", a beginning*, what shall not stand there behind a minus: 'duoi nuoc -ao'.
    #[arg(required = true)]
    words: Vec<String>,
    /// The folder of a course; the shipped course if left out.
    #[arg(long)]
    course: Option<PathBuf>,
    /// As many results at most.
    #[arg(long, default_value_t = 10)]
    limit: usize,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

/// The answer in JSON.
#[derive(Serialize)]
struct Answer<'a> {
    words: &'a str,
    /// As the keys were read, where that is not what was typed.
    understood: Option<&'a str>,
    total: usize,
    /// Whether there are more than were counted.
    more: bool,
    results: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    kind: &'static str,
    module: Option<&'a str>,
    lesson: Option<String>,
    lesson_title: Option<&'a str>,
    planned: bool,
    /// The block, glossary word or source.
    target: Option<&'a str>,
    title: &'a str,
    excerpt: &'a str,
    /// What answers in the excerpt, as characters from and to.
    marks: Vec<[usize; 2]>,
}

impl<'a> Entry<'a> {
    fn of(hit: &'a Hit) -> Self {
        let Hit { kind, home, target, title, excerpt, .. } = hit;
        let lesson = hit.lesson();
        Self {
            kind: name(*kind),
            module: home.as_ref().map(|home| home.module.as_str()),
            lesson: lesson.map(|lesson| lesson.id.to_string()),
            lesson_title: lesson.map(|lesson| lesson.title.as_str()),
            planned: lesson.is_some_and(|lesson| lesson.planned),
            target: target.as_ref().map(crate::content::Slug::as_str),
            title: &title.text,
            excerpt: &excerpt.text,
            marks: excerpt.marks.iter().map(|mark| [mark.start, mark.end]).collect(),
        }
    }
}

impl Search {
    pub(super) fn run(&self, tr: &Tr, data: Option<&Path>) -> Outcome {
        let words = self.words.join(" ");
        let read = origin(self.course.as_deref())
            .and_then(|origin| load::course(&origin, &mut Vec::new()).map(|course| (origin, course)));
        let (origin, course) = match read {
            Ok(read) => read,
            Err(error) => return unreadable(tr, &error),
        };
        match self.find(&words, &origin, &course, data) {
            Ok(found) if self.json => answer(&in_json(&words, &found)),
            Ok(found) => answer(&in_lines(tr, &words, &found)),
            Err(reason) => return could_not_run(tr, &reason),
        }
        Outcome::Fine
    }

    fn find(
        &self,
        words: &str,
        origin: &Origin,
        course: &Course,
        data: Option<&Path>,
    ) -> Result<Found, String> {
        let beside = std::env::current_exe().ok();
        let folder = store::data_folder(data, beside.as_deref().and_then(Path::parent)).ok();
        let (query, filter) = (Query::parse(words), Filter::default());
        let own = folder.as_deref().map(|folder| own(folder, course)).unwrap_or_default();
        let mut last = None;
        // A damaged index is found out when it is asked; then it is made anew, once.
        for _ in 0..2 {
            let index = index_of(origin, course, folder.as_deref(), &mut |_, _| true);
            let Some(index) = index.map_err(|error| error.to_string())? else { break };
            match index.find(&query, &filter, &own, self.limit) {
                Ok(found) => return Ok(found),
                Err(error) => last = Some(error.to_string()),
            }
            index.discard();
        }
        Err(last.unwrap_or_default())
    }
}

/// The user's notes, where there are any that can be read.
fn own(folder: &Path, course: &Course) -> Vec<Own> {
    let now = Real.now();
    if !store::exists(folder) {
        return Vec::new();
    }
    let opened = store::open(folder, now, Box::new(drop));
    let study = opened.and_then(|(store, _)| study::load(&store, now));
    match study {
        Ok(study) => own_entries(&study.notebook, course),
        Err(error) => {
            tracing::warn!(%error, "own notes are left out");
            Vec::new()
        }
    }
}

fn in_json(words: &str, found: &Found) -> String {
    let answer = Answer {
        words,
        understood: found.understood.as_ref().map(|(_, words)| words.as_str()),
        total: found.total(),
        more: found.more,
        results: found.hits.iter().map(Entry::of).collect(),
    };
    // Strings and numbers always have a JSON form.
    serde_json::to_string_pretty(&answer).unwrap_or_default()
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Lesson => "lesson",
        Kind::Module => "module",
        Kind::Heading => "heading",
        Kind::Block => "block",
        Kind::Speech => "notes",
        Kind::Question => "question",
        Kind::Term => "term",
        Kind::Source => "source",
        Kind::Own => "own",
    }
}

fn in_lines(tr: &Tr, words: &str, found: &Found) -> String {
    if found.hits.is_empty() {
        return fl!(tr, "cli-search-none", words = words.to_owned());
    }
    let coloured = std::io::stdout().is_terminal();
    let mut out = String::new();
    for hit in &found.hits {
        let title = match hit.title.text.as_str() {
            "" => group_text(tr, hit.kind.group()),
            _ => marked(&hit.title, coloured),
        };
        let place = hit.lesson().map(|lesson| match &hit.target {
            Some(block) => format!("{}/{block}", lesson.id),
            None => lesson.id.to_string(),
        });
        let below: Vec<String> = [Some(place_text(tr, hit)), place].into_iter().flatten().collect();
        // Writing into a string cannot fail.
        writeln!(out, "{title}\n    {}", below.join(" · ")).ok();
        if !hit.excerpt.text.is_empty() {
            writeln!(out, "    {}", marked(&hit.excerpt, coloured)).ok();
        }
        out.push('\n');
    }
    let total = if found.more { format!("{}+", found.total()) } else { found.total().to_string() };
    out.push_str(&fl!(tr, "cli-search-sum", shown = found.hits.len().to_string(), total = total));
    out
}

/// Words with what answers in bold, or in brackets where there are no colours.
fn marked(marked: &Marked, coloured: bool) -> String {
    let (open, close) = if coloured { ("\u{1b}[1m", "\u{1b}[0m") } else { ("[", "]") };
    let mut out = String::new();
    for (at, c) in marked.text.chars().enumerate() {
        if marked.marks.iter().any(|mark| mark.start == at) {
            out.push_str(open);
        }
        out.push(c);
        if marked.marks.iter().any(|mark| mark.end == at + 1) {
            out.push_str(close);
        }
    }
    out
}
