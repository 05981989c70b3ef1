//! Selecting by keys alone: a caret that moves by letter, word and block, and draws the selection with it.

use egui::{Key, Modifiers, Rect, Ui, pos2, vec2};
use unicode_segmentation::UnicodeSegmentation as _;

use super::select::Selection;
use super::{Laid, TextPos, TextView};

/// How far one press goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Letter,
    Word,
    Block,
}

impl TextView {
    /// Ctrl and arrows move the caret, with Shift they select; `from` is where it appears first. Answers
    /// the block to bring into sight.
    pub(crate) fn keys_move(&mut self, ui: &Ui, plain: &[String], from: usize) -> Option<usize> {
        let ctrl = Modifiers::COMMAND;
        let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        let keys = [
            (both, Key::ArrowRight, Step::Word, true, true),
            (both, Key::ArrowLeft, Step::Word, false, true),
            (ctrl, Key::ArrowRight, Step::Word, true, false),
            (ctrl, Key::ArrowLeft, Step::Word, false, false),
            (ctrl, Key::ArrowDown, Step::Block, true, false),
            (ctrl, Key::ArrowUp, Step::Block, false, false),
            (Modifiers::SHIFT, Key::ArrowRight, Step::Letter, true, true),
            (Modifiers::SHIFT, Key::ArrowLeft, Step::Letter, false, true),
            (Modifiers::SHIFT, Key::ArrowDown, Step::Block, true, true),
            (Modifiers::SHIFT, Key::ArrowUp, Step::Block, false, true),
        ];
        let pressed = |(modifiers, key, step, ahead, selects)| {
            let times = ui.input_mut(|input| input.count_and_consume_key(modifiers, key));
            std::iter::repeat_n((step, ahead, selects), times)
        };
        let pressed: Vec<(Step, bool, bool)> = keys.into_iter().flat_map(pressed).collect();
        let mut block = None;
        for (step, ahead, selects) in pressed {
            let at = if let Some(selection) = self.selection {
                moved(plain, selection.head, step, ahead)
            } else {
                // The first press shows the caret; a selecting one takes the first step with it.
                let at = first_from(plain, from)?;
                self.selection = Some(Selection { anchor: at, head: at });
                if selects { moved(plain, at, step, ahead) } else { at }
            };
            let anchor = self.selection.filter(|_| selects).map_or(at, |selection| selection.anchor);
            self.selection = Some(Selection { anchor, head: at });
            self.by_keys = true;
            block = Some(at.block);
        }
        block
    }

    /// Where the caret stands in a field, while nothing is selected.
    pub(super) fn caret_in(&self, laid: &Laid) -> Option<Rect> {
        let at = self.selection.filter(|selection| self.by_keys && selection.is_empty())?.head;
        let inside = at.block == laid.block && (laid.start..=laid.start + laid.chars).contains(&at.char);
        let char = egui::text::CCursor::new(laid.inserts.to_galley(at.char.checked_sub(laid.start)?));
        let rect = inside.then(|| laid.galley.pos_from_cursor(char).translate(laid.at.to_vec2()))?;
        Some(Rect::from_min_size(pos2(rect.left() - 1.0, rect.top()), vec2(2.0, rect.height())))
    }
}

/// The first place at or after a block that has words.
fn first_from(plain: &[String], from: usize) -> Option<TextPos> {
    let block = plain.iter().enumerate().skip(from).find(|(_, text)| !text.is_empty())?.0;
    Some(TextPos { block, char: 0 })
}

fn moved(plain: &[String], at: TextPos, step: Step, ahead: bool) -> TextPos {
    let TextPos { block, char } = at;
    let chars = |block: usize| plain.get(block).map_or(0, |text| text.chars().count());
    let next = || (block + 1..plain.len()).find(|block| chars(*block) > 0);
    let previous = || (0..block).rev().find(|block| chars(*block) > 0);
    match (step, ahead) {
        (Step::Block, true) => {
            next().map_or(TextPos { block, char: chars(block) }, |block| TextPos { block, char: 0 })
        }
        (Step::Block, false) if char > 0 => TextPos { block, char: 0 },
        (Step::Block, false) => previous().map_or(at, |block| TextPos { block, char: 0 }),
        (_, true) if char >= chars(block) => next().map_or(at, |block| TextPos { block, char: 0 }),
        (_, false) if char == 0 => previous().map_or(at, |block| TextPos { block, char: chars(block) }),
        (Step::Letter, true) => TextPos { block, char: char + 1 },
        (Step::Letter, false) => TextPos { block, char: char - 1 },
        (Step::Word, _) => {
            let stops = word_stops(plain.get(block).map_or("", String::as_str));
            let found = if ahead {
                stops.into_iter().find(|stop| *stop > char)
            } else {
                stops.into_iter().rev().find(|stop| *stop < char)
            };
            TextPos { block, char: found.unwrap_or(if ahead { chars(block) } else { 0 }) }
        }
    }
}

/// Where words begin and end.
fn word_stops(text: &str) -> Vec<usize> {
    let mut stops = vec![0];
    let mut at = 0;
    for word in text.split_word_bounds() {
        at += word.chars().count();
        if !word.trim().is_empty() {
            stops.push(at);
        }
    }
    stops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_goes_through_the_text_by_letters_words_and_blocks() {
        let plain = ["Rào ao".to_owned(), String::new(), "Trông trẻ".to_owned()];
        let at = |block, char| TextPos { block, char };
        let go = |from, step, ahead| moved(&plain, from, step, ahead);
        assert_eq!(go(at(0, 0), Step::Word, true), at(0, 3));
        assert_eq!(go(at(0, 3), Step::Word, true), at(0, 6));
        assert_eq!(go(at(0, 6), Step::Word, true), at(2, 0));
        assert_eq!(go(at(2, 0), Step::Letter, false), at(0, 6));
        assert_eq!(go(at(2, 5), Step::Word, false), at(2, 0));
        assert_eq!(go(at(0, 2), Step::Block, true), at(2, 0));
        assert_eq!(go(at(2, 2), Step::Block, true), at(2, 9));
        assert_eq!(go(at(2, 9), Step::Letter, true), at(2, 9));
        assert_eq!(go(at(2, 2), Step::Block, false), at(2, 0));
        assert_eq!(go(at(0, 0), Step::Block, false), at(0, 0));
    }
}
