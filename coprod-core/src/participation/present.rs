//! A rule as it stands for those who were members on a day: people who had not joined, or had left, have no seat.

use crate::group::Roster;
use crate::power::rule::{Among, AtLeast, Quorum, Rule, Votes, Who};
use crate::unit::{Id, Ratio};

/// The rule (written out, without shorthands) for these members; nothing if it can never pass for them. A part whose voters are all
/// gone has an empty base and fails; a sign-off of somebody who is gone cannot be given.
pub(super) fn for_members(rule: &Rule, members: &Roster) -> Option<Rule> {
    Here { members }.rule(rule)
}

struct Here<'a> {
    members: &'a Roster,
}

impl Here<'_> {
    fn rule(&self, rule: &Rule) -> Option<Rule> {
        match rule {
            Rule::Votes(votes) => self.votes(votes).map(Rule::Votes),
            Rule::Consent(among) => Some(Rule::Consent(Among { among: self.who(among.among.as_ref())? })),
            Rule::SignOff(holders) => holders.iter().all(|id| self.is_here(id)).then(|| rule.clone()),
            Rule::All(parts) => parts.iter().map(|part| self.rule(part)).collect::<Option<Vec<_>>>().map(Rule::All),
            Rule::Any(parts) => {
                let left: Vec<Rule> = parts.iter().filter_map(|part| self.rule(part)).collect();
                if left.is_empty() { None } else { Some(Rule::Any(left)) }
            }
            Rule::AtLeast(AtLeast { count, of }) => {
                let of: Vec<Rule> = of.iter().filter_map(|part| self.rule(part)).collect();
                let enough = usize::try_from(*count).is_ok_and(|count| count <= of.len());
                enough.then_some(Rule::AtLeast(AtLeast { count: *count, of }))
            }
            Rule::Quorum(quorum) => self.quorum(quorum),
            // Written out, a rule has no other kinds; whoever adds one finds it here unchanged.
            other => Some(other.clone()),
        }
    }

    fn votes(&self, votes: &Votes) -> Option<Votes> {
        let casting_vote = votes.casting_vote.clone().filter(|id| self.is_here(id));
        let mut here = Votes { casting_vote, ..votes.clone() };
        let total = match &votes.weights {
            Some(weights) => {
                let left: Vec<(Id, Ratio)> =
                    weights.iter().filter(|(id, _)| self.is_here(id)).map(|(id, weight)| (id.clone(), *weight)).collect();
                let total = left.iter().filter_map(|(_, weight)| weight.whole()).sum::<i64>();
                here.weights = Some(left.into_iter().collect());
                here.among = None;
                total
            }
            None => {
                here.among = self.who(votes.among.as_ref())?;
                i64::try_from(self.count(votes.among.as_ref())).ok()?
            }
        };
        let bar = votes.more_than.or(votes.at_least)?;
        let reachable = votes.of.is_some()
            || match votes.more_than {
                Some(bar) => bar.whole().is_some_and(|bar| bar < total),
                None => bar.whole().is_some_and(|bar| bar <= total),
            };
        (total > 0 && reachable).then_some(here)
    }

    fn quorum(&self, quorum: &Quorum) -> Option<Rule> {
        let among = self.who(quorum.among.as_ref())?;
        let heads = self.count(quorum.among.as_ref());
        let fits = |count: Option<u32>| count.is_none_or(|count| usize::try_from(count).is_ok_and(|count| count <= heads));
        if !fits(quorum.present_count) || !fits(quorum.cast_count) {
            return None;
        }
        let then = self.rule(&quorum.then)?;
        Some(Rule::Quorum(Box::new(Quorum { among, then, ..quorum.clone() })))
    }

    /// The same people without those who are gone; nothing if nobody is left.
    #[allow(clippy::option_option, reason = "everybody is written as nothing, and nobody is another matter")]
    fn who(&self, who: Option<&Who>) -> Option<Option<Who>> {
        if self.count(who) == 0 {
            return None;
        }
        Some(match who {
            Some(Who::Members(ids)) => Some(Who::Members(ids.iter().filter(|id| self.is_here(id)).cloned().collect())),
            other => other.cloned(),
        })
    }

    fn count(&self, who: Option<&Who>) -> usize {
        match who {
            None => self.members.len(),
            Some(Who::Constituency(id)) => self.members.constituency(id.as_str()).map_or(0, <[usize]>::len),
            Some(Who::Members(ids)) => ids.iter().filter(|id| self.is_here(id)).count(),
        }
    }

    fn is_here(&self, id: &Id) -> bool {
        self.members.number(id.as_str()).is_some()
    }
}
