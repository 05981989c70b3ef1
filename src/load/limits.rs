//! How large a course may be; anything larger is refused before it costs memory.

/// An outline of a few hundred lessons with their agendas.
pub const COURSE_BYTES: u64 = 4 << 20;
/// A lesson is text; a longer file is not a lesson.
pub const LESSON_BYTES: u64 = 4 << 20;
/// Some thousand sources.
pub const SOURCES_BYTES: u64 = 8 << 20;
/// Some thousand words with their meaning.
pub const GLOSSARY_BYTES: u64 = 8 << 20;
/// A drawing or photograph.
pub const PICTURE_BYTES: u64 = 16 << 20;
/// A clip or form that comes along.
pub const MEDIA_BYTES: u64 = 256 << 20;
/// The longer side of a picture; the largest texture that old graphics chips take.
pub const PICTURE_SIDE: u32 = 8192;
/// All pixels of a picture: 160 MB when decoded.
pub const PICTURE_PIXELS: u64 = 40_000_000;
/// Brackets within brackets; the format needs nine.
pub const DEPTH: usize = 64;
/// Entries of the outline, sources, terms, agendas.
pub const ENTRIES: usize = 20_000;
/// Blocks of a lesson.
pub const BLOCKS: usize = 20_000;
/// Items of a list, steps, choices, events, series, lines of a brief.
pub const ITEMS: usize = 500;
/// Columns of a table.
pub const COLUMNS: usize = 40;
/// Rows of a table; values of a line in a chart.
pub const ROWS: usize = 2000;
/// Characters of one text field.
pub const TEXT_CHARS: usize = 20_000;
/// Minutes of anything: ten hours.
pub const MINUTES: u16 = 600;
/// Problems noted for one file; whoever reads them has enough to do.
pub const PROBLEMS: usize = 1000;
/// Files of a course folder that `check` looks at.
pub const FILES: usize = 20_000;
/// Folders within folders below `lessons` and `media`.
pub const FOLDERS: usize = 8;
