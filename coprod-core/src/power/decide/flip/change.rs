//! The changes worth trying.
//!
//! To pass, saying yes is the best that a member can do, and to fail, objecting is, but for the exceptions that [`Role`] knows. Of
//! two members one of whom counts for no less and did no better, the one goes first: whatever changing the other achieves,
//! changing the one achieves too.

use super::super::super::roles::{Role, classes};
use super::super::super::rule::State;

/// Which way a decision is to be turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Direction {
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
pub(in super::super) struct Kind {
    pub(in super::super) members: Vec<usize>,
    pub(super) to: Vec<State>,
    /// The earlier kinds of whom all must have changed before one of these is worth changing to `gate`.
    pub(super) after: Vec<usize>,
    /// What mostly does the most for these.
    pub(in super::super) gate: State,
    /// Whether something else can do more, so that it depends on the others what does the most.
    pub(super) choice: bool,
}

/// All changes worth trying, the weightiest first.
pub(in super::super) struct Changes {
    pub(in super::super) kinds: Vec<Kind>,
}

/// Comparing kinds stops beyond so many: the search is then longer, and no less right.
const MOST_KINDS_COMPARED: usize = 300;

impl Changes {
    /// What anybody could do.
    pub(super) fn of(roles: &[Role], states: &[State], direction: Direction) -> Self {
        Self::among(roles, states, direction, |_| true)
    }

    /// What those could do who may change.
    pub(in super::super) fn among(roles: &[Role], states: &[State], direction: Direction, may: impl Fn(usize) -> bool) -> Self {
        let usual = direction.usual();
        let to = |member: usize, role: &Role, state: State| {
            if may(member) { (targets(role, state, direction), usual) } else { (Vec::new(), usual) }
        };
        Self::build(roles, states, direction, to)
    }

    /// To fail: each does what is given, or stays as they are.
    #[cfg(feature = "counting")]
    pub(in super::super) fn to_given(roles: &[Role], states: &[State], given: &[State]) -> Self {
        let to = |member: usize, _: &Role, state: State| {
            let given = given.get(member).copied().unwrap_or(state);
            (if given == state { Vec::new() } else { vec![given] }, given)
        };
        Self::build(roles, states, Direction::ToFail, to)
    }

    fn build(
        roles: &[Role],
        states: &[State],
        direction: Direction,
        to: impl Fn(usize, &Role, State) -> (Vec<State>, State),
    ) -> Self {
        let usual = direction.usual();
        let part = |member: usize| {
            let (role, state) = (roles.get(member)?, *states.get(member)?);
            let (to, gate) = to(member, role, state);
            (role.len() > 0 && !to.is_empty()).then_some((role, state, to, gate))
        };
        let mut kinds = classes((0..states.len()).filter(|member| part(*member).is_some()), part);
        let first = |members: &[usize]| members.first().and_then(|member| part(*member));
        kinds.sort_by_key(|members| {
            first(members).map(|(role, state, ..)| (std::cmp::Reverse(role.total_weight()), reach(state, direction)))
        });
        let comparable = kinds.len() <= MOST_KINDS_COMPARED && !roles.iter().any(|role| role.in_loose_tie);
        let mut list: Vec<Kind> = Vec::with_capacity(kinds.len());
        for members in kinds {
            let Some((role, state, to, gate)) = first(&members) else { continue };
            let goes_first = |earlier: &Kind| {
                first(&earlier.members).is_some_and(|(other, did, ..)| {
                    let no_better = match direction {
                        Direction::ToPass => role.at_least_as_good(state, did),
                        Direction::ToFail => role.at_least_as_good(did, state),
                    };
                    // What the earlier ones would do does no less than what these would.
                    let as_much = earlier.gate == gate || role.at_least_as_good(gate, earlier.gate);
                    earlier.to.contains(&earlier.gate) && as_much && other.outdoes(role) && other.same_quorums(role) && no_better
                })
            };
            let after = if comparable {
                list.iter().enumerate().filter(|(_, earlier)| goes_first(earlier)).map(|(at, _)| at).collect()
            } else {
                Vec::new()
            };
            let (abstain, absent) = unusual(role, direction);
            let choice = gate == usual && (abstain || absent);
            list.push(Kind { members, to, after, gate, choice });
        }
        Self { kinds: list }
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
    let (abstain, absent) = unusual(role, direction);
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

/// Whether abstaining, and staying away, can do more than the usual.
const fn unusual(role: &Role, direction: Direction) -> (bool, bool) {
    match direction {
        Direction::ToPass => (role.helps_by_abstaining, role.helps_by_absence),
        Direction::ToFail => (role.harms_by_abstaining, role.harms_by_absence),
    }
}

/// Writes the changes into the states.
pub(super) fn set(states: &mut [State], changes: &[(usize, State)]) {
    for (member, to) in changes {
        if let Some(state) = states.get_mut(*member) {
            *state = *to;
        }
    }
}
