//! The constituencies' lines: what each can do, and its power if its members vote alone or as one.

use super::super::bloc::say_with;
use super::super::game::{Counts, Table};
use super::super::roles::Role;
use super::super::rule::Compiled;
use super::super::work::MOST_VOTES_LOOKED_AT;
use super::answer::{ConstituencyPower, IndexValue, PowerSums};
use super::index::Indices;
use crate::error::ErrorReport;
use crate::group::Roster;
use crate::unit::Exact;

pub(super) fn constituencies(
    rule: &Compiled,
    roster: &Roster,
    roles: &[Role],
    table: &Table,
    indices: &Indices,
) -> Result<Vec<ConstituencyPower>, ErrorReport> {
    let sets: Vec<usize> = roster.constituencies().iter().map(|(_, seats)| table.set(seats)).collect();
    let quotient = between(table, &sets);
    quotient.check().map_err(ErrorReport::internal)?;
    let mut lines = Vec::with_capacity(sets.len());
    let mut voting = 0;
    let mut left = MOST_VOTES_LOOKED_AT;
    for ((id, seats), set) in roster.constituencies().iter().zip(&sets) {
        let number = if *set == 0 { None } else { Some(voting) };
        voting += usize::from(*set != 0);
        let as_one = |values: &[Exact]| number.and_then(|number| values.get(number)).cloned().unwrap_or_else(Exact::zero);
        let alone =
            |values: &[Exact]| Exact::sum(values.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, own)| own));
        let sums = |values: &Indices, of: &dyn Fn(&[Exact]) -> Exact| {
            (!values.constant).then(|| PowerSums {
                shapley_shubik: IndexValue::exactly(of(&values.shapley_shubik)),
                banzhaf: IndexValue::exactly(of(&values.banzhaf)),
            })
        };
        lines.push(ConstituencyPower {
            id: id.clone(),
            seats: seats.len(),
            share: Exact::new(seats.len(), rule.len()).unwrap_or_else(Exact::zero),
            say: say_with(rule, seats, roles, Some(table), &mut left)?,
            if_each_votes_alone: sums(indices, &alone),
            if_each_constituency_votes_as_one: sums(&quotient, &as_one),
        });
    }
    Ok(lines)
}

/// The game between the sets that are not empty, each of which says yes or no as one.
fn between(table: &Table, sets: &[usize]) -> Indices {
    let voting: Vec<usize> = sets.iter().copied().filter(|set| *set != 0).collect();
    // Unions of the first half of the sets and of the second, so that each outcome takes one step.
    let (first, second) = voting.split_at(voting.len() / 2);
    let (low, high) = (unions(first), unions(second));
    let union = |chosen: usize| {
        let part = |of: &[usize], number: usize| of.get(number).copied().unwrap_or(0);
        part(&low, chosen & (low.len() - 1)) | part(&high, chosen >> first.len())
    };
    let quotient = Table::from_outcomes(voting.len(), |chosen| table.passes(union(chosen)));
    Indices::of(&Counts::of(&quotient), voting.len())
}

/// The union of every choice of these sets.
fn unions(sets: &[usize]) -> Vec<usize> {
    sets.iter().fold(vec![0], |mut unions, set| {
        let with: Vec<usize> = unions.iter().map(|union| union | set).collect();
        unions.extend(with);
        unions
    })
}
