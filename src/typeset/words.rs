//! Words that slides need beside the author's, in the language of the course.

use std::collections::BTreeMap;

use crate::content::block::ActivityForm;

/// The words, and the phone numbers that differ from place to place.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field is named after what it says")]
pub struct Words {
    /// After the title of a part that continues, such as «(tiếp)».
    pub continued: String,
    /// Before the names of sources.
    pub sources: String,
    pub must_be_checked: String,
    pub answer: String,
    pub debrief: String,
    pub means: String,
    pub minutes: String,
    pub pairs: String,
    pub groups: String,
    pub hall: String,
    pub hands: String,
    /// Before the number of a module.
    pub module: String,
    /// What stands where a local number was not filled in.
    pub no_number: String,
    /// Local numbers by the key that the course gives them.
    pub numbers: BTreeMap<String, String>,
}

impl Words {
    pub(super) fn form(&self, form: ActivityForm) -> &str {
        match form {
            ActivityForm::Pairs => &self.pairs,
            ActivityForm::Groups => &self.groups,
            ActivityForm::Hall => &self.hall,
            ActivityForm::Hands => &self.hands,
        }
    }
}
