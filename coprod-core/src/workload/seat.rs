//! The places of each task: how many, at what cost, for whom.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cast::Cast;
use super::known::{at_most, once, short_enough};
use super::solve::{Set, match_places};
use super::{MOST_BURDENS, MOST_PLACES, MOST_SESSIONS, MOST_TASKS, MOST_TITLE_LETTERS, Need, Task, TaskMode};
use crate::error::{Pointer, WorkloadError};
use crate::unit::{Date, Hours, Id, Ratio};

/// A place in a task for one person.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    /// Which need of the task it belongs to.
    pub(super) need: Option<usize>,
    /// Seconds of work for whoever fills it.
    pub(super) seconds: u64,
    /// Those who meet its conditions.
    pub(super) able: Set,
    /// Those who cannot have it all the same: away on the day of a session, or it is what they avoid, or one of the two below.
    pub(super) barred: Set,
    /// Of these, those who cannot have it whatever its date.
    pub(super) unfit: Set,
    /// Those whose days are too few for it.
    pub(super) short: Set,
    /// Those who need help with it from somebody who has agreed to give no hours.
    pub(super) unsupported: Set,
    /// The one person it is for, where the task names its people: a sharer, or each of everybody.
    pub(super) named: Option<usize>,
    /// The one session that it is about, where it is not the whole task.
    pub(super) session: Option<Date>,
}

impl Seat {
    /// A place for any of `able` but those who are `barred`, whatever its date.
    pub(super) fn new(need: Option<usize>, seconds: u64, able: Set, barred: Set) -> Self {
        Self {
            need,
            seconds,
            able,
            unfit: barred.clone(),
            barred,
            short: Set::default(),
            unsupported: Set::default(),
            named: None,
            session: None,
        }
    }

    /// The skill that it asks for, as a seat of `task`.
    pub(super) fn skill<'t>(&self, task: &'t Task) -> Option<&'t Id> {
        task.needs.get(self.need?)?.skill.as_ref()
    }
}

/// The seats of every task, finished ones too, in the order of the tasks, which stand at `/tasks`.
pub(super) fn seats(cast: &Cast, tasks: &[Task]) -> Result<Vec<Vec<Seat>>, WorkloadError> {
    let root = Pointer::root().key("tasks");
    if tasks.len() > MOST_TASKS {
        return Err(WorkloadError::TooManyTasks { path: root, count: tasks.len(), limit: MOST_TASKS });
    }
    let mut ids: HashSet<&Id> = HashSet::with_capacity(tasks.len());
    let mut all = Vec::with_capacity(tasks.len());
    let (mut places, mut seconds) = (0_u64, 0_u64);
    let mut sets = Sets::new(cast);
    for (number, task) in tasks.iter().enumerate() {
        let path = root.index(number);
        if !ids.insert(&task.id) {
            return Err(WorkloadError::DuplicateId { path: path.key("id"), id: task.id.to_string() });
        }
        for (index, need) in task.needs.iter().enumerate() {
            if need.count == 0 {
                return Err(WorkloadError::NobodyNeeded { path: path.key("needs").index(index).key("count") });
            }
            places += u64::from(need.count);
        }
        if places > MOST_PLACES as u64 {
            return Err(WorkloadError::TooManyPlaces { path: root, limit: MOST_PLACES });
        }
        check(task, &path)?;
        let seats = if task.share.is_empty() { by_needs(&mut sets, task) } else { by_share(&mut sets, task, &path)? };
        seconds += seats.iter().map(|seat| seat.seconds).sum::<u64>();
        all.push(seats);
    }
    if all.iter().map(Vec::len).sum::<usize>() > MOST_PLACES {
        return Err(WorkloadError::TooManyPlaces { path: root, limit: MOST_PLACES });
    }
    // The sums of hours that an answer gives must be hours themselves.
    if Hours::of_seconds(seconds).is_none() {
        return Err(WorkloadError::OutOfRange {
            path: root,
            found: "the hours of all places together".to_owned(),
            bounds: "of at most 1000000 hours".to_owned(),
        });
    }
    Ok(all)
}

/// Checks what a task says of its hours, its sessions and its burdens.
fn check(task: &Task, path: &Pointer) -> Result<(), WorkloadError> {
    let too_long = |found: String| WorkloadError::OutOfRange {
        path: path.key("hours"),
        found,
        bounds: "of at most 1000000 hours, with those for quality".to_owned(),
    };
    let whole = task.hours.plus(task.quality_hours.unwrap_or_default()).map_err(|_| too_long(task.hours.to_string()))?;
    short_enough("title", task.title.as_deref(), MOST_TITLE_LETTERS, || path.key("title"))?;
    at_most("sessions", task.sessions.len(), MOST_SESSIONS, || path.key("sessions"))?;
    at_most("burdens", task.burdens.len(), MOST_BURDENS, || path.key("burdens"))?;
    once(&task.burdens, || path.key("burdens"))?;
    let sessions: i64 = task.sessions.iter().filter_map(|session| session.hours).map(Hours::seconds).sum();
    if sessions > whole.seconds() {
        return Err(WorkloadError::OutOfRange {
            path: path.key("sessions"),
            found: "the hours of all sessions together".to_owned(),
            bounds: format!("of at most the task's own, {whole}"),
        });
    }
    Ok(())
}

/// What a need asks for: role, skill, constituency and experience.
type Conditions<'a> = [Option<&'a Id>; 4];

/// Sets of people, each worked out once however many tasks ask for it.
struct Sets<'a, 'b> {
    cast: &'b Cast<'a>,
    able: HashMap<Conditions<'b>, Set>,
    away: BTreeMap<Date, Set>,
}

impl<'a, 'b> Sets<'a, 'b> {
    fn new(cast: &'b Cast<'a>) -> Self {
        Self { cast, able: HashMap::new(), away: BTreeMap::new() }
    }

    fn able(&mut self, need: &'b Need) -> Set {
        let conditions = [&need.role, &need.skill, &need.constituency, &need.experience].map(Option::as_ref);
        self.able.entry(conditions).or_insert_with(|| self.cast.able(need)).clone()
    }

    /// Those who are away on the day of a session.
    fn away(&mut self, task: &Task) -> Set {
        let cast = self.cast;
        let mut away = |day: Date| self.away.entry(day).or_insert_with(|| cast.away_on(day)).clone();
        task.sessions.iter().fold(Set::default(), |set, session| set.or(&away(session.date)))
    }
}

fn by_needs<'b>(sets: &mut Sets<'_, 'b>, task: &'b Task) -> Vec<Seat> {
    let seconds = task.seconds();
    // What is finished was done by whoever did it.
    let barred = if task.done { Set::default() } else { sets.cast.avoiding_task(task, None).or(&sets.away(task)) };
    let seat = |need: Option<usize>, able: Set, barred: &Set| Seat::new(need, seconds, able, barred.clone());
    if !task.needs.is_empty() {
        let mut seats = Vec::new();
        for (index, need) in task.needs.iter().enumerate() {
            let able = sets.able(need);
            let avoided = need.skill.as_ref().filter(|_| !task.done).map(|skill| sets.cast.avoiding(skill)).unwrap_or_default();
            let barred = barred.or(&avoided);
            seats.extend((0..need.count).map(|_| seat(Some(index), able.clone(), &barred)));
        }
        return seats;
    }
    match task.mode {
        TaskMode::One => vec![seat(None, sets.cast.everybody(), &barred)],
        // Everybody who may bear it: whoever gives no hours is not asked for any, and whoever avoids it is not meant.
        TaskMode::Together => {
            let people = if seconds == 0 { sets.cast.everybody() } else { sets.cast.with_hours().clone() };
            let people = if task.done { people } else { people.without(&sets.cast.avoiding_task(task, None)) };
            let people = people.or(&sets.cast.leavers);
            let named = |person| Seat { named: Some(person), ..seat(None, Set::only(person), &barred) };
            people.iter().map(named).collect()
        }
    }
}

fn by_share<'b>(sets: &mut Sets<'_, 'b>, task: &'b Task, path: &Pointer) -> Result<Vec<Seat>, WorkloadError> {
    let here = path.key("share");
    if task.mode != TaskMode::Together {
        return Err(WorkloadError::ShareNotTogether { path: here });
    }
    let whole = task.hours.plus(task.quality_hours.unwrap_or_default()).unwrap_or(task.hours);
    let barred = if task.done { Set::default() } else { sets.cast.avoiding_task(task, None).or(&sets.away(task)) };
    let mut sum = Ratio::ZERO;
    let mut sharers: Vec<(usize, u64)> = Vec::new();
    for (id, share) in task.share.iter() {
        let at = || here.key(id.as_str());
        let person = sets.cast.number(id, at)?;
        let wrong = |sum: Ratio| WorkloadError::SharesNotWhole { path: here.clone(), sum: sum.to_string() };
        if share.is_negative() || *share == Ratio::ZERO {
            return Err(wrong(*share));
        }
        sum = sum.plus(*share).map_err(|_| wrong(sum))?;
        let seconds = whole.ratio().times(*share).and_then(Hours::try_from);
        let seconds = seconds.map_err(|_| WorkloadError::ShareTooFine { path: at(), id: id.to_string() })?;
        sharers.push((person, seconds.seconds().unsigned_abs()));
    }
    if sum != Ratio::ONE {
        return Err(WorkloadError::SharesNotWhole { path: here, sum: sum.to_string() });
    }
    let named = |need: Option<usize>, (person, seconds): (usize, u64)| Seat {
        named: Some(person),
        ..Seat::new(need, seconds, Set::only(person), barred.clone())
    };
    if task.needs.is_empty() {
        return Ok(sharers.into_iter().map(|sharer| named(None, sharer)).collect());
    }
    let all: Set = sharers.iter().map(|(person, _)| *person).collect();
    let asked: Vec<(usize, Set)> =
        by_needs(sets, task).iter().filter_map(|seat| Some((seat.need?, seat.able.and(&all)))).collect();
    let sets: Vec<Set> = asked.iter().map(|(_, able)| able.clone()).collect();
    let holders = match_places(&sets, &[]);
    let pairs = asked.iter().zip(&holders).filter_map(|((need, _), holder)| {
        sharers.iter().find(|(person, _)| Some(*person) == *holder).map(|sharer| named(Some(*need), *sharer))
    });
    let seats: Vec<Seat> = pairs.collect();
    if seats.len() != sharers.len() || asked.len() != sharers.len() {
        return Err(WorkloadError::SharersUnfit { path: here });
    }
    Ok(seats)
}
