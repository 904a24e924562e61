//! How few changes could turn a decision at best: a bound that is never too high.
//!
//! Each leaf is taken by itself and each change at its very best. Of parts that must all be turned the hardest counts, or all of
//! them together where they ask different members.

use super::super::super::roles::Role;
use super::super::super::rule::{Bar, Base, Compiled, Leaf, Node, State, Tally, enough, heads_counted};
use super::change::Direction;

pub(super) fn least(rule: &Compiled, roles: &[Role], states: &[State], direction: Direction) -> usize {
    let bound = Bound { states, loose: roles.iter().any(|role| role.in_loose_tie), direction };
    bound.node(rule.root()).changes
}

/// The bound of one part, and whom it asks.
struct Part {
    changes: usize,
    asks: Vec<usize>,
}

struct Bound<'a> {
    states: &'a [State],
    loose: bool,
    direction: Direction,
}

impl Bound<'_> {
    fn node(&self, node: &Node) -> Part {
        if self.direction.reached(node.passes(self.states)) {
            return Part { changes: 0, asks: asks(node) };
        }
        let changes = match (node, self.direction) {
            // A second vote on a loose base makes unusual changes useful: then only the obvious is said.
            _ if self.loose => 1,
            (Node::Leaf(leaf), _) => self.leaf(leaf),
            (Node::AtLeast { count, of }, Direction::ToPass) => self.so_many(*count, of),
            (Node::AtLeast { count, of }, Direction::ToFail) => self.so_many((of.len() + 1).saturating_sub(*count), of),
            (Node::Quorum { cast, among, heads, then }, Direction::ToPass) => {
                let missing = heads.saturating_sub(heads_counted(*cast, among, self.states));
                missing.div_ceil(most_heads(among)).max(self.node(then).changes)
            }
            (Node::Quorum { cast, among, heads, then }, Direction::ToFail) => {
                let spare = heads_counted(*cast, among, self.states).saturating_sub(*heads) + 1;
                spare.div_ceil(most_heads(among)).min(self.node(then).changes)
            }
        };
        Part { changes, asks: asks(node) }
    }

    /// So many of the parts must be turned; those that are cost nothing.
    fn so_many(&self, count: usize, of: &[Node]) -> usize {
        let mut parts: Vec<Part> = of.iter().map(|part| self.node(part)).collect();
        let mut asked: Vec<usize> = parts.iter().flat_map(|part| part.asks.iter().copied()).collect();
        let all = asked.len();
        asked.sort_unstable();
        asked.dedup();
        parts.sort_by_key(|part| part.changes);
        let easiest = parts.iter().take(count).map(|part| part.changes);
        if asked.len() == all { easiest.sum() } else { easiest.max().unwrap_or(0) }
    }

    fn leaf(&self, leaf: &Leaf) -> usize {
        let did = |member: usize| self.states.get(member).copied().unwrap_or(State::Absent);
        match (leaf, self.direction) {
            (Leaf::SignOff(holders), Direction::ToPass) => holders.iter().filter(|holder| did(**holder) != State::Yes).count(),
            (Leaf::Consent(among), Direction::ToPass) => {
                among.iter().filter(|member| did(**member) == State::Object).count().max(1)
            }
            (Leaf::SignOff(_) | Leaf::Consent(_), Direction::ToFail) => 1,
            (Leaf::Votes { voters, bar, casting }, _) => self.votes(voters, *bar, casting.is_some()),
        }
    }

    /// Each change at its best: to pass, the heaviest who did not say yes add their weight, and the base does not grow; to fail, the
    /// heaviest who said yes take theirs away, and the base grows by the heaviest who did not.
    fn votes(&self, voters: &[(usize, u64)], bar: Bar, casting: bool) -> usize {
        let did = |member: usize| self.states.get(member).copied().unwrap_or(State::Absent);
        let (mut friends, mut others): (Vec<_>, Vec<_>) = voters.iter().partition(|(member, _)| did(*member) == State::Yes);
        friends.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        others.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        let weigh = |part: &[(usize, u64)]| part.iter().map(|(_, weight)| weight).sum::<u64>();
        let (for_it, all) = (weigh(&friends), weigh(voters));
        let base = match bar {
            Bar::Count(_) => all,
            Bar::Share { of, .. } => {
                let counts = |state: State| match of {
                    Base::Cast => state.is_cast(),
                    Base::Present => state.is_present(),
                    Base::Members => true,
                    Base::MembersLessAbstainers => state != State::Abstain,
                };
                voters.iter().filter(|(member, _)| counts(did(*member))).map(|(_, weight)| weight).sum()
            }
        };
        let second = u64::from(casting);
        let turned = |changes: &usize| {
            let top = |list: &[(usize, u64)]| weigh(list.get(..*changes).unwrap_or(list));
            let tally = match self.direction {
                Direction::ToPass => {
                    let yes = for_it + top(&others) + second;
                    Tally { yes, base: base.max(yes), casting_used: false }
                }
                Direction::ToFail => {
                    let grown = base.saturating_add(top(&others)).min(all);
                    Tally { yes: for_it - top(&friends), base: grown + second, casting_used: false }
                }
            };
            self.direction.reached(enough(bar, tally))
        };
        (1..=voters.len()).find(turned).unwrap_or(voters.len())
    }
}

/// For how many heads one member counts at most: more than one where members carry others' votes.
fn most_heads(among: &[usize]) -> usize {
    among.chunk_by(|one, next| one == next).map(<[usize]>::len).max().unwrap_or(1)
}

fn asks(node: &Node) -> Vec<usize> {
    let mut asks: Vec<usize> = match node {
        Node::Leaf(Leaf::Votes { voters, .. }) => {
            voters.iter().filter(|(_, weight)| *weight > 0).map(|(member, _)| *member).collect()
        }
        Node::Leaf(Leaf::Consent(among) | Leaf::SignOff(among)) => among.clone(),
        Node::AtLeast { of, .. } => of.iter().flat_map(asks).collect(),
        Node::Quorum { among, then, .. } => among.iter().copied().chain(asks(then)).collect(),
    };
    asks.sort_unstable();
    asks.dedup();
    asks
}
