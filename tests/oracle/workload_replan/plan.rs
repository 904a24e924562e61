//! The case after the change, set out anew from the definitions.

use std::collections::BTreeSet;

use coprod_tests::workload::Fraction;

use super::case::{Case, Quarters, add};

/// One place to fill.
#[derive(Debug, Clone)]
pub struct Slot {
    pub task: usize,
    /// The task that it is of, where it is a session of one.
    pub of: usize,
    pub hours: Quarters,
    pub emotional: bool,
    pub who: Vec<usize>,
    /// Those of `who` who have too few days, unless the date moves.
    pub short: BTreeSet<usize>,
    pub had: Option<usize>,
    pub must: bool,
    pub costs: bool,
    pub due: Option<usize>,
}

/// The case after the change, set out anew from the definitions.
pub struct Plan<'a> {
    pub case: &'a Case,
    pub slots: Vec<Slot>,
    pub base: Vec<(Quarters, Fraction)>,
    pub away: Vec<BTreeSet<usize>>,
    pub droppable: Vec<usize>,
    pub liftable: Vec<usize>,
    pub dues: BTreeSet<usize>,
}

impl<'a> Plan<'a> {
    /// Nothing where the tasks' dates contradict each other or somebody is above their cap already.
    pub fn new(case: &'a Case) -> Option<Self> {
        let people = case.workers.len();
        let mut away: Vec<BTreeSet<usize>> = case.workers.iter().map(|worker| worker.away.clone()).collect();
        let mut works = case.works.clone();
        if let Some((person, task)) = case.missed {
            away[person].insert(works[task].session?.0);
        }
        if let Some((person, from)) = case.returned {
            away[person].extend(0..from);
        }
        if let Some((task, more)) = case.grown {
            works[task].hours = more;
        }
        let new: Vec<usize> = works
            .iter()
            .enumerate()
            .map(|(task, work)| case.counted.filter(|(own, _)| *own == task).map_or(0, |(_, count)| count - work.count))
            .collect();
        let old = works.clone();
        works.iter_mut().zip(&new).for_each(|(work, new)| work.count += new);
        // A missed session of a task for one person is a task of its own.
        let mut sessions: Vec<(usize, usize, Quarters)> = Vec::new();
        let mut own_due: Vec<Option<usize>> = works.iter().map(|work| work.due.or(work.session.map(|(day, _)| day))).collect();
        let mut meets: Vec<Option<(usize, Quarters)>> = works.iter().map(|work| work.session).collect();
        if let Some((_, task)) = case.missed {
            let (day, length) = works[task].session?;
            if works[task].count == 1 {
                sessions.push((task, day, length));
                meets[task] = None;
                works[task].hours -= length;
            }
        }
        // Between which days each can be worked on.
        let mut earliest = vec![0_usize; works.len()];
        let mut finish = vec![0_usize; works.len()];
        for task in 0..works.len() {
            if let Some(before) = works[task].after {
                earliest[task] = finish[before] + 1;
                if case.missed.is_some_and(|(_, missed)| missed == before) && works[before].count == 1 {
                    earliest[task] = earliest[task].max(works[before].session?.0 + 1);
                }
            }
            finish[task] = earliest[task].max(meets[task].map_or(0, |(day, _)| day));
            // Dates that cannot be kept whoever does what are left to the examples.
            let session = works[task].session.map(|(day, _)| day);
            if own_due[task].is_some_and(|due| due < earliest[task]) || session.is_some_and(|day| day < earliest[task]) {
                return None;
            }
        }
        for task in (0..works.len()).rev() {
            let begin = own_due[task]
                .into_iter()
                .chain(meets[task].map(|(day, _)| day))
                .chain(works[task].session.map(|(day, _)| day))
                .min();
            if let (Some(before), Some(begin)) = (works[task].after, begin) {
                let limit = begin.checked_sub(1)?;
                own_due[before] = Some(own_due[before].map_or(limit, |due| due.min(limit)));
            }
        }
        let gives = |person: usize| case.gives(person);
        // Whoever has a task keeps it when their helper leaves; nobody new comes to it without the help they need.
        let helped = |task: usize, person: usize, has_it: bool| {
            case.help(task, person).is_none_or(|(by, _)| if case.left.contains(&by) { has_it } else { gives(by) })
        };
        let mut slots: Vec<Slot> = Vec::new();
        let mut base: Vec<(Quarters, Fraction)> = vec![(0, Fraction(0, 1)); people];
        let mut joining = Vec::new();
        for (task, work) in works.iter().enumerate() {
            let rest = work.hours - work.done;
            for person in work.held.iter().filter(|person| !case.left.contains(person)) {
                let cost = case.cost_of(*person, work.done, if work.emotional { 1 } else { 0 });
                base[*person].0 += work.done;
                base[*person].1 = add(base[*person].1, cost);
            }
            let may = |person: usize, hours: Quarters| {
                let meets = meets[task].is_none_or(|(day, _)| !away[person].contains(&day));
                (!work.skilled || case.workers[person].skilled)
                    && meets
                    && (hours == 0 || gives(person))
                    && helped(task, person, work.held.contains(&person))
                    && !case.left.contains(&person)
            };
            let short = |person: usize| {
                let (Some(pace), Some(due)) = (case.workers[person].pace, own_due[task]) else { return false };
                let room = (earliest[task]..=due).filter(|day| !away[person].contains(day)).count() as i128 * pace;
                room < rest || pace < meets[task].map_or(0, |(_, length)| length)
            };
            // Those who stay sit first.
            let mut held = work.held.clone();
            held.sort_by_key(|person| (case.left.contains(person), *person));
            let mut seats: Vec<Option<usize>> = held.iter().copied().map(Some).collect();
            seats.resize(work.count, None);
            let mut more = new[task];
            let mut stands = None;
            for seat in seats {
                let mut slot = Slot {
                    task,
                    of: task,
                    hours: rest,
                    emotional: work.emotional,
                    who: Vec::new(),
                    short: BTreeSet::new(),
                    had: seat,
                    must: false,
                    costs: true,
                    due: own_due[task],
                };
                match seat {
                    Some(person) => {
                        let stays = !case.left.contains(&person);
                        if case.missed == Some((person, task)) && work.count > 1 {
                            let length = work.session?.1.min(rest);
                            slot.hours -= length;
                            stands = Some(length);
                        }
                        slot.must = stays;
                        slot.who = (0..people)
                            .filter(|other| {
                                may(*other, slot.hours) || *other == person && stays && (slot.hours == 0 || gives(person))
                            })
                            .collect();
                        slot.short = slot.who.iter().copied().filter(|other| short(*other)).collect();
                        if !stays {
                            slot.who.retain(|other| !slot.short.contains(other));
                        }
                    }
                    None if more > 0 => {
                        more -= 1;
                        slot.who = (0..people).filter(|other| may(*other, rest) && !short(*other)).collect();
                        joining.push(slots.len());
                    }
                    None => {
                        let returned: Vec<usize> = case
                            .returned
                            .iter()
                            .map(|(person, _)| *person)
                            .filter(|person| may(*person, rest) && !short(*person))
                            .collect();
                        if returned.is_empty() {
                            continue;
                        }
                        slot.who = returned;
                    }
                }
                slots.push(slot);
            }
            if let Some(length) = stands {
                let day = work.session?.0;
                let who = (0..people).filter(|other| {
                    (!work.skilled || case.workers[*other].skilled)
                        && !away[*other].contains(&day)
                        && (length == 0 || gives(*other))
                        && case.workers[*other].pace.is_none_or(|pace| pace >= length)
                        && !case.left.contains(other)
                        && !held.contains(other)
                        && helped(task, *other, false)
                });
                slots.push(Slot {
                    task,
                    of: task,
                    hours: length,
                    emotional: work.emotional,
                    who: who.collect(),
                    short: BTreeSet::new(),
                    had: None,
                    must: false,
                    costs: false,
                    due: Some(day),
                });
            }
        }
        for (task, day, length) in sessions {
            let work = &works[task];
            let who = (0..people).filter(|other| {
                (!work.skilled || case.workers[*other].skilled)
                    && !away[*other].contains(&day)
                    && (length == 0 || gives(*other))
                    && case.workers[*other].pace.is_none_or(|pace| pace >= length)
                    && helped(task, *other, false)
                    && !case.left.contains(other)
            });
            slots.push(Slot {
                task: works.len(),
                of: task,
                hours: length,
                emotional: work.emotional,
                who: who.collect(),
                short: BTreeSet::new(),
                had: None,
                must: false,
                costs: false,
                due: Some(day),
            });
        }
        let dues: BTreeSet<usize> = own_due
            .iter()
            .flatten()
            .copied()
            .chain(
                case.missed
                    .and_then(|(_, task)| old[task].session)
                    .map(|(day, _)| day)
                    .filter(|_| slots.iter().any(|slot| !slot.costs)),
            )
            .collect();
        let mut plan = Self { case, slots, base, away, droppable: Vec::new(), liftable: Vec::new(), dues };
        let present: Vec<Option<usize>> = plan.slots.iter().map(|slot| slot.had.filter(|_| slot.must)).collect();
        for (place, slot) in plan.slots.iter().enumerate().filter(|(_, slot)| slot.must) {
            let person = slot.had?;
            let over = case.workers[person].cap.is_some_and(|cap| plan.load(person, &present) > cap);
            let none = !slot.who.contains(&person);
            if (over || none) && [case.grown.map(|(task, _)| task), case.counted.map(|(task, _)| task)].contains(&Some(slot.task))
            {
                plan.droppable.push(place);
            }
            let too_much = |person: usize| !plan.in_days(person, &present, &BTreeSet::new());
            let help = case.help(slot.of, person).filter(|(by, _)| !case.left.contains(by));
            let late = too_much(person) || slot.short.contains(&person) || help.is_some_and(|(by, _)| too_much(by));
            if late && slot.due.is_some() && !plan.liftable.contains(&slot.task) {
                plan.liftable.push(slot.task);
            }
        }
        let mut rest = present.clone();
        plan.droppable.iter().for_each(|place| rest[*place] = None);
        let fits = (0..people).all(|person| {
            case.left.contains(&person) || case.workers[person].cap.is_none_or(|cap| plan.load(person, &rest) <= cap)
        });
        fits.then_some(plan)
    }
}
