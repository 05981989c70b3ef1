//! A course: its outline, sources and glossary, and the lessons that load on demand.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::content::inline::Cite;
use crate::content::{Block, LessonId, RelPath, RichText, Slug, Source};

/// Whether a lesson is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LessonState {
    /// It has a file.
    #[default]
    Ready,
    /// It is announced in the outline only.
    Planned,
}

/// A lesson as the outline names it.
#[derive(Clone, Debug)]
pub struct LessonEntry {
    /// Its id.
    pub id: LessonId,
    /// Its title, which stands nowhere else.
    pub title: String,
    /// How long it takes in full.
    pub minutes: u16,
    /// Whether it is written.
    pub state: LessonState,
}

/// A module of lessons.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Option<RichText>,
    /// Its lessons in order.
    pub lessons: Vec<LessonEntry>,
}

/// A part of modules.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// Its modules in order.
    pub modules: Vec<Module>,
}

/// One line of an agenda.
#[derive(Clone, Debug)]
pub enum AgendaItem {
    /// A lesson, or some of its slides.
    Lesson {
        /// Which.
        lesson: LessonId,
        /// How long.
        minutes: u16,
        /// The short way, or all of it.
        whole: bool,
        /// The first and the last block taught.
        blocks: Option<(Slug, Slug)>,
    },
    /// A pause.
    Break {
        /// What it is called.
        label: String,
        /// How long.
        minutes: u16,
    },
}

/// A plan for a class.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// What happens in order.
    pub items: Vec<AgendaItem>,
}

/// A word that the course explains.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: Slug,
    /// The word.
    pub term: String,
    /// Other forms of it.
    pub aliases: Vec<String>,
    /// What it means.
    pub definition: RichText,
    /// Where that is known from.
    pub cite: Vec<Cite>,
}

/// All of a course but its lessons.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// What follows the title.
    pub subtitle: Option<String>,
    /// Such as `vi`.
    pub language: String,
    /// The course that this one translates.
    pub translation_of: Option<Slug>,
    /// Such as `2026.11`.
    pub edition: Option<String>,
    /// Who answers for it.
    pub publisher: Option<String>,
    /// Under what terms it may be used.
    pub license: Option<String>,
    /// What it is about.
    pub description: Option<RichText>,
    /// Its picture.
    pub cover: Option<RelPath>,
    /// Its outline.
    pub parts: Vec<Part>,
    /// Plans for classes.
    pub agendas: Vec<Agenda>,
    /// Its sources by id.
    pub sources: BTreeMap<Slug, Source>,
    /// Its glossary by id.
    pub terms: BTreeMap<Slug, Arc<Term>>,
    words: BTreeMap<String, Arc<Term>>,
}

/// Where a lesson stands in the outline.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// Its part.
    pub part: &'a Part,
    /// Its module.
    pub module: &'a Module,
    /// The number of its module, counted through the course from 1.
    pub module_number: usize,
    /// The lesson itself.
    pub entry: &'a LessonEntry,
}

impl Course {
    /// Gives the course its glossary, found by every form of a word in any case.
    #[must_use]
    pub fn with_terms(mut self, terms: Vec<Term>) -> Self {
        for term in terms {
            let term = Arc::new(term);
            for word in std::iter::once(&term.term).chain(&term.aliases) {
                self.words.entry(word.to_lowercase()).or_insert_with(|| Arc::clone(&term));
            }
            self.terms.entry(term.id.clone()).or_insert(term);
        }
        self
    }

    /// A course that has an id and a title, and nothing else yet.
    pub fn empty(id: Slug, title: String) -> Self {
        Self {
            id,
            title,
            subtitle: None,
            language: "vi".to_owned(),
            translation_of: None,
            edition: None,
            publisher: None,
            license: None,
            description: None,
            cover: None,
            parts: Vec::new(),
            agendas: Vec::new(),
            sources: BTreeMap::new(),
            terms: BTreeMap::new(),
            words: BTreeMap::new(),
        }
    }

    /// The glossary entry of a word, in any of its forms and any case.
    pub fn term(&self, word: &str) -> Option<&Arc<Term>> {
        self.words.get(&word.to_lowercase())
    }

    /// Every lesson in the order of the outline.
    pub fn lessons(&self) -> impl Iterator<Item = Spot<'_>> {
        let modules =
            self.parts.iter().flat_map(|part| part.modules.iter().map(move |module| (part, module)));
        modules.enumerate().flat_map(|(index, (part, module))| {
            module.lessons.iter().map(move |entry| Spot { part, module, module_number: index + 1, entry })
        })
    }

    /// Where a lesson stands.
    pub fn spot(&self, id: &LessonId) -> Option<Spot<'_>> {
        self.lessons().find(|spot| &spot.entry.id == id)
    }
}

/// What a reader can do after a lesson.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Its id.
    pub id: Slug,
    /// A sentence with a verb that can be checked.
    pub text: RichText,
}

/// One lesson, without its title and minutes, which stand in the outline.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Its id.
    pub id: LessonId,
    /// What it is for.
    pub objectives: Vec<Objective>,
    /// For whom.
    pub audience: Option<RichText>,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// A warning before matter that may distress.
    pub care: Option<RichText>,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
}

impl Lesson {
    /// The block of that id.
    pub fn block(&self, id: &Slug) -> Option<&Block> {
        self.blocks.iter().find(|block| &block.id == id)
    }
}
