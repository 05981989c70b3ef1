//! The slides of a class in order, set for one shape of screen.

use std::collections::BTreeSet;
use std::sync::Arc;

use i18n_embed_fl::fl;

use crate::app::open_course::LoadedLesson;
use crate::app::tr::Tr;
use crate::content::block::Path;
use crate::content::slides::slides;
use crate::content::source::{Confidence, Status};
use crate::content::{BlockKind, Course, LessonId, RichText, Slug};
use crate::load::{LoadError, Origin};
use crate::typeset::{self, Page, Placed, Rung, Shape, Words};

/// The durable name of a slide; without the edition and without its number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlideKey {
    /// Its lesson.
    pub lesson: LessonId,
    /// Its first block; none for the title of the lesson.
    pub block: Option<Slug>,
    /// Which part of a slide that continues, from zero.
    pub part: usize,
}

/// Words for the speaker alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The words.
    pub text: RichText,
    /// The step they belong to; none where they belong to the whole slide.
    pub step: Option<usize>,
}

/// One slide of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckSlide {
    /// What is drawn.
    pub page: Page,
    /// Its durable name.
    pub key: SlideKey,
    /// Minutes that its author meant it to take; the first part has them all.
    pub minutes: u16,
    /// Whether it may be left out when time is short.
    pub path: Path,
    /// The speaker's notes.
    pub notes: Vec<Note>,
    /// Sources on it that no longer hold or were not verified.
    pub doubtful: Vec<Slug>,
    /// Whether it shows numbers to call.
    pub has_numbers: bool,
}

/// What is shown in a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The lessons in order.
    pub lessons: Vec<LessonId>,
    /// Where to begin; at the first slide where none is named.
    pub from: Option<Slug>,
}

/// All slides of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// What it was made of.
    pub plan: Plan,
    /// The shape of the hall's screen.
    pub shape: Shape,
    /// The smallest letters that the last row reads.
    pub least: Rung,
    /// At least one.
    pub slides: Vec<DeckSlide>,
}

impl Deck {
    /// Reads the lessons and sets their slides; for a thread of its own.
    pub fn build(
        origin: &Origin,
        course: &Course,
        plan: Plan,
        (shape, least): (Shape, Rung),
        words: &Words,
    ) -> Result<Self, LoadError> {
        let mut slides = Vec::new();
        let mut module = None;
        for id in &plan.lessons {
            let Some(spot) = course.spot(id) else { continue };
            let lesson = LoadedLesson::read(origin, course, id)?;
            let key = |block, part| SlideKey { lesson: id.clone(), block, part };
            let front = |page, part| DeckSlide {
                page,
                key: key(None, part),
                minutes: 0,
                path: Path::Core,
                notes: lesson
                    .lesson
                    .care
                    .iter()
                    .map(|care| Note { text: care.clone(), step: None })
                    .collect(),
                doubtful: Vec::new(),
                has_numbers: false,
            };
            if plan.lessons.len() > 1 && module.as_ref() != Some(&spot.module.id) {
                module = Some(spot.module.id.clone());
                slides.push(DeckSlide {
                    notes: Vec::new(),
                    ..front(typeset::module_page(course, &spot, shape, words), 1)
                });
            }
            slides.push(front(typeset::title_page(course, &spot, shape, words), 0));
            slides.extend(of_lesson(course, &lesson, (shape, least), words));
        }
        number(&mut slides, course, shape);
        Ok(Self { plan, shape, least, slides })
    }

    /// The place of a slide; where it is gone, the first of its lesson.
    pub fn find(&self, key: &SlideKey) -> Option<usize> {
        let exact = self.slides.iter().position(|slide| slide.key == *key);
        exact.or_else(|| self.slides.iter().position(|slide| slide.key.lesson == key.lesson))
    }

    /// The slide that shows a block of a lesson.
    pub fn showing(&self, lesson: &LessonId, block: &Slug, place: usize) -> Option<usize> {
        let of_lesson = |slide: &DeckSlide| slide.key.lesson == *lesson && slide.page.slide.is_some();
        let first = self
            .slides
            .iter()
            .position(|slide| slide.key.lesson == *lesson && slide.key.block.as_ref() == Some(block));
        first.or_else(|| {
            self.slides.iter().position(|slide| of_lesson(slide) && slide.page.blocks.contains(&place))
        })
    }
}

fn of_lesson(course: &Course, loaded: &LoadedLesson, screen: (Shape, Rung), words: &Words) -> Vec<DeckSlide> {
    let lesson = &loaded.lesson;
    let groups = slides(lesson);
    let pages = typeset::lesson(course, lesson, screen.0, screen.1, words);
    let slide = |page: Page| {
        let group = page.slide.and_then(|at| groups.get(at))?;
        let first = lesson.blocks.get(group.blocks.start)?;
        let (mut notes, mut doubtful, mut has_numbers) = (Vec::new(), BTreeSet::new(), false);
        for (at, block) in page.blocks.iter().filter_map(|at| Some((*at, lesson.blocks.get(*at)?))) {
            has_numbers |= matches!(block.kind, BlockKind::Contacts { .. });
            for (item, text) in block.notes.iter().enumerate() {
                let step = page.steps.iter().position(|step| step.item == (at, item));
                notes.push(Note { text: text.clone(), step: step.filter(|_| block.notes.len() > 1) });
            }
            let cited = block.cites().into_iter().filter_map(|cite| course.sources.get(&cite.source));
            let unsure = |status| matches!(status, Status::Replaced | Status::Expired);
            let odd =
                cited.filter(|source| unsure(source.status) || source.confidence == Confidence::Unverified);
            doubtful.extend(odd.map(|source| source.id.clone()));
        }
        let minutes = if page.part == 0 { group.minutes } else { 0 };
        let key = SlideKey { lesson: lesson.id.clone(), block: Some(first.id.clone()), part: page.part };
        Some(DeckSlide {
            page,
            key,
            minutes,
            path: group.path,
            notes,
            doubtful: doubtful.into_iter().collect(),
            has_numbers,
        })
    };
    pages.into_iter().filter_map(slide).collect()
}

/// The lesson's name and the slide's number at the foot.
fn number(slides: &mut [DeckSlide], course: &Course, shape: Shape) {
    let all = slides.len();
    for (at, slide) in slides.iter_mut().enumerate().filter(|(_, slide)| slide.page.slide.is_some()) {
        let lesson = course.spot(&slide.key.lesson).map_or("", |spot| &spot.entry.title);
        let mark = typeset::number_mark(lesson, &format!("{}/{all}", at + 1), shape);
        slide.page.marks.extend(mark.map(|mark| Placed { from: 0, mark }));
    }
}

/// What slides say beside the author's words, in the language of the course.
pub fn slide_words(tr: &Tr, numbers: &std::collections::BTreeMap<String, String>) -> Arc<Words> {
    Arc::new(Words {
        continued: fl!(tr, "slide-continued"),
        sources: fl!(tr, "slide-sources"),
        must_be_checked: fl!(tr, "slide-must-be-checked"),
        answer: fl!(tr, "slide-answer"),
        debrief: fl!(tr, "slide-debrief"),
        means: fl!(tr, "slide-means"),
        minutes: fl!(tr, "slide-minutes"),
        pairs: fl!(tr, "slide-pairs"),
        groups: fl!(tr, "slide-groups"),
        hall: fl!(tr, "slide-hall"),
        hands: fl!(tr, "slide-hands"),
        module: fl!(tr, "slide-module"),
        no_number: fl!(tr, "slide-no-number"),
        numbers: numbers.clone(),
    })
}
