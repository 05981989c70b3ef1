//! A window that draws slides one after the other, keeps each as a file, and closes.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{ColorImage, TextureHandle, Vec2, ViewportCommand, vec2};
use i18n_embed_fl::fl;

use crate::app::jobs::Actions;
use crate::app::picture_text::picture_failure_text;
use crate::app::pictures::{self, PictureKey, PictureOf, PictureState};
use crate::app::present::{Shot, Stills, write_still};
use crate::app::tr::Tr;
use crate::ui::{still, theme};

/// So many frames the system has to give the window its size.
const PATIENCE: u32 = 120;

/// Draws and writes everything, or says what went wrong.
pub fn render(stills: Stills, tr: &Arc<Tr>) -> Result<(), String> {
    let no_window = |cause: &str| fl!(tr, "render-no-window", cause = cause);
    let shown = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !shown {
        return Err(no_window("DISPLAY"));
    }
    let (tell, told) = channel();
    let size = size_of(&stills);
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_decorations(false)
            .with_active(false)
            .with_resizable(true)
            .with_inner_size(size),
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..eframe::NativeOptions::default()
    };
    let tr = Arc::clone(tr);
    let create = move |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        theme::install_fonts(&creation.egui_ctx);
        Ok(Box::new(Camera::new(&creation.egui_ctx, stills, tr, tell)))
    };
    let closed = eframe::run_native("hoclieu-render", options, Box::new(create));
    closed.map_err(|error| no_window(&error.to_string()))?;
    // The window was closed before it was done.
    told.try_recv().unwrap_or_else(|_gone| Err(no_window("…")))
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
fn size_of(stills: &Stills) -> Vec2 {
    vec2(stills.size.0 as f32, stills.size.1 as f32)
}

/// Where slides are drawn and taken.
struct Camera {
    stills: Stills,
    tr: Arc<Tr>,
    done: Sender<Result<(), String>>,
    actions: Actions,
    /// The place of the next shot.
    at: usize,
    /// The pictures on its slide.
    pictures: Option<Vec<(still::Picture, TextureHandle)>>,
    /// Where its pixels arrive, once they were asked for.
    taken: Option<Receiver<Arc<ColorImage>>>,
    waited: u32,
}

impl Camera {
    fn new(ctx: &egui::Context, stills: Stills, tr: Arc<Tr>, done: Sender<Result<(), String>>) -> Self {
        // Nobody listens to what a window without controls could send.
        let (actions, _inbox) = Actions::channel(ctx.clone());
        Self { stills, tr, done, actions, at: 0, pictures: None, taken: None, waited: 0 }
    }

    fn end(&self, ctx: &egui::Context, result: Result<(), String>) {
        // The receiver waits until the window is closed.
        self.done.send(result).ok();
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// The pixels of a picture, drawn while nothing else waits.
    fn picture(&self, key: &PictureKey) -> Result<TextureHandle, String> {
        let chart = match &key.of {
            PictureOf::Chart(_, block, _) => self.stills.lesson.lesson.block(block),
            PictureOf::File(_) => None,
        };
        let chart = chart.and_then(|block| pictures::chart_of(&block.kind));
        let [light, dark] = theme::chart_palettes();
        let palette = if key.dark { dark } else { light };
        match pictures::draw(&self.stills.origin, key, chart, &palette, &self.actions) {
            PictureState::Ready(texture) => Ok(texture),
            PictureState::Failed(failure) => Err(picture_failure_text(&self.tr, &failure)),
            PictureState::Drawing => Err(String::new()),
        }
    }

    /// Draws the slide; answers with an error where its pictures cannot be drawn.
    fn slide_ui(&mut self, ui: &mut egui::Ui, shot: &Shot) -> Result<(), String> {
        let Stills { deck, dark, .. } = &self.stills;
        let pictures = if let Some(known) = self.pictures.take() {
            known
        } else {
            let keys = still::pictures(deck, shot.slide, size_of(&self.stills), *dark);
            let ready = keys.into_iter().map(|(of, key)| Ok((of, self.picture(&key)?)));
            ready.collect::<Result<Vec<_>, String>>()?
        };
        still::ui(ui, deck, (shot.slide, shot.step), *dark, &pictures);
        self.pictures = Some(pictures);
        Ok(())
    }

    /// Whether the window has the size of the picture; asks for it where it has not.
    fn fits(&mut self, ctx: &egui::Context) -> Result<bool, String> {
        let wanted = size_of(&self.stills);
        let native = ctx.native_pixels_per_point().unwrap_or(1.0);
        ctx.set_zoom_factor(1.0 / native);
        let has = ctx.viewport_rect().size() * ctx.pixels_per_point();
        if (has - wanted).abs().max_elem() < 0.5 && (ctx.pixels_per_point() - 1.0).abs() < 0.01 {
            return Ok(true);
        }
        self.waited += 1;
        if self.waited > PATIENCE {
            let has = format!("{}x{}", has.x, has.y);
            let (width, height) = self.stills.size;
            let size = format!("{width}x{height}");
            return Err(fl!(self.tr, "render-size", has = has, size = size));
        }
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(wanted / ctx.pixels_per_point()));
        ctx.request_repaint();
        Ok(false)
    }

    /// Takes what was drawn: asks for its pixels, then writes them and goes on to the next.
    fn shoot(&mut self, ctx: &egui::Context, shot: &Shot) -> Result<(), String> {
        let Some(taken) = &self.taken else {
            let (give, taken) = channel();
            let wake = ctx.clone();
            ctx.request_screenshot(move |picture| {
                // The camera is there as long as its window.
                give.send(picture).ok();
                wake.request_repaint();
            });
            self.taken = Some(taken);
            ctx.request_repaint();
            return Ok(());
        };
        let Ok(picture) = taken.try_recv() else {
            ctx.request_repaint();
            return Ok(());
        };
        self.taken = None;
        write_still(&shot.file, &picture).map_err(|error| format!("{}: {error}", shot.file.display()))?;
        self.pictures = None;
        self.at += 1;
        ctx.request_repaint();
        Ok(())
    }
}

impl eframe::App for Camera {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let Some(shot) = self.stills.shots.get(self.at).cloned() else { return self.end(&ctx, Ok(())) };
        let drawn = self.slide_ui(ui, &shot).and_then(|()| self.fits(&ctx));
        let step = drawn.and_then(|fits| if fits { self.shoot(&ctx, &shot) } else { Ok(()) });
        if let Err(reason) = step {
            self.end(&ctx, Err(reason));
        }
    }
}
