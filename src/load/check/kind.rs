//! The 18 kinds of block.

use crate::content::block::{Chart, ChartForm, Contact, Event, Item, Series, Side, Step};
use crate::content::inline::Cite;
use crate::content::{BlockKind, RichText};
use crate::load::at::At;
use crate::load::check::question;
use crate::load::findings::{Findings, Target};
use crate::load::limits;
use crate::load::problem::ProblemKind;
use crate::load::raw::Lines;
use crate::load::raw::kind::{self as raw, Kind};

/// What a block is; none where it cannot be shown.
pub(super) fn kind(
    raw: Kind,
    minutes: Option<u16>,
    at: &At<'_>,
    findings: &mut Findings,
) -> Option<BlockKind> {
    Read { at, findings }.kind(raw, minutes)
}

/// Reads the fields of one block.
struct Read<'r, 'at> {
    at: &'r At<'at>,
    findings: &'r mut Findings,
}

impl Read<'_, '_> {
    fn kind(mut self, raw: Kind, minutes: Option<u16>) -> Option<BlockKind> {
        Some(match raw {
            Kind::Heading { text, level } => {
                BlockKind::Heading { text: self.words("text", &text), level: self.level(level) }
            }
            Kind::Paragraph { text } => BlockKind::Paragraph { text: self.words("text", &text) },
            Kind::List { style, items } => {
                BlockKind::List { style: style.unwrap_or_default(), items: self.all("items", items, item) }
            }
            Kind::Steps { title, items } => {
                BlockKind::Steps { title: self.option("title", title), items: self.all("items", items, step) }
            }
            Kind::Callout { tone, title, text } => BlockKind::Callout {
                tone,
                title: self.option("title", title),
                text: self.words("text", &text),
            },
            Kind::Compare { left, right } => {
                BlockKind::Compare { left: self.side("left", left), right: self.side("right", right) }
            }
            Kind::Table { caption, columns, rows, fill } => self.table(caption, columns, rows, fill),
            Kind::Figure { src, alt, long, caption, credit } => BlockKind::Figure {
                src: self.findings.media(&src, &self.at.key("src"))?,
                alt: self.alt(&alt),
                long: self.option("long", long),
                caption: self.option("caption", caption),
                credit: self.option("credit", credit),
            },
            Kind::Chart { form, title, unit, x, series, note } => {
                BlockKind::Chart(self.chart(form, &title, unit, x, series, note))
            }
            Kind::Timeline { events } => BlockKind::Timeline { events: self.all("events", events, event) },
            Kind::Contacts { items } => BlockKind::Contacts { items: self.all("items", items, contact) },
            Kind::Quote { text, by } => {
                BlockKind::Quote { text: self.words("text", &text), by: self.option("by", by) }
            }
            Kind::Law { source, article, says, means } => self.law(&source, article, &says, &means)?,
            Kind::Case { title, story, questions, debrief } => BlockKind::Case {
                title: self.words("title", &title),
                story: self.words("story", &story),
                questions: self.list("questions", questions.unwrap_or_default()),
                debrief: self.option("debrief", debrief),
            },
            Kind::Activity { title, form, steps, materials } => BlockKind::Activity {
                title: self.words("title", &title),
                minutes: self.activity_minutes(minutes)?,
                form,
                steps: self.list("steps", steps),
                materials: self.list("materials", materials.map(Lines::into_vec).unwrap_or_default()),
            },
            Kind::Question(raw) => BlockKind::Question(question::question(raw, self.at, self.findings)?),
            Kind::Attachment { src, title, credit, text } => BlockKind::Attachment {
                src: self.findings.media(&src, &self.at.key("src"))?,
                title: self.words("title", &title),
                credit: self.option("credit", credit),
                text: self.option("text", text),
            },
            Kind::SlideBreak {} => BlockKind::SlideBreak,
        })
    }

    fn words(&mut self, field: &str, text: &str) -> RichText {
        self.findings.words(text, &self.at.key(field))
    }

    fn option(&mut self, field: &str, text: Option<String>) -> Option<RichText> {
        self.findings.words_option(text, &self.at.key(field))
    }

    fn list(&mut self, field: &str, texts: Vec<String>) -> Vec<RichText> {
        self.findings.word_list(texts, &self.at.key(field))
    }

    fn all<R, C>(
        &mut self,
        field: &str,
        entries: Vec<R>,
        read: impl Fn(R, &At<'_>, &mut Findings) -> C,
    ) -> Vec<C> {
        let at = self.at.key(field);
        let entries = self.findings.few(entries, limits::ITEMS, &at);
        entries.into_iter().enumerate().map(|(i, entry)| read(entry, &at.index(i), self.findings)).collect()
    }

    fn level(&mut self, level: u8) -> u8 {
        if !(2..=3).contains(&level) {
            self.findings.error(&self.at.key("level"), ProblemKind::OutOfRange { min: 2, max: 3 });
        }
        level.clamp(2, 3)
    }

    fn activity_minutes(&mut self, minutes: Option<u16>) -> Option<u16> {
        if minutes.is_none() {
            self.findings.error(self.at, ProblemKind::MissingField { field: "minutes".to_owned() });
        }
        minutes
    }

    fn alt(&mut self, alt: &str) -> String {
        if alt.trim().is_empty() {
            self.findings.error(&self.at.key("alt"), ProblemKind::NoAlt);
            return String::new();
        }
        self.findings.plain(alt, &self.at.key("alt"))
    }

    fn side(&mut self, field: &str, side: raw::Side) -> Side {
        let at = self.at.key(field);
        Side {
            title: self.findings.words(&side.title, &at.key("title")),
            items: self.findings.word_list(side.items, &at.key("items")),
        }
    }

    /// Rows that are too short or too long are filled or cut, so that views may rely on them.
    fn table(
        &mut self,
        caption: Option<String>,
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
        fill: Option<bool>,
    ) -> BlockKind {
        let at = self.at.key("columns");
        let columns = self.findings.few(columns, limits::COLUMNS, &at);
        let columns: Vec<RichText> =
            columns.iter().enumerate().map(|(i, text)| self.findings.rich(text, &at.index(i))).collect();
        let at = self.at.key("rows");
        let mut read = Vec::new();
        for (index, row) in self.findings.few(rows, limits::ROWS, &at).into_iter().enumerate() {
            let at = at.index(index);
            if row.len() != columns.len() {
                let kind = ProblemKind::RowLength { expected: columns.len(), found: row.len() };
                self.findings.error(&at, kind);
            }
            let cells = row.iter().take(columns.len()).enumerate();
            let mut row: Vec<RichText> =
                cells.map(|(i, text)| self.findings.rich(text, &at.index(i))).collect();
            row.resize(columns.len(), RichText::default());
            read.push(row);
        }
        let caption = self.option("caption", caption);
        BlockKind::Table { caption, columns, rows: read, fill: fill.unwrap_or_default() }
    }

    fn chart(
        &mut self,
        form: ChartForm,
        title: &str,
        unit: Option<String>,
        x: Vec<String>,
        series: Vec<raw::Series>,
        note: Option<String>,
    ) -> Chart {
        let x = self.labels("x", x);
        Chart {
            form,
            title: self.words("title", title),
            unit: self.findings.plain_option(unit, &self.at.key("unit")),
            series: self.series(series, x.len()),
            x,
            note: self.option("note", note),
        }
    }

    fn labels(&mut self, field: &str, labels: Vec<String>) -> Vec<String> {
        let at = self.at.key(field);
        let labels = self.findings.few(labels, limits::ROWS, &at);
        labels.iter().enumerate().map(|(i, label)| self.findings.plain(label, &at.index(i))).collect()
    }

    fn series(&mut self, series: Vec<raw::Series>, labels: usize) -> Vec<Series> {
        self.all("series", series, |raw, at, findings| {
            if raw.values.len() != labels {
                let kind = ProblemKind::SeriesLength { expected: labels, found: raw.values.len() };
                findings.error(&at.key("values"), kind);
            }
            let value = |number: Option<serde_json::Number>| number?.as_f64().filter(|n| n.is_finite());
            let mut values: Vec<Option<f64>> = raw.values.into_iter().take(labels).map(value).collect();
            values.resize(labels, None);
            Series { name: findings.plain(&raw.name, &at.key("name")), values }
        })
    }

    fn law(&mut self, source: &str, article: Option<String>, says: &str, means: &str) -> Option<BlockKind> {
        let at = self.at.key("source");
        let source = self.findings.slug(source, &at)?;
        let cite = Cite { source: source.clone(), locator: article.clone() };
        self.findings.refer(&at, Target::Cite(cite));
        Some(BlockKind::Law {
            source,
            article: self.findings.plain_option(article, &self.at.key("article")),
            says: self.words("says", says),
            means: self.words("means", means),
        })
    }
}

fn item(raw: raw::Item, at: &At<'_>, findings: &mut Findings) -> Item {
    match raw {
        raw::Item::Plain(text) => Item { text: findings.words(&text, at), icon: None },
        raw::Item::WithIcon(raw) => Item {
            text: findings.words(&raw.text, &at.key("text")),
            icon: findings.icon(raw.icon, &at.key("icon")),
        },
    }
}

fn step(raw: raw::Step, at: &At<'_>, findings: &mut Findings) -> Step {
    Step {
        title: findings.words(&raw.title, &at.key("title")),
        text: findings.rich(raw.text.as_deref().unwrap_or_default(), &at.key("text")),
        deadline: findings.words_option(raw.deadline, &at.key("deadline")),
        who: findings.words_option(raw.who, &at.key("who")),
        icon: findings.icon(raw.icon, &at.key("icon")),
    }
}

fn event(raw: raw::Event, at: &At<'_>, findings: &mut Findings) -> Event {
    Event {
        when: findings.words(&raw.when, &at.key("when")),
        title: findings.words(&raw.title, &at.key("title")),
        text: findings.words_option(raw.text, &at.key("text")),
        cite: findings.cites(raw.cite.unwrap_or_default(), &at.key("cite")),
    }
}

fn contact(raw: raw::Contact, at: &At<'_>, findings: &mut Findings) -> Contact {
    Contact {
        name: findings.words(&raw.name, &at.key("name")),
        phone: findings.plain_option(raw.phone, &at.key("phone")),
        hours: findings.words_option(raw.hours, &at.key("hours")),
        text: findings.words_option(raw.text, &at.key("text")),
        local: findings.slug_option(raw.local, &at.key("local")),
    }
}
