//! Changes in a rule that is written out: only leaves, and what joins them.

use crate::power::rule::{AtLeast, Quorum, Rule};

/// The rule with another leaf in the place of the one of this number, in reading order.
pub(super) fn with_leaf(rule: &Rule, leaf: usize, to: &Rule) -> Rule {
    replaced(rule, &mut 0, leaf, to)
}

fn replaced(rule: &Rule, next: &mut usize, leaf: usize, to: &Rule) -> Rule {
    let list = |parts: &[Rule], next: &mut usize| parts.iter().map(|part| replaced(part, next, leaf, to)).collect::<Vec<Rule>>();
    match rule {
        Rule::All(parts) => Rule::All(list(parts, next)),
        Rule::Any(parts) => Rule::Any(list(parts, next)),
        Rule::AtLeast(AtLeast { count, of }) => Rule::AtLeast(AtLeast { count: *count, of: list(of, next) }),
        Rule::Quorum(quorum) => {
            let then = replaced(&quorum.then, next, leaf, to);
            Rule::Quorum(Box::new(Quorum { then, ..quorum.as_ref().clone() }))
        }
        other => {
            let own = *next;
            *next += 1;
            if own == leaf { to.clone() } else { other.clone() }
        }
    }
}

/// The leaves of the rule, in reading order.
pub(super) fn leaves(rule: &Rule) -> Vec<&Rule> {
    match rule {
        Rule::All(parts) | Rule::Any(parts) => parts.iter().flat_map(leaves).collect(),
        Rule::AtLeast(AtLeast { of, .. }) => of.iter().flat_map(leaves).collect(),
        Rule::Quorum(quorum) => leaves(&quorum.then),
        leaf => vec![leaf],
    }
}
