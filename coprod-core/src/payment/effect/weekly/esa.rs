//! Employment and Support Allowance: work is permitted, week by week of the work, up to a limit; beyond it nothing is paid for the week.

use super::spread::WeekStart;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Benefit, BenefitEffect, Case, EsaCase, PayCase, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject, Whole};
use crate::payment::person::{EsaGroup, EsaKind};
use crate::payment::rates::Shelf;
use crate::unit::Date;

const WHAT: &str = "employment_and_support_allowance";
const STATED: Rule = Rule::plain("esa.stated", "what is paid a week");
const ALLOWANCE: Rule =
    Rule::of(CitedRule::EmploymentAndSupportAllowanceAmount, "esa.allowance", "the basic allowance of a week");
const SUPPORT: Rule =
    Rule::of(CitedRule::EmploymentAndSupportAllowanceAmount, "esa.support_component", "the component of the support group");
const RATE: Rule = Rule::of(CitedRule::EmploymentAndSupportAllowanceAmount, "esa.rate", "what is paid a week");
const OTHER: Rule = Rule::plain("esa.other_earnings", "net earnings of a week without the payments");
const EARNINGS: Rule = Rule::plain("esa.earnings", "net earnings from the work of this week");
const SECONDS: Rule = Rule::plain("esa.seconds.count", "seconds of work in this week, 3,600 to the hour");
const HOURS: Rule = Rule::plain("esa.hours.count", "whole hours of work in this week");
const HOURS_BELOW: Rule = Rule::of(
    CitedRule::EmploymentAndSupportAllowancePermittedWork,
    "esa.hours_below.count",
    "the hours below which the higher limit holds",
);
const LOWER: Rule = Rule::of(
    CitedRule::EmploymentAndSupportAllowancePermittedWork,
    "esa.lower_limit",
    "the limit that holds whatever the hours: there are too many for the higher one",
);
const HIGHER: Rule = Rule::of(
    CitedRule::EmploymentAndSupportAllowancePermittedWork,
    "esa.higher_limit",
    "the higher limit of permitted work: the hours allow it",
);
const SUPERVISED: Rule = Rule::of(
    CitedRule::EmploymentAndSupportAllowancePermittedWork,
    "esa.supervised_limit",
    "the higher limit of permitted work: supervised work has no limit of hours",
);
const OVER: Rule = Rule::of(CitedRule::EmploymentAndSupportAllowancePermittedWork, "esa.over", "what is above the limit");
const LOST: Rule = Rule::of(
    CitedRule::EmploymentAndSupportAllowancePermittedWork,
    "esa.lost",
    "nothing for this week: the work is more than is permitted",
);

/// The allowance in each week.
pub(super) fn esa<L: Ledger>(
    case: &Case,
    esa: &EsaCase,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    let benefit = if esa.kind == EsaKind::NewStyle { Benefit::NewStyleEsa } else { Benefit::LegacyEsa };
    let Workspace { nets, effects, parts, weeks, .. } = space;
    ledger.about(Subject { what: WHAT, period: None, with_payments: true });
    let pension = |on| Ok(shelf.permitted_work(WeekStart::Monday.first(on)?)?.pension_deduction);
    weeks.start(payments, nets, pension, ledger)?;
    weeks.add_work(payments, WeekStart::Monday)?;
    weeks.divide(ledger);
    for week in weeks.each() {
        let period = week.period()?;
        ledger.about(Subject { what: WHAT, period: Some(period), with_payments: false });
        let other = if esa.other_weekly == 0 { Amount::NONE } else { ledger.given(&OTHER, esa.other_weekly) };
        let over = permitted(esa, shelf, period.0, other, esa.other_seconds, ledger)?;
        let rate = rate(case, esa, shelf, period.0, ledger)?;
        let before = paid(rate, over, ledger);
        ledger.about(Subject { what: WHAT, period: Some(period), with_payments: true });
        let pay = week.earned(ledger, parts);
        let earnings = if other.pence == 0 { pay } else { ledger.sum(&EARNINGS, &[other, pay]) };
        let over = permitted(esa, shelf, period.0, earnings, esa.other_seconds + week.seconds(), ledger)?;
        let after = paid(rate, over, ledger);
        effects.push(BenefitEffect { benefit, from: period.0, until: period.1, before, after, later: false });
    }
    Ok(())
}

/// By how much earnings are above the limit that the hours of work leave; nothing where the work is permitted.
fn permitted<L: Ledger>(
    esa: &EsaCase,
    shelf: &Shelf,
    week: Date,
    earnings: Amount,
    seconds: i64,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    let rates = shelf.permitted_work(week)?;
    let limit = if esa.supervised {
        ledger.figure(&SUPERVISED, &rates.higher_limit)
    } else {
        let worked = ledger.given(&SECONDS, seconds);
        let hours = ledger.fraction(&HOURS, worked, 1, 3600, Whole::Down);
        let below = ledger.figure(&HOURS_BELOW, &rates.hours_below);
        if hours.pence < below.pence {
            ledger.figure(&HIGHER, &rates.higher_limit)
        } else {
            ledger.figure(&LOWER, &rates.lower_limit)
        }
    };
    Ok(ledger.left(&OVER, earnings, limit))
}

fn paid<L: Ledger>(rate: Amount, over: Amount, ledger: &mut L) -> Amount {
    if over.pence > 0 { ledger.minus(&LOST, rate, rate) } else { rate }
}

/// What is paid in a week without earnings.
pub(in crate::payment::effect) fn rate<L: Ledger>(
    case: &Case,
    esa: &EsaCase,
    shelf: &Shelf,
    week: Date,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    if let Some(weekly) = esa.weekly {
        return Ok(ledger.given(&STATED, weekly));
    }
    let rates = shelf.esa(week)?;
    let young = esa.group == EsaGroup::Assessment && case.age < 25;
    let figure = match (esa.kind, young) {
        (EsaKind::LegacyIncomeRelated, true) => &rates.income_related_under_25,
        (EsaKind::LegacyIncomeRelated, false) => &rates.income_related_25_and_over,
        (EsaKind::NewStyle | EsaKind::LegacyContributory, true) => &rates.new_style_under_25,
        (EsaKind::NewStyle | EsaKind::LegacyContributory, false) => &rates.new_style_25_and_over,
    };
    let allowance = ledger.figure(&ALLOWANCE, figure);
    if esa.group != EsaGroup::Support {
        return Ok(allowance);
    }
    let component = ledger.figure(&SUPPORT, &rates.support_component);
    Ok(ledger.sum(&RATE, &[allowance, component]))
}
