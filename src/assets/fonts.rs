//! The shipped fonts; nothing else is ever drawn with.

/// Body text.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/BeVietnamPro-Regular.ttf");
/// Slanted by its designer, not by the program.
pub const ITALIC: &[u8] = include_bytes!("../../assets/fonts/BeVietnamPro-Italic.ttf");
/// Labels and small headings.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/BeVietnamPro-SemiBold.ttf");
/// Headings and strong words.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/BeVietnamPro-Bold.ttf");
/// Strong words in slanted text.
pub const BOLD_ITALIC: &[u8] = include_bytes!("../../assets/fonts/BeVietnamPro-BoldItalic.ttf");
/// Ids, paths and keys; also the arrows that the text face lacks.
pub const MONO: &[u8] = include_bytes!("../../assets/fonts/JetBrainsMono-Regular.ttf");
/// Phosphor icons, found by name through [`crate::assets::icons`].
pub const ICONS: &[u8] = include_bytes!("../../assets/icons/Phosphor.ttf");

/// The faces of running text with the names by which they are asked for.
pub const TEXT_FACES: [(&str, &[u8]); 5] = [
    ("regular", REGULAR),
    ("italic", ITALIC),
    ("semibold", SEMIBOLD),
    ("bold", BOLD),
    ("bold-italic", BOLD_ITALIC),
];
