//! Courses under the pair rule against every choice of courses and tutors, tried one by one.

use std::collections::BTreeSet;

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use serde_json::{Value, json};

fn answer(request: &Value) -> Value {
    ask("workload.courses", request)
}

/// A small college: topics, days away, sessions, needs of two, places that may be split, courses that must run.
fn college(dice: &mut Dice, most_courses: usize, most_tutors: usize) -> Value {
    let topics = ["sleep", "hope", "rights"];
    let tutors: Vec<Value> = (0..1 + dice.below(most_tutors))
        .map(|number| {
            let mut tutor = json!({"id": format!("t{number}"), "side": dice.pick(&["peer", "professional"])});
            tutor["topics"] = topics.iter().filter(|_| !dice.once_in(4)).copied().collect();
            if dice.once_in(5) {
                tutor["days"] = json!(dice.below(4));
            } else {
                tutor["hours"] = json!(dice.below(12));
            }
            if dice.once_in(6) {
                tutor["unavailable"] = json!([{"from": "2026-09-01", "to": format!("2026-09-0{}", 1 + dice.below(2))}]);
            }
            if dice.once_in(8) {
                tutor["avoids"] = json!(["c0"]);
            }
            tutor
        })
        .collect();
    let learners = dice.once_in(3);
    let courses: Vec<Value> = (0..1 + dice.below(most_courses))
        .map(|number| {
            let mut course = json!({"id": format!("c{number}"), "hours": 1 + dice.below(6)});
            if dice.once_in(2) {
                course["topics"] = json!([dice.pick(&topics)]);
            }
            if dice.once_in(4) {
                course["preparation_hours"] = json!(1);
            }
            if dice.once_in(3) {
                course["sessions"] = json!([{"date": format!("2026-09-0{}", 1 + dice.below(3))}]);
                if dice.once_in(2) {
                    course["sessions"][0]["part"] = json!(dice.pick(&["morning", "evening"]));
                }
            }
            if dice.once_in(3) {
                let mut needs = json!([{"side": "peer"}, {"side": "professional"}]);
                if dice.once_in(3) {
                    needs[0]["count"] = json!(2);
                }
                if dice.once_in(2) {
                    needs[1]["may_split"] = json!(true);
                }
                if dice.once_in(3) {
                    needs[1]["hours"] = json!(1 + dice.below(4));
                }
                course["needs"] = needs;
            }
            if learners {
                course["learners"] = json!(1 + dice.below(12));
            }
            if dice.once_in(7) {
                course["must_run"] = json!(true);
            }
            course
        })
        .collect();
    let mut request = json!({"tutors": tutors, "courses": courses, "hours_in_a_day": 1 + dice.below(5)});
    if learners {
        request["aim"] = json!("learners");
    }
    if dice.once_in(2) {
        let side = dice.pick(&["peer", "professional"]);
        request["new_tutors"] =
            json!([{"id": "new", "side": side, "hours": 1 + dice.below(8), "topics": [dice.pick(&topics), "law"]}]);
    }
    request["lengths"] = json!([1 + dice.below(8)]);
    request
}

/// Whose side a place is for, its hours, whether it may be split, and who is able.
type Place = (String, u64, bool, Vec<usize>);

/// The request as one who only looks at it sees it. Hours are in halves, as two may share a place.
#[derive(Clone)]
struct Looker {
    hours: Vec<u64>,
    sides: Vec<String>,
    /// By course.
    places: Vec<Vec<Place>>,
    same_time: Vec<Vec<bool>>,
    must: Vec<bool>,
    worth: Vec<u64>,
    day: u64,
}

impl Looker {
    fn new(request: &Value) -> Self {
        let empty = Vec::new();
        let list = |value: &Value, key: &str| value[key].as_array().unwrap_or(&empty).clone();
        let (tutors, courses) = (list(request, "tutors"), list(request, "courses"));
        let day = 2 * request["hours_in_a_day"].as_u64().unwrap();
        let able = |tutor: &Value, course: &Value, side: &Value| {
            tutor["side"] == *side
                && list(course, "topics").iter().all(|topic| list(tutor, "topics").contains(topic))
                && !list(tutor, "avoids").contains(&course["id"])
                && !list(course, "sessions").iter().any(|session| {
                    let date = session["date"].as_str().unwrap();
                    list(tutor, "unavailable")
                        .iter()
                        .any(|away| away["from"].as_str().unwrap() <= date && date <= away["to"].as_str().unwrap())
                })
        };
        let places = courses
            .iter()
            .map(|course| {
                let whole = course["hours"].as_u64().unwrap() + course["preparation_hours"].as_u64().unwrap_or(0);
                let mut needs = list(course, "needs");
                if needs.is_empty() {
                    needs = vec![json!({"side": "peer"}), json!({"side": "professional"})];
                }
                let mut places = Vec::new();
                for need in needs {
                    for _ in 0..need["count"].as_u64().unwrap_or(1) {
                        let who = (0..tutors.len()).filter(|tutor| able(&tutors[*tutor], course, &need["side"])).collect();
                        let hours = 2 * need["hours"].as_u64().unwrap_or(whole);
                        places.push((need["side"].as_str().unwrap().to_owned(), hours, need["may_split"] == true, who));
                    }
                }
                places
            })
            .collect();
        let meet = |one: &Value, other: &Value| {
            list(one, "sessions").iter().any(|first| {
                list(other, "sessions").iter().any(|second| {
                    first["date"] == second["date"]
                        && (first["part"].is_null() || second["part"].is_null() || first["part"] == second["part"])
                })
            })
        };
        Self {
            hours: tutors
                .iter()
                .map(|tutor| tutor["hours"].as_u64().map_or_else(|| tutor["days"].as_u64().unwrap() * day, |hours| 2 * hours))
                .collect(),
            sides: tutors.iter().map(|tutor| tutor["side"].as_str().unwrap().to_owned()).collect(),
            places,
            same_time: courses
                .iter()
                .enumerate()
                .map(|(number, one)| courses.iter().enumerate().map(|(other, two)| number != other && meet(one, two)).collect())
                .collect(),
            must: courses.iter().map(|course| course["must_run"] == true).collect(),
            worth: courses
                .iter()
                .map(|course| if request["aim"] == "learners" { course["learners"].as_u64().unwrap() } else { 1 })
                .collect(),
            day,
        }
    }

    /// Whether the places of these courses, of one side or of all, can be filled.
    fn staffed(&self, set: usize, side: Option<&str>) -> bool {
        let mut open = Vec::new();
        for (course, places) in self.places.iter().enumerate() {
            if set >> course & 1 == 1 {
                open.extend(places.iter().filter(|place| side.is_none_or(|side| place.0 == side)).map(|place| (course, place)));
            }
        }
        self.fill(&open, &mut self.hours.clone(), &mut vec![Vec::new(); self.hours.len()])
    }

    fn fill(&self, open: &[(usize, &Place)], left: &mut [u64], taught: &mut [Vec<usize>]) -> bool {
        let Some(((course, (_, hours, split, able)), rest)) = open.split_first() else { return true };
        let free = |tutor: usize, taught: &[Vec<usize>]| {
            taught[tutor].iter().all(|other| other != course && !self.same_time[*course][*other])
        };
        for one in able {
            if left[*one] >= *hours && free(*one, taught) {
                left[*one] -= hours;
                taught[*one].push(*course);
                let found = self.fill(rest, left, taught);
                taught[*one].pop();
                left[*one] += hours;
                if found {
                    return true;
                }
            }
            for other in able.iter().filter(|other| *split && *other > one) {
                if left[*one] >= hours / 2 && left[*other] >= hours / 2 && free(*one, taught) && free(*other, taught) {
                    for tutor in [one, other] {
                        left[*tutor] -= hours / 2;
                        taught[*tutor].push(*course);
                    }
                    let found = self.fill(rest, left, taught);
                    for tutor in [one, other] {
                        taught[*tutor].pop();
                        left[*tutor] += hours / 2;
                    }
                    if found {
                        return true;
                    }
                }
            }
        }
        false
    }

    /// The best set of courses: most of those that must run, the earlier ones of them; then most worth; then earlier ones.
    fn best(&self) -> usize {
        let count = self.places.len();
        let earlier = |set: usize| (0..count).map(|course| set >> course & 1 == 1).collect::<Vec<_>>();
        let musts = |set: usize| {
            let which: Vec<bool> = (0..count).map(|course| self.must[course] && set >> course & 1 == 1).collect();
            (which.iter().filter(|runs| **runs).count(), which)
        };
        let worth = |set: usize| (0..count).filter(|course| set >> course & 1 == 1).map(|course| self.worth[course]).sum::<u64>();
        let all = (0..1 << count).filter(|set| self.staffed(*set, None));
        all.max_by_key(|set| (musts(*set), worth(*set), earlier(*set))).unwrap()
    }

    fn value(&self, set: usize) -> u64 {
        (0..self.places.len()).filter(|course| set >> course & 1 == 1).map(|course| self.worth[course]).sum()
    }
}

/// Every way to give `days` days to people of one side.
fn released(looker: &Looker, side: &str, days: u64, from: usize) -> Vec<Looker> {
    if days == 0 {
        return vec![looker.clone()];
    }
    let mut all = Vec::new();
    for tutor in (from..looker.hours.len()).filter(|tutor| looker.sides[*tutor] == side) {
        let mut more = looker.clone();
        more.hours[tutor] += looker.day;
        all.extend(released(&more, side, days - 1, tutor));
    }
    all
}

fn agree(seeds: std::ops::Range<u64>, courses: usize, tutors: usize) {
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let request = college(&mut dice, courses, tutors);
        if request["tutors"].as_array().unwrap().iter().any(|tutor| tutor["side"].is_null()) {
            continue;
        }
        let answer = answer(&request);
        let looker = Looker::new(&request);
        let best = looker.best();
        let runs: Vec<bool> = answer["courses"].as_array().unwrap().iter().map(|course| course["runs"] == true).collect();
        let expected: Vec<bool> = (0..runs.len()).map(|course| best >> course & 1 == 1).collect();
        let place = format!("seed {seed}: {request}\n{answer}");
        assert_eq!(runs, expected, "{place}");
        assert_eq!((&answer["proved"], &answer["order_settled"]), (&json!(true), &json!(true)), "{place}");
        teams(&looker, &request, &answer, &place);
        for side in answer["sides"].as_array().unwrap() {
            let name = side["side"].as_str().unwrap();
            let alone =
                (0..1_usize << runs.len()).filter(|set| looker.staffed(*set, Some(name))).map(usize::count_ones).max().unwrap();
            assert_eq!((&side["alone"], &side["alone_at_most"]), (&json!(alone), &json!(alone)), "{name} {place}");
            if best.count_ones() as usize == runs.len() {
                continue;
            }
            let mut last = looker.value(best);
            let steps = side["more_days"].as_array().unwrap();
            for days in 1..=2_u64 {
                let now = released(&looker, name, days, 0).iter().map(|more| more.value(more.best())).max().unwrap_or(0);
                let step = steps.iter().find(|step| step["days"] == days);
                // More release never makes the value less, but for courses that must run.
                if looker.must.iter().any(|must| *must) {
                    continue;
                }
                assert_eq!(step.is_some(), now > last, "{name} {days} {place}");
                if let Some(step) = step {
                    assert_eq!(step["then"]["gained"], now - looker.value(best), "{name} {days} {place}");
                    let given: u64 = step["to"].as_array().unwrap().iter().map(|to| to["days"].as_u64().unwrap()).sum();
                    assert_eq!(given, days, "{name} {place}");
                }
                last = last.max(now);
            }
        }
        further(&looker, &request, &answer, best, &place);
        proofs(&looker, &request, &answer, &place);
        for (number, day) in answer["one_more_day"].as_array().unwrap().iter().enumerate() {
            let mut more = looker.clone();
            more.hours[number] += more.day;
            let then = more.best();
            let gained = more.value(then).saturating_sub(looker.value(best));
            assert_eq!(day["then"]["gained"], gained, "day {number} {place}");
        }
    }
}

/// One more tutor, places shared by two, and other lengths.
fn further(looker: &Looker, request: &Value, answer: &Value, best: usize, place: &str) {
    let now = looker.value(best);
    let some_lack = best.count_ones() as usize != looker.places.len();
    let gained = |then: &Looker| json!(then.value(then.best()).saturating_sub(now));
    if some_lack && request.get("new_tutors").is_some() {
        let mut with = request.clone();
        let new = with["new_tutors"][0].clone();
        with["tutors"].as_array_mut().unwrap().push(new);
        assert_eq!(answer["new_tutors"][0]["then"]["gained"], gained(&Looker::new(&with)), "{place}");
    }
    for shared in answer["shared"].as_array().unwrap() {
        let mut split = looker.clone();
        split.places.iter_mut().flatten().filter(|place| shared["side"] == place.0).for_each(|place| place.2 = true);
        assert_eq!(shared["then"]["gained"], gained(&split), "{place}");
    }
    let line = &answer["lengths"][0];
    let hours = request["lengths"][0].as_u64().unwrap();
    let of_length =
        |course: &Value| course["hours"].as_u64().unwrap() + course["preparation_hours"].as_u64().unwrap_or(0) == hours;
    let courses = request["courses"].as_array().unwrap();
    let these: usize = courses.iter().enumerate().filter(|(_, course)| of_length(course)).map(|(number, _)| 1 << number).sum();
    let most = |looker: &Looker, within: usize, side: Option<&str>| {
        let sets = (0..1_usize << courses.len()).filter(|set| set & !within == 0 && looker.staffed(*set, side));
        json!(sets.map(usize::count_ones).max().unwrap())
    };
    let mut all = looker.clone();
    all.places.iter_mut().flatten().for_each(|place| place.1 = 2 * hours);
    assert_eq!(line["offered"], these.count_ones(), "{place}");
    assert_eq!(line["run"], (these & best).count_ones(), "{place}");
    assert_eq!(line["alone"], most(looker, these, None), "{place}");
    assert_eq!(line["if_all"], most(&all, usize::MAX, None), "{place}");
    for side in line["sides"].as_array().unwrap() {
        assert_eq!(side["courses"], most(&all, usize::MAX, side["side"].as_str()), "{place}");
    }
}

/// Each proof by points is counted again, each one by hours too.
fn proofs(looker: &Looker, request: &Value, answer: &Value, place: &str) {
    if looker.must.iter().any(|must| *must) {
        return;
    }
    let ones = vec![1; looker.worth.len()];
    let value = looker.worth.iter().zip(answer["courses"].as_array().unwrap()).filter(|(_, course)| course["runs"] == true);
    count_again(looker, request, &answer["proof"], &looker.worth, value.map(|(worth, _)| worth).sum(), place);
    for side in answer["sides"].as_array().unwrap() {
        count_again(looker, request, &side["proof"], &ones, side["alone"].as_u64().unwrap(), place);
    }
}

fn count_again(looker: &Looker, request: &Value, proof: &Value, worth: &[u64], value: u64, place: &str) {
    assert_eq!(proof["at_most"], value, "{place}");
    let whole = |text: &Value| text.as_str().unwrap().parse::<u64>().unwrap();
    match proof["kind"].as_str().unwrap() {
        "hours" => {
            let side = proof["side"].as_str().unwrap();
            let mut asked: Vec<u64> = looker
                .places
                .iter()
                .map(|places| places.iter().filter(|place| place.0 == side).map(|place| place.1).sum())
                .collect();
            asked.sort_unstable();
            let released: u64 =
                looker.hours.iter().zip(&looker.sides).filter(|(_, own)| *own == side).map(|(hours, _)| hours).sum();
            assert!(asked.iter().take(value as usize + 1).sum::<u64>() > released, "{place}");
        }
        "counting" | "points" => {
            let one = proof["points_for_one"].as_u64().unwrap();
            let empty = Vec::new();
            let listed = proof["places"].as_array().unwrap_or(&empty);
            // Places of one course and side are listed in their order, those without points left out: the order matters only where
            // a course has two needs of one side, and here it has not.
            let mut points: Vec<Vec<u64>> = Vec::new();
            for (course, places) in looker.places.iter().enumerate() {
                let id = &request["courses"][course]["id"];
                let mut own: Vec<&Value> = listed.iter().filter(|entry| entry["course"] == *id).collect();
                let mut of_course = Vec::new();
                for (side, ..) in places {
                    let found = own.iter().position(|entry| entry["side"] == *side);
                    of_course.push(found.map_or(0, |found| whole(&own.remove(found)["points"])));
                }
                points.push(of_course);
            }
            let beyond: u64 =
                points.iter().zip(worth).map(|(points, worth)| (worth * one).saturating_sub(points.iter().sum())).sum();
            assert_eq!(proof.get("beyond").map_or(0, whole), beyond, "{place}");
            let ids: Vec<&Value> = request["tutors"].as_array().unwrap().iter().map(|tutor| &tutor["id"]).collect();
            let mut total = beyond;
            for (tutor, id) in ids.iter().enumerate() {
                let told = proof["tutors"].as_array().unwrap_or(&empty).iter().find(|entry| entry["tutor"] == **id);
                let most = told.map_or(0, |entry| whole(&entry["most"]));
                assert!(best_points(looker, &points, tutor, 0, looker.hours[tutor], &mut Vec::new()) <= 2 * most, "{id} {place}");
                total += most;
            }
            assert!(total < one * (value + 1), "{place}");
        }
        "all_run" => assert_eq!(worth.iter().sum::<u64>(), value, "{place}"),
        "side" | "search" => {}
        other => panic!("{other} {place}"),
    }
}

/// Twice the most points that a tutor can get in so many half hours.
fn best_points(looker: &Looker, points: &[Vec<u64>], tutor: usize, course: usize, left: u64, held: &mut Vec<usize>) -> u64 {
    if course == points.len() {
        return 0;
    }
    let mut best = best_points(looker, points, tutor, course + 1, left, held);
    if held.iter().any(|other| looker.same_time[course][*other]) {
        return best;
    }
    for ((_, hours, split, able), points_of) in looker.places[course].iter().zip(&points[course]) {
        if !able.contains(&tutor) {
            continue;
        }
        for (need, gain) in [(*hours, 2 * points_of), (hours / 2, *points_of)] {
            if need <= left && (need == *hours || *split) {
                held.push(course);
                best = best.max(gain + best_points(looker, points, tutor, course + 1, left - need, held));
                held.pop();
            }
        }
    }
    best
}

/// Nobody teaches what they cannot, beyond their hours or at two places at once, and every place is filled.
fn teams(looker: &Looker, request: &Value, answer: &Value, place: &str) {
    let ids: Vec<&Value> = request["tutors"].as_array().unwrap().iter().map(|tutor| &tutor["id"]).collect();
    let mut used = vec![0; ids.len()];
    let mut taught: Vec<Vec<usize>> = vec![Vec::new(); ids.len()];
    for (course, outcome) in answer["courses"].as_array().unwrap().iter().enumerate() {
        let mut team: Vec<(usize, u64)> = outcome["team"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                let hours: f64 = one["hours"].as_str().unwrap().parse().unwrap();
                (ids.iter().position(|id| **id == one["tutor"]).unwrap(), (hours * 2.0) as u64)
            })
            .collect();
        for (tutor, hours) in &team {
            used[*tutor] += hours;
            assert!(taught[*tutor].iter().all(|other| *other != course && !looker.same_time[course][*other]), "{place}");
            taught[*tutor].push(course);
        }
        if outcome["runs"] == true {
            for (_, hours, split, able) in &looker.places[course] {
                let one = team.remove(0);
                assert!(able.contains(&one.0), "{place}");
                if one.1 != *hours {
                    let other = team.remove(0);
                    assert!(*split && able.contains(&other.0) && one.1 * 2 == *hours && other.1 == one.1, "{place}");
                }
            }
        }
        assert!(team.is_empty(), "{place}");
    }
    for (tutor, used) in used.iter().enumerate() {
        assert!(*used <= looker.hours[tutor], "{place}");
    }
}

#[test]
fn plans_are_those_of_trying_everything() {
    agree(0..120, 4, 5);
}

#[test]
fn proofs_hold_in_larger_colleges() {
    let mut kinds = BTreeSet::new();
    for seed in 500..560 {
        let request = college(&mut Dice::new(seed), 12, 10);
        let answer = answer(&request);
        let place = format!("seed {seed}: {request}\n{answer}");
        assert_eq!(answer["proved"], true, "{place}");
        let looker = Looker::new(&request);
        teams(&looker, &request, &answer, &place);
        proofs(&looker, &request, &answer, &place);
        kinds.insert(answer["proof"]["kind"].as_str().unwrap().to_owned());
    }
    let wanted = ["all_run", "counting", "points", "search", "side"];
    assert!(wanted.iter().all(|kind| kinds.contains(*kind)), "{kinds:?}");
}

#[test]
#[ignore = "takes minutes"]
fn plans_are_those_of_trying_everything_at_length() {
    agree(10_000..20_000, 5, 6);
}
