//! Two people's annotations, or one person's of two machines, become one notebook.

use uuid::Uuid;

use super::{Incoming, Report};
use crate::store::Millis;
use crate::study::annotation::Annotation;
use crate::study::{Change, Notebook};

/// What came of an import.
#[derive(Debug, Default)]
#[must_use = "changes that are not saved are lost when the program ends"]
pub struct Merged {
    /// To be saved.
    pub changes: Vec<Change>,
    /// What to tell.
    pub report: Report,
    /// What was replaced, as it was.
    pub before: Vec<Annotation>,
    /// What came in.
    pub added: Vec<Uuid>,
}

/// Takes in what is new and what is newer; nothing that is here is lost or doubled.
pub fn merge(notebook: &mut Notebook, incoming: Incoming) -> Merged {
    let mut merged = Merged::default();
    merged.report.skipped = incoming.skipped;
    for entry in incoming.annotations {
        let report = &mut merged.report;
        match notebook.known(entry.id) {
            Some(known) if is_same(known, &entry) => report.same += 1,
            Some(known) if known.modified < entry.modified => {
                let entry = Annotation { created: known.created.min(entry.created), ..entry };
                report.updated += 1;
                merged.before.push(known.clone());
                merged.changes.push(notebook.put(entry));
            }
            Some(known) if known.is_live() => report.older += 1,
            Some(_) => report.deleted += 1,
            None if has_twin(notebook, &entry) => report.same += 1,
            None => {
                report.added += 1;
                merged.added.push(entry.id);
                merged.changes.push(notebook.put(entry));
            }
        }
    }
    merged
}

/// Undoes an import: what came in is deleted, what was replaced is as it was.
pub fn take_back(
    notebook: &mut Notebook,
    before: Vec<Annotation>,
    added: &[Uuid],
    at: Millis,
) -> Vec<Change> {
    let mut changes: Vec<Change> = added.iter().filter_map(|id| notebook.delete(*id, at)).collect();
    // The first version of each is the oldest one.
    for entry in before.into_iter().rev() {
        changes.push(notebook.put(Annotation { modified: at, ..entry }));
    }
    changes
}

fn is_same(known: &Annotation, entry: &Annotation) -> bool {
    let Annotation { created, modified, .. } = known.clone();
    *known == Annotation { created, modified, ..entry.clone() }
}

/// Whether another one says the very same of the very same place.
fn has_twin(notebook: &Notebook, entry: &Annotation) -> bool {
    let here = notebook.kept(&entry.course, &entry.lesson);
    here.into_iter().any(|known| is_same(&Annotation { id: entry.id, ..known.clone() }, entry))
}
