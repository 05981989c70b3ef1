//! Keys that the user chooses.

use egui::{Key, Modifiers};

use crate::app::{App, read, start};
use crate::fake::Fake;
use crate::keyboard::{focused, tab_to};

/// The settings with the keys of the stage in sight.
fn stage_keys(desktop: &Fake) -> App {
    let mut app = start(desktop);
    app.press("Cài đặt");
    app.press("Tìm lệnh hoặc phím");
    app.write("tat hinh");
    app.press("Đổi: Tắt hình");
    app
}

#[test]
fn a_chosen_key_works_is_shown_everywhere_and_is_kept() {
    let desktop = Fake::new();
    let mut app = stage_keys(&desktop);
    app.press("Đổi B");
    app.see("Nhấn phím bạn muốn dùng");
    app.tap(Key::F13);
    app.see("Đã đổi phím tắt");
    app.close();

    let mut app = read(&desktop, "Vì sao phải để mắt tới trẻ");
    app.tap(Key::F5);
    app.see("Trang đang chiếu");
    let veiled = |app: &App| app.state().hall.talk.as_ref().unwrap().veil.is_some();
    app.tap(Key::B);
    assert!(!veiled(&app));
    app.tap(Key::F13);
    assert!(veiled(&app));
    app.tap(Key::Period);
    assert!(!veiled(&app));
    app.tap(Key::F1);
    app.see("F13");
}

#[test]
fn a_clash_is_refused_with_the_name_of_the_other_command() {
    let mut app = stage_keys(&Fake::new());
    app.press("Thêm phím");
    app.see("Phím mới cho «Tắt hình»");
    app.tap(Key::F3);
    app.see("Phím này đang dùng cho «Con trỏ»");
    app.key(Modifiers::ALT, Key::Num1);
    app.see("Phím này đang dùng cho «Thư viện»");
    app.tap(Key::Num5);
    app.see("Phím số để gõ số trang");
    app.tap(Key::Backspace);
    app.see("Phím này có việc cố định của nó");
    app.tap(Key::Escape);
    app.miss("Phím mới cho");
    assert!(!app.state().settings.keys.has_chosen());
}

#[test]
fn undo_and_the_original_bring_keys_back() {
    let mut app = stage_keys(&Fake::new());
    app.press("Bỏ B");
    app.see("Đã đổi phím tắt");
    assert!(!app.offers("Bỏ B"));
    app.press("Hoàn tác");
    app.until("the key is back", |app| app.offers("Bỏ B"));
    app.press("Bỏ B");
    app.press("Bỏ .");
    app.see("Lệnh này không có phím");
    app.press("Về mặc định");
    app.until("both keys are back", |app| app.offers("Bỏ B") && app.offers("Bỏ ."));
    app.press("Bỏ B");
    app.press("Mọi phím về mặc định");
    app.until("the key is back again", |app| app.offers("Bỏ B"));
}

#[test]
fn keys_are_changed_by_the_keyboard_alone() {
    let mut app = start(&Fake::new());
    app.key(Modifiers::COMMAND, Key::Comma);
    tab_to(&mut app, "Tìm lệnh hoặc phím");
    app.write("F11");
    tab_to(&mut app, "Đổi: Toàn màn hình");
    app.tap(Key::Enter);
    tab_to(&mut app, "Thêm phím");
    app.tap(Key::Space);
    app.see("Phím mới cho «Toàn màn hình»");
    app.key(Modifiers::COMMAND, Key::B);
    app.see("Phím này đang dùng cho «Hiện hoặc ẩn danh sách bài»");
    app.key(Modifiers::ALT, Key::Enter);
    app.miss("Phím mới cho");
    assert_eq!(focused(&app).as_deref(), Some("Thêm phím"));
    app.key(Modifiers::ALT, Key::Enter);
    assert!(app.state().full_screen);
    tab_to(&mut app, "Về mặc định");
    app.tap(Key::Enter);
    app.key(Modifiers::ALT, Key::Enter);
    assert!(app.state().full_screen && !app.state().settings.keys.has_chosen());
}

#[test]
fn every_key_that_is_offered_can_be_reached_and_pressed() {
    let mut app = stage_keys(&Fake::new());
    app.resize(egui::vec2(911.0, 512.0));
    for name in ["Xong: Tắt hình", "Đổi B", "Bỏ B", "Thêm phím"] {
        let at = app.bring(name);
        assert!(at.width() >= 32.0 && at.height() >= 32.0 && at.right() <= 890.0, "{name} is {at:?}");
    }
}
