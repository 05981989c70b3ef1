//! A source, a glossary word, and the question before something leaves the program.

use egui::Ui;
use i18n_embed_fl::fl;

use super::modal_ui;
use crate::app::action::Action;
use crate::app::state::Overlay;
use crate::content::{RelPath, Slug};
use crate::study::cards::CardOf;
use crate::ui::Ctx;
use crate::ui::sources;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, label_ui};

pub(super) fn source_ui(ui: &Ui, ctx: &Ctx<'_>, id: &Slug) {
    let Some((open, source)) =
        ctx.state.open_course().and_then(|open| Some((open, open.course.sources.get(id)?)))
    else {
        return ctx.send(Action::Overlay(None));
    };
    modal_ui(ui, ctx, "source", &fl!(ctx.tr, "source"), 520.0, |ui| {
        sources::source_ui(ui, ctx, &open.course, source, None);
        let Some(url) =
            source.url.as_ref().filter(|url| url.starts_with("https:") || url.starts_with("http:"))
        else {
            return;
        };
        label_ui(ui, url, Face::Mono.at(size::SMALL), ui.tokens().muted);
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Plain, "copy", &fl!(ctx.tr, "link-copy")).clicked() {
                ui.ctx().copy_text(url.clone());
            }
            if button_ui(ui, ButtonKind::Plain, "arrow-square-out", &fl!(ctx.tr, "link-open")).clicked() {
                ctx.send(Action::Overlay(Some(Overlay::Link(url.clone()))));
            }
        });
    });
}

pub(super) fn term_ui(ui: &Ui, ctx: &Ctx<'_>, id: &Slug) {
    let Some((open, term)) =
        ctx.state.open_course().and_then(|open| Some((open, open.course.terms.get(id)?)))
    else {
        return ctx.send(Action::Overlay(None));
    };
    modal_ui(ui, ctx, "term", &term.term, 520.0, |ui| {
        let t = ui.tokens();
        label_ui(ui, term.definition.to_plain(), Face::Regular.at(size::BODY), t.ink);
        if !term.aliases.is_empty() {
            let words = fl!(ctx.tr, "term-aliases", words = term.aliases.join(", "));
            label_ui(ui, words, Face::Regular.at(size::CONTROL), t.muted);
        }
        let names: Vec<String> =
            term.cite.iter().map(|cite| sources::cite_name(&open.course, cite)).collect();
        if !names.is_empty() {
            let line = format!("{} {}", fl!(ctx.tr, "source-line"), names.join("; "));
            label_ui(ui, line, Face::Regular.at(size::SMALL), t.muted);
        }
        ui.horizontal(|ui| crate::ui::study::make_card_ui(ui, ctx, CardOf::Term(id.clone())));
    });
}

pub(super) fn link_ui(ui: &Ui, ctx: &Ctx<'_>, url: &str) {
    modal_ui(ui, ctx, "link", &fl!(ctx.tr, "link-title"), 560.0, |ui| {
        let t = ui.tokens();
        label_ui(ui, fl!(ctx.tr, "link-hint"), Face::Regular.at(size::CONTROL), t.ink);
        label_ui(ui, url, Face::Mono.at(size::SMALL), t.muted);
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Primary, "arrow-square-out", &fl!(ctx.tr, "link-open")).clicked() {
                ctx.send(Action::OpenUrl(url.to_owned()));
            }
            if button_ui(ui, ButtonKind::Plain, "copy", &fl!(ctx.tr, "link-copy")).clicked() {
                ui.ctx().copy_text(url.to_owned());
                ctx.send(Action::Overlay(None));
            }
        });
    });
}

pub(super) fn attachment_ui(ui: &Ui, ctx: &Ctx<'_>, path: &RelPath) {
    modal_ui(ui, ctx, "attachment", &fl!(ctx.tr, "attachment-title"), 560.0, |ui| {
        let t = ui.tokens();
        label_ui(ui, fl!(ctx.tr, "attachment-hint"), Face::Regular.at(size::CONTROL), t.ink);
        label_ui(ui, path.as_str(), Face::Mono.at(size::SMALL), t.muted);
        if button_ui(ui, ButtonKind::Primary, "arrow-square-out", &fl!(ctx.tr, "link-open")).clicked() {
            ctx.send(Action::OpenAttachment(path.clone()));
        }
    });
}
