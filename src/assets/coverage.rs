//! Which letters the shipped fonts can draw.

use std::sync::LazyLock;

use ttf_parser::Face;

use crate::assets::fonts;

/// Running text falls back to the mono face for arrows and other signs.
static FACES: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| {
    [fonts::REGULAR, fonts::MONO].iter().filter_map(|bytes| Face::parse(bytes, 0).ok()).collect()
});

/// Whether text may hold this character: a glyph of the text or mono face, or a line feed.
pub fn covers(character: char) -> bool {
    character == '\n' || FACES.iter().any(|face| face.glyph_index(character).is_some())
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    /// The 134 letters of Vietnamese that are not in ASCII.
    fn vietnamese_letters() -> Vec<char> {
        let mut letters = vec!['đ', 'Đ'];
        for base in "aăâeêioôơuưy".chars() {
            for tone in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
                let small: String = format!("{base}{tone}").nfc().collect();
                let both = format!("{small}{}", small.to_uppercase());
                letters.extend(both.chars().filter(|c| !c.is_ascii()));
            }
        }
        letters
    }

    #[test]
    fn every_face_holds_all_134_vietnamese_letters() {
        let letters = vietnamese_letters();
        assert_eq!(letters.len(), 134);
        for (name, bytes) in fonts::TEXT_FACES.iter().chain(&[("mono", fonts::MONO)]) {
            let face = Face::parse(bytes, 0).unwrap();
            for letter in &letters {
                assert!(face.glyph_index(*letter).is_some(), "{name} lacks {letter}");
            }
        }
    }

    #[test]
    fn signs_of_other_scripts_are_not_covered() {
        assert!(covers('→') && covers('₫') && covers('–'));
        assert!(!covers('漢') && !covers('😀'));
    }
}
