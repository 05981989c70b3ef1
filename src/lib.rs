//! Học Liệu: an offline viewer for training material.

pub mod app;
pub mod assets;
pub mod cli;
pub mod content;
pub mod disk;
pub mod load;
