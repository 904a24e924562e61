//! The form of the answer.

use serde::Serialize;

use super::counted::{TieBreak, TieFor};
use super::number::VoteNumber;
use crate::unit::{Count, Id, IdMap};

/// What came of a count. Options stand in the order of their ids everywhere: the order of the request decides nothing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TallyAnswer {
    /// The options that are chosen in every possible outcome: with no tie left, the winner or winners.
    pub winners: Vec<Id>,
    /// The options that are chosen in some possible outcomes and not in others, because of ties that no rule breaks.
    pub tied: Vec<Id>,
    /// Whether there is one outcome.
    pub decided: bool,
    /// Every outcome that is possible.
    pub outcomes: Vec<TallyOutcome>,
    /// What the method is called, with what it is set to.
    pub method: String,
    /// Why, in plain sentences.
    pub because: Vec<String>,
    /// How many votes were cast.
    pub votes: Count,
    /// What each option got in all, where the method adds up: votes, approvals, points, scores, comparisons. Under minimax the worst
    /// comparison, of which the lowest wins; under majority judgement how many grades the middle one is above the worst.
    pub totals: Vec<OptionTotal>,
    /// The rounds, where the method counts in rounds.
    pub rounds: Vec<TallyRound>,
    /// How many voters put the option above each other one, where the method compares them.
    pub pairwise: Vec<PairwiseRow>,
    /// Under Schulze: how strong the strongest path from the option to each other one is.
    pub paths: Vec<PairwiseRow>,
    /// Under ranked pairs: the comparisons that are locked in, in their order, in one way of taking those that are equally strong.
    pub locked: Vec<LockedPair>,
    /// Every tie in the way through that is shown, and what broke it.
    pub ties: Vec<TieStated>,
    /// What each constituency would choose by itself, by the same method; without a lot, so that ties show. Empty where the ballots name
    /// no constituency.
    pub sides: Vec<SideTally>,
    /// Whether the constituencies want different things: true if two of them have no outcome in common, false if all have the same
    /// outcome and no other. Null where ties leave it open, or with fewer than two.
    pub sides_differ: Option<bool>,
    /// The same in words.
    pub sides_because: Vec<String>,
    /// What was assumed.
    pub assumes: Vec<String>,
}

/// One outcome that is possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TallyOutcome {
    /// The options that are chosen.
    pub chosen: Vec<Id>,
    /// How the ties that no rule breaks would have to fall for it; one way of possibly several.
    pub ways: Vec<TieStated>,
}

/// A tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TieStated {
    /// The round, from 1 up.
    pub round: usize,
    /// What the options were tied for.
    pub tied_for: TieFor,
    /// The options that tied.
    pub tied: Vec<Id>,
    /// What broke it. Null if nothing did, and every way was followed.
    pub broken_by: Option<TieBreak>,
    /// The options it fell on. Where nothing broke it, those of the way that is shown; empty where all ways are shown at once.
    pub fell_on: Vec<Id>,
}

/// What an option got in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OptionTotal {
    /// The option.
    pub option: Id,
    /// How much.
    pub total: VoteNumber,
    /// More about it, in words; empty where there is nothing more.
    pub words: String,
}

/// One round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TallyRound {
    /// The votes of each option that was not out before.
    pub votes: IdMap<VoteNumber>,
    /// Votes that no option has: their ballots name none that is left. Null where the method knows none.
    pub not_transferable: Option<VoteNumber>,
    /// Votes lost because transfer values are cut to five decimal places, under the Scottish rules.
    pub lost_to_rounding: Option<VoteNumber>,
    /// The votes with which an option is chosen.
    pub quota: Option<VoteNumber>,
    /// Under Meek's method: what part of each vote that reaches it a chosen option keeps.
    pub keep_factors: IdMap<VoteNumber>,
    /// Under the Scottish rules: what the papers that moved from an option with a surplus were worth before and after.
    pub transfers: Vec<ValueTransfer>,
    /// Chosen in this round.
    pub chosen: Vec<Id>,
    /// Out in this round. (Under instant run-off and Meek's method its votes are still among those shown, and move before the next.)
    pub out: Vec<Id>,
    /// What happened, and why.
    pub because: Vec<String>,
    /// Whether a tie in it or before it could have gone another way, so that the round is one of several.
    pub one_of_several: bool,
}

/// How the value of papers changed when a surplus moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ValueTransfer {
    /// What each was worth when the option received it.
    pub before: VoteNumber,
    /// What each is worth after: the transfer value.
    pub after: VoteNumber,
    /// How many papers there are, with those that name no further option.
    pub papers: Count,
}

/// A row of a table of options by options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PairwiseRow {
    /// The option.
    pub option: Id,
    /// The number against each other option.
    pub over: IdMap<Count>,
}

/// A comparison that is locked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LockedPair {
    /// The option that stands above.
    pub above: Id,
    /// The option that stands below.
    pub below: Id,
}

/// What one constituency would choose by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SideTally {
    /// The constituency.
    pub constituency: Id,
    /// How many votes it cast.
    pub votes: Count,
    /// How many of these put each option first; a first place that several share counts for each in equal parts. With `approves`, how
    /// many approve of it. Empty for ratings by criteria.
    pub first: IdMap<VoteNumber>,
    /// What it would choose: every possible outcome. Null if it has too many ties to follow, or says nothing that can be counted.
    pub outcomes: Option<Vec<Vec<Id>>>,
}
