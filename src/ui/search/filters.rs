//! What is let through: a kind, and a module.

use egui::{Align, Layout, Popup, Ui};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::search_text::group_text;
use crate::app::searching::{Asking, SearchAction};
use crate::content::Slug;
use crate::search::{Filter, Found, Group};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::{ButtonKind, button_ui, segments_ui, words};

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, found: &Found) {
    let present = &ctx.state.search.asking.filter;
    let label = |name: String, count: usize| format!("{name} {count}");
    let mut kinds = vec![(None, label(fl!(ctx.tr, "search-group-all"), found.total()))];
    for group in Group::ALL {
        let count = found.count(group);
        if count > 0 || present.group == Some(group) {
            kinds.push((Some(group), label(group_text(ctx.tr, group), count)));
        }
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        if let Some(group) = segments_ui(ui, &fl!(ctx.tr, "search-kinds"), present.group, &kinds) {
            ask(ctx, Filter { group, ..present.clone() });
        }
        if found.modules.len() > 1 || present.module.is_some() {
            modules_ui(ui, ctx, found);
        }
    });
}

/// The modules that have results, in a menu.
fn modules_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: &Found) {
    let present = &ctx.state.search.asking.filter;
    let chosen = present.module.as_ref().and_then(|id| number_of(ctx, id));
    let name = match chosen {
        Some(number) => fl!(ctx.tr, "module-number", number = number),
        None => fl!(ctx.tr, "search-any-module"),
    };
    let response = button_ui(ui, ButtonKind::Plain, "caret-down", &name);
    Popup::menu(&response).show(|ui| {
        ui.set_width(380.0_f32.min(ui.ctx().content_rect().width() - 60.0));
        ui.spacing_mut().interact_size.y = space::TARGET;
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
                let any = fl!(ctx.tr, "search-any-module");
                if line_ui(ui, &any, present.module.is_none()) {
                    ask(ctx, Filter { module: None, ..present.clone() });
                }
                for (home, count) in &found.modules {
                    let line = format!("{}. {} ({count})", home.number, home.title);
                    let on = present.module.as_ref() == Some(&home.module);
                    if line_ui(ui, &line, on) {
                        ask(ctx, Filter { module: Some(home.module.clone()), ..present.clone() });
                    }
                }
            });
        });
    });
}

fn line_ui(ui: &mut Ui, text: &str, on: bool) -> bool {
    let face = if on { Face::Semibold } else { Face::Regular };
    let text = words(text, face.at(size::CONTROL), ui.tokens().ink);
    ui.add(egui::Button::selectable(on, text).wrap()).clicked()
}

fn number_of(ctx: &Ctx<'_>, module: &Slug) -> Option<usize> {
    let parts = ctx.state.open_course()?.course.parts.iter();
    let at = parts.flat_map(|part| &part.modules).position(|known| &known.id == module)?;
    Some(at + 1)
}

/// Asks for the same words with another filter.
pub(super) fn ask(ctx: &Ctx<'_>, filter: Filter) {
    let words = ctx.state.search.asking.words.clone();
    ctx.send(Action::Search(SearchAction::Ask(Asking { words, filter })));
}
