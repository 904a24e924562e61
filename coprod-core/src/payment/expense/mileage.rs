//! Miles by one's own vehicle: what is approved, and what is paid.

use super::rule::{APPROVED_MILES, OWN_MILES, PASSENGERS};
use super::split::{ExpenseLine, ExpensesOf};
use super::{Expense, ExpenseKind, ExpenseTreatment};
use crate::error::PaymentError;
use crate::parameters::{
    Dated, Fact, Key, MILEAGE_BICYCLE, MILEAGE_CAR_FIRST_10000, MILEAGE_CAR_OVER_10000, MILEAGE_MOTORCYCLE, MILEAGE_PASSENGER,
};
use crate::unit::{Money, Ratio};

/// Miles by car and van in a tax year that are repaid at the higher rate. Source: Income Tax (Earnings and Pensions) Act 2003 s. 230(2)
/// and (3).
const HIGHER_RATE_MILES: i32 = 10_000;

/// Miles at one approved rate.
struct Stretch {
    miles: Ratio,
    rate: Money,
    amount: Money,
    fact: Fact,
}

/// The lines for a journey of so many miles, after so many by car and van in the same tax year.
///
/// The law compares what is paid for the whole tax year with what is approved for it; here each journey is compared by itself.
pub(super) fn lines(
    of: &ExpensesOf<'_>,
    expense: &Expense,
    miles: Ratio,
    car_miles_before: Ratio,
) -> Result<Vec<ExpenseLine>, PaymentError> {
    let kind = expense.kind;
    let words = kind.words();
    let stretches = approved(of, kind, miles, car_miles_before)?;
    let mut lines = Vec::new();
    if let Some(own) = expense.per_mile {
        let limit = Money::sum(stretches.iter().map(|stretch| stretch.amount))?;
        let amount = own.times(miles)?;
        let above = amount.minus(limit)?.max(Money::ZERO);
        let treatment = if above > Money::ZERO { ExpenseTreatment::PartlyTaxable } else { ExpenseTreatment::WithinApprovedRate };
        let text = format!("{words}: {} miles at {own} a mile", decimal(miles));
        let mut line = ExpenseLine::new(kind, text, amount, treatment, OWN_MILES);
        (line.tax_free_limit, line.above_limit) = (Some(limit), Some(above));
        line.limits = stretches.into_iter().map(|stretch| stretch.fact).collect();
        lines.push(line);
    } else {
        lines.extend(stretches.into_iter().map(|Stretch { miles, rate, amount, fact }| {
            let text = format!("{words}: {} miles at {rate} a mile", decimal(miles));
            ExpenseLine::new(kind, text, amount, ExpenseTreatment::WithinApprovedRate, APPROVED_MILES).at_rate(amount, fact)
        }));
    }
    if let Some(passengers) = expense.passengers.filter(|passengers| *passengers > 0) {
        let Dated { value: rate, fact } = MILEAGE_PASSENGER.at(of.date, of.reach, &of.date_at)?;
        let who = if passengers == 1 { "passenger" } else { "passengers" };
        let text = format!("{passengers} {who}: {} miles at {rate} a mile each", decimal(miles));
        let amount = rate.times(miles.times(Ratio::from(i32::from(passengers)))?)?;
        let line = ExpenseLine::new(kind, text, amount, ExpenseTreatment::WithinApprovedRate, PASSENGERS);
        lines.push(line.at_rate(amount, fact));
    }
    Ok(lines)
}

fn approved(of: &ExpensesOf<'_>, kind: ExpenseKind, miles: Ratio, before: Ratio) -> Result<Vec<Stretch>, PaymentError> {
    let parts: Vec<(Ratio, Key<Money>)> = match kind {
        ExpenseKind::Car | ExpenseKind::Van => {
            let left = Ratio::from(HIGHER_RATE_MILES).minus(before)?.max(Ratio::ZERO);
            let first = miles.min(left);
            vec![(first, MILEAGE_CAR_FIRST_10000), (miles.minus(first)?, MILEAGE_CAR_OVER_10000)]
        }
        ExpenseKind::Motorcycle => vec![(miles, MILEAGE_MOTORCYCLE)],
        _ => vec![(miles, MILEAGE_BICYCLE)],
    };
    let known = parts.into_iter().filter(|(miles, _)| *miles > Ratio::ZERO);
    known
        .map(|(miles, key)| {
            let Dated { value: rate, fact } = key.at(of.date, of.reach, &of.date_at)?;
            Ok(Stretch { miles, rate, amount: rate.times(miles)?, fact })
        })
        .collect()
}

/// Miles as people write them: a decimal where tenths or hundredths are exact.
fn decimal(miles: Ratio) -> String {
    match Ratio::from(100).times(miles).ok().and_then(Ratio::whole) {
        Some(hundredths) if hundredths % 100 == 0 => (hundredths / 100).to_string(),
        Some(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100).trim_end_matches('0').to_owned(),
        None => miles.to_string(),
    }
}
