//! Carer's Allowance and Carer Support Payment: one penny over the limit of a week costs the whole week.

use super::spread::WeekStart;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Benefit, BenefitEffect, CarerCase, PayCase, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject, Whole};
use crate::payment::person::EarningsPattern;
use crate::payment::rates::{Figure, Rate, Shelf};
use crate::unit::Date;

/// No payment covers more weeks than this, ten years: an award is not kept open for so long.
const MOST_WEEKS: i64 = 520;

/// What differs between the two benefits.
struct Kind {
    benefit: Benefit,
    what: &'static str,
    start: WeekStart,
    rules: Rules,
}

struct Rules {
    other: Rule,
    care: Rule,
    half: Rule,
    care_counted: Rule,
    after_care: Rule,
    earnings: Rule,
    limit: Rule,
    over: Rule,
    rate: Rule,
    lost: Rule,
    penny: Rule,
    each_week: Rule,
    weeks: Rule,
    most: Rule,
    weeks_counted: Rule,
    covered: Rule,
}

macro_rules! rules {
    ($name:literal, $limit:ident, $one_off:ident, $care:ident) => {
        Rules {
            other: Rule::plain(concat!($name, ".other_earnings"), "net earnings of a week without the payments"),
            care: Rule::plain(concat!($name, ".care_costs"), "what is paid in a week for care while working"),
            half: Rule::of(CitedRule::$care, concat!($name, ".half"), "half of the net pay, the most that care costs count for"),
            care_counted: Rule::of(CitedRule::$care, concat!($name, ".care_counted"), "the care costs that count"),
            after_care: Rule::of(CitedRule::$care, concat!($name, ".after_care"), "the net pay without care costs"),
            earnings: Rule::plain(concat!($name, ".earnings"), "net earnings of the week"),
            limit: Rule::of(CitedRule::$limit, concat!($name, ".limit"), "the limit for net earnings of a week"),
            over: Rule::of(CitedRule::$limit, concat!($name, ".over"), "what is above the limit"),
            rate: Rule::of(CitedRule::$limit, concat!($name, ".rate"), "what is paid for the week"),
            lost: Rule::of(CitedRule::$limit, concat!($name, ".lost"), "nothing for this week: net earnings are above the limit"),
            penny: Rule::of(CitedRule::$one_off, concat!($name, ".penny"), "the penny that is above the limit"),
            each_week: Rule::of(
                CitedRule::$one_off,
                concat!($name, ".each_week"),
                "what a payment that is not for a period counts for in a week",
            ),
            weeks: Rule::of(CitedRule::$one_off, concat!($name, ".weeks"), "the whole weeks that the payment covers"),
            most: Rule::plain(concat!($name, ".most_weeks.count"), "the most weeks that are worked out for a payment"),
            weeks_counted: Rule::plain(concat!($name, ".weeks_counted.count"), "the weeks that are worked out"),
            covered: Rule::of(CitedRule::$one_off, concat!($name, ".covered"), "nothing for this week: the payment covers it"),
        }
    };
}

static ALLOWANCE: Kind = Kind {
    benefit: Benefit::CarersAllowance,
    what: "carers_allowance",
    start: WeekStart::Monday,
    rules: rules!("carers_allowance", CarersAllowanceEarnings, CarersAllowanceOneOffPayment, CarersAllowanceCareCosts),
};

static SUPPORT: Kind = Kind {
    benefit: Benefit::CarerSupportPayment,
    what: "carer_support_payment",
    start: WeekStart::Sunday,
    rules: rules!("carer_support_payment", CarerSupportPaymentLimit, CarerSupportPaymentEarnings, CarerSupportPaymentCareCosts),
};

impl Kind {
    fn of(carer: &CarerCase) -> &'static Self {
        if carer.scottish { &SUPPORT } else { &ALLOWANCE }
    }
}

/// The figures of either benefit.
#[derive(Clone, Copy)]
struct Figures<'a> {
    limit: &'a Figure,
    rate: &'a Figure,
    pension: &'a Rate,
}

fn figures<'a>(carer: &CarerCase, shelf: &'a Shelf, on: Date) -> Result<Figures<'a>, PaymentError> {
    Ok(if carer.scottish {
        let rates = shelf.carer_support(on)?;
        Figures { limit: &rates.earnings_limit, rate: &rates.rate, pension: &rates.pension_deduction }
    } else {
        let rates = shelf.carer(on)?;
        Figures { limit: &rates.earnings_limit, rate: &rates.rate, pension: &rates.pension_deduction }
    })
}

/// The benefit in each week.
pub(super) fn carer<L: Ledger>(
    carer: &CarerCase,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    let Kind { benefit, what, start, rules } = Kind::of(carer);
    let Workspace { nets, effects, parts, weeks, .. } = space;
    ledger.about(Subject { what, period: None, with_payments: true });
    let pension = |on| Ok(*figures(carer, shelf, start.first(on)?)?.pension);
    weeks.start(payments, nets, pension, ledger)?;
    let one_off = carer.pattern == EarningsPattern::OneOff;
    if one_off {
        weeks.add_paid(payments, *start)?;
        for (number, payment) in payments.iter().enumerate() {
            let week = start.first(payment.paid_on)?;
            let net = weeks.net(number);
            let covered = weeks_covered(carer, rules, net, figures(carer, shelf, week)?.limit, ledger);
            weeks.add_covered(number, week, covered.pence)?;
        }
    } else {
        weeks.add_work(payments, *start)?;
        weeks.divide(ledger);
    }
    for week in weeks.each() {
        let period = week.period()?;
        let figures = figures(carer, shelf, period.0)?;
        ledger.about(Subject { what, period: Some(period), with_payments: false });
        let other = given(ledger, &rules.other, carer.other_weekly);
        let before = payable(rules, &figures, other, ledger);
        ledger.about(Subject { what, period: Some(period), with_payments: true });
        let after = if !one_off {
            let pay = week.earned(ledger, parts);
            let pay = if carer.care_costs > 0 {
                let costs = care_counted(carer, rules, pay, ledger);
                ledger.left(&rules.after_care, pay, costs)
            } else {
                pay
            };
            let earnings = if other.pence == 0 { pay } else { ledger.sum(&rules.earnings, &[other, pay]) };
            payable(rules, &figures, earnings, ledger)
        } else if week.is_covered() && before.pence > 0 {
            let rate = ledger.figure(&rules.rate, figures.rate);
            ledger.minus(&rules.covered, rate, rate)
        } else {
            before
        };
        effects.push(BenefitEffect { benefit: *benefit, from: period.0, until: period.1, before, after, later: false });
    }
    Ok(())
}

/// How many whole weeks a payment covers that is not for a period.
fn weeks_covered<L: Ledger>(carer: &CarerCase, rules: &'static Rules, net: Amount, limit: &Figure, ledger: &mut L) -> Amount {
    let limit = ledger.figure(&rules.limit, limit);
    let penny = ledger.given(&rules.penny, 1);
    let costs = if carer.care_costs > 0 { care_counted(carer, rules, net, ledger) } else { Amount::NONE };
    let each = ledger.sum(&rules.each_week, &[limit, penny, costs]);
    let weeks = ledger.whole_times(&rules.weeks, net, each);
    if weeks.pence <= MOST_WEEKS {
        return weeks;
    }
    let most = ledger.given(&rules.most, MOST_WEEKS);
    ledger.least(&rules.weeks_counted, weeks, most)
}

fn care_counted<L: Ledger>(carer: &CarerCase, rules: &'static Rules, pay: Amount, ledger: &mut L) -> Amount {
    let costs = ledger.given(&rules.care, carer.care_costs);
    let half = ledger.fraction(&rules.half, pay, 1, 2, Whole::Up);
    ledger.least(&rules.care_counted, costs, half)
}

fn payable<L: Ledger>(rules: &'static Rules, figures: &Figures<'_>, earnings: Amount, ledger: &mut L) -> Amount {
    let over = if earnings.pence == 0 {
        Amount::NONE
    } else {
        let limit = ledger.figure(&rules.limit, figures.limit);
        ledger.left(&rules.over, earnings, limit)
    };
    let rate = ledger.figure(&rules.rate, figures.rate);
    if over.pence > 0 { ledger.minus(&rules.lost, rate, rate) } else { rate }
}

fn given<L: Ledger>(ledger: &mut L, rule: &'static Rule, pence: i64) -> Amount {
    if pence == 0 { Amount::NONE } else { ledger.given(rule, pence) }
}

/// The first of the weeks that a payment covers, and the most that it can cover.
pub(super) fn may_cover(carer: &CarerCase, payment: &PayCase<'_>, shelf: &Shelf) -> Result<(Date, i64), PaymentError> {
    let week = Kind::of(carer).start.first(payment.paid_on)?;
    let limit = figures(carer, shelf, week)?.limit.pence;
    Ok((week, (payment.gross.max(0) / (limit + 1)).min(MOST_WEEKS)))
}
