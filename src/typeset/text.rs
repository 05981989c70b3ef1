//! Words in lines: where they break, and how wide they are.

use crate::assets::metrics::{Face, advance, width};
use crate::content::RichText;
use crate::content::inline::{Span, Style};
use crate::typeset::{Ink, Run};

/// How the plain words of a text look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) face: Face,
    pub(super) ink: Ink,
    /// In canvas units.
    pub(super) size: f32,
}

impl Type {
    pub(super) fn new(face: Face, ink: Ink, size: f32) -> Self {
        Self { face, ink, size }
    }

    fn styled(self, style: Style) -> Face {
        let strong = matches!(self.face, Face::Bold | Face::Semibold | Face::BoldItalic);
        let slanted = matches!(self.face, Face::Italic | Face::BoldItalic) || style.italic;
        match (style.code, style.bold || strong, slanted) {
            (true, ..) => Face::Mono,
            (_, true, true) => Face::BoldItalic,
            (_, false, true) => Face::Italic,
            (_, true, false) if style.bold => Face::Bold,
            (_, _, false) => self.face,
        }
    }
}

/// Some words in one row.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// In canvas units.
    pub(super) width: f32,
}

/// Words broken into lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Wrapped {
    pub(super) lines: Vec<Line>,
    /// Whether no line is wider than was asked for.
    pub(super) fits: bool,
}

/// A stretch without a space.
#[derive(Default)]
struct Word {
    runs: Vec<Run>,
    ems: f32,
}

impl Word {
    fn push(&mut self, letter: char, face: Face, ink: Ink) {
        self.ems += advance(face, letter);
        push_to(&mut self.runs, &letter.to_string(), face, ink);
    }

    fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Adds text to a row of runs, to the last of them where it looks the same.
fn push_to(runs: &mut Vec<Run>, text: &str, face: Face, ink: Ink) {
    match runs.last_mut() {
        Some(last) if last.face == face && last.ink == ink => last.text.push_str(text),
        _ => runs.push(Run { text: text.to_owned(), face, ink }),
    }
}

/// The words of a text as lines no wider than `limit`; a longer word stands alone and does not fit.
pub(super) fn wrap(text: &RichText, kind: Type, limit: f32) -> Wrapped {
    let mut wrapped = Wrapped { lines: Vec::new(), fits: true };
    for paragraph in paragraphs(text, kind) {
        break_lines(bind(paragraph), kind, limit, &mut wrapped);
    }
    wrapped
}

/// Plain words as lines.
pub(super) fn wrap_plain(text: &str, kind: Type, limit: f32) -> Wrapped {
    wrap(&RichText::plain(text), kind, limit)
}

/// The width of a text in one line.
pub(super) fn natural_width(text: &RichText, kind: Type) -> f32 {
    wrap(text, kind, f32::INFINITY).lines.iter().map(|line| line.width).fold(0.0, f32::max)
}

/// The width of the widest word.
pub(super) fn least_width(text: &RichText, kind: Type) -> f32 {
    let words = paragraphs(text, kind).into_iter().flat_map(bind);
    words.map(|word| word.ems * kind.size).fold(0.0, f32::max)
}

fn paragraphs(text: &RichText, kind: Type) -> Vec<Vec<Word>> {
    let mut paragraphs = vec![vec![Word::default()]];
    for span in text.spans() {
        let Span::Text { text, style, .. } = span else { continue };
        let face = kind.styled(*style);
        for letter in text.chars() {
            let Some(words) = paragraphs.last_mut() else { continue };
            match letter {
                '\n' => paragraphs.push(vec![Word::default()]),
                ' ' => words.push(Word::default()),
                letter => {
                    if let Some(word) = words.last_mut() {
                        word.push(letter, face, kind.ink);
                    }
                }
            }
        }
    }
    let is_word = |word: &Word| !word.runs.is_empty();
    let kept = paragraphs.into_iter().map(|words| words.into_iter().filter(is_word).collect::<Vec<_>>());
    kept.filter(|words| !words.is_empty()).collect()
}

/// Ties a dash to the word before it and a number to its unit: neither is read apart.
fn bind(words: Vec<Word>) -> Vec<Word> {
    let mut bound: Vec<Word> = Vec::new();
    for word in words {
        let plain = word.plain();
        let tied = bound.last().is_some_and(|last| {
            let before = last.plain();
            plain == "–" || (is_number(&before) && plain.chars().count() <= 5 && !is_number(&plain))
        });
        match bound.last_mut() {
            Some(last) if tied => {
                last.ems += advance(Face::Regular, ' ') + word.ems;
                let (face, ink) =
                    last.runs.last().map_or((Face::Regular, Ink::Ink), |run| (run.face, run.ink));
                push_to(&mut last.runs, " ", face, ink);
                for run in word.runs {
                    push_to(&mut last.runs, &run.text, run.face, run.ink);
                }
            }
            _ => bound.push(word),
        }
    }
    bound
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
}

fn break_lines(words: Vec<Word>, kind: Type, limit: f32, wrapped: &mut Wrapped) {
    let mut line = Line::default();
    for word in words {
        let wide = word.ems * kind.size;
        let space = if line.runs.is_empty() { 0.0 } else { advance(kind.face, ' ') * kind.size };
        if !line.runs.is_empty() && line.width + space + wide > limit {
            wrapped.lines.push(std::mem::take(&mut line));
        } else if !line.runs.is_empty() {
            let (face, ink) = line.runs.last().map_or((kind.face, kind.ink), |run| (run.face, run.ink));
            push_to(&mut line.runs, " ", face, ink);
            line.width += advance(face, ' ') * kind.size;
        }
        wrapped.fits &= wide <= limit;
        line.width += wide;
        for run in word.runs {
            push_to(&mut line.runs, &run.text, run.face, run.ink);
        }
    }
    if !line.runs.is_empty() {
        wrapped.lines.push(line);
    }
}

/// The width of plain words in one row, in canvas units.
pub(super) fn plain_width(text: &str, kind: Type) -> f32 {
    width(kind.face, text) * kind.size
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Type = Type { face: Face::Regular, ink: Ink::Ink, size: 60.0 };

    fn rich(text: &str) -> RichText {
        RichText::parse(text, &mut Vec::new())
    }

    fn lines(text: &str, limit: f32) -> Vec<String> {
        let line = |line: &Line| line.runs.iter().map(|run| run.text.as_str()).collect();
        wrap(&rich(text), BODY, limit).lines.iter().map(line).collect()
    }

    #[test]
    fn no_line_is_wider_than_asked_and_no_word_is_lost() {
        let text = "**Rào** – ao, giếng, hố công trình, lối ra sông; *một người lớn* trông trong tầm tay";
        let wrapped = wrap(&rich(text), BODY, 700.0);
        assert!(wrapped.fits && wrapped.lines.len() > 2);
        assert!(wrapped.lines.iter().all(|line| line.width <= 700.0));
        assert_eq!(lines(text, 700.0).join(" "), rich(text).to_plain());
    }

    #[test]
    fn dashes_stay_with_the_word_before_and_numbers_with_their_unit() {
        for limit in [300.0, 340.0, 380.0, 420.0, 460.0, 500.0] {
            for line in lines("Báo tin – trong 12 giờ – cho công an phường", limit) {
                assert!(!line.starts_with('–') && !line.ends_with("12"), "{line}");
            }
        }
    }

    #[test]
    fn bold_words_inside_a_line_are_bold_and_the_rest_is_not() {
        let line = wrap(&rich("một **hai** ba"), BODY, 2000.0).lines.remove(0);
        let faces: Vec<_> = line.runs.iter().map(|run| (run.text.trim(), run.face)).collect();
        assert_eq!(faces, [("một", Face::Regular), ("hai", Face::Bold), ("ba", Face::Regular)]);
    }

    #[test]
    fn a_word_wider_than_the_line_does_not_fit() {
        assert!(!wrap(&rich("https://www.example.org/rất-dài"), BODY, 300.0).fits);
    }
}
