//! Before anything is typed, and where nothing was found: what can be done.

use egui::{Frame, Margin, Ui};
use i18n_embed_fl::fl;

use super::filters;
use crate::app::action::Action;
use crate::app::searching::SearchAction;
use crate::search::Filter;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, card_frame, empty_ui, label_ui};

/// What can be searched and how, and what was searched of late.
pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let recent = &ctx.state.search.recent;
    if !recent.is_empty() {
        heading_ui(ui, &fl!(ctx.tr, "search-recent"));
        ui.horizontal_wrapped(|ui| {
            for words in recent {
                words_ui(ui, ctx, "clock-counter-clockwise", words);
            }
        });
        ui.add_space(14.0);
    }
    card_frame(ui).inner_margin(Margin::same(18)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        heading_ui(ui, &fl!(ctx.tr, "search-start"));
        label_ui(ui, fl!(ctx.tr, "search-start-hint"), Face::Regular.at(size::CONTROL), ui.tokens().muted);
        ui.add_space(6.0);
        for (words, what) in [
            (fl!(ctx.tr, "search-try-phrase"), fl!(ctx.tr, "search-tip-phrase")),
            (fl!(ctx.tr, "search-try-prefix"), fl!(ctx.tr, "search-tip-prefix")),
            (fl!(ctx.tr, "search-try-minus"), fl!(ctx.tr, "search-tip-minus")),
            (fl!(ctx.tr, "search-try-number"), fl!(ctx.tr, "search-tip-number")),
        ] {
            ui.horizontal(|ui| {
                Frame::new().show(ui, |ui| {
                    ui.set_width(190.0);
                    words_ui(ui, ctx, "", &words);
                });
                label_ui(ui, what, Face::Regular.at(size::CONTROL), ui.tokens().ink);
            });
        }
    });
}

/// Nothing was found: simpler words, or fewer limits.
pub(super) fn none_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &str) {
    let typed = typed.trim();
    let limited = ctx.state.search.asking.filter != Filter::default();
    let title = if limited {
        fl!(ctx.tr, "search-none-filter", words = typed)
    } else {
        fl!(ctx.tr, "search-none", words = typed)
    };
    empty_ui(ui, "magnifying-glass", &title, &fl!(ctx.tr, "search-none-hint"));
    ui.vertical_centered(|ui| {
        if limited && button_ui(ui, ButtonKind::Plain, "x", &fl!(ctx.tr, "search-everywhere")).clicked() {
            filters::ask(ctx, Filter::default());
        }
        for words in simpler(typed) {
            words_ui(ui, ctx, "magnifying-glass", &words);
        }
    });
}

fn heading_ui(ui: &mut Ui, text: &str) {
    let t = ui.tokens();
    label_ui(ui, text, Face::Semibold.at(size::BODY), t.ink);
    ui.add_space(2.0);
}

/// Words that are searched when they are pressed.
fn words_ui(ui: &mut Ui, ctx: &Ctx<'_>, icon: &str, words: &str) {
    if button_ui(ui, ButtonKind::Plain, icon, words).clicked() {
        ctx.send(Action::Search(SearchAction::Words(words.to_owned())));
    }
}

/// What could be asked instead: without quotation marks and what is unwanted, then without the
/// first or the last word.
fn simpler(typed: &str) -> Vec<String> {
    let plain: Vec<&str> = typed
        .split(|c: char| c.is_whitespace() || "\"“”„«»".contains(c))
        .filter(|word| !word.is_empty() && !word.starts_with('-'))
        .collect();
    let mut offers = vec![plain.join(" ")];
    if let [first @ .., _] = plain.as_slice() {
        offers.push(first.join(" "));
    }
    if let [_, last @ ..] = plain.as_slice() {
        offers.push(last.join(" "));
    }
    offers.retain(|words| !words.is_empty() && words != typed);
    offers.dedup();
    offers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simpler_words_are_offered_and_never_the_same() {
        assert_eq!(simpler("\"rào ao\" làng -giếng"), ["rào ao làng", "rào ao", "ao làng"]);
        assert_eq!(simpler("rào ao"), ["rào", "ao"]);
        assert_eq!(simpler("rào"), [""; 0]);
        assert_eq!(simpler("\"rào\""), ["rào"]);
    }
}
