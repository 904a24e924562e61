//! Says what follows from each way of paying.

use super::PlanRequest;
use super::answer::{PaymentPlan, PlanAnswer, PlanReason, PlannedPayment};
use super::divide::Day;
use super::try_all::{Tried, Way, by_week_of_work};
use crate::error::PaymentError;
use crate::payment::curve::CurveQuestion;
use crate::payment::person::Nation;
use crate::payment::{Payment, TakeHomeWarning, TakeHomeWarningCode};
use crate::unit::{Known, Money};

const STATEMENT: &str = "an estimate on what was told, and not advice: it shows what follows if payments follow the work, and recommends none of \
                         these ways; payments are arranged for reasons of the work, never in order to receive more of a benefit";

/// The answer.
pub(super) fn answer(request: &PlanRequest, days: &[Day], tried: Tried) -> Result<PlanAnswer, PaymentError> {
    let Tried { at_once, by_number, questions } = tried;
    let mut fewest: Option<&Way> = None;
    for way in &by_number {
        if in_the_end(way) > in_the_end(fewest.unwrap_or(&at_once)) {
            fewest = Some(way);
        }
    }
    let possible = fewest.is_some();
    let reason = match (possible, days.len()) {
        (true, _) => None,
        (false, ..=1) => Some(PlanReason::OneDay),
        (false, _) => Some(PlanReason::SameAtOnce),
    };
    let shown = |open: &crate::payment::take_home::OpenQuestion| CurveQuestion {
        path: open.path.as_ref().map(|path| path.within("/payments/0", "/offer").unwrap_or_else(|| path.clone()).to_string()),
        question: open.text.clone(),
    };
    Ok(PlanAnswer {
        possible,
        reason,
        because: reason.map(|reason| because(request, reason)),
        at_once: plan(&at_once),
        fewest: fewest.map(plan),
        by_number: by_number.iter().map(plan).collect(),
        warnings: warnings(request, days),
        questions: questions.iter().map(shown).collect(),
        statement: STATEMENT.to_owned(),
    })
}

/// What is kept in the end, in the worst case and in the best.
fn in_the_end(way: &Way) -> (Money, Money) {
    (way.kept.eventual.low(), way.kept.eventual.high())
}

fn plan(way: &Way) -> PaymentPlan {
    let planned = |payment: &Payment| PlannedPayment {
        work_dates: payment.work_dates.clone(),
        paid_on: payment.paid_on,
        fee: payment.fee,
        hours: payment.hours.and_then(|hours| hours.known().copied()),
    };
    PaymentPlan { payments: way.payments.iter().map(planned).collect(), kept: way.kept }
}

fn because(request: &PlanRequest, reason: PlanReason) -> String {
    let mut text = match reason {
        PlanReason::OneDay => "the work is done on one day, so that there is nothing for several payments to follow".to_owned(),
        PlanReason::SameAtOnce => "several payments that follow the work leave no more in the end than one".to_owned(),
    };
    if reason == PlanReason::OneDay && request.person.employment_and_support_allowance.is_some() {
        text.push_str(
            "; Employment and Support Allowance counts pay in the week in which the work is done, so that paying later, or in parts, does \
             not help",
        );
    } else if reason == PlanReason::OneDay && by_week_of_work(request) {
        text.push_str("; the benefit for carers goes by the work too, so that paying later, or in parts, does not help");
    }
    text
}

fn warnings(request: &PlanRequest, days: &[Day]) -> Vec<TakeHomeWarning> {
    let mut all = Vec::new();
    let mut warn = |text: String| all.push(TakeHomeWarning { code: TakeHomeWarningCode::Timing, text });
    let person = &request.person;
    if person.universal_credit.is_some() {
        let law = match person.nation {
            Some(Known::Is(Nation::NorthernIreland)) => {
                "the Universal Credit Regulations (Northern Ireland) 2016 have the same rule"
            }
            _ => "Universal Credit Regulations 2013, regulation 60(1) and (2)",
        };
        warn(format!(
            "Universal Credit can count pay that somebody has given up or put off in order to receive more of it, also where the payer \
             arranges it ({law}): let payments follow the work, by the payer's usual practice, and keep a note of the reasons"
        ));
    } else if person.housing_benefit.is_some()
        || person.pension_credit.is_some()
        || person.employment_and_support_allowance.is_some()
        || person.jobseekers_allowance.is_some()
        || person.carers_allowance.is_some()
        || person.carer_support_payment.is_some()
    {
        warn(
            "benefit offices can count pay that somebody has given up or put off in order to receive more of a benefit: let payments \
             follow the work, by the payer's usual practice, and keep a note of the reasons"
                .to_owned(),
        );
    }
    if by_week_of_work(request) && days.len() > 1 {
        warn(
            "a benefit here goes by the week in which the work is done: an office can count a payment for several weeks in one of them, so \
             that what is kept of it is a range; each payment is to name the days that it is for"
                .to_owned(),
        );
    }
    all
}
