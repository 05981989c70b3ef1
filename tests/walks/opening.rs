//! Opening courses.

use egui::{Key, Modifiers};

use crate::app::{start, start_with};
use crate::fake::Fake;

#[test]
fn the_shipped_course_is_there_at_once_and_begins_with_one_press() {
    let mut app = start(&Fake::new());
    app.see("Bảo vệ, chăm sóc trẻ em và bình đẳng giới");
    app.press("Bắt đầu đọc");
    app.see("Học xong bài này, anh chị có thể");
}

#[test]
fn a_folder_is_opened_by_the_dialog_of_the_system() {
    let desktop = Fake::new();
    desktop.will_pick(&desktop.course());
    let mut app = start(&desktop);
    app.press("Mở thư mục…");
    app.press("Chọn thư mục…");
    app.see("Trẻ em an toàn ở thôn");
    app.miss("Mở khóa học khác");
}

#[test]
fn a_folder_is_opened_by_its_typed_path() {
    let desktop = Fake::new();
    let course = desktop.course();
    let mut app = start(&desktop);
    app.key(Modifiers::COMMAND, Key::O);
    app.see("Đường dẫn của thư mục");
    app.write(course.to_str().unwrap());
    app.tap(Key::Enter);
    app.see("Trẻ em an toàn ở thôn");
}

#[test]
fn a_folder_is_opened_by_dropping_it() {
    let desktop = Fake::new();
    let course = desktop.course();
    let mut app = start(&desktop);
    app.drop_on(&course);
    app.see("Trẻ em an toàn ở thôn");
}

#[test]
fn a_folder_without_a_course_is_explained_and_the_open_course_stays() {
    let desktop = Fake::new();
    let course = desktop.course();
    let mut app = start_with(&desktop, &course);
    app.drop_on(&course.join("media"));
    app.see("Không mở được khóa học");
    assert!(app.says("Trẻ em an toàn ở thôn"));
}

#[test]
fn a_recent_course_can_be_opened_again_and_forgotten() {
    let desktop = Fake::new();
    let course = desktop.course();
    let mut app = start_with(&desktop, &course);
    app.key(Modifiers::COMMAND, Key::O);
    app.press("Khóa học có sẵn");
    app.see("Bảo vệ, chăm sóc trẻ em và bình đẳng giới");
    app.see(course.to_str().unwrap());
    app.press("Bỏ khỏi danh sách này");
    app.miss(course.to_str().unwrap());
}

#[test]
fn a_course_without_a_name_on_the_command_line_is_the_one_read_last_time() {
    let desktop = Fake::new();
    start_with(&desktop, &desktop.course()).close();
    start(&desktop).see("Trẻ em an toàn ở thôn");
}
