//! Reading a lesson.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use crate::app::{App, LAPTOP, read, start_with};
use crate::fake::Fake;

const LESSON: &str = "Sân, bếp và ao nhà";

/// Goes through the lesson page by page; answers everything that was said on the way.
fn read_through(app: &mut App) -> Vec<String> {
    let mut said = Vec::new();
    app.tap(Key::Home);
    for _ in 0..20 {
        said.extend(app.words());
        app.tap(Key::PageDown);
    }
    said
}

fn lines_of(app: &App, block: &str) -> Vec<String> {
    let state = app.state();
    let lesson = state.open_course().unwrap().ready(state.route().lesson_id().unwrap()).unwrap();
    let at = lesson.lesson.blocks.iter().position(|known| known.id.as_str() == block).unwrap();
    lesson.plain[at].lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_kind_of_block_answers_with_its_plain_text() {
    let mut app = read(&Fake::new(), LESSON);
    let said = read_through(&mut app);
    let hidden = ["Bà dắt tay bé", "Với tới được", "Trẻ chìm trong im lặng"];
    let blocks = [
        "san-nha",
        "mot-vong",
        "ba-viec",
        "cac-buoc",
        "luu-y",
        "nen-khong",
        "bang-cho",
        "hinh-tay",
        "bieu-do",
        "moc-viec",
        "goi-ai",
        "cau-noi",
        "dieu-luat",
        "tinh-huong",
        "cung-lam",
        "cau-hoi",
        "to-roi",
    ];
    for block in blocks {
        for line in lines_of(&app, block) {
            let shown = said.iter().any(|said| said.contains(&line));
            let expected = !hidden.iter().any(|hidden| line.contains(hidden));
            assert_eq!(shown, expected, "{block}: {line}");
        }
    }
}

#[test]
fn the_thoughts_on_a_case_and_the_reasons_of_an_answer_wait_for_the_reader() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Mục lục");
    app.press("Rào ao");
    app.tap(Key::PageUp);
    app.press("Nghĩ xong, xem gợi ý");
    app.see("Bà dắt tay bé");
    app.press("A. Trong tầm tay với");
    app.see("Với tới được thì kéo lên được.");
    app.press("Làm lại");
    app.miss("Với tới được thì kéo lên được.");
}

#[test]
fn the_title_of_a_lesson_and_its_sections_are_headings_with_a_name() {
    let mut app = read(&Fake::new(), LESSON);
    app.see("Sân nhà");
    let headings: Vec<String> = app
        .parts()
        .filter(|part| part.accesskit_node().role() == egui::Role::Heading)
        .map(|part| part.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(headings[..2], [LESSON, "Sân nhà"]);
}

#[test]
fn the_outline_is_filtered_without_accents() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Lọc bài học");
    app.write("mu bao hiem");
    app.until("the only match", |app| !app.offers("Vì sao phải để mắt tới trẻ"));
    assert!(app.offers("Đội mũ bảo hiểm"));
    app.write("xyz");
    app.see("Không có bài nào khớp");
}

#[test]
fn the_contents_lead_to_a_section_and_the_sources_tell_their_status() {
    let mut app = read(&Fake::new(), LESSON);
    assert!(!app.says("Rào cao hơn đầu trẻ"));
    app.press("Rào ao");
    app.see("Rào cao hơn đầu trẻ");
    app.press("Nguồn 2");
    app.see("102/2016/QH13");
    assert!(app.says("còn hiệu lực") && app.says("đã thay thế") && app.says("Nay dùng: 102/2016/QH13"));
}

#[test]
fn a_citation_shows_its_source_and_when_that_was_checked() {
    let desktop = Fake::new();
    let mut app = read(&desktop, "Vì sao phải để mắt tới trẻ");
    app.press("1");
    app.see("Kiểm tra ngày");
    assert!(app.says("102/2016/QH13") && app.says("còn hiệu lực"));
    app.tap(Key::Escape);
    app.miss("Kiểm tra ngày");
    app.close();
    desktop.let_days_pass(400);
    let mut app = start_with(&desktop, &desktop.course());
    app.press("Đọc tiếp");
    app.press("1");
    app.see("đã quá 12 tháng");
}

#[test]
fn a_glossary_word_explains_itself_when_it_is_pointed_at_and_when_it_is_pressed() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    let meaning = "Ở trong tầm tay với của trẻ";
    app.see("giám sát gần");
    let word = app.target("giám sát gần").unwrap().rect().center();
    app.point_at(word);
    app.pass(1.0);
    app.see(meaning);
    app.happen(Event::PointerGone);
    app.miss(meaning);
    app.press("giám sát gần");
    app.see("Còn gọi: trông gần");
    assert!(app.says(meaning));
}

#[test]
fn a_link_leads_to_its_block_and_alt_left_leads_back() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.press("bài sau");
    app.see("Rào cao hơn đầu trẻ");
    app.key(Modifiers::ALT, Key::ArrowLeft);
    app.see("Ao, bếp và ổ điện");
    app.key(Modifiers::ALT, Key::ArrowRight);
    app.see("Rào cao hơn đầu trẻ");
}

#[test]
fn a_place_that_is_jumped_to_stands_at_the_top_of_the_column() {
    let mut app = read(&Fake::new(), LESSON);
    app.resize(egui::vec2(1366.0, 400.0));
    app.press("Sân nhà");
    let top = app.place_of("Một vòng quanh sân").top();
    assert!((50.0..200.0).contains(&top), "{top}");
}

#[test]
fn a_link_to_the_web_asks_before_it_leaves_the_program() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.press("trang của bộ");
    app.see("Mở liên kết ngoài chương trình?");
    assert_eq!(app.browsed(), Vec::<&str>::new());
    app.press("Mở");
    assert_eq!(app.browsed(), ["https://example.vn/ban-do"]);
    app.miss("Mở liên kết ngoài chương trình?");
}

#[test]
fn an_attachment_asks_before_another_program_opens_it() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Rào ao");
    app.tap(Key::PageUp);
    app.press("Mở media/to-roi.txt");
    app.see("Mở tệp bằng chương trình khác?");
    app.tap(Key::Escape);
    app.miss("Mở tệp bằng chương trình khác?");
}

#[test]
fn a_picture_fills_the_window_when_it_is_pressed() {
    let mut app = read(&Fake::new(), LESSON);
    let words = "Bàn tay dưới vòi nước. Nước chảy thành dòng.";
    app.press("Mục lục");
    app.tap(Key::PageDown);
    app.see(words);
    let picture = app.place_of(words).intersect(egui::Rect::from_min_size(egui::Pos2::ZERO, LAPTOP));
    assert!(picture.is_positive(), "{picture}");
    app.press_at(picture.center());
    app.see("Phóng to hình");
    app.tap(Key::Escape);
    app.miss("Phóng to hình");
}

#[test]
fn a_lesson_that_was_done_says_so_in_the_outline_and_in_the_library() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.see("1. Nhà an toàn, 0/2");
    app.tap(Key::End);
    app.press("Đánh dấu đã học");
    app.see("1. Nhà an toàn, 1/2");
    app.press("Thư viện");
    app.see("Đã học 1 trên 4 bài");
    app.key(Modifiers::COMMAND, Key::Z);
    app.see("Đã học 0 trên 4 bài");
}

#[test]
fn the_next_lesson_is_one_press_away_by_the_foot_and_by_keys() {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.tap(Key::End);
    app.press("Bài sau: Sân, bếp và ao nhà");
    app.see("Một vòng quanh sân");
    app.key(Modifiers::COMMAND, Key::PageUp);
    app.see("Ao, bếp và ổ điện");
    app.key(Modifiers::COMMAND, Key::PageDown);
    app.see("Một vòng quanh sân");
}

#[test]
fn a_planned_lesson_says_that_it_is_being_written() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("2. Đường làng, 0/3");
    app.press("Đi bộ tới trường\nđang biên soạn");
    app.see("Bài này đang biên soạn");
}

#[test]
fn focus_leaves_nothing_but_the_text() {
    let mut app = read(&Fake::new(), LESSON);
    app.tap(Key::F9);
    app.until("focus", |app| !app.offers("Lọc bài học"));
    assert!(!app.offers("Thư viện") && !app.offers("Nguồn 2"));
    assert!(app.says("Một vòng quanh sân"));
    app.tap(Key::F9);
    app.until("the outline", |app| app.offers("Lọc bài học"));
}

#[test]
fn copying_takes_the_plain_text_of_all_selected_blocks_on_the_screen_or_not() {
    let mut app = read(&Fake::new(), LESSON);
    let from = app.place_of("Một vòng quanh sân");
    app.press_at(from.left_center());
    app.press("Rào ao");
    app.see("Cửa rào tự đóng");
    let to = app.place_of("Cửa rào tự đóng");
    app.happen(Event::ModifiersChanged(Modifiers::SHIFT));
    app.press_at(to.right_center());
    app.happen(Event::ModifiersChanged(Modifiers::NONE));
    app.happen(Event::Copy);
    let copied = app.clipboard().unwrap();
    assert!(copied.starts_with("Một vòng quanh sân mất năm phút.\n\nĐậy nắp giếng\nKhóa cổng"), "{copied}");
    assert!(copied.ends_with("gang tay.\n\nCửa rào tự đóng, chốt ở phía trên."), "{copied}");
}
