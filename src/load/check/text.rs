//! The small values that all files share: texts, ids, dates, paths, minutes.

use crate::assets::icons;
use crate::content::inline::{Cite, InlineFault, Link};
use crate::content::source::Date;
use crate::content::{RelPath, RichText, Slug};
use crate::load::at::At;
use crate::load::findings::{Findings, Target};
use crate::load::problem::{Form, ProblemKind, Thing};
use crate::load::{ids, limits};

impl Findings {
    /// The first entries of a list that is too long.
    pub(super) fn few<T>(&mut self, mut list: Vec<T>, limit: usize, at: &At<'_>) -> Vec<T> {
        if list.len() > limit {
            self.error(at, ProblemKind::TooMany { limit });
            list.truncate(limit);
        }
        list
    }

    /// A text without markup.
    pub(super) fn plain(&mut self, text: &str, at: &At<'_>) -> String {
        let text = self.cut(text, at).trim();
        if text.is_empty() {
            self.warning(at, ProblemKind::EmptyText);
        }
        text.to_owned()
    }

    pub(super) fn plain_option(&mut self, text: Option<String>, at: &At<'_>) -> Option<String> {
        text.map(|text| self.plain(&text, at))
    }

    /// A text with markup that may be empty.
    pub(super) fn rich(&mut self, text: &str, at: &At<'_>) -> RichText {
        let mut faults = Vec::new();
        let rich = RichText::parse(self.cut(text, at), &mut faults);
        for fault in faults {
            let (what, text) = match fault {
                InlineFault::Html(text) => (Form::Markup, text),
                InlineFault::BadLink(text) => (Form::Link, text),
                InlineFault::BadCite(text) => (Form::Cite, text),
                InlineFault::Picture(text) => (Form::Words, text),
            };
            self.error(at, ProblemKind::Malformed { what, text });
        }
        for cite in rich.cites() {
            self.refer(at, Target::Cite(cite.clone()));
        }
        for link in rich.links().filter(|link| !matches!(link, Link::Outside(_))) {
            self.refer(at, Target::Link(link.clone()));
        }
        rich
    }

    /// A text with markup that says something.
    pub(super) fn words(&mut self, text: &str, at: &At<'_>) -> RichText {
        let rich = self.rich(text, at);
        if rich.is_empty() {
            self.warning(at, ProblemKind::EmptyText);
        }
        rich
    }

    pub(super) fn words_option(&mut self, text: Option<String>, at: &At<'_>) -> Option<RichText> {
        text.map(|text| self.words(&text, at))
    }

    /// Texts with markup, each of which says something.
    pub(super) fn word_list(&mut self, texts: Vec<String>, at: &At<'_>) -> Vec<RichText> {
        let texts = self.few(texts, limits::ITEMS, at);
        texts.iter().enumerate().map(|(index, text)| self.words(text, &at.index(index))).collect()
    }

    pub(super) fn cites(&mut self, cites: Vec<String>, at: &At<'_>) -> Vec<Cite> {
        let mut read = Vec::new();
        for (index, cite) in self.few(cites, limits::ITEMS, at).into_iter().enumerate() {
            let at = at.index(index);
            if let Some(cite) = Cite::parse(&cite) {
                self.refer(&at, Target::Cite(cite.clone()));
                read.push(cite);
            } else {
                self.error(&at, ProblemKind::Malformed { what: Form::Cite, text: cite });
            }
        }
        read
    }

    pub(super) fn slug(&mut self, id: &str, at: &At<'_>) -> Option<Slug> {
        let slug = Slug::parse(id);
        if slug.is_none() {
            self.error(at, ProblemKind::BadId { id: id.to_owned(), meant: ids::dashed(id) });
        }
        slug
    }

    pub(super) fn slug_option(&mut self, id: Option<String>, at: &At<'_>) -> Option<Slug> {
        self.slug(&id?, at)
    }

    pub(super) fn date(&mut self, date: Option<String>, at: &At<'_>) -> Option<Date> {
        let date = date?;
        let read = Date::parse(&date);
        if read.is_none() {
            self.error(at, ProblemKind::Malformed { what: Form::Date, text: date });
        }
        read
    }

    /// A file of `media/`.
    pub(super) fn media(&mut self, path: &str, at: &At<'_>) -> Option<RelPath> {
        let media = RelPath::parse(path).filter(|path| path.as_str().starts_with("media/"));
        match &media {
            Some(media) => self.refer(at, Target::Media(media.clone())),
            None => self.error(at, ProblemKind::Malformed { what: Form::Path, text: path.to_owned() }),
        }
        media
    }

    pub(super) fn icon(&mut self, icon: Option<String>, at: &At<'_>) -> Option<String> {
        let icon = icon?;
        if icons::find(&icon).is_some() {
            return Some(icon);
        }
        let meant = ids::nearest(&icon, icons::names());
        self.error(at, ProblemKind::Unknown { what: Thing::Icon, name: icon, meant });
        None
    }

    pub(super) fn minutes(&mut self, minutes: u16, at: &At<'_>) -> u16 {
        if minutes > limits::MINUTES {
            self.error(at, ProblemKind::OutOfRange { min: 0, max: limits::MINUTES.into() });
        }
        minutes.min(limits::MINUTES)
    }

    fn cut<'t>(&mut self, text: &'t str, at: &At<'_>) -> &'t str {
        match text.char_indices().nth(limits::TEXT_CHARS) {
            Some((end, _)) => {
                self.error(at, ProblemKind::TooLong { limit: limits::TEXT_CHARS });
                text.get(..end).unwrap_or(text)
            }
            None => text,
        }
    }
}
