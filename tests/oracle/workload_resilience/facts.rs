//! The facts of a request, read anew, and every way to fill its seats.

use coprod_tests::workload::{Fraction, fraction, list};
use serde_json::{Value, json};

use super::day;

/// A seat of a task.
#[derive(Debug, Clone)]
pub struct Seat {
    pub task: usize,
    /// Half hours of work, so that shares are whole.
    pub halves: i128,
    pub need: Value,
    pub named: Option<usize>,
    pub shared: bool,
}

/// The same facts, read anew.
pub struct Facts<'a> {
    pub people: &'a [Value],
    pub tasks: Vec<Value>,
    pub seats: Vec<Seat>,
    /// The last day of each task, and the first.
    pub span: Vec<(i64, Option<i64>)>,
    /// Days away of each person.
    pub away: Vec<Vec<(i64, i64)>>,
}

/// Somebody away from a day to a day, or for the whole time.
#[derive(Debug, Clone, Copy)]
pub struct Away {
    pub person: usize,
    pub days: Option<(i64, Option<i64>)>,
}

/// Empty seats, which, and the ratios; the least is the best.
pub type Worth = (usize, Vec<bool>, Vec<Fraction>);

impl<'a> Facts<'a> {
    pub fn new(request: &'a Value, tasks: Vec<Value>) -> Self {
        let people = list(request, "people");
        let mut seats = Vec::new();
        for (number, task) in tasks.iter().enumerate() {
            let halves = i128::from(task["hours"].as_i64().unwrap()) * 2;
            let seat = |need: Value, named: Option<usize>, halves: i128, shared: bool| Seat {
                task: number,
                halves,
                need,
                named,
                shared,
            };
            if task.get("share").is_some() {
                seats.extend((0..2).map(|person| seat(json!({}), Some(person), halves / 2, true)));
            } else if task["mode"] == "together" {
                let all = (0..people.len()).filter(|person| people[*person]["capacity"] != 0 && !avoids(&people[*person], task));
                seats.extend(all.map(|person| seat(json!({}), Some(person), halves, false)));
            } else if list(task, "needs").is_empty() {
                seats.push(seat(json!({}), None, halves, false));
            } else {
                for need in list(task, "needs") {
                    seats.extend((0..need["count"].as_u64().unwrap_or(1)).map(|_| seat(need.clone(), None, halves, false)));
                }
            }
        }
        let last = |task: &Value| {
            let sessions = list(task, "sessions").iter().map(|session| day(&session["date"])).max();
            task.get("due").map(day).or(sessions)
        };
        let span = tasks.iter().map(|task| (task.get("from").map_or(1, day), last(task))).collect();
        let away =
            |person: &Value| list(person, "unavailable").iter().map(|away| (day(&away["from"]), day(&away["to"]))).collect();
        Self { people, seats, span, away: people.iter().map(away).collect(), tasks }
    }

    pub fn rate(&self, person: usize) -> Option<i128> {
        self.people[person].get("hours_a_day").map(|hours| i128::from(hours.as_i64().unwrap()) * 2)
    }

    pub fn days(&self, person: usize, first: i64, last: i64) -> i128 {
        (first..=last).filter(|day| !self.away[person].iter().any(|(from, to)| from <= day && day <= to)).count() as i128
    }

    pub fn gives(&self, person: usize) -> bool {
        self.people[person]["capacity"] != 0
    }

    /// Half hours of help that `holder` needs in `seat`, by whom.
    pub fn help(&self, seat: &Seat, holder: usize) -> Vec<(usize, i128)> {
        let beside = list(&self.people[holder], "support").iter().filter(|support| {
            let skill = support.get("skill").is_none_or(|skill| seat.need.get("skill") == Some(skill));
            // Beside one session of a task as beside the task.
            let own = &self.tasks[seat.task];
            skill && support.get("task").is_none_or(|task| task == own.get("of").unwrap_or(&own["id"]))
        });
        let number = |id: &Value| self.people.iter().position(|person| person["id"] == *id).unwrap();
        beside.map(|support| (number(&support["by"]), i128::from(support["hours"].as_i64().unwrap()) * 2)).collect()
    }

    /// Why `person` could not have `seat`, but for all else that they have: only the time is too short, or anything else.
    pub fn fits(&self, seat: &Seat, person: usize) -> bool {
        let (who, task) = (&self.people[person], &self.tasks[seat.task]);
        let able = seat.need.get("skill").is_none_or(|skill| list(who, "skills").contains(skill));
        let there = |session: &Value| self.days(person, day(&session["date"]), day(&session["date"])) > 0;
        let (first, last) = self.span[seat.task];
        let in_time = match (self.rate(person), last) {
            (Some(rate), Some(last)) => {
                let at_once =
                    list(task, "sessions").iter().map(|session| i128::from(session["hours"].as_i64().unwrap_or(0)) * 2).max();
                self.days(person, first, last) * rate >= seat.halves && rate >= at_once.unwrap_or(0)
            }
            _ => true,
        };
        let helped = self.help(seat, person).iter().all(|(by, halves)| *halves == 0 || self.gives(*by));
        able && list(task, "sessions").iter().all(there) && in_time && helped && !avoids(who, task) && self.gives(person)
    }

    /// What a filling is worth, if it is within all limits. `out` counts for nothing.
    fn worth(&self, seats: &[usize], filled: &[Option<usize>], out: Option<usize>) -> Option<Worth> {
        let mut jobs: Vec<Vec<(i128, Option<i64>)>> = vec![Vec::new(); self.people.len()];
        for (seat, holder) in seats.iter().zip(filled) {
            let (Some(holder), seat) = (*holder, &self.seats[*seat]) else { continue };
            let last = self.span[seat.task].1;
            jobs[holder].push((seat.halves, last));
            for (by, halves) in self.help(seat, holder) {
                jobs[by].push((halves, last));
            }
        }
        let mut vector = Vec::new();
        for (person, jobs) in jobs.iter().enumerate() {
            let all: i128 = jobs.iter().map(|(halves, _)| halves).sum();
            let who = &self.people[person];
            if who.get("hard_cap").is_some_and(|cap| all > i128::from(cap.as_i64().unwrap()) * 2) {
                return None;
            }
            if let Some(rate) = self.rate(person) {
                let by = |end: i64| {
                    jobs.iter().filter(|(_, last)| last.is_some_and(|last| last <= end)).map(|(halves, _)| halves).sum()
                };
                if (1..=30).any(|end| {
                    let work: i128 = by(end);
                    work > self.days(person, 1, end) * rate
                }) && jobs.iter().any(|(halves, last)| *halves > 0 && last.is_some())
                {
                    return None;
                }
            }
            if self.gives(person) && out != Some(person) {
                let burden = who.get("burden").map_or(Fraction(1, 1), fraction);
                vector.push(Fraction(all * burden.0, i128::from(who["capacity"].as_i64().unwrap()) * 2 * burden.1));
            }
        }
        vector.sort_by(|one, other| other.cmp(one));
        let which: Vec<bool> = filled.iter().map(Option::is_none).collect();
        Some((which.iter().filter(|empty| **empty).count(), which, vector))
    }

    /// The best of all fillings of `seats`, each by one of its `who`; `stays` says for a task who must have it.
    pub fn best(&self, seats: &[usize], who: &[Vec<usize>], stays: &[(usize, usize)], out: Option<usize>) -> Worth {
        let mut best: Option<Worth> = None;
        let mut filled = vec![None; seats.len()];
        self.try_all(seats, who, &mut filled, 0, &mut |filled| {
            let has = |task: usize, person: usize| {
                seats.iter().zip(filled).any(|(seat, holder)| self.seats[*seat].task == task && *holder == Some(person))
            };
            if stays.iter().all(|(task, person)| has(*task, *person)) {
                best = self.worth(seats, filled, out).into_iter().chain(best.take()).min();
            }
        });
        best.expect("what there is can stay")
    }

    fn try_all(
        &self,
        seats: &[usize],
        who: &[Vec<usize>],
        filled: &mut Vec<Option<usize>>,
        place: usize,
        seen: &mut impl FnMut(&[Option<usize>]),
    ) {
        if place == seats.len() {
            seen(filled);
            return;
        }
        filled[place] = None;
        self.try_all(seats, who, filled, place + 1, seen);
        for person in &who[place] {
            let task = self.seats[seats[place]].task;
            if !(0..place).any(|other| self.seats[seats[other]].task == task && filled[other] == Some(*person)) {
                filled[place] = Some(*person);
                self.try_all(seats, who, filled, place + 1, seen);
            }
        }
        filled[place] = None;
    }

    /// Some way in which the assignments fill the seats.
    pub fn seated(&self, assignments: &[Value]) -> Vec<Option<usize>> {
        let mut holders = vec![None; self.seats.len()];
        for assignment in assignments {
            let task = self.tasks.iter().position(|task| task["id"] == assignment["task"]).unwrap();
            let seats: Vec<usize> = (0..self.seats.len()).filter(|seat| self.seats[*seat].task == task).collect();
            let number = |id: &Value| self.people.iter().position(|person| person["id"] == *id).unwrap();
            let people: Vec<usize> = list(assignment, "people").iter().map(number).collect();
            let who: Vec<Vec<usize>> = seats
                .iter()
                .map(|seat| {
                    let seat = &self.seats[*seat];
                    people
                        .iter()
                        .copied()
                        .filter(|person| seat.named.is_none_or(|named| named == *person) && self.fits(seat, *person))
                        .collect()
                })
                .collect();
            // So that most places are left to others, then from the first on, as a split does.
            let others: Vec<Vec<usize>> = seats
                .iter()
                .map(|seat| {
                    let fits = |person: &usize| !people.contains(person) && self.fits(&self.seats[*seat], *person);
                    (0..self.people.len()).filter(fits).collect()
                })
                .collect();
            let mut found: Option<(usize, Vec<bool>, Vec<Option<usize>>)> = None;
            self.try_all(&seats, &who, &mut vec![None; seats.len()], 0, &mut |filled| {
                if filled.iter().flatten().count() != people.len() {
                    return;
                }
                let open: Vec<&[usize]> =
                    (0..seats.len()).filter(|seat| filled[*seat].is_none()).map(|seat| others[seat].as_slice()).collect();
                let key = (open.len() - most(&open, &[]), filled.iter().map(Option::is_none).collect(), filled.to_vec());
                if found.as_ref().is_none_or(|found| (key.0, &key.1) < (found.0, &found.1)) {
                    found = Some(key);
                }
            });
            let found = found.map(|(_, _, filled)| filled);
            for (seat, holder) in seats.iter().zip(found.unwrap()) {
                holders[*seat] = holder;
            }
        }
        holders
    }

    /// The least number of tasks that a person with hours for a day gives up: what is left fits in their days.
    pub fn fewest(&self, holders: &[Option<usize>], away: Away) -> usize {
        let Some((first, Some(last))) = away.days else { return 0 };
        let Some(rate) = self.rate(away.person) else { return 0 };
        let mut work: Vec<(usize, i128, bool)> = Vec::new();
        let less = |from: i64, to: i64| {
            (from..=to).filter(|day| !(first <= *day && *day <= last) && self.days(away.person, *day, *day) > 0).count() as i128
        };
        for task in 0..self.tasks.len() {
            let mut own = Vec::new();
            let mut alone = false;
            for (seat, holder) in self.seats.iter().zip(holders).filter(|(seat, _)| seat.task == task) {
                let Some(holder) = *holder else { continue };
                if holder == away.person {
                    own.push(seat.halves);
                    let (begin, end) = self.span[task];
                    alone |= end.is_some_and(|end| less(begin, end) * rate < seat.halves);
                }
                own.extend(
                    self.help(seat, holder)
                        .iter()
                        .filter(|(by, halves)| *by == away.person && *halves > 0)
                        .map(|(_, halves)| *halves),
                );
            }
            let misses =
                list(&self.tasks[task], "sessions").iter().any(|session| (first..=last).contains(&day(&session["date"])));
            let reaches = self.span[task].1.is_none_or(|last| first <= last);
            if !own.is_empty() {
                work.push((task, own.iter().sum(), reaches && (misses || alone)));
            }
        }
        let sure = work.iter().filter(|(_, _, lost)| *lost).count();
        let open: Vec<(usize, i128, bool)> = work.into_iter().filter(|(_, _, lost)| !lost).collect();
        let fits = |kept: usize| {
            (1..=30).all(|end| {
                let jobs = open
                    .iter()
                    .enumerate()
                    .filter(|(index, (task, _, _))| kept >> index & 1 == 1 && self.span[*task].1.is_some_and(|last| last <= end));
                let work: i128 = jobs.map(|(_, (_, halves, _))| halves).sum();
                work == 0 || work <= less(1, end) * rate
            })
        };
        let most = (0..1_usize << open.len())
            .filter(|kept| {
                open.iter()
                    .enumerate()
                    .all(|(index, (task, _, _))| kept >> index & 1 == 1 || self.span[*task].1.is_none_or(|last| first <= last))
            })
            .filter(|kept| fits(*kept))
            .map(usize::count_ones)
            .max()
            .unwrap();
        sure + open.len() - most as usize
    }
}

/// The most of these places that people can fill, each one.
fn most(open: &[&[usize]], taken: &[usize]) -> usize {
    let Some((first, rest)) = open.split_first() else { return 0 };
    let filled =
        first.iter().filter(|person| !taken.contains(person)).map(|person| 1 + most(rest, &[taken, &[*person]].concat()));
    filled.chain([most(rest, taken)]).max().unwrap()
}

pub fn avoids(person: &Value, task: &Value) -> bool {
    list(person, "avoids").contains(&task["id"])
}
