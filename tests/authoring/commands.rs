//! The command line as an author uses it.

use std::path::Path;
use std::process::ExitCode;

use crate::support::{Folder, today};
use clap::Parser as _;
use hoclieu::app::tr::Language;
use hoclieu::cli::{self, Args};
use hoclieu::store::Millis;

/// What stands for an exit code where a window has to draw first.
const DRAWS: u8 = 9;

/// Runs a command; answers with its exit code as a number.
fn run(words: &[&str]) -> u8 {
    let args = Args::try_parse_from([&["hoclieu"], words].concat()).unwrap();
    let now = Millis(1_795_485_600_000);
    let next = cli::run(&args.command.unwrap(), Language::Vi, today(), now, args.data.as_deref());
    let cli::Next::End(code) = next else { return DRAWS };
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

#[test]
fn notes_go_from_one_data_folder_to_another_and_no_file_is_overwritten_unasked() {
    let folder = Folder::empty();
    folder.put(
        "of-a-colleague.json",
        r#"[{"id": "urn:uuid:6f1c1f7e-7f5e-4c29-9b0d-0d2f6a8e7a10", "motivation": "commenting", "body": "Nhớ kể",
            "target": "hoclieu:khoa/m01/a", "modified": "2026-11-01T08:00:00Z"}, {"id": 7}]"#,
    );
    let (here, there) = (folder.at("here"), folder.at("there"));
    let notes = |data: &Path, words: &[&str]| run(&[&["notes"], words, &["--data", text(data)]].concat());
    assert_eq!(notes(&here, &["import", text(&folder.at("of-a-colleague.json"))]), 1);
    let (json, md) = (folder.at("notes.json"), folder.at("notes.md"));
    assert_eq!(notes(&here, &["export", text(&json)]), 0);
    assert_eq!(notes(&here, &["export", text(&json)]), 2);
    assert_eq!(notes(&there, &["import", text(&json), "--json"]), 0);
    assert_eq!(notes(&there, &["export", text(&md), "--format", "md"]), 0);
    assert!(folder.text("notes.md").contains("Nhớ kể"));
    assert_eq!(notes(&there, &["export", text(&json), "--replace"]), 0);
    assert_eq!(folder.text("notes.json").matches("Nhớ kể").count(), 1);
    assert_eq!(notes(&there, &["import", text(&md)]), 2);
}

#[test]
fn render_names_what_is_there_and_draws_nothing_else() {
    let folder = Folder::good();
    let course = text(folder.path());
    let render = |words: &[&str]| {
        let begin = ["render", course, "-o", "a.png", "--lesson"];
        run(&[&begin[..], words].concat())
    };
    assert_eq!(render(&["m01/trong-tre"]), DRAWS);
    assert_eq!(render(&["m01/trong-tre", "--slide", "1", "--step", "1", "--theme", "dark"]), DRAWS);
    assert_eq!(render(&["m01/trong-tre", "--slide", "99"]), 2);
    assert_eq!(render(&["m01/trong-tre", "--slide", "0"]), 2);
    assert_eq!(render(&["m01/trong-tre", "--slide", "1", "--step", "50"]), 2);
    assert_eq!(render(&["m09/khong-co"]), 2);
    let parse =
        |size| Args::try_parse_from(["hoclieu", "render", "--lesson", "m", "-o", "a", "--size", size]);
    assert!(parse("1024x768").is_ok() && parse("9999x768").is_err() && parse("big").is_err());
}
