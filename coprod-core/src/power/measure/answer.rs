//! The form of the answer.

use serde::Serialize;

#[cfg(feature = "counting")]
use super::super::attendance::AttendedPower;
use super::super::bloc::Say;
use super::super::game::Game;
use super::super::rule::Compiled;
use super::PowerIndex;
use super::union::Together;
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
    /// Each union's power as one voter: those asked for, then the members in none, each a union of their own. Empty where none were
    /// asked for.
    pub unions: Vec<UnionPower>,
    /// How many coalitions can pass a decision. Null where chances were worked out and no coalitions counted.
    pub winning: Option<Count>,
    /// How many of these fail without any one of their members. Null if neither of the two indices made of them was asked for.
    pub minimal_winning: Option<Count>,
    /// Coleman's power of the group to act: the share of all coalitions that can pass a decision, so how easily anything passes at all.
    /// Rules that need more consent have less of it. Winning coalitions / 2^n. Source: Coleman (1971). Null if the rule always or never passes.
    pub coleman_act: Option<IndexValue>,
    /// Whether the rule always or never passes, so that nobody's vote matters and every index is null.
    pub constant: bool,
    /// `exact`: every index is an exact fraction. `bounded`: every index is a decimal with the most that it may be wrong.
    pub method: String,
    /// How it was worked out, and why in this way.
    pub algorithm: String,
    /// Where no indices were asked for by name: those that would take too long for this group and rule.
    pub left_out: Vec<PowerIndex>,
    /// Power when people come as often as stated. Null where that was not asked for.
    #[cfg(feature = "counting")]
    pub attendance: Option<AttendedPower>,
}

/// An index: the exact fraction and the nearest decimal, or a decimal with the most that it may be wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexValue {
    /// The exact fraction; null where the group is too large for one.
    pub exact: Option<Exact>,
    /// The nearest floating-point number to it, for pictures and for reading.
    pub value: f64,
    /// How far the value is from the truth at most, proved; 0 beside an exact fraction.
    pub error: f64,
}

impl IndexValue {
    pub(in super::super) fn exactly(exact: Exact) -> Self {
        Self { value: exact.approximately(), exact: Some(exact), error: 0.0 }
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
    /// How many coalitions pass with the member and fail without. Null where chances were worked out and no coalitions counted.
    pub swings: Option<Count>,
    /// The member's swings as a share of everybody's. Each of these indices is explained with its formula where indices are asked for.
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
    /// With unions: the chance that the member makes it pass when the unions come round to yes in random order, and the members of each
    /// in random order one after another. For members who bargain with others as one and among themselves. It sums to 1, and over a
    /// union to what the union has as one voter. Source: Owen (1977).
    pub owen: Option<IndexValue>,
    /// With unions: the chance that the member's vote decides when each of the other unions tosses one coin, and each fellow member of the
    /// own one a coin of their own. It does not sum to anything in particular. Source: Owen (1981).
    pub banzhaf_owen: Option<IndexValue>,
    /// With unions: the chance that the member makes it pass when each of the other unions tosses a coin, and the members of the own
    /// one come round to yes in random order. Over a union it sums to the absolute Banzhaf index of the union as one voter. Source:
    /// Alonso-Meijide and Fiestras-Janeiro (2002).
    pub symmetric_coalitional_banzhaf: Option<IndexValue>,
    /// Whether the member's vote never makes a difference.
    pub dummy: bool,
    /// Whether nothing passes without the member.
    pub veto: bool,
    /// Whether the member alone decides.
    pub dictator: bool,
}

impl MemberPower {
    /// The value of one index of coalitions, if it is known.
    #[cfg(feature = "counting")]
    pub(in super::super) const fn index(&self, index: PowerIndex) -> Option<&IndexValue> {
        match index {
            PowerIndex::Banzhaf => self.banzhaf.as_ref(),
            PowerIndex::BanzhafAbsolute => self.banzhaf_absolute.as_ref(),
            PowerIndex::ShapleyShubik => self.shapley_shubik.as_ref(),
            PowerIndex::DeeganPackel => self.deegan_packel.as_ref(),
            PowerIndex::Holler => self.holler.as_ref(),
            PowerIndex::Johnston => self.johnston.as_ref(),
            PowerIndex::ColemanPrevent => self.coleman_prevent.as_ref(),
            PowerIndex::ColemanInitiate => self.coleman_initiate.as_ref(),
        }
    }
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
    /// The power of its members added up: their power if each votes alone. Null if the rule always or never passes, or if that would
    /// take too long.
    pub if_each_votes_alone: Option<PowerSums>,
    /// Its power if each constituency votes as one: the game between the constituencies. Null if that always or never passes, or if
    /// there are too many.
    pub if_each_constituency_votes_as_one: Option<PowerSums>,
}

/// One union's power if it votes as one, among unions that do.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnionPower {
    /// Its members.
    pub members: Vec<Id>,
    /// Its Shapley-Shubik index: the Owen values of its members add up to it. Null if the rule always or never passes.
    pub shapley_shubik: Option<IndexValue>,
    /// Its absolute Banzhaf index: the symmetric coalitional Banzhaf values of its members add up to it. Null if the rule always or never
    /// passes.
    pub banzhaf_absolute: Option<IndexValue>,
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

/// What was found of the members' power, kind by kind; nobody's kind is that of a member whose vote is never asked for.
pub(super) trait KindPower {
    /// Whether the rule always or never passes.
    fn constant(&self) -> bool;

    /// How many coalitions pass with a member and fail without, where they were counted.
    fn swings(&self, kind: Option<usize>) -> Option<Count>;

    /// An index of a member, unless the rule is constant.
    fn index(&self, index: PowerIndex, kind: Option<usize>) -> Option<IndexValue>;

    /// Whether a member ever swings.
    fn matters(&self, kind: usize) -> bool;

    /// Whether nothing passes without a member.
    fn veto(&self, kind: usize) -> bool;

    /// Whether a member alone decides.
    fn dictator(&self, kind: usize) -> bool;

    /// The power of so many of each kind, if each votes alone; nothing where that is not known.
    fn together(&self, seated: &[usize]) -> Option<PowerSums>;
}

/// The members' lines.
pub(super) fn members(
    rule: &Compiled,
    roster: &Roster,
    game: &Game,
    power: &impl KindPower,
    asked: &[PowerIndex],
    together: Option<&Together>,
) -> Vec<MemberPower> {
    let constant = power.constant();
    let mut constituencies = vec![None; rule.len()];
    for (id, seats) in roster.constituencies() {
        seats.iter().for_each(|seat| put(&mut constituencies, *seat, id.clone()));
    }
    let line = |member: usize, id: &Id, constituency: Option<Id>, kind: Option<usize>| {
        let index = |index: PowerIndex| if constant || !asked.contains(&index) { None } else { power.index(index, kind) };
        let union = |values: fn(&Together) -> &[Exact]| {
            let together = together.filter(|_| !constant)?;
            Some(IndexValue::exactly(values(together).get(member).cloned().unwrap_or_else(Exact::zero)))
        };
        MemberPower {
            id: id.clone(),
            constituency,
            swings: power.swings(kind),
            banzhaf: index(PowerIndex::Banzhaf),
            banzhaf_absolute: index(PowerIndex::BanzhafAbsolute),
            shapley_shubik: index(PowerIndex::ShapleyShubik),
            deegan_packel: index(PowerIndex::DeeganPackel),
            holler: index(PowerIndex::Holler),
            johnston: index(PowerIndex::Johnston),
            coleman_prevent: index(PowerIndex::ColemanPrevent),
            coleman_initiate: index(PowerIndex::ColemanInitiate),
            owen: union(Together::owen),
            banzhaf_owen: union(Together::banzhaf_owen),
            symmetric_coalitional_banzhaf: union(Together::symmetric),
            dummy: kind.is_none_or(|kind| !power.matters(kind)),
            veto: kind.is_some_and(|kind| power.veto(kind)),
            dictator: kind.is_some_and(|kind| power.dictator(kind)),
        }
    };
    let all = rule.ids().iter().enumerate().zip(constituencies).zip(game.kind_of(rule.len()));
    all.map(|(((member, id), constituency), kind)| line(member, id, constituency, kind)).collect()
}

/// Where no indices were asked for by name: those that are not answered.
pub(super) fn left_out(indices: Option<&[PowerIndex]>, asked: &[PowerIndex]) -> Vec<PowerIndex> {
    match indices {
        Some(_) => Vec::new(),
        None => PowerIndex::ALL.iter().copied().filter(|index| !asked.contains(index)).collect(),
    }
}

fn put<T>(list: &mut [Option<T>], at: usize, value: T) {
    if let Some(own) = list.get_mut(at) {
        *own = Some(value);
    }
}
