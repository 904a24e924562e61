//! Ballots as people write them.

use std::fmt;

use serde::de::value::{SeqAccessDeserializer, StrDeserializer};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::unit::{Count, Id, IdMap, Ratio};

/// One place of a ranking: an option, or several that share it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RankPlace {
    /// This option.
    One(Id),
    /// These options, equal to one another.
    Shared(Vec<Id>),
}

impl RankPlace {
    /// The options at this place.
    #[must_use]
    pub const fn options(&self) -> &[Id] {
        match self {
            Self::One(option) => std::slice::from_ref(option),
            Self::Shared(options) => options.as_slice(),
        }
    }
}

impl<'de> Deserialize<'de> for RankPlace {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;

        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = RankPlace;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of an option, or a list of those that share the place")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<RankPlace, E> {
                Id::deserialize(StrDeserializer::new(text)).map(RankPlace::One)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<RankPlace, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(RankPlace::Shared)
            }
        }

        from.deserialize_any(OneOrSeveral)
    }
}

/// What one voter, or several alike, said. It has the form that the method counts: `ranking`, `approves`, `scores`, `grades` or
/// `ratings`; further forms may stand beside it. An empty list is a blank ballot, which counts as a vote for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ballot {
    /// How many voters cast it: a whole number from 1 up, 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// The voters' constituency, such as people who use the service or people who work in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Id>,
    /// Who cast it, where that is known: nobody votes twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voter: Option<Id>,
    /// The options, best first. Those that are not named stand behind all that are, equal to one another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranking: Option<Vec<RankPlace>>,
    /// The options that the voter approves of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approves: Option<Vec<Id>>,
    /// A score for each option that the voter rates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scores: Option<IdMap<Ratio>>,
    /// A grade in words for each option that the voter grades.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grades: Option<IdMap<String>>,
    /// For each option that the voter rates, a rating by each criterion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratings: Option<IdMap<IdMap<Ratio>>>,
}
