//! Budgets: what involvement costs an organisation, section by section, with what an employer pays on top.

mod answer;
mod csv;
mod employer;

pub use answer::{BudgetAnswer, BudgetCost, BudgetLine, BudgetSection, BudgetSectionTotal};

use answer::Sheet;

use super::quote::QuoteAnswer;
use super::{Engagement, LinePart, RateCard, quote_engagement};
use crate::error::{PaymentError, Pointer};
use crate::parameters::Reach;
use crate::unit::{Known, Money, MoneyOrRange};

/// A budget may have this many other costs.
pub const MOST_BUDGET_COSTS: usize = 500;

/// What a budget is made of.
#[derive(Debug, Clone, Copy)]
pub struct BudgetParts<'a> {
    /// The work and what it is paid.
    pub engagements: &'a [Engagement],
    /// Where the engagements stand in the request.
    pub engagements_at: &'a Pointer,
    /// The organisation's own rate cards.
    pub cards: &'a [RateCard],
    /// Where they stand in the request.
    pub cards_at: &'a Pointer,
    /// What else it costs.
    pub other_costs: &'a [BudgetCost],
    /// Where those costs stand in the request.
    pub other_costs_at: &'a Pointer,
    /// Whether fees go through a payroll, so that an employer's National Insurance can fall due.
    pub payroll: Known<bool>,
    /// How far a figure may be looked up.
    pub reach: Reach,
}

/// Adds up what involvement costs.
///
/// # Errors
/// As for a quote of each engagement; `too_many`, `negative_amount` and `out_of_range` for other costs.
pub fn budget(parts: &BudgetParts<'_>) -> Result<BudgetAnswer, PaymentError> {
    check(parts)?;
    let mut sheet = Sheet::default();
    let mut paid = Vec::new();
    for (number, work) in parts.engagements.iter().enumerate() {
        let at = parts.engagements_at.index(number);
        let quote = quote_engagement(work, &at, parts.cards, parts.cards_at, parts.reach)?;
        match quote {
            None => sheet.unknown(BudgetSection::Fees, &at, work, "nobody has said what is paid"),
            Some(quote) => {
                quoted(&mut sheet, &at, work, &quote)?;
                match quote.fee {
                    Some(fee) => paid.push(employer::Fee { work, fee }),
                    None => sheet.unknown(BudgetSection::Fees, &at, work, "no fee may be offered before advice"),
                }
            }
        }
    }
    employer::costs(&mut sheet, &paid, parts)?;
    for (number, cost) in parts.other_costs.iter().enumerate() {
        let amount = cost.unit_cost.times(cost.quantity).map_err(|_| too_large(&parts.other_costs_at.index(number)))?;
        let text = format!("{}: {} at {}", cost.text, cost.quantity, cost.unit_cost);
        sheet.line(cost.section, &parts.other_costs_at.index(number), None, text, MoneyOrRange::from(amount));
    }
    sheet.answer()
}

fn quoted(sheet: &mut Sheet, at: &Pointer, work: &Engagement, quote: &QuoteAnswer) -> Result<(), PaymentError> {
    for line in &quote.lines {
        let section = match line.part {
            part if part.is_fee() => BudgetSection::Fees,
            LinePart::PaidDirect => BudgetSection::PaidForPeople,
            _ => BudgetSection::Expenses,
        };
        sheet.line(section, at, work.person.as_ref(), line.text.clone(), MoneyOrRange::from(line.amount));
    }
    quote.warnings.iter().for_each(|warning| sheet.warn(&warning.text));
    Ok(())
}

fn check(parts: &BudgetParts<'_>) -> Result<(), PaymentError> {
    let at = parts.other_costs_at;
    if parts.other_costs.len() > MOST_BUDGET_COSTS {
        let (count, limit) = (parts.other_costs.len(), MOST_BUDGET_COSTS);
        return Err(PaymentError::TooMany { path: at.clone(), what: "other costs", count, limit });
    }
    for (number, cost) in parts.other_costs.iter().enumerate() {
        let at = at.index(number);
        super::card::not_negative(cost.unit_cost, &at.key("unit_cost"))?;
        if cost.quantity.is_negative() {
            let detail = format!("a quantity of {} is below zero", cost.quantity);
            return Err(PaymentError::OutOfRange { path: at.key("quantity"), detail, bounds: "a quantity from 0 up" });
        }
        if cost.text.chars().count() > 200 {
            let detail = "the text of a cost has more than 200 letters".to_owned();
            return Err(PaymentError::OutOfRange { path: at.key("text"), detail, bounds: "at most 200 letters" });
        }
        if cost.unit_cost > super::MOST_MONEY {
            return Err(too_large(&at.key("unit_cost")));
        }
    }
    Ok(())
}

fn too_large(at: &Pointer) -> PaymentError {
    let detail = "the cost is larger than a budget here can hold".to_owned();
    PaymentError::OutOfRange { path: at.clone(), detail, bounds: "at most ten million pounds" }
}

/// Nothing.
const NOTHING: Money = Money::ZERO;

#[cfg(test)]
mod tests;
