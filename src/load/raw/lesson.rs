//! A lesson file as it is written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::load::raw::Each;
use crate::load::raw::block::Block;

/// A lesson; its title and minutes stand in `course.json`.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Lesson {
    /// `../../../schema/lesson.json`
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// `module/slug`, as the path says.
    pub id: Option<String>,
    /// What a reader can do afterwards.
    pub objectives: Option<Each<Objective>>,
    /// For whom.
    pub audience: Option<String>,
    /// Words to find it by.
    pub keywords: Option<Vec<String>>,
    /// A warning before matter that may distress.
    pub care: Option<String>,
    /// What the lesson consists of.
    pub blocks: Each<Block>,
}

/// What a reader can do after the lesson.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Objective {
    /// Lower-case letters, digits and hyphens.
    pub id: String,
    /// A sentence with a verb that can be checked.
    pub text: String,
}
