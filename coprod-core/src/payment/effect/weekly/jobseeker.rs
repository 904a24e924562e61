//! New-style Jobseeker's Allowance: falls pound for pound in the week in which the money comes, and is not paid for a week of 16 hours.

use super::spread::WeekStart;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Benefit, BenefitEffect, Case, JobseekerCase, PayCase, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject, Whole};
use crate::payment::person::JobseekersKind;
use crate::payment::rates::{JobseekerRules, Shelf};
use crate::unit::Date;

const WHAT: &str = "jobseekers_allowance";
const STATED: Rule = Rule::plain("jobseekers_allowance.stated", "what is paid a week without earnings");
const RATE: Rule =
    Rule::of(CitedRule::JobseekersAllowanceAmount, "jobseekers_allowance.rate", "what is paid a week without earnings");
const OTHER: Rule = Rule::plain("jobseekers_allowance.other_earnings", "net earnings of a week without the payments");
const EARNINGS: Rule = Rule::plain("jobseekers_allowance.earnings", "net earnings that come in this week");
const DISREGARD: Rule =
    Rule::of(CitedRule::JobseekersAllowanceEarnings, "jobseekers_allowance.disregard", "earnings of a week that are left out");
const TAKEN: Rule =
    Rule::of(CitedRule::JobseekersAllowanceEarnings, "jobseekers_allowance.taken", "earnings that are taken off pound for pound");
const PAID: Rule = Rule::of(CitedRule::JobseekersAllowanceEarnings, "jobseekers_allowance.paid", "what is paid for this week");
const SECONDS: Rule = Rule::plain("jobseekers_allowance.seconds.count", "seconds of work in this week, 3,600 to the hour");
const HOURS: Rule = Rule::plain("jobseekers_allowance.hours.count", "whole hours of work in this week");
const HOURS_BELOW: Rule = Rule::of(
    CitedRule::JobseekersAllowanceHours,
    "jobseekers_allowance.hours_below.count",
    "the hours below which the allowance can be paid",
);
const LOST: Rule = Rule::of(
    CitedRule::JobseekersAllowanceHours,
    "jobseekers_allowance.lost",
    "nothing for this week: there are too many hours of work",
)
.unconfirmed();

/// The allowance in each week of work and of money. The benefit by income is historic and is not worked out.
pub(super) fn jobseeker<L: Ledger>(
    case: &Case,
    jobseeker: &JobseekerCase,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    if jobseeker.kind != JobseekersKind::NewStyle {
        return Ok(());
    }
    let Workspace { nets, effects, parts, weeks, .. } = space;
    ledger.about(Subject { what: WHAT, period: None, with_payments: true });
    let pension = |on| Ok(shelf.jobseeker_rules(WeekStart::Monday.first(on)?)?.pension_deduction);
    weeks.start(payments, nets, pension, ledger)?;
    weeks.add_work(payments, WeekStart::Monday)?;
    weeks.add_paid(payments, WeekStart::Monday)?;
    for week in weeks.each() {
        let period = week.period()?;
        let rules = shelf.jobseeker_rules(period.0)?;
        ledger.about(Subject { what: WHAT, period: Some(period), with_payments: false });
        let rate = rate(case, jobseeker, shelf, period.0, ledger)?;
        let other = if jobseeker.other_weekly == 0 { Amount::NONE } else { ledger.given(&OTHER, jobseeker.other_weekly) };
        let before = paid(rules, rate, other, jobseeker.other_seconds, ledger);
        ledger.about(Subject { what: WHAT, period: Some(period), with_payments: true });
        let pay = week.paid(ledger, parts);
        let earnings = if other.pence == 0 { pay } else { ledger.sum(&EARNINGS, &[other, pay]) };
        let after = paid(rules, rate, earnings, jobseeker.other_seconds + week.seconds(), ledger);
        let benefit = Benefit::NewStyleJsa;
        effects.push(BenefitEffect { benefit, from: period.0, until: period.1, before, after, later: false });
    }
    Ok(())
}

/// What is paid in a week without earnings.
pub(in crate::payment::effect) fn rate<L: Ledger>(
    case: &Case,
    jobseeker: &JobseekerCase,
    shelf: &Shelf,
    week: Date,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    if let Some(weekly) = jobseeker.weekly {
        return Ok(ledger.given(&STATED, weekly));
    }
    let rates = shelf.jobseeker(week)?;
    Ok(ledger.figure(&RATE, if case.age < 25 { &rates.under_25 } else { &rates.from_25 }))
}

fn paid<L: Ledger>(rules: &JobseekerRules, rate: Amount, earnings: Amount, seconds: i64, ledger: &mut L) -> Amount {
    if seconds > 0 {
        let worked = ledger.given(&SECONDS, seconds);
        let hours = ledger.fraction(&HOURS, worked, 1, 3600, Whole::Down);
        let below = ledger.figure(&HOURS_BELOW, &rules.hours_below);
        if hours.pence >= below.pence {
            return ledger.minus(&LOST, rate, rate);
        }
    }
    if earnings.pence == 0 {
        return rate;
    }
    let disregard = ledger.figure(&DISREGARD, &rules.earnings_disregard);
    let taken = ledger.left(&TAKEN, earnings, disregard);
    ledger.left(&PAID, rate, taken)
}
