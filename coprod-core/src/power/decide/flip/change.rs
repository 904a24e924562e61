//! The changes worth trying.
//!
//! To pass, saying yes is the best that a member can do, and to fail, objecting is, but for the exceptions that [`Role`] knows. Of
//! two members one of whom counts for no less and did no better, the one goes first: whatever changing the other achieves,
//! changing the one achieves too.

use super::super::super::roles::{Role, classes};
use super::super::super::rule::State;

/// Which way a decision is to be turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    ToPass,
    ToFail,
}

impl Direction {
    /// Whether this outcome is the one wanted.
    pub(super) fn reached(self, passes: bool) -> bool {
        passes == (self == Self::ToPass)
    }

    /// What mostly does the most.
    const fn usual(self) -> State {
        match self {
            Self::ToPass => State::Yes,
            Self::ToFail => State::Object,
        }
    }
}

/// Interchangeable members who did the same, and what they could do instead.
pub(super) struct Kind {
    pub(super) members: Vec<usize>,
    pub(super) to: Vec<State>,
    /// The earlier kinds of whom all must have changed before one of these is worth changing to the usual state.
    pub(super) after: Vec<usize>,
}

/// All changes worth trying, the weightiest first.
pub(super) struct Changes {
    pub(super) kinds: Vec<Kind>,
    pub(super) usual: State,
}

/// Comparing kinds stops beyond so many: the search is then longer, and no less right.
const MOST_KINDS_COMPARED: usize = 300;

impl Changes {
    pub(super) fn of(roles: &[Role], states: &[State], direction: Direction) -> Self {
        let usual = direction.usual();
        let asked = |member: &usize| roles.get(*member).is_some_and(|role| role.len() > 0);
        let part = |member: usize| (roles.get(member), states.get(member));
        let mut kinds = classes((0..states.len()).filter(asked), part);
        let first = |members: &[usize]| {
            let member = members.first()?;
            Some((roles.get(*member)?, *states.get(*member)?))
        };
        kinds.sort_by_key(|members| {
            first(members).map(|(role, state)| (std::cmp::Reverse(role.total_weight()), reach(state, direction)))
        });
        let comparable = kinds.len() <= MOST_KINDS_COMPARED && !roles.iter().any(|role| role.in_loose_tie);
        let mut list: Vec<Kind> = Vec::with_capacity(kinds.len());
        for members in kinds {
            let Some((role, state)) = first(&members) else { continue };
            let to = targets(role, state, direction);
            if to.is_empty() {
                continue;
            }
            let goes_first = |earlier: &Kind| {
                first(&earlier.members).is_some_and(|(other, did)| {
                    let no_better = match direction {
                        Direction::ToPass => role.at_least_as_good(state, did),
                        Direction::ToFail => role.at_least_as_good(did, state),
                    };
                    earlier.to.contains(&usual) && other.outdoes(role) && other.same_quorums(role) && no_better
                })
            };
            let after = if comparable {
                list.iter().enumerate().filter(|(_, earlier)| goes_first(earlier)).map(|(at, _)| at).collect()
            } else {
                Vec::new()
            };
            list.push(Kind { members, to, after });
        }
        Self { kinds: list, usual }
    }

    /// Each kind with each of its changes.
    pub(super) fn singles(&self) -> impl Iterator<Item = (&[usize], State)> {
        self.kinds.iter().flat_map(|kind| kind.to.iter().map(|to| (kind.members.as_slice(), *to)))
    }
}

/// Those whose change reaches furthest come first among equals.
const fn reach(state: State, direction: Direction) -> u8 {
    let rank = match state {
        State::Object => 0,
        State::No => 1,
        State::Abstain => 2,
        State::Absent => 3,
        State::Yes => 4,
    };
    match direction {
        Direction::ToPass => rank,
        Direction::ToFail => 4 - rank,
    }
}

fn targets(role: &Role, state: State, direction: Direction) -> Vec<State> {
    let (abstain, absent) = match direction {
        Direction::ToPass => (role.helps_by_abstaining, role.helps_by_absence),
        Direction::ToFail => (role.harms_by_abstaining, role.harms_by_absence),
    };
    let mut targets = vec![direction.usual()];
    targets.extend(abstain.then_some(State::Abstain));
    targets.extend(absent.then_some(State::Absent));
    targets.retain(|target| *target != state);
    // What an objection adds to a no concerns consent alone.
    if state == State::No && direction == Direction::ToFail && !role.in_consent {
        targets.retain(|target| *target != State::Object);
    }
    targets
}

/// Writes the changes into the states.
pub(super) fn set(states: &mut [State], changes: &[(usize, State)]) {
    for (member, to) in changes {
        if let Some(state) = states.get_mut(*member) {
            *state = *to;
        }
    }
}
