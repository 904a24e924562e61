//! The parts of a Popolo document that hold a vote. Popolo lets documents have further properties: these are read past, and named.

use super::number::PopoloNumber;
use crate::unit::open_object;

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
