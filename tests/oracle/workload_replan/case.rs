//! A random group at work, what changes for it, and how a request says so.

use std::collections::BTreeSet;

use coprod_tests::dice::Dice;
use coprod_tests::workload::Fraction;
use serde_json::{Value, json};

/// Hours in quarters.
pub type Quarters = i128;

/// The first day of every plan is 1 June; days are numbered from it.
const FIRST: &str = "2026-06-01";

fn day(number: usize) -> String {
    format!("2026-06-{:02}", number + 1)
}

fn hours(quarters: Quarters) -> Value {
    json!(format!("{}.{:02}", quarters / 4, quarters % 4 * 25))
}

#[derive(Debug, Clone, Default)]
pub struct Worker {
    pub capacity: Quarters,
    pub cap: Option<Quarters>,
    pub burden: Option<(i128, i128)>,
    pub emotional: Option<(i128, i128)>,
    pub pace: Option<Quarters>,
    pub away: BTreeSet<usize>,
    pub skilled: bool,
    pub support: Option<Support>,
}

/// Help that somebody needs beside each task, or one.
#[derive(Debug, Clone, Copy)]
pub struct Support {
    pub by: usize,
    pub hours: Quarters,
    pub task: Option<usize>,
}

#[derive(Debug, Clone, Default)]
pub struct Work {
    pub hours: Quarters,
    pub skilled: bool,
    pub count: usize,
    pub due: Option<usize>,
    pub session: Option<(usize, Quarters)>,
    pub after: Option<usize>,
    pub emotional: bool,
    pub done: Quarters,
    pub held: Vec<usize>,
}

/// Hours that a hand-over takes: practical and emotional, of giver and receiver.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    pub giver: (Quarters, Quarters),
    pub receiver: (Quarters, Quarters),
}

#[derive(Debug, Clone, Default)]
pub struct Case {
    pub workers: Vec<Worker>,
    pub works: Vec<Work>,
    pub cost: Cost,
    pub left: BTreeSet<usize>,
    pub grown: Option<(usize, Quarters)>,
    pub counted: Option<(usize, usize)>,
    /// Who misses the session of which task.
    pub missed: Option<(usize, usize)>,
    pub returned: Option<(usize, usize)>,
}

impl Case {
    pub fn new(dice: &mut Dice) -> Self {
        let mut case = Self::default();
        for _ in 0..2 + dice.below(3) {
            let mut worker = Worker { capacity: 4 * (1 + dice.below(9) as i128), skilled: dice.once_in(2), ..Worker::default() };
            if dice.once_in(8) {
                worker.capacity = 0;
            }
            if dice.once_in(3) {
                worker.cap = Some(4 * (2 + dice.below(9) as i128));
            }
            if dice.once_in(4) {
                worker.burden = Some(dice.pick(&[(3, 2), (2, 1), (1, 2), (5, 4), (0, 1)]));
            }
            if dice.once_in(3) {
                worker.emotional = Some(dice.pick(&[(3, 2), (2, 1), (1, 2), (0, 1), (1, 1)]));
            }
            if dice.once_in(3) {
                worker.pace = Some(2 * (1 + dice.below(5) as i128));
            }
            if dice.once_in(3) {
                worker.away = (0..8).filter(|_| dice.once_in(4)).collect();
            }
            case.workers.push(worker);
        }
        for number in 0..1 + dice.below(4) {
            let mut work = Work { hours: 2 * dice.below(11) as i128, skilled: dice.once_in(3), count: 1, ..Work::default() };
            if dice.once_in(5) {
                work.count = 2;
            }
            if dice.once_in(3) {
                work.due = Some(dice.below(8));
            }
            if dice.once_in(3) && work.due.is_none() {
                work.session = Some((dice.below(8), (2 * dice.below(4) as i128).min(work.hours)));
            }
            if number > 0 && dice.once_in(6) {
                work.after = Some(dice.below(number));
            }
            work.emotional = dice.once_in(4);
            if dice.once_in(4) {
                let most = work.hours - work.session.map_or(0, |(_, hours)| hours);
                work.done = (2 * dice.below(4) as i128).min(most);
            }
            case.works.push(work);
        }
        for person in 0..case.workers.len() {
            if dice.once_in(5) {
                let task = Some(dice.below(case.works.len())).filter(|_| dice.once_in(2));
                let by = (person + 1 + dice.below(case.workers.len() - 1)) % case.workers.len();
                case.workers[person].support = Some(Support { by, hours: dice.below(6) as i128, task });
            }
        }
        if dice.once_in(2) {
            let part = |dice: &mut Dice| (dice.below(4) as i128, if dice.once_in(2) { dice.below(3) as i128 } else { 0 });
            case.cost = Cost { giver: part(dice), receiver: part(dice) };
        }
        case
    }

    /// Gives tasks to people who may have them, each at random.
    pub fn deal(&mut self, dice: &mut Dice) {
        for number in 0..self.works.len() {
            for person in 0..self.workers.len() {
                let work = &self.works[number];
                let away = work.session.is_some_and(|(day, _)| self.workers[person].away.contains(&day));
                if work.held.len() < work.count && !away && self.able(number, person) && dice.once_in(2) {
                    self.works[number].held.push(person);
                }
            }
        }
    }

    pub fn change(&mut self, dice: &mut Dice) -> bool {
        let kinds = 1 + dice.below(2);
        for _ in 0..kinds {
            let task = dice.below(self.works.len());
            let person = dice.below(self.workers.len());
            match dice.below(6) {
                0 | 1
                    if self.returned.is_none_or(|(other, _)| other != person)
                        && self.missed.is_none_or(|(other, _)| other != person) =>
                {
                    self.left.insert(person);
                }
                2 => self.grown = self.grown.or(Some((task, self.works[task].hours + 4 * (1 + dice.below(4) as i128)))),
                3 => self.counted = self.counted.or(Some((task, self.works[task].count + 1))),
                4 => {
                    let holder = self.works[task].held.first().copied().filter(|holder| !self.left.contains(holder));
                    if let Some(holder) = holder.filter(|_| self.works[task].session.is_some() && self.returned.is_none()) {
                        self.missed = self.missed.or(Some((holder, task)));
                    }
                }
                5 if !self.left.contains(&person) && self.missed.is_none() => {
                    let idle = self.works.iter().all(|work| !work.held.contains(&person));
                    if idle {
                        self.returned = self.returned.or(Some((person, dice.below(6))));
                    }
                }
                _ => {}
            }
        }
        // Who returns is in nothing yet and has left nothing.
        !self.left.is_empty()
            || self.grown.is_some()
            || self.counted.is_some()
            || self.missed.is_some()
            || self.returned.is_some()
    }

    /// Whether somebody meets what a task asks for, and has hours to give or bears none.
    fn able(&self, task: usize, person: usize) -> bool {
        let (work, worker) = (&self.works[task], &self.workers[person]);
        let helped = self.help(task, person).is_none_or(|(by, _)| self.gives(by));
        (!work.skilled || worker.skilled) && (work.hours - work.done == 0 || self.gives(person)) && helped
    }

    /// Who helps somebody beside a task, and for how long.
    pub fn help(&self, task: usize, person: usize) -> Option<(usize, Quarters)> {
        let support = self.workers[person].support.filter(|support| support.task.is_none_or(|own| own == task))?;
        (support.hours > 0).then_some((support.by, support.hours))
    }

    pub fn gives(&self, person: usize) -> bool {
        let worker = &self.workers[person];
        let free = |factor: Option<(i128, i128)>| factor.is_some_and(|(over, _)| over == 0);
        worker.capacity > 0 || free(worker.burden)
    }

    pub fn request(&self) -> Value {
        let id = |person: usize| format!("p{person}");
        let name = |task: usize| format!("t{task}");
        let ratio = |(over, under): (i128, i128)| json!(format!("{over}/{under}"));
        let people: Vec<Value> = self
            .workers
            .iter()
            .enumerate()
            .map(|(person, worker)| {
                let mut value = json!({"id": id(person), "capacity": hours(worker.capacity), "skills": if worker.skilled { vec!["x"] } else { vec![] }});
                if let Some(cap) = worker.cap {
                    value["hard_cap"] = hours(cap);
                }
                if let Some(burden) = worker.burden {
                    value["burden"] = ratio(burden);
                }
                if let Some(emotional) = worker.emotional {
                    value["burdens"] = json!({"emotional": ratio(emotional)});
                }
                if let Some(pace) = worker.pace {
                    value["hours_a_day"] = hours(pace);
                }
                if let Some(support) = worker.support {
                    value["support"] = json!([{"by": id(support.by), "hours": hours(support.hours)}]);
                    if let Some(task) = support.task {
                        value["support"][0]["task"] = json!(name(task));
                    }
                }
                value["unavailable"] = worker.away.iter().map(|number| json!({"from": day(*number)})).collect();
                value
            })
            .collect();
        let tasks: Vec<Value> = self
            .works
            .iter()
            .enumerate()
            .map(|(task, work)| {
                let mut need = json!({"count": work.count});
                if work.skilled {
                    need["skill"] = json!("x");
                }
                let mut value = json!({"id": name(task), "hours": hours(work.hours), "needs": [need]});
                if let Some(due) = work.due {
                    value["due"] = json!(day(due));
                }
                if let Some((date, length)) = work.session {
                    value["sessions"] = json!([{"date": day(date), "hours": hours(length)}]);
                }
                if let Some(before) = work.after {
                    value["after"] = json!([name(before)]);
                }
                if work.emotional {
                    value["burdens"] = json!(["emotional"]);
                }
                value
            })
            .collect();
        let held = self.works.iter().enumerate().filter(|(_, work)| !work.held.is_empty());
        let held: Vec<Value> = held.map(|(task, work)| json!({"task": name(task), "people": work.held.iter().map(|person| id(*person)).collect::<Vec<_>>()})).collect();
        let now: Vec<Value> = self
            .works
            .iter()
            .enumerate()
            .map(|(task, work)| json!({"task": name(task), "done_hours": hours(work.done)}))
            .collect();
        let part =
            |(practical, emotional): (Quarters, Quarters)| json!({"practical": hours(practical), "emotional": hours(emotional)});
        let mut change = json!({});
        change["leavers"] = self.left.iter().map(|person| json!({"person": id(*person)})).collect();
        let mut grown = Vec::new();
        grown.extend(self.grown.map(|(task, more)| json!({"task": name(task), "hours": hours(more)})));
        grown.extend(self.counted.map(|(task, count)| json!({"task": name(task), "count": count})));
        change["grown"] = json!(grown);
        change["missed"] = self.missed.iter().map(|(person, task)| json!({"person": id(*person), "task": name(*task), "date": day(self.works[*task].session.unwrap().0)})).collect();
        change["returned"] =
            self.returned.iter().map(|(person, from)| json!({"person": id(*person), "from": day(*from)})).collect();
        json!({
            "people": people, "tasks": tasks, "assignments": held, "now": now, "from": FIRST, "change": change,
            "handover": {"giver": part(self.cost.giver), "receiver": part(self.cost.receiver)},
        })
    }

    /// What so many hours cost somebody, of plain work or of emotional work.
    pub fn cost_of(&self, person: usize, hours: Quarters, emotional: u8) -> Fraction {
        let worker = &self.workers[person];
        let own = worker.burden.unwrap_or((1, 1));
        let more = if emotional == 1 { worker.emotional.unwrap_or((1, 1)) } else { (1, 1) };
        Fraction(hours * own.0 * more.0, own.1 * more.1)
    }
}

pub fn add(one: Fraction, other: Fraction) -> Fraction {
    // All denominators here divide 16.
    Fraction(one.0 * (16 / one.1) + other.0 * (16 / other.1), 16)
}
