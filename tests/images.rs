//! A few small pictures of what people look at most; drawn by software Vulkan, compared with a
//! threshold, since letters differ a little between its versions.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use egui_kittest::{Harness, SnapshotOptions};

#[path = "walks/fake.rs"]
#[expect(dead_code, reason = "the walks use all of it")]
mod fake;

use fake::Fake;
use hoclieu::app::start::{Start, prepare};
use hoclieu::content::LessonId;
use hoclieu::load::Origin;
use hoclieu::shell::Shell;
use hoclieu::store;
use hoclieu::ui::theme;

/// Opens the course of the walks, at a lesson or in the library, and compares what is seen.
fn compare(name: &str, lesson: Option<&str>, theme: &str) {
    let desktop = Fake::new();
    let folder = store::data_folder(Some(&desktop.data_folder()), None).unwrap();
    choose_theme(&folder, theme);
    let origin = Origin::folder(&desktop.course()).unwrap();
    let lesson = lesson.and_then(LessonId::parse);
    let start = Start {
        data_folder: Ok(folder),
        course: Some(origin),
        language: None,
        lesson: lesson.clone(),
        present: None,
    };
    let mut harness = Harness::builder().with_size([760.0, 560.0]).wgpu().build_eframe(|creation| {
        let ready = prepare(&creation.egui_ctx, start, Arc::new(desktop), theme::chart_palettes());
        Shell::new(&creation.egui_ctx, ready, None)
    });
    let begun = Instant::now();
    let is_there = |shell: &Shell| {
        let open = shell.state().open_course();
        lesson.as_ref().is_none_or(|id| open.is_some_and(|open| open.ready(id).is_some()))
    };
    while !is_there(harness.state()) {
        assert!(begun.elapsed() < Duration::from_secs(20), "the lesson never came");
        thread::sleep(Duration::from_millis(2));
        harness.step();
    }
    for _ in 0..8 {
        harness.step();
    }
    harness.snapshot_options(name, &SnapshotOptions::new().threshold(2.0).failed_pixel_count_threshold(400));
}

/// As the settings keep it.
fn choose_theme(folder: &std::path::Path, theme: &str) {
    let (store, _) = store::open(folder, store::Millis(0), Box::new(|_| {})).unwrap();
    let mut study = hoclieu::study::load(&store, store::Millis(0)).unwrap();
    let settings = serde_json::json!({ "theme": theme });
    study.settings.set("settings", &settings).unwrap().unwrap().save(&store);
    store.flush().unwrap();
}

#[test]
fn the_library() {
    compare("library", None, "light");
}

#[test]
fn a_lesson_in_light() {
    compare("lesson-light", Some("m01/moi-kieu"), "light");
}

#[test]
fn a_lesson_in_dark() {
    compare("lesson-dark", Some("m01/moi-kieu"), "dark");
}

#[test]
fn a_lesson_in_high_contrast() {
    compare("lesson-contrast", Some("m01/moi-kieu"), "contrast");
}
