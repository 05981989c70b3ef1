//! Where what the user wrote stands in the open course; found once, not in every frame.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::app::action::Action;
use crate::app::jobs::{self, Actions};
use crate::app::open_course::{LoadedLesson, OpenCourse};
use crate::app::state::Ticket;
use crate::content::{Course, LessonId, Slug};
use crate::study::anchor::{LessonText, Lost, Spot};
use crate::study::annotation::{Annotation, Target};

/// So many characters of a block stand for it.
const GLIMPSE: usize = 140;

/// Where one annotation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Its places in order; none for the lesson as a whole, or where it is lost.
    pub spots: Vec<Spot>,
    /// The block it stands in now.
    pub block: Option<Slug>,
    /// Why it has no place any more.
    pub lost: Option<Lost>,
    /// The words it hangs on: the marked ones as they were, or the beginning of its block.
    pub words: String,
    targets: Vec<Target>,
}

/// The annotations of one lesson.
pub type Placed = BTreeMap<Uuid, Anchor>;

/// The annotations of all lessons that were looked at.
#[derive(Debug, Default)]
pub struct Anchors(BTreeMap<LessonId, Placed>);

impl Anchors {
    /// Where an annotation stands; none where its lesson was not read yet.
    pub fn get(&self, annotation: &Annotation) -> Option<&Anchor> {
        self.0.get(&annotation.lesson)?.get(&annotation.id)
    }

    /// Forgets everything, as when the course changed.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps what was found in a lesson.
    pub(super) fn put(&mut self, lesson: LessonId, placed: Placed) {
        self.0.insert(lesson, placed);
    }

    /// Follows a change of one annotation; its lesson is at hand if it is in memory.
    pub(super) fn follow(&mut self, annotation: &Annotation, lesson: Option<&LoadedLesson>) {
        let known = self.get(annotation).is_some_and(|anchor| anchor.targets == annotation.targets);
        match lesson {
            _ if known => {}
            Some(lesson) => {
                let placed = self.0.entry(annotation.lesson.clone()).or_default();
                placed.extend(place(lesson, [annotation].into_iter()));
            }
            // To be read again when the notes are looked at.
            None => drop(self.0.remove(&annotation.lesson)),
        }
    }

    /// Sorts annotations as they stand in the course; what has no place comes after what has one, other
    /// courses come last.
    pub fn sort(&self, course: &Course, all: &mut [&Annotation]) {
        let order: BTreeMap<&LessonId, usize> =
            course.lessons().map(|spot| &spot.entry.id).zip(0..).collect();
        all.sort_by_cached_key(|entry| {
            let anchor = self.get(entry);
            let spot = anchor.and_then(|anchor| anchor.spots.first());
            let is_lost = anchor.is_some_and(|anchor| anchor.lost.is_some());
            let lesson = order.get(&entry.lesson).filter(|_| entry.course == course.id);
            let at = spot.map(|spot| (spot.block, spot.range.start));
            let key = (lesson.is_none(), lesson.copied(), entry.course.clone(), entry.lesson.clone());
            (key, is_lost, at, entry.created, entry.id)
        });
    }

    fn has(&self, lesson: &LessonId) -> bool {
        self.0.contains_key(lesson)
    }
}

/// Finds the places of annotations in their lesson.
pub fn place<'a>(lesson: &LoadedLesson, annotations: impl Iterator<Item = &'a Annotation>) -> Placed {
    let mut annotations = annotations.peekable();
    if annotations.peek().is_none() {
        return Placed::new();
    }
    let ids = lesson.lesson.blocks.iter().map(|block| &block.id);
    let text = LessonText::new(ids.zip(lesson.plain.iter().map(String::as_str)));
    let anchor = |annotation: &Annotation| {
        let found: Vec<Result<Vec<Spot>, Lost>> =
            annotation.targets.iter().map(|target| text.find(target)).collect();
        let mut spots: Vec<Spot> = found.iter().flatten().flatten().cloned().collect();
        spots.sort_by_key(|spot| (spot.block, spot.range.start));
        let lost = if spots.is_empty() { found.into_iter().find_map(Result::err) } else { None };
        let words = annotation.quoted().unwrap_or_else(|| glimpse(lesson, &spots));
        let block = spots.first().and_then(|spot| lesson.lesson.blocks.get(spot.block));
        let block = block.map(|block| block.id.clone());
        Anchor { spots, block, lost, words, targets: annotation.targets.clone() }
    };
    annotations.map(|annotation| (annotation.id, anchor(annotation))).collect()
}

fn glimpse(lesson: &LoadedLesson, spots: &[Spot]) -> String {
    let text = spots.first().and_then(|spot| lesson.plain.get(spot.block)).map_or("", String::as_str);
    let short: String = text.chars().take(GLIMPSE).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if short.chars().count() < text.chars().count() { format!("{short}…") } else { short }
}

/// Reads the lessons in which something was written and that are not known yet, for the notes screen.
pub(super) fn want(
    anchors: &Anchors,
    open: &OpenCourse,
    all: Vec<Annotation>,
    ticket: Ticket,
    actions: &Actions,
) {
    let mut by_lesson: BTreeMap<LessonId, Vec<Annotation>> = BTreeMap::new();
    for annotation in all.into_iter().filter(|annotation| !anchors.has(&annotation.lesson)) {
        if open.course.spot(&annotation.lesson).is_some() {
            by_lesson.entry(annotation.lesson.clone()).or_default().push(annotation);
        }
    }
    if by_lesson.is_empty() {
        return;
    }
    let (origin, course) = (open.origin.clone(), std::sync::Arc::clone(&open.course));
    jobs::spawn("place notes", actions, move || {
        let read = |(id, annotations): (LessonId, Vec<Annotation>)| {
            // A lesson that cannot be read keeps its annotations, without a place.
            let lesson = LoadedLesson::read(&origin, &course, &id).ok()?;
            let placed = place(&lesson, annotations.iter());
            Some((id, placed))
        };
        Action::NotesPlaced(ticket, by_lesson.into_iter().filter_map(read).collect())
    });
}
