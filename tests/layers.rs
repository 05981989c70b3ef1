//! Each layer uses only the layers that it may, and files keep to their shape.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may use beside itself: whole layers, or single names of one.
const MAY_USE: &[(&str, &[&str])] = &[
    ("assets", &[]),
    ("disk", &[]),
    ("content", &["assets"]),
    ("load", &["assets", "content", "disk"]),
    ("package", &["content", "disk", "load"]),
    ("typeset", &["assets", "content"]),
    ("chart", &["assets", "content"]),
    ("search", &["content"]),
    ("store", &["disk"]),
    ("study", &["content", "store"]),
    ("class", &["content", "store"]),
    ("export", &["chart", "class", "content", "study"]),
    ("app", BELOW_APP),
    (
        "ui",
        &[
            "app",
            "class",
            "content",
            "search",
            "study",
            "typeset",
            "assets::icons",
            "assets::fonts",
            "assets::embedded",
            "assets::metrics",
            "chart::Palette",
            "chart::Rgb",
            "load::Origin",
            "load::Problem",
            "load::Severity",
            "store::Millis",
        ],
    ),
    ("shell", &["app", "ui", "load::LoadError"]),
    (
        "cli",
        &[
            "app", "assets", "chart", "class", "content", "disk", "export", "load", "package", "search",
            "store", "study", "typeset",
        ],
    ),
];

const BELOW_APP: &[&str] = &[
    "assets", "chart", "class", "content", "disk", "export", "load", "package", "search", "store", "study",
    "typeset",
];

/// The layers that may know the library that draws; `main` only hands it the window's options.
const DRAWING: [&str; 4] = ["app", "ui", "shell", "main"];

const LONGEST_LINES: usize = 400;

/// A source file: its text without comments, and where its names start from.
struct Source {
    file: PathBuf,
    layer: String,
    /// How many `super::` lead from the file to the crate.
    depth: usize,
    text: String,
    code: String,
}

impl Source {
    fn read(root: &Path, file: &Path) -> Self {
        let bytes = hoclieu::disk::read_at_most(file, 1 << 20).unwrap().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let code = text.lines().map(without_comment).collect::<Vec<_>>().join("\n");
        let below = file.strip_prefix(root).unwrap().with_extension("");
        let mut names: Vec<String> = below.iter().map(|name| name.to_str().unwrap().to_owned()).collect();
        let layer = names.first().unwrap().clone();
        names.retain(|name| name != "mod");
        Self { file: file.to_owned(), layer, depth: names.len(), text, code }
    }

    /// The names of this crate that the file mentions, as far as `layer::name`.
    fn uses(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for start in ["crate::", "hoclieu::"] {
            for (at, _) in self.code.match_indices(start) {
                if is_word_start(&self.code, at) {
                    add_paths("", &self.code[at + start.len()..], &mut found);
                }
            }
        }
        let out = "super::".repeat(self.depth);
        for (at, _) in self.code.match_indices(&out) {
            let rest = &self.code[at + out.len()..];
            let names_a_layer = MAY_USE.iter().any(|(layer, _)| word(rest) == *layer);
            if names_a_layer && !self.code[..at].ends_with("super::") {
                add_paths("", rest, &mut found);
            }
        }
        found
    }
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line.split(" // ").next().unwrap_or(line) }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_word_start(text: &str, at: usize) -> bool {
    !text[..at].ends_with(is_word)
}

fn word(text: &str) -> &str {
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

/// Adds the path at the start of `text`, or each path of the group there, cut after two names.
fn add_paths(before: &str, text: &str, found: &mut BTreeSet<String>) {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        for member in members(group) {
            add_paths(before, member, found);
        }
        return;
    }
    let name = word(text);
    let path = match (before, name) {
        (_, "") | ("", "self") => return,
        ("", name) => name.to_owned(),
        (layer, "self") => layer.to_owned(),
        (layer, name) => format!("{layer}::{name}"),
    };
    match text[name.len()..].strip_prefix("::") {
        Some(rest) if before.is_empty() => add_paths(&path, rest, found),
        _ => drop(found.insert(path)),
    }
}

/// The members of a group whose opening brace was taken off.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            ',' | '}' if depth == 0 => {
                members.push(&group[start..at]);
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    members
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                sources.push(Source::read(&root, &path));
            }
        }
    }
    sources.sort_by(|a, b| a.file.cmp(&b.file));
    sources
}

fn may_use(layer: &str, path: &str) -> bool {
    let target = word(path);
    let allowed = MAY_USE.iter().find(|(name, _)| *name == layer).map_or(&[][..], |(_, allowed)| *allowed);
    target == layer || allowed.iter().any(|allowed| [target, path].contains(allowed))
}

/// Says in one message all that is wrong.
fn assert_none(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

#[test]
fn no_layer_uses_one_that_it_may_not() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !["lib", "main"].contains(&&*source.layer)) {
        let known = MAY_USE.iter().any(|(layer, _)| *layer == source.layer);
        assert!(known, "{}: its layer stands in no table", source.file.display());
        let bad = source.uses().into_iter().filter(|path| !may_use(&source.layer, path));
        wrong.extend(bad.map(|path| format!("{}: {path}", source.file.display())));
    }
    assert_none("uses that the table forbids", &wrong);
}

#[test]
fn the_table_has_no_circle() {
    let layer = |name: &str| MAY_USE.iter().position(|(layer, _)| *layer == name).unwrap();
    let mut done = BTreeSet::new();
    while done.len() < MAY_USE.len() {
        let ready = |allowed: &[&str]| allowed.iter().all(|path| done.contains(&layer(word(path))));
        let next = (0..MAY_USE.len()).find(|at| !done.contains(at) && ready(MAY_USE[*at].1));
        done.insert(next.unwrap());
    }
}

#[test]
fn only_the_layers_that_draw_know_how() {
    let mut wrong = Vec::new();
    for source in sources() {
        let drawing = DRAWING.contains(&&*source.layer);
        let mut forbidden: Vec<&str> = if drawing { vec![] } else { vec!["egui", "eframe"] };
        if !drawing && source.layer != "typeset" {
            forbidden.push("epaint");
        }
        if source.layer == "app" {
            forbidden.extend(["Ui", "eframe"]);
        }
        let words: BTreeSet<&str> = source.code.split(|c| !is_word(c)).collect();
        let bad = forbidden.into_iter().filter(|name| words.contains(name));
        wrong.extend(bad.map(|name| format!("{}: {name}", source.file.display())));
    }
    assert_none("names of the drawing library", &wrong);
}

#[test]
fn a_file_is_short_and_opens_with_its_job() {
    let mut wrong = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LONGEST_LINES {
            wrong.push(format!("{}: {lines} lines", source.file.display()));
        }
        if !source.text.starts_with("//! ") {
            wrong.push(format!("{}: no line that says its job", source.file.display()));
        }
    }
    assert_none("files out of shape", &wrong);
}

#[test]
fn paths_are_found_in_groups_and_not_in_comments() {
    let source = |depth, code: &str| Source {
        file: PathBuf::new(),
        layer: String::new(),
        depth,
        text: String::new(),
        code: code.lines().map(without_comment).collect::<Vec<_>>().join("\n"),
    };
    let found = |depth, code: &str| source(depth, code).uses().into_iter().collect::<Vec<_>>();
    assert_eq!(found(1, "use crate::{a, b::{self, C}, d::e::F};"), ["a", "b", "b::C", "d::e"]);
    assert_eq!(found(1, "/// See crate::a.\nmy_crate::b(); x // crate::c\n"), [""; 0]);
    assert_eq!(found(2, "super::super::ui::X; super::ui::Y; super::super::other"), ["ui::X"]);
}
