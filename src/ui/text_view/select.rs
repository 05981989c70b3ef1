//! Selecting with the mouse and the keys.

use std::ops::Range;

use egui::text::CCursor;
use egui::{Event, Key, Pos2, Response, Ui, vec2};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{Laid, TextPos, TextView};

/// From where it was begun to where it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Selection {
    pub(super) anchor: TextPos,
    pub(super) head: TextPos,
}

impl Selection {
    pub(super) fn ends(self) -> (TextPos, TextPos) {
        (self.anchor.min(self.head), self.anchor.max(self.head))
    }

    pub(super) fn is_empty(self) -> bool {
        self.anchor == self.head
    }
}

/// What a drag takes at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grain {
    #[default]
    Letter,
    Word,
    Field,
}

impl TextView {
    /// Lets the pointer select in the column that `response` covers; the fields of this frame
    /// must have been drawn. Answers how far beyond the edge the pointer pulls, in points.
    pub(crate) fn pointer_selects(&mut self, ui: &Ui, response: &Response) -> f32 {
        if let Some((from, to)) = whole_drag(ui).filter(|_| response.contains_pointer()) {
            self.begin_selection(from, Grain::Letter);
            self.extend_selection(to);
            return 0.0;
        }
        if let Some((origin, end)) = self.drawing.zip(released(ui)) {
            self.drawing = None;
            if origin.distance(end) > DRAGGED {
                self.extend_selection(end);
            }
        }
        let Some(at) = response.interact_pointer_pos() else { return 0.0 };
        let pressed = ui.input(|input| input.pointer.primary_pressed());
        let extends = ui.input(|input| input.modifiers.shift);
        if response.triple_clicked() {
            self.begin_selection(at, Grain::Field);
        } else if response.double_clicked() {
            self.begin_selection(at, Grain::Word);
        } else if pressed && response.is_pointer_button_down_on() {
            if !(extends && self.selection.is_some()) {
                // A quick hand has moved on before the press is drawn.
                let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
                self.begin_selection(origin, Grain::Letter);
                self.drawing = Some(origin);
            }
            self.extend_selection(at);
        } else if response.dragged_by(egui::PointerButton::Primary) {
            self.extend_selection(at);
            ui.ctx().request_repaint();
            let visible = ui.clip_rect();
            return (at.y - visible.bottom()).max(0.0) - (visible.top() - at.y).max(0.0);
        }
        0.0
    }

    /// Selects every block from the first to the last.
    pub(crate) fn select_all(&mut self, plain: &[String]) {
        let Some(last) = plain.len().checked_sub(1) else { return };
        let end = plain.last().map_or(0, |text| text.chars().count());
        self.selection = Some(Selection {
            anchor: TextPos { block: 0, char: 0 },
            head: TextPos { block: last, char: end },
        });
    }

    /// Copying, selecting all and letting go, unless a text field has the keys.
    pub(crate) fn keys_select(&mut self, ui: &Ui, plain: &[String]) {
        if ui.ctx().text_edit_focused() {
            return;
        }
        let copies = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
        if copies && self.has_selection() {
            ui.ctx().copy_text(self.selected_text(plain));
        }
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::A)) {
            self.select_all(plain);
        }
        let selects = self.selection.is_some();
        if selects && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
            self.clear();
        }
    }

    fn begin_selection(&mut self, at: Pos2, grain: Grain) {
        self.grain = grain;
        self.by_keys = false;
        let Some((laid, pos)) = self.hit(at) else { return };
        let range = grain_at(laid, pos, grain);
        let block = pos.block;
        self.selection = Some(Selection {
            anchor: TextPos { block, char: range.start },
            head: TextPos { block, char: range.end },
        });
    }

    fn extend_selection(&mut self, at: Pos2) {
        let Some(selection) = self.selection else { return };
        let Some((laid, pos)) = self.hit(at) else { return };
        let range = grain_at(laid, pos, self.grain);
        let char = if pos < selection.anchor { range.start } else { range.end };
        self.selection = Some(Selection { head: TextPos { block: pos.block, char }, ..selection });
    }

    /// The field nearest to a point, and the character nearest to it there.
    fn hit(&self, at: Pos2) -> Option<(&Laid, TextPos)> {
        let distance = |laid: &&Laid| {
            let rect = laid.rect();
            let nearest = rect.clamp(at);
            // Rows matter more than columns: beside a line means in that line.
            vec2(nearest.x - at.x, (nearest.y - at.y) * 8.0).length_sq()
        };
        let laid = self.laid.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        let CCursor { index, .. } = laid.galley.cursor_from_pos(at - laid.at);
        let char = laid.start + laid.inserts.to_plain(index.0).min(laid.chars);
        Some((laid, TextPos { block: laid.block, char }))
    }
}

/// Where the button was pressed and let go in this frame, in order.
fn presses(ui: &Ui) -> Vec<(Pos2, bool)> {
    let press = |event: &Event| match event {
        Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, .. } => {
            Some((*pos, *pressed))
        }
        _ => None,
    };
    ui.input(|input| input.events.iter().filter_map(press).collect())
}

fn released(ui: &Ui) -> Option<Pos2> {
    presses(ui).into_iter().find(|(_, pressed)| !pressed).map(|(at, _)| at)
}

/// Where a drag began and ended that a slow machine shows in a single frame.
fn whole_drag(ui: &Ui) -> Option<(Pos2, Pos2)> {
    match presses(ui).as_slice() {
        [(from, true), (to, false)] if from.distance(*to) > DRAGGED => Some((*from, *to)),
        _ => None,
    }
}

/// A press that moves no further than this is no drag, in points.
const DRAGGED: f32 = 6.0;

fn grain_at(laid: &Laid, pos: TextPos, grain: Grain) -> Range<usize> {
    match grain {
        Grain::Letter => pos.char..pos.char,
        Grain::Field => laid.start..laid.start + laid.chars,
        Grain::Word => {
            let text: Vec<char> = laid.galley.text().chars().collect();
            let plain: String =
                (0..laid.chars).filter_map(|at| text.get(laid.inserts.to_galley(at))).collect();
            let word = word_at(&plain, pos.char - laid.start);
            laid.start + word.start..laid.start + word.end
        }
    }
}

/// The word that holds a character, or the character itself between words.
fn word_at(text: &str, char: usize) -> Range<usize> {
    let mut start = 0;
    for word in text.split_word_bounds() {
        let end = start + word.chars().count();
        if char < end {
            return start..end;
        }
        start = end;
    }
    start..start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(anchor: (usize, usize), head: (usize, usize)) -> TextView {
        let pos = |(block, char)| TextPos { block, char };
        TextView {
            selection: Some(Selection { anchor: pos(anchor), head: pos(head) }),
            ..TextView::default()
        }
    }

    #[test]
    fn copying_joins_blocks_whether_they_are_on_the_screen_or_not() {
        let plain = ["Rào ao".to_owned(), "Trông trẻ".to_owned(), "Dạy bơi".to_owned()];
        assert_eq!(view((0, 4), (2, 3)).selected_text(&plain), "ao\n\nTrông trẻ\n\nDạy");
        assert_eq!(view((2, 3), (0, 4)).selected_text(&plain), "ao\n\nTrông trẻ\n\nDạy");
        assert_eq!(view((1, 0), (1, 5)).selected_text(&plain), "Trông");
        assert!(!view((1, 2), (1, 2)).has_selection());
    }

    #[test]
    fn a_double_click_takes_a_whole_vietnamese_word() {
        assert_eq!(word_at("trẻ đuối nước", 5), 4..8);
        assert_eq!(word_at("trẻ đuối nước", 3), 3..4);
        assert_eq!(word_at("trẻ", 9), 3..3);
    }
}
