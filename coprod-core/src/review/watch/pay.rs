//! Alarms about pay.

use super::raise;
use crate::error::ErrorReport;
use crate::group::Side;
use crate::payment::{FloorName, FloorOutcome, HourlyPay};
use crate::review::alarm::{Alarm, AlarmCode, Severity};
use crate::review::findings::Findings;
use crate::review::keep::KeptOutlook;
use crate::review::pay::PayReview;
use crate::unit::{Id, Money};

/// Offers that are not known or below a floor, people with lived experience who are paid less, and people who are worse off.
pub(super) fn alarms(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) -> Result<(), ErrorReport> {
    offers(findings, alarms);
    pay_gap(findings, alarms);
    worse_off(findings, alarms)
}

fn offers(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) {
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

/// Somebody is worse off for what they are paid. Which benefit it is stays with the person.
fn worse_off(findings: &Findings<'_>, alarms: &mut Vec<Alarm>) -> Result<(), ErrorReport> {
    for kept in &findings.kept {
        let name = findings.name(&kept.person);
        let (severity, statement) = match (kept.outlook, &kept.kept) {
            (KeptOutlook::NoWorse, _) => continue,
            (KeptOutlook::ShortForATime, Some(kept)) => {
                let by = lost(kept.in_period.low())?;
                (Severity::Warning, format!("{name} can be £{by} short for a time for what they are paid, until tax is settled"))
            }
            (KeptOutlook::MayBeWorseOff, Some(kept)) => {
                let by = lost(kept.eventual.low())?;
                (Severity::Warning, format!("{name} can be up to £{by} worse off for what they are paid than without it"))
            }
            (KeptOutlook::WorseOff, Some(kept)) => {
                let least = if kept.eventual.low() == kept.eventual.high() { "" } else { "at least " };
                let by = lost(kept.eventual.high())?;
                (Severity::Serious, format!("{name} is {least}£{by} worse off for what they are paid than without it"))
            }
            (KeptOutlook::NotBeforeAdvice, _) | (_, None) => (
                Severity::Serious,
                format!(
                    "{name} is to be paid nothing but expenses with a receipt before advice: it can take their right to stay from them"
                ),
            ),
        };
        raise(
            alarms,
            AlarmCode::WorseOffForPay,
            severity,
            vec![kept.at.clone()],
            statement,
            "talk to the person alone before anything is paid: another amount, other days or expenses only can leave them more, and advice on benefits is free",
        );
    }
    Ok(())
}

fn lost(kept: Money) -> Result<Money, ErrorReport> {
    Ok(Money::ZERO.minus(kept)?)
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
