//! Notes out to a file and in from one, and what an import did.

use std::path::PathBuf;

use egui::{Key, ScrollArea, Ui};
use i18n_embed_fl::fl;

use super::modal_ui;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::notes_file::{Format, file_name, refusal_text, report_text};
use crate::study::exchange::Report;
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, field_ui, icon_ui, label_ui, segments_ui};

/// The path that is being typed.
#[derive(Default)]
pub(super) struct NotesFileDialog {
    path: String,
    format: Format,
}

impl NotesFileDialog {
    pub(super) fn export_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, fresh: bool) {
        let title = fl!(ctx.tr, "notes-export-title");
        modal_ui(ui, ctx, "notes-export", &title, 600.0, |ui| {
            let formats = [
                (Format::Json, fl!(ctx.tr, "notes-format-json")),
                (Format::Markdown, fl!(ctx.tr, "notes-format-markdown")),
            ];
            let chosen = segments_ui(ui, &fl!(ctx.tr, "notes-format"), self.format, &formats);
            if fresh || chosen.is_some() {
                self.format = chosen.unwrap_or_default();
                let name = file_name(ctx.tr, self.format);
                let folder = ctx.state.documents.clone().unwrap_or_default();
                self.path = folder.join(name).display().to_string();
            }
            let hint = match self.format {
                Format::Json => fl!(ctx.tr, "notes-format-json-hint"),
                Format::Markdown => fl!(ctx.tr, "notes-format-markdown-hint"),
            };
            label_ui(ui, hint, Face::Regular.at(size::CONTROL), ui.tokens().muted);
            let path = self.path_ui(
                ui,
                ctx,
                fresh,
                "export",
                &fl!(ctx.tr, "notes-export-do"),
                &fl!(ctx.tr, "notes-export-pick"),
            );
            match path {
                Some(Asked::Path(path)) => ctx.send(Action::ExportNotes(self.format, Some(path))),
                Some(Asked::Dialog) => ctx.send(Action::ExportNotes(self.format, None)),
                None => {}
            }
        });
    }

    pub(super) fn import_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, fresh: bool) {
        let title = fl!(ctx.tr, "notes-import-title");
        modal_ui(ui, ctx, "notes-import", &title, 600.0, |ui| {
            if fresh {
                self.path.clear();
            }
            label_ui(
                ui,
                fl!(ctx.tr, "notes-import-hint"),
                Face::Regular.at(size::CONTROL),
                ui.tokens().muted,
            );
            let path = self.path_ui(
                ui,
                ctx,
                fresh,
                "download-simple",
                &fl!(ctx.tr, "notes-import-do"),
                &fl!(ctx.tr, "notes-import-pick"),
            );
            match path {
                Some(Asked::Path(path)) => ctx.send(Action::ImportNotes(Some(path))),
                Some(Asked::Dialog) => ctx.send(Action::ImportNotes(None)),
                None => {}
            }
        });
    }

    /// A path to type, and the system's dialog as the other way.
    fn path_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        fresh: bool,
        icon: &str,
        verb: &str,
        pick: &str,
    ) -> Option<Asked> {
        let mut asked = None;
        let width = ui.available_width();
        let field = field_ui(ui, &mut self.path, "file", &fl!(ctx.tr, "notes-path"), width);
        if fresh {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let path = self.path.trim().trim_matches('"');
        ui.horizontal_wrapped(|ui| {
            let named =
                ui.add_enabled_ui(!path.is_empty(), |ui| button_ui(ui, ButtonKind::Primary, icon, verb));
            if !path.is_empty() && (named.inner.clicked() || entered) {
                asked = Some(Asked::Path(PathBuf::from(path)));
            }
            if button_ui(ui, ButtonKind::Plain, "folder-open", pick).clicked() {
                asked = Some(Asked::Dialog);
            }
        });
        asked
    }
}

enum Asked {
    Path(PathBuf),
    Dialog,
}

/// What an import did, what it left out and why, and the way back.
pub(super) fn imported_ui(ui: &Ui, ctx: &Ctx<'_>, report: &Report) {
    modal_ui(ui, ctx, "notes-imported", &fl!(ctx.tr, "import-title"), 560.0, |ui| {
        let t = ui.tokens();
        for line in report_text(ctx.tr, report) {
            label_ui(ui, line, Face::Regular.at(size::BODY), t.ink);
        }
        ScrollArea::vertical().auto_shrink([false, true]).max_height(220.0).show(ui, |ui| {
            for skipped in report.skipped.iter().take(SHOWN) {
                ui.horizontal_top(|ui| {
                    icon_ui(ui, "warning", 16.0, t.warning_text);
                    label_ui(
                        ui,
                        refusal_text(ctx.tr, skipped),
                        Face::Regular.at(size::CONTROL),
                        t.warning_text,
                    );
                });
            }
        });
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Primary, "check", &fl!(ctx.tr, "import-fine")).clicked() {
                ctx.send(Action::Overlay(None));
            }
            let changed = report.added + report.updated > 0;
            let undo = fl!(ctx.tr, "command-undo");
            if changed && button_ui(ui, ButtonKind::Plain, "arrow-counter-clockwise", &undo).clicked() {
                ctx.send(Action::Overlay(None));
                ctx.run(Command::Undo);
            }
        });
    });
}

/// More reasons than this nobody reads.
const SHOWN: usize = 100;
