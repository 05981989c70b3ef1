//! Which questions are asked together.

use super::{Answers, QuestionKey, Standing};

/// As many questions make «10 câu nhanh».
pub const QUICK: usize = 10;
/// As many of them, at most, were answered wrongly or guessed before, as long as there are others.
const TROUBLED: usize = 4;

/// Draws a few questions in a mixed order: some that were wrong or guessed, then new ones, then known
/// ones; among equals chance decides.
pub fn quick(questions: &[QuestionKey], answers: &Answers, chance: u64) -> Vec<QuestionKey> {
    let mut rng = fastrand::Rng::with_seed(chance);
    let mut drawn: Vec<&QuestionKey> = questions.iter().collect();
    rng.shuffle(&mut drawn);
    let mut troubled = 0;
    drawn.sort_by_cached_key(|question| match answers.standing(question) {
        Standing::Wrong | Standing::Guessed => {
            troubled += 1;
            if troubled <= TROUBLED { 0 } else { 3 }
        }
        Standing::New => 1,
        Standing::Known => 2,
    });
    drawn.truncate(QUICK);
    rng.shuffle(&mut drawn);
    drawn.into_iter().cloned().collect()
}

/// The questions whose latest answer was wrong, in the order of the course.
pub fn mistakes(questions: &[QuestionKey], answers: &Answers) -> Vec<QuestionKey> {
    questions.iter().filter(|question| answers.standing(question) == Standing::Wrong).cloned().collect()
}

/// What is left of a round of questions that was broken off; all of them where none or every one is
/// answered.
pub fn left(questions: &[QuestionKey], is_answered: impl Fn(&QuestionKey) -> bool) -> Vec<QuestionKey> {
    let open: Vec<QuestionKey> =
        questions.iter().filter(|question| !is_answered(question)).cloned().collect();
    if open.is_empty() { questions.to_vec() } else { open }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::super::{Answered, Purpose};
    use super::*;
    use crate::content::{LessonId, Slug};
    use crate::store::Millis;
    use crate::study::day::Day;

    fn questions(count: usize) -> Vec<QuestionKey> {
        let (course, lesson) = (Slug::parse("khoa").unwrap(), LessonId::parse("m01/a").unwrap());
        let key = |nth: usize| QuestionKey {
            course: course.clone(),
            lesson: lesson.clone(),
            block: Slug::parse(&format!("q{nth}")).unwrap(),
        };
        (0..count).map(key).collect()
    }

    fn answer(answers: &mut Answers, question: &QuestionKey, correct: bool) {
        let _ = answers.record(Answered {
            id: Uuid::new_v4(),
            question: question.clone(),
            objective: None,
            purpose: Purpose::Practice,
            sureness: None,
            correct,
            given: Vec::new(),
            day: Day::of(jiff::civil::date(2026, 11, 24)),
            at: Millis(0),
        });
    }

    #[test]
    fn ten_different_questions_are_drawn_and_some_mistakes_are_always_among_them() {
        let all = questions(40);
        let mut answers = Answers::default();
        for question in &all[..20] {
            answer(&mut answers, question, false);
        }
        for question in &all[30..] {
            answer(&mut answers, question, true);
        }
        let mut orders = BTreeSet::new();
        for chance in 0..50 {
            let drawn = quick(&all, &answers, chance);
            assert_eq!(drawn, quick(&all, &answers, chance), "chance is all that decides");
            let set: BTreeSet<_> = drawn.iter().collect();
            assert_eq!((drawn.len(), set.len()), (QUICK, QUICK));
            let of = |part: &[QuestionKey]| part.iter().filter(|question| set.contains(question)).count();
            assert_eq!((of(&all[..20]), of(&all[20..30]), of(&all[30..])), (TROUBLED, 6, 0));
            orders.insert(drawn);
        }
        assert!(orders.len() > 40);
        assert_eq!(quick(&all[..6], &answers, 1).len(), 6);
    }

    #[test]
    fn only_what_is_wrong_at_last_is_a_mistake() {
        let all = questions(3);
        let mut answers = Answers::default();
        for (nth, correct) in [(0, false), (1, false), (1, true), (2, true)] {
            answer(&mut answers, &all[nth], correct);
        }
        assert_eq!(mistakes(&all, &answers), all[..1]);
    }

    #[test]
    fn a_round_that_was_broken_off_goes_on_and_a_finished_one_begins_anew() {
        let all = questions(3);
        assert_eq!(left(&all, |question| question == &all[0]), all[1..]);
        assert_eq!(left(&all, |_| true), all);
        assert_eq!(left(&all, |_| false), all);
    }
}
