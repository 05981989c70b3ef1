//! What every block may carry.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::content::block::{Path, Reveal, Show};
use crate::content::source::Confidence;
use crate::load::raw::Lines;
use crate::load::raw::kind::Kind;

/// One block of a lesson.
// Strays are refused by the kind; `deny_unknown_fields` here would refuse the kind itself.
#[derive(Deserialize, Serialize, JsonSchema)]
#[schemars(extend("unevaluatedProperties" = false))]
pub(in crate::load) struct Block {
    /// Unique in its lesson; `hoclieu fmt` invents missing ones.
    pub id: Option<String>,
    #[serde(flatten)]
    pub kind: Kind,
    /// Speaker's notes; entry *i* of a list belongs to reveal step *i*.
    pub notes: Option<Lines>,
    /// Such as `luat-tre-em-2016#Điều 51`; an empty list says "own advice, nothing to cite".
    pub cite: Option<Vec<String>>,
    /// How sure its statements are.
    pub doubt: Option<Doubt>,
    /// Where it is shown; `both` if left out.
    pub show: Option<Show>,
    /// What the slide shows instead of the text.
    pub brief: Option<Lines>,
    /// `core` if left out.
    pub path: Option<Path>,
    /// Whether items come one by one; lists and steps do if left out.
    pub reveal: Option<Reveal>,
    /// Minutes of the slide that a level-2 heading or slide break begins; of an activity.
    pub minutes: Option<u16>,
}

/// A statement that rests on less than the source itself.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::load) struct Doubt {
    /// `unverified` shows «cần kiểm tra» wherever the block is shown.
    pub level: Confidence,
    /// What is uncertain.
    pub text: String,
}
