//! From what is written to what a course is; what is wrong is noted and costs only itself.

mod block;
mod course;
mod kind;
mod lesson;
mod library;
mod question;
mod text;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::load::at::At;
use crate::load::explain;
use crate::load::findings::Findings;
use crate::load::limits;
use crate::load::raw::Each;

pub(super) use course::course;
pub(super) use lesson::lesson;
pub(super) use library::{glossary, sources};

/// Reads the entries of a list one by one.
fn each<T: DeserializeOwned + JsonSchema, U>(
    list: Each<T>,
    at: &At<'_>,
    findings: &mut Findings,
    mut entry: impl FnMut(T, &At<'_>, &mut Findings) -> Option<U>,
) -> Vec<U> {
    let mut read = Vec::new();
    for (index, mut value) in findings.few(list.entries, limits::ENTRIES, at).into_iter().enumerate() {
        let at = at.index(index);
        if let Some(raw) = explain::read::<T>(&mut value, &at, findings) {
            read.extend(entry(raw, &at, findings));
        }
    }
    read
}

/// Warns where the file does not name the schema that an editor checks it by; the folder of schemas
/// may stand beside the course or in it.
fn schema(named: Option<&str>, expected: &str, findings: &mut Findings) {
    let tail = expected.trim_start_matches("../");
    if !named.is_some_and(|named| named.ends_with(tail)) {
        let at = if named.is_some() { At::Root.key("$schema").to_string() } else { String::new() };
        let expected = expected.to_owned();
        findings.warning(&at, crate::load::problem::ProblemKind::WrongSchema { expected });
    }
}
