//! Whether a word is built like a Vietnamese syllable.

use unicode_normalization::UnicodeNormalization as _;

const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];
const CODAS: [&str; 9] = ["ng", "nh", "ch", "c", "m", "n", "p", "t", ""];
/// Vowels in a row, without tones.
const NUCLEI: &str = " a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oai oay oă oe oeo oi oo ôi \
    ơi ua uâ uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu ";

/// Five marks change the tone of a vowel and nothing else.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// An onset, vowels with one tone at most, and a coda.
pub(super) fn is_syllable(word: &str) -> bool {
    let parted: String = word.to_lowercase().nfd().collect();
    if parted.chars().filter(|c| is_tone(*c)).count() > 1 {
        return false;
    }
    let plain: String = parted.chars().filter(|c| !is_tone(*c)).nfc().collect();
    ONSETS.iter().filter_map(|onset| plain.strip_prefix(onset)).any(|rhyme| {
        let nuclei = CODAS.iter().filter_map(|coda| rhyme.strip_suffix(coda));
        nuclei.filter(|nucleus| !nucleus.is_empty()).any(|nucleus| NUCLEI.contains(&format!(" {nucleus} ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        for good in ["nước", "Đuối", "nghiêng", "gìn", "giếng", "quốc", "khuỷu", "oà", "ý", "yêu", "TRẺ"]
        {
            assert!(is_syllable(good), "{good}");
        }
        for bad in ["coâng", "Zürich", "nöôùc", "bcd", "string", "", "ngg", "tạọ", "façade"] {
            assert!(!is_syllable(bad), "{bad}");
        }
    }
}
