//! A rule as sums of what members bring, against bars: every condition of the grammar is a few of them.
//!
//! Each member brings so much to each sum: one amount for saying yes, one for objecting, for abstaining and for staying away. A share of
//! a base becomes one sum, `yes x denominator - base x numerator`, which must not be below zero, or be above it. A second vote at a tie
//! becomes the cases in which it is used and in which not.

use std::collections::BTreeMap;

use super::super::rule::{Bar, Base, Compiled, Leaf, Node};

/// What somebody brings to a sum by saying yes, objecting, abstaining or staying away.
pub(super) type Brings = [i128; 4];

/// Saying yes.
pub(super) const YES: usize = 0;
/// Objecting: saying no in the way that a rule minds most.
pub(super) const NO: usize = 1;
/// Being there without taking a side.
pub(super) const ABSTAIN: usize = 2;
/// Staying away.
pub(super) const ABSENT: usize = 3;

/// When it passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Gate {
    /// The sum of this number comes to this at least.
    Bar(usize, i128),
    /// So many of these hold.
    AtLeast(usize, Vec<Gate>),
}

/// A rule as sums and bars, for some members.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// What each of the members brings to each sum, member by member.
    pub(super) brings: Vec<Vec<Brings>>,
    /// When it passes.
    pub(super) gate: Gate,
    /// The bars of each sum, in order.
    pub(super) bars: Vec<Vec<i128>>,
}

impl Plan {
    /// The sums of a rule for these members alone: what others would bring is left out.
    pub(super) fn of(rule: &Compiled, members: &[usize]) -> Self {
        let mut builder = Builder { members, len: rule.len(), sums: Vec::new(), numbers: BTreeMap::new() };
        let gate = builder.gate(rule.root());
        let brings = (0..members.len())
            .map(|at| builder.sums.iter().map(|sum| sum.get(at).copied().unwrap_or_default()).collect())
            .collect();
        let mut bars = vec![Vec::new(); builder.sums.len()];
        gate.bars(&mut bars);
        for bars in &mut bars {
            bars.sort_unstable();
            bars.dedup();
        }
        Self { brings, gate, bars }
    }

    /// How many sums there are.
    pub(super) fn sums(&self) -> usize {
        self.bars.len()
    }

    /// Whether it passes where the sums have come to these.
    pub(super) fn passes(&self, sums: &[i128]) -> bool {
        self.gate.passes(sums)
    }
}

impl Gate {
    fn passes(&self, sums: &[i128]) -> bool {
        match self {
            Self::Bar(sum, least) => sums.get(*sum).is_some_and(|sum| sum >= least),
            Self::AtLeast(count, of) => of.iter().filter(|part| part.passes(sums)).count() >= *count,
        }
    }

    fn bars(&self, bars: &mut [Vec<i128>]) {
        match self {
            Self::Bar(sum, least) => {
                if let Some(own) = bars.get_mut(*sum) {
                    own.push(*least);
                }
            }
            Self::AtLeast(_, of) => of.iter().for_each(|part| part.bars(bars)),
        }
    }
}

struct Builder<'a> {
    members: &'a [usize],
    len: usize,
    sums: Vec<Vec<Brings>>,
    numbers: BTreeMap<Vec<Brings>, usize>,
}

impl Builder<'_> {
    fn gate(&mut self, node: &Node) -> Gate {
        match node {
            Node::Leaf(Leaf::Votes { voters, bar, casting }) => self.votes(voters, *bar, *casting),
            Node::Leaf(Leaf::Consent(among)) => {
                let times = self.times(among.iter().map(|member| (*member, 1)));
                let there = self.bar(&times, [1, 1, 1, 0], 1);
                all(vec![there, self.bar(&times, [0, -1, 0, 0], 0)])
            }
            Node::Leaf(Leaf::SignOff(holders)) => {
                let times = self.times(holders.iter().map(|member| (*member, 1)));
                self.bar(&times, [1, 0, 0, 0], holders.len() as i128)
            }
            Node::AtLeast { count, of } => Gate::AtLeast(*count, of.iter().map(|node| self.gate(node)).collect()),
            Node::Quorum { cast, among, heads, then } => {
                let times = self.times(among.iter().map(|member| (*member, 1)));
                let met = self.bar(&times, [1, 1, i128::from(!cast), 0], *heads as i128);
                all(vec![met, self.gate(then)])
            }
        }
    }

    fn votes(&mut self, voters: &[(usize, u64)], bar: Bar, casting: Option<usize>) -> Gate {
        let times = self.times(voters.iter().copied());
        // Weights come to 2^53 at most, and a share's parts to 2^63: no sum of products comes near 2^127.
        let (each, least, second): (Brings, i128, i128) = match bar {
            Bar::Count(count) => ([1, 0, 0, 0], i128::from(count), 1),
            Bar::Share { of, share, strict } => {
                let (numer, denom) = (i128::from(share.numer()), i128::from(share.denom()));
                let counted = |counts: bool| if counts { -numer } else { 0 };
                let abstain = counted(matches!(of, Base::Present | Base::Members));
                let absent = counted(matches!(of, Base::Members | Base::MembersLessAbstainers));
                ([denom - numer, -numer, abstain, absent], i128::from(strict), denom)
            }
        };
        let some_yes = self.bar(&times, [1, 0, 0, 0], 1);
        let enough = self.bar(&times, each, least);
        let Some(holder) = casting else { return all(vec![some_yes, enough]) };
        // At a tie the second vote adds to yes, and where votes cast are the base, to that.
        let grown = match bar {
            Bar::Share { of: Base::Cast, share, .. } => i128::from(share.numer()),
            _ => 0,
        };
        let holder = self.times([(holder, 1)]);
        let ahead = self.bar(&times, [1, -1, 0, 0], 1);
        let behind = self.bar(&times, [-1, 1, 0, 0], 1);
        let silent = self.bar(&holder, [-1, -1, 0, 0], 0);
        let level = [self.bar(&times, [1, -1, 0, 0], 0), self.bar(&times, [-1, 1, 0, 0], 0)];
        let with = |mut more: Vec<Gate>| {
            more.extend(level.iter().cloned());
            all(more)
        };
        let (says_yes, says_no) = (self.bar(&holder, [1, 0, 0, 0], 1), self.bar(&holder, [0, 1, 0, 0], 1));
        let for_it = with(vec![says_yes, self.bar(&times, each, least - second + grown)]);
        let against = with(vec![says_no, self.bar(&times, each, least + grown)]);
        let usual = all(vec![any(vec![ahead, behind, silent]), enough]);
        all(vec![some_yes, any(vec![usual, for_it, against])])
    }

    /// How often each member counts.
    fn times(&self, counted: impl IntoIterator<Item = (usize, u64)>) -> Vec<i128> {
        let mut times = vec![0; self.len];
        for (member, often) in counted {
            if let Some(own) = times.get_mut(member) {
                *own += i128::from(often);
            }
        }
        times
    }

    /// A bar for the sum to which each member brings so much, so often.
    fn bar(&mut self, times: &[i128], each: Brings, least: i128) -> Gate {
        let brings = |member: &usize| each.map(|amount| amount * times.get(*member).copied().unwrap_or(0));
        let sum: Vec<Brings> = self.members.iter().map(brings).collect();
        let next = self.sums.len();
        let number = *self.numbers.entry(sum).or_insert_with_key(|sum| {
            self.sums.push(sum.clone());
            next
        });
        Gate::Bar(number, least)
    }
}

fn all(of: Vec<Gate>) -> Gate {
    Gate::AtLeast(of.len(), of)
}

fn any(of: Vec<Gate>) -> Gate {
    Gate::AtLeast(1, of)
}
