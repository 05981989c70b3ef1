//! How far the user is.

use egui::{Key, Modifiers};

use egui_kittest::kittest::NodeT as _;

use crate::app::App;
use crate::fake::Fake;
use crate::self_check::study;

fn progress(app: &mut App) {
    app.key(Modifiers::ALT, Key::Num4);
    app.press("Ôn tập: Tiến độ");
    app.see("Những ngày đã học");
}

/// How many modules nobody read in.
fn unread(app: &App) -> usize {
    let bars = app.parts().filter(|part| part.accesskit_node().role() == egui::Role::ProgressIndicator);
    bars.filter(|bar| bar.accesskit_node().label().as_deref() == Some("đã đọc 0 %")).count()
}

#[test]
fn lessons_count_as_read_by_what_was_shown_long_enough_and_by_mark() {
    let mut app = study(&Fake::new());
    progress(&mut app);
    assert_eq!(unread(&app), 2);
    app.key(Modifiers::ALT, Key::Num2);
    app.see("Rào kín cả bốn mặt");
    app.pass(0.5);
    progress(&mut app);
    assert_eq!(unread(&app), 2, "half a second is not reading");
    app.key(Modifiers::ALT, Key::Num2);
    app.see("Rào kín cả bốn mặt");
    app.pass(30.0);
    app.key(Modifiers::COMMAND, Key::Enter);
    progress(&mut app);
    assert_eq!(unread(&app), 1);
    app.see("1. Ao và giếng, Đã học 1 trên 1 bài đã biên soạn");
}

#[test]
fn answers_show_per_objective_and_on_the_day() {
    let desktop = Fake::new();
    let mut app = study(&desktop);
    app.press("Tự kiểm tra");
    app.see("Rào kín ba mặt ao là đủ.");
    for key in [Key::Num2, Key::Enter, Key::Enter, Key::Num1] {
        app.tap(key);
    }
    app.key(Modifiers::SHIFT, Key::Enter);
    progress(&mut app);
    // One known and one guessed of five: 1.5 of 5.
    app.see("nắm vững 30 %");
    app.see("24/11/2026: 0 phút, 2 câu, 0 thẻ");
    app.press("1. Ao và giếng, Đã học 0 trên 1 bài đã biên soạn");
    app.see("Chỉ được chỗ hở của một hàng rào.");
    assert!(app.says("1/4 câu") && app.says("1/1 câu"));
}

#[test]
fn hours_add_up_from_signs_of_life() {
    let desktop = Fake::new();
    let mut app = study(&desktop);
    app.press("Tự kiểm tra");
    app.see("Rào kín ba mặt ao là đủ.");
    for seconds in [60, 60, 3600] {
        desktop.let_seconds_pass(seconds);
        app.tap(Key::Num2);
    }
    progress(&mut app);
    app.see("4 phút");
    assert!(app.says("24/11/2026: 4 phút, 0 câu, 0 thẻ"));
}

#[test]
fn the_summary_is_one_page_and_is_copied_as_text() {
    let mut app = study(&Fake::new());
    progress(&mut app);
    app.press("Trang tóm tắt");
    app.see("Kết quả học tập");
    app.press("Sao chép dạng chữ");
    let copied = app.clipboard().unwrap();
    assert!(copied.starts_with("Kết quả học tập\nNước quanh nhà\nNgày 24/11/2026"), "{copied}");
    assert!(
        copied.contains("1. Ao và giếng – Đã học 0 trên 1 bài đã biên soạn – nắm được 0/5 câu"),
        "{copied}"
    );
}

#[test]
fn every_page_fits_the_smallest_screen() {
    let mut app = study(&Fake::new());
    for size in [egui::vec2(911.0, 512.0), egui::vec2(690.0, 512.0)] {
        app.resize(size);
        for page in ["Hôm nay", "Thẻ ôn", "Tiến độ", "Trước và sau khi học"] {
            app.press(&format!("Ôn tập: {page}"));
            app.rest();
            for part in app.parts().filter(|part| part.accesskit_node().bounding_box().is_some()) {
                let at = part.rect();
                assert!(at.right() <= size.x + 1.0, "{size} {page}: {part:?} {at}");
            }
        }
    }
}
