//! Small parts that every screen is made of.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Frame, Key, Margin, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::command::Command;
use crate::app::keys::Chord;
use crate::assets::icons;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, Tokens, size, space};

/// The character of an icon; a box is better than nothing where a course names one that is not there.
pub(super) fn icon_char(name: &str) -> char {
    icons::find(name).unwrap_or('□')
}

/// Paints an icon in the middle of a rectangle.
pub(super) fn paint_icon(ui: &Ui, rect: Rect, name: &str, points: f32, color: Color32) {
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon_char(name), Face::Icons.at(points), color);
}

/// Takes a square and paints an icon in it.
pub(super) fn icon_ui(ui: &mut Ui, name: &str, points: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(points * 1.25), Sense::hover());
    paint_icon(ui, rect, name, points, color);
    response
}

/// Words in a face, size and colour.
pub(super) fn words(text: impl Into<String>, font: FontId, color: Color32) -> egui::RichText {
    let line = (font.size * 1.42).round();
    egui::RichText::new(text).line_height(Some(line)).font(font).color(color)
}

/// Makes words a heading for a screen reader too; a label names itself by its value, a heading does not.
pub(super) fn as_heading(ui: &Ui, response: &Response, level: usize, text: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
    });
}

/// Wraps words at the width that is there.
pub(super) fn label_ui(ui: &mut Ui, text: impl Into<String>, font: FontId, color: Color32) -> Response {
    ui.add(egui::Label::new(words(text, font, color)).wrap())
}

/// Words on one line, cut with an ellipsis where they do not fit.
pub(super) fn line_ui(ui: &mut Ui, text: impl Into<String>, font: FontId, color: Color32) -> Response {
    ui.add(egui::Label::new(words(text, font, color)).truncate())
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ButtonKind {
    /// The one thing to do next.
    Primary,
    /// Everything else.
    Plain,
    /// Without an edge, in bars.
    Quiet,
}

/// A button with an icon and a label; the label is its name.
pub(super) fn button_ui(ui: &mut Ui, kind: ButtonKind, icon: &str, label: &str) -> Response {
    let tokens = ui.tokens();
    let color = if kind == ButtonKind::Primary { tokens.on_teal } else { tokens.ink };
    let mut job = LayoutJob::default();
    let format = |font, color| TextFormat {
        font_id: font,
        color,
        valign: egui::Align::Center,
        ..TextFormat::default()
    };
    if !icon.is_empty() {
        job.append(&icon_char(icon).to_string(), 0.0, format(Face::Icons.at(size::BODY + 1.0), color));
    }
    job.append(
        label,
        if icon.is_empty() { 0.0 } else { space::SMALL },
        format(Face::Semibold.at(size::CONTROL), color),
    );
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let padding = vec2(if kind == ButtonKind::Quiet { 8.0 } else { 14.0 }, 8.0);
    let wanted = (galley.size() + padding * 2.0).max(vec2(space::TARGET, space::TARGET));
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    if ui.is_rect_visible(rect) {
        let lit = response.hovered() || response.is_pointer_button_down_on();
        let (fill, edge) = match kind {
            ButtonKind::Primary => (if lit { tokens.teal_text } else { tokens.teal }, Color32::TRANSPARENT),
            ButtonKind::Plain => (if lit { tokens.teal_tint } else { tokens.surface }, tokens.line),
            ButtonKind::Quiet => {
                (if lit { tokens.teal_tint } else { Color32::TRANSPARENT }, Color32::TRANSPARENT)
            }
        };
        ui.painter().rect(rect, CornerRadius::same(8), fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
        focus_ring(ui, &response, 8);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A square button with an icon alone; the name is spoken and shown on hover, with its key.
pub(super) fn icon_button_ui(ui: &mut Ui, icon: &str, name: &str, on: bool) -> Response {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(space::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name));
    if response.hovered() || on {
        ui.painter().rect_filled(rect, CornerRadius::same(8), tokens.teal_tint);
    }
    let color = if !ui.is_enabled() {
        tokens.control_line
    } else if on {
        tokens.teal_text
    } else {
        tokens.muted
    };
    paint_icon(ui, rect, icon, 19.0, color);
    focus_ring(ui, &response, 8);
    response.on_hover_text(name).on_hover_cursor(CursorIcon::PointingHand)
}

/// The icon button of a command.
pub(super) fn command_button_ui(ui: &mut Ui, ctx: &Ctx<'_>, command: Command, on: bool) {
    let spec = command.spec();
    let name = with_keys(ctx, &ctx.tr.get(spec.label), command);
    if icon_button_ui(ui, spec.icon, &name, on).clicked() {
        ctx.run(command);
    }
}

/// The first keys of a command as people write them; nothing where it has none.
pub(super) fn keys_text(ctx: &Ctx<'_>, command: Command) -> String {
    let first = ctx.state.settings.keys.of(command).first();
    first.map(|chord| chord_text(ctx, *chord)).unwrap_or_default()
}

/// Keys as they are printed on keyboards.
pub(super) fn chord_text(ctx: &Ctx<'_>, chord: Chord) -> String {
    let key = chord.key();
    let printed = match key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Escape => "Esc",
        key if key >= Key::Colon && key <= Key::Quote => key.symbol_or_name(),
        key => key.name(),
    };
    let whole = ctx.actions.egui_ctx().format_shortcut(&chord.shortcut());
    let held = whole.strip_suffix(key.name()).unwrap_or_default();
    format!("{held}{printed}")
}

/// A name with the keys of its command in brackets.
pub(super) fn with_keys(ctx: &Ctx<'_>, name: &str, command: Command) -> String {
    let keys = keys_text(ctx, command);
    if keys.is_empty() { name.to_owned() } else { format!("{name} ({keys})") }
}

/// Shows where the keyboard is.
pub(super) fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, ui.tokens().teal);
        ui.painter().rect_stroke(
            response.rect.expand(1.0),
            CornerRadius::same(radius),
            stroke,
            StrokeKind::Outside,
        );
    }
}

/// A short word on a tinted ground.
pub(super) fn chip_ui(
    ui: &mut Ui,
    icon: Option<&str>,
    text: &str,
    ground: Color32,
    color: Color32,
) -> Response {
    let mut job = LayoutJob::default();
    let format =
        |font| TextFormat { font_id: font, color, valign: egui::Align::Center, ..TextFormat::default() };
    if let Some(icon) = icon {
        job.append(&icon_char(icon).to_string(), 0.0, format(Face::Icons.at(size::SMALL + 1.0)));
    }
    job.append(text, if icon.is_some() { 4.0 } else { 0.0 }, format(Face::Semibold.at(size::SMALL)));
    job.wrap.max_width = (ui.available_width() - 20.0).max(40.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(18.0, 5.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let edge = Stroke::new(1.0, if ground == ui.tokens().paper { color } else { ground });
    ui.painter().rect(rect, CornerRadius::same(12), ground, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}

/// A key as it is printed on a keyboard.
pub(super) fn key_ui(ui: &mut Ui, keys: &str) {
    if keys.is_empty() {
        return;
    }
    let tokens = ui.tokens();
    let font = Face::Semibold.at(size::SMALL);
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), font, tokens.muted);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    let stroke = Stroke::new(1.0, tokens.line);
    ui.painter().rect(rect, CornerRadius::same(5), tokens.surface, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.muted);
}

/// A card: surface, a fine edge, round corners.
pub(super) fn card_frame(ui: &Ui) -> Frame {
    let tokens = ui.tokens();
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(14))
        .inner_margin(Margin::same(20))
}

/// Columns of equal width with ragged right edges; egui's own stretch the words. `add` is called
/// with each column and its number.
pub(crate) fn columns_ui(ui: &mut Ui, count: usize, mut add: impl FnMut(&mut Ui, usize)) {
    ui.columns(count, |columns| {
        for (index, column) in columns.iter_mut().enumerate() {
            column.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| add(ui, index));
        }
    });
}

/// The ground of a bar or of a cell; where it is as dark as the page, its edge shows it.
pub(super) fn track_ui(ui: &Ui, rect: Rect, radius: u8, tokens: &Tokens) {
    let edge = if tokens.chip == tokens.paper { tokens.control_line } else { tokens.chip };
    let stroke = Stroke::new(1.0, edge);
    ui.painter().rect(rect, CornerRadius::same(radius), tokens.chip, stroke, StrokeKind::Inside);
}

/// A bar that fills from left to right; `share` from 0 to 1.
pub(super) fn progress_ui(ui: &mut Ui, share: f32, name: &str) {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 7.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    track_ui(ui, rect, 4, &tokens);
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(filled, CornerRadius::same(4), tokens.teal);
}

/// How far a lesson is: an open ring, a filling one, a full disc.
pub(super) fn ring_ui(ui: &Ui, center: egui::Pos2, share: f32, done: bool) {
    let tokens = ui.tokens();
    let painter = ui.painter();
    if done {
        painter.circle_filled(center, 7.5, tokens.good);
        painter.text(center, Align2::CENTER_CENTER, icon_char("check"), Face::Icons.at(11.0), tokens.paper);
        return;
    }
    painter.circle_stroke(center, 6.5, Stroke::new(2.0, tokens.control_line));
    if share > 0.0 {
        let steps = 24;
        #[expect(clippy::cast_precision_loss, reason = "a few steps of a circle")]
        let point = |step: usize| {
            let angle = std::f32::consts::TAU * (share.min(1.0) * step as f32 / steps as f32 - 0.25);
            center + vec2(angle.cos(), angle.sin()) * 6.5
        };
        painter.line((0..=steps).map(point).collect(), Stroke::new(3.0, tokens.teal));
    }
}

/// A choice among a few, side by side; answers the one that was pressed.
pub(super) fn segments_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    present: T,
    all: &[(T, String)],
) -> Option<T> {
    let tokens = ui.tokens();
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (value, label) in all {
            let on = *value == present;
            let font = if on { Face::Semibold } else { Face::Regular }.at(size::CONTROL);
            let color = if on { tokens.teal_text } else { tokens.ink };
            let galley = ui.painter().layout_no_wrap(label.clone(), font, color);
            let wanted = vec2(galley.size().x + 28.0, space::TARGET);
            let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
            response.widget_info(|| {
                WidgetInfo::selected(Role::RadioButton, true, on, format!("{name}: {label}"))
            });
            let fill = if on || response.hovered() { tokens.teal_tint } else { tokens.surface };
            let edge =
                Stroke::new(if on { 1.5 } else { 1.0 }, if on { tokens.teal } else { tokens.control_line });
            ui.painter().rect(rect, CornerRadius::same(8), fill, edge, StrokeKind::Inside);
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
            focus_ring(ui, &response, 8);
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                chosen = Some(*value);
            }
        }
    });
    chosen
}

/// A line to type in, with an icon before it and a name for those who cannot see it.
pub(super) fn field_ui(ui: &mut Ui, text: &mut String, icon: &str, hint: &str, width: f32) -> Response {
    let tokens = ui.tokens();
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.control_line))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(10, 5));
    let inner = frame.show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        ui.horizontal(|ui| {
            icon_ui(ui, icon, 16.0, tokens.muted);
            let edit = egui::TextEdit::singleline(text)
                .hint_text(words(hint, Face::Regular.at(size::CONTROL), tokens.muted))
                .font(Face::Regular.at(size::CONTROL))
                .frame(Frame::NONE)
                .desired_width((width - 56.0).max(40.0));
            ui.add(edit).accessible_name(hint)
        })
        .inner
    });
    if inner.inner.has_focus() {
        let stroke = Stroke::new(2.0, tokens.teal);
        ui.painter().rect_stroke(inner.response.rect, CornerRadius::same(8), stroke, StrokeKind::Inside);
    }
    inner.inner
}

/// What an empty place says: an icon, what would stand here, and how to get there.
pub(super) fn empty_ui(ui: &mut Ui, icon: &str, title: &str, text: &str) {
    let tokens = ui.tokens();
    ui.vertical_centered(|ui| {
        ui.add_space(24.0);
        icon_ui(ui, icon, 40.0, tokens.muted);
        ui.add_space(4.0);
        label_ui(ui, title, Face::Semibold.at(size::BODY), tokens.ink);
        label_ui(ui, text, Face::Regular.at(size::CONTROL), tokens.muted);
        ui.add_space(24.0);
    });
}

/// A rectangle of that size in the middle of another.
pub(super) fn centered(within: Rect, size: Vec2) -> Rect {
    let center = within.center();
    Rect::from_min_size(pos2(center.x - size.x / 2.0, center.y - size.y / 2.0), size)
}
