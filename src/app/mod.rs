//! State, commands and the one place of change.

pub mod problem_text;
pub mod tr;
