//! The worth of groups, by the names of their members.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{ErrorCode, InputIssue};
use crate::unit::Money;

/// What each group has or pays by itself. A key is the ids of its members with `+` between them, in any order; a key that stands twice
/// is refused: `duplicate_key`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent, inline))]
pub struct WorthOfGroups(BTreeMap<String, Money>);

impl WorthOfGroups {
    /// The groups as they are written, each with its worth.
    pub fn groups(&self) -> impl Iterator<Item = (&str, Money)> {
        self.0.iter().map(|(key, worth)| (key.as_str(), *worth))
    }
}

impl FromIterator<(String, Money)> for WorthOfGroups {
    fn from_iter<I: IntoIterator<Item = (String, Money)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl<'de> Deserialize<'de> for WorthOfGroups {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Groups;

        impl<'de> Visitor<'de> for Groups {
            type Value = BTreeMap<String, Money>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with groups as keys, such as \"a+b\"")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut groups = BTreeMap::new();
                while let Some(key) = entries.next_key::<String>()? {
                    if groups.contains_key(&key) {
                        let message = format!("the key \"{key}\" stands twice");
                        return Err(de::Error::custom(InputIssue::new(ErrorCode::DuplicateKey, message, "keep one of the two")));
                    }
                    groups.insert(key, entries.next_value()?);
                }
                Ok(groups)
            }
        }

        from.deserialize_map(Groups).map(Self)
    }
}
