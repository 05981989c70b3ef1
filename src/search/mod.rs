//! Finding things by the words that people type.

pub mod fold;
