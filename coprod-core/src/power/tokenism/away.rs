//! Whether somebody whose vote never decides when everybody says yes or objects can still make a difference when some abstain, stay
//! away or say no without objecting.

use serde::Serialize;

use crate::power::roles::{Role, classes};
use crate::power::rule::{Bar, Base, Compiled, Leaf, Node, State};
use crate::power::work::Work;
use crate::unit::IdMap;

/// For all members together so many votes (one voter in one part of the rule, once) are looked at: about half a second.
pub const MOST_AWAY_VOTES: u64 = 40_000_000;

/// For one member so many of them at most.
const MOST_FOR_ONE: u64 = 10_000_000;

/// Whether somebody whose vote never decides when everybody says yes or objects can make a difference otherwise: where some say no without
/// objecting, abstain or stay away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismAway {
    /// Whether it makes a difference, ever, what the member does: to say yes or no, to object, to abstain or to stay away, whatever
    /// each of the others does of these. Null where that would take too long.
    pub can_matter: Option<bool>,
    /// Why, in words.
    pub because: String,
    /// Where it can: a case in which it does.
    pub example: Option<TokenismExample>,
}

/// A case in which it makes a difference what a member does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismExample {
    /// What each of the others does.
    pub others: IdMap<State>,
    /// It passes if the member does this ...
    pub passes_with: State,
    /// ... and fails if the member does this.
    pub fails_with: State,
}

/// So many cases are looked at first.
const QUICK_CASES: u64 = 3_125;

const ALL: [State; 5] = [State::Yes, State::No, State::Object, State::Abstain, State::Absent];

/// What the question needs to know of a rule.
pub(super) struct Away<'a> {
    rule: &'a Compiled,
    roles: Vec<Role>,
    /// Whether doing anything but saying yes is the same in every part.
    all_or_nothing: bool,
    /// By member: whether the member is counted anywhere at all.
    counted: Vec<bool>,
    left: u64,
}

impl<'a> Away<'a> {
    pub(super) fn new(rule: &'a Compiled) -> Self {
        let mut counted = vec![false; rule.len()];
        let all_or_nothing = look(rule.root(), &mut counted);
        Self { rule, roles: crate::power::roles::roles(rule), all_or_nothing, counted, left: MOST_AWAY_VOTES }
    }

    /// Whether it can matter what this member does. The member's vote never decides when everybody votes.
    pub(super) fn of(&mut self, member: usize) -> TokenismAway {
        if !self.counted.get(member).copied().unwrap_or(false) {
            let because = "the rule counts neither the member's vote nor whether the member is there".to_owned();
            return TokenismAway { can_matter: Some(false), because, example: None };
        }
        if self.all_or_nothing {
            let because =
                "every part of the rule asks who says yes and nothing else: to abstain or to stay away is the same as to say no"
                    .to_owned();
            return TokenismAway { can_matter: Some(false), because, example: None };
        }
        let others = (0..self.rule.len()).filter(|other| *other != member);
        let kinds = classes(others, |other| self.roles.get(other));
        let mut states = vec![State::Yes; self.rule.len()];
        let mut work = Work::new(self.rule, self.left.min(MOST_FOR_ONE));
        let before = work.left();
        let found = looked_through(&kinds, &mut states, member, &mut work);
        self.left = self.left.saturating_sub(before - work.left());
        match found {
            Some(Some((passes_with, fails_with))) => {
                let other = |(number, id): (usize, &crate::unit::Id)| {
                    (number != member).then(|| (id.clone(), states.get(number).copied().unwrap_or(State::Absent)))
                };
                TokenismAway {
                    can_matter: Some(true),
                    because: "there are cases in which some abstain, stay away or say no without objecting and it does"
                        .to_owned(),
                    example: Some(TokenismExample {
                        others: self.rule.ids().iter().enumerate().filter_map(other).collect(),
                        passes_with,
                        fails_with,
                    }),
                }
            }
            Some(None) => TokenismAway {
                can_matter: Some(false),
                because: "everything that the others can do was tried".to_owned(),
                example: None,
            },
            None => TokenismAway {
                can_matter: None,
                because: "trying everything that the others can do would take too long, and no case was found quickly".to_owned(),
                example: None,
            },
        }
    }
}

/// Notes who is counted; whether every part asks who says yes and nothing else.
fn look(node: &Node, counted: &mut [bool]) -> bool {
    let mut count = |member: usize| {
        if let Some(own) = counted.get_mut(member) {
            *own = true;
        }
    };
    match node {
        Node::Leaf(Leaf::SignOff(ids)) => {
            ids.iter().for_each(|member| count(*member));
            true
        }
        Node::Leaf(Leaf::Consent(ids)) => {
            ids.iter().for_each(|member| count(*member));
            false
        }
        Node::Leaf(Leaf::Votes { voters, bar, casting }) => {
            voters.iter().filter(|(_, weight)| *weight > 0).for_each(|(member, _)| count(*member));
            casting.is_none() && matches!(bar, Bar::Count(_) | Bar::Share { of: Base::Members, .. })
        }
        Node::AtLeast { of, .. } => of.iter().filter(|part| !look(part, counted)).count() == 0,
        Node::Quorum { among, then, .. } => {
            among.iter().for_each(|member| count(*member));
            look(then, counted);
            false
        }
    }
}

/// A case in which it matters, left in `states`; nothing inside where there is none, and nothing at all where the work does not suffice.
fn looked_through(
    kinds: &[Vec<usize>],
    states: &mut [State],
    member: usize,
    work: &mut Work<'_>,
) -> Option<Option<(State, State)>> {
    // A quick look: everybody of a kind does the same. With few kinds all such cases, else some that are spread over them.
    let uniform = u32::try_from(kinds.len()).ok().and_then(|kinds| 5_u64.checked_pow(kinds)).filter(|all| *all <= QUICK_CASES);
    for number in 0..uniform.unwrap_or(QUICK_CASES) {
        let mut digits = number;
        for (place, kind) in kinds.iter().enumerate() {
            let digit = if uniform.is_some() { digits % 5 } else { spread(number, place as u64) % 5 };
            digits /= 5;
            let state = usize::try_from(digit).ok().and_then(|digit| ALL.get(digit)).copied().unwrap_or(State::Absent);
            kind.iter().for_each(|other| put(states, *other, state));
        }
        if let Some(found) = differs(states, member, work)? {
            return Some(Some(found));
        }
    }
    // Everything: how many of each kind do what.
    let ways = |kind: &Vec<usize>| (1..=4_u64).fold(1_u64, |ways, step| ways.saturating_mul(kind.len() as u64 + step) / step);
    let all = kinds.iter().map(ways).fold(1_u64, u64::saturating_mul);
    if all.saturating_mul(5).saturating_mul(work.each()) > work.left() {
        return None;
    }
    every(kinds, states, member, work)
}

/// A number that looks as if drawn, always the same for the same two.
const fn spread(number: u64, place: u64) -> u64 {
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ place.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb) >> 32
}

fn every(kinds: &[Vec<usize>], states: &mut [State], member: usize, work: &mut Work<'_>) -> Option<Option<(State, State)>> {
    match kinds.split_first() {
        None => differs(states, member, work),
        Some((kind, rest)) => share(kind, &ALL, rest, states, member, work),
    }
}

/// Shares the members of a kind out among these states in every way.
fn share(
    kind: &[usize],
    options: &[State],
    rest: &[Vec<usize>],
    states: &mut [State],
    member: usize,
    work: &mut Work<'_>,
) -> Option<Option<(State, State)>> {
    let Some((option, others)) = options.split_first() else { return every(rest, states, member, work) };
    let least = if others.is_empty() { kind.len() } else { 0 };
    for count in least..=kind.len() {
        let (these, left) = kind.split_at(count);
        these.iter().for_each(|other| put(states, *other, *option));
        if let Some(found) = share(left, others, rest, states, member, work)? {
            return Some(Some(found));
        }
    }
    Some(None)
}

/// A state of the member with which it passes and one with which it fails.
fn differs(states: &mut [State], member: usize, work: &mut Work<'_>) -> Option<Option<(State, State)>> {
    let (mut passes, mut fails) = (None, None);
    for state in ALL {
        put(states, member, state);
        if work.passes(states).ok()? {
            passes = passes.or(Some(state));
        } else {
            fails = fails.or(Some(state));
        }
    }
    Some(passes.zip(fails))
}

fn put(states: &mut [State], member: usize, state: State) {
    if let Some(own) = states.get_mut(member) {
        *own = state;
    }
}
