//! From a text field to rows on the screen, and between their characters and the field's.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Rect, Stroke, pos2};

use crate::content::RichText;
use crate::content::inline::{Cite, Link, Span};
use crate::ui::theme::{Face, Tokens, size};

/// How a field is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// The face of words without a style of their own.
    pub face: Face,
    /// The size of letters in points.
    pub points: f32,
    /// The height of a line over the size of its letters.
    pub line: f32,
    /// The colour.
    pub color: Color32,
}

impl Look {
    /// In another face.
    #[must_use]
    pub(crate) fn face(self, face: Face) -> Self {
        Self { face, ..self }
    }

    /// In another colour.
    #[must_use]
    pub(crate) fn color(self, color: Color32) -> Self {
        Self { color, ..self }
    }

    /// At another size, as a factor.
    #[must_use]
    pub(crate) fn times(self, factor: f32) -> Self {
        Self { points: self.points * factor, ..self }
    }

    /// With another line height.
    #[must_use]
    pub(crate) fn line(self, line: f32) -> Self {
        Self { line, ..self }
    }

    fn format(self, face: Face, color: Color32) -> TextFormat {
        TextFormat {
            font_id: face.at(self.points),
            color,
            line_height: Some((self.points * self.line).round()),
            ..TextFormat::default()
        }
    }
}

/// What a range of a field leads to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Run {
    /// A link or glossary word.
    Link(Link),
    /// A citation mark, by the number of its source.
    Cite(Cite, usize),
}

/// Characters that stand on the screen but not in the plain text: citation marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inserts(Vec<Range<usize>>);

impl Inserts {
    /// The character of the galley at which a character of the field stands.
    pub(crate) fn to_galley(&self, plain: usize) -> usize {
        self.0.iter().fold(plain, |at, insert| if insert.start < at { at + insert.len() } else { at })
    }

    /// The character of the field at which a character of the galley stands.
    pub(crate) fn to_plain(&self, galley: usize) -> usize {
        let before = |insert: &Range<usize>| galley.min(insert.end).saturating_sub(insert.start);
        galley - self.0.iter().map(before).sum::<usize>()
    }
}

/// A field ready to be laid out.
pub(crate) struct Composed {
    /// The text with its formats.
    pub job: LayoutJob,
    /// What stands only on the screen.
    pub inserts: Inserts,
    /// What can be pressed, by characters of the galley.
    pub runs: Vec<(Range<usize>, Run)>,
}

/// Puts a field together; `number` gives the number of a source, `tail` the citations after the
/// last word.
pub(crate) fn compose(
    text: &RichText,
    look: Look,
    tokens: &Tokens,
    wrap_width: f32,
    number: &dyn Fn(&Cite) -> Option<usize>,
    tail: &[&Cite],
) -> Composed {
    let mut out = Composed { job: LayoutJob::default(), inserts: Inserts::default(), runs: Vec::new() };
    out.job.wrap.max_width = wrap_width;
    let mut at = 0;
    let mut after_mark = false;
    for span in text.spans() {
        match span {
            Span::Text { text, style, link } => {
                let face = match (style.code, style.bold || look.face == Face::Bold, style.italic) {
                    (true, ..) => Face::Mono,
                    (_, true, true) => Face::BoldItalic,
                    (_, true, false) => Face::Bold,
                    (_, false, true) => Face::Italic,
                    (_, false, false) => look.face,
                };
                let format = look.format(face, link_color(link.as_ref(), look, tokens));
                let format = match link {
                    Some(Link::Outside(_) | Link::Lesson(..)) => {
                        TextFormat { underline: Stroke::new(1.0, format.color), ..format }
                    }
                    _ => format,
                };
                out.job.append(text, if after_mark { 3.0 } else { 0.0 }, format);
                let end = at + text.chars().count();
                if let Some(link) = link {
                    out.runs.push((at..end, Run::Link(link.clone())));
                }
                at = end;
                after_mark = false;
            }
            Span::Cite(cite) => {
                at = mark(&mut out, cite, at, look, tokens, number);
                after_mark = true;
            }
        }
    }
    for cite in tail {
        at = mark(&mut out, cite, at, look, tokens, number);
    }
    out
}

fn link_color(link: Option<&Link>, look: Look, tokens: &Tokens) -> Color32 {
    match link {
        Some(Link::Outside(_) | Link::Lesson(..)) => tokens.blue_text,
        Some(Link::Term(_)) | None => look.color,
    }
}

/// Appends the number of a source, small and raised; its tint is painted behind it later.
fn mark(
    out: &mut Composed,
    cite: &Cite,
    at: usize,
    look: Look,
    tokens: &Tokens,
    number: &dyn Fn(&Cite) -> Option<usize>,
) -> usize {
    let Some(number) = number(cite) else { return at };
    let words = number.to_string();
    let end = at + words.chars().count();
    let format = TextFormat {
        font_id: Face::Semibold.at(size::SMALL.min(look.points)),
        color: tokens.blue_text,
        line_height: Some((look.points * look.line).round()),
        valign: egui::Align::TOP,
        ..TextFormat::default()
    };
    out.job.append(&words, 6.0, format);
    out.inserts.0.push(at..end);
    out.runs.push((at..end, Run::Cite(cite.clone(), number)));
    end
}

/// The rectangles, one a row, that a range of characters covers in a galley.
pub(crate) fn segments(galley: &Galley, range: &Range<usize>) -> Vec<Rect> {
    let mut first = 0;
    let mut out = Vec::new();
    for placed in &galley.rows {
        let count = placed.row.glyphs.len();
        let from = range.start.clamp(first, first + count) - first;
        let to = range.end.clamp(first, first + count) - first;
        if from < to {
            let left = placed.pos.x + glyph_left(&placed.row, from);
            let right =
                placed.row.glyphs.get(to - 1).map_or(placed.row.size.x, egui::epaint::text::Glyph::max_x);
            out.push(Rect::from_min_max(
                pos2(left, placed.min_y()),
                pos2(placed.pos.x + right, placed.max_y()),
            ));
        }
        first += placed.char_count_including_newline().0;
    }
    out
}

fn glyph_left(row: &egui::epaint::text::Row, column: usize) -> f32 {
    row.glyphs.get(column).map_or(row.size.x, |glyph| glyph.pos.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_the_field_and_on_the_screen_lead_to_each_other() {
        // "ab" [3] "cd" [12] on the screen: a b 3 c d 1 2
        let inserts = Inserts(vec![2..3, 5..7]);
        let shown: Vec<usize> = (0..=4).map(|plain| inserts.to_galley(plain)).collect();
        assert_eq!(shown, [0, 1, 2, 4, 5]);
        for plain in 0..=4 {
            assert_eq!(inserts.to_plain(inserts.to_galley(plain)), plain);
        }
        assert_eq!(inserts.to_plain(3), 2);
        assert_eq!(inserts.to_plain(7), 4);
    }
}
