//! The user's preferences, each a JSON value under a name.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::change::{Change, Kind};
use super::sql;

/// All preferences, as JSON text: one that this program cannot read stays as it is until it is set.
#[derive(Debug, Default, PartialEq)]
pub struct Settings {
    json: BTreeMap<String, String>,
}

/// A preference that could not be read or written.
#[derive(Debug)]
pub struct SettingError {
    /// The cause.
    pub cause: serde_json::Error,
    /// The name of the preference.
    pub key: String,
}

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: setting {}", self.cause, self.key)
    }
}

impl Error for SettingError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

impl Settings {
    /// A preference; none where it was never set.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, SettingError> {
        let value = self.json.get(key).map(|json| serde_json::from_str(json)).transpose();
        value.map_err(|cause| SettingError { cause, key: key.to_owned() })
    }

    /// Sets a preference; none where it has that value.
    pub fn set<T: Serialize>(&mut self, key: &str, value: &T) -> Result<Option<Change>, SettingError> {
        let key = key.to_owned();
        let json = match serde_json::to_string(value) {
            Ok(json) => json,
            Err(cause) => return Err(SettingError { cause, key }),
        };
        let before = self.json.insert(key.clone(), json.clone());
        Ok((before.as_ref() != Some(&json)).then_some(Change(Kind::Setting { key, json })))
    }

    pub(super) fn read(conn: &Connection, skipped: &mut usize) -> rusqlite::Result<Self> {
        let rows = sql::rows(conn, "SELECT key, value FROM setting", skipped, |row| {
            Ok((row.get("key")?, row.get("value")?))
        })?;
        Ok(Self { json: rows.into_iter().collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_does_not_parse_is_reported_and_kept_until_it_is_set() {
        let mut settings = Settings::default();
        settings.json.insert("size".to_owned(), "\"big\"".to_owned());
        let error = settings.get::<u32>("size").unwrap_err();
        assert_eq!(error.key, "size");
        assert_eq!(settings.get::<String>("size").unwrap().as_deref(), Some("big"));
        assert!(settings.set("size", &3).unwrap().is_some());
        assert!(settings.set("size", &3).unwrap().is_none());
        assert_eq!(settings.get::<u32>("size").unwrap(), Some(3));
        assert_eq!(settings.get::<u32>("other").unwrap(), None);
    }
}
