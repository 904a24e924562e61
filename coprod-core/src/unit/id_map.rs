//! A value for each of several ids.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Id;
use crate::error::{ErrorCode, InputIssue};

/// A value for each id, in the order of the ids. A key that stands twice is refused: `duplicate_key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent, inline))]
pub struct IdMap<V>(#[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, V>"))] BTreeMap<Id, V>);

impl<V> Default for IdMap<V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<V> IdMap<V> {
    /// Whether it has no id.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V> Deref for IdMap<V> {
    type Target = BTreeMap<Id, V>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<V> FromIterator<(Id, V)> for IdMap<V> {
    fn from_iter<I: IntoIterator<Item = (Id, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for IdMap<V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Unique<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for Unique<V> {
            type Value = BTreeMap<Id, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with ids as keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut map = BTreeMap::new();
                while let Some(id) = entries.next_key::<Id>()? {
                    if map.contains_key(&id) {
                        let message = format!("the key \"{id}\" stands twice");
                        return Err(de::Error::custom(InputIssue::new(ErrorCode::DuplicateKey, message, "keep one of the two")));
                    }
                    map.insert(id, entries.next_value()?);
                }
                Ok(map)
            }
        }

        from.deserialize_map(Unique(PhantomData)).map(Self)
    }
}
