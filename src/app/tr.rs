//! The sentences of the interface in the user's language.

use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

use crate::content::Course;

#[derive(RustEmbed)]
#[folder = "assets/i18n/"]
struct Sentences;

/// What `fl!` looks sentences up in.
pub type Tr = FluentLanguageLoader;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Vietnamese, for whom the program is made.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// All languages, in the order in which settings show them.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The one in which slides and the hall's boards speak beside the author's words.
    pub fn of(course: &Course) -> Self {
        if course.language == "en" { Self::En } else { Self::Vi }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
        }
    }

    fn id(self) -> LanguageIdentifier {
        let code = match self {
            Self::Vi => "vi",
            Self::En => "en",
        };
        // Both codes are well formed, so the default is never taken.
        code.parse().unwrap_or_default()
    }
}

/// A loader of that language; a sentence it lacks falls back to Vietnamese.
pub fn loader(language: Language) -> Tr {
    let loader = FluentLanguageLoader::new("hoclieu", Language::Vi.id());
    // Both files travel inside the program; a fault in them fails the test below, not the user.
    loader.load_languages(&Sentences, &[language.id()]).ok();
    // Isolation marks would stand in labels and on slides as stray characters.
    loader.set_use_isolating(false);
    loader
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(language: &str) -> BTreeSet<String> {
        let file = Sentences::get(&format!("{language}/hoclieu.ftl")).unwrap();
        let text = String::from_utf8(file.data.into_owned()).unwrap();
        let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        text.lines().filter(starts).filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
    }

    #[test]
    fn both_languages_have_the_same_sentences() {
        assert_eq!(keys("vi"), keys("en"));
    }

    #[test]
    fn both_languages_load_without_a_fault() {
        for language in Language::ALL {
            let loader = FluentLanguageLoader::new("hoclieu", Language::Vi.id());
            loader.load_languages(&Sentences, &[language.id()]).unwrap();
        }
    }
}
