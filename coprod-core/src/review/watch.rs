//! Which alarms a project raises. Facts fire at once; only refusals need enough cases to be more than noise.

use super::alarm::{Alarm, AlarmCode, Severity};
use super::findings::Findings;
use super::pay::PayReview;
use super::power::{DecisionPower, MemberStanding};
use super::project::Outcome;
use crate::error::ErrorReport;
use crate::group::Side;
use crate::payment::{FloorName, FloorOutcome, HourlyPay};
use crate::unit::{Date, Exact, Hours, Id, Ratio};

/// Every alarm, the most serious first.
pub(super) fn alarms(findings: &Findings<'_>) -> Result<Vec<Alarm>, ErrorReport> {
    let mut alarms = Vec::new();
    power(findings, &mut alarms);
    entry(findings, &mut alarms);
    pay(findings, &mut alarms);
    pay_gap(findings, &mut alarms);
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

fn pay(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) {
    for offer in &findings.offers {
        let name = findings.name(&offer.person);
        let what = offer.activity.as_deref().unwrap_or("the work");
        let Some(quote) = &offer.quote else {
            raise(
                alarms,
                AlarmCode::PayUnknown,
                Severity::Note,
                vec![offer.at.clone()],
                format!("nobody has said what {name} is paid for {what} on {}", offer.date.in_words()),
                "find out: without it nobody can tell whether pay is equal",
            );
            continue;
        };
        for floor in quote.floors.iter().filter(|floor| floor.outcome == FloorOutcome::Failed) {
            let (code, severity) = match floor.floor {
                FloorName::MinimumWage => (AlarmCode::BelowMinimumWage, Severity::Serious),
                FloorName::RealLivingWageUk | FloorName::RealLivingWageLondon => (AlarmCode::BelowLivingWage, Severity::Warning),
            };
            // Whoever is below the legal minimum is below every other floor, which need not be said again.
            let below_minimum =
                quote.floors.iter().any(|other| other.floor == FloorName::MinimumWage && other.outcome == FloorOutcome::Failed);
            if code == AlarmCode::BelowLivingWage && below_minimum {
                continue;
            }
            let hourly = quote.per_hour.as_ref().map(|pay| format!("£{}", pay.rounded)).unwrap_or_default();
            let rate = floor.rate.map(|rate| format!("£{rate}")).unwrap_or_default();
            let needed = floor.fee_needed.map(|fee| format!(" A fee of £{fee} would reach it.")).unwrap_or_default();
            raise(
                alarms,
                code,
                severity,
                vec![offer.at.clone()],
                format!("{name}, {what}: the offer comes to {hourly} an hour, and {} is {rate}.{needed}", floor.name),
                "raise the fee, or ask for less time; whether somebody is a worker in law, so that the minimum binds, needs checking",
            );
        }
    }
}

/// A lived fee per hour below any staff rate for the same activity. Declined pay is not zero pay, so a fee that is not known compares with
/// nothing; where nobody knows what staff are paid for an activity, that is asked.
fn pay_gap(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) {
    let paid = |side: Side| -> Vec<(&PayReview, &HourlyPay)> {
        let offers = findings.offers.iter().filter(|offer| findings.side_of(&offer.person) == Some(side));
        offers.filter_map(|offer| Some((offer, offer.quote.as_ref()?.per_hour.as_ref()?))).collect()
    };
    let (lived, staff) = (paid(Side::Lived), paid(Side::Host));
    let mut activities: Vec<Option<String>> = lived.iter().map(|(offer, _)| alike(offer)).collect();
    activities.sort();
    activities.dedup();
    for activity in activities {
        let same = |(offer, _): &&(&PayReview, &HourlyPay)| alike(offer) == activity;
        let what = activity.as_deref().unwrap_or("work");
        let here: Vec<_> = lived.iter().filter(same).collect();
        let Some((dearest, most)) = staff.iter().filter(same).max_by_key(|(_, pay)| pay.exact) else {
            raise(
                alarms,
                AlarmCode::PayUnknown,
                Severity::Note,
                here.iter().map(|(offer, _)| offer.at.clone()).collect(),
                format!("nobody has said what staff are paid for {what}, so that pay cannot be compared"),
                "find out: without it nobody can tell whether pay is equal",
            );
            continue;
        };
        let below: Vec<_> = here.into_iter().filter(|(_, pay)| pay.exact < most.exact).collect();
        let Some((_, least)) = below.iter().min_by_key(|(_, pay)| pay.exact) else { continue };
        let mut people: Vec<Id> = Vec::new();
        for (offer, _) in &below {
            if !people.contains(&offer.person) {
                people.push(offer.person.clone());
            }
        }
        raise(
            alarms,
            AlarmCode::PayGap,
            Severity::Serious,
            below.iter().map(|(offer, _)| offer.at.clone()).chain([dearest.at.clone()]).collect(),
            format!(
                "{} are offered less for an hour of {what}, preparation included, than staff are paid: from £{}, against £{}",
                findings.names(&people),
                least.rounded,
                most.rounded
            ),
            "pay like work alike, whoever does it",
        );
    }
}

/// What makes two offers comparable: the same activity, however it is spaced or capitalised.
fn alike(offer: &PayReview) -> Option<String> {
    let words = offer.activity.as_ref().map(|activity| activity.split_whitespace().collect::<Vec<_>>().join(" "));
    words.map(|activity| activity.to_lowercase())
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
