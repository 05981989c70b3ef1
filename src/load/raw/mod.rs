//! Every file as it is written: what serde reads, what `fmt` writes, what the schemas are made of.

pub(super) mod block;
pub(super) mod course;
pub(super) mod kind;
pub(super) mod lesson;
pub(super) mod library;

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// The mark of a list whose broken entries cost only themselves.
pub(super) const EACH: &str = "x-each";

/// A list whose entries are read one by one.
pub(super) struct Each<T> {
    pub(super) entries: Vec<Value>,
    kind: PhantomData<T>,
}

impl<T> Default for Each<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), kind: PhantomData }
    }
}

impl<'de, T> Deserialize<'de> for Each<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self { entries: Vec::deserialize(from)?, kind: PhantomData })
    }
}

/// Writes each entry in the order of the fields of its type.
impl<T: Serialize + DeserializeOwned> Serialize for Each<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let entry = |value: &Value| T::deserialize(value).map_err(serde::ser::Error::custom);
        to.collect_seq(self.entries.iter().map(entry).collect::<Result<Vec<T>, _>>()?)
    }
}

impl<T: JsonSchema> JsonSchema for Each<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Each{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entry = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "items": entry, EACH: true })
    }
}

/// One text or several.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub(super) enum Lines {
    One(String),
    Many(Vec<String>),
}

impl Lines {
    pub(super) fn into_vec(self) -> Vec<String> {
        match self {
            Self::One(line) => vec![line],
            Self::Many(lines) => lines,
        }
    }
}
