//! The fifth step: charge, mains, and room on the disk.

use egui::Ui;
use i18n_embed_fl::fl;

use super::finding::room;
use super::{Tile, advice_ui, result_ui, sentence_ui, tiles_ui};
use crate::app::machine::Machine;
use crate::app::present::RoomCheck;
use crate::ui::Ctx;
use crate::ui::theme::Themed as _;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &RoomCheck) {
    sentence_ui(ui, fl!(ctx.tr, "check-power-look"));
    match check.machine {
        Some(machine) => facts_ui(ui, ctx, machine),
        None => advice_ui(ui, fl!(ctx.tr, "check-power-reading")),
    }
}

fn facts_ui(ui: &mut Ui, ctx: &Ctx<'_>, machine: Machine) {
    let t = ui.tokens();
    let on_battery = machine.battery.is_some_and(|battery| battery.discharging);
    let charge = machine.battery.map(|battery| battery.percent.to_string());
    let charge_text = match &charge {
        Some(percent) => fl!(ctx.tr, "check-battery-share", percent = percent.as_str()),
        None => fl!(ctx.tr, "check-battery-none"),
    };
    let mains = if on_battery { fl!(ctx.tr, "check-mains-off") } else { fl!(ctx.tr, "check-mains-on") };
    let free = machine.free_bytes.map(|free| room(ctx, free));
    let tile = |icon, label, value, worries| Tile { icon, label, value, worries };
    let (low, full) = (machine.wants_mains(), machine.wants_room());
    tiles_ui(
        ui,
        &[
            tile(
                if low { "battery-warning" } else { "battery-high" },
                fl!(ctx.tr, "check-battery"),
                charge_text,
                low,
            ),
            tile(if on_battery { "plugs" } else { "plug" }, fl!(ctx.tr, "check-mains"), mains, low),
            tile(
                "hard-drives",
                fl!(ctx.tr, "check-disk"),
                free.unwrap_or_else(|| fl!(ctx.tr, "check-disk-unknown")),
                full,
            ),
        ],
    );
    if low {
        let text = fl!(ctx.tr, "check-plug-in", percent = charge.unwrap_or_default());
        result_ui(ui, "plug", t.warning_tint, t.warning_text, &text);
    }
    if full {
        result_ui(ui, "hard-drives", t.warning_tint, t.warning_text, &fl!(ctx.tr, "check-make-room"));
    }
    if !low && !full {
        let text =
            if on_battery { fl!(ctx.tr, "check-power-battery") } else { fl!(ctx.tr, "check-power-fine") };
        result_ui(ui, "check-circle", t.good_tint, t.good_text, &text);
    }
}
