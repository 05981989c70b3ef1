//! Draws the rows that were set for a slide, at any scale; it never wraps a line itself.

use std::f32::consts::TAU;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Align2, Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Stroke, TextureHandle, Vec2, pos2, vec2,
};

use crate::app::action::Action;
use crate::app::pictures::{ChartShape, PictureKey, PictureOf, PictureState};
use crate::assets::metrics::Face as Metric;
use crate::class::{Pen, Stroke as Line};
use crate::content::LessonId;
use crate::typeset::{Fill, Frame, HEIGHT, Ink, Mark, Page, Picture, Run, Shape};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Tokens};
use crate::ui::widgets::icon_char;

/// A slide on some canvas: the colours come as an argument, the scale from the rectangle.
pub(super) struct SlideView<'a> {
    pub(super) painter: &'a Painter,
    /// Where the slide is; its shape is the slide's.
    pub(super) rect: Rect,
    pub(super) tokens: &'a Tokens,
}

/// How what is not revealed yet looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Later {
    /// Not at all: the hall waits for it.
    Hidden,
    /// Pale: the speaker sees what comes.
    Pale,
}

/// The largest rectangle of a shape within another, in its middle.
pub(super) fn fitted(within: Rect, shape: Shape) -> Rect {
    let aspect = shape.width() / HEIGHT;
    let width = within.width().min(within.height() * aspect);
    Rect::from_center_size(within.center(), vec2(width, width / aspect))
}

impl SlideView<'_> {
    fn scale(&self) -> f32 {
        self.rect.height() / HEIGHT
    }

    fn place(&self, frame: Frame) -> Rect {
        let scale = self.scale();
        let at = self.rect.min + vec2(frame.x, frame.y) * scale;
        Rect::from_min_size(at, vec2(frame.width, frame.height) * scale)
    }

    /// Draws a page at a step; `picture` finds the pixels of a picture.
    pub(super) fn paint(
        &self,
        page: &Page,
        step: usize,
        later: Later,
        mut picture: impl FnMut(&Picture, Vec2) -> Option<TextureHandle>,
    ) {
        self.painter.rect_filled(self.rect, CornerRadius::ZERO, self.tokens.paper);
        for placed in &page.marks {
            let awaited = placed.from > step;
            if awaited && later == Later::Hidden {
                continue;
            }
            let fade = if awaited { 0.28 } else { 1.0 };
            match &placed.mark {
                Mark::Area { frame, fill, radius } => {
                    let color = self.fill(*fill).gamma_multiply(fade);
                    self.painter.rect_filled(self.place(*frame), self.radius(*radius), color);
                }
                Mark::Icon { frame, name, ink } => {
                    let rect = self.place(*frame);
                    let color = self.ink(*ink).gamma_multiply(fade);
                    let font = Face::Icons.at(rect.height());
                    self.painter.text(rect.center(), Align2::CENTER_CENTER, icon_char(name), font, color);
                }
                Mark::Row { frame, size, runs } => self.row(*frame, *size, runs, fade),
                Mark::Picture { frame, of } => {
                    let rect = self.place(*frame);
                    match picture(of, rect.size()) {
                        Some(texture) => self.picture(rect, &texture, fade),
                        None => {
                            self.painter.rect_filled(rect, self.radius(18.0), self.tokens.sunken);
                        }
                    }
                }
            }
        }
    }

    fn radius(&self, units: f32) -> CornerRadius {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        CornerRadius::same((units * self.scale()).clamp(0.0, 255.0) as u8)
    }

    fn row(&self, frame: Frame, size: f32, runs: &[Run], fade: f32) {
        let rect = self.place(frame);
        let points = size * self.scale();
        // Letters this small are shapes, not words; a bar is drawn in a tenth of the time.
        if points < 3.0 {
            let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), points * 0.5));
            self.painter.rect_filled(bar, CornerRadius::ZERO, self.tokens.line);
            return;
        }
        let mut job = LayoutJob::default();
        job.wrap.max_width = f32::INFINITY;
        for run in runs {
            let format = TextFormat {
                font_id: face(run.face).at(points),
                color: self.ink(run.ink).gamma_multiply(fade),
                line_height: Some(rect.height()),
                valign: Align::Center,
                ..TextFormat::default()
            };
            job.append(&run.text, 0.0, format);
        }
        let galley = self.painter.fonts_mut(|fonts| fonts.layout_job(job));
        self.painter.galley(rect.min, galley, self.tokens.ink);
    }

    /// Pixels as large as a place allows, in its middle.
    pub(super) fn picture(&self, rect: Rect, texture: &TextureHandle, fade: f32) {
        let [wide, high] = texture.size().map(|side| f32::from(u16::try_from(side).unwrap_or(u16::MAX)));
        let scale = (rect.width() / wide.max(1.0)).min(rect.height() / high.max(1.0));
        let shown = Rect::from_center_size(rect.center(), vec2(wide, high) * scale);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        self.painter.image(texture.id(), shown, whole, Color32::WHITE.gamma_multiply(fade));
    }

    /// A place on the screen as shares of the slide's width and height.
    pub(super) fn share(&self, at: Pos2) -> [f32; 2] {
        let from = at - self.rect.min;
        [(from.x / self.rect.width()).clamp(0.0, 1.0), (from.y / self.rect.height()).clamp(0.0, 1.0)]
    }

    fn point(&self, [x, y]: [f32; 2]) -> Pos2 {
        self.rect.min + vec2(x * self.rect.width(), y * self.rect.height())
    }

    /// What the speaker drew.
    pub(super) fn ink_lines<'l>(&self, lines: impl IntoIterator<Item = &'l Line>) {
        for line in lines {
            let color = match line.pen {
                Pen::Red => self.tokens.danger,
                Pen::Blue => self.tokens.blue,
                Pen::Green => self.tokens.good,
            };
            let points: Vec<Pos2> = line.points.iter().map(|point| self.point(*point)).collect();
            let width = 7.0 * self.scale();
            match points.as_slice() {
                [one] => {
                    self.painter.circle_filled(*one, width, color);
                }
                _ => {
                    self.painter.line(points, Stroke::new(width, color));
                }
            }
        }
    }

    /// A dot with a bright edge, seen on any ground.
    pub(super) fn pointer(&self, at: [f32; 2]) {
        let radius = 15.0 * self.scale().max(0.3);
        self.painter.circle(
            self.point(at),
            radius,
            self.tokens.danger,
            Stroke::new(radius * 0.3, self.tokens.paper),
        );
    }

    /// Shade over everything but a circle.
    pub(super) fn spotlight(&self, at: [f32; 2]) {
        const CORNERS: u16 = 72;
        let (center, radius) = (self.point(at), 190.0 * self.scale());
        let reach = self.rect.width() + self.rect.height();
        let mut ring = Mesh::default();
        for corner in 0..=CORNERS {
            let angle = TAU * f32::from(corner) / f32::from(CORNERS);
            let way = vec2(angle.cos(), angle.sin());
            ring.colored_vertex(center + way * radius, self.tokens.spotlight);
            ring.colored_vertex(center + way * reach, self.tokens.spotlight);
        }
        for corner in 0..u32::from(CORNERS) {
            let first = corner * 2;
            ring.add_triangle(first, first + 1, first + 2);
            ring.add_triangle(first + 1, first + 2, first + 3);
        }
        self.painter.with_clip_rect(self.painter.clip_rect().intersect(self.rect)).add(ring);
    }

    fn ink(&self, ink: Ink) -> Color32 {
        let t = self.tokens;
        match ink {
            Ink::Ink => t.ink,
            Ink::Muted => t.muted,
            Ink::Teal => t.teal_text,
            Ink::Amber => t.amber_text,
            Ink::Law => t.blue_text,
            Ink::Good => t.good_text,
            Ink::Warning => t.warning_text,
            Ink::Danger => t.danger_text,
            Ink::OnTeal => t.on_teal,
        }
    }

    fn fill(&self, fill: Fill) -> Color32 {
        let t = self.tokens;
        match fill {
            Fill::Line => t.line,
            Fill::Sunken => t.sunken,
            Fill::Teal => t.teal,
            Fill::TealTint => t.teal_tint,
            Fill::Amber => t.amber,
            Fill::AmberTint => t.amber_tint,
            Fill::Blue => t.blue,
            Fill::BlueTint => t.blue_tint,
            Fill::Good => t.good,
            Fill::GoodTint => t.good_tint,
            Fill::Danger => t.danger,
            Fill::DangerTint => t.danger_tint,
            Fill::Note => t.note,
        }
    }
}

fn face(face: Metric) -> Face {
    match face {
        Metric::Regular => Face::Regular,
        Metric::Italic => Face::Italic,
        Metric::Semibold => Face::Semibold,
        Metric::Bold => Face::Bold,
        Metric::BoldItalic => Face::BoldItalic,
        Metric::Mono => Face::Mono,
    }
}

/// The pixels of a slide's picture, asked for where they are not there yet.
pub(super) fn pixels(ctx: &Ctx<'_>, key: PictureKey) -> Option<TextureHandle> {
    match ctx.state.pictures.get(&key) {
        Some(PictureState::Ready(texture)) => Some(texture.clone()),
        Some(_) => None,
        None => {
            ctx.send(Action::WantPicture(key));
            None
        }
    }
}

/// The key of a slide's picture at the size at which it is shown.
pub(super) fn picture_key(
    lesson: &LessonId,
    of: &Picture,
    size: Vec2,
    pixels_per_point: f32,
    dark: bool,
) -> PictureKey {
    let of = match of {
        Picture::File(path) => PictureOf::File(path.clone()),
        Picture::Chart(block) => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share of a screen's sides"
            )]
            let percent = (size.y / size.x.max(1.0) * 100.0).clamp(5.0, 400.0) as u16;
            PictureOf::Chart(lesson.clone(), block.clone(), ChartShape::Within { height_percent: percent })
        }
    };
    PictureKey::new(of, size.x, pixels_per_point, dark)
}
