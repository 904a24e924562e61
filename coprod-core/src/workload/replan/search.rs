//! The best plan with so many hand-overs; where none keeps everything, with the fewest grown tasks let go and dates moved.

use std::cell::Cell;
use std::cmp::Ordering;

use super::places::{Kind, Now};
use crate::error::{Pointer, WorkloadError};
use crate::workload::board::Board;
use crate::workload::room::{Limit, Room};
use crate::workload::solve::{Part, Place, Problem, Set, Solved, possible, searched_through, solve};

/// So many ways to give way are looked at for each number of hand-overs, and searched through in a small group.
const MOST_TRIES: usize = 30;
/// So many are looked at in a larger group, and so many of these searched through.
const MOST_TRIES_LARGE: (usize, usize) = (15, 2);
/// So many times it is tried to put back what gave way.
const MOST_PUT_BACK: usize = 30;
/// So many looks whether everything can be kept may fail in a larger group, for each number of hand-overs.
const MOST_FAILED: usize = 40;
/// In a group that is not searched through, so many places may be filled for such looks.
const MOST_PLACES_LOOKED_AT: usize = 40_000;
/// Whether a plan keeps everything is looked for with so many times fewer steps than the best plan, in a larger group.
const LESS_STEPS: u64 = 40;

/// A small group has at most so many people and places.
const SMALL: (usize, usize) = (16, 60);

/// What may have to give way where no plan keeps everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GiveWay {
    /// The place of a grown task, for which whoever has it has no room below their hard cap: nobody has it then.
    Drop(usize),
    /// The date of a task, which whoever has it cannot keep.
    Lift(usize),
}

/// The best plan found for a number of hand-overs.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) solved: Solved,
    /// The problem with what gave way.
    pub(super) problem: Problem,
    pub(super) gave_way: Vec<GiveWay>,
    /// Whether it is proved that less need not give way.
    pub(super) needed: bool,
}

impl Best {
    fn drops(&self) -> usize {
        self.gave_way.iter().filter(|way| matches!(way, GiveWay::Drop(_))).count()
    }

    /// The tasks whose dates are lifted.
    pub(super) fn lifted(&self) -> impl Iterator<Item = usize> + '_ {
        self.gave_way.iter().filter_map(|way| if let GiveWay::Lift(task) = way { Some(*task) } else { None })
    }

    /// Whether the place stands empty because it gave way.
    pub(super) fn dropped(&self, place: usize) -> bool {
        self.gave_way.contains(&GiveWay::Drop(place))
    }

    /// The order in which one way to go on is better than another: fewer grown tasks let go, fewer dates moved, more places filled, earlier
    /// ones, then the fairer vector.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let key = |best: &Self| -> (usize, usize, usize, Vec<bool>, Vec<Part>) {
            let empty: Vec<bool> = best.solved.holders.iter().map(Option::is_none).collect();
            let drops = best.drops();
            let count = empty.iter().filter(|empty| **empty).count();
            (drops, best.gave_way.len() - drops, count, empty, best.solved.vector.clone())
        };
        key(self).cmp(&key(other))
    }

    /// Whether everything about it is proved.
    pub(super) const fn proved(&self) -> bool {
        self.needed && self.solved.filled_proved && self.solved.vector_proved
    }
}

/// A board with its places, and what may give way.
pub(super) struct Finder<'b, 'a> {
    pub(super) board: &'b Board<'a>,
    pub(super) now: &'b Now,
    pub(super) drops: Vec<usize>,
    pub(super) lifts: Vec<usize>,
    pub(super) steps: u64,
    /// Whether all ways to give way are searched through.
    small: bool,
    /// How many looks may fail, and how many more of them.
    most_looks: usize,
    looks: Cell<usize>,
}

impl<'b, 'a> Finder<'b, 'a> {
    /// Finds what cannot stay as it is. Whoever is above their hard cap by anything but a grown task is an error of what stands at `path`.
    pub(super) fn new(
        board: &'b Board<'a>,
        now: &'b Now,
        grown: &Set,
        steps: u64,
        path: &Pointer,
    ) -> Result<Self, WorkloadError> {
        let staying = now.staying();
        let room = Room::new(&board.problem, &staying);
        let over = room.over();
        let places = || board.problem.places.iter().enumerate().zip(&staying);
        let grown_of = |who: usize| places().filter(move |((_, place), holder)| **holder == Some(who) && grown.has(place.task));
        let mut drops: Vec<usize> = Vec::new();
        for lack in over.iter().filter(|lack| lack.limit == Limit::Cap && !board.cast.leavers.has(lack.who)) {
            drops.extend(grown_of(lack.who).map(|((number, _), _)| number));
        }
        // Whoever has agreed to give no hours cannot have what now takes some.
        let without = |place: &Place, who: usize| !place.who.has(who) && grown.has(place.task);
        drops.extend(
            places().filter(|((_, place), holder)| holder.is_some_and(|who| without(place, who))).map(|((number, _), _)| number),
        );
        drops.sort_unstable();
        drops.dedup();
        let mut rest = staying.clone();
        for number in &drops {
            if let Some(slot) = rest.get_mut(*number) {
                *slot = None;
            }
        }
        let still = Room::new(&board.problem, &rest).over();
        if let Some(lack) = still.into_iter().find(|lack| lack.limit == Limit::Cap && !board.cast.leavers.has(lack.who)) {
            return Err(board.limit_error(lack, path));
        }
        let late: Set = over.iter().filter(|lack| lack.limit != Limit::Cap).map(|lack| lack.who).collect();
        let short =
            |place: &Place, who: usize| board.seats_of(place.task).get(place.seat).is_some_and(|seat| seat.short.has(who));
        let mut lifts: Vec<usize> = places()
            .filter_map(|((_, place), holder)| Some((place, (*holder)?)))
            .filter(|(place, who)| {
                // Whoever helps with it can have too few days too.
                let bears = place.borne(*who).any(|(bearer, seconds, _)| seconds > 0 && late.has(bearer));
                place.due.is_some() && (late.has(*who) || bears || short(place, *who))
            })
            .map(|(place, _)| place.task)
            .collect();
        lifts.dedup();
        let (people, places) = (board.problem.people.len(), board.problem.places.len());
        let most = if searched_through(&board.problem) { MOST_FAILED } else { MOST_PLACES_LOOKED_AT / places.max(1) };
        let small = people <= SMALL.0 && places <= SMALL.1;
        let most_looks = most.min(MOST_FAILED);
        Ok(Self { board, now, drops, lifts, steps, small, most_looks, looks: Cell::new(most_looks) })
    }

    /// The best plan with at most so many hand-overs; `last` is one with fewer.
    pub(super) fn best(&self, handovers: usize, last: Option<&Best>) -> Best {
        let fixed = self.drops.is_empty() && self.lifts.is_empty();
        let (most_looked_at, most) = if self.small { (MOST_TRIES, MOST_TRIES) } else { MOST_TRIES_LARGE };
        self.looks.set(self.most_looks);
        let (mut needed, mut looked_at, mut tried) = (true, 0, 0);
        for drops in 0..=self.drops.len() {
            for lifts in 0..=self.lifts.len() {
                let mut best: Option<Best> = None;
                for ways in self.ways(drops, lifts) {
                    looked_at += 1;
                    if looked_at > most_looked_at {
                        return best.map_or_else(|| self.put_back(handovers, last), |best| Best { needed: false, ..best });
                    }
                    let problem = self.problem(handovers, &ways);
                    if !fixed && self.keeps_all(&problem) == Some(false) {
                        continue;
                    }
                    tried += 1;
                    if tried > most {
                        return best.map_or_else(|| self.put_back(handovers, last), |best| Best { needed: false, ..best });
                    }
                    let Some(found) = self.solve(problem, ways, last) else {
                        needed = false;
                        continue;
                    };
                    if best.as_ref().is_none_or(|best| found.compare(best).is_lt()) {
                        best = Some(found);
                    }
                }
                if let Some(best) = best {
                    return Best { needed, ..best };
                }
            }
        }
        self.put_back(handovers, last)
    }

    /// The plan that is left where there are too many ways to give way to try them all: first everything gives way, which leaves what everybody
    /// has now, then what can be kept all the same is put back, grown tasks before dates and many at once before single ones.
    fn put_back(&self, handovers: usize, last: Option<&Best>) -> Best {
        let drops = self.drops.iter().map(|place| GiveWay::Drop(*place));
        let lifts = self.lifts.iter().map(|task| GiveWay::Lift(*task));
        let all: Vec<GiveWay> = drops.chain(lifts).collect();
        let mut gives_way = vec![true; all.len()];
        let mut tests = MOST_PUT_BACK;
        let mut open = vec![self.drops.len()..all.len(), 0..self.drops.len()];
        while let Some(group) = open.pop().filter(|_| tests > 0 && (self.small || self.looks.get() > 0)) {
            if group.is_empty() {
                continue;
            }
            tests -= 1;
            let less: Vec<bool> = gives_way.iter().enumerate().map(|(index, gives)| *gives && !group.contains(&index)).collect();
            let ways = chosen(&all, &less);
            let problem = self.problem(handovers, &ways);
            let kept = self.keeps_all(&problem).unwrap_or_else(|| {
                // A simple attempt may find a plan.
                !searched_through(&problem) && self.solve(problem, ways, None).is_some()
            });
            if kept {
                gives_way = less;
            } else if group.len() > 1 {
                let middle = group.start + group.len() / 2;
                open.extend([middle..group.end, group.start..middle]);
            }
        }
        let ways = chosen(&all, &gives_way);
        let found = self.solve(self.problem(handovers, &ways), ways, last);
        Best { needed: false, ..found.unwrap_or_else(|| self.everything(handovers, all)) }
    }

    /// Whether a plan of `problem` keeps everything, if that is found out.
    fn keeps_all(&self, problem: &Problem) -> Option<bool> {
        if self.small {
            return possible(problem, self.steps);
        }
        let looks = self.looks.get().checked_sub(1)?;
        let told = possible(problem, self.steps / LESS_STEPS);
        if told != Some(true) {
            self.looks.set(looks);
        }
        told
    }

    /// The plan in which all that may give way does: what everybody has now is one of these.
    fn everything(&self, handovers: usize, ways: Vec<GiveWay>) -> Best {
        let problem = self.problem(handovers, &ways);
        let known = self.known(&problem);
        let solved = solve(&problem, Some(&known), self.steps);
        Best { solved, problem, gave_way: ways, needed: false }
    }

    fn solve(&self, problem: Problem, ways: Vec<GiveWay>, last: Option<&Best>) -> Option<Best> {
        let now = self.known(&problem);
        let known = last.map(|last| last.solved.holders.as_slice()).filter(|known| problem.keeps_all(known));
        let known = known.or_else(|| problem.keeps_all(&now).then_some(now.as_slice()));
        let solved = solve(&problem, known, self.steps);
        let keeps = problem.keeps_all(&solved.holders);
        keeps.then_some(Best { solved, problem, gave_way: ways, needed: true })
    }

    /// What those who stay have now, as far as it does not give way.
    fn known(&self, problem: &Problem) -> Vec<Option<usize>> {
        let places = problem.places.iter().zip(self.now.staying());
        places.map(|(place, holder)| holder.filter(|person| place.who.has(*person))).collect()
    }

    /// The ways in which so many places and dates give way.
    fn ways(&self, drops: usize, lifts: usize) -> Vec<Vec<GiveWay>> {
        let choose = |from: usize, count: usize| subsets(from, count);
        let mut ways = Vec::new();
        for places in choose(self.drops.len(), drops) {
            for tasks in choose(self.lifts.len(), lifts) {
                let places = places.iter().filter_map(|index| self.drops.get(*index).copied().map(GiveWay::Drop));
                let tasks = tasks.iter().filter_map(|index| self.lifts.get(*index).copied().map(GiveWay::Lift));
                ways.push(places.chain(tasks).collect());
                if ways.len() > MOST_TRIES {
                    return ways;
                }
            }
        }
        ways
    }

    fn problem(&self, handovers: usize, ways: &[GiveWay]) -> Problem {
        let lifted: Set = ways.iter().filter_map(|way| if let GiveWay::Lift(task) = way { Some(*task) } else { None }).collect();
        let dropped: Set =
            ways.iter().filter_map(|way| if let GiveWay::Drop(place) = way { Some(*place) } else { None }).collect();
        let mut problem = self.board.problem.clone();
        problem.handovers = handovers;
        for (number, place) in problem.places.iter_mut().enumerate() {
            let Some(seat) = self.board.seats_of(place.task).get(place.seat) else { continue };
            if dropped.has(number) {
                place.who = Set::default();
                place.may_be_empty = true;
                place.twin = false;
                if let Some(person) = self.now.holder(number)
                    && let Some(index) = problem.held.iter().position(|held| *held == (place.task, person))
                {
                    problem.held.remove(index);
                }
            } else if matches!(self.now.kind(number), Some(Kind::Session(_))) {
                // A session keeps its day.
                continue;
            } else if lifted.has(place.task) {
                place.due = None;
            } else if self.now.kind(number) == Some(Kind::Held) && !seat.short.is_empty() {
                // Those who have too few days for it have it only where its date moves.
                place.who = place.who.without(&seat.short);
            }
        }
        // Whoever lets go of a task does not come to another place of it instead of somebody else.
        for number in dropped.iter() {
            let (Some(person), Some(task)) = (self.now.holder(number), problem.places.get(number).map(|place| place.task)) else {
                continue;
            };
            let gone = Set::only(person);
            for place in problem.places.iter_mut().filter(|place| place.task == task && place.who.has(person)) {
                place.who = place.who.without(&gone);
            }
        }
        problem
    }
}

/// Those of `ways` that are marked.
fn chosen(ways: &[GiveWay], marked: &[bool]) -> Vec<GiveWay> {
    ways.iter().zip(marked).filter(|(_, marked)| **marked).map(|(way, _)| *way).collect()
}

/// The subsets of `count` of the numbers below `from`, at most a few more than are tried.
fn subsets(from: usize, count: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..count {
        let mut next = Vec::new();
        for subset in &all {
            let first = subset.last().map_or(0, |last| last + 1);
            next.extend((first..from).map(|more| subset.iter().copied().chain([more]).collect::<Vec<_>>()));
            if next.len() > MOST_TRIES * MOST_TRIES {
                break;
            }
        }
        all = next;
    }
    all
}
