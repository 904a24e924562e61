//! Reasons in plain English.

use std::collections::BTreeSet;

use super::board::{Board, hours};
use super::report::{Handing, Held};
use super::room::{Lack, Limit, Room};
use super::seat::Seat;
use super::solve::{Place, Set};
use super::{Need, Task, WhyHeld};
use crate::group::{Person, listed};
use crate::unit::{Date, Hours, Ratio};

/// Names in one reason.
const MOST_NAMED: usize = 4;

/// `1 hour`, `7.5 hours`.
pub(super) fn in_hours(hours: Hours) -> String {
    hours.in_words()
}

/// What a person has, to be told in a sentence.
pub(super) struct Part<'a> {
    pub(super) board: &'a Board<'a>,
    pub(super) worker: &'a Person,
    pub(super) seconds: u64,
    pub(super) of_capacity: Option<Ratio>,
    pub(super) held: &'a [Held],
    /// Whom they help, as (task, who is helped, seconds).
    pub(super) support: &'a [(usize, usize, u64)],
    pub(super) handing: &'a [Handing],
}

impl Part<'_> {
    /// The sentence; `why_nothing` is what it says where they have nothing.
    pub(super) fn tell(&self, why_nothing: &str) -> String {
        let name = self.worker.label();
        let agreed = self.worker.capacity.unwrap_or_default().in_words();
        let nothing = self.held.is_empty() && self.support.is_empty() && self.handing.is_empty();
        let mut text = match self.of_capacity {
            None if nothing => return format!("{name} has agreed to give no hours and has no task."),
            None => format!("{name} has agreed to give no hours, and has only what costs them none"),
            Some(_) if self.seconds == 0 && nothing => {
                return format!("{name} has none of the {agreed} agreed: {why_nothing}.");
            }
            Some(ratio) => {
                let ratio = if ratio == Ratio::ONE { "all".to_owned() } else { ratio.to_string() };
                let has = hours(self.seconds).in_words();
                format!("{name} has {has} against {agreed} agreed{} ({ratio} of it)", self.burden())
            }
        };
        let held = self.held.iter().map(|held| {
            let task = self.board.tasks.get(held.task);
            let why = match held.why {
                WhyHeld::Settled if task.is_some_and(|task| task.done) => "finished",
                WhyHeld::Settled => "settled before",
                WhyHeld::DoneSoFar => "done so far",
                WhyHeld::Named => "the task names them",
                WhyHeld::AlreadyTheirs => "they have it already",
                WhyHeld::OnlyOneAble => "nobody else could take it",
                WhyHeld::Preferred => "they prefer it",
                WhyHeld::KeepsItEven => "it keeps the work even",
            };
            format!("{} ({why})", task.map_or("", Task::label))
        });
        let support = self.support.iter().map(|(task, person, seconds)| {
            let task = self.board.tasks.get(*task).map_or("", Task::label);
            let person = self.board.cast.worker(*person).map_or("somebody", Person::label);
            format!("{} of support for {person} beside {task}", hours(*seconds).in_words())
        });
        let handing = self.handing.iter().map(|handing| {
            let task = self.board.tasks.get(handing.task).map_or("", Task::label);
            let other = handing.other.and_then(|other| self.board.cast.worker(other)).map_or("somebody", Person::label);
            let time = hours(handing.seconds).in_words();
            if handing.gives {
                format!("{time} of handing {task} over to {other}")
            } else {
                format!("{time} of taking {task} over from {other}")
            }
        });
        let list: Vec<String> = held.chain(support).chain(handing).collect();
        if !list.is_empty() {
            text.push_str(": ");
            text.push_str(&list.join(", "));
        }
        text.push('.');
        text
    }

    /// What their hours are counted as, where that is not 1.
    fn burden(&self) -> String {
        let marked = |held: &Held| {
            let task = self.board.tasks.get(held.task);
            task.is_some_and(|task| task.burdens.iter().any(|word| self.worker.burdens.contains_key(word)))
        };
        if self.held.iter().any(marked) {
            return ", counted with the burdens agreed".to_owned();
        }
        match self.worker.burden {
            Some(burden) if burden != Ratio::ONE => format!(", each counted as {burden} for the burden agreed"),
            _ => String::new(),
        }
    }
}

/// An empty place, and what is known about it.
pub(super) struct Unfilled<'a> {
    pub(super) board: &'a Board<'a>,
    pub(super) task: &'a Task,
    pub(super) seat: &'a Seat,
    pub(super) place: &'a Place,
    /// Who is in the task.
    pub(super) there: Set,
    pub(super) room: &'a Room<'a>,
}

impl Unfilled<'_> {
    /// Why nobody fills it, and the smallest change that would.
    pub(super) fn tell(&self) -> (String, String) {
        let need = self.seat.need.and_then(|need| self.task.needs.get(need));
        let conditions = need.map(conditions).unwrap_or_default();
        let able = self.seat.able.without(&self.board.cast.leavers);
        let others = able.without(&self.there);
        let free = others.without(&self.seat.barred);
        let may = self.board.may(self.seat).without(&self.there);
        let hours = in_hours(hours(self.seat.seconds));
        let asked = if conditions.is_empty() { String::new() } else { format!(" with {}", list(&conditions)) };
        let full = |person: &usize| !may.has(*person) || !self.lacks(*person).is_empty();
        let reason = if let Some(person) = self.seat.named.filter(full) {
            let name = self.name(person);
            if may.has(person) {
                format!("{name} has no room for it {}", self.limits(&may))
            } else if let Some(why) = self.why_barred(person) {
                format!("{name} {why}")
            } else {
                format!("{name} has agreed to give no hours")
            }
        } else if able.is_empty() {
            format!("nobody here has {}", list(&conditions))
        } else if others.is_empty() {
            format!("everybody here{asked} has a place in it already")
        } else if free.is_empty() {
            let each: Vec<String> = others
                .iter()
                .take(MOST_NAMED)
                .filter_map(|person| Some(format!("{} {}", self.name(person), self.why_barred(person)?)))
                .collect();
            let more = others.iter().count().saturating_sub(MOST_NAMED);
            let more = if more == 0 { String::new() } else { format!(", and {more} more cannot either") };
            format!("whoever is able{asked} cannot: {}{more}", each.join(", "))
        } else if may.is_empty() {
            format!("nobody{asked} who is still free has agreed to give hours")
        } else {
            format!("whoever is able has no room for it {}", self.limits(&may))
        };
        (reason, self.change(need, &asked, &hours, &others, &may))
    }

    fn change(&self, need: Option<&Need>, asked: &str, hours: &str, others: &Set, may: &Set) -> String {
        let mut changes = Vec::new();
        let short =
            |person: usize| Some(self.lacks(person)).filter(|lacks| !lacks.is_empty()).map(|lacks| (worst(&lacks), lacks));
        if let Some((_, lacks)) = may.iter().filter_map(short).min() {
            changes.push(self.more_room(&lacks));
        } else {
            changes.extend(self.agreed(&others.without(may).without(&self.seat.barred), need));
        }
        if may.is_empty() {
            changes.extend(self.freed(others, need));
        }
        if self.seat.named.is_none() {
            changes.push(format!("one more person{asked} joins who can give {hours}"));
            changes.extend(need.and_then(|need| self.dropped(need)));
        } else {
            changes.push("the task goes on without them".to_owned());
        }
        changes.join(", or ")
    }

    /// The one of those without hours who would lack least if they gave some.
    fn agreed(&self, without_hours: &Set, need: Option<&Need>) -> Option<String> {
        let of = |person: usize| {
            let lacks = self.lacks(person);
            (!self.needs_help(person, need)).then(|| (worst(&lacks), person, lacks))
        };
        let (_, person, lacks) = without_hours.iter().filter_map(of).min()?;
        let more = if lacks.is_empty() { String::new() } else { format!(" and {}", self.more_room(&lacks)) };
        Some(format!("{} agrees to give hours{more}", self.name(person)))
    }

    /// Whether `person` would need help in a place for `need`: whose help that takes is known of those only who may have it now.
    fn needs_help(&self, person: usize, need: Option<&Need>) -> bool {
        let skill = need.and_then(|need| need.skill.as_ref());
        let supports = self.board.cast.worker(person).into_iter().flat_map(|worker| &worker.support);
        let mut beside = supports.filter(|support| support.task.as_ref().is_none_or(|task| *task == self.task.id));
        beside.any(|support| support.skill.as_ref().is_none_or(|asked| Some(asked) == skill))
    }

    /// Why somebody who is able cannot have it, if so.
    fn why_barred(&self, person: usize) -> Option<String> {
        let worker = self.board.cast.worker(person).filter(|_| self.seat.barred.has(person))?;
        if let Some(day) = self.away(worker).first() {
            return Some(format!("is away on {}", day.in_words()));
        }
        Some(match () {
            () if self.seat.short.has(person) => "has too few days for it before it is due".to_owned(),
            () if self.seat.unsupported.has(person) => {
                "needs help with it from somebody who has agreed to give no hours".to_owned()
            }
            () => "must not be given it".to_owned(),
        })
    }

    /// The days on which they would have to come and are away.
    fn away(&self, worker: &Person) -> BTreeSet<Date> {
        let sessions = self.task.sessions.iter().map(|session| session.date);
        let days = sessions.filter(|day| self.seat.session.is_none_or(|own| own == *day));
        days.filter(|day| worker.unavailable.iter().any(|away| away.has(*day))).collect()
    }

    /// The one of `others` who is kept from it by the fewest sessions, and by nothing else: the days on which they would have to come.
    fn freed(&self, others: &Set, need: Option<&Need>) -> Option<String> {
        let of = |person: usize| {
            let worker = self.board.cast.worker(person)?;
            let mut words = [&self.task.id].into_iter().chain(&self.task.burdens).chain(self.seat.skill(self.task));
            let gives = self.seat.seconds == 0 || self.board.cast.with_hours().has(person);
            let kept = self.seat.short.has(person) || self.seat.unsupported.has(person);
            if !gives
                || kept
                || self.needs_help(person, need)
                || !self.lacks(person).is_empty()
                || words.any(|word| worker.avoids.contains(word))
            {
                return None;
            }
            let missed: Vec<String> = self.away(worker).into_iter().map(Date::in_words).collect();
            (!missed.is_empty()).then_some((missed.len(), person, missed))
        };
        let (_, person, missed) = others.iter().filter_map(of).min()?;
        let days = if missed.len() > MOST_NAMED { format!("{} days", missed.len()) } else { listed(&missed) };
        Some(format!("{} can come on {days} after all", self.name(person)))
    }

    /// A condition without which somebody could fill it.
    fn dropped(&self, need: &Need) -> Option<String> {
        let without = [
            (need.skill.is_some(), "skill", Need { skill: None, ..need.clone() }),
            (need.role.is_some(), "role", Need { role: None, ..need.clone() }),
            (need.experience.is_some(), "experience", Need { experience: None, ..need.clone() }),
            (need.constituency.is_some(), "constituency", Need { constituency: None, ..need.clone() }),
        ];
        let fills = |need: &Need| {
            // Who avoids the skill does not avoid it once it is not asked for; the rest stays as it is.
            let seat = Seat { able: self.board.cast.able(need), ..self.seat.clone() };
            let may = self.board.may(&seat).without(&self.there);
            may.iter().find(|person| self.lacks(*person).is_empty() && !self.needs_help(*person, Some(need)))
        };
        without.iter().filter(|(asked, _, _)| *asked).find_map(|(_, name, need)| {
            let person = fills(need)?;
            Some(format!("the task no longer asks for the {name} ({} could then take it)", self.name(person)))
        })
    }

    /// What is lacking for `person` to have it. Support beside it is counted for those who may have it now.
    fn lacks(&self, person: usize) -> Vec<Lack> {
        self.room.lacks(self.place, person)
    }

    /// Which limits stand in the way of those who may have it.
    fn limits(&self, may: &Set) -> String {
        let lacks: Vec<(usize, Lack)> =
            may.iter().flat_map(|person| self.lacks(person).into_iter().map(move |lack| (person, lack))).collect();
        let cap = lacks.iter().any(|(person, lack)| lack.who == *person && lack.limit == Limit::Cap);
        let days = lacks.iter().any(|(person, lack)| lack.who == *person && lack.limit != Limit::Cap);
        let help = lacks.iter().any(|(person, lack)| lack.who != *person);
        let said = [
            (cap, "below the most they can be given"),
            (days, "in the days before it is due"),
            (help, "beside the help that they need with it"),
        ];
        let said: Vec<&str> = said.iter().filter(|(is, _)| *is).map(|(_, words)| *words).collect();
        said.join(" or ")
    }

    /// What would have to be more for nothing to be lacking.
    fn more_room(&self, lacks: &[Lack]) -> String {
        let of = |lack: &Lack| {
            let (name, more) = (self.name(lack.who), in_hours(super::board::hours(lack.seconds)));
            match lack.limit {
                Limit::Cap => format!("{name} can be given {more} more"),
                Limit::Day(day) => {
                    let by = self.board.days.due.get(day).map_or_else(String::new, |day| day.in_words());
                    format!("{name} can do {more} more by {by}")
                }
            }
        };
        lacks.iter().map(of).collect::<Vec<_>>().join(" and ")
    }

    fn name(&self, person: usize) -> String {
        self.board.cast.worker(person).map_or_else(String::new, |worker| worker.label().to_owned())
    }
}

/// The most that is lacking at once, then in how many respects.
fn worst(lacks: &[Lack]) -> (u64, usize) {
    (lacks.iter().map(|lack| lack.seconds).max().unwrap_or_default(), lacks.len())
}

fn conditions(need: &Need) -> Vec<String> {
    let word = |kind: &str, id: &Option<crate::unit::Id>| id.as_ref().map(|id| format!("the {kind} \"{id}\""));
    [
        word("skill", &need.skill),
        word("role", &need.role),
        word("experience", &need.experience),
        word("constituency", &need.constituency),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn list(items: &[String]) -> String {
    if items.is_empty() { String::new() } else { listed(items) }
}
