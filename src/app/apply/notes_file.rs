//! Writing what the user wrote to a file, and taking in what comes from one.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::action::Action;
use crate::app::apply::{World, search, study};
use crate::app::jobs;
use crate::app::notes_file::{self, Book, FileFailure, Format, Written};
use crate::app::notice::Notice;
use crate::app::state::{Overlay, State, Undo};
use crate::study::Annotation;
use crate::study::exchange::{self, Incoming};

pub(super) fn export(state: &mut State, format: Format, to: Option<PathBuf>, world: &World) {
    let Some(open) = state.open_course() else { return };
    let (origin, course) = (open.origin.clone(), Arc::clone(&open.course));
    let of_course = |entry: &&Annotation| entry.course == course.id;
    let all: Vec<Annotation> = state.study.notebook.all().filter(of_course).cloned().collect();
    let labels = notes_file::labels(&state.tr, &course.title);
    let write = move |to: PathBuf, replace| {
        let book = Book { origin: &origin, course: &course, labels };
        Action::NotesWritten(notes_file::export(&book, &all, format, &to, replace))
    };
    if let Some(to) = to {
        return jobs::spawn("export notes", &world.actions, move || write(to, false));
    }
    let name = notes_file::file_name(&state.tr, format);
    let picking = world.desktop.save_file(&state.tr.get("notes-export-title"), &name);
    // The dialog has asked before it named a file that is there.
    jobs::spawn("export notes", &world.actions, move || notes_file::picked(picking, |to| write(to, true)));
}

pub(super) fn written(state: &mut State, written: Result<Written, FileFailure>) {
    match written {
        Ok(written) => {
            if state.overlay == Some(Overlay::NotesExport) {
                state.overlay = None;
            }
            state.notify(Notice::NotesWritten(written));
        }
        // The dialog stays, so that another name can be typed.
        Err(failure) => state.notify(Notice::NotesFile(failure)),
    }
}

pub(super) fn import(state: &State, from: Option<PathBuf>, world: &World) {
    let now = world.desktop.now();
    let read = move |from: PathBuf| Action::NotesRead(notes_file::read(&from, now));
    if let Some(from) = from {
        return jobs::spawn("import notes", &world.actions, move || read(from));
    }
    let picking = world.desktop.pick_file(&state.tr.get("notes-import-title"), &["json", "jsonld"]);
    jobs::spawn("import notes", &world.actions, move || notes_file::picked(picking, read));
}

pub(super) fn read(state: &mut State, read: Result<Incoming, FileFailure>, world: &World) {
    let incoming = match read {
        Ok(incoming) => incoming,
        Err(failure) => return state.notify(Notice::NotesFile(failure)),
    };
    let merged = exchange::merge(&mut state.study.notebook, incoming);
    if !merged.changes.is_empty() {
        state.undo.push(Undo::Import(merged.before, merged.added));
    }
    for change in merged.changes {
        world.hand_over(state, Some(change));
    }
    search::own_changed(state, world);
    study::want_places(state, world);
    state.overlay = Some(Overlay::Imported(merged.report));
}
