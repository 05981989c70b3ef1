//! Slides that become picture files.

use std::process::Command;

use crate::screen::Screen;

/// The ground of a slide in a bright hall.
const PAPER: [u8; 3] = [0xFB, 0xFA, 0xF7];

#[test]
fn a_slide_becomes_a_picture_of_the_size_that_was_asked_for() {
    let (screen, folder) = (Screen::new(), tempfile::tempdir().unwrap());
    let file = folder.path().join("a/b.png");
    let args = ["render", "--lesson", "m08/tong-dai-111", "--slide", "7", "--size", "1280x720", "-o"];
    let status = screen.program(&args).arg(&file).status().unwrap();
    assert!(status.success());
    let picture = image::open(&file).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (1280, 720));
    for (x, y) in [(1279, 0), (1279, 719), (640, 719)] {
        assert_eq!(picture.get_pixel(x, y).0, PAPER, "at {x}, {y}");
    }
    let drawn = picture.pixels().filter(|pixel| pixel.0 != PAPER).count();
    let all = 1280 * 720;
    assert!((all / 20..all / 2).contains(&drawn), "{drawn} points of {all} are drawn on");
}

#[test]
fn without_a_screen_it_says_how() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoclieu"));
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    let output = command.args(["render", "--lesson", "m08/tong-dai-111", "-o", "a"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("xvfb-run -a hoclieu render"));
}
