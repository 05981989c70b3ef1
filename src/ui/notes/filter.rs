//! Which notes are shown: by words, by kind, by colour.

use std::collections::BTreeMap;

use egui::{CornerRadius, CursorIcon, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use i18n_embed_fl::fl;
use uuid::Uuid;

use crate::search::fold::fold;
use crate::store::Millis;
use crate::study::Annotation;
use crate::study::annotation::{Colour, Motivation};
use crate::ui::Ctx;
use crate::ui::text_view::highlight_fill;
use crate::ui::theme::{Themed as _, space};
use crate::ui::widgets::{field_ui, focus_ring, segments_ui};

/// A kind of what the user leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    All,
    /// With words of the user's own.
    Written,
    Marked,
    Bookmarks,
}

/// What is asked for.
#[derive(Default)]
pub(super) struct Filter {
    words: String,
    kind: Kind,
    colour: Option<Colour>,
    /// The words of each entry in their plainest form, as of its last change.
    folded: BTreeMap<Uuid, (Millis, String)>,
}

impl Filter {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 6.0);
            field_ui(ui, &mut self.words, "funnel-simple", &fl!(ctx.tr, "notes-filter"), 230.0);
            let kinds = [
                (Kind::All, fl!(ctx.tr, "notes-kind-all")),
                (Kind::Written, fl!(ctx.tr, "notes-kind-written")),
                (Kind::Marked, fl!(ctx.tr, "notes-kind-marked")),
                (Kind::Bookmarks, fl!(ctx.tr, "notes-kind-bookmarks")),
            ];
            if let Some(kind) = segments_ui(ui, &fl!(ctx.tr, "notes-kind"), self.kind, &kinds) {
                self.kind = kind;
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for colour in Colour::ALL {
                    if only_colour_ui(ui, ctx, colour, self.colour == Some(colour)) {
                        self.colour = if self.colour == Some(colour) { None } else { Some(colour) };
                    }
                }
            });
        });
    }

    /// Whether an entry is shown.
    pub(super) fn lets(&mut self, ctx: &Ctx<'_>, entry: &Annotation) -> bool {
        let kind = match self.kind {
            Kind::All => true,
            Kind::Written => !entry.body.trim().is_empty(),
            Kind::Marked => entry.motivation == Motivation::Highlighting,
            Kind::Bookmarks => entry.motivation == Motivation::Bookmarking,
        };
        let colour = self.colour.is_none_or(|colour| entry.colour == Some(colour));
        let asked = fold(self.words.trim());
        if !kind || !colour || asked.is_empty() {
            return kind && colour;
        }
        let words = ctx.state.anchors.get(entry).map(|anchor| anchor.words.as_str());
        let text = || match words {
            Some(words) => fold(&format!("{} {words}", entry.body)),
            None => fold(&format!("{} {}", entry.body, entry.quoted().unwrap_or_default())),
        };
        let known = self.folded.entry(entry.id).or_insert_with(|| (entry.modified, text()));
        if known.0 != entry.modified {
            *known = (entry.modified, text());
        }
        asked.split_whitespace().all(|word| known.1.contains(word))
    }
}

/// A colour alone, or all of them again; answers whether it was pressed.
fn only_colour_ui(ui: &mut Ui, ctx: &Ctx<'_>, colour: Colour, on: bool) -> bool {
    let t = ui.tokens();
    let name = match colour {
        Colour::Yellow => fl!(ctx.tr, "notes-only-yellow"),
        Colour::Green => fl!(ctx.tr, "notes-only-green"),
        Colour::Blue => fl!(ctx.tr, "notes-only-blue"),
        Colour::Pink => fl!(ctx.tr, "notes-only-pink"),
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(space::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(8), t.teal_tint);
    }
    let edge = if on { Stroke::new(2.5, t.teal) } else { Stroke::new(1.0, t.control_line) };
    ui.painter().circle(rect.center(), 9.0, highlight_fill(colour, &t), edge);
    focus_ring(ui, &response, 8);
    response.on_hover_text(name).on_hover_cursor(CursorIcon::PointingHand).clicked()
}
