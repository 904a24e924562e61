//! Finds the parts of a rule in which votes are counted, and puts others in their place.

use super::super::rule::{AtLeast, Override, Quorum, Rule, Rules, Veto, Votes};
use crate::error::Pointer;

/// A part of a rule, written out, in which votes are counted.
pub(super) struct VotesPart {
    /// Which part of which part.
    pub(super) at: Vec<usize>,
    /// The same as a pointer.
    pub(super) pointer: Pointer,
    pub(super) votes: Votes,
}

impl VotesPart {
    /// The place in words.
    pub(super) fn place(&self) -> &str {
        self.pointer.as_str()
    }

    /// How often what is left of its bars can be halved.
    pub(super) fn halvings(&self) -> u64 {
        let all: i64 = self.votes.weights.as_ref().map_or(64, |weights| {
            weights.values().fold(0, |all: i64, weight| all.saturating_add(weight.whole().unwrap_or(i64::MAX)))
        });
        // A second vote at a tie adds two bars.
        u64::from(all.saturating_add(2).max(1).ilog2()) + 1
    }
}

/// All such parts of a rule that is written out, in their order.
pub(super) fn votes(rule: &Rule) -> Vec<VotesPart> {
    let mut found = Vec::new();
    walk(rule, Vec::new(), &Pointer::root(), &mut found);
    found
}

fn walk(rule: &Rule, at: Vec<usize>, path: &Pointer, found: &mut Vec<VotesPart>) {
    let pointer = path.key(rule.key());
    let mut each = |parts: &[Rule], list: &Pointer| {
        for (number, part) in parts.iter().enumerate() {
            let at = at.iter().copied().chain([number]).collect();
            walk(part, at, &list.index(number), found);
        }
    };
    match rule {
        Rule::Votes(votes) => found.push(VotesPart { at, pointer, votes: votes.clone() }),
        Rule::All(parts) | Rule::Any(parts) => each(parts, &pointer),
        Rule::AtLeast(part) => each(&part.of, &pointer.key("of")),
        Rule::Quorum(quorum) => walk(&quorum.then, at.into_iter().chain([0]).collect(), &pointer.key("then"), found),
        // The rest has no votes, or is not there once it is written out.
        _ => {}
    }
}

/// The rule with other votes in one of its parts.
pub(super) fn replaced(rule: &Rule, at: &[usize], votes: &Votes) -> Rule {
    let inside = |parts: &[Rule]| -> Vec<Rule> {
        let number = at.first().copied();
        let rest = at.get(1..).unwrap_or_default();
        let each = parts.iter().enumerate();
        each.map(|(own, part)| if Some(own) == number { replaced(part, rest, votes) } else { part.clone() }).collect()
    };
    match rule {
        Rule::Votes(_) if at.is_empty() => Rule::Votes(votes.clone()),
        Rule::All(parts) => Rule::All(inside(parts)),
        Rule::Any(parts) => Rule::Any(inside(parts)),
        Rule::AtLeast(part) => Rule::AtLeast(AtLeast { count: part.count, of: inside(&part.of) }),
        Rule::Quorum(quorum) => {
            let then = replaced(&quorum.then, at.get(1..).unwrap_or_default(), votes);
            Rule::Quorum(Box::new(Quorum { then, ..quorum.as_ref().clone() }))
        }
        other => other.clone(),
    }
}

/// The rule with every used rule in its place, shorthands as they are. The rule has been checked, so that none uses itself.
pub(super) fn inlined(rule: &Rule, rules: &Rules) -> Rule {
    let each = |parts: &[Rule]| parts.iter().map(|part| inlined(part, rules)).collect();
    match rule {
        Rule::Use(name) => rules.get(name).map_or_else(|| rule.clone(), |used| inlined(used, rules)),
        Rule::All(parts) => Rule::All(each(parts)),
        Rule::Any(parts) => Rule::Any(each(parts)),
        Rule::AtLeast(part) => Rule::AtLeast(AtLeast { count: part.count, of: each(&part.of) }),
        Rule::Quorum(quorum) => Rule::Quorum(Box::new(Quorum { then: inlined(&quorum.then, rules), ..quorum.as_ref().clone() })),
        Rule::Veto(veto) => Rule::Veto(Box::new(Veto {
            by: veto.by.clone(),
            then: inlined(&veto.then, rules),
            unless: veto.unless.as_ref().map(|unless| inlined(unless, rules)),
        })),
        Rule::Override(over) => Rule::Override(Box::new(Override { by: over.by.clone(), then: inlined(&over.then, rules) })),
        other => other.clone(),
    }
}
