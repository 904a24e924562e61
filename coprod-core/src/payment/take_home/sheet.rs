//! The request as a sheet on which what is not known is filled in, one answer after the other, and what the rules reckon with then.

mod derive;
mod miles;
mod person;

pub(super) use derive::{caps, housing_households, over_pension_age, pension_age_range, work_allowances};
pub(super) use miles::{expenses, miles_not_told};
pub(super) use person::passports;

use super::TakeHomeRequest;
use crate::error::{PaymentError, Pointer};
use crate::parameters::Reach;
use crate::payment::calendar::{pay_month, pay_week};
use crate::payment::effect::{PayCase, TaxCode};
use crate::payment::expense::ExpenseSplit;
use crate::payment::{HowPaid, PaidPerson, PayPeriod, Payment};
use crate::unit::{Date, Hours, Id, Known, Money};

/// What is known, or was filled in, of a fact that may be absent.
pub(super) fn value<T: Copy>(fact: &Option<Known<T>>) -> Option<T> {
    fact.as_ref().and_then(Known::known).copied()
}

/// Whether a fact is said not to be known.
pub(super) const fn unknown<T>(fact: &Option<Known<T>>) -> bool {
    matches!(fact, Some(Known::Unknown))
}

/// Pence of an amount that is none where nothing is said.
pub(super) fn pence(fact: &Option<Known<Money>>) -> i64 {
    value(fact).map_or(0, Money::pence)
}

/// The person and the payments, in order of their days.
#[derive(Clone)]
pub(super) struct Sheet {
    pub(super) person: PaidPerson,
    pub(super) pays: Vec<Pay>,
    /// Whether vouchers count for means-tested benefits.
    pub(super) vouchers_count: bool,
    /// Where no threshold for surplus earnings is stated.
    pub(super) surplus_threshold: i64,
}

/// One payment.
#[derive(Clone)]
pub(super) struct Pay {
    /// Its number in the request, from 0.
    pub(super) number: usize,
    pub(super) payment: Payment,
    pub(super) split: Parts,
    /// The days of work in order; the day of payment where none is stated.
    pub(super) days: Vec<Date>,
    /// Payers by number.
    pub(super) employer: u32,
    /// The tax code, read.
    pub(super) code: TaxCode,
    pub(super) shift: i8,
    /// Work and preparation; absent where it is not known.
    pub(super) time: Option<Hours>,
}

/// The parts of a payment's expenses that matter here.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) repaid: Money,
    pub(super) as_pay: Money,
    pub(super) unproved: Money,
    pub(super) direct: Money,
}

impl Sheet {
    pub(super) fn of(request: &TakeHomeRequest) -> Result<Self, PaymentError> {
        let mut employers: Vec<Option<&Id>> = Vec::new();
        let mut pays = Vec::with_capacity(request.payments.len());
        let splits = expenses(&request.payments, Reach::assume_latest(request.assume_latest))?;
        for (number, (payment, split)) in request.payments.iter().zip(&splits).enumerate() {
            let payer = payment.employer.as_ref();
            let known = employers.iter().position(|known| *known == payer);
            let employer = known.unwrap_or_else(|| {
                employers.push(payer);
                employers.len() - 1
            });
            let mut days = payment.work_dates.clone();
            days.sort_unstable();
            if days.is_empty() {
                days.push(payment.paid_on);
            }
            let hours = value(&payment.hours);
            let time = hours.map(|hours| hours.plus(payment.preparation_hours.unwrap_or_default())).transpose()?;
            pays.push(Pay {
                number,
                split: parts(split)?,
                days,
                // A request has at most 100 payments.
                employer: u32::try_from(employer).unwrap_or(u32::MAX),
                code: TaxCode::STANDARD,
                shift: 0,
                time,
                payment: payment.clone(),
            });
        }
        pays.sort_by_key(|pay| (pay.payment.paid_on, pay.number));
        let mut sheet = Self { person: request.person.clone(), pays, vouchers_count: true, surplus_threshold: i64::MAX / 4 };
        for pay in &mut sheet.pays {
            pay.read_code();
        }
        Ok(sheet)
    }

    /// The payments as the rules see them.
    pub(super) fn payments(&self) -> Result<Vec<PayCase<'_>>, PaymentError> {
        self.pays.iter().map(|pay| self.payment(pay)).collect()
    }

    fn payment<'a>(&self, pay: &'a Pay) -> Result<PayCase<'a>, PaymentError> {
        let payment = &pay.payment;
        let how = value(&payment.how_paid).unwrap_or(HowPaid::Paye);
        let same_employer = value(&payment.same_employer).unwrap_or(false);
        let period = payment.pay_period.unwrap_or_default();
        let income = self.person.other_income.as_ref();
        let wages = if same_employer { income.map_or(0, |income| pence(&income.wages)) } else { 0 };
        let ended = income.and_then(|income| income.wages_ended).unwrap_or(false);
        let (passed, in_year) = match period {
            PayPeriod::Week => (pay_week(payment.paid_on)?.min(52), 52),
            PayPeriod::Month => (pay_month(payment.paid_on), 12),
        };
        let other_pay = value(&payment.other_pay_this_period).map_or(if ended { 0 } else { wages / in_year }, Money::pence);
        let pay_to_date = value(&payment.pay_to_date).map_or(if ended { wages } else { wages * passed / in_year }, Money::pence);
        let counts_on = match (how, value(&payment.reported_on)) {
            (HowPaid::Paye, Some(reported)) => reported,
            _ => payment.paid_on,
        };
        Ok(PayCase {
            gross: payment.fee.pence() + pay.split.as_pay.pence(),
            how,
            code: pay.code,
            employer: pay.employer,
            pay_period: period,
            other_pay,
            pay_to_date,
            pension: payment.pension_contribution.map_or(0, Money::pence),
            counts: how != HowPaid::Voucher || self.vouchers_count,
            work_dates: &pay.days,
            paid_on: payment.paid_on,
            counts_on,
            shift: pay.shift,
            seconds: pay.time.map_or(0, Hours::seconds),
        })
    }

    /// All that is paid as a fee or counts as pay with it.
    pub(super) fn gross(&self) -> i64 {
        self.pays.iter().map(Pay::gross).sum()
    }

    /// Whether wages are still being earned, or may be.
    pub(super) fn wages_go_on(&self) -> bool {
        self.person
            .other_income
            .as_ref()
            .is_some_and(|income| income.wages_ended != Some(true) && (unknown(&income.wages) || pence(&income.wages) > 0))
    }
}

impl Pay {
    /// What is paid as a fee or counts as pay with it.
    pub(super) fn gross(&self) -> i64 {
        self.payment.fee.pence() + self.split.as_pay.pence()
    }

    /// Where it stands in the request.
    pub(super) fn at(&self) -> Pointer {
        at(self.number)
    }

    /// What it is called in sentences.
    pub(super) fn name(&self) -> String {
        self.payment.id.as_ref().map_or_else(|| format!("payment {}", self.number + 1), |id| format!("\"{id}\""))
    }

    /// How it is paid, as far as is known.
    pub(super) fn how(&self) -> Option<HowPaid> {
        value(&self.payment.how_paid)
    }

    /// Reads the tax code that is stated.
    pub(super) fn read_code(&mut self) {
        if let Some(Known::Is(text)) = &self.payment.tax_code
            && let Some(code) = TaxCode::read(text)
        {
            self.code = code;
        }
    }
}

/// Where a payment stands in the request.
pub(super) fn at(number: usize) -> Pointer {
    Pointer::root().key("payments").index(number)
}

fn parts(split: &ExpenseSplit) -> Result<Parts, PaymentError> {
    Ok(Parts {
        repaid: split.tax_free()?,
        as_pay: split.round_sum.plus(split.taxable_mileage)?,
        unproved: split.unproved,
        direct: split.paid_direct,
    })
}
