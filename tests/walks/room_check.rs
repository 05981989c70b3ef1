//! The room before a class: screens, letters, clicker, sleep, battery.

use egui::{Key, Modifiers, vec2};
use hoclieu::app::machine::Battery;
use hoclieu::app::present::{Board, Button, Step};
use hoclieu::app::start::Presenting;

use crate::app::{App, LAPTOP, read};
use crate::fake::Fake;

const LESSON: &str = "Vì sao phải để mắt tới trẻ";
const LAPTOP_SCREEN: (u32, u32) = (1366, 768);
const PROJECTOR: (u32, u32) = (1920, 1080);

/// The check before a class that was begun, with a projector.
fn check(desktop: &Fake) -> App {
    let mut app = class(desktop);
    app.tap(Key::K);
    app.see("Nhìn lên màn chiếu");
    app
}

/// A class, not on the projector yet.
fn class(desktop: &Fake) -> App {
    let mut app = read(desktop, LESSON);
    app.tap(Key::F5);
    app.see("Trang đang chiếu");
    if app.offers("Tôi đã xem") {
        app.press("Tôi đã xem");
    }
    app.plug(&[LAPTOP_SCREEN, PROJECTOR]);
    app
}

fn step(app: &App) -> Option<Step> {
    app.state().hall.check.as_ref().map(|check| check.step)
}

/// What the hall's window draws.
fn board(app: &App) -> Option<Board> {
    app.state().hall.feed.load().board.clone()
}

/// The screen that the hall looks at.
fn hall(app: &App) -> usize {
    app.state().hall_screen().unwrap()
}

#[test]
fn the_room_is_checked_by_the_keyboard_alone_and_the_class_begins() {
    let desktop = Fake::new();
    let mut app = check(&desktop);
    assert!(matches!(board(&app), Some(Board::Number(2, _))));
    app.tap(Key::Enter);
    app.see("Hàng cuối đọc được đến dòng nào?");
    assert!(matches!(board(&app), Some(Board::Chart(lines)) if lines.len() == 6));
    app.tap(Key::Num3);
    assert_eq!(app.state().settings.present.least_part, 18);
    app.tap(Key::PageDown);
    app.see("Bấm lần lượt từng nút của bút");
    app.tap(Key::PageDown);
    app.tap(Key::PageUp);
    app.see("Trang trước: đã nhận");
    app.tap(Key::Enter);
    assert_eq!(step(&app), Some(Step::Clicker));
    app.tap(Key::Enter);
    app.see("Đã giữ máy thức");
    app.tap(Key::PageDown);
    app.see("20,0 GB");
    app.tap(Key::PageUp);
    assert_eq!(step(&app), Some(Step::Awake));
    app.tap(Key::PageDown);
    app.tap(Key::Enter);
    app.see("Hội trường đã sẵn sàng");
    app.tap(Key::Enter);
    app.see("Trang đang chiếu");
    assert!(app.state().hall.live && app.state().hall.check.is_none());
    let deck = |app: &App| app.state().hall.talk.as_ref().unwrap().deck.least.part();
    app.until("slides in those letters", |app| deck(app) == 18);
}

#[test]
fn the_room_is_checked_by_the_mouse_alone_without_a_class() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Trình chiếu");
    app.plug(&[LAPTOP_SCREEN, PROJECTOR]);
    app.press("Kiểm tra hội trường");
    app.see("Màn 1: Màn hình của anh chị");
    app.see("Màn 2: Màn hình của lớp");
    app.press("Tiếp");
    app.press("Dòng 5, 1/22: Báo ngay cho công an và Ủy ban xã");
    assert_eq!(app.state().settings.present.least_part, 22);
    app.press("Tiếp");
    app.press("Thử xong");
    app.press("Tiếp");
    app.press("Tiếp");
    app.see("Không thử bút");
    app.press("1. Màn hình, ổn");
    app.see("Nhìn lên màn chiếu");
    app.press("6. Xong, ổn");
    app.press("Chọn bài để dạy");
    app.see("Từng bài");
    assert!(app.state().hall.check.is_none() && !app.state().hall.live);
}

#[test]
fn a_swap_goes_back_by_itself_unless_it_is_confirmed() {
    let desktop = Fake::new();
    let mut app = check(&desktop);
    let chosen = app.state().settings.present.monitor.clone();
    app.tap(Key::S);
    app.see("Hình có đúng chỗ không?");
    assert!(matches!(board(&app), Some(Board::Number(1, _))));
    desktop.let_seconds_pass(9);
    app.see("Tự trả về sau 1 giây");
    assert_eq!((hall(&app), app.state().hall.screens.own), (0, Some(1)));
    desktop.let_seconds_pass(1);
    app.miss("Hình có đúng chỗ không?");
    app.see("Chưa ai xác nhận");
    assert_eq!((hall(&app), app.state().hall.screens.own), (1, Some(0)));
    assert_eq!(app.state().settings.present.monitor, chosen);

    app.tap(Key::S);
    app.see("Hình có đúng chỗ không?");
    app.tap(Key::Enter);
    app.miss("Hình có đúng chỗ không?");
    desktop.let_seconds_pass(60);
    app.rest();
    assert_eq!((hall(&app), step(&app)), (0, Some(Step::Screens)));
    assert_eq!(app.state().settings.present.monitor.as_ref().unwrap().size, LAPTOP_SCREEN);
}

#[test]
fn a_swap_in_a_class_goes_back_too_and_escape_takes_it_back_at_once() {
    let desktop = Fake::new();
    let mut app = class(&desktop);
    app.key(Modifiers::COMMAND, Key::Enter);
    app.press("Đổi màn");
    app.see("Hình có đúng chỗ không?");
    desktop.let_seconds_pass(10);
    app.miss("Hình có đúng chỗ không?");
    assert_eq!(hall(&app), 1);
    app.tap(Key::S);
    assert_eq!(hall(&app), 0);
    app.tap(Key::Escape);
    assert_eq!(hall(&app), 1);
    assert!(!app.state().hall.talk.as_ref().unwrap().asks_to_end);
    app.tap(Key::S);
    app.press("Giữ lại");
    desktop.let_seconds_pass(60);
    app.rest();
    assert_eq!(hall(&app), 0);
}

#[test]
fn a_second_swap_leads_back_and_nothing_is_left_to_confirm() {
    let mut app = check(&Fake::new());
    app.tap(Key::S);
    app.tap(Key::S);
    app.miss("Hình có đúng chỗ không?");
    assert_eq!((hall(&app), app.state().hall.screens.own), (1, Some(0)));
}

#[test]
fn a_cable_pulled_during_a_trial_ends_it_at_once() {
    let mut app = check(&Fake::new());
    app.tap(Key::S);
    app.see("Hình có đúng chỗ không?");
    app.plug(&[LAPTOP_SCREEN]);
    app.miss("Hình có đúng chỗ không?");
    app.plug(&[LAPTOP_SCREEN, PROJECTOR]);
    assert_eq!((hall(&app), app.state().hall.screens.own), (1, Some(0)));
}

#[test]
fn with_three_screens_a_press_on_the_map_chooses_the_halls() {
    let mut app = check(&Fake::new());
    app.plug(&[LAPTOP_SCREEN, PROJECTOR, (1024, 768)]);
    app.press("Màn 3: Chưa dùng");
    assert!(matches!(board(&app), Some(Board::Number(3, _))));
    app.press("Trả về ngay");
    assert!(matches!(board(&app), Some(Board::Number(2, _))));
}

#[test]
fn one_screen_is_told_how_to_extend_and_watched_until_there_are_two() {
    let mut app = check(&Fake::new());
    app.plug(&[LAPTOP_SCREEN]);
    app.see("nhấn Windows+P, chọn Mở rộng (Extend)");
    app.plug(&[LAPTOP_SCREEN, PROJECTOR]);
    app.see("số 2 có ở đó không?");
    app.plug(&[LAPTOP_SCREEN]);
    app.tap(Key::M);
    app.press("6. Xong, chưa xem");
    app.see("Dạy với một màn hình");
    app.tap(Key::Enter);
    app.until("the slide fills the screen", |app| app.state().hall.table);
}

#[test]
fn keys_do_nothing_but_tick_while_the_clicker_is_tried() {
    let mut app = check(&Fake::new());
    app.press("3. Bút điều khiển, chưa xem");
    app.see("Chưa nhận được nút nào");
    for key in [Key::PageDown, Key::Period, Key::F5, Key::Escape] {
        app.tap(key);
    }
    app.key(Modifiers::COMMAND, Key::K);
    app.see("Phím lạ, không làm gì khi dạy: Ctrl+K");
    let check = app.state().hall.check.as_ref().unwrap();
    let ticked: Vec<Button> = check.heard.buttons.iter().copied().collect();
    assert_eq!(ticked, [Button::Next, Button::Black, Button::Start, Button::Escape]);
    assert_eq!((check.step, app.state().overlay.is_some()), (Step::Clicker, false));
    assert_eq!(app.state().hall.talk.as_ref().unwrap().veil, None);
}

#[test]
fn the_machine_is_awake_for_the_check_and_the_class_and_no_longer() {
    let desktop = Fake::new();
    let mut app = check(&desktop);
    app.until("the machine is awake", |_| desktop.is_awake());
    app.tap(Key::Escape);
    app.until("the machine may sleep", |_| !desktop.is_awake());
    app.key(Modifiers::COMMAND, Key::Enter);
    app.until("the machine is awake for the class", |_| desktop.is_awake());
    app.tap(Key::Escape);
    app.tap(Key::Enter);
    app.until("the machine may sleep after the class", |_| !desktop.is_awake());
}

#[test]
fn a_machine_that_refuses_to_stay_awake_is_told_of_with_the_way_out() {
    let desktop = Fake::new();
    desktop.is_sleepy();
    let mut app = check(&desktop);
    app.press("4. Máy không ngủ, chưa xem");
    app.see("thành Không bao giờ (Never)");
    app.press("6. Xong, chưa xem");
    app.see("còn 1 điều nên để ý");
}

#[test]
fn a_low_battery_asks_for_mains() {
    let desktop = Fake::new();
    desktop.runs_on(Battery { percent: 22, discharging: true });
    let mut app = check(&desktop);
    app.press("5. Pin, nguồn, đĩa, chưa xem");
    app.see("Cắm sạc trước khi bắt đầu: pin còn 22 %");
    desktop.runs_on(Battery { percent: 22, discharging: false });
    desktop.let_seconds_pass(5);
    app.see("Đủ cho cả buổi");
}

#[test]
fn escape_leaves_the_check_and_keeps_what_was_set() {
    let mut app = check(&Fake::new());
    app.tap(Key::PageDown);
    app.tap(Key::Num1);
    app.tap(Key::Escape);
    app.see("Trang đang chiếu");
    assert_eq!(app.state().settings.present.least_part, 14);
}

#[test]
fn the_check_fits_a_small_window() {
    let mut app = check(&Fake::new());
    app.resize(vec2(911.0, 512.0));
    for name in ["Tiếp", "Đóng", "Đổi màn hình", "6. Xong, chưa xem"] {
        let at = app.bring(name);
        assert!(at.height() >= 32.0 && at.bottom() <= 512.0, "{name} is {at:?}");
    }
}

#[test]
fn the_command_line_begins_a_class_on_the_screen_that_it_names() {
    for (monitor, live, says) in [(2, true, "Trang đang chiếu"), (7, false, "Không có màn số 7")] {
        let desktop = Fake::new();
        read(&desktop, LESSON).close();
        let presenting = Presenting { monitor: Some(monitor) };
        let mut app = App::present(&desktop, Some(&desktop.course()), LAPTOP, Some(presenting));
        app.see("Trang đang chiếu");
        app.plug(&[LAPTOP_SCREEN, PROJECTOR]);
        app.see(says);
        assert_eq!(app.state().hall.live, live);
        assert!(app.state().hall.trial.is_none());
    }
}
