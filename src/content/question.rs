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

/// An order that is never the right one for two or more items, the same every time.
pub fn shuffled(count: usize) -> Vec<usize> {
    let half = count.div_ceil(2);
    let odd_first = (half..count).rev().zip((0..half).rev().map(Some).chain(std::iter::repeat(None)));
    let mut order: Vec<usize> = odd_first.flat_map(|(a, b)| std::iter::once(a).chain(b)).collect();
    order.extend((0..half).filter(|at| !order.contains(at)).collect::<Vec<_>>());
    order
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_shuffled_order_holds_every_item_once_and_is_not_the_right_one() {
        for count in 2..12 {
            let order = shuffled(count);
            let sorted: Vec<usize> = order.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
            assert_eq!(sorted, (0..count).collect::<Vec<_>>());
            assert_ne!(order, sorted);
        }
    }
}
