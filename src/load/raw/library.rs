//! `sources.json` and `glossary.json` as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::content::source::{Confidence, SourceKind, Status};
use crate::load::raw::Each;

/// Where statements come from.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Sources {
    /// `../schema/sources.json`
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The sources.
    pub sources: Each<Source>,
}

/// One source.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Source {
    /// Such as `luat-tre-em-2016`.
    pub id: String,
    /// What it is.
    pub kind: SourceKind,
    /// Such as `102/2016/QH13`.
    pub number: Option<String>,
    /// The title.
    pub title: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// `YYYY-MM-DD`, or as much of it as is known.
    pub issued: Option<String>,
    /// From when it holds.
    pub effective: Option<String>,
    /// Whether it holds.
    pub status: Status,
    /// The ids of what took its place.
    pub replaced_by: Option<Vec<String>>,
    /// When the status was last checked.
    pub checked_on: Option<String>,
    /// How far it was seen.
    pub confidence: Confidence,
    /// Whether the class of 23 April 2018 was taught it.
    pub taught_2018: Option<bool>,
    /// Where it was seen.
    pub url: Option<String>,
    /// What else a reader should know.
    pub note: Option<String>,
}

/// Words that the course explains.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Glossary {
    /// `../schema/glossary.json`
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The words.
    pub terms: Each<Term>,
}

/// One word.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the names are the words of the format")]
pub(in crate::load) struct Term {
    /// Lower-case letters, digits and hyphens.
    pub id: String,
    /// The word.
    pub term: String,
    /// Other forms of it.
    pub aliases: Option<Vec<String>>,
    /// What it means.
    pub definition: String,
    /// Where that is known from.
    pub cite: Option<Vec<String>>,
}
