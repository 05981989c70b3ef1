//! Notes, bookmarks and highlights.

use egui::{Event, Key, Modifiers};

use crate::app::{App, read, start, start_with};
use crate::fake::Fake;

const LESSON: &str = "Vì sao phải để mắt tới trẻ";
const FIELD: &str = "Viết ghi chú ở đây, máy tự lưu";

/// Types as Unikey does: it takes the letters back that get an accent, and sends them anew.
fn write_with_unikey(app: &mut App, take_back: usize, anew: &str) {
    for _ in 0..take_back {
        app.tap(Key::Backspace);
    }
    app.write(anew);
}

/// Draws the mouse over the words of a block.
fn mark(app: &mut App, words: &str) {
    let place = app.place_of(words);
    let row = place.top() + 12.0;
    app.drag(egui::pos2(place.left(), row), egui::pos2(place.left() + 200.0, row));
    app.until("the bar for the selected words", |app| app.offers("Tô vàng"));
}

fn notes_screen(app: &mut App) {
    app.key(Modifiers::ALT, Key::Num5);
    app.see("Ghi chú của tôi");
}

#[test]
fn a_note_on_the_lesson_is_kept_as_unikey_types_it() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::N);
    app.until("the field", |app| app.offers(FIELD));
    app.write("d");
    write_with_unikey(&mut app, 1, "đ");
    app.write("i vong");
    write_with_unikey(&mut app, 3, "òng");
    app.see("Đã lưu");
    notes_screen(&mut app);
    app.see("đi vòng");
}

#[test]
fn a_note_on_a_block_hangs_on_its_words_and_leads_back_to_them() {
    let mut app = read(&Fake::new(), LESSON);
    let block = app.place_of("Đi một vòng quanh nhà").center();
    app.point_at(block);
    app.press("Ghi chú cho đoạn này");
    app.write("chiều thứ bảy");
    app.see("Đã lưu");
    notes_screen(&mut app);
    app.see("«Đi một vòng quanh nhà");
    assert!(app.says("chiều thứ bảy"));
    app.press("Mở chỗ này trong bài");
    app.see("Đi một vòng quanh nhà, cúi xuống");
}

#[test]
fn the_notes_are_filtered_without_accents() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::D);
    mark(&mut app, "Ao, bếp và ổ điện");
    app.press("Tô vàng");
    notes_screen(&mut app);
    app.see("«Ao, bếp");
    app.press("Lọc ghi chú");
    app.write("bep");
    app.miss("Dấu trang");
    assert!(app.says("«Ao, bếp"));
    app.write("xyz");
    app.see("Không có ghi chú nào khớp");
}

#[test]
fn a_bookmark_is_set_and_removed_by_the_same_key() {
    let mut app = read(&Fake::new(), LESSON);
    app.see("Mục lục");
    app.key(Modifiers::COMMAND, Key::D);
    app.until("one entry", |app| app.offers("Ghi chú 1"));
    app.key(Modifiers::COMMAND, Key::D);
    app.until("no entry", |app| !app.offers("Ghi chú 1"));
}

#[test]
fn marked_words_are_kept_with_their_colour_and_a_deleted_mark_comes_back() {
    let mut app = read(&Fake::new(), LESSON);
    mark(&mut app, "Ao, bếp và ổ điện");
    app.press("Tô xanh lá");
    app.until("one entry", |app| app.offers("Ghi chú 1"));
    assert!(!app.offers("Tô vàng"));
    app.press("Ghi chú 1");
    app.press("Xóa dấu này");
    app.see("Đã xóa.");
    assert!(!app.offers("Ghi chú 1"));
    app.press("Hoàn tác");
    app.until("the entry again", |app| app.offers("Ghi chú 1"));
}

#[test]
fn a_double_click_takes_a_word_and_escape_lets_it_go() {
    let mut app = read(&Fake::new(), LESSON);
    let place = app.place_of("Đi một vòng quanh nhà");
    let at = egui::pos2(place.left() + 4.0, place.top() + 12.0);
    let press = |pressed| Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    app.happen(Event::PointerMoved(at));
    for pressed in [true, false, true, false] {
        app.happen(press(pressed));
    }
    app.rest();
    app.happen(Event::Copy);
    assert_eq!(app.clipboard(), Some("Đi"));
    app.tap(Key::Escape);
    app.until("no selection", |app| !app.offers("Tô vàng"));
}

#[test]
fn everything_survives_a_restart_and_reading_goes_on_where_it_ended() {
    let desktop = Fake::new();
    let mut app = read(&desktop, LESSON);
    app.key(Modifiers::COMMAND, Key::D);
    mark(&mut app, "Ao, bếp và ổ điện");
    app.press("Tô hồng");
    app.key(Modifiers::COMMAND, Key::N);
    app.write("hỏi trưởng thôn");
    app.key(Modifiers::COMMAND, Key::Enter);
    app.press("Sân, bếp và ao nhà");
    app.see("Một vòng quanh sân");
    app.tap(Key::PageDown);
    app.pass(3.0);
    let place = app.state().route().clone();
    app.close();

    let mut app = start(&desktop);
    app.see("Đã học 1 trên 4 bài");
    app.see("Học tiếp");
    app.press("Đọc tiếp");
    app.see("Không rời mắt");
    assert_eq!(app.state().route(), &place);
    assert!(!app.says("Một vòng quanh sân mất") || app.place_of("Một vòng quanh sân mất").bottom() < 60.0);
    notes_screen(&mut app);
    app.see("hỏi trưởng thôn");
    assert!(app.says("«Ao, bếp") && app.says("Dấu trang"));
}

#[test]
fn a_note_is_on_the_disk_before_the_window_closes() {
    let desktop = Fake::new();
    let mut app = read(&desktop, LESSON);
    app.key(Modifiers::COMMAND, Key::N);
    app.write("mất điện giữa chừng");
    app.see("Đã lưu");
    std::mem::forget(app); // The power fails: nothing is closed.
    let mut app = start_with(&desktop, &desktop.course());
    notes_screen(&mut app);
    app.see("mất điện giữa chừng");
}
