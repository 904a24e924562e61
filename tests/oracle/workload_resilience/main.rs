//! Absences against every way to fill what they leave, tried one by one.

mod facts;
mod make;
mod session;

use coprod_core::api::call;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::workload::{Fraction, fraction, list, vector};
use facts::{Away, Facts, Seat};
use serde_json::{Value, json};

/// The day of June.
fn day(value: &Value) -> i64 {
    value.as_str().unwrap()[8..].parse().unwrap()
}

fn date(day: usize) -> String {
    format!("2026-06-{day:02}")
}

/// Compares one absence for the whole time or for days; which tasks are lost is for `lost` to say.
fn compare(request: &Value, effect: &Value, away: Away, lost: &[usize]) {
    let mut tasks = list(request, "tasks").to_vec();
    let before = Facts::new(request, tasks.clone());
    let holders = before.seated(list(request, "assignments"));
    if let Some((first, _)) = away.days {
        for task in lost {
            tasks[*task]["from"] = json!(date(usize::try_from(first).unwrap().max(1)));
            if let Some(sessions) = tasks[*task].get_mut("sessions").and_then(Value::as_array_mut) {
                sessions.retain(|session| day(&session["date"]) >= first);
            }
        }
        // What follows from a last session still does.
        for (task, old) in tasks.iter_mut().zip(list(request, "tasks")) {
            if task.get("due").is_none() && old.get("sessions").is_some() && list(task, "sessions").is_empty() {
                task["due"] = list(old, "sessions").iter().map(|session| session["date"].clone()).max_by_key(day).unwrap();
            }
        }
    }
    let facts = {
        let mut facts = Facts::new(request, tasks);
        if let Some((first, Some(last))) = away.days {
            facts.away[away.person].push((first, last));
        }
        facts
    };
    let out = away.days.is_none().then_some(away.person);
    let gone = |seat: &Seat, person: usize| {
        lost.contains(&seat.task)
            && (person == away.person || facts.help(seat, person).iter().any(|(by, halves)| *by == away.person && *halves > 0))
    };
    let mut seats = Vec::new();
    let mut who: Vec<Vec<usize>> = Vec::new();
    let mut stays = Vec::new();
    for (index, seat) in facts.seats.iter().enumerate() {
        let Some(holder) = holders[index] else { continue };
        let moving = (0..facts.seats.len()).any(|other| {
            facts.seats[other].task == seat.task && holders[other].is_some_and(|holder| gone(&facts.seats[other], holder))
        });
        let may = |person: usize| facts.fits(seat, person) && !gone(seat, person);
        // Whoever stays in the task has had the time for it, and can change to any of its places that they meet.
        let stays_in = |person: usize| {
            let own = |other: usize| {
                facts.seats[other].task == seat.task && holders[other] == Some(person) && !gone(&facts.seats[other], person)
            };
            let able = seat.need.get("skill").is_none_or(|skill| list(&facts.people[person], "skills").contains(skill));
            let helped =
                facts.help(seat, person).iter().all(|(by, halves)| *halves == 0 || (facts.gives(*by) && *by != away.person));
            able && helped && (0..facts.seats.len()).any(own)
        };
        if gone(seat, holder) && seat.named == Some(away.person) && !seat.shared {
            continue;
        }
        seats.push(index);
        who.push(match seat.named {
            _ if !moving => vec![holder],
            Some(named) if gone(seat, holder) && named != away.person => Vec::new(),
            Some(named) if named != away.person => vec![holder],
            _ => (0..facts.people.len()).filter(|person| may(*person) || stays_in(*person)).collect(),
        });
        if !gone(seat, holder) {
            stays.push((seat.task, holder));
        }
    }
    let (empty, which, best) = facts.best(&seats, &who, &stays, out);
    let found = &effect["take_over"];
    assert_eq!(found["optimal"], true, "{request}\n{effect}");
    assert_eq!(found["undone"], empty, "{request}\n{effect}");
    let halves: i128 = seats.iter().zip(&which).filter(|(_, empty)| **empty).map(|(seat, _)| facts.seats[*seat].halves).sum();
    assert!(fraction(&found["undone_hours"]) == Fraction(halves, 2), "{request}\n{effect}");
    assert!(vector(found) == best, "{best:?}\n{request}\n{effect}");
    let unfilled = list(effect, "breaks").contains(&json!("unfilled"));
    assert_eq!(unfilled, empty > 0, "{request}\n{effect}");
    if away.days.is_none() {
        anew(request, effect, away.person);
    }
}

/// Everything split anew.
fn anew(request: &Value, effect: &Value, person: usize) {
    let facts = Facts::new(request, list(request, "tasks").to_vec());
    let mut seats = Vec::new();
    let mut who: Vec<Vec<usize>> = Vec::new();
    for (index, seat) in facts.seats.iter().enumerate() {
        if seat.named == Some(person) && !seat.shared {
            continue;
        }
        let may = |other: usize| {
            let named = seat.named.is_none_or(|named| named == other || named == person);
            let helped = facts.help(seat, other).iter().any(|(by, halves)| *by == person && *halves > 0);
            other != person && named && facts.fits(seat, other) && !helped
        };
        seats.push(index);
        who.push((0..facts.people.len()).filter(|other| may(*other)).collect());
    }
    let (_, _, best) = facts.best(&seats, &who, &[], Some(person));
    assert_eq!(effect["again"]["optimal"], true, "{request}\n{effect}");
    assert!(vector(&effect["again"]) == best, "{best:?}\n{request}\n{effect}");
}

fn look(seed: u64, rounds: usize) {
    let mut dice = Dice::new(seed);
    let mut absences = 0;
    for _ in 0..rounds {
        let mut asked = make::request(&mut dice);
        let Ok(split) = call("workload.split", &asked.to_string()) else { continue };
        let split: Value = serde_json::from_str(&split).unwrap();
        let mut assignments = split["assignments"].clone();
        assignments.as_array_mut().unwrap().retain(|_| !dice.once_in(8));
        // Of a task that asks for two kinds of people and has one person, assignments do not say which place is empty.
        let pairs = |id: &Value| list(&asked, "tasks").iter().any(|task| task["id"] == *id && list(task, "needs").len() > 1);
        assignments
            .as_array_mut()
            .unwrap()
            .retain(|assignment| list(assignment, "people").len() > 1 || !pairs(&assignment["task"]));
        asked["assignments"] = assignments;
        let away = match dice.below(3) {
            0 => None,
            1 => Some((1 + i64::try_from(dice.below(14)).unwrap(), None)),
            _ => {
                let first = 1 + i64::try_from(dice.below(14)).unwrap();
                Some((first, Some(first + i64::try_from(dice.below(6)).unwrap())))
            }
        };
        let mut question = asked.clone();
        question["sessions"] = json!(true);
        if let Some((first, last)) = away {
            question["away"] = json!({"from": date(usize::try_from(first).unwrap())});
            if let Some(last) = last {
                question["away"]["days"] = json!(last - first + 1);
            }
        }
        let answer = ask("workload.resilience", &question);
        for effect in list(&answer, "absences") {
            absences += 1;
            let person = list(&asked, "people").iter().position(|person| person["id"] == effect["person"]).unwrap();
            if effect["sessions_only"] == true {
                session::compare(&asked, effect, person);
                continue;
            }
            let away = Away { person, days: away };
            let facts = Facts::new(&asked, list(&asked, "tasks").to_vec());
            let holders = facts.seated(list(&asked, "assignments"));
            let told: Vec<usize> = (0..facts.tasks.len())
                .filter(|task| {
                    let at = |entry: &Value| entry["task"] == facts.tasks[*task]["id"];
                    list(effect, "tasks").iter().any(at) || list(effect, "support_lost").iter().any(at)
                })
                .collect();
            let concerns = |task: usize| {
                facts.seats.iter().zip(&holders).any(|(seat, holder)| {
                    let helped = |holder: usize| facts.help(seat, holder).iter().any(|(by, halves)| *by == person && *halves > 0);
                    seat.task == task && holder.is_some_and(|holder| holder == person || helped(holder))
                })
            };
            // What they lose, by the meaning of the words.
            let lost: Vec<usize> = match away.days {
                None => (0..facts.tasks.len()).collect(),
                Some((first, None)) => {
                    (0..facts.tasks.len()).filter(|task| facts.span[*task].1.is_none_or(|last| first <= last)).collect()
                }
                Some((first, Some(last))) => {
                    let misses = |task: usize| {
                        let met = list(&facts.tasks[task], "sessions")
                            .iter()
                            .any(|session| (first..=last).contains(&day(&session["date"])));
                        let due =
                            facts.rate(person).is_none() && facts.span[task].1.is_some_and(|end| (first..=last).contains(&end));
                        met || due
                    };
                    if facts.rate(person).is_some() {
                        // A task at which everybody meets is no longer theirs, and nobody takes it over.
                        let alone = |task: usize| {
                            facts.seats.iter().zip(&holders).any(|(seat, holder)| {
                                seat.task == task && seat.named == Some(person) && !seat.shared && *holder == Some(person)
                            })
                        };
                        if (0..facts.tasks.len()).any(|task| concerns(task) && alone(task)) {
                            continue;
                        }
                        assert_eq!(told.len(), facts.fewest(&holders, away), "{question}\n{effect}");
                        (0..facts.tasks.len()).filter(|task| told.contains(task) || misses(*task)).collect()
                    } else {
                        (0..facts.tasks.len()).filter(|task| misses(*task)).collect()
                    }
                }
            };
            compare(&asked, effect, away, &lost);
        }
    }
    assert!(absences >= rounds);
}

#[test]
fn no_way_without_somebody_is_better() {
    look(1, 150);
}

#[test]
#[ignore = "takes minutes"]
fn no_way_without_somebody_is_better_in_many() {
    for seed in 2..27 {
        look(seed, 300);
    }
}
