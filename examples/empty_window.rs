//! The empty window of eframe's template: start and memory of the program are measured beside it.

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1366.0, 768.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let mut is_told = false;
    eframe::run_ui_native("Empty", options, move |ui, _frame| {
        egui::CentralPanel::default().show(ui, |_ui| {});
        if !is_told {
            is_told = true;
            eprintln!("first frame");
        }
    })
}
