//! Walks of a user through the window, without a display; one program, so that it is linked once.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod app;
mod class;
mod fake;
mod keyboard;
mod keys;
mod large;
mod marking;
mod noting;
mod opening;
mod presenting;
mod progress;
mod reading;
mod reviewing;
mod room_check;
mod searching;
mod self_check;
mod settings;
mod small_screens;
mod trouble;
