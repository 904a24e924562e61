//! Games: what each group of the parties would have, or pay, by itself.

mod read;
mod table;
mod worth;

use serde::{Deserialize, Serialize};

use crate::unit::{Id, IdMap, Money, one_key};

pub(super) use read::{Form, Part};
pub(super) use table::{Table, table};
pub use worth::WorthOfGroups;

/// What groups have or pay by themselves: stated group by group, or by a rule for all groups at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ShareGame {
    /// Each group's worth: `{"a": "100.00", "b": "50.00", "a+b": "190.00"}`, the ids of a group with `+` between them, in any order.
    Worth(WorthOfGroups),
    /// What each would need alone; a group needs what its largest member needs, as several who share a runway or a room.
    Airport(IdMap<Money>),
    /// A group is sure of what the claims of all others leave of the amount.
    Bankruptcy(BankruptcyGame),
    /// A group has, or pays, what the step says that the sum of its members' sizes reaches: such as a room for so many people.
    Steps(StepsGame),
    /// Parts, each there for a group that has enough of those whom the part needs.
    Parts(Vec<SharePart>),
}

one_key!(ShareGame, "a game", {
    "worth" => Worth, "airport" => Airport, "bankruptcy" => Bankruptcy, "steps" => Steps, "parts" => Parts
});

/// A game that goes by the parties' claims; there is nothing to set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BankruptcyGame {}

/// Worth by size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepsGame {
    /// Each party's size, such as how many people it brings.
    pub sizes: IdMap<u32>,
    /// What groups of a size and more have or pay, up to the next step: 1 to 1000 steps, in rising order, none below the one before.
    /// Smaller groups have nothing.
    pub steps: Vec<ShareStep>,
}

/// What groups of a size and more have or pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareStep {
    /// The least size, 1 or more.
    pub from: u32,
    /// What such a group has or pays in all.
    pub amount: Money,
}

/// One part of what groups have or pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharePart {
    /// How much it is.
    pub amount: Money,
    /// Whom it needs.
    pub members: Vec<Id>,
    /// How many of them are enough; all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
}
