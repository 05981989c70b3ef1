//! A lesson as pages: the largest letters that need no more pages than the smallest.

use std::ops::Range;

use super::blocks::{Builder, LINE};
use super::flow::{Chunk, Leaf, leaves};
use super::text::{Type, plain_width, wrap};
use super::titles::section_marks;
use super::{Fill, Frame, HEIGHT, Ink, LADDER, Mark, Page, Placed, Rung, Shape, Words};
use crate::assets::metrics::Face;
use crate::content::slides::{Slide, is_on_slides, slides};
use crate::content::{Block, BlockKind, Course, Lesson, RichText};

/// One twentieth of the width on either side.
const MARGIN: f32 = 0.05;
const TOP: f32 = 58.0;
/// Sizes of titles, and how many lines each may take: rather one line than large letters.
const TITLES: [(f32, usize); 6] = [(84.0, 1), (76.0, 1), (68.0, 1), (64.0, 2), (56.0, 2), (50.0, 2)];
/// The footer's letters are for looking up, not for the last row.
const FOOTER: f32 = 28.0;
const FOOTER_TOP: f32 = HEIGHT - 76.0;

/// The slides of a lesson as pages, without its title; no rung below `least` is used.
pub fn lesson(course: &Course, lesson: &Lesson, shape: Shape, least: Rung, words: &Words) -> Vec<Page> {
    let slides = slides(lesson);
    let mut title = RichText::default();
    let mut pages = Vec::new();
    for (at, slide) in slides.iter().enumerate() {
        let blocks = lesson.blocks.get(slide.blocks.clone()).unwrap_or_default();
        let heading = blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Heading { text, level: 2 } => Some(text),
            _ => None,
        });
        if let Some(heading) = heading {
            title = heading.clone();
        }
        let setter = Setter { course, lesson, slide, at, title: &title, shape, words };
        pages.extend(setter.pages(least));
    }
    pages
}

/// The largest letters that need no more pages than the smallest; a size less where that saves a
/// line that would hold a word or two.
fn best(set: Vec<(Rung, Vec<Leaf>)>) -> Option<(Rung, Vec<Leaf>)> {
    let cost = |leaves: &[Leaf]| (leaves.iter().filter(|leaf| leaf.overflows).count(), leaves.len());
    let fewest = set.iter().map(|(_, leaves)| cost(leaves)).min()?;
    let mut fitting = set.into_iter().filter(|(_, leaves)| cost(leaves) == fewest).peekable();
    let rows = |leaves: &[Leaf]| leaves.iter().map(Leaf::rows).sum::<usize>();
    let mut best = fitting.next()?;
    while let Some(smaller) =
        fitting.next_if(|(rung, leaves)| rung.part() <= 18 && rows(leaves) < rows(&best.1))
    {
        best = smaller;
    }
    Some(best)
}

/// The lesson's name and the number of a slide, at the right of the foot.
pub fn number_mark(lesson: &str, number: &str, shape: Shape) -> Option<Mark> {
    let kind = Type::new(Face::Regular, Ink::Muted, FOOTER);
    let margin = shape.width() * MARGIN;
    let limit = (shape.width() - 2.0 * margin) * 0.38;
    let words: Vec<&str> = lesson.split(' ').collect();
    let line = |shown: usize| {
        let name = words.get(..shown).unwrap_or_default().join(" ");
        let cut = if shown < words.len() { "…" } else { "" };
        format!("{name}{cut} · {number}")
    };
    let text = (1..=words.len()).rev().map(line).find(|text| plain_width(text, kind) <= limit)?;
    let x = shape.width() - margin - plain_width(&text, kind);
    Builder::rows(&RichText::plain(&text), kind, (x, FOOTER_TOP), f32::INFINITY).marks.pop()
}

/// One slide to be set.
struct Setter<'a> {
    course: &'a Course,
    lesson: &'a Lesson,
    slide: &'a Slide,
    at: usize,
    title: &'a RichText,
    shape: Shape,
    words: &'a Words,
}

impl Setter<'_> {
    fn margin(&self) -> f32 {
        self.shape.width() * MARGIN
    }

    fn width(&self) -> f32 {
        self.shape.width() - 2.0 * self.margin()
    }

    /// The blocks below the title, with their places in the lesson.
    fn shown(&self) -> impl Iterator<Item = (usize, &Block)> {
        let range: Range<usize> = self.slide.blocks.clone();
        let is_title = |block: &Block| matches!(block.kind, BlockKind::Heading { level: 2, .. });
        let blocks = self.lesson.blocks.iter().enumerate().skip(range.start).take(range.len());
        blocks.filter(move |(_, block)| is_on_slides(block) && !is_title(block))
    }

    fn chunks(&self, rung: Rung) -> Vec<Chunk> {
        let mut builder = Builder {
            course: self.course,
            words: self.words,
            size: rung.size(),
            width: self.width(),
            chunks: Vec::new(),
            at: 0,
            has_title: !self.title.is_empty(),
        };
        for (at, block) in self.shown() {
            builder.at = at;
            builder.block(block);
        }
        builder.chunks
    }

    fn pages(&self, least: Rung) -> Vec<Page> {
        let (title, top) = self.title_marks(0);
        let body = Frame { x: self.margin(), y: top, width: self.width(), height: FOOTER_TOP - 24.0 - top };
        let rungs = LADDER.into_iter().filter(|rung| *rung <= least);
        let set = rungs.map(|rung| (rung, leaves(&self.chunks(rung), body.height))).collect();
        let Some((rung, leaves)) = best(set) else { return Vec::new() };
        if leaves.is_empty() {
            return vec![self.section(rung)];
        }
        let mut taken = self.slide.blocks.start;
        let parts = leaves.len();
        let mut pages = Vec::new();
        for (part, leaf) in leaves.into_iter().enumerate() {
            let last_block = leaf.chunks.iter().map(|chunk| chunk.block + 1).max().unwrap_or(taken);
            let until = if part + 1 == parts { self.slide.blocks.end } else { last_block.max(taken) };
            let overflows = leaf.overflows;
            let (mut marks, steps) = leaf.place(body);
            let title = if part == 0 { title.clone() } else { self.title_marks(part).0 };
            let fixed = title.into_iter().chain(self.sources(taken..until));
            marks.extend(fixed.map(|mark| Placed { from: 0, mark }));
            pages.push(Page {
                title: self.title_text(part),
                slide: Some(self.at),
                part,
                blocks: (taken..until).collect(),
                rung,
                marks,
                steps,
                overflows,
            });
            taken = until;
        }
        pages
    }

    fn title_text(&self, part: usize) -> String {
        let title = self.title.to_plain();
        if part == 0 || title.is_empty() { title } else { format!("{title} {}", self.words.continued) }
    }

    /// The title in at most two lines, and where the body begins.
    fn title_marks(&self, part: usize) -> (Vec<Mark>, f32) {
        if self.title.is_empty() {
            return (Vec::new(), TOP + 20.0);
        }
        let text = RichText::plain(&self.title_text(part));
        let kind = |size| Type::new(Face::Bold, Ink::Ink, size);
        // A title that continues is longer: its first part decides the size for all.
        let longest = RichText::plain(&self.title_text(1));
        let fits =
            |(size, lines): &(f32, usize)| wrap(&longest, kind(*size), self.width()).lines.len() <= *lines;
        let size = TITLES.into_iter().find(fits).map_or(Rung::LEAST.size(), |(size, _)| size);
        let rows = Builder::rows(&text, kind(size), (self.margin(), TOP), self.width());
        let lines = wrap(&longest, kind(size), self.width()).lines.len().max(1);
        let height = super::flow::count(lines) * size * LINE;
        let bar = Frame { x: 0.0, y: TOP + 8.0, width: 20.0, height: rows.height - 16.0 };
        let mut marks = vec![Mark::Area { frame: bar, fill: Fill::Amber, radius: 0.0 }];
        marks.extend(rows.marks);
        (marks, TOP + height + 26.0)
    }

    fn section(&self, rung: Rung) -> Page {
        let marks = section_marks(self.title, self.shape).into_iter();
        Page {
            title: self.title.to_plain(),
            slide: Some(self.at),
            part: 0,
            blocks: self.slide.blocks.clone().collect(),
            rung,
            marks: marks.map(|mark| Placed { from: 0, mark }).collect(),
            steps: Vec::new(),
            overflows: false,
        }
    }

    /// The names of the sources at the foot, as many as there is room for.
    fn sources(&self, blocks: Range<usize>) -> Option<Mark> {
        let mut names: Vec<&str> = Vec::new();
        let cited = self.lesson.blocks.get(blocks)?.iter().filter(|block| is_on_slides(block));
        for source in cited.flat_map(Block::cites).filter_map(|cite| self.course.sources.get(&cite.source)) {
            if !names.contains(&source.short_name()) {
                names.push(source.short_name());
            }
        }
        let kind = Type::new(Face::Regular, Ink::Muted, FOOTER);
        // The right side belongs to the lesson's name and the number of the slide.
        let limit = self.width() * 0.6;
        let line = |shown: usize| {
            let more = if shown < names.len() { format!(" +{}", names.len() - shown) } else { String::new() };
            format!("{}: {}{more}", self.words.sources, names.get(..shown).unwrap_or_default().join(" · "))
        };
        let text = (1..=names.len()).rev().map(line).find(|text| plain_width(text, kind) <= limit)?;
        let mut rows =
            Builder::rows(&RichText::plain(&text), kind, (self.margin(), FOOTER_TOP), f32::INFINITY);
        rows.marks.pop()
    }
}
