//! The nucleolus, and whether there is a division that satisfies every group: linear programs one after another (Maschler, Peleg and
//! Shapley 1979).
//!
//! Each program makes what the groups that are still open have beyond their worth as much as it can be for the one that has least. Its
//! dual is solved: weights of groups. A group with a weight above zero has just that in every best division, so it is settled; those that only
//! happen to have it in one division stay open. At least one group is settled each time that the settled ones do not already determine,
//! so there are at most as many programs as parties.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};

use super::fraction::{Fraction, pence};
use super::game::Table;
use super::simplex::Program;

/// Groups with weights such that every party's weights sum to one, and that have more together, so weighted, than all have.
#[derive(Debug)]
pub(super) struct Balanced {
    pub(super) groups: Vec<(usize, Fraction)>,
    pub(super) worth: Fraction,
}

/// The nucleolus of a game in which the parties by themselves have no more than all together; nothing if a program has no answer, which
/// cannot be.
pub(super) fn nucleolus(table: &Table) -> Option<Vec<Fraction>> {
    let mut settled = Settled::all(table);
    while settled.rows.len() < table.parties {
        let stage = Stage::new(table, &settled, true)?;
        let best = stage.program.solved()?;
        let least = best.cost / &stage.scale;
        let before = settled.rows.len();
        for (column, _) in best.weights {
            let (group, beyond) = stage.groups.get(column)?;
            let worth = pence(table.of(*group));
            settled.settle(*group, if *beyond { worth + &least } else { worth });
        }
        if settled.rows.len() == before {
            return None;
        }
    }
    Some(settled.division())
}

/// Why no division gives every group at least its worth; `Ok(None)` if one does.
pub(super) fn why_empty(table: &Table) -> Option<Option<Balanced>> {
    let settled = Settled::all(table);
    if table.parties < 2 {
        return Some(None);
    }
    let stage = Stage::new(table, &settled, false)?;
    let best = stage.program.solved()?;
    if best.cost >= Fraction::zero() {
        return Some(None);
    }
    let weight_of = |party: usize| {
        let with =
            best.weights.iter().filter(|(column, _)| stage.groups.get(*column).is_some_and(|(group, _)| group >> party & 1 == 1));
        with.map(|(_, weight)| weight).sum::<Fraction>()
    };
    // Every party has the same weight.
    let each = weight_of(0);
    if each.is_zero() {
        return None;
    }
    let groups: Vec<(usize, Fraction)> = best
        .weights
        .iter()
        .filter_map(|(column, weight)| stage.groups.get(*column).map(|(group, _)| (*group, weight / &each)))
        .collect();
    let worth = groups.iter().map(|(group, weight)| weight * pence(table.of(*group))).sum();
    Some(Some(Balanced { groups, worth }))
}

/// What is settled of a division: equations in reduced echelon form.
#[derive(Debug)]
struct Settled {
    parties: usize,
    rows: Vec<Row>,
}

/// `x(party) + sum of factors times other open parties = value`.
#[derive(Debug)]
struct Row {
    party: usize,
    factors: Vec<Fraction>,
    value: Fraction,
}

impl Settled {
    /// All have what there is.
    fn all(table: &Table) -> Self {
        let mut settled = Self { parties: table.parties, rows: Vec::new() };
        settled.settle(table.all(), pence(table.of(table.all())));
        settled
    }

    /// What is open of what a group has: factors of the open parties, and what is settled of it.
    fn open(&self, group: usize) -> (Vec<Fraction>, Fraction) {
        let own = |party: usize| if group >> party & 1 == 1 { Fraction::one() } else { Fraction::zero() };
        let mut factors: Vec<Fraction> = (0..self.parties).map(own).collect();
        let mut value = Fraction::zero();
        for row in self.rows.iter().filter(|row| group >> row.party & 1 == 1) {
            factors.iter_mut().zip(&row.factors).for_each(|(factor, of_row)| *factor -= of_row);
            value += &row.value;
        }
        (factors, value)
    }

    /// The group has this much.
    fn settle(&mut self, group: usize, has: Fraction) {
        let (mut factors, so_far) = self.open(group);
        let Some(party) = factors.iter().position(|factor| !factor.is_zero()) else { return };
        let Some(by) = factors.get(party).cloned() else { return };
        factors.iter_mut().for_each(|factor| *factor /= &by);
        let value = (has - so_far) / by;
        for row in &mut self.rows {
            let Some(times) = row.factors.get(party).filter(|times| !times.is_zero()).cloned() else { continue };
            row.factors.iter_mut().zip(&factors).for_each(|(factor, of_new)| *factor -= &times * of_new);
            row.value -= &times * &value;
        }
        self.rows.push(Row { party, factors, value });
    }

    /// The division, when everything is settled.
    fn division(&self) -> Vec<Fraction> {
        let mut shares = vec![Fraction::zero(); self.parties];
        for row in &self.rows {
            if let Some(share) = shares.get_mut(row.party) {
                share.clone_from(&row.value);
            }
        }
        shares
    }
}

/// One program, in whole numbers.
#[derive(Debug)]
struct Stage {
    program: Program,
    /// The group of each column, and whether it is to have as much as can be beyond its worth, or only its worth.
    groups: Vec<(usize, bool)>,
    /// What the costs are multiplied by.
    scale: BigInt,
}

impl Stage {
    /// `alone`: with the condition that no party has less than by itself.
    fn new(table: &Table, settled: &Settled, alone: bool) -> Option<Self> {
        let open: Vec<usize> = (0..table.parties).filter(|party| settled.rows.iter().all(|row| row.party != *party)).collect();
        let numbers = settled.rows.iter().flat_map(|row| &row.factors);
        let whole = numbers.fold(BigInt::one(), |all, factor| all.lcm(factor.denom()));
        let scale = settled.rows.iter().fold(BigInt::one(), |all, row| all.lcm(row.value.denom()));
        let singles = (0..table.parties).filter(|_| alone).map(|party| (1_usize << party, false));
        let mut columns = Vec::new();
        let mut costs = Vec::new();
        let mut groups = Vec::new();
        for (group, beyond) in (1..table.all()).map(|group| (group, true)).chain(singles) {
            let (factors, value) = settled.open(group);
            let entry = |party: &usize| (factors.get(*party)? * &whole).to_integer().to_i64();
            let mut column: Vec<i64> = open.iter().map(entry).collect::<Option<_>>()?;
            if column.iter().all(|entry| *entry == 0) {
                continue;
            }
            column.push(i64::from(beyond));
            columns.push(column);
            costs.push(((value - pence(table.of(group))) * &scale).to_integer());
            groups.push((group, beyond));
        }
        let mut right = vec![0; open.len()];
        right.push(1);
        Some(Self { program: Program { columns, costs, right }, groups, scale })
    }
}
