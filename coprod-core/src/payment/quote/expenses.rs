//! What the person is paid back, and what is paid for them.

use super::{LineBasis, LinePart, Notes, QuoteLine, QuoteWarningCode};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{
    self, Dated, Fact, Key, MILEAGE_BICYCLE, MILEAGE_CAR_FIRST_10000, MILEAGE_CAR_OVER_10000, MILEAGE_MOTORCYCLE, Reach,
};
use crate::payment::{Engagement, Expense, ExpenseKind};
use crate::unit::{Money, Ratio};

/// Miles by car in a tax year that are repaid at the higher rate. Source: Income Tax (Earnings and Pensions) Act 2003 s. 230(2).
const HIGHER_RATE_MILES: i32 = 10_000;

/// Adds a line for each expense. With `proof_only`, only what a receipt shows to have been spent.
pub(super) fn lines(
    work: &Engagement,
    at: &Pointer,
    reach: Reach,
    proof_only: bool,
    lines: &mut Vec<QuoteLine>,
    notes: &mut Notes,
) -> Result<(), PaymentError> {
    let mut car_miles = work.car_miles_this_year.unwrap_or(Ratio::ZERO);
    for expense in &work.expenses {
        let words = expense.kind.words();
        if let Some(miles) = expense.miles {
            if proof_only {
                let text = format!("{words}: miles are repaid at a flat rate and not by what was spent, so they are left out");
                notes.warn(QuoteWarningCode::ExpenseLeftOut, text);
                continue;
            }
            let mut journey = Journey { work, at, reach, lines, notes };
            journey.add(expense, miles, car_miles)?;
            if expense.kind == ExpenseKind::Car {
                car_miles = car_miles.plus(miles)?;
            }
        } else if let Some(amount) = expense.amount {
            let receipted = expense.receipted == Some(true);
            if expense.paid_direct {
                let text = format!("{words}, booked and paid by the organisation");
                lines.push(QuoteLine { part: LinePart::PaidDirect, text, amount, basis: LineBasis::Claim, fact: None });
                continue;
            }
            if proof_only && !receipted {
                notes.warn(
                    QuoteWarningCode::ExpenseLeftOut,
                    format!("{words}: there is no receipt for {amount}, so it is left out"),
                );
                continue;
            }
            if !receipted {
                let text = "an expense repaid without a receipt can count as income: keep a receipt or another record of it";
                notes.warn(QuoteWarningCode::NoReceipt, text);
            }
            let text = if receipted { format!("{words}, with a receipt") } else { words.to_owned() };
            lines.push(QuoteLine { part: LinePart::Expense, text, amount, basis: LineBasis::Claim, fact: None });
        }
    }
    Ok(())
}

struct Journey<'a> {
    work: &'a Engagement,
    at: &'a Pointer,
    reach: Reach,
    lines: &'a mut Vec<QuoteLine>,
    notes: &'a mut Notes,
}

impl Journey<'_> {
    fn add(&mut self, expense: &Expense, miles: Ratio, car_miles_before: Ratio) -> Result<(), PaymentError> {
        let words = expense.kind.words();
        let parts = match expense.kind {
            ExpenseKind::Car => {
                let left = Ratio::from(HIGHER_RATE_MILES).minus(car_miles_before)?.max(Ratio::ZERO);
                let first = miles.min(left);
                vec![(first, MILEAGE_CAR_FIRST_10000), (miles.minus(first)?, MILEAGE_CAR_OVER_10000)]
            }
            ExpenseKind::Motorcycle => vec![(miles, MILEAGE_MOTORCYCLE)],
            _ => vec![(miles, MILEAGE_BICYCLE)],
        };
        let mut approved = Money::ZERO;
        let mut rates = Vec::new();
        for (miles, key) in parts.into_iter().filter(|(miles, _)| *miles > Ratio::ZERO) {
            let (rate, fact) = self.rate(key)?;
            approved = approved.plus(rate.times(miles)?)?;
            rates.push((miles, rate, fact));
        }
        if let Some(own) = expense.per_mile {
            let amount = own.times(miles)?;
            if amount > approved {
                let text = format!(
                    "{words}: {amount} is {} more than the approved rates give, and the part above them counts as income",
                    amount.minus(approved)?
                );
                self.notes.warn(QuoteWarningCode::MileageAboveApproved, text);
            }
            self.push(format!("{words}: {} miles at {own} a mile", decimal(miles)), amount, None);
        } else {
            for (miles, rate, fact) in rates {
                self.notes.fact(Some(&fact));
                self.push(format!("{words}: {} miles at {rate} a mile", decimal(miles)), rate.times(miles)?, Some(fact));
            }
        }
        if let Some(passengers) = expense.passengers.filter(|passengers| *passengers > 0) {
            let (rate, fact) = self.rate(parameters::MILEAGE_PASSENGER)?;
            self.notes.fact(Some(&fact));
            let text = format!("{passengers} passengers: {} miles at {rate} a mile each", decimal(miles));
            let amount = rate.times(miles.times(Ratio::from(i32::from(passengers)))?)?;
            self.push(text, amount, Some(fact));
        }
        Ok(())
    }

    fn rate(&self, key: Key<Money>) -> Result<(Money, Fact), PaymentError> {
        let Dated { value, fact } = key.at(self.work.date, self.reach, &self.at.key("date"))?;
        Ok((value, fact))
    }

    fn push(&mut self, text: String, amount: Money, fact: Option<Fact>) {
        let basis = if fact.is_some() { LineBasis::Published } else { LineBasis::OwnRate };
        self.lines.push(QuoteLine { part: LinePart::Mileage, text, amount, basis, fact });
    }
}

/// Miles as people write them: a decimal where tenths or hundredths are exact.
fn decimal(miles: Ratio) -> String {
    match Ratio::from(100).times(miles).ok().and_then(Ratio::whole) {
        Some(hundredths) if hundredths % 100 == 0 => (hundredths / 100).to_string(),
        Some(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100).trim_end_matches('0').to_owned(),
        None => miles.to_string(),
    }
}
