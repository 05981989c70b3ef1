//! Before a lesson is presented: slides whose sources no longer hold or were not verified.

use egui::{ScrollArea, Ui};
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::present::Talk;
use crate::content::source::{Confidence, Status};
use crate::content::{Course, Slug, Source};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, label_ui};

pub(super) fn ui(ui: &Ui, ctx: &Ctx<'_>) {
    let (Some(talk), Some(open)) = (ctx.state.hall.talk.as_deref(), ctx.state.open_course()) else { return };
    let title = fl!(ctx.tr, "doubts-title");
    super::modal_ui(ui, ctx, "doubts", &title, 760.0, |ui| {
        let t = ui.tokens();
        label_ui(ui, fl!(ctx.tr, "doubts-hint"), Face::Regular.at(size::CONTROL), t.muted);
        let room = ui.available_height() - 60.0;
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            for (at, source) in doubtful(talk) {
                let Some(slide) = talk.deck.slides.get(at) else { continue };
                ui.separator();
                ui.horizontal_top(|ui| {
                    let label = format!("{}", at + 1);
                    if button_ui(ui, ButtonKind::Plain, "arrow-square-out", &label).clicked() {
                        ctx.send(Action::Show(Show::Jump(at)));
                        ctx.send(Action::Overlay(None));
                    }
                    ui.vertical(|ui| {
                        label_ui(ui, &slide.page.title, Face::Semibold.at(size::CONTROL), t.ink);
                        label_ui(
                            ui,
                            sentence(ctx, &open.course, source),
                            Face::Regular.at(size::CONTROL),
                            t.warning_text,
                        );
                    });
                });
            }
        });
        ui.add_space(8.0);
        if button_ui(ui, ButtonKind::Primary, "check", &fl!(ctx.tr, "doubts-seen")).clicked() {
            ctx.send(Action::Overlay(None));
        }
    });
}

fn doubtful(talk: &Talk) -> impl Iterator<Item = (usize, &Slug)> {
    let slides = talk.deck.slides.iter().enumerate();
    slides.flat_map(|(at, slide)| slide.doubtful.iter().map(move |source| (at, source)))
}

/// What is wrong with a source, and what took its place.
fn sentence(ctx: &Ctx<'_>, course: &Course, id: &Slug) -> String {
    let Some(source) = course.sources.get(id) else { return id.to_string() };
    let name = source.short_name();
    let by: Vec<&str> =
        source.replaced_by.iter().filter_map(|id| course.sources.get(id)).map(Source::short_name).collect();
    match (source.status, by.is_empty()) {
        (Status::Replaced, false) => fl!(ctx.tr, "doubts-replaced", name = name, by = by.join(", ")),
        (Status::Replaced | Status::Expired, _) => fl!(ctx.tr, "doubts-expired", name = name),
        _ if source.confidence == Confidence::Unverified => fl!(ctx.tr, "doubts-unverified", name = name),
        _ => name.to_owned(),
    }
}
