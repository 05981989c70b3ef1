//! `hoclieu new`: a small course to begin with.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use i18n_embed_fl::fl;

use crate::app::tr::Tr;
use crate::cli::{Outcome, answer, could_not_run};
use crate::{disk, load};

/// Where the course is written.
#[derive(Debug, Args)]
pub struct New {
    /// A folder that is empty or does not exist yet.
    folder: PathBuf,
}

/// The id in the files below; the new course is named after its folder.
const ID: &str = "khoa-hoc-moi";

/// The files of the course.
const FILES: [(&str, &str); 5] = [
    ("course.json", include_str!("../../assets/new/course.json")),
    ("sources.json", include_str!("../../assets/new/sources.json")),
    ("glossary.json", include_str!("../../assets/new/glossary.json")),
    ("lessons/m01/rua-tay.json", include_str!("../../assets/new/lessons/m01/rua-tay.json")),
    ("media/ban-tay.svg", include_str!("../../assets/new/media/ban-tay.svg")),
];

impl New {
    pub(super) fn run(&self, tr: &Tr) -> Outcome {
        let folder = self.folder.display().to_string();
        match is_free(&self.folder) {
            Ok(true) => {}
            Ok(false) => return could_not_run(tr, &fl!(tr, "cli-new-not-empty", folder = folder)),
            Err(cause) => return could_not_run(tr, &format!("{folder}: {cause}")),
        }
        if let Err(cause) = write(&self.folder) {
            return could_not_run(tr, &format!("{folder}: {cause}"));
        }
        answer(&fl!(tr, "cli-new-done", folder = folder));
        Outcome::Fine
    }
}

fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(cause) => Err(cause),
    }
}

fn write(folder: &Path) -> io::Result<()> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = load::id_of(&name).map_or_else(|| ID.to_owned(), |id| id.to_string());
    let put = |path: &str, text: &str| {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        disk::replace(&path, text.as_bytes())
    };
    for (path, text) in FILES {
        put(path, &text.replace(&format!("\"{ID}\""), &format!("\"{id}\"")))?;
    }
    // Beside the course's files, so that an editor completes and checks them without a network.
    load::schemas().iter().try_for_each(|(name, text)| put(&format!("schema/{name}"), text))
}
