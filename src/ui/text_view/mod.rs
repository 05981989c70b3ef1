//! Running text: laid out by block, selected and copied across blocks, on the screen or not.
//!
//! A place in the text is a block and a character of its plain text, never a pixel, so that a
//! selection survives scrolling, resizing and blocks that leave the screen.

mod caret;
pub(super) mod layout;
mod marks;
mod select;

use std::ops::Range;
use std::sync::Arc;

use egui::{Galley, Pos2, Rect};

pub(super) use layout::{Look, Run};
pub(super) use marks::{Field, Mark, MarkKind, Pressed, highlight_fill};

/// A character of a block's plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TextPos {
    /// The block by its position in the lesson.
    pub block: usize,
    /// The character in [`crate::content::Block::plain_text`].
    pub char: usize,
}

/// A text field as it was drawn in this frame.
struct Laid {
    block: usize,
    /// Where the field begins in the block's plain text.
    start: usize,
    /// How long it is there.
    chars: usize,
    galley: Arc<Galley>,
    at: Pos2,
    inserts: layout::Inserts,
}

impl Laid {
    fn rect(&self) -> Rect {
        self.galley.rect.translate(self.at.to_vec2())
    }

    /// The rectangles, one a row, of a range of the block's plain text.
    fn segments(&self, range: &Range<usize>) -> Vec<Rect> {
        let from = range.start.max(self.start);
        let to = range.end.min(self.start + self.chars);
        if from >= to {
            return Vec::new();
        }
        let in_galley = self.inserts.to_galley(from - self.start)..self.inserts.to_galley(to - self.start);
        layout::segments(&self.galley, &in_galley)
            .into_iter()
            .map(|rect| rect.translate(self.at.to_vec2()))
            .collect()
    }
}

/// What stays between frames: the selection and how it is being made.
#[derive(Default)]
pub(super) struct TextView {
    selection: Option<select::Selection>,
    /// The keys moved last, so that a caret shows where they are.
    by_keys: bool,
    /// Whole words or fields are selected while dragging after a double or triple click.
    grain: select::Grain,
    /// Where the button was pressed that is still held.
    drawing: Option<Pos2>,
    laid: Vec<Laid>,
}

impl TextView {
    /// Begins a frame.
    pub(super) fn begin(&mut self) {
        self.laid.clear();
    }

    /// Forgets the selection, as when another lesson is shown.
    pub(super) fn clear(&mut self) {
        self.selection = None;
    }

    /// The selected range of a block's plain text.
    pub(super) fn selected_in(&self, block: usize, chars: usize) -> Option<Range<usize>> {
        let (from, to) = self.selection?.ends();
        if block < from.block || block > to.block {
            return None;
        }
        let start = if block == from.block { from.char } else { 0 };
        let end = if block == to.block { to.char } else { chars };
        (start < end).then_some(start..end)
    }

    /// Whether any character is selected.
    pub(super) fn has_selection(&self) -> bool {
        self.selection.is_some_and(|selection| !selection.is_empty())
    }

    /// The selected range of every block, by the blocks' plain texts.
    pub(super) fn selected(&self, plain: &[String]) -> Vec<(usize, Range<usize>)> {
        let range =
            |(block, text): (usize, &String)| Some((block, self.selected_in(block, text.chars().count())?));
        plain.iter().enumerate().filter_map(range).collect()
    }

    /// The selected words, blocks parted by an empty line.
    pub(super) fn selected_text(&self, plain: &[String]) -> String {
        let cut = |(block, range): (usize, Range<usize>)| {
            let text: String = plain.get(block)?.chars().skip(range.start).take(range.len()).collect();
            Some(text)
        };
        self.selected(plain).into_iter().filter_map(cut).collect::<Vec<_>>().join("\n\n")
    }

    /// The words marked by the user under a point, the latest mark first.
    pub(super) fn mark_at<'a>(&self, at: Pos2, marks: &'a [Mark]) -> Option<&'a Mark> {
        let covers = |mark: &&Mark| {
            let laid = self.laid.iter().filter(|laid| laid.block == mark.block);
            laid.flat_map(|laid| laid.segments(&mark.range)).any(|rect| rect.contains(at))
        };
        marks.iter().rev().filter(|mark| mark.kind != MarkKind::Search).find(covers)
    }

    /// Where a range of a block's plain text was drawn in this frame.
    pub(super) fn rect_of(&self, block: usize, range: &Range<usize>) -> Option<Rect> {
        let rects = self.laid.iter().filter(|laid| laid.block == block).flat_map(|laid| laid.segments(range));
        rects.reduce(Rect::union)
    }

    /// Where the end of the selection was drawn, for the toolbar beside it.
    pub(super) fn selection_rect(&self) -> Option<Rect> {
        let (from, to) = self.selection?.ends();
        let rects = self.laid.iter().flat_map(|laid| {
            let start = if laid.block == from.block { from.char } else { 0 };
            let end = if laid.block == to.block { to.char } else { usize::MAX };
            let inside = (from.block..=to.block).contains(&laid.block) && start < end;
            if inside { laid.segments(&(start..end)) } else { Vec::new() }
        });
        rects.reduce(Rect::union)
    }
}
