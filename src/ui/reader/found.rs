//! The words of a lesson that answer the search it was opened from.

use std::ops::Range;
use std::sync::Arc;

use crate::app::open_course::LoadedLesson;
use crate::app::searching::OpenedHit;
use crate::content::Block;
use crate::search::{Kind, Query};
use crate::ui::Ctx;
use crate::ui::blocks::hidden_at_first;
use crate::ui::text_view::{Mark, MarkKind};

/// The marks of a lesson, worked out once for each search and lesson.
#[derive(Default)]
pub(super) struct FoundMarks {
    of: Option<(OpenedHit, *const LoadedLesson)>,
    marks: Vec<Mark>,
}

impl FoundMarks {
    /// What answers in the lesson; nothing where it was not opened from the results.
    pub(super) fn of(&mut self, ctx: &Ctx<'_>, lesson: &Arc<LoadedLesson>) -> &[Mark] {
        let opened = ctx.state.search.opened.as_ref().filter(|hit| hit.lesson == lesson.lesson.id);
        let Some(opened) = opened else {
            *self = Self::default();
            return &[];
        };
        let address = Arc::as_ptr(lesson);
        if !self.of.as_ref().is_some_and(|(known, at)| known == opened && *at == address) {
            self.marks = marks(opened, lesson);
            self.of = Some((opened.clone(), address));
        }
        &self.marks
    }

    /// The first mark of a block.
    pub(super) fn first_in(&self, block: usize) -> Option<&Range<usize>> {
        self.marks.iter().find(|mark| mark.block == block).map(|mark| &mark.range)
    }

    /// Whether the block that was opened answers only where it is folded.
    pub(super) fn is_hidden(&self, lesson: &LoadedLesson) -> bool {
        let Some((opened, _)) = &self.of else { return false };
        let at = lesson.lesson.blocks.iter().position(|block| Some(&block.id) == opened.block.as_ref());
        let Some((at, block)) = at.and_then(|at| Some((at, lesson.lesson.blocks.get(at)?))) else {
            return false;
        };
        let hidden = hidden_at_first(block);
        let mut own = self.marks.iter().filter(|mark| mark.block == at).peekable();
        let folded = |mark: &Mark| hidden.iter().any(|part| part.contains(&mark.range.start));
        own.peek().is_some() && own.all(folded)
    }
}

/// All places where every word is found; in the block that was opened, any.
fn marks(opened: &OpenedHit, lesson: &LoadedLesson) -> Vec<Mark> {
    let is_target = |block: &Block| Some(&block.id) == opened.block.as_ref() && opened.kind != Kind::Speech;
    let blocks = || lesson.lesson.blocks.iter().zip(&lesson.plain);
    // The last word was whole, or still growing.
    let whole = Query::parse(&format!("{} ", opened.words));
    let has_target = blocks().any(|(block, _)| is_target(block));
    let mut asked = blocks().filter(|(block, _)| !has_target || is_target(block));
    let is_whole = asked.any(|(_, plain)| !whole.marks(plain, false).is_empty());
    let query = if is_whole { &whole } else { &opened.query };
    let of_block = |(at, (block, plain)): (usize, (&Block, &String))| {
        let ranges = query.marks(plain, is_target(block));
        ranges.into_iter().map(move |range| Mark { block: at, range, kind: MarkKind::Search })
    };
    blocks().enumerate().flat_map(of_block).collect()
}
