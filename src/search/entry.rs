//! What goes into the index, and what comes out of it.

use std::ops::Range;

use crate::content::{LessonId, Slug};
use crate::search::keyboard::Reading;

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A lesson: its title, and what it is for.
    Lesson,
    /// A module: its title and summary.
    Module,
    /// A heading in a lesson.
    Heading,
    /// Any other block.
    Block,
    /// The speaker's notes of a block.
    Speech,
    /// A question.
    Question,
    /// A glossary word.
    Term,
    /// A source.
    Source,
    /// What the user wrote or marked.
    Own,
}

/// Kinds that are looked for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Modules, lessons and their blocks.
    Lessons,
    /// The speaker's notes.
    Speech,
    /// Questions.
    Questions,
    /// Glossary words.
    Terms,
    /// Sources.
    Sources,
    /// What the user wrote or marked.
    Own,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Lesson,
        Self::Module,
        Self::Heading,
        Self::Block,
        Self::Speech,
        Self::Question,
        Self::Term,
        Self::Source,
        Self::Own,
    ];

    /// Its number in the file of the index.
    pub(super) fn number(self) -> i64 {
        Self::ALL.iter().zip(0..).find(|(kind, _)| **kind == self).map_or(0, |(_, number)| number)
    }

    pub(super) fn of_number(number: i64) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// What it is looked for with.
    pub fn group(self) -> Group {
        match self {
            Self::Lesson | Self::Module | Self::Heading | Self::Block => Group::Lessons,
            Self::Speech => Group::Speech,
            Self::Question => Group::Questions,
            Self::Term => Group::Terms,
            Self::Source => Group::Sources,
            Self::Own => Group::Own,
        }
    }

    /// Whether the title is its own; otherwise it names the part of the lesson it stands in.
    pub(super) fn is_titled(self) -> bool {
        !matches!(self, Self::Block | Self::Speech | Self::Own)
    }
}

impl Group {
    /// All groups, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Lessons, Self::Speech, Self::Questions, Self::Terms, Self::Sources, Self::Own];

    /// Its number in the file of the index.
    pub(super) fn number(self) -> usize {
        Self::ALL.iter().position(|group| *group == self).unwrap_or_default()
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// The block, glossary word or source; none means the lesson or module as a whole.
    pub target: Option<Slug>,
    /// Its title, or that of the part it stands in.
    pub title: String,
    /// Its words.
    pub text: String,
    /// Words that lead to it without being shown.
    pub also: String,
}

/// The module, and mostly the lesson, that an entry stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The module.
    pub module: Slug,
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// The lesson in it.
    pub lesson: Option<HomeLesson>,
}

/// A lesson as results name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeLesson {
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: String,
    /// Whether it is announced only.
    pub planned: bool,
}

/// Words of which some stand out, by their characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The words.
    pub text: String,
    /// What stands out, in order.
    pub marks: Vec<Range<usize>>,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Where it stands; none for glossary words and sources.
    pub home: Option<Home>,
    /// The block, glossary word or source.
    pub target: Option<Slug>,
    /// Its title, or that of the part it stands in.
    pub title: Marked,
    /// What was found, in two lines.
    pub excerpt: Marked,
}

impl Hit {
    /// The lesson it leads to.
    pub fn lesson(&self) -> Option<&HomeLesson> {
        self.home.as_ref()?.lesson.as_ref()
    }
}

/// What is let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these.
    pub group: Option<Group>,
    /// Only what stands in this module.
    pub module: Option<Slug>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many hits each group has, in the order of [`Group::ALL`], whatever the group let through.
    pub counts: [usize; 6],
    /// The modules that have hits, with their number, title and count, in the order of the course.
    pub modules: Vec<(Home, usize)>,
    /// Whether there are more than were counted.
    pub more: bool,
    /// Whether even the best hit lacks some of the words.
    pub partly: bool,
    /// How the keys were read, and what that means, where it is not what was typed.
    pub understood: Option<(Reading, String)>,
}

impl Found {
    /// How many hits there are in all groups.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many hits a group has.
    pub fn count(&self, group: Group) -> usize {
        self.counts.get(group.number()).copied().unwrap_or_default()
    }
}
