//! Changes that ask for something beside the rule as it is: a majority of a constituency, a member's agreement, a quorum.

use super::super::search::Steps;
use super::quorum::company;
use super::trial::{Change, MOST_TRIAL_STEPS, Outcome, Trial, Tried};
use crate::error::Pointer;
use crate::power::rule::{Compiled, Quorum, Rule, Rules, VoteBase, Votes, Who};
use crate::unit::Ratio;

impl Trial<'_, '_> {
    fn added(&mut self, rule: Rule, statement: String, told: &mut bool) -> Option<Change> {
        match self.attempt(&rule) {
            Outcome::Matters(tried) => Some(Change::by(rule, tried, statement)),
            Outcome::Never => None,
            Outcome::Unknown => {
                *told = false;
                None
            }
        }
    }

    pub(super) fn constituency_vote(&mut self, told: &mut bool) -> Option<Change> {
        let side = self.constituency?.clone();
        let statement = format!("ask for a majority of {side} as well");
        let votes = Votes {
            more_than: Some(Ratio::new(1, 2).ok()?),
            of: Some(VoteBase::Cast),
            among: Some(Who::Constituency(side)),
            ..Votes::default()
        };
        self.added(Rule::All(vec![self.asked.rule.clone(), Rule::Votes(votes)]), statement, told)
    }

    pub(super) fn must_agree(&mut self, told: &mut bool) -> Option<Change> {
        let id = self.id()?.clone();
        let statement = format!("ask for {id}'s agreement as well, which is a veto");
        self.added(Rule::All(vec![self.asked.rule.clone(), Rule::SignOff(vec![id])]), statement, told)
    }

    /// At least half of the constituency must be there: with just so many, each of them can stop it by staying away.
    pub(super) fn constituency_quorum(&mut self, told: &mut bool) -> Option<Change> {
        let side = self.constituency?.clone();
        let seats = self.asked.roster.constituency(side.as_str())?;
        let heads = seats.len().div_ceil(2);
        let statement = format!(
            "ask that at least half of {side} are there: {}'s vote still never matters, but whether {} comes can",
            self.name(),
            self.name()
        );
        let quorum = Quorum {
            present: Some(Ratio::new(1, 2).ok()?),
            cast: None,
            present_count: None,
            cast_count: None,
            among: Some(Who::Constituency(side.clone())),
            then: self.asked.rule.clone(),
        };
        let rule = Rule::Quorum(Box::new(quorum));
        let compiled = Compiled::new(&rule, &Pointer::root(), self.asked.roster, &Rules::default()).ok()?;
        let others: Vec<usize> = seats.iter().copied().filter(|seat| *seat != self.member).collect();
        let cost = compiled.len() + self.asked.sheet.parts.iter().map(|part| part.points.len()).sum::<usize>();
        let mut own = Steps(self.steps.0.min(MOST_TRIAL_STEPS));
        self.steps.0 -= own.0;
        let found = company(&compiled, &others, heads - 1, cost, &mut own);
        self.steps.0 += own.0;
        let Ok(found) = found else {
            *told = false;
            return None;
        };
        let present = found?;
        let with = (0..compiled.len()).filter(|other| !others.contains(other) || present.contains(other)).collect();
        Some(Change::by(rule, Tried { compiled, with }, statement).by_presence())
    }
}
