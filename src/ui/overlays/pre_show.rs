//! Which slides go round before the class, and how long each stands.

use std::collections::BTreeSet;

use egui::{
    Align, Align2, CornerRadius, CursorIcon, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::present::{DeckSlide, SECONDS, Talk, USUAL_SECONDS, usual_slides};
use crate::ui::Ctx;
use crate::ui::presenter::{slide_height, thumbnail};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, icon_char, label_ui, segments_ui, words};

/// What is being chosen; the seconds stay for the next time.
#[derive(Default)]
pub(super) struct PreShowDialog {
    slides: BTreeSet<usize>,
    seconds: Option<u8>,
}

const WIDTH: f32 = 164.0;
const GAP: f32 = 12.0;
const CAPTION: f32 = 28.0;

impl PreShowDialog {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, fresh: bool) {
        let Some(talk) = ctx.state.hall.talk.as_deref() else { return };
        if fresh {
            self.slides = usual_slides(&talk.deck);
        }
        let title = fl!(ctx.tr, "pre-show-title");
        super::modal_ui(ui, ctx, "pre-show", &title, 760.0, |ui| {
            let t = ui.tokens();
            label_ui(ui, fl!(ctx.tr, "pre-show-hint"), Face::Regular.at(size::CONTROL), t.muted);
            let name = fl!(ctx.tr, "pre-show-seconds");
            label_ui(ui, &name, Face::Semibold.at(size::CONTROL), t.ink);
            let seconds = self.seconds.unwrap_or(USUAL_SECONDS);
            let all = SECONDS.map(|seconds| {
                (seconds, fl!(ctx.tr, "pre-show-some-seconds", seconds = seconds.to_string()))
            });
            if let Some(chosen) = segments_ui(ui, &name, seconds, &all) {
                self.seconds = Some(chosen);
            }
            label_ui(ui, fl!(ctx.tr, "pre-show-slides"), Face::Semibold.at(size::CONTROL), t.ink);
            self.slides_ui(ui, ctx, talk, (ui.ctx().content_rect().height() - 390.0).max(110.0));
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                let run = ui.add_enabled_ui(!self.slides.is_empty(), |ui| {
                    button_ui(ui, ButtonKind::Primary, "play", &fl!(ctx.tr, "pre-show-run"))
                });
                if fresh {
                    run.inner.request_focus();
                }
                if run.inner.clicked() {
                    let slides = self.slides.iter().copied().collect();
                    ctx.send(Action::Show(Show::Loop(slides, seconds)));
                    ctx.send(Action::Overlay(None));
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let count = fl!(ctx.tr, "pre-show-chosen", count = self.slides.len().to_string());
                    ui.label(words(count, Face::Regular.at(size::CONTROL), t.muted));
                });
            });
        });
    }

    /// All slides, small, to be ticked.
    fn slides_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, height: f32) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window has few columns"
        )]
        let columns = (((ui.available_width() - 12.0 + GAP) / (WIDTH + GAP)) as usize).max(1);
        let row = slide_height(WIDTH, talk.deck.shape) + CAPTION;
        let slides: Vec<(usize, &DeckSlide)> = talk.deck.slides.iter().enumerate().collect();
        let rows = slides.len().div_ceil(columns);
        let area = ScrollArea::vertical().id_salt("pre-show").max_height(height).auto_shrink([false, true]);
        area.show_rows(ui, row, rows, |ui, shown| {
            for row in slides.chunks(columns).skip(shown.start).take(shown.len()) {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    for (at, slide) in row {
                        self.slide_ui(ui, ctx, talk, *at, slide);
                    }
                });
            }
        });
    }

    fn slide_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, at: usize, slide: &DeckSlide) {
        let t = ui.tokens();
        let high = slide_height(WIDTH, talk.deck.shape);
        let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, high + CAPTION), Sense::click());
        let on = self.slides.contains(&at);
        let name = format!("{}. {}", at + 1, slide.page.title);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
        let picture = Rect::from_min_size(rect.min, vec2(WIDTH, high)).shrink(3.0);
        thumbnail(ui, ctx, picture, slide, ctx.state.settings.present.dark);
        let (width, edge) = match (on, response.hovered() || response.has_focus()) {
            (_, true) => (3.0, t.amber),
            (true, false) => (3.0, t.teal),
            (false, false) => (1.0, t.control_line),
        };
        let stroke = Stroke::new(width, edge);
        ui.painter().rect_stroke(picture, CornerRadius::same(4), stroke, StrokeKind::Outside);
        let tick = Rect::from_min_size(picture.left_bottom() + vec2(0.0, 5.0), vec2(18.0, 18.0));
        let fill = if on { t.teal } else { t.surface };
        let stroke = Stroke::new(1.0, t.control_line);
        ui.painter().rect(tick, CornerRadius::same(5), fill, stroke, StrokeKind::Inside);
        if on {
            let check = icon_char("check");
            ui.painter().text(tick.center(), Align2::CENTER_CENTER, check, Face::Icons.at(13.0), t.on_teal);
        }
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let beside = tick.right_center() + vec2(6.0, 0.0);
        painter.text(beside, Align2::LEFT_CENTER, name, Face::Regular.at(size::SMALL), t.muted);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            if on {
                self.slides.remove(&at);
            } else {
                self.slides.insert(at);
            }
        }
    }
}
