//! Power in one weighted game that is too large for exact fractions: decimals, each with the most that it may be wrong.

use super::super::game::{Game, Gate};
use super::super::rule::Compiled;
use super::super::weighted::{Bounded, Coins, Weighted};
use super::answer::{self, IndexValue, KindPower, MeasureAnswer, PowerSums};
use super::{Asked, PowerIndex, constituency, union};
use crate::error::ErrorReport;
use crate::group::Roster;
use crate::unit::Count;

/// The indices that chances give.
const POSSIBLE: [PowerIndex; 5] = [
    PowerIndex::Banzhaf,
    PowerIndex::BanzhafAbsolute,
    PowerIndex::ShapleyShubik,
    PowerIndex::ColemanPrevent,
    PowerIndex::ColemanInitiate,
];

/// The answer; nothing where the game is of another shape, too large for this too, or other indices are asked for.
///
/// # Errors
/// As for [`super::measure`].
pub(super) fn answered(
    rule: &Compiled,
    roster: &Roster,
    game: &Game,
    request: Asked<'_>,
) -> Result<Option<MeasureAnswer>, ErrorReport> {
    let Asked { indices, unions, within, .. } = request;
    let wanted = indices.unwrap_or(&POSSIBLE);
    if wanted.iter().any(|index| !POSSIBLE.contains(index)) {
        return Ok(None);
    }
    let shapley = match (indices, wanted.contains(&PowerIndex::ShapleyShubik)) {
        (_, false) => Shapley::NotAsked,
        (Some(_), true) => Shapley::Needed,
        (None, true) => Shapley::IfPossible,
    };
    let Some(chances) = Chances::of(game, shapley, within) else { return Ok(None) };
    let asked: Vec<PowerIndex> = match (indices, &chances.shapley_shubik) {
        (None, None) => POSSIBLE.iter().copied().filter(|index| *index != PowerIndex::ShapleyShubik).collect(),
        _ => wanted.to_vec(),
    };
    let together = unions.map(|unions| union::Together::of(game, rule.len(), unions)).transpose()?;
    Ok(Some(MeasureAnswer {
        members: answer::members(rule, roster, game, &chances, &asked, together.as_ref()),
        constituencies: constituency::constituencies(rule, roster, game, &chances)?,
        unions: together.map(|together| together.lines(rule)).unwrap_or_default(),
        winning: None,
        minimal_winning: None,
        coleman_act: Some(value(chances.coins.pass)),
        constant: false,
        method: "bounded".to_owned(),
        algorithm: format!(
            "chances and not coalitions were reckoned with, as {} members of {} different weights are too many for exact fractions here: \
             every number says by how much it may be wrong",
            game.voters(),
            game.kinds.len()
        ),
        left_out: answer::left_out(indices, &asked),
        attendance: None,
    }))
}

/// Whether the Shapley-Shubik index is asked for, and what is to be done where it cannot be had.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shapley {
    NotAsked,
    IfPossible,
    Needed,
}

/// Chances by kind.
struct Chances {
    game: Weighted,
    /// The weight of a member of each kind.
    weights: Vec<u64>,
    coins: Coins,
    /// The swing chances of all members added up, and the most that this may be wrong.
    all_swings: (f64, f64),
    shapley_shubik: Option<Bounded>,
    /// Whether each kind ever swings.
    matters: Vec<bool>,
}

impl Chances {
    fn of(game: &Game, shapley: Shapley, within: Option<u64>) -> Option<Self> {
        let Gate::Bar { sum, least } = game.gate else { return None };
        let weights = game.sums.get(sum)?.clone();
        let sizes: Vec<usize> = game.kinds.iter().map(Vec::len).collect();
        let kinds: Vec<(u64, usize)> = weights.iter().copied().zip(sizes.iter().copied()).collect();
        let game = Weighted::new(&kinds, least)?.within(within);
        let shapley_shubik = if shapley == Shapley::NotAsked { None } else { game.shapley_shubik().ok() };
        if shapley == Shapley::Needed && shapley_shubik.is_none() {
            return None;
        }
        let coins = game.coins().ok()?;
        let unclear = coins.swings.values.iter().filter(|chance| **chance <= coins.swings.error).count();
        if !game.can_look(unclear) {
            return None;
        }
        // A chance above its error is above zero; the others are looked at one by one.
        let chances = weights.iter().zip(&coins.swings.values);
        let matters =
            chances.map(|(weight, chance)| if *chance > coins.swings.error { Ok(true) } else { game.ever_swings(*weight) });
        let matters = matters.collect::<Result<_, _>>().ok()?;
        let all_swings = added(&coins.swings, &sizes);
        Some(Self { game, weights, coins, all_swings, shapley_shubik, matters })
    }

    fn weight(&self, kind: usize) -> u64 {
        self.weights.get(kind).copied().unwrap_or(0)
    }
}

impl KindPower for Chances {
    fn constant(&self) -> bool {
        false
    }

    fn swings(&self, _: Option<usize>) -> Option<Count> {
        None
    }

    fn index(&self, index: PowerIndex, kind: Option<usize>) -> Option<IndexValue> {
        let Some(kind) = kind else { return Some(value((0.0, 0.0))) };
        let swing = (self.coins.swings.values.get(kind).copied()?, self.coins.swings.error);
        let (pass, wrong) = self.coins.pass;
        // A member swings in half of the coalitions: those without the member.
        match index {
            PowerIndex::BanzhafAbsolute => Some(value(swing)),
            PowerIndex::Banzhaf => quotient(swing, self.all_swings),
            PowerIndex::ShapleyShubik => {
                self.shapley_shubik.as_ref().and_then(|all| Some(value((*all.values.get(kind)?, all.error))))
            }
            PowerIndex::ColemanPrevent => quotient(swing, (2.0 * pass, 2.0 * wrong)),
            PowerIndex::ColemanInitiate => quotient(swing, (2.0 * (1.0 - pass), 2.0 * (wrong + f64::EPSILON))),
            PowerIndex::DeeganPackel | PowerIndex::Holler | PowerIndex::Johnston => None,
        }
    }

    fn matters(&self, kind: usize) -> bool {
        self.matters.get(kind).copied().unwrap_or(false)
    }

    fn veto(&self, kind: usize) -> bool {
        self.game.is_veto(self.weight(kind))
    }

    fn dictator(&self, kind: usize) -> bool {
        self.game.is_dictator(self.weight(kind))
    }

    fn together(&self, seated: &[usize]) -> Option<PowerSums> {
        Some(PowerSums {
            shapley_shubik: value(added(self.shapley_shubik.as_ref()?, seated)),
            banzhaf: quotient(added(&self.coins.swings, seated), self.all_swings)?,
        })
    }
}

/// The values of so many of each kind added up, and the most that this may be wrong.
fn added(of: &Bounded, counts: &[usize]) -> (f64, f64) {
    let members = float(counts.iter().sum());
    let sum: f64 = of.values.iter().zip(counts).map(|(value, count)| value * float(*count)).sum();
    (sum, members * of.error + (float(of.values.len()) + 2.0) * f64::EPSILON * sum)
}

const fn value((value, error): (f64, f64)) -> IndexValue {
    IndexValue { exact: None, value, error }
}

/// A share of two numbers with their errors; nothing where the whole might be nothing.
fn quotient((part, wrong): (f64, f64), (whole, of_whole): (f64, f64)) -> Option<IndexValue> {
    let least = whole - of_whole;
    let share = part / whole;
    // |p/w - P/W| = |p (W-w) - w (P-p)| / wW, with W at least w less its error; and the roundings here.
    (least > 0.0).then(|| value((share, ((wrong + share * of_whole) / least + share * f64::EPSILON) * (1.0 + 1e-9))))
}

#[allow(clippy::cast_precision_loss, reason = "counts of members")]
const fn float(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests;
