//! The speaker's screen: what is shown, what comes next, what to say, and how the time goes.

mod agenda;
mod agendas;
mod bar;
mod notes;
mod overview;
mod setup;
mod stage;
mod strip;
mod tools;

pub(super) use notes::thumbnail;

use std::time::Duration;

use egui::{CentralPanel, Frame, Margin, Panel, Rect, Ui, Vec2, vec2};

use crate::app::action::{Action, Show};
use crate::app::present::{ALIVE, DeckSlide, Talk};
use crate::typeset::{HEIGHT, Picture, Shape};
use crate::ui::slide_view::{picture_key, pixels};
use crate::ui::theme::Themed as _;
use crate::ui::{Ctx, room_check};

/// What the speaker's screen remembers between frames.
#[derive(Default)]
pub(super) struct Presenter {
    setup: setup::Setup,
    overview: overview::Overview,
    strip: strip::Strip,
    stage: stage::Stage,
}

/// Below this height the strip of slides is one line.
const LOW: f32 = 650.0;
/// All slides of the speaker's screen share pictures of this width in points.
const PICTURE_WIDTH: f32 = 760.0;

impl Presenter {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        if let Some(check) = ctx.state.hall.check.as_deref() {
            return room_check::ui(ui, ctx, check);
        }
        let Some(talk) = ctx.state.hall.talk.as_deref() else {
            let frame = Frame::new().fill(ui.tokens().paper);
            CentralPanel::default().frame(frame).show(ui, |ui| self.setup.ui(ui, ctx));
            return;
        };
        // The clocks go on; nothing else wakes the window.
        ui.ctx().request_repaint_after(Duration::from_secs(1));
        if ctx.now.0 - talk.record.last.0 >= ALIVE {
            ctx.send(Action::Show(Show::Tick));
        }
        if ctx.state.hall.table {
            return self.stage.table_ui(ui, ctx, talk);
        }
        let t = ui.tokens();
        let low = ui.ctx().content_rect().height() < LOW;
        let bar = Frame::new().fill(t.sunken).inner_margin(Margin::symmetric(16, 6));
        Panel::top("presenter-bar").frame(bar).show(ui, |ui| bar::ui(ui, ctx, talk));
        let strip = Frame::new().fill(t.sunken).inner_margin(Margin::symmetric(16, 8));
        Panel::bottom("presenter-strip").frame(strip).show(ui, |ui| self.strip.ui(ui, ctx, talk, low));
        let frame = Frame::new().fill(t.paper).inner_margin(Margin::symmetric(16, 12));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            if talk.overview {
                self.overview.ui(ui, ctx, talk);
            } else {
                self.console_ui(ui, ctx, talk);
            }
        });
        stage::end_question(ui, ctx, talk);
    }

    fn console_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
        let room = ui.available_rect_before_wrap();
        let low = ui.ctx().content_rect().height() < LOW;
        let widest = room.width() * 0.57;
        let width = tools::stage_width(talk, room.height(), widest, low);
        let stage = Rect::from_min_size(room.min, vec2(width, slide_height(width, talk.deck.shape)));
        self.stage.ui(ui, ctx, talk, stage);
        let below = Rect::from_min_max(
            egui::pos2(room.left(), stage.bottom() + 10.0),
            egui::pos2(stage.right(), room.bottom()),
        );
        ui.scope_builder(egui::UiBuilder::new().max_rect(below), |ui| tools::ui(ui, ctx, talk, low));
        let beside = Rect::from_min_max(egui::pos2(stage.right() + 16.0, room.top()), room.max);
        ui.scope_builder(egui::UiBuilder::new().max_rect(beside), |ui| notes::ui(ui, ctx, talk));
    }
}

/// The pixels of a slide's picture for the speaker's screen, where all slides share them.
fn picture(
    ui: &Ui,
    ctx: &Ctx<'_>,
    slide: &DeckSlide,
    of: &Picture,
    size: Vec2,
) -> Option<egui::TextureHandle> {
    let aspect = size.y / size.x.max(1.0);
    let shared = vec2(PICTURE_WIDTH, PICTURE_WIDTH * aspect);
    let dark = ctx.state.settings.present.dark;
    let key = picture_key(slide.key.lesson.as_ref()?, of, shared, ui.pixels_per_point(), dark);
    pixels(ctx, key)
}

/// The height of a slide of that shape.
pub(super) fn slide_height(width: f32, shape: Shape) -> f32 {
    width * HEIGHT / shape.width()
}
