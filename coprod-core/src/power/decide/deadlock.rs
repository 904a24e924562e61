//! What a failed decision is: rejected or stuck; who stands in the way; and which branches of the rule are still open.

use num_bigint::BigUint;
use serde::Serialize;

use super::VoteChange;
use super::flip::{Changes, Direction, Task};
use super::ways::{ChangePattern, MOST_CHANGE_PATTERNS, pattern_words, patterns};
use crate::group::Roster;
use crate::power::roles::{Role, roles};
use crate::power::rule::{Compiled, Node, State, heads_counted};
use crate::unit::{Count, Id};

/// Looking into a failed decision may look at this many votes (one voter in one part of the rule, once): half of it for who stands in
/// the way, half for the open branches; beside first looks, at two looks at the whole rule for each member and four times as many votes
/// for the branches.
pub const MOST_VOTES_TRIED_FOR_DEADLOCK: u64 = 12_000_000;

/// So many branches are looked into at most: the first ones, in the order of the parts.
pub const MOST_BRANCHES: usize = 20;

/// What kind of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DeadlockKind {
    /// The opposite would pass: the group decided against it.
    Rejected,
    /// Neither it nor its opposite passes: the group decided nothing.
    Stuck,
}

/// A failed decision, looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deadlock {
    /// Whether it is rejected or stuck. The opposite motion is voted on under the same rule by the same people: all who said no or objected
    /// say yes to it, all who said yes object to it, and the rest do as they did.
    pub kind: DeadlockKind,
    /// The same as a plain sentence.
    pub sentence: String,
    /// The smallest sets of people who stand in the way.
    pub stand_in_the_way: StandInTheWay,
    /// The parts of the rule of which one more would do, and the quorums that were missed, as far as they failed: up to twenty.
    pub branches: Vec<OpenBranch>,
}

/// The smallest sets of members with whose votes, as they are, it would fail even if everybody else came and said yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandInTheWay {
    /// How many members the sets listed have: the fewest, if this is `at_least`.
    pub count: usize,
    /// No fewer than so many could stand in the way.
    pub at_least: usize,
    /// The sets as patterns, up to ten, in a fixed order; one from which nobody can be left out where the fewest are not known.
    pub sets: Vec<StandPattern>,
    /// How many smallest sets there are. Null if not all of them are listed.
    pub set_count: Option<Count>,
}

/// Sets that differ only in which of the members who are alike they hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandPattern {
    /// So many of each of these.
    pub choices: Vec<StandChoice>,
    /// How many sets these are.
    pub sets: Count,
}

/// Some of the members who did the same and count for the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandChoice {
    /// Any of these.
    pub members: Vec<Id>,
    /// How many of them.
    pub choose: usize,
    /// What they did.
    pub did: State,
}

/// What kind of branch it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BranchKind {
    /// One of several parts that need not all pass: a fallback, an override, what a veto gives way to.
    Choice,
    /// A quorum that was missed.
    Quorum,
}

/// A part of the rule that failed and need not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenBranch {
    /// Which part: its place, from 0, in `parts`.
    pub part: usize,
    /// What kind of branch it is.
    pub kind: BranchKind,
    /// Whether it is open: it could pass if only those who abstained or were absent change. Null where that is not known.
    pub open: Option<bool>,
    /// A smallest set of changes with which this part would pass: by those who took no side if it is open, else by anybody.
    pub changes: Vec<VoteChange>,
    /// No fewer changes than this could do.
    pub at_least: usize,
    /// Whether the whole would pass with these changes.
    pub then_passes: bool,
    /// The same as a plain sentence.
    pub sentence: String,
}

/// Looks into a failed decision.
pub(super) fn deadlock(rule: &Compiled, roles: &[Role], roster: &Roster, states: &[State]) -> Deadlock {
    let opposite: Vec<State> = states.iter().map(|state| turned_round(*state)).collect();
    let rejected = rule.passes(&opposite);
    let possible = rule.passes(&vec![State::Yes; states.len()]);
    let (kind, sentence) = if rejected {
        (DeadlockKind::Rejected, "rejected: with every yes and no turned round it would pass, so the group decided against it")
    } else if !possible {
        (DeadlockKind::Stuck, "stuck: under this rule, with the votes handed over like this, nothing can pass, whoever says yes")
    } else {
        (DeadlockKind::Stuck, "stuck: with every yes and no turned round it would not pass either, so the group decided nothing")
    };
    let mut branches = Branches { rule, roster, states, part: 0, found: Vec::new() };
    branches.node(rule.root());
    Deadlock {
        kind,
        sentence: sentence.to_owned(),
        stand_in_the_way: stand_in_the_way(rule, roles, roster, states),
        branches: branches.answer(),
    }
}

/// What each would do if the opposite were put: who wants it as it is objects.
const fn turned_round(state: State) -> State {
    match state {
        State::Yes => State::Object,
        State::No | State::Object => State::Yes,
        same => same,
    }
}

/// From everybody saying yes, the fewest who vote as they did so that it fails.
fn stand_in_the_way(rule: &Compiled, roles: &[Role], roster: &Roster, states: &[State]) -> StandInTheWay {
    let all_yes = vec![State::Yes; states.len()];
    // Where it fails even so, it is the rule that stands in the way, and nobody.
    if !rule.passes(&all_yes) {
        return StandInTheWay { count: 0, at_least: 0, sets: Vec::new(), set_count: Some(Count::from(0_u32)) };
    }
    let changes = Changes::to_given(roles, &all_yes, states);
    let task = Task { rule, roles, states: &all_yes, direction: Direction::ToFail, changes: &changes, first_look: u64::MAX };
    let reach = task.reach(MOST_VOTES_TRIED_FOR_DEADLOCK / 2, MOST_CHANGE_PATTERNS);
    let ids = |members: &[usize]| members.iter().filter_map(|member| roster.ids().get(*member).cloned()).collect::<Vec<Id>>();
    let mut sets: Vec<StandPattern> = Vec::new();
    for pattern in &reach.patterns {
        let choice = |(kind, to): &(usize, Vec<(State, usize)>)| {
            let kind = changes.kinds.get(*kind)?;
            let choose = to.iter().map(|(_, count)| count).sum();
            Some(StandChoice { members: ids(&kind.members), choose, did: kind.gate })
        };
        sets.push(StandPattern {
            choices: pattern.choices.iter().filter_map(choice).collect(),
            sets: Count::from(pattern.sets.clone()),
        });
    }
    // Without a proof of the fewest: one set, or, where even that would take too long, all who did not say yes.
    let mut found = reach.found.clone();
    if reach.possible != Some(true) {
        let changed = changes.kinds.iter().flat_map(|kind| kind.members.iter().map(|member| (*member, kind.gate)));
        found = changed.collect();
    }
    if sets.is_empty() {
        found.sort_unstable();
        let one = |(member, did): &(usize, State)| StandChoice { members: ids(&[*member]), choose: 1, did: *did };
        sets.push(StandPattern { choices: found.iter().map(one).collect(), sets: Count::from(1_u32) });
    }
    StandInTheWay {
        count: found.len(),
        at_least: reach.at_least.max(1),
        set_count: (reach.possible == Some(true) && reach.all)
            .then(|| Count::from(reach.patterns.iter().map(|pattern| &pattern.sets).sum::<BigUint>())),
        sets,
    }
}

/// Collects the branches along the parts that failed.
struct Branches<'a> {
    rule: &'a Compiled,
    roster: &'a Roster,
    states: &'a [State],
    part: usize,
    found: Vec<(usize, &'a Node, BranchKind)>,
}

impl<'a> Branches<'a> {
    fn node(&mut self, node: &'a Node) {
        let part = self.part;
        self.part += 1;
        match node {
            Node::Leaf(_) => {}
            Node::AtLeast { count, of } => {
                for child in of {
                    let failed = !child.passes(self.states);
                    if failed && *count < of.len() {
                        self.found.push((self.part, child, BranchKind::Choice));
                    }
                    if failed { self.node(child) } else { self.part += lines(child) }
                }
            }
            Node::Quorum { cast, among, heads, then } => {
                if heads_counted(*cast, among, self.states) < *heads {
                    self.found.push((part + 1, node, BranchKind::Quorum));
                }
                self.part += 1;
                if then.passes(self.states) {
                    self.part += lines(then);
                } else {
                    self.node(then);
                }
            }
        }
    }

    fn answer(&self) -> Vec<OpenBranch> {
        let listed = self.found.len().min(MOST_BRANCHES);
        let each = MOST_VOTES_TRIED_FOR_DEADLOCK / 2 / listed.max(1) as u64;
        let answer = |(part, node, kind): &(usize, &Node, BranchKind)| match (kind, node) {
            (BranchKind::Quorum, Node::Quorum { cast, among, heads, .. }) => self.quorum(*part, *cast, among, *heads),
            _ => self.choice(*part, node, each),
        };
        self.found.iter().take(MOST_BRANCHES).map(answer).collect()
    }

    fn state(&self, member: usize) -> State {
        self.states.get(member).copied().unwrap_or(State::Absent)
    }

    /// The first who were not there, come and abstain; for a quorum of votes cast, the first who took no side say yes.
    fn quorum(&self, part: usize, cast: bool, among: &[usize], heads: usize) -> OpenBranch {
        let to = if cast { State::Yes } else { State::Abstain };
        let missing = heads.saturating_sub(heads_counted(cast, among, self.states));
        let mut counted = heads.saturating_sub(missing);
        let mut found: Vec<(usize, State)> = Vec::new();
        // Whoever carries votes of others can stand here several times, next to themselves.
        // Those who carry the most come first, so that no fewer people could meet the quorum.
        let mut people: Vec<&[usize]> = among.chunk_by(|one, other| one == other).collect();
        people.sort_by_key(|heads| std::cmp::Reverse(heads.len()));
        for heads_of_one in people {
            let Some(member) = heads_of_one.first() else { continue };
            let state = self.state(*member);
            let counts = if cast { state.is_cast() } else { state.is_present() };
            if !counts && counted < heads {
                counted += heads_of_one.len();
                found.push((*member, to));
            }
        }
        found.sort_unstable();
        let doing = if cast { "voted" } else { "came" };
        if counted < heads {
            let short =
                format!("the quorum cannot be met, even if everybody else {doing}: too many have handed over their votes");
            return self.branch(part, BranchKind::Quorum, Some(false), &[], missing, &short);
        }
        let short = format!("the quorum would be met if {} more {doing}", found.len());
        self.branch(part, BranchKind::Quorum, Some(true), &found, found.len(), &short)
    }

    fn choice(&self, part: usize, node: &Node, work: u64) -> OpenBranch {
        let rule = Compiled::over(self.rule.ids().to_vec(), node.clone());
        let roles = roles(&rule);
        let reach = |may: &dyn Fn(usize) -> bool| {
            let changes = Changes::among(&roles, self.states, Direction::ToPass, may);
            let task = Task {
                rule: &rule,
                roles: &roles,
                states: self.states,
                direction: Direction::ToPass,
                changes: &changes,
                first_look: 4 * work,
            };
            let reach = task.reach(work / 2, 1);
            let words = patterns(&rule, self.roster, self.states, Direction::ToPass, &changes, &reach);
            (reach, words)
        };
        let (silent, silently) = reach(&|member| matches!(self.state(member), State::Abstain | State::Absent));
        let open = silent.possible;
        let (reach, words) = if open == Some(true) { (silent, silently) } else { reach(&|_| true) };
        let what = words.first().map(pattern_words);
        let short = match (open, what) {
            (Some(true), Some(what)) => format!("this part is open: it would pass if {what}"),
            (Some(false), Some(what)) => {
                format!("this part is closed unless somebody changes their mind: it would pass if {what}")
            }
            (_, Some(what)) => format!("this part would pass if {what}"),
            (_, None) => "what this part needs would take too much work to find out".to_owned(),
        };
        self.branch(part, BranchKind::Choice, open, &one_set(&words, self.roster, &reach.found), reach.at_least, &short)
    }

    fn branch(
        &self,
        part: usize,
        kind: BranchKind,
        open: Option<bool>,
        found: &[(usize, State)],
        at_least: usize,
        short: &str,
    ) -> OpenBranch {
        let mut tried = self.states.to_vec();
        for (member, to) in found {
            if let Some(state) = tried.get_mut(*member) {
                *state = *to;
            }
        }
        let then_passes = !found.is_empty() && self.rule.passes(&tried);
        let name = |member: usize| self.roster.ids().get(member).cloned();
        let change =
            |(member, to): &(usize, State)| Some(VoteChange { member: name(*member)?, from: self.state(*member), to: *to });
        let whole = match (found.is_empty(), then_passes) {
            (true, _) => "",
            (false, true) => ", and then the whole would pass",
            (false, false) => ", but the whole would still fail",
        };
        OpenBranch {
            part,
            kind,
            open,
            changes: found.iter().filter_map(change).collect(),
            at_least,
            then_passes,
            sentence: format!("{short}{whole}"),
        }
    }
}

/// One set of the first pattern, with the lowest members of each choice; the set found where there is no pattern.
fn one_set(words: &[ChangePattern], roster: &Roster, found: &[(usize, State)]) -> Vec<(usize, State)> {
    let mut set: Vec<(usize, State)> = Vec::new();
    for choice in words.first().map_or(&[][..], |pattern| pattern.choices.as_slice()) {
        let mut members = choice.members.iter().filter_map(|id| roster.number(id.as_str()));
        for part in &choice.to {
            set.extend(members.by_ref().take(part.count).map(|member| (member, part.state)));
        }
    }
    if set.is_empty() {
        set = found.to_vec();
    }
    set.sort_unstable();
    set
}

/// How many lines a part takes among `parts`.
fn lines(node: &Node) -> usize {
    match node {
        Node::Leaf(_) => 1,
        Node::AtLeast { of, .. } => 1 + of.iter().map(lines).sum::<usize>(),
        Node::Quorum { then, .. } => 2 + lines(then),
    }
}
