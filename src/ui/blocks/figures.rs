//! Figures and charts: pictures that are drawn elsewhere and enlarged on click.

use egui::{
    CornerRadius, CursorIcon, Image, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::Page;
use crate::app::action::Action;
use crate::app::picture_text::picture_failure_text;
use crate::app::pictures::{ChartShape, PictureKey, PictureOf, PictureState};
use crate::app::state::Overlay;
use crate::content::block::Chart;
use crate::content::{RelPath, RichText, Slug};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{focus_ring, icon_ui, label_ui, paint_icon};

/// Before a picture is there, its place is kept at this shape: that of the course's own drawings.
const EXPECTED_ASPECT: f32 = 9.0 / 16.0;

impl Page<'_> {
    /// `texts` are caption, long description and credit; the description is for those who cannot
    /// see the picture.
    pub(super) fn figure_ui(&mut self, ui: &mut Ui, src: &RelPath, alt: &str, texts: [Option<&RichText>; 3]) {
        let [caption, long, credit] = texts;
        let told = long.map_or_else(
            || alt.to_owned(),
            |long| format!("{}. {}", alt.trim_end_matches('.'), long.to_plain()),
        );
        picture_ui(ui, self.ctx, PictureOf::File(src.clone()), &told);
        ui.add_space(4.0);
        let small = self.body.times(0.9).color(ui.tokens().muted).line(1.45);
        if let Some(caption) = caption {
            self.text(ui, caption, small);
        }
        if let Some(long) = long {
            self.skip(long);
        }
        if let Some(credit) = credit {
            self.text(ui, credit, small);
        }
        self.source_line_ui(ui);
    }

    pub(super) fn chart_ui(&mut self, ui: &mut Ui, id: &Slug, chart: &Chart) {
        self.text(ui, &chart.title, self.body.face(Face::Semibold).times(1.05).line(1.45));
        ui.add_space(6.0);
        let of = PictureOf::Chart(self.lesson.lesson.id.clone(), id.clone(), ChartShape::Column);
        picture_ui(ui, self.ctx, of, &numbers_in_words(chart));
        if let Some(note) = &chart.note {
            self.text(ui, note, self.body.times(0.9).color(ui.tokens().muted).line(1.45));
        }
        self.source_line_ui(ui);
    }
}

/// What a chart shows, for those who cannot see it.
fn numbers_in_words(chart: &Chart) -> String {
    let unit = chart.unit.as_deref().unwrap_or_default();
    let value = |x: &String, value: &Option<f64>| {
        value.map(|value| format!("{x}: {} {unit}", value.to_string().replace('.', ",")))
    };
    let series = |series: &crate::content::block::Series| {
        let values: Vec<_> = chart.x.iter().zip(&series.values).filter_map(|(x, v)| value(x, v)).collect();
        format!("{} – {}", series.name, values.join("; "))
    };
    chart.series.iter().map(series).collect::<Vec<_>>().join(". ")
}

/// A picture at the width that is there; a press shows it as large as the window.
fn picture_ui(ui: &mut Ui, ctx: &Ctx<'_>, of: PictureOf, alt: &str) {
    let width = ui.available_width();
    let dark = ui.tokens().dark;
    let key = PictureKey::new(of, width, ui.pixels_per_point(), dark);
    let state = ctx.state.pictures.get(&key);
    if state.is_none() {
        ctx.send(Action::WantPicture(key.clone()));
    }
    match state {
        Some(PictureState::Ready(texture)) => {
            let [pixels_wide, pixels_high] =
                texture.size().map(|side| u16::try_from(side).unwrap_or(u16::MAX));
            let natural = f32::from(pixels_wide) / ui.pixels_per_point();
            let shown = natural.min(width);
            let size = vec2(shown, shown * f32::from(pixels_high) / f32::from(pixels_wide.max(1)));
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            name_picture(&response, alt);
            let radius = CornerRadius::same(12);
            Image::from_texture((texture.id(), size)).corner_radius(radius).alt_text(alt).paint_at(ui, rect);
            if matches!(key.of, PictureOf::File(_)) {
                ui.painter().rect_stroke(
                    rect,
                    radius,
                    Stroke::new(1.0, ui.tokens().line),
                    StrokeKind::Inside,
                );
            }
            focus_ring(ui, &response, 12);
            if response.on_hover_cursor(CursorIcon::ZoomIn).clicked() {
                ctx.send(Action::Overlay(Some(Overlay::Picture(key, alt.to_owned()))));
            }
        }
        Some(PictureState::Failed(failure)) => {
            let tokens = ui.tokens();
            super::prose::bar_frame(ui, tokens.danger_tint, tokens.danger, |ui| {
                ui.horizontal_top(|ui| {
                    icon_ui(ui, "image-broken", 22.0, tokens.danger_text);
                    ui.vertical(|ui| {
                        let words = picture_failure_text(ctx.tr, failure);
                        label_ui(ui, words, Face::Semibold.at(size::CONTROL), tokens.danger_text);
                        label_ui(ui, alt, Face::Regular.at(size::CONTROL), tokens.ink);
                    });
                });
            });
        }
        Some(PictureState::Drawing) | None => {
            let (rect, response) =
                ui.allocate_exact_size(vec2(width, width * EXPECTED_ASPECT), Sense::hover());
            name_picture(&response, alt);
            placeholder(ui, rect);
        }
    }
}

fn name_picture(response: &Response, alt: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
}

fn placeholder(ui: &Ui, rect: Rect) {
    let tokens = ui.tokens();
    ui.painter().rect_filled(rect, CornerRadius::same(12), tokens.sunken);
    paint_icon(ui, rect, "image", 40.0, tokens.control_line);
}
