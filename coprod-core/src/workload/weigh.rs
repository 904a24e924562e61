//! What a task costs somebody in particular: burdens by kind of work, and the support they need beside it.
//!
//! An hour at the least of a person's factors is the measure of their hours; what another kind of work costs beyond that is a further cost
//! of each place. All factors of a person are put over one denominator, so that every sum is whole.

use std::collections::{BTreeMap, BTreeSet};

use num_integer::Integer;

use super::cast::Cast;
use super::known::at_most;
use super::seat::Seat;
use super::solve::{Extra, Measure, Set};
use super::{MOST_BURDEN, MOST_FURTHER_COSTS, Task};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Id, Ratio};

/// What an hour of each kind of work costs a person beyond the least.
#[derive(Debug, Clone, Default)]
struct Scale {
    /// By kind of work; empty where all kinds cost the same.
    further: Vec<u64>,
}

/// Support that a person needs.
#[derive(Debug, Clone)]
struct Support<'a> {
    task: Option<&'a Id>,
    skill: Option<&'a Id>,
    by: usize,
    seconds: u64,
}

/// The costs of people in particular.
#[derive(Debug, Default)]
pub(super) struct Weights<'a> {
    /// The kind of each task: those with the same burdens are of one kind, and kind 0 has none.
    kinds: Vec<usize>,
    scales: Vec<Scale>,
    supports: Vec<Vec<Support<'a>>>,
    /// Those to whom a place may cost more than its seconds.
    particular: Set,
    /// The kind of work that one more word stands for, which no task need be marked with.
    word: usize,
    /// How many further costs there are so far.
    count: usize,
    /// By the id of a task that is one session of another, the id of that other.
    origins: BTreeMap<&'a Id, &'a Id>,
}

impl<'a> Weights<'a> {
    /// Works out the factors of everybody in `people`, and puts them in `measures`. `word` is a kind of work beside those of the tasks.
    pub(super) fn new(
        cast: &Cast,
        people: &'a [Person],
        tasks: &[Task],
        measures: &mut [Measure],
        word: Option<&Id>,
    ) -> Result<Self, WorkloadError> {
        let named: BTreeSet<&Id> = people.iter().flat_map(|worker| worker.burdens.keys()).collect();
        let mut known: BTreeMap<Vec<&Id>, usize> = BTreeMap::from([(Vec::new(), 0)]);
        let mut kinds = Vec::with_capacity(tasks.len());
        for task in tasks {
            let mut words: Vec<&Id> = task.burdens.iter().filter(|word| named.contains(word)).collect();
            words.sort_unstable();
            let next = known.len();
            kinds.push(*known.entry(words).or_insert(next));
        }
        let word = word.filter(|word| named.contains(word)).map_or(0, |word| {
            let next = known.len();
            *known.entry(vec![word]).or_insert(next)
        });
        let weighed = people.iter().filter(|worker| !worker.burdens.is_empty()).count();
        let work = weighed.saturating_mul(known.len());
        at_most("kinds of burdens for all people together", work, MOST_FURTHER_COSTS, || Pointer::root().key("tasks"))?;
        let mut words: Vec<(&[&Id], usize)> = known.iter().map(|(words, kind)| (words.as_slice(), *kind)).collect();
        words.sort_unstable_by_key(|(_, kind)| *kind);
        let mut weights = Self {
            kinds,
            scales: vec![Scale::default(); measures.len()],
            supports: vec![Vec::new(); measures.len()],
            word,
            ..Self::default()
        };
        let mut particular = Vec::new();
        for (index, worker) in people.iter().enumerate() {
            let path = || Pointer::root().key("people").index(index);
            let person = cast.number(&worker.id, path)?;
            if let Some(measure) = measures.get_mut(person).filter(|_| !worker.burdens.is_empty()) {
                let scale = scale(worker, &words, measure, || path().key("burdens"))?;
                if let Some(slot) = weights.scales.get_mut(person) {
                    *slot = scale;
                }
            }
            let mut supports = Vec::new();
            for (number, support) in worker.support.iter().enumerate() {
                let by = cast.number(&support.by, || path().key("support").index(number).key("by"))?;
                let seconds = support.hours.seconds().unsigned_abs();
                supports.push(Support { task: support.task.as_ref(), skill: support.skill.as_ref(), by, seconds });
            }
            if !worker.burdens.is_empty() || !supports.is_empty() {
                particular.push(person);
            }
            if let Some(slot) = weights.supports.get_mut(person) {
                *slot = supports;
            }
        }
        weights.particular = particular.into_iter().collect();
        Ok(weights)
    }

    /// Whether a place may cost anybody more than its seconds.
    pub(super) fn vary(&self) -> bool {
        !self.particular.is_empty()
    }

    /// The support that `person` needs in `seat` of `task`, as (who helps, seconds).
    pub(super) fn support(&self, task: &Task, seat: &Seat, person: usize) -> Vec<(usize, u64)> {
        let skill = seat.skill(task);
        let own = self.origins.get(&task.id).copied().unwrap_or(&task.id);
        let beside =
            |support: &&Support| support.task.is_none_or(|id| id == own) && support.skill.is_none_or(|id| Some(id) == skill);
        self.supports.get(person).into_iter().flatten().filter(beside).map(|support| (support.by, support.seconds)).collect()
    }

    /// Whoever needs support beside the task `of` needs it beside `session` too, which is one session of it.
    pub(super) fn session_of(&mut self, session: &'a Id, of: &'a Id) {
        self.origins.insert(session, of);
    }

    /// Those who need support in `seat` of `task` that nobody can give: whoever helps has agreed to give no hours.
    pub(super) fn unsupported(&self, task: &Task, seat: &Seat, gives: &Set) -> Set {
        let lacks =
            |person: &usize| self.support(task, seat, *person).into_iter().any(|(by, seconds)| seconds > 0 && !gives.has(by));
        self.particular.and(&seat.able).iter().filter(lacks).collect()
    }

    /// What `seat` of the task `number` costs beyond its seconds, for each of `who`; nothing is borne by `leavers`.
    pub(super) fn extras(
        &mut self,
        (number, task): (usize, &Task),
        seat: &Seat,
        who: &Set,
        leavers: &Set,
    ) -> Result<Vec<Extra>, WorkloadError> {
        let mut extras = Vec::new();
        for holder in self.particular.and(who).iter() {
            let cost = self.further_of(holder, number, seat.seconds);
            if cost > 0 {
                extras.push(Extra { holder, bearer: holder, cost, ..Extra::default() });
            }
            for (bearer, seconds) in self.support(task, seat, holder) {
                if leavers.has(bearer) || seconds == 0 {
                    continue;
                }
                extras.push(Extra { holder, bearer, seconds, cost: self.further_of_help(bearer, seconds), ..Extra::default() });
            }
        }
        self.count(extras.len(), || Pointer::root().key("people"))?;
        Ok(extras)
    }

    /// Counts more costs of people in particular, which are said at `path`.
    pub(super) fn count(&mut self, more: usize, path: impl Fn() -> Pointer) -> Result<(), WorkloadError> {
        self.count = self.count.saturating_add(more);
        at_most("burdens, supports and hand-overs for all tasks together", self.count, MOST_FURTHER_COSTS, path)
    }

    /// What so many seconds of work of the one more word cost `person` beyond the least.
    pub(super) fn further_of_word(&self, person: usize, seconds: u64) -> u64 {
        self.further(person, self.word, seconds)
    }

    /// What so many seconds of a kind of work cost `person` beyond the least.
    pub(super) fn further_of(&self, person: usize, task: usize, seconds: u64) -> u64 {
        self.further(person, self.kinds.get(task).copied().unwrap_or_default(), seconds)
    }

    /// The same for the helper of somebody, whose help is work of no kind.
    pub(super) fn further_of_help(&self, person: usize, seconds: u64) -> u64 {
        self.further(person, 0, seconds)
    }

    fn further(&self, person: usize, kind: usize, seconds: u64) -> u64 {
        let scale = self.scales.get(person);
        scale.and_then(|scale| scale.further.get(kind)).copied().unwrap_or_default() * seconds
    }
}

/// Puts all factors of `worker` over one denominator: the least goes into `measure`, what the kinds of work cost beyond it is returned.
fn scale(
    worker: &Person,
    kinds: &[(&[&Id], usize)],
    measure: &mut Measure,
    path: impl Fn() -> Pointer,
) -> Result<Scale, WorkloadError> {
    let too_fine = |found: String| WorkloadError::OutOfRange {
        path: path(),
        found,
        bounds: format!("so that over one denominator no factor has a part above {MOST_BURDEN}"),
    };
    let own = worker.burden.unwrap_or(Ratio::ONE);
    let mut factors = Vec::with_capacity(kinds.len());
    for (words, _) in kinds {
        let product =
            words.iter().filter_map(|word| worker.burdens.get(*word)).try_fold(own, |product, factor| product.times(*factor));
        let product = product.map_err(|_| too_fine("the product of these factors".to_owned()))?;
        if product.numer() > MOST_BURDEN || product.denom() > MOST_BURDEN {
            return Err(too_fine(product.to_string()));
        }
        factors.push(product);
    }
    let mut under = 1_i64;
    for factor in &factors {
        under = under.lcm(&factor.denom());
        if under > MOST_BURDEN {
            return Err(too_fine("the common denominator of these factors".to_owned()));
        }
    }
    // Both parts of each factor are at most a million, so that the products fit.
    let over: Vec<u64> = factors.iter().map(|factor| (factor.numer() * (under / factor.denom())).unsigned_abs()).collect();
    if let Some(most) = over.iter().find(|over| **over > MOST_BURDEN.unsigned_abs()) {
        return Err(too_fine(format!("{most}/{under}")));
    }
    let least = over.iter().copied().min().unwrap_or_default();
    let capacity = worker.capacity.map_or(0, |hours| hours.seconds().unsigned_abs());
    measure.cost = least;
    measure.of = if measure.of == 0 { 0 } else { under.unsigned_abs() * capacity };
    Ok(Scale { further: over.iter().map(|over| over - least).collect() })
}
