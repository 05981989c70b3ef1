//! What is broken is shown in its place, and nothing else suffers.

use egui::Key;

use hoclieu::disk;

use crate::app::{App, read, start_with};
use crate::fake::Fake;

fn problems(app: &mut App) {
    app.tap(Key::F8);
    app.see("Các lỗi trong khóa học");
}

#[test]
fn a_broken_block_is_explained_in_its_place_and_listed() {
    let mut app = read(&Fake::new(), "Đội mũ bảo hiểm");
    app.see("Đoạn này không đọc được");
    let place = |app: &App, words: &str| app.place_of(words).top();
    assert!(place(&app, "Mũ phải vừa đầu") < place(&app, "Đoạn này không đọc được"));
    assert!(place(&app, "Đoạn này không đọc được") < place(&app, "Cài quai sát cằm"));
    assert!(app.says("texd"));
    problems(&mut app);
    app.see("lessons/m02/khoi-hong.json");
}

#[test]
fn a_missing_picture_says_what_it_would_show_and_is_listed() {
    let mut app = read(&Fake::new(), "Đội mũ bảo hiểm");
    app.see("media/khong-co.svg");
    assert!(app.says("Trẻ đội mũ bảo hiểm."));
    problems(&mut app);
    app.until("the picture among the problems", |app| {
        app.words().iter().filter(|said| said.contains("khong-co.svg")).count() > 1
    });
}

#[test]
fn a_broken_lesson_says_why_and_is_listed() {
    let mut app = read(&Fake::new(), "Sang đường");
    app.see("Chưa đọc được bài này");
    app.see("lessons/m02/bai-hong.json");
    assert!(app.offers("Đội mũ bảo hiểm"));
    problems(&mut app);
    app.until("the lesson among the problems", |app| {
        app.words().iter().filter(|said| said.contains("bai-hong.json")).count() > 1
    });
}

#[test]
fn a_saved_lesson_is_shown_anew_at_the_same_place() {
    let desktop = Fake::new();
    let course = desktop.course();
    let mut app = read(&desktop, "Sân, bếp và ao nhà");
    app.press("Rào ao");
    app.see("Rào cao hơn đầu trẻ");
    let before = app.state().route().clone();
    let file = course.join("lessons/m01/moi-kieu.json");
    let text = disk::read_at_most(&file, 1 << 20).unwrap().unwrap();
    let text = String::from_utf8(text).unwrap().replace("tự đóng", "có lò xo");
    disk::replace(&file, text.as_bytes()).unwrap();
    app.see("Cửa rào có lò xo");
    app.see("Đã đọc lại khóa học.");
    app.see("Rào cao hơn đầu trẻ");
    assert_eq!(app.state().route(), &before);
}

#[test]
fn a_course_that_breaks_while_it_is_open_stays_on_the_screen() {
    let desktop = Fake::new();
    let course = desktop.course();
    let mut app = start_with(&desktop, &course);
    app.see("Trẻ em an toàn ở thôn");
    disk::replace(&course.join("course.json"), b"{").unwrap();
    app.see("Không mở được khóa học.");
    app.press("Bắt đầu đọc");
    app.see("Ao, bếp và ổ điện");
}
