//! Folds letters so that text typed without accents meets text written with them.

use unicode_normalization::UnicodeNormalization as _;

/// One character in its plainest form: no accent, small, `đ` as `d`.
///
/// One character in, one out, so that a hit in folded text is a hit at the same character of the
/// original NFC text.
pub fn fold_char(c: char) -> char {
    let base = std::iter::once(c).nfd().next().unwrap_or(c);
    match base {
        'đ' | 'Đ' => 'd',
        base => {
            let mut small = base.to_lowercase();
            match (small.next(), small.next()) {
                (Some(only), None) => only,
                _ => base,
            }
        }
    }
}

/// A text in its plainest form, with as many characters as its NFC form.
pub fn fold(text: &str) -> String {
    text.nfc().map(fold_char).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_case_and_composition_make_no_difference() {
        for text in ["đuối nước", "ĐUỐI NƯỚC", "đuô\u{301}i nươ\u{301}c", "duoi nuoc"] {
            assert_eq!(fold(text), "duoi nuoc", "{text}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_one_to_one_in_characters_and_settles_at_once(text in "\\PC*") {
            let folded = fold(&text);
            prop_assert_eq!(folded.chars().count(), text.nfc().count());
            prop_assert_eq!(fold(&folded), folded.clone());
        }
    }
}
