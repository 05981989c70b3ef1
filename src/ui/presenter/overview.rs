//! All slides at once, with a search over their words.

use egui::{CornerRadius, CursorIcon, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use i18n_embed_fl::fl;

use super::notes::thumbnail;
use super::slide_height;
use crate::app::action::{Action, Show};
use crate::app::present::{DeckSlide, Talk};
use crate::search::fold::fold;
use crate::typeset::Mark;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{empty_ui, field_ui};

/// The words that are searched for.
#[derive(Default)]
pub(super) struct Overview {
    words: String,
}

const WIDTH: f32 = 232.0;

impl Overview {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
        let t = ui.tokens();
        field_ui(ui, &mut self.words, "magnifying-glass", &fl!(ctx.tr, "overview-search"), 420.0);
        ui.add_space(10.0);
        let wanted = fold(self.words.trim());
        let all = talk.deck.slides.iter().enumerate();
        let found: Vec<(usize, &DeckSlide)> =
            all.filter(|(_, slide)| fold(&words_of(slide)).contains(&wanted)).collect();
        if found.is_empty() {
            return empty_ui(
                ui,
                "magnifying-glass",
                &fl!(ctx.tr, "overview-none"),
                &fl!(ctx.tr, "overview-none-hint"),
            );
        }
        let gap = 16.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window has few columns"
        )]
        let columns = ((ui.available_width() / (WIDTH + gap)) as usize).max(1);
        let height = slide_height(WIDTH, talk.deck.shape);
        ScrollArea::vertical().id_salt("overview").auto_shrink([false, false]).show_rows(
            ui,
            height + 26.0,
            found.len().div_ceil(columns),
            |ui, rows| {
                for row in found.chunks(columns).skip(rows.start).take(rows.len()) {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = gap;
                        for (at, slide) in row {
                            let (rect, response) =
                                ui.allocate_exact_size(vec2(WIDTH, height + 20.0), Sense::click());
                            let name = format!("{}. {}", at + 1, slide.page.title);
                            response.widget_info(|| {
                                WidgetInfo::selected(egui::Role::Button, true, talk.at.slide == *at, &name)
                            });
                            let picture = Rect::from_min_size(rect.min, vec2(WIDTH, height));
                            thumbnail(ui, ctx, picture, slide, ctx.state.settings.present.dark);
                            let here = talk.at.slide == *at;
                            if here || response.hovered() || response.has_focus() {
                                let color = if here { t.amber } else { t.teal };
                                ui.painter().rect_stroke(
                                    picture,
                                    CornerRadius::same(4),
                                    Stroke::new(3.0, color),
                                    StrokeKind::Outside,
                                );
                            }
                            let painter = ui.painter().with_clip_rect(rect);
                            painter.text(
                                picture.left_bottom() + vec2(2.0, 3.0),
                                egui::Align2::LEFT_TOP,
                                name,
                                Face::Regular.at(size::SMALL),
                                t.muted,
                            );
                            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                                ctx.send(Action::Show(Show::Jump(*at)));
                            }
                        }
                    });
                }
            },
        );
    }
}

/// Every word on a slide.
fn words_of(slide: &DeckSlide) -> String {
    let rows = slide.page.marks.iter().filter_map(|placed| match &placed.mark {
        Mark::Row { runs, .. } => Some(runs.iter().map(|run| run.text.as_str()).collect::<String>()),
        _ => None,
    });
    rows.collect::<Vec<_>>().join(" ")
}
