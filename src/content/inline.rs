//! The inline part of CommonMark with glossary words and citations.

use std::fmt;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::content::{LessonId, Slug};

/// How a stretch of text is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// `**đậm**`
    pub bold: bool,
    /// `*nghiêng*`
    pub italic: bool,
    /// `` `mã` ``
    pub code: bool,
}

/// A source, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cite {
    /// The id of the source.
    pub source: Slug,
    /// Such as `Điều 51`.
    pub locator: Option<String>,
}

impl Cite {
    /// Accepts `source` or `source#locator`.
    pub fn parse(text: &str) -> Option<Self> {
        let (source, locator) = match text.split_once('#') {
            Some((source, locator)) if !locator.trim().is_empty() => {
                (source, Some(locator.trim().to_owned()))
            }
            Some(_) => return None,
            None => (text, None),
        };
        Some(Self { source: Slug::parse(source)?, locator })
    }
}

impl fmt::Display for Cite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.locator {
            Some(locator) => write!(f, "{}#{locator}", self.source),
            None => write!(f, "{}", self.source),
        }
    }
}

/// What a stretch of text leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// `https:`, `mailto:` or `tel:`; opened by the system after a click, never by itself.
    Outside(String),
    /// A lesson of this course, or a block of it.
    Lesson(LessonId, Option<Slug>),
    /// A glossary term, by the words as written.
    Term(String),
}

/// One piece of a text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words in one style.
    Text {
        /// The words, with line feeds between paragraphs.
        text: String,
        /// How they are drawn.
        style: Style,
        /// Where they lead.
        link: Option<Link>,
    },
    /// A citation mark; it has no words of its own.
    Cite(Cite),
}

/// What is wrong inside a text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InlineFault {
    /// HTML is not part of the format.
    Html(String),
    /// A link that is none of `https:`, `mailto:`, `tel:` or `#module/lesson`.
    BadLink(String),
    /// A citation that is not `source` or `source#locator`.
    BadCite(String),
    /// Pictures stand in figure blocks.
    Picture(String),
}

/// A text field: words with style, links, glossary words and citations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    spans: Vec<Span>,
}

/// Shields the start of a paragraph, so that `1.`, `-` or `#` stay words.
const SHIELD: &str = "\\!";

impl RichText {
    /// Reads the inline part of CommonMark; faults are noted and their text stays readable.
    pub fn parse(source: &str, faults: &mut Vec<InlineFault>) -> Self {
        let mut reader = Reader { spans: Vec::new(), faults, style: Style::default(), link: None };
        for (index, paragraph) in paragraphs(source).enumerate() {
            if index > 0 {
                reader.push("\n");
            }
            reader.paragraph(&paragraph);
        }
        Self { spans: reader.spans }
    }

    /// Words without markup.
    pub fn plain(text: &str) -> Self {
        Self { spans: vec![Span::Text { text: text.to_owned(), style: Style::default(), link: None }] }
    }

    /// The pieces in order.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| matches!(span, Span::Text { text, .. } if text.trim().is_empty()))
    }

    /// The words alone: what search, anchors and copying work on.
    pub fn to_plain(&self) -> String {
        self.words().collect()
    }

    /// The length of the words in characters.
    pub fn chars(&self) -> usize {
        self.words().map(|text| text.chars().count()).sum()
    }

    /// The citations in order of appearance.
    pub fn cites(&self) -> impl Iterator<Item = &Cite> {
        self.spans.iter().filter_map(|span| match span {
            Span::Cite(cite) => Some(cite),
            Span::Text { .. } => None,
        })
    }

    /// The links in order of appearance.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.spans.iter().filter_map(|span| match span {
            Span::Text { link, .. } => link.as_ref(),
            Span::Cite(_) => None,
        })
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter_map(|span| match span {
            Span::Text { text, .. } => Some(text.as_str()),
            Span::Cite(_) => None,
        })
    }
}

/// Paragraphs are parted by an empty line; a single line feed is a space.
fn paragraphs(source: &str) -> impl Iterator<Item = String> {
    source.split("\n\n").map(one_line).filter(|paragraph| !paragraph.is_empty())
}

fn one_line(paragraph: &str) -> String {
    let lines = paragraph.split(['\n', '\r', '\t']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

struct Reader<'a> {
    spans: Vec<Span>,
    faults: &'a mut Vec<InlineFault>,
    style: Style,
    link: Option<Link>,
}

impl Reader<'_> {
    fn paragraph(&mut self, paragraph: &str) {
        let marked = format!("{SHIELD}{}", links_for_marks(paragraph));
        let mut shielded = true;
        for event in Parser::new(&marked) {
            match event {
                Event::Text(text) => {
                    let text = if shielded { text.strip_prefix('!').unwrap_or(&text) } else { &text };
                    shielded = false;
                    self.push(text);
                }
                Event::Code(text) => {
                    self.style.code = true;
                    self.push(&text);
                    self.style.code = false;
                }
                Event::SoftBreak | Event::HardBreak => self.push(" "),
                Event::InlineHtml(html) | Event::Html(html) => {
                    self.faults.push(InlineFault::Html(html.to_string()));
                    self.push(&html);
                }
                Event::Start(tag) => self.start(&tag),
                Event::End(tag) => self.end(tag),
                _ => {}
            }
        }
        self.style = Style::default();
        self.link = None;
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.style.bold = true,
            Tag::Emphasis => self.style.italic = true,
            Tag::Image { dest_url, .. } => self.faults.push(InlineFault::Picture(dest_url.to_string())),
            Tag::Link { dest_url, .. } => self.follow(dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.style.bold = false,
            TagEnd::Emphasis => self.style.italic = false,
            TagEnd::Link => self.link = None,
            _ => {}
        }
    }

    fn follow(&mut self, dest: &str) {
        let unescaped = || percent_decode(dest.split_once(':').map_or("", |(_, rest)| rest));
        if dest.starts_with("cite:") {
            match Cite::parse(&unescaped()) {
                Some(cite) => self.spans.push(Span::Cite(cite)),
                None => self.faults.push(InlineFault::BadCite(unescaped())),
            }
        } else if dest.starts_with("term:") {
            self.link = Some(Link::Term(unescaped()));
        } else if ["https:", "mailto:", "tel:"].iter().any(|scheme| dest.starts_with(scheme)) {
            self.link = Some(Link::Outside(dest.to_owned()));
        } else {
            self.link = inside(dest);
            if self.link.is_none() {
                self.faults.push(InlineFault::BadLink(dest.to_owned()));
            }
        }
    }

    /// Joins to the last span where nothing differs, so that equal texts have equal spans.
    fn push(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if let Some(Span::Text { text, style, link }) = self.spans.last_mut()
            && *style == self.style
            && *link == self.link
        {
            text.push_str(words);
            return;
        }
        self.spans.push(Span::Text { text: words.to_owned(), style: self.style, link: self.link.clone() });
    }
}

/// `#m06/phong-ngua` or `#m06/phong-ngua/rao-chan`.
fn inside(dest: &str) -> Option<Link> {
    let place = dest.strip_prefix('#')?;
    match place.match_indices('/').nth(1) {
        Some((at, _)) => {
            let (lesson, block) = place.split_at(at);
            Some(Link::Lesson(LessonId::parse(lesson)?, Some(Slug::parse(block.strip_prefix('/')?)?)))
        }
        None => Some(Link::Lesson(LessonId::parse(place)?, None)),
    }
}

/// Turns `[[term]]` and `[^cite]` into links of schemes of our own, which CommonMark can nest.
fn links_for_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mark = from
            .strip_prefix("[[")
            .and_then(|inner| inner.split_once("]]"))
            .filter(|(term, _)| !term.trim().is_empty() && !term.contains('['))
            .map(|(term, after)| (format!("[{term}](<term:{}>)", percent_encode(term.trim())), after))
            .or_else(|| {
                let (cite, after) = from.strip_prefix("[^")?.split_once(']')?;
                Some((format!("[](<cite:{}>)", percent_encode(cite)), after))
            });
        if let Some((link, after)) = mark {
            out.push_str(&link);
            rest = after;
        } else {
            out.push('[');
            rest = from.strip_prefix('[').unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// Only what would end or change a link's target is escaped.
fn percent_encode(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '%' => "%25".to_owned(),
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            '\\' => "%5C".to_owned(),
            '&' => "%26".to_owned(),
            c => c.to_string(),
        })
        .collect()
}

fn percent_decode(text: &str) -> String {
    text.replace("%3C", "<").replace("%3E", ">").replace("%5C", "\\").replace("%26", "&").replace("%25", "%")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> RichText {
        let mut faults = Vec::new();
        let rich = RichText::parse(text, &mut faults);
        assert_eq!(faults, []);
        rich
    }

    #[test]
    fn styles_links_terms_and_citations_are_found() {
        let text =
            read("**Rào** và *trông*: [[đuối nước]] [xem](#m06/phong-ngua/rao)[^luat-tre-em-2016#Điều 51].");
        assert_eq!(text.to_plain(), "Rào và trông: đuối nước xem.");
        let links: Vec<_> = text.links().collect();
        assert_eq!(links[0], &Link::Term("đuối nước".to_owned()));
        assert!(matches!(links[1], Link::Lesson(_, Some(block)) if block.as_str() == "rao"));
        assert_eq!(text.cites().next().unwrap().to_string(), "luat-tre-em-2016#Điều 51");
    }

    #[test]
    fn list_and_heading_marks_at_the_start_stay_words() {
        for text in ["1. Gọi 115", "- rào", "# 111", "> trích", "    lùi vào", "+ thêm", "=== x"] {
            assert_eq!(read(text).to_plain(), text.trim(), "{text}");
        }
        assert_eq!(read("**Đậm** đầu câu").to_plain(), "Đậm đầu câu");
        assert_eq!(read("!").to_plain(), "!");
    }

    #[test]
    fn paragraphs_are_parted_by_one_line_feed() {
        assert_eq!(read("Một\nhai\n\n\n\nba").to_plain(), "Một hai\nba");
    }

    #[test]
    fn html_pictures_and_strange_links_are_faults_but_stay_readable() {
        let mut faults = Vec::new();
        let text = RichText::parse("<b>x</b> [y](javascript:z) ![p](q.png) [^Sai Nguồn]", &mut faults);
        assert!(text.to_plain().contains("<b>x</b> y"));
        assert_eq!(faults.len(), 5);
    }

    #[test]
    fn open_brackets_are_words() {
        assert_eq!(read("[[ mở và [x] và [[]]").to_plain(), "[[ mở và [x] và [[]]");
    }
}
