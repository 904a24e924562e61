//! Absences in words.

use std::collections::BTreeSet;

use super::base::Base;
use super::effect::Effect;
use super::{AbsenceBreak, AbsenceEffect, ResilienceAnswer, ResilienceRequest, WorkWithout};
use crate::error::WorkloadError;
use crate::group::{label, labels, listed};
use crate::unit::{Date, Hours, Id, Ratio};
use crate::workload::LateTask;

/// When somebody is away.
pub(super) struct When {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    /// Just at the sessions of that day.
    pub(super) session: bool,
    /// Tasks at which everybody meets that day.
    pub(super) missed: Vec<Id>,
    /// The tasks beside which their help is missed.
    pub(super) helping: BTreeSet<usize>,
}

impl When {
    fn has(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    fn in_words(&self, name: &str) -> String {
        match (self.from, self.to) {
            (Some(from), _) if self.session => format!("if {name} misses {}", from.in_words()),
            (Some(from), Some(to)) if from == to => format!("if {name} is away on {}", from.in_words()),
            (Some(from), Some(to)) => format!("if {name} is away from {} to {}", from.in_words(), to.in_words()),
            (Some(from), None) => format!("if {name} leaves on {}", from.in_words()),
            (None, _) => format!("without {name}"),
        }
    }
}

/// What one absence does.
pub(super) fn absence(effect: &Effect, when: When, again: Option<WorkWithout>) -> Result<AbsenceEffect, WorkloadError> {
    let tasks = effect.at_risk()?;
    let take_over = effect.without(false)?;
    let mut breaks = effect.breaks(&take_over);
    let support_lost = effect.support_lost(&when.helping);
    if when.session && !support_lost.is_empty() {
        breaks.push(AbsenceBreak::Support);
    }
    let person = effect.base.board.cast.id(effect.gone.person);
    let person = person
        .ok_or_else(|| WorkloadError::Internal { path: crate::error::Pointer::root(), what: "nobody is away".to_owned() })?;
    let hours = Hours::sum(tasks.iter().map(|task| task.hours)).unwrap_or_default();
    let mut told = AbsenceEffect {
        person,
        from: when.from,
        to: when.to,
        sessions_only: when.session,
        hours,
        support_lost,
        chairs: effect.chairs(|day| when.has(day)),
        missed_together: when.missed.clone(),
        tasks,
        take_over,
        again,
        breaks,
        words: String::new(),
    };
    told.words = sentences(effect.base, &told, &when);
    Ok(told)
}

fn sentences(base: &Base, told: &AbsenceEffect, when: &When) -> String {
    let people = base.setting.people;
    let start = when.in_words(label(people, &told.person));
    let title = |id: &Id| {
        base.setting.tasks.iter().find(|task| task.id == *id).map_or_else(|| id.to_string(), |task| task.label().to_owned())
    };
    let titles = |ids: Vec<&Id>| {
        let mut names: Vec<String> = Vec::new();
        for name in ids.into_iter().map(title) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        listed(&names)
    };
    let mut said = Vec::new();
    let found = &told.take_over;
    if told.tasks.is_empty() {
        said.push(format!("{start}, nobody has to take anything over"));
    } else {
        let whose = titles(told.tasks.iter().map(|task| &task.task).collect());
        said.push(match (when.session, told.hours) {
            (false, hours) => format!("{start}, {} of work fall to others: {whose}", hours.in_words()),
            (true, Hours::ZERO) => {
                format!("{start}, somebody has to stand in for {whose} (how long that session takes is not told)")
            }
            (true, hours) => format!("{start}, somebody has to stand in for {}: {whose}", hours.in_words()),
        });
        match found.undone {
            0 => said.push("with everybody else keeping what they have, it can all be taken over".to_owned()),
            _ => {
                let open = titles(found.unfilled.iter().map(|need| &need.task).collect());
                said.push(format!("with everybody else keeping what they have, nobody fills {open}"));
            }
        }
        if let (Some(then), Some(now)) = (found.vector.first(), base_worst(base)) {
            said.push(match then.cmp(&now) {
                std::cmp::Ordering::Equal => format!("the largest ratio stays {now}"),
                _ => format!("the largest ratio is then {then} in place of {now}"),
            });
        }
    }
    if !told.missed_together.is_empty() {
        said.push(format!("nobody stands in where everybody meets: {}", titles(told.missed_together.iter().collect())));
    }
    if when.session && !told.support_lost.is_empty() {
        let without: Vec<Id> =
            told.support_lost.iter().map(|given| given.person.clone()).collect::<BTreeSet<_>>().into_iter().collect();
        said.push(format!("{} would be there without help", labels(people, &without)));
    }
    if !found.above_agreed.is_empty() {
        let has = if found.above_agreed.len() == 1 { "has" } else { "have" };
        said.push(format!("{} then {has} more hours than agreed", labels(people, &found.above_agreed)));
    }
    said.extend(found.late.iter().map(|late: &LateTask| late.words.clone()));
    if let Some(again) = told.again.as_ref().filter(|_| !told.tasks.is_empty()) {
        let fewer = again.undone < found.undone;
        let fairer = again.undone == found.undone && again.vector < found.vector;
        let worst = again.vector.first().map_or_else(String::new, |worst| format!(", with a largest ratio of {worst}"));
        if fewer && again.undone == 0 {
            said.push(format!("split anew, all of it can be done{worst}"));
        } else if fewer {
            said.push(format!("split anew, {} can still be filled by nobody{worst}", places(again.undone)));
        } else if fairer {
            said.push(format!("split anew, it is fairer{worst}"));
        }
    }
    said.join("; ")
}

fn places(count: u32) -> String {
    if count == 1 { "1 place".to_owned() } else { format!("{count} places") }
}

fn base_worst(base: &Base) -> Option<Ratio> {
    let worst = base.then.board.problem.vector(&base.then.solved.holders).first().copied()?;
    crate::workload::report::ratio(worst).ok()
}

/// The whole answer.
pub(super) fn answer(
    base: &Base,
    request: &ResilienceRequest,
    absences: Vec<AbsenceEffect>,
) -> Result<ResilienceAnswer, WorkloadError> {
    let (single_points, slack) = (base.single_points(), base.slack());
    let plans = absences.iter().flat_map(|absence| [Some(&absence.take_over), absence.again.as_ref()]).flatten();
    let complete = plans.into_iter().all(|plan| plan.optimal);
    let mut words = Vec::new();
    for (kind, does) in [
        (AbsenceBreak::Unfilled, "leaves a need unfilled"),
        (AbsenceBreak::Deadline, "breaks a deadline"),
        (AbsenceBreak::HardCap, "leaves work that somebody able must not be given, as it is above their most"),
        (AbsenceBreak::AboveAgreed, "gives somebody more hours than they agreed to give"),
        (AbsenceBreak::Support, "leaves somebody without help at a session"),
    ] {
        let mut who: Vec<Id> = Vec::new();
        for absence in absences.iter().filter(|absence| absence.breaks.contains(&kind)) {
            if !who.contains(&absence.person) {
                who.push(absence.person.clone());
            }
        }
        match who.len() {
            0 => {}
            1 => words.push(format!(
                "with everybody else keeping what they have, the absence of {} {does}",
                labels(&request.people, &who)
            )),
            _ => words.push(format!(
                "with everybody else keeping what they have, the absence of any one of {} {does}",
                labels(&request.people, &who)
            )),
        }
    }
    if words.is_empty() {
        words.push("no single absence that was looked at breaks anything".to_owned());
    }
    words.extend(single_points.iter().map(|point| point.words.clone()));
    // What is done at sessions has nothing to spare by its nature.
    let task = |id: &Id| request.tasks.iter().find(|task| task.id == *id).filter(|task| task.sessions.is_empty());
    let movable: Vec<_> = slack.iter().filter_map(|slack| Some((slack.days, task(&slack.task)?.label()))).collect();
    if let Some(least) = movable.iter().map(|(days, _)| *days).min() {
        let first: Vec<&str> = movable.iter().filter(|(days, _)| *days == least).map(|(_, title)| *title).collect();
        let days = if least == 1 { "1 day".to_owned() } else { format!("{least} days") };
        words.push(format!("least to spare: {days} for {}", crate::group::listed_briefly(&first)));
    }
    let method = if complete {
        "for each absence a search of its own, as for a split; every plan is proved to be the best"
    } else {
        "for each absence a search of its own, as for a split; where \"optimal\" is false, the best found within the limit of steps"
    };
    let now = base.now()?;
    Ok(ResilienceAnswer {
        now,
        absences,
        single_points,
        slack,
        words,
        assumes: assumes(request),
        complete,
        method: method.to_owned(),
    })
}

/// What the answer supposes.
fn assumes(request: &ResilienceRequest) -> Vec<String> {
    let mut all = vec![
        "one person is away at a time".to_owned(),
        "of an unfinished task all hours fall to whoever takes it over".to_owned(),
    ];
    if let Some(away) = request.away {
        all.push(format!("what is due before {} is done, and nothing else is", away.from.in_words()));
        if request.people.iter().any(|worker| worker.hours_a_day.is_some()) {
            all.push("whoever named hours for a day works on the soonest due first".to_owned());
        }
    }
    if request.sessions {
        all.push("whoever misses a session does the rest of their tasks, and their own hours are left as they are".to_owned());
    }
    if request.people.iter().any(|worker| worker.hours_a_day.is_none()) {
        all.push("whoever named no hours for a day finds the time for what they have, at least a day for each task".to_owned());
    }
    all
}
