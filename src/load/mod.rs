//! Untrusted bytes → checked content.

pub mod picture;
