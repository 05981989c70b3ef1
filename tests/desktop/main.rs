//! The real window under a virtual screen: keys, disk, death and rest.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod console;
mod hall;
mod marking;
mod render;
mod screen;

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};

use hall::{Hall, PROJECTOR};
use screen::{Picture, Screen, Viewer, until};

const LESSON: &str = "m06/phong-ngua";
/// Stands in the title of the window while that lesson is open.
const TITLE: &str = "Phòng ngừa – rào, trông, dạy bơi";
const NOTE: &str = "mặc áo phao trước khi xuống nước";

/// The first value that a query finds in the user's database, as another program sees it.
fn value(data: &Path, query: &str) -> Option<String> {
    let file = data.join("hoclieu.db");
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    conn.query_row(query, [], |row| row.get(0)).ok()
}

fn note(data: &Path) -> Option<String> {
    value(data, "SELECT body FROM annotation WHERE deleted IS NULL AND motivation = 'commenting'")
}

fn last_lesson(data: &Path) -> Option<String> {
    value(data, "SELECT lesson FROM last_place")
}

/// The program with the lesson on the screen.
fn reading<'a>(screen: &'a Screen, data: &Path) -> (Viewer<'a>, Picture) {
    let mut viewer = screen.open(data, &["--lesson", LESSON]);
    viewer.titled(TITLE);
    let shown = screen.settled(&Picture::default());
    (viewer, shown)
}

/// The program with a class on the projector, and the keyboard in the speaker's window.
fn teaching<'a>(hall: &'a Hall, data: &Path, lesson: &str) -> Viewer<'a> {
    let viewer = hall.screen.open(data, &["--lesson", lesson, "--present", "--monitor", "2"]);
    hall.fills_the_projector();
    hall.focus_speaker();
    viewer
}

#[test]
fn a_note_typed_through_a_keyboard_hook_survives_a_kill() {
    let (screen, folder) = (Screen::new(), tempfile::tempdir().unwrap());
    let data = folder.path();
    let (viewer, shown) = reading(&screen, data);
    screen.press("ctrl+n");
    screen.settled(&shown);
    screen.type_as_a_hook(NOTE);
    until("the note is on the disk", || (note(data)? == NOTE).then_some(()));
    until("the place is on the disk", || (last_lesson(data)? == LESSON).then_some(()));
    viewer.kill();

    let mut viewer = screen.open(data, &[]);
    viewer.titled("Học Liệu");
    screen.settled(&Picture::default());
    screen.press("alt+2");
    viewer.titled(TITLE);
    assert_eq!(note(data).unwrap(), NOTE);
}

#[test]
fn a_window_at_rest_takes_no_processor_time() {
    const REST: Duration = Duration::from_secs(3);
    let (screen, folder) = (Screen::new(), tempfile::tempdir().unwrap());
    let (viewer, _) = reading(&screen, folder.path());
    let (mut ticks, mut since) = (viewer.ticks(), Instant::now());
    until("three seconds without a tick", || {
        let now = viewer.ticks();
        if now != ticks {
            (ticks, since) = (now, Instant::now());
        }
        (since.elapsed() >= REST).then_some(())
    });
}

#[test]
fn closing_the_window_ends_the_program_well_and_leaves_a_backup() {
    let (screen, folder) = (Screen::new(), tempfile::tempdir().unwrap());
    let (viewer, _) = reading(&screen, folder.path());
    screen.press("alt+F4");
    assert!(viewer.ended().success());
    let backups = hoclieu::store::list_backups(folder.path()).unwrap();
    let [backup] = &backups[..] else { panic!("{backups:?}") };
    let opened = Connection::open_with_flags(&backup.file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let lesson: String = opened.query_row("SELECT lesson FROM last_place", [], |row| row.get(0)).unwrap();
    assert_eq!(lesson, LESSON);
}

#[test]
fn a_class_goes_on_over_a_minimised_speaker_and_a_pulled_cable() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let screen = &hall.screen;
    let mut viewer = screen.open(&folder.path().join("data"), &["--lesson", LESSON]);
    viewer.titled(TITLE);
    let reading = screen.settled(&Picture::default());
    screen.press("F5");
    screen.settled(&reading);
    let before = hall.picture();
    // The sources that changed are looked at first; a clicker's press closes them.
    screen.press("Next");
    screen.press("ctrl+Return");
    let window = hall.fills_the_projector();
    let slide = hall.changed("a slide is on the projector", &before);

    hall.focus_speaker();
    screen.press("Next");
    let slide = hall.changed("the next slide or step", &slide);
    hall.minimise_speaker();
    screen.xdotool(&["windowfocus", "--sync", &window]);
    screen.press("Next");
    hall.changed("a slide over a minimised speaker", &slide);

    hall.unplug();
    until("the hall's window goes", || hall.window().is_none().then_some(()));
    hall.plug();
    let window = hall.fills_the_projector();
    hall.changed("the slide is back", &before);
    screen.xdotool(&["windowfocus", "--sync", &window]);
    screen.press("period");
    let black = hall.goes_black();
    screen.press("period");
    hall.changed("the slide again", &black);
}

#[test]
fn the_room_check_numbers_the_screens_and_a_swap_goes_back_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let screen = &hall.screen;
    let mut viewer = screen.open(&folder.path().join("data"), &["--lesson", LESSON]);
    viewer.titled(TITLE);
    let reading = screen.settled(&Picture::default());
    let empty = hall.picture();
    screen.press("alt+3");
    let offered = screen.settled(&reading);
    screen.press("k");
    hall.fills_the_projector();
    let number = hall.changed("a number is on the projector", &empty);
    screen.settled(&offered);
    screen.press("s");
    hall.changed("the speaker's window is on the projector", &number);
    // Nobody confirms.
    hall.fills_the_projector();
    hall.sees("the number is back", &number);
}

#[test]
fn the_command_line_begins_a_class_on_the_projector() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let _viewer = teaching(&hall, &folder.path().join("data"), LESSON);
}

#[test]
fn a_class_that_was_killed_goes_on_behind_a_black_screen_at_the_same_slide() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let (screen, data) = (&hall.screen, folder.path().join("data"));
    let viewer = teaching(&hall, &data, LESSON);
    let mut slide = hall.picture();
    // The first press closes what is said about the sources.
    screen.press("Next");
    for _ in 0..3 {
        screen.press("Next");
        slide = hall.changed("the next slide or step", &slide);
    }
    let slide = hall.at_rest(PROJECTOR);
    let went = "SELECT CAST(count(*) AS TEXT) FROM session_event WHERE kind = 'went'";
    until("every step is on the disk", || (value(&data, went)? == "4").then_some(()));
    viewer.kill();

    let mut viewer = screen.open(&data, &[]);
    viewer.titled("Học Liệu");
    screen.settled(&Picture::default());
    screen.press("Return");
    hall.fills_the_projector();
    hall.goes_black();
    hall.focus_speaker();
    screen.press("Next");
    hall.sees("the same slide", &slide);
}

#[test]
fn the_hall_sees_what_keys_cover_and_uncover_and_not_what_only_the_speaker_looks_at() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let screen = &hall.screen;
    let _viewer = teaching(&hall, &folder.path().join("data"), LESSON);
    screen.press("Next");
    let title = hall.picture();
    screen.press("Next");
    hall.changed("the first slide", &title);
    let slide = hall.at_rest(PROJECTOR);
    for key in ["b", "period", "w", "comma"] {
        screen.press(key);
        hall.changed(key, &slide);
        screen.press(key);
        hall.sees(key, &slide);
    }
    // Held: the speaker goes on alone.
    for key in ["f", "Next", "o", "Escape", "Prior"] {
        screen.press(key);
    }
    hall.sees("the held picture", &slide);
    screen.press("F4");
    hall.sees("the same slide again", &slide);
    screen.press("End");
    hall.changed("the last slide", &slide);
    let last = hall.at_rest(PROJECTOR);
    screen.press("Next");
    hall.changed("the thanks", &last);
    screen.press("Prior");
    hall.sees("the last slide again", &last);
}

#[test]
fn no_press_is_lost_while_the_halls_window_has_the_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let (screen, data) = (&hall.screen, folder.path().join("data"));
    let _viewer = teaching(&hall, &data, LESSON);
    let title = hall.picture();
    // The first press closes what is said about the sources.
    screen.press("Next");
    screen.press("Next");
    hall.changed("the first slide", &title);
    let window = hall.fills_the_projector();
    screen.xdotool(&["windowfocus", "--sync", &window]);
    for key in ["Next", "Prior"].repeat(5) {
        let slide = hall.picture();
        screen.press(key);
        hall.changed("another slide or step", &slide);
        // At once: the window that takes it has only just been painted.
        screen.press("b");
        hall.goes_black();
        let black = hall.picture();
        screen.press("b");
        hall.changed("a slide or step again", &black);
    }
}
