//! The 18 kinds of block as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::content::block::{ActivityForm, ChartForm, ListStyle, Tone};
use crate::content::question::{Level, Use};
use crate::load::raw::Lines;

/// What a block is.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(in crate::load) enum Kind {
    /// A title; level 2 starts a slide.
    Heading {
        text: String,
        #[schemars(range(min = 2, max = 3))]
        level: u8,
    },
    /// Running text; without `brief` it stays off the slides unless `show` is `slide`.
    Paragraph { text: String },
    /// Items with a mark before each.
    List { style: Option<ListStyle>, items: Vec<Item> },
    /// A procedure.
    Steps { title: Option<String>, items: Vec<Step> },
    /// A box that stands out.
    Callout { tone: Tone, title: Option<String>, text: String },
    /// Two columns, such as «Nên» and «Không nên».
    Compare { left: Side, right: Side },
    /// Rows and columns; `fill` prints empty cells as lines to write on.
    Table { caption: Option<String>, columns: Vec<String>, rows: Vec<Vec<String>>, fill: Option<bool> },
    /// A picture of `media/` and its words for who cannot see it.
    Figure { src: String, alt: String, long: Option<String>, caption: Option<String>, credit: Option<String> },
    /// Numbers; null means "no figure".
    Chart {
        form: ChartForm,
        title: String,
        unit: Option<String>,
        x: Vec<String>,
        series: Vec<Series>,
        note: Option<String>,
    },
    /// What happened when.
    Timeline { events: Vec<Event> },
    /// Whom to call.
    Contacts { items: Vec<Contact> },
    /// A slogan or message.
    Quote { text: String, by: Option<String> },
    /// An article in own words, and what it means for the reader.
    Law { source: String, article: Option<String>, says: String, means: String },
    /// A story to think about.
    Case { title: String, story: String, questions: Option<Vec<String>>, debrief: Option<String> },
    /// Something to do together; needs `minutes`.
    Activity { title: String, form: ActivityForm, steps: Vec<String>, materials: Option<Lines> },
    /// A question with its answer and the reasons.
    Question(Question),
    /// A clip or file of `media/`, opened by the system's own program.
    Attachment { src: String, title: String, credit: Option<String>, text: Option<String> },
    /// The next slide begins here.
    SlideBreak {},
}

/// A text, or a text with an icon before it.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub(in crate::load) enum Item {
    Plain(String),
    WithIcon(IconItem),
}

/// A text with a Phosphor icon before it.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct IconItem {
    pub text: String,
    pub icon: Option<String>,
}

/// One step of a procedure.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Step {
    pub title: String,
    pub text: Option<String>,
    pub deadline: Option<String>,
    pub who: Option<String>,
    pub icon: Option<String>,
}

/// One column of a comparison.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Side {
    pub title: String,
    pub items: Vec<String>,
}

/// One line of numbers.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Series {
    pub name: String,
    pub values: Vec<Option<Number>>,
}

/// One event of a timeline.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Event {
    pub when: String,
    pub title: String,
    pub text: Option<String>,
    pub cite: Option<Vec<String>>,
}

/// Someone to call.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Contact {
    pub name: String,
    pub phone: Option<String>,
    pub hours: Option<String>,
    pub text: Option<String>,
    /// A number that differs from place to place: its key in the settings.
    pub local: Option<String>,
}

/// A question with its answer and the reasons.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Question {
    #[serde(rename = "type")]
    pub form: QuestionType,
    pub prompt: String,
    /// For single, multiple and `true_false`; for order, in the right order.
    pub choices: Option<Vec<Choice>>,
    /// For match.
    pub pairs: Option<Vec<Pair>>,
    pub explain: Option<String>,
    /// The id of an objective of this lesson.
    pub objective: Option<String>,
    pub level: Option<Level>,
    #[serde(rename = "use")]
    pub uses: Option<Vec<Use>>,
}

/// How a question is answered.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::load) enum QuestionType {
    Single,
    Multiple,
    TrueFalse,
    Order,
    Match,
}

/// A possible answer.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Choice {
    pub text: String,
    pub correct: Option<bool>,
    pub why: Option<String>,
}

/// Two things that belong together.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Pair {
    pub left: String,
    pub right: String,
    pub why: Option<String>,
}
