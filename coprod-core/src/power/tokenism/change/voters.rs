//! Changes of who votes: more votes for a voter, votes for somebody who has none, and asking one more for consent.

use super::bars::MOST_STEPS_OF_A_BAR;
use super::edit::with_leaf;
use super::seats::{Seat, collect, whole};
use super::trial::{Change, Outcome, Trial, Tried};
use crate::power::rule::{Among, Leaf, Rule, Votes, Who};
use crate::unit::{Id, IdMap, Ratio};

/// The largest sum of weights.
const MOST_WEIGHT: u64 = 1 << 53;

impl Trial<'_, '_> {
    /// More votes in a part in which the member is a voter, or votes in one in which the member is none.
    pub(super) fn votes(&mut self, seated: bool, told: &mut bool) -> Option<Change> {
        let mut best: Option<(u64, usize, Rule, Tried)> = None;
        let id = self.id()?.clone();
        let asked = self.asked;
        for seat in self.seats() {
            if seat.voters.iter().any(|(voter, _)| *voter == self.member) != seated {
                continue;
            }
            let named =
                seat.voters.iter().filter_map(|(voter, weight)| Some((asked.compiled.ids().get(*voter)?.clone(), *weight)));
            let voters: Vec<(Id, u64)> = named.collect();
            let Seat { part, written, casting, total, .. } = seat;
            let rule = |more: u64| {
                let own = voters.iter().find(|(voter, _)| *voter == id).map_or(0, |(_, weight)| *weight);
                let others = voters.iter().filter(|(voter, _)| *voter != id).cloned();
                let weights =
                    others.chain([(id.clone(), own + more)]).filter_map(|(voter, weight)| Some((voter, whole(weight)?)));
                let weights: IdMap<Ratio> = weights.collect();
                let changed = Votes { weights: Some(weights), among: None, ..written.clone() };
                with_leaf(asked.rule, part, &Rule::Votes(changed))
            };
            let most = MOST_WEIGHT.saturating_sub(total);
            // Only what is smaller than the best so far.
            let most = best.as_ref().map_or(most, |(amount, ..)| most.min(amount - 1));
            let found = if casting { self.one_by_one(most.min(MOST_STEPS_OF_A_BAR), &rule) } else { self.least(most, &rule) };
            match found {
                Ok(Some((amount, rule, tried))) => best = Some((amount, part, rule, tried)),
                Ok(None) => {}
                Err(()) => *told = false,
            }
        }
        let best = best.map(|(amount, part, rule, tried)| {
            let name = self.name();
            let votes = if amount == 1 { "1 vote".to_owned() } else { format!("{amount} votes") };
            let statement = if seated {
                format!("give {name} {votes} more in part {part}")
            } else {
                format!("let {name} vote in part {part} too, with {votes}")
            };
            Change::by(rule, tried, statement).in_part(part).of_votes(amount)
        });
        if seated || best.as_ref().is_some_and(|change| change.amount == Some(1)) {
            return best;
        }
        best.or(self.consents(told))
    }

    /// The member may object too, in a part that asks for consent.
    fn consents(&mut self, told: &mut bool) -> Option<Change> {
        let asked = self.asked;
        let mut checked = Vec::new();
        collect(asked.compiled.root(), &mut checked);
        for (part, leaf) in checked.into_iter().enumerate() {
            let Leaf::Consent(among) = leaf else { continue };
            if among.contains(&self.member) {
                continue;
            }
            let ids = among.iter().chain([&self.member]).filter_map(|member| self.asked.compiled.ids().get(*member)).cloned();
            let among = Among { among: Some(Who::Members(ids.collect())) };
            let rule = with_leaf(self.asked.rule, part, &Rule::Consent(among));
            match self.attempt(&rule) {
                Outcome::Matters(tried) => {
                    let statement = format!("ask for {}'s consent too in part {part}", self.name());
                    return Some(Change::by(rule, tried, statement).in_part(part));
                }
                Outcome::Never => {}
                Outcome::Unknown => *told = false,
            }
        }
        None
    }

    /// The least amount that does, where with any amount that does every larger one does too. That holds for a member's votes where there
    /// is no casting vote: at every coalition a part with the member grows more likely to pass, and one without less.
    fn least(&mut self, most: u64, rule: &impl Fn(u64) -> Rule) -> Result<Option<(u64, Rule, Tried)>, ()> {
        if most == 0 {
            return Ok(None);
        }
        // Doubling finds a range quickly where little is enough; the largest amount tells whether any is.
        let mut too_little = 0;
        let mut amount = 1_u64;
        let mut best = loop {
            match self.attempt(&rule(amount)) {
                Outcome::Matters(tried) => break (amount, tried),
                Outcome::Unknown => return Err(()),
                Outcome::Never if amount >= most => return Ok(None),
                Outcome::Never => {
                    too_little = amount;
                    amount = if amount < 8 { (2 * amount).min(most) } else { most.min(amount.saturating_mul(64)) };
                }
            }
        };
        while too_little + 1 < best.0 {
            let middle = too_little + (best.0 - too_little) / 2;
            match self.attempt(&rule(middle)) {
                Outcome::Matters(tried) => best = (middle, tried),
                Outcome::Never => too_little = middle,
                Outcome::Unknown => return Err(()),
            }
        }
        let (amount, tried) = best;
        Ok(Some((amount, rule(amount), tried)))
    }

    fn one_by_one(&mut self, most: u64, rule: &impl Fn(u64) -> Rule) -> Result<Option<(u64, Rule, Tried)>, ()> {
        for amount in 1..=most {
            match self.attempt(&rule(amount)) {
                Outcome::Matters(tried) => return Ok(Some((amount, rule(amount), tried))),
                Outcome::Never => {}
                Outcome::Unknown => return Err(()),
            }
        }
        Ok(None)
    }
}
