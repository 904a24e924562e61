//! The levels of a project: decision by decision, then stage by stage.

use std::collections::BTreeMap;

use super::answer::{ConstituencyLevel, DecisionLevel, LevelAnswer, LevelCount, StageLevel};
use super::case::{Case, Group};
use super::check::check;
use super::definition::{DefinitionName, StageFacts, all_hold, verdict};
use super::effective::EffectiveRule;
use super::evidence::{Holds, Statement};
use super::framework::{Framework, chosen, rungs};
use super::gather::{Gathered, decisions_of};
use super::narrow::{narrows_most, together, work_of_asking};
use super::reasons::{assumes, because, codes};
use super::request::LevelRequest;
use super::scale::LevelRange;
use crate::error::{ErrorReport, Pointer};
use crate::group::Stage;
use crate::unit::Id;

/// Infers which level of participation the rules and the evidence support, stage by stage. Hours, pay and titles never enter.
///
/// # Errors
/// Those of checking the group, its rules and powers; `contradictory_evidence`; `rule_unclear`; `unknown_framework`;
/// `too_much_work`.
pub fn level(request: &LevelRequest) -> Result<LevelAnswer, ErrorReport> {
    let mut group = Group::new(request, check(request)?);
    let frameworks = chosen(&request.frameworks, &Pointer::root().key("frameworks"))?.frameworks;
    let mut stages = Vec::new();
    let mut facts = Vec::new();
    for stage in Stage::ALL {
        let (level, known) = stage_level(request, &mut group, stage, &frameworks)?;
        stages.push(level);
        facts.push(known);
    }
    let asked: &[DefinitionName] = if request.definitions.is_empty() { &DefinitionName::ALL } else { &request.definitions };
    Ok(LevelAnswer { stages, definitions: asked.iter().map(|definition| verdict(*definition, &facts)).collect() })
}

/// The rule of one decision and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRule {
    /// The decision; nothing where the stage as a whole is described.
    pub id: Option<Id>,
    /// Its rule; nothing where none is known.
    pub rule: Option<EffectiveRule>,
}

/// The effective rules of the decisions of a stage, in their order, for whoever wants to measure power before and after. Where it is
/// not known whether a sign-off was declared, it is counted.
///
/// # Errors
/// As for [`level`].
pub fn effective_rules(request: &LevelRequest, stage: Stage) -> Result<Vec<DecisionRule>, ErrorReport> {
    let mut group = Group::new(request, check(request)?);
    let gathered = decisions_of(request, stage)?;
    let id = |gathered: &Gathered<'_>| gathered.decision.map(|decision| decision.id.clone());
    let rule = |gathered| Ok(DecisionRule { id: id(gathered), rule: Case::new(&mut group, gathered)?.rule });
    gathered.iter().map(rule).collect()
}

fn stage_level(
    request: &LevelRequest,
    group: &mut Group<'_>,
    stage: Stage,
    frameworks: &[Framework],
) -> Result<(StageLevel, StageFacts), ErrorReport> {
    let gathered = decisions_of(request, stage)?;
    let cases = gathered.iter().map(|gathered| Case::new(group, gathered)).collect::<Result<Vec<_>, _>>()?;
    let key: Vec<&Case<'_>> = cases.iter().filter(|case| case.is_key()).collect();
    group.work.spend(work_of_asking(&key), &Pointer::root().key("decisions"))?;
    let range = together(&key, None);
    let decisions: Vec<DecisionLevel> = cases.iter().map(|case| decision_level(request, case)).collect();
    let mut counts: BTreeMap<LevelRange, usize> = BTreeMap::new();
    for case in &key {
        *counts.entry(case.level(None).level).or_default() += 1;
    }
    let by_rule =
        key.iter().map(|case| case.level(None).by_rule).reduce(|one, other| one.zip(other).map(|(one, other)| one.lower(other)));
    let mut assumed: Vec<String> = Vec::new();
    for line in decisions.iter().filter(|decision| decision.key).flat_map(|decision| &decision.assumes) {
        if !assumed.contains(line) {
            assumed.push(line.clone());
        }
    }
    let facts = StageFacts {
        stage,
        described: !cases.is_empty(),
        level: range,
        both_sides: both_sides(&key),
        equal: if key.is_empty() { Holds::Unknown } else { all_hold(key.iter().map(|case| equal(case))) },
        stands: if key.is_empty() { Holds::Unknown } else { all_hold(key.iter().map(|case| case.stands())) },
    };
    let level = StageLevel {
        stage,
        low: range.low,
        high: range.high,
        by_rule: by_rule.flatten(),
        counts: counts.into_iter().map(|(range, decisions)| LevelCount { low: range.low, high: range.high, decisions }).collect(),
        rungs: rungs(range, frameworks),
        because: stage_because(range, &decisions),
        assumes: assumed,
        narrows_most: narrows_most(&key),
        decisions,
    };
    Ok((level, facts))
}

fn decision_level(request: &LevelRequest, case: &Case<'_>) -> DecisionLevel {
    let inferred = case.level(None);
    let lived = request.constituencies.iter().filter_map(|constituency| {
        let own = case.level_of(&constituency.id)?;
        let members = case.rule.as_ref().map_or(0, |rule| {
            rule.members.iter().filter(|member| member.constituency.as_ref() == Some(&constituency.id)).count()
        });
        Some(ConstituencyLevel {
            constituency: constituency.id.clone(),
            members,
            low: own.level.low,
            high: own.level.high,
            by_rule: own.by_rule,
        })
    });
    DecisionLevel {
        id: case.gathered.decision.map(|decision| decision.id.clone()),
        title: case.gathered.label(),
        members_on: case.gathered.date,
        key: case.is_key(),
        low: inferred.level.low,
        high: inferred.level.high,
        by_rule: inferred.by_rule,
        because: because(case),
        assumes: assumes(case, &gone(request, case)),
        narrows_most: narrows_most(&[case]),
        codes: codes(case),
        lived: lived.collect(),
        equal_influence: equal(case),
        rule: case.rule.clone(),
    }
}

/// Those with a power beside the rule who were not members on its day.
fn gone(request: &LevelRequest, case: &Case<'_>) -> Vec<Id> {
    let gathered = case.gathered;
    let named = gathered.sign_offs.iter().flat_map(|(sign_off, _)| &sign_off.by);
    let named = named.chain(gathered.agenda.iter().chain(&gathered.impose).map(|(id, _)| *id));
    let here = gathered.members(&request.people);
    let mut gone: Vec<Id> = Vec::new();
    for id in named {
        if !here.iter().any(|person| person.id == *id) && !gone.contains(id) {
            gone.push(id.clone());
        }
    }
    gone
}

/// Whether both sides have equal influence by the rule.
fn equal(case: &Case<'_>) -> Holds {
    if case.gathered.host_decides {
        return Holds::No;
    }
    case.in_every_way(|_, counted| if counted.balance.equal { Holds::Yes } else { Holds::No })
}

/// Whether both sides take part in these decisions by vote, or do some of the tasks. One side alone is never co-production.
fn both_sides(cases: &[&Case<'_>]) -> Holds {
    let side = |lived: bool| {
        let parts = cases.iter().map(|case| {
            let statement = if lived { Statement::LivedDoTasks } else { Statement::HostDoTasks };
            let tasks = case.gathered.findings.holds(statement);
            if tasks == Holds::Yes {
                return Holds::Yes;
            }
            case.in_every_way(|each, counted| {
                let (votes, members) = if lived {
                    (counted.balance.lived_votes, &each.sides.lived)
                } else {
                    (counted.balance.host_votes, &each.sides.host)
                };
                match tasks {
                    _ if votes => Holds::Yes,
                    Holds::Unknown if members.is_empty() => Holds::No,
                    known => known,
                }
            })
        });
        parts.fold(Holds::No, |any, part| match (any, part) {
            (Holds::Yes, _) | (_, Holds::Yes) => Holds::Yes,
            (Holds::No, Holds::No) => Holds::No,
            _ => Holds::Unknown,
        })
    };
    if cases.is_empty() { Holds::Unknown } else { all_hold([side(true), side(false)]) }
}

fn stage_because(range: LevelRange, decisions: &[DecisionLevel]) -> Vec<String> {
    let key: Vec<&DecisionLevel> = decisions.iter().filter(|decision| decision.key).collect();
    match key.as_slice() {
        [] => vec!["no key decision of this stage is described, so that nothing is known of it".to_owned()],
        [one] => one.because.clone(),
        several => {
            let at = |end: fn(&DecisionLevel) -> u8, value: u8| {
                let titles: Vec<&str> =
                    several.iter().filter(|decision| end(decision) == value).map(|decision| decision.title.as_str()).collect();
                titles.join(", ")
            };
            vec![
                format!("a stage is at the level of the lowest of its {} key decisions", several.len()),
                format!("the low end is that of: {}", at(|decision| decision.low, range.low)),
                format!("the high end is that of: {}", at(|decision| decision.high, range.high)),
            ]
        }
    }
}
