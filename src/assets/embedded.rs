//! The shipped courses as they stand in `curriculum/`.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "curriculum/"]
#[exclude = "schema/*"]
#[exclude = "*.md"]
struct Curriculum;

/// The folder of the course that opens when none is named.
pub const SHIPPED: &str = "bao-ve-tre-em-binh-dang-gioi";

/// The bytes of a file by its path below `curriculum/`.
pub fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    Curriculum::get(path).map(|file| file.data)
}

/// The paths of all files, below `curriculum/`.
pub fn files() -> impl Iterator<Item = Cow<'static, str>> {
    Curriculum::iter()
}
