//! Which alarms a project raises. Facts fire at once; only refusals need enough cases to be more than noise.

mod pay;

use super::alarm::{Alarm, AlarmCode, Severity};
use super::findings::Findings;
use super::power::{DecisionPower, MemberStanding};
use super::project::Outcome;
use crate::error::ErrorReport;
use crate::group::Side;
use crate::unit::{Date, Exact, Hours, Id, Ratio};

/// Every alarm, the most serious first.
pub(super) fn alarms(findings: &Findings<'_>) -> Result<Vec<Alarm>, ErrorReport> {
    let mut alarms = Vec::new();
    power(findings, &mut alarms);
    entry(findings, &mut alarms);
    pay::alarms(findings, &mut alarms)?;
    work(findings, &mut alarms);
    refusals(findings, &mut alarms)?;
    burden(findings, &mut alarms)?;
    alarms.sort_by_key(|alarm| alarm.severity);
    Ok(alarms)
}

fn raise(alarms: &mut Vec<Alarm>, code: AlarmCode, severity: Severity, evidence: Vec<String>, statement: String, remedy: &str) {
    alarms.push(Alarm { code, severity, statement, evidence, remedy: remedy.to_owned() });
}

fn power(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) {
    for decision in &findings.power {
        let at = findings.decision_pointer(decision);
        for sign_off in findings.late_sign_offs(decision) {
            let names = findings.names(&sign_off.by);
            let lost = decision.members.iter().filter(|member| !sign_off.by.contains(&member.id)).count();
            raise(
                alarms,
                AlarmCode::UndeclaredSignOff,
                Severity::Serious,
                vec![at.key("sign_offs").to_string()],
                format!(
                    "{}: {names} must authorise it, which nobody had said when the work began. Whatever the rule gives the other {lost}, \
                     nothing passes without {names}: {}",
                    decision.title,
                    findings.effect_of(decision, &sign_off.by)
                ),
                "say openly who must authorise what and on which grounds, and ask the people with lived experience whether they agree; or drop the sign-off",
            );
        }
        if decision.side(Side::Lived).is_some_and(|lived| lived.share == Some(Ratio::ZERO)) {
            raise(
                alarms,
                AlarmCode::CanBeOutvoted,
                Severity::Serious,
                vec![at.to_string()],
                format!(
                    "{}: the others can decide without the people with lived experience, all of them together",
                    decision.title
                ),
                "ask for a majority of each side, or for the agreement of the people with lived experience",
            );
        }
        for (side, severity) in [(Side::Lived, Severity::Warning), (Side::Host, Severity::Note)] {
            let never = |member: &&MemberStanding| {
                member.never_matters && member.share.is_some() && findings.side_of(&member.id) == Some(side)
            };
            let idle: Vec<Id> = decision.members.iter().filter(never).map(|member| member.id.clone()).collect();
            if !idle.is_empty() {
                raise(
                    alarms,
                    AlarmCode::VoteNeverMatters,
                    severity,
                    vec![at.to_string()],
                    format!("{}: the vote of {} can never make a difference", decision.title, findings.names(&idle)),
                    "check whether that is meant, and tell them",
                );
            }
        }
    }
}

fn entry(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) {
    let joined: Vec<Option<Date>> = findings.people_of(Side::Lived).map(|person| person.joined).collect();
    let Some(first) = joined.iter().copied().collect::<Option<Vec<Date>>>().and_then(|dates| dates.into_iter().min()) else {
        return;
    };
    for (number, decision) in findings.project.decisions.iter().enumerate().filter(|(_, decision)| !decision.minor_by_agreement) {
        if decision.date.is_some_and(|date| date < first) {
            raise(
                alarms,
                AlarmCode::LateEntry,
                Severity::Serious,
                vec![format!("/decisions/{number}/date")],
                format!(
                    "{}: it was taken before anybody with lived experience had joined ({})",
                    decision.label(),
                    first.in_words()
                ),
                "open the decision again with everybody there, or say plainly that it was made without them",
            );
        }
    }
}

fn work(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) {
    let Some(split) = &findings.work.split else { return };
    for load in &split.people {
        if load.of_capacity.is_some_and(|part| part > Ratio::ONE) {
            raise(
                alarms,
                AlarmCode::MoreThanAgreed,
                Severity::Warning,
                vec![format!("/people/{}", findings.number(&load.id))],
                format!("{} has {} hours of tasks and agreed to give {}", findings.name(&load.id), load.hours, load.capacity),
                "ask who could take a task over, or make the project smaller",
            );
        }
    }
    for unfilled in &split.unfilled {
        let number = findings.project.tasks.iter().position(|task| task.id == unfilled.task).unwrap_or(0);
        let title = findings.project.tasks.get(number).map_or(unfilled.task.as_str(), |task| task.label());
        alarms.push(Alarm {
            code: AlarmCode::TaskUnfilled,
            severity: Severity::Warning,
            statement: format!("{title}: {}", unfilled.reason),
            evidence: vec![format!("/tasks/{number}")],
            remedy: unfilled.smallest_change.clone(),
        });
    }
}

fn refusals(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) -> Result<(), ErrorReport> {
    for (number, suggestion) in findings.project.feedback.iter().enumerate() {
        if suggestion.outcome == Outcome::Refused && suggestion.limit_declared == Some(false) {
            let about = suggestion.about.as_deref().unwrap_or("a suggestion");
            let reason = suggestion.reason.as_deref().unwrap_or("a limit");
            raise(
                alarms,
                AlarmCode::RefusedOnUndeclaredLimit,
                Severity::Warning,
                vec![format!("/feedback/{number}")],
                format!(
                    "{} suggested {about}, and it was refused because {reason}, which had not been said before the work began",
                    findings.name(&suggestion.from)
                ),
                "list all limits at the start, and explain each refusal to the person",
            );
        }
    }
    let counted = |side: Side| {
        let decided = findings
            .project
            .feedback
            .iter()
            .filter(|suggestion| findings.side_of(&suggestion.from) == Some(side) && suggestion.outcome != Outcome::Open);
        decided.fold((0_i64, 0_i64), |(refused, all), suggestion| {
            (refused + i64::from(suggestion.outcome == Outcome::Refused), all + 1)
        })
    };
    let (lived, host) = (counted(Side::Lived), counted(Side::Host));
    if refused_more_often(lived, host)? {
        raise(
            alarms,
            AlarmCode::RefusedMoreOften,
            Severity::Warning,
            vec!["/feedback".to_owned()],
            format!(
                "{} of {} suggestions of people with lived experience were refused, and {} of {} of the host side",
                lived.0, lived.1, host.0, host.1
            ),
            "agree on what makes an idea a good one, and judge ideas without knowing whose they are",
        );
    }
    Ok(())
}

/// Each side at least five decided; the lived rate higher by a third (a quarter from 20 a side, a fifth from 50); and still so after
/// changing any one outcome. `(refused, decided)` of each side.
pub(super) fn refused_more_often(lived: (i64, i64), host: (i64, i64)) -> Result<bool, ErrorReport> {
    let fewest = lived.1.min(host.1);
    let gap = match fewest {
        ..5 => return Ok(false),
        5..20 => Ratio::new(1, 3)?,
        20..50 => Ratio::new(1, 4)?,
        50.. => Ratio::new(1, 5)?,
    };
    let wide = |lived: (i64, i64), host: (i64, i64)| -> Result<bool, ErrorReport> {
        Ok(Ratio::new(lived.0, lived.1)?.minus(Ratio::new(host.0, host.1)?)? >= gap)
    };
    let one_fewer = (lived.0.saturating_sub(1).max(0), lived.1);
    let one_more = ((host.0 + 1).min(host.1), host.1);
    Ok(wide(lived, host)? && wide(one_fewer, host)? && wide(lived, one_more)?)
}

/// The median burden for each session at least one and a half times the other side's and half an hour more.
fn burden(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) -> Result<(), ErrorReport> {
    let sorted = |side: Side| {
        let sessions = findings.project.sessions.iter();
        let mut hours: Vec<Hours> = sessions
            .flat_map(|session| session.unpaid.iter())
            .filter(|(id, _)| findings.side_of(id) == Some(side))
            .map(|(_, hours)| *hours)
            .collect();
        hours.sort_unstable();
        hours
    };
    let (lived, host) = (sorted(Side::Lived), sorted(Side::Host));
    let (Some(lived), Some(host)) = (twice_median(&lived), twice_median(&host)) else { return Ok(()) };
    // Twice the median: half an hour more is 3600 seconds more.
    if 2 * lived >= 3 * host && lived - host >= 3600 {
        let hours = |twice: i64| -> Result<String, ErrorReport> { Ok(Ratio::new(twice, 7200)?.to_string()) };
        raise(
            alarms,
            AlarmCode::BurdenGap,
            Severity::Warning,
            vec!["/sessions".to_owned()],
            format!(
                "a session costs people with lived experience {} unpaid hours of travel, access and administration (the middle one of \
                 them), and the host side {}",
                hours(lived)?,
                hours(host)?
            ),
            "meet where they are, by video, or pay for the time; good attendance does not make the burden smaller",
        );
    }
    Ok(())
}

/// Twice the median, in seconds, so that it stays whole.
fn twice_median(sorted: &[Hours]) -> Option<i64> {
    let middle = sorted.len() / 2;
    let upper = sorted.get(middle)?.seconds();
    if sorted.len() % 2 == 1 { Some(2 * upper) } else { Some(upper + sorted.get(middle.checked_sub(1)?)?.seconds()) }
}

impl Findings<'_> {
    /// What a sign-off does to the shares of power, in words.
    fn effect_of(&self, decision: &DecisionPower, holders: &[Id]) -> String {
        let share = |of: &dyn Fn(&MemberStanding) -> Option<Exact>| {
            Exact::sum(
                decision.members.iter().filter(|member| holders.contains(&member.id)).filter_map(of).collect::<Vec<_>>().iter(),
            )
        };
        let (before, after) = (share(&|member| member.share_by_rule.clone()), share(&|member| member.share.clone()));
        format!("their share of power goes from {before} to {after}")
    }
}
