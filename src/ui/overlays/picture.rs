//! A picture as large as the window, and larger.

use egui::{Color32, Frame, Id, Key, Modal, Rect, ScrollArea, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::pictures::{PictureKey, PictureState};
use crate::ui::Ctx;
use crate::ui::theme::Themed as _;
use crate::ui::widgets::icon_button_ui;

/// How far the picture is enlarged.
#[derive(Default)]
pub(super) struct PictureView {
    zoom: f32,
}

const MOST: f32 = 4.0;

impl PictureView {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, small: &PictureKey, alt: &str, fresh: bool) {
        if fresh {
            self.zoom = 1.0;
        }
        let t = ui.tokens();
        let room = ui.ctx().content_rect().size() - vec2(24.0, 24.0);
        let frame = Frame::new().fill(t.surface).corner_radius(12).inner_margin(8);
        let modal = Modal::new(Id::unique("picture")).backdrop_color(t.shade).frame(frame);
        let response = modal.show(ui.ctx(), |ui| {
            ui.set_width(room.x - 16.0);
            ui.set_height(room.y - 16.0);
            ui.horizontal(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if icon_button_ui(ui, "x", &fl!(ctx.tr, "close"), false).clicked() {
                        ctx.send(Action::Overlay(None));
                    }
                    let larger =
                        icon_button_ui(ui, "magnifying-glass-plus", &fl!(ctx.tr, "picture-larger"), false)
                            .clicked();
                    let smaller =
                        icon_button_ui(ui, "magnifying-glass-minus", &fl!(ctx.tr, "picture-smaller"), false)
                            .clicked();
                    let keyed = |key| ui.input(|input| input.key_pressed(key));
                    if larger || keyed(Key::Plus) || keyed(Key::Equals) {
                        self.zoom = (self.zoom * 1.25).min(MOST);
                    }
                    if smaller || keyed(Key::Minus) {
                        self.zoom = (self.zoom / 1.25).max(1.0);
                    }
                });
            });
            self.picture_ui(ui, ctx, small, alt, room.y - 74.0);
        });
        if response.should_close() {
            ctx.send(Action::Overlay(None));
        }
    }

    fn picture_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, small: &PictureKey, alt: &str, height: f32) {
        let width = ui.available_width();
        let of_small = texture(ctx, small);
        let aspect =
            of_small.map_or(0.5625, |texture| texture.size_vec2().y / texture.size_vec2().x.max(1.0));
        let fitted = vec2(width, width * aspect);
        let fitted = if fitted.y > height { vec2(height / aspect, height) } else { fitted };
        let shown = fitted * self.zoom;
        // Drawn anew for the larger size; until then the small one is stretched.
        let large = PictureKey::new(small.of.clone(), shown.x, ui.pixels_per_point(), small.dark);
        if ctx.state.pictures.get(&large).is_none() {
            ctx.send(Action::WantPicture(large.clone()));
        }
        ScrollArea::both().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
            let area = shown.max(vec2(width, height));
            let (rect, response) = ui.allocate_exact_size(area, egui::Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, alt));
            let at = Rect::from_center_size(rect.center(), shown);
            if let Some(texture) = texture(ctx, &large).or(of_small) {
                let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                ui.painter().image(texture.id(), at, whole, Color32::WHITE);
            }
        });
    }
}

fn texture<'a>(ctx: &Ctx<'a>, key: &PictureKey) -> Option<&'a egui::TextureHandle> {
    match ctx.state.pictures.get(key)? {
        PictureState::Ready(texture) => Some(texture),
        PictureState::Drawing | PictureState::Failed(_) => None,
    }
}
