//! Answers as they were given: a history that only grows.

use std::collections::BTreeMap;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, ToSql, Transaction, params};
use uuid::Uuid;

use super::QuestionKey;
use crate::content::Slug;
use crate::store::Millis;
use crate::study::change::{Change, Kind};
use crate::study::day::Day;
use crate::study::sql::{self, UuidText, parsed};

/// Why a question was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// It stands in its lesson.
    Reading,
    /// Self-check.
    Practice,
    /// To see what is known before learning.
    PreTest,
    /// To see what is known after learning.
    PostTest,
}

impl Purpose {
    const ALL: [Self; 4] = [Self::Reading, Self::Practice, Self::PreTest, Self::PostTest];

    /// Its name on the disk.
    fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Practice => "practice",
            Self::PreTest => "pre_test",
            Self::PostTest => "post_test",
        }
    }
}

/// What the user said of an answer before it was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// «biết chắc»
    Sure,
    /// «đoán»
    Guess,
}

impl Sureness {
    const ALL: [Self; 2] = [Self::Sure, Self::Guess];

    fn as_str(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Guess => "guess",
        }
    }
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Unique also among the answers of other people.
    pub id: Uuid,
    /// The question.
    pub question: QuestionKey,
    /// The objective that it checked.
    pub objective: Option<Slug>,
    /// Why it was asked.
    pub purpose: Purpose,
    /// What the user said of it; in a lesson nobody asks.
    pub sureness: Option<Sureness>,
    /// Whether it was right.
    pub correct: bool,
    /// The answer in words.
    pub given: Vec<String>,
    /// The day.
    pub day: Day,
    /// The moment.
    pub at: Millis,
}

/// How well a question is known, by its latest answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Never answered.
    New,
    /// Answered wrongly.
    Wrong,
    /// Guessed rightly.
    Guessed,
    /// Known.
    Known,
}

impl Standing {
    /// What it adds to mastery, from 0 to 1.
    pub fn weight(self) -> f32 {
        match self {
            Self::New | Self::Wrong => 0.0,
            Self::Guessed => 0.5,
            Self::Known => 1.0,
        }
    }
}

/// All answers, by question.
#[derive(Debug, Default, PartialEq)]
pub struct Answers {
    /// In the order in which they were given.
    by_question: BTreeMap<QuestionKey, Vec<Answered>>,
}

impl Answers {
    /// Keeps an answer.
    pub fn record(&mut self, answered: Answered) -> Change {
        self.insert(answered.clone());
        Change(Kind::Answered(Box::new(answered)))
    }

    /// How well a question is known. What was asked before learning says nothing about it.
    pub fn standing(&self, question: &QuestionKey) -> Standing {
        let latest = self.of(question).iter().rfind(|answered| answered.purpose != Purpose::PreTest);
        match latest {
            None => Standing::New,
            Some(Answered { correct: false, .. }) => Standing::Wrong,
            Some(Answered { sureness: Some(Sureness::Guess), .. }) => Standing::Guessed,
            Some(_) => Standing::Known,
        }
    }

    /// Whether a question was answered rightly before learning: the first answer counts.
    pub fn before(&self, question: &QuestionKey) -> Option<bool> {
        let first = self.of(question).iter().find(|answered| answered.purpose == Purpose::PreTest);
        first.map(|answered| answered.correct)
    }

    /// Whether a question was answered rightly after learning: the last answer counts.
    pub fn after(&self, question: &QuestionKey) -> Option<bool> {
        let last = self.of(question).iter().rfind(|answered| answered.purpose == Purpose::PostTest);
        last.map(|answered| answered.correct)
    }

    /// How many answers each day of a course has seen.
    pub fn days(&self, course: &Slug) -> BTreeMap<Day, usize> {
        let of_course = self.by_question.iter().filter(|(question, _)| &question.course == course);
        let mut days = BTreeMap::new();
        for answered in of_course.flat_map(|(_, answers)| answers) {
            *days.entry(answered.day).or_default() += 1;
        }
        days
    }

    fn of(&self, question: &QuestionKey) -> &[Answered] {
        self.by_question.get(question).map_or(&[], Vec::as_slice)
    }

    fn insert(&mut self, answered: Answered) {
        self.by_question.entry(answered.question.clone()).or_default().push(answered);
    }

    pub(in crate::study) fn read(conn: &Connection, skipped: &mut usize) -> rusqlite::Result<Self> {
        let mut answers = Self::default();
        for answered in sql::rows(conn, "SELECT * FROM answer ORDER BY seq", skipped, Answered::read)? {
            answers.insert(answered);
        }
        Ok(answers)
    }
}

impl Answered {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let question =
            QuestionKey { course: row.get("course")?, lesson: row.get("lesson")?, block: row.get("block")? };
        Ok(Self {
            id: row.get::<_, UuidText>("id")?.0,
            question,
            objective: row.get("objective")?,
            purpose: row.get("purpose")?,
            sureness: row.get("sureness")?,
            correct: row.get("correct")?,
            given: row.get::<_, Words>("given")?.0,
            day: row.get("day")?,
            at: row.get("at")?,
        })
    }

    pub(in crate::study) fn write(&self, to: &Transaction<'_>) -> rusqlite::Result<()> {
        let sql = "INSERT INTO answer
            (id, course, lesson, block, objective, purpose, sureness, correct, given, day, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let QuestionKey { course, lesson, block } = &self.question;
        let Self { objective, purpose, sureness, correct, day, at, .. } = self;
        let id = self.id.to_string();
        let given = serde_json::to_string(&self.given)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        to.execute(
            sql,
            params![id, course, lesson, block, objective, purpose, sureness, correct, given, day, at],
        )
        .map(drop)
    }
}

/// The words of an answer as they stand in their column.
struct Words(Vec<String>);

impl FromSql for Words {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(|error| FromSqlError::Other(error.into()))
    }
}

impl ToSql for Purpose {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Purpose {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, |text| Self::ALL.into_iter().find(|purpose| purpose.as_str() == text))
    }
}

impl ToSql for Sureness {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Sureness {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parsed(value, |text| Self::ALL.into_iter().find(|sureness| sureness.as_str() == text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::LessonId;

    fn key() -> QuestionKey {
        let lesson = LessonId::parse("m01/a").unwrap();
        QuestionKey { course: Slug::parse("khoa").unwrap(), lesson, block: Slug::parse("q").unwrap() }
    }

    fn answers(given: &[(Purpose, bool, Option<Sureness>)]) -> Answers {
        let mut answers = Answers::default();
        for (purpose, correct, sureness) in given {
            let _ = answers.record(Answered {
                id: Uuid::new_v4(),
                question: key(),
                objective: None,
                purpose: *purpose,
                sureness: *sureness,
                correct: *correct,
                given: Vec::new(),
                day: Day::of(jiff::civil::date(2026, 11, 24)),
                at: Millis(0),
            });
        }
        answers
    }

    #[test]
    fn the_latest_answer_tells_how_well_a_question_is_known() {
        use Purpose::{PostTest, Practice, PreTest, Reading};
        let (sure, guess) = (Some(Sureness::Sure), Some(Sureness::Guess));
        let mut given = Vec::new();
        for (next, standing) in [
            ((PreTest, true, sure), Standing::New),
            ((Practice, false, sure), Standing::Wrong),
            ((Practice, true, guess), Standing::Guessed),
            ((Reading, true, None), Standing::Known),
            ((PreTest, false, sure), Standing::Known),
            ((PostTest, false, guess), Standing::Wrong),
        ] {
            given.push(next);
            assert_eq!(answers(&given).standing(&key()), standing, "{given:?}");
        }
    }

    #[test]
    fn before_and_after_compare_the_first_try_with_the_last() {
        use Purpose::{PostTest, PreTest};
        assert_eq!((answers(&[]).before(&key()), answers(&[]).after(&key())), (None, None));
        let tries =
            [(PreTest, false, None), (PostTest, false, None), (PreTest, true, None), (PostTest, true, None)];
        let answers = answers(&tries);
        assert_eq!((answers.before(&key()), answers.after(&key())), (Some(false), Some(true)));
    }
}
