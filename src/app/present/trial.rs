//! Another screen for the hall, on trial: nobody may see it, so it goes back by itself.

use crate::app::present::Monitor;
use crate::store::Millis;

/// So long the speaker has to say that the picture is where it should be.
pub const TRIAL_MS: i64 = 10_000;

/// How it was before, and until when it can be kept as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// When it goes back.
    pub ends: Millis,
    /// The hall's screen that was chosen for the session before.
    pub chosen: Option<Monitor>,
    /// The screen that the hall saw before.
    pub shown: Option<Monitor>,
    /// The screen on which the speaker's window was, where it had to move.
    pub own: Option<Monitor>,
}

impl Trial {
    /// Seconds until it goes back.
    pub fn seconds_left(&self, now: Millis) -> i64 {
        ((self.ends.0 - now.0).max(0) + 999) / 1000
    }

    /// Whether nobody confirmed it in time.
    pub fn is_over(&self, now: Millis) -> bool {
        now.0 >= self.ends.0
    }
}
