//! The power over each decision: under the group's rule, and with every power beside the rule.

use serde::Serialize;

use super::project::Project;
use crate::error::{ErrorReport, Pointer};
use crate::group::{Constituency, Member, Person, Roster, Side, Stage};
use crate::participation::{AddedPower, DecisionLevel, EffectiveRule, LevelAnswer, LevelCode};
use crate::power::bloc::{Say, say};
use crate::power::rule::{Compiled, Rule, Rules, explain};
use crate::power::{MeasureAnswer, MeasureRequest, PowerIndex, measure};
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

/// Works out the power over every decision of which it is known how it is made.
pub(super) fn power(project: &Project, levels: &LevelAnswer) -> Result<Vec<DecisionPower>, ErrorReport> {
    let mut standings = Vec::new();
    for stage in &levels.stages {
        for decision in &stage.decisions {
            if decision.codes.contains(&LevelCode::HostDecides) {
                standings.push(host_decides(project, stage.stage, decision));
            } else if let Some(rule) = &decision.rule {
                standings.extend(one_decision(project, stage.stage, decision, rule)?);
            }
        }
    }
    Ok(standings)
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
) -> Result<Option<DecisionPower>, ErrorReport> {
    if rule.members.is_empty() {
        return Ok(None);
    }
    let by_rule = Game::new(&rule.members, rule.written.as_ref())?;
    let really = Game::new(&rule.members, rule.effective.as_ref())?;
    let members = rule.members.iter().enumerate().map(|(number, member)| standing(member, number, &by_rule, &really)).collect();
    let bloc = |id: &str, seats: Vec<usize>| -> Result<BlocStanding, ErrorReport> {
        let say = really.say(&seats)?;
        Ok(BlocStanding { id: id.to_owned(), seats: seats.len(), by_rule: by_rule.say(&seats)?, share: share(say)?, say })
    };
    let seats = |of: &dyn Fn(&Constituency) -> bool| -> Vec<usize> {
        let inside = |member: &Member| {
            project.constituencies.iter().any(|known| Some(&known.id) == member.constituency.as_ref() && of(known))
        };
        rule.members.iter().enumerate().filter(|(_, member)| inside(member)).map(|(number, _)| number).collect()
    };
    let mut constituencies = Vec::new();
    for known in &project.constituencies {
        constituencies.push(bloc(known.id.as_str(), seats(&|other| other.id == known.id))?);
    }
    let mut sides = Vec::new();
    for side in [Some(Side::Lived), Some(Side::Host), Some(Side::Independent), None] {
        let members = seats(&|known| known.known_side() == side);
        if !members.is_empty() {
            sides.push(bloc(side_id(side), members)?);
        }
    }
    Ok(Some(DecisionPower {
        decision: decision.id.clone(),
        title: decision.title.clone(),
        stage,
        key: decision.key,
        rule: rule.written.as_ref().map(explain).unwrap_or_default(),
        added: rule.added.clone(),
        members,
        constituencies,
        sides,
    }))
}

/// A rule measured for its members; nothing where it can never pass.
struct Game(Option<(Compiled, MeasureAnswer)>);

impl Game {
    fn new(members: &[Member], rule: Option<&Rule>) -> Result<Self, ErrorReport> {
        let Some(rule) = rule else { return Ok(Self(None)) };
        let root = Pointer::root();
        let roster = Roster::new(members, &root.key("people"), members.len())?;
        let compiled = Compiled::new(rule, &root.key("decisions"), &roster, &Rules::default())?;
        let request = MeasureRequest {
            members: members.to_vec(),
            rule: rule.clone(),
            rules: Rules::default(),
            indices: Some(vec![PowerIndex::ShapleyShubik]),
        };
        Ok(Self(Some((compiled, measure(&request)?))))
    }

    fn say(&self, seats: &[usize]) -> Result<Option<Say>, ErrorReport> {
        match &self.0 {
            Some((compiled, _)) => Ok(Some(say(compiled, seats)?)),
            None => Ok(None),
        }
    }

    fn share(&self, number: usize) -> Option<Exact> {
        let (_, answer) = self.0.as_ref()?;
        answer.members.get(number)?.shapley_shubik.as_ref().map(|index| index.exact.clone())
    }
}

fn standing(member: &Member, number: usize, by_rule: &Game, really: &Game) -> MemberStanding {
    let known = really.0.as_ref().and_then(|(_, answer)| answer.members.get(number));
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
