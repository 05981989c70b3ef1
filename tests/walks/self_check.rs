//! Rounds of questions, by mouse and by the keyboard alone.

use egui::{Key, Modifiers};

use hoclieu::disk;
use hoclieu::study::self_check::Draft;

use crate::app::{App, LAPTOP, start_with};
use crate::fake::Fake;
use crate::keyboard::tab_to;

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Opens «Ôn tập» of the course with questions.
pub(crate) fn study(desktop: &Fake) -> App {
    let mut app = start_with(desktop, &desktop.study_course());
    app.key(Modifiers::ALT, Key::Num4);
    app.see("1. Ao và giếng, nắm được");
    app
}

/// Begins the round of the first module.
fn module_round(app: &mut App) {
    app.press("Tự kiểm tra");
    app.see("Rào kín ba mặt ao là đủ.");
}

fn order(app: &App) -> Vec<usize> {
    match &app.state().room.run.as_ref().unwrap().draft {
        Draft::Arranged { order, .. } => order.clone(),
        Draft::Marked(_) => panic!("nothing to be arranged"),
    }
}

/// Brings everything into its place with digits: pick up, put down.
fn arrange_by_digits(app: &mut App) {
    let places = order(app).len();
    for (place, key) in DIGITS.into_iter().enumerate().take(places) {
        let from = order(app).iter().position(|thing| *thing == place).unwrap();
        if from != place {
            app.tap(DIGITS[from]);
            app.tap(key);
        }
    }
}

/// Drags the line that says these words onto a place.
fn drag_to(app: &mut App, words: &str, place: usize) {
    let line = |app: &App, is: &dyn Fn(&str) -> bool| {
        let name = app.words().into_iter().find(|name| is(name)).unwrap();
        app.target(&name).unwrap().rect()
    };
    let from = line(app, &|name| name.ends_with(words) && name.contains(". "));
    let number = format!("{place}. ");
    let to = line(app, &|name| name.starts_with(&number) && app.offers(name));
    // A press without a way is no drag.
    if from != to {
        app.drag(from.center(), to.center());
    }
}

#[test]
fn a_round_is_walked_by_mouse_and_every_choice_says_why() {
    let mut app = study(&Fake::new());
    module_round(&mut app);
    assert!(app.says("Chọn một đáp án trước đã") && !app.says("Rào kín cả bốn mặt."));
    app.press("B. Sai");
    app.press("Biết chắc");
    app.see("Rào kín cả bốn mặt.");
    assert!(app.says("Mặt để trống là lối đi của trẻ.") && app.offers("102/2016/QH13, Điều 30"));
    app.press("Câu tiếp");
    app.press("C. Ở ngõ, ngó vào");
    app.press("Đoán");
    app.see("Hai phút là đủ để trẻ ngạt.");
    assert!(app.says("Với tới được thì kéo lên được.") && app.says("Anh chị đã chọn câu này"));
    app.press("Câu tiếp");
    app.press("A. Cửa không chốt");
    app.press("C. Khe rộng hơn gang tay");
    app.press("Biết chắc");
    app.see("Cột giữ rào đứng vững.");
    app.press("Câu tiếp");
    for (words, place) in [("Đo quanh ao", 1), ("Chôn cột", 2), ("Căng lưới", 3)] {
        drag_to(&mut app, words, place);
    }
    assert_eq!(order(&app), [0, 1, 2]);
    app.press("Biết chắc");
    app.see("Đo xong mới biết chôn mấy cột");
    app.press("Câu tiếp");
    for (words, place) in [("Đậy nắp", 1), ("Rào kín", 2), ("Úp xuống", 3)] {
        drag_to(&mut app, words, place);
    }
    app.press("Biết chắc");
    app.see("Ao rộng không đậy được.");
    app.press("Xem kết quả");
    app.see("Đúng 4 trên 5 câu");
    assert!(app.says("Nói được thế nào là giám sát gần.") && app.says("0/1"));
    app.press("Trông trẻ");
    app.see("Mắt thấy, tay với tới");
}

#[test]
fn a_round_is_walked_by_the_keyboard_alone() {
    let mut app = study(&Fake::new());
    tab_to(&mut app, "Tự kiểm tra");
    app.tap(Key::Enter);
    app.see("Rào kín ba mặt ao là đủ.");
    app.tap(Key::Enter);
    assert!(!app.says("Rào kín cả bốn mặt."), "nothing is marked yet");
    app.tap(Key::Num2);
    app.tap(Key::Enter);
    app.see("Rào kín cả bốn mặt.");
    app.tap(Key::Enter);
    app.see("đứng ở đâu?");
    app.tap(Key::Num3);
    app.key(Modifiers::SHIFT, Key::Enter);
    app.see("Hai phút là đủ để trẻ ngạt.");
    app.tap(Key::Enter);
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num2, Key::Enter] {
        app.tap(key);
    }
    app.see("Cột giữ rào đứng vững.");
    app.tap(Key::Enter);
    arrange_by_digits(&mut app);
    app.tap(Key::Enter);
    app.see("Đúng chỗ");
    app.tap(Key::Enter);
    arrange_by_digits(&mut app);
    app.tap(Key::Enter);
    app.see("Ao rộng không đậy được.");
    app.tap(Key::Enter);
    app.see("Đúng 4 trên 5 câu");
    tab_to(&mut app, "Trông trẻ");
    app.tap(Key::Enter);
    app.see("Mắt thấy, tay với tới");
}

#[test]
fn arrows_move_the_line_that_is_held_and_a_focused_line_is_held_by_space() {
    let mut app = study(&Fake::new());
    module_round(&mut app);
    for key in [
        Key::Num1,
        Key::Enter,
        Key::Enter,
        Key::Num1,
        Key::Enter,
        Key::Enter,
        Key::Num1,
        Key::Enter,
        Key::Enter,
    ] {
        app.tap(key);
    }
    app.see("Xếp thứ tự việc rào ao.");
    let before = order(&app);
    app.tap(Key::ArrowDown);
    assert_eq!(order(&app), before, "nothing is held");
    app.tap(Key::Num1);
    app.tap(Key::ArrowDown);
    app.tap(Key::ArrowDown);
    app.tap(Key::ArrowDown);
    assert_eq!(order(&app), [before[1], before[2], before[0]]);
    app.tap(Key::Num3);
    let last = app.words().into_iter().find(|name| name.starts_with("3. ")).unwrap();
    tab_to(&mut app, &last);
    app.tap(Key::Space);
    app.tap(Key::ArrowUp);
    app.tap(Key::ArrowUp);
    assert_eq!(order(&app), before);
}

#[test]
fn mouse_and_keys_take_turns() {
    let mut app = study(&Fake::new());
    module_round(&mut app);
    app.press("B. Sai");
    app.tap(Key::Enter);
    app.see("Rào kín cả bốn mặt.");
    app.press("Câu tiếp");
    app.tap(Key::Num1);
    app.press("Đoán");
    app.tap(Key::Enter);
    app.see("Những chỗ nào của rào là chỗ hở?");
}

#[test]
fn keys_of_a_round_rest_under_what_lies_above_it() {
    let mut app = study(&Fake::new());
    module_round(&mut app);
    app.key(Modifiers::COMMAND, Key::K);
    app.see("Tên bài hoặc lệnh");
    app.tap(Key::Num2);
    app.tap(Key::Escape);
    app.miss("Tên bài hoặc lệnh");
    assert!(app.says("Chọn một đáp án trước đã"));
}

#[test]
fn what_was_wrong_is_asked_again_until_it_is_right_even_after_a_restart() {
    let desktop = Fake::new();
    let mut app = study(&desktop);
    module_round(&mut app);
    app.tap(Key::Num1);
    app.tap(Key::Enter);
    app.press("Dừng ở đây");
    app.see("Đúng 0 trên 1 câu");
    assert!(app.says("1 câu anh chị biết chắc mà chưa đúng"));
    app.close();
    let mut app = study(&desktop);
    app.press("Làm lại câu sai (1)");
    app.see("Rào kín ba mặt ao là đủ.");
    assert!(app.says("Câu 1/1"));
    app.tap(Key::Num2);
    app.tap(Key::Enter);
    app.press("Xem kết quả");
    app.press("Về trang Ôn tập");
    app.see("Làm lại câu sai (0)");
    assert!(app.says("1. Ao và giếng, nắm được 1/5 câu"));
}

#[test]
fn answers_stay_with_a_question_whose_words_were_edited() {
    let desktop = Fake::new();
    let mut app = study(&desktop);
    module_round(&mut app);
    app.tap(Key::Num1);
    app.tap(Key::Enter);
    app.close();
    let file = desktop.study_course().join("lessons/m01/ao-nha.json");
    let text = String::from_utf8(disk::read_at_most(&file, 1 << 20).unwrap().unwrap()).unwrap();
    let edited = text.replace("Rào kín ba mặt ao là đủ.", "Ao rào ba mặt đã an toàn.");
    disk::replace(&file, edited.as_bytes()).unwrap();
    let mut app = study(&desktop);
    app.press("Làm lại câu sai (1)");
    app.see("Ao rào ba mặt đã an toàn.");
}

#[test]
fn a_round_goes_on_where_it_was_left() {
    let mut app = study(&Fake::new());
    app.press("Bắt đầu");
    app.see("Câu 1/6");
    app.key(Modifiers::ALT, Key::ArrowLeft);
    app.see("Đang làm dở: đã trả lời 0 trên 6 câu");
    app.press("Làm tiếp");
    app.see("Câu 1/6");
}

#[test]
fn a_lesson_ends_with_its_own_self_check_and_its_questions_count() {
    let mut app = study(&Fake::new());
    app.key(Modifiers::ALT, Key::Num2);
    app.see("Rào kín cả bốn mặt");
    app.tap(Key::End);
    app.press("Tự kiểm tra bài này");
    app.see("Câu 1/5");
    app.key(Modifiers::ALT, Key::ArrowLeft);
    app.press("B. Sai");
    app.see("Đúng, anh chị đã chọn câu này");
    app.key(Modifiers::ALT, Key::Num4);
    app.see("1. Ao và giếng, nắm được 1/5 câu");
}

#[test]
fn a_question_in_its_lesson_is_arranged_by_dragging_too() {
    let mut app = study(&Fake::new());
    app.key(Modifiers::ALT, Key::Num2);
    app.see("Rào kín cả bốn mặt");
    app.tap(Key::End);
    app.see("Xếp thứ tự việc rào ao.");
    app.bring("Xem đáp án");
    let lines = |app: &App| {
        let mut lines = app.words();
        lines.retain(|line| {
            ["Đo quanh ao", "Chôn cột", "Căng lưới"].iter().any(|words| line.ends_with(words))
        });
        lines
    };
    let before = lines(&app);
    app.bring(&before[0]);
    let (from, to) = (app.target(&before[0]).unwrap().rect(), app.target(&before[1]).unwrap().rect());
    app.drag(from.center(), to.center());
    let after = lines(&app);
    assert_eq!(
        after[1].trim_start_matches("2. "),
        before[0].trim_start_matches("1. "),
        "{before:?} {after:?}"
    );
    assert!(!app.offers("Tô vàng"), "dragging a line selects no words");
}

#[test]
fn before_learning_nothing_is_given_away_and_after_it_both_are_compared() {
    let desktop = Fake::new();
    let mut app = study(&desktop);
    app.press("Ôn tập: Trước và sau khi học");
    app.see("Cả khóa học");
    app.press("Trả lời trước khi học");
    for key in [Key::Num1, Key::Enter] {
        app.tap(key);
        assert!(!app.says("Mặt để trống là lối đi của trẻ."));
    }
    app.see("Câu 2/3");
    app.press("Dừng ở đây");
    app.see("Đáp án chưa hiện");
    app.press("Xem so sánh");
    app.press("Trước khi học: làm tiếp 2 câu");
    for key in [Key::Num2, Key::Enter, Key::Num2, Key::Enter] {
        app.tap(key);
    }
    app.see("Đúng 1 trên 2 câu");
    app.press("Xem so sánh");
    app.see("Trước khi học: đúng 1 trên 3 câu đã trả lời");
    app.press("Trả lời sau khi học");
    for key in [Key::Num2, Key::Enter, Key::Num1, Key::Enter, Key::Num2, Key::Enter] {
        app.tap(key);
    }
    app.press("Xem so sánh");
    app.see("Sau khi học: đúng 3 trên 3 câu đã trả lời");
    app.press("1. Ao và giếng, 2 câu hỏi");
    app.see("Chỉ được chỗ hở của một hàng rào.");
    assert!(app.says("Trước khi học: đúng 0 trên 1 câu đã trả lời"));
}

#[test]
fn a_round_fits_the_smallest_screen_with_its_buttons_in_sight() {
    let mut app = study(&Fake::new());
    for size in [egui::vec2(911.0, 512.0), egui::vec2(1093.0, 614.0), LAPTOP] {
        app.resize(size);
        app.key(Modifiers::ALT, Key::Num4);
        module_round(&mut app);
        app.tap(Key::Num1);
        for button in ["Biết chắc", "Đoán", "Dừng ở đây"] {
            let at = app.target(button).unwrap().rect();
            assert!(
                egui::Rect::from_min_size(egui::Pos2::ZERO, size).contains_rect(at),
                "{size}: {button} {at}"
            );
            assert!(at.height() >= 32.0, "{button}");
        }
        app.tap(Key::Enter);
        let at = app.target("Câu tiếp").unwrap().rect();
        assert!(at.bottom() <= size.y, "{size}: {at}");
    }
}
