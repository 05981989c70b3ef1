//! The questions of a whole course, gathered on a thread of their own; the rest of each lesson is let go.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::app::open_course::LoadedLesson;
use crate::content::course::{LessonState, Objective};
use crate::content::inline::Cite;
use crate::content::question::{Question, Use};
use crate::content::{Block, BlockKind, Course, Lesson, LessonId, Slug};
use crate::load::Origin;
use crate::search::fold::fold;
use crate::study::self_check::QuestionKey;

/// All questions of a course.
pub struct Bank {
    course: Slug,
    /// In the order of the course.
    lessons: Vec<BankLesson>,
    /// How many lessons could not be read.
    pub unreadable: usize,
}

/// What self-check and progress need of a lesson.
pub struct BankLesson {
    /// The lesson with its questions alone; its sources have the numbers that they have in the lesson.
    pub sheet: Arc<LoadedLesson>,
    /// Its module.
    pub module: Slug,
    /// How many blocks the reader shows.
    pub blocks: usize,
    /// Where to read about a question: a heading and its words.
    sections: BTreeMap<Slug, (Slug, String)>,
}

/// A question where it stands.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// Its lesson.
    pub lesson: &'a BankLesson,
    /// Its position among the questions of the lesson.
    pub at: usize,
    /// Its block.
    pub block: &'a Block,
    /// The question.
    pub question: &'a Question,
}

impl Bank {
    /// Reads every written lesson; `go_on` is told how many are read and may end the work, then there is no bank.
    pub fn read(origin: &Origin, course: &Course, mut go_on: impl FnMut(usize) -> bool) -> Option<Self> {
        let mut bank = Self { course: course.id.clone(), lessons: Vec::new(), unreadable: 0 };
        let ready = course.lessons().filter(|spot| spot.entry.state == LessonState::Ready);
        for (done, spot) in ready.enumerate() {
            if !go_on(done) {
                return None;
            }
            match LoadedLesson::read(origin, course, &spot.entry.id) {
                Ok(lesson) => bank.lessons.push(BankLesson::of(lesson, spot.module.id.clone())),
                Err(error) => {
                    tracing::warn!(lesson = %spot.entry.id, "no questions: {error}");
                    bank.unreadable += 1;
                }
            }
        }
        Some(bank)
    }

    /// The lessons that could be read, in the order of the course.
    pub fn lessons(&self) -> &[BankLesson] {
        &self.lessons
    }

    /// A lesson.
    pub fn lesson(&self, id: &LessonId) -> Option<&BankLesson> {
        self.lessons.iter().find(|lesson| &lesson.sheet.lesson.id == id)
    }

    /// A question, as long as the course has it.
    pub fn find(&self, key: &QuestionKey) -> Option<Found<'_>> {
        let lesson = self.lesson(&key.lesson).filter(|_| key.course == self.course)?;
        lesson.questions().find(|found| found.block.id == key.block)
    }

    /// The questions that are asked for a use, in the order of the course.
    pub fn keys(&self, wanted: Use, among: impl Fn(&BankLesson) -> bool) -> Vec<QuestionKey> {
        let lessons = self.lessons.iter().filter(|lesson| among(lesson));
        let of_lesson = |lesson: &BankLesson| -> Vec<QuestionKey> {
            let fits = |found: &Found<'_>| is_for(found.question, wanted);
            lesson.questions().filter(fits).map(|found| self.key(&found)).collect()
        };
        lessons.flat_map(of_lesson).collect()
    }

    /// The durable key of a question.
    pub fn key(&self, found: &Found<'_>) -> QuestionKey {
        let lesson = found.lesson.sheet.lesson.id.clone();
        QuestionKey { course: self.course.clone(), lesson, block: found.block.id.clone() }
    }
}

impl BankLesson {
    fn of(lesson: LoadedLesson, module: Slug) -> Self {
        let blocks = lesson.lesson.blocks.iter().filter(|block| block.is_read()).count();
        let sections = sections(&lesson.lesson.blocks, &lesson.plain);
        let sources = lesson.sources;
        let problems = Vec::new();
        let is_question = |block: &Block| matches!(block.kind, BlockKind::Question(_));
        let blocks_left = lesson.lesson.blocks.into_iter().filter(is_question).collect();
        let questions = Lesson { blocks: blocks_left, ..lesson.lesson };
        let sheet = Arc::new(LoadedLesson { sources, ..LoadedLesson::new(questions, problems) });
        Self { sheet, module, blocks, sections }
    }

    /// Its questions in order.
    pub fn questions(&self) -> impl Iterator<Item = Found<'_>> {
        self.sheet.lesson.blocks.iter().enumerate().filter_map(move |(at, block)| match &block.kind {
            BlockKind::Question(question) => Some(Found { lesson: self, at, block, question }),
            _ => None,
        })
    }

    /// What a reader can do after it.
    pub fn objectives(&self) -> &[Objective] {
        &self.sheet.lesson.objectives
    }

    /// The section that tells what a question asks for: its heading and the heading's words.
    pub fn section(&self, question: &Slug) -> Option<&(Slug, String)> {
        self.sections.get(question)
    }
}

/// Whether a question is asked for a use; one that names none is for practice.
pub fn is_for(question: &Question, wanted: Use) -> bool {
    question.uses.contains(&wanted) || question.uses.is_empty() && wanted == Use::Practice
}

/// A section of a lesson while it is compared with questions.
struct Section {
    heading: (Slug, String),
    traits: BTreeSet<Trait>,
}

/// What a section and a question can share.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Trait {
    /// Words that stand side by side: one Vietnamese syllable alone says little.
    Words(String, String),
    /// A source, and where in it.
    Cite(Cite),
}

/// What a trait counts that stands in one section only; one that stands in several is shared out.
const FULL: usize = 60;

/// For each question the section that shares most with it; what many sections have counts little.
fn sections(blocks: &[Block], plain: &[String]) -> BTreeMap<Slug, (Slug, String)> {
    let mut sections: Vec<Section> = Vec::new();
    let mut questions = Vec::new();
    for (block, text) in blocks.iter().zip(plain).filter(|(block, _)| block.is_read()) {
        match &block.kind {
            BlockKind::Heading { text: title, level: 2 } => {
                let heading = (block.id.clone(), title.to_plain());
                sections.push(Section { heading, traits: traits(block, text) });
            }
            BlockKind::Question(_) => questions.push((&block.id, traits(block, text))),
            _ => {
                if let Some(section) = sections.last_mut() {
                    section.traits.extend(traits(block, text));
                }
            }
        }
    }
    let mut common: BTreeMap<&Trait, usize> = BTreeMap::new();
    for known in sections.iter().flat_map(|section| &section.traits) {
        *common.entry(known).or_default() += 1;
    }
    let best = |(question, asked): (&Slug, BTreeSet<Trait>)| {
        let weight = |shared: &Trait| FULL / common.get(shared).copied().unwrap_or(1).max(1);
        let shared = |section: &&Section| asked.intersection(&section.traits).map(weight).sum::<usize>();
        // Of equals the first one: a later section rather repeats.
        let best = sections.iter().rev().max_by_key(shared)?;
        (shared(&best) > 0).then(|| (question.clone(), best.heading.clone()))
    };
    questions.into_iter().filter_map(best).collect()
}

fn traits(block: &Block, text: &str) -> BTreeSet<Trait> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).filter_map(|pair| match pair {
        [first, second] => Some(Trait::Words((*first).to_owned(), (*second).to_owned())),
        _ => None,
    });
    pairs.chain(block.cites().into_iter().cloned().map(Trait::Cite)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    fn course() -> (Origin, Course) {
        let origin = Origin::folder("tests/fixtures/study".as_ref()).unwrap();
        let course = load::course(&origin, &mut Vec::new()).unwrap();
        (origin, course)
    }

    #[test]
    fn a_question_leads_to_the_section_that_answers_it() {
        let (origin, course) = course();
        let bank = Bank::read(&origin, &course, |_| true).unwrap();
        let lesson = &bank.lessons()[0];
        let section = |question: &str| lesson.section(&Slug::parse(question).unwrap()).unwrap().0.as_str();
        assert_eq!((section("q-mot-mat"), section("q-dung-dau")), ("rao-ao", "trong-tre"));
        assert_eq!(bank.keys(Use::Practice, |_| true).len(), 6);
        assert_eq!(bank.keys(Use::PreTest, |lesson| lesson.module.as_str() == "m01").len(), 2);
    }

    #[test]
    fn gathering_ends_when_it_is_told_to() {
        let (origin, course) = course();
        let mut told = Vec::new();
        let bank = Bank::read(&origin, &course, |done| {
            told.push(done);
            done < 1
        });
        assert!(bank.is_none() && told == [0, 1]);
    }
}
