//! What the hall sees beside slides: the card of a break, hands as bars, a draw, the clock of an activity.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, pos2, vec2};
use std::sync::Arc;

use crate::app::present::{AudienceView, HandsView, PickedView, TimerView, Veil};
use crate::typeset::HEIGHT;
use crate::ui::theme::{Face, Tokens};

/// What covers the slide; `false` where nothing does.
pub(super) fn veil(painter: &Painter, within: Rect, view: &AudienceView, tokens: &Tokens) -> bool {
    let board = Board { painter, within, tokens };
    match &view.veil {
        None | Some(Veil::Loop(_) | Veil::Figure(_)) => return false,
        Some(Veil::Black) => board.ground(tokens.curtain),
        Some(Veil::White) => board.ground(tokens.surface),
        Some(Veil::Pause(pause)) => board.card(&pause.message, view.countdown.as_deref()),
        Some(Veil::End) => board.card(view.deck.as_ref().map_or("", |deck| &deck.said.end), None),
        Some(Veil::Hands) => board.hands(view.hands.as_ref()),
        Some(Veil::Picked) => board.picked(view.picked.as_ref()),
    }
    true
}

/// The share of the screen's height that the clock of an activity takes; the slide has the rest.
const CLOCK: f32 = 0.13;

/// The room that the clock of an activity leaves for the slide, and that of the clock.
pub(super) fn beside_clock(within: Rect, timer: Option<&TimerView>) -> (Rect, Option<Rect>) {
    if timer.is_none() {
        return (within, None);
    }
    let (slide, clock) = within.split_top_bottom_at_fraction(1.0 - CLOCK);
    (slide, Some(clock))
}

/// The clock of an activity below the slide.
pub(super) fn clock(painter: &Painter, within: Rect, timer: &TimerView, tokens: &Tokens) {
    let board = Board { painter, within, tokens };
    let (ground, ink) =
        if timer.is_over { (tokens.amber, tokens.curtain) } else { (tokens.rail, tokens.rail_text) };
    board.ground(ground);
    let height = within.height();
    let gone = within
        .with_max_x(within.left() + within.width() * timer.share_gone)
        .with_max_y(within.top() + height * 0.06);
    painter.rect_filled(gone, CornerRadius::ZERO, tokens.amber);
    let digits = Face::Bold.at(height * 0.66);
    let right = within.right_center() - vec2(within.width() * 0.05, 0.0);
    let at = painter.text(right, Align2::RIGHT_CENTER, &timer.left, digits, ink);
    let room = at.left() - within.left() - within.width() * 0.08;
    let label = board.words(&timer.label, Face::Semibold.at(height * 0.36), ink, room, 1);
    let y = within.center().y - label.size().y / 2.0;
    painter.galley(pos2(within.left() + within.width() * 0.05, y), label, ink);
}

/// A board as large as its screen.
struct Board<'a> {
    painter: &'a Painter,
    within: Rect,
    tokens: &'a Tokens,
}

impl Board<'_> {
    fn ground(&self, color: Color32) {
        self.painter.rect_filled(self.within, CornerRadius::ZERO, color);
    }

    /// So many points is one unit of a slide's canvas.
    fn unit(&self) -> f32 {
        self.within.height() / HEIGHT
    }

    /// Words in at most so many rows; what does not fit ends with an ellipsis.
    fn words(&self, text: &str, font: FontId, color: Color32, width: f32, rows: usize) -> Arc<Galley> {
        let format = TextFormat { font_id: font, color, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap.max_width = width.max(1.0);
        job.wrap.max_rows = rows;
        self.painter.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// A line in the middle, so many units below it.
    fn line(&self, below: f32, text: &str, face: Face, size: f32) {
        let unit = self.unit();
        let at = self.within.center() + vec2(0.0, below * unit);
        self.painter.text(at, Align2::CENTER_CENTER, text, face.at(size * unit), self.tokens.rail_text);
    }

    /// A card with words, perhaps with a countdown.
    fn card(&self, message: &str, left: Option<&str>) {
        let (t, unit) = (self.tokens, self.unit());
        self.ground(t.rail);
        let above = vec2(0.0, if left.is_some() { 90.0 * unit } else { 0.0 });
        let font = Face::Bold.at(84.0 * unit);
        let words = self.words(message, font, t.rail_text, self.within.width() * 0.86, 4);
        let at = self.within.center() - above - words.size() / 2.0;
        self.painter.galley(at, words, t.rail_text);
        if let Some(left) = left {
            self.line(110.0, left, Face::Bold, 190.0);
        }
    }

    fn picked(&self, picked: Option<&PickedView>) {
        self.ground(self.tokens.rail);
        let Some(picked) = picked else { return };
        self.line(-270.0, &picked.among, Face::Bold, 110.0);
        self.line(60.0, &picked.number, Face::Bold, 430.0);
        self.line(420.0, &picked.before, Face::Regular, 46.0);
    }

    /// A question and its hands; a second bar shows the other round.
    fn hands(&self, hands: Option<&HandsView>) {
        let (t, unit) = (self.tokens, self.unit());
        self.ground(t.paper);
        let Some(hands) = hands else { return };
        let inner = self.within.shrink2(vec2(self.within.width() * 0.05, 54.0 * unit));
        let title = self.words(&hands.question, Face::Bold.at(60.0 * unit), t.ink, inner.width(), 3);
        let top = inner.top() + title.size().y + 20.0 * unit;
        self.painter.galley(inner.min, title, t.ink);
        let foot = inner.bottom() - 50.0 * unit;
        self.legend(hands, pos2(inner.left(), foot));
        let room = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), foot - 14.0 * unit));
        #[expect(clippy::cast_precision_loss, reason = "a tally has few choices")]
        let each = room.height() / hands.rows.len().max(1) as f32;
        let mut y = room.top();
        for row in &hands.rows {
            let rect = Rect::from_min_size(pos2(room.left(), y), vec2(room.width(), each));
            self.choice(rect, &row.label, &row.bars);
            y += each;
        }
    }

    /// The words of a choice, and below them a bar for each round with its number beside it.
    fn choice(&self, rect: Rect, label: &str, bars: &[(u32, f32, bool)]) {
        let (t, unit) = (self.tokens, self.unit());
        #[expect(clippy::cast_precision_loss, reason = "two rounds at most")]
        let count = bars.len().max(1) as f32;
        // Few choices are read from further away.
        let size = (rect.height() * 0.2).clamp(46.0 * unit, 72.0 * unit);
        let gap = 10.0 * unit;
        let bar = ((rect.height() - size * 1.8) / count - gap).clamp(16.0 * unit, 120.0 * unit);
        let left = rect.height() - (bar + gap) * count;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few rows")]
        let rows = ((left / (size * 1.32)) as usize).clamp(1, 2);
        let words = self.words(label, Face::Semibold.at(size), t.ink, rect.width(), rows);
        let mut y = rect.top() + words.size().y + gap * 0.5;
        self.painter.galley(rect.min, words, t.ink);
        let numbers = 420.0 * unit;
        for (hands, share, after) in bars {
            let whole = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width() - numbers, bar));
            self.painter.rect_filled(whole, CornerRadius::ZERO, t.sunken);
            let filled = whole.with_max_x(whole.left() + whole.width() * share);
            self.painter.rect_filled(filled, CornerRadius::ZERO, if *after { t.teal } else { t.amber });
            let text = format!("{hands} · {:.0} %", share * 100.0);
            let at = whole.right_center() + vec2(24.0 * unit, 0.0);
            self.painter.text(
                at,
                Align2::LEFT_CENTER,
                text,
                Face::Bold.at(bar.clamp(45.0 * unit, 72.0 * unit)),
                t.ink,
            );
            y += bar + gap;
        }
    }

    /// Which colour is which round, and all hands.
    fn legend(&self, hands: &HandsView, at: Pos2) {
        let (t, unit) = (self.tokens, self.unit());
        let mut x = at.x;
        let font = Face::Regular.at(45.0 * unit);
        for (name, after) in &hands.rounds {
            let color = if *after { t.teal } else { t.amber };
            let square = Rect::from_min_size(pos2(x, at.y + 10.0 * unit), vec2(34.0, 34.0) * unit);
            self.painter.rect_filled(square, CornerRadius::ZERO, color);
            let text = pos2(square.right() + 14.0 * unit, square.center().y);
            let words = self.painter.text(text, Align2::LEFT_CENTER, name, font.clone(), t.muted);
            x = words.right() + 48.0 * unit;
        }
    }
}
