//! Which keys run which command: looked up, changed, added, taken away.

use egui::{Align, CollapsingHeader, Frame, Layout, Margin, Role, Ui, WidgetInfo};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::keys::{Keys, MOST, Refusal};
use crate::app::route::Screen;
use crate::app::state::Overlay;
use crate::search::fold::fold;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, chord_text, field_ui, icon_ui, key_ui, label_ui, words};

/// What the list remembers between frames.
#[derive(Default)]
pub(super) struct KeysList {
    filter: String,
    /// The command whose keys are being changed.
    open: Option<Command>,
    /// Why its keys did not come back.
    refused: Option<Refusal>,
    /// The button that the keyboard returns to after the dialog.
    left: Option<(Command, Option<usize>)>,
}

/// Where commands work, in the order of the list.
const PLACES: [Option<Screen>; 5] =
    [None, Some(Screen::Presenter), Some(Screen::Reader), Some(Screen::SelfCheck), Some(Screen::Cards)];

impl KeysList {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let t = ui.tokens();
        label_ui(ui, fl!(ctx.tr, "keys-hint"), Face::Regular.at(size::CONTROL), t.muted);
        let width = ui.available_width().min(420.0);
        field_ui(ui, &mut self.filter, "magnifying-glass", &fl!(ctx.tr, "keys-filter"), width);
        let wanted = fold(self.filter.trim());
        let mut found = false;
        for place in PLACES {
            let fits = |command: &&Command| {
                let keys = ctx.state.settings.keys.of(**command).iter().map(|chord| chord_text(ctx, *chord));
                let words = format!("{} {}", name(ctx, **command), keys.collect::<Vec<_>>().join(" "));
                command.spec().screen == place && fold(&words).contains(&wanted)
            };
            let commands: Vec<Command> = Command::ALL.iter().filter(fits).copied().collect();
            if commands.is_empty() {
                continue;
            }
            found = true;
            let title = format!("{} ({})", place_name(ctx, place), commands.len());
            let header = CollapsingHeader::new(words(title, Face::Semibold.at(size::CONTROL), t.ink))
                .id_salt(("keys", format!("{place:?}")))
                .open((!wanted.is_empty()).then_some(true));
            header.show(ui, |ui| {
                for command in commands {
                    self.command_ui(ui, ctx, command);
                }
            });
        }
        if !found {
            label_ui(ui, fl!(ctx.tr, "keys-none"), Face::Regular.at(size::CONTROL), t.muted);
        }
        if ctx.state.settings.keys.has_chosen()
            && button_ui(ui, ButtonKind::Plain, "arrow-counter-clockwise", &fl!(ctx.tr, "keys-all-born"))
                .clicked()
        {
            ctx.send(Action::Keys(ctx.state.settings.keys.all_born()));
        }
    }

    /// A command, its keys, and the way to change them.
    fn command_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, command: Command) {
        let t = ui.tokens();
        let open = self.open == Some(command);
        ui.horizontal(|ui| {
            icon_ui(ui, command.spec().icon, 17.0, t.teal_text);
            let room = ui.available_width();
            ui.scope(|ui| {
                ui.set_max_width(room * 0.5);
                let name = words(name(ctx, command), Face::Regular.at(size::CONTROL), t.ink);
                ui.add(egui::Label::new(name).truncate());
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if command.takes_chosen_keys() {
                    let label = if open { fl!(ctx.tr, "keys-done") } else { fl!(ctx.tr, "keys-change") };
                    let button = button_ui(ui, ButtonKind::Quiet, "", &label);
                    named(&button, &format!("{label}: {}", name(ctx, command)));
                    if button.clicked() {
                        self.open = (!open).then_some(command);
                        self.refused = None;
                    }
                } else {
                    ui.add_space(8.0);
                    icon_ui(ui, "lock-simple", 16.0, t.muted).on_hover_text(fl!(ctx.tr, "keys-stay"));
                    ui.add_space(8.0);
                }
                if !open {
                    keys_ui(ui, ctx, command);
                }
            });
        });
        if open {
            Frame::new()
                .fill(t.sunken)
                .corner_radius(10)
                .inner_margin(Margin::same(12))
                .show(ui, |ui| self.change_ui(ui, ctx, command));
        }
    }

    /// The keys of a command one below the other.
    fn change_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, command: Command) {
        let t = ui.tokens();
        let keys = &ctx.state.settings.keys;
        ui.set_width(ui.available_width());
        for (nth, chord) in keys.of(command).iter().enumerate() {
            let text = chord_text(ctx, *chord);
            ui.horizontal(|ui| {
                ui.scope(|ui| {
                    ui.set_min_width(150.0);
                    key_ui(ui, &text);
                });
                self.press_ui(ui, ctx, command, Some(nth), &text);
                let button = button_ui(ui, ButtonKind::Plain, "trash", &fl!(ctx.tr, "keys-remove"));
                named(&button, &format!("{} {text}", fl!(ctx.tr, "keys-remove")));
                if button.clicked() {
                    ctx.send(Action::Keys(keys.without(command, nth)));
                }
            });
        }
        if keys.of(command).is_empty() {
            label_ui(ui, fl!(ctx.tr, "keys-no-key"), Face::Regular.at(size::CONTROL), t.muted);
        }
        ui.horizontal_wrapped(|ui| {
            if keys.of(command).len() < MOST {
                self.press_ui(ui, ctx, command, None, "");
            }
            let icon = "arrow-counter-clockwise";
            if keys.is_chosen(command)
                && button_ui(ui, ButtonKind::Plain, icon, &fl!(ctx.tr, "keys-born")).clicked()
            {
                self.refused = keys.born(command).map(|keys: Keys| ctx.send(Action::Keys(keys))).err();
            }
        });
        if let Some(refusal) = self.refused {
            label_ui(ui, refusal_text(ctx, refusal), Face::Semibold.at(size::CONTROL), t.danger_text);
        }
    }

    /// The button that asks for keys, in place of those of that number or beside them.
    fn press_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, command: Command, nth: Option<usize>, text: &str) {
        let (icon, label) = match nth {
            Some(_) => ("keyboard", fl!(ctx.tr, "keys-change")),
            None => ("plus", fl!(ctx.tr, "keys-add")),
        };
        let button = button_ui(ui, ButtonKind::Plain, icon, &label);
        named(&button, format!("{label} {text}").trim());
        if self.left == Some((command, nth)) && ctx.state.overlay.is_none() {
            self.left = None;
            button.request_focus();
        }
        if button.clicked() {
            self.refused = None;
            self.left = Some((command, nth));
            ctx.send(Action::Overlay(Some(Overlay::PressKeys(command, nth))));
        }
    }
}

/// Every key of a command, the first at the left.
fn keys_ui(ui: &mut Ui, ctx: &Ctx<'_>, command: Command) {
    match ctx.state.settings.keys.of(command) {
        [first, .., last] if command.takes_a_number() => {
            key_ui(ui, &format!("{} – {}", chord_text(ctx, *first), chord_text(ctx, *last)));
        }
        chords => {
            for chord in chords.iter().rev() {
                key_ui(ui, &chord_text(ctx, *chord));
            }
        }
    }
}

/// A button whose few words mean something only beside others, for those who hear them alone.
fn named(button: &egui::Response, name: &str) {
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
}

fn name(ctx: &Ctx<'_>, command: Command) -> String {
    ctx.tr.get(command.spec().label)
}

fn place_name(ctx: &Ctx<'_>, place: Option<Screen>) -> String {
    match place {
        Some(Screen::Presenter) => fl!(ctx.tr, "rail-present"),
        Some(Screen::Reader) => fl!(ctx.tr, "rail-read"),
        Some(Screen::SelfCheck) => fl!(ctx.tr, "keys-in-round"),
        Some(Screen::Cards) => fl!(ctx.tr, "keys-in-cards"),
        _ => fl!(ctx.tr, "keys-everywhere"),
    }
}

/// Why keys were refused, for the user.
pub(in crate::ui) fn refusal_text(ctx: &Ctx<'_>, refusal: Refusal) -> String {
    match refusal {
        Refusal::Taken(other) => fl!(ctx.tr, "keys-taken", command = name(ctx, other)),
        Refusal::System => fl!(ctx.tr, "keys-of-system"),
        Refusal::Text => fl!(ctx.tr, "keys-of-text"),
        Refusal::Digit => fl!(ctx.tr, "keys-of-numbers"),
        Refusal::Plain => fl!(ctx.tr, "keys-plain"),
        Refusal::TooMany => fl!(ctx.tr, "keys-too-many"),
    }
}
