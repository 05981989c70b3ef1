//! Sources and glossary words as cards, with the status that an officer must know.

use egui::{Margin, Ui};
use i18n_embed_fl::fl;

use crate::content::course::Term;
use crate::content::inline::Cite;
use crate::content::source::{Confidence, Status};
use crate::content::{Course, Source};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{chip_ui, label_ui};

/// A citation in a few words: number or title, and where in it.
pub(super) fn cite_name(course: &Course, cite: &Cite) -> String {
    let name = course
        .sources
        .get(&cite.source)
        .map_or_else(|| cite.source.to_string(), |s| s.short_name().to_owned());
    match &cite.locator {
        Some(locator) => format!("{name}, {locator}"),
        None => name,
    }
}

/// Whether the source holds, in colour and words.
pub(super) fn status_chip_ui(ui: &mut Ui, ctx: &Ctx<'_>, source: &Source) {
    let t = ui.tokens();
    let (text, ground, ink) = match source.status {
        Status::InForce if source.kind.is_legal() => {
            (fl!(ctx.tr, "status-in-force"), t.good_tint, t.good_text)
        }
        Status::InForce => return,
        Status::Amended => (fl!(ctx.tr, "status-amended"), t.warning_tint, t.warning_text),
        Status::Replaced => (fl!(ctx.tr, "status-replaced"), t.warning_tint, t.warning_text),
        Status::Expired => (fl!(ctx.tr, "status-expired"), t.warning_tint, t.warning_text),
        Status::Historical => (fl!(ctx.tr, "status-historical"), t.chip, t.muted),
        Status::Unknown => (fl!(ctx.tr, "status-unknown"), t.warning_tint, t.warning_text),
    };
    chip_ui(ui, None, &text, ground, ink);
}

/// A source: name, status, what it is, and when that was checked.
pub(super) fn source_ui(ui: &mut Ui, ctx: &Ctx<'_>, course: &Course, source: &Source, locator: Option<&str>) {
    let t = ui.tokens();
    ui.spacing_mut().item_spacing = egui::vec2(6.0, 3.0);
    let name = match locator {
        Some(locator) => format!("{}, {locator}", source.short_name()),
        None => source.short_name().to_owned(),
    };
    label_ui(ui, name, Face::Semibold.at(size::CONTROL), t.ink);
    ui.horizontal_wrapped(|ui| {
        status_chip_ui(ui, ctx, source);
        match source.confidence {
            Confidence::Primary => {}
            Confidence::Secondary => {
                chip_ui(ui, None, &fl!(ctx.tr, "doubt-secondary"), t.chip, t.muted);
            }
            Confidence::Unverified => {
                chip_ui(
                    ui,
                    Some("warning"),
                    &fl!(ctx.tr, "doubt-unverified"),
                    t.warning_tint,
                    t.warning_text,
                );
            }
        }
    });
    let small = Face::Regular.at(size::SMALL);
    if source.number.is_some() {
        label_ui(ui, &source.title, small.clone(), t.ink);
    }
    let issued = source.issued.map(|date| date.to_string());
    let by: Vec<String> = [source.issuer.clone(), issued].into_iter().flatten().collect();
    if !by.is_empty() {
        label_ui(ui, by.join(", "), small.clone(), t.muted);
    }
    let names = source.replaced_by.iter().filter_map(|id| course.sources.get(id)).map(Source::short_name);
    let names: Vec<&str> = names.collect();
    if !names.is_empty() {
        label_ui(
            ui,
            fl!(ctx.tr, "source-now", names = names.join("; ")),
            Face::Semibold.at(size::SMALL),
            t.warning_text,
        );
    }
    if source.taught_2018 {
        label_ui(ui, fl!(ctx.tr, "source-taught-2018"), small.clone(), t.muted);
    }
    if let Some(note) = &source.note {
        label_ui(ui, note, small.clone(), t.muted);
    }
    if let Some(checked) = source.checked_on {
        let checked = checked.to_string();
        if source.is_fresh(ctx.state.today) {
            label_ui(ui, fl!(ctx.tr, "source-checked", date = checked), small, t.muted);
        } else {
            label_ui(
                ui,
                fl!(ctx.tr, "source-stale", date = checked),
                Face::Semibold.at(size::SMALL),
                t.warning_text,
            );
        }
    }
}

/// A glossary word and what it means.
pub(super) fn term_ui(ui: &mut Ui, term: &Term) {
    let t = ui.tokens();
    egui::Frame::new().inner_margin(Margin::same(4)).show(ui, |ui| {
        ui.set_max_width(340.0);
        label_ui(ui, &term.term, Face::Semibold.at(size::CONTROL), t.ink);
        label_ui(ui, term.definition.to_plain(), Face::Regular.at(size::CONTROL), t.ink);
    });
}
