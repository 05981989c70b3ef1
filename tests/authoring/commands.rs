//! The command line as an author uses it.

use std::path::Path;
use std::process::ExitCode;

use crate::support::{Folder, today};
use clap::Parser as _;
use hoclieu::app::tr::Language;
use hoclieu::cli::{self, Args};

/// Runs a command; answers with its exit code as a number.
fn run(words: &[&str]) -> u8 {
    let args = Args::try_parse_from([&["hoclieu"], words].concat()).unwrap();
    let code = cli::run(&args.command.unwrap(), Language::Vi, today(), args.data.as_deref());
    (0..=2).find(|number| code == ExitCode::from(*number)).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_new_course_passes_and_is_laid_out_and_is_never_overwritten() {
    let folder = Folder::empty();
    let course = folder.at("Khóa của tôi");
    assert_eq!(run(&["new", text(&course)]), 0);
    assert_eq!(run(&["check", "--strict", text(&course)]), 0);
    assert_eq!(run(&["fmt", "--check", text(&course)]), 0);
    assert!(folder.text("Khóa của tôi/course.json").contains("\"id\": \"khoa-cua-toi\""));
    assert_eq!(run(&["new", text(&course)]), 2);
}

#[test]
fn check_tells_problems_warnings_and_a_missing_folder_apart() {
    let folder = Folder::good();
    assert_eq!(run(&["check", text(folder.path())]), 0);
    folder.swap("lessons/m01/trong-tre.json", "\"id\": \"ba-viec\",", "");
    folder.swap("lessons/m01/rao-ao.json", "(#m01/trong-tre/ba-viec)", "(#m01/trong-tre)");
    assert_eq!(run(&["check", text(folder.path())]), 0);
    assert_eq!(run(&["check", "--strict", text(folder.path())]), 1);
    folder.swap("lessons/m01/trong-tre.json", "\"text\"", "\"txet\"");
    assert_eq!(run(&["check", text(folder.path()), "--json"]), 1);
    assert_eq!(run(&["check", text(&folder.at("nowhere"))]), 2);
}

#[test]
fn fmt_adds_ids_once_and_leaves_broken_files_alone() {
    let folder = Folder::good();
    let file = "lessons/m01/trong-tre.json";
    let laid_out = folder.text(file);
    let line = laid_out.lines().find(|line| line.contains("\"ba-viec\"")).unwrap();
    folder.put(file, laid_out.replace(line, ""));
    assert_eq!(run(&["fmt", "--check", text(folder.path())]), 1);
    assert_eq!(folder.text(file), laid_out.replace(line, ""));
    assert_eq!(run(&["fmt", text(folder.path())]), 0);
    assert!(folder.text(file).contains("\"id\": \"nhin-thay-tre\""));
    assert_eq!(run(&["fmt", "--check", text(folder.path())]), 0);

    let broken = folder.text(file).replace("\"level\"", "\"levle\"");
    folder.put(file, &broken);
    assert_eq!(run(&["fmt", text(folder.path())]), 1);
    assert_eq!(folder.text(file), broken);
    assert_eq!(run(&["fmt"]), 2);
}

#[test]
fn a_course_and_global_options_are_understood_with_and_without_a_command() {
    let args = Args::try_parse_from(["hoclieu", "khoa", "--lesson", "m01/x", "--data", "d"]).unwrap();
    assert_eq!(args.course.as_deref(), Some(Path::new("khoa")));
    assert!(args.command.is_none());
    for words in [["hoclieu", "--lang", "en", "check"], ["hoclieu", "check", "--lang", "en"]] {
        let args = Args::try_parse_from(words).unwrap();
        assert!(args.command.is_some() && args.lang == Some(cli::Lang::En));
    }
}
