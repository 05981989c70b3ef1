//! Hands counted in the hall, by choice and by block of seats.

use serde::{Deserialize, Serialize};

/// Before the hall talked about a question, or after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Round {
    #[default]
    Before,
    After,
}

impl Round {
    /// In the order in which they are held.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];
}

/// A question to the hall and its hands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// What was asked.
    pub question: String,
    /// Which time.
    pub round: Round,
    /// The answers between which the hall chose.
    pub choices: Vec<String>,
    /// How many blocks of seats were counted by themselves; one counts the hall as a whole.
    pub blocks: usize,
    /// Hands by choice, then by block of seats; none where nobody counted yet.
    pub hands: Vec<Vec<Option<u32>>>,
}

impl Tally {
    /// The most choices and blocks of seats of a tally.
    pub const MOST: usize = 8;

    /// A question of which nothing was counted yet.
    pub fn new(question: String, choices: Vec<String>, blocks: usize) -> Self {
        let hands = vec![vec![None; blocks]; choices.len()];
        Self { question, round: Round::Before, choices, blocks, hands }
    }

    /// The hands of a choice.
    pub fn of_choice(&self, choice: usize) -> u32 {
        let hands = self.hands.get(choice).into_iter().flatten().flatten();
        hands.fold(0, |sum, hands| sum.saturating_add(*hands))
    }

    /// All hands.
    pub fn total(&self) -> u32 {
        (0..self.choices.len()).fold(0, |sum, choice| sum.saturating_add(self.of_choice(choice)))
    }

    /// The share of a choice among all hands, from 0 to 1; nothing where no hand was counted.
    pub fn share(&self, choice: usize) -> f32 {
        let total = self.total();
        #[expect(clippy::cast_precision_loss, reason = "a hall has far fewer than 2^24 seats")]
        let share = self.of_choice(choice) as f32 / total.max(1) as f32;
        share
    }

    /// Whether something was counted.
    pub fn is_counted(&self) -> bool {
        self.hands.iter().flatten().any(Option::is_some)
    }

    /// Whether it is the same question, whichever round.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        self.question == other.question && self.choices == other.choices
    }

    /// As many rows and columns as there are choices and blocks.
    #[must_use]
    pub fn squared(mut self) -> Self {
        self.choices.truncate(Self::MOST);
        self.blocks = self.blocks.clamp(1, Self::MOST);
        self.hands.resize_with(self.choices.len(), Vec::new);
        for hands in &mut self.hands {
            hands.resize(self.blocks, None);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hands_add_up_by_choice_and_shares_by_all_hands() {
        let mut tally = Tally::new("Ai đã lập bản đồ?".to_owned(), vec!["Có".into(), "Chưa".into()], 2);
        assert!(!tally.is_counted() && tally.share(0).abs() < f32::EPSILON);
        tally.hands = vec![vec![Some(10), Some(20)], vec![Some(90), None]];
        assert_eq!((tally.of_choice(0), tally.of_choice(1), tally.total()), (30, 90, 120));
        assert!((tally.share(0) - 0.25).abs() < 1e-6);
    }

    #[test]
    fn a_tally_from_the_disk_has_a_row_for_each_choice() {
        let tally = Tally {
            choices: vec!["Có".into(); 20],
            blocks: 0,
            hands: vec![vec![Some(u32::MAX); 3]; 2],
            ..Tally::default()
        };
        let tally = tally.squared();
        assert_eq!((tally.choices.len(), tally.blocks, tally.hands.len()), (Tally::MOST, 1, Tally::MOST));
        assert_eq!(tally.total(), u32::MAX);
    }
}
