//! A path inside a course folder that cannot leave it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A relative path of plain names joined by `/`, such as `media/ao.svg`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(String);

impl RelPath {
    /// Refuses empty, hidden and parent names, drive letters, backslashes, colons and control
    /// characters, so that the same text means the same file on Windows and Linux.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |name: &str| {
            !name.is_empty()
                && !name.starts_with('.')
                && !name.ends_with(['.', ' '])
                && !name.contains(|c: char| c.is_control() || r#"\:*?"<>|"#.contains(c))
        };
        (text.len() <= 512 && text.split('/').all(plain)).then(|| Self(text.to_owned()))
    }

    /// The path with forward slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last name's part after the last dot, in small letters.
    pub fn extension(&self) -> Option<String> {
        self.0.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase())
    }

    /// The path below `folder`.
    pub fn below(&self, folder: &Path) -> PathBuf {
        folder.join(&self.0)
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leads_out_of_the_folder() {
        assert!(RelPath::parse("media/bể bơi.svg").is_some());
        let bad = [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a//b",
            r"a\b",
            "C:/x",
            ".git/config",
            "a/.",
            "x\0y",
            "a. ",
        ];
        for text in bad {
            assert!(RelPath::parse(text).is_none(), "{text}");
        }
    }
}
