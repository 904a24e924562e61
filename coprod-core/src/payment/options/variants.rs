//! The options as payments.

use super::answer::OptionKind;
use super::{MOST_OTHER_OPTIONS, OptionsRequest, OtherWorkDates, OtherWorkHours};
use crate::error::{PaymentError, Pointer};
use crate::payment::card::not_negative;
use crate::payment::{HowPaid, Payment};
use crate::unit::{Known, Money};

/// One option as a payment.
pub(super) struct Variant {
    pub(super) kind: OptionKind,
    pub(super) label: String,
    pub(super) payment: Payment,
    /// Where in the request the parts of the payment stand that are not the offer's.
    pub(super) moved: Vec<(String, String)>,
}

/// The options without those below cliffs, which stand after the parts.
pub(super) fn variants(request: &OptionsRequest) -> Result<Vec<Variant>, PaymentError> {
    let offer = &request.offer;
    let lists = [
        (request.other_work_dates.len(), "other_work_dates", "other days of work"),
        (request.other_hours.len(), "other_hours", "other hours of work"),
        (request.parts.len(), "parts", "parts of the fee"),
    ];
    for (count, key, what) in lists {
        if count > MOST_OTHER_OPTIONS {
            let path = Pointer::root().key(key);
            return Err(PaymentError::TooMany { path, what, count, limit: MOST_OTHER_OPTIONS });
        }
    }
    not_negative(offer.fee, &Pointer::root().key("offer").key("fee"))?;
    let mut all = vec![Variant::new(OptionKind::All, format!("all of the offer, {}", offer.fee), offer.clone())];
    for (number, part) in request.parts.iter().enumerate() {
        let at = Pointer::root().key("parts").index(number);
        not_negative(*part, &at)?;
        if *part > offer.fee {
            return Err(PaymentError::OutOfRange {
                path: at,
                detail: format!("a part of {part} is more than the fee of {}", offer.fee),
                bounds: "a part of at most the fee",
            });
        }
        let label = format!("{part} of {}, and the rest declined", offer.fee);
        all.push(Variant::new(OptionKind::Part, label, only(offer, *part)?));
    }
    let nothing = Payment { expenses: Vec::new(), ..only(offer, Money::ZERO)? };
    all.push(Variant::new(OptionKind::Decline, "nothing, all declined".to_owned(), nothing));
    for (number, other) in request.other_work_dates.iter().enumerate() {
        all.push(other_dates(offer, other, number));
    }
    for (number, other) in request.other_hours.iter().enumerate() {
        all.push(other_hours(offer, other, number)?);
    }
    let expenses = only(offer, Money::ZERO)?;
    all.push(Variant::new(OptionKind::ExpensesOnly, "expenses only, the fee declined".to_owned(), expenses));
    let voucher = Payment {
        how_paid: Some(Known::Is(HowPaid::Voucher)),
        tax_code: None,
        reported_on: None,
        pension_contribution: None,
        ..offer.clone()
    };
    all.push(Variant::new(OptionKind::Voucher, format!("{} as a voucher", offer.fee), voucher));
    Ok(all)
}

impl Variant {
    pub(super) fn new(kind: OptionKind, label: String, payment: Payment) -> Self {
        Self { kind, label, payment, moved: Vec::new() }
    }
}

/// The offer with a part of its fee, and the rest declined.
pub(super) fn only(offer: &Payment, part: Money) -> Result<Payment, PaymentError> {
    let declined = offer.fee.minus(part)?;
    let all = declined.plus(offer.declined.unwrap_or_default())?;
    // No more can be paid into a pension than there is.
    let pension_contribution = offer.pension_contribution.map(|pension| pension.min(part));
    Ok(Payment { fee: part, declined: (all > Money::ZERO).then_some(all), pension_contribution, ..offer.clone() })
}

fn other_dates(offer: &Payment, other: &OtherWorkDates, number: usize) -> Variant {
    let days: Vec<String> = other.work_dates.iter().map(ToString::to_string).collect();
    let payment =
        Payment { work_dates: other.work_dates.clone(), paid_on: other.paid_on, reported_on: other.reported_on, ..offer.clone() };
    let label = match days.as_slice() {
        [] => format!("paid on {}", other.paid_on),
        days => format!("work on {}, paid on {}", days.join(", "), other.paid_on),
    };
    let moved = ["work_dates", "paid_on", "reported_on"]
        .map(|field| (format!("/payments/0/{field}"), format!("/other_work_dates/{number}/{field}")));
    Variant { moved: moved.into(), ..Variant::new(OptionKind::OtherWorkDates, label, payment) }
}

fn other_hours(offer: &Payment, other: &OtherWorkHours, number: usize) -> Result<Variant, PaymentError> {
    let fee = match (other.fee, offer.hours.as_ref().and_then(Known::known)) {
        (Some(fee), _) => fee,
        (None, Some(hours)) if hours.seconds() > 0 => offer.fee.times(other.hours.ratio().divided_by(hours.ratio())?)?,
        _ => return Err(PaymentError::HoursNeeded { path: Pointer::root().key("offer").key("hours") }),
    };
    let at = Pointer::root().key("other_hours").index(number);
    not_negative(fee, &at.key("fee"))?;
    let payment = Payment { fee, hours: Some(Known::Is(other.hours)), ..offer.clone() };
    let label = format!("{} hours for {fee}", other.hours);
    let moved = ["hours", "fee"].map(|field| (format!("/payments/0/{field}"), format!("{at}/{field}")));
    Ok(Variant { moved: moved.into(), ..Variant::new(OptionKind::OtherHours, label, payment) })
}
