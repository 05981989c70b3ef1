//! Groups the blocks of a lesson into slides.

use serde::{Deserialize, Serialize};

use crate::content::block::{Path, Show};
use crate::content::{Block, BlockKind, Lesson, LessonId, RichText, Slug};

/// The durable name of a slide; without the edition and without its number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SlideKey {
    /// Its lesson; none for a break.
    pub lesson: Option<LessonId>,
    /// Its first block; none for the title of the lesson.
    pub block: Option<Slug>,
    /// Which part of a slide that continues, or which line of the agenda a break is, from zero.
    pub part: usize,
}

/// Some blocks of a lesson that are shown together; they stand in the lesson one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// The first block and the one after the last, as positions in the lesson.
    pub blocks: std::ops::Range<usize>,
    /// How long it is meant to take.
    pub minutes: u16,
    /// Whether the short way shows it.
    pub path: Path,
}

impl Slide {
    /// Its speaker's notes in the order of its blocks.
    pub fn notes<'a>(&self, lesson: &'a Lesson) -> impl Iterator<Item = &'a RichText> {
        lesson.blocks.get(self.blocks.clone()).into_iter().flatten().flat_map(|block| &block.notes)
    }
}

/// The slides after the title slide: a level-2 heading or a slide break begins one, and blocks
/// before the first of them join it. Slides on which nothing would be seen are left out, their
/// minutes with them.
pub fn slides(lesson: &Lesson) -> Vec<Slide> {
    let mut starts: Vec<usize> = Vec::new();
    for (index, _) in lesson.blocks.iter().enumerate().filter(|(_, block)| block.begins_slide()) {
        starts.push(if starts.is_empty() { 0 } else { index });
    }
    if starts.is_empty() && !lesson.blocks.is_empty() {
        starts.push(0);
    }
    let ends = starts.iter().skip(1).copied().chain([lesson.blocks.len()]);
    let slide = |(start, end): (usize, usize)| {
        let blocks = lesson.blocks.get(start..end)?;
        blocks.iter().any(is_on_slides).then(|| Slide {
            blocks: start..end,
            minutes: blocks.iter().filter_map(|block| block.minutes).fold(0, u16::saturating_add),
            path: blocks.iter().find(|block| block.begins_slide()).map_or(Path::Core, |block| block.path),
        })
    };
    starts.iter().copied().zip(ends).filter_map(slide).collect()
}

/// Whether a block shows anything on its slide: prose without a `brief` stays in the reader.
pub fn is_on_slides(block: &Block) -> bool {
    match (&block.kind, block.show) {
        (BlockKind::SlideBreak | BlockKind::Damaged { .. }, _) | (_, Show::Read) => false,
        (BlockKind::Paragraph { .. }, Show::Both) => !block.brief.is_empty(),
        _ => true,
    }
}
