//! What is due for whole tax years in the end: income tax, and class 2 and 4 contributions.
//!
//! Sources: Income Tax Act 2007 sections 10, 11A and 35; Income Tax (Trading and Other Income) Act 2005 sections 783AA to 783AR; Social
//! Security Contributions and Benefits Act 1992 sections 11 and 15.

use std::collections::BTreeMap;

use num_traits::Zero;

use super::day::day;
use super::household::{Payment, Person};
use super::law;
use super::penny::{Pence, down, left, part, pounds_up, whole};

/// Tax and contributions that the payments add. `benefits` is, by tax year, the taxable benefit a year without the payments and what is
/// lost of it.
pub fn added(person: &Person, payments: &[Payment], benefits: &BTreeMap<i64, (Pence, Pence)>) -> (Pence, Pence) {
    let (mut tax, mut insurance) = (Pence::zero(), Pence::zero());
    let years: std::collections::BTreeSet<i64> = payments.iter().map(|payment| payment.paid_on.tax_year()).collect();
    for year in years {
        let in_year = |payment: &&Payment| payment.paid_on.tax_year() == year;
        let wages: i64 = payments.iter().filter(in_year).filter(|one| one.paye).map(|one| one.gross() - one.pension).sum();
        let fees: i64 = payments.iter().filter(in_year).filter(|one| !one.paye).map(|one| one.gross() - one.pension).sum();
        let zero = (Pence::zero(), Pence::zero());
        let (benefit, lost) = benefits.get(&year).unwrap_or(&zero);

        let base = whole(person.wages + person.other_taxable + person.profit.unwrap_or(0)) + benefit;
        // Whoever takes the allowance cannot take off expenses, of any trade: a profit of one's own business has them taken off.
        let relief = if person.profit.is_some_and(|profit| profit > 0) { Pence::zero() } else { whole(law::TRADING_ALLOWANCE) };
        let fees_without = left(&whole(person.gross_fees), &relief);
        let fees_with = left(&whole(person.gross_fees + fees), &relief);
        let scottish = person.nation == "scotland";
        tax += tax_of_year(year, scottish, &(&base + &fees_with + whole(wages) - lost.min(benefit)))
            - tax_of_year(year, scottish, &(&base + &fees_without));
        if let Some(profit) = person.profit.filter(|_| person.age >= 16 && !person.over_pension_age) {
            let profit = whole(profit);
            insurance += own_business(year, &(&profit + fees_with)) - own_business(year, &(&profit + fees_without));
        }
    }
    (tax, insurance)
}

/// Income tax on the income of a year.
pub fn tax_of_year(year: i64, scottish: bool, income: &Pence) -> Pence {
    let taken = left(income, &whole(law::TAPER_START)) / whole(2);
    let allowance = pounds_up(&left(&whole(law::PERSONAL_ALLOWANCE), &taken));
    let taxable = left(income, &allowance);
    let (mut from, mut tax) = (Pence::zero(), Pence::zero());
    for (until, percent) in law::bands(year, scottish) {
        let until = until.map_or_else(|| taxable.clone(), |until| whole(until * 100).min(taxable.clone()));
        tax += down(&(left(&until, &from) * part(percent, 100)));
        from = until.max(from);
    }
    tax
}

/// Class 2 and 4 contributions on the profits of a year.
fn own_business(year: i64, profits: &Pence) -> Pence {
    let at = day(year, 4, 6);
    let (lower, main, additional) = law::on(law::CLASS_4, at);
    let upper = whole(law::CLASS_4_UPPER);
    let mut due = down(&(left(&profits.clone().min(upper.clone()), &whole(lower)) * part(main, 10_000)))
        + down(&(left(profits, &upper) * part(additional, 10_000)));
    if let Some((weekly, from)) = law::on(law::CLASS_2, at)
        && *profits > whole(from)
    {
        due += whole(weekly * 52);
    }
    due
}
