//! The constituencies' lines: what each can do, and its power if its members vote alone or as one.

use super::super::bloc::say_with;
use super::super::game::{Game, MOST_VOTERS, Table, Wanted, Ways};
use super::super::roles::roles;
use super::super::rule::Compiled;
use super::super::work::MOST_VOTES_LOOKED_AT;
use super::answer::{ConstituencyPower, IndexValue, KindPower, PowerSums};
use super::index::Indices;
use super::union::spread;
use crate::error::ErrorReport;
use crate::group::Roster;
use crate::unit::Exact;

pub(super) fn constituencies(
    rule: &Compiled,
    roster: &Roster,
    game: &Game,
    power: &impl KindPower,
) -> Result<Vec<ConstituencyPower>, ErrorReport> {
    if roster.constituencies().is_empty() {
        return Ok(Vec::new());
    }
    let roles = roles(rule);
    let blocs: Vec<Vec<usize>> = roster.constituencies().iter().map(|(_, seats)| seats.clone()).collect();
    let as_one = between(game, &blocs)?;
    let table = if game.voters() <= MOST_VOTERS { Table::of(game).ok() } else { None };
    let mut left = MOST_VOTES_LOOKED_AT;
    let mut lines = Vec::with_capacity(blocs.len());
    for (bloc, (id, seats)) in roster.constituencies().iter().enumerate() {
        // So many of each kind sit here.
        let seated: Vec<usize> =
            game.kinds.iter().map(|kind| kind.iter().filter(|member| seats.binary_search(member).is_ok()).count()).collect();
        let can_matter = seated.iter().enumerate().any(|(kind, count)| *count > 0 && power.matters(kind));
        lines.push(ConstituencyPower {
            id: id.clone(),
            seats: seats.len(),
            share: Exact::new(seats.len(), rule.len()).unwrap_or_else(Exact::zero),
            say: say_with(rule, seats, &roles, table.as_ref(), Some(can_matter), &mut left)?,
            if_each_votes_alone: power.together(&seated),
            if_each_constituency_votes_as_one: as_one.as_ref().and_then(|(shapley, banzhaf)| {
                let own = |values: &[Exact]| values.get(bloc).cloned();
                own(shapley).zip(own(banzhaf)).map(sums)
            }),
        });
    }
    Ok(lines)
}

pub(super) fn sums((shapley_shubik, banzhaf): (Exact, Exact)) -> PowerSums {
    PowerSums { shapley_shubik: IndexValue::exactly(shapley_shubik), banzhaf: IndexValue::exactly(banzhaf) }
}

/// Shares of power by the Shapley-Shubik and by the Banzhaf index.
type Shares = (Vec<Exact>, Vec<Exact>);

/// The Shapley-Shubik and Banzhaf indices of each bloc in the game in which each says yes or no as one.
fn between(game: &Game, blocs: &[Vec<usize>]) -> Result<Option<Shares>, ErrorReport> {
    let between = game.between(blocs);
    let Ok(counted) = Ways::new(&between, None).count(Wanted { by_size: true, ..Wanted::default() }) else { return Ok(None) };
    let indices = Indices::of(&counted.tallies).map_err(ErrorReport::internal)?;
    if counted.tallies.constant() {
        return Ok(None);
    }
    let by_bloc = |values: &[Exact]| spread(&between, values, blocs.len());
    Ok(Some((by_bloc(&indices.shapley_shubik), by_bloc(&indices.banzhaf))))
}
