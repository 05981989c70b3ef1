//! State, commands and the one place of change.

pub mod action;
pub mod apply;
pub mod attachment;
pub mod command;
pub mod desktop;
pub mod jobs;
pub mod notice_text;
pub mod open_course;
pub mod palette;
pub mod picture_text;
pub mod pictures;
pub mod problem_text;
pub mod route;
pub mod search_text;
pub mod searching;
pub mod settings;
pub mod start;
pub mod state;
pub mod tr;
