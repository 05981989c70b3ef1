//! A copy of the good course that a test may spoil.

use std::path::{Path, PathBuf};

use hoclieu::content::source::Date;
use hoclieu::disk;
use hoclieu::load::{self, Origin, Report};
use serde_json::Value;

/// The day on which the fixtures are looked at.
pub(crate) fn today() -> Date {
    Date::parse("2026-11-24").unwrap()
}

/// A course in a folder that vanishes with it.
pub(crate) struct Folder {
    dir: tempfile::TempDir,
}

impl Folder {
    /// An empty one.
    pub(crate) fn empty() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// A copy of `tests/fixtures/good`.
    pub(crate) fn good() -> Self {
        let folder = Self::empty();
        copy(Path::new("tests/fixtures/good"), folder.path());
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn origin(&self) -> Origin {
        Origin::folder(self.path()).unwrap()
    }

    pub(crate) fn at(&self, file: &str) -> PathBuf {
        self.path().join(file)
    }

    pub(crate) fn text(&self, file: &str) -> String {
        String::from_utf8(disk::read_at_most(&self.at(file), 1 << 20).unwrap().unwrap()).unwrap()
    }

    pub(crate) fn put(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        disk::replace(&path, bytes.as_ref()).unwrap();
    }

    /// Replaces words that stand in the file.
    pub(crate) fn swap(&self, file: &str, old: &str, new: &str) {
        let text = self.text(file);
        assert!(text.contains(old), "{old} is not in {file}");
        self.put(file, text.replacen(old, new, 1));
    }

    pub(crate) fn check(&self) -> Report {
        load::check(&self.origin(), today(), false, &hoclieu::cli::slides::faults).unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The problems in short: code, file, pointer and line.
pub(crate) fn problems(report: &Report) -> Vec<(String, String, String, Option<usize>)> {
    let short = |problem: &load::Problem| {
        let json = serde_json::to_value(problem).unwrap();
        let code = json.get("reason").or_else(|| json.get("code")).and_then(Value::as_str).unwrap();
        let line = problem.span.map(|span| span.line);
        (code.to_owned(), problem.file.clone(), problem.at.clone(), line)
    };
    report.problems.iter().map(short).collect()
}
