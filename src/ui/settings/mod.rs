//! What the user can choose.

mod keys;

pub(super) use keys::refusal_text;

use std::collections::BTreeMap;

use egui::{Frame, Margin, ScrollArea, Ui, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::settings::{Motion, Settings, Spacing, TEXT_PERCENTS, ThemeChoice};
use crate::app::tr::Language;
use crate::content::{BlockKind, Slug};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, as_heading, button_ui, card_frame, field_ui, label_ui, segments_ui, words,
};

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct SettingsScreen {
    numbers: BTreeMap<String, String>,
    keys: keys::KeysList,
}

impl SettingsScreen {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let t = ui.tokens();
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let margin = if ui.available_width() < 800.0 { 22 } else { 44 };
            Frame::new().inner_margin(Margin { left: margin, right: margin, top: 30, bottom: 40 }).show(
                ui,
                |ui| {
                    ui.set_max_width(ui.available_width().min(820.0));
                    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                    let title =
                        ui.label(words(fl!(ctx.tr, "command-settings"), Face::Bold.at(size::TITLE), t.ink));
                    as_heading(ui, &title, 1, &fl!(ctx.tr, "command-settings"));
                    ui.add_space(10.0);
                    group_ui(ui, &fl!(ctx.tr, "settings-look"), |ui| look_ui(ui, ctx));
                    group_ui(ui, &fl!(ctx.tr, "settings-reading"), |ui| reading_ui(ui, ctx));
                    group_ui(ui, &fl!(ctx.tr, "settings-keys"), |ui| self.keys.ui(ui, ctx));
                    group_ui(ui, &fl!(ctx.tr, "settings-numbers"), |ui| self.numbers_ui(ui, ctx));
                    group_ui(ui, &fl!(ctx.tr, "settings-data"), |ui| data_ui(ui, ctx));
                    group_ui(ui, &fl!(ctx.tr, "settings-licences"), |ui| {
                        label_ui(
                            ui,
                            fl!(ctx.tr, "settings-licences-text"),
                            Face::Regular.at(size::CONTROL),
                            t.ink,
                        );
                    });
                },
            );
        });
    }

    /// The numbers that contact blocks of the open course leave to the place.
    fn numbers_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let t = ui.tokens();
        label_ui(ui, fl!(ctx.tr, "settings-numbers-hint"), Face::Regular.at(size::CONTROL), t.muted);
        let wanted = local_keys(ctx);
        if wanted.is_empty() {
            label_ui(ui, fl!(ctx.tr, "settings-numbers-none"), Face::Regular.at(size::CONTROL), t.muted);
        }
        for (key, name) in wanted {
            let kept = ctx.state.settings.local_numbers.get(key.as_str());
            let draft =
                self.numbers.entry(key.to_string()).or_insert_with(|| kept.cloned().unwrap_or_default());
            ui.horizontal_wrapped(|ui| {
                ui.add_sized(
                    vec2(260.0, 34.0),
                    egui::Label::new(words(&name, Face::Regular.at(size::CONTROL), t.ink)).wrap(),
                );
                if field_ui(ui, draft, "phone", &name, 260.0).changed() {
                    let mut settings = ctx.state.settings.clone();
                    settings.local_numbers.insert(key.to_string(), draft.trim().to_owned());
                    ctx.send(Action::Settings(Box::new(settings)));
                }
            });
        }
    }
}

/// The keys of local numbers in the lessons that are in memory, and those filled in before.
fn local_keys(ctx: &Ctx<'_>) -> BTreeMap<Slug, String> {
    let mut keys = BTreeMap::new();
    for key in ctx.state.settings.local_numbers.keys() {
        if let Some(key) = Slug::parse(key) {
            let name = key.to_string();
            keys.insert(key, name);
        }
    }
    let Some(open) = ctx.state.open_course() else { return keys };
    let lessons = open.in_memory();
    for lesson in lessons.iter().filter_map(|id| open.ready(id)) {
        for block in &lesson.lesson.blocks {
            let BlockKind::Contacts { items } = &block.kind else { continue };
            for contact in items {
                if let Some(key) = &contact.local {
                    keys.insert(key.clone(), contact.name.to_plain());
                }
            }
        }
    }
    keys
}

fn group_ui(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    let t = ui.tokens();
    label_ui(ui, title, Face::Bold.at(size::BODY), t.ink);
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        add(ui);
    });
    ui.add_space(14.0);
}

/// A name and a choice beneath it.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    name: &str,
    present: T,
    all: &[(T, String)],
    with: impl Fn(&mut Settings, T),
) {
    label_ui(ui, name, Face::Semibold.at(size::CONTROL), ui.tokens().ink);
    if let Some(chosen) = segments_ui(ui, name, present, all) {
        let mut settings = ctx.state.settings.clone();
        with(&mut settings, chosen);
        ctx.send(Action::Settings(Box::new(settings)));
    }
    ui.add_space(4.0);
}

fn look_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let settings = &ctx.state.settings;
    let languages = Language::ALL.map(|language| (language, language.own_name().to_owned()));
    choice_ui(ui, ctx, &fl!(ctx.tr, "settings-language"), settings.language, &languages, |s, to| {
        s.language = to;
    });
    let themes = ThemeChoice::ALL.map(|theme| {
        let name = match theme {
            ThemeChoice::System => fl!(ctx.tr, "theme-system"),
            ThemeChoice::Light => fl!(ctx.tr, "theme-light"),
            ThemeChoice::Dark => fl!(ctx.tr, "theme-dark"),
            ThemeChoice::Contrast => fl!(ctx.tr, "theme-contrast"),
        };
        (theme, name)
    });
    choice_ui(ui, ctx, &fl!(ctx.tr, "settings-theme"), settings.theme, &themes, |s, to| s.theme = to);
    let zooms = [80, 100, 125, 150].map(|percent: u16| (percent, format!("{percent} %")));
    choice_ui(ui, ctx, &fl!(ctx.tr, "settings-zoom"), settings.zoom_percent, &zooms, |s, to| {
        s.zoom_percent = to;
    });
    let motions = [(Motion::Short, fl!(ctx.tr, "motion-short")), (Motion::None, fl!(ctx.tr, "motion-none"))];
    choice_ui(ui, ctx, &fl!(ctx.tr, "settings-motion"), settings.motion, &motions, |s, to| s.motion = to);
}

/// Size and spacing of running text; also behind «Aa» in the reader.
pub(super) fn reading_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let settings = &ctx.state.settings;
    let sizes = TEXT_PERCENTS.map(|percent| (percent, format!("{percent} %")));
    choice_ui(ui, ctx, &fl!(ctx.tr, "settings-text-size"), settings.text_percent, &sizes, |s, to| {
        s.text_percent = to;
    });
    let spacings = Spacing::ALL.map(|spacing| {
        let name = match spacing {
            Spacing::Tight => fl!(ctx.tr, "spacing-tight"),
            Spacing::Normal => fl!(ctx.tr, "spacing-normal"),
            Spacing::Wide => fl!(ctx.tr, "spacing-wide"),
        };
        (spacing, name)
    });
    choice_ui(ui, ctx, &fl!(ctx.tr, "settings-spacing"), settings.spacing, &spacings, |s, to| s.spacing = to);
}

fn data_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    match &ctx.state.data_folder {
        Some(folder) => {
            label_ui(ui, fl!(ctx.tr, "settings-data-hint"), Face::Regular.at(size::CONTROL), t.muted);
            let path = folder.display().to_string();
            label_ui(ui, &path, Face::Mono.at(size::SMALL), t.ink);
            if button_ui(ui, ButtonKind::Plain, "copy", &fl!(ctx.tr, "settings-data-copy")).clicked() {
                ui.ctx().copy_text(path);
            }
        }
        None => {
            label_ui(ui, fl!(ctx.tr, "settings-data-none"), Face::Semibold.at(size::CONTROL), t.danger_text);
        }
    }
}
