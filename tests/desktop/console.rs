//! Every function of the speaker's console in the real window: by its button, its letter, its other key.

use std::path::Path;

use crate::hall::{Hall, PROJECTOR, alike};
use crate::screen::until;
use crate::teaching;

/// A lesson that is taught from this slide, which has a picture.
const LESSON: &str = "m08/tong-dai-111";
const SLIDE: &str = "8";

/// How a function is left again.
#[derive(Clone, Copy, PartialEq)]
enum Off {
    /// By the key that began it.
    Switch,
    /// As a dialog.
    Escape,
}

/// The letter, the other key and the way out of each function, in the order of the buttons.
const FUNCTIONS: [(&str, &str, Off); 19] = [
    ("b", "period", Off::Switch),
    ("w", "comma", Off::Switch),
    ("f", "F4", Off::Switch),
    ("p", "F3", Off::Switch),
    ("l", "F6", Off::Switch),
    ("d", "F7", Off::Switch),
    ("e", "shift+F7", Off::Switch),
    ("z", "F9", Off::Switch),
    ("x", "shift+F8", Off::Switch),
    ("o", "F12", Off::Switch),
    ("n", "shift+F3", Off::Escape),
    ("g", "shift+F4", Off::Escape),
    ("h", "F2", Off::Escape),
    ("t", "shift+F2", Off::Escape),
    ("r", "shift+F10", Off::Escape),
    ("q", "F10", Off::Escape),
    ("a", "shift+F9", Off::Escape),
    ("s", "shift+F12", Off::Escape),
    ("m", "shift+F11", Off::Switch),
];

/// Buttons in a row, and the middle of the first one of each row in a window that fills the laptop.
const IN_A_ROW: usize = 10;
const FIRST: [(usize, usize); 2] = [(50, 531), (50, 593)];
const STEP: usize = 75;
/// What the speaker sees between the clocks and the strip of slides.
const CONSOLE: &str = "1366x570+0+70";
/// Nothing that can be pressed.
const ASIDE: [&str; 3] = ["mousemove", "1350", "20"];

fn console(hall: &Hall) -> Vec<u8> {
    hall.part(CONSOLE)
}

fn click(hall: &Hall, (x, y): (usize, usize)) {
    hall.screen.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
    hall.screen.xdotool(&ASIDE);
}

/// The class at the slide with a picture, in a window that fills the laptop.
fn at_the_picture<'a>(hall: &'a Hall, data: &Path) -> crate::screen::Viewer<'a> {
    let viewer = teaching(hall, data, LESSON);
    // The first press closes what is said about the sources.
    for key in ["Next", "F11"] {
        hall.screen.press(key);
    }
    hall.screen.xdotool(&ASIDE);
    hall.at_rest(CONSOLE);
    let before = hall.picture();
    hall.screen.press(SLIDE);
    hall.screen.press("Return");
    hall.changed("the slide with a picture", &before);
    viewer
}

#[test]
fn every_function_works_by_its_button_its_letter_and_its_other_key() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let _viewer = at_the_picture(&hall, &folder.path().join("data"));
    let rest = hall.at_rest(CONSOLE);
    for (at, (letter, other, off)) in FUNCTIONS.into_iter().enumerate() {
        let (x, y) = FIRST[at / IN_A_ROW];
        for way in ["button", letter, other] {
            if way == "button" {
                click(&hall, (x + at % IN_A_ROW * STEP, y));
            } else {
                hall.screen.press(way);
            }
            let what = format!("{letter} by {way}");
            until(&what, || (!alike(&console(&hall), &rest)).then_some(()));
            hall.screen.press(if off == Off::Escape { "Escape" } else { letter });
            until(&format!("the end of {what}"), || alike(&console(&hall), &rest).then_some(()));
        }
    }
}

#[test]
fn the_hall_sees_pointer_light_pen_zoom_and_the_picture_alone() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let _viewer = at_the_picture(&hall, &folder.path().join("data"));
    let slide = hall.at_rest(PROJECTOR);
    let on_the_slide = ["mousemove", "300", "250"];
    for key in ["p", "l"] {
        hall.screen.press(key);
        hall.screen.xdotool(&on_the_slide);
        hall.changed(key, &slide);
        hall.screen.press(key);
        hall.sees("the slide without a trace", &slide);
        hall.screen.xdotool(&ASIDE);
    }
    hall.screen.press("d");
    hall.screen.xdotool(&on_the_slide);
    hall.screen.xdotool(&["mousedown", "1"]);
    hall.screen.xdotool(&["mousemove", "360", "300"]);
    let begun = hall.changed("the line begins", &slide);
    hall.screen.xdotool(&["mousemove", "420", "260"]);
    hall.changed("the line goes on", &begun);
    hall.screen.xdotool(&["mouseup", "1"]);
    hall.screen.press("ctrl+z");
    hall.sees("the slide without the line", &slide);
    hall.screen.press("z");
    hall.screen.xdotool(&["mousemove", "300", "250", "click", "1"]);
    hall.changed("a part of the slide", &slide);
    hall.screen.press("z");
    hall.sees("the whole slide", &slide);
    hall.screen.press("x");
    hall.changed("the picture alone", &slide);
    hall.screen.press("Next");
    hall.sees("the slide with its words", &slide);
}
