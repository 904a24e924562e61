//! What somebody cannot do who is away from a day on, and the tasks as those who take it over find them.
//!
//! What is due before the first day away is done. Who says how many hours they can do on a day works as a schedule has it, the soonest due first, and
//! gives up as few tasks as possible where the days that are left are too few; of all others, what is due while they are away is not begun, and
//! of those who do not come back, whatever is due later.

use std::collections::{BTreeMap, BTreeSet};

use super::scene::{Seated, Session, Setting};
use crate::group::{DaysAway, Person};
use crate::unit::Date;
use crate::workload::Task;
use crate::workload::board::Board;
use crate::workload::cast::Cast;
use crate::workload::missed::{SessionIds, session_of};
use crate::workload::solve::{Set, match_places};

/// Days away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Date,
    /// Absent if they do not come back.
    pub(super) last: Option<Date>,
}

/// What a person is to do for one task: a place of theirs, and help beside others.
#[derive(Debug, Clone, Copy)]
struct Job {
    task: usize,
    seconds: u64,
    due: Option<usize>,
}

impl Days {
    fn has(self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    /// The people, with `away` less there than they say.
    pub(super) fn people(self, people: &[Person], away: usize, cast: &Cast) -> Vec<Person> {
        let mut people = people.to_vec();
        let away = cast.id(away);
        if let (Some(worker), Some(_)) = (people.iter_mut().find(|worker| Some(&worker.id) == away.as_ref()), self.last) {
            worker.unavailable.push(DaysAway { from: self.first, to: self.last });
        }
        people
    }

    /// The tasks that `person` cannot do or help with, by the dates on `board`. `less` is the same board with them away.
    pub(super) fn lost(self, board: &Board, less: &Board, seated: &Seated, person: usize) -> BTreeSet<usize> {
        let open = board.tasks.iter().enumerate().filter(|(_, task)| !task.done);
        let missed = open.filter(|(number, task)| self.misses(board, *number, task, person));
        let mut lost: BTreeSet<usize> = missed.map(|(number, _)| number).collect();
        if board.days.pace(person).is_none() || self.last.is_none() {
            return lost;
        }
        let mut jobs = jobs(less, seated, person);
        let shorter = |job: &Job| {
            let seats = less.seats_of(job.task).iter().zip(board.seats_of(job.task));
            seats.into_iter().any(|(now, before)| now.short.has(person) && !before.short.has(person))
        };
        lost.extend(jobs.iter().filter(|job| self.reaches(board, job.task) && shorter(job)).map(|job| job.task));
        jobs.retain(|job| !lost.contains(&job.task));
        // The fewest late jobs (Moore and Hodgson): the soonest due first; when there are too many hours by a day, the longest goes.
        let limits = less.problem.days.get(person).map_or(&[][..], Vec::as_slice);
        jobs.retain(|job| job.due.is_some());
        jobs.sort_by_key(|job| (job.due, job.task));
        let (mut kept, mut sum): (Vec<Job>, u64) = (Vec::new(), 0);
        for job in jobs {
            kept.push(job);
            sum += job.seconds;
            let limit = job.due.and_then(|due| limits.get(due)).copied().unwrap_or_default();
            while sum > limit {
                let movable = |job: &&Job| job.seconds > 0 && self.reaches(board, job.task) && !lost.contains(&job.task);
                let Some(task) = kept.iter().filter(movable).max_by_key(|job| (job.seconds, job.task)).map(|job| job.task) else {
                    break;
                };
                lost.insert(task);
                kept.retain(|job| job.task != task);
                sum = kept.iter().map(|job| job.seconds).sum();
            }
        }
        lost
    }

    /// Whether the task is not over before the first day away.
    fn reaches(self, board: &Board, number: usize) -> bool {
        board.order.span(number).latest.is_none_or(|latest| self.first <= latest)
    }

    fn misses(self, board: &Board, number: usize, task: &Task, person: usize) -> bool {
        if !self.reaches(board, number) {
            return false;
        }
        let latest = board.order.span(number).latest;
        let paced = board.days.pace(person).is_some();
        let Some(last) = self.last else { return true };
        task.sessions.iter().any(|session| self.has(session.date)) || (!paced && latest.is_some_and(|latest| latest <= last))
    }

    /// The tasks with those in `lost` as others find them: to be worked on from the first day away on, earlier sessions over.
    pub(super) fn tasks(self, tasks: &[Task], lost: &BTreeSet<usize>) -> Vec<Task> {
        let mut tasks = tasks.to_vec();
        for (_, task) in tasks.iter_mut().enumerate().filter(|(number, _)| lost.contains(number)) {
            // A task whose dates follow from its last session has a session from then on, so that its last day stays.
            task.from = Some(task.from.map_or(self.first, |from| from.max(self.first)));
            task.sessions.retain(|session| self.first <= session.date);
        }
        tasks
    }
}

/// All that `person` is to do by task, help beside the places of others included.
fn jobs(board: &Board, seated: &Seated, person: usize) -> Vec<Job> {
    let mut jobs = Vec::new();
    for (number, task) in board.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
        let due = board.order.span(number).latest.and_then(|latest| board.days.index(latest));
        let holders = seated.get(number).map_or(&[][..], Vec::as_slice);
        let mut theirs = Vec::new();
        for (seat, holder) in board.seats_of(number).iter().zip(holders) {
            let Some(holder) = *holder else { continue };
            let help = board.weights.support(task, seat, holder).into_iter().filter(|(by, _)| *by == person);
            theirs.extend((holder == person).then_some(seat.seconds).into_iter().chain(help.map(|(_, seconds)| seconds)));
        }
        if !theirs.is_empty() {
            jobs.push(Job { task: number, seconds: theirs.iter().sum(), due });
        }
    }
    jobs
}

/// What somebody does at the sessions of one day.
#[derive(Debug, Clone)]
pub(super) struct StandIns {
    /// All tasks as they are, then one for each place that somebody stands in for.
    pub(super) tasks: Vec<Task>,
    /// Of each of these, the task that the session belongs to and the seat.
    pub(super) of: Vec<(usize, usize)>,
    /// Tasks at which everybody meets: nobody stands in.
    pub(super) together: Vec<usize>,
}

impl StandIns {
    /// Of the tasks that `person` has by `seated`, those with a session on `day`.
    pub(super) fn new(setting: &Setting, board: &Board, seated: &Seated, person: usize, day: Date) -> Self {
        let mut tasks = setting.tasks.to_vec();
        let (mut of, mut together) = (Vec::new(), Vec::new());
        let mut ids = SessionIds::new(setting.people, setting.tasks);
        for (number, task) in setting.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
            let mut sessions = task.sessions.iter().filter(|session| session.date == day).peekable();
            let holders = seated.get(number).map_or(&[][..], Vec::as_slice);
            let Some(index) = holders.iter().position(|holder| *holder == Some(person)).filter(|_| sessions.peek().is_some())
            else {
                continue;
            };
            let Some(seat) = board.seats_of(number).get(index) else { continue };
            if seat.named.is_some() && task.share.is_empty() {
                together.push(number);
                continue;
            }
            let seconds: u64 = sessions.filter_map(|session| session.hours).map(|hours| hours.seconds().unsigned_abs()).sum();
            let hours = crate::workload::board::hours(seconds.min(seat.seconds));
            let need = seat.need.and_then(|need| task.needs.get(need));
            let Some(id) = ids.next() else { continue };
            tasks.push(session_of(task, day, id, hours, need));
            of.push((number, index));
        }
        Self { tasks, of, together }
    }

    /// Who can stand in: those with whom all places of the task are filled that day, whoever of the others fills which, but for those who are in
    /// it already.
    pub(super) fn sessions(&self, setting: &Setting, board: &Board, seated: &Seated) -> BTreeMap<usize, Session> {
        let of = |(place, (number, index)): (usize, &(usize, usize))| {
            let holders = seated.get(*number).map_or(&[][..], Vec::as_slice);
            let there: Set = holders.iter().flatten().copied().collect();
            let filled = board.seats_of(*number).iter().zip(holders).filter(|(_, holder)| holder.is_some());
            let able: Vec<Set> = filled.filter_map(|(seat, _)| Some(board.able_in(setting.tasks.get(*number)?, seat))).collect();
            let stay: Vec<usize> =
                holders.iter().enumerate().filter(|(other, _)| other != index).filter_map(|(_, holder)| *holder).collect();
            let fills = |person: &usize| {
                let people: Vec<usize> = stay.iter().copied().chain([*person]).collect();
                let holders = match_places(&able, &people);
                people.iter().all(|person| holders.contains(&Some(*person)))
            };
            let only = board.cast.everybody().without(&there).iter().filter(fills).collect();
            (setting.tasks.len() + place, Session { of: *number, only })
        };
        self.of.iter().enumerate().map(of).collect()
    }
}
