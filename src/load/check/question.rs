//! Questions: each type needs its own kind of answer.

use crate::content::question::{Answer, Choice, Pair, Question};
use crate::load::at::At;
use crate::load::findings::{Findings, Target};
use crate::load::limits;
use crate::load::problem::{ProblemKind, QuestionFault};
use crate::load::raw::kind as raw;
use crate::load::raw::kind::QuestionType;

/// A question; none where it has nothing to answer with.
pub(super) fn question(raw: raw::Question, at: &At<'_>, findings: &mut Findings) -> Option<Question> {
    let form = raw.form;
    let fault = |findings: &mut Findings, at: &At<'_>, fault| {
        findings.error(at, ProblemKind::Question { fault });
    };
    let explain = findings.words_option(raw.explain, &at.key("explain"));
    if form == QuestionType::Order && explain.is_none() {
        fault(findings, at, QuestionFault::NoExplain);
    }
    let choices = raw.choices.unwrap_or_default();
    let pairs = raw.pairs.unwrap_or_default();
    let answer = if form == QuestionType::Match {
        if !choices.is_empty() {
            fault(findings, &at.key("choices"), QuestionFault::UselessChoices);
        }
        if pairs.len() < 2 {
            fault(findings, at, QuestionFault::TooFewPairs);
            return None;
        }
        Answer::Match(read_pairs(pairs, &at.key("pairs"), findings))
    } else {
        if !pairs.is_empty() {
            fault(findings, &at.key("pairs"), QuestionFault::UselessPairs);
        }
        if choices.len() < 2 {
            fault(findings, at, QuestionFault::TooFewChoices);
            return None;
        }
        from_choices(form, choices, &at.key("choices"), findings)
    };
    let objective = findings.slug_option(raw.objective, &at.key("objective"));
    if let Some(objective) = &objective {
        findings.refer(&at.key("objective"), Target::Objective(objective.clone()));
    }
    Some(Question {
        prompt: findings.words(&raw.prompt, &at.key("prompt")),
        answer,
        explain,
        objective,
        level: raw.level.unwrap_or_default(),
        uses: raw.uses.unwrap_or_default(),
    })
}

fn from_choices(form: QuestionType, raw: Vec<raw::Choice>, at: &At<'_>, findings: &mut Findings) -> Answer {
    let has_reasons = form != QuestionType::Order;
    let mut choices = Vec::new();
    for (index, raw) in findings.few(raw, limits::ITEMS, at).into_iter().enumerate() {
        let at = at.index(index);
        if has_reasons && raw.why.is_none() {
            findings.error(&at, ProblemKind::Question { fault: QuestionFault::ChoiceWithoutWhy });
        }
        choices.push(Choice {
            text: findings.words(&raw.text, &at.key("text")),
            correct: raw.correct.unwrap_or_default(),
            why: findings.words_option(raw.why, &at.key("why")),
        });
    }
    let correct = choices.iter().filter(|choice| choice.correct).count();
    let fault = match (form, correct) {
        (QuestionType::Order, _) => None,
        (QuestionType::TrueFalse, _) if choices.len() != 2 => Some(QuestionFault::NotTwoChoices),
        (_, 0) => Some(QuestionFault::NoCorrect),
        (QuestionType::Single | QuestionType::TrueFalse, 2..) => Some(QuestionFault::ManyCorrect),
        _ => None,
    };
    if let Some(fault) = fault {
        findings.error(at, ProblemKind::Question { fault });
    }
    match form {
        QuestionType::Single => Answer::Single(choices),
        QuestionType::TrueFalse => Answer::TrueFalse(choices),
        QuestionType::Order => Answer::Order(choices.into_iter().map(|choice| choice.text).collect()),
        QuestionType::Multiple | QuestionType::Match => Answer::Multiple(choices),
    }
}

fn read_pairs(raw: Vec<raw::Pair>, at: &At<'_>, findings: &mut Findings) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (index, raw) in findings.few(raw, limits::ITEMS, at).into_iter().enumerate() {
        let at = at.index(index);
        if raw.why.is_none() {
            findings.error(&at, ProblemKind::Question { fault: QuestionFault::PairWithoutWhy });
        }
        pairs.push(Pair {
            left: findings.words(&raw.left, &at.key("left")),
            right: findings.words(&raw.right, &at.key("right")),
            why: findings.words_option(raw.why, &at.key("why")),
        });
    }
    pairs
}
