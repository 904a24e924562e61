//! The best that one tutor's hours can hold at given prices: a knapsack, exact.

use super::{Bits, Puzzle, at, bit, has};

/// Steps of one search; beyond, the hours are counted as if courses could be cut.
const MOST_STEPS: u32 = 4_000;

/// A place, or half of one, that somebody could fill.
#[derive(Debug, Clone, Copy)]
struct Item {
    place: usize,
    course: usize,
    units: i64,
    seconds: u64,
    value: i64,
}

/// What fills somebody's hours best.
#[derive(Debug, Clone, Default)]
pub(in crate::workload::courses) struct Best {
    /// No choice is worth more.
    pub(in crate::workload::courses) value: i64,
    /// Places and how many units of each, in the best choice found.
    pub(super) chosen: Vec<(usize, i64)>,
}

struct Sack<'a> {
    puzzle: &'a Puzzle,
    items: Vec<Item>,
    steps: u32,
    best: i64,
    chosen: Vec<usize>,
    taken: Vec<usize>,
}

/// The best that `tutor` could hold of `courses` within so many seconds, where a unit of each place has its price.
pub(in crate::workload::courses) fn best_for(
    puzzle: &Puzzle,
    prices: &[i64],
    courses: Bits,
    tutor: usize,
    seconds: u64,
    steps: &mut u64,
) -> Best {
    let mut items = Vec::new();
    for (number, place) in puzzle.places.iter().enumerate() {
        let price = at(prices, number);
        if price <= 0 || !has(place.able, tutor) || !has(courses, place.course) {
            continue;
        }
        // Courses hold the places that count: a place of another side may be left out of them.
        if !puzzle.places_of(place.course).contains(&number) {
            continue;
        }
        let whole = Item {
            place: number,
            course: place.course,
            units: place.units(),
            seconds: place.seconds,
            value: price * place.units(),
        };
        if whole.seconds <= seconds {
            items.push(whole);
        }
        if place.splits && place.half() <= seconds {
            items.push(Item { units: 1, seconds: place.half(), value: price, ..whole });
        }
    }
    items.sort_by(|one, other| {
        let by = |item: &Item, of: &Item| i128::from(item.value) * i128::from(of.seconds);
        by(other, one).cmp(&by(one, other)).then(one.place.cmp(&other.place)).then(other.units.cmp(&one.units))
    });
    let mut sack = Sack { puzzle, items, steps: MOST_STEPS, best: 0, chosen: Vec::new(), taken: Vec::new() };
    let cut = sack.cut(0, seconds);
    sack.fill(0, seconds, 0, 0);
    let each = sack.items.len() as u64 / 8 + 1;
    *steps = steps.saturating_sub(u64::from(MOST_STEPS - sack.steps) * each + puzzle.places.len() as u64 / 4 + each);
    let value = if sack.steps == 0 { cut } else { sack.best };
    let units = |item: &usize| sack.items.get(*item).map(|item| (item.place, item.units));
    Best { value, chosen: sack.chosen.iter().filter_map(units).collect() }
}

impl Sack<'_> {
    /// What the items from `from` on could add if they could be cut.
    fn cut(&self, from: usize, mut seconds: u64) -> i64 {
        let mut value = 0;
        for item in self.items.iter().skip(from) {
            if item.seconds <= seconds {
                seconds -= item.seconds;
                value += item.value;
            } else {
                // Less than the value of one item.
                let part = i128::from(item.value) * i128::from(seconds) / i128::from(item.seconds.max(1));
                return value + i64::try_from(part).unwrap_or(i64::MAX);
            }
        }
        value
    }

    fn fill(&mut self, from: usize, seconds: u64, value: i64, held: Bits) {
        if value > self.best {
            self.best = value;
            self.chosen = self.taken.clone();
        }
        if self.steps == 0 || value + self.cut(from, seconds) <= self.best {
            return;
        }
        self.steps -= 1;
        let Some(item) = self.items.get(from).copied() else { return };
        if item.seconds <= seconds && !has(held, item.course) && held & self.puzzle.clash(item.course) == 0 {
            self.taken.push(from);
            self.fill(from + 1, seconds - item.seconds, value + item.value, held | bit(item.course));
            self.taken.pop();
        }
        self.fill(from + 1, seconds, value, held);
    }
}
