//! How wide words are in the shipped fonts, and where their lines break.

use crate::assets::metrics::{self, Face};

/// Height of a line of labels.
pub(super) const LINE: f64 = 20.0;

/// No label of a chart is read beyond this many characters.
const LABEL_CHARS: usize = 300;

/// Size and weight of a label; a chart has three.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Type {
    /// Category labels.
    Label,
    /// Values and series names.
    Strong,
    /// Unit, ticks and remarks.
    Small,
}

impl Type {
    /// In pixels of a chart drawn at its own width.
    pub(super) fn size(self) -> f64 {
        match self {
            Self::Label | Self::Strong => 16.0,
            Self::Small => 14.0,
        }
    }

    /// The width of a line; kerning is left out, so it is never too small.
    pub(super) fn width(self, text: &str) -> f64 {
        let face = if self == Self::Strong { Face::Bold } else { Face::Regular };
        f64::from(metrics::width(face, text)) * self.size()
    }

    /// Lines no wider than `limit`, broken between words where that is possible.
    pub(super) fn wrap(self, text: &str, limit: f64, most: usize) -> Wrapped {
        let text: String = text.chars().take(LABEL_CHARS).map(printable).collect();
        let mut wrapped = Wrapped { lines: vec![String::new()], whole: true };
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let joined = match wrapped.lines.last() {
                Some(line) if !line.is_empty() => format!("{line} {word}"),
                _ => word.to_owned(),
            };
            if self.width(&joined) <= limit {
                wrapped.replace_last(joined);
            } else {
                self.break_word(word, limit, &mut wrapped);
            }
        }
        if wrapped.lines.len() > most {
            wrapped.lines.truncate(most);
            wrapped.whole = false;
            let last = wrapped.lines.last().map_or("", String::as_str);
            let cut = self.cut(last, limit);
            wrapped.replace_last(cut);
        }
        wrapped
    }

    fn break_word(self, word: &str, limit: f64, wrapped: &mut Wrapped) {
        if wrapped.lines.last().is_some_and(|line| !line.is_empty()) {
            wrapped.lines.push(String::new());
        }
        if self.width(word) <= limit {
            return wrapped.replace_last(word.to_owned());
        }
        wrapped.whole = false;
        let mut line = String::new();
        for letter in word.chars() {
            line.push(letter);
            if self.width(&line) > limit && line.chars().count() > 1 {
                line.pop();
                wrapped.replace_last(std::mem::replace(&mut line, letter.to_string()));
                wrapped.lines.push(String::new());
            }
        }
        wrapped.replace_last(line);
    }

    fn cut(self, line: &str, limit: f64) -> String {
        let mut line = line.to_owned();
        while !line.is_empty() && self.width(&line) + self.width("…") > limit {
            line.pop();
        }
        line.truncate(line.trim_end().len());
        line + "…"
    }
}

/// XML knows no control characters, and a line break inside a label is a space.
fn printable(letter: char) -> char {
    if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') { ' ' } else { letter }
}

/// A label in lines.
#[derive(Clone, Debug)]
pub(super) struct Wrapped {
    /// At least one, perhaps empty.
    pub(super) lines: Vec<String>,
    /// Whether no word was broken and nothing cut off.
    pub(super) whole: bool,
}

impl Wrapped {
    fn replace_last(&mut self, text: String) {
        self.lines.pop();
        self.lines.push(text);
    }

    /// The width of the widest line.
    pub(super) fn width(&self, kind: Type) -> f64 {
        self.lines.iter().map(|line| kind.width(line)).fold(0.0, f64::max)
    }

    /// The height of all lines.
    pub(super) fn height(&self) -> f64 {
        super::canvas::count(self.lines.len()) * LINE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "Trẻ em bị bỏ rơi, không nơi nương tựa hoặc sống lang thang";

    #[test]
    fn lines_keep_the_limit_and_all_words() {
        let wrapped = Type::Label.wrap(LONG, 150.0, 9);
        assert!(wrapped.whole && wrapped.lines.len() > 2);
        assert!(wrapped.width(Type::Label) <= 150.0);
        assert_eq!(wrapped.lines.join(" "), LONG);
    }

    #[test]
    fn what_does_not_fit_is_cut_with_a_mark() {
        let wrapped = Type::Label.wrap(LONG, 150.0, 2);
        assert!(!wrapped.whole && wrapped.lines.len() == 2 && wrapped.lines[1].ends_with('…'));
        let one = Type::Label.wrap(&"w".repeat(5000), 100.0, 3);
        assert!(!one.whole && one.width(Type::Label) <= 100.0);
    }

    #[test]
    fn control_characters_become_spaces() {
        assert_eq!(Type::Label.wrap("a\u{1}b\nc", 100.0, 1).lines, ["a b c"]);
    }
}
