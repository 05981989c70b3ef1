//! Finding things in the course, by keyboard and by mouse.

use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::NodeT as _;

use hoclieu::disk;

use crate::app::{App, LAPTOP, read, start_with};
use crate::fake::Fake;

const FIELD: &str = "Từ cần tìm, gõ không dấu cũng được";
const LESSON: &str = "Sân, bếp và ao nhà";
const FENCE: &str = "Rào cao hơn đầu trẻ, khe hẹp hơn một gang tay.";

/// The program on the search screen.
fn searching() -> App {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    app.see("Bắt đầu đọc");
    app.key(Modifiers::COMMAND, Key::F);
    app.until("the field", |app| app.offers(FIELD));
    app
}

/// Asks for words in the place of others.
fn ask(app: &mut App, words: &str) {
    app.key(Modifiers::COMMAND, Key::F);
    app.write(words);
    app.until("an answer", |app| app.state().search.is_answered());
}

/// What the results say, best first.
fn results(app: &App) -> Vec<String> {
    let labels = app.parts().filter_map(|part| {
        let node = part.accesskit_node();
        node.label().filter(|label| label.contains('\n') && node.role() == egui::Role::Button)
    });
    labels.collect()
}

fn press_result(app: &mut App, words: &str) {
    app.see(words);
    let at = app.place_of(words).intersect(Rect::from_min_size(egui::Pos2::ZERO, LAPTOP));
    app.press_at(at.center());
}

#[test]
fn a_result_opens_at_its_words_and_escape_leads_back_to_the_results() {
    let mut app = searching();
    app.write("gang tay");
    app.see(FENCE);
    app.tap(Key::Enter);
    app.see("Cửa rào tự đóng");
    assert!(app.state().search.opened.is_some());
    let top = app.place_of(FENCE).top();
    assert!((50.0..600.0).contains(&top), "{top}");
    app.tap(Key::Escape);
    app.until("the results", |app| app.offers(FIELD));
    assert!(results(&app)[0].contains(FENCE), "{:?}", results(&app));
    assert!(app.state().search.opened.is_none());
    app.key(Modifiers::ALT, Key::ArrowRight);
    app.see("Cửa rào tự đóng");
    assert!(app.state().search.opened.is_none(), "marks last until Esc");
}

#[test]
fn results_are_walked_by_the_arrows_and_reached_by_the_mouse() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Tìm trong khóa học");
    app.write("ao");
    app.until("several results", |app| app.offers(FIELD) && results(app).len() > 2);
    let second = results(&app)[1].clone();
    app.tap(Key::ArrowDown);
    let on = |app: &App, name: &str| {
        app.parts().any(|part| {
            let node = part.accesskit_node();
            node.label().as_deref() == Some(name) && node.toggled() == Some(egui::accesskit::Toggled::True)
        })
    };
    assert!(on(&app, &second));
    app.tap(Key::ArrowUp);
    assert!(!on(&app, &second));
    press_result(&mut app, FENCE);
    app.see("Cửa rào tự đóng");
    app.press("Kết quả tìm «ao»");
    app.until("the results", |app| app.offers(FIELD));
    press_result(&mut app, FENCE);
    app.press("Bỏ đánh dấu, đọc tiếp bài này");
    app.miss("Kết quả tìm «ao»");
    app.tap(Key::Escape);
    assert!(app.says(FENCE) && !app.offers(FIELD));
}

#[test]
fn however_the_keys_were_the_same_lesson_comes_first() {
    let mut app = searching();
    for words in ["san bep", "SÂN, BẾP", "saan beeps", "sa6n be6p1", "sa\u{302}n be\u{302}\u{301}p"] {
        ask(&mut app, words);
        let results = results(&app);
        assert!(results[0].starts_with(LESSON), "{words}: {results:?}");
    }
    ask(&mut app, "saan beeps");
    app.see("gõ kiểu Telex: sân bếp");
    ask(&mut app, "san bep");
    app.see("không dấu: sân bếp");
}

#[test]
fn planned_lessons_words_of_the_glossary_and_sources_are_found() {
    let mut app = searching();
    ask(&mut app, "di bo toi truong");
    assert!(results(&app)[0].starts_with("Đi bộ tới trường\nđang biên soạn"), "{:?}", results(&app));
    ask(&mut app, "102/2016");
    assert!(results(&app)[0].starts_with("102/2016/QH13"), "{:?}", results(&app));
    assert!(app.says("còn hiệu lực"));
    app.tap(Key::Enter);
    app.see("Kiểm tra ngày");
    app.tap(Key::Escape);
    app.miss("Kiểm tra ngày");
    assert!(app.offers(FIELD), "Esc closes the top layer alone");
    ask(&mut app, "trong gan");
    assert!(results(&app)[0].starts_with("giám sát gần\nthuật ngữ"), "{:?}", results(&app));
}

#[test]
fn the_speakers_notes_are_found_named_and_shown_under_their_block() {
    let mut app = searching();
    app.write("then cai");
    app.see("lời giảng · Mô-đun 1 › Sân, bếp và ao nhà");
    app.tap(Key::Enter);
    app.see("Lời giảng của đoạn này");
    assert!(app.says("Hỏi: then cài nhà ai còn lỏng?"));
    app.tap(Key::Escape);
    app.miss("Lời giảng của đoạn này");
}

#[test]
fn what_is_folded_opens_when_the_words_stand_there_alone() {
    let mut app = searching();
    app.write("dat tay be");
    app.see("Bà dắt tay bé");
    app.tap(Key::Enter);
    app.see("Ẩn gợi ý");
    app.tap(Key::Escape);
    ask(&mut app, "keo len duoc");
    app.tap(Key::Enter);
    app.see("Làm lại");
}

#[test]
fn a_note_is_found_as_soon_as_it_is_written_and_no_longer_than_it_is_there() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::N);
    app.write("Hỏi chị Lan/Huệ về giếng khơi");
    app.tap(Key::Escape);
    assert!(!app.offers(FIELD), "a slash belongs to the note");
    app.tap(Key::Slash);
    app.until("the field", |app| app.offers(FIELD));
    app.write("gieng khoi");
    app.see(
        "Ghi chú của tôi\nghi chú của tôi · Mô-đun 1 › Sân, bếp và ao nhà\nHỏi chị Lan/Huệ về giếng khơi",
    );
    app.tap(Key::Enter);
    app.until("the note", |app| app.offers("Xóa ghi chú"));
    app.press("Xóa ghi chú");
    app.see("Đã xóa.");
    app.key(Modifiers::COMMAND, Key::F);
    app.until("no note", |app| app.offers(FIELD) && !app.says("Hỏi chị Lan/Huệ"));
    app.key(Modifiers::COMMAND, Key::Comma);
    app.key(Modifiers::COMMAND, Key::Z);
    app.key(Modifiers::COMMAND, Key::F);
    app.see("Hỏi chị Lan/Huệ");
}

#[test]
fn kinds_and_modules_narrow_the_results_and_can_be_taken_away() {
    let mut app = searching();
    ask(&mut app, "ao");
    let all = results(&app).len();
    app.press("Loại: Câu hỏi 1");
    app.until("one question", |app| results(app).len() == 1);
    assert!(results(&app)[0].contains("câu hỏi · Mô-đun 1"));
    ask(&mut app, "duong");
    app.see("Không thấy «duong» trong phần đang lọc");
    app.press("Tìm trong tất cả");
    app.see("Đường làng");
    ask(&mut app, "tre");
    app.press("Mọi mô-đun");
    app.press("1. Nhà an toàn (11)");
    app.until("the first module", |app| results(app).iter().all(|result| !result.contains("Mô-đun 2")));
    app.press("Mô-đun 1");
    app.press("Mọi mô-đun");
    ask(&mut app, "ao");
    assert_eq!(results(&app).len(), all);
}

#[test]
fn nothing_found_offers_simpler_words() {
    let mut app = searching();
    app.see("Tìm trong cả khóa học");
    app.write("\"xyz ao\"");
    app.see("Không thấy «\"xyz ao\"»");
    app.press("ao");
    app.see(FENCE);
}

#[test]
fn recent_searches_are_offered_after_a_restart() {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    app.key(Modifiers::COMMAND, Key::F);
    app.write("gang tay");
    app.see(FENCE);
    app.tap(Key::Enter);
    app.see("Cửa rào tự đóng");
    app.close();
    let mut app = start_with(&desktop, &desktop.course());
    app.key(Modifiers::COMMAND, Key::F);
    app.see("Vừa tìm");
    app.press("gang tay");
    app.see(FENCE);
}

#[test]
fn escape_leaves_the_search_for_where_it_was_called() {
    let mut app = read(&Fake::new(), LESSON);
    app.tap(Key::Slash);
    app.until("the field", |app| app.offers(FIELD));
    assert_eq!(app.state().search.asking.words, "");
    app.tap(Key::Escape);
    app.see("Một vòng quanh sân");
}

#[test]
fn a_changed_lesson_is_found_by_its_new_words() {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    app.key(Modifiers::COMMAND, Key::F);
    app.write("gang tay");
    app.see(FENCE);
    let file = desktop.course().join("lessons/m01/moi-kieu.json");
    let text = String::from_utf8(disk::read_at_most(&file, 1 << 20).unwrap().unwrap()).unwrap();
    disk::replace(&file, text.replace("một gang tay", "hai gang tay").as_bytes()).unwrap();
    app.key(Modifiers::NONE, Key::F5);
    app.see("khe hẹp hơn hai gang tay");
}

#[test]
fn a_damaged_index_is_made_anew_without_a_word() {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    app.key(Modifiers::COMMAND, Key::F);
    app.write("gang tay");
    app.see(FENCE);
    app.close();
    let folder = desktop.data_folder().join("cache/search");
    let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let whole = disk::read_at_most(&file, 1 << 24).unwrap().unwrap();
    for damaged in [whole[..whole.len() / 3].to_vec(), b"something else".to_vec(), Vec::new()] {
        disk::replace(&file, &damaged).unwrap();
        let mut app = start_with(&desktop, &desktop.course());
        app.key(Modifiers::COMMAND, Key::F);
        app.write("gang tay");
        app.see(FENCE);
        app.close();
    }
}

#[test]
fn the_palette_and_selected_words_lead_to_the_search() {
    let mut app = read(&Fake::new(), LESSON);
    app.key(Modifiers::COMMAND, Key::K);
    app.write("gang tay");
    app.see("Tìm «gang tay» trong cả khóa học");
    app.tap(Key::Enter);
    app.see(FENCE);
    app.tap(Key::Enter);
    app.see("Cửa rào tự đóng");
    app.tap(Key::End);
    let words = app.place_of("Cửa rào tự đóng");
    app.drag(words.left_center(), words.right_center());
    app.press("Tìm những chữ này trong khóa học");
    app.until("the field", |app| app.offers(FIELD));
    assert_eq!(app.state().search.asking.words, "Cửa rào tự đóng, chốt ở phía trên.");
}

#[test]
fn escape_in_a_note_or_on_selected_words_stays_in_the_lesson() {
    let mut app = searching();
    app.write("gang tay");
    app.see(FENCE);
    app.tap(Key::Enter);
    app.see("Cửa rào tự đóng");
    app.key(Modifiers::COMMAND, Key::N);
    app.write("nhớ");
    app.tap(Key::Escape);
    app.key(Modifiers::COMMAND, Key::A);
    app.until("the bar for the selected words", |app| app.offers("Tô vàng"));
    app.tap(Key::Escape);
    assert!(app.says("Cửa rào tự đóng") && app.offers("Kết quả tìm «gang tay»"));
    app.tap(Key::Escape);
    app.until("the results", |app| app.offers(FIELD));
}
