//! Every screen by the keyboard alone.

use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use crate::app::{App, read, said, start_with};
use crate::fake::Fake;

const LESSON: &str = "Sân, bếp và ao nhà";

pub(crate) fn focused(app: &App) -> Option<String> {
    app.parts().find(egui_kittest::Node::is_focused).and_then(|part| said(&part.accesskit_node()))
}

/// Goes from control to control until one of that name has the keyboard.
pub(crate) fn tab_to(app: &mut App, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..200 {
        app.tap(Key::Tab);
        let here = focused(app).unwrap_or_default();
        if here == name || here.starts_with(&format!("{name} (")) {
            return;
        }
        passed.push(here);
    }
    panic!("Tab does not reach {name}, only {passed:#?}");
}

#[test]
fn the_library_is_walked_by_the_keyboard() {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    tab_to(&mut app, "Bắt đầu đọc");
    app.tap(Key::Enter);
    app.see("Ao, bếp và ổ điện");
}

#[test]
fn the_reader_is_walked_by_the_keyboard() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.resize(egui::vec2(1366.0, 360.0));
    let before = app.place_of("Ao, bếp và ổ điện").top();
    app.tap(Key::PageDown);
    assert!(app.place_of("Ao, bếp và ổ điện").top() < before);
    app.tap(Key::Home);
    tab_to(&mut app, "giám sát gần");
    app.tap(Key::Enter);
    app.see("Ở trong tầm tay với của trẻ");
    app.tap(Key::Escape);
    app.miss("Ở trong tầm tay với của trẻ");
    tab_to(&mut app, "Đánh dấu đã học");
    app.tap(Key::Space);
    app.see("1. Nhà an toàn, 1/2");
}

#[test]
fn the_keyboard_passes_the_breadcrumb() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.resize(egui::vec2(1920.0, 1080.0));
    tab_to(&mut app, "1. Nhà an toàn");
    tab_to(&mut app, "giám sát gần");
}

#[test]
fn arrows_scroll_the_text_that_was_pressed() {
    let mut app = read(&Fake::new(), LESSON);
    let at = app.place_of("Một vòng quanh sân");
    app.press_at(at.center());
    for _ in 0..3 {
        app.tap(Key::ArrowDown);
    }
    assert!((app.place_of("Một vòng quanh sân").top() - at.top() + 192.0).abs() < 2.0);
    app.tap(Key::ArrowUp);
    assert!((app.place_of("Một vòng quanh sân").top() - at.top() + 128.0).abs() < 2.0);
}

#[test]
fn the_notes_are_walked_by_the_keyboard() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::D);
    app.key(Modifiers::ALT, Key::Num5);
    tab_to(&mut app, "Lọc ghi chú");
    tab_to(&mut app, "Xóa mục này");
    app.tap(Key::Enter);
    app.see("Đã xóa.");
    app.key(Modifiers::COMMAND, Key::Z);
    app.see("Dấu trang");
}

#[test]
fn the_settings_are_walked_by_the_keyboard() {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    app.key(Modifiers::COMMAND, Key::Comma);
    tab_to(&mut app, "Màu sắc: Tối");
    app.tap(Key::Space);
    assert!(app.egui_ctx().global_style().visuals.dark_mode);
}

#[test]
fn the_palette_finds_commands_and_lessons_without_accents() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.key(Modifiers::COMMAND, Key::K);
    app.write("cai dat");
    app.tap(Key::Enter);
    app.see("Giấy phép");
    app.key(Modifiers::COMMAND, Key::K);
    app.write("san bep");
    app.tap(Key::Enter);
    app.see("Một vòng quanh sân");
    app.key(Modifiers::COMMAND, Key::K);
    app.tap(Key::ArrowDown);
    app.tap(Key::ArrowUp);
    app.write("không có gì như vậy");
    app.see("Không có bài hay lệnh nào khớp");
}

#[test]
fn f1_lists_the_keys_of_the_screen() {
    let mut app = read(&Fake::new(), LESSON);
    app.tap(Key::F1);
    app.see("Các phím tắt");
    assert!(app.says("Đặt dấu trang ở đoạn đang đọc") && app.says("Trong bài: Dấu cách"));
    app.tap(Key::Escape);
    app.miss("Các phím tắt");
}

#[test]
fn escape_closes_the_top_layer_alone() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::A);
    app.until("the bar for the selected words", |app| app.offers("Tô vàng"));
    app.key(Modifiers::COMMAND, Key::K);
    app.see("Tên bài hoặc lệnh");
    app.tap(Key::Escape);
    app.miss("Tên bài hoặc lệnh");
    app.until("the selection, still there", |app| app.offers("Tô vàng"));
    app.tap(Key::Escape);
    app.until("no selection", |app| !app.offers("Tô vàng"));
    assert!(app.says("Một vòng quanh sân"));
}

#[test]
fn keys_belong_to_the_field_that_is_typed_in() {
    let mut app = read(&Fake::new(), LESSON);
    let before = app.place_of("Một vòng quanh sân");
    app.key(Modifiers::COMMAND, Key::Enter);
    app.see("1. Nhà an toàn, 1/2");
    app.key(Modifiers::COMMAND, Key::N);
    app.write("a b");
    for key in [Key::Space, Key::Home, Key::End, Key::ArrowDown, Key::ArrowUp, Key::Enter, Key::Num1] {
        app.tap(key);
    }
    app.key(Modifiers::COMMAND, Key::A);
    app.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(app.place_of("Một vòng quanh sân"), before);
    assert!(app.says("1. Nhà an toàn, 1/2") && !app.offers("Tô vàng"));
}
