//! What is taught in a class, in which order and for how long.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::content::course::{Agenda, AgendaItem, LessonState};
use crate::content::{Course, LessonId, Slug};
use crate::store::Millis;

/// What a speaker decided about one slide, which is named by its first block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlideChoice {
    /// Passed over; a jump still reaches it.
    pub hidden: bool,
    /// How long it takes; as its author meant where nothing is said.
    pub minutes: Option<u16>,
}

/// A lesson, or some of its slides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taught {
    /// Which.
    pub lesson: LessonId,
    /// How long in all; as long as its slides where nothing is said.
    pub minutes: Option<u16>,
    /// All of it, or the short way.
    pub whole: bool,
    /// The first and the last block; all where none are named.
    #[serde(default)]
    pub blocks: Option<(Slug, Slug)>,
    /// What was decided about single slides.
    #[serde(default)]
    pub slides: BTreeMap<Slug, SlideChoice>,
}

impl Taught {
    /// A lesson as its author meant it.
    pub fn new(lesson: LessonId, whole: bool) -> Self {
        Self { lesson, minutes: None, whole, blocks: None, slides: BTreeMap::new() }
    }
}

/// One line of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// Something is taught.
    Lesson(Taught),
    /// A pause.
    Break {
        /// What it is called.
        label: String,
        /// How long.
        minutes: u16,
    },
}

/// What is shown in a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What the class is called; the lesson's own title where it is empty.
    #[serde(default)]
    pub title: String,
    /// What happens in order.
    pub items: Vec<Item>,
    /// The block of the first lesson where to begin; at the first slide where none is named.
    #[serde(default)]
    pub from: Option<Slug>,
}

impl Plan {
    /// A single lesson.
    pub fn of_lesson(lesson: LessonId, whole: bool) -> Self {
        Self { title: String::new(), items: vec![Item::Lesson(Taught::new(lesson, whole))], from: None }
    }

    /// An agenda of the course, as far as its lessons are written.
    pub fn of_agenda(course: &Course, agenda: &Agenda, whole: bool) -> Self {
        let is_written = |lesson: &LessonId| {
            course.spot(lesson).is_some_and(|spot| spot.entry.state == LessonState::Ready)
        };
        let item = |item: &AgendaItem| match item {
            AgendaItem::Lesson { lesson, .. } if !is_written(lesson) => None,
            AgendaItem::Lesson { lesson, minutes, whole: all, blocks } => Some(Item::Lesson(Taught {
                minutes: Some(*minutes),
                blocks: blocks.clone(),
                ..Taught::new(lesson.clone(), whole || *all)
            })),
            AgendaItem::Break { label, minutes } => {
                Some(Item::Break { label: label.clone(), minutes: *minutes })
            }
        };
        Self {
            title: agenda.title.clone(),
            items: agenda.items.iter().filter_map(item).collect(),
            from: None,
        }
    }

    /// The lessons in order; one may come twice.
    pub fn lessons(&self) -> impl Iterator<Item = &LessonId> {
        self.items.iter().filter_map(|item| match item {
            Item::Lesson(taught) => Some(&taught.lesson),
            Item::Break { .. } => None,
        })
    }

    /// The lines' minutes, as far as they say any.
    pub fn minutes(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.minutes().unwrap_or_default())).sum()
    }
}

impl Item {
    /// How long it takes, where it says so.
    pub fn minutes(&self) -> Option<u16> {
        match self {
            Self::Lesson(taught) => taught.minutes,
            Self::Break { minutes, .. } => Some(*minutes),
        }
    }

    /// Sets how long it takes.
    pub fn set_minutes(&mut self, to: u16) {
        match self {
            Self::Lesson(taught) => taught.minutes = Some(to),
            Self::Break { minutes, .. } => *minutes = to,
        }
    }
}

/// A speaker's own agenda of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAgenda {
    /// Unique also among those of other people.
    pub id: Uuid,
    /// The course.
    pub course: Slug,
    /// Its title.
    pub title: String,
    /// What happens in order.
    pub items: Vec<Item>,
    /// When it was made.
    pub created: Millis,
    /// When it was last changed.
    pub modified: Millis,
    /// When it was deleted.
    pub deleted: Option<Millis>,
}

impl OwnAgenda {
    /// A new one.
    pub fn new(id: Uuid, course: Slug, plan: Plan, now: Millis) -> Self {
        Self { id, course, title: plan.title, items: plan.items, created: now, modified: now, deleted: None }
    }

    /// What it shows in a class.
    pub fn plan(&self) -> Plan {
        Plan { title: self.title.clone(), items: self.items.clone(), from: None }
    }
}
