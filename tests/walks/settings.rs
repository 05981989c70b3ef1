//! Choosing how the program looks.

use egui::{Key, Modifiers};

use crate::app::{read, start, start_with};
use crate::fake::Fake;

#[test]
fn larger_text_takes_more_room_and_leaves_the_reader_where_he_was() {
    let mut app = read(&Fake::new(), "Sân, bếp và ao nhà");
    app.tap(Key::PageDown);
    let before = app.place_of("Không rời mắt");
    for _ in 0..3 {
        app.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Period);
    }
    let after = app.place_of("Không rời mắt");
    assert!(after.height() > before.height() * 1.3, "{before} {after}");
    assert!((after.top() - before.top()).abs() < 80.0, "{before} {after}");
}

#[test]
fn the_size_of_the_text_is_also_behind_a_button_of_the_reader() {
    let mut app = read(&Fake::new(), "Sân, bếp và ao nhà");
    let before = app.place_of("Một vòng quanh sân").height();
    app.press("Cỡ chữ và giãn dòng");
    app.press("Cỡ chữ: 150 %");
    assert!(app.place_of("Một vòng quanh sân").height() > before * 1.3);
}

#[test]
fn the_theme_changes_at_once_and_is_kept() {
    let desktop = Fake::new();
    let mut app = start(&desktop);
    app.press("Cài đặt");
    app.press("Màu sắc: Sáng");
    assert!(!app.egui_ctx().global_style().visuals.dark_mode);
    app.press("Màu sắc: Tối");
    assert!(app.egui_ctx().global_style().visuals.dark_mode);
    app.close();
    assert!(start(&desktop).egui_ctx().global_style().visuals.dark_mode);
}

#[test]
fn the_language_changes_at_once_and_back() {
    let mut app = start_with(&Fake::new(), &Fake::new().course());
    app.press("Cài đặt");
    app.press("Ngôn ngữ: English");
    app.see("Settings");
    assert!(app.offers("Library") && !app.offers("Thư viện"));
    app.press("Language: Tiếng Việt");
    app.see("Cài đặt");
    assert!(app.offers("Thư viện"));
}

#[test]
fn a_number_of_the_place_is_filled_in_once_and_stands_in_the_lesson() {
    let mut app = read(&Fake::new(), "Sân, bếp và ao nhà");
    app.tap(Key::PageDown);
    app.press("Điền số của địa phương");
    app.press("Trạm y tế xã");
    app.write("024 3333 111");
    app.key(Modifiers::ALT, Key::ArrowLeft);
    app.see("024 3333 111");
    assert!(!app.offers("Điền số của địa phương"));
}
