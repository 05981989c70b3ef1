//! What each step found, in one line.

use i18n_embed_fl::fl;

use crate::app::machine::Machine;
use crate::app::present::{RoomCheck, Step};
use crate::app::tr::Language;
use crate::ui::Ctx;

const GIGABYTE: u64 = 1 << 30;
const MEGABYTE: u64 = 1 << 20;

/// One line about a step; empty where there is nothing to say yet.
pub(super) fn finding(ctx: &Ctx<'_>, check: &RoomCheck, step: Step) -> String {
    match step {
        Step::Screens => screens(ctx, check),
        Step::Letters => {
            let part = ctx.state.settings.present.least_part.to_string();
            match check.letters {
                Some(_) => fl!(ctx.tr, "found-letters", part = part),
                None => fl!(ctx.tr, "found-letters-kept", part = part),
            }
        }
        Step::Clicker if check.heard.turns_both_ways() => fl!(ctx.tr, "found-clicker"),
        Step::Clicker if check.heard.is_silent() => fl!(ctx.tr, "found-clicker-none"),
        Step::Clicker => fl!(ctx.tr, "found-clicker-some"),
        Step::Awake => match ctx.state.hall.awake.answer() {
            Some(true) => fl!(ctx.tr, "found-awake"),
            Some(false) => fl!(ctx.tr, "found-awake-not"),
            None => fl!(ctx.tr, "check-awake-asking"),
        },
        Step::Power => {
            check.machine.map_or_else(|| fl!(ctx.tr, "check-power-reading"), |machine| power(ctx, machine))
        }
        Step::Done => String::new(),
    }
}

fn screens(ctx: &Ctx<'_>, check: &RoomCheck) -> String {
    let hall = ctx.state.hall_screen();
    match hall.and_then(|at| Some((at, ctx.state.hall.screens.all.get(at)?))) {
        Some((at, screen)) => {
            let (width, height) = screen.size;
            let size = format!("{width}×{height}");
            fl!(ctx.tr, "found-screens", number = (at + 1).to_string(), size = size)
        }
        None if check.single => fl!(ctx.tr, "found-single"),
        None => fl!(ctx.tr, "found-one-screen"),
    }
}

fn power(ctx: &Ctx<'_>, machine: Machine) -> String {
    if let Some(free) = machine.free_bytes.filter(|_| machine.wants_room()) {
        return fl!(ctx.tr, "found-make-room", size = room(ctx, free));
    }
    let Some(battery) = machine.battery else { return fl!(ctx.tr, "found-mains") };
    let percent = battery.percent.to_string();
    if machine.wants_mains() {
        fl!(ctx.tr, "found-plug-in", percent = percent)
    } else if battery.discharging {
        fl!(ctx.tr, "found-power-battery", percent = percent)
    } else {
        fl!(ctx.tr, "found-power", percent = percent)
    }
}

/// Free room as people say it: 12,4 GB.
pub(super) fn room(ctx: &Ctx<'_>, bytes: u64) -> String {
    if bytes < GIGABYTE {
        return fl!(ctx.tr, "check-megabytes", size = (bytes / MEGABYTE).to_string());
    }
    let tenths = bytes / (GIGABYTE / 10);
    let comma = if ctx.state.settings.language == Language::Vi { ',' } else { '.' };
    fl!(ctx.tr, "check-gigabytes", size = format!("{}{comma}{}", tenths / 10, tenths % 10))
}
