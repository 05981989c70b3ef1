//! What the palette offers for the words typed into it.

use crate::app::command::Command;
use crate::app::open_course::OpenCourse;
use crate::app::route::Screen;
use crate::app::tr::Tr;
use crate::content::LessonId;
use crate::content::course::LessonState;
use crate::search::fold::fold;

/// One line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Do something.
    Command(Command),
    /// Look for these words in the whole course.
    Search(String),
    /// Open a lesson: its id, title, and the number and title of its module.
    Lesson {
        /// The lesson.
        id: LessonId,
        /// Its title.
        title: String,
        /// The number of its module.
        module_number: usize,
        /// The title of its module.
        module: String,
    },
}

/// How many lines the palette shows.
const OFFERED: usize = 40;

/// Lessons and commands in which every word is found, best first: a title that begins with the
/// words, then words at the start of words, then anywhere. Without words, commands come first.
pub fn offers(words: &str, course: Option<&OpenCourse>, screen: Screen, tr: &Tr) -> Vec<Offer> {
    let asked = fold(words.trim());
    let mut ranked: Vec<(u8, usize, Offer)> = Vec::new();
    for spot in course.into_iter().flat_map(|open| open.course.lessons()) {
        if spot.entry.state == LessonState::Planned {
            continue;
        }
        let module = format!("{} {}", spot.module_number, spot.module.title);
        let Some(rank) = rank(&asked, &spot.entry.title, &module) else { continue };
        let offer = Offer::Lesson {
            id: spot.entry.id.clone(),
            title: spot.entry.title.clone(),
            module_number: spot.module_number,
            module: spot.module.title.clone(),
        };
        ranked.push((rank, ranked.len(), offer));
    }
    let offered = |command: &&Command| {
        command.works_on(screen) && !command.takes_a_number() && **command != Command::Palette
    };
    for command in Command::ALL.iter().filter(offered) {
        let Some(rank) = rank(&asked, &tr.get(command.spec().label), "") else { continue };
        ranked.push((rank, ranked.len(), Offer::Command(*command)));
    }
    ranked.sort_by_key(|(rank, order, _)| (*rank, *order));
    ranked.into_iter().map(|(_, _, offer)| offer).take(OFFERED).collect()
}

fn rank(asked: &str, title: &str, around: &str) -> Option<u8> {
    let (title, around) = (fold(title), fold(around));
    let starts_word = |text: &str, word: &str| {
        text.match_indices(word).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric()))
    };
    if title.starts_with(asked) {
        return Some(0);
    }
    let words: Vec<&str> = asked.split_whitespace().collect();
    if words.iter().all(|word| starts_word(&title, word)) {
        Some(1)
    } else if words.iter().all(|word| starts_word(&title, word) || starts_word(&around, word)) {
        Some(2)
    } else if words.iter().all(|word| title.contains(word)) {
        Some(3)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tr::{Language, loader};

    #[test]
    fn a_command_is_found_without_accents() {
        let tr = loader(Language::Vi);
        let found = offers("cai dat", None, Screen::Library, &tr);
        assert_eq!(found.first(), Some(&Offer::Command(Command::Settings)));
        assert!(offers("không có lệnh nào như vậy", None, Screen::Library, &tr).is_empty());
    }

    #[test]
    fn a_start_of_the_title_beats_a_start_of_a_word_beats_the_middle() {
        assert_eq!(rank("tong dai", "Tổng đài 111", ""), Some(0));
        assert_eq!(rank("111 tong", "Tổng đài 111", ""), Some(1));
        assert_eq!(rank("tong nghe", "Tổng đài 111", "8 Lắng nghe trẻ em"), Some(2));
        assert_eq!(rank("ai", "Tổng đài 111", ""), Some(3));
    }
}
