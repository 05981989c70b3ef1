//! The hall's window: the slide, and nothing else, ever.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use egui::{
    CentralPanel, CursorIcon, Frame, Rect, TextureHandle, Ui, Vec2, ViewportBuilder, ViewportClass,
    ViewportId, vec2,
};
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::command::{Command, digits};
use crate::app::jobs::Actions;
use crate::app::keys::Keys;
use crate::app::present::pressed_keys;
use crate::app::present::{At, AudienceView, CheckAction, Feed, Monitor, Talk, Tool, Trace, Veil};
use crate::app::route::Screen;
use crate::app::settings::ThemeChoice;
use crate::store::Millis;
use crate::typeset::{HEIGHT, Page, Picture};
use crate::ui::slide_view::{Later, SlideView, fitted, picture_key, pixels};
use crate::ui::theme::Tokens;
use crate::ui::{Ctx, boards, room_check};

const SECOND: Duration = Duration::from_secs(1);

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

/// Keeps the hall's window open on its screen, and hands it what there is to see. Where a press changed
/// that, the hall is painted at once, before the speaker's own screen: it need not wait for both.
/// `is_open` says whether the window was there in the frame before.
pub(super) fn window(ui: &Ui, ctx: &Ctx<'_>, screen: usize, is_open: bool) {
    let Some(monitor) = ctx.state.hall.screens.all.get(screen) else { return };
    let dark = ctx.state.settings.present.dark;
    let view = match (&ctx.state.hall.check, &ctx.state.hall.talk) {
        (Some(check), _) => {
            AudienceView::of_check(room_check::board(ctx, check, screen), check.hears_keys(), dark)
        }
        (None, Some(talk)) => {
            if let Some(wait) = next_tick(talk, ctx.now) {
                ui.ctx().request_repaint_after(wait);
            }
            view_of(ctx, talk, monitor.size, dark)
        }
        (None, None) => return,
    };
    let turned = publish(ui, ctx, view, screen);
    let hall = &ctx.state.hall;
    let line = Line {
        feed: Arc::clone(&hall.feed),
        actions: ctx.actions.clone(),
        keys: ctx.state.settings.keys.clone(),
        trace: hall.trace.clone(),
    };
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
    if turned && is_open {
        ui.ctx()
            .show_viewport_immediate(viewport(screen), builder, |ui, class| audience_ui(ui, &line, class));
        if let Some(trace) = &line.trace {
            trace.frame_begins();
        }
        return;
    }
    let draw = move |ui: &mut Ui, class| audience_ui(ui, &line, class);
    ui.ctx().show_viewport_deferred(viewport(screen), builder, draw);
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

/// When what the hall sees changes by itself: slides in a loop, and clocks.
fn next_tick(talk: &Talk, now: Millis) -> Option<Duration> {
    match &talk.veil {
        Some(Veil::Loop(show)) => Some(show.left(now)),
        Some(Veil::Pause(pause)) if pause.until.is_some() => Some(SECOND),
        _ => talk.record.timer.as_ref().map(|_| SECOND),
    }
}

/// What the hall sees of a class on a screen of that size.
fn view_of(ctx: &Ctx<'_>, talk: &Talk, size: (u32, u32), dark: bool) -> AudienceView {
    #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
    let screen = vec2(size.0 as f32, size.1 as f32);
    let rect = fitted(Rect::from_min_size(egui::Pos2::ZERO, screen), talk.deck.shape);
    let scale = rect.height() / HEIGHT;
    let seen = talk.seen(ctx.now).slide;
    let pictures_of = |slide: usize| {
        let slide = talk.deck.slides.get(slide)?;
        let picture = |(frame, of): (&crate::typeset::Frame, &Picture)| {
            let size = vec2(frame.width, frame.height) * scale;
            let key = picture_key(slide.key.lesson.as_ref()?, of, size, 1.0, dark);
            pixels(ctx, key).map(|texture| (of.clone(), texture))
        };
        Some(slide.page.pictures().filter_map(picture).collect::<Vec<_>>())
    };
    let mut pictures = pictures_of(seen).unwrap_or_default();
    enlarge_figure(ctx, talk, (screen, 1.0), &mut pictures);
    // The next slide's pictures are drawn before they are asked for.
    let next = match &talk.veil {
        Some(Veil::Loop(show)) => Some(show.next(ctx.now)),
        _ => talk.after(seen),
    };
    if let Some(next) = next {
        drop(pictures_of(next));
    }
    AudienceView::of(talk, dark, pictures, ctx.now)
}

/// Hands over a new view where it differs from the last one; whether it is another slide, step or veil.
fn publish(ui: &Ui, ctx: &Ctx<'_>, view: AudienceView, at: usize) -> bool {
    let feed = &ctx.state.hall.feed;
    let last = feed.load();
    let turned = (last.slide, last.step, &last.veil) != (view.slide, view.step, &view.veil);
    if !last.is_same(&view) {
        feed.store(Arc::new(view));
        if !turned {
            ui.ctx().request_repaint_of(viewport(at));
        }
    }
    turned
}

/// The part of the screen's sides that a picture alone takes.
const FIGURE: f32 = 0.95;

/// Puts a picture that is shown alone in the place of the small one as soon as it is drawn that large;
/// the screen is given in points, with its pixels to a point.
pub(super) fn enlarge_figure(
    ctx: &Ctx<'_>,
    talk: &Talk,
    (screen, pixels_per_point): (Vec2, f32),
    pictures: &mut [(Picture, TextureHandle)],
) {
    let Some(Veil::Figure(at)) = &talk.veil else { return };
    let slide = talk.deck.slides.get(talk.shown().slide);
    let Some((slide, (_, of))) = slide.and_then(|slide| Some((slide, slide.page.pictures().nth(*at)?)))
    else {
        return;
    };
    let Some((_, texture)) = pictures.iter_mut().find(|(known, _)| known == of) else { return };
    let room = screen * FIGURE;
    let size = match of {
        // It is laid out for the place that it gets.
        Picture::Chart(_) => room,
        Picture::File(_) => {
            let aspect = texture.size_vec2().y / texture.size_vec2().x.max(1.0);
            let width = room.x.min(room.y / aspect.max(0.01));
            vec2(width, width * aspect)
        }
    };
    let dark = ctx.state.settings.present.dark;
    let Some(lesson) = &slide.key.lesson else { return };
    if let Some(large) = pixels(ctx, picture_key(lesson, of, size, pixels_per_point, dark)) {
        *texture = large;
    }
}

/// What joins the hall's window to the rest of the program.
struct Line {
    feed: Feed,
    actions: Actions,
    keys: Keys,
    trace: Option<Arc<Trace>>,
}

fn audience_ui(ui: &mut Ui, line: &Line, class: ViewportClass) {
    let Line { feed, actions, keys, trace } = line;
    if let Some(trace) = trace {
        trace.frame_begins();
    }
    let view = feed.load();
    if view.hears_keys {
        for pressed in pressed_keys(ui.ctx()) {
            actions.send_for_hall(Action::Check(CheckAction::Heard(pressed)));
        }
    }
    for digit in digits(ui.ctx(), Screen::Presenter, false) {
        actions.send_for_hall(Action::Show(Show::Digit(digit)));
    }
    let pressed = Command::pressed(ui.ctx(), keys, Screen::Presenter, false);
    if let Some(trace) = trace.as_ref().filter(|_| !pressed.is_empty()) {
        trace.pressed();
    }
    for (command, nth) in pressed {
        actions.send_for_hall(command.action(nth));
    }
    if ui.input(|input| input.viewport().close_requested()) {
        ui.ctx().send_viewport_cmd(egui::ViewportCommand::CancelClose);
        actions.send_for_hall(Action::Run(Command::GoLive));
    }
    // What is painted covers the whole window; a ground below it would cost as much as all the words.
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        ui.ctx().set_cursor_icon(CursorIcon::None);
        paint(ui, ui.max_rect(), &view, slide_tokens(view.dark));
    });
    let at = At { slide: view.slide, step: view.step };
    if trace.as_ref().is_some_and(|trace| trace.laid_out(at)) && class == ViewportClass::Deferred {
        // The frame after this one begins when this one is on the screen.
        ui.ctx().request_repaint();
    }
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
    let inner = painter.with_clip_rect(room);
    match view.veil {
        Some(Veil::Figure(at)) => figure(&inner, room, view, tokens, at),
        _ => slide(&inner, room, view, tokens),
    }
    if let Some((below, timer)) = below.zip(view.timer.as_ref()) {
        boards::clock(&painter, below, timer, tokens);
    }
}

/// One picture of the slide on the slide's ground.
fn figure(painter: &egui::Painter, within: Rect, view: &AudienceView, tokens: &Tokens, at: usize) {
    let page = view.deck.as_ref().and_then(|deck| deck.slides.get(view.slide)).map(|slide| &slide.page);
    let of = page.and_then(|page| page.pictures().nth(at)).map(|(_, of)| of);
    let texture = view.pictures.iter().find(|(known, _)| Some(known) == of).map(|(_, texture)| texture);
    let Some(texture) = texture else { return slide(painter, within, view, tokens) };
    painter.rect_filled(within, 0, tokens.paper);
    let room = Rect::from_center_size(within.center(), within.size() * FIGURE);
    SlideView { painter, rect: within, tokens }.picture(room, texture, 1.0);
}

fn slide(painter: &egui::Painter, within: Rect, view: &AudienceView, tokens: &Tokens) {
    let slide = view.deck.as_ref().and_then(|deck| Some((deck.shape, deck.slides.get(view.slide)?)));
    let Some((shape, slide)) = slide else {
        painter.rect_filled(within, 0, tokens.paper);
        return;
    };
    let page: &Page = &slide.page;
    let rect = zoomed(fitted(within, shape), view.zoom);
    if !rect.expand(0.5).contains_rect(within) {
        painter.rect_filled(within, 0, tokens.paper);
    }
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
