//! The text fields of a block in reading order, and the one plain text made of them.

use crate::content::block::{Chart, Contact, Event, Item, Side, Step};
use crate::content::inline::Cite;
use crate::content::question::{Answer, Question};
use crate::content::{Block, BlockKind, RichText};

/// A text field of a block, and where it begins in the block's plain text.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The field.
    pub text: &'a RichText,
    /// Its first character in [`Block::plain_text`].
    pub start: usize,
}

impl Block {
    /// The text fields in the order in which they are read; views draw them in this order.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut start = 0;
        let mut parts = Vec::new();
        for text in self.kind.texts() {
            parts.push(Part { text, start });
            start += text.chars() + 1;
        }
        parts
    }

    /// The fields joined by line feeds, without markup: the one text on which search, anchors and
    /// copying work.
    pub fn plain_text(&self) -> String {
        let texts: Vec<String> = self.kind.texts().into_iter().map(RichText::to_plain).collect();
        texts.join("\n")
    }

    /// Every citation of the block: its own, then those at its sentences, each once.
    pub fn cites(&self) -> Vec<&Cite> {
        let mut all: Vec<&Cite> = Vec::new();
        let own = self.cite.iter().flatten();
        let at_sentences = self.kind.texts().into_iter().flat_map(RichText::cites);
        let at_events = match &self.kind {
            BlockKind::Timeline { events } => events.as_slice(),
            _ => &[],
        };
        for cite in own.chain(at_sentences).chain(at_events.iter().flat_map(|event| &event.cite)) {
            if !all.contains(&cite) {
                all.push(cite);
            }
        }
        all
    }
}

impl BlockKind {
    fn texts(&self) -> Vec<&RichText> {
        let mut out = Vec::new();
        match self {
            Self::Heading { text, .. } | Self::Paragraph { text } => out.push(text),
            Self::List { items, .. } => out.extend(items.iter().map(|Item { text, .. }| text)),
            Self::Steps { title, items } => {
                out.extend(title);
                out.extend(items.iter().flat_map(step));
            }
            Self::Callout { title, text, .. } => {
                out.extend(title);
                out.push(text);
            }
            Self::Compare { left, right } => out.extend([left, right].into_iter().flat_map(side)),
            Self::Table { caption, columns, rows, .. } => {
                out.extend(caption);
                out.extend(columns);
                out.extend(rows.iter().flatten());
            }
            Self::Figure { caption, long, credit, .. } => {
                out.extend([caption, long, credit].into_iter().flatten());
            }
            Self::Chart(Chart { title, note, .. }) => {
                out.push(title);
                out.extend(note);
            }
            Self::Timeline { events } => out.extend(events.iter().flat_map(event)),
            Self::Contacts { items } => out.extend(items.iter().flat_map(contact)),
            Self::Quote { text, by } => {
                out.push(text);
                out.extend(by);
            }
            Self::Law { says, means, .. } => out.extend([says, means]),
            Self::Case { title, story, questions, debrief } => {
                out.extend([title, story]);
                out.extend(questions);
                out.extend(debrief);
            }
            Self::Activity { title, steps, materials, .. } => {
                out.push(title);
                out.extend(steps);
                out.extend(materials);
            }
            Self::Question(question) => out.extend(question_texts(question)),
            Self::Attachment { title, text, credit, .. } => {
                out.push(title);
                out.extend([text, credit].into_iter().flatten());
            }
            Self::SlideBreak | Self::Damaged { .. } => {}
        }
        out
    }
}

fn step(step: &Step) -> impl Iterator<Item = &RichText> {
    [Some(&step.title), Some(&step.text), step.deadline.as_ref(), step.who.as_ref()].into_iter().flatten()
}

fn side(side: &Side) -> impl Iterator<Item = &RichText> {
    std::iter::once(&side.title).chain(&side.items)
}

fn event(event: &Event) -> impl Iterator<Item = &RichText> {
    [Some(&event.when), Some(&event.title), event.text.as_ref()].into_iter().flatten()
}

fn contact(contact: &Contact) -> impl Iterator<Item = &RichText> {
    [Some(&contact.name), contact.hours.as_ref(), contact.text.as_ref()].into_iter().flatten()
}

fn question_texts(question: &Question) -> Vec<&RichText> {
    let mut out = vec![&question.prompt];
    match &question.answer {
        Answer::Order(items) => out.extend(items),
        Answer::Match(pairs) => {
            for pair in pairs {
                out.extend([&pair.left, &pair.right]);
                out.extend(&pair.why);
            }
        }
        answer => {
            for choice in answer.choices() {
                out.push(&choice.text);
                out.extend(&choice.why);
            }
        }
    }
    out.extend(&question.explain);
    out
}
