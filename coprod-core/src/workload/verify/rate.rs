//! What an hour of each kind of task costs each person, in whole units of their own.

use std::collections::BTreeMap;

use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Id, Ratio};
use crate::workload::Task;

/// Rates and denominators stay at or below this, so that parts fit.
const MOST_UNITS: i64 = 1 << 31;

/// Seconds that a person agreed to give.
pub(super) fn capacity(person: &Person) -> u64 {
    person.capacity.map_or(0, |hours| hours.seconds().unsigned_abs())
}

/// Whether `task` costs `person` nothing, however long it takes.
pub(super) fn is_free(person: &Person, task: &Task) -> bool {
    let factors = task.burdens.iter().filter_map(|word| person.burdens.get(word));
    person.burden.iter().chain(factors).any(|factor| factor.numer() == 0)
}

fn factor(person: &Person, marks: &[&Id]) -> Result<Ratio, crate::error::UnitError> {
    let start = person.burden.unwrap_or(Ratio::ONE);
    let factors = marks.iter().filter_map(|word| person.burdens.get(*word));
    factors.copied().try_fold(start, Ratio::times)
}

/// The rates of all people for all kinds of tasks.
pub(super) struct Rates<'a> {
    /// The sets of words that tasks are marked with, as far as they cost anybody more or less.
    kinds: BTreeMap<Vec<&'a Id>, usize>,
    /// By kind, then by person.
    rates: Vec<Vec<u64>>,
    /// What each person's rates are parts of.
    pub(super) denominators: Vec<u64>,
    weighed: Vec<&'a Id>,
}

impl<'a> Rates<'a> {
    pub(super) fn new(people: &'a [Person], tasks: &'a [Task]) -> Result<Self, WorkloadError> {
        let mut weighed: Vec<&Id> = people.iter().flat_map(|person| person.burdens.keys()).collect();
        weighed.sort_unstable();
        weighed.dedup();
        let mut rates = Self { kinds: BTreeMap::new(), rates: Vec::new(), denominators: Vec::new(), weighed };
        rates.kinds.insert(Vec::new(), 0);
        for task in tasks {
            let marks = rates.marks(task);
            let next = rates.kinds.len();
            rates.kinds.entry(marks).or_insert(next);
        }
        rates.rates = vec![vec![0; people.len()]; rates.kinds.len()];
        for (number, person) in people.iter().enumerate() {
            let path = || Pointer::root().key("request").key("people").index(number).key("burdens");
            let too_fine = || WorkloadError::OutOfRange {
                path: path(),
                found: "the product of the burdens".to_owned(),
                bounds: "with fewer digits".to_owned(),
            };
            let factors: Vec<(usize, Ratio)> = rates
                .kinds
                .iter()
                .map(|(marks, kind)| Ok((*kind, factor(person, marks).map_err(|_| too_fine())?)))
                .collect::<Result<_, WorkloadError>>()?;
            let whole = factors.iter().try_fold(1_i64, |whole, (_, factor)| {
                let gcd = num_integer::gcd(whole, factor.denom());
                whole.checked_mul(factor.denom().checked_div(gcd)?).filter(|whole| *whole <= MOST_UNITS)
            });
            let whole = whole.ok_or_else(too_fine)?;
            for (kind, factor) in factors {
                let rate = whole.checked_div(factor.denom()).and_then(|units| units.checked_mul(factor.numer()));
                let rate = rate.filter(|rate| (0..=MOST_UNITS).contains(rate)).ok_or_else(too_fine)?;
                if let Some(slot) = rates.rates.get_mut(kind).and_then(|rates| rates.get_mut(number)) {
                    *slot = rate.unsigned_abs();
                }
            }
            rates.denominators.push(whole.unsigned_abs());
        }
        Ok(rates)
    }

    fn marks(&self, task: &'a Task) -> Vec<&'a Id> {
        let mut marks: Vec<&Id> = task.burdens.iter().filter(|word| self.weighed.binary_search(word).is_ok()).collect();
        marks.sort_unstable();
        marks
    }

    /// Which kind of task it is.
    pub(super) fn kind(&self, task: &'a Task) -> usize {
        self.kinds.get(&self.marks(task)).copied().unwrap_or_default()
    }

    /// What a second of a kind of task costs each person, in units of their own.
    pub(super) fn of(&self, kind: usize) -> &[u64] {
        self.rates.get(kind).map_or(&[], Vec::as_slice)
    }

    /// What a second of a kind of task costs `person`.
    pub(super) fn rate(&self, kind: usize, person: usize) -> u64 {
        self.of(kind).get(person).copied().unwrap_or_default()
    }

    /// The least that a second of any task costs `person`.
    pub(super) fn least(&self, person: usize) -> u64 {
        self.rates.iter().filter_map(|rates| rates.get(person)).copied().min().unwrap_or_default()
    }

    /// Whether an hour of one task costs each person as much as an hour of any other.
    pub(super) fn alike(&self) -> bool {
        self.rates.windows(2).all(|pair| pair.first() == pair.last())
    }
}
