//! Questions for self-check and for a hall.

use serde::{Deserialize, Serialize};

use crate::content::{RichText, Slug};

/// How hard a question is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of the format")]
pub enum Level {
    #[default]
    Recall,
    Understand,
    Apply,
}

/// Where a question is asked.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the words of the format")]
pub enum Use {
    Practice,
    PreTest,
    PostTest,
}

/// A possible answer.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its words.
    pub text: RichText,
    /// Whether it is right.
    pub correct: bool,
    /// Why it is right or wrong.
    pub why: Option<RichText>,
}

/// Two things that belong together.
#[derive(Clone, Debug)]
pub struct Pair {
    /// What is asked.
    pub left: RichText,
    /// What belongs to it.
    pub right: RichText,
    /// Why.
    pub why: Option<RichText>,
}

/// What answering means.
#[derive(Clone, Debug)]
pub enum Answer {
    /// One right choice.
    Single(Vec<Choice>),
    /// Every right choice.
    Multiple(Vec<Choice>),
    /// Two choices, one right.
    TrueFalse(Vec<Choice>),
    /// Put into this order.
    Order(Vec<RichText>),
    /// Find the partner.
    Match(Vec<Pair>),
}

impl Answer {
    /// The choices of single, multiple and true-or-false questions.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Single(choices) | Self::Multiple(choices) | Self::TrueFalse(choices) => choices,
            Self::Order(_) | Self::Match(_) => &[],
        }
    }
}

/// A question with its answer and the reasons.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked.
    pub prompt: RichText,
    /// How it is answered.
    pub answer: Answer,
    /// Why, for the question as a whole.
    pub explain: Option<RichText>,
    /// The objective of the lesson that it checks.
    pub objective: Option<Slug>,
    /// How hard it is.
    pub level: Level,
    /// Where it is asked; empty means practice.
    pub uses: Vec<Use>,
}
