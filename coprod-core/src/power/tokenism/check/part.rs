//! The parts of a rule from their definitions, and the argument that some members lift none of them over its bar.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::ToPrimitive;

use super::super::certificate::{OthersReach, PartProof};
use super::{Ended, FailedStep, name};
use crate::error::Pointer;
use crate::group::Roster;
use crate::power::rule::{Bar, Base, Leaf, Node};
use crate::unit::Count;

/// A condition on votes, and the points of each member in it.
pub(super) struct Part<'a> {
    leaf: &'a Leaf,
    points: BTreeMap<usize, u64>,
    /// All points.
    pub(super) total: u64,
    /// All votes: half the points where there is a casting vote.
    votes: u64,
}

/// The parts of a rule in the order in which it reads.
pub(super) fn parts_of(node: &Node) -> Vec<Part<'_>> {
    match node {
        Node::Leaf(leaf) => vec![Part::new(leaf)],
        Node::AtLeast { of, .. } => of.iter().flat_map(parts_of).collect(),
        Node::Quorum { then, .. } => parts_of(then),
    }
}

impl<'a> Part<'a> {
    fn new(leaf: &'a Leaf) -> Self {
        let heads = |ids: &[usize]| ids.iter().map(|member| (*member, 1)).collect::<BTreeMap<usize, u64>>();
        let points = match leaf {
            Leaf::SignOff(ids) | Leaf::Consent(ids) => heads(ids),
            // Weights sum to at most 2^53, so that twice that and one more fits.
            Leaf::Votes { voters, casting: None, .. } => voters.iter().copied().collect(),
            Leaf::Votes { voters, casting: Some(holder), .. } => {
                voters.iter().map(|(member, weight)| (*member, 2 * weight + u64::from(member == holder))).collect()
            }
        };
        let total = points.values().sum();
        let votes = match leaf {
            Leaf::Votes { voters, .. } => voters.iter().map(|(_, weight)| weight).sum(),
            _ => total,
        };
        Self { leaf, points, total, votes }
    }

    /// The points of a member.
    pub(super) fn of(&self, member: usize) -> u64 {
        self.points.get(&member).copied().unwrap_or(0)
    }

    fn doubled(&self) -> bool {
        matches!(self.leaf, Leaf::Votes { casting: Some(_), .. })
    }

    pub(super) fn in_words(&self, points: u64) -> String {
        let unit = if self.doubled() { "point" } else { "vote" };
        if points == 1 { format!("1 {unit}") } else { format!("{points} {unit}s") }
    }

    /// Whether the part passes when those who say yes have so many points. More points never harm (see the page above).
    pub(super) fn passes(&self, points: u64) -> bool {
        let points = points.min(self.total);
        let (bar, second) = match self.leaf {
            Leaf::SignOff(ids) | Leaf::Consent(ids) => return points == ids.len() as u64 && points > 0,
            Leaf::Votes { bar, casting, .. } => (*bar, casting.is_some()),
        };
        let (yes, holder_says_yes) = if second { (points / 2, points % 2 == 1) } else { (points, false) };
        let no = self.votes.saturating_sub(yes);
        let tie = second && yes == no && yes > 0;
        let counted = yes + u64::from(tie && holder_says_yes);
        match bar {
            Bar::Count(least) => counted >= least,
            Bar::Share { of, share, strict } => {
                let base = self.votes + u64::from(tie && matches!(of, Base::Cast));
                // Votes are at most 2^53 and the terms of a share below 2^63.
                let left = i128::from(counted) * i128::from(share.denom());
                let right = i128::from(base) * i128::from(share.numer());
                base > 0 && (left > right || (left == right && !strict))
            }
        }
    }
}

/// A count of points; nothing for one beyond all that there are.
pub(super) fn small(count: &Count) -> Option<u64> {
    count.number().to_u64()
}

/// The argument part by part.
pub(super) fn lifts_none(
    parts: &[Part<'_>],
    idle: &[usize],
    roster: &Roster,
    proofs: &[PartProof],
    at: &Pointer,
    steps: &mut Vec<String>,
) -> Result<(), Ended> {
    let mut shown = BTreeSet::new();
    for (index, proof) in proofs.iter().enumerate() {
        let at = at.index(index);
        let Some(part) = parts.get(proof.part) else {
            return Err(FailedStep::new(&at.key("part"), format!("the rule has no part {}", proof.part)).into());
        };
        steps.push(one(part, idle, proof, &at)?);
        shown.insert(proof.part);
    }
    for (number, part) in parts.iter().enumerate() {
        if let Some(member) = idle.iter().find(|member| part.of(**member) > 0 && !shown.contains(&number)) {
            let who = name(roster, *member);
            let why = format!("{who} has {} in part {number}, of which nothing is said", part.in_words(part.of(*member)));
            return Err(FailedStep::new(at, why).into());
        }
    }
    steps.push("they have no vote in any other part".to_owned());
    Ok(())
}

fn one(part: &Part<'_>, idle: &[usize], proof: &PartProof, at: &Pointer) -> Result<String, FailedStep> {
    let number = proof.part;
    let bar = small(&proof.bar).filter(|bar| {
        let below_fails = bar.checked_sub(1).is_none_or(|below| !part.passes(below));
        below_fails && if *bar > part.total { *bar == part.total + 1 } else { part.passes(*bar) }
    });
    let Some(bar) = bar else {
        return Err(FailedStep::new(&at.key("bar"), format!("the bar of part {number} is not at {}", proof.bar)));
    };
    // Of at most the total, so that the sum does not overflow.
    let own: u64 = idle.iter().map(|member| part.of(*member)).sum();
    let others: Vec<u64> = part
        .points
        .iter()
        .filter(|(member, points)| **points > 0 && idle.binary_search(member).is_err())
        .map(|(_, points)| *points)
        .collect();
    let from = bar.saturating_sub(own);
    let said = |reach: String| {
        format!(
            "part {number} passes from {} on; together they have {own}; the others {reach}; none from {from} to {} is among them",
            part.in_words(bar),
            bar.saturating_sub(1)
        )
    };
    let near = |total: u64| (from..bar).contains(&total);
    match &proof.others {
        OthersReach::MultiplesOf(divisor) => {
            let at = at.key("others").key("multiples_of");
            let Some(divisor) = small(divisor).filter(|divisor| *divisor > 0) else {
                return Err(FailedStep::new(&at, "this is no number to divide by"));
            };
            if let Some(points) = others.iter().find(|points| **points % divisor != 0) {
                return Err(FailedStep::new(&at, format!("somebody else has {points}, which is no multiple of {divisor}")));
            }
            let highest = bar.checked_sub(1).map(|below| below / divisor * divisor);
            match highest.filter(|total| near(*total)) {
                Some(total) => Err(FailedStep::new(&at, format!("{total} is a multiple and lies from {from} on, below the bar"))),
                None => Ok(said(format!("can only reach multiples of {divisor}"))),
            }
        }
        OthersReach::Totals(totals) => {
            let at = at.key("others").key("totals");
            let listed: Option<BTreeSet<u64>> = totals.iter().map(small).collect();
            let Some(listed) = listed.filter(|listed| listed.iter().all(|total| *total < bar)) else {
                return Err(FailedStep::new(&at, "only totals below the bar stand here"));
            };
            if let Some(total) = listed.iter().find(|total| near(**total)) {
                return Err(FailedStep::new(&at, format!("with {total} from the others they would lift it over the bar")));
            }
            // Each of the others in turn says yes or no to all that was reached before.
            let mut reached = BTreeSet::from([0]);
            if bar == 0 {
                reached.clear();
            }
            for points in others {
                let more: Vec<u64> = reached.iter().map(|total| total + points).filter(|total| *total < bar).collect();
                reached.extend(more);
                if let Some(missing) = reached.iter().find(|total| !listed.contains(total)) {
                    return Err(FailedStep::new(&at, format!("the others can reach {missing}, which is missing")));
                }
            }
            if let Some(missing) = reached.iter().find(|total| !listed.contains(total)) {
                return Err(FailedStep::new(&at, format!("the others can reach {missing}, which is missing")));
            }
            let words: Vec<String> = listed.iter().map(u64::to_string).collect();
            Ok(said(format!(
                "can reach {} below it and nothing else",
                if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
            )))
        }
    }
}
