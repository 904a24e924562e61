//! A split as the check sees it: the people, the places, and who has which.

use super::crowd::Crowd;
use super::part::Part;
use super::rate::Rates;
use crate::workload::SplitRequest;

/// Somebody who may have tasks.
#[derive(Debug, Clone, Default)]
pub(super) struct Worker {
    /// Seconds agreed.
    pub(super) capacity: u64,
    /// The most seconds.
    pub(super) cap: u64,
    /// The least that a second of any task costs them, in units of their own.
    pub(super) rate: u64,
    /// Their part is their cost over this.
    pub(super) of: u64,
    /// What is finished or settled: seconds, and their cost.
    pub(super) base: u64,
    pub(super) base_cost: u64,
    /// All that they have.
    pub(super) load: u64,
    pub(super) load_cost: u64,
    /// How many places they have that are not finished.
    pub(super) spots: usize,
    /// Whether they help others beside their tasks.
    pub(super) helps: bool,
}

impl Worker {
    pub(super) const fn counts(&self) -> bool {
        self.capacity > 0
    }

    /// The part that a cost is.
    pub(super) const fn part(&self, cost: u64) -> Part {
        Part { cost, of: if self.of == 0 { 1 } else { self.of } }
    }

    /// What they have of what they agreed to give.
    pub(super) const fn now(&self) -> Part {
        self.part(self.load_cost)
    }

    /// How many pieces they can take on top of what is settled without going above `level` / 2^`fineness`.
    pub(super) fn pieces(&self, level: u128, fineness: u32, piece: u64) -> u64 {
        let cost = level.saturating_mul(u128::from(self.of)) >> fineness;
        let cost = u64::try_from(cost).unwrap_or(u64::MAX).saturating_sub(self.base_cost);
        cost.checked_div(self.rate.saturating_mul(piece)).unwrap_or_default()
    }
}

/// A place in a task, filled or not.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) task: usize,
    /// Which need of the task, if it states any.
    pub(super) need: Option<usize>,
    pub(super) seconds: u64,
    /// Who may fill it: a number of [`View::classes`].
    pub(super) class: usize,
    /// What it weighs: a kind of [`Rates`].
    pub(super) kind: usize,
    pub(super) holder: Option<usize>,
    /// Whether the request says who fills it.
    pub(super) settled: bool,
}

/// The people, the places, and who has which.
pub(super) struct View<'a> {
    pub(super) request: &'a SplitRequest,
    pub(super) workers: Vec<Worker>,
    pub(super) spots: Vec<Spot>,
    pub(super) classes: Vec<Crowd>,
    /// Who works on which unfinished task for how many seconds, help included.
    pub(super) work: Vec<(usize, usize, u64)>,
    pub(super) rates: Rates<'a>,
    /// Whether an hour costs each person as much whichever task it is of, and nobody's help has to be counted besides.
    pub(super) plain: bool,
}

impl View<'_> {
    /// The places that are filled and that the request leaves open.
    pub(super) fn open(&self) -> impl Iterator<Item = &Spot> {
        self.spots.iter().filter(|spot| !spot.settled && spot.holder.is_some())
    }

    /// The places that each person has, in their order.
    pub(super) fn by_holder(&self) -> Vec<Vec<&Spot>> {
        let mut spots = vec![Vec::new(); self.workers.len()];
        for spot in &self.spots {
            if let Some(list) = spot.holder.and_then(|holder| spots.get_mut(holder)) {
                list.push(spot);
            }
        }
        spots
    }

    /// The largest piece in which every open task can be cut whole.
    pub(super) fn piece(&self) -> u64 {
        self.open().map(|spot| spot.seconds).fold(0, num_integer::gcd)
    }

    /// Those who may fill a place.
    pub(super) fn able(&self, spot: &Spot) -> impl Iterator<Item = usize> + '_ {
        self.classes.get(spot.class).into_iter().flat_map(Crowd::iter)
    }

    /// Whether `person` may fill a place.
    pub(super) fn may(&self, spot: &Spot, person: usize) -> bool {
        self.classes.get(spot.class).is_some_and(|class| class.has(person))
    }

    /// What a place costs `person`, in units of their own.
    pub(super) fn cost(&self, spot: &Spot, person: usize) -> u64 {
        self.rates.rate(spot.kind, person).saturating_mul(spot.seconds)
    }

    /// The ratios of all who agreed to give hours, the largest first.
    pub(super) fn vector(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = self.workers.iter().filter(|worker| worker.counts()).map(Worker::now).collect();
        parts.sort_by(|one, other| other.cmp(one));
        parts
    }
}
