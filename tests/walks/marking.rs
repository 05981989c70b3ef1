//! Marked words: their card, notes on them, the keys, and a course that changed meanwhile.

use egui::{Key, Modifiers, pos2};

use crate::app::{App, read, start_with};
use crate::fake::Fake;

const LESSON: &str = "Vì sao phải để mắt tới trẻ";
const BLOCK: &str = "Ao, bếp và ổ điện";
const FIELD: &str = "Ghi chú cho chữ đã tô, máy tự lưu";
const FILE: &str = "lessons/m01/mo-dau.json";

fn start_of(app: &App, words: &str) -> egui::Pos2 {
    let place = app.place_of(words);
    pos2(place.left() + 4.0, place.top() + 12.0)
}

/// Draws the mouse over the first words of a block and takes a colour.
fn mark(app: &mut App, colour: &str) {
    let from = start_of(app, BLOCK);
    app.drag(from, from + egui::vec2(180.0, 0.0));
    app.press(colour);
    app.until("one entry", |app| app.offers("Ghi chú 1"));
}

fn notes_screen(app: &mut App) {
    app.key(Modifiers::ALT, Key::Num5);
    app.see("Ghi chú của tôi");
}

#[test]
fn a_press_on_marked_words_offers_colour_note_copy_and_delete() {
    let mut app = read(&Fake::new(), LESSON);
    mark(&mut app, "Tô vàng");
    let at = start_of(&app, BLOCK);
    app.press_at(at);
    app.until("the card", |app| app.offers(FIELD));
    app.press("Tô hồng");
    app.press(FIELD);
    app.write("hỏi chị Thắm");
    app.press("Sao chép");
    assert!(app.clipboard().is_some_and(|words| words.starts_with("Ao, bếp")));
    app.press("Đóng");
    app.until("no card", |app| !app.offers(FIELD));
    notes_screen(&mut app);
    app.see("hỏi chị Thắm");
    app.press("Chỉ xem chỗ tô vàng");
    app.see("Không có ghi chú nào khớp");
    app.press("Chỉ xem chỗ tô hồng");
    app.see("hỏi chị Thắm");
}

#[test]
fn a_mark_deleted_from_its_card_comes_back() {
    let mut app = read(&Fake::new(), LESSON);
    mark(&mut app, "Tô vàng");
    let at = start_of(&app, BLOCK);
    app.press_at(at);
    app.press("Xóa dấu này");
    app.until("no entry", |app| !app.offers("Ghi chú 1"));
    app.key(Modifiers::COMMAND, Key::Z);
    app.until("the entry again", |app| app.offers("Ghi chú 1"));
}

#[test]
fn a_note_on_selected_words_opens_with_the_keys() {
    let mut app = read(&Fake::new(), LESSON);
    let from = start_of(&app, BLOCK);
    app.drag(from, from + egui::vec2(120.0, 0.0));
    app.press("Ghi chú cho chữ này");
    app.until("the card", |app| app.offers(FIELD));
    app.write("nhớ kể");
    app.see("Đã lưu");
    app.tap(Key::Escape);
    app.until("no card", |app| !app.offers(FIELD));
    notes_screen(&mut app);
    app.see("nhớ kể");
}

#[test]
fn by_keys_alone_words_are_selected_marked_noted_and_found_again() {
    let mut app = read(&Fake::new(), LESSON);
    app.tap(Key::Escape);
    app.key(Modifiers::COMMAND, Key::ArrowDown);
    app.key(Modifiers::COMMAND, Key::ArrowDown);
    for _ in 0..3 {
        app.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    }
    app.key(Modifiers::COMMAND, Key::H);
    app.until("one entry", |app| app.offers("Ghi chú 1"));
    app.tap(Key::F4);
    app.until("the card", |app| app.offers(FIELD));
    app.write("bằng phím");
    app.see("Đã lưu");
    app.tap(Key::Escape);
    app.until("no card", |app| !app.offers(FIELD));
    notes_screen(&mut app);
    app.see("bằng phím");
}

#[test]
fn one_highlight_goes_over_several_blocks() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::A);
    app.key(Modifiers::COMMAND, Key::H);
    app.until("one entry", |app| app.offers("Ghi chú 1"));
    let open = app.state().open_course().unwrap();
    let entry = app.state().study.notebook.all().next().unwrap();
    assert!(entry.targets.len() > 2);
    let anchor = app.state().anchors.get(entry).unwrap();
    assert_eq!(anchor.spots.len(), entry.targets.len());
    assert!(open.course.spot(&entry.lesson).is_some());
}

#[test]
fn marked_words_follow_an_edit_of_the_course_and_are_kept_when_they_are_gone() {
    let desktop = Fake::new();
    let mut app = read(&desktop, LESSON);
    mark(&mut app, "Tô vàng");
    let words = app.state().study.notebook.all().next().unwrap().quoted().unwrap();
    app.close();

    desktop.edit(FILE, "Ao, bếp", "Hằng ngày: Ao, bếp");
    let mut app = start_with(&desktop, &desktop.course());
    app.press("Đọc tiếp");
    app.until("one entry", |app| app.offers("Ghi chú 1"));
    let entry = app.state().study.notebook.all().next().unwrap().clone();
    let anchor = app.state().anchors.get(&entry).unwrap();
    assert_eq!((anchor.lost, anchor.spots[0].range.start), (None, "Hằng ngày: ".chars().count()));
    app.close();

    desktop.edit(FILE, &words, "Chỗ này viết khác");
    let mut app = start_with(&desktop, &desktop.course());
    app.press("Đọc tiếp");
    app.press("Ghi chú 1");
    app.see("Chữ này không còn trong bài");
    notes_screen(&mut app);
    app.see(&format!("«{}", words.trim()));
    assert!(app.says("Chữ này không còn trong bài"));
}

#[test]
fn a_note_is_edited_in_its_place_with_a_preview_and_deleted_with_undo() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::N);
    app.write("gọi **111** ngay");
    app.see("Đã lưu");
    notes_screen(&mut app);
    app.see("gọi 111 ngay");
    app.press("Viết hoặc sửa ghi chú");
    app.until("the field", |app| app.offers("Viết ghi chú ở đây, máy tự lưu"));
    app.key(Modifiers::COMMAND, Key::End);
    app.write(", ở xã");
    app.see("gọi 111 ngay, ở xã");
    app.press("Viết xong");
    app.until("no field", |app| !app.offers("Viết ghi chú ở đây, máy tự lưu"));
    app.press("Xóa mục này");
    app.see("Chưa có ghi chú nào");
    app.press("Hoàn tác");
    app.see("gọi 111 ngay, ở xã");
}

#[test]
fn notes_go_to_a_file_and_into_another_machine_once() {
    let (here, there) = (Fake::new(), Fake::new());
    let mut app = read(&here, LESSON);
    mark(&mut app, "Tô xanh dương");
    app.key(Modifiers::COMMAND, Key::N);
    app.write("mang sang máy khác");
    app.see("Đã lưu");
    notes_screen(&mut app);
    let file = here.data_folder().join("ghi-chu.json");
    here.will_pick(&file);
    app.press("Xuất ghi chú…");
    app.press("Chọn chỗ lưu…");
    app.see("Đã xuất 2 mục");
    app.press("Xuất ghi chú…");
    app.press("Loại tệp: Để đọc và in (Markdown)");
    app.press("Xuất");
    app.see("ghi-chu-hoc-lieu.md");

    let mut app = read(&there, LESSON);
    notes_screen(&mut app);
    there.will_pick(&file);
    for told in ["2 mục mới", "2 mục đã có"] {
        app.press("Nhập ghi chú…");
        app.press("Chọn tệp…");
        app.see(told);
        app.press("Xong");
    }
    app.see("mang sang máy khác");
    assert!(app.says("«Ao, bếp"));
    app.key(Modifiers::COMMAND, Key::Z);
    app.see("Chưa có ghi chú nào");
}

#[test]
fn a_file_that_holds_no_notes_is_refused_with_a_reason() {
    let desktop = Fake::new();
    let mut app = read(&desktop, LESSON);
    notes_screen(&mut app);
    app.press("Nhập ghi chú…");
    let path = desktop.course().join("course.xyz");
    app.write(&path.display().to_string());
    app.tap(Key::Enter);
    app.see("Máy không đọc hoặc ghi được tệp này");
}

#[test]
fn a_drag_that_a_slow_machine_sees_in_one_frame_selects_all_the_same() {
    let mut app = read(&Fake::new(), LESSON);
    let from = start_of(&app, BLOCK);
    app.drag_at_once(from, from + egui::vec2(120.0, 0.0));
    app.until("the bar for the selected words", |app| app.offers("Tô vàng"));
}
