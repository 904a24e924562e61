//! A rule as points against bars: what the finder works on.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::power::rule::{Bar, Base, Compiled, Leaf, Node, Tally, enough};

/// A part of a rule: who has how many points, and how many are enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// The members with points, by number.
    pub(super) points: Vec<(usize, u64)>,
    /// How many are enough; one more than there are where it never passes.
    pub(super) bar: u64,
    /// All points.
    pub(super) total: u64,
    /// Whether points are twice the votes, as there is a casting vote.
    pub(super) doubled: bool,
}

/// How the parts make the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tree {
    /// The part of this number passes.
    Part(usize),
    /// So many of these pass.
    AtLeast(usize, Vec<Tree>),
    /// It never passes.
    Never,
}

/// A rule as points against bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) parts: Vec<Part>,
    pub(super) tree: Tree,
    /// Member by member: the parts in which there are points, and how many.
    pub(super) by_member: Vec<Vec<(usize, u64)>>,
}

impl Sheet {
    pub(super) fn of(rule: &Compiled) -> Self {
        let mut sheet = Self { parts: Vec::new(), tree: Tree::Never, by_member: vec![Vec::new(); rule.len()] };
        sheet.tree = sheet.tree(rule.root());
        for (number, part) in sheet.parts.iter().enumerate() {
            for (member, points) in &part.points {
                if let Some(own) = sheet.by_member.get_mut(*member) {
                    own.push((number, *points));
                }
            }
        }
        sheet
    }

    fn tree(&mut self, node: &Node) -> Tree {
        match node {
            Node::Leaf(leaf) => {
                self.parts.push(Part::of(leaf));
                Tree::Part(self.parts.len() - 1)
            }
            Node::AtLeast { count, of } => Tree::AtLeast(*count, of.iter().map(|node| self.tree(node)).collect()),
            Node::Quorum { among, heads, then, .. } => {
                let then = self.tree(then);
                if among.len() >= *heads { then } else { Tree::Never }
            }
        }
    }

    /// Members with equal points in every part, in the order of the first of each; those without any come in `silent`.
    pub(super) fn kinds(&self) -> (Vec<Vec<usize>>, Vec<usize>) {
        let mut numbers: BTreeMap<&[(usize, u64)], usize> = BTreeMap::new();
        let mut kinds: Vec<Vec<usize>> = Vec::new();
        let mut silent = Vec::new();
        for (member, points) in self.by_member.iter().enumerate() {
            if points.is_empty() {
                silent.push(member);
                continue;
            }
            let next = kinds.len();
            let number = *numbers.entry(points).or_insert(next);
            match kinds.get_mut(number) {
                Some(kind) => kind.push(member),
                None => kinds.push(vec![member]),
            }
        }
        (kinds, silent)
    }

    /// The points of a member, part by part, where there are any.
    pub(super) fn points(&self, member: usize) -> &[(usize, u64)] {
        self.by_member.get(member).map(Vec::as_slice).unwrap_or_default()
    }

    /// These groups of members in the order in which asking them settles most: those who count in the same parts together, the
    /// heaviest first.
    pub(super) fn sort(&self, groups: &mut [Vec<usize>]) {
        groups.sort_by_cached_key(|group| {
            let points = group.first().map(|member| self.points(*member)).unwrap_or_default();
            let counted: Vec<usize> = points.iter().map(|(part, _)| *part).collect();
            // Parts of 2^60: points are below 2^55, so that nothing overflows.
            let weight: u128 = points
                .iter()
                .map(|(part, points)| {
                    let total = self.parts.get(*part).map_or(1, |part| part.total.max(1));
                    (u128::from(*points) << 60) / u128::from(total)
                })
                .sum();
            (counted, Reverse(weight))
        });
    }
}

impl Part {
    fn of(leaf: &Leaf) -> Self {
        let heads = |ids: &[usize]| Self {
            points: ids.iter().map(|member| (*member, 1)).collect(),
            bar: ids.len().max(1) as u64,
            total: ids.len() as u64,
            doubled: false,
        };
        let (voters, bar, casting) = match leaf {
            Leaf::SignOff(ids) | Leaf::Consent(ids) => return heads(ids),
            Leaf::Votes { voters, bar, casting } => (voters, *bar, *casting),
        };
        let votes: u64 = voters.iter().map(|(_, weight)| weight).sum();
        let points = |(member, weight): &(usize, u64)| match casting {
            None => (*member, *weight),
            Some(holder) => (*member, 2 * weight + u64::from(*member == holder)),
        };
        let points: Vec<(usize, u64)> = voters.iter().filter(|(_, weight)| *weight > 0).map(points).collect();
        let total: u64 = points.iter().map(|(_, points)| points).sum();
        let passes = |points: u64| {
            let (yes, second) = if casting.is_some() { (points / 2, points % 2) } else { (points, 0) };
            let tie = casting.is_some() && yes > 0 && 2 * yes == votes;
            let base = votes + u64::from(tie && matches!(bar, Bar::Share { of: Base::Cast, .. }));
            enough(bar, Tally { yes: yes + if tie { second } else { 0 }, base, casting_used: tie })
        };
        // More points never harm, so that the least that are enough can be found by halving.
        let (mut fails, mut least) = (0, total + 1);
        if passes(0) {
            least = 0;
        }
        while fails + 1 < least {
            let middle = fails + (least - fails) / 2;
            if passes(middle) {
                least = middle;
            } else {
                fails = middle;
            }
        }
        Self { points, bar: least, total, doubled: casting.is_some() }
    }

    /// The points of a member.
    pub(super) fn of_member(&self, member: usize) -> u64 {
        let found = self.points.binary_search_by_key(&member, |(own, _)| *own).ok();
        found.and_then(|at| self.points.get(at)).map_or(0, |(_, points)| *points)
    }
}

impl Tree {
    /// Whether the outcome is certainly `wanted`, given which parts certainly are; the parts that suffice for it are put in `because`.
    pub(super) fn certain(&self, wanted: bool, certain: &impl Fn(usize) -> bool, because: &mut Vec<usize>) -> bool {
        match self {
            Self::Part(part) => {
                let sure = certain(*part);
                if sure {
                    because.push(*part);
                }
                sure
            }
            Self::AtLeast(count, of) => {
                let before = because.len();
                let mut needed = if wanted { *count } else { of.len() + 1 - (*count).min(of.len()) };
                for part in of {
                    if needed > 0 && part.certain(wanted, certain, because) {
                        needed -= 1;
                    }
                }
                if needed > 0 {
                    because.truncate(before);
                }
                needed == 0
            }
            Self::Never => !wanted,
        }
    }
}
