//! An answer while it is being given, the same for a press, a drag and a key.

use std::collections::BTreeSet;

use crate::content::RichText;
use crate::content::question::Answer;

/// An answer that is not given yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft {
    /// The choices that are marked.
    Marked(BTreeSet<usize>),
    /// The things to be arranged, by their numbers in the question; and the place whose thing is held.
    Arranged {
        /// Which thing lies at each place.
        order: Vec<usize>,
        /// The place of the thing that the user holds.
        held: Option<usize>,
    },
}

impl Draft {
    /// Nothing is marked yet; what is to be arranged lies in an order that chance gives and that is
    /// not the right one.
    pub fn new(answer: &Answer, chance: u64) -> Self {
        match answer {
            Answer::Order(items) => Self::arranged(items.len(), chance),
            Answer::Match(pairs) => Self::arranged(pairs.len(), chance),
            Answer::Single(_) | Answer::Multiple(_) | Answer::TrueFalse(_) => Self::Marked(BTreeSet::new()),
        }
    }

    fn arranged(count: usize, chance: u64) -> Self {
        let mut order: Vec<usize> = (0..count).collect();
        fastrand::Rng::with_seed(chance).shuffle(&mut order);
        if order.is_sorted() && count > 1 {
            order.rotate_left(1);
        }
        Self::Arranged { order, held: None }
    }

    /// What pressing the choice or the place of that number does.
    pub fn press(&mut self, answer: &Answer, nth: usize) {
        match self {
            Self::Marked(marked) => {
                if nth >= answer.choices().len() {
                    return;
                }
                if !matches!(answer, Answer::Multiple(_)) {
                    *marked = BTreeSet::from([nth]);
                } else if !marked.remove(&nth) {
                    marked.insert(nth);
                }
            }
            Self::Arranged { order, held } => match *held {
                _ if nth >= order.len() => {}
                None => *held = Some(nth),
                Some(from) => {
                    *held = None;
                    self.put(answer, from, nth);
                }
            },
        }
    }

    /// Brings a thing to another place: in a sequence the others move up, of pairs two change places.
    pub fn put(&mut self, answer: &Answer, from: usize, to: usize) {
        let Self::Arranged { order, held } = self else { return };
        if from >= order.len() || to >= order.len() {
            return;
        }
        *held = None;
        if matches!(answer, Answer::Match(_)) {
            order.swap(from, to);
        } else {
            let thing = order.remove(from);
            order.insert(to, thing);
        }
    }

    /// Moves the held thing by one place and goes on holding it.
    pub fn shift(&mut self, answer: &Answer, down: bool) {
        let Self::Arranged { order, held: Some(from) } = self else { return };
        let from = *from;
        let to = if down { (from + 1).min(order.len().saturating_sub(1)) } else { from.saturating_sub(1) };
        self.put(answer, from, to);
        if let Self::Arranged { held, .. } = self {
            *held = Some(to);
        }
    }

    /// Whether there is something to be judged.
    pub fn is_ready(&self) -> bool {
        match self {
            Self::Marked(marked) => !marked.is_empty(),
            Self::Arranged { .. } => true,
        }
    }

    /// Whether a choice is marked.
    pub fn is_marked(&self, nth: usize) -> bool {
        matches!(self, Self::Marked(marked) if marked.contains(&nth))
    }

    /// Whether it is right: every right choice and no other, or each thing at a place where its words belong.
    pub fn is_right(&self, answer: &Answer) -> bool {
        match self {
            Self::Marked(marked) => {
                let choices = answer.choices();
                let right =
                    (0..choices.len()).filter(|at| choices.get(*at).is_some_and(|choice| choice.correct));
                right.collect::<BTreeSet<_>>() == *marked
            }
            Self::Arranged { order, .. } => (0..order.len()).all(|place| self.is_right_at(answer, place)),
        }
    }

    /// Whether the thing at a place belongs there; things of the same words stand for each other.
    pub fn is_right_at(&self, answer: &Answer, place: usize) -> bool {
        let Self::Arranged { order, .. } = self else { return false };
        let Some(&thing) = order.get(place) else { return false };
        let words = |nth| thing_of(answer, nth).map(RichText::to_plain);
        thing == place || words(thing).is_some() && words(thing) == words(place)
    }

    /// The answer in words, which outlive an edit of the question.
    pub fn words(&self, answer: &Answer) -> Vec<String> {
        match self {
            Self::Marked(marked) => {
                let texts = marked.iter().filter_map(|nth| answer.choices().get(*nth));
                texts.map(|choice| choice.text.to_plain()).collect()
            }
            Self::Arranged { order, .. } => {
                order.iter().filter_map(|nth| thing_of(answer, *nth)).map(RichText::to_plain).collect()
            }
        }
    }
}

/// What is moved: an item of a sequence, or the right side of a pair.
pub fn thing_of(answer: &Answer, nth: usize) -> Option<&RichText> {
    match answer {
        Answer::Order(items) => items.get(nth),
        Answer::Match(pairs) => pairs.get(nth).map(|pair| &pair.right),
        Answer::Single(_) | Answer::Multiple(_) | Answer::TrueFalse(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::question::{Choice, Pair};

    fn text(words: &str) -> RichText {
        RichText::plain(words)
    }

    fn choices(right: &[bool]) -> Vec<Choice> {
        right.iter().map(|correct| Choice { text: text("a"), correct: *correct, why: None }).collect()
    }

    fn sequence(count: usize) -> Answer {
        Answer::Order((0..count).map(|nth| text(&nth.to_string())).collect())
    }

    fn pairs(rights: &[&str]) -> Answer {
        Answer::Match(
            rights.iter().map(|right| Pair { left: text("?"), right: text(right), why: None }).collect(),
        )
    }

    fn order(draft: &Draft) -> Vec<usize> {
        let Draft::Arranged { order, .. } = draft else { panic!("{draft:?}") };
        order.clone()
    }

    #[test]
    fn a_second_mark_replaces_the_first_where_one_choice_is_right() {
        let one = Answer::Single(choices(&[false, true]));
        let mut draft = Draft::new(&one, 0);
        assert!(!draft.is_ready() && !draft.is_right(&one));
        draft.press(&one, 0);
        draft.press(&one, 1);
        assert!(draft.is_ready() && draft.is_right(&one) && !draft.is_marked(0));
        draft.press(&one, 7);
        assert!(draft.is_right(&one));
    }

    #[test]
    fn of_several_choices_every_right_one_and_no_other_is_asked() {
        let several = Answer::Multiple(choices(&[true, false, true]));
        let mut draft = Draft::new(&several, 0);
        for (press, right) in [(0, false), (2, true), (1, false), (1, true), (0, false)] {
            draft.press(&several, press);
            assert_eq!(draft.is_right(&several), right, "{press}");
        }
    }

    #[test]
    fn things_of_the_same_words_stand_for_each_other() {
        let answer = pairs(&["111", "113", "111"]);
        let mut draft = Draft::Arranged { order: vec![2, 1, 0], held: None };
        assert!(draft.is_right(&answer));
        draft.put(&answer, 0, 1);
        assert!(!draft.is_right(&answer) && draft.is_right_at(&answer, 2));
    }

    #[test]
    fn a_held_thing_goes_where_it_is_put_down() {
        let answer = sequence(4);
        let mut draft = Draft::Arranged { order: vec![3, 0, 1, 2], held: None };
        draft.press(&answer, 0);
        draft.press(&answer, 3);
        assert!(draft.is_right(&answer));
        draft.press(&answer, 3);
        draft.shift(&answer, false);
        draft.shift(&answer, false);
        assert_eq!(order(&draft), [0, 3, 1, 2]);
        draft.shift(&answer, true);
        draft.press(&answer, 2);
        assert_eq!(order(&draft), [0, 1, 3, 2], "putting down where it lies moves nothing");
        draft.shift(&answer, true);
        assert_eq!(order(&draft), [0, 1, 3, 2], "nothing is held any more");
    }

    proptest! {
        #[test]
        fn whatever_is_done_each_thing_lies_at_one_place(
            count in 2usize..9,
            chance in any::<u64>(),
            is_match in any::<bool>(),
            acts in prop::collection::vec((0u8..4, 0usize..10, 0usize..10), 0..30),
        ) {
            let names: Vec<String> = (0..count).map(|nth| nth.to_string()).collect();
            let answer = if is_match {
                pairs(&names.iter().map(String::as_str).collect::<Vec<_>>())
            } else {
                sequence(count)
            };
            let mut draft = Draft::new(&answer, chance);
            prop_assert!(!draft.is_right(&answer), "nobody is handed the right order");
            for (act, from, to) in acts {
                match act {
                    0 => draft.press(&answer, from),
                    1 => draft.put(&answer, from, to),
                    _ => draft.shift(&answer, act == 2),
                }
            }
            let mut sorted = order(&draft);
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..count).collect::<Vec<_>>());
        }
    }
}
