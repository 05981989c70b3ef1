//! What the user wrote or marked, as entries beside the index: never stale, never on its disk.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use crate::content::course::LessonState;
use crate::content::{Course, LessonId};
use crate::search::{Entry, Home, HomeLesson, Kind, Own};
use crate::study::{Annotation, Notebook};

/// Notes and highlights of a course, the latest first.
pub fn own_entries(notebook: &Notebook, course: &Course) -> Vec<Own> {
    let mut of_course: Vec<&Annotation> = notebook.all().filter(|entry| entry.course == course.id).collect();
    of_course.sort_by_key(|entry| (std::cmp::Reverse(entry.modified), entry.id));
    let written: Vec<(&Annotation, String)> = of_course
        .into_iter()
        .map(|entry| (entry, words(entry)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    let lessons: BTreeSet<&LessonId> = written.iter().map(|(entry, _)| &entry.lesson).collect();
    let mut homes: BTreeMap<&LessonId, Home> = BTreeMap::new();
    for spot in course.lessons().filter(|spot| lessons.contains(&spot.entry.id)) {
        let lesson = HomeLesson {
            id: spot.entry.id.clone(),
            title: spot.entry.title.clone(),
            planned: spot.entry.state == LessonState::Planned,
        };
        let (module, title) = (spot.module.id.clone(), spot.module.title.clone());
        homes
            .insert(&spot.entry.id, Home { module, number: spot.module_number, title, lesson: Some(lesson) });
    }
    let own = |(entry, text): (&Annotation, String)| {
        let target = entry.place().block;
        let (title, also) = (String::new(), String::new());
        Own {
            home: homes.get(&entry.lesson).cloned(),
            entry: Entry { kind: Kind::Own, target, title, text, also },
        }
    };
    written.into_iter().map(own).collect()
}

/// The user's words, then those that were marked.
fn words(entry: &Annotation) -> String {
    let quotes =
        entry.targets.iter().filter_map(|target| target.quote.as_ref()).map(|quote| quote.exact.as_str());
    let words: Vec<&str> =
        std::iter::once(entry.body.trim()).chain(quotes).filter(|words| !words.is_empty()).collect();
    words.join("\n").nfc().collect()
}
