//! Which day brings or takes which money.

use super::name;
use crate::error::PaymentError;
use crate::payment::calendar::TaxYear;
use crate::payment::take_home::answer::CashOn;
use crate::payment::take_home::explore::{EffectRow, Figures};
use crate::payment::take_home::sheet::Sheet;
use crate::unit::{Date, Money, MoneyOrRange};

/// Universal Credit is paid so many days after the assessment period ends, as is the practice.
const DAYS_AFTER_PERIOD: i32 = 7;

/// All days on which the payments bring or take money.
pub(super) fn all(sheet: &Sheet, figures: &Figures, rows: &[EffectRow]) -> Result<Vec<CashOn>, PaymentError> {
    let mut all = Vec::new();
    for (pay, span) in sheet.pays.iter().zip(&figures.arrives) {
        let date = pay.payment.paid_on;
        let name = pay.payment.id.as_ref().map_or_else(String::new, |id| format!(" \"{id}\""));
        all.push(CashOn { date, what: format!("the payment{name}, less what is withheld"), amount: span.money()? });
        let repaid = pay.split.repaid.plus(pay.split.unproved)?;
        if repaid > Money::ZERO {
            all.push(CashOn { date, what: format!("expenses repaid with the payment{name}"), amount: repaid.into() });
        }
    }
    let settled = settlement_days(sheet)?;
    let (repaid, due) = (figures.settled.low() < 0, figures.settled.negative().low() < 0);
    for row in rows {
        let amount = row.change.money()?;
        if amount == MoneyOrRange::from(Money::ZERO) {
            continue;
        }
        let words = name(row.benefit).words();
        let period = format!("from {} to {}", row.from.in_words(), row.until.in_words());
        all.push(match (row.later, row.benefit) {
            (true, _) => {
                let what = format!("{words} in the period in which tax is settled, taken to be like that {period}");
                CashOn { date: if repaid { settled.0 } else { settled.1 }, what, amount }
            }
            (_, crate::payment::effect::Benefit::UniversalCredit) => CashOn {
                date: row.until.plus_days(DAYS_AFTER_PERIOD)?,
                what: format!("{words} for the period {period}, paid about a week after it as is the practice"),
                amount,
            },
            _ => CashOn { date: row.until, what: format!("{words} {period}; the day of payment can be later"), amount },
        });
    }
    let amount = figures.settled.negative().money()?;
    if repaid {
        let what = "tax paid back: after the tax year, or earlier where it is claimed".to_owned();
        all.push(CashOn { date: settled.0, what, amount });
    } else if due {
        let what = "tax and contributions still due on the payments".to_owned();
        all.push(CashOn { date: settled.1, what, amount });
    }
    all.sort_by_key(|cash| cash.date);
    Ok(all)
}

/// The day from which tax is paid back, and the day by which it is due.
fn settlement_days(sheet: &Sheet) -> Result<(Date, Date), PaymentError> {
    let last = sheet.pays.last().map_or_else(|| Date::new(2026, 4, 5), |pay| Ok(pay.payment.paid_on))?;
    let end = TaxYear::of(last).last_day()?;
    Ok((end.plus_days(1)?, Date::new(end.year() + 1, 1, 31)?))
}
