//! Chunks of a slide, one below the other, cut into pages.

use super::{Frame, Mark, Placed, Step};

/// The most lines of running text on one page.
const RUNNING_LINES: usize = 7;
/// Space is stretched no further than this, so that a short list still reads as one.
const STRETCH: f32 = 1.0;

/// When the marks of a chunk are seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cue {
    /// With what stands before it.
    #[default]
    Along,
    /// With one more press.
    Step(Step),
}

/// What is never torn apart.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent answers to: how may pages be cut here?")]
pub(super) struct Chunk {
    /// The block that it draws.
    pub(super) block: usize,
    /// Space above it, unless it stands first.
    pub(super) gap: f32,
    pub(super) height: f32,
    /// From the chunk's own upper left corner.
    pub(super) marks: Vec<Mark>,
    /// Seen one step after everything else on the page.
    pub(super) at_last: Vec<Mark>,
    pub(super) cue: Cue,
    /// A line of running text.
    pub(super) running: bool,
    /// Stands on the page of the chunk after it.
    pub(super) keeps_next: bool,
    /// Begins a new page.
    pub(super) breaks: bool,
    /// A picture takes the space that is left.
    pub(super) grows: bool,
    /// Wider than the column.
    pub(super) too_wide: bool,
    /// Stands again at the head of the next page, like the header of a table.
    pub(super) header: Option<usize>,
}

/// The chunks of one page, and whether they are higher than it.
#[derive(Debug, Default)]
pub(super) struct Leaf {
    pub(super) chunks: Vec<Chunk>,
    pub(super) overflows: bool,
}

/// Cuts chunks into pages of a height.
pub(super) fn leaves(chunks: &[Chunk], height: f32) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut leaf = Leaf::default();
    for group in groups(chunks) {
        let breaks = group.first().is_some_and(|chunk| chunk.breaks);
        if !leaf.chunks.is_empty() && (breaks || !has_room(&leaf.chunks, group, height)) {
            leaves.push(std::mem::take(&mut leaf));
            let header = group.first().and_then(|chunk| chunk.header).and_then(|at| chunks.get(at));
            leaf.chunks.extend(header.cloned());
        }
        leaf.chunks.extend_from_slice(group);
    }
    if !leaf.chunks.is_empty() {
        leaves.push(leaf);
    }
    for leaf in &mut leaves {
        leaf.overflows = total(&leaf.chunks) > height + 0.5 || leaf.chunks.iter().any(|chunk| chunk.too_wide);
    }
    leaves
}

/// Chunks that stay together.
fn groups(chunks: &[Chunk]) -> impl Iterator<Item = &[Chunk]> {
    chunks.split_inclusive(|chunk| !chunk.keeps_next)
}

fn has_room(present: &[Chunk], group: &[Chunk], height: f32) -> bool {
    let running = present.iter().chain(group).filter(|chunk| chunk.running).count();
    let more: f32 = group.iter().map(|chunk| chunk.gap + chunk.height).sum();
    total(present) + more <= height && running <= RUNNING_LINES
}

fn total(chunks: &[Chunk]) -> f32 {
    let gaps: f32 = chunks.iter().skip(1).map(|chunk| chunk.gap).sum();
    gaps + chunks.iter().map(|chunk| chunk.height).sum::<f32>()
}

impl Leaf {
    /// How many rows of words it has.
    pub(super) fn rows(&self) -> usize {
        let is_row = |mark: &&Mark| matches!(mark, Mark::Row { .. });
        self.chunks.iter().map(|chunk| chunk.marks.iter().filter(is_row).count()).sum()
    }

    /// The marks in place within a body, and the steps.
    pub(super) fn place(self, body: Frame) -> (Vec<Placed>, Vec<Step>) {
        let spare = (body.height - total(&self.chunks)).max(0.0);
        let growing = self.chunks.iter().filter(|chunk| chunk.grows).count();
        let grown = if growing == 0 { 0.0 } else { spare / count(growing) };
        let gaps: f32 = self.chunks.iter().skip(1).map(|chunk| chunk.gap).sum();
        let stretch = if growing > 0 || gaps == 0.0 { 0.0 } else { (spare * 0.6 / gaps).min(STRETCH) };
        let (mut y, mut steps, mut placed) = (body.y, Vec::new(), Vec::new());
        let mut last = Vec::new();
        for (at, chunk) in self.chunks.into_iter().enumerate() {
            if at > 0 {
                y += chunk.gap * (1.0 + stretch);
            }
            if let Cue::Step(step) = chunk.cue {
                steps.push(step);
            }
            let from = steps.len().saturating_sub(1);
            let extra = if chunk.grows { grown } else { 0.0 };
            let in_place = |mark: Mark| grow(mark, extra).moved(body.x, y);
            placed.extend(chunk.marks.into_iter().map(|mark| Placed { from, mark: in_place(mark) }));
            last.extend(chunk.at_last.into_iter().map(|mark| (chunk.block, in_place(mark))));
            y += chunk.height + extra;
        }
        reveal_last(last, &mut placed, &mut steps);
        // Words stand on areas, never under them.
        placed.sort_by_key(|placed| !matches!(placed.mark, Mark::Area { .. }));
        (placed, steps)
    }
}

/// Adds what is seen one step after everything else.
fn reveal_last(last: Vec<(usize, Mark)>, placed: &mut Vec<Placed>, steps: &mut Vec<Step>) {
    let Some((block, _)) = last.first() else { return };
    let step = |item| Step { label: String::new(), item: (*block, item) };
    if steps.is_empty() {
        steps.push(step(0));
    }
    let from = steps.len();
    steps.push(step(from));
    placed.extend(last.into_iter().map(|(_, mark)| Placed { from, mark }));
}

fn grow(mark: Mark, extra: f32) -> Mark {
    match mark {
        Mark::Picture { mut frame, of } => {
            frame.height += extra;
            Mark::Picture { frame, of }
        }
        other => other,
    }
}

/// A small count as a factor.
pub(super) fn count(items: usize) -> f32 {
    u16::try_from(items).map_or(f32::from(u16::MAX), f32::from)
}
