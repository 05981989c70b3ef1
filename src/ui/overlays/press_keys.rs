//! Waits for the keys that shall run a command.

use egui::{Event, Key, Ui};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::keys::{Chord, Refusal};
use crate::ui::Ctx;
use crate::ui::settings::refusal_text;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, chord_text, icon_ui, key_ui, label_ui};

/// The keys that were pressed and refused.
#[derive(Default)]
pub(super) struct PressKeys {
    refused: Option<(Option<Chord>, Refusal)>,
}

impl PressKeys {
    pub(super) fn ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, of: (Command, Option<usize>), fresh: bool) {
        if fresh {
            self.refused = None;
        }
        let (command, nth) = of;
        let keys = &ctx.state.settings.keys;
        let name = ctx.tr.get(command.spec().label);
        let title = fl!(ctx.tr, "keys-press-title", command = name);
        super::modal_ui(ui, ctx, "press-keys", &title, 520.0, |ui| {
            let t = ui.tokens();
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                icon_ui(ui, "keyboard", 30.0, t.teal_text);
                label_ui(ui, fl!(ctx.tr, "keys-press"), Face::Semibold.at(size::BODY), t.ink);
            });
            if let Some(old) = nth.and_then(|nth| keys.of(command).get(nth)) {
                ui.horizontal(|ui| {
                    label_ui(ui, fl!(ctx.tr, "keys-instead-of"), Face::Regular.at(size::CONTROL), t.muted);
                    key_ui(ui, &chord_text(ctx, *old));
                });
            }
            if let Some((chord, refusal)) = self.refused {
                ui.horizontal_top(|ui| {
                    if let Some(chord) = chord {
                        key_ui(ui, &chord_text(ctx, chord));
                    }
                    let text = refusal_text(ctx, refusal);
                    label_ui(ui, text, Face::Semibold.at(size::CONTROL), t.danger_text);
                });
            }
            ui.add_space(8.0);
            let cancel = button_ui(ui, ButtonKind::Plain, "", &fl!(ctx.tr, "keys-press-cancel"));
            if cancel.clicked() {
                return ctx.send(Action::Overlay(None));
            }
            if let Some(pressed) = pressed(ui) {
                let chosen = pressed.and_then(|chord| {
                    keys.with(command, nth, chord).map_err(|refusal| (Some(chord), refusal))
                });
                match chosen {
                    Ok(keys) => {
                        ctx.send(Action::Keys(keys));
                        ctx.send(Action::Overlay(None));
                    }
                    Err(refused) => self.refused = Some(refused),
                }
            }
        });
    }
}

/// What was pressed in this frame, if it means anything; with a button in focus, Enter and space press it.
fn pressed(ui: &Ui) -> Option<Result<Chord, (Option<Chord>, Refusal)>> {
    let on_button = ui.memory(|memory| memory.focused().is_some());
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Copy | Event::Cut | Event::Paste(_) => Some(Err((None, Refusal::Text))),
            Event::Key { key: Key::Escape | Key::Tab, .. } => None,
            Event::Key { key: Key::Enter | Key::Space, modifiers, .. }
                if on_button && modifiers.is_none() =>
            {
                None
            }
            Event::Key { key, pressed: true, repeat: false, modifiers, .. } => {
                Chord::of(*modifiers, *key).map(Ok)
            }
            _ => None,
        })
    })
}
