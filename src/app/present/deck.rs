//! The slides of a class in order, set for one shape of screen.

use std::collections::BTreeSet;
use std::sync::Arc;

use i18n_embed_fl::fl;

use crate::app::open_course::LoadedLesson;
use crate::app::present::HallWords;
use crate::app::tr::Tr;
use crate::class::{Item, Plan, Taught};
use crate::content::block::{BlockKind, Path};
use crate::content::course::Spot;
use crate::content::question::Question;
use crate::content::slides::{Slide, SlideKey, slides};
use crate::content::source::{Confidence, Status};
use crate::content::{Course, Lesson, LessonId, RichText, Slug};
use crate::load::{LoadError, Origin};
use crate::typeset::{self, Page, Placed, Rung, Shape, Words};

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
    /// Whether it is passed over unless the speaker takes it in.
    pub left_out: bool,
    /// What the hall can be asked, or do by the clock.
    pub prompt: Option<Prompt>,
    /// Whether it shows numbers to call.
    pub has_numbers: bool,
}

/// What a slide asks of the hall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// A question with its choices, for a show of hands.
    Hands {
        /// What is asked.
        question: String,
        /// Between what.
        choices: Vec<String>,
    },
    /// An activity by the clock.
    Activity {
        /// What it is called.
        title: String,
        /// How long it takes.
        minutes: u16,
    },
    /// A break.
    Break {
        /// What it is called.
        label: String,
        /// How long.
        minutes: u16,
    },
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
    /// What the hall reads beside slides.
    pub said: HallWords,
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
        (words, said): (&Words, HallWords),
    ) -> Result<Self, LoadError> {
        let mut setter = Setter { origin, course, shape, least, words, slides: Vec::new(), module: None };
        let several = plan.items.len() > 1;
        for (at, item) in plan.items.iter().enumerate() {
            match item {
                Item::Break { label, minutes } => setter.pause(at, label, *minutes),
                Item::Lesson(taught) => setter.lesson(taught, several)?,
            }
        }
        let mut slides = setter.slides;
        number(&mut slides, course, shape);
        Ok(Self { plan, shape, least, said, slides })
    }

    /// The place of a slide; where it is gone, the first of its lesson.
    pub fn find(&self, key: &SlideKey) -> Option<usize> {
        let exact = self.slides.iter().position(|slide| slide.key == *key);
        exact.or_else(|| self.slides.iter().position(|slide| slide.key.lesson == key.lesson))
    }

    /// The slide that shows a block of a lesson.
    pub fn showing(&self, lesson: &LessonId, block: &Slug, place: usize) -> Option<usize> {
        let is_of = |slide: &DeckSlide| slide.key.lesson.as_ref() == Some(lesson);
        let of_lesson = |slide: &DeckSlide| is_of(slide) && slide.page.slide.is_some();
        let first =
            self.slides.iter().position(|slide| is_of(slide) && slide.key.block.as_ref() == Some(block));
        first.or_else(|| {
            self.slides.iter().position(|slide| of_lesson(slide) && slide.page.blocks.contains(&place))
        })
    }
}

/// Sets the slides of a plan one item after the other.
struct Setter<'a> {
    origin: &'a Origin,
    course: &'a Course,
    shape: Shape,
    least: Rung,
    words: &'a Words,
    slides: Vec<DeckSlide>,
    /// The module of the last lesson.
    module: Option<Slug>,
}

impl Setter<'_> {
    fn pause(&mut self, at: usize, label: &str, minutes: u16) {
        let page = typeset::break_page(self.course, label, minutes, self.shape, self.words);
        let key = SlideKey { lesson: None, block: None, part: at };
        let prompt = Prompt::Break { label: label.to_owned(), minutes };
        self.slides.push(DeckSlide { minutes, prompt: Some(prompt), ..bare(page, key) });
    }

    fn lesson(&mut self, taught: &Taught, several: bool) -> Result<(), LoadError> {
        let Some(spot) = self.course.spot(&taught.lesson) else { return Ok(()) };
        let loaded = LoadedLesson::read(self.origin, self.course, &taught.lesson)?;
        if several && self.module.as_ref() != Some(&spot.module.id) {
            self.module = Some(spot.module.id.clone());
            let page = typeset::module_page(self.course, &spot, self.shape, self.words);
            self.slides.push(bare(page, front_key(&taught.lesson, 1)));
        }
        let body = self.body(taught, &loaded);
        let kept = body.iter().filter(|slide| !slide.left_out).map(|slide| slide.minutes);
        let kept = kept.fold(0, u16::saturating_add);
        let title = self.title(taught, &spot, &loaded.lesson);
        // What the agenda gives a lesson beyond its slides is for arriving and for questions.
        let minutes = taught.minutes.map_or(0, |minutes| minutes.saturating_sub(kept));
        self.slides.push(DeckSlide { minutes, ..title });
        self.slides.extend(body);
        Ok(())
    }

    fn title(&self, taught: &Taught, spot: &Spot<'_>, lesson: &Lesson) -> DeckSlide {
        let page = typeset::title_page(self.course, spot, self.shape, self.words);
        let notes = lesson.care.iter().map(|care| Note { text: care.clone(), step: None }).collect();
        DeckSlide { notes, ..bare(page, front_key(&taught.lesson, 0)) }
    }

    fn body(&self, taught: &Taught, loaded: &LoadedLesson) -> Vec<DeckSlide> {
        let lesson = &loaded.lesson;
        let groups = slides(lesson);
        let place = |block: &Slug| lesson.blocks.iter().position(|known| known.id == *block);
        let range = taught.blocks.as_ref().and_then(|(from, to)| Some(place(from)?..=place(to)?));
        let is_taught = |group: &Slide| {
            range.as_ref().is_none_or(|range| group.blocks.clone().any(|block| range.contains(&block)))
        };
        let pages = typeset::lesson(self.course, lesson, self.shape, self.least, self.words);
        let slide = |page: Page| {
            let group = page.slide.and_then(|at| groups.get(at)).filter(|group| is_taught(group))?;
            self.slide(taught, lesson, group, page)
        };
        pages.into_iter().filter_map(slide).collect()
    }

    fn slide(&self, taught: &Taught, lesson: &Lesson, group: &Slide, page: Page) -> Option<DeckSlide> {
        let first = lesson.blocks.get(group.blocks.start)?;
        let choice = taught.slides.get(&first.id).cloned().unwrap_or_default();
        let (mut notes, mut doubtful) = (Vec::new(), BTreeSet::new());
        let (mut prompt, mut has_numbers) = (None, false);
        for (at, block) in page.blocks.iter().filter_map(|at| Some((*at, lesson.blocks.get(*at)?))) {
            has_numbers |= matches!(block.kind, BlockKind::Contacts { .. });
            for (item, text) in block.notes.iter().enumerate() {
                let step = page.steps.iter().position(|step| step.item == (at, item));
                notes.push(Note { text: text.clone(), step: step.filter(|_| block.notes.len() > 1) });
            }
            let cited = block.cites().into_iter().filter_map(|cite| self.course.sources.get(&cite.source));
            let unsure = |status| matches!(status, Status::Replaced | Status::Expired);
            let odd =
                cited.filter(|source| unsure(source.status) || source.confidence == Confidence::Unverified);
            doubtful.extend(odd.map(|source| source.id.clone()));
            prompt = prompt.or_else(|| prompt_of(&block.kind));
        }
        let minutes = choice.minutes.unwrap_or(group.minutes);
        let key =
            SlideKey { lesson: Some(lesson.id.clone()), block: Some(first.id.clone()), part: page.part };
        Some(DeckSlide {
            minutes: if page.part == 0 { minutes } else { 0 },
            path: group.path,
            notes,
            doubtful: doubtful.into_iter().collect(),
            left_out: choice.hidden || !taught.whole && group.path == Path::Extra,
            prompt,
            has_numbers,
            ..bare(page, key)
        })
    }
}

fn front_key(lesson: &LessonId, part: usize) -> SlideKey {
    SlideKey { lesson: Some(lesson.clone()), block: None, part }
}

/// A slide of which nothing else is known.
fn bare(page: Page, key: SlideKey) -> DeckSlide {
    DeckSlide {
        page,
        key,
        minutes: 0,
        path: Path::Core,
        notes: Vec::new(),
        doubtful: Vec::new(),
        left_out: false,
        prompt: None,
        has_numbers: false,
    }
}

fn prompt_of(kind: &BlockKind) -> Option<Prompt> {
    match kind {
        BlockKind::Question(Question { prompt, answer, .. }) if !answer.choices().is_empty() => {
            let choices = answer.choices().iter().map(|choice| choice.text.to_plain()).collect();
            Some(Prompt::Hands { question: prompt.to_plain(), choices })
        }
        BlockKind::Activity { title, minutes, .. } => {
            Some(Prompt::Activity { title: title.to_plain(), minutes: *minutes })
        }
        _ => None,
    }
}

/// The lesson's name and the slide's number at the foot.
fn number(slides: &mut [DeckSlide], course: &Course, shape: Shape) {
    let all = slides.len();
    for (at, slide) in slides.iter_mut().enumerate().filter(|(_, slide)| slide.page.slide.is_some()) {
        let spot = slide.key.lesson.as_ref().and_then(|lesson| course.spot(lesson));
        let lesson = spot.map_or("", |spot| &spot.entry.title);
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
