//! Whom to ask before any of it happens.

use super::moves::Moves;
use super::places::Kind;
use super::plan::Teller;
use super::search::Best;
use super::{WorkConsent, WorkConsentKind};
use crate::group::{Person, listed};
use crate::workload::board::{Board, hours};
use crate::workload::words::in_hours;

/// The questions of one plan.
pub(super) struct Asker<'a> {
    pub(super) board: &'a Board<'a>,
    pub(super) teller: &'a Teller<'a>,
    pub(super) best: &'a Best,
}

impl Asker<'_> {
    pub(super) fn all(&self, moves: &Moves) -> Vec<WorkConsent> {
        let (now, after) = (&self.teller.now.holders, &self.best.solved.holders);
        let mut all = Vec::new();
        for (task, person, leaver) in &moves.taken {
            let other = self.name(*leaver);
            all.extend(self.ask(after, (*task, *person), WorkConsentKind::TakeOver, other));
        }
        for (task, from, to) in &moves.handed {
            all.extend(self.ask(after, (*task, *to), WorkConsentKind::Take, self.name(*from)));
            all.extend(self.ask(now, (*task, *from), WorkConsentKind::GiveUp, self.name(*to)));
        }
        for (task, person) in &moves.joined {
            all.extend(self.ask(after, (*task, *person), WorkConsentKind::Join, ""));
        }
        for (task, grown) in &self.teller.asked.grown {
            let before = self.teller.request.tasks.get(*task).map(|task| task.hours);
            if grown.hours.is_none_or(|hours| before.is_none_or(|before| hours <= before)) {
                continue;
            }
            for (number, place) in self.board.problem.places.iter().enumerate().filter(|(_, place)| place.task == *task) {
                let stays = after.get(number).copied().flatten().filter(|person| self.had(place.task, *person));
                all.extend(stays.and_then(|person| self.ask(after, (*task, person), WorkConsentKind::DoMore, "")));
            }
        }
        all.extend(self.sessions());
        all
    }

    fn had(&self, task: usize, person: usize) -> bool {
        let places = self.board.problem.places.iter().zip(&self.teller.now.holders);
        places.into_iter().any(|(place, holder)| place.task == task && *holder == Some(person))
    }

    /// Those who miss a session are asked whether others may take it on, and these whether they do.
    fn sessions(&self) -> Vec<WorkConsent> {
        let mut all = Vec::new();
        for (index, missed) in self.teller.asked.missed.iter().enumerate() {
            let takers: Vec<(usize, u64)> = self.taking(index);
            let (Some(task), Some(away)) =
                (self.teller.request.tasks.get(missed.task), self.teller.request.people.get(missed.person))
            else {
                continue;
            };
            if takers.is_empty() {
                continue;
            }
            let (name, title, day) = (away.label(), task.label(), missed.date.in_words());
            let names: Vec<&str> = takers.iter().map(|(person, _)| self.name(*person)).collect();
            let alone = takers.len() == 1;
            for (person, seconds) in &takers {
                let Some(worker) = self.board.cast.worker(*person) else { continue };
                let (own, time) = (worker.label(), in_hours(hours(*seconds)));
                let question = if alone {
                    format!("would {own} come to the session of {title} on {day} instead of {name} ({time})?")
                } else {
                    format!(
                        "would {own} take on a part ({time}) of what {name} would have done in the session of {title} on {day}?"
                    )
                };
                let (person, task, kind) = (worker.id.clone(), task.id.clone(), WorkConsentKind::StandIn);
                all.push(WorkConsent { person, task, kind, question });
            }
            let question = format!("is {name} happy for {} to take on the session of {title} on {day}?", listed(&names));
            let (person, task, kind) = (away.id.clone(), task.id.clone(), WorkConsentKind::LetStandIn);
            all.push(WorkConsent { person, task, kind, question });
        }
        all
    }

    /// Who takes on a missed session, with their seconds, in the order of the ids.
    pub(super) fn taking(&self, index: usize) -> Vec<(usize, u64)> {
        let kinds = self.teller.now.kinds.iter().zip(&self.board.problem.places).zip(&self.best.solved.holders);
        let own = kinds.filter(|((kind, _), _)| **kind == Kind::Session(index));
        let mut all: Vec<(usize, u64)> = own.filter_map(|((_, place), holder)| Some(((*holder)?, place.seconds))).collect();
        all.sort_by_key(|(person, _)| self.board.cast.id(*person));
        all
    }

    fn name(&self, person: usize) -> &str {
        self.board.cast.worker(person).map_or("somebody", Person::label)
    }

    fn ask(
        &self,
        holders: &[Option<usize>],
        (number, person): (usize, usize),
        kind: WorkConsentKind,
        other: &str,
    ) -> Option<WorkConsent> {
        let task = self.board.tasks.get(number)?;
        let worker = self.board.cast.worker(person)?;
        let places = self.board.problem.places.iter().zip(holders).zip(&self.teller.now.kinds);
        let own = places.filter(|((place, holder), kind)| {
            place.task == number && **holder == Some(person) && !matches!(kind, Kind::Session(_))
        });
        let seconds = own.map(|((place, _), _)| place.seconds).next();
        let (name, title, time) = (worker.label(), task.label(), in_hours(seconds.map_or(task.hours, hours)));
        let question = match kind {
            WorkConsentKind::TakeOver => format!("would {name} take over {title} ({time}) from {other}, who leaves?"),
            WorkConsentKind::Take => format!("would {name} take {title} ({time}) from {other}?"),
            WorkConsentKind::GiveUp => format!("would {name} hand over {title} ({time}) to {other}?"),
            WorkConsentKind::DoMore => format!("would {name} go on with {title}, which is more work now ({time} still to do)?"),
            WorkConsentKind::Join => format!("would {name} join {title} ({time})?"),
            WorkConsentKind::StandIn | WorkConsentKind::LetStandIn => return None,
        };
        Some(WorkConsent { person: worker.id.clone(), task: task.id.clone(), kind, question })
    }
}
