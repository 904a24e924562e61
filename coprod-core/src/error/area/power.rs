//! What can be wrong with a rule or the votes under it.

use super::{UnitError, area_error};
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// What can be wrong with a rule or the votes under it.
    PowerError {
        /// One id twice.
        DuplicateId { id: String } "\"{id}\" stands here twice" "name each once";
        /// Nobody of that name.
        UnknownMember { id: String } "no member has the id \"{id}\"" "use the id of a listed member";
        /// No such constituency.
        UnknownConstituency { id: String } "no member belongs to the constituency \"{id}\"" "use the id of a member's constituency, or a list of member ids";
        /// Nothing where something must be.
        EmptyRule { what: &'static str } "{what} is empty" "name at least one";
        /// Two bars, or none.
        BarUnclear {} "the bar must be given exactly once" "give \"more_than\" or \"at_least\", not both";
        /// A share of nothing.
        BarNeedsBase { bar: String } "{bar} is not a whole number of votes" "say what it is a share of with \"of\", or give a whole number";
        /// Can never pass.
        QuotaOverTotal { bar: String, most: String, hint: String } "{bar} asked for, and {most}, so this could never pass" "{hint}";
        /// Passes by itself.
        QuotaZero {} "this asks for nothing, so that it would pass without anybody" "ask for more than zero";
        /// Below zero.
        NegativeWeight { id: String, weight: String } "the weight of \"{id}\" is {weight}, which is below zero" "give a whole number from 0 up";
        /// Not whole.
        WeightNotWhole { weight: String } "{weight} is not a whole number" "multiply all weights and the bar so that they are whole";
        /// Too much.
        WeightsTooLarge {} "the weights add up to more than 9007199254740992" "divide all weights and the bar by the same number";
        /// Others than the voters.
        WeightsIncomplete {} "the weights do not name exactly the voters in \"among\"" "name every voter once, with 0 for a seat without a vote, or leave \"among\" out";
        /// No votes at all.
        NoVotes {} "nobody here has a vote" "give at least one weight above zero";
        /// Has no first vote.
        CastingVoteWithoutVote { id: String } "\"{id}\" has no vote here, so there is no second one" "give the casting vote to a voter of this part";
        /// Nobody has one.
        NoConstituencies {} "the members have no constituencies" "give every member a constituency";
        /// Out of its range.
        CountOutOfRange { count: usize, parts: usize } "{count} of {parts} parts are asked for" "ask for at least 1 and at most all of the parts";
        /// Two quorums, or none.
        QuorumUnclear {} "the quorum must be given exactly once" "give one of \"present\", \"cast\", \"present_count\" and \"cast_count\"";
        /// No such rule.
        UnknownRule { name: String } "no rule is called \"{name}\"" "define it in \"rules\" or write it out here";
        /// Uses itself.
        CyclicRule { cycle: String } "the rule uses itself: {cycle}" "break the circle";
        /// Comes back to where it was.
        CyclicDelegation { cycle: String } "votes are handed over in a circle: {cycle}" "let one of them cast the votes";
        /// Handed over, and used as well.
        VoteHandedOver { id: String } "\"{id}\" has handed over the vote and cannot use it too" "leave \"{id}\" out here, or out of \"delegates\"";
        /// Too many parts.
        RuleTooLarge { limit: usize, what: &'static str } "the rule has more than {limit} {what} once it is written out" "write a simpler rule";
        /// Too deep.
        TooDeep { limit: usize } "the rule is nested more than {limit} deep" "write a flatter rule";
        /// A value in the request.
        OutOfRange { detail: String } "{detail}" "give a value in range";
        /// Too many for a table.
        GroupTooLarge { count: usize, limit: usize } "{count} members have a vote, and {limit} is the most for an exact answer" "ask about a smaller group";
        /// No exact algorithm is fast enough.
        NoExactAnswer { voters: usize, kinds: usize, possible: String } "{voters} members of {kinds} kinds have a vote, and what is asked for would take more work than one request may" "{possible}";
        /// More or less than all of it.
        SharesNotWhole { sum: String } "these shares add up to {sum}" "give shares that add up to exactly 1, as fractions such as \"1/3\"";
        /// More than the stated number.
        TooMany { what: &'static str, count: usize, limit: usize } "there are {count} {what} here, and {limit} is the most" "give fewer, or ask several times";
        /// More than the stated work.
        TooMuchWork {} "this would take more work than one request may" "ask about fewer members, give members who are alike the same weight, or leave out quorums and casting votes";
    }
}

impl From<UnitError> for PowerError {
    fn from(error: UnitError) -> Self {
        Self::OutOfRange { path: error.path().clone(), detail: error.to_string() }
    }
}
