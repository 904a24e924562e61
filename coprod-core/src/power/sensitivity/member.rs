//! One member more or fewer: how the rule is written then.

use super::super::rule::{Rule, Who};
use super::Base;
use super::answer::WhatIf;
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, listed};
use crate::unit::{Id, IdMap, Ratio};

/// One more member of this constituency, like the others there.
pub(super) fn one_more(base: &Base<'_>, rule: &Rule, side: Option<&Id>) -> Result<WhatIf, ErrorReport> {
    let newcomer = newcomer(base.members)?;
    let mut treated = Vec::new();
    let peers: Vec<Id> =
        base.members.iter().filter(|member| member.constituency.as_ref() == side).map(|member| member.id.clone()).collect();
    let rule = Joining { newcomer: &newcomer, side, peers: &peers, treated: &mut treated }.rule(rule, &Pointer::root());
    let members = base.members.iter().cloned().chain([Member { id: newcomer, constituency: side.cloned() }]);
    let what = side.map_or_else(|| "with one more member".to_owned(), |side| format!("with one more member of {side}"));
    base.tried(what, treated, Some(members.collect()), rule)
}

/// An id that nobody has.
fn newcomer(members: &[Member]) -> Result<Id, ErrorReport> {
    let taken = |id: &str| members.iter().any(|member| member.id.as_str() == id);
    let name = std::iter::once("newcomer".to_owned()).chain((2..).map(|number: u32| format!("newcomer_{number}")));
    let free = name.take(members.len() + 1).find(|name| !taken(name)).unwrap_or_default();
    serde_json::from_value(serde_json::Value::String(free)).map_err(ErrorReport::internal)
}

struct Joining<'a> {
    newcomer: &'a Id,
    side: Option<&'a Id>,
    /// The others of the constituency.
    peers: &'a [Id],
    treated: &'a mut Vec<String>,
}

impl Joining<'_> {
    fn rule(&mut self, rule: &Rule, path: &Pointer) -> Rule {
        let at = path.key(rule.key());
        let mut changed = rule.clone();
        match &mut changed {
            Rule::Votes(votes) => {
                if let Some(weights) = votes.weights.take() {
                    votes.weights = Some(self.weights(weights, votes.among.as_ref(), &at));
                } else {
                    self.among(votes.among.as_ref(), &at);
                }
                if votes.of.is_none() {
                    self.treated.push(format!("{at}: the bar stays at as many votes"));
                }
            }
            Rule::Consent(part) => self.among(part.among.as_ref(), &at),
            Rule::Consensus(part) => self.among(part.among.as_ref(), &at),
            Rule::Majority(part) | Rule::TwoThirds(part) | Rule::Unanimity(part) => self.among(part.among.as_ref(), &at),
            Rule::Advisory(part) => self.among(Some(&part.deciders), &at),
            Rule::SignOff(_) => self.treated.push(format!("{at}: {} is not asked to sign off", self.newcomer)),
            Rule::All(parts) | Rule::Any(parts) => *parts = self.each(parts, &at),
            Rule::AtLeast(part) => part.of = self.each(&part.of, &at.key("of")),
            Rule::Quorum(quorum) => {
                self.among(quorum.among.as_ref(), &at);
                if quorum.present_count.is_some() || quorum.cast_count.is_some() {
                    self.treated.push(format!("{at}: the quorum stays at as many members"));
                }
                quorum.then = self.rule(&quorum.then, &at.key("then"));
            }
            Rule::Veto(veto) => {
                self.treated.push(format!("{at}: {} has no veto", self.newcomer));
                veto.then = self.rule(&veto.then, &at.key("then"));
                veto.unless = veto.unless.as_ref().map(|unless| self.rule(unless, &at.key("unless")));
            }
            Rule::Override(over) => {
                self.treated.push(format!("{at}: {} is not among those who can decide alone", self.newcomer));
                over.then = self.rule(&over.then, &at.key("then"));
            }
            Rule::EachConstituency(_) | Rule::Use(_) => {}
        }
        changed
    }

    fn each(&mut self, parts: &[Rule], at: &Pointer) -> Vec<Rule> {
        parts.iter().enumerate().map(|(number, part)| self.rule(part, &at.index(number))).collect()
    }

    /// Says so where the newcomer is not asked.
    fn among(&mut self, among: Option<&Who>, at: &Pointer) {
        if matches!(among, Some(Who::Members(_))) {
            self.treated.push(format!("{at}: {} is not on the list of those who are asked", self.newcomer));
        }
    }

    /// The same weight as all others of the constituency have; no vote where theirs differ or not all of them have one.
    fn weights(&mut self, weights: IdMap<Ratio>, among: Option<&Who>, at: &Pointer) -> IdMap<Ratio> {
        let own: Vec<Option<Ratio>> = self.peers.iter().map(|peer| weights.get(peer).copied()).collect();
        let first = own.first().copied().flatten();
        let common = first.filter(|first| own.iter().all(|weight| *weight == Some(*first)));
        let named = match among {
            None => common.is_some(),
            Some(Who::Constituency(id)) => Some(id) == self.side,
            Some(Who::Members(_)) => false,
        };
        if !named {
            self.treated.push(format!("{at}: {} has no vote here", self.newcomer));
            return weights;
        }
        let weight = common.unwrap_or(Ratio::ZERO);
        self.treated.push(if common.is_some() {
            format!("{at}: {} has a weight of {weight}, as the others of the constituency have", self.newcomer)
        } else {
            format!("{at}: {} has a seat without a vote, as the weights of the others differ", self.newcomer)
        });
        let all = weights.iter().map(|(id, weight)| (id.clone(), *weight));
        all.chain([(self.newcomer.clone(), weight)]).collect()
    }
}

/// The group without one of these, who are alike.
pub(super) fn one_fewer(base: &Base<'_>, rule: &Rule, alike: &[Id]) -> Result<WhatIf, ErrorReport> {
    let Some((leaver, others)) = alike.split_first() else { return Err(ErrorReport::internal("nobody is alike to nobody")) };
    let mut treated = Vec::new();
    let members: Vec<Member> = base.members.iter().filter(|member| member.id != *leaver).cloned().collect();
    let what = format!("without {leaver}");
    let side = base.members.iter().find(|member| member.id == *leaver).and_then(|member| member.constituency.as_ref());
    if let Some(side) = side.filter(|side| !members.iter().any(|member| member.constituency.as_ref() == Some(side))) {
        treated.push(format!("nobody of {side} is left"));
    }
    let tried = match (Leaving { leaver, treated: &mut treated }).rule(rule, &Pointer::root()) {
        Some(rule) => base.tried(what, treated, Some(members), rule)?,
        None => WhatIf {
            what,
            members: Some(members),
            rule: None,
            impossible: treated.pop(),
            treated,
            change: None,
            alike: Vec::new(),
        },
    };
    Ok(WhatIf { alike: others.to_vec(), ..tried })
}

struct Leaving<'a> {
    leaver: &'a Id,
    treated: &'a mut Vec<String>,
}

impl Leaving<'_> {
    /// The rule without the leaver; nothing, and the reason as the last word, if a part would ask nobody.
    fn rule(&mut self, rule: &Rule, path: &Pointer) -> Option<Rule> {
        let at = path.key(rule.key());
        let mut changed = rule.clone();
        match &mut changed {
            Rule::Votes(votes) => {
                if let Some(weights) = &votes.weights
                    && weights.contains_key(self.leaver)
                {
                    votes.weights = Some(
                        weights.iter().filter(|(id, _)| *id != self.leaver).map(|(id, weight)| (id.clone(), *weight)).collect(),
                    );
                }
                self.among(votes.among.as_mut(), &at)?;
                self.casting(&mut votes.casting_vote, &at);
                if votes.of.is_none() {
                    self.treated.push(format!("{at}: the bar stays at as many votes"));
                }
            }
            Rule::Consent(part) => self.among(part.among.as_mut(), &at)?,
            Rule::Consensus(part) => self.among(part.among.as_mut(), &at)?,
            Rule::Majority(part) | Rule::TwoThirds(part) | Rule::Unanimity(part) => {
                self.among(part.among.as_mut(), &at)?;
                self.casting(&mut part.casting_vote, &at);
            }
            Rule::Advisory(part) => self.among(Some(&mut part.deciders), &at)?,
            Rule::SignOff(holders) => self.list(holders, &at)?,
            Rule::All(parts) | Rule::Any(parts) => *parts = self.each(parts, &at)?,
            Rule::AtLeast(part) => part.of = self.each(&part.of, &at.key("of"))?,
            Rule::Quorum(quorum) => {
                self.among(quorum.among.as_mut(), &at)?;
                if quorum.present_count.is_some() || quorum.cast_count.is_some() {
                    self.treated.push(format!("{at}: the quorum stays at as many members"));
                }
                quorum.then = self.rule(&quorum.then, &at.key("then"))?;
            }
            Rule::Veto(veto) => {
                self.list(&mut veto.by, &at)?;
                veto.then = self.rule(&veto.then, &at.key("then"))?;
                if let Some(unless) = &veto.unless {
                    veto.unless = Some(self.rule(unless, &at.key("unless"))?);
                }
            }
            Rule::Override(over) => {
                self.list(&mut over.by, &at)?;
                over.then = self.rule(&over.then, &at.key("then"))?;
            }
            Rule::EachConstituency(_) | Rule::Use(_) => {}
        }
        Some(changed)
    }

    fn each(&mut self, parts: &[Rule], at: &Pointer) -> Option<Vec<Rule>> {
        parts.iter().enumerate().map(|(number, part)| self.rule(part, &at.index(number))).collect()
    }

    fn among(&mut self, among: Option<&mut Who>, at: &Pointer) -> Option<()> {
        match among {
            Some(Who::Members(ids)) => self.list(ids, at),
            _ => Some(()),
        }
    }

    fn list(&mut self, ids: &mut Vec<Id>, at: &Pointer) -> Option<()> {
        if !ids.contains(self.leaver) {
            return Some(());
        }
        ids.retain(|id| id != self.leaver);
        if ids.is_empty() {
            self.treated
                .push(format!("the part {at} asks {} and nobody else: the group has to agree what is to be there", self.leaver));
            return None;
        }
        self.treated.push(format!("{at}: asks only {}", listed(&ids.iter().map(Id::as_str).collect::<Vec<_>>())));
        Some(())
    }

    fn casting(&mut self, holder: &mut Option<Id>, at: &Pointer) {
        if holder.as_ref() == Some(self.leaver) {
            *holder = None;
            self.treated.push(format!("{at}: nobody has a second vote at a tie"));
        }
    }
}
