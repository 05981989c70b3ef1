//! The machine around the program: clock, dialogs and opening of links.

use std::any::Any;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::app::machine::Machine;
use crate::store::Millis;

/// A dialog that is open; awaited in a job.
pub type Picking = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// What the program asks of the machine; tests bring their own.
pub trait Desktop: Send + Sync {
    /// The present moment.
    fn now(&self) -> Millis;
    /// The present day where the user is.
    fn today(&self) -> Date;
    /// A number that nobody foresees.
    fn chance(&self) -> u64;
    /// Opens the system's dialog for a folder.
    fn pick_folder(&self, title: &str) -> Picking;
    /// Opens the system's dialog for a file to be read; names end in one of `extensions`.
    fn pick_file(&self, title: &str, extensions: &[&str]) -> Picking;
    /// Opens the system's dialog for a file to be written, which asks before one is replaced.
    fn save_file(&self, title: &str, name: &str) -> Picking;
    /// Where people look for their documents.
    fn documents(&self) -> Option<PathBuf>;
    /// Keeps screen and machine awake as long as the answer lives, on the thread that asks; or says why not.
    fn keep_awake(&self, reason: &str) -> Result<Box<dyn Any>, String>;
    /// Charge, mains, and the room where the user's data lie; it may take its time.
    fn machine(&self, folder: Option<&Path>) -> Machine;
}

/// The real machine.
pub struct Real;

impl Desktop for Real {
    fn now(&self) -> Millis {
        Millis(jiff::Timestamp::now().as_millisecond())
    }

    fn today(&self) -> Date {
        ZonedDateTime::now().date()
    }

    fn chance(&self) -> u64 {
        fastrand::u64(..)
    }

    fn pick_folder(&self, title: &str) -> Picking {
        let dialog = rfd::AsyncFileDialog::new().set_title(title).pick_folder();
        Box::pin(async { dialog.await.map(|handle| handle.path().to_path_buf()) })
    }

    fn pick_file(&self, title: &str, extensions: &[&str]) -> Picking {
        let dialog =
            rfd::AsyncFileDialog::new().set_title(title).add_filter(extensions.join(", "), extensions);
        let dialog = dialog.pick_file();
        Box::pin(async { dialog.await.map(|handle| handle.path().to_path_buf()) })
    }

    fn save_file(&self, title: &str, name: &str) -> Picking {
        let dialog = rfd::AsyncFileDialog::new().set_title(title).set_file_name(name).save_file();
        Box::pin(async { dialog.await.map(|handle| handle.path().to_path_buf()) })
    }

    fn documents(&self) -> Option<PathBuf> {
        let dirs = directories::UserDirs::new()?;
        Some(dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_path_buf())
    }

    fn keep_awake(&self, reason: &str) -> Result<Box<dyn Any>, String> {
        let asked = |display, idle| {
            let mut builder = keepawake::Builder::default();
            builder.display(display).idle(idle).reason(reason).app_name("hoclieu");
            builder.app_reverse_domain("hoclieu").create()
        };
        // Not every Linux desktop knows both screen saver and sleep; either is better than nothing.
        let held = asked(true, true).or_else(|_| asked(true, false)).or_else(|_| asked(false, true));
        held.map(|held| Box::new(held) as Box<dyn Any>).map_err(|error| error.to_string())
    }

    fn machine(&self, folder: Option<&Path>) -> Machine {
        Machine::read(folder)
    }
}
