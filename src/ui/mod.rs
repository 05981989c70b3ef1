//! Draws state, sends actions.

mod audience;
mod blocks;
mod boards;
mod frame;
mod library;
mod marked;
mod notes;
mod overlays;
mod presenter;
mod reader;
mod room_check;
mod search;
mod settings;
mod slide_view;
mod sources;
pub mod still;
mod study;
mod text_view;
pub mod theme;
mod widgets;

pub use frame::Screens;

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::jobs::Actions;
use crate::app::state::State;
use crate::app::tr::Tr;
use crate::store::Millis;

/// What a screen sees: the state to read, the sentences, and where actions go.
pub struct Ctx<'a> {
    /// Everything there is to show.
    pub state: &'a State,
    /// The sentences of the interface.
    pub tr: &'a Tr,
    /// Where actions go.
    pub actions: &'a Actions,
    /// The moment of this frame.
    pub now: Millis,
}

impl Ctx<'_> {
    fn send(&self, action: Action) {
        self.actions.send(action);
    }

    fn run(&self, command: Command) {
        self.send(Action::Run(command));
    }
}
