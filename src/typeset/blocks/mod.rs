//! Each kind of block as chunks.

mod framed;
mod rows;

use framed::tone_look;

use crate::assets::metrics::Face;
use crate::content::block::{Chart, Item, ListStyle, Reveal, Tone};
use crate::content::source::Confidence;
use crate::content::{Block, BlockKind, Course, RichText};
use crate::typeset::flow::{Chunk, Cue, count};
use crate::typeset::text::{Type, plain_width, wrap, wrap_plain};
use crate::typeset::{Fill, Frame, Ink, Mark, Picture, Rung, Step, Words};

/// The height of a row for the size of its letters: tall capitals with two marks need the room.
pub(super) const LINE: f32 = 1.34;
/// The least height at which a picture is worth a look.
const PICTURE: f32 = 360.0;

/// Turns blocks into chunks of one size and width.
pub(super) struct Builder<'a> {
    pub(super) course: &'a Course,
    pub(super) words: &'a Words,
    /// The size of body text.
    pub(super) size: f32,
    pub(super) width: f32,
    pub(super) chunks: Vec<Chunk>,
    /// The block at work.
    pub(super) at: usize,
    /// Whether the slide says in its title what its picture shows.
    pub(super) has_title: bool,
}

/// Rows of words within a chunk.
pub(super) struct Rows {
    pub(super) marks: Vec<Mark>,
    pub(super) height: f32,
    pub(super) fits: bool,
}

impl Builder<'_> {
    pub(super) fn plain(&self) -> Type {
        Type::new(Face::Regular, Ink::Ink, self.size)
    }

    pub(super) fn strong(&self, ink: Ink) -> Type {
        Type::new(Face::Bold, ink, self.size)
    }

    /// Remarks are as small as the last row can read.
    pub(super) fn small(ink: Ink) -> Type {
        Type::new(Face::Regular, ink, Rung::LEAST.size())
    }

    fn gap(&self) -> f32 {
        self.size * 0.55
    }

    pub(super) fn chunk(&self) -> Chunk {
        Chunk { block: self.at, gap: self.gap(), ..Chunk::default() }
    }

    pub(super) fn step(&self, item: usize, label: String) -> Cue {
        Cue::Step(Step { label, item: (self.at, item) })
    }

    fn cue(&self, block: &Block, item: usize, text: &RichText) -> Cue {
        match block.reveal {
            Reveal::Steps => self.step(item, text.to_plain()),
            Reveal::None => Cue::Along,
        }
    }

    /// The words as rows from `(x, y)`, no wider than `limit`.
    pub(super) fn rows(text: &RichText, kind: Type, at: (f32, f32), limit: f32) -> Rows {
        let wrapped = wrap(text, kind, limit);
        let height = kind.size * LINE;
        let mut marks = Vec::new();
        for (n, line) in wrapped.lines.into_iter().enumerate() {
            let frame = Frame { x: at.0, y: at.1 + count(n) * height, width: line.width, height };
            marks.push(Mark::Row { frame, size: kind.size, runs: line.runs });
        }
        Rows { height: count(marks.len()) * height, marks, fits: wrapped.fits }
    }

    pub(super) fn block(&mut self, block: &Block) {
        if !block.brief.is_empty() && !matches!(block.kind, BlockKind::Figure { .. } | BlockKind::Chart(_)) {
            self.brief(block);
        } else {
            self.whole(block);
        }
        if block.doubt.as_ref().is_some_and(|doubt| doubt.level == Confidence::Unverified) {
            self.must_be_checked();
        }
    }

    /// What the slide shows instead of the text: a line, or a list of them.
    fn brief(&mut self, block: &Block) {
        let look = match &block.kind {
            BlockKind::Callout { tone, .. } => Some(tone_look(*tone)),
            BlockKind::Law { .. } => Some(tone_look(Tone::Law)),
            _ => None,
        };
        match (look, block.brief.as_slice()) {
            (Some(look), lines) => {
                let texts: Vec<_> = lines.iter().map(|line| (line, self.plain())).collect();
                self.framed(look, &texts);
            }
            (None, [line]) => self.prose(line, self.plain()),
            (None, lines) => {
                let numbered = matches!(
                    block.kind,
                    BlockKind::Steps { .. } | BlockKind::List { style: ListStyle::Number, .. }
                );
                for (n, line) in lines.iter().enumerate() {
                    let cue = self.cue(block, n, line);
                    let sign = match block.kind {
                        // A story goes on from line to line.
                        BlockKind::Paragraph { .. } | BlockKind::Case { .. } | BlockKind::Quote { .. } => {
                            Sign::None
                        }
                        _ if numbered => Sign::Number(n + 1),
                        _ => Sign::Dot,
                    };
                    self.item(&sign, line, cue);
                }
            }
        }
    }

    fn whole(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { text, .. } => self.subheading(text),
            BlockKind::Paragraph { text } => self.prose(text, self.plain()),
            BlockKind::List { style, items } => self.list(block, *style, items),
            BlockKind::Steps { title, items } => self.steps(block, title.as_ref(), items),
            BlockKind::Callout { tone, title, text } => {
                let strong = self.strong(tone_look(*tone).ink);
                let mut texts: Vec<_> = title.iter().map(|title| (title, strong)).collect();
                texts.push((text, self.plain()));
                self.framed(tone_look(*tone), &texts);
            }
            BlockKind::Compare { left, right } => self.compare(left, right),
            BlockKind::Table { caption, columns, rows, fill } => {
                self.table(caption.as_ref(), columns, rows, *fill);
            }
            BlockKind::Figure { src, caption, .. } => {
                let caption = caption.as_ref().filter(|_| !self.has_title);
                self.picture(Picture::File(src.clone()), None, caption);
            }
            BlockKind::Chart(Chart { title, note, .. }) => {
                self.picture(Picture::Chart(block.id.clone()), Some(title), note.as_ref());
            }
            BlockKind::Timeline { events } => self.timeline(block, events),
            BlockKind::Contacts { items } => self.contacts(items),
            BlockKind::Quote { text, by } => self.quote(text, by.as_ref()),
            BlockKind::Law { source, article, says, means } => {
                self.law(source, article.as_deref(), says, means);
            }
            BlockKind::Case { title, story, questions, debrief } => {
                self.case(block, title, story, questions, debrief.as_ref());
            }
            BlockKind::Activity { title, minutes, form, steps, materials } => {
                let about = format!("{minutes} {} · {}", self.words.minutes, self.words.form(*form));
                self.activity(block, title, &about, steps, materials);
            }
            BlockKind::Question(question) => self.question(question),
            BlockKind::Attachment { title, .. } => self.item(&Sign::Icon("paperclip"), title, Cue::Along),
            BlockKind::SlideBreak | BlockKind::Damaged { .. } => {}
        }
    }

    fn subheading(&mut self, text: &RichText) {
        let kind = Type::new(Face::Semibold, Ink::Teal, self.size * 1.05);
        let Rows { marks, height, fits } = Self::rows(text, kind, (0.0, 0.0), self.width);
        let chunk = Chunk { height, marks, keeps_next: true, too_wide: !fits, ..self.chunk() };
        self.chunks.push(chunk);
    }

    /// Running text: a chunk a line, so that it can go on on the next page.
    pub(super) fn prose(&mut self, text: &RichText, kind: Type) {
        let Rows { marks, fits, .. } = Self::rows(text, kind, (0.0, 0.0), self.width);
        for (n, mark) in marks.into_iter().enumerate() {
            let gap = if n == 0 { self.gap() } else { 0.0 };
            let height = mark.frame().height;
            let mark = mark.moved(0.0, -count(n) * height);
            self.chunks.push(Chunk {
                gap,
                height,
                marks: vec![mark],
                running: true,
                too_wide: !fits,
                ..self.chunk()
            });
        }
    }

    fn list(&mut self, block: &Block, style: ListStyle, items: &[Item]) {
        for (n, Item { text, icon }) in items.iter().enumerate() {
            let cue = self.cue(block, n, text);
            let sign = match (icon, style) {
                (Some(icon), _) => Sign::Icon(icon),
                (None, ListStyle::Bullet) => Sign::Dot,
                (None, ListStyle::Number) => Sign::Number(n + 1),
                (None, ListStyle::Check) => Sign::Icon("check-circle"),
            };
            self.item(&sign, text, cue);
        }
    }

    /// One item: a sign, and words beside it.
    pub(super) fn item(&mut self, sign: &Sign<'_>, text: &RichText, cue: Cue) {
        let indent = self.size * sign.indent();
        let Rows { mut marks, height, fits } =
            Self::rows(text, self.plain(), (indent, 0.0), self.width - indent);
        marks.extend(self.sign(sign, Ink::Teal));
        self.chunks.push(Chunk { height, marks, cue, too_wide: !fits, ..self.chunk() });
    }

    /// A sign at the left of the first line.
    pub(super) fn sign(&self, sign: &Sign<'_>, ink: Ink) -> Vec<Mark> {
        let line = self.size * LINE;
        match sign {
            Sign::None => Vec::new(),
            Sign::Dot => {
                let side = self.size * 0.24;
                let frame = Frame { x: self.size * 0.2, y: (line - side) / 2.0, width: side, height: side };
                vec![Mark::Area { frame, fill: Fill::Teal, radius: side / 2.0 }]
            }
            Sign::Icon(name) => {
                let side = self.size * 1.05;
                let frame = Frame { x: 0.0, y: (line - side) / 2.0, width: side, height: side };
                vec![Mark::Icon { frame, name: (*name).to_owned(), ink }]
            }
            Sign::Number(number) => {
                let side = self.size * 1.25;
                let frame = Frame { x: 0.0, y: (line - side) / 2.0, width: side, height: side };
                let disc = Mark::Area { frame, fill: Fill::Teal, radius: side / 2.0 };
                let kind = Type::new(Face::Bold, Ink::OnTeal, self.size * 0.72);
                let text = number.to_string();
                let width = plain_width(&text, kind);
                let height = kind.size * LINE;
                let middle = Frame { x: (side - width) / 2.0, y: (line - height) / 2.0, width, height };
                let runs =
                    wrap_plain(&text, kind, side).lines.into_iter().flat_map(|line| line.runs).collect();
                vec![disc, Mark::Row { frame: middle, size: kind.size, runs }]
            }
        }
    }

    /// A picture with a title above and a remark below it; it takes the space that is left.
    fn picture(&mut self, of: Picture, title: Option<&RichText>, note: Option<&RichText>) {
        if let Some(title) = title {
            let kind = Type::new(Face::Semibold, Ink::Ink, self.size.min(54.0));
            let Rows { marks, height, fits } = Self::rows(title, kind, (0.0, 0.0), self.width);
            self.chunks.push(Chunk { height, marks, keeps_next: true, too_wide: !fits, ..self.chunk() });
        }
        let frame = Frame { x: 0.0, y: 0.0, width: self.width, height: PICTURE };
        let marks = vec![Mark::Picture { frame, of }];
        let gap = self.gap().min(20.0);
        self.chunks.push(Chunk {
            gap,
            height: PICTURE,
            marks,
            grows: true,
            keeps_next: note.is_some(),
            ..self.chunk()
        });
        if let Some(note) = note {
            let Rows { marks, height, fits } =
                Self::rows(note, Self::small(Ink::Muted), (0.0, 0.0), self.width);
            self.chunks.push(Chunk { gap, height, marks, too_wide: !fits, ..self.chunk() });
        }
    }

    fn must_be_checked(&mut self) {
        let kind = Type::new(Face::Semibold, Ink::Warning, Rung::LEAST.size());
        let rows = Self::rows(
            &RichText::plain(&self.words.must_be_checked),
            kind,
            (kind.size * 1.4, 0.0),
            self.width,
        );
        let side = kind.size;
        let y = (rows.height - side) / 2.0;
        let frame = Frame { x: 0.0, y, width: side, height: side };
        let mut marks = rows.marks;
        marks.push(Mark::Icon { frame, name: "warning".to_owned(), ink: Ink::Warning });
        if let Some(last) = self.chunks.last_mut() {
            last.keeps_next = true;
        }
        self.chunks.push(Chunk { gap: 10.0, height: rows.height, marks, ..self.chunk() });
    }
}

/// What stands at the left of an item.
pub(super) enum Sign<'a> {
    None,
    Dot,
    Number(usize),
    Icon(&'a str),
}

impl Sign<'_> {
    /// Where the words begin, in sizes.
    fn indent(&self) -> f32 {
        match self {
            Self::None => 0.0,
            Self::Dot => 0.85,
            Self::Number(_) | Self::Icon(_) => 1.7,
        }
    }
}
