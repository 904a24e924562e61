//! The power over each decision: under the group's rule, and with every power beside the rule.

use serde::Serialize;

use super::game::{BlocName, Game, Games, SIDES, seats};
use super::project::Project;
use crate::error::ErrorReport;
use crate::group::{Constituency, Member, Person, Side, Stage};
use crate::participation::{AddedPower, DecisionLevel, EffectiveRule, LevelAnswer, LevelCode};
use crate::power::bloc::Say;
use crate::power::rule::explain;
use crate::unit::{Exact, Id, Ratio};

/// Who can really decide and block one decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecisionPower {
    /// The decision; null where a stage as a whole is described.
    pub decision: Option<Id>,
    /// Its name for people to read.
    pub title: String,
    /// Its stage.
    pub stage: Stage,
    /// Whether it is a key decision; all are unless both sides agreed otherwise.
    pub key: bool,
    /// The group's rule in plain English.
    pub rule: Vec<String>,
    /// The powers beside the rule.
    pub added: Vec<AddedPower>,
    /// Each member's power; empty where the host organisation decides by itself.
    pub members: Vec<MemberStanding>,
    /// What each constituency can do together.
    pub constituencies: Vec<BlocStanding>,
    /// What each side can do together.
    pub sides: Vec<BlocStanding>,
}

/// One member's power over a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MemberStanding {
    /// The member.
    pub id: Id,
    /// Share of power under the group's rule alone (Shapley-Shubik); null if that can never pass.
    pub share_by_rule: Option<Exact>,
    /// Share of power with every power beside the rule (Shapley-Shubik); null if it can never pass.
    pub share: Option<Exact>,
    /// Whether nothing passes without this member.
    pub veto: bool,
    /// Whether this member decides alone.
    pub dictator: bool,
    /// Whether this member's vote can never make a difference.
    pub never_matters: bool,
}

/// What some members can do together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlocStanding {
    /// The id of a constituency; `lived`, `host`, `independent` or `not_stated` for a side.
    pub id: String,
    /// How many members it has.
    pub seats: usize,
    /// What they can do under the group's rule alone; null if that can never pass.
    pub by_rule: Option<Say>,
    /// What they can do with every power beside the rule; null if it can never pass.
    pub say: Option<Say>,
    /// Their power as one bloc against all others: 1 if they decide alone, 0 if the others do, else 1/2.
    pub share: Option<Ratio>,
}

impl DecisionPower {
    /// The power of one side as a bloc.
    pub(super) fn side_share(&self, side: Option<Side>) -> Option<Ratio> {
        self.sides.iter().find(|bloc| bloc.id == side_id(side)).and_then(|bloc| bloc.share)
    }

    /// The power of one constituency as a bloc.
    pub(super) fn constituency_share(&self, id: &Id) -> Option<Ratio> {
        self.constituencies.iter().find(|bloc| bloc.id == id.as_str()).and_then(|bloc| bloc.share)
    }

    /// What one side can do.
    pub(super) fn side(&self, side: Side) -> Option<&BlocStanding> {
        self.sides.iter().find(|bloc| bloc.id == side_id(Some(side)))
    }
}

const fn side_id(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Lived) => "lived",
        Some(Side::Host) => "host",
        Some(Side::Independent) => "independent",
        None => "not_stated",
    }
}

/// Works out the power over every decision of which it is known how it is made, and names those that would take too much work.
pub(super) fn power(project: &Project, levels: &LevelAnswer) -> Result<(Vec<DecisionPower>, Vec<String>), ErrorReport> {
    let mut games = Games::new(project);
    let (mut standings, mut left_out) = (Vec::new(), Vec::new());
    for stage in &levels.stages {
        for decision in &stage.decisions {
            if decision.codes.contains(&LevelCode::HostDecides) {
                standings.push(host_decides(project, stage.stage, decision));
            } else if let Some(rule) = decision.rule.as_ref().filter(|rule| !rule.members.is_empty()) {
                let by_rule = games.play(&rule.members, rule.written.as_ref())?;
                let really = games.play(&rule.members, rule.effective.as_ref())?;
                match (by_rule, really) {
                    (Some(by_rule), Some(really)) => {
                        standings.push(one_decision(project, stage.stage, decision, rule, &by_rule, &really)?);
                    }
                    _ => left_out.push(decision.title.clone()),
                }
            }
        }
    }
    Ok((standings, left_out))
}

/// The host organisation decides by itself: no member has a vote.
fn host_decides(project: &Project, stage: Stage, decision: &DecisionLevel) -> DecisionPower {
    let there = |of: &dyn Fn(&Constituency) -> bool| {
        let is_there = |person: &&Person| person.is_there(decision.members_on);
        let people = project.people.iter().filter(is_there);
        people.filter(|person| project.constituency_of(person).is_some_and(of)).count()
    };
    let bloc = |id: &str, side: Option<Side>, seats: usize| BlocStanding {
        id: id.to_owned(),
        seats,
        by_rule: None,
        say: None,
        share: side.map(|side| if side == Side::Host { Ratio::ONE } else { Ratio::ZERO }),
    };
    let sides = [Side::Lived, Side::Host]
        .map(|side| bloc(side_id(Some(side)), Some(side), there(&|known| known.known_side() == Some(side))));
    let constituencies = project
        .constituencies
        .iter()
        .map(|known| bloc(known.id.as_str(), known.known_side(), there(&|other| other.id == known.id)));
    DecisionPower {
        decision: decision.id.clone(),
        title: decision.title.clone(),
        stage,
        key: decision.key,
        rule: vec!["the host organisation decides by itself".to_owned()],
        added: Vec::new(),
        members: Vec::new(),
        constituencies: constituencies.collect(),
        sides: sides.into(),
    }
}

fn one_decision(
    project: &Project,
    stage: Stage,
    decision: &DecisionLevel,
    rule: &EffectiveRule,
    by_rule: &Game,
    really: &Game,
) -> Result<DecisionPower, ErrorReport> {
    let members = rule.members.iter().enumerate().map(|(number, member)| standing(member, number, by_rule, really)).collect();
    let standing = |name: &BlocName, id: &str| -> Result<BlocStanding, ErrorReport> {
        let say = really.say(name);
        let seats = seats(project, &rule.members, name).len();
        Ok(BlocStanding { id: id.to_owned(), seats, by_rule: by_rule.say(name), share: share(say)?, say })
    };
    let mut constituencies = Vec::new();
    for known in &project.constituencies {
        constituencies.push(standing(&BlocName::Constituency(known.id.clone()), known.id.as_str())?);
    }
    let mut sides = Vec::new();
    for side in SIDES {
        let name = BlocName::Side(side);
        if !seats(project, &rule.members, &name).is_empty() {
            sides.push(standing(&name, side_id(side))?);
        }
    }
    Ok(DecisionPower {
        decision: decision.id.clone(),
        title: decision.title.clone(),
        stage,
        key: decision.key,
        rule: rule.written.as_ref().map(explain).unwrap_or_default(),
        added: rule.added.clone(),
        members,
        constituencies,
        sides,
    })
}

fn standing(member: &Member, number: usize, by_rule: &Game, really: &Game) -> MemberStanding {
    let known = really.answer.as_ref().and_then(|answer| answer.members.get(number));
    MemberStanding {
        id: member.id.clone(),
        share_by_rule: by_rule.share(number),
        share: really.share(number),
        veto: known.is_some_and(|power| power.veto),
        dictator: known.is_some_and(|power| power.dictator),
        never_matters: known.is_some_and(|power| power.dummy),
    }
}

/// The bloc's Shapley value against all others together: half for being able to decide, half for being able to stop them.
fn share(say: Option<Say>) -> Result<Option<Ratio>, ErrorReport> {
    let Some(say) = say else { return Ok(None) };
    let halves = i64::from(say.can_decide_if_all_attend) + i64::from(say.can_block_by_voting_if_all_attend);
    Ok(Some(Ratio::new(halves, 2)?))
}
