//! Finding things by the words that people type.

mod cache;
mod entry;
mod error;
mod excerpt;
mod find;
pub mod fold;
mod index;
mod keyboard;
mod matching;
mod query;
mod rank;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

pub use cache::index_file;
pub use entry::{Entry, Filter, Found, Group, Hit, Home, HomeLesson, Kind, Marked};
pub use error::{IndexError, IndexErrorKind};
pub use find::Own;
pub use index::{Index, Making};
pub use keyboard::Reading;
pub use query::Query;
