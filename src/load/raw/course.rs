//! `course.json` as it is written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::content::course::LessonState;
use crate::load::raw::Each;

/// The course: titles and order.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Course {
    /// `../schema/course.json`
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The version of the format: 1.
    pub format: u64,
    /// Lower-case letters, digits and hyphens; never changes.
    pub id: String,
    /// The title.
    pub title: String,
    /// What follows the title.
    pub subtitle: Option<String>,
    /// Such as `vi`.
    pub language: String,
    /// The id of the course that this one translates.
    pub translation_of: Option<String>,
    /// Such as `2026.11`.
    pub edition: Option<String>,
    /// The oldest program that shows the course well.
    pub min_app: Option<String>,
    /// Who answers for it.
    pub publisher: Option<String>,
    /// Under what terms it may be used.
    pub license: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// A picture in `media/`.
    pub cover: Option<String>,
    /// The outline.
    pub parts: Each<Part>,
    /// Plans for classes.
    pub agendas: Option<Each<Agenda>>,
}

/// A part of modules.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Part {
    /// The title.
    pub title: String,
    /// Its modules in order.
    pub modules: Each<Module>,
}

/// A module of lessons.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Module {
    /// Such as `m06`.
    pub id: Option<String>,
    /// The title.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Its lessons in order.
    pub lessons: Each<LessonEntry>,
}

/// A lesson in the outline: the only home of its title, minutes and state.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct LessonEntry {
    /// `module/slug`; the file is `lessons/<module>/<slug>.json`.
    pub id: String,
    /// The title.
    pub title: String,
    /// How long it takes in full.
    pub minutes: u16,
    /// `ready` has a file, `planned` is announced only.
    pub state: Option<LessonState>,
}

/// A plan for a class.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Agenda {
    /// Lower-case letters, digits and hyphens.
    pub id: Option<String>,
    /// The title.
    pub title: String,
    /// What happens in order.
    pub items: Each<AgendaItem>,
}

/// A lesson or a break.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct AgendaItem {
    /// The id of a lesson.
    pub lesson: Option<String>,
    /// What a break is called; instead of `lesson`.
    #[serde(rename = "break")]
    pub pause: Option<String>,
    /// How long.
    pub minutes: u16,
    /// `core` is the short way through the lesson, `all` the whole.
    pub path: Option<Way>,
    /// The first and the last block that is taught.
    pub blocks: Option<[String; 2]>,
}

/// How much of a lesson an agenda takes.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::load) enum Way {
    Core,
    All,
}
