//! The results: what each is, where it stands, and the words that answer.

use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::search_text::{group_text, place_text};
use crate::app::searching::SearchAction;
use crate::search::{Found, Group, Hit, Kind, Marked};
use crate::ui::marked::{self, MarkedLook};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{focus_ring, label_ui, paint_icon};
use crate::ui::{Ctx, sources};

/// Beside the words stands an icon.
const ICON: f32 = 40.0;
const PADDING: f32 = 12.0;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, found: &Found, at: usize, moved: bool) {
    ui.spacing_mut().item_spacing.y = 2.0;
    if found.partly {
        let text = fl!(ctx.tr, "search-partly");
        label_ui(ui, text, Face::Regular.at(size::CONTROL), ui.tokens().muted);
        ui.add_space(6.0);
    }
    for (index, hit) in found.hits.iter().enumerate() {
        let response = hit_ui(ui, ctx, hit, index == at);
        if index == at && moved {
            response.scroll_to_me(None);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            ctx.send(Action::Search(SearchAction::Open(Box::new(hit.clone()))));
        }
    }
    let shown = found.hits.len();
    if found.more || shown < found.total() && ctx.state.search.asking.filter.group.is_none() {
        ui.add_space(10.0);
        let text = fl!(ctx.tr, "search-shown", shown = shown);
        label_ui(ui, text, Face::Regular.at(size::CONTROL), ui.tokens().muted);
    }
    ui.add_space(20.0);
}

fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Lesson => "book-open-text",
        Kind::Module => "books",
        Kind::Heading => "text-h",
        Kind::Block => "text-align-left",
        Kind::Speech => "chalkboard-teacher",
        Kind::Question => "question",
        Kind::Term => "book-bookmark",
        Kind::Source => "scales",
        Kind::Own => "note-pencil",
    }
}

fn hit_ui(ui: &mut Ui, ctx: &Ctx<'_>, hit: &Hit, on: bool) -> Response {
    let t = ui.tokens();
    let own = Marked { text: group_text(ctx.tr, Group::Own), marks: Vec::new() };
    let title = if hit.title.text.is_empty() { &own } else { &hit.title };
    let place = Marked { text: place_text(ctx.tr, hit), marks: Vec::new() };
    let width = ui.available_width() - 14.0;
    let room = width - ICON - PADDING * 2.0;
    let look = |face, points, color, rows| MarkedLook { face, points, color, rows };
    let texts = [
        (title, look(Face::Semibold, size::BODY, t.ink, 1)),
        (&place, look(Face::Regular, size::SMALL, t.muted, 1)),
        (&hit.excerpt, look(Face::Regular, size::CONTROL, t.ink, 2)),
    ];
    let laid = texts.map(|(text, look)| (text, look, marked::layout(ui, text, look, room)));
    let shown = || laid.iter().filter(|(text, ..)| !text.text.is_empty());
    let height: f32 = shown().map(|(_, _, galley)| galley.size().y + 1.0).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height + PADDING * 2.0 - 4.0), Sense::click());
    let name: Vec<&str> = shown().map(|(text, ..)| text.text.as_str()).collect();
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, name.join("\n")));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if on || response.hovered() {
        ui.painter().rect_filled(rect, 10, if on { t.teal_tint } else { t.sunken });
    }
    let corner = rect.min + vec2(PADDING, PADDING - 2.0);
    let place_of_icon = Rect::from_min_size(corner + vec2(0.0, 2.0), vec2(24.0, 20.0));
    paint_icon(ui, place_of_icon, icon(hit.kind), 20.0, t.teal_text);
    let mut y = corner.y;
    let mut place_end = corner;
    for (text, look, galley) in shown() {
        let at = pos2(corner.x + ICON, y);
        y += galley.size().y + 1.0;
        if std::ptr::eq(*text, &raw const place) {
            place_end = at + vec2(galley.size().x + 8.0, 0.0);
        }
        marked::paint(ui, at, galley.clone(), &text.marks, look.color);
    }
    status_ui(ui, ctx, hit, Rect::from_min_max(place_end, pos2(rect.right(), place_end.y + 20.0)));
    focus_ring(ui, &response, 10);
    response
}

/// Whether a source holds: an officer must know before acting on it.
fn status_ui(ui: &mut Ui, ctx: &Ctx<'_>, hit: &Hit, within: Rect) {
    let Some(id) = hit.target.as_ref().filter(|_| hit.kind == Kind::Source) else { return };
    let source = ctx.state.open_course().and_then(|open| open.course.sources.get(id));
    if let Some(source) = source {
        let mut ui = ui.new_child(UiBuilder::new().max_rect(within.translate(vec2(0.0, -2.0))));
        sources::status_chip_ui(&mut ui, ctx, source);
    }
}
