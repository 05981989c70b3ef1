//! Texts on a tinted ground: callouts, quotes and law; cases and activities with their frames.

use super::{Builder, Rows, Sign};
use crate::assets::metrics::Face;
use crate::content::block::Tone;
use crate::content::{Block, RichText, Slug};
use crate::typeset::flow::Chunk;
use crate::typeset::text::Type;
use crate::typeset::{Fill, Frame, Ink, Mark, Rung};

impl Builder<'_> {
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

    pub(super) fn quote(&mut self, text: &RichText, by: Option<&RichText>) {
        let look = Look { tint: Fill::TealTint, bar: Fill::Teal, ink: Ink::Teal, icon: "quotes" };
        let words = Type::new(Face::BoldItalic, Ink::Ink, self.size * 1.1);
        let mut texts = vec![(text, words)];
        texts.extend(by.map(|by| (by, Self::small(Ink::Muted))));
        self.framed(look, &texts);
    }

    pub(super) fn law(&mut self, source: &Slug, article: Option<&str>, says: &RichText, means: &RichText) {
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

    pub(super) fn case(
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

    pub(super) fn activity(
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
}

/// The colours and the icon of a framed text.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) tint: Fill,
    pub(super) bar: Fill,
    pub(super) ink: Ink,
    pub(super) icon: &'static str,
}

pub(super) fn tone_look(tone: Tone) -> Look {
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
