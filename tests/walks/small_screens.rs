//! Laptops at 100, 125 and 150 %, and a large screen.

use egui::{Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::kittest::NodeT as _;

use crate::app::{App, read, said};
use crate::fake::Fake;

const SIZES: [Vec2; 4] = [vec2(911.0, 512.0), vec2(1093.0, 614.0), vec2(1366.0, 768.0), vec2(1920.0, 1080.0)];
const TABS: &str = "Hiện hoặc ẩn mục lục, ghi chú, nguồn";
const FILTER: &str = "Lọc bài học";

fn reader(size: Vec2) -> App {
    let mut app = read(&Fake::new(), "Vì sao phải để mắt tới trẻ");
    app.resize(size);
    app
}

fn width_of_column(app: &App) -> f32 {
    app.place_of("Đi một vòng quanh nhà").width()
}

/// What the header and the rail say, and where.
fn frame_parts(app: &App) -> Vec<(String, Rect)> {
    let header = app.target("Quay lại").unwrap().rect().bottom();
    let rail = app.target("Thư viện").unwrap().rect().right();
    let parts = app.parts().filter_map(|part| Some((said(&part.accesskit_node())?, part.rect())));
    parts.filter(|(_, at)| at.bottom() <= header + 4.0 || at.right() <= rail + 4.0).collect()
}

#[test]
fn nothing_in_the_header_or_the_rail_leaves_the_window_or_covers_a_button() {
    for size in SIZES {
        let app = reader(size);
        let parts = frame_parts(&app);
        assert!(parts.len() > 8, "{parts:?}");
        let window = Rect::from_min_size(egui::Pos2::ZERO, size);
        for (name, at) in &parts {
            assert!(window.contains_rect(*at), "{size}: {name} at {at}");
        }
        let buttons = ["Quay lại", "Đi tới", "Chỉ đọc chữ", "Cỡ chữ và giãn dòng", "Thư viện", "Cài đặt"];
        for button in buttons {
            let own = app.target(button).unwrap().rect();
            let covers = |(name, at): &&(String, Rect)| {
                at.intersect(own.shrink(2.0)).is_positive() && !name.starts_with(button)
            };
            assert_eq!(parts.iter().find(covers), None, "{size}: {button} at {own}");
        }
    }
}

#[test]
fn the_column_is_wide_enough_to_read_whatever_stands_beside_it() {
    for size in SIZES {
        let mut app = reader(size);
        assert!(width_of_column(&app) >= 320.0, "{size}: {}", width_of_column(&app));
        if app.offers(TABS) {
            app.press(TABS);
            assert!(width_of_column(&app) >= 320.0, "{size} with tabs: {}", width_of_column(&app));
        }
    }
}

#[test]
fn below_1180_points_the_tabs_are_a_drawer() {
    let mut app = reader(vec2(1180.0, 700.0));
    assert!(app.offers("Mục lục") && !app.offers(TABS));
    app.resize(vec2(1179.0, 700.0));
    assert!(!app.offers("Mục lục"));
    app.press(TABS);
    assert!(app.offers("Mục lục"));
    app.press(TABS);
    assert!(!app.offers("Mục lục"));
    app.key(Modifiers::COMMAND, Key::Num3);
    app.see("102/2016/QH13");
}

#[test]
fn below_900_points_the_outline_is_a_drawer_too() {
    let mut app = reader(vec2(900.0, 600.0));
    assert!(app.offers(FILTER));
    app.resize(vec2(899.0, 600.0));
    assert!(!app.offers(FILTER));
    app.key(Modifiers::COMMAND, Key::B);
    assert!(app.offers(FILTER));
}

#[test]
fn below_700_points_the_rail_shows_icons_alone() {
    let mut app = reader(vec2(700.0, 600.0));
    let wide = app.target("Thư viện").unwrap().rect();
    app.resize(vec2(699.0, 600.0));
    let narrow = app.target("Thư viện").unwrap().rect();
    assert!(narrow.width() < 50.0 && narrow.width() < wide.width() - 10.0, "{wide} {narrow}");
}

#[test]
fn a_note_can_be_written_on_the_smallest_screen() {
    let mut app = reader(vec2(911.0, 512.0));
    app.key(Modifiers::COMMAND, Key::N);
    app.write("nhỏ mà được");
    app.see("Đã lưu");
}
