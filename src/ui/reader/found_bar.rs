//! After a result was opened: what the marked words are, and the way back to the results.

use egui::{Align, Frame, Key, Layout, Margin, Modifiers, Panel, Ui};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::searching::SearchAction;
use crate::content::LessonId;
use crate::ui::Ctx;
use crate::ui::theme::Themed as _;
use crate::ui::widgets::{ButtonKind, button_ui, icon_button_ui, key_ui};

/// What the bar remembers between frames.
#[derive(Default)]
pub(super) struct FoundBar {
    /// In the last frame something else had the use of Esc: a field, a menu, a window above.
    was_busy: bool,
}

impl FoundBar {
    /// Draws the bar where the lesson was opened from the results.
    pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, lesson: &LessonId) {
        let Some(hit) = ctx.state.search.opened.as_ref().filter(|hit| &hit.lesson == lesson) else { return };
        let frame = Frame::new().fill(ui.tokens().teal_tint).inner_margin(Margin::symmetric(14, 4));
        Panel::top("found").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if icon_button_ui(ui, "x", &fl!(ctx.tr, "search-unmark"), false).clicked() {
                        ctx.send(Action::Search(SearchAction::Unmark));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let words = shortened(&hit.words);
                        let name = fl!(ctx.tr, "search-results", words = words);
                        if button_ui(ui, ButtonKind::Quiet, "arrow-left", &name).clicked() {
                            ctx.send(Action::Search(SearchAction::Leave));
                        }
                        key_ui(ui, "Esc");
                    });
                });
            });
        });
    }

    /// Lets Esc lead back, unless something above the text has the use of it.
    pub(super) fn keys(&mut self, ui: &Ui, ctx: &Ctx<'_>, lesson: &LessonId) {
        let opened = ctx.state.search.opened.as_ref().is_some_and(|hit| &hit.lesson == lesson);
        // A field has lost the keys by the time that Esc is seen here.
        let busy =
            ctx.state.overlay.is_some() || ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx());
        let free = !std::mem::replace(&mut self.was_busy, busy) && !busy;
        if opened && free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            ctx.send(Action::Search(SearchAction::Leave));
        }
    }
}

/// A long question would push the key out of the bar.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 40;
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let head: String = words.chars().take(LONGEST).collect();
    format!("{}…", head.trim_end())
}
