//! Counts the ways to vote in which neither a motion nor its opposite can pass, and those in which both can.

use num_bigint::{BigInt, BigUint};

use super::super::game::{Game, Gate, Wanted, Ways};
use super::answer::{DeadlockRisk, SidesDeadlock};
use super::share;
use crate::error::ErrorReport;
use crate::unit::Count;

/// Of all ways to say yes or no, those in which neither side passes and those in which both do.
struct Clash {
    all: BigUint,
    neither: BigUint,
    both: BigUint,
}

pub(super) fn risk(game: &Game, blocs: &[Vec<usize>]) -> Result<Option<DeadlockRisk>, ErrorReport> {
    let Some(clash) = clash(game)? else { return Ok(None) };
    let between = if blocs.len() < 2 { None } else { sides(&game.between(blocs), blocs.len())? };
    Ok(Some(DeadlockRisk {
        neither: share(&clash.neither, &clash.all),
        both: share(&clash.both, &clash.all),
        proper: clash.both == BigUint::ZERO,
        strong: clash.neither == BigUint::ZERO,
        between_constituencies: between,
    }))
}

fn sides(game: &Game, blocs: usize) -> Result<Option<SidesDeadlock>, ErrorReport> {
    let Some(clash) = clash(game)? else { return Ok(None) };
    // With all of one mind it passes or it fails, never both and never neither, as the rule is not constant.
    let silent = game.silent;
    let ways = (BigUint::from(1_u8) << blocs) - 2_u8;
    let (neither, both) = (clash.neither << silent, clash.both << silent);
    Ok(Some(SidesDeadlock {
        risk: share(&neither, &ways),
        ways: Count::from(ways),
        neither: Count::from(neither),
        both: Count::from(both),
    }))
}

/// Nothing for a game that always or never passes, or takes too long to count.
fn clash(game: &Game) -> Result<Option<Clash>, ErrorReport> {
    let (Some(winning), Some(alone)) = (winning(game), winning(&game.undisputed())) else { return Ok(None) };
    if matches!(game.gate, Gate::Always | Gate::Never) {
        return Ok(None);
    }
    // Each way to vote has an opposite. `alone`: those that pass and whose opposite fails; as many fail and their opposite passes.
    let all = BigUint::from(1_u8) << game.voters();
    let both = BigInt::from(winning) - BigInt::from(alone.clone());
    let neither = BigInt::from(all.clone()) - BigInt::from(alone) * 2 - &both;
    let counted =
        |count: BigInt| count.to_biguint().ok_or_else(|| ErrorReport::internal("there are no fewer than no coalitions"));
    Ok(Some(Clash { all, neither: counted(neither)?, both: counted(both)? }))
}

/// How many coalitions of the voters win; nothing where that takes too long to count.
pub(in super::super) fn winning(game: &Game) -> Option<BigUint> {
    match game.gate {
        Gate::Always => Some(BigUint::from(1_u8) << game.voters()),
        Gate::Never => Some(BigUint::ZERO),
        _ => Ways::new(game, None).count(Wanted::default()).ok().map(|counted| counted.tallies.winning),
    }
}
