//! A person and a payment that tests start from.
#![allow(clippy::inconsistent_digit_grouping, reason = "the pence stand apart from the pounds")]

use std::sync::LazyLock;

use super::{Case, IncomeCase, Outcome, PayCase, TaxCode, TaxCodeKind, Workspace, effect};
use crate::payment::ledger::{Record, Silent, Steps, TraceOperation, TraceRounding, TraceStep, Whole};
use crate::payment::person::Nation;
use crate::payment::rates::Shelf;
use crate::payment::{HowPaid, PayPeriod};
use crate::unit::Date;

/// The date that a test writes as `"2026-06-15"`.
pub(in crate::payment) fn day(text: &str) -> Date {
    serde_json::from_str(&format!("\"{text}\"")).unwrap()
}

/// Somebody in England, aged 40, without other income or benefits.
pub(in crate::payment) fn case() -> Case {
    Case {
        nation: Nation::England,
        age: 40,
        over_pension_age: false,
        income: IncomeCase::default(),
        universal_credit: None,
        carer: None,
        esa: None,
        jobseeker: None,
        housing: None,
        pension_credit: None,
    }
}

/// 150.00 through a monthly payroll on 15 June 2026 with the code 1257L, and nothing else from that payer.
pub(in crate::payment) fn payment<'a>() -> PayCase<'a> {
    PayCase {
        gross: 150_00,
        how: HowPaid::Paye,
        code: TaxCode { kind: TaxCodeKind::Allowance(12_579), by_period: false, scottish: false },
        employer: 0,
        pay_period: PayPeriod::Month,
        other_pay: 0,
        pay_to_date: 0,
        pension: 0,
        counts: true,
        work_dates: &[],
        paid_on: day("2026-06-15"),
        counts_on: day("2026-06-15"),
        shift: 0,
        seconds: 3600,
    }
}

/// The figures of all the years that are known.
pub(in crate::payment) fn shelf() -> Shelf {
    Shelf::known()
}

static SHELF: LazyLock<Shelf> = LazyLock::new(shelf);

/// What the payments do, without a trace.
pub(in crate::payment) fn outcome(case: &Case, payments: &[PayCase<'_>]) -> Outcome {
    effect(case, payments, &SHELF, &mut Silent, &mut Workspace::default()).unwrap()
}

/// What the payments do, and the trace.
pub(in crate::payment) fn traced(case: &Case, payments: &[PayCase<'_>]) -> (Outcome, Vec<TraceStep>) {
    let mut record = Record::new(case.nation);
    let outcome = effect(case, payments, &SHELF, &mut Steps(&mut record), &mut Workspace::default()).unwrap();
    (outcome, record.into_steps())
}

/// Makes each step again from those it was made of, and fails where another value comes out or a law has no citation.
pub(in crate::payment) fn make_again(steps: &[TraceStep]) {
    for step in steps {
        assert!(step.of.iter().all(|of| *of < step.step), "{step:?}");
        assert_eq!(made_again(step, steps), value(step), "{step:?}");
    }
}

fn made_again(step: &TraceStep, steps: &[TraceStep]) -> i64 {
    // The number 0 is nothing, which needs no step.
    let of = |number: &u32| steps.iter().find(|step| step.step == *number).map_or(0, value);
    let of: Vec<i64> = step.of.iter().map(of).collect();
    match step.operation {
        TraceOperation::Given | TraceOperation::Figure => value(step),
        TraceOperation::Sum => of.iter().sum(),
        TraceOperation::Difference => of[0] - of[1],
        TraceOperation::Left => (of[0] - of[1]).max(0),
        TraceOperation::Least => of[0].min(of[1]),
        TraceOperation::Greatest => of[0].max(of[1]),
        TraceOperation::Times => of[0] * of[1],
        TraceOperation::WholeTimes => of[0].max(0) / of[1],
        TraceOperation::Part => {
            let rate = step.rate.as_deref().unwrap();
            let (numer, denom) = rate.split_once('/').unwrap_or((rate, "1"));
            let whole = match step.rounding.unwrap() {
                TraceRounding::HalfUp => Whole::HalfUp,
                TraceRounding::HalfDown => Whole::HalfDown,
                TraceRounding::Down => Whole::Down,
                TraceRounding::Up => Whole::Up,
                TraceRounding::DownToPound => Whole::DownToPound,
            };
            whole.of(of[0].max(0) * numer.parse::<i64>().unwrap(), denom.parse().unwrap())
        }
    }
}

/// Pence, or a count.
fn value(step: &TraceStep) -> i64 {
    step.value.replace('.', "").parse().unwrap()
}
