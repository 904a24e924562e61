//! Follows a decision diagram that never asks the members of its certificate.

use std::collections::BTreeMap;

use super::super::certificate::{DiagramEnd, DiagramPoint, DiagramProof, DiagramStep};
use super::part::{Part, small};
use super::{Ended, FailedStep, MOST_CHECKING_STEPS, name, numbers};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::Roster;
use crate::power::rule::{Compiled, Node};

/// What those who said yes so far have in one part: at least, and at most where that is bounded.
type Range = (u64, Option<u64>);

/// What is known on a point, part by part.
type Known = BTreeMap<usize, Range>;

struct Follower<'a> {
    rule: &'a Compiled,
    parts: &'a [Part<'a>],
    /// Group by group: the points of one of its members, part by part, where there are any; and how many members it has.
    groups: Vec<(Vec<(usize, u64)>, u64)>,
    /// By groups asked: all points of those who have been asked, part by part.
    asked: Vec<Vec<u64>>,
    known: Vec<Known>,
}

pub(super) fn follow(
    rule: &Compiled,
    parts: &[Part<'_>],
    idle: &[usize],
    roster: &Roster,
    proof: &DiagramProof,
    at: &Pointer,
    steps: &mut Vec<String>,
) -> Result<(), Ended> {
    afford(parts.len(), proof)?;
    let groups = groups(parts, idle, roster, proof, &at.key("ask"))?;
    steps.push(format!(
        "{} of the {} others are asked, in {} groups of members with equal votes, and none of those whom it is about",
        proof.ask.iter().map(Vec::len).sum::<usize>(),
        roster.len() - idle.len(),
        groups.len()
    ));
    let mut asked = vec![vec![0_u64; parts.len()]];
    for (points, size) in &groups {
        let mut next = asked.last().cloned().unwrap_or_default();
        for (part, points) in points {
            if let Some(own) = next.get_mut(*part) {
                // Members are asked once, so that this is at most the part's total.
                *own += points * size;
            }
        }
        asked.push(next);
    }
    let at = at.key("points");
    let known = proof.points.iter().enumerate().map(|(index, point)| known(point, parts.len(), &at.index(index)));
    let follower = Follower { rule, parts, groups, asked, known: known.collect::<Result<_, _>>()? };
    follower.starts(proof, &at)?;
    for (index, point) in proof.points.iter().enumerate() {
        follower.point(proof, index, point, &at.index(index))?;
    }
    let ends = proof.points.iter().filter(|point| matches!(point.then, DiagramStep::End(_))).count();
    steps.push(format!(
        "all {} points of the diagram hold: whatever is said leads on to a point that holds for it, and at the {ends} ends the outcome \
         is the same whatever all who have not been asked say",
        proof.points.len()
    ));
    Ok(())
}

/// Refuses a certificate that would take too long before it is followed.
fn afford(parts: usize, proof: &DiagramProof) -> Result<(), Ended> {
    let known = |index: &usize| proof.points.get(*index).map_or(0, |point| point.known.len());
    let of_point = |point: &DiagramPoint| match &point.then {
        DiagramStep::Next(next) => next.iter().map(|index| 1 + known(index)).sum::<usize>(),
        DiagramStep::End(_) => 2 * parts,
    };
    let work = proof.points.iter().map(of_point).fold((proof.ask.len() + 1).saturating_mul(parts), usize::saturating_add);
    if work > MOST_CHECKING_STEPS {
        let path = Pointer::root().key("certificate");
        return Err(Ended::Refused(ErrorReport::from(PowerError::TooMuchWork { path })));
    }
    Ok(())
}

type Groups = Vec<(Vec<(usize, u64)>, u64)>;

fn groups(parts: &[Part<'_>], idle: &[usize], roster: &Roster, proof: &DiagramProof, at: &Pointer) -> Result<Groups, FailedStep> {
    let mut seen = vec![false; roster.len()];
    let mut groups = Vec::with_capacity(proof.ask.len());
    for (index, ids) in proof.ask.iter().enumerate() {
        let at = at.index(index);
        let members = numbers(roster, ids, &at)?;
        let points = |member: usize| -> Vec<(usize, u64)> {
            parts.iter().enumerate().map(|(number, part)| (number, part.of(member))).filter(|(_, points)| *points > 0).collect()
        };
        let first = members.first().map(|member| points(*member)).unwrap_or_default();
        for member in &members {
            let who = name(roster, *member);
            if idle.binary_search(member).is_ok() {
                return Err(FailedStep::new(&at, format!("{who} is one of those whom it is about")));
            }
            if points(*member) != first {
                return Err(FailedStep::new(&at, format!("{who} has other votes than the rest of this group")));
            }
            match seen.get_mut(*member) {
                Some(seen) if !*seen => *seen = true,
                _ => return Err(FailedStep::new(&at, format!("{who} is asked twice"))),
            }
        }
        groups.push((first, members.len() as u64));
    }
    Ok(groups)
}

fn known(point: &DiagramPoint, parts: usize, at: &Pointer) -> Result<Known, FailedStep> {
    let mut known = Known::new();
    for (index, range) in point.known.iter().enumerate() {
        let at = at.key("known").index(index);
        let beyond = || FailedStep::new(&at, "this is more than there is");
        let least = range.least.as_ref().map_or(Some(0), small).ok_or_else(beyond)?;
        let most = range.most.as_ref().map(|most| small(most).ok_or_else(beyond)).transpose()?;
        if range.part >= parts || known.insert(range.part, (least, most)).is_some() {
            return Err(FailedStep::new(&at, format!("part {} is not in the rule, or stands here twice", range.part)));
        }
    }
    Ok(known)
}

impl Follower<'_> {
    fn range(&self, point: usize, part: usize) -> Range {
        self.known.get(point).and_then(|known| known.get(&part)).copied().unwrap_or((0, None))
    }

    /// The first point holds before anybody is asked.
    fn starts(&self, proof: &DiagramProof, at: &Pointer) -> Result<(), FailedStep> {
        let first = proof.points.first();
        let free = self.known.first().is_some_and(|known| known.values().all(|(least, _)| *least == 0));
        match first {
            Some(point) if point.after == 0 && free => Ok(()),
            _ => Err(FailedStep::new(&at.index(0), "the diagram does not start before anybody is asked")),
        }
    }

    fn point(&self, proof: &DiagramProof, index: usize, point: &DiagramPoint, at: &Pointer) -> Result<(), FailedStep> {
        match &point.then {
            DiagramStep::Next(next) => self.next(proof, index, point, next, at),
            DiagramStep::End(end) => self.end(index, point, *end, at),
        }
    }

    /// Whatever is known here and said next is within what is known on the point that it leads to.
    fn next(
        &self,
        proof: &DiagramProof,
        index: usize,
        point: &DiagramPoint,
        next: &[usize],
        at: &Pointer,
    ) -> Result<(), FailedStep> {
        let at = at.key("then").key("next");
        let Some((points, size)) = self.groups.get(point.after) else {
            return Err(FailedStep::new(&at, "nobody is left to be asked"));
        };
        if next.len() as u64 != size + 1 {
            return Err(FailedStep::new(&at, format!("{size} are asked, so that {} points follow", size + 1)));
        }
        for (yes, to) in next.iter().enumerate() {
            let at = at.index(yes);
            if proof.points.get(*to).map(|target| target.after) != Some(point.after + 1) {
                return Err(FailedStep::new(&at, format!("point {to} does not follow on this one")));
            }
            for (part, (least, most)) in self.known.get(*to).into_iter().flatten() {
                let each = points.binary_search_by_key(part, |(part, _)| *part).ok().and_then(|found| points.get(found));
                let more = u128::from(each.map_or(0, |(_, points)| *points)) * yes as u128;
                let (own_least, own_most) = self.range(index, *part);
                let low = u128::from(own_least) + more >= u128::from(*least);
                let high = most.is_none_or(|most| own_most.is_some_and(|own| u128::from(own) + more <= u128::from(most)));
                if !low || !high {
                    let why = format!("in part {part} this may lead beyond what is known on point {to}");
                    return Err(FailedStep::new(&at, why));
                }
            }
        }
        Ok(())
    }

    /// The outcome is certain: it passes with the least that may have been said, or fails with the most that may yet be.
    fn end(&self, index: usize, point: &DiagramPoint, end: DiagramEnd, at: &Pointer) -> Result<(), FailedStep> {
        let at = at.key("then").key("end");
        let Some(asked) = self.asked.get(point.after) else {
            return Err(FailedStep::new(&at, "there are fewer groups"));
        };
        let passes = |number: usize, part: &Part<'_>| {
            let (least, most) = self.range(index, number);
            match end {
                DiagramEnd::Passes => part.passes(least),
                DiagramEnd::Fails => {
                    let asked = asked.get(number).copied().unwrap_or(0);
                    let open = part.total.saturating_sub(asked);
                    part.passes(most.map_or(asked, |most| most.min(asked)) + open)
                }
            }
        };
        let mut outcomes = self.parts.iter().enumerate().map(|(number, part)| passes(number, part));
        if outcome(self.rule.root(), &mut outcomes) == (end == DiagramEnd::Passes) {
            return Ok(());
        }
        let what = if end == DiagramEnd::Passes { "may still fail" } else { "may still pass" };
        Err(FailedStep::new(&at, format!("with what is known here it {what}")))
    }
}

/// The outcome of the rule from the outcomes of its parts, in their order. Everybody is there and votes, so that every quorum that can be
/// met is.
fn outcome(node: &Node, parts: &mut impl Iterator<Item = bool>) -> bool {
    match node {
        Node::Leaf(_) => parts.next().unwrap_or(false),
        Node::AtLeast { count, of } => of.iter().map(|part| outcome(part, parts)).filter(|passes| *passes).count() >= *count,
        Node::Quorum { among, heads, then, .. } => {
            let then = outcome(then, parts);
            among.len() >= *heads && then
        }
    }
}
