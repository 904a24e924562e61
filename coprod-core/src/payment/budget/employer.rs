//! What an employer pays on top of fees: National Insurance for each person and payroll month.

use super::answer::{BudgetSection, Sheet};
use super::{BudgetParts, NOTHING};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{NATIONAL_INSURANCE_EMPLOYER_RATE, NATIONAL_INSURANCE_EMPLOYER_THRESHOLD_MONTHLY};
use crate::payment::Engagement;
use crate::payment::calendar::{TaxYear, pay_month};
use crate::payment::ledger::Whole;
use crate::unit::{Id, Known, Money, MoneyOrRange};

/// A fee and the work it is for.
pub(super) struct Fee<'a> {
    pub(super) work: &'a Engagement,
    pub(super) fee: Money,
}

/// The fees of one person in one payroll month.
struct Month<'a> {
    person: Option<&'a Id>,
    month: (TaxYear, i64),
    first: &'a Engagement,
    fees: Money,
}

/// Adds a line for each person and month in which something is due.
pub(super) fn costs(sheet: &mut Sheet, fees: &[Fee<'_>], parts: &BudgetParts<'_>) -> Result<(), PaymentError> {
    if parts.payroll == Known::Is(false) {
        return Ok(());
    }
    let mut months: Vec<Month<'_>> = Vec::new();
    for Fee { work, fee } in fees {
        let month = (TaxYear::of(work.date), pay_month(work.date));
        let same = |known: &&mut Month<'_>| work.person.is_some() && known.person == work.person.as_ref() && known.month == month;
        match months.iter_mut().find(same) {
            Some(known) => known.fees = known.fees.plus(*fee)?,
            None => months.push(Month { person: work.person.as_ref(), month, first: work, fees: *fee }),
        }
    }
    for month in &months {
        let at = Pointer::root();
        let threshold = NATIONAL_INSURANCE_EMPLOYER_THRESHOLD_MONTHLY.at(month.first.date, parts.reach, &at)?.value;
        let rate = NATIONAL_INSURANCE_EMPLOYER_RATE.at(month.first.date, parts.reach, &at)?.value;
        let above = (month.fees.pence() - threshold.pence()).max(0);
        let due = Money::from_pence(Whole::HalfDown.of(above.saturating_mul(rate.numer()), rate.denom()))?;
        if due > NOTHING {
            let amount = if parts.payroll == Known::Unknown { MoneyOrRange::new(NOTHING, due) } else { MoneyOrRange::from(due) };
            let from = month.first.date.in_words();
            let text = format!("employer's National Insurance on {} in the payroll month of {from}", month.fees);
            sheet.line(BudgetSection::EmployerCosts, parts.engagements_at, month.person, text, amount);
        }
    }
    Ok(())
}
