//! The hall's window: the slide, and nothing else, ever.

use std::sync::{Arc, LazyLock};

use egui::{CentralPanel, CursorIcon, Frame, Rect, Ui, ViewportBuilder, ViewportId, vec2};
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::command::{Command, digits};
use crate::app::jobs::Actions;
use crate::app::pictures::PictureState;
use crate::app::present::pressed_keys;
use crate::app::present::{AudienceView, CheckAction, Feed, Monitor, Talk, Tool, Veil};
use crate::app::route::Screen;
use crate::app::settings::ThemeChoice;
use crate::typeset::{HEIGHT, Page, Picture};
use crate::ui::slide_view::{Later, SlideView, fitted, picture_key};
use crate::ui::theme::Tokens;
use crate::ui::{Ctx, boards, room_check};

/// The colours of slides for bright and for dark halls; the speaker's theme does not touch them.
static TOKENS: LazyLock<[Tokens; 2]> =
    LazyLock::new(|| [ThemeChoice::Light, ThemeChoice::Dark].map(|choice| Tokens::of(choice, false)));

/// The colours of a bright or a dark hall.
pub(super) fn slide_tokens(dark: bool) -> &'static Tokens {
    let [light, night] = &*TOKENS;
    if dark { night } else { light }
}

/// Each screen has a window of its own: one that moves to another screen would flicker there.
fn viewport(screen: usize) -> ViewportId {
    ViewportId::from_hash_of(("audience", screen))
}

/// Keeps the hall's window open on its screen, and hands it what there is to see.
pub(super) fn window(ui: &Ui, ctx: &Ctx<'_>, screen: usize) {
    let Some(monitor) = ctx.state.hall.screens.all.get(screen) else { return };
    let dark = ctx.state.settings.present.dark;
    let view = match (&ctx.state.hall.check, &ctx.state.hall.talk) {
        (Some(check), _) => {
            AudienceView::of_check(room_check::board(ctx, check, screen), check.hears_keys(), dark)
        }
        (None, Some(talk)) => view_of(ctx, talk, monitor.size, dark),
        (None, None) => return,
    };
    publish(ui, ctx, view, screen);
    let (feed, actions) = (Arc::clone(&ctx.state.hall.feed), ctx.actions.clone());
    let builder = ViewportBuilder::default()
        .with_title(fl!(ctx.tr, "audience-title"))
        .with_app_id("hoclieu")
        .with_decorations(false)
        .with_active(false);
    let builder = if screen < ctx.state.hall.screens.numbered {
        builder.with_monitor(screen).with_fullscreen(true)
    } else {
        // A screen that was plugged in late has no number; a window as large as it goes where it is.
        let [x, y] = [monitor.size.0, monitor.size.1].map(|side| points(ui, side));
        builder.with_position(place(ui, monitor)).with_inner_size([x, y]).with_always_on_top()
    };
    ui.ctx().show_viewport_deferred(viewport(screen), builder, move |ui, _class| {
        audience_ui(ui, &feed, &actions);
    });
}

/// The upper left corner of a screen, in points.
#[expect(clippy::cast_precision_loss, reason = "pixels of a desktop")]
fn place(ui: &Ui, monitor: &Monitor) -> egui::Pos2 {
    let (x, y) = monitor.at;
    egui::pos2(x as f32, y as f32) / ui.pixels_per_point()
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
fn points(ui: &Ui, pixels: u32) -> f32 {
    pixels as f32 / ui.pixels_per_point()
}

/// What the hall sees of a class on a screen of that size.
fn view_of(ctx: &Ctx<'_>, talk: &Talk, size: (u32, u32), dark: bool) -> AudienceView {
    #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
    let screen = vec2(size.0 as f32, size.1 as f32);
    let rect = fitted(Rect::from_min_size(egui::Pos2::ZERO, screen), talk.deck.shape);
    let scale = rect.height() / HEIGHT;
    let shown = talk.shown();
    let pictures_of = |slide: usize| {
        let slide = talk.deck.slides.get(slide)?;
        let picture = |(frame, of): (&crate::typeset::Frame, &Picture)| {
            let size = vec2(frame.width, frame.height) * scale;
            let key = picture_key(slide.key.lesson.as_ref()?, of, size, 1.0, dark);
            match ctx.state.pictures.get(&key) {
                Some(PictureState::Ready(texture)) => Some((of.clone(), texture.clone())),
                Some(_) => None,
                None => {
                    ctx.send(Action::WantPicture(key));
                    None
                }
            }
        };
        Some(slide.page.pictures().filter_map(picture).collect::<Vec<_>>())
    };
    let pictures = pictures_of(shown.slide).unwrap_or_default();
    // The next slide's pictures are drawn before they are asked for.
    if let Some(next) = talk.after(shown.slide) {
        drop(pictures_of(next));
    }
    AudienceView::of(talk, dark, pictures, ctx.now)
}

/// Hands over a new view where it differs from the last one.
fn publish(ui: &Ui, ctx: &Ctx<'_>, view: AudienceView, at: usize) {
    let feed = &ctx.state.hall.feed;
    if !feed.load().is_same(&view) {
        feed.store(Arc::new(view));
        ui.ctx().request_repaint_of(viewport(at));
    }
}

fn audience_ui(ui: &mut Ui, feed: &Feed, actions: &Actions) {
    let view = feed.load();
    if view.hears_keys {
        for keys in pressed_keys(ui.ctx()) {
            actions.send(Action::Check(CheckAction::Heard(keys)));
        }
    }
    for digit in digits(ui.ctx(), Screen::Presenter, false) {
        actions.send(Action::Show(Show::Digit(digit)));
    }
    for (command, nth) in Command::pressed(ui.ctx(), Screen::Presenter, false) {
        actions.send(command.action(nth));
    }
    if ui.input(|input| input.viewport().close_requested()) {
        ui.ctx().send_viewport_cmd(egui::ViewportCommand::CancelClose);
        actions.send(Action::Run(Command::GoLive));
    }
    let tokens = slide_tokens(view.dark);
    let ground = if view.veil == Some(Veil::Black) { tokens.curtain } else { tokens.paper };
    CentralPanel::default().frame(Frame::new().fill(ground)).show(ui, |ui| {
        ui.ctx().set_cursor_icon(CursorIcon::None);
        paint(ui, ui.max_rect(), &view, tokens);
    });
}

/// What the hall sees, in any rectangle.
pub(super) fn paint(ui: &Ui, within: Rect, view: &AudienceView, tokens: &Tokens) {
    let painter = ui.painter().with_clip_rect(within);
    if let Some(board) = &view.board {
        return room_check::paint(&painter, within, board, tokens);
    }
    if boards::veil(&painter, within, view, tokens) {
        return;
    }
    let (room, below) = boards::beside_clock(within, view.timer.as_ref());
    painter.rect_filled(within, 0, tokens.paper);
    slide(&painter.with_clip_rect(room), room, view, tokens);
    if let Some((below, timer)) = below.zip(view.timer.as_ref()) {
        boards::clock(&painter, below, timer, tokens);
    }
}

fn slide(painter: &egui::Painter, within: Rect, view: &AudienceView, tokens: &Tokens) {
    let Some(deck) = &view.deck else { return };
    let Some(slide) = deck.slides.get(view.slide) else { return };
    let page: &Page = &slide.page;
    let rect = zoomed(fitted(within, deck.shape), view.zoom);
    let canvas = SlideView { painter, rect, tokens };
    let find = |of: &Picture| {
        view.pictures.iter().find(|(known, _)| known == of).map(|(_, texture)| texture.clone())
    };
    canvas.paint(page, view.step, Later::Hidden, |of, _size| find(of));
    canvas.ink_lines(&view.strokes);
    match (view.tool, view.hand) {
        (Some(Tool::Pointer), Some(at)) => canvas.pointer(at),
        (Some(Tool::Spotlight), Some(at)) => canvas.spotlight(at),
        _ => {}
    }
}

/// The slide twice as large around a place, without showing what is beyond its edges.
pub(super) fn zoomed(rect: Rect, center: Option<[f32; 2]>) -> Rect {
    const FACTOR: f32 = 2.2;
    let Some([x, y]) = center else { return rect };
    let size = rect.size() * FACTOR;
    let hidden = size - rect.size();
    let shift =
        |share: f32, size: f32, window: f32, hidden: f32| (share * size - window / 2.0).clamp(0.0, hidden);
    let offset = vec2(shift(x, size.x, rect.width(), hidden.x), shift(y, size.y, rect.height(), hidden.y));
    Rect::from_min_size(rect.min - offset, size)
}
