//! The proof level by level, where places cost nothing beyond their seconds and only caps limit people.
//!
//! A vector is less than the best one known if, at some level, its entry is less and those above are the same. Few people can have just the
//! part that an entry is. So for each level and each choice of who has the entries above it: can everybody else stay below the entry? Only
//! room counts for that, and it is soon told.

use super::branch::Search;
use super::flow::Flow;
use super::improve::settled;
use super::open::Open;
use super::relax::Relaxation;
use super::{Bits, Part, Small, Spent, at};

/// Where there are more ways than this to choose who has equal entries, the levels from there on are searched through together.
const MOST_WAYS: u64 = 1_000;

/// Whether the proof can go level by level.
pub(super) fn by_levels(small: &Small) -> bool {
    small.problem.is_plain() && small.problem.people.iter().all(|person| !person.counts || person.cost > 0)
}

impl Search<'_> {
    /// Looks for better splits of what is `open` in which those of `chosen` have the first entries of the vector.
    pub(super) fn levels(&mut self, chosen: Bits, open: &Open, flow: &mut Flow) -> Result<(), Spent> {
        let small = self.small;
        let level = chosen.len();
        let counted = (0..small.people()).filter(|person| small.problem.measure(*person).counts);
        let others: Vec<usize> = counted.filter(|person| !chosen.has(*person)).collect();
        let Some((above, mut entry)) = self.entries(level) else { return Ok(()) };
        let Some(open) = open.within(small, &others, |person| small.seconds_within(person, entry)) else { return Ok(()) };
        if !self.can_be_better(&open, flow)? {
            return Ok(());
        }
        while let Some(below) = open.within(small, &others, |person| small.seconds_below(person, entry)) {
            let Some(holders) = self.fit(below, flow)? else { break };
            self.best = settled(small, holders, &mut self.steps.0);
            // With less at a level above, nothing here is better still.
            let Some((_, next)) = self.entries(level).filter(|(now, _)| *now == above) else { return Ok(()) };
            entry = next;
        }
        let Some(mut open) = open.within(small, &others, |person| small.seconds_within(person, entry)) else { return Ok(()) };
        let has_it = |(person, seconds): &(usize, u64)| small.part(*person, *seconds) == entry && open.allows(*person, *seconds);
        let within = |person: &usize| Some((*person, small.seconds_within(*person, entry)?));
        let carriers: Vec<(usize, u64)> = others.iter().filter_map(within).filter(has_it).collect();
        if self.ways(level, entry, carriers.len()) > MOST_WAYS {
            return self.node(open.who.clone(), &open.most(), flow);
        }
        for (person, seconds) in carriers {
            if let Some(with) = open.within(small, &[person], |_| Some(seconds)) {
                self.levels(chosen.with(person), &with, flow)?;
            }
            if self.entries(level).is_none_or(|(now, next)| now != above || next != entry) {
                return Ok(());
            }
            // From here on, whoever was chosen has less.
            match open.within(small, &[person], |person| small.seconds_below(person, entry)) {
                Some(without) => open = without,
                None => break,
            }
        }
        Ok(())
    }

    /// The entries of the best vector above a level, and that at the level.
    fn entries(&self, level: usize) -> Option<(Vec<Part>, Part)> {
        let (above, rest) = self.best.vector.split_at_checked(level)?;
        Some((above.to_vec(), *rest.first()?))
    }

    /// How many choices there are of who has the entries that equal `entry` from `level` on.
    fn ways(&self, level: usize, entry: Part, carriers: usize) -> u64 {
        let equal = self.best.vector.iter().skip(level).take_while(|part| **part == entry).count();
        (0..equal.min(carriers))
            .fold(1, |ways: u64, number| ways.saturating_mul((carriers - number) as u64) / (number as u64 + 1))
    }

    /// Whether a better vector is left where places may be cut up.
    fn can_be_better(&mut self, open: &Open, flow: &mut Flow) -> Result<bool, Spent> {
        self.steps.take()?;
        let relaxation = Relaxation::new(self.small, &open.who, &open.ceilings, &[]);
        Ok(relaxation.solve(flow, &mut self.steps)? && flow.vector(self.small, &[]) < self.best.vector)
    }

    /// A split of what is `open`.
    fn fit(&mut self, mut open: Open, flow: &mut Flow) -> Result<Option<Vec<usize>>, Spent> {
        let small = self.small;
        loop {
            self.steps.take()?;
            let relaxation = Relaxation::new(small, &open.who, &open.ceilings, &[]);
            if !relaxation.fit(flow, &mut self.steps)? {
                return Ok(None);
            }
            match open.bring_to(small, &relaxation.least(flow)) {
                None => return Ok(None),
                Some(true) => {}
                Some(false) => break,
            }
        }
        let (holders, cut) = self.round(&open.who, flow);
        let Some(number) = cut else { return Ok(Some(holders)) };
        for person in self.order(number, at(&open.who, number), flow) {
            let mut child = open.clone();
            if child.give(small, number, person)
                && let Some(found) = self.fit(child, flow)?
            {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}

impl Small<'_> {
    /// The most seconds with which the person has at most `part`: what they have anyway, and whole pieces.
    fn seconds_within(&self, person: usize, part: Part) -> Option<u64> {
        let (measure, base) = (self.problem.measure(person), self.base(person));
        // Each product is below 2^106.
        let whole = u128::from(part.cost) * u128::from(measure.of.max(1)) / u128::from(part.of.max(1));
        let seconds = whole.checked_sub(u128::from(measure.base_cost))?.checked_div(u128::from(measure.cost))?;
        // Nobody has more than all: so parts keep their bounds.
        let beyond = u64::try_from(seconds).unwrap_or(u64::MAX).checked_sub(base)?.min(self.all_seconds);
        Some(base + (beyond - beyond % self.piece))
    }

    /// The most with which they have less.
    fn seconds_below(&self, person: usize, part: Part) -> Option<u64> {
        let seconds = self.seconds_within(person, part)?;
        if self.part(person, seconds) < part {
            return Some(seconds);
        }
        seconds.checked_sub(self.piece).filter(|less| *less >= self.base(person))
    }
}
