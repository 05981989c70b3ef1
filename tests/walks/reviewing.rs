//! Cards: made with one press, reviewed by mouse and by the keyboard alone, never lost.

use egui::{Key, Modifiers};

use crate::app::{App, start_with};
use crate::fake::Fake;
use crate::keyboard::tab_to;
use crate::self_check::study;

/// Makes a card of each glossary word and begins to review them.
fn with_terms(desktop: &Fake) -> App {
    let mut app = study(desktop);
    app.press("Tạo thẻ ôn");
    app.press("Thêm 2 thẻ");
    app.see("Đã tạo 2 thẻ ôn.");
    app
}

#[test]
fn cards_are_reviewed_by_mouse_and_come_again_when_they_are_due() {
    let desktop = Fake::new();
    let mut app = with_terms(&desktop);
    app.press("Ôn ngay");
    app.see("điểm nước");
    assert!(!app.says("Chỗ có nước đủ sâu") && app.says("Còn 2 thẻ, trong đó 2 thẻ mới"));
    app.press("Hiện đáp án");
    app.see("Chỗ có nước đủ sâu");
    app.press("Nhớ, sau 2 ngày");
    app.see("giám sát gần");
    app.press("Hiện đáp án");
    app.press("Dễ, sau 8 ngày");
    app.see("Xong thẻ hôm nay: 2 lượt ôn");
    assert!(app.says("Thẻ tiếp theo đến hạn sau 2 ngày."));
    app.close();
    desktop.let_days_pass(2);
    let mut app = start_with(&desktop, &desktop.study_course());
    app.see("1 thẻ, khoảng 1 phút");
    app.press("Ôn ngay");
    app.see("điểm nước");
}

#[test]
fn cards_are_reviewed_by_the_keyboard_alone() {
    let mut app = study(&Fake::new());
    tab_to(&mut app, "Tạo thẻ ôn");
    app.tap(Key::Enter);
    tab_to(&mut app, "Thêm 2 thẻ");
    app.tap(Key::Space);
    tab_to(&mut app, "Ôn ngay");
    app.tap(Key::Enter);
    app.see("điểm nước");
    app.tap(Key::Num3);
    assert!(app.says("Còn 2 thẻ"), "a grade waits for the answer");
    app.tap(Key::Space);
    app.see("Chỗ có nước đủ sâu");
    app.tap(Key::Num1);
    app.see("giám sát gần");
    app.tap(Key::Space);
    app.tap(Key::Num4);
    app.see("điểm nước");
    assert!(app.says("Còn 1 thẻ"), "what was forgotten comes again today");
    app.tap(Key::U);
    app.see("Ở trong tầm tay với");
    app.tap(Key::Num2);
    app.see("điểm nước");
    app.tap(Key::Space);
    app.tap(Key::Num3);
    app.see("Xong thẻ hôm nay");
}

#[test]
fn a_card_is_left_for_tomorrow_or_put_to_rest_and_both_are_taken_back() {
    let desktop = Fake::new();
    let mut app = with_terms(&desktop);
    app.press("Ôn ngay");
    app.see("điểm nước");
    app.tap(Key::Minus);
    app.see("Thẻ để sang mai.");
    app.see("giám sát gần");
    app.tap(Key::Num0);
    app.see("Hôm nay không còn thẻ nào");
    app.key(Modifiers::COMMAND, Key::Z);
    app.see("giám sát gần");
    assert!(!app.says("Ở trong tầm tay với"), "its answer was not seen yet");
    app.tap(Key::Num0);
    app.press("Dừng ở đây");
    app.press("Ôn tập: Thẻ ôn");
    app.see("tạm gác");
    app.press("Ôn lại thẻ này");
    app.miss("tạm gác");
    app.close();
    desktop.let_days_pass(1);
    let mut app = start_with(&desktop, &desktop.study_course());
    app.see("2 thẻ, khoảng 1 phút");
}

#[test]
fn a_day_asks_for_no_more_new_cards_than_its_limit() {
    let desktop = Fake::new();
    let mut app = with_terms(&desktop);
    app.see("2 thẻ, khoảng 1 phút");
    app.press("Thẻ mới: 0");
    app.see("Hôm nay không còn thẻ nào");
    app.close();
    let mut app = start_with(&desktop, &desktop.study_course());
    app.see("Hôm nay không còn thẻ nào");
}

#[test]
fn a_card_that_was_thrown_out_comes_back() {
    let mut app = with_terms(&Fake::new());
    app.see("Các thẻ của tôi (2)");
    app.press("Bỏ thẻ này");
    app.see("Các thẻ của tôi (1)");
    app.press("Hoàn tác");
    app.see("Các thẻ của tôi (2)");
}

#[test]
fn a_wrong_answer_becomes_a_card_with_every_reason_on_its_back() {
    let mut app = study(&Fake::new());
    app.press("Tự kiểm tra");
    app.see("Rào kín ba mặt ao là đủ.");
    app.tap(Key::Num1);
    app.tap(Key::Enter);
    app.press("Dừng ở đây");
    app.press("Tạo thẻ từ 1 câu sai");
    app.see("Đã tạo 1 thẻ ôn.");
    app.press("Về trang Ôn tập");
    app.press("Ôn ngay");
    app.see("Rào kín ba mặt ao là đủ.");
    assert!(!app.says("Rào kín cả bốn mặt.") && !app.offers("A. Đúng"));
    app.tap(Key::Space);
    app.see("Rào kín cả bốn mặt.");
    assert!(app.says("Đáp án đúng"));
    app.press("Xem trong bài");
    app.see("cửa tự đóng");
}

#[test]
fn marked_words_become_a_card_with_one_press_and_are_asked_for() {
    let mut app = study(&Fake::new());
    app.key(Modifiers::ALT, Key::Num2);
    app.see("Rào kín cả bốn mặt");
    let place = app.place_of("Rào kín cả bốn mặt");
    let row = place.top() + 12.0;
    app.drag(egui::pos2(place.left(), row), egui::pos2(place.left() + 90.0, row));
    app.press("Tô vàng");
    app.press("Ghi chú 1");
    app.press("Tạo thẻ ôn");
    app.see("Đã tạo 1 thẻ ôn.");
    app.key(Modifiers::ALT, Key::Num5);
    app.press("Ôn ngay");
    app.see("______");
    assert!(!app.says("Rào kín c"));
    app.tap(Key::Space);
    app.see("Rào kín c");
}

#[test]
fn a_glossary_word_becomes_a_card_where_it_is_explained() {
    let mut app = study(&Fake::new());
    app.key(Modifiers::ALT, Key::Num2);
    app.press("giám sát gần");
    app.see("Còn gọi: trông gần");
    app.press("Tạo thẻ ôn");
    app.see("Đã có thẻ ôn");
    app.tap(Key::Escape);
    app.key(Modifiers::ALT, Key::Num1);
    app.see("1 thẻ, khoảng 1 phút");
}

#[test]
fn reviews_are_on_the_disk_when_the_power_fails() {
    let desktop = Fake::new();
    let mut app = with_terms(&desktop);
    app.press("Ôn ngay");
    app.tap(Key::Space);
    app.tap(Key::Num3);
    app.until("everything on the disk", |app| app.state().is_saved());
    std::mem::forget(app); // The power fails: nothing is closed.
    let mut app = start_with(&desktop, &desktop.study_course());
    app.see("1 thẻ, khoảng 1 phút");
}
