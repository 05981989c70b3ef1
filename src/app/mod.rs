//! State, commands and the one place of change.

pub mod tr;
