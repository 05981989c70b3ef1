//! The machine around the program: clock, dialogs and opening of links.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use jiff::ZonedDateTime;
use jiff::civil::Date;

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
}
