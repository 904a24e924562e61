//! Amounts and numbers within their bounds.

use crate::error::{PaymentError, Pointer};
use crate::payment::card::not_negative;
use crate::payment::effect::TaxCode;
use crate::payment::expense::checked_miles;
use crate::payment::{MOST_MONEY, PaidPerson, Payment};
use crate::unit::{Hours, Known, Money};

const WEEK: i64 = 168 * 3600;
const MOST_AGE: u8 = 120;
const MOST_CHILDREN: u8 = 20;
const MOST_STUDENT_LOANS: usize = 5;

/// The amounts of a payment, and its tax code.
pub(super) fn payment(payment: &Payment, at: &Pointer) -> Result<(), PaymentError> {
    amount(payment.fee, &at.key("fee"))?;
    let told = [
        (payment.pension_contribution, "pension_contribution"),
        (payment.declined, "declined"),
        (known(payment.other_pay_this_period), "other_pay_this_period"),
        (known(payment.pay_to_date), "pay_to_date"),
    ];
    each(told, at)?;
    if let Some(pension) = payment.pension_contribution.filter(|pension| *pension > payment.fee) {
        return Err(PaymentError::OutOfRange {
            path: at.key("pension_contribution"),
            detail: format!("{pension} is more than the fee of {}", payment.fee),
            bounds: "at most the fee",
        });
    }
    checked_miles(payment.car_miles_this_year, &at.key("car_miles_this_year"))?;
    for (number, expense) in payment.expenses.iter().enumerate() {
        let at = at.key("expenses").index(number);
        each([(expense.amount, "amount"), (expense.per_mile, "per_mile")], &at)?;
    }
    match &payment.tax_code {
        Some(Known::Is(code)) if TaxCode::read(code).is_none() => {
            Err(PaymentError::UnreadableTaxCode { path: at.key("tax_code"), found: code.chars().take(40).collect() })
        }
        _ => Ok(()),
    }
}

/// The amounts and numbers of a person.
pub(super) fn person(person: &PaidPerson, at: &Pointer) -> Result<(), PaymentError> {
    number(known(person.age), 0, MOST_AGE, "an age from 0 to 120", &at.key("age"))?;
    if let Some(income) = &person.other_income {
        let at = at.key("other_income");
        let told = [
            (known(income.wages), "wages"),
            (known(income.other_taxable), "other_taxable"),
            (known(income.other_gross_fees), "other_gross_fees"),
            (known(income.self_employed_profit), "self_employed_profit"),
        ];
        each(told, &at)?;
        if income.student_loans.len() > MOST_STUDENT_LOANS {
            let (count, limit) = (income.student_loans.len(), MOST_STUDENT_LOANS);
            return Err(PaymentError::TooMany { path: at.key("student_loans"), what: "student loans", count, limit });
        }
    }
    credit(person, &at.key("universal_credit"))?;
    for (carer, field) in
        [(&person.carers_allowance, "carers_allowance"), (&person.carer_support_payment, "carer_support_payment")]
    {
        if let Some(carer) = carer {
            let at = at.key(field);
            let told =
                [(known(carer.other_net_weekly_earnings), "other_net_weekly_earnings"), (known(carer.care_costs), "care_costs")];
            each(told, &at)?;
            a_week(carer.hours_of_care, &at.key("hours_of_care"))?;
        }
    }
    weekly(person, at)
}

fn credit(person: &PaidPerson, at: &Pointer) -> Result<(), PaymentError> {
    let Some(credit) = &person.universal_credit else { return Ok(()) };
    number(known(credit.first_day), 1, 31, "a day of the month from 1 to 31", &at.key("first_day"))?;
    number(known(credit.partner_age), 0, MOST_AGE, "an age from 0 to 120", &at.key("partner_age"))?;
    number(known(credit.children), 0, MOST_CHILDREN, "a number up to 20", &at.key("children"))?;
    number(known(credit.child_elements), 0, MOST_CHILDREN, "a number up to 20", &at.key("child_elements"))?;
    let told = [
        (known(credit.maximum_award), "maximum_award"),
        (known(credit.other_net_earnings), "other_net_earnings"),
        (known(credit.partner_net_earnings), "partner_net_earnings"),
        (known(credit.unearned_income), "unearned_income"),
        (known(credit.capital), "capital"),
        (known(credit.other_capped_benefits), "other_capped_benefits"),
        (known(credit.minimum_income_floor), "minimum_income_floor"),
        (known(credit.surplus_brought_forward), "surplus_brought_forward"),
        (known(credit.surplus_threshold), "surplus_threshold"),
        (known(credit.housing_costs), "housing_costs"),
        (known(credit.childcare_costs), "childcare_costs"),
    ];
    each(told, at)
}

fn weekly(person: &PaidPerson, at: &Pointer) -> Result<(), PaymentError> {
    if let Some(benefit) = &person.employment_and_support_allowance {
        let told =
            [(known(benefit.weekly_amount), "weekly_amount"), (known(benefit.other_weekly_earnings), "other_weekly_earnings")];
        let at = at.key("employment_and_support_allowance");
        each(told, &at)?;
        a_week(known(benefit.other_weekly_hours), &at.key("other_weekly_hours"))?;
    }
    if let Some(benefit) = &person.jobseekers_allowance {
        let told =
            [(known(benefit.weekly_amount), "weekly_amount"), (known(benefit.other_weekly_earnings), "other_weekly_earnings")];
        let at = at.key("jobseekers_allowance");
        each(told, &at)?;
        a_week(known(benefit.other_weekly_hours), &at.key("other_weekly_hours"))?;
    }
    if let Some(benefit) = &person.housing_benefit {
        let told = [
            (known(Some(benefit.weekly_amount)), "weekly_amount"),
            (known(benefit.other_weekly_earnings), "other_weekly_earnings"),
            (known(benefit.room), "room"),
        ];
        each(told, &at.key("housing_benefit"))?;
    }
    if let Some(benefit) = &person.pension_credit {
        let told = [
            (known(Some(benefit.weekly_amount)), "weekly_amount"),
            (known(benefit.other_weekly_earnings), "other_weekly_earnings"),
        ];
        each(told, &at.key("pension_credit"))?;
    }
    Ok(())
}

fn known<T: Copy>(fact: Option<Known<T>>) -> Option<T> {
    fact.and_then(|fact| fact.known().copied())
}

fn each<const N: usize>(told: [(Option<Money>, &str); N], at: &Pointer) -> Result<(), PaymentError> {
    told.into_iter().try_for_each(|(told, field)| told.map_or(Ok(()), |told| amount(told, &at.key(field))))
}

fn amount(amount: Money, at: &Pointer) -> Result<(), PaymentError> {
    not_negative(amount, at)?;
    if amount > MOST_MONEY {
        return Err(PaymentError::OutOfRange {
            path: at.clone(),
            detail: format!("{amount} is more than this works for"),
            bounds: "an amount up to 10000000.00",
        });
    }
    Ok(())
}

/// Hours that are in a week.
fn a_week(told: Option<Hours>, at: &Pointer) -> Result<(), PaymentError> {
    match told.filter(|told| !(0..=WEEK).contains(&told.seconds())) {
        None => Ok(()),
        Some(told) => Err(PaymentError::OutOfRange {
            path: at.clone(),
            detail: format!("{told} hours are not in a week"),
            bounds: "from 0 to 168 hours",
        }),
    }
}

fn number(told: Option<u8>, least: u8, most: u8, bounds: &'static str, at: &Pointer) -> Result<(), PaymentError> {
    match told.filter(|told| !(least..=most).contains(told)) {
        None => Ok(()),
        Some(told) => Err(PaymentError::OutOfRange { path: at.clone(), detail: format!("{told} is out of range"), bounds }),
    }
}
