//! One slide alone, as the hall sees it, to be kept as a picture.

use std::sync::Arc;

use egui::{CentralPanel, Frame, Rect, TextureHandle, Ui, Vec2};

use crate::app::pictures::PictureKey;
use crate::app::present::{AudienceView, Deck};
use crate::typeset::HEIGHT;
use crate::ui::audience::{paint, slide_tokens};
use crate::ui::slide_view::{fitted, picture_key};

pub use crate::typeset::Picture;

/// The pictures on a slide and the keys of their pixels, on a screen of that size in pixels.
pub fn pictures(deck: &Deck, slide: usize, screen: Vec2, dark: bool) -> Vec<(Picture, PictureKey)> {
    let Some(slide) = deck.slides.get(slide) else { return Vec::new() };
    let scale = fitted(Rect::from_min_size(egui::Pos2::ZERO, screen), deck.shape).height() / HEIGHT;
    let key = |(frame, of): (&crate::typeset::Frame, &Picture)| {
        let size = Vec2::new(frame.width, frame.height) * scale;
        let lesson = slide.key.lesson.as_ref()?;
        Some((of.clone(), picture_key(lesson, of, size, 1.0, dark)))
    };
    slide.page.pictures().filter_map(key).collect()
}

/// Draws a slide over the whole window.
pub fn ui(
    ui: &mut Ui,
    deck: &Arc<Deck>,
    (slide, step): (usize, usize),
    dark: bool,
    pictures: &[(Picture, TextureHandle)],
) {
    let view = AudienceView {
        deck: Some(Arc::clone(deck)),
        slide,
        step,
        dark,
        pictures: pictures.to_vec(),
        ..AudienceView::default()
    };
    let tokens = slide_tokens(dark);
    CentralPanel::default()
        .frame(Frame::new().fill(tokens.paper))
        .show(ui, |ui| paint(ui, ui.max_rect(), &view, tokens));
}
