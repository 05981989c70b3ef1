//! Words marked with the mouse outlive the program and an edit of their course.

use std::path::Path;

use hoclieu::disk;

use crate::screen::{Picture, Screen, Viewer, until};
use crate::value;

const FILE: &str = "lessons/m01/mo-dau.json";
const TITLE: &str = "Vì sao phải để mắt tới trẻ";
/// The tint of yellow marks in the light theme.
const YELLOW: [u8; 3] = [0xFF, 0xE9, 0xA3];
/// Marked words cover more points than this, a spot in the palette of colours covers fewer.
const WORDS: usize = 1500;

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn marked(data: &Path) -> Option<String> {
    value(data, "SELECT targets FROM annotation WHERE motivation = 'highlighting' AND deleted IS NULL")
}

fn opened<'a>(screen: &'a Screen, data: &Path, course: &str) -> Viewer<'a> {
    let mut viewer = screen.open(data, &[course, "--lesson", "m01/mo-dau"]);
    viewer.titled(TITLE);
    viewer
}

#[test]
fn words_marked_with_the_mouse_are_still_there_after_a_restart_and_an_edit() {
    let (screen, folder) = (Screen::new(), tempfile::tempdir().unwrap());
    let (data, course) = (folder.path().join("data"), folder.path().join("khoa"));
    copy(Path::new("tests/fixtures/walk"), &course);
    let name = course.to_str().unwrap();
    let viewer = opened(&screen, &data, name);
    let shown = screen.settled(&Picture::default());
    screen.drag([420, 395], [620, 395]);
    let selected = screen.settled(&shown);
    screen.press("ctrl+h");
    let with_mark = screen.settled(&selected);
    assert!(with_mark.count(YELLOW) > WORDS, "{}", with_mark.count(YELLOW));
    let targets = until("the mark is on the disk", || marked(&data));
    viewer.kill();

    let _viewer = opened(&screen, &data, name);
    let again = screen.settled(&Picture::default());
    assert!(again.count(YELLOW) > WORDS, "{}", again.count(YELLOW));

    let path = course.join(FILE);
    let text = String::from_utf8(disk::read_at_most(&path, 1 << 20).unwrap().unwrap()).unwrap();
    disk::replace(&path, text.replace("\"Ao, bếp", "\"Hằng ngày nên nhớ: Ao, bếp").as_bytes()).unwrap();
    let edited = screen.settled(&again);
    assert!(edited.count(YELLOW) > WORDS, "{}", edited.count(YELLOW));
    assert_eq!(marked(&data), Some(targets));
}
