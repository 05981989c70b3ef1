//! What the hall reads beside slides, in the language of the course.

use i18n_embed_fl::fl;

use crate::app::present::clock;
use crate::app::tr::Tr;
use crate::class::record::Timer;
use crate::class::{Among, Round, Tally};
use crate::store::Millis;

/// The words of the boards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is named after what it says")]
pub struct HallWords {
    pub before: String,
    pub after: String,
    pub hands: String,
    pub row: String,
    pub group: String,
    /// Before the numbers that were drawn before.
    pub drawn: String,
    pub time_is_up: String,
    pub end: String,
}

impl HallWords {
    /// In a language.
    pub fn of(tr: &Tr) -> Self {
        Self {
            before: fl!(tr, "hall-before"),
            after: fl!(tr, "hall-after"),
            hands: fl!(tr, "hall-hands"),
            row: fl!(tr, "hall-row"),
            group: fl!(tr, "hall-group"),
            drawn: fl!(tr, "hall-drawn"),
            time_is_up: fl!(tr, "hall-time-is-up"),
            end: fl!(tr, "hall-end"),
        }
    }

    fn among(&self, among: Among) -> &str {
        match among {
            Among::Rows => &self.row,
            Among::Groups => &self.group,
        }
    }
}

/// The clock of an activity.
#[derive(Clone, Debug, PartialEq)]
pub struct TimerView {
    /// What the hall does until then, or that the time is up.
    pub label: String,
    /// Minutes and seconds that are left.
    pub left: String,
    /// How much of the time is gone, from 0 to 1.
    pub share_gone: f32,
    /// Whether the time is up.
    pub is_over: bool,
}

impl TimerView {
    pub(super) fn of(timer: &Timer, said: &HallWords, now: Millis) -> Self {
        let (left, whole) = (timer.until.0 - now.0, timer.until.0 - timer.set.0);
        let is_over = left <= 0;
        #[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
        let share_gone = (1.0 - left as f32 / whole.max(1) as f32).clamp(0.0, 1.0);
        let label = if is_over { &said.time_is_up } else { &timer.label };
        Self { label: label.clone(), left: clock(left), share_gone, is_over }
    }
}

/// Hands by choice.
#[derive(Clone, Debug, PartialEq)]
pub struct HandsView {
    /// What was asked.
    pub question: String,
    /// The choices in order.
    pub rows: Vec<HandsRow>,
    /// The rounds that are shown with all their hands; `true` is the one after.
    pub rounds: Vec<(String, bool)>,
}

/// A choice.
#[derive(Clone, Debug, PartialEq)]
pub struct HandsRow {
    /// Its letter and words.
    pub label: String,
    /// For each round: hands, their share from 0 to 1, whether it is the round after.
    pub bars: Vec<(u32, f32, bool)>,
}

impl HandsView {
    pub(super) fn of(tally: &Tally, other: Option<&Tally>, said: &HallWords) -> Self {
        let mut rounds: Vec<&Tally> = std::iter::once(tally).chain(other).collect();
        rounds.sort_by_key(|tally| tally.round);
        let is_after = |tally: &Tally| tally.round == Round::After;
        let rows = tally.choices.iter().enumerate().map(|(choice, words)| HandsRow {
            label: format!("{}. {words}", letter(choice)),
            bars: rounds
                .iter()
                .map(|tally| (tally.of_choice(choice), tally.share(choice), is_after(tally)))
                .collect(),
        });
        let rows = rows.collect();
        let name = |tally: &&Tally| {
            let round = if is_after(tally) { &said.after } else { &said.before };
            let name = if rounds.len() > 1 || is_after(tally) { format!("{round}: ") } else { String::new() };
            (format!("{name}{} {}", tally.total(), said.hands), is_after(tally))
        };
        let rounds = rounds.iter().map(name).collect();
        Self { question: tally.question.clone(), rows, rounds }
    }
}

/// A row or a group that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedView {
    /// Such as «Hàng».
    pub among: String,
    /// Its number.
    pub number: String,
    /// Those that were drawn before; empty where none was.
    pub before: String,
}

impl PickedView {
    pub(super) fn of(picked: &[(Among, u16)], said: &HallWords) -> Option<Self> {
        let (&(among, number), before) = picked.split_last()?;
        let before = before.iter().rev().filter(|(kind, _)| *kind == among).take(12);
        let before: Vec<String> = before.map(|(_, number)| number.to_string()).collect();
        let before = if before.is_empty() {
            String::new()
        } else {
            format!("{}: {}", said.drawn, before.join(" · "))
        };
        Some(Self { among: said.among(among).to_owned(), number: number.to_string(), before })
    }
}

/// A, B, C … as a hall calls its choices.
pub fn letter(choice: usize) -> char {
    u8::try_from(choice).ok().and_then(|choice| b'A'.checked_add(choice)).map_or('?', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rounds_of_a_question_stand_side_by_side_the_first_one_first() {
        let tally = |round, hands: [u32; 2]| Tally {
            round,
            hands: hands.iter().map(|hands| vec![Some(*hands)]).collect(),
            ..Tally::new("Đúng không?".to_owned(), vec!["Đúng".to_owned(), "Sai".to_owned()], 1)
        };
        let (before, after) = (tally(Round::Before, [30, 10]), tally(Round::After, [5, 45]));
        let view = HandsView::of(&after, Some(&before), &HallWords::default());
        assert_eq!(view.rows[1].label, "B. Sai");
        let bars: Vec<_> = view.rows[1].bars.iter().map(|(hands, _, after)| (*hands, *after)).collect();
        assert_eq!(bars, [(10, false), (45, true)]);
        assert!((view.rows[1].bars[1].1 - 0.9).abs() < 1e-6);
    }
}
