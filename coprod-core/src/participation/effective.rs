//! The effective rule of a decision: the group's rule together with every named power to stop the decision or to make it.

use serde::Serialize;

use super::decision::SignOff;
use super::gather::Gathered;
use super::present::for_members;
use super::request::LevelRequest;
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, Person, Roster, labels};
use crate::power::rule::{Compiled, Rule, explain};
use crate::unit::Id;

/// The rule of a decision as it really is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EffectiveRule {
    /// Who was a member on its date.
    pub members: Vec<Member>,
    /// The group's own rule for them, written out; null if it can never pass for them.
    pub written: Option<Rule>,
    /// The same with the powers added; null if it can never pass for them.
    pub effective: Option<Rule>,
    /// The effective rule in plain English, one line a part.
    pub words: Vec<String>,
    /// What was added to the group's own rule.
    pub added: Vec<AddedPower>,
}

/// A power beside the group's rule that was added to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddedPower {
    /// What kind of power it is.
    pub kind: AddedKind,
    /// Who holds it; empty for a fallback.
    pub by: Vec<Id>,
    /// What it does, in plain English.
    pub words: String,
}

/// The kinds of power that a decision may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AddedKind {
    /// Each of these must authorise it.
    SignOff,
    /// One of these must bring it up.
    Agenda,
    /// Each of these can make it alone.
    Impose,
    /// What decides if the group fails to.
    Fallback,
}

/// The group's rule of a decision and what it becomes, checked once for all the ways to count it.
#[derive(Debug)]
pub(super) struct RuleParts<'a> {
    gathered: &'a Gathered<'a>,
    pub(super) members: Vec<Member>,
    pub(super) roster: Option<Roster>,
    written: Option<Rule>,
    fallback: Option<Rule>,
}

impl<'a> RuleParts<'a> {
    /// Checks the rule and the fallback against everybody and fits them to those who were members; nothing where no rule is given.
    pub(super) fn new(request: &LevelRequest, all: &Roster, gathered: &'a Gathered<'a>) -> Result<Option<Self>, ErrorReport> {
        let fit = |rule: &Rule, path: &Pointer, then: Option<&Roster>| -> Result<Option<Rule>, ErrorReport> {
            Compiled::new(rule, path, all, &request.rules)?;
            let written_out = rule.expanded(all, &request.rules)?;
            Ok(then.and_then(|members| for_members(&written_out, members)))
        };
        let members: Vec<Member> = gathered.members(&request.people).into_iter().map(member).collect();
        let roster =
            if members.is_empty() { None } else { Some(Roster::new(&members, &Pointer::root().key("people"), members.len())?) };
        let fallback = gathered.fallback.as_ref().map(|(rule, path)| fit(rule, path, roster.as_ref())).transpose()?.flatten();
        let Some((rule, path)) = &gathered.rule else { return Ok(None) };
        let written = fit(rule, path, roster.as_ref())?;
        Ok(Some(Self { gathered, members, roster, written, fallback }))
    }

    /// The effective rule with these of the sign-offs: sign-offs and agenda as `all`, powers to impose and the fallback as `any`.
    pub(super) fn with(&self, sign_offs: &[&SignOff]) -> EffectiveRule {
        let mut added = Vec::new();
        let mut must = Vec::new();
        for sign_off in sign_offs {
            let by = self.here(sign_off.by.iter());
            if by.is_empty() {
                continue;
            }
            let what = sign_off.what.as_deref().unwrap_or("the decision");
            let words = format!(
                "{} must authorise {what}: without that it fails, whatever the group says",
                labels(self.gathered.people, &by)
            );
            must.push(Rule::SignOff(by.clone()));
            added.push(AddedPower { kind: AddedKind::SignOff, by, words });
        }
        let agenda = self.here(self.gathered.agenda.iter().map(|(id, _)| *id));
        if !agenda.is_empty() {
            must.push(one_of(&agenda));
            let words = format!(
                "{} set the agenda: without one of them the matter does not come up",
                labels(self.gathered.people, &agenda)
            );
            added.push(AddedPower { kind: AddedKind::Agenda, by: agenda, words });
        }
        let mut ways: Vec<Rule> = Vec::new();
        ways.extend(self.written.clone().map(|rule| if must.is_empty() { rule } else { Rule::All([vec![rule], must].concat()) }));
        let impose = self.here(self.gathered.impose.iter().map(|(id, _)| *id));
        for id in impose {
            let by = vec![id];
            let words = format!("{} can make the decision alone, whatever the group says", labels(self.gathered.people, &by));
            ways.push(Rule::SignOff(by.clone()));
            added.push(AddedPower { kind: AddedKind::Impose, by, words });
        }
        if let Some(fallback) = &self.fallback {
            ways.push(fallback.clone());
            let words = format!("if the group fails to decide, this decides: {}", explain(fallback).join(" "));
            added.push(AddedPower { kind: AddedKind::Fallback, by: Vec::new(), words });
        }
        let effective = if ways.len() > 1 { Some(Rule::Any(ways)) } else { ways.pop() };
        EffectiveRule {
            members: self.members.clone(),
            written: self.written.clone(),
            words: effective.as_ref().map(explain).unwrap_or_default(),
            effective,
            added,
        }
    }

    /// The effective rule checked against the members; nothing if it can never pass.
    pub(super) fn compiled(&self, rule: &EffectiveRule) -> Result<Option<Compiled>, ErrorReport> {
        let Some((effective, roster)) = rule.effective.as_ref().zip(self.roster.as_ref()) else { return Ok(None) };
        Ok(Some(Compiled::new(effective, self.gathered.rule_path(), roster, &crate::power::rule::Rules::default())?))
    }

    /// Whether anybody named with the decision holds a power beside the rule.
    pub(super) fn here<'i>(&self, ids: impl Iterator<Item = &'i Id>) -> Vec<Id> {
        let mut here: Vec<Id> = Vec::new();
        for id in ids {
            let known = self.roster.as_ref().is_some_and(|roster| roster.number(id.as_str()).is_some());
            if known && !here.contains(id) {
                here.push(id.clone());
            }
        }
        here
    }
}

fn member(person: &Person) -> Member {
    Member { id: person.id.clone(), constituency: person.constituency.clone() }
}

fn one_of(ids: &[Id]) -> Rule {
    match ids {
        [one] => Rule::SignOff(vec![one.clone()]),
        _ => Rule::Any(ids.iter().map(|id| Rule::SignOff(vec![id.clone()])).collect()),
    }
}
