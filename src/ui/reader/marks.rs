//! The marked words of a lesson: what the column paints, opens and steps through.

use egui::{Response, Ui};
use uuid::Uuid;

use super::column::Column;
use super::{mark_card, selection_bar};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::open_course::{LoadedLesson, OpenCourse};
use crate::app::state::OnWords;
use crate::study::Annotation;
use crate::study::annotation::Motivation;
use crate::ui::Ctx;
use crate::ui::text_view::{Mark, MarkKind};

/// The words that the user marked, in the order in which they were marked.
pub(super) fn of_lesson(ctx: &Ctx<'_>, open: &OpenCourse, lesson: &LoadedLesson) -> Vec<Mark> {
    let here = ctx.state.study.notebook.of_lesson(&open.course.id, &lesson.lesson.id);
    let highlights = here.into_iter().filter(|entry| entry.motivation == Motivation::Highlighting);
    highlights.flat_map(|entry| of_entry(ctx, entry)).collect()
}

fn of_entry(ctx: &Ctx<'_>, entry: &Annotation) -> Vec<Mark> {
    let spots = ctx.state.anchors.get(entry).map(|anchor| anchor.spots.as_slice()).unwrap_or_default();
    let kind = MarkKind::Highlight {
        colour: entry.colour.unwrap_or_default(),
        id: entry.id,
        noted: !entry.body.trim().is_empty(),
    };
    spots.iter().map(|spot| Mark { block: spot.block, range: spot.range.clone(), kind }).collect()
}

fn id_of(mark: &Mark) -> Option<Uuid> {
    match mark.kind {
        MarkKind::Highlight { id, .. } => Some(id),
        MarkKind::Search => None,
    }
}

impl Column {
    /// A press on marked words opens their card, unless it selects.
    pub(super) fn pointer_opens(&self, ui: &Ui, ctx: &Ctx<'_>, stage: &Response, marks: &[Mark]) {
        let under = |at| self.view.mark_at(at, marks).and_then(id_of);
        if stage.hover_pos().and_then(under).is_some() && !stage.dragged() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        let pressed = stage.clicked() && !stage.double_clicked() || stage.secondary_clicked();
        if pressed
            && !self.view.has_selection()
            && let Some(id) = stage.interact_pointer_pos().and_then(under)
        {
            ctx.send(Action::OpenMark(Some(id)));
        }
    }

    /// What the keys ask for: mark what is selected, or open the next marked words.
    pub(super) fn keys_mark(&mut self, ctx: &Ctx<'_>, lesson: &LoadedLesson, marks: &[Mark]) {
        let (count, what) = ctx.state.reader.on_words;
        if std::mem::replace(&mut self.on_words, count) == count {
            return;
        }
        match what {
            OnWords::Mark if self.view.has_selection() => {
                let targets = selection_bar::targets(&self.view, lesson);
                ctx.send(Action::Highlight(lesson.lesson.id.clone(), self.colour, targets));
                self.view.clear();
            }
            OnWords::Note if self.view.has_selection() => {
                let targets = selection_bar::targets(&self.view, lesson);
                ctx.send(Action::NoteOnWords(lesson.lesson.id.clone(), targets));
                self.view.clear();
            }
            OnWords::Mark => {}
            OnWords::Note => ctx.run(Command::NoteBlock),
            OnWords::Next | OnWords::Previous => self.step(ctx, marks, what == OnWords::Next),
        }
    }

    /// Opens the marked words after or before those that are open, else the first on the screen.
    fn step(&mut self, ctx: &Ctx<'_>, marks: &[Mark], ahead: bool) {
        let mut order: Vec<(usize, usize, Uuid)> =
            marks.iter().filter_map(|mark| Some((mark.block, mark.range.start, id_of(mark)?))).collect();
        order.sort_unstable();
        let open = ctx.state.reader.mark;
        let at = open.and_then(|open| order.iter().position(|(.., id)| *id == open));
        let top = self.heights.at(self.offset + 8.0).saturating_sub(1);
        let others = |entry: &&(usize, usize, Uuid)| Some(entry.2) != open;
        let found = match (at, ahead) {
            (Some(at), true) => order.iter().skip(at).find(others),
            (Some(at), false) => order.iter().take(at).rev().find(others),
            (None, true) => order.iter().find(|(block, ..)| *block >= top),
            (None, false) => order.iter().rev().find(|(block, ..)| *block < top),
        };
        let found = found.or(if ahead { order.first() } else { order.last() });
        if let Some((block, _, id)) = found {
            self.target = Some((block + 1, -120.0, 3));
            ctx.send(Action::OpenMark(Some(*id)));
        }
    }

    /// The card of the open highlight, where its words are on the screen.
    pub(super) fn card_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, marks: &[Mark]) {
        let open = ctx.state.reader.mark.filter(|_| ctx.state.overlay.is_none());
        let entry = open.and_then(|id| ctx.state.study.notebook.get(id));
        let mark = entry.and_then(|entry| marks.iter().find(|mark| id_of(mark) == Some(entry.id)));
        let rect = mark.and_then(|mark| self.view.rect_of(mark.block, &mark.range));
        let rect = rect.filter(|rect| rect.intersects(ui.clip_rect()));
        let (Some(entry), Some(rect)) = (entry, rect) else {
            // Out of sight; it comes back with its words.
            self.card = self.card.filter(|card| open == Some(*card));
            return;
        };
        let fresh = self.card != Some(entry.id);
        if self.target.is_some() {
            return; // It comes when the words have come to rest.
        }
        self.card = Some(entry.id);
        mark_card::ui(ui, ctx, entry, rect, &mut self.drafts, fresh);
    }

    /// The keys move the caret, and the text follows it.
    pub(super) fn caret_moves(&mut self, ui: &Ui, ctx: &Ctx<'_>, lesson: &LoadedLesson, height: f32) {
        let has_keys =
            ui.ctx().memory(egui::Memory::focused).is_none_or(|id| id == super::column::stage_id());
        if !has_keys || ctx.state.overlay.is_some() {
            return;
        }
        let first = self.heights.at(self.offset + 40.0).saturating_sub(1);
        if let Some(block) = self.view.keys_move(ui, &lesson.plain, first) {
            let (top, end) = (self.heights.top(block + 1), self.heights.top(block + 2));
            if top < self.offset || end > self.offset + height {
                self.target = Some((block + 1, -80.0, 2));
            }
            ui.ctx().request_repaint();
        }
    }
}
