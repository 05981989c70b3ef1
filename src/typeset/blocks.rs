//! Each kind of block as chunks.

use super::flow::{Chunk, Cue, count};
use super::text::{Type, natural_width, plain_width, wrap, wrap_plain};
use super::{Fill, Frame, Ink, Mark, Picture, Rung, Step, Words};
use crate::assets::metrics::Face;
use crate::content::block::{Chart, Contact, Event, Item, ListStyle, Reveal, Side, Step as StepOf, Tone};
use crate::content::source::Confidence;
use crate::content::{Block, BlockKind, Course, RichText, Slug};

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
                    let sign = if numbered { Sign::Number(n + 1) } else { Sign::Dot };
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

    fn steps(&mut self, block: &Block, title: Option<&RichText>, items: &[StepOf]) {
        if let Some(title) = title {
            self.subheading(title);
        }
        for (n, StepOf { title, text, deadline, who, icon: _ }) in items.iter().enumerate() {
            let cue = self.cue(block, n, title);
            let indent = self.size * Sign::Number(1).indent();
            let limit = self.width - indent;
            let chip = deadline.as_ref().map(RichText::to_plain);
            let chip_width =
                chip.as_ref().map_or(0.0, |chip| plain_width(chip, self.chip_type()) + self.size * 1.4);
            let Rows { mut marks, mut height, mut fits } =
                Self::rows(title, self.strong(Ink::Ink), (indent, 0.0), limit - chip_width);
            marks.extend(self.sign(&Sign::Number(n + 1), Ink::Teal));
            if let Some(chip) = chip {
                marks.extend(self.chip(&chip, self.width - chip_width + self.size * 0.4));
            }
            for (text, kind) in [(Some(text), self.plain()), (who.as_ref(), Self::small(Ink::Muted))] {
                let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
                let rows = Self::rows(text, kind, (indent, height), limit);
                marks.extend(rows.marks);
                height += rows.height;
                fits &= rows.fits;
            }
            self.chunks.push(Chunk { height, marks, cue, too_wide: !fits, ..self.chunk() });
        }
    }

    fn chip_type(&self) -> Type {
        Type::new(Face::Semibold, Ink::Amber, (self.size * 0.8).max(Rung::LEAST.size()))
    }

    /// A deadline on a tinted ground, in the first line.
    fn chip(&self, text: &str, x: f32) -> Vec<Mark> {
        let kind = self.chip_type();
        let (line, pad) = (self.size * LINE, self.size * 0.4);
        let height = kind.size * LINE;
        let width = plain_width(text, kind);
        let y = (line - height) / 2.0;
        let ground = Frame { x, y, width: width + 2.0 * pad, height };
        let frame = Frame { x: x + pad, y, width, height };
        let runs =
            wrap_plain(text, kind, f32::INFINITY).lines.into_iter().flat_map(|line| line.runs).collect();
        let radius = height / 2.0;
        vec![
            Mark::Area { frame: ground, fill: Fill::AmberTint, radius },
            Mark::Row { frame, size: kind.size, runs },
        ]
    }

    /// Texts on a tinted ground with a bar at the left, a chunk a line.
    pub(super) fn framed(&mut self, look: Look, texts: &[(&RichText, Type)]) {
        let pad = self.size * 0.45;
        let indent = self.size * 2.0;
        let mut rows = Vec::new();
        let mut fits = true;
        for (text, kind) in texts {
            let part = Self::rows(text, *kind, (indent, 0.0), self.width - indent - pad);
            fits &= part.fits;
            rows.extend(part.marks);
        }
        let count_of = rows.len();
        for (n, mark) in rows.into_iter().enumerate() {
            let (first, last) = (n == 0, n + 1 == count_of);
            let (above, below) = (if first { pad } else { 0.0 }, if last { pad } else { 0.0 });
            let line = mark.frame().height;
            let height = above + line + below;
            let y = above - mark.frame().y;
            let ground = Frame { x: 0.0, y: 0.0, width: self.width, height };
            let bar = Frame { width: 10.0, ..ground };
            let mut marks = vec![
                Mark::Area { frame: ground, fill: look.tint, radius: 0.0 },
                Mark::Area { frame: bar, fill: look.bar, radius: 0.0 },
                mark.moved(0.0, y),
            ];
            if first {
                let side = self.size * 1.05;
                let frame =
                    Frame { x: self.size * 0.6, y: above + (line - side) / 2.0, width: side, height: side };
                marks.push(Mark::Icon { frame, name: look.icon.to_owned(), ink: look.ink });
            }
            let gap = if first { self.gap() } else { 0.0 };
            self.chunks.push(Chunk { gap, height, marks, running: true, too_wide: !fits, ..self.chunk() });
        }
    }

    fn compare(&mut self, left: &Side, right: &Side) {
        let between = self.size;
        let column = (self.width - between) / 2.0;
        let sides = [
            (left, 0.0, "check-circle", Ink::Good, Fill::GoodTint),
            (right, column + between, "x-circle", Ink::Danger, Fill::DangerTint),
        ];
        let header_at = self.chunks.len();
        let mut header = Chunk { keeps_next: true, ..self.chunk() };
        for (side, x, _, ink, fill) in &sides {
            let pad = self.size * 0.4;
            let rows = Self::rows(&side.title, self.strong(*ink), (x + pad, pad * 0.5), column - 2.0 * pad);
            header.height = header.height.max(rows.height + pad);
            header.too_wide |= !rows.fits;
            let frame = Frame { x: *x, y: 0.0, width: column, height: rows.height + pad };
            header.marks.push(Mark::Area { frame, fill: *fill, radius: 10.0 });
            header.marks.extend(rows.marks);
        }
        self.chunks.push(header);
        for n in 0..left.items.len().max(right.items.len()) {
            let mut chunk = Chunk { header: Some(header_at), ..self.chunk() };
            for (side, x, icon, ink, _) in &sides {
                let Some(text) = side.items.get(n) else { continue };
                let indent = self.size * 1.5;
                let rows = Self::rows(text, self.plain(), (x + indent, 0.0), column - indent);
                chunk.height = chunk.height.max(rows.height);
                chunk.too_wide |= !rows.fits;
                chunk.marks.extend(rows.marks);
                chunk
                    .marks
                    .extend(self.sign(&Sign::Icon(icon), *ink).into_iter().map(|mark| mark.moved(*x, 0.0)));
            }
            self.chunks.push(chunk);
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

    fn timeline(&mut self, block: &Block, events: &[Event]) {
        let when = self.strong(Ink::Teal);
        let widest = events.iter().map(|event| natural_width(&event.when, when)).fold(0.0, f32::max);
        let column = widest.min(self.width * 0.26);
        let (rail, x) = (column + self.size * 0.7, column + self.size * 1.4);
        for (n, Event { when: date, title, text, .. }) in events.iter().enumerate() {
            let dates = Self::rows(date, when, (0.0, 0.0), column);
            let titles = Self::rows(title, self.strong(Ink::Ink), (x, 0.0), self.width - x);
            let mut fits = dates.fits && titles.fits;
            let (mut marks, mut height) = (dates.marks, titles.height);
            marks.extend(titles.marks);
            if let Some(text) = text {
                let rows = Self::rows(text, self.plain(), (x, height), self.width - x);
                marks.extend(rows.marks);
                height += rows.height;
                fits &= rows.fits;
            }
            height = height.max(dates.height);
            let side = self.size * 0.4;
            let dot =
                Frame { x: rail - side / 2.0, y: (self.size * LINE - side) / 2.0, width: side, height: side };
            let line = Frame { x: rail - 2.0, y: 0.0, width: 4.0, height };
            marks.push(Mark::Area { frame: line, fill: Fill::Line, radius: 0.0 });
            marks.push(Mark::Area { frame: dot, fill: Fill::Teal, radius: side / 2.0 });
            let cue = self.cue(block, n, title);
            self.chunks.push(Chunk { height, marks, cue, too_wide: !fits, ..self.chunk() });
        }
    }

    fn contacts(&mut self, items: &[Contact]) {
        let big = Type::new(Face::Bold, Ink::Amber, self.size * 1.5);
        let number = |contact: &Contact| {
            let local =
                contact.local.as_ref().and_then(|key: &Slug| self.words.numbers.get(&key.to_string()));
            contact.phone.clone().or_else(|| local.cloned()).unwrap_or_else(|| self.words.no_number.clone())
        };
        let numbers: Vec<String> = items.iter().map(number).collect();
        let widest = numbers.iter().map(|number| plain_width(number, big)).fold(0.0, f32::max);
        let column = widest.min(self.width * 0.42);
        for (contact, number) in items.iter().zip(&numbers) {
            let x = column + self.size;
            let kind = if plain_width(number, big) > column { self.strong(Ink::Amber) } else { big };
            let numbers = Self::rows(&RichText::plain(number), kind, (0.0, 0.0), column);
            let mut rows = Self::rows(&contact.name, self.strong(Ink::Ink), (x, 0.0), self.width - x);
            rows.fits &= numbers.fits;
            for (text, kind) in [(&contact.text, self.plain()), (&contact.hours, Self::small(Ink::Muted))] {
                let Some(text) = text else { continue };
                let more = Self::rows(text, kind, (x, rows.height), self.width - x);
                rows.marks.extend(more.marks);
                rows.height += more.height;
                rows.fits &= more.fits;
            }
            let height = rows.height.max(numbers.height);
            let marks = numbers.marks.into_iter().chain(rows.marks).collect();
            self.chunks.push(Chunk { height, marks, too_wide: !rows.fits, ..self.chunk() });
        }
    }

    fn quote(&mut self, text: &RichText, by: Option<&RichText>) {
        let look = Look { tint: Fill::TealTint, bar: Fill::Teal, ink: Ink::Teal, icon: "quotes" };
        let words = Type::new(Face::BoldItalic, Ink::Ink, self.size * 1.1);
        let mut texts = vec![(text, words)];
        texts.extend(by.map(|by| (by, Self::small(Ink::Muted))));
        self.framed(look, &texts);
    }

    fn law(&mut self, source: &Slug, article: Option<&str>, says: &RichText, means: &RichText) {
        let name =
            self.course.sources.get(source).map_or_else(|| source.to_string(), |known| known.title.clone());
        let name = article.map_or_else(|| name.clone(), |article| format!("{article}, {name}"));
        let name = RichText::plain(&name);
        let means_label = RichText::plain(&self.words.means);
        let texts = [
            (&name, self.strong(Ink::Law)),
            (says, self.plain()),
            (&means_label, Type::new(Face::Semibold, Ink::Teal, self.size)),
            (means, self.plain()),
        ];
        self.framed(tone_look(Tone::Law), &texts);
    }

    fn case(
        &mut self,
        block: &Block,
        title: &RichText,
        story: &RichText,
        questions: &[RichText],
        debrief: Option<&RichText>,
    ) {
        self.subheading(title);
        self.prose(story, self.plain());
        for (n, question) in questions.iter().enumerate() {
            let cue = self.cue(block, n, question);
            self.item(&Sign::Icon("question"), question, cue);
        }
        if let Some(debrief) = debrief {
            let label = RichText::plain(&self.words.debrief);
            let first = self.chunks.len();
            let texts = [(&label, self.strong(Ink::Teal)), (debrief, self.plain())];
            self.framed(
                Look { tint: Fill::TealTint, bar: Fill::Teal, ink: Ink::Teal, icon: "chat-circle-text" },
                &texts,
            );
            if let Some(chunk) = self.chunks.get_mut(first) {
                chunk.breaks = true;
            }
        }
    }

    fn activity(
        &mut self,
        block: &Block,
        title: &RichText,
        about: &str,
        steps: &[RichText],
        materials: &[RichText],
    ) {
        self.subheading(title);
        let about = Self::rows(
            &RichText::plain(about),
            Type::new(Face::Semibold, Ink::Amber, Rung::LEAST.size()),
            (0.0, 0.0),
            self.width,
        );
        let gap = self.size * 0.1;
        self.chunks.push(Chunk {
            gap,
            height: about.height,
            marks: about.marks,
            too_wide: !about.fits,
            keeps_next: true,
            ..self.chunk()
        });
        for (n, text) in steps.iter().enumerate() {
            let cue = self.cue(block, n, text);
            self.item(&Sign::Number(n + 1), text, cue);
        }
        for text in materials {
            let Rows { marks, height, fits } =
                Self::rows(text, Self::small(Ink::Muted), (0.0, 0.0), self.width);
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
    Dot,
    Number(usize),
    Icon(&'a str),
}

impl Sign<'_> {
    /// Where the words begin, in sizes.
    fn indent(&self) -> f32 {
        match self {
            Self::Dot => 0.85,
            Self::Number(_) | Self::Icon(_) => 1.7,
        }
    }
}

/// The colours and the icon of a framed text.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) tint: Fill,
    pub(super) bar: Fill,
    pub(super) ink: Ink,
    pub(super) icon: &'static str,
}

fn tone_look(tone: Tone) -> Look {
    let (tint, bar, ink, icon) = match tone {
        Tone::Info => (Fill::BlueTint, Fill::Blue, Ink::Law, "info"),
        Tone::Law => (Fill::BlueTint, Fill::Blue, Ink::Law, "scales"),
        Tone::Tip => (Fill::GoodTint, Fill::Good, Ink::Good, "lightbulb"),
        Tone::Warning => (Fill::AmberTint, Fill::Amber, Ink::Warning, "warning"),
        Tone::Danger => (Fill::DangerTint, Fill::Danger, Ink::Danger, "warning-circle"),
        Tone::Message => (Fill::TealTint, Fill::Teal, Ink::Teal, "megaphone"),
    };
    Look { tint, bar, ink, icon }
}
