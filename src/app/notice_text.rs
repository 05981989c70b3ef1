//! The sentences at the foot of the window: what happened, what was kept, what to do next.

use i18n_embed_fl::fl;

use crate::app::attachment::AttachmentFailure;
use crate::app::notes_file::failure_text;
use crate::app::notice::Notice;
use crate::app::problem_text::load_error_text;
use crate::app::tr::Tr;
use crate::store::Opened;

impl Notice {
    /// Whether it waits until the user has read it.
    pub fn stays(&self) -> bool {
        match self {
            Self::OpenFailed(_) | Self::SaveFailed(_) | Self::NoDatabase(_) => true,
            Self::Database(opened) => matches!(opened, Opened::Recovered { .. } | Opened::ReadOnly { .. }),
            _ => false,
        }
    }

    /// Whether it tells of something that can be taken back.
    pub fn can_be_undone(&self) -> bool {
        matches!(
            self,
            Self::Deleted
                | Self::AgendaDeleted
                | Self::KeysChanged
                | Self::CardsMade(_)
                | Self::CardRemoved
                | Self::CardBuried
                | Self::CardSuspended
        )
    }

    /// Whether something went wrong.
    pub fn is_trouble(&self) -> bool {
        self.stays()
            || matches!(self, Self::NoDialog | Self::NoThread | Self::Attachment(_) | Self::NotesFile(_))
    }
}

/// A notice in the user's language.
pub fn notice_text(tr: &Tr, notice: &Notice) -> String {
    match notice {
        Notice::Deleted => fl!(tr, "notice-deleted"),
        Notice::Restored => fl!(tr, "notice-restored"),
        Notice::NothingToUndo => fl!(tr, "notice-nothing-to-undo"),
        Notice::OpenFailed(error) => fl!(tr, "notice-open-failed", cause = load_error_text(tr, error)),
        Notice::Reloaded => fl!(tr, "notice-reloaded"),
        Notice::SaveFailed(message) => fl!(tr, "notice-save-failed", cause = message.as_str()),
        Notice::NoDialog => fl!(tr, "notice-no-dialog"),
        Notice::NoThread => fl!(tr, "notice-no-thread"),
        Notice::NoDatabase(cause) => fl!(tr, "notice-no-database", cause = cause.as_str()),
        Notice::NothingToShow => fl!(tr, "notice-nothing-to-show"),
        Notice::NotesWritten((file, count)) => {
            let (count, file) = (*count, file.display().to_string());
            fl!(tr, "notice-notes-written", count = count, file = file)
        }
        Notice::NotesFile(failure) => failure_text(tr, failure),
        Notice::AgendaDeleted => fl!(tr, "notice-agenda-deleted"),
        Notice::NoRecord(cause) => fl!(tr, "notice-no-record", cause = cause.as_str()),
        Notice::KeysChanged => fl!(tr, "notice-keys-changed"),
        Notice::LastSlide => fl!(tr, "notice-last-slide"),
        Notice::NoFigure => fl!(tr, "notice-no-figure"),
        Notice::NoSuchSlide => fl!(tr, "notice-no-such-slide"),
        Notice::HallScreenGone => fl!(tr, "notice-hall-screen-gone"),
        Notice::HallScreenBack => fl!(tr, "notice-hall-screen-back"),
        Notice::NoSuchScreen(number, all) => {
            fl!(tr, "notice-no-such-screen", number = number.to_string(), all = all.to_string())
        }
        Notice::ScreensBack => fl!(tr, "notice-screens-back"),
        Notice::MayFallAsleep => fl!(tr, "notice-may-fall-asleep"),
        Notice::OneScreenOnly => fl!(tr, "notice-one-screen-only"),
        &Notice::CardsMade(count) => fl!(tr, "notice-cards-made", count = count),
        Notice::CardRemoved => fl!(tr, "notice-card-removed"),
        Notice::CardBuried => fl!(tr, "notice-card-buried"),
        Notice::CardSuspended => fl!(tr, "notice-card-suspended"),
        Notice::NoQuestions => fl!(tr, "notice-no-questions"),
        Notice::Attachment(failure) => attachment_text(tr, failure),
        Notice::Database(opened) => opened_text(tr, opened),
    }
}

fn attachment_text(tr: &Tr, failure: &AttachmentFailure) -> String {
    match failure {
        AttachmentFailure::NotHarmless(path) => fl!(tr, "attachment-not-harmless", file = path.as_str()),
        AttachmentFailure::Load(error) => load_error_text(tr, error),
        AttachmentFailure::Unpack(error) => fl!(tr, "attachment-unpack", cause = error.to_string()),
        AttachmentFailure::NoProgram(error) => fl!(tr, "attachment-no-program", cause = error.to_string()),
    }
}

fn opened_text(tr: &Tr, opened: &Opened) -> String {
    match opened {
        Opened::Fresh | Opened::Current => fl!(tr, "database-fine"),
        Opened::Migrated { .. } => fl!(tr, "database-migrated"),
        Opened::Recovered { set_aside, backup: Some(_) } => {
            fl!(tr, "database-recovered", file = set_aside.display().to_string())
        }
        Opened::Recovered { set_aside, backup: None } => {
            fl!(tr, "database-lost", file = set_aside.display().to_string())
        }
        Opened::ReadOnly { .. } => fl!(tr, "database-read-only"),
    }
}
