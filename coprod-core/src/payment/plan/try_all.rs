//! Every way of putting consecutive days together, each worked out in every case.

use super::PlanRequest;
use super::divide::Day;
use crate::error::{PaymentError, Pointer};
use crate::payment::effect::{Workspace, effect};
use crate::payment::ledger::Silent;
use crate::payment::take_home::{Cases, OpenQuestion, TakeHomeRequest};
use crate::payment::{KeptMoney, Payment};
use crate::unit::{Hours, Known, Money, MoneyOrRange};

/// One way may have so many cases at most.
const MOST_CASES: usize = 256;

/// So much is worked out at most over all ways.
const MOST_WORK: usize = 200_000;

/// One way of paying.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub(super) payments: Vec<Payment>,
    pub(super) kept: KeptMoney,
}

/// What was tried.
pub(super) struct Tried {
    /// All at once.
    pub(super) at_once: Way,
    /// For each number of payments from two up, the best way.
    pub(super) by_number: Vec<Way>,
    pub(super) questions: Vec<OpenQuestion>,
}

/// Tries them all.
pub(super) fn try_all(request: &PlanRequest, days: &[Day]) -> Result<Tried, PaymentError> {
    let mut space = Workspace::default();
    let (at_once, mut questions, mut work) = try_one(request, days, 0, &mut space)?;
    let gaps = days.len().saturating_sub(1);
    // The most payments have the most cases: where they alone are too many, nothing else is tried.
    if gaps > 0 {
        let (_, open, cases) = try_one(request, days, (1 << gaps) - 1, &mut space)?;
        if cases.saturating_mul(1 << (gaps - 1)) > MOST_WORK {
            return Err(too_many(&open));
        }
    }
    let mut best: Vec<Option<Way>> = vec![None; gaps];
    for breaks in 1_u32..1 << gaps {
        let (way, open, cases) = try_one(request, days, breaks, &mut space)?;
        work += cases;
        if work > MOST_WORK {
            return Err(too_many(&open));
        }
        for question in open {
            if !questions.iter().any(|known| known.text == question.text) {
                questions.push(question);
            }
        }
        let place = usize::try_from(breaks.count_ones()).unwrap_or(0).saturating_sub(1);
        if let Some(known) = best.get_mut(place)
            && known.as_ref().is_none_or(|known| better(&way.kept, &known.kept))
        {
            *known = Some(way);
        }
    }
    Ok(Tried { at_once, by_number: best.into_iter().flatten().collect(), questions })
}

fn too_many(open: &[OpenQuestion]) -> PaymentError {
    let named: Vec<String> = open.iter().filter_map(|question| question.path.as_ref()).map(ToString::to_string).collect();
    PaymentError::TooManyUnknowns { path: Pointer::root().key("person"), count: open.len(), named: named.join(", ") }
}

/// Whether more is kept in the end in the worst case; where that is the same, in the best case, and then sooner.
fn better(one: &KeptMoney, other: &KeptMoney) -> bool {
    let key = |kept: &KeptMoney| (kept.eventual.low(), kept.eventual.high(), kept.in_period.low(), kept.in_period.high());
    key(one) > key(other)
}

/// Works one way out; bit `n` of `breaks` ends a payment after day `n`.
fn try_one(
    request: &PlanRequest,
    days: &[Day],
    breaks: u32,
    space: &mut Workspace,
) -> Result<(Way, Vec<OpenQuestion>, usize), PaymentError> {
    let payments = payments(request, days, breaks)?;
    let mut kept: Option<[[i64; 2]; 2]> = None;
    let mut cases_tried = 0;
    let mut questions = Vec::new();
    for payments in readings(request, &payments) {
        let asked = TakeHomeRequest { person: request.person.clone(), payments, assume_latest: request.assume_latest };
        let cases = Cases::of(&asked, MOST_CASES).map_err(|error| placed(error, days.len()))?;
        cases_tried += cases.tried();
        for case in cases.each() {
            let (case, pays) = case?;
            let outcome = effect(&case, &pays, &cases.shelf, &mut Silent, space).map_err(|error| placed(error, days.len()))?;
            let found = [outcome.kept, outcome.kept_eventually];
            kept = Some(match kept {
                None => found.map(|pence| [pence, pence]),
                Some([now, then]) => [wider(now, outcome.kept), wider(then, outcome.kept_eventually)],
            });
        }
        questions = cases.questions;
    }
    let [now, then] = kept.unwrap_or_default();
    let range =
        |[low, high]: [i64; 2]| Ok::<_, PaymentError>(MoneyOrRange::new(Money::from_pence(low)?, Money::from_pence(high)?));
    let kept = KeptMoney { in_period: range(now)?, eventual: range(then)? };
    Ok((Way { payments, kept }, questions, cases_tried))
}

fn wider([low, high]: [i64; 2], pence: i64) -> [i64; 2] {
    [low.min(pence), high.max(pence)]
}

/// The payments that cover the days.
fn payments(request: &PlanRequest, days: &[Day], breaks: u32) -> Result<Vec<Payment>, PaymentError> {
    let mut groups: Vec<Vec<Day>> = vec![Vec::new()];
    for (number, day) in days.iter().enumerate() {
        if let Some(group) = groups.last_mut() {
            group.push(*day);
        }
        if number + 1 < days.len() && breaks >> number & 1 == 1 {
            groups.push(Vec::new());
        }
    }
    groups.iter().map(|group| payment(request, group)).collect()
}

fn payment(request: &PlanRequest, group: &[Day]) -> Result<Payment, PaymentError> {
    let offer = &request.offer;
    let Some(last) = group.last() else {
        return Err(PaymentError::NoPayments { path: Pointer::root().key("offer").key("work") });
    };
    let hours: Option<Vec<Hours>> = group.iter().map(|day| day.hours).collect();
    Ok(Payment {
        id: None,
        fee: Money::sum(group.iter().map(|day| day.fee))?,
        how_paid: offer.how_paid,
        tax_code: offer.tax_code.clone(),
        same_employer: offer.same_employer,
        employer: offer.employer.clone(),
        pay_period: offer.pay_period,
        other_pay_this_period: offer.other_pay_this_period,
        pay_to_date: offer.pay_to_date,
        pension_contribution: None,
        work_dates: group.iter().map(|day| day.date).collect(),
        paid_on: last.date.plus_days(i32::from(offer.pay_after_days.unwrap_or(0)))?,
        reported_on: None,
        hours: hours.map(Hours::sum).transpose()?.map(Known::Is),
        preparation_hours: None,
        travel_hours: None,
        body: offer.body,
        consulted_as: offer.consulted_as,
        declined: None,
        expenses: Vec::new(),
        car_miles_this_year: None,
    })
}

/// How the offices can count the payments: by the days of the work, and, where a benefit counts by the week of the work, each payment in
/// the week of its last day.
fn readings(request: &PlanRequest, payments: &[Payment]) -> Vec<Vec<Payment>> {
    let mut all = vec![payments.to_vec()];
    if by_week_of_work(request) && payments.iter().any(|payment| payment.work_dates.len() > 1) {
        let last = |payment: &Payment| Payment {
            work_dates: payment.work_dates.iter().max().copied().into_iter().collect(),
            ..payment.clone()
        };
        all.push(payments.iter().map(last).collect());
    }
    all
}

/// Whether a benefit of the person counts pay in the week in which the work is done.
pub(super) const fn by_week_of_work(request: &PlanRequest) -> bool {
    let person = &request.person;
    person.employment_and_support_allowance.is_some()
        || person.carers_allowance.is_some()
        || person.carer_support_payment.is_some()
}

/// An error about one of the payments, as one about the offer.
fn placed(error: PaymentError, payments: usize) -> PaymentError {
    let mut error = error;
    for number in 0..payments {
        for (field, to) in [("paid_on", "/offer/work"), ("work_dates", "/offer/work"), ("hours", "/offer/work"), ("", "/offer")] {
            let from = if field.is_empty() { format!("/payments/{number}") } else { format!("/payments/{number}/{field}") };
            // Days of the payment stand elsewhere in the offer than in the payment.
            error = match error.path().within(&from, to) {
                Some(_) if !field.is_empty() => error.with_path(Pointer::root().key("offer").key("work")),
                Some(path) => error.with_path(path),
                None => error,
            };
        }
    }
    error.moved("/payments", "/offer")
}
