//! Random people and tasks, and the best split found by trying every one.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::dice::Dice;

/// Words that tasks ask for.
const SKILLS: [&str; 3] = ["writing", "design", "research"];

/// Random people: capacities, hard caps, skills, burdens and preferences, all unequal. Some give no hours.
pub fn people(dice: &mut Dice, count: usize, tasks: usize) -> Vec<Value> {
    (0..count)
        .map(|number| {
            let mut person = json!({
                "id": format!("p{number}"),
                "capacity": if dice.once_in(8) { 0 } else { 1 + dice.below(9) },
                "constituency": dice.pick(&["lived", "staff"]),
                "skills": SKILLS.iter().filter(|_| dice.once_in(2)).collect::<Vec<_>>(),
            });
            if dice.once_in(3) {
                person["hard_cap"] = json!(2 + dice.below(9));
            }
            if dice.once_in(4) {
                person["burden"] = json!(dice.pick(&["3/2", "2", "1/2", "0", "5/4"]));
            }
            if dice.once_in(2) && tasks > 0 {
                let mut wanted = vec![format!("t{}", dice.below(tasks))];
                let other = format!("t{}", dice.below(tasks));
                if !wanted.contains(&other) {
                    wanted.push(other);
                }
                person["prefers"] = json!(wanted);
            }
            person
        })
        .collect()
}

/// Random tasks: hours, needs, some for pairs.
pub fn tasks(dice: &mut Dice, count: usize) -> Vec<Value> {
    (0..count)
        .map(|number| {
            let mut task = json!({"id": format!("t{number}"), "hours": dice.pick(&["1", "2", "3", "4", "5", "2.5", "0"])});
            let mut need = json!({});
            if dice.once_in(3) {
                need["skill"] = json!(dice.pick(&SKILLS));
            }
            if dice.once_in(4) {
                need["constituency"] = json!(dice.pick(&["lived", "staff"]));
            }
            let mut needs = vec![need];
            if dice.once_in(6) {
                needs.push(json!({"constituency": dice.pick(&["lived", "staff"])}));
            } else if dice.once_in(8) {
                needs[0]["count"] = json!(2);
            }
            if dice.once_in(4) {
                task["due"] = json!("2026-06-15");
            }
            task["needs"] = json!(needs);
            task
        })
        .collect()
}

/// A fraction above a denominator that is not zero, compared by cross product.
#[derive(Debug, Clone, Copy)]
pub struct Fraction(pub i128, pub i128);

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// The list at `key`, empty where there is none.
#[must_use]
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The ratios of an answer.
#[must_use]
pub fn vector(answer: &Value) -> Vec<Fraction> {
    list(answer, "vector").iter().map(fraction).collect()
}

/// Reads `"7"`, `"2.5"`, `"5/4"` or a number.
#[must_use]
pub fn fraction(value: &Value) -> Fraction {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if let Some((over, under)) = text.split_once('/') {
        return Fraction(over.parse().unwrap(), under.parse().unwrap());
    }
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    Fraction(format!("{whole}{part}").parse().unwrap(), 10_i128.pow(u32::try_from(part.len()).unwrap()))
}

/// What makes one split better than another; the least is the best.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth {
    /// Empty places.
    pub empty: usize,
    /// Which ones, the first place first.
    pub which: Vec<bool>,
    /// Ratios, the largest first.
    pub vector: Vec<Fraction>,
}

/// A place of a task, and everything about people, as the oracle sees them.
pub struct Oracle {
    ids: Vec<String>,
    capacity: Vec<Fraction>,
    cap: Vec<Option<Fraction>>,
    burden: Vec<Fraction>,
    prefers: Vec<Vec<String>>,
    /// Task number, task id, hours and who may, for each place.
    places: Vec<(usize, String, Fraction, Vec<usize>)>,
    /// Who has which task now, as (task, person); for hand-overs.
    pub held: Vec<(usize, usize)>,
    /// Places that must be filled.
    pub must: Vec<bool>,
    closed: Vec<usize>,
}

fn meets(person: &Value, need: &Value) -> bool {
    let skill = need.get("skill").is_none_or(|skill| person["skills"].as_array().is_some_and(|all| all.contains(skill)));
    skill && need.get("constituency").is_none_or(|side| person.get("constituency") == Some(side))
}

impl Oracle {
    /// Reads people and tasks.
    #[must_use]
    pub fn new(people: &[Value], tasks: &[Value]) -> Self {
        let zero = Fraction(0, 1);
        let capacity: Vec<Fraction> = people.iter().map(|person| fraction(&person["capacity"])).collect();
        let burden: Vec<Fraction> = people.iter().map(|person| person.get("burden").map_or(Fraction(1, 1), fraction)).collect();
        let mut places = Vec::new();
        for (number, task) in tasks.iter().enumerate() {
            let hours = fraction(&task["hours"]);
            let needs = task["needs"].as_array().cloned().unwrap_or_default();
            let needs = if needs.is_empty() { vec![json!({})] } else { needs };
            for need in needs {
                let may = (0..people.len())
                    .filter(|person| meets(&people[*person], &need))
                    .filter(|person| capacity[*person] > zero || hours == zero || burden[*person] == zero)
                    .collect::<Vec<_>>();
                for _ in 0..need.get("count").map_or(1, |count| count.as_u64().unwrap()) {
                    places.push((number, task["id"].as_str().unwrap().to_owned(), hours, may.clone()));
                }
            }
        }
        Self {
            ids: people.iter().map(|person| person["id"].as_str().unwrap().to_owned()).collect(),
            cap: people.iter().map(|person| person.get("hard_cap").map(fraction)).collect(),
            prefers: people
                .iter()
                .map(|person| {
                    let list = person["prefers"].as_array().cloned().unwrap_or_default();
                    list.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
                })
                .collect(),
            must: vec![false; places.len()],
            closed: Vec::new(),
            capacity,
            burden,
            places,
            held: Vec::new(),
        }
    }

    /// Takes a person out of every place and out of the vector; they have no cap any longer.
    pub fn remove(&mut self, person: usize) {
        self.capacity[person] = Fraction(0, 1);
        for (_, _, _, may) in &mut self.places {
            may.retain(|other| *other != person);
        }
    }

    /// Leaves a place out of account: nobody fills it and it is not empty either.
    pub fn close(&mut self, place: usize) {
        self.places[place].3.clear();
        self.closed.push(place);
    }

    /// The task of each place.
    #[must_use]
    pub fn tasks_of_places(&self) -> Vec<usize> {
        self.places.iter().map(|(task, _, _, _)| *task).collect()
    }

    fn load(&self, person: usize, filled: &[Option<usize>]) -> Fraction {
        let hours =
            self.places.iter().zip(filled).filter(|(_, holder)| **holder == Some(person)).map(|((_, _, hours, _), _)| *hours);
        // All hours here are tenths.
        Fraction(hours.map(|hours| hours.0 * 10 / hours.1).sum(), 10)
    }

    /// What `filled` is worth, if it is within the hard caps.
    #[must_use]
    pub fn worth(&self, filled: &[Option<usize>]) -> Option<Worth> {
        let loads: Vec<Fraction> = (0..self.ids.len()).map(|person| self.load(person, filled)).collect();
        if loads.iter().zip(&self.cap).any(|(load, cap)| cap.is_some_and(|cap| *load > cap)) {
            return None;
        }
        let mut vector: Vec<Fraction> = (0..self.ids.len())
            .filter(|person| self.capacity[*person].0 > 0)
            .map(|person| {
                let (load, burden, capacity) = (loads[person], self.burden[person], self.capacity[person]);
                Fraction(load.0 * burden.0 * capacity.1, load.1 * burden.1 * capacity.0)
            })
            .collect();
        vector.sort_by(|one, other| other.cmp(one));
        let which: Vec<bool> =
            filled.iter().enumerate().map(|(place, holder)| holder.is_none() && !self.closed.contains(&place)).collect();
        Some(Worth { empty: which.iter().filter(|empty| **empty).count(), which, vector })
    }

    /// How many choices of each rank come true: more is better, the first rank first.
    fn wishes(&self, filled: &[Option<usize>]) -> Vec<usize> {
        let mut wishes = vec![0; 15];
        for ((_, id, _, _), holder) in self.places.iter().zip(filled) {
            if let Some(rank) = holder.and_then(|person| self.prefers[person].iter().position(|wanted| wanted == id)) {
                wishes[rank] += 1;
            }
        }
        wishes
    }

    fn handovers(&self, filled: &[Option<usize>]) -> usize {
        let has = |task: usize, person: usize| {
            self.places.iter().zip(filled).any(|((other, _, _, _), holder)| *other == task && *holder == Some(person))
        };
        self.held.iter().filter(|(task, person)| !has(*task, *person)).count()
    }

    /// The best worth with at most `handovers` hand-overs, and the most wishes of all that are worth as much, by trying everything.
    #[must_use]
    pub fn best(&self, handovers: usize) -> (Worth, Vec<usize>) {
        let mut best: Option<(Worth, Vec<usize>)> = None;
        self.try_all(&mut vec![None; self.places.len()], 0, &mut |filled| {
            let forced = filled.iter().zip(&self.must).all(|(holder, must)| !must || holder.is_some());
            if !forced || self.handovers(filled) > handovers {
                return;
            }
            let Some(worth) = self.worth(filled) else { return };
            let order = best.as_ref().map_or(Ordering::Less, |(least, _)| worth.cmp(least));
            if order == Ordering::Greater {
                return;
            }
            let wishes = self.wishes(filled);
            if order == Ordering::Less || best.as_ref().is_some_and(|(_, most)| wishes > *most) {
                best = Some((worth, wishes));
            }
        });
        best.unwrap()
    }

    fn try_all(&self, filled: &mut Vec<Option<usize>>, place: usize, seen: &mut impl FnMut(&[Option<usize>])) {
        if place == filled.len() {
            seen(filled);
            return;
        }
        self.try_all(filled, place + 1, seen);
        let (task, _, _, may) = &self.places[place];
        for person in may {
            let twice = (0..place).any(|other| self.places[other].0 == *task && filled[other] == Some(*person));
            if !twice {
                filled[place] = Some(*person);
                self.try_all(filled, place + 1, seen);
            }
        }
        filled[place] = None;
    }

    /// The people of each place in an answer's assignments, as far as they can be seated: any way in which each person fills a place
    /// that they may fill. Nothing if there is none.
    #[must_use]
    pub fn seat(&self, assignments: &Value) -> Option<Vec<Vec<Option<usize>>>> {
        let mut wanted: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for assignment in assignments.as_array()? {
            let people = assignment["people"].as_array()?;
            let numbers = people.iter().map(|id| self.ids.iter().position(|own| Some(own.as_str()) == id.as_str()));
            wanted.insert(assignment["task"].as_str()?, numbers.collect::<Option<Vec<_>>>()?);
        }
        let mut ways = Vec::new();
        self.seat_from(&wanted, &mut vec![None; self.places.len()], 0, &mut ways);
        (!ways.is_empty()).then_some(ways)
    }

    fn seat_from(
        &self,
        wanted: &BTreeMap<&str, Vec<usize>>,
        filled: &mut Vec<Option<usize>>,
        place: usize,
        ways: &mut Vec<Vec<Option<usize>>>,
    ) {
        if place == filled.len() {
            let seated = |id: &str| {
                let own = self.places.iter().zip(filled.iter()).filter(|((_, task, _, _), _)| task == id);
                own.filter_map(|(_, holder)| *holder).collect::<Vec<_>>()
            };
            let all = wanted.iter().all(|(id, people)| {
                let mut found = seated(id);
                let mut people = people.clone();
                found.sort_unstable();
                people.sort_unstable();
                found == people
            });
            if all {
                ways.push(filled.clone());
            }
            return;
        }
        let (_, id, _, may) = &self.places[place];
        let people = wanted.get(id.as_str()).cloned().unwrap_or_default();
        for holder in std::iter::once(None).chain(may.iter().filter(|person| people.contains(person)).map(|person| Some(*person)))
        {
            filled[place] = holder;
            self.seat_from(wanted, filled, place + 1, ways);
        }
        filled[place] = None;
    }

    /// The best worth and wishes among the ways in which an answer's assignments can be seated.
    #[must_use]
    pub fn worth_of(&self, assignments: &Value) -> Option<(Worth, Vec<usize>)> {
        let ways = self.seat(assignments)?;
        ways.iter()
            .filter_map(|filled| Some((self.worth(filled)?, self.wishes(filled))))
            .min_by(|one, other| one.0.cmp(&other.0).then_with(|| other.1.cmp(&one.1)))
    }
}
