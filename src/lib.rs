//! Học Liệu: an offline viewer for training material.

pub mod app;
pub mod assets;
pub mod chart;
pub mod class;
pub mod cli;
pub mod content;
pub mod disk;
pub mod load;
pub mod search;
pub mod shell;
pub mod store;
pub mod study;
pub mod typeset;
pub mod ui;
