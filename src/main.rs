//! Học Liệu.
use hoclieu::app::desktop::Real;
use hoclieu::app::start::Start;
use hoclieu::shell::{Shell, Window};
use std::sync::Arc;

fn main() {
    let arg = std::env::args().nth(1);
    let lesson = std::env::args().nth(2);
    let origin = arg
        .filter(|a| !a.is_empty())
        .map_or(hoclieu::load::Origin::Shipped, |a| hoclieu::load::Origin::folder(a.as_ref()).unwrap());
    let course =
        std::thread::Builder::new().spawn(move || hoclieu::app::open_course::Loaded::read(origin)).unwrap();
    let start = Start { data_folder: hoclieu::store::data_folder(Some("/tmp/hl-data".as_ref()), None), course_named: true, language: None, lesson: lesson.and_then(|l| hoclieu::content::LessonId::parse(&l)) };
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_app_id("hoclieu").with_inner_size([1366.0, 768.0]),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    eframe::run_native(
        "Học Liệu",
        options,
        Box::new(move |cc| {
            Ok(Box::new(Shell::new(
                &cc.egui_ctx,
                Window { desktop: Arc::new(Real), course, start, traced_from: None },
            )))
        }),
    )
    .unwrap();
}
