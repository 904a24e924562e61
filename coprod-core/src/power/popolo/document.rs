//! The parts of a Popolo document that hold a vote. Popolo lets documents have further properties: these are read past, and named.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::number::PopoloNumber;

macro_rules! open_object {
    ($($(#[$doc:meta])* $name:ident $(or text as $text:ident, then $plain:ident)? {
        $($(#[$about:meta])* $field:ident: $kind:ty,)*
    })*) => {$(
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$doc])*
        pub struct $name {
            $($(#[$about])* #[serde(default, skip_serializing_if = "Option::is_none")] pub $field: Option<$kind>,)*
            /// The names of properties that were read past.
            #[serde(skip)]
            pub other: Vec<String>,
            $(/// Whether it was given as text alone, which is its id.
            #[serde(skip)]
            pub $plain: bool,)?
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Open;

                impl<'de> Visitor<'de> for Open {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(open_object!(@expected $($text)?))
                    }

                    $(fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        Ok($name { $text: Some(text.to_owned()), $plain: true, ..$name::default() })
                    })?

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut read = $name::default();
                        while let Some(key) = map.next_key::<String>()? {
                            match key.as_str() {
                                $(stringify!($field) if read.$field.is_some() => {
                                    return Err(A::Error::duplicate_field(stringify!($field)));
                                })*
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

                from.deserialize_any(Open)
            }
        }
    )*};
    (@expected) => { "an object" };
    (@expected $text:ident) => { "an object, or an id as text" };
}

/// Lets text stand for the object too.
#[cfg(feature = "schema")]
fn or_text(schema: &mut schemars::Schema) {
    schema.insert("type".to_owned(), serde_json::json!(["object", "string"]));
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
    /// What is decided. Text alone is its id.
    #[cfg_attr(feature = "schema", schemars(transform = or_text))]
    PopoloMotion or text as id, then plain {
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
        /// The same with a name.
        party: PopoloNamed,
        /// The voter's role in the event.
        role: String,
        /// What the vote weighs; 1 where absent.
        weight: PopoloNumber,
        /// With whom the voter is paired.
        pair_id: String,
        /// Not of Popolo: to whom the voter handed over the vote, if somebody else cast it. The option is the one that was cast.
        proxy_id: String,
    }
    /// A person or an organisation. Text alone is its id.
    #[cfg_attr(feature = "schema", schemars(transform = or_text))]
    PopoloNamed or text as id, then plain {
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
        value: PopoloNumber,
        /// Within which group; among all where absent.
        group_id: String,
        /// The same with a name.
        group: PopoloNamed,
    }
    /// The result within a group of voters.
    PopoloGroupResult {
        /// The group.
        group_id: String,
        /// The same with a name.
        group: PopoloNamed,
        /// The result.
        result: String,
    }
}
