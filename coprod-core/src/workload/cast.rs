//! The people of a request, checked and numbered.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::days::Away;
use super::known::{at_most, factor_in_range, short_enough};
use super::solve::{Measure, Set};
use super::{Assignment, MOST_NAME_LETTERS, MOST_OWN_WORDS, MOST_PEOPLE, Need, Task};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Date, Draw, Id, Ratio};

/// What a need asks for by a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Asked {
    Role,
    Skill,
    Experience,
    Constituency,
}

/// The people in the order that decides ties: of their ids, or drawn from a seed. So the order of the request makes no difference.
pub(super) struct Cast<'a> {
    workers: Vec<&'a Person>,
    numbers: BTreeMap<&'a Id, usize>,
    measures: Vec<Measure>,
    /// Who prefers each task or skill, as (person, rank), in the order of the people.
    wishes: BTreeMap<&'a Id, Vec<(usize, usize)>>,
    /// Those whose tasks must not be a word, for each word that anybody avoids.
    avoided: BTreeMap<&'a Id, Set>,
    /// Those who have each word.
    with_word: HashMap<(Asked, &'a Id), Vec<usize>>,
    /// When each of them is away.
    away: Vec<Away>,
    /// Those who have hours to give, or to whom work costs nothing, and do not leave.
    with_hours: Set,
    /// Those who leave.
    pub(super) leavers: Set,
}

impl<'a> Cast<'a> {
    /// Checks the people, who stand at `/people`.
    pub(super) fn new(people: &'a [Person], seed: Option<u32>) -> Result<Self, WorkloadError> {
        Self::leaving(people, seed, &BTreeSet::new())
    }

    /// The same where some of them leave, whose capacity may be unknown.
    pub(super) fn leaving(people: &'a [Person], seed: Option<u32>, leavers: &BTreeSet<&Id>) -> Result<Self, WorkloadError> {
        let root = Pointer::root().key("people");
        if people.is_empty() {
            return Err(WorkloadError::EmptyGroup { path: root });
        }
        if people.len() > MOST_PEOPLE {
            return Err(WorkloadError::GroupTooLarge { path: root, count: people.len(), limit: MOST_PEOPLE });
        }
        for (number, worker) in people.iter().enumerate() {
            let path = |key: &str| root.index(number).key(key);
            short_enough("name", worker.name.as_deref(), MOST_NAME_LETTERS, || path("name"))?;
            for (key, words) in [("roles", &worker.roles), ("skills", &worker.skills), ("experience", &worker.experience)] {
                at_most("words", words.len(), MOST_OWN_WORDS, || path(key))?;
            }
        }
        let mut sorted: Vec<(usize, &Person)> = people.iter().enumerate().collect();
        sorted.sort_by_key(|(_, worker)| &worker.id);
        for pair in sorted.windows(2) {
            if let [(first, one), (second, other)] = pair
                && one.id == other.id
            {
                let path = root.index(*first.max(second)).key("id");
                return Err(WorkloadError::DuplicateId { path, id: one.id.to_string() });
            }
        }
        if let Some(seed) = seed {
            let mut draw = Draw::new(u64::from(seed));
            (1..sorted.len()).rev().for_each(|last| sorted.swap(last, draw.below(last + 1)));
        }
        let measures = sorted
            .iter()
            .map(|(number, worker)| measure(worker, &root.index(*number), leavers.contains(&worker.id)))
            .collect::<Result<Vec<_>, _>>()?;
        let workers: Vec<&Person> = sorted.into_iter().map(|(_, worker)| worker).collect();
        let numbers: BTreeMap<&Id, usize> = workers.iter().enumerate().map(|(number, worker)| (&worker.id, number)).collect();
        let mut wishes: BTreeMap<&Id, Vec<(usize, usize)>> = BTreeMap::new();
        for (person, worker) in workers.iter().enumerate() {
            for (rank, id) in worker.prefers.iter().enumerate() {
                wishes.entry(id).or_default().push((person, rank));
            }
        }
        let mut avoiding: BTreeMap<&Id, Vec<usize>> = BTreeMap::new();
        for (person, worker) in workers.iter().enumerate() {
            worker.avoids.iter().for_each(|word| avoiding.entry(word).or_default().push(person));
        }
        let avoided = avoiding.into_iter().map(|(word, people)| (word, people.into_iter().collect())).collect();
        let mut with_word: HashMap<(Asked, &Id), Vec<usize>> = HashMap::new();
        for (person, worker) in workers.iter().enumerate() {
            let lists = [(Asked::Role, &worker.roles), (Asked::Skill, &worker.skills), (Asked::Experience, &worker.experience)];
            let words = lists.into_iter().flat_map(|(asked, words)| words.iter().map(move |word| (asked, word)));
            for word in words.chain(worker.constituency.iter().map(|word| (Asked::Constituency, word))) {
                with_word.entry(word).or_default().push(person);
            }
        }
        let away = workers.iter().map(|worker| Away::new(worker)).collect();
        // The burden itself, not that of a kind of work.
        let gives = |measure: &Measure| measure.counts || measure.cost == 0;
        let with_hours: Set =
            measures.iter().enumerate().filter(|(_, measure)| gives(measure)).map(|(person, _)| person).collect();
        let leavers: Set = leavers.iter().filter_map(|id| numbers.get(id).copied()).collect();
        let with_hours = with_hours.without(&leavers);
        Ok(Self { workers, numbers, measures, wishes, avoided, with_word, away, with_hours, leavers })
    }

    pub(super) fn measures(&self) -> &[Measure] {
        &self.measures
    }

    pub(super) fn worker(&self, person: usize) -> Option<&'a Person> {
        self.workers.get(person).copied()
    }

    pub(super) fn id(&self, person: usize) -> Option<Id> {
        self.worker(person).map(|worker| worker.id.clone())
    }

    /// The number of the person `id`, who is named at `path`.
    pub(super) fn number(&self, id: &Id, path: impl FnOnce() -> Pointer) -> Result<usize, WorkloadError> {
        let unknown = || WorkloadError::UnknownMember { path: path(), id: id.to_string() };
        self.numbers.get(id).copied().ok_or_else(unknown)
    }

    /// The people and their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &'a Person)> + '_ {
        self.workers.iter().copied().enumerate()
    }

    /// Everybody.
    pub(super) fn everybody(&self) -> Set {
        (0..self.workers.len()).collect()
    }

    /// Those who meet every condition of `need`.
    pub(super) fn able(&self, need: &Need) -> Set {
        let asked = [
            (Asked::Role, &need.role),
            (Asked::Skill, &need.skill),
            (Asked::Experience, &need.experience),
            (Asked::Constituency, &need.constituency),
        ];
        let have = |(asked, word): (Asked, &'_ Id)| -> Set {
            self.with_word.get(&(asked, word)).into_iter().flatten().copied().collect()
        };
        let sets = asked.into_iter().filter_map(|(asked, word)| Some((asked, word.as_ref()?))).map(have);
        sets.reduce(|one, other| one.and(&other)).unwrap_or_else(|| self.everybody())
    }

    /// Who prefers the task `task`, or the skill that it asks for, as (person, the better rank of the two).
    pub(super) fn wishes(&self, task: &Id, skill: Option<&Id>) -> Vec<(usize, usize)> {
        let of = |id: &Id| self.wishes.get(id).map_or(&[][..], Vec::as_slice);
        let mut all: Vec<(usize, usize)> = of(task).iter().chain(skill.map_or(&[][..], of)).copied().collect();
        all.sort_unstable();
        all.dedup_by_key(|(person, _)| *person);
        all
    }

    /// Those who have hours to give, or to whom work costs nothing, and do not leave.
    pub(super) const fn with_hours(&self) -> &Set {
        &self.with_hours
    }

    /// Those whose tasks must not be `word`: a task, a skill or a burden.
    pub(super) fn avoiding(&self, word: &Id) -> Set {
        self.avoided.get(word).cloned().unwrap_or_default()
    }

    /// Those whose tasks must not be `task` or any of its burdens, or ask for `skill`.
    pub(super) fn avoiding_task(&self, task: &Task, skill: Option<&Id>) -> Set {
        let words = [&task.id].into_iter().chain(&task.burdens).chain(skill);
        words.fold(Set::default(), |set, word| set.or(&self.avoiding(word)))
    }

    /// Those who are away on `day`.
    pub(super) fn away_on(&self, day: Date) -> Set {
        let day = day.epoch_days();
        self.away.iter().enumerate().filter(|(_, away)| away.has(day)).map(|(person, _)| person).collect()
    }

    /// The people of an assignment, which stands at `path`, each named once.
    pub(super) fn numbers_of(&self, assignment: &Assignment, path: &Pointer) -> Result<Vec<usize>, WorkloadError> {
        let mut known = BTreeSet::new();
        let mut numbers = Vec::new();
        for (index, id) in assignment.people.iter().enumerate() {
            let here = || path.key("people").index(index);
            let number = self.number(id, here)?;
            if !known.insert(number) {
                return Err(WorkloadError::DuplicateId { path: here(), id: id.to_string() });
            }
            numbers.push(number);
        }
        Ok(numbers)
    }
}

fn measure(worker: &Person, path: &Pointer, leaves: bool) -> Result<Measure, WorkloadError> {
    let capacity = match worker.capacity {
        _ if leaves => 0,
        Some(hours) => hours.seconds().unsigned_abs(),
        None => return Err(WorkloadError::CapacityUnknown { path: path.clone(), id: worker.id.to_string() }),
    };
    let burden = worker.burden.unwrap_or(Ratio::ONE);
    factor_in_range(burden, || path.key("burden"))?;
    Ok(Measure {
        cost: burden.numer().unsigned_abs(),
        of: burden.denom().unsigned_abs() * capacity,
        cap: worker.hard_cap.map_or(u64::MAX, |hours| hours.seconds().unsigned_abs()),
        base: 0,
        base_cost: 0,
        counts: capacity > 0,
    })
}
