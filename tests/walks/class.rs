//! What a speaker does with the hall, and what stays of a class.

use egui::{Key, Modifiers};
use hoclieu::app::pictures::PictureState;
use hoclieu::app::present::{Talk, Veil};
use hoclieu::class::{Item, Round};

use crate::app::{App, read, start_with};
use crate::fake::Fake;
use crate::keyboard::tab_to;

const LESSON: &str = "Vì sao phải để mắt tới trẻ";
const AGENDA: &str = "Một giờ";

/// A class that was begun with F5, and nothing above it.
fn class(desktop: &Fake) -> App {
    let mut app = read(desktop, LESSON);
    app.tap(Key::F5);
    begun(&mut app);
    app
}

fn begun(app: &mut App) {
    app.see("Trang đang chiếu");
    if app.offers("Tôi đã xem") {
        app.press("Tôi đã xem");
    }
}

fn talk(app: &App) -> &Talk {
    app.state().hall.talk.as_deref().unwrap()
}

/// Minutes of the agenda that is being changed.
fn minutes(app: &App) -> Vec<Option<u16>> {
    let agenda = app.state().hall.editing.and_then(|id| app.state().classes.agenda(id)).unwrap();
    agenda.items.iter().map(Item::minutes).collect()
}

#[test]
fn hands_are_counted_by_the_keyboard_alone_before_and_after() {
    let mut app = class(&Fake::new());
    app.tap(Key::PageDown);
    for (count, yes, round) in [(1, "25", Round::Before), (2, "60", Round::After)] {
        app.tap(Key::H);
        app.see("Đếm tay giơ");
        app.write(yes);
        app.tap(Key::Enter);
        app.write("75");
        let tallies = &talk(&app).record.tallies;
        assert_eq!((tallies.len(), tallies[count - 1].round), (count, round));
        assert_eq!(tallies[count - 1].of_choice(0).to_string(), yes);
        app.press("Chiếu kết quả");
        app.miss("Đếm tay giơ");
        assert_eq!(talk(&app).veil, Some(Veil::Hands));
        app.tap(Key::PageDown);
        assert_eq!((talk(&app).veil.clone(), talk(&app).at.slide), (None, 1));
    }
}

#[test]
fn only_digits_are_taken_as_hands_and_blocks_of_seats_add_up() {
    let mut app = class(&Fake::new());
    app.press("Giơ tay");
    app.press("Thêm: Số dãy ghế");
    app.press("Số tay chọn A, dãy 1");
    app.write("x12");
    app.press("Số tay chọn A, dãy 2");
    app.write("30");
    app.see("Tất cả 42 tay");
    // A number is no slide's number while it is typed into a field.
    assert!(talk(&app).digits.is_empty());
    app.press("Xong");
    assert_eq!(talk(&app).record.tallies[0].of_choice(0), 42);
}

#[test]
fn an_activity_runs_by_the_clock_and_can_get_more_time() {
    let desktop = Fake::new();
    let mut app = class(&desktop);
    app.tap(Key::T);
    app.see("Hẹn giờ cho hoạt động");
    app.press("Bao lâu: 2 phút");
    app.press("Bắt đầu tính giờ");
    app.see("Hẹn giờ 02:00");
    desktop.let_seconds_pass(50);
    app.see("Hẹn giờ 01:10");
    app.press("Hẹn giờ 01:10");
    app.press("Thêm 1 phút");
    app.press("Đóng");
    app.see("Hẹn giờ 02:10");
    desktop.let_seconds_pass(500);
    app.see("Hẹn giờ 00:00");
    app.tap(Key::T);
    app.press("Bỏ đồng hồ");
    app.miss("Hẹn giờ 00:00");
}

#[test]
fn rows_are_drawn_by_one_key_and_shown_until_the_next_press() {
    let mut app = class(&Fake::new());
    app.tap(Key::R);
    app.see("Bốc thăm và chiếu");
    app.tap(Key::Enter);
    assert_eq!((talk(&app).record.picked.len(), &talk(&app).veil), (1, &Some(Veil::Picked)));
    app.tap(Key::PageDown);
    assert_eq!(talk(&app).veil, None);
}

#[test]
fn questions_for_later_and_the_people_present_stand_in_the_record() {
    let desktop = Fake::new();
    let mut app = class(&desktop);
    app.tap(Key::Q);
    app.see("Chưa có câu hỏi nào để lại");
    app.write("Xã không có bể bơi thì sao?");
    app.tap(Key::Enter);
    app.write("Ai trả tiền xe?");
    app.tap(Key::Enter);
    app.press("Số người dự");
    app.write("187");
    app.press("Đã trả lời: Ai trả tiền xe?");
    app.press("Bỏ câu hỏi: Xã không có bể bơi thì sao?");
    app.press("Lấy lại");
    app.press("Xong");
    desktop.let_seconds_pass(400);
    app.tap(Key::Escape);
    app.tap(Key::Enter);
    for line in [
        "Biên bản buổi tập huấn",
        "Số người dự: 187",
        "Xã không có bể bơi thì sao?",
        "Ai trả tiền xe? (đã trả lời)",
    ] {
        app.see(line);
    }
    app.press("Sao chép biên bản");
    assert!(app.clipboard().unwrap().contains("- Vì sao phải để mắt tới trẻ: 7 phút"));
    app.press("Đóng");
    app.press("Trình chiếu");
    app.see("Những buổi đã dạy");
    assert!(app.says("Vì sao phải để mắt tới trẻ"));
}

#[test]
fn after_a_power_cut_the_class_goes_on_where_it_was_with_the_time_that_was_left() {
    let desktop = Fake::new();
    let mut app = class(&desktop);
    for _ in 0..2 {
        app.tap(Key::PageDown);
    }
    let (at, left) = (talk(&app).at, 45 * 60_000);
    app.press("Còn theo kế hoạch: 05:00");
    app.press("Muộn hơn 45 phút");
    let ends = talk(&app).record.ends.unwrap();
    drop(app);
    desktop.let_seconds_pass(600);

    let mut app = start_with(&desktop, &desktop.course());
    app.see("Buổi dạy bị ngắt");
    app.tap(Key::Escape);
    app.miss("Buổi dạy bị ngắt");
    app.press("Trình chiếu");
    app.press("Buổi dạy bị ngắt");
    let button = app.words().into_iter().find(|said| said.starts_with("Dạy tiếp, còn 45:00")).unwrap();
    app.press(&button);
    begun(&mut app);
    assert_eq!((talk(&app).at, &talk(&app).veil), (at, &Some(Veil::Black)));
    let later = talk(&app).record.ends.unwrap();
    assert_eq!((later.0 - ends.0, talk(&app).record.last.0 + left), (600_000, later.0));
    app.tap(Key::Space);
    assert_eq!((talk(&app).at, &talk(&app).veil), (at, &None));
}

#[test]
fn a_class_that_was_ended_well_or_given_up_is_not_offered_again() {
    let desktop = Fake::new();
    drop(class(&desktop));
    let mut app = start_with(&desktop, &desktop.course());
    app.press("Buổi ấy đã xong");
    drop(app);
    let mut app = start_with(&desktop, &desktop.course());
    app.see("Trẻ em an toàn ở thôn");
    assert!(!app.says("Buổi dạy bị ngắt"));
}

#[test]
fn an_agenda_is_copied_shortened_taught_and_brought_back_after_a_delete() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Trình chiếu");
    app.press(&format!("Sao chép để sửa: {AGENDA}"));
    app.see("2 bài, 57 phút");
    assert_eq!(minutes(&app), [Some(12), Some(5), Some(40)]);
    app.press("Đưa lên: Giải lao");
    assert_eq!(minutes(&app), [Some(5), Some(12), Some(40)]);
    app.press("Bỏ: Sân, bếp và ao nhà");
    assert_eq!(minutes(&app), [Some(5), Some(12)]);
    app.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(minutes(&app), [Some(5), Some(12), Some(40)]);
    app.press(&format!("Các trang: {LESSON}"));
    let slide = app.words().into_iter().find(|said| said.starts_with("Chiếu trang: ")).unwrap();
    app.press(&slide);
    app.press("Thêm giờ nghỉ");
    app.press("Bắt đầu buổi này");
    begun(&mut app);
    let slides = &talk(&app).deck.slides;
    assert_eq!((slides[0].key.lesson.clone(), slides[0].minutes), (None, 5));
    assert_eq!((0..slides.len()).filter(|at| talk(&app).is_left_out(*at)).count(), 1);
    app.tap(Key::Escape);
    app.tap(Key::Enter);
    app.press("Trình chiếu");
    app.press("Xong");
    app.press(&format!("Xóa: {AGENDA}"));
    app.see("Đã xóa chương trình");
    app.press("Hoàn tác");
    app.see(&format!("Sửa: {AGENDA}"));
}

#[test]
fn a_rehearsal_keeps_the_minutes_of_each_slide_and_makes_an_agenda_of_them() {
    let desktop = Fake::new();
    let mut app = read(&desktop, LESSON);
    app.press("Trình chiếu");
    app.press("Buổi này: Tập dượt – ghi lại số phút từng trang");
    app.press(AGENDA);
    begun(&mut app);
    app.see("Tập dượt · trang 1/");
    let slides = talk(&app).deck.slides.len();
    for _ in 0..slides {
        desktop.let_seconds_pass(100);
        app.tap(Key::PageDown);
    }
    app.tap(Key::Escape);
    app.tap(Key::Enter);
    app.see("Buổi tập dượt");
    app.press("Lập chương trình từ số phút này");
    app.see("Tên chương trình");
    let minutes = minutes(&app);
    assert!(minutes[0] != Some(12) && minutes[1] == Some(5), "{minutes:?}");
}

#[test]
fn the_card_of_a_break_says_what_the_agenda_says() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Trình chiếu");
    app.press(AGENDA);
    begun(&mut app);
    let at = talk(&app).deck.slides.iter().position(|slide| slide.key.lesson.is_none()).unwrap();
    for digit in (at + 1).to_string().chars() {
        app.tap(Key::from_name(&digit.to_string()).unwrap());
    }
    app.tap(Key::Enter);
    app.tap(Key::G);
    app.see("Tấm bảng nghỉ");
    app.press("Chiếu tấm bảng");
    let Some(Veil::Pause(pause)) = talk(&app).veil.clone() else { panic!("no break") };
    assert_eq!(pause.message, "Giải lao");
    assert_eq!(pause.until.unwrap().0 - talk(&app).record.last.0, 5 * 60_000);
}

#[test]
fn when_time_is_short_the_speaker_decides_what_goes() {
    let desktop = Fake::new();
    let mut app = class(&desktop);
    app.press("Còn theo kế hoạch: 10:00");
    app.press("Muộn hơn 5 phút");
    desktop.let_seconds_pass(200);
    app.tap(Key::A);
    app.see("Để kết thúc đúng giờ");
    app.see("Sẽ quá giờ kết thúc");
    app.press("Muộn hơn 15 phút");
    app.see("Sẽ xong trước giờ kết thúc");
    app.press("Giữ nguyên");
    app.miss("Để kết thúc đúng giờ");
}

#[test]
fn charts_of_lessons_that_were_never_opened_are_drawn_in_an_agenda() {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    app.see("Trẻ em an toàn ở thôn");
    app.press("Trình chiếu");
    app.press(AGENDA);
    begun(&mut app);
    app.tap(Key::End);
    app.tap(Key::O);
    app.see("Tìm trong các trang chiếu");
    let drawn =
        |app: &App| app.state().pictures.all().all(|(_, picture)| matches!(picture, PictureState::Ready(_)));
    app.until("all pictures", drawn);
    assert!(app.state().pictures.all().count() >= 2);
}

#[test]
fn a_class_is_chosen_and_begun_by_the_keyboard_alone() {
    let desktop = Fake::new();
    let mut app = start_with(&desktop, &desktop.course());
    app.see("Trẻ em an toàn ở thôn");
    app.key(Modifiers::ALT, Key::Num3);
    app.see("Chương trình của tôi");
    tab_to(&mut app, AGENDA);
    app.tap(Key::Enter);
    begun(&mut app);
    assert_eq!(talk(&app).record.title, AGENDA);
}
