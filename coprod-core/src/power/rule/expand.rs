//! Writes a rule out: shorthands become the leaves and nodes that they stand for, and used rules stand where they are used.

use std::collections::BTreeSet;

use super::compile::{MOST_RULE_DEPTH, MOST_RULE_NAMES, MOST_RULE_PARTS, NAMES, PARTS};
use super::grammar::{AtLeast, EachConstituency, Quorum, Rule, Rules, Share, VoteBase, Votes, Who};
use crate::error::{Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Id, IdMap, Ratio};

impl Rule {
    /// The key that this rule is written with.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Votes(_) => "votes",
            Self::Consent(_) => "consent",
            Self::Consensus(_) => "consensus",
            Self::SignOff(_) => "sign_off",
            Self::All(_) => "all",
            Self::Any(_) => "any",
            Self::AtLeast(_) => "at_least",
            Self::Quorum(_) => "quorum",
            Self::Use(_) => "use",
            Self::Majority(_) => "majority",
            Self::TwoThirds(_) => "two_thirds",
            Self::Unanimity(_) => "unanimity",
            Self::EachConstituency(_) => "each_constituency",
            Self::Veto(_) => "veto",
            Self::Override(_) => "override",
            Self::Advisory(_) => "advisory",
        }
    }

    /// The rule without shorthands and names, for a group that it was checked against.
    ///
    /// # Errors
    /// As for [`super::Compiled::new`], as far as names, size and depth go.
    pub fn expanded(&self, roster: &Roster, rules: &Rules) -> Result<Self, PowerError> {
        Expander { roster, rules, parts: 0, names: 0 }.rule(self, 0)
    }
}

struct Expander<'a> {
    roster: &'a Roster,
    rules: &'a Rules,
    parts: usize,
    names: usize,
}

impl Expander<'_> {
    fn rule(&mut self, rule: &Rule, depth: usize) -> Result<Rule, PowerError> {
        self.parts += 1;
        let path = Pointer::root();
        if self.parts > MOST_RULE_PARTS {
            return Err(PowerError::RuleTooLarge { path, limit: MOST_RULE_PARTS, what: PARTS });
        }
        if depth > MOST_RULE_DEPTH {
            return Err(PowerError::TooDeep { path, limit: MOST_RULE_DEPTH });
        }
        self.count(names(rule))?;
        Ok(match rule {
            Rule::Votes(_) | Rule::Consent(_) | Rule::SignOff(_) => rule.clone(),
            Rule::Consensus(consensus) => Rule::Votes(Votes {
                at_least: Some(Ratio::ONE),
                of: Some(consensus.of.unwrap_or(VoteBase::Present)),
                among: consensus.among.clone(),
                ..Votes::default()
            }),
            Rule::All(parts) => Rule::All(self.parts(parts, depth)?),
            Rule::Any(parts) => Rule::Any(self.parts(parts, depth)?),
            Rule::AtLeast(AtLeast { count, of }) => Rule::AtLeast(AtLeast { count: *count, of: self.parts(of, depth)? }),
            Rule::Quorum(quorum) => {
                let then = self.rule(&quorum.then, depth + 1)?;
                Rule::Quorum(Box::new(Quorum { then, ..quorum.as_ref().clone() }))
            }
            Rule::Use(name) => match self.rules.get(name) {
                Some(rule) => self.rule(rule, depth + 1)?,
                None => return Err(PowerError::UnknownRule { path, name: name.to_string() }),
            },
            Rule::Majority(share) => shorthand(share, VoteBase::Cast, Some(Ratio::new(1, 2)?), None),
            Rule::TwoThirds(share) => shorthand(share, VoteBase::Cast, None, Some(Ratio::new(2, 3)?)),
            Rule::Unanimity(share) => shorthand(share, VoteBase::Members, None, Some(Ratio::ONE)),
            Rule::EachConstituency(each) => {
                self.parts += self.roster.constituencies().len();
                if self.parts > MOST_RULE_PARTS {
                    return Err(PowerError::RuleTooLarge { path, limit: MOST_RULE_PARTS, what: PARTS });
                }
                Rule::All(self.each(each)?)
            }
            Rule::Veto(veto) => {
                let then = self.rule(&veto.then, depth + 1)?;
                let by = Rule::SignOff(veto.by.clone());
                match &veto.unless {
                    None => Rule::All(vec![then, by]),
                    Some(unless) => Rule::All(vec![then, Rule::Any(vec![by, self.rule(unless, depth + 1)?])]),
                }
            }
            Rule::Override(over) => Rule::Any(vec![self.rule(&over.then, depth + 1)?, Rule::SignOff(over.by.clone())]),
            Rule::Advisory(advisory) => Rule::Votes(Votes {
                more_than: Some(Ratio::new(1, 2)?),
                of: Some(VoteBase::Cast),
                weights: Some(self.deciders(&advisory.deciders)?),
                ..Votes::default()
            }),
        })
    }

    fn parts(&mut self, parts: &[Rule], depth: usize) -> Result<Vec<Rule>, PowerError> {
        parts.iter().map(|part| self.rule(part, depth + 1)).collect()
    }

    /// Counts the members that one more part names.
    fn count(&mut self, more: usize) -> Result<(), PowerError> {
        self.names = self.names.saturating_add(more);
        if self.names > MOST_RULE_NAMES {
            return Err(PowerError::RuleTooLarge { path: Pointer::root(), limit: MOST_RULE_NAMES, what: NAMES });
        }
        Ok(())
    }

    /// Everybody's weight where only these decide: 1 for each of them, and 0, a seat without a vote, for everybody else.
    fn deciders(&mut self, deciders: &Who) -> Result<IdMap<Ratio>, PowerError> {
        self.count(self.roster.len())?;
        let decide: BTreeSet<usize> = match deciders {
            Who::Members(ids) => ids.iter().filter_map(|id| self.roster.number(id.as_str())).collect(),
            Who::Constituency(name) => self.roster.constituency(name.as_str()).into_iter().flatten().copied().collect(),
        };
        let weight = |number: usize| if decide.contains(&number) { Ratio::ONE } else { Ratio::ZERO };
        Ok(self.roster.ids().iter().enumerate().map(|(number, id)| (id.clone(), weight(number))).collect())
    }

    fn each(&self, each: &EachConstituency) -> Result<Vec<Rule>, PowerError> {
        let half = if each.more_than.is_none() && each.at_least.is_none() { Some(Ratio::new(1, 2)?) } else { None };
        let leaf = |id: &Id| {
            Rule::Votes(Votes {
                more_than: each.more_than.or(half),
                at_least: each.at_least,
                of: Some(each.of.unwrap_or(VoteBase::Cast)),
                among: Some(Who::Constituency(id.clone())),
                ..Votes::default()
            })
        };
        Ok(self.roster.constituencies().iter().map(|(id, _)| leaf(id)).collect())
    }
}

/// How many members a part names itself.
fn names(rule: &Rule) -> usize {
    let whom = |who: Option<&Who>| match who {
        Some(Who::Members(ids)) => ids.len(),
        _ => 0,
    };
    match rule {
        Rule::Votes(votes) => votes.weights.as_ref().map_or(0, |weights| weights.len()) + whom(votes.among.as_ref()),
        Rule::Consent(consent) => whom(consent.among.as_ref()),
        Rule::Consensus(consensus) => whom(consensus.among.as_ref()),
        Rule::SignOff(by) => by.len(),
        Rule::Majority(share) | Rule::TwoThirds(share) | Rule::Unanimity(share) => whom(share.among.as_ref()),
        Rule::Quorum(quorum) => whom(quorum.among.as_ref()),
        Rule::Veto(veto) => veto.by.len(),
        Rule::Override(over) => over.by.len(),
        Rule::Advisory(advisory) => whom(Some(&advisory.deciders)),
        Rule::All(_) | Rule::Any(_) | Rule::AtLeast(_) | Rule::Use(_) | Rule::EachConstituency(_) => 0,
    }
}

fn shorthand(share: &Share, base: VoteBase, more_than: Option<Ratio>, at_least: Option<Ratio>) -> Rule {
    Rule::Votes(Votes {
        more_than,
        at_least,
        of: Some(share.of.unwrap_or(base)),
        among: share.among.clone(),
        casting_vote: share.casting_vote.clone(),
        ..Votes::default()
    })
}
