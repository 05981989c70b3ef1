//! Problems and errors of a course in sentences.
use crate::app::tr::Tr;
use crate::load::{LoadError, Problem};

/// What is wrong.
pub fn problem_text(_tr: &Tr, problem: &Problem) -> String {
    format!("{:?}", problem.kind)
}

/// Where.
pub fn place_text(_tr: &Tr, problem: &Problem) -> String {
    format!("{} {}", problem.file, problem.at)
}

/// Why a file could not be read.
pub fn load_error_text(_tr: &Tr, error: &LoadError) -> String {
    error.to_string()
}
