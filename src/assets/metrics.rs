//! How wide letters are in the shipped fonts.

use std::sync::LazyLock;

use crate::assets::fonts;

/// A shipped face of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Running text.
    Regular,
    /// Slanted.
    Italic,
    /// Labels.
    Semibold,
    /// Headings and strong words.
    Bold,
    /// Strong words in slanted text.
    BoldItalic,
    /// Ids, paths and keys.
    Mono,
}

impl Face {
    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => fonts::REGULAR,
            Self::Italic => fonts::ITALIC,
            Self::Semibold => fonts::SEMIBOLD,
            Self::Bold => fonts::BOLD,
            Self::BoldItalic => fonts::BOLD_ITALIC,
            Self::Mono => fonts::MONO,
        }
    }

    fn table(self) -> &'static Table {
        let [regular, italic, semibold, bold, bold_italic, mono] = &TABLES;
        match self {
            Self::Regular => regular,
            Self::Italic => italic,
            Self::Semibold => semibold,
            Self::Bold => bold,
            Self::BoldItalic => bold_italic,
            Self::Mono => mono,
        }
    }
}

/// Letters up to here are Vietnamese, the rest of Latin, and general punctuation.
const TABULATED: u32 = 0x2100;

type Table = LazyLock<Vec<f32>>;

static TABLES: [Table; 6] = [
    LazyLock::new(|| table(Face::Regular)),
    LazyLock::new(|| table(Face::Italic)),
    LazyLock::new(|| table(Face::Semibold)),
    LazyLock::new(|| table(Face::Bold)),
    LazyLock::new(|| table(Face::BoldItalic)),
    LazyLock::new(|| table(Face::Mono)),
];

fn table(face: Face) -> Vec<f32> {
    let faces = faces(face);
    let letters = (0..TABULATED).map(|code| char::from_u32(code).unwrap_or_default());
    letters.map(|letter| measure(&faces, letter)).collect()
}

/// The face and the one that it falls back to.
fn faces(face: Face) -> Vec<ttf_parser::Face<'static>> {
    let both = [face.bytes(), fonts::MONO];
    both.into_iter().filter_map(|bytes| ttf_parser::Face::parse(bytes, 0).ok()).collect()
}

fn measure(faces: &[ttf_parser::Face<'_>], letter: char) -> f32 {
    let found = faces.iter().find_map(|face| {
        let glyph = face.glyph_index(letter)?;
        Some(f32::from(face.glyph_hor_advance(glyph)?) / f32::from(face.units_per_em()))
    });
    found.unwrap_or(1.0)
}

/// The width of a letter in ems.
pub fn advance(face: Face, letter: char) -> f32 {
    let at = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
    face.table().get(at).copied().unwrap_or_else(|| measure(&faces(face), letter))
}

/// The width of a line in ems; kerning is left out, which makes it a little too wide.
pub fn width(face: Face, text: &str) -> f32 {
    text.chars().map(|letter| advance(face, letter)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabulated_letters_are_as_wide_as_measured_ones() {
        for face in [Face::Regular, Face::BoldItalic, Face::Mono] {
            let measured = faces(face);
            for letter in "aăẫĐ1–→".chars() {
                assert!((advance(face, letter) - measure(&measured, letter)).abs() < f32::EPSILON);
            }
        }
        assert!(width(Face::Bold, "Rào") > width(Face::Regular, "Rào"));
    }
}
