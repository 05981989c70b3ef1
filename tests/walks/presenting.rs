//! A class before a hall, on the speaker's screen.

use egui::{Key, Modifiers, vec2};
use hoclieu::app::present::{AudienceView, Talk, Tool, Veil};
use hoclieu::app::state::Overlay;

use hoclieu::app::desktop::Desktop as _;

use crate::app::{App, read};
use crate::fake::Fake;

const LESSON: &str = "Vì sao phải để mắt tới trẻ";

/// Begins a class with a lesson and closes what must be seen before it.
fn present(lesson: &str) -> App {
    present_on(&Fake::new(), lesson)
}

fn present_on(desktop: &Fake, lesson: &str) -> App {
    let mut app = read(desktop, lesson);
    app.tap(Key::F5);
    app.see("Trang đang chiếu");
    if app.offers("Tôi đã xem") {
        app.press("Tôi đã xem");
    }
    app
}

/// The slide and the step that the speaker is at.
fn at(app: &App) -> (usize, usize) {
    let at = app.state().hall.talk.as_ref().unwrap().at;
    (at.slide, at.step)
}

#[test]
fn a_clicker_goes_through_the_lesson_and_back() {
    let mut app = present("Sân, bếp và ao nhà");
    assert_eq!(at(&app), (0, 0));
    let mut way = vec![at(&app)];
    loop {
        app.tap(Key::PageDown);
        if way.last() == Some(&at(&app)) {
            break;
        }
        way.push(at(&app));
    }
    assert!(way.len() > 3);
    app.see("Đã đến trang cuối");
    // The hall sees the thanks; the first press back only takes them away.
    assert_eq!(app.state().hall.talk.as_ref().unwrap().veil, Some(Veil::End));
    app.tap(Key::PageUp);
    assert_eq!(way.last(), Some(&at(&app)));
    for place in way.iter().rev().skip(1) {
        app.tap(Key::PageUp);
        assert_eq!(at(&app), *place);
    }
}

#[test]
fn a_number_and_enter_go_to_a_slide_and_alt_left_returns() {
    let mut app = present(LESSON);
    app.tap(Key::Num2);
    app.tap(Key::Enter);
    assert_eq!(at(&app).0, 1);
    app.key(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(at(&app).0, 0);
    app.tap(Key::Backspace);
    assert_eq!(at(&app).0, 0);
}

#[test]
fn every_function_works_by_its_button_and_by_both_keys() {
    let mut app = present(LESSON);
    let is_black = |app: &App| app.state().hall.talk.as_ref().unwrap().veil.is_some();
    for press in [
        (|app: &mut App| app.press("Tắt hình")) as fn(&mut App),
        |app| app.tap(Key::B),
        |app| app.tap(Key::Period),
    ] {
        press(&mut app);
        assert!(is_black(&app));
        press(&mut app);
        assert!(!is_black(&app));
    }
    app.press("Giữ hình");
    app.tap(Key::PageDown);
    let talk = app.state().hall.talk.as_ref().unwrap();
    assert_eq!((talk.shown().slide, talk.at.slide), (0, 1));
    app.tap(Key::F4);
    assert_eq!(app.state().hall.talk.as_ref().unwrap().shown().slide, 1);
}

#[test]
fn the_pen_draws_on_the_slide_and_undo_takes_the_line_back() {
    let mut app = present(LESSON);
    let stage = app.place_of("Trang đang chiếu");
    app.press("Bút");
    app.drag(stage.center(), stage.center() + vec2(80.0, 20.0));
    let lines = |app: &App| {
        let talk = app.state().hall.talk.as_ref().unwrap();
        talk.ink(&talk.slide().unwrap().key).count()
    };
    assert_eq!(lines(&app), 1);
    app.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(lines(&app), 0);
}

#[test]
fn escape_never_ends_a_class_by_itself() {
    let mut app = present(LESSON);
    app.tap(Key::O);
    app.see("Tìm trong các trang chiếu");
    app.tap(Key::Escape);
    app.miss("Tìm trong các trang chiếu");
    app.tap(Key::Escape);
    app.see("Kết thúc buổi trình chiếu?");
    app.tap(Key::Escape);
    app.miss("Kết thúc buổi trình chiếu?");
    app.tap(Key::Escape);
    app.see("Kết thúc buổi trình chiếu?");
    app.tap(Key::Enter);
    app.see("Nguy hiểm ở ngay trong nhà");
    assert!(app.state().hall.talk.is_none());
}

#[test]
fn slides_are_searched_in_the_overview_without_accents() {
    let mut app = present(LESSON);
    app.press("Toàn cảnh");
    app.press("Tìm trong các trang chiếu");
    app.write("khong co tu nay");
    app.see("Không có trang nào chứa những từ này");
}

#[test]
fn a_break_counts_down_on_a_card_and_the_next_press_ends_it() {
    let mut app = present(LESSON);
    app.tap(Key::G);
    app.see("Tấm bảng nghỉ");
    app.press("Nghỉ bao lâu: 5 phút");
    app.press("Chiếu tấm bảng");
    app.miss("Tấm bảng nghỉ");
    let veil = |app: &App| app.state().hall.talk.as_ref().unwrap().veil.clone();
    assert!(veil(&app).is_some());
    app.tap(Key::PageDown);
    assert_eq!((veil(&app), at(&app)), (None, (0, 0)));
}

#[test]
fn the_speaker_sees_notes_the_next_slide_and_what_may_be_left_out() {
    let mut app = present(LESSON);
    app.resize(vec2(911.0, 512.0));
    app.see("Tiếp theo:");
    for name in ["Tắt hình", "Con trỏ", "Toàn cảnh", "Đổi màn"] {
        let at = app.place_of(name);
        assert!(at.width() >= 32.0 && at.height() >= 32.0, "{name} is {at:?}");
    }
}

#[test]
fn a_class_is_chosen_by_the_mouse_alone() {
    let mut app = read(&Fake::new(), LESSON);
    app.press("Trình chiếu");
    app.see("Máy chỉ thấy một màn hình");
    app.press(LESSON);
    app.see("Trang đang chiếu");
}

/// What the hall would see now.
fn hall(app: &App, desktop: &Fake) -> AudienceView {
    let talk = app.state().hall.talk.as_ref().unwrap();
    AudienceView::of(talk, false, Vec::new(), desktop.now())
}

#[test]
fn a_picture_alone_fills_the_hall_until_the_next_press() {
    let mut app = present("Sân, bếp và ao nhà");
    app.tap(Key::X);
    app.see("Trang này không có hình");
    let talk = |app: &App| app.state().hall.talk.as_deref().unwrap().clone();
    while talk(&app).figures() == 0 {
        let before = at(&app);
        app.tap(Key::PageDown);
        assert_ne!(at(&app), before, "no slide has a picture");
    }
    let place = at(&app);
    let alone = |app: &App| matches!(talk(app).veil, Some(Veil::Figure(0)));
    for press in [
        (|app: &mut App| app.press("Hình lớn")) as fn(&mut App),
        |app| app.tap(Key::X),
        |app| app.key(Modifiers::SHIFT, Key::F8),
    ] {
        press(&mut app);
        assert!(alone(&app));
        app.see("Lớp chỉ thấy hình 1/");
        app.tap(Key::PageDown);
        assert_eq!((alone(&app), at(&app)), (false, place));
    }
    for _ in 0..talk(&app).figures() {
        app.tap(Key::X);
    }
    assert!(talk(&app).veil.is_some());
    app.tap(Key::X);
    assert!(talk(&app).veil.is_none());
}

#[test]
fn chosen_slides_go_round_until_the_class_begins() {
    let desktop = Fake::new();
    let mut app = present_on(&desktop, "Sân, bếp và ao nhà");
    app.tap(Key::N);
    app.see("Chiếu chờ trước giờ học");
    app.press("Mỗi trang đứng bao lâu: 5 giây");
    let second = app.words().into_iter().find(|name| name.starts_with("2. ") && !name.contains(" – "));
    app.press(&second.unwrap());
    app.press("Chạy");
    app.see("Đang chiếu chờ, lớp thấy trang 1");
    let mut seen = vec![hall(&app, &desktop).slide];
    loop {
        desktop.let_seconds_pass(5);
        let now = hall(&app, &desktop).slide;
        if now == 0 {
            break;
        }
        seen.push(now);
    }
    assert!(seen.len() > 1 && seen.is_sorted(), "{seen:?}");
    // The speaker works on meanwhile.
    app.tap(Key::End);
    assert!(at(&app).0 > 0 && hall(&app, &desktop).slide == 0);
    app.tap(Key::PageDown);
    assert_eq!(hall(&app, &desktop).slide, at(&app).0);
    // By the keyboard alone: the key, Enter, and the key again.
    app.key(Modifiers::SHIFT, Key::F3);
    app.see("Chiếu chờ trước giờ học");
    app.tap(Key::Enter);
    app.see("Đang chiếu chờ");
    app.key(Modifiers::SHIFT, Key::F3);
    app.miss("Đang chiếu chờ");
}

/// What a function of the console does, its two keys, and how one sees that it is on.
type Function = (&'static str, [(Modifiers, Key); 2], fn(&App) -> bool);

fn talk(app: &App) -> &Talk {
    app.state().hall.talk.as_deref().unwrap()
}

fn is_drawing(tool: Option<Tool>, wanted: fn(Tool) -> bool) -> bool {
    tool.is_some_and(wanted)
}

/// Every button of the console.
const FUNCTIONS: [Function; 18] = [
    ("Tắt hình", [plain(Key::B), plain(Key::Period)], |app| talk(app).veil == Some(Veil::Black)),
    ("Màn trắng", [plain(Key::W), plain(Key::Comma)], |app| talk(app).veil == Some(Veil::White)),
    ("Giữ hình", [plain(Key::F), plain(Key::F4)], |app| talk(app).is_held()),
    ("Con trỏ", [plain(Key::P), plain(Key::F3)], |app| talk(app).tool == Some(Tool::Pointer)),
    ("Soi sáng", [plain(Key::L), plain(Key::F6)], |app| talk(app).tool == Some(Tool::Spotlight)),
    ("Bút", [plain(Key::D), plain(Key::F7)], |app| {
        is_drawing(talk(app).tool, |t| matches!(t, Tool::Pen(_)))
    }),
    ("Tẩy", [plain(Key::E), shift(Key::F7)], |app| talk(app).tool == Some(Tool::Eraser)),
    ("Phóng", [plain(Key::Z), plain(Key::F9)], |app| talk(app).tool == Some(Tool::Zoom)),
    ("Hình lớn", [plain(Key::X), shift(Key::F8)], |app| matches!(talk(app).veil, Some(Veil::Figure(_)))),
    ("Toàn cảnh", [plain(Key::O), plain(Key::F12)], |app| talk(app).overview),
    ("Chiếu chờ", [plain(Key::N), shift(Key::F3)], |app| above(app) == Some(Overlay::PreShow)),
    ("Nghỉ", [plain(Key::G), shift(Key::F4)], |app| above(app) == Some(Overlay::PauseCard)),
    ("Giơ tay", [plain(Key::H), plain(Key::F2)], |app| above(app) == Some(Overlay::Hands)),
    ("Hẹn giờ", [plain(Key::T), shift(Key::F2)], |app| above(app) == Some(Overlay::Timer)),
    ("Bốc thăm", [plain(Key::R), shift(Key::F10)], |app| above(app) == Some(Overlay::Pick)),
    ("Sổ lớp", [plain(Key::Q), plain(Key::F10)], |app| above(app) == Some(Overlay::ClassSheet)),
    ("Kịp giờ", [plain(Key::A), shift(Key::F9)], |app| above(app) == Some(Overlay::Replan)),
    ("Một màn", [plain(Key::M), shift(Key::F11)], |app| app.state().hall.table),
];

const fn plain(key: Key) -> (Modifiers, Key) {
    (Modifiers::NONE, key)
}

const fn shift(key: Key) -> (Modifiers, Key) {
    (Modifiers::SHIFT, key)
}

fn above(app: &App) -> Option<Overlay> {
    app.state().overlay.clone()
}

#[test]
fn every_function_of_the_console_has_a_button_a_letter_and_another_key() {
    let mut app = present("Sân, bếp và ao nhà");
    while talk(&app).figures() == 0 {
        app.tap(Key::PageDown);
    }
    for (name, keys, is_on) in FUNCTIONS {
        assert!(!is_on(&app), "{name} is on before");
        for way in 0..3 {
            match way {
                0 => app.press(name),
                way => app.key(keys[way - 1].0, keys[way - 1].1),
            }
            assert!(is_on(&app), "{name} by way {way}");
            // A dialog is closed by Esc, a switch by its own key.
            if above(&app).is_some() {
                app.tap(Key::Escape);
                app.rest();
            }
            let mut presses = 0;
            while is_on(&app) && presses < 3 {
                app.key(keys[0].0, keys[0].1);
                presses += 1;
            }
            assert!(!is_on(&app), "{name} cannot be switched off");
        }
    }
}

#[test]
fn on_one_screen_a_line_of_the_pen_is_one_line() {
    let mut app = present(LESSON);
    app.tap(Key::M);
    app.tap(Key::D);
    let stage = app.place_of("Trang đang chiếu");
    app.drag(stage.center(), stage.center() + vec2(80.0, 20.0));
    let lines: Vec<usize> =
        talk(&app).record.strokes.values().flatten().map(|line| line.points.len()).collect();
    assert!(matches!(lines[..], [points] if points > 1), "{lines:?}");
}
