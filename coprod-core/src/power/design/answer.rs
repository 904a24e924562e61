//! The form of the answer.

use serde::{Deserialize, Serialize};

use super::super::measure::PowerIndex;
use super::super::rule::Rule;
use super::{DesignFamily, DesignMeasure, DesignRequest, Found, Space};
use crate::unit::{Count, Exact, Id};

/// A rule whose shares of power are near to those asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignAnswer {
    /// The nearest rule. Of several that are equally near, the one with the smaller gap by the other measure, then the one with the lower
    /// weights and bars added up, then the one whose numbers are lower one after another.
    pub best: DesignedRule,
    /// The next nearest with other shares of power, in the same order.
    pub runners_up: Vec<DesignedRule>,
    /// Whether a nearer rule exists in the family.
    pub claim: DesignClaim,
    /// Why, and what the family is.
    pub why: Vec<String>,
    /// The index by which power is measured.
    pub index: PowerIndex,
    /// What was to be small.
    pub nearest_by: DesignMeasure,
    /// How many rules were tried. For up to six members those are left out whose weights in no order can be as near as the rules answered.
    pub tried: Count,
}

/// One rule of the family.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignedRule {
    /// The rule, as other requests take it.
    pub rule: Rule,
    /// The same in plain English.
    pub words: Vec<String>,
    /// What was aimed at and what is achieved: for members in the order of the request, or for constituencies in order of first appearance.
    pub shares: Vec<DesignedShare>,
    /// What is left between the two.
    pub gap: DesignGap,
}

/// A share of power aimed at and achieved.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignedShare {
    /// The member or constituency.
    pub id: Id,
    /// The share aimed at.
    pub target: Exact,
    /// The share achieved.
    pub achieved: Exact,
    /// How much more is achieved; below zero if it is less.
    pub more: Exact,
}

/// What is left between shares aimed at and shares achieved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignGap {
    /// The largest difference, above or below.
    pub largest: Exact,
    /// All differences added up, above and below alike.
    pub sum: Exact,
}

/// Whether a nearer rule exists in the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DesignClaim {
    /// None does.
    OptimalInTheFamily,
    /// The search went from rule to nearer rule and found none nearer than this; there may be one.
    BestFound,
}

/// Why this is the nearest.
pub(super) fn why(
    request: &DesignRequest,
    space: &Space,
    found: &Found,
    best: &DesignedRule,
    next: Option<&DesignedRule>,
    claim: DesignClaim,
) -> Vec<String> {
    let by = |gap: &DesignGap| match request.nearest_by {
        DesignMeasure::Largest => format!("a largest gap of {}", gap.largest),
        DesignMeasure::Sum => format!("gaps that add up to {}", gap.sum),
    };
    let family = match &request.family {
        DesignFamily::Weights(_) => format!(
            "the family: one weighted vote with whole weights up to {} and a bar above half, in which members with the same target weigh the same",
            space.most_weight()
        ),
        DesignFamily::Quota(_) => "the family: one weighted vote with the weights given and a bar above half".to_owned(),
        DesignFamily::Structure(_) => {
            "the family: a bar of votes in some or all constituencies, a bar above half overall, or both, so that a motion and its opposite can \
             never both pass"
                .to_owned()
        }
    };
    let mut lines = vec![family];
    lines.push(match claim {
        DesignClaim::OptimalInTheFamily if best.gap.largest.is_zero() => "the target is met exactly, and nothing is nearer than that".to_owned(),
        DesignClaim::OptimalInTheFamily => {
            let rest = match found.passed_over {
                0 => ", which are all that differ".to_owned(),
                passed_over => format!(
                    "; the other {passed_over} that differ cannot be as near as the rules answered here, since the same weights in the order of the                      targets are not"
                ),
            };
            format!("no rule of the family is nearer: {} were tried{rest}, and this one has {}", found.tried, by(&best.gap))
        }
        DesignClaim::BestFound => format!(
            "the family is too large to be tried in full: {} of its rules were tried, from several starts to nearer and nearer ones, and the \
             nearest has {}; there may be a nearer one",
            found.tried,
            by(&best.gap)
        ),
    });
    if let Some(next) = next {
        lines.push(format!("the next with other shares of power has {}", by(&next.gap)));
    }
    if let Some(unequal) = &found.unequal {
        lines.push(format!("with different weights for members with the same target, {} would be possible", by(unequal)));
    }
    lines
}
