//! A value for each of several names, in the order in which they were given.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Id;
use crate::error::{ErrorCode, InputIssue};

/// A value for each name, in the order given: a JSON object whose keys keep their places. A key that stands twice is refused:
/// `duplicate_key`. (JavaScript itself puts keys that are whole numbers first.)
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent, inline))]
pub struct InOrder<V>(#[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, V>"))] Vec<(Id, V)>);

impl<V> InOrder<V> {
    /// The names and their values, in the order given.
    #[must_use]
    pub fn entries(&self) -> &[(Id, V)] {
        &self.0
    }
}

impl<V> Default for InOrder<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> FromIterator<(Id, V)> for InOrder<V> {
    fn from_iter<I: IntoIterator<Item = (Id, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl<V: Serialize> Serialize for InOrder<V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for InOrder<V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Unique<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for Unique<V> {
            type Value = Vec<(Id, V)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with names as keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut named = Vec::new();
                let mut known = std::collections::BTreeSet::new();
                while let Some(id) = entries.next_key::<Id>()? {
                    if !known.insert(id.clone()) {
                        let message = format!("the key \"{id}\" stands twice");
                        return Err(de::Error::custom(InputIssue::new(ErrorCode::DuplicateKey, message, "keep one of the two")));
                    }
                    named.push((id, entries.next_value()?));
                }
                Ok(named)
            }
        }

        from.deserialize_map(Unique(PhantomData)).map(Self)
    }
}
