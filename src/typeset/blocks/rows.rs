//! Blocks of rows beside each other: steps, comparisons, timelines and telephone numbers.

use super::{Builder, LINE, Rows, Sign};
use crate::assets::metrics::Face;
use crate::content::block::{Contact, Event, Side, Step, Verdict};
use crate::content::{Block, RichText, Slug};
use crate::typeset::flow::Chunk;
use crate::typeset::text::{Type, natural_width, plain_width, wrap_plain};
use crate::typeset::{Fill, Frame, Ink, Mark, Rung};

impl Builder<'_> {
    pub(super) fn steps(&mut self, block: &Block, title: Option<&RichText>, items: &[Step]) {
        if let Some(title) = title {
            self.subheading(title);
        }
        for (n, Step { title, text, deadline, who, icon: _ }) in items.iter().enumerate() {
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

    pub(super) fn compare(&mut self, left: &Side, right: &Side) {
        let between = self.size;
        let column = (self.width - between) / 2.0;
        let look = |side: &Side, is_right: bool| match side.verdict() {
            Verdict::Avoid => ("x-circle", Ink::Danger, Fill::DangerTint),
            Verdict::Do => ("check-circle", Ink::Good, Fill::GoodTint),
            Verdict::Neither if is_right => ("arrow-circle-right", Ink::Law, Fill::BlueTint),
            Verdict::Neither => ("circle", Ink::Teal, Fill::TealTint),
        };
        let sides = [(left, 0.0, look(left, false)), (right, column + between, look(right, true))];
        let header_at = self.chunks.len();
        let mut header = Chunk { keeps_next: true, ..self.chunk() };
        for (side, x, (_, ink, fill)) in &sides {
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
            for (side, x, (icon, ink, _)) in &sides {
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

    pub(super) fn timeline(&mut self, block: &Block, events: &[Event]) {
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

    pub(super) fn contacts(&mut self, items: &[Contact]) {
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
}
