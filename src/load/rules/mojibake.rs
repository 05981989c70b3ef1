//! Vietnamese in an old 8-bit writing that was read as Latin-1, such as «§uèi» or «Ñuoái nöôùc».

use unicode_normalization::UnicodeNormalization as _;

use crate::load::problem::Encoding;
use crate::load::rules::syllable::is_syllable;

/// The letters of TCVN3 from byte 0xA1 on; a space where it has none.
const TCVN3: &str =
    "ĂÂÊÔƠƯĐăâêôơưđẶ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// VNI writes a vowel and then its marks as one more letter.
const VNI_MARKS: [(char, &str); 17] = [
    ('ø', "\u{300}"),
    ('ù', "\u{301}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('à', "\u{302}\u{300}"),
    ('á', "\u{302}\u{301}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('è', "\u{306}\u{300}"),
    ('é', "\u{306}\u{301}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// Letters that VNI writes as one letter of another meaning.
const VNI_LETTERS: [(char, &str); 7] =
    [('ö', "ư"), ('ô', "ơ"), ('ñ', "đ"), ('æ', "ỉ"), ('ó', "ĩ"), ('ò', "ị"), ('î', "ỵ")];

/// Pairs of letters that stand in no language, but in UTF-8 read as Latin-1.
const UTF8_PAIRS: [&str; 5] = ["á»", "áº", "Ä\u{2018}", "Ä\u{91}", "Æ°"];

/// One or two letters may be a unit, such as `µm`.
const SHORTEST: usize = 3;

/// The first word of a text that makes sense only in another writing.
pub(super) fn find(text: &str) -> Option<(String, Encoding, String)> {
    if text.is_ascii() {
        return None;
    }
    if let Some(word) = text.split_whitespace().find(|word| UTF8_PAIRS.iter().any(|pair| word.contains(pair)))
    {
        let meant = from_utf8(word).unwrap_or_default();
        return Some((word.to_owned(), Encoding::Utf8, meant));
    }
    words(text).find_map(|word| decode(word).map(|(encoding, meant)| (word.to_owned(), encoding, meant)))
}

/// Words between blanks and signs, without quotation marks around them; `«` and `»` are letters in TCVN3.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || c.is_ascii_digit()
            || (c > '\u{ff}' && !c.is_alphabetic())
    });
    parts.map(|word| word.trim_matches(['«', '»'])).filter(|word| word.chars().count() >= SHORTEST)
}

fn decode(word: &str) -> Option<(Encoding, String)> {
    let foreign = word.chars().any(|c| matches!(c, '\u{a1}'..='\u{ff}'));
    if !foreign || word.chars().any(|c| c > '\u{ff}') || is_syllable(word) {
        return None;
    }
    let tcvn3 = || Some((Encoding::Tcvn3, from_tcvn3(word)?));
    let vni = || Some((Encoding::Vni, from_vni(word)?));
    // VNI is the stricter of the two: its marks stand behind vowels only.
    vni().or_else(tcvn3)
}

fn from_tcvn3(word: &str) -> Option<String> {
    let letter = |c: char| match c {
        c if c.is_ascii_alphabetic() => Some(c),
        '\u{a1}'..='\u{ff}' => {
            TCVN3.chars().nth(usize::try_from(u32::from(c)).ok()? - 0xa1).filter(|letter| *letter != ' ')
        }
        _ => None,
    };
    let decoded: String = word.chars().map(letter).collect::<Option<_>>()?;
    is_syllable(&decoded).then_some(decoded)
}

fn from_vni(word: &str) -> Option<String> {
    let mut decoded = String::new();
    let mut after_vowel = false;
    for c in word.chars() {
        let small = c.to_lowercase().next()?;
        let of = |table: &'static [(char, &'static str)]| {
            table.iter().find(|(vni, _)| *vni == small).map(|(_, meant)| *meant)
        };
        let (mark, letter) = (of(&VNI_MARKS).filter(|_| after_vowel), of(&VNI_LETTERS));
        if let Some(mark) = mark {
            decoded.push_str(mark);
            after_vowel = false;
        } else {
            match letter {
                Some(letter) if c.is_uppercase() => decoded.push_str(&letter.to_uppercase()),
                Some(letter) => decoded.push_str(letter),
                None if c.is_ascii_alphabetic() || matches!(small, 'ì' | 'í') => decoded.push(c),
                None => return None,
            }
            after_vowel = matches!(small, 'a' | 'e' | 'o' | 'u' | 'y' | 'ö' | 'ô');
        }
    }
    let decoded: String = decoded.nfc().collect();
    // TCVN3 uses capital letters of Latin-1 for small ones, VNI never does.
    let is_mixed =
        decoded.chars().zip(decoded.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    (!is_mixed && is_syllable(&decoded)).then_some(decoded)
}

/// The bytes that were read as Windows' Latin-1, read as UTF-8.
fn from_utf8(word: &str) -> Option<String> {
    let byte = |c: char| match c {
        '\u{2018}' => Some(0x91),
        '\u{2019}' => Some(0x92),
        c => u8::try_from(u32::from(c)).ok(),
    };
    String::from_utf8(word.chars().map(byte).collect::<Option<_>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_writings_are_recognised_and_read() {
        let cases = [
            ("Phßng §uèi n\u{ad}íc", "Phßng", Encoding::Tcvn3, "Phòng"),
            ("«§uèi n\u{ad}íc»", "§uèi", Encoding::Tcvn3, "Đuối"),
            ("Luật trÎ em", "trÎ", Encoding::Tcvn3, "trẻ"),
            ("b¶o vÖ", "b¶o", Encoding::Tcvn3, "bảo"),
            ("Ñuoái nöôùc", "Ñuoái", Encoding::Vni, "Đuối"),
            ("treû em", "treû", Encoding::Vni, "trẻ"),
            ("Tổng coâng ty", "coâng", Encoding::Vni, "công"),
            ("baïo löïc", "baïo", Encoding::Vni, "bạo"),
            ("Ä‘uá»‘i", "Ä‘uá»‘i", Encoding::Utf8, "đuối"),
        ];
        for (text, word, encoding, meant) in cases {
            assert_eq!(find(text), Some((word.to_owned(), encoding, meant.to_owned())), "{text}");
        }
    }

    #[test]
    fn good_vietnamese_and_foreign_names_are_left_alone() {
        for text in [
            "Phòng, chống đuối nước cho trẻ em: «Nên» và «Không nên» – 37,5 °C, 1½ giờ, 12 m², 5 µm, µg",
            "Zürich, São Paulo, Noël, façade, señor, Björn, naïve, Curaçao, Müller, château, Zalo®, Điều 5 §2",
            "HÀ NỘI – TRẺ EM, ÔNG BÀ; hòa, thúy, quý, khoẻ, xoá, oà, ngoéo, khuỷu, yếu, giặt, gìn, quốc, nghiêng",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
