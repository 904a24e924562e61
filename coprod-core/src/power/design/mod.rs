#![doc = include_str!("design.md")]

mod answer;
mod games;
mod search;
mod space;
mod target;

pub use answer::{DesignAnswer, DesignClaim, DesignGap, DesignedRule, DesignedShare};
pub use games::MOST_MEMBERS_BY_GAMES;

use serde::{Deserialize, Serialize};

use self::search::{Candidate, Found};
use self::space::Space;
use self::target::Goal;
use super::measure::PowerIndex;
use super::rule::{Compiled, Rules, explain};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::{Count, IdMap, Ratio, one_key};

/// Rules are designed for groups of up to this many members.
pub const MOST_MEMBERS_DESIGNED: usize = 40;

/// The largest weight that can be asked for.
pub const MOST_WEIGHT_DESIGNED: u32 = 100;

/// So many rules of a family are tried at most; a family that has no more is tried in full.
pub const MOST_RULES_TRIED: u64 = 20_000;

/// So many other rules are answered at most beside the best.
pub const MOST_RUNNERS_UP: u32 = 20;

/// The largest weight where none is asked for.
const WEIGHT: u32 = 10;

/// The runners-up where no number is asked for.
const RUNNERS_UP: u32 = 3;

/// Shares of power to come near to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignRequest {
    /// The members of the group: 1 to 40.
    pub members: Vec<Member>,
    /// The shares of power aimed at: they add up to exactly 1.
    pub target: DesignTarget,
    /// The index by which power is measured: `shapley_shubik` (where absent) or `banzhaf`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<PowerIndex>,
    /// Which rules are looked at.
    pub family: DesignFamily,
    /// What is to be small: the largest gap (where absent), or the sum of all gaps.
    #[serde(default)]
    pub nearest_by: DesignMeasure,
    /// How many other rules to answer beside the best: up to 20; 3 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runners_up: Option<u32>,
}

/// The shares of power aimed at. Whoever is not named has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DesignTarget {
    /// The share of each member.
    Members(IdMap<Ratio>),
    /// The share of each constituency: its members' shares added up, if each votes alone.
    Constituencies(IdMap<Ratio>),
}

one_key!(DesignTarget, "a target", { "members" => Members, "constituencies" => Constituencies });

/// Which rules are looked at. In all of them a motion and its opposite can never both pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DesignFamily {
    /// One weighted vote: whole-number weights and a bar above half. Members with the same target weigh the same: those of one
    /// constituency, where the target is for constituencies.
    Weights(DesignWeights),
    /// One weighted vote with these weights, and a bar above half: whole numbers from 0 to 100; whoever is not named has none.
    Quota(IdMap<Ratio>),
    /// A bar of votes in some or all constituencies, a bar overall, or both: a majority in each, a double majority, an overall majority that a
    /// constituency can block, with bars from one vote to all.
    Structure(DesignStructure),
}

one_key!(DesignFamily, "a family", { "weights" => Weights, "quota" => Quota, "structure" => Structure });

/// Weights to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignWeights {
    /// The largest weight: 1 to 100; 10 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
}

/// Nothing is to be said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignStructure {}

/// What is to be small.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DesignMeasure {
    /// The largest difference between a share aimed at and the share achieved.
    #[default]
    Largest,
    /// The sum of all these differences, above and below alike.
    Sum,
}

/// Designs a rule.
///
/// # Errors
/// Those of checking the members; `unknown_member`, `unknown_constituency`, `shares_not_whole` and `out_of_range` for the target;
/// `out_of_range` for another index and for numbers beyond the limits; `no_constituencies`; `no_votes` and others of checking weights;
/// `no_exact_answer` if a rule of the family cannot be counted.
pub fn design(request: &DesignRequest) -> Result<DesignAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_DESIGNED)?;
    let index = request.index.unwrap_or(PowerIndex::ShapleyShubik);
    if !matches!(index, PowerIndex::ShapleyShubik | PowerIndex::Banzhaf) {
        let detail = "rules are designed by shapley_shubik or banzhaf".to_owned();
        return Err(PowerError::OutOfRange { path: root.key("index"), detail }.into());
    }
    let most = request.runners_up.unwrap_or(RUNNERS_UP);
    if most > MOST_RUNNERS_UP {
        let detail = format!("{most} rules beside the best are asked for, and at most {MOST_RUNNERS_UP} are answered");
        return Err(PowerError::OutOfRange { path: root.key("runners_up"), detail }.into());
    }
    let goal = Goal::new(&request.target, &roster, &root.key("target"))?;
    let space = Space::new(&request.family, &goal, &roster, &root.key("family"))?;
    let keep = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
    let found = match &space {
        Space::Weights { most, .. } if !goal.for_sides && roster.len() <= MOST_MEMBERS_BY_GAMES => {
            games::nearest(&goal, index, *most, request.nearest_by, keep, &roster)
        }
        space => search::nearest(space, &goal, &roster, index, request.nearest_by, keep)?,
    };
    let mut rules = found.best.iter().map(|candidate| designed(candidate, &goal, &roster));
    let best = rules.next().ok_or_else(|| ErrorReport::internal("a family has a rule"))??;
    let runners_up: Vec<DesignedRule> = rules.collect::<Result<_, _>>()?;
    // Nothing is nearer than there.
    let claim =
        if found.complete || best.gap.largest.is_zero() { DesignClaim::OptimalInTheFamily } else { DesignClaim::BestFound };
    Ok(DesignAnswer {
        why: answer::why(request, &space, &found, &best, runners_up.first(), claim),
        best,
        runners_up,
        claim,
        index,
        nearest_by: request.nearest_by,
        tried: Count::from(found.tried),
    })
}

fn designed(candidate: &Candidate, goal: &Goal, roster: &Roster) -> Result<DesignedRule, ErrorReport> {
    Compiled::new(&candidate.rule, &Pointer::root(), roster, &Rules::default())?;
    Ok(DesignedRule {
        words: explain(&candidate.rule),
        rule: candidate.rule.clone(),
        shares: goal.lines(&candidate.shares),
        gap: candidate.gap.clone(),
    })
}

#[cfg(test)]
mod tests;
