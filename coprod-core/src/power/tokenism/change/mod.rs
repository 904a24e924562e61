//! The smallest changes of a rule that give weight to somebody whose vote never matters, from a stated catalogue, and what each does to the
//! others.

mod bars;
mod conditions;
mod edit;
mod effect;
mod family;
mod quorum;
mod seats;
mod trial;
mod voters;

use std::collections::BTreeMap;

use serde::Serialize;

pub use self::bars::MOST_STEPS_OF_A_BAR;
use self::effect::Before;
pub use self::effect::{TokenismEffect, TokenismShift};
pub use self::family::TokenismFamily;
pub use self::trial::MOST_CHANGE_STEPS;
use self::trial::Trial;
use super::find::Verdict;
use super::search::Steps;
use super::sheet::Sheet;
use super::words::several;
use crate::error::ErrorReport;
use crate::group::Roster;
use crate::power::measure::MeasureAnswer;
use crate::power::rule::{Compiled, Leaf, Rule};
use crate::unit::{Count, Id};

/// Changes are looked for on behalf of so many kinds of members at most.
pub const MOST_KINDS_CHANGED: usize = 8;

/// Changes of the rule that give weight to members who are alike and whose votes never matter.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismChanges {
    /// Members who have the same votes in every part, and the same constituency.
    pub members: Vec<Id>,
    /// The one of them to whom the changes give weight. For any other of them the same changes do the same.
    pub given_to: Id,
    /// The smallest change of each family in which there is one, by how much power moves in all, the least first; those of which that
    /// is not known follow, and a quorum, which gives weight to the presence alone, comes last.
    pub changes: Vec<TokenismChange>,
    /// The families without a change, and why.
    pub without: Vec<String>,
}

/// A change of the rule after which the member's vote can matter. Tried: the case in `decides_in` was voted through under the changed rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismChange {
    /// The family of the change.
    pub family: TokenismFamily,
    /// The number of the part that changes; null where something is added to the rule as a whole.
    pub part: Option<usize>,
    /// By how many votes. No smaller number in this family does, in any part. Null in families without an amount.
    pub amount: Option<Count>,
    /// The change in a sentence.
    pub statement: String,
    /// The changed rule, written out.
    pub rule: Rule,
    /// Whether the member's vote can matter then. With a quorum it is only the member's presence that can.
    pub gives_a_vote_that_matters: bool,
    /// If these say yes and everybody else objects, it passes, and fails without the member's yes. With a quorum: with exactly these there,
    /// all saying yes, it passes, and fails if the member stays away.
    pub decides_in: Vec<Id>,
    /// What it does to everybody's power; null where measuring it would take too long.
    pub effect: Option<TokenismEffect>,
}

/// What the changes are looked for in.
pub(super) struct Asked<'a> {
    pub(super) rule: &'a Rule,
    pub(super) compiled: &'a Compiled,
    pub(super) roster: &'a Roster,
    pub(super) sheet: &'a Sheet,
    pub(super) verdicts: &'a [Verdict],
    pub(super) measured: Option<&'a MeasureAnswer>,
}

/// The changes for everybody whose vote never matters. `rule` is written out.
///
/// # Errors
/// If a change does not do what it should: a fault of the library.
pub(super) fn changes(asked: &Asked<'_>, not_told: &mut Vec<String>) -> Result<Vec<TokenismChanges>, ErrorReport> {
    let mut constituencies: Vec<Option<&Id>> = vec![None; asked.compiled.len()];
    for (id, seats) in asked.roster.constituencies() {
        for seat in seats {
            if let Some(own) = constituencies.get_mut(*seat) {
                *own = Some(id);
            }
        }
    }
    let mut numbers = BTreeMap::new();
    let mut kinds: Vec<Vec<usize>> = Vec::new();
    let idle = asked.verdicts.iter().enumerate().filter(|(_, verdict)| **verdict == Verdict::Never);
    for (member, _) in idle {
        let key = (
            asked.sheet.points(member),
            seats_without_a_vote(asked.compiled, member),
            constituencies.get(member).copied().flatten(),
        );
        let next = kinds.len();
        let number = *numbers.entry(key).or_insert(next);
        match kinds.get_mut(number) {
            Some(kind) => kind.push(member),
            None => kinds.push(vec![member]),
        }
    }
    let names = |members: &[usize]| -> Vec<Id> {
        members.iter().filter_map(|member| asked.compiled.ids().get(*member)).cloned().collect()
    };
    let mut steps = Steps(MOST_CHANGE_STEPS);
    let before = Before::of(asked);
    let mut all = Vec::with_capacity(kinds.len());
    for (number, kind) in kinds.iter().enumerate() {
        let Some(member) = kind.first().copied().filter(|_| number < MOST_KINDS_CHANGED) else {
            let rest: Vec<usize> = kinds.iter().skip(number).flatten().copied().collect();
            not_told.push(format!("changes that would give weight to {}", several(&names(&rest))));
            break;
        };
        let constituency = constituencies.get(member).copied().flatten();
        let mut trial = Trial { asked, member, constituency, steps: &mut steps, without: Vec::new() };
        let mut changes = Vec::new();
        for family in TokenismFamily::ALL {
            let Some(found) = trial.smallest(*family) else { continue };
            let effect = before.effect(asked, &found, member, trial.steps)?;
            changes.push(TokenismChange {
                family: *family,
                part: found.part,
                amount: found.amount.map(Count::from),
                statement: found.statement,
                rule: found.rule,
                gives_a_vote_that_matters: found.by_vote,
                decides_in: names(&found.with),
                effect,
            });
        }
        // What is not known comes last, and what gives weight to the presence alone after that.
        changes.sort_by_cached_key(|change: &TokenismChange| {
            let moved = change.effect.as_ref().map(|effect| effect.moved.clone());
            (!change.gives_a_vote_that_matters, moved.is_none(), moved)
        });
        let without = trial.without;
        let Some(given_to) = asked.compiled.ids().get(member).cloned() else { continue };
        all.push(TokenismChanges { members: names(kind), given_to, changes, without });
    }
    Ok(all)
}

/// The parts that name a member with no weight.
fn seats_without_a_vote(rule: &Compiled, member: usize) -> Vec<usize> {
    let mut leaves = Vec::new();
    seats::collect(rule.root(), &mut leaves);
    let named = |leaf: &Leaf| match leaf {
        Leaf::Votes { voters, .. } => voters.binary_search(&(member, 0)).is_ok(),
        _ => false,
    };
    leaves.into_iter().enumerate().filter(|(_, leaf)| named(leaf)).map(|(part, _)| part).collect()
}
