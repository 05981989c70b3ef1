//! The sentences about results: what they are and where they stand.

use i18n_embed_fl::fl;

use crate::app::tr::Tr;
use crate::search::{Group, Hit, Kind};

/// What a result is; a module says that by its number.
fn kind_text(tr: &Tr, hit: &Hit) -> Option<String> {
    Some(match hit.kind {
        Kind::Lesson if hit.lesson().is_some_and(|lesson| lesson.planned) => fl!(tr, "lesson-planned-chip"),
        Kind::Lesson => fl!(tr, "search-lesson"),
        Kind::Module => return None,
        Kind::Heading | Kind::Block => fl!(tr, "search-block"),
        Kind::Speech => fl!(tr, "search-speech"),
        Kind::Question => fl!(tr, "search-question"),
        Kind::Term => fl!(tr, "search-term"),
        Kind::Source => fl!(tr, "search-source"),
        Kind::Own => fl!(tr, "search-own"),
    })
}

/// What a result is and where it stands, in a line.
pub fn place_text(tr: &Tr, hit: &Hit) -> String {
    let home = home_text(tr, hit);
    match (kind_text(tr, hit), home) {
        (Some(kind), Some(home)) => format!("{kind} · {home}"),
        (kind, home) => kind.or(home).unwrap_or_default(),
    }
}

/// The module and lesson that a result stands in; none for glossary words and sources.
fn home_text(tr: &Tr, hit: &Hit) -> Option<String> {
    let home = hit.home.as_ref()?;
    let module = fl!(tr, "module-number", number = home.number);
    Some(match (&home.lesson, hit.kind) {
        (None, _) => module,
        (Some(_), Kind::Lesson) => format!("{module} › {}", home.title),
        (Some(lesson), _) => format!("{module} › {}", lesson.title),
    })
}

/// What a group of kinds is called.
pub fn group_text(tr: &Tr, group: Group) -> String {
    match group {
        Group::Lessons => fl!(tr, "search-group-lessons"),
        Group::Speech => fl!(tr, "search-group-speech"),
        Group::Questions => fl!(tr, "search-group-questions"),
        Group::Terms => fl!(tr, "search-group-terms"),
        Group::Sources => fl!(tr, "search-group-sources"),
        Group::Own => fl!(tr, "search-group-own"),
    }
}
