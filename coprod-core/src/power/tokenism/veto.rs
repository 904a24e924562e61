//! Members without whom nothing passes, declared or not, and what in the rule makes it so.

use serde::Serialize;

use super::find::passes_with;
use super::sheet::{Part, Sheet};
use crate::power::bloc::Blocs;
use crate::power::rule::{Bar, Base, Compiled, Leaf, Node, Tally, enough};
use crate::unit::Id;

/// A member without whom nothing passes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismVeto {
    /// The member.
    pub member: Id,
    /// Whether the request names the member in `declared_vetoes`.
    pub declared: bool,
    /// What in the rule makes it so.
    pub made_by: VetoMaker,
    /// The number of the part of the rule that does so by itself; null where it takes several.
    pub part: Option<usize>,
    /// Whether it also fails if the member stays away, whatever the others do. Null where that would take too long.
    pub by_staying_away: Option<bool>,
    /// The same in a sentence.
    pub statement: String,
}

/// What in a rule makes a veto.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum VetoMaker {
    /// The rule says openly that the member must say yes: a sign-off or a veto.
    SignOff,
    /// A part asks that all say yes.
    Unanimity,
    /// A part asks that nobody objects.
    Consent,
    /// The casting vote: the others' votes only come to a tie without the member.
    CastingVote,
    /// The bar is out of reach without the member's votes.
    Votes,
    /// Several parts of the rule together.
    SeveralParts,
}

/// The parts without any of which nothing passes.
fn essential(node: &Node, next: &mut usize, needed: bool, found: &mut Vec<(usize, Leaf)>) {
    match node {
        Node::Leaf(leaf) => {
            if needed {
                found.push((*next, leaf.clone()));
            }
            *next += 1;
        }
        Node::AtLeast { count, of } => of.iter().for_each(|part| essential(part, next, needed && *count == of.len(), found)),
        Node::Quorum { then, .. } => essential(then, next, needed, found),
    }
}

/// Everybody who has a veto in the yes/no game, in the order of the members; nobody if it never passes.
pub(super) fn vetoes(rule: &Compiled, sheet: &Sheet, declared: &[usize], blocs: &mut Blocs<'_>) -> Vec<TokenismVeto> {
    let everybody: Vec<usize> = (0..rule.len()).collect();
    if !passes_with(rule, &everybody) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    essential(rule.root(), &mut 0, true, &mut parts);
    let has_veto = |member: &usize| {
        let others: Vec<usize> = everybody.iter().copied().filter(|other| other != member).collect();
        !sheet.points(*member).is_empty() && !passes_with(rule, &others)
    };
    let holders: Vec<usize> = everybody.iter().copied().filter(has_veto).collect();
    let line = |member: usize| {
        let id = rule.ids().get(member)?.clone();
        let (made_by, part) = maker(sheet, &parts, member);
        let declared = declared.contains(&member);
        let also = if declared { "; this was declared" } else { "" };
        Some(TokenismVeto {
            statement: format!("nothing passes without {id}: {}{also}", words(made_by)),
            member: id,
            declared,
            made_by,
            part,
            by_staying_away: blocs.can_block_by_staying_away(&[member]).ok(),
        })
    };
    holders.into_iter().filter_map(line).collect()
}

const fn words(made_by: VetoMaker) -> &'static str {
    match made_by {
        VetoMaker::SignOff => "the rule says openly that this member must say yes",
        VetoMaker::Unanimity => "a part of the rule asks that all its voters say yes",
        VetoMaker::Consent => "a part of the rule asks that nobody objects",
        VetoMaker::CastingVote => "without the casting vote the others only come to a tie",
        VetoMaker::Votes => "the others' votes together do not reach the bar",
        VetoMaker::SeveralParts => "several parts of the rule together have this effect",
    }
}

fn maker(sheet: &Sheet, parts: &[(usize, Leaf)], member: usize) -> (VetoMaker, Option<usize>) {
    let of_part = |(number, leaf): &(usize, Leaf)| {
        let part = sheet.parts.get(*number)?;
        let own = part.of_member(member);
        if own == 0 || part.total.saturating_sub(own) >= part.bar {
            return None;
        }
        Some((
            match leaf {
                Leaf::SignOff(_) => VetoMaker::SignOff,
                Leaf::Consent(_) => VetoMaker::Consent,
                Leaf::Votes { casting: Some(holder), bar, .. } if *holder == member && second_vote_decides(part, own, *bar) => {
                    VetoMaker::CastingVote
                }
                // Only seats with votes have points.
                Leaf::Votes { .. }
                    if part.points.iter().all(|(_, points)| part.total - points < part.bar) && part.points.len() > 1 =>
                {
                    VetoMaker::Unanimity
                }
                Leaf::Votes { .. } => VetoMaker::Votes,
            },
            Some(*number),
        ))
    };
    parts.iter().filter_map(of_part).min().unwrap_or((VetoMaker::SeveralParts, None))
}

/// Whether without the holder of the casting vote, who has `own` points, the others come to a tie that only the second vote carries.
fn second_vote_decides(part: &Part, own: u64, bar: Bar) -> bool {
    // Points are twice the votes, and one for the casting vote.
    let (votes, tied) = (part.total / 2, (part.total - own) / 2);
    let more = u64::from(matches!(bar, Bar::Share { of: Base::Cast, .. }));
    2 * tied == votes
        && !enough(bar, Tally { yes: tied, base: votes, casting_used: false })
        && enough(bar, Tally { yes: tied + 1, base: votes + more, casting_used: true })
}
