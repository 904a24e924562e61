//! Whether a decision passed, why, who stands in the way, and how little would have to change to turn it.

#[cfg(feature = "counting")]
mod bar;
mod because;
#[cfg(feature = "counting")]
mod boundaries;
#[cfg(feature = "counting")]
mod deadlock;
mod flip;
mod meeting;
#[cfg(feature = "counting")]
mod ways;
mod words;

#[cfg(feature = "counting")]
pub use bar::{PartBar, PartCounts, SecondVote};
pub use because::PartOutcome;
#[cfg(feature = "counting")]
pub(in crate::power) use boundaries::boundaries;
#[cfg(feature = "counting")]
pub use boundaries::{BoundaryRow, MOST_BOUNDARY_ROWS, PartBoundaries};
#[cfg(feature = "counting")]
pub use deadlock::{
    BranchKind, Deadlock, DeadlockKind, MOST_BRANCHES, MOST_VOTES_TRIED_FOR_DEADLOCK, OpenBranch, StandChoice, StandInTheWay,
    StandPattern,
};
pub use flip::{MOST_VOTES_TRIED, SmallestChange, VoteChange};
#[cfg(feature = "counting")]
pub use ways::{ChangeChoice, ChangePattern, MOST_CHANGE_PATTERNS, MOST_VOTES_TRIED_FOR_WAYS, StateCount, TurnWay, WhoChanges};

use serde::{Deserialize, Serialize};

#[cfg(feature = "counting")]
use super::delegation::{CarriedVote, Delegations};
use super::roles::roles;
use super::rule::{Compiled, Rule, Rules, State};
use super::work::{MOST_VOTES_LOOKED_AT, Work};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::{Id, IdMap};

/// Decisions are made in groups of up to this many members.
pub const MOST_MEMBERS_DECIDING: usize = 1_000;

/// So often at most a decision looks at the whole rule for each member: once to see whom it is blocked by, three times who could
/// turn it alone, twice for a set of changes that turns it and from which none can be left out, and once to say these gently. The
/// search for fewer changes has a bound of its own, [`MOST_VOTES_TRIED`].
pub const LOOKS_PER_MEMBER: u64 = 7;

/// Said where those who handed over their votes are too many for a quorum. Nothing else fails where everybody says yes.
const CANNOT_PASS: &str = "it cannot be passed like this: too many have handed over their votes for a quorum, so that it would fail even if everybody else came and \
     said yes";

/// A vote to be decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecideRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// What each member did. Members who are not named were absent.
    pub votes: IdMap<State>,
    /// Votes handed over: whose, and to whom, who can hand them on. Whoever hands over is not there and has no vote of their own in
    /// `votes`; the one who casts the vote says the same for all. If that one is absent, so is everybody whose vote they carry.
    #[cfg(feature = "counting")]
    #[serde(default)]
    pub delegates: IdMap<Id>,
    /// Whether those whose vote somebody present casts count as present: for quorums of members present, and for second votes at a tie.
    /// They do not where absent; their votes count as votes either way.
    #[cfg(feature = "counting")]
    #[serde(default)]
    pub proxy_counts_present: bool,
}

/// What came of a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecideAnswer {
    /// Whether it passed.
    pub passed: bool,
    /// Why, in plain sentences with the exact numbers: the parts of the rule that decided it.
    pub because: Vec<String>,
    /// The members of whom each alone stands in the way: with this member's vote as it is, it would fail even if everybody else came
    /// and said yes. Empty if it passed, and where it cannot pass at all, because too many have handed over their votes for a quorum: `because`
    /// says so then.
    pub blocked_by: Vec<Id>,
    /// The members of whom each could turn the outcome by changing their own vote alone.
    pub pivotal: Vec<Id>,
    /// The fewest changed votes that would turn the outcome. Null if none would.
    pub would_change_if: Option<SmallestChange>,
    /// Members whose votes are not in the request, and who were therefore taken to be absent.
    pub assumed_absent: Vec<Id>,
    /// The votes that were handed over: who cast them, and which of them were lost because that one was absent.
    #[cfg(feature = "counting")]
    pub carried_votes: Vec<CarriedVote>,
    /// Every part of the rule and whether it passed; the parts of a part follow it, one level deeper.
    pub parts: Vec<PartOutcome>,
    /// Who could have turned it, by themselves: anybody, those on one side of it, each constituency as a whole; with every smallest set of
    /// changes.
    #[cfg(feature = "counting")]
    pub ways: Vec<TurnWay>,
    /// If it failed: whether it is rejected or stuck, who stands in the way, and which branches of the rule are open.
    #[cfg(feature = "counting")]
    pub deadlock: Option<Deadlock>,
}

#[cfg_attr(feature = "counting", doc = include_str!("decide.md"))]
#[cfg_attr(not(feature = "counting"), doc = "Decides a vote.")]
///
/// # Errors
/// Those of checking the members and the rule; `unknown_member` for a vote of somebody who is not a member; `cyclic_delegation` for votes
/// handed over in a circle, and `vote_handed_over` for one that is used as well; `too_much_work` if looking at the whole rule [`LOOKS_PER_MEMBER`] times for each member would look at more than [`MOST_VOTES_LOOKED_AT`] votes. With
/// 1000 members that is a rule of 14 parts that ask everybody, with 100 members one of 1400.
pub fn decide(request: &DecideRequest) -> Result<DecideAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_DECIDING)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    Work::new(&rule, MOST_VOTES_LOOKED_AT)
        .can_afford(LOOKS_PER_MEMBER * roster.len() as u64)
        .map_err(|_| PowerError::TooMuchWork { path: root.key("rule") })?;
    let states = states(request, &roster)?;
    #[cfg(feature = "counting")]
    let delegations = delegations(request, &roster)?;
    // What came of it is told of the rule as it was asked.
    #[cfg(feature = "counting")]
    let meeting = meeting::Meeting::new(&roster, &states, |member| delegations.carrier(member), request.proxy_counts_present);
    #[cfg(not(feature = "counting"))]
    let meeting = meeting::Meeting::new(&roster, &states, |_| None, false);
    let outcome = because::outcome(&rule, &meeting);
    // From here on, those who cast several votes are members with several votes.
    #[cfg(feature = "counting")]
    let rule = delegations.applied(&rule, request.proxy_counts_present);
    #[cfg(feature = "counting")]
    let handed_over = |id: &Id| request.delegates.contains_key(id);
    #[cfg(not(feature = "counting"))]
    let handed_over = |_: &Id| false;
    let name = |member: &usize| roster.ids().get(*member).cloned();
    let names = |members: &[usize]| members.iter().filter_map(name).collect();
    let passed = rule.passes(&states);
    let roles = roles(&rule);
    let possible = passed || rule.passes(&vec![State::Yes; states.len()]);
    let mut because = outcome.because();
    if !possible {
        because.push(CANNOT_PASS.to_owned());
    }
    let turn = flip::Turn::of(&rule, &roles, &states);
    Ok(DecideAnswer {
        passed,
        because,
        blocked_by: if passed || !possible { Vec::new() } else { names(&blockers(&rule, &states)) },
        pivotal: names(&turn.pivotal()),
        would_change_if: turn.smallest(&roster)?,
        assumed_absent: roster.ids().iter().filter(|id| !request.votes.contains_key(*id) && !handed_over(id)).cloned().collect(),
        #[cfg(feature = "counting")]
        carried_votes: delegations.lines(&roster, |member| states.get(member).is_none_or(|state| !state.is_present())),
        parts: outcome.lines(),
        #[cfg(feature = "counting")]
        ways: ways::ways(&rule, &roles, &roster, &states),
        #[cfg(feature = "counting")]
        deadlock: (!passed).then(|| deadlock::deadlock(&rule, &roles, &roster, &states)),
    })
}

fn states(request: &DecideRequest, roster: &Roster) -> Result<Vec<State>, PowerError> {
    let mut states = vec![State::Absent; roster.len()];
    for (id, vote) in request.votes.iter() {
        match roster.number(id.as_str()).and_then(|number| states.get_mut(number)) {
            Some(state) => *state = *vote,
            None => {
                let path = Pointer::root().key("votes").key(id.as_str());
                return Err(PowerError::UnknownMember { path, id: id.to_string() });
            }
        }
    }
    Ok(states)
}

/// Who casts whose vote.
#[cfg(feature = "counting")]
fn delegations(request: &DecideRequest, roster: &Roster) -> Result<Delegations, PowerError> {
    let delegations = Delegations::new(&request.delegates, roster, &Pointer::root().key("delegates"))?;
    let used = request.votes.iter().find(|(id, vote)| vote.is_present() && request.delegates.contains_key(*id));
    match used {
        None => Ok(delegations),
        Some((id, _)) => {
            let path = Pointer::root().key("votes").key(id.as_str());
            Err(PowerError::VoteHandedOver { path, id: id.to_string() })
        }
    }
}

/// The members with whose vote as it is the rule fails even if everybody else says yes.
fn blockers(rule: &Compiled, states: &[State]) -> Vec<usize> {
    let mut tried = vec![State::Yes; states.len()];
    let mut set = |member: usize, state: State| {
        if let Some(own) = tried.get_mut(member) {
            *own = state;
        }
        !rule.passes(&tried)
    };
    let mut blocks = |(member, state): (usize, &State)| {
        let blocked = set(member, *state);
        set(member, State::Yes);
        blocked.then_some(member)
    };
    states.iter().enumerate().filter_map(&mut blocks).collect()
}

#[cfg(test)]
mod tests;
