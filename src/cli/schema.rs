//! `hoclieu schema`: the JSON Schemas of the format, for whoever changes the format.

use std::path::PathBuf;

use clap::Args;

use crate::app::tr::Tr;
use crate::cli::{Outcome, could_not_run};
use crate::{disk, load};

/// Where to write.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// The folder of the schemas.
    #[arg(long, default_value = "curriculum/schema")]
    out: PathBuf,
}

impl SchemaArgs {
    pub(super) fn run(&self, tr: &Tr) -> Outcome {
        let write = || {
            std::fs::create_dir_all(&self.out)?;
            load::schemas()
                .iter()
                .try_for_each(|(name, text)| disk::replace(&self.out.join(name), text.as_bytes()))
        };
        match write() {
            Ok(()) => Outcome::Fine,
            Err(cause) => could_not_run(tr, &format!("{}: {cause}", self.out.display())),
        }
    }
}
