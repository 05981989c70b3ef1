//! The blocks of a lesson.

use serde::{Deserialize, Serialize};

use crate::content::inline::Cite;
use crate::content::question::Question;
use crate::content::source::Confidence;
use crate::content::{RelPath, RichText, Slug};

/// One block: what all kinds share, and the kind.
#[derive(Clone, Debug)]
pub struct Block {
    /// Unique in its lesson.
    pub id: Slug,
    /// Speaker's notes; entry *i* belongs to reveal step *i*.
    pub notes: Vec<RichText>,
    /// Where its statements come from; none means that nothing was said about it.
    pub cite: Option<Vec<Cite>>,
    /// How sure its statements are, where that matters.
    pub doubt: Option<Doubt>,
    /// Where it is shown.
    pub show: Show,
    /// What the slide shows instead of the text.
    pub brief: Vec<RichText>,
    /// Whether it belongs to the short way through the lesson.
    pub path: Path,
    /// Whether its items come one by one on a slide.
    pub reveal: Reveal,
    /// Minutes of the slide that it begins.
    pub minutes: Option<u16>,
    /// What it is.
    pub kind: BlockKind,
}

/// A statement that rests on less than the source itself.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// `Secondary` or `Unverified`; the latter shows «cần kiểm tra» wherever the block is shown.
    pub level: Confidence,
    /// What is uncertain.
    pub text: RichText,
}

/// Where a block is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// In the reader and on slides.
    #[default]
    Both,
    /// In the reader only.
    Read,
    /// On slides only.
    Slide,
}

/// The way through a lesson that a block belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Path {
    /// The short way, at most 12 minutes a lesson.
    #[default]
    Core,
    /// May be left out when time is short.
    Extra,
}

/// How a block comes onto its slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reveal {
    /// All at once.
    #[default]
    None,
    /// Item by item.
    Steps,
}

/// The marks before the items of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of the format")]
pub enum ListStyle {
    #[default]
    Bullet,
    Number,
    Check,
}

/// What a callout is for; decides its colour and icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of the format")]
pub enum Tone {
    Info,
    Law,
    Tip,
    Warning,
    Danger,
    Message,
}

/// The shape of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartForm {
    /// Bars from left to right.
    Bar,
    /// Columns from the bottom up.
    Column,
    /// A line over `x`.
    Line,
    /// Columns of parts.
    Stacked,
}

/// How a hall does an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of the format")]
pub enum ActivityForm {
    Pairs,
    Groups,
    Hall,
    Hands,
}

/// An item with a Phosphor icon before it.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its words.
    pub text: RichText,
    /// The name of a shipped icon.
    pub icon: Option<String>,
}

/// One step of a procedure.
#[derive(Clone, Debug)]
pub struct Step {
    /// What to do, in a few words.
    pub title: RichText,
    /// How.
    pub text: RichText,
    /// By when, shown as a chip.
    pub deadline: Option<RichText>,
    /// Who does it.
    pub who: Option<RichText>,
    /// The name of a shipped icon.
    pub icon: Option<String>,
}

/// One column of a comparison.
#[derive(Clone, Debug)]
pub struct Side {
    /// Such as «Nên».
    pub title: RichText,
    /// What belongs there.
    pub items: Vec<RichText>,
}

/// What a column of a comparison tells the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// «Nên»
    Do,
    /// «Không nên», «Đừng»
    Avoid,
    /// Then and now, here and there.
    Neither,
}

impl Side {
    /// What its title says; a comparison of two times or places judges neither.
    pub fn verdict(&self) -> Verdict {
        let title = self.title.to_plain().to_lowercase();
        let begins = |words: &[&str]| words.iter().any(|word| title.starts_with(word));
        if begins(&["không", "đừng", "do not", "don't"]) {
            Verdict::Avoid
        } else if begins(&["nên", "làm", "do "]) {
            Verdict::Do
        } else {
            Verdict::Neither
        }
    }
}

/// One line of numbers in a chart; `None` is "no figure", never zero.
#[derive(Clone, Debug)]
pub struct Series {
    /// What is counted.
    pub name: String,
    /// One value for each `x`.
    pub values: Vec<Option<f64>>,
}

/// The numbers of a chart block.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Its shape.
    pub form: ChartForm,
    /// What it says, as a sentence.
    pub title: RichText,
    /// The unit of all values.
    pub unit: Option<String>,
    /// The labels along the base.
    pub x: Vec<String>,
    /// The numbers.
    pub series: Vec<Series>,
    /// Year, range and caveats.
    pub note: Option<RichText>,
}

/// One event of a timeline.
#[derive(Clone, Debug)]
pub struct Event {
    /// When, as people say it.
    pub when: RichText,
    /// What.
    pub title: RichText,
    /// More about it.
    pub text: Option<RichText>,
    /// Where that is known from.
    pub cite: Vec<Cite>,
}

/// Someone to call.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Who answers.
    pub name: RichText,
    /// The number to dial.
    pub phone: Option<String>,
    /// When someone answers.
    pub hours: Option<RichText>,
    /// What for.
    pub text: Option<RichText>,
    /// A number that differs from place to place: the key under which settings keep it.
    pub local: Option<Slug>,
}

/// What a block is.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the words of the format, described in FORMAT.md")]
pub enum BlockKind {
    Heading {
        text: RichText,
        level: u8,
    },
    Paragraph {
        text: RichText,
    },
    List {
        style: ListStyle,
        items: Vec<Item>,
    },
    Steps {
        title: Option<RichText>,
        items: Vec<Step>,
    },
    Callout {
        tone: Tone,
        title: Option<RichText>,
        text: RichText,
    },
    Compare {
        left: Side,
        right: Side,
    },
    Table {
        caption: Option<RichText>,
        columns: Vec<RichText>,
        rows: Vec<Vec<RichText>>,
        fill: bool,
    },
    Figure {
        src: RelPath,
        alt: String,
        long: Option<RichText>,
        caption: Option<RichText>,
        credit: Option<RichText>,
    },
    Chart(Chart),
    Timeline {
        events: Vec<Event>,
    },
    Contacts {
        items: Vec<Contact>,
    },
    Quote {
        text: RichText,
        by: Option<RichText>,
    },
    Law {
        source: Slug,
        article: Option<String>,
        says: RichText,
        means: RichText,
    },
    Case {
        title: RichText,
        story: RichText,
        questions: Vec<RichText>,
        debrief: Option<RichText>,
    },
    Activity {
        title: RichText,
        minutes: u16,
        form: ActivityForm,
        steps: Vec<RichText>,
        materials: Vec<RichText>,
    },
    Question(Question),
    Attachment {
        src: RelPath,
        title: RichText,
        credit: Option<RichText>,
        text: Option<RichText>,
    },
    SlideBreak,
    /// A block that could not be read; the problems of its lesson say why.
    Damaged {
        kind: Option<String>,
    },
}

impl BlockKind {
    /// The word that names the kind in a file.
    pub fn name(&self) -> &str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph { .. } => "paragraph",
            Self::List { .. } => "list",
            Self::Steps { .. } => "steps",
            Self::Callout { .. } => "callout",
            Self::Compare { .. } => "compare",
            Self::Table { .. } => "table",
            Self::Figure { .. } => "figure",
            Self::Chart(_) => "chart",
            Self::Timeline { .. } => "timeline",
            Self::Contacts { .. } => "contacts",
            Self::Quote { .. } => "quote",
            Self::Law { .. } => "law",
            Self::Case { .. } => "case",
            Self::Activity { .. } => "activity",
            Self::Question(_) => "question",
            Self::Attachment { .. } => "attachment",
            Self::SlideBreak => "slide_break",
            Self::Damaged { kind } => kind.as_deref().unwrap_or("damaged"),
        }
    }

    /// Whether items come one by one where the file does not say.
    pub fn default_reveal(&self) -> Reveal {
        match self {
            Self::List { .. } | Self::Steps { .. } => Reveal::Steps,
            _ => Reveal::None,
        }
    }
}

impl Block {
    /// Whether a slide begins here.
    pub fn begins_slide(&self) -> bool {
        matches!(self.kind, BlockKind::Heading { level: 2, .. } | BlockKind::SlideBreak)
    }

    /// Whether the reader shows it.
    pub fn is_read(&self) -> bool {
        self.show != Show::Slide && !matches!(self.kind, BlockKind::SlideBreak)
    }
}
