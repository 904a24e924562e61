//! The built-in project is reviewed as a careful reader would.

use super::watch::refused_more_often;
use super::*;
use crate::group::Side;
use crate::participation::Verdict;
use crate::unit::{Exact, Ratio};

fn brochure() -> Project {
    example(&ExampleRequest {}).unwrap().project
}

fn reviewed(project: Project) -> ReviewAnswer {
    review(&ReviewRequest { project }).unwrap()
}

fn codes(answer: &ReviewAnswer) -> Vec<AlarmCode> {
    answer.alarms.iter().map(|alarm| alarm.code).collect()
}

#[test]
fn the_undeclared_sign_off_is_a_veto() {
    let answer = reviewed(brochure());
    let content =
        answer.power.iter().find(|decision| decision.decision.as_ref().is_some_and(|id| id.as_str() == "content")).unwrap();
    let manager = content.members.iter().find(|member| member.id.as_str() == "manager").unwrap();
    // Seven with one vote each; with the manager's sign-off the manager must come after three others in a random order.
    assert_eq!(manager.share_by_rule, Exact::new(1, 7));
    assert_eq!(manager.share, Exact::new(4, 7));
    assert!(manager.veto && !manager.dictator);
    assert!(content.side(Side::Lived).unwrap().by_rule.unwrap().can_decide_if_all_attend);
    assert!(!content.side(Side::Lived).unwrap().say.unwrap().can_decide_if_all_attend);
    assert!(codes(&answer).contains(&AlarmCode::UndeclaredSignOff));
    assert_eq!(answer.claim.unwrap().supported, Verdict::Contradicted);
}

#[test]
fn the_leavers_tasks_are_taken_over() {
    let answer = reviewed(brochure());
    let plan = answer.work.takeovers.first().unwrap();
    assert_eq!(plan.left.as_ref().unwrap().as_str(), "author");
    assert_eq!(plan.tasks.len(), 2);
    // The researcher's finished task counts: 15 of 24 hours; no choice leaves the fullest person with less.
    assert_eq!(answer.work.fullest, Some(Ratio::new(5, 8).unwrap()));
    let split = answer.work.split.unwrap();
    assert!(split.assignments.iter().all(|assignment| assignment.people.iter().all(|id| id.as_str() != "author")));
    assert_eq!(split.unfilled.len(), 1, "nobody writes Welsh");
}

#[test]
fn every_alarm_has_a_silent_case() {
    let mut project = brochure();
    project.stages.commission = project.stages.design.clone();
    for decision in &mut project.decisions {
        decision.how.sign_offs.clear();
        decision.how.host_decides = false;
    }
    project.tasks.retain(|task| task.id.as_str() != "translate");
    project.feedback.clear();
    project.sessions.clear();
    project.engagements.clear();
    let answer = reviewed(project);
    assert!(codes(&answer).is_empty(), "{:?}", answer.alarms);
}

#[test]
fn hours_and_pay_change_no_level() {
    let mut project = brochure();
    let before = reviewed(project.clone()).levels;
    project.engagements.clear();
    project.tasks.clear();
    project.assignments.clear();
    for person in &mut project.people {
        person.capacity = None;
    }
    assert_eq!(reviewed(project).levels, before);
}

#[test]
fn what_is_left_out_is_unknown_and_not_zero() {
    let project: Project = serde_json::from_str(r#"{"title":"x","people":[{"id":"a"}]}"#).unwrap();
    let answer = reviewed(project);
    assert!(answer.levels.is_none() && answer.power.is_empty() && answer.work.split.is_none());
    assert!(answer.unknown.len() >= 7);
    assert_eq!(answer.questions.open.len(), QUESTIONS.len());
}

#[test]
fn refusals_need_enough_cases_and_survive_one_change() {
    let often = |lived, host| refused_more_often(lived, host).unwrap();
    assert!(!often((4, 4), (0, 4)), "below five decided on a side there is no rate");
    assert!(often((5, 5), (0, 5)));
    assert!(!often((2, 5), (0, 5)), "one outcome more or less would undo it");
    assert!(often((8, 20), (0, 20)) && !often((5, 20), (0, 20)));
    assert!(often((13, 50), (1, 50)) && !often((11, 50), (1, 50)));
}

#[test]
fn one_balance_for_each_side_adds_up() {
    let answer = reviewed(brochure());
    let sum = |of: fn(&BalanceRow) -> Option<Ratio>| {
        answer.balance.sides.iter().filter_map(of).try_fold(Ratio::ZERO, Ratio::plus).unwrap()
    };
    assert_eq!(sum(|row| row.hours_share), Ratio::ONE);
    assert_eq!(sum(|row| row.unpaid_share), Ratio::ONE);
    assert!(answer.balance.sides.iter().all(|row| row.fees_share.is_none()), "the manager's pay is not known");
}

#[test]
fn errors_point_into_the_project() {
    let refused = |edit: fn(&mut Project)| {
        let mut project = brochure();
        edit(&mut project);
        let report = review(&ReviewRequest { project }).unwrap_err();
        (report.code.as_str(), report.path)
    };
    assert_eq!(refused(|project| project.people.clear()), ("empty_group", "/project/people".into()));
    assert_eq!(refused(|project| project.people[3].constituency = None), ("no_constituency", "/project/people/3".into()));
    let dates = refused(|project| project.people[4].left = "2025-01-01".parse().ok());
    assert_eq!(dates, ("dates_reversed", "/project/people/4/left".into()));
    let twice = refused(|project| project.people[1].id = project.people[0].id.clone());
    assert_eq!(twice, ("duplicate_id", "/project/people/1".into()));
    let stranger = refused(|project| project.engagements[0].person = "zed".parse().ok());
    assert_eq!(stranger, ("unknown_member", "/project/engagements/0/person".into()));
}

#[test]
fn nothing_unknown_is_shown_as_zero() {
    let mut project = brochure();
    project.engagements.retain(|engagement| engagement.person.as_ref().is_some_and(|id| id.as_str() == "writer"));
    for session in &mut project.sessions {
        session.unpaid = crate::unit::IdMap::default();
    }
    for person in &mut project.people {
        person.capacity = None;
    }
    let answer = reviewed(project);
    for row in &answer.balance.sides {
        assert_eq!((row.hours, row.hours_share, row.fees_share, row.unpaid), (None, None, None, None), "{}", row.id);
    }
    assert_eq!(answer.balance.sides[1].fees, None, "nobody said what staff are paid");
}

#[test]
fn finished_work_of_a_leaver_counts() {
    let hours = |done: &str| {
        let mut project = brochure();
        project.sessions.clear();
        let finished = |task: &mut crate::workload::Task| task.done |= task.id.as_str() == done;
        project.tasks.iter_mut().for_each(finished);
        reviewed(project).balance.sides[0].hours.unwrap()
    };
    assert_eq!(hours("section_first"), hours("none"), "the section author's five hours, done or taken over");
}

#[test]
fn a_task_stays_with_whoever_was_not_asked_for_hours() {
    let mut project = brochure();
    project.people[1].capacity = None;
    let work = reviewed(project).work;
    assert_eq!(work.hours_unknown.len(), 1);
    let split = work.split.unwrap();
    assert!(split.assignments.iter().all(|assignment| assignment.task.as_str() != "section_court"), "the writer keeps it");
}

#[test]
fn pay_is_compared_for_like_work() {
    let mut project = brochure();
    for engagement in &mut project.engagements {
        if engagement.person.as_ref().is_some_and(|id| id.as_str() == "coordinator") {
            engagement.activity = Some("printing".to_owned());
            engagement.card_id = None;
            engagement.fee = "200.00".parse().ok();
        }
    }
    let found = codes(&reviewed(project));
    assert!(!found.contains(&AlarmCode::PayGap) && found.contains(&AlarmCode::PayUnknown));
    assert!(codes(&reviewed(brochure())).contains(&AlarmCode::PayGap));
}

#[test]
fn two_hundred_decisions_are_measured_once_where_alike() {
    let mut project = brochure();
    let first = project.decisions[1].clone();
    project.decisions = (0..200)
        .map(|number| {
            let mut next = first.clone();
            next.id = format!("d{number}").parse().unwrap();
            next
        })
        .collect();
    let named = reviewed(project).power.iter().filter(|decision| decision.decision.is_some()).count();
    assert_eq!(named, 200);
}
