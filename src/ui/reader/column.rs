//! The column of text: only what is near the screen is laid out, and the place never jumps.

use std::ops::Range;
use std::sync::Arc;

use egui::{Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};
use uuid::Uuid;

use super::found::FoundMarks;
use super::heights::Heights;
use super::{NoteDrafts, marks, page_ends};
use crate::app::action::Action;
use crate::app::open_course::{LoadedLesson, OpenCourse};
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::content::{BlockKind, Place, Slug};
use crate::study::annotation::Colour;
use crate::ui::Ctx;
use crate::ui::blocks::{BlockMemory, Page};
use crate::ui::text_view::{Look, Mark, TextView};
use crate::ui::theme::{Face, Themed as _, size, space};

/// This far beyond the screen blocks are laid out already.
const AHEAD: f32 = 700.0;
/// Nobody reads a syllable faster: 500 in a minute.
const SECONDS_A_WORD: f64 = 0.12;
/// The least and the longest time after which a block counts as read, and the least for a picture.
const READ_AFTER: (f64, f64, f64) = (0.8, 20.0, 3.0);

/// What the heights depend on; anything else leaves them as they are.
#[derive(Clone, PartialEq)]
struct Measure {
    lesson: *const LoadedLesson,
    width: f32,
    text_percent: u16,
    spacing: crate::app::settings::Spacing,
}

/// What the column remembers between frames.
#[derive(Default)]
pub(super) struct Column {
    pub(super) view: TextView,
    memory: BlockMemory,
    found: FoundMarks,
    /// The block whose mark shall be brought into sight once it is drawn.
    seek: Option<Slug>,
    pub(super) heights: Heights,
    measured_for: Option<Measure>,
    shown: Option<crate::content::LessonId>,
    jump: Option<u32>,
    pub(super) offset: f32,
    /// Where to scroll, for some frames until the heights around are measured.
    pub(super) target: Option<(usize, f32, u8)>,
    /// The block that is being read, and since when.
    head: Option<(Slug, f64)>,
    at: Option<Slug>,
    reported: Option<Slug>,
    /// The colour that was used last.
    pub(super) colour: Colour,
    pub(super) on_words: u32,
    pub(super) drafts: NoteDrafts,
    /// The highlight whose card was drawn in the last frame.
    pub(super) card: Option<Uuid>,
}

impl Column {
    /// The first block on the screen.
    pub(super) fn at(&self) -> Option<&Slug> {
        self.at.as_ref()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, lesson: &Arc<LoadedLesson>) {
        self.arrive(ctx, lesson);
        let settings = &ctx.state.settings;
        let scale = settings.text_scale();
        let margin = if ui.available_width() < 560.0 { 34.0 } else { 46.0 };
        let width = (space::COLUMN * scale).min(ui.available_width() - margin * 2.0).max(200.0);
        self.prepare_heights(lesson, width, settings);
        self.keys_scroll(ui, ctx);
        let viewport_height = ui.available_height();
        let mut area = ScrollArea::vertical().id_salt("lesson").auto_shrink(false);
        if let Some(offset) = self.next_offset() {
            area = area
                .vertical_scroll_offset(offset.clamp(0.0, (self.heights.total() - viewport_height).max(0.0)));
            ui.ctx().request_repaint();
        }
        let mut marks = marks::of_lesson(ctx, open, lesson);
        self.keys_mark(ctx, lesson, &marks);
        marks.extend_from_slice(self.found.of(ctx, lesson));
        let output = area.show_viewport(ui, |ui, viewport| {
            let left = ui.max_rect().left() + ((ui.available_width() - width) / 2.0).max(margin);
            self.parts_ui(ui, ctx, (open, lesson), &marks, viewport, left, width)
        });
        self.offset = output.state.clamped_offset().y;
        let (pull, moved) = output.inner;
        self.caret_moves(ui, ctx, lesson, viewport_height);
        if pull.abs() > 0.5 {
            self.target = Some((usize::MAX, self.offset + pull.clamp(-24.0, 24.0), 1));
        } else if moved.abs() > 0.5 && self.target.is_none() {
            self.target = Some((usize::MAX, self.offset + moved, 1));
        }
        self.seek_mark(lesson, output.inner_rect);
        self.track_reading(ui, ctx, open, lesson, self.offset, viewport_height);
        super::selection_bar::ui(ui, ctx, &mut self.view, lesson, &mut self.colour);
        self.card_ui(ui, ctx, &marks);
    }

    /// Another lesson, or another place in it.
    fn arrive(&mut self, ctx: &Ctx<'_>, lesson: &Arc<LoadedLesson>) {
        let id = &lesson.lesson.id;
        if self.shown.as_ref() != Some(id) {
            self.view.clear();
            self.memory = BlockMemory::default();
            self.head = None;
            self.measured_for = None;
            self.shown = Some(id.clone());
        }
        if self.jump == Some(ctx.state.jump) {
            return;
        }
        self.jump = Some(ctx.state.jump);
        let Route::Reader { block, .. } = ctx.state.route() else { return };
        let part =
            block.as_ref().and_then(|id| lesson.lesson.blocks.iter().position(|block| &block.id == id));
        self.target = Some((part.map_or(0, |block| block + 1), 0.0, 4));
        self.reported.clone_from(block);
        self.seek.clone_from(block);
        self.memory.speech = None;
        if !self.found.of(ctx, lesson).is_empty()
            && let Some(block) = block.as_ref().filter(|_| self.found.is_hidden(lesson))
        {
            self.memory.unfold(block);
        }
    }

    /// In a block taller than the screen, the words that were found may stand far below its top.
    fn seek_mark(&mut self, lesson: &LoadedLesson, screen: Rect) {
        if self.target.is_some() {
            return;
        }
        let Some(block) = self.seek.take() else { return };
        let Some(at) = lesson.lesson.blocks.iter().position(|known| known.id == block) else { return };
        let mark = self.found.first_in(at).and_then(|range| self.view.rect_of(at, range));
        let Some(rect) = self.memory.speech.or(mark) else { return };
        if rect.top() > screen.bottom() - 100.0 {
            self.target = Some((usize::MAX, self.offset + rect.top() - screen.top() - 120.0, 1));
        }
    }

    fn prepare_heights(&mut self, lesson: &Arc<LoadedLesson>, width: f32, settings: &Settings) {
        let measure = Measure {
            lesson: Arc::as_ptr(lesson),
            width,
            text_percent: settings.text_percent,
            spacing: settings.spacing,
        };
        if self.measured_for.as_ref() == Some(&measure) {
            return;
        }
        if self.measured_for.is_some() && self.target.is_none() {
            // The same place stays at the top while the window or the letters change their size.
            let part = self.heights.at(self.offset);
            self.target = Some((part, self.offset - self.heights.top(part), 3));
        }
        let line = size::BODY * settings.text_scale() * settings.spacing.line_height();
        let per_line = width / (size::BODY * settings.text_scale() * 0.5);
        let estimate = |index: usize| estimate(lesson, index, line, per_line, width);
        let blocks = (0..lesson.lesson.blocks.len()).map(estimate);
        self.heights = Heights::new(std::iter::once(300.0).chain(blocks).chain([260.0]).collect());
        self.measured_for = Some(measure);
    }

    fn next_offset(&mut self) -> Option<f32> {
        let (part, inside, frames) = self.target?;
        self.target = (frames > 1).then_some((part, inside, frames - 1));
        if part == usize::MAX { Some(inside) } else { Some(self.heights.top(part) + inside) }
    }

    /// Draws what is near the screen; answers how far the pointer pulls while selecting, and by
    /// how much the first part on the screen was pushed down by what was measured above it.
    #[expect(clippy::too_many_arguments, reason = "one place that knows the page and where it lies")]
    fn parts_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        (open, lesson): (&OpenCourse, &LoadedLesson),
        marks: &[Mark],
        viewport: Rect,
        left: f32,
        width: f32,
    ) -> (f32, f32) {
        let origin = ui.max_rect().top();
        let total = self.heights.total();
        ui.set_height(total);
        let column =
            Rect::from_min_size(pos2(ui.max_rect().left(), origin), vec2(ui.available_width(), total));
        let stage = ui.interact(column, stage_id(), Sense::click_and_drag());
        let stage = stage.on_hover_cursor(egui::CursorIcon::Text);
        hold_arrows(ui, &stage);
        let settings = &ctx.state.settings;
        let body = Look {
            face: Face::Regular,
            points: size::BODY * settings.text_scale(),
            line: settings.spacing.line_height(),
            color: ui.tokens().ink,
        };
        let first = self.heights.at((viewport.top() - AHEAD).max(0.0));
        let last = self.heights.at(viewport.bottom() + AHEAD);
        let anchor = self.heights.at(viewport.top());
        self.view.begin();
        let mut measured = Vec::new();
        let mut page = Page::new(ctx, open, lesson, &mut self.view, marks, &mut self.memory, body);
        for part in first..=last.min(self.heights.count().saturating_sub(1)) {
            let at = pos2(left, origin + self.heights.top(part));
            let rect = Rect::from_min_size(at, vec2(width, f32::INFINITY));
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("part", part)));
            child.set_clip_rect(ui.clip_rect());
            let height = page_ends::part_ui(&mut child, &mut page, part, lesson.lesson.blocks.len());
            measured.push((part, height));
        }
        let pull = self.view.pointer_selects(ui, &stage);
        self.pointer_opens(ui, ctx, &stage, marks);
        if ctx.state.overlay.is_none() {
            self.view.keys_select(ui, &lesson.plain);
        }
        let moved = self.heights.measure(&measured, anchor);
        (pull, moved)
    }

    fn keys_scroll(&mut self, ui: &Ui, ctx: &Ctx<'_>) {
        if ctx.state.overlay.is_some() || ui.ctx().text_edit_focused() {
            return;
        }
        let page = (ui.available_height() - 60.0).max(100.0);
        let focus = ui.ctx().memory(egui::Memory::focused);
        let stage = focus.is_none_or(|id| id == stage_id());
        let by = ui.input_mut(|input| {
            let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
            if pressed(Modifiers::NONE, Key::PageDown) || stage && pressed(Modifiers::NONE, Key::Space) {
                Some(page)
            } else if pressed(Modifiers::NONE, Key::PageUp) || stage && pressed(Modifiers::SHIFT, Key::Space)
            {
                Some(-page)
            } else if stage && pressed(Modifiers::NONE, Key::ArrowDown) {
                Some(64.0)
            } else if stage && pressed(Modifiers::NONE, Key::ArrowUp) {
                Some(-64.0)
            } else if pressed(Modifiers::NONE, Key::Home) {
                Some(f32::NEG_INFINITY)
            } else if pressed(Modifiers::NONE, Key::End) {
                Some(f32::INFINITY)
            } else {
                None
            }
        });
        match by {
            Some(f32::NEG_INFINITY) => self.target = Some((0, 0.0, 3)),
            Some(f32::INFINITY) => self.target = Some((self.heights.count(), 0.0, 4)),
            Some(by) => self.target = Some((usize::MAX, (self.offset + by).max(0.0), 1)),
            None => {}
        }
    }

    /// Tells which blocks were shown long enough to be read, one after the other as they are read, and
    /// where the reader is.
    fn track_reading(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        open: &OpenCourse,
        lesson: &LoadedLesson,
        top: f32,
        height: f32,
    ) {
        let (now, focused) = ui.input(|input| (input.time, input.focused));
        let visible = self.on_screen(lesson, top, height);
        let blocks = lesson.lesson.blocks.get(visible.clone()).unwrap_or_default();
        let id = &lesson.lesson.id;
        let progress = &ctx.state.study.progress;
        let unread = visible
            .zip(blocks)
            .find(|(_, block)| block.is_read() && !progress.is_seen(&open.course.id, id, &block.id));
        let left = unread.map(|(at, block)| {
            if !focused || self.head.as_ref().is_none_or(|(head, _)| head != &block.id) {
                self.head = Some((block.id.clone(), now));
            }
            let since = self.head.as_ref().map_or(now, |(_, since)| *since);
            since + seconds_to_read(&block.kind, lesson.plain.get(at)) - now
        });
        self.at = if top < 8.0 {
            None
        } else {
            blocks.iter().find(|block| block.is_read()).map(|block| block.id.clone())
        };
        let seen = unread.filter(|_| left.is_some_and(|left| left <= 0.0));
        let seen: Vec<Slug> = seen.map(|(_, block)| block.id.clone()).into_iter().collect();
        if focused && (!seen.is_empty() || self.at != self.reported && self.target.is_none()) {
            self.reported.clone_from(&self.at);
            ctx.send(Action::Reading { lesson: id.clone(), at: self.at.clone(), seen });
        } else if focused && let Some(left) = left {
            ui.ctx().request_repaint_after_secs(f32_of(left.max(0.05)));
        }
    }

    /// The blocks of which more than the edge is on the screen.
    fn on_screen(&self, lesson: &LoadedLesson, top: f32, height: f32) -> Range<usize> {
        let count = lesson.lesson.blocks.len();
        let first = self.heights.at(top + 72.0).saturating_sub(1).min(count);
        let last = self.heights.at(top + (height - 24.0).max(24.0)).min(count);
        first..last.max(first)
    }
}

/// How long a block must be on the screen until it counts as read.
fn seconds_to_read(kind: &BlockKind, plain: Option<&String>) -> f64 {
    let words = plain.map_or(0, |text| text.split_whitespace().count());
    let words = f64::from(u32::try_from(words).unwrap_or(u32::MAX)) * SECONDS_A_WORD;
    let (least, longest, picture) = READ_AFTER;
    let least = if matches!(kind, BlockKind::Figure { .. } | BlockKind::Chart(_)) { picture } else { least };
    words.clamp(least, longest)
}

#[expect(clippy::cast_possible_truncation, reason = "a few seconds")]
fn f32_of(seconds: f64) -> f32 {
    seconds as f32
}

/// The ground of the text, on which words are selected.
pub(super) fn stage_id() -> Id {
    Id::unique("lesson-text")
}

/// Arrow keys scroll while the text has the keyboard, instead of moving it elsewhere.
fn hold_arrows(ui: &Ui, stage: &egui::Response) {
    let nothing_focused = ui.ctx().memory(|memory| memory.focused().is_none());
    if stage.clicked() || nothing_focused && ui.input(|input| input.key_pressed(Key::Escape)) {
        stage.request_focus();
    }
    if stage.has_focus() {
        let filter =
            egui::EventFilter { horizontal_arrows: false, vertical_arrows: true, tab: false, escape: false };
        ui.ctx().memory_mut(|memory| memory.set_focus_lock_filter(stage.id, filter));
    }
}

/// A guess until a block is drawn: its lines of text, or the shape of its picture.
fn estimate(lesson: &LoadedLesson, index: usize, line: f32, per_line: f32, width: f32) -> f32 {
    let Some(block) = lesson.lesson.blocks.get(index).filter(|block| block.is_read()) else { return 0.0 };
    let picture = match block.kind {
        BlockKind::Figure { .. } | BlockKind::Chart(_) => width * 9.0 / 16.0,
        _ => 0.0,
    };
    let lines =
        |text: &str| (f32::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX)) / per_line).ceil();
    let text: f32 = lesson.plain.get(index).map_or(0.0, |text| text.lines().map(lines).sum());
    picture + text * line + space::BLOCK
}

/// The place of the lesson, or of one of its blocks.
pub(super) fn place(open: &OpenCourse, lesson: &LoadedLesson, block: Option<Slug>) -> Place {
    Place { course: open.course.id.clone(), lesson: lesson.lesson.id.clone(), block }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_read_as_long_as_its_words_take_but_no_glance_and_no_hour() {
        let kind = BlockKind::Paragraph { text: crate::content::RichText::plain("") };
        let seconds = |words: usize| seconds_to_read(&kind, Some(&"ao ".repeat(words)));
        assert!(seconds(1) > 0.5 && seconds(50) > 5.0 && seconds(50) < 10.0);
        assert!(seconds(10) < seconds(40) && seconds(5000) <= 20.0);
    }
}
