//! Whether the machine stays awake for the class.

use crate::app::jobs::Hold;
use crate::app::state::Ticket;

/// What was asked of the machine, and what it answered.
#[derive(Default)]
pub struct Awake {
    /// Lives as long as sleep is unwelcome.
    pub(in crate::app) hold: Option<Hold>,
    /// The number of the last request.
    pub(in crate::app) ticket: Ticket,
    /// Whether it will stay awake; none before it answered.
    pub(in crate::app) answer: Option<bool>,
}

impl Awake {
    /// Whether the machine will stay awake; none before it answered or where nobody asked.
    pub fn answer(&self) -> Option<bool> {
        self.answer
    }
}
