//! The slides in a row: where the class is, what was, what comes, what may be left out.

use egui::{
    CornerRadius, CursorIcon, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::notes::thumbnail;
use super::slide_height;
use crate::app::action::{Action, Show};
use crate::app::present::{DeckSlide, Talk, clock};
use crate::content::block::Path;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};

/// The width of a slide in the strip.
const WIDTH: f32 = 150.0;
const GAP: f32 = 10.0;

/// Remembers which slide was last brought into view.
#[derive(Default)]
pub(super) struct Strip {
    followed: Option<usize>,
}

impl Strip {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, low: bool) {
        let picture = if low { 0.0 } else { slide_height(WIDTH, talk.deck.shape) };
        let height = picture + 24.0;
        let all = talk.deck.slides.len();
        let step = WIDTH + GAP;
        #[expect(clippy::cast_precision_loss, reason = "a class has far fewer slides than 2^24")]
        let left = |at: usize| at as f32 * step;
        let moved = self.followed != Some(talk.at.slide);
        self.followed = Some(talk.at.slide);
        ScrollArea::horizontal().id_salt("strip").auto_shrink([false, true]).show_viewport(ui, |ui, view| {
            let (area, _) = ui.allocate_exact_size(vec2(left(all), height), Sense::hover());
            if moved {
                let at = Rect::from_min_size(area.min + vec2(left(talk.at.slide), 0.0), vec2(WIDTH, height));
                ui.scroll_to_rect(at.expand2(vec2(step, 0.0)), None);
            }
            for (at, slide) in talk.deck.slides.iter().enumerate() {
                let x = left(at);
                if x + step < view.left() || x > view.right() {
                    continue;
                }
                let rect = Rect::from_min_size(pos2(area.left() + x, area.top()), vec2(WIDTH, height));
                slide_ui(ui, ctx, talk, at, slide, rect, picture);
            }
        });
    }
}

fn slide_ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, at: usize, slide: &DeckSlide, rect: Rect, height: f32) {
    let t = ui.tokens();
    let here = talk.at.slide == at;
    let skipped = talk.is_left_out(at);
    let response = ui.interact(rect, ui.scope_id().with(("strip", at)), Sense::click());
    let caption = caption(ctx, talk, at, slide);
    let name = format!("{}. {} – {caption}", at + 1, slide.page.title);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, here, &name));
    if height > 0.0 {
        let picture = Rect::from_min_size(rect.min, vec2(rect.width(), height)).shrink(2.0);
        thumbnail(ui, ctx, picture, slide, ctx.state.settings.present.dark);
        if skipped {
            ui.painter().rect_filled(picture, 0, t.shade);
        }
        if here || response.hovered() || response.has_focus() {
            let color = if here { t.amber } else { t.teal };
            ui.painter().rect_stroke(
                picture,
                CornerRadius::same(4),
                Stroke::new(3.0, color),
                StrokeKind::Outside,
            );
        }
    }
    let ink = if here { t.amber_text } else { t.muted };
    let face = if here { Face::Semibold } else { Face::Regular };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.text(
        pos2(rect.left() + 2.0, rect.top() + height + 4.0),
        egui::Align2::LEFT_TOP,
        caption,
        face.at(size::SMALL),
        ink,
    );
    let response = response.on_hover_text(&slide.page.title).on_hover_cursor(CursorIcon::PointingHand);
    response.context_menu(|ui| {
        let label = if skipped { fl!(ctx.tr, "strip-show") } else { fl!(ctx.tr, "strip-skip") };
        if ui.button(label).clicked() {
            ctx.send(Action::Show(Show::Skip(vec![at], !skipped)));
        }
    });
    if response.clicked() {
        ctx.send(Action::Show(Show::Jump(at)));
    }
}

/// The number, and how long it took, takes, or that it may go.
fn caption(ctx: &Ctx<'_>, talk: &Talk, at: usize, slide: &DeckSlide) -> String {
    let number = (at + 1).to_string();
    let spent = talk.spent_ms(&slide.key, ctx.now);
    if talk.at.slide == at {
        return fl!(ctx.tr, "strip-here", number = number);
    }
    if talk.is_left_out(at) {
        return fl!(ctx.tr, "strip-skipped", number = number);
    }
    if spent > 0 {
        return format!("{number} · {}", clock(spent));
    }
    match (slide.path, slide.minutes) {
        (Path::Extra, _) => fl!(ctx.tr, "strip-extra", number = number),
        (_, 0) => number,
        (_, minutes) => fl!(ctx.tr, "strip-minutes", number = number, minutes = minutes.to_string()),
    }
}
