//! Things to be brought into their places, by dragging, by pressing one place after the other, or by keys.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, CursorIcon, Galley, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::{Stage, Touch};
use crate::content::RichText;
use crate::content::question::{Answer, Pair};
use crate::study::self_check::Draft;
use crate::study::self_check::draft::thing_of;
use crate::ui::blocks::Page;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{columns_ui, focus_ring, icon_char, icon_ui, label_ui};

/// Narrower than this, what belongs together stands one below the other.
const SIDE_BY_SIDE: f32 = 520.0;
const GAP: f32 = 8.0;

/// A thing at its place, laid out but not painted yet.
struct Tile {
    rect: Rect,
    galley: Arc<Galley>,
    response: Response,
}

impl Page<'_> {
    /// A sequence: the things lie below each other, after the answer in the right order.
    pub(super) fn order_ui(
        &mut self,
        ui: &mut Ui,
        answer: &Answer,
        items: &[RichText],
        stage: Stage<'_>,
    ) -> Option<Touch> {
        if stage.is_answered() {
            self.items_in_order(ui, answer, items, stage.draft());
            return None;
        }
        for text in items {
            self.skip(text);
        }
        self.places_ui(ui, answer, stage, &|_| None)
    }

    /// Pairs: the left sides stay where they are, the right ones are moved.
    pub(super) fn match_ui(
        &mut self,
        ui: &mut Ui,
        answer: &Answer,
        pairs: &[Pair],
        stage: Stage<'_>,
    ) -> Option<Touch> {
        if stage.is_answered() {
            self.pairs_ui(ui, answer, pairs, stage.draft());
            return None;
        }
        for pair in pairs {
            self.skip(&pair.left);
            self.skip(&pair.right);
            pair.why.iter().for_each(|why| self.skip(why));
        }
        self.places_ui(ui, answer, stage, &|place| pairs.get(place).map(|pair| pair.left.to_plain()))
    }

    /// The places with the things that lie there, and the left sides of pairs beside them.
    fn places_ui(
        &self,
        ui: &mut Ui,
        answer: &Answer,
        stage: Stage<'_>,
        left: &dyn Fn(usize) -> Option<String>,
    ) -> Option<Touch> {
        let Some(Draft::Arranged { order, held }) = stage.draft() else { return None };
        let t = ui.tokens();
        let open = matches!(stage, Stage::Asking { .. });
        if let Stage::Asking { keys, .. } = stage {
            let by_mouse = fl!(self.ctx.tr, "arrange-hint");
            let by_keys = fl!(self.ctx.tr, "arrange-hint-keys");
            let hint = if keys { format!("{by_mouse} {by_keys}") } else { by_mouse };
            label_ui(ui, hint, Face::Regular.at(size::CONTROL), t.muted);
            ui.add_space(2.0);
        }
        let mut tiles = Vec::new();
        for (place, thing) in order.iter().enumerate() {
            let words = thing_of(answer, *thing).map(RichText::to_plain).unwrap_or_default();
            let tile = self.tile_ui(ui, (place, *thing), left(place), words, open);
            tiles.push(tile);
        }
        let dragged = tiles.iter().position(|tile| tile.response.dragged());
        let stopped = tiles.iter().position(|tile| tile.response.drag_stopped());
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let target = dragged.or(stopped).zip(pointer).and_then(|(_, at)| nearest(&tiles, at));
        for (place, tile) in tiles.iter().enumerate() {
            let lit = *held == Some(place) || dragged.is_some() && target == Some(place);
            if dragged != Some(place) {
                paint_tile(ui, tile, place, tile.rect.min, lit, open);
            }
        }
        if let Some((place, tile)) = dragged.and_then(|place| Some((place, tiles.get(place)?)))
            && let Some(at) = pointer
        {
            ui.painter().rect_filled(tile.rect, CornerRadius::same(10), t.sunken);
            let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            paint_tile(ui, tile, place, tile.rect.min + (at - origin), true, open);
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if let (Some(from), Some(to)) = (stopped, target) {
            return (from != to).then_some(Touch::Put { from, to });
        }
        tiles.iter().position(|tile| tile.response.clicked()).map(Touch::Press)
    }

    /// Lays one place out: the left side of a pair, and the thing.
    fn tile_ui(
        &self,
        ui: &mut Ui,
        (place, thing): (usize, usize),
        left: Option<String>,
        words: String,
        open: bool,
    ) -> Tile {
        let t = ui.tokens();
        let width = ui.available_width();
        let font = |face: Face| face.at(self.body.points);
        let beside = left.is_some() && width >= SIDE_BY_SIDE;
        let tile_width = if beside { (width - GAP) * 0.5 } else { width };
        let name = match &left {
            Some(left) => format!("{}. {left} – {words}", place + 1),
            None => format!("{}. {words}", place + 1),
        };
        let left = left.map(|left| {
            let room = if beside { width - tile_width - GAP * 2.0 } else { width };
            ui.painter().layout(left, font(Face::Semibold), t.ink, room)
        });
        let galley = ui.painter().layout(words, font(Face::Regular), t.ink, tile_width - 88.0);
        let left_size = left.as_ref().map_or(Vec2::ZERO, |left| left.size());
        let tile_height = (galley.size().y + 20.0).max(46.0);
        let height = if beside { tile_height.max(left_size.y + 8.0) } else { tile_height + left_size.y };
        let (row, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let rect = if beside {
            Rect::from_min_size(
                pos2(row.right() - tile_width, row.center().y - tile_height / 2.0),
                vec2(tile_width, tile_height),
            )
        } else {
            Rect::from_min_max(pos2(row.left(), row.bottom() - tile_height), row.max)
        };
        if let Some(left) = left {
            let top = if beside { row.center().y - left.size().y / 2.0 } else { row.top() };
            ui.painter().galley(pos2(row.left(), top), left, t.ink);
        }
        ui.add_space(2.0);
        // The thing keeps its id on its way, and with it the keyboard.
        let id = ui.scope_id().with(("thing", self.block, thing));
        let sense = if open { Sense::click_and_drag() } else { Sense::hover() };
        let response = ui.interact(rect, id, sense);
        let role = if open { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, &name));
        let response = if open { response.on_hover_cursor(CursorIcon::Grab) } else { response };
        Tile { rect, galley, response }
    }

    fn items_in_order(&mut self, ui: &mut Ui, answer: &Answer, items: &[RichText], draft: Option<&Draft>) {
        for (index, text) in items.iter().enumerate() {
            ui.horizontal_top(|ui| {
                let color = ui.tokens().good_text;
                let font = Face::Bold.at(self.body.points);
                let width = self.body.points * 1.7;
                let (number, _) = ui.allocate_exact_size(vec2(width, width), Sense::hover());
                ui.painter().text(number.min, Align2::LEFT_TOP, format!("{}.", index + 1), font, color);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    self.text(ui, text, self.body.line(1.45));
                    if let Some(draft) = draft {
                        self.placed_ui(ui, answer, draft, index);
                    }
                });
            });
        }
    }

    /// Whether the thing of a place was put there, and if not, where it was put.
    fn placed_ui(&self, ui: &mut Ui, answer: &Answer, draft: &Draft, place: usize) {
        let Draft::Arranged { order, .. } = draft else { return };
        let put = order.iter().position(|thing| *thing == place).unwrap_or(place) + 1;
        if draft.is_right_at(answer, place) {
            verdict_line_ui(ui, true, fl!(self.ctx.tr, "answer-placed-right"));
        } else {
            verdict_line_ui(ui, false, fl!(self.ctx.tr, "answer-placed-wrong", place = put));
        }
    }

    fn pairs_ui(&mut self, ui: &mut Ui, answer: &Answer, pairs: &[Pair], draft: Option<&Draft>) {
        let t = ui.tokens();
        for (place, pair) in pairs.iter().enumerate() {
            columns_ui(ui, 2, |ui, column| {
                let look = self.body.line(1.45);
                if column == 0 {
                    self.text(ui, &pair.left, look.face(Face::Semibold));
                } else {
                    self.text(ui, &pair.right, look.color(t.good_text));
                    if let Some(draft) = draft {
                        self.matched_ui(ui, answer, draft, place);
                    }
                }
            });
            if let Some(why) = &pair.why {
                self.text(ui, why, self.body.times(0.94).line(1.45).color(t.muted));
            }
            ui.add_space(4.0);
        }
    }

    /// Whether a pair was found, and if not, what was put in its place.
    fn matched_ui(&self, ui: &mut Ui, answer: &Answer, draft: &Draft, place: usize) {
        let Draft::Arranged { order, .. } = draft else { return };
        if draft.is_right_at(answer, place) {
            return verdict_line_ui(ui, true, fl!(self.ctx.tr, "answer-placed-right"));
        }
        let put = order.get(place).and_then(|thing| thing_of(answer, *thing));
        let words = put.map(RichText::to_plain).unwrap_or_default();
        verdict_line_ui(ui, false, fl!(self.ctx.tr, "answer-matched-wrong", words = words));
    }
}

/// Right or wrong, in words.
fn verdict_line_ui(ui: &mut Ui, right: bool, words: String) {
    let t = ui.tokens();
    let (icon, color) = if right { ("check", t.good_text) } else { ("x", t.danger_text) };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.spacing_mut().interact_size.y = 0.0;
        icon_ui(ui, icon, 14.0, color);
        label_ui(ui, words, Face::Semibold.at(size::SMALL), color);
    });
}

/// The place nearest to the pointer; rows matter, columns do not.
fn nearest(tiles: &[Tile], at: Pos2) -> Option<usize> {
    let distance = |tile: &Tile| (tile.rect.center().y - at.y).abs();
    let nearest = tiles.iter().enumerate().min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
    nearest.map(|(place, _)| place)
}

fn paint_tile(ui: &Ui, tile: &Tile, place: usize, at: Pos2, lit: bool, open: bool) {
    let t = ui.tokens();
    let rect = Rect::from_min_size(at, tile.rect.size());
    let (fill, edge) = match (lit, open && tile.response.hovered()) {
        (true, _) => (t.teal_tint, Stroke::new(2.0, t.teal)),
        (false, true) => (t.teal_tint, Stroke::new(1.0, t.control_line)),
        (false, false) => (t.surface, Stroke::new(1.0, t.control_line)),
    };
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(10), fill, edge, StrokeKind::Inside);
    let number = Rect::from_min_size(rect.min + vec2(10.0, (rect.height() - 26.0) / 2.0), Vec2::splat(26.0));
    painter.rect_filled(number, CornerRadius::same(6), if lit { t.teal } else { t.chip });
    let ink = if lit { t.on_teal } else { t.ink };
    painter.text(number.center(), Align2::CENTER_CENTER, place + 1, Face::Bold.at(size::CONTROL), ink);
    let top = rect.center().y - tile.galley.size().y / 2.0;
    painter.galley(pos2(rect.left() + 48.0, top), Arc::clone(&tile.galley), t.ink);
    if open {
        let grip = pos2(rect.right() - 20.0, rect.center().y);
        let icon = icon_char("dots-six-vertical");
        painter.text(grip, Align2::CENTER_CENTER, icon, Face::Icons.at(18.0), t.muted);
    }
    focus_ring(ui, &tile.response, 10);
}
