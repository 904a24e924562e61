//! The best of all ways to fill the places, tried one by one.

use std::collections::BTreeSet;

use coprod_tests::workload::Fraction;

use super::case::{Quarters, add};
use super::plan::Plan;

/// What a filling is worth: grown tasks let go, dates moved, empty places, which, ratios.
pub type Worth = (usize, usize, usize, Vec<bool>, Vec<Fraction>);

impl Plan<'_> {
    /// Hours of each place that falls to `person`, with its due day, its place, and how much of them is emotional.
    fn borne(&self, person: usize, filled: &[Option<usize>]) -> Vec<(Quarters, Option<usize>, usize, Fraction)> {
        let mut all = Vec::new();
        for (slot, holder) in self.slots.iter().zip(filled) {
            let Some(holder) = *holder else { continue };
            if holder == person {
                // A session keeps its day, whatever else moves.
                let task = if slot.costs { slot.task } else { usize::MAX };
                all.push((slot.hours, slot.due, task, self.case.cost_of(person, slot.hours, u8::from(slot.emotional))));
            }
            if let Some((by, hours)) =
                self.case.help(slot.of, holder).filter(|(by, _)| *by == person && !self.case.left.contains(by))
            {
                let task = if slot.costs { slot.task } else { usize::MAX };
                all.push((hours, slot.due, task, self.case.cost_of(by, hours, 0)));
            }
            let Some(had) = slot.had.filter(|had| slot.costs && *had != holder) else { continue };
            let both = [(had, self.case.cost.giver), (holder, self.case.cost.receiver)];
            for (_, (practical, emotional)) in
                both.into_iter().filter(|(bearer, _)| *bearer == person && !self.case.left.contains(bearer))
            {
                let cost = add(self.case.cost_of(person, practical, 0), self.case.cost_of(person, emotional, 1));
                all.push((practical + emotional, slot.due, slot.task, cost));
            }
        }
        all
    }

    pub fn load(&self, person: usize, filled: &[Option<usize>]) -> Quarters {
        self.base[person].0 + self.borne(person, filled).iter().map(|(hours, _, _, _)| hours).sum::<i128>()
    }

    pub fn in_days(&self, person: usize, filled: &[Option<usize>], lifted: &BTreeSet<usize>) -> bool {
        let Some(pace) = self.case.workers[person].pace else { return true };
        let borne = self.borne(person, filled);
        self.dues.iter().all(|due| {
            let wanted: i128 = borne
                .iter()
                .filter(|(_, by, task, _)| by.is_some_and(|by| by <= *due) && !lifted.contains(task))
                .map(|(hours, _, _, _)| hours)
                .sum();
            wanted <= (0..=*due).filter(|day| !self.away[person].contains(day)).count() as i128 * pace
        })
    }

    /// What a filling is worth, if it keeps all limits but those that may give way.
    fn worth(&self, filled: &[Option<usize>]) -> Option<Worth> {
        let people = 0..self.case.workers.len();
        let dropped: Vec<usize> = self.droppable.iter().copied().filter(|place| filled[*place].is_none()).collect();
        let must =
            self.slots.iter().enumerate().all(|(place, slot)| !slot.must || filled[place].is_some() || dropped.contains(&place));
        let within = people.clone().all(|person| {
            self.case.workers[person].cap.is_none_or(|cap| {
                self.load(person, filled) <= cap || self.borne(person, filled).iter().all(|(hours, _, _, _)| *hours == 0)
            })
        });
        let back = dropped.iter().any(|place| {
            let slot = &self.slots[*place];
            self.slots.iter().zip(filled).any(|(other, holder)| other.task == slot.task && *holder == slot.had)
        });
        if !must || !within || back {
            return None;
        }
        let lifts = (0..1_usize << self.liftable.len())
            .map(|subset| {
                self.liftable
                    .iter()
                    .enumerate()
                    .filter(|(index, _)| subset >> index & 1 == 1)
                    .map(|(_, task)| *task)
                    .collect::<BTreeSet<usize>>()
            })
            .filter(|lifted| {
                let short = self.slots.iter().zip(filled).any(|(slot, holder)| {
                    holder.is_some_and(|holder| slot.short.contains(&holder)) && !lifted.contains(&slot.task)
                });
                !short && people.clone().all(|person| self.in_days(person, filled, lifted))
            })
            .map(|lifted| lifted.len())
            .min()?;
        let which: Vec<bool> = filled.iter().map(Option::is_none).collect();
        let mut vector: Vec<Fraction> = people
            .filter(|person| self.case.workers[*person].capacity > 0 && !self.case.left.contains(person))
            .map(|person| {
                let cost = self.borne(person, filled).iter().fold(self.base[person].1, |sum, (_, _, _, cost)| add(sum, *cost));
                Fraction(cost.0, cost.1 * self.case.workers[person].capacity)
            })
            .collect();
        vector.sort_by(|one, other| other.cmp(one));
        Some((dropped.len(), lifts, which.iter().filter(|empty| **empty).count(), which, vector))
    }

    /// How many tasks leave somebody who stays and has them now; what is let go goes to nobody.
    fn handovers(&self, filled: &[Option<usize>]) -> usize {
        let held = self
            .slots
            .iter()
            .enumerate()
            .filter(|(place, slot)| slot.must && !(self.droppable.contains(place) && filled[*place].is_none()));
        held.filter(|(_, slot)| {
            !self.slots.iter().zip(filled).any(|(other, holder)| other.task == slot.task && *holder == slot.had)
        })
        .count()
    }

    /// The best worth with at most 0, 1, 2 ... hand-overs.
    pub fn best(&self) -> Vec<Option<Worth>> {
        let most = self.slots.iter().filter(|slot| slot.must).count();
        let mut best: Vec<Option<Worth>> = vec![None; most + 1];
        self.each(&mut vec![None; self.slots.len()], 0, &mut |filled| {
            let Some(worth) = self.worth(filled) else { return };
            for slot in best.iter_mut().skip(self.handovers(filled)) {
                if slot.as_ref().is_none_or(|least| worth < *least) {
                    *slot = Some(worth.clone());
                }
            }
        });
        best
    }

    fn each(&self, filled: &mut Vec<Option<usize>>, place: usize, seen: &mut impl FnMut(&[Option<usize>])) {
        if place == filled.len() {
            seen(filled);
            return;
        }
        self.each(filled, place + 1, seen);
        for person in &self.slots[place].who {
            if !(0..place).any(|other| self.slots[other].task == self.slots[place].task && filled[other] == Some(*person)) {
                filled[place] = Some(*person);
                self.each(filled, place + 1, seen);
            }
        }
        filled[place] = None;
    }
}
