#![doc = include_str!("compare.md")]

mod answer;
pub(super) mod change;
pub(super) mod deadlock;
pub(super) mod words;

pub use answer::{
    CompareAnswer, ComparedRule, ConstituencyChange, DeadlockRisk, IndexChange, MemberChange, MemberTurn, NeedsChange,
    PowerChange, RuleChange, SayAnswer, SeatsAgainstPower, SidesDeadlock,
};

use serde::{Deserialize, Serialize};

use super::game::Game;
use super::measure::{IndexValue, MOST_MEMBERS_MEASURED, MeasureAnswer, PowerIndex, PowerNumbers, measure_in};
use super::rule::{Compiled, Rule, Rules, explain};
use crate::error::{ErrorCode, ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::{Exact, Id, InOrder};

/// So many rules are compared at most.
pub const MOST_RULES_COMPARED: usize = 12;

/// The most that members times rules may come to, as each rule is measured for the whole group.
pub const MOST_SEATS_COMPARED: usize = 2_400;

/// The indices answered where none are asked for, the one by which gains and losses are told first.
const USUAL: [PowerIndex; 3] = [PowerIndex::ShapleyShubik, PowerIndex::Banzhaf, PowerIndex::BanzhafAbsolute];

/// Rules to compare for one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompareRequest {
    /// The members of the group: 1 to 1000. They are the same under every rule.
    pub members: Vec<Member>,
    /// The rules by name: 1 to 12. They are answered in this order, and all others are set against the first.
    pub rules: InOrder<Rule>,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub helpers: Rules,
    /// The indices to answer; `shapley_shubik`, `banzhaf` and `banzhaf_absolute` where absent. Who gains and who loses is told by the
    /// first of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indices: Option<Vec<PowerIndex>>,
    /// Exact fractions as far as they can be had, or decimals, which are quicker for large groups.
    #[serde(default)]
    pub numbers: PowerNumbers,
}

/// Compares rules for one group.
///
/// # Errors
/// `empty_rule` without rules; `too_many` for more than [`MOST_RULES_COMPARED`], and for more than [`MOST_SEATS_COMPARED`] members
/// times rules; those of checking the members and each rule; those of
/// [`super::measure`] for each rule, where its path names it.
pub fn compare(request: &CompareRequest) -> Result<CompareAnswer, ErrorReport> {
    let root = Pointer::root();
    let (at, named) = (root.key("rules"), request.rules.entries());
    let asked = indices_asked(request.indices.as_deref(), &root.key("indices"))?;
    let (roster, compiled) = group_and_rules(&request.members, &request.rules, &request.helpers)?;
    let measured = compiled.iter().zip(named).map(|(rule, (name, _))| {
        Measured::of(rule, &roster, &asked, request.numbers).map_err(|error| {
            if error.path.is_empty() { ErrorReport { path: at.key(name.as_str()).to_string(), ..error } } else { error }
        })
    });
    let measured: Vec<Measured> = measured.collect::<Result<_, _>>()?;
    let mut found = named.iter().zip(compiled.iter().zip(&measured));
    let changes = match found.next() {
        None => Vec::new(),
        Some(((first, _), (first_rule, before))) => found
            .map(|((name, _), (rule, after))| change::change((first, first_rule, before), (name, rule, after), &asked))
            .collect(),
    };
    let rules = named.iter().zip(measured).map(|((name, rule), measured)| measured.line(name, rule)).collect();
    Ok(CompareAnswer {
        rules,
        judged_by: asked.first().copied().unwrap_or(PowerIndex::ShapleyShubik),
        changes,
        means: words::means(),
    })
}

/// The group and the rules to compare in it, all checked before any is looked at further.
///
/// # Errors
/// As for [`compare`], but for those of measuring.
pub(super) fn group_and_rules(
    members: &[Member],
    rules: &InOrder<Rule>,
    helpers: &Rules,
) -> Result<(Roster, Vec<Compiled>), ErrorReport> {
    let root = Pointer::root();
    let (at, named) = (root.key("rules"), rules.entries());
    if named.is_empty() {
        return Err(PowerError::EmptyRule { path: at, what: "this map of rules by name" }.into());
    }
    if named.len() > MOST_RULES_COMPARED {
        let (what, count, limit) = ("rules", named.len(), MOST_RULES_COMPARED);
        return Err(PowerError::TooMany { path: at, what, count, limit }.into());
    }
    let roster = Roster::new(members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let (what, count, limit) = ("members times rules", roster.len() * named.len(), MOST_SEATS_COMPARED);
    if count > limit {
        return Err(PowerError::TooMany { path: at, what, count, limit }.into());
    }
    let compiled = named.iter().map(|(name, rule)| checked(name, rule, &at, &roster, helpers));
    let compiled = compiled.collect::<Result<_, _>>()?;
    Ok((roster, compiled))
}

/// The indices asked for, each once; the usual ones where none are.
pub(super) fn indices_asked(indices: Option<&[PowerIndex]>, path: &Pointer) -> Result<Vec<PowerIndex>, PowerError> {
    let mut asked: Vec<PowerIndex> = Vec::new();
    for index in indices.unwrap_or(&USUAL) {
        if !asked.contains(index) {
            asked.push(*index);
        }
    }
    if asked.is_empty() { Err(PowerError::EmptyRule { path: path.clone(), what: "this list of indices" }) } else { Ok(asked) }
}

fn checked(name: &Id, rule: &Rule, at: &Pointer, roster: &Roster, helpers: &Rules) -> Result<Compiled, PowerError> {
    let own = at.key(name.as_str());
    Compiled::new(rule, &Pointer::root().key("rule"), roster, helpers).map_err(|error| {
        let path = error.path();
        let moved = path.within("/rules", "/helpers").or_else(|| path.within("/rule", own.as_str()));
        moved.map_or_else(|| error.clone(), |path| error.clone().with_path(path))
    })
}

/// What was found of one rule.
pub(super) struct Measured {
    pub(super) power: MeasureAnswer,
    /// Of the indices asked for, those that would take too long.
    left_out: Vec<PowerIndex>,
    pub(super) deadlock: Option<DeadlockRisk>,
}

impl Measured {
    /// Measures power, without the Shapley-Shubik index and those of coalitions if they would take too long.
    pub(super) fn of(rule: &Compiled, roster: &Roster, asked: &[PowerIndex], numbers: PowerNumbers) -> Result<Self, ErrorReport> {
        let (power, left_out) = match measure_in(rule, roster, asked, numbers) {
            Err(error) if error.code == ErrorCode::NoExactAnswer => {
                let (kept, left_out): (Vec<PowerIndex>, Vec<PowerIndex>) =
                    asked.iter().copied().partition(|index| index.is_light());
                (measure_in(rule, roster, &kept, numbers)?, left_out)
            }
            found => (found?, Vec::new()),
        };
        let blocs: Vec<Vec<usize>> = roster.constituencies().iter().map(|(_, seats)| seats.clone()).collect();
        // Where coalitions were too many to count once, they are not counted again.
        let deadlock = if power.winning.is_none() { None } else { deadlock::risk(&Game::of(rule), &blocs)? };
        Ok(Self { power, left_out, deadlock })
    }

    fn line(self, name: &Id, rule: &Rule) -> ComparedRule {
        let seats = self.power.constituencies.iter().map(|side| {
            let index = |sums: Option<&super::PowerSums>| sums.map(|sums| sums.shapley_shubik.clone());
            let alone = index(side.if_each_votes_alone.as_ref());
            let as_one = index(side.if_each_constituency_votes_as_one.as_ref());
            let beyond =
                |power: Option<&IndexValue>| power.map(|power| change::minus(power, &IndexValue::exactly(side.share.clone())));
            SeatsAgainstPower {
                constituency: side.id.clone(),
                seats: side.share.clone(),
                more_if_each_votes_alone: beyond(alone.as_ref()),
                if_each_votes_alone: alone,
                more_if_each_constituency_votes_as_one: beyond(as_one.as_ref()),
                if_each_constituency_votes_as_one: as_one,
            }
        });
        ComparedRule {
            name: name.clone(),
            rule: explain(rule),
            words: words::of_one(&self.power, self.deadlock.as_ref()),
            chance_to_pass: self.power.coleman_act.clone(),
            seats_against_power: seats.collect(),
            deadlock: self.deadlock,
            members: self.power.members,
            constituencies: self.power.constituencies,
            winning: self.power.winning,
            constant: self.power.constant,
            method: self.power.method,
            algorithm: self.power.algorithm,
            left_out: self.left_out,
        }
    }
}

/// A share of a whole as a fraction.
pub(super) fn share(part: &num_bigint::BigUint, whole: &num_bigint::BigUint) -> Exact {
    Exact::new(part.clone(), whole.clone()).unwrap_or_else(Exact::zero)
}

#[cfg(test)]
mod tests;
