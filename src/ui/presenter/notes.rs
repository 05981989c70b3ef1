//! What to say, in letters that are read from a step back; and what comes next.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Frame, Layout, Margin, Rect, ScrollArea, Sense, Ui, vec2};
use i18n_embed_fl::fl;

use super::{picture, slide_height};
use crate::app::command::Command;
use crate::app::present::{DeckSlide, Talk};
use crate::content::RichText;
use crate::content::inline::Span;
use crate::ui::Ctx;
use crate::ui::audience::slide_tokens;
use crate::ui::slide_view::{Later, SlideView};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{icon_button_ui, label_ui, line_ui};

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
    let t = ui.tokens();
    let room = ui.available_size();
    Frame::new().fill(t.surface).corner_radius(10).inner_margin(Margin::same(18)).show(ui, |ui| {
        ui.set_min_size(room - vec2(36.0, 36.0));
        ui.set_max_size(room - vec2(36.0, 36.0));
        head_ui(ui, ctx, talk);
        let next = if room.y > 330.0 { (room.y * 0.28).clamp(84.0, 150.0) } else { 48.0 };
        let height = (ui.available_height() - next - 12.0).max(40.0);
        let id = talk.slide().map(|slide| slide.key.clone());
        ScrollArea::vertical()
            .id_salt(format!("notes {id:?}"))
            .max_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                if let Some(slide) = talk.slide() {
                    notes_ui(ui, ctx, slide, talk.at.step, ctx.state.settings.present.notes_size());
                }
            });
        ui.add_space(8.0);
        next_ui(ui, ctx, talk, next);
    });
}

fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk) {
    let t = ui.tokens();
    ui.horizontal(|ui| {
        let steps = talk.slide().map_or(0, |slide| slide.page.steps.len());
        let label = if steps > 1 {
            let (step, steps) = ((talk.at.step + 1).to_string(), steps.to_string());
            fl!(ctx.tr, "talk-notes-step", step = step, steps = steps)
        } else {
            fl!(ctx.tr, "talk-notes")
        };
        ui.label(crate::ui::widgets::words(label, Face::Regular.at(size::CONTROL), t.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (command, icon) in [(Command::LargerText, "plus"), (Command::SmallerText, "minus")] {
                let name = ctx.tr.get(command.spec().label);
                if icon_button_ui(ui, icon, &name, false).clicked() {
                    ctx.run(command);
                }
            }
            ui.label(crate::ui::widgets::words("A", Face::Semibold.at(size::BODY), t.muted));
        });
    });
}

/// The notes; what belongs to other steps is pale.
pub(super) fn notes_ui(ui: &mut Ui, ctx: &Ctx<'_>, slide: &DeckSlide, step: usize, points: f32) {
    let t = ui.tokens();
    if slide.notes.is_empty() {
        label_ui(ui, fl!(ctx.tr, "talk-no-notes"), Face::Regular.at(size::BODY), t.muted);
    }
    for note in &slide.notes {
        let present = note.step.is_none_or(|of| of == step);
        let (ink, strong) = if present { (t.ink, t.amber_text) } else { (t.muted, t.muted) };
        let galley = ui
            .fonts_mut(|fonts| fonts.layout_job(job(&note.text, points, ink, strong, ui.available_width())));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, note.text.to_plain()));
        if present && note.step.is_some() {
            response.scroll_to_me(None);
        }
        ui.painter().galley(rect.min, galley, ink);
        ui.add_space(points * 0.6);
    }
}

fn job(text: &RichText, points: f32, ink: Color32, strong: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for span in text.spans() {
        let Span::Text { text, style, .. } = span else { continue };
        let face = match (style.bold, style.italic) {
            (true, _) => Face::Bold,
            (_, true) => Face::Italic,
            _ => Face::Regular,
        };
        let color = if style.bold { strong } else { ink };
        let line = Some((points * 1.42).round());
        job.append(
            text,
            0.0,
            TextFormat { font_id: face.at(points), color, line_height: line, ..TextFormat::default() },
        );
    }
    job
}

/// The next slide, small, and in words what the next press brings.
fn next_ui(ui: &mut Ui, ctx: &Ctx<'_>, talk: &Talk, height: f32) {
    let t = ui.tokens();
    let next = talk.after(talk.at.slide).and_then(|at| talk.deck.slides.get(at));
    let step = talk.slide().and_then(|slide| slide.page.steps.get(talk.at.step + 1));
    ui.horizontal_top(|ui| {
        if let Some(next) = next {
            let width = height / slide_height(1.0, talk.deck.shape);
            let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &next.page.title));
            thumbnail(ui, ctx, rect, next, ctx.state.settings.present.dark);
            ui.add_space(12.0);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            line_ui(ui, fl!(ctx.tr, "talk-next"), Face::Regular.at(size::SMALL), t.muted);
            if step.is_some() {
                let label = step.map(|step| step.label.as_str()).unwrap_or_default();
                let number = (talk.at.step + 2).to_string();
                let line = fl!(ctx.tr, "talk-next-step", step = number, label = label);
                line_ui(ui, line, Face::Semibold.at(size::CONTROL), t.ink);
            }
            let title = next.map_or_else(|| fl!(ctx.tr, "talk-next-none"), |slide| slide.page.title.clone());
            let (face, ink) = if step.is_some() { (Face::Regular, t.muted) } else { (Face::Semibold, t.ink) };
            label_ui(ui, title, face.at(size::CONTROL), ink);
        });
    });
}

/// A slide as a small picture.
pub(in crate::ui) fn thumbnail(ui: &Ui, ctx: &Ctx<'_>, rect: Rect, slide: &DeckSlide, dark: bool) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let canvas = SlideView { painter: &painter, rect, tokens: slide_tokens(dark) };
    let last = slide.page.last_step();
    canvas.paint(&slide.page, last, Later::Hidden, |of, size| picture(ui, ctx, slide, of, size));
}
