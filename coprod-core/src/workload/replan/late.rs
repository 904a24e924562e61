//! Dates that a plan cannot keep, and the earliest days that would do.

use std::collections::BTreeMap;

use super::answer::{DateToMove, DateToMoveWhy};
use super::plan::Teller;
use super::search::Best;
use crate::group::{Person, listed};
use crate::unit::{Date, Id};
use crate::workload::MOST_DAYS;
use crate::workload::board::Board;
use crate::workload::report::Report;

/// So many places that nobody fills are looked at, as each is looked at with everybody.
const MOST_UNFILLED: usize = 50;

/// All dates of one plan that cannot be kept.
pub(super) fn dates_to_move(board: &Board, report: &Report, teller: &Teller, best: &Best) -> Vec<DateToMove> {
    let mut late = Late { board, report, teller, moved: Vec::new() };
    let mut all: Vec<(usize, DateToMove)> = Vec::new();
    for clash in &teller.after.clashes {
        let (to, people) = late.of_holders(clash.task, clash.earliest, clash.session);
        all.extend(late.told(clash.task, clash.date, clash.why, to, people).map(|told| (clash.task, told)));
    }
    for task in best.lifted() {
        let Some(date) = board.order.span(task).latest else { continue };
        let (to, people) = late.of_holders(task, date, false);
        all.extend(late.told(task, date, DateToMoveWhy::TooFewDays, to, people).map(|told| (task, told)));
    }
    let places = board.problem.places.iter().zip(report.holders).enumerate();
    let empty = places.filter(|(number, (place, holder))| holder.is_none() && place.due.is_some() && !best.dropped(*number));
    for (_, (place, _)) in empty.take(MOST_UNFILLED) {
        let Some(date) = board.order.span(place.task).latest else { continue };
        if let Some((to, person)) = late.of_anybody(place, date) {
            all.extend(
                late.told(place.task, date, DateToMoveWhy::Unfilled, Some(to), vec![person]).map(|told| (place.task, told)),
            );
        }
    }
    all.sort_by_key(|(task, _)| *task);
    all.dedup_by(|one, other| one.1.task == other.1.task && one.1.date == other.1.date && one.1.why == other.1.why);
    all.into_iter().map(|(_, told)| told).collect()
}

struct Late<'a> {
    board: &'a Board<'a>,
    report: &'a Report<'a>,
    teller: &'a Teller<'a>,
    /// Work whose date has moved, as (person, the new day, seconds).
    moved: Vec<(usize, Date, u64)>,
}

impl Late<'_> {
    /// The earliest day by which those who have `task` can finish it beside what has moved before, not before `earliest`; absent where one
    /// of them never can. It counts as moved from then on.
    fn of_holders(&mut self, task: usize, earliest: Date, session: bool) -> (Option<Date>, Vec<usize>) {
        let mut people = Vec::new();
        let mut bearers: BTreeMap<usize, (u64, Option<usize>)> = BTreeMap::new();
        for (place, holder) in self.board.problem.places.iter().zip(self.report.holders).filter(|(place, _)| place.task == task) {
            let Some(person) = *holder else { continue };
            people.push(person);
            for (bearer, seconds, _) in place.borne(person) {
                let sum = bearers.entry(bearer).or_default();
                *sum = (sum.0 + seconds, place.due);
            }
        }
        if session {
            return (Some(earliest), people);
        }
        let mut to = Some(earliest);
        // Whoever needs longer may get in the way of somebody who had a day before.
        while let Some(day) = to {
            to =
                bearers.iter().try_fold(day, |day, (bearer, (seconds, due))| self.finished(*bearer, *seconds, (task, day), *due));
            if to == Some(day) {
                self.moved.extend(
                    bearers.iter().filter(|(_, (_, due))| due.is_none()).map(|(bearer, (seconds, _))| (*bearer, day, *seconds)),
                );
                break;
            }
        }
        (to, people)
    }

    /// Who could have a place that nobody has, if it were due later, and when: whoever can the soonest.
    fn of_anybody(&self, place: &crate::workload::solve::Place, due: Date) -> Option<(Date, usize)> {
        let seat = self.board.seats_of(place.task).get(place.seat)?;
        let free = crate::workload::seat::Seat { barred: seat.unfit.clone(), ..seat.clone() };
        let there: Vec<usize> = self.report.by_task.get(place.task).cloned().unwrap_or_default();
        let may = self.board.may(&free);
        // A session keeps its day, whatever else moves.
        let days = may.iter().filter(|person| {
            !there.contains(person) && place.extras.iter().all(|extra| extra.holder != *person || extra.bearer == *person)
        });
        let own = days.filter_map(|person| {
            let seconds = place.seconds_of(person);
            let room = self.report.room.has_room(person, seconds, None);
            Some((self.finished(person, seconds, (place.task, due), None).filter(|_| room)?, person))
        });
        own.min().filter(|(to, _)| *to > due)
    }

    /// The first day from `earliest` on by which `person` can do `seconds` of the task beside all that is due for them; those that count already
    /// as due on the day `counted` are not counted twice.
    fn finished(&self, person: usize, seconds: u64, (task, earliest): (usize, Date), counted: Option<usize>) -> Option<Date> {
        let first = self.board.days.first();
        let (Some(first), Some((pace, away))) = (first, self.board.days.pace(person)) else { return Some(earliest) };
        if seconds == 0 {
            return Some(earliest);
        }
        let begins = self.board.order.span(task).earliest.unwrap_or(first).max(first);
        let used = self.report.room.used(person).into_iter().enumerate();
        let others = used.map(|(due, used)| if counted == Some(due) { used.saturating_sub(seconds) } else { used });
        let moved = self.moved.iter().filter(|(own, _, _)| *own == person).map(|(_, day, seconds)| (*day, *seconds));
        let mut work: Vec<(Date, u64)> = self.board.days.due.iter().copied().zip(others).chain(moved).collect();
        work.sort_unstable();
        let by = |day: Date| away.days_there(first.epoch_days(), day.epoch_days()) * pace;
        let own = |day: Date| away.days_there(begins.epoch_days(), day.epoch_days()) * pace;
        let fits = |day: Date| {
            let before: u64 = work.iter().filter(|(due, _)| *due <= day).map(|(_, used)| used).sum();
            let mut sum = 0;
            let later = work.iter().all(|(due, used)| {
                sum += used;
                *due < day || sum + seconds <= by(*due)
            });
            own(day) >= seconds && before + seconds <= by(day) && later
        };
        let days = i32::try_from(MOST_DAYS).unwrap_or(i32::MAX);
        (0..=days).filter_map(|more| earliest.plus_days(more).ok()).find(|day| fits(*day))
    }

    fn told(&self, task: usize, date: Date, why: DateToMoveWhy, to: Option<Date>, people: Vec<usize>) -> Option<DateToMove> {
        let task = self.board.tasks.get(task)?;
        let names: Vec<&str> = people.iter().filter_map(|person| self.board.cast.worker(*person)).map(Person::label).collect();
        let (title, day) = (task.label(), date.in_words());
        let first = self.teller.asked.first.map_or_else(String::new, |first| first.in_words());
        let cannot = match why {
            DateToMoveWhy::Past => format!("{title} was due on {day}, before the first day of the plan ({first})"),
            DateToMoveWhy::Order => format!("the tasks before {title} cannot be finished before {day}"),
            DateToMoveWhy::TooFewDays => format!("{} cannot finish {title} by {day} beside what else they have", said(&names)),
            DateToMoveWhy::Unfilled => format!("nobody has the time for {title} by {day}"),
        };
        let instead = match (to, why) {
            (None, _) => "no day was found that would do".to_owned(),
            (Some(to), DateToMoveWhy::Unfilled) => format!("{} could do it by {}", said(&names), to.in_words()),
            (Some(to), _) => format!("it would have to move to {} at the earliest", to.in_words()),
        };
        let people: Vec<Id> = self.report.ids(&people);
        let words = format!("{cannot}: {instead}");
        Some(DateToMove { task: self.teller.origin(&task.id), date, why, to, people, words })
    }
}

fn said(names: &[&str]) -> String {
    if names.is_empty() { "whoever has it".to_owned() } else { listed(names) }
}
