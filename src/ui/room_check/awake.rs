//! The fourth step: the machine stays awake.

use egui::Ui;
use i18n_embed_fl::fl;

use super::{advice_ui, result_ui, sentence_ui};
use crate::ui::Ctx;
use crate::ui::theme::Themed as _;

pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    sentence_ui(ui, fl!(ctx.tr, "check-awake-look"));
    let (icon, ground, ink, text) = match ctx.state.hall.awake.answer() {
        None => ("clock", t.chip, t.ink, fl!(ctx.tr, "check-awake-asking")),
        Some(true) => ("check-circle", t.good_tint, t.good_text, fl!(ctx.tr, "check-awake-held")),
        Some(false) => ("warning", t.warning_tint, t.warning_text, fl!(ctx.tr, "check-awake-refused")),
    };
    result_ui(ui, icon, ground, ink, &text);
    advice_ui(ui, fl!(ctx.tr, "check-awake-lid"));
}
