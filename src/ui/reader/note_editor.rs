//! A field for a note, saved as it is typed.

use std::collections::BTreeMap;

use egui::{Frame, Margin, TextEdit, Ui};
use i18n_embed_fl::fl;
use uuid::Uuid;

use crate::app::action::Action;
use crate::content::Place;
use crate::study::Annotation;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{icon_button_ui, words};

/// The texts that are being typed; the notebook has them after every key.
#[derive(Default)]
pub(in crate::ui) struct NoteDrafts(BTreeMap<NoteOf, String>);

/// What a note is about: a place that has none yet or one, or marked words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum NoteOf {
    Place(Place),
    Entry(Uuid),
}

impl NoteDrafts {
    /// Draws the note of a place on yellow paper; `focus` gives it the keys.
    pub(in crate::ui) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, place: &Place, hint: &str, focus: bool) {
        let known = ctx.state.study.notebook.note(place);
        self.field_ui(ui, ctx, &NoteOf::Place(place.clone()), known, hint, focus);
    }

    /// Draws the user's words on something that is there already.
    pub(in crate::ui) fn entry_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        entry: &Annotation,
        hint: &str,
        focus: bool,
    ) {
        self.field_ui(ui, ctx, &NoteOf::Entry(entry.id), Some(entry), hint, focus);
    }

    fn field_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        of: &NoteOf,
        known: Option<&Annotation>,
        hint: &str,
        focus: bool,
    ) {
        let t = ui.tokens();
        let kept = known.map_or("", |note| note.body.as_str());
        let id = ui.scope_id().with(("note", of));
        let draft = self.0.entry(of.clone()).or_insert_with(|| kept.to_owned());
        let frame = Frame::new().fill(t.note).corner_radius(10).inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let edit = TextEdit::multiline(draft)
                .id(id)
                .font(Face::Regular.at(size::CONTROL))
                .hint_text(words(hint, Face::Regular.at(size::CONTROL), t.muted))
                .background_color(t.note)
                .frame(Frame::NONE)
                .desired_rows(3)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit).accessible_name(hint);
            if focus {
                response.request_focus();
            }
            if response.changed() {
                ctx.send(match of {
                    NoteOf::Place(place) => Action::WriteNote(place.clone(), draft.clone()),
                    NoteOf::Entry(id) => Action::WriteBody(*id, draft.clone()),
                });
            } else if !response.has_focus() && draft != kept {
                // Undone or changed elsewhere: the notebook is right.
                kept.clone_into(draft);
            }
            ui.horizontal(|ui| {
                let state = if draft.trim().is_empty() {
                    String::new()
                } else if ctx.state.is_saved() {
                    fl!(ctx.tr, "note-saved")
                } else {
                    fl!(ctx.tr, "note-saving")
                };
                ui.label(words(state, Face::Regular.at(size::SMALL), t.muted));
                if let (NoteOf::Place(_), Some(note)) = (of, known) {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        if icon_button_ui(ui, "trash", &fl!(ctx.tr, "note-delete"), false).clicked() {
                            ctx.send(Action::DeleteAnnotation(note.id));
                        }
                    });
                }
            });
        });
    }
}
