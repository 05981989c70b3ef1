//! What travels inside the program: fonts, icons and the shipped courses.

pub mod coverage;
pub mod embedded;
pub mod fonts;
pub mod icons;
pub mod metrics;
