//! Somebody misses a session: who stands in, with all else as it is.

use coprod_tests::workload::{list, vector};
use serde_json::{Value, json};

use super::day;
use super::facts::{Facts, Seat, avoids};

pub fn compare(request: &Value, effect: &Value, person: usize) {
    let facts = Facts::new(request, list(request, "tasks").to_vec());
    let holders = facts.seated(list(request, "assignments"));
    let missed = day(&effect["from"]);
    let (mut tasks, mut own) = (list(request, "tasks").to_vec(), Vec::new());
    for (seat, holder) in facts.seats.iter().zip(&holders) {
        let task = &facts.tasks[seat.task];
        let Some(session) = list(task, "sessions").iter().find(|session| day(&session["date"]) == missed) else { continue };
        if *holder != Some(person) || (seat.named.is_some() && !seat.shared) {
            continue;
        }
        let hours = session.get("hours").map_or(0, |hours| hours.as_i64().unwrap().min((seat.halves / 2) as i64));
        let mut need = seat.need.clone();
        need.as_object_mut().unwrap().remove("count");
        tasks.push(json!({"id": "s", "of": task["id"], "hours": hours, "needs": [need], "sessions": [session]}));
        own.push(seat.task);
    }
    let count = tasks.len() - own.len();
    let facts = Facts::new(request, tasks);
    let mut seats: Vec<usize> = (0..holders.len()).filter(|seat| holders[*seat].is_some()).collect();
    let mut who: Vec<Vec<usize>> = seats.iter().map(|seat| holders[*seat].into_iter().collect()).collect();
    for (index, seat) in facts.seats.iter().enumerate().skip(holders.len()) {
        let task = own[seat.task - count];
        let there =
            |other: usize| facts.seats.iter().zip(&holders).any(|(seat, holder)| seat.task == task && *holder == Some(other));
        let helped = |seat: &Seat, other: usize| facts.help(seat, other).iter().any(|(by, halves)| *by == person && *halves > 0);
        let may = |other: usize| {
            // Who agreed to give no hours can come to what takes none.
            let mut seat = seat.clone();
            let help = seat.need.clone();
            seat.need = json!({});
            let comes = facts.fits(&seat, other) || (seat.halves == 0 && fits_but_hours(&facts, &seat, other));
            seat.need = help;
            let comes = comes && facts.help(&seat, other).iter().all(|(by, halves)| *halves == 0 || facts.gives(*by));
            // With those who are there, in any order, all places of the task are filled.
            let needs: Vec<&Value> = (0..holders.len())
                .filter(|seat| facts.seats[*seat].task == task && holders[*seat].is_some())
                .map(|seat| &facts.seats[seat].need)
                .collect();
            let mut people: Vec<usize> = (0..holders.len())
                .filter(|seat| facts.seats[*seat].task == task)
                .filter_map(|seat| holders[seat])
                .filter(|there| *there != person)
                .collect();
            people.push(other);
            let comes = comes
                && orders(&people).iter().any(|people| {
                    needs.iter().zip(people).all(|(need, person)| {
                        need.get("skill").is_none_or(|skill| list(&facts.people[*person], "skills").contains(skill))
                    })
                });
            comes && !avoids(&facts.people[other], &facts.tasks[task]) && !helped(&seat, other)
        };
        seats.push(index);
        who.push((0..facts.people.len()).filter(|other| *other != person && !there(*other) && may(*other)).collect());
    }
    let stays: Vec<(usize, usize)> =
        (0..holders.len()).filter_map(|seat| Some((facts.seats[seat].task, holders[seat]?))).collect();
    let (empty, _, best) = facts.best(&seats, &who, &stays, None);
    let found = &effect["take_over"];
    assert_eq!(found["undone"], empty, "{request}\n{effect}");
    assert!(vector(found) == best, "{best:?}\n{request}\n{effect}");
}

/// All orders of some people.
fn orders(people: &[usize]) -> Vec<Vec<usize>> {
    if people.is_empty() {
        return vec![Vec::new()];
    }
    (0..people.len())
        .flat_map(|first| {
            let mut rest = people.to_vec();
            let one = rest.remove(first);
            orders(&rest).into_iter().map(move |rest| [vec![one], rest].concat())
        })
        .collect()
}

fn fits_but_hours(facts: &Facts, seat: &Seat, person: usize) -> bool {
    let (who, task) = (&facts.people[person], &facts.tasks[seat.task]);
    let able = seat.need.get("skill").is_none_or(|skill| list(who, "skills").contains(skill));
    let there = list(task, "sessions").iter().all(|session| facts.days(person, day(&session["date"]), day(&session["date"])) > 0);
    able && there && facts.help(seat, person).iter().all(|(by, halves)| *halves == 0 || facts.gives(*by))
}
