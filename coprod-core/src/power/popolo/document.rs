//! The parts of a Popolo document that hold a vote. Popolo lets documents have further properties: these are read past, and named.

use std::fmt;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::unit::Count;

macro_rules! open_object {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $($(#[$about])* #[serde(default, skip_serializing_if = "Option::is_none")] pub $field: Option<$kind>,)*
            /// The names of properties that were read past.
            #[serde(skip)]
            pub other: Vec<String>,
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Open;

                impl<'de> Visitor<'de> for Open {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut read = $name::default();
                        while let Some(key) = map.next_key::<String>()? {
                            match key.as_str() {
                                $(stringify!($field) => read.$field = map.next_value()?,)*
                                _ => {
                                    map.next_value::<IgnoredAny>()?;
                                    read.other.push(key);
                                }
                            }
                        }
                        Ok(read)
                    }
                }

                from.deserialize_map(Open)
            }
        }
    )*};
}

open_object! {
    /// A Popolo motion with its vote events, or one vote event by itself.
    PopoloDocument {
        /// The id of the motion or vote event.
        id: String,
        /// The organisation whose members vote.
        organization_id: String,
        /// An identifier that was issued for it.
        identifier: String,
        /// What a motion says.
        text: String,
        /// The day on which a motion was proposed.
        date: String,
        /// In words, what a motion needs.
        requirement: String,
        /// `pass` or `fail`.
        result: String,
        /// A motion's votes.
        vote_events: Vec<PopoloVoteEvent>,
        /// What a vote event decides.
        motion: PopoloMotion,
        /// When a vote event begins.
        start_date: String,
        /// When a vote event ends.
        end_date: String,
        /// How many votes each option has.
        counts: Vec<PopoloCount>,
        /// The result within groups of voters.
        group_results: Vec<PopoloGroupResult>,
        /// The votes.
        votes: Vec<PopoloVote>,
    }
    /// An event at which people's votes are recorded.
    PopoloVoteEvent {
        /// Its id.
        id: String,
        /// An identifier that was issued for it.
        identifier: String,
        /// The organisation whose members vote.
        organization_id: String,
        /// What it decides.
        motion: PopoloMotion,
        /// When it begins.
        start_date: String,
        /// When it ends.
        end_date: String,
        /// `pass` or `fail`.
        result: String,
        /// How many votes each option has.
        counts: Vec<PopoloCount>,
        /// The result within groups of voters.
        group_results: Vec<PopoloGroupResult>,
        /// The votes.
        votes: Vec<PopoloVote>,
    }
    /// What is decided.
    PopoloMotion {
        /// Its id.
        id: String,
        /// What it says.
        text: String,
        /// The day on which it was proposed.
        date: String,
        /// In words, what it needs.
        requirement: String,
        /// `pass` or `fail`.
        result: String,
    }
    /// One voter's vote.
    PopoloVote {
        /// Who votes.
        voter_id: String,
        /// The same with a name.
        voter: PopoloNamed,
        /// `yes`, `no`, `abstain`, `absent`, `not voting`, `paired`, or another word.
        option: String,
        /// The group that the voter belongs to: a constituency.
        group_id: String,
        /// The same with a name.
        group: PopoloNamed,
        /// The name of `group_id` in earlier versions.
        party_id: String,
        /// The voter's role in the event.
        role: String,
        /// What the vote weighs; 1 where absent.
        weight: Count,
        /// With whom the voter is paired.
        pair_id: String,
    }
    /// A person or an organisation.
    PopoloNamed {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    }
    /// How many votes an option has.
    PopoloCount {
        /// The option.
        option: String,
        /// How many.
        value: Count,
        /// Within which group; among all where absent.
        group_id: String,
    }
    /// The result within a group of voters.
    PopoloGroupResult {
        /// The group.
        group_id: String,
        /// The result.
        result: String,
    }
}
