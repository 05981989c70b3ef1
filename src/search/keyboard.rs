//! What was meant where the keyboard was in the wrong mode: raw Telex and raw VNI.

/// How typed letters are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// As they stand.
    Typed,
    /// `dduoois nuowcs`
    Telex,
    /// `d9uo6i1 nuo7c1`
    Vni,
}

/// The longest syllable, with the keys of its marks.
const LONGEST: usize = 12;

/// The word that these keys write; none where they write nothing else.
pub(super) fn read(keys: &str, reading: Reading) -> Option<String> {
    let letters = keys.bytes().any(|b| b.is_ascii_alphabetic());
    let digits = keys.bytes().any(|b| b.is_ascii_digit());
    let raw = keys.len() <= LONGEST && letters && keys.bytes().all(|b| b.is_ascii_alphanumeric());
    let method = match reading {
        Reading::Telex if raw && !digits => &vi::TELEX,
        Reading::Vni if raw && digits => &vi::VNI,
        _ => return None,
    };
    let mut written = String::new();
    vi::transform_buffer(method, keys.chars(), &mut written);
    let meant = written != keys && written.chars().all(char::is_alphabetic);
    meant.then_some(written)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::fold::fold;

    #[test]
    fn raw_keys_write_what_was_meant() {
        let telex = |keys| read(keys, Reading::Telex);
        for (keys, word) in [
            ("dduoois", "đuối"),
            ("nuowcs", "nước"),
            ("nuwowcs", "nước"),
            ("DDUWOWNGF", "ĐƯỜNG"),
            ("hofa", "hoà"),
        ] {
            assert_eq!(telex(keys).as_deref(), Some(word));
        }
        assert_eq!(telex("treer").map(|word| fold(&word)).as_deref(), Some("tre"));
        let vni = |keys| read(keys, Reading::Vni);
        for (keys, word) in [("d9uo6i1", "đuối"), ("nuo7c1", "nước"), ("tre3", "trẻ")] {
            assert_eq!(vni(keys).as_deref(), Some(word));
        }
    }

    #[test]
    fn numbers_and_plain_words_stay_what_they_are() {
        for keys in
            ["79", "m06", "2017", "111", "em", "nuoc", "ubnd", "", "đuối", "covid19", "hoclieuhoclieus"]
        {
            assert_eq!((read(keys, Reading::Telex), read(keys, Reading::Vni)), (None, None), "{keys}");
        }
    }

    proptest! {
        #[test]
        fn no_keys_are_too_strange(keys in "\\PC{0,16}|[a-zA-Z0-9]{0,14}") {
            for reading in [Reading::Typed, Reading::Telex, Reading::Vni] {
                let _ = read(&keys, reading);
            }
        }
    }
}
