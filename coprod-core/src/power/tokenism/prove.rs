//! Makes certificates of what was found.

use std::collections::{BTreeMap, BTreeSet};

use super::certificate::{
    DiagramEnd, DiagramPoint, DiagramProof, DiagramStep, NoVoteProof, OthersReach, PartProof, PartRange, TokenismCertificate,
    TokenismProof,
};
use super::search::{Found, Point, Steps, Then, search};
use super::sheet::{Part, Sheet};
use crate::power::rule::Compiled;
use crate::unit::{Count, Id};

/// A certificate lists so many totals of one part at most.
pub const MOST_TOTALS_CERTIFIED: usize = 400;

/// A certificate's diagram has so many points, branches and ranges together at most.
pub const MOST_DIAGRAM_ENTRIES: usize = 20_000;

fn ids(rule: &Compiled, members: &[usize]) -> Vec<Id> {
    members.iter().filter_map(|member| rule.ids().get(*member)).cloned().collect()
}

/// That these have no vote in any part.
pub(super) fn no_vote(rule: &Compiled, members: &[usize]) -> TokenismCertificate {
    TokenismCertificate { members: ids(rule, members), proof: TokenismProof::NoVote(NoVoteProof {}) }
}

/// That these, together, never lift a part over its bar; nothing if they do, or if too much would have to be listed.
pub(super) fn by_parts(rule: &Compiled, sheet: &Sheet, members: &[usize], steps: &mut Steps) -> Option<TokenismCertificate> {
    let theirs: BTreeSet<usize> = members.iter().flat_map(|member| sheet.points(*member)).map(|(part, _)| *part).collect();
    let proof = |number: usize| -> Option<PartProof> {
        let part = sheet.parts.get(number)?;
        Some(PartProof { part: number, bar: Count::from(part.bar), others: reach(part, members, steps)? })
    };
    let proofs = theirs.into_iter().map(proof).collect::<Option<Vec<PartProof>>>()?;
    Some(TokenismCertificate { members: ids(rule, members), proof: TokenismProof::Parts(proofs) })
}

/// What the others reach in a part, if that is never just below the bar.
fn reach(part: &Part, members: &[usize], steps: &mut Steps) -> Option<OthersReach> {
    let own: u64 = members.iter().map(|member| part.of_member(*member)).sum();
    let inside: BTreeSet<usize> = members.iter().copied().collect();
    let mut others: Vec<u64> =
        part.points.iter().filter(|(member, _)| !inside.contains(member)).map(|(_, points)| *points).collect();
    let from = part.bar.saturating_sub(own);
    let divisor = others.iter().fold(0, |common, points| num_integer::gcd(common, *points));
    if divisor > 1 && part.bar.checked_sub(1).is_none_or(|below| below / divisor * divisor < from) {
        return Some(OthersReach::MultiplesOf(Count::from(divisor)));
    }
    others.sort_unstable_by(|one, other| other.cmp(one));
    let mut totals = BTreeSet::new();
    if part.bar > 0 {
        if from == 0 {
            return None;
        }
        totals.insert(0);
    }
    for points in others {
        let more: Vec<u64> = totals.iter().map(|total| total + points).filter(|total| *total < part.bar).collect();
        if !steps.spend(totals.len() + 1) {
            return None;
        }
        totals.extend(more);
        if totals.len() > MOST_TOTALS_CERTIFIED || totals.range(from..part.bar).next().is_some() {
            return None;
        }
    }
    Some(OthersReach::Totals(totals.into_iter().map(Count::from).collect()))
}

/// That the others settle the outcome before any of these is asked; nothing if that takes too much work or too many points.
pub(super) fn by_diagram(rule: &Compiled, sheet: &Sheet, members: &[usize], steps: &mut Steps) -> Option<TokenismCertificate> {
    let inside: BTreeSet<usize> = members.iter().copied().collect();
    let (kinds, _) = sheet.kinds();
    let rest = |kind: Vec<usize>| kind.into_iter().filter(|member| !inside.contains(member)).collect::<Vec<usize>>();
    let mut groups: Vec<Vec<usize>> = kinds.into_iter().map(rest).filter(|group| !group.is_empty()).collect();
    sheet.sort(&mut groups);
    match search(sheet, members, &groups, steps) {
        Found::Never(points, start) => diagram(rule, members, &groups, &points, start),
        _ => None,
    }
}

/// The points from the start on, in the order in which they are reached.
fn diagram(
    rule: &Compiled,
    members: &[usize],
    groups: &[Vec<usize>],
    points: &[Point],
    start: usize,
) -> Option<TokenismCertificate> {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::from([(start, 0)]);
    let mut order = vec![start];
    let mut done = 0;
    while let Some(number) = order.get(done).copied() {
        done += 1;
        if let Then::Next(next) = &points.get(number)?.then {
            for to in next {
                let fresh = order.len();
                if *numbers.entry(*to).or_insert(fresh) == fresh {
                    order.push(*to);
                }
            }
        }
    }
    let mut entries = 0;
    let mut listed = Vec::with_capacity(order.len());
    for number in &order {
        let point = points.get(*number)?;
        let known = ranges(point);
        let then = match &point.then {
            Then::Passes => DiagramStep::End(DiagramEnd::Passes),
            Then::Fails => DiagramStep::End(DiagramEnd::Fails),
            Then::Next(next) => DiagramStep::Next(next.iter().map(|to| numbers.get(to).copied()).collect::<Option<_>>()?),
        };
        entries += 1 + known.len() + if let DiagramStep::Next(next) = &then { next.len() } else { 0 };
        if entries > MOST_DIAGRAM_ENTRIES {
            return None;
        }
        listed.push(DiagramPoint { after: point.level, known, then });
    }
    // Who is never asked need not be listed.
    let deepest = listed.iter().map(|point| point.after).max().unwrap_or(0);
    let ask = groups.iter().take(deepest).map(|group| ids(rule, group)).collect();
    let proof = TokenismProof::Diagram(DiagramProof { ask, points: listed });
    Some(TokenismCertificate { members: ids(rule, members), proof })
}

fn ranges(point: &Point) -> Vec<PartRange> {
    let each = point.low.iter().zip(&point.high).enumerate();
    each.filter(|(_, (low, high))| **low > 0 || **high != u64::MAX)
        .map(|(part, (low, high))| PartRange {
            part,
            least: (*low > 0).then(|| Count::from(*low)),
            most: (*high != u64::MAX).then(|| Count::from(*high)),
        })
        .collect()
}
