//! A course, lesson by lesson, as entries of the index; only one lesson is in memory at a time.

use crate::content::block::{Chart, Contact};
use crate::content::course::{LessonState, Module};
use crate::content::{Block, BlockKind, Course, Lesson, RichText, Source};
use crate::load::{self, Origin};
use crate::search::{Entry, Home, HomeLesson, IndexError, Kind, Making};

/// Adds everything of a course; `false` where `step` said to stop.
pub(super) fn feed(
    origin: &Origin,
    course: &Course,
    making: &mut Making,
    step: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<bool, IndexError> {
    let total = course.lessons().count();
    let mut done = 0;
    let modules = course.parts.iter().flat_map(|part| &part.modules);
    for (module, number) in modules.zip(1..) {
        let home = module_home(module, number);
        making.home(Some(&home))?;
        let summary = module.summary.as_ref().map(RichText::to_plain).unwrap_or_default();
        making.add(&titled(Kind::Module, &module.title, summary))?;
        for entry in &module.lessons {
            let planned = entry.state == LessonState::Planned;
            let lesson = HomeLesson { id: entry.id.clone(), title: entry.title.clone(), planned };
            making.home(Some(&Home { lesson: Some(lesson), ..home.clone() }))?;
            // A lesson that cannot be read is found by its title.
            let read = || load::lesson(origin, course, &entry.id, &mut Vec::new()).ok();
            match if planned { None } else { read() } {
                Some(lesson) => add_lesson(making, &entry.title, &lesson)?,
                None => making.add(&titled(Kind::Lesson, &entry.title, String::new()))?,
            }
            done += 1;
            if !step(done, total) {
                return Ok(false);
            }
        }
    }
    making.home(None)?;
    for term in course.terms.values() {
        let also = term.aliases.join("\n");
        let text = term.definition.to_plain();
        let target = Some(term.id.clone());
        making.add(&Entry { kind: Kind::Term, target, title: term.term.clone(), text, also })?;
    }
    for source in course.sources.values() {
        making.add(&source_entry(source))?;
    }
    Ok(true)
}

fn module_home(module: &Module, number: usize) -> Home {
    Home { module: module.id.clone(), number, title: module.title.clone(), lesson: None }
}

fn titled(kind: Kind, title: &str, text: String) -> Entry {
    Entry { kind, target: None, title: title.to_owned(), text, also: String::new() }
}

fn source_entry(source: &Source) -> Entry {
    let title = match &source.number {
        Some(number) => format!("{number} – {}", source.title),
        None => source.title.clone(),
    };
    let text = [source.issuer.as_deref(), source.note.as_deref()].into_iter().flatten().collect::<Vec<_>>();
    let target = Some(source.id.clone());
    Entry { kind: Kind::Source, target, title, text: text.join("\n"), also: String::new() }
}

fn add_lesson(making: &mut Making, title: &str, lesson: &Lesson) -> Result<(), IndexError> {
    let objectives = lesson.objectives.iter().map(|objective| objective.text.to_plain());
    let about = [&lesson.audience, &lesson.care].into_iter().flatten().map(RichText::to_plain);
    let text: Vec<String> = objectives.chain(about).collect();
    let whole = titled(Kind::Lesson, title, text.join("\n"));
    making.add(&Entry { also: lesson.keywords.join("\n"), ..whole })?;
    let mut under = title.to_owned();
    for (at, block) in lesson.blocks.iter().enumerate() {
        if let BlockKind::Heading { text, .. } = &block.kind {
            under = text.to_plain();
        }
        // What stands on slides alone cannot be shown in the reader.
        if block.is_read()
            && let Some(entry) = block_entry(block, &under, lesson.blocks.get(at + 1))
        {
            making.add(&entry)?;
        }
        let notes: Vec<String> = block.notes.iter().map(RichText::to_plain).collect();
        if !notes.is_empty() {
            let (target, title) = (Some(block.id.clone()), under.clone());
            let text = notes.join("\n");
            making.add(&Entry { kind: Kind::Speech, target, title, text, also: String::new() })?;
        }
    }
    Ok(())
}

/// A block; none where it has no words.
fn block_entry(block: &Block, under: &str, next: Option<&Block>) -> Option<Entry> {
    let target = Some(block.id.clone());
    let plain = block.plain_text();
    let also = unseen(block);
    Some(match &block.kind {
        BlockKind::Heading { .. } => {
            let text = next.filter(|next| next.is_read()).map(Block::plain_text).unwrap_or_default();
            Entry { kind: Kind::Heading, target, title: plain, text, also }
        }
        BlockKind::Question(question) => {
            let title = question.prompt.to_plain();
            let text = plain.strip_prefix(&title).unwrap_or(&plain).trim_start().to_owned();
            Entry { kind: Kind::Question, target, title, text, also }
        }
        _ if plain.is_empty() && also.is_empty() => return None,
        _ => Entry { kind: Kind::Block, target, title: under.to_owned(), text: plain, also },
    })
}

/// What people look for in a block though it is not part of its running text.
fn unseen(block: &Block) -> String {
    let words: Vec<&str> = match &block.kind {
        BlockKind::Figure { alt, .. } => vec![alt],
        BlockKind::Law { article, .. } => article.iter().map(String::as_str).collect(),
        BlockKind::Contacts { items } => {
            items.iter().filter_map(|Contact { phone, .. }| phone.as_deref()).collect()
        }
        BlockKind::Chart(Chart { x, series, unit, .. }) => {
            let names = series.iter().map(|series| &series.name);
            x.iter().chain(names).chain(unit).map(String::as_str).collect()
        }
        BlockKind::Attachment { src, .. } => vec![src.as_str()],
        _ => Vec::new(),
    };
    words.join("\n")
}
