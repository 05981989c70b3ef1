//! Phosphor icons by name, and the program's own.

use std::sync::LazyLock;

/// The program's icon as a PNG, drawn from the SVG beside it.
pub const PROGRAM: &[u8] = include_bytes!("../../assets/icons/hoclieu.png");

/// Name and code point, one a line, sorted by name.
const TABLE: &str = include_str!("../../assets/icons/phosphor.tsv");

static ICONS: LazyLock<Vec<(&str, char)>> = LazyLock::new(|| {
    let icon = |line: &'static str| {
        let (name, code) = line.split_once('\t')?;
        Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
    };
    TABLE.lines().filter_map(icon).collect()
});

/// The character of an icon in the icon font, such as `phone-call`.
pub fn find(name: &str) -> Option<char> {
    let at = ICONS.binary_search_by_key(&name, |(known, _)| known).ok()?;
    ICONS.get(at).map(|(_, character)| *character)
}

/// All names, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    ICONS.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::fonts;

    #[test]
    fn every_icon_is_found_by_its_name_and_stands_in_the_font() {
        let face = ttf_parser::Face::parse(fonts::ICONS, 0).unwrap();
        assert_eq!(names().count(), TABLE.lines().count());
        for name in names() {
            assert!(face.glyph_index(find(name).unwrap()).is_some(), "{name}");
        }
        assert!(find("no-such-icon").is_none());
    }
}
