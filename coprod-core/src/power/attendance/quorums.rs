//! The chance that each quorum in a rule is met.

use std::rc::Rc;

use super::super::measure::IndexValue;
use super::super::roles::roles;
use super::super::rule::{Compiled, Node};
use super::answer::QuorumMet;
use super::chance::Presence;
use super::fraction::Fraction;
use super::outlook::{fits, kinds_of, planned};
use super::walk::Walk;
use crate::error::{Pointer, PowerError};
use crate::group::{Roster, listed};
use crate::unit::Id;

/// How often each quorum is met: of all who are there, and of those who are there in person.
pub(super) struct Met {
    pub(super) line: QuorumMet,
    pub(super) in_person: IndexValue,
}

/// Each quorum of a rule, in order; `held` is the same rule with all votes in the hands of those who cast them.
pub(super) fn quorums(
    rule: &Compiled,
    held: &Compiled,
    roster: &Roster,
    presences: &[Presence],
    left: &mut u64,
) -> Result<Vec<Met>, PowerError> {
    let (mut written, mut counted) = (Vec::new(), Vec::new());
    collect(rule.root(), &mut written);
    collect(held.root(), &mut counted);
    let mut found = Vec::with_capacity(written.len());
    for ((cast, among, heads), (_, held_among, _)) in written.into_iter().zip(counted) {
        let always = Box::new(Node::AtLeast { count: 0, of: Vec::new() });
        let alone = Node::Quorum { cast, among: held_among.to_vec(), heads, then: always };
        let [met, in_person] = chances(&Compiled::over(rule.ids().to_vec(), alone), presences, left)?;
        let seats = roster.constituencies().iter().find(|(_, seats)| seats.as_slice() == among);
        let constituency = seats.map(|(id, _)| id.clone()).filter(|_| among.len() < roster.len());
        let says = says(cast, among, heads, constituency.as_ref(), roster);
        found.push(Met { line: QuorumMet { says, constituency, met: met.told() }, in_person: in_person.told() });
    }
    Ok(found)
}

type Written<'a> = (bool, &'a [usize], usize);

fn collect<'a>(node: &'a Node, found: &mut Vec<Written<'a>>) {
    match node {
        Node::Leaf(_) => {}
        Node::AtLeast { of, .. } => of.iter().for_each(|part| collect(part, found)),
        Node::Quorum { cast, among, heads, then } => {
            found.push((*cast, among, *heads));
            collect(then, found);
        }
    }
}

fn chances(quorum: &Compiled, presences: &[Presence], left: &mut u64) -> Result<[Fraction; 2], PowerError> {
    let presence = |member: usize| presences.get(member).copied().unwrap_or(Presence::AWAY);
    let kinds = kinds_of(&roles(quorum), presence);
    fits(quorum, kinds.len())?;
    let (plan, kinds) = planned(quorum, &kinds, |member| [false, true].map(|person| presence(member).usual(person)).to_vec());
    let walk = Walk { plan: &plan, kinds: &kinds, suppositions: 2 };
    let cost = walk.cost_of_passes(*left);
    *left = left.checked_sub(cost).ok_or_else(|| PowerError::NoExactAnswer {
        path: Pointer::root(),
        voters: presences.len(),
        kinds: kinds.len(),
        possible: "give members who are alike the same chances, or ask about fewer members or quorums".to_owned(),
    })?;
    let passes = walk.passes();
    let chance = |at: usize| Fraction::of(passes.get(at).cloned().unwrap_or_default(), &Rc::new(walk.whole(at)));
    Ok([chance(0), chance(1)])
}

fn says(cast: bool, among: &[usize], heads: usize, constituency: Option<&Id>, roster: &Roster) -> String {
    let members = if among.len() == 1 { "member".to_owned() } else { format!("{} members", among.len()) };
    let whom = match constituency {
        _ if among.len() == roster.len() => format!("the {members}"),
        Some(id) => format!("the {members} of {id}"),
        None => listed(&among.iter().filter_map(|member| roster.ids().get(*member)).map(Id::as_str).collect::<Vec<_>>()),
    };
    let doing = match (cast, heads) {
        (true, 1) => "says yes or no",
        (true, _) => "say yes or no",
        (false, 1) => "is there",
        (false, _) => "are there",
    };
    match among.len() {
        1 if heads == 1 => format!("{whom} {doing}"),
        all if heads == all => format!("all of {whom} {doing}"),
        _ => format!("at least {heads} of {whom} {doing}"),
    }
}
