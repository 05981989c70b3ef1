//! State, commands and the one place of change.

pub mod action;
pub mod anchors;
pub mod apply;

pub mod attachment;
pub mod bank;
pub mod class_action;
pub mod command;
pub mod desktop;
pub mod jobs;
pub mod keys;
pub mod machine;
pub mod notes_file;
pub mod notice;
pub mod notice_text;
pub mod open_course;
pub mod palette;
pub mod picture_text;
pub mod pictures;
#[cfg(target_os = "linux")]
pub mod plugged;
pub mod present;
pub mod problem_text;
pub mod progress_report;
pub mod record_text;
pub mod route;
pub mod search_text;
pub mod searching;
pub mod settings;
pub mod start;
pub mod state;
pub mod study_action;
pub mod study_room;
pub mod tr;
