//! A question on slides: the prompt, then the choices, then which are right, then why.

use super::blocks::{Builder, Rows, Sign};
use super::flow::{Chunk, Cue, count};
use super::text::Type;
use super::{Fill, Frame, Ink, Mark};
use crate::assets::metrics::Face;
use crate::content::RichText;
use crate::content::question::{Answer, Choice, Pair, Question, shuffled};

/// The room of a choice's letter, in sizes.
const LETTER: f32 = 1.4;

impl Builder<'_> {
    pub(super) fn question(&mut self, question: &Question) {
        let prompt = Type::new(Face::Semibold, Ink::Ink, self.size);
        let first = self.chunks.len();
        self.prose(&question.prompt, prompt);
        let cue = self.step(0, question.prompt.to_plain());
        for (n, chunk) in self.chunks.iter_mut().skip(first).enumerate() {
            chunk.running = false;
            chunk.keeps_next = true;
            if n == 0 {
                chunk.cue = cue.clone();
            }
        }
        match &question.answer {
            Answer::Single(choices) | Answer::Multiple(choices) | Answer::TrueFalse(choices) => {
                self.choices(choices);
                self.reasons(choices);
            }
            Answer::Order(items) => self.order(items),
            Answer::Match(pairs) => self.pairs(pairs),
        }
        if let Some(explain) = &question.explain {
            self.prose(explain, self.plain());
        }
    }

    fn choices(&mut self, choices: &[Choice]) {
        for (n, choice) in choices.iter().enumerate() {
            let first = self.chunks.len();
            let cue = if n == 0 { self.step(1, String::new()) } else { Cue::Along };
            self.lettered(n, &choice.text, cue);
            if let Some(chunk) = self.chunks.get_mut(first).filter(|_| choice.correct) {
                let frame =
                    Frame { x: -16.0, y: -8.0, width: self.width + 32.0, height: chunk.height + 16.0 };
                chunk.at_last.push(Mark::Area { frame, fill: Fill::GoodTint, radius: 14.0 });
            }
        }
    }

    /// A choice behind its letter, as a hall calls it.
    fn lettered(&mut self, n: usize, text: &RichText, cue: Cue) {
        let letter = RichText::plain(&format!("{}.", letter(n)));
        let indent = self.size * LETTER;
        let mut rows = Self::rows(text, self.plain(), (indent, 0.0), self.width - indent);
        rows.marks.extend(Self::rows(&letter, self.strong(Ink::Teal), (0.0, 0.0), indent).marks);
        self.chunks.push(Chunk {
            height: rows.height,
            marks: rows.marks,
            cue,
            too_wide: !rows.fits,
            ..self.chunk()
        });
    }

    /// Why each choice is right or wrong, the right ones first, on the page after the question.
    fn reasons(&mut self, choices: &[Choice]) {
        let first = self.answer_title();
        let mut ordered: Vec<(usize, &Choice)> = choices.iter().enumerate().collect();
        ordered.sort_by_key(|(_, choice)| !choice.correct);
        for (n, choice) in ordered {
            let Some(why) = &choice.why else { continue };
            let (icon, ink) =
                if choice.correct { ("check-circle", Ink::Good) } else { ("x-circle", Ink::Danger) };
            let indent = self.size * (1.5 + LETTER);
            let letter = RichText::plain(&format!("{}.", letter(n)));
            let Rows { mut marks, height, fits } =
                Self::rows(why, self.plain(), (indent, 0.0), self.width - indent);
            marks.extend(self.sign(&Sign::Icon(icon), ink));
            marks.extend(Self::rows(&letter, self.strong(ink), (self.size * 1.5, 0.0), indent).marks);
            self.chunks.push(Chunk { height, marks, too_wide: !fits, ..self.chunk() });
        }
        self.drop_lone_title(first);
    }

    /// The items shuffled, then in their order.
    fn order(&mut self, items: &[RichText]) {
        for (n, at) in shuffled(items.len()).into_iter().enumerate() {
            let cue = if n == 0 { self.step(1, String::new()) } else { Cue::Along };
            if let Some(text) = items.get(at) {
                self.lettered(n, text, cue);
            }
        }
        let first = self.answer_title();
        for (n, text) in items.iter().enumerate() {
            self.item(&Sign::Number(n + 1), text, Cue::Along);
        }
        self.drop_lone_title(first);
    }

    /// Two columns, the right one shuffled; then the pairs with their reasons.
    fn pairs(&mut self, pairs: &[Pair]) {
        let between = self.size;
        let column = (self.width - between) / 2.0;
        for (n, at) in shuffled(pairs.len()).into_iter().enumerate() {
            let cue = if n == 0 { self.step(1, String::new()) } else { Cue::Along };
            let (Some(left), Some(right)) = (pairs.get(n), pairs.get(at)) else { continue };
            let sides = [(&left.left, (n + 1).to_string(), 0.0), (&right.right, letter(n), column + between)];
            let mut chunk = Chunk { cue, ..self.chunk() };
            for (text, label, x) in sides {
                let indent = self.size * LETTER;
                let rows = Self::rows(text, self.plain(), (x + indent, 0.0), column - indent);
                let label = RichText::plain(&format!("{label}."));
                chunk.marks.extend(Self::rows(&label, self.strong(Ink::Teal), (x, 0.0), indent).marks);
                chunk.marks.extend(rows.marks);
                chunk.height = chunk.height.max(rows.height);
                chunk.too_wide |= !rows.fits;
            }
            self.chunks.push(chunk);
        }
        let first = self.answer_title();
        for Pair { left, right, why } in pairs {
            let lines: Vec<_> = [(left, self.strong(Ink::Good)), (right, self.plain())]
                .into_iter()
                .chain(why.iter().map(|why| (why, Self::small(Ink::Muted))))
                .collect();
            let mut chunk = self.chunk();
            for (text, kind) in lines {
                let rows =
                    Self::rows(text, kind, (self.size * 1.5, chunk.height), self.width - self.size * 1.5);
                chunk.height += rows.height;
                chunk.marks.extend(rows.marks);
                chunk.too_wide |= !rows.fits;
            }
            chunk.marks.extend(self.sign(&Sign::Icon("check-circle"), Ink::Good));
            self.chunks.push(chunk);
        }
        self.drop_lone_title(first);
    }

    /// Begins the page of the answer; says where.
    fn answer_title(&mut self) -> usize {
        let first = self.chunks.len();
        let title = RichText::plain(&self.words.answer);
        let rows = Self::rows(&title, self.strong(Ink::Good), (0.0, 0.0), self.width);
        let chunk =
            Chunk { height: rows.height, marks: rows.marks, breaks: true, keeps_next: true, ..self.chunk() };
        self.chunks.push(chunk);
        first
    }

    /// A question without reasons has no page for them.
    fn drop_lone_title(&mut self, first: usize) {
        if count(self.chunks.len()) <= count(first + 1) {
            self.chunks.truncate(first);
        }
    }
}

/// A, B, C …
fn letter(n: usize) -> String {
    let code = u8::try_from(n).unwrap_or(25).min(25);
    char::from(b'A' + code).to_string()
}
