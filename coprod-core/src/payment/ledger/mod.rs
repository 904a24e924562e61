//! The arithmetic of every rule, written once: kept as explained steps where somebody asks why, as bare numbers where millions of rows
//! are worked out.

mod lines;
mod record;
mod step;
mod steps;

pub(in crate::payment) use lines::{Drift, Exactly, Line, LineStep, Lines, apart};
pub(in crate::payment) use record::Record;
pub use step::{TraceOperation, TraceRounding, TraceStep, TraceUnit};
pub(in crate::payment) use steps::{Keep, Steps};

use super::rates::{Figure, Rate};
use crate::parameters::{CitedRule, RoundingWay};
use crate::unit::Date;

/// An amount in pence, or a count, and the step of the trace that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct Amount {
    /// Pence, or how many.
    pub(in crate::payment) pence: i64,
    step: u32,
}

impl Amount {
    /// Nothing, which needs no explanation.
    pub(in crate::payment) const NONE: Self = Self { pence: 0, step: 0 };
}

/// A rule that a step applies, known by its id.
#[derive(Debug)]
pub(in crate::payment) struct Rule {
    /// The stable id, such as `universal_credit.taper`.
    pub(in crate::payment) id: &'static str,
    /// What the step does, in plain English.
    pub(in crate::payment) text: &'static str,
    /// The law it follows; none where it is plain arithmetic or a fact that was told.
    pub(in crate::payment) law: Option<CitedRule>,
    /// Whether the reading of the law is unconfirmed.
    pub(in crate::payment) unconfirmed: bool,
}

impl Rule {
    /// A rule of plain arithmetic, or a fact that was told.
    pub(in crate::payment) const fn plain(id: &'static str, text: &'static str) -> Self {
        Self { id, text, law: None, unconfirmed: false }
    }

    /// A rule of law.
    pub(in crate::payment) const fn of(law: CitedRule, id: &'static str, text: &'static str) -> Self {
        Self { id, text, law: Some(law), unconfirmed: false }
    }

    /// The same rule, as a reading that no source confirms.
    pub(in crate::payment) const fn unconfirmed(self) -> Self {
        Self { unconfirmed: true, ..self }
    }
}

/// How a product is made whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) enum Whole {
    /// To the nearest penny; half a penny up.
    HalfUp,
    /// To the nearest penny; half a penny down.
    HalfDown,
    /// The part of a penny is dropped.
    Down,
    /// The next whole penny.
    Up,
    /// The pence are dropped too.
    DownToPound,
}

impl From<RoundingWay> for Whole {
    fn from(way: RoundingWay) -> Self {
        match way {
            RoundingWay::HalfUp => Self::HalfUp,
            RoundingWay::HalfDown => Self::HalfDown,
            RoundingWay::Up => Self::Up,
            RoundingWay::Down => Self::Down,
        }
    }
}

impl Whole {
    /// `numer / denom` made whole; `denom` is above zero and `numer` not below it.
    pub(in crate::payment) const fn of(self, numer: i64, denom: i64) -> i64 {
        let (whole, rest) = (numer / denom, numer % denom);
        let more = match self {
            Self::HalfUp => 2 * rest >= denom,
            Self::HalfDown => 2 * rest > denom,
            Self::Up => rest > 0,
            Self::Down => false,
            Self::DownToPound => return whole / 100 * 100,
        };
        if more { whole + 1 } else { whole }
    }
}

/// What a step does with the amounts it is made of.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) enum Operation<'a> {
    Given,
    Figure(&'a Figure),
    Sum,
    Difference,
    /// The difference, at least zero.
    Left,
    Least,
    Greatest,
    /// A part of the amount: a rate of the law.
    Part(&'a Rate, Whole),
    /// So many parts of so many: numer / denom.
    Fraction(i64, i64, Whole),
    /// How many whole times the second fits into the first.
    WholeTimes,
    /// So many times the amount; the count is the second.
    Times,
}

/// A step as it is written down.
pub(in crate::payment) struct Draft<'a> {
    pub(in crate::payment) rule: &'static Rule,
    pub(in crate::payment) operation: Operation<'a>,
    pub(in crate::payment) of: &'a [Amount],
    pub(in crate::payment) value: i64,
}

/// What the following steps are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct Subject {
    /// Such as `universal_credit` or `income_tax`.
    pub(in crate::payment) what: &'static str,
    /// The first and last day that it is worked out for, where it is for a period.
    pub(in crate::payment) period: Option<(Date, Date)>,
    /// Whether the payments are counted: each benefit is worked out without them and with them.
    pub(in crate::payment) with_payments: bool,
}

/// Where steps are kept. Amounts are bounded by what a request may state (at most [`super::MOST_MONEY`] each, at most a few hundred
/// of them, rates with denominators of at most 10,000), so that no step can overflow 64 bits.
pub(in crate::payment) trait Ledger {
    /// Whether it throws all steps away, so that what only they show need not be worked out.
    const SILENT: bool = false;

    /// Keeps a step and says its number.
    fn keep(&mut self, draft: Draft<'_>) -> u32;

    /// Says what the following steps are about.
    fn about(&mut self, subject: Subject);

    /// A fact that was told.
    fn given(&mut self, rule: &'static Rule, pence: i64) -> Amount {
        self.step(rule, Operation::Given, &[], pence)
    }

    /// A figure of the law.
    fn figure(&mut self, rule: &'static Rule, figure: &Figure) -> Amount {
        self.step(rule, Operation::Figure(figure), &[], figure.pence)
    }

    /// The sum.
    fn sum(&mut self, rule: &'static Rule, of: &[Amount]) -> Amount {
        let value = of.iter().map(|amount| amount.pence).sum();
        self.step(rule, Operation::Sum, of, value)
    }

    /// The sum of amounts that are gathered in `parts` where they are shown.
    fn sum_all(&mut self, rule: &'static Rule, of: impl Iterator<Item = Amount>, parts: &mut Vec<Amount>) -> Amount {
        if Self::SILENT {
            return Amount { pence: of.map(|amount| amount.pence).sum(), step: 0 };
        }
        parts.clear();
        parts.extend(of);
        self.sum(rule, parts)
    }

    /// The first without the second; it may be below zero.
    fn minus(&mut self, rule: &'static Rule, from: Amount, taken: Amount) -> Amount {
        self.step(rule, Operation::Difference, &[from, taken], from.pence - taken.pence)
    }

    /// What is left of the first without the second: at least zero.
    fn left(&mut self, rule: &'static Rule, from: Amount, taken: Amount) -> Amount {
        self.step(rule, Operation::Left, &[from, taken], (from.pence - taken.pence).max(0))
    }

    /// The smaller one.
    fn least(&mut self, rule: &'static Rule, one: Amount, other: Amount) -> Amount {
        self.step(rule, Operation::Least, &[one, other], one.pence.min(other.pence))
    }

    /// The larger one.
    fn greatest(&mut self, rule: &'static Rule, one: Amount, other: Amount) -> Amount {
        self.step(rule, Operation::Greatest, &[one, other], one.pence.max(other.pence))
    }

    /// A part of an amount that is not below zero, by a rate of the law.
    fn part(&mut self, rule: &'static Rule, of: Amount, rate: &Rate, whole: Whole) -> Amount {
        let value = whole.of(of.pence.max(0) * rate.numer, rate.denom);
        self.step(rule, Operation::Part(rate, whole), &[of], value)
    }

    /// `numer / denom` of an amount that is not below zero.
    fn fraction(&mut self, rule: &'static Rule, of: Amount, numer: i64, denom: i64, whole: Whole) -> Amount {
        let value = whole.of(of.pence.max(0) * numer, denom.max(1));
        self.step(rule, Operation::Fraction(numer, denom.max(1), whole), &[of], value)
    }

    /// How many whole times the second, above zero, fits into the first.
    fn whole_times(&mut self, rule: &'static Rule, of: Amount, each: Amount) -> Amount {
        let value = of.pence.max(0) / each.pence.max(1);
        self.step(rule, Operation::WholeTimes, &[of, each], value)
    }

    /// The amount so many times.
    fn times(&mut self, rule: &'static Rule, of: Amount, count: Amount) -> Amount {
        self.step(rule, Operation::Times, &[of, count], of.pence * count.pence)
    }

    /// Keeps one step.
    fn step(&mut self, rule: &'static Rule, operation: Operation<'_>, of: &[Amount], value: i64) -> Amount {
        let step = self.keep(Draft { rule, operation, of, value });
        Amount { pence: value, step }
    }
}

/// Keeps nothing.
#[derive(Debug, Default)]
pub(in crate::payment) struct Silent;

impl Ledger for Silent {
    const SILENT: bool = true;

    #[inline]
    fn keep(&mut self, _: Draft<'_>) -> u32 {
        0
    }

    #[inline]
    fn about(&mut self, _: Subject) {}
}
