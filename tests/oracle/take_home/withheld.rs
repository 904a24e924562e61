//! What a payroll withholds: tax by the published tables' method, class 1 contributions, student loan repayments.
//!
//! Sources: Income Tax (Pay As You Earn) Regulations 2003, regulations 22 to 28, and the revenue's specification of the tax tables;
//! Social Security (Contributions) Regulations 2001, regulation 12; Education (Student Loans) (Repayment) Regulations 2009, regulation 44.

use num_traits::Zero;

use super::household::{Payment, Person};
use super::law;
use super::penny::{Pence, down, half_down, left, part, pounds, pounds_up, up, whole};

/// What happens to one payment before it arrives.
#[derive(Debug, Clone)]
pub struct Net {
    pub tax: Pence,
    pub insurance: Pence,
    pub loan: Pence,
    pub pension: Pence,
    /// What benefits count of it.
    pub counted: Pence,
}

/// Works out payment `number` of those that are in order of the day of payment.
pub fn net(person: &Person, payments: &[Payment], number: usize) -> Net {
    let this = &payments[number];
    let gross = whole(this.gross());
    let (mut tax, mut insurance, mut loan, pension) = (Pence::zero(), Pence::zero(), Pence::zero(), whole(this.pension));
    if this.paye {
        let year = this.paid_on.tax_year();
        let earlier = |one: &&Payment| one.paye && one.employer == this.employer && one.paid_on.tax_year() == year;
        let period = |one: &Payment| if this.weekly { one.paid_on.tax_week() } else { one.paid_on.tax_month() };
        let same_period = |one: &&Payment| earlier(one) && period(one) == period(this);
        let earlier_pay = |which: &dyn Fn(&&Payment) -> bool, pay: fn(&Payment) -> i64| -> Pence {
            whole(payments[..number].iter().filter(which).map(pay).sum())
        };
        let taxed: fn(&Payment) -> i64 = |one| one.gross() - one.pension;

        let alone = by_period(this.code) || period(this) == 53;
        let (before, at) = if alone {
            (whole(this.other_pay) + earlier_pay(&same_period, taxed), 1)
        } else {
            (whole(this.pay_to_date) + earlier_pay(&earlier, taxed), period(this))
        };
        let after = &before + whole(taxed(this));
        // Without pay before, nothing was withheld yet, not even for a code that adds to the pay; no more than half of the pay is taken.
        let already = if before.is_zero() { Pence::zero() } else { tax_to_date(this, &before, at) };
        tax = (tax_to_date(this, &after, at) - already).min(down(&(whole(taxed(this)) / whole(2))));

        let before = whole(this.other_pay) + earlier_pay(&same_period, Payment::gross);
        let after = &before + &gross;
        if person.age >= 16 && !person.over_pension_age {
            insurance = class_1(this, &after) - class_1(this, &before);
        }
        loan = loans(person, this, &after) - loans(person, this, &before);
    }
    let counted = &gross - &tax - &insurance - &pension;
    Net { tax, insurance, loan, pension, counted }
}

fn by_period(code: &str) -> bool {
    [" W1", " M1", " X"].iter().any(|ending| code.ends_with(ending))
}

/// Tax on pay to date `pay` in pay period `period`, by the code.
fn tax_to_date(payment: &Payment, pay: &Pence, period: i64) -> Pence {
    let code = payment.code.split(' ').next().unwrap();
    let scottish = code.starts_with('S');
    let code = code.trim_start_matches(['S', 'C']);
    let year = payment.paid_on.tax_year();
    let bands = law::bands(year, scottish);
    let flat = |percent: i64| down(&(pounds(pay) * part(percent, 100)));
    match code {
        "NT" => return Pence::zero(),
        "BR" => return flat(20),
        "D0" => return flat(if scottish { 21 } else { 40 }),
        "D1" => return flat(if scottish { bands[3].1 } else { 45 }),
        "D2" => return flat(bands[4].1),
        "D3" => return flat(bands[5].1),
        _ => {}
    }
    let added = code.starts_with('K');
    let number: i64 = code.trim_matches(|letter: char| letter.is_ascii_alphabetic()).parse().unwrap();
    let adjustment = adjustment(number, payment.weekly) * whole(period);
    let taxable = if added { pay + adjustment } else { pay - adjustment };
    if taxable <= Pence::zero() {
        return Pence::zero();
    }
    // Whole pounds are taxed; a band ends, for the choice of the rate, at the next whole pound, and is counted to the hundredth of a penny.
    let taxable = pounds(&taxable);
    let share = part(period, if payment.weekly { 52 } else { 12 });
    let (mut from, mut tax_below) = (Pence::zero(), Pence::zero());
    let mut year_from = Pence::zero();
    let mut year_tax = Pence::zero();
    for (until, percent) in bands {
        let percent = part(percent, 100);
        let year_until = until.map(|until| whole(until * 100));
        let edge = year_until.as_ref().map(|until| hundredths(&(until * &share)));
        if edge.as_ref().is_none_or(|edge| taxable <= pounds_up(edge)) {
            return down(&(tax_below + (&taxable - from) * percent));
        }
        let until = year_until.unwrap();
        year_tax += (&until - &year_from) * percent;
        year_from = until;
        from = edge.unwrap();
        tax_below = hundredths(&(&year_tax * &share));
    }
    unreachable!("the last band has no end")
}

fn hundredths(pence: &Pence) -> Pence {
    (pence * whole(100)).floor() / whole(100)
}

/// The free pay, or additional pay, of one period: for each whole 500 of the code a fixed amount, for the rest the period's part of ten
/// times the number and nine pounds, the next whole penny up.
fn adjustment(number: i64, weekly: bool) -> Pence {
    if number == 0 {
        return Pence::zero();
    }
    let (mut five_hundreds, mut rest) = (0, number);
    while rest > 500 {
        rest -= 500;
        five_hundreds += 1;
    }
    let (each, periods) = if weekly { (9_616, 52) } else { (416_67, 12) };
    whole(five_hundreds * each) + up(&part((rest * 10 + 9) * 100, periods))
}

/// Class 1 contributions on the earnings of a pay period from one employer.
fn class_1(payment: &Payment, earnings: &Pence) -> Pence {
    let at = payment.paid_on;
    let (threshold, upper) = if payment.weekly {
        (law::amount(law::PRIMARY_WEEKLY, at), whole(law::UPPER_WEEKLY))
    } else {
        (law::amount(law::PRIMARY_MONTHLY, at), whole(law::UPPER_MONTHLY))
    };
    let main = left(&earnings.clone().min(upper.clone()), &threshold);
    let above = left(earnings, &upper);
    half_down(&(main * law::rate(law::MAIN, at))) + half_down(&(above * law::rate(law::ADDITIONAL, at)))
}

/// Student loan repayments on the earnings of a pay period from one employer: on the lowest threshold of the plans, and apart from it
/// of a postgraduate loan.
fn loans(person: &Person, payment: &Payment, earnings: &Pence) -> Pence {
    let thresholds = law::on(law::LOANS, payment.paid_on);
    let has = |plan: usize| thresholds[plan].filter(|_| person.loans[plan]);
    let periods = whole(if payment.weekly { 52 } else { 12 });
    let repaid = |threshold: Option<i64>, percent: i64| match threshold {
        Some(year) => pounds(&(left(earnings, &down(&(whole(year) / &periods))) * part(percent, 100))),
        None => Pence::zero(),
    };
    repaid((0..4).filter_map(has).min(), 9) + repaid(has(4), 6)
}
