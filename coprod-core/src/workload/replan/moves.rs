//! What changes hands between now and a plan, task by task.

use std::collections::BTreeMap;

use super::places::{Kind, Now};
use super::search::Best;
use crate::workload::board::Board;
use crate::workload::solve::Set;

/// What changes hands.
#[derive(Debug, Default)]
pub(super) struct Moves {
    /// Hand-overs between those who stay, as (task, who gives it, who takes it).
    pub(super) handed: Vec<(usize, usize, usize)>,
    /// Who is new in the tasks of those who leave, as (task, person, who leaves).
    pub(super) taken: Vec<(usize, usize, usize)>,
    /// Who joins tasks that need more people, or that nobody had, as (task, person).
    pub(super) joined: Vec<(usize, usize)>,
}

impl Moves {
    pub(super) fn new(board: &Board, now: &Now, best: &Best) -> Self {
        let mut by_task: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, place) in board.problem.places.iter().enumerate() {
            if !matches!(now.kind(number), Some(Kind::Session(_)) | None) {
                by_task.entry(place.task).or_default().push(number);
            }
        }
        let mut moves = Self::default();
        for (task, places) in by_task {
            moves.in_task(task, &places, now, best, &board.cast.leavers);
        }
        moves
    }

    fn in_task(&mut self, task: usize, places: &[usize], now: &Now, best: &Best, leavers: &Set) {
        let after_of = |place: usize| best.solved.holders.get(place).copied().flatten();
        let before: Set = places.iter().filter_map(|place| now.holder(*place)).collect();
        let after: Set = places.iter().filter_map(|place| after_of(*place)).collect();
        // Whoever takes a leaver's place answers to the leaver; where somebody changed places within the task, whoever is new.
        let mut fresh: Vec<usize> = after.without(&before).iter().collect();
        for place in places.iter().filter(|place| now.left(**place)) {
            let Some((leaver, own)) = now.holder(*place).zip(after_of(*place)) else { continue };
            let heir = fresh.iter().position(|person| *person == own).or((!fresh.is_empty()).then_some(0));
            self.taken.extend(heir.map(|heir| (task, fresh.remove(heir), leaver)));
        }
        // All other places stay filled, so that as many people are left as give up.
        let let_go: Set = places.iter().filter(|place| best.dropped(**place)).filter_map(|place| now.holder(*place)).collect();
        let givers = before.without(&after).without(leavers).without(&let_go);
        for from in givers.iter() {
            if !fresh.is_empty() {
                self.handed.push((task, from, fresh.remove(0)));
            }
        }
        self.joined.extend(fresh.into_iter().map(|person| (task, person)));
    }
}
