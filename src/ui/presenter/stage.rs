//! The slide that the speaker is at, with hand, pen and everything that the hall does not see.

use egui::{
    Align2, CentralPanel, CornerRadius, CursorIcon, EventFilter, Frame, Id, Margin, Modal, PointerButton,
    Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, vec2,
};
use i18n_embed_fl::fl;

use super::{notes, picture};
use crate::app::action::{Action, Show};
use crate::app::command::Command;
use crate::app::present::{AudienceView, Talk, Tool, Veil, clock};
use crate::ui::Ctx;
use crate::ui::audience::{enlarge_figure, paint, slide_tokens, zoomed};
use crate::ui::slide_view::{Later, SlideView, fitted};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, chip_ui, label_ui};

/// The share of the screen that notes below a slide take.
const NOTES: f32 = 0.36;

/// Whether the pen is down.
#[derive(Default)]
pub(super) struct Stage {
    drawing: bool,
}

impl Stage {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, rect: Rect) {
        let Some(slide) = talk.slide() else { return };
        let response = stage_response(ui, ctx, rect, &slide.page.title);
        let dark = ctx.state.settings.present.dark;
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let canvas =
            SlideView { painter: &painter, rect: zoomed(rect, talk.zoom), tokens: slide_tokens(dark) };
        canvas.paint(&slide.page, talk.at.step, Later::Pale, |of, size| picture(ui, ctx, slide, of, size));
        canvas.ink_lines(talk.ink(&slide.key));
        match (talk.tool, talk.hand) {
            (Some(Tool::Pointer), Some(at)) => canvas.pointer(at),
            (Some(Tool::Spotlight), Some(at)) => canvas.spotlight(at),
            _ => {}
        }
        self.hand(ui, ctx, talk, &response, &canvas);
        veil_ui(ui, ctx, talk, rect);
        if !talk.digits.is_empty() {
            let at = rect.center_bottom() - vec2(0.0, 14.0);
            let text = fl!(ctx.tr, "talk-go-to", number = talk.digits.as_str());
            band(ui, at, Align2::CENTER_BOTTOM, &text, 20.0);
        }
    }

    /// What the mouse does on the slide.
    fn hand(&mut self, ui: &Ui, ctx: &Ctx<'_>, talk: &Talk, response: &Response, canvas: &SlideView<'_>) {
        let at = response.hover_pos().or_else(|| response.interact_pointer_pos()).map(|at| canvas.share(at));
        match talk.tool {
            Some(Tool::Pointer | Tool::Spotlight) => {
                if at != talk.hand {
                    ctx.send(Action::Show(Show::Hand(at)));
                }
                if at.is_some() {
                    ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
                }
            }
            Some(Tool::Pen(_) | Tool::Eraser) => {
                let down = response.is_pointer_button_down_on();
                if let Some(at) = at.filter(|_| down) {
                    let moved = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
                    if !self.drawing || moved {
                        ctx.send(Action::Show(Show::Draw(at, !self.drawing)));
                    }
                }
                if self.drawing && !down {
                    ctx.send(Action::Show(Show::Lift));
                }
                self.drawing = down;
            }
            Some(Tool::Zoom) => {
                if let Some(at) = at.filter(|_| response.clicked()) {
                    ctx.send(Action::Show(Show::ZoomAt(at)));
                }
                response.clone().on_hover_cursor(CursorIcon::ZoomIn);
            }
            None if response.clicked() => ctx.run(Command::SlideNext),
            None if response.clicked_by(PointerButton::Secondary) => ctx.run(Command::SlidePrevious),
            None => {}
        }
    }
}

/// The stage holds the arrow keys, so that a clicker never moves the focus instead.
fn stage_response(ui: &Ui, ctx: &Ctx<'_>, rect: Rect, title: &str) -> Response {
    let id = Id::unique("stage");
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Image, true, fl!(ctx.tr, "talk-stage", title = title))
    });
    ui.memory_mut(|memory| {
        if memory.focused().is_none() && ctx.state.overlay.is_none() {
            memory.request_focus(id);
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
        memory.set_focus_lock_filter(id, arrows);
    });
    response
}

/// What the hall sees in place of the slide, in words for the speaker.
fn veil_ui(ui: &Ui, ctx: &Ctx<'_>, talk: &Talk, rect: Rect) {
    let t = ui.tokens();
    let text = match &talk.veil {
        Some(Veil::Black) => Some(fl!(ctx.tr, "talk-black")),
        Some(Veil::White) => Some(fl!(ctx.tr, "talk-white")),
        Some(Veil::Pause(pause)) => {
            let view = AudienceView::of(talk, false, Vec::new(), ctx.now);
            let left = view.countdown.map(|left| format!(" · {left}")).unwrap_or_default();
            Some(format!("{}{left}", pause.message))
        }
        Some(Veil::End) => Some(fl!(ctx.tr, "talk-end-shown")),
        Some(Veil::Hands) => Some(fl!(ctx.tr, "talk-hands-shown")),
        Some(Veil::Picked) => Some(fl!(ctx.tr, "talk-pick-shown")),
        Some(Veil::Figure(at)) => {
            let (number, all) = ((at + 1).to_string(), talk.figures().to_string());
            Some(fl!(ctx.tr, "talk-figure", number = number, all = all))
        }
        Some(Veil::Loop(show)) => {
            let slide = (show.slide(ctx.now) + 1).to_string();
            Some(fl!(ctx.tr, "talk-loop", slide = slide))
        }
        None if talk.is_held() => {
            let slide = (talk.shown().slide + 1).to_string();
            Some(fl!(ctx.tr, "talk-held", slide = slide))
        }
        None => None,
    };
    let Some(text) = text else { return };
    ui.painter().rect_stroke(rect, CornerRadius::ZERO, Stroke::new(4.0, t.amber), StrokeKind::Inside);
    band(ui, rect.center_top() + vec2(0.0, 12.0), Align2::CENTER_TOP, &text, 16.0);
}

/// Words on a dark ground above the slide.
fn band(ui: &Ui, at: egui::Pos2, anchor: Align2, text: &str, points: f32) {
    let t = ui.tokens();
    let galley = ui.painter().layout_no_wrap(text.to_owned(), Face::Semibold.at(points), t.rail_text);
    let rect = anchor.anchor_size(at, galley.size() + vec2(28.0, 12.0));
    let response = ui.interact(rect, ui.scope_id().with(text), Sense::empty());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(8), t.rail);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.rail_text);
}

impl Stage {
    /// The slide alone on the speaker's own screen, for a table or a single display; in a rehearsal with
    /// the notes below it.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
        let dark = ctx.state.settings.present.dark;
        let tokens = slide_tokens(dark);
        let Some(slide) = talk.deck.slides.get(talk.seen(ctx.now).slide) else { return };
        CentralPanel::default().frame(Frame::new().fill(tokens.paper)).show(ui, |ui| {
            let notes = talk.record.rehearsal || ctx.state.hall.peek;
            let whole = ui.max_rect();
            let (room, below) = whole.split_top_bottom_at_fraction(if notes { 1.0 - NOTES } else { 1.0 });
            let pictures = slide.page.pictures();
            let scale = fitted(room, talk.deck.shape).height() / crate::typeset::HEIGHT;
            let ready = pictures.filter_map(|(frame, of)| {
                let size = vec2(frame.width, frame.height) * scale;
                picture(ui, ctx, slide, of, size).map(|texture| (of.clone(), texture))
            });
            let mut pictures: Vec<_> = ready.collect();
            enlarge_figure(ctx, talk, (room.size(), ui.pixels_per_point()), &mut pictures);
            let view = AudienceView::of(talk, dark, pictures, ctx.now);
            let response = stage_response(ui, ctx, room, &slide.page.title);
            paint(ui, room, &view, tokens);
            let canvas = SlideView {
                painter: ui.painter(),
                rect: zoomed(fitted(room, talk.deck.shape), talk.zoom),
                tokens,
            };
            self.hand(ui, ctx, talk, &response, &canvas);
            hint_ui(ui, ctx, room);
            if notes {
                notes_below_ui(ui, ctx, talk, below);
            }
        });
        end_question(ui, ctx, talk);
    }
}

/// Two small buttons that stay out of the way: notes, and back to the console.
fn hint_ui(ui: &mut Ui, ctx: &Ctx<'_>, room: Rect) {
    let moved = ui.input(|input| input.pointer.time_since_last_movement() < 2.5);
    if !moved {
        return;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(2600));
    let at = Rect::from_min_size(room.right_top() + vec2(-330.0, 12.0), vec2(318.0, 40.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(at), |ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if button_ui(ui, ButtonKind::Plain, "x", &fl!(ctx.tr, "talk-leave-table")).clicked() {
                ctx.run(Command::TableMode);
            }
            if button_ui(ui, ButtonKind::Plain, "note", &fl!(ctx.tr, "talk-peek")).clicked() {
                ctx.send(Action::Show(Show::Peek));
            }
        });
    });
}

/// The notes below the slide, with the clock of a rehearsal.
fn notes_below_ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, at: Rect) {
    let t = ui.tokens();
    ui.painter().rect_filled(at, 0, t.surface);
    ui.scope_builder(egui::UiBuilder::new().max_rect(at.shrink(18.0)), |ui| {
        if let Some(slide) = talk.slide().filter(|_| talk.record.rehearsal) {
            let (number, all) = ((talk.at.slide + 1).to_string(), talk.deck.slides.len().to_string());
            let (spent, taught) =
                (clock(talk.spent_ms(&slide.key, ctx.now)), clock(talk.record.taught_until(ctx.now).0));
            let line =
                fl!(ctx.tr, "rehearsal-clock", number = number, all = all, spent = spent, taught = taught);
            label_ui(ui, line, Face::Semibold.at(size::CONTROL), t.amber_text);
        }
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            if let Some(slide) = talk.slide() {
                notes::notes_ui(ui, ctx, slide, talk.at.step, ctx.state.settings.present.notes_size());
            }
        });
    });
}

/// Whether the class is over; only a press here or Enter ends it.
pub(super) fn end_question(ui: &Ui, ctx: &Ctx<'_>, talk: &Talk) {
    if !talk.asks_to_end {
        return;
    }
    let t = ui.tokens();
    let frame = Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(16)
        .inner_margin(Margin::same(22));
    Modal::new(Id::unique("end-class")).backdrop_color(t.shade).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(420.0);
        label_ui(ui, fl!(ctx.tr, "talk-end-question"), Face::Bold.at(size::HEADING), t.ink);
        label_ui(ui, fl!(ctx.tr, "talk-end-kept"), Face::Regular.at(size::CONTROL), t.muted);
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Primary, "x", &fl!(ctx.tr, "talk-end-yes")).clicked() {
                ctx.send(Action::Show(Show::End));
            }
            if button_ui(ui, ButtonKind::Plain, "arrow-left", &fl!(ctx.tr, "talk-end-no")).clicked() {
                ctx.run(Command::Escape);
            }
            chip_ui(ui, None, "Enter / Esc", t.chip, t.muted);
        });
    });
}
