//! The form of the answer.

use num_bigint::BigUint;
use serde::Serialize;

use super::super::bloc::Say;
use super::super::game::{Counts, Table};
use super::super::rule::Compiled;
use super::PowerIndex;
use super::index::Indices;
use crate::group::Roster;
use crate::unit::{Count, Exact, Id};

/// Power under a rule when everybody attends and says yes or objects.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureAnswer {
    /// Each member's power, in the order of the request.
    pub members: Vec<MemberPower>,
    /// Each constituency's power, in order of first appearance; empty where members have none.
    pub constituencies: Vec<ConstituencyPower>,
    /// How many coalitions can pass a decision.
    pub winning: Count,
    /// How many of these fail without any one of their members.
    pub minimal_winning: Count,
    /// The share of all coalitions that can pass a decision. Null if the rule always or never passes.
    pub coleman_act: Option<IndexValue>,
    /// Whether the rule always or never passes, so that nobody's vote matters and every index is null.
    pub constant: bool,
    /// `exact`.
    pub method: String,
    /// How it was worked out.
    pub algorithm: String,
}

/// An index: the exact fraction and the nearest decimal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexValue {
    /// The exact fraction.
    pub exact: Exact,
    /// The nearest floating-point number to it, for pictures and for reading.
    pub value: f64,
    /// How far the exact fraction may be from the truth: 0, that is not at all.
    pub error: f64,
}

impl IndexValue {
    pub(super) fn exactly(exact: Exact) -> Self {
        Self { value: exact.approximately(), exact, error: 0.0 }
    }
}

/// One member's power. An index is null if it was not asked for or if the rule always or never passes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MemberPower {
    /// The member.
    pub id: Id,
    /// The member's constituency.
    pub constituency: Option<Id>,
    /// How many coalitions pass with the member and fail without.
    pub swings: Count,
    /// The member's swings as a share of everybody's.
    pub banzhaf: Option<IndexValue>,
    /// The chance that the member is critical when everybody else tosses a coin.
    pub banzhaf_absolute: Option<IndexValue>,
    /// The chance that the member is the one who makes it pass when all say yes one after another in random order.
    pub shapley_shubik: Option<IndexValue>,
    /// Minimal winning coalitions are equally likely, and each shares its power equally.
    pub deegan_packel: Option<IndexValue>,
    /// The public good index: the member's minimal winning coalitions as a share of everybody's.
    pub holler: Option<IndexValue>,
    /// Coalitions with a critical member share their power equally among those who are critical.
    pub johnston: Option<IndexValue>,
    /// The share of winning coalitions that the member can stop.
    pub coleman_prevent: Option<IndexValue>,
    /// The share of losing coalitions that the member can make win.
    pub coleman_initiate: Option<IndexValue>,
    /// Whether the member's vote never makes a difference.
    pub dummy: bool,
    /// Whether nothing passes without the member.
    pub veto: bool,
    /// Whether the member alone decides.
    pub dictator: bool,
}

/// One constituency's power.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConstituencyPower {
    /// The constituency.
    pub id: Id,
    /// How many members it has.
    pub seats: usize,
    /// Its share of all members.
    pub share: Exact,
    /// What its members can do together.
    #[serde(flatten)]
    pub say: Say,
    /// The power of its members added up: their power if each votes alone.
    pub if_each_votes_alone: Option<PowerSums>,
    /// Its power if each constituency votes as one: the game between the constituencies.
    pub if_each_constituency_votes_as_one: Option<PowerSums>,
}

/// Power by the two indices that are shares of one whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PowerSums {
    /// By the Shapley-Shubik index.
    pub shapley_shubik: IndexValue,
    /// By the normalised Banzhaf index.
    pub banzhaf: IndexValue,
}

/// A count of coalitions among those with a vote, as a count among all: each member without a vote doubles it.
pub(super) fn with_silent(count: u64, without_votes: usize) -> BigUint {
    BigUint::from(count) << without_votes
}

/// The members' lines.
pub(super) fn members(
    rule: &Compiled,
    roster: &Roster,
    table: &Table,
    counts: &Counts,
    indices: &Indices,
    asked: &[PowerIndex],
) -> Vec<MemberPower> {
    let silent = rule.len() - table.voters().len();
    let half = 1_u64 << table.voters().len() >> 1;
    let constituency = |member: usize| {
        roster.constituencies().iter().find(|(_, seats)| seats.contains(&member)).map(|(constituency, _)| constituency.clone())
    };
    let line = |(member, id): (usize, &Id)| {
        let position = table.voters().iter().position(|voter| *voter == member);
        let swings = position.and_then(|position| counts.swings.get(position)).copied().unwrap_or(0);
        let with: u64 = position.and_then(|position| counts.winning_with.get(position)).map_or(0, |sizes| sizes.iter().sum());
        let index = |index: PowerIndex, values: &[Exact]| {
            if indices.constant || !asked.contains(&index) {
                return None;
            }
            let value = position.and_then(|position| values.get(position)).cloned();
            Some(IndexValue::exactly(value.unwrap_or_else(Exact::zero)))
        };
        let veto = position.is_some() && counts.winning > 0 && with == counts.winning;
        MemberPower {
            id: id.clone(),
            constituency: constituency(member),
            swings: Count::from(with_silent(swings, silent)),
            banzhaf: index(PowerIndex::Banzhaf, &indices.banzhaf),
            banzhaf_absolute: index(PowerIndex::BanzhafAbsolute, &indices.banzhaf_absolute),
            shapley_shubik: index(PowerIndex::ShapleyShubik, &indices.shapley_shubik),
            deegan_packel: index(PowerIndex::DeeganPackel, &indices.deegan_packel),
            holler: index(PowerIndex::Holler, &indices.holler),
            johnston: index(PowerIndex::Johnston, &indices.johnston),
            coleman_prevent: index(PowerIndex::ColemanPrevent, &indices.coleman_prevent),
            coleman_initiate: index(PowerIndex::ColemanInitiate, &indices.coleman_initiate),
            dummy: swings == 0,
            veto,
            dictator: veto && counts.winning == half,
        }
    };
    rule.ids().iter().enumerate().map(line).collect()
}
