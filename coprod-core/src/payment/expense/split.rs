//! Splits a list of expenses by how they count: paid back free of tax, above a limit, perhaps income, never received.

use super::rule::{CARE, ExpenseRule, PAID_DIRECT, REPAID, ROUND_SUM, UNPROVED};
use super::{Expense, ExpenseKind, ExpenseTreatment, check, mileage};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{
    Dated, Fact, Key, Reach, SUBSISTENCE_MEAL_5_HOURS, SUBSISTENCE_MEAL_10_HOURS, SUBSISTENCE_MEAL_15_HOURS,
};
use crate::unit::{Date, Hours, Money, Ratio};

/// A list of expenses and what they depend on.
pub(in crate::payment) struct ExpensesOf<'a> {
    /// The expenses.
    pub(in crate::payment) expenses: &'a [Expense],
    /// Where the list stands in the request.
    pub(in crate::payment) at: Pointer,
    /// The day of the work, on which rates are looked up.
    pub(in crate::payment) date: Date,
    /// Where that date stands.
    pub(in crate::payment) date_at: Pointer,
    /// Miles by car and van already repaid in the tax year.
    pub(in crate::payment) car_miles_before: Ratio,
    /// Hours away, travelling included, where they are known: the limits for a round sum for meals depend on them.
    pub(in crate::payment) away: Option<Hours>,
    /// How far rates may be looked up.
    pub(in crate::payment) reach: Reach,
}

/// A list of expenses, split. `receipted`, `mileage`, `taxable_mileage`, `unproved` and `round_sum` are received by the person, and
/// with `paid_direct` they are the sum of all lines.
pub(in crate::payment) struct ExpenseSplit {
    /// Repaid against a receipt: free of tax; see `care`.
    pub(in crate::payment) receipted: Money,
    /// The part of `receipted` that is for care, which can be taxable for an employee.
    pub(in crate::payment) care: Money,
    /// Miles up to the approved rates: free of tax.
    pub(in crate::payment) mileage: Money,
    /// The part of the miles' pay above the approved rates: taxable.
    pub(in crate::payment) taxable_mileage: Money,
    /// Repaid without a receipt: may count as income.
    pub(in crate::payment) unproved: Money,
    /// Round sums: may count as income.
    pub(in crate::payment) round_sum: Money,
    /// Paid by the organisation to somebody else.
    pub(in crate::payment) paid_direct: Money,
    /// Every line.
    pub(in crate::payment) lines: Vec<ExpenseLine>,
    /// Miles by car and van repaid in the tax year, these included: what a later list of the same year goes on from.
    pub(in crate::payment) car_miles: Ratio,
}

impl ExpenseSplit {
    /// What is repaid free of tax: against receipts, and by the mile up to the approved rates.
    ///
    /// # Errors
    /// `out_of_range` for a sum beyond the bounds of money.
    pub(in crate::payment) fn tax_free(&self) -> Result<Money, PaymentError> {
        Ok(self.receipted.plus(self.mileage)?)
    }
}

/// One amount of an expense.
pub(in crate::payment) struct ExpenseLine {
    /// The number of the expense in its list, from 0.
    pub(in crate::payment) number: usize,
    pub(in crate::payment) kind: ExpenseKind,
    /// Whether it is paid whatever was spent.
    pub(in crate::payment) is_round_sum: bool,
    /// What it is for, and how it was worked out.
    pub(in crate::payment) text: String,
    pub(in crate::payment) amount: Money,
    pub(in crate::payment) treatment: ExpenseTreatment,
    pub(in crate::payment) rule: ExpenseRule,
    /// Up to what it is free of tax, where there is a limit.
    pub(in crate::payment) tax_free_limit: Option<Money>,
    /// The part of the amount above that limit.
    pub(in crate::payment) above_limit: Option<Money>,
    /// The rate that the amount is paid by, where it is an approved one.
    pub(in crate::payment) fact: Option<Fact>,
    /// The figures that only the limit rests on.
    pub(in crate::payment) limits: Vec<Fact>,
}

impl ExpenseLine {
    pub(super) fn new(kind: ExpenseKind, text: String, amount: Money, treatment: ExpenseTreatment, rule: ExpenseRule) -> Self {
        Self {
            number: 0,
            kind,
            is_round_sum: false,
            text,
            amount,
            treatment,
            rule,
            tax_free_limit: None,
            above_limit: None,
            fact: None,
            limits: Vec::new(),
        }
    }

    /// Paid by an approved rate, so that the limit is the amount itself.
    pub(super) fn at_rate(self, limit: Money, fact: Fact) -> Self {
        Self { tax_free_limit: Some(limit), above_limit: Some(Money::ZERO), fact: Some(fact), ..self }
    }
}

/// Splits the expenses.
///
/// # Errors
/// What is wrong with an expense, such as `expense_unclear` or `contradictory_facts`; `before_first_known` and `beyond_known_period` for
/// a date for which a rate is not known.
pub(in crate::payment) fn split(of: &ExpensesOf<'_>) -> Result<ExpenseSplit, PaymentError> {
    let mut car_miles = of.car_miles_before;
    let mut meals = Money::ZERO;
    let mut lines = Vec::new();
    for (number, expense) in of.expenses.iter().enumerate() {
        check::expense(expense, &of.at.index(number))?;
        let mut made = match (expense.miles, expense.amount) {
            (Some(miles), _) => {
                let made = mileage::lines(of, expense, miles, car_miles)?;
                if expense.kind.is_car_or_van() {
                    car_miles = car_miles.plus(miles)?;
                }
                made
            }
            (None, Some(amount)) => vec![spent(of, expense, amount, &mut meals)?],
            (None, None) => Vec::new(),
        };
        made.iter_mut().for_each(|line| line.number = number);
        lines.extend(made);
    }
    let sum =
        |wanted: &dyn Fn(&ExpenseLine) -> bool| Money::sum(lines.iter().filter(|line| wanted(line)).map(|line| line.amount));
    let by_miles =
        |line: &ExpenseLine| matches!(line.treatment, ExpenseTreatment::WithinApprovedRate | ExpenseTreatment::PartlyTaxable);
    let taxable_mileage = Money::sum(lines.iter().filter(|line| by_miles(line)).filter_map(|line| line.above_limit))?;
    let is_round = |line: &ExpenseLine| line.is_round_sum;
    Ok(ExpenseSplit {
        receipted: sum(&|line| line.treatment == ExpenseTreatment::Repaid)?,
        care: sum(&|line| line.treatment == ExpenseTreatment::Repaid && line.kind.is_care())?,
        mileage: sum(&by_miles)?.minus(taxable_mileage)?,
        taxable_mileage,
        unproved: sum(&|line| line.treatment == ExpenseTreatment::MaybeIncome && !is_round(line))?,
        round_sum: sum(&is_round)?,
        paid_direct: sum(&|line| line.treatment == ExpenseTreatment::NotReceived)?,
        lines,
        car_miles,
    })
}

/// An expense with an amount; `meals` are the round sums for meals so far, which share one limit.
fn spent(of: &ExpensesOf<'_>, expense: &Expense, amount: Money, meals: &mut Money) -> Result<ExpenseLine, PaymentError> {
    let kind = expense.kind;
    let words = kind.words();
    if expense.paid_direct {
        let text = format!("{words}, booked and paid by the organisation");
        return Ok(ExpenseLine::new(kind, text, amount, ExpenseTreatment::NotReceived, PAID_DIRECT));
    }
    if expense.round_sum {
        let text = format!("{words}, a round sum");
        let mut line = ExpenseLine::new(kind, text, amount, ExpenseTreatment::MaybeIncome, ROUND_SUM);
        line.is_round_sum = true;
        if let Some(Dated { value, fact }) = meal_limit(of, kind)? {
            let left = value.minus(*meals)?.max(Money::ZERO);
            *meals = meals.plus(amount)?;
            (line.tax_free_limit, line.above_limit) = (Some(left), Some(amount.minus(left)?.max(Money::ZERO)));
            line.limits.push(fact);
        }
        return Ok(line);
    }
    if expense.receipted == Some(true) {
        let rule = if kind.is_care() { CARE } else { REPAID };
        return Ok(ExpenseLine::new(kind, format!("{words}, with a receipt"), amount, ExpenseTreatment::Repaid, rule));
    }
    Ok(ExpenseLine::new(kind, words.to_owned(), amount, ExpenseTreatment::MaybeIncome, UNPROVED))
}

/// What an employer may pay as a round sum for food and drink free of tax, by the hours away. Nothing below 5 hours, or where the hours
/// or the rate on that day are not known.
fn meal_limit(of: &ExpensesOf<'_>, kind: ExpenseKind) -> Result<Option<Dated<Money>>, PaymentError> {
    const HOUR: i64 = 3600;
    let Some(away) = of.away.filter(|_| matches!(kind, ExpenseKind::Meal | ExpenseKind::Subsistence)) else { return Ok(None) };
    let key: Key<Money> = match away.seconds() / HOUR {
        ..5 => return Ok(None),
        5..10 => SUBSISTENCE_MEAL_5_HOURS,
        10..15 => SUBSISTENCE_MEAL_10_HOURS,
        _ => SUBSISTENCE_MEAL_15_HOURS,
    };
    Ok(Some(key.at(of.date, of.reach, &of.date_at)?))
}
