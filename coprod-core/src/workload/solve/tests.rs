//! The parts of the search against known answers.

use super::part::compare_pairs;
use super::*;
use crate::unit::Draw;

fn set(people: &[usize]) -> Set {
    people.iter().copied().collect()
}

#[test]
fn sets_know_their_order() {
    assert_eq!(set(&[3, 1]).iter().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(set(&[700, 3, 64]).iter().collect::<Vec<_>>(), [3, 64, 700]);
    assert_eq!(
        (set(&[31]).single(), set(&[]).single(), set(&[999]).single(), set(&[0, 64]).single()),
        (Some(31), None, Some(999), None)
    );
    assert_eq!(set(&[0, 64, 999]).without(&set(&[999])), set(&[64, 0]));
    assert_eq!(set(&[0, 64, 999]).and(&set(&[1, 999])), set(&[999]));
    assert!(set(&[128]).without(&set(&[128])).is_empty() && set(&[5]).and(&set(&[70])).is_empty());
    assert_eq!((set(&[]).with(70).has(70), set(&[70]).has(6)), (true, false));
}

#[test]
fn the_larger_of_two_parts_counts_first() {
    let part = |cost, of| Part { cost, of };
    assert!(compare_pairs((part(1, 2), part(3, 4)), (part(1, 1), part(0, 1))).is_lt());
    assert!(compare_pairs((part(1, 2), part(1, 1)), (part(2, 2), part(1, 4))).is_gt());
    assert!(compare_pairs((part(1, 2), part(1, 1)), (part(3, 3), part(2, 4))).is_eq());
}

#[test]
fn matching_keeps_those_named_first_and_fills_the_most() {
    let sets = [set(&[0, 1]), set(&[0]), set(&[2])];
    assert_eq!(match_places(&sets, &[]), [Some(1), Some(0), Some(2)]);
    assert_eq!(match_places(&sets, &[0]), [Some(1), Some(0), Some(2)]);
    assert_eq!(match_places(&[set(&[0, 1]), set(&[0, 1]), set(&[0, 1])], &[1]), [Some(1), Some(0), None]);
}

/// The most places that can be filled, by trying everybody in each.
fn most(places: &[Set], used: &Set) -> usize {
    let Some((first, rest)) = places.split_first() else { return 0 };
    let taken = first.without(used).iter().map(|person| 1 + most(rest, &used.with(person))).max();
    taken.unwrap_or_default().max(most(rest, used))
}

#[test]
fn matching_is_that_of_trying_everything() {
    let mut draw = Draw::new(3);
    for _ in 0..400 {
        let count = 1 + draw.below(5);
        let sets: Vec<Set> = (0..count)
            .map(|_| (0..6).filter(|_| draw.below(3) == 0).map(|person| if person == 5 { 130 } else { person }).collect())
            .collect();
        let everybody: Vec<usize> = sets.iter().fold(Set::default(), |all, set| all.or(set)).iter().collect();
        let named = everybody.get(..everybody.len() / 2).unwrap();
        let holders = match_places(&sets, named);
        let filled: Vec<usize> = holders.iter().flatten().copied().collect();
        assert!(holders.iter().zip(&sets).all(|(holder, set)| holder.is_none_or(|person| set.has(person))), "{sets:?}");
        assert_eq!(filled.iter().collect::<std::collections::BTreeSet<_>>().len(), filled.len(), "{sets:?}");
        assert_eq!(filled.len(), most(&sets, &Set::default()), "{sets:?} {holders:?}");
        // Of those named, as many have a place as can, the earlier ones before later ones.
        let seats: Vec<Set> = named
            .iter()
            .map(|person| sets.iter().enumerate().filter(|(_, set)| set.has(*person)).map(|(place, _)| place).collect())
            .collect();
        let mut seated: Vec<Set> = Vec::new();
        for (person, seat) in named.iter().zip(&seats) {
            let mut with = seated.clone();
            with.push(seat.clone());
            let can = most(&with, &Set::default()) == with.len();
            assert!(!can || filled.contains(person), "{sets:?} {person} {holders:?}");
            if can {
                seated = with;
            }
        }
        // With nobody named, earlier places are filled before later ones.
        let mut chosen: Vec<Set> = Vec::new();
        for (set, holder) in sets.iter().zip(match_places(&sets, &[])) {
            chosen.push(set.clone());
            let can = most(&chosen, &Set::default()) == chosen.len();
            assert_eq!(can, holder.is_some(), "{sets:?}");
            if !can {
                chosen.pop();
            }
        }
    }
}

/// A random problem of few people and places, with caps, days, further costs, wishes, hand-overs and tasks of several places.
fn random(draw: &mut Draw) -> Problem {
    let people = 1 + draw.below(4);
    let mut below = |bound: u64| draw.below(usize::try_from(bound).unwrap()) as u64;
    let measures = (0..people)
        .map(|_| Measure {
            cost: [1, 1, 2, 0][below(4) as usize],
            of: 1 + below(9),
            cap: if below(3) == 0 { below(9) } else { u64::MAX },
            base: if below(4) == 0 { below(4) } else { 0 },
            base_cost: if below(5) == 0 { below(3) } else { 0 },
            counts: below(8) != 0,
        })
        .collect();
    let levels = below(3) as usize;
    let mut days: Vec<Vec<u64>> = Vec::new();
    for _ in 0..people {
        let mut limits: Vec<u64> = if below(2) == 0 { Vec::new() } else { (0..levels).map(|_| below(9)).collect() };
        limits.sort_unstable();
        days.push(limits);
    }
    let mut problem = Problem { people: measures, days, handovers: below(3) as usize, ..Problem::default() };
    let mut task = 0;
    for number in 0..below(7) as usize {
        task += usize::from(number > 0 && below(3) > 0);
        let seconds = below(5);
        // Whoever gives no hours has only what costs them none.
        let may = |person: usize| seconds == 0 || problem.people[person].counts || problem.people[person].cost == 0;
        let who: Set = (0..people).filter(|person| below(3) > 0 && may(*person)).collect();
        let wishes: Vec<usize> = (0..people).filter(|_| below(4) == 0).collect();
        let wishes = wishes.into_iter().map(|person| (person, below(3) as usize)).collect();
        let extra = |holder: usize, bearer: u64, seconds: u64, cost: u64| Extra {
            holder,
            bearer: bearer as usize,
            seconds,
            cost,
            handover: false,
        };
        let extras = who.iter().filter(|_| below(4) == 0).collect::<Vec<_>>();
        let extras = extras.into_iter().map(|holder| extra(holder, below(people as u64), below(3), below(3))).collect();
        let due = (levels > 0 && below(2) == 0).then(|| below(levels as u64) as usize);
        let held = who.iter().next().filter(|_| below(4) == 0 && !problem.held.iter().any(|(other, _)| *other == task));
        problem.held.extend(held.map(|person| (task, person)));
        problem.places.push(Place {
            task,
            seat: number,
            seconds,
            who,
            wishes,
            may_be_empty: held.is_none(),
            twin: false,
            due,
            extras,
        });
    }
    problem
}

/// The same where only caps limit people and places cost nothing beyond their seconds.
fn plain(problem: &Problem) -> Problem {
    let people = problem.people.iter().map(|person| Measure { cost: person.cost.max(person.counts.into()), ..*person }).collect();
    let place = |place: &Place| Place { extras: Vec::new(), due: None, may_be_empty: true, ..place.clone() };
    let days = vec![Vec::new(); problem.people.len()];
    Problem { people, places: problem.places.iter().map(place).collect(), days, ..Problem::default() }
}

/// How good a filling is: places left empty, which, the vector, and the ranks of the wishes that come true; the least is the best. Nothing
/// if it breaks a limit. Told from the definitions alone.
type Worth = (usize, Vec<bool>, Vec<Part>, Vec<std::cmp::Reverse<usize>>);

fn worth(problem: &Problem, holders: &[Option<usize>]) -> Option<Worth> {
    let people = problem.people.len();
    let (mut seconds, mut costs) = (vec![0; people], vec![0; people]);
    for (person, measure) in problem.people.iter().enumerate() {
        seconds[person] = measure.base;
        costs[person] = measure.base_cost;
    }
    let mut by_day: Vec<Vec<u64>> = problem.days.iter().map(|days| vec![0; days.len()]).collect();
    for (place, holder) in problem.places.iter().zip(holders) {
        let Some(holder) = *holder else { continue };
        let mut borne = vec![(holder, place.seconds, 0)];
        borne.extend(
            place.extras.iter().filter(|extra| extra.holder == holder).map(|extra| (extra.bearer, extra.seconds, extra.cost)),
        );
        for (person, more, cost) in borne {
            seconds[person] += more;
            costs[person] += cost;
            for day in place.due.unwrap_or(usize::MAX)..by_day[person].len() {
                by_day[person][day] += more;
            }
        }
    }
    for (person, measure) in problem.people.iter().enumerate() {
        let over = seconds[person] > measure.cap && seconds[person] != measure.base;
        if over || by_day[person].iter().zip(&problem.days[person]).any(|(used, most)| used > most) {
            return None;
        }
        costs[person] += measure.cost * seconds[person];
    }
    for one in 0..holders.len() {
        let twice = |other: usize| {
            holders[one].is_some() && holders[one] == holders[other] && problem.places[one].task == problem.places[other].task
        };
        if (0..one).any(twice) || holders[one].is_none() && !problem.places[one].may_be_empty {
            return None;
        }
    }
    let kept = |task: usize, person: usize| {
        (0..holders.len()).any(|place| problem.places[place].task == task && holders[place] == Some(person))
    };
    if problem.held.iter().filter(|(task, person)| !kept(*task, *person)).count() > problem.handovers {
        return None;
    }
    let counted = (0..people).filter(|person| problem.people[*person].counts);
    let mut vector: Vec<Part> = counted.map(|person| Part { cost: costs[person], of: problem.people[person].of }).collect();
    vector.sort_by(|one, other| other.cmp(one));
    let mut ranks = vec![std::cmp::Reverse(0); 3];
    for (place, holder) in problem.places.iter().zip(holders) {
        if let Some((_, rank)) = holder.and_then(|holder| place.wishes.iter().find(|(person, _)| *person == holder)) {
            ranks[*rank].0 += 1;
        }
    }
    let empty: Vec<bool> = holders.iter().map(Option::is_none).collect();
    Some((empty.iter().filter(|empty| **empty).count(), empty, vector, ranks))
}

fn best_of_all(problem: &Problem, holders: &mut Vec<Option<usize>>, best: &mut Option<Worth>) {
    let Some(place) = problem.places.get(holders.len()) else {
        if let Some(worth) = worth(problem, holders).filter(|worth| best.as_ref().is_none_or(|best| worth < best)) {
            *best = Some(worth);
        }
        return;
    };
    for holder in std::iter::once(None).chain(place.who.iter().map(Some)) {
        holders.push(holder);
        best_of_all(problem, holders, best);
        holders.pop();
    }
}

/// Compares the search, and the exchanges of large groups, with every filling of so many random problems.
fn compare_with_all(seed: u64, problems: usize, of: impl Fn(Problem) -> Problem) {
    let mut draw = Draw::new(seed);
    let mut compared = 0;
    while compared < problems {
        let problem = of(random(&mut draw));
        let mut best = None;
        best_of_all(&problem, &mut Vec::new(), &mut best);
        // What people have now must keep the limits: the endpoints see to that.
        let now = matched::matched(&problem).kept;
        let (Some(best), Some(_)) = (best, worth_of_kept(&problem, &now)) else { continue };
        compared += 1;
        let solved = solve(&problem, None, 100_000);
        assert!(solved.filled_proved && solved.vector_proved && solved.settled, "{compared}: {problem:?}");
        assert_eq!(worth(&problem, &solved.holders).as_ref(), Some(&best), "{compared}: {problem:?}\n{solved:?}");
        assert_eq!(solved.bound, best.2.first().copied(), "{compared}: {problem:?}");
        let matched = matched::matched(&problem);
        let (filling, filled_proved) = large::fill(&problem, &matched, None);
        let (open, start) = problem.only_filled(&filling);
        let found = large::best(&open, start);
        let mut rest = found.holders.iter();
        let holders: Vec<Option<usize>> = filling.iter().map(|holder| holder.and_then(|_| rest.next().copied())).collect();
        let large = worth(&problem, &holders).unwrap_or_else(|| panic!("{compared}: {problem:?}\n{holders:?}"));
        assert!(large >= best && (!filled_proved || large.0 == best.0), "{compared}: {problem:?}");
        if large.1 == best.1 {
            assert!(found.solved.bound.is_none_or(|bound| bound <= best.2[0]), "{compared}: {problem:?}\n{:?}", found.solved);
            assert!(!found.solved.vector_proved || large.2 == best.2, "{compared}: {problem:?}");
        }
    }
}

/// The worth of what is kept before anything is decided, other places left out of account.
fn worth_of_kept(problem: &Problem, now: &[Option<usize>]) -> Option<Worth> {
    let optional = Problem {
        places: problem.places.iter().map(|place| Place { may_be_empty: true, ..place.clone() }).collect(),
        ..problem.clone()
    };
    let all = problem.places.iter().zip(now).all(|(place, holder)| place.may_be_empty || holder.is_some());
    worth(&optional, now).filter(|_| all)
}

#[test]
fn nothing_is_better_among_all_fillings() {
    compare_with_all(1, 1_000, |problem| problem);
    compare_with_all(4, 2_000, |problem| plain(&problem));
}

#[test]
#[ignore = "takes minutes in a debug build"]
fn nothing_is_better_among_all_fillings_of_many_problems() {
    compare_with_all(2, 10_000, |problem| problem);
    compare_with_all(3, 10_000, |problem| plain(&problem));
}

#[test]
fn work_goes_to_whom_it_costs_nothing_however_much_they_have() {
    let bearing = |cost: u64, base_cost: u64| Measure { cost, of: 5, cap: u64::MAX, base: 0, base_cost, counts: true };
    let place = Place { seconds: 2, who: [0, 1].into_iter().collect(), ..Place::default() };
    let problem = Problem {
        people: vec![bearing(1, 0), bearing(0, 10)],
        places: vec![place],
        days: vec![Vec::new(); 2],
        ..Problem::default()
    };
    let solved = solve(&problem, None, 1_000);
    assert_eq!((solved.holders, solved.vector_proved), (vec![Some(1)], true));
}

#[test]
fn hours_agreed_may_be_of_any_size_beside_one_another() {
    let agreed = |of: u64| Measure { cost: 2, of, cap: u64::MAX, base: 0, base_cost: 0, counts: true };
    let place = |number: usize, seconds: u64, who: &[usize]| Place {
        task: number,
        seconds,
        who: who.iter().copied().collect(),
        ..Place::default()
    };
    let places =
        vec![place(0, 1 << 24, &[0]), place(1, 3, &[1, 2]), place(2, 3, &[1, 2]), place(3, 3, &[1, 2]), place(4, 1, &[1])];
    let people = vec![agreed(1), agreed(1 << 50), agreed(1 << 50)];
    let problem = Problem { people, places, days: vec![Vec::new(); 3], ..Problem::default() };
    let solved = solve(&problem, None, 1_000);
    assert!(solved.vector_proved);
    let parts = [(1 << 25, 1), (12, 1 << 50), (8, 1 << 50)];
    assert_eq!(solved.vector, parts.map(|(cost, of)| Part { cost, of }));
}
