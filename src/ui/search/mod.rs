//! The search screen: a field, what is let through, and the results as one types.

mod filters;
mod hits;
mod start;

use egui::{
    Align, CentralPanel, Frame, Key, Layout, Margin, Modifiers, Panel, ScrollArea, Stroke, TextEdit, Ui,
};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::searching::{Asking, SearchAction, Work};
use crate::search::{Found, Reading};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::{chip_ui, empty_ui, icon_button_ui, icon_ui, key_ui, label_ui, progress_ui, words};

/// Results are no wider than this.
const WIDTH: f32 = 880.0;
/// As many results a page key passes.
const PAGE: isize = 5;
/// Below this height the field and its surroundings draw together.
const LOW: f32 = 620.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct Search {
    /// As it stands in the field.
    words: String,
    set: Option<u32>,
    jump: Option<u32>,
    /// The result that Enter opens.
    at: usize,
    /// The keys have moved to another result: it shall be in sight.
    moved: bool,
    /// Other words are asked for: the list shall begin at its top.
    fresh: bool,
    /// Enter was pressed before the answer was there.
    waits: bool,
}

impl Search {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        if ctx.state.open_course().is_none() {
            let (title, hint) = (fl!(ctx.tr, "search-no-course"), fl!(ctx.tr, "search-no-course-hint"));
            return empty_ui(ui, "books", &title, &hint);
        }
        let arrived = self.arrive(ctx);
        let found = ctx.state.search.found.as_ref();
        self.keys(ui, ctx, found);
        foot_ui(ui, ctx, found);
        let side = ((ui.available_width() - WIDTH) / 2.0).max(22.0);
        let low = ui.ctx().content_rect().height() < LOW;
        let top = if low { 12.0 } else { 26.0 };
        let frame = Frame::new().fill(ui.tokens().paper);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            let column = ui.max_rect().shrink2(egui::vec2(side, 0.0));
            ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
                ui.add_space(top);
                self.field_ui(ui, ctx, arrived);
                if let Some(found) = found {
                    ui.add_space(if low { 6.0 } else { 12.0 });
                    filters::ui(ui, ctx, found);
                }
                ui.add_space(if low { 4.0 } else { 10.0 });
                self.body_ui(ui, ctx, found);
            });
        });
    }

    /// Takes over words from elsewhere; answers whether the screen was just reached.
    fn arrive(&mut self, ctx: &Ctx<'_>) -> bool {
        if self.set != Some(ctx.state.search.set) {
            self.set = Some(ctx.state.search.set);
            self.words.clone_from(&ctx.state.search.asking.words);
            self.at = 0;
            self.fresh = true;
        }
        let arrived = self.jump != Some(ctx.state.jump);
        self.jump = Some(ctx.state.jump);
        arrived
    }

    fn keys(&mut self, ui: &Ui, ctx: &Ctx<'_>, found: Option<&Found>) {
        if ctx.state.overlay.is_some() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        // On a chip or a result the keys are its own.
        let in_field = ui.ctx().text_edit_focused() || ui.ctx().memory(|memory| memory.focused().is_none());
        let last = found.map_or(0, |found| found.hits.len()).saturating_sub(1);
        let before = self.at;
        let (enter, escape) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            for (key, by) in
                [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)]
            {
                if in_field && pressed(key) {
                    self.at = self.at.saturating_add_signed(by);
                }
            }
            (in_field && pressed(Key::Enter), pressed(Key::Escape))
        });
        self.at = self.at.min(last);
        self.moved = self.at != before;
        if escape {
            let back = if ctx.state.way.has_past() { Command::Back } else { Command::Library };
            return ctx.run(back);
        }
        self.waits |= enter;
        if self.waits && ctx.state.search.is_answered() {
            self.waits = false;
            if let Some(hit) = found.and_then(|found| found.hits.get(self.at)) {
                ctx.send(Action::Search(SearchAction::Open(Box::new(hit.clone()))));
            }
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, arrived: bool) {
        let t = ui.tokens();
        let frame = Frame::new()
            .fill(t.surface)
            .stroke(Stroke::new(1.0, t.control_line))
            .corner_radius(12)
            .inner_margin(Margin::symmetric(16, 8));
        let hint = fl!(ctx.tr, "search-hint");
        let inner = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = space::TARGET;
                icon_ui(ui, "magnifying-glass", 20.0, t.muted);
                let meant = understood(ctx);
                let chip = meant.as_ref().filter(|_| ui.available_width() > 520.0);
                let chip_width = chip.map_or(0.0, |text| {
                    let galley =
                        ui.painter().layout_no_wrap(text.clone(), Face::Semibold.at(size::SMALL), t.ink);
                    galley.size().x + 28.0
                });
                let room = (ui.available_width() - chip_width - space::TARGET - 8.0).max(120.0);
                let edit = TextEdit::singleline(&mut self.words)
                    .font(Face::Regular.at(size::SUBHEADING + 1.0))
                    .hint_text(words(&hint, Face::Regular.at(size::BODY), t.muted))
                    .frame(Frame::NONE)
                    .align(egui::Align2::LEFT_CENTER)
                    .desired_width(room);
                let response = ui.add_sized([room, space::TARGET], edit).accessible_name(&hint);
                if let Some(text) = chip {
                    chip_ui(ui, None, text, t.chip, t.ink);
                }
                if !self.words.is_empty()
                    && icon_button_ui(ui, "x", &fl!(ctx.tr, "search-clear"), false).clicked()
                {
                    self.words.clear();
                    self.ask(ctx);
                    response.request_focus();
                }
                response
            })
            .inner
        });
        let field = inner.inner;
        if field.has_focus() {
            let stroke = Stroke::new(2.0, t.teal);
            ui.painter().rect_stroke(inner.response.rect, 12, stroke, egui::StrokeKind::Inside);
        }
        if arrived {
            field.request_focus();
            select_all(ui, field.id, &self.words);
        }
        if field.changed() {
            self.ask(ctx);
        }
    }

    /// Asks for what stands in the field.
    fn ask(&mut self, ctx: &Ctx<'_>) {
        (self.at, self.fresh, self.waits) = (0, true, false);
        let filter = ctx.state.search.asking.filter.clone();
        ctx.send(Action::Search(SearchAction::Ask(Asking { words: self.words.clone(), filter })));
    }

    fn body_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, found: Option<&Found>) {
        let mut area = ScrollArea::vertical().id_salt("search-results").auto_shrink(false);
        if std::mem::take(&mut self.fresh) {
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| match (&ctx.state.search.work, found) {
            (Work::Failed(cause), _) => {
                let text = fl!(ctx.tr, "search-failed", cause = cause.as_str());
                empty_ui(ui, "warning", &fl!(ctx.tr, "command-search"), &text);
            }
            _ if self.words.trim().is_empty() => start::ui(ui, ctx),
            (Work::Making { share, .. }, None) => preparing_ui(ui, ctx, *share),
            (_, None) => {}
            (_, Some(found)) if found.hits.is_empty() => start::none_ui(ui, ctx, &self.words),
            (_, Some(found)) => hits::ui(ui, ctx, found, self.at, self.moved),
        });
    }
}

fn select_all(ui: &Ui, field: egui::Id, text: &str) {
    use egui::text_selection::CCursorRange;
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::select_all_str(text)));
    state.store(ui.ctx(), field);
}

/// How the keys were read, where that is not what was typed.
fn understood(ctx: &Ctx<'_>) -> Option<String> {
    let (reading, meant) = ctx.state.search.found.as_ref()?.understood.as_ref()?;
    let words = meant.as_str();
    Some(match reading {
        Reading::Typed => fl!(ctx.tr, "search-plain", words = words),
        Reading::Telex => fl!(ctx.tr, "search-telex", words = words),
        Reading::Vni => fl!(ctx.tr, "search-vni", words = words),
    })
}

fn preparing_ui(ui: &mut Ui, ctx: &Ctx<'_>, share: f32) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = (share.clamp(0.0, 1.0) * 100.0) as u16;
    let told = fl!(ctx.tr, "search-preparing", percent = percent);
    ui.add_space(30.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(420.0);
        label_ui(ui, &told, Face::Regular.at(size::BODY), ui.tokens().muted);
        ui.add_space(8.0);
        progress_ui(ui, share, &told);
    });
}

/// What the keys do, and how much was found.
fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: Option<&Found>) {
    let t = ui.tokens();
    let frame = Frame::new().fill(t.paper).inner_margin(Margin::symmetric(22, 8));
    Panel::bottom("search-foot").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 22.0;
            for (keys, what) in [
                ("↑ ↓", fl!(ctx.tr, "search-choose")),
                ("Enter", fl!(ctx.tr, "search-open")),
                ("Esc", fl!(ctx.tr, "search-back-key")),
            ] {
                key_ui(ui, keys);
                ui.label(words(what, Face::Regular.at(size::SMALL), t.muted));
                ui.add_space(8.0);
            }
            if let Some(found) = found {
                let total = if found.more {
                    fl!(ctx.tr, "search-total-more", total = found.total())
                } else {
                    fl!(ctx.tr, "search-total", total = found.total())
                };
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(words(total, Face::Regular.at(size::SMALL), t.muted));
                });
            }
        });
    });
}
