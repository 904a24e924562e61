//! Who may fill a place, read from the words of people and tasks.

use std::collections::{BTreeSet, HashMap};

use super::crowd::Crowd;
use crate::group::Person;
use crate::unit::{Date, Id};
use crate::workload::{Need, Task};

/// What tasks ask for by a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Asked {
    Role,
    Skill,
    Experience,
    Constituency,
}

/// All that decides who may fill a place. Places that agree in it are one class.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key<'a> {
    asked: [Option<&'a Id>; 4],
    /// Words that somebody avoids.
    avoided: Vec<&'a Id>,
    days: Vec<Date>,
    /// What it weighs.
    kind: usize,
    /// Whether the place takes no time.
    free: bool,
    /// The one person it is for.
    only: Option<usize>,
}

/// The classes of places, each worked out once.
pub(super) struct Classes<'a> {
    people: &'a [Person],
    with_word: HashMap<(Asked, &'a Id), Vec<usize>>,
    avoiding: HashMap<&'a Id, Vec<usize>>,
    away: HashMap<Date, Crowd>,
    known: HashMap<Key<'a>, usize>,
    pub(super) crowds: Vec<Crowd>,
}

impl<'a> Classes<'a> {
    pub(super) fn new(people: &'a [Person], tasks: &'a [Task]) -> Self {
        let mut with_word: HashMap<(Asked, &'a Id), Vec<usize>> = HashMap::new();
        for need in tasks.iter().flat_map(|task| &task.needs) {
            for (asked, word) in words(need) {
                with_word.entry((asked, word)).or_default();
            }
        }
        let mut avoiding: HashMap<&'a Id, Vec<usize>> = HashMap::new();
        for (number, person) in people.iter().enumerate() {
            let has = person.roles.iter().map(|word| (Asked::Role, word));
            let has = has.chain(person.skills.iter().map(|word| (Asked::Skill, word)));
            let has = has.chain(person.experience.iter().map(|word| (Asked::Experience, word)));
            for word in has.chain(person.constituency.iter().map(|word| (Asked::Constituency, word))) {
                if let Some(list) = with_word.get_mut(&word)
                    && list.last() != Some(&number)
                {
                    list.push(number);
                }
            }
            for word in &person.avoids {
                avoiding.entry(word).or_default().push(number);
            }
        }
        let absences: Vec<Vec<(Date, Date)>> = people.iter().map(absences).collect();
        let days = tasks.iter().flat_map(|task| &task.sessions).map(|session| session.date).collect::<BTreeSet<Date>>();
        let away = |day: Date| -> Crowd {
            let is_away = |(_, all): &(usize, &Vec<(Date, Date)>)| {
                let next = all.partition_point(|(from, _)| *from <= day);
                next > 0 && all.get(next - 1).is_some_and(|(_, to)| day <= *to)
            };
            absences.iter().enumerate().filter(is_away).map(|(number, _)| number).collect()
        };
        let away = days.into_iter().map(|day| (day, away(day))).collect();
        Self { people, with_word, avoiding, away, known: HashMap::new(), crowds: Vec::new() }
    }

    /// The class of a place of `task` for `need`, or for the person `only`.
    pub(super) fn of(&mut self, task: &'a Task, need: Option<&'a Need>, only: Option<usize>, kind: usize, seconds: u64) -> usize {
        let marks = std::iter::once(&task.id).chain(&task.burdens).chain(need.and_then(|need| need.skill.as_ref()));
        let avoided = marks.filter(|word| self.avoiding.contains_key(word)).collect();
        let days = task.sessions.iter().map(|session| session.date).collect();
        let asked =
            need.map_or([None; 4], |need| [&need.role, &need.skill, &need.experience, &need.constituency].map(Option::as_ref));
        let key = Key { asked, avoided, days, kind, free: seconds == 0, only };
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let crowd = self.crowd(&key, task, need);
        self.crowds.push(crowd);
        self.known.insert(key, self.crowds.len() - 1);
        self.crowds.len() - 1
    }

    fn crowd(&self, key: &Key<'a>, task: &Task, need: Option<&'a Need>) -> Crowd {
        let mut met = vec![0_usize; self.people.len()];
        let mut conditions = 0;
        for word in need.into_iter().flat_map(words) {
            conditions += 1;
            // Somebody who lists a word twice has it once.
            for number in self.with_word.get(&word).map_or(&[][..], Vec::as_slice) {
                if let Some(met) = met.get_mut(*number).filter(|met| **met == conditions - 1) {
                    *met = conditions;
                }
            }
        }
        let avoiding: Crowd = key.avoided.iter().filter_map(|word| self.avoiding.get(word)).flatten().copied().collect();
        let away: Crowd = key.days.iter().filter_map(|day| self.away.get(day)).flat_map(Crowd::iter).collect();
        let gives = |person: &Person| key.free || super::rate::is_free(person, task) || super::rate::capacity(person) > 0;
        let may = |number: &usize, person: &Person| {
            met.get(*number) == Some(&conditions)
                && key.only.is_none_or(|only| only == *number)
                && !avoiding.has(*number)
                && !away.has(*number)
                && gives(person)
        };
        self.people.iter().enumerate().filter(|(number, person)| may(number, person)).map(|(number, _)| number).collect()
    }
}

/// When somebody is away, from the first to the last day of each time, without days that stand in two.
fn absences(person: &Person) -> Vec<(Date, Date)> {
    let mut all: Vec<(Date, Date)> = person.unavailable.iter().map(|away| (away.from, away.last())).collect();
    all.sort_unstable();
    let mut apart: Vec<(Date, Date)> = Vec::with_capacity(all.len());
    for (from, to) in all {
        match apart.last_mut() {
            Some((_, last)) if from <= *last => *last = to.max(*last),
            _ => apart.push((from, to)),
        }
    }
    apart
}

fn words(need: &Need) -> impl Iterator<Item = (Asked, &Id)> {
    let asked = [
        (Asked::Role, &need.role),
        (Asked::Skill, &need.skill),
        (Asked::Experience, &need.experience),
        (Asked::Constituency, &need.constituency),
    ];
    asked.into_iter().filter_map(|(asked, word)| word.as_ref().map(|word| (asked, word)))
}

/// Whether `person` meets every condition of `need`.
pub(super) fn meets(person: &Person, need: &Need) -> bool {
    words(need).all(|(asked, word)| match asked {
        Asked::Role => person.roles.contains(word),
        Asked::Skill => person.skills.contains(word),
        Asked::Experience => person.experience.contains(word),
        Asked::Constituency => person.constituency.as_ref() == Some(word),
    })
}
