//! A ledger that keeps of every step on which straight line of the fee it lies, rounding left aside: fees with the same lines are in one
//! piece of a curve.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul, CheckedSub, One, Signed, Zero};

use super::{Amount, Draft, Keep, Operation, Rule, Subject, Whole};

/// The rule of the step that says what the fee is.
const FEE: &str = "payment.fee";

/// An exact number.
pub(in crate::payment) type Exactly = Ratio<i128>;

/// Pence that grow evenly with the fee, and how far rounding has taken the real ones away from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct Line {
    /// Pence for each further penny of the fee.
    pub(in crate::payment) slope: Exactly,
    /// Pence at a fee of nothing.
    pub(in crate::payment) start: Exactly,
}

/// How far the real pence lie above a line, in thousandths of a penny.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::payment) struct Drift {
    pub(in crate::payment) low: i64,
    pub(in crate::payment) high: i64,
}

impl Line {
    /// The same at every fee.
    pub(in crate::payment) fn level(pence: i64) -> Self {
        Self { slope: Exactly::zero(), start: Exactly::from_integer(i128::from(pence)) }
    }

    /// Whether it is nothing at every fee.
    pub(in crate::payment) fn is_nothing(&self) -> bool {
        self.slope.is_zero() && self.start.is_zero()
    }

    /// Its pence at a fee; none where they are beyond reckoning.
    pub(in crate::payment) fn at(&self, fee: i64) -> Option<Exactly> {
        self.slope.checked_mul(&Exactly::from_integer(i128::from(fee)))?.checked_add(&self.start)
    }

    fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self { slope: self.slope.checked_add(&other.slope)?, start: self.start.checked_add(&other.start)? })
    }

    /// The difference; none where it is beyond reckoning.
    pub(in crate::payment) fn minus(&self, other: &Self) -> Option<Self> {
        Some(Self { slope: self.slope.checked_sub(&other.slope)?, start: self.start.checked_sub(&other.start)? })
    }

    fn times(&self, numer: i64, denom: i64) -> Option<Self> {
        let rate = Exactly::new(i128::from(numer), i128::from(denom.max(1)));
        Some(Self { slope: self.slope.checked_mul(&rate)?, start: self.start.checked_mul(&rate)? })
    }
}

/// A step, and the line it lies on.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct LineStep {
    pub(in crate::payment) rule: &'static Rule,
    pub(in crate::payment) subject: Subject,
    pub(in crate::payment) line: Line,
    pub(in crate::payment) drift: Drift,
    /// Where the steps it is made of stand among all such.
    of: (usize, usize),
}

/// Every step so far.
pub(in crate::payment) struct Lines {
    fee: i64,
    subject: Subject,
    steps: Vec<LineStep>,
    of: Vec<u32>,
    beyond: bool,
}

impl Lines {
    /// None yet, for a payment with that fee.
    pub(in crate::payment) fn new() -> Self {
        let subject = Subject { what: "payments", period: None, with_payments: true };
        Self { fee: 0, subject, steps: Vec::with_capacity(128), of: Vec::with_capacity(256), beyond: false }
    }

    /// Starts afresh with another fee.
    pub(in crate::payment) fn restart(&mut self, fee: i64) {
        self.fee = fee;
        self.steps.clear();
        self.of.clear();
    }

    /// The steps, in order.
    pub(in crate::payment) fn steps(&self) -> &[LineStep] {
        &self.steps
    }

    /// The numbers, from 1, of the steps that a step is made of; 0 for nothing.
    pub(in crate::payment) fn of(&self, step: &LineStep) -> &[u32] {
        self.of.get(step.of.0..step.of.1).unwrap_or_default()
    }

    /// Whether a line was beyond reckoning.
    pub(in crate::payment) const fn beyond(&self) -> bool {
        self.beyond
    }

    /// The line of an amount, and its drift.
    pub(in crate::payment) fn line(&self, amount: Amount) -> (Line, Drift) {
        let step = usize::try_from(amount.step).ok().and_then(|number| number.checked_sub(1));
        match step.and_then(|number| self.steps.get(number)) {
            Some(step) => (step.line, step.drift),
            None => (Line::level(amount.pence), Drift::default()),
        }
    }

    /// The last step by the rule with that id.
    pub(in crate::payment) fn last(&self, rule: &str) -> Option<&LineStep> {
        self.steps.iter().rev().find(|step| step.rule.id == rule)
    }

    fn work_out(&self, draft: &Draft<'_>) -> Option<(Line, Drift)> {
        let nothing = (Line::level(0), Drift::default());
        let of = |place: usize| draft.of.get(place).map_or(nothing, |amount| self.line(*amount));
        let pence = |place: usize| draft.of.get(place).map_or(0, |amount| amount.pence);
        Some(match draft.operation {
            Operation::Given if draft.rule.id == FEE => {
                let start = Exactly::from_integer(i128::from(draft.value.checked_sub(self.fee)?));
                (Line { slope: Exactly::one(), start }, Drift::default())
            }
            Operation::Given | Operation::Figure(_) | Operation::WholeTimes => (Line::level(draft.value), Drift::default()),
            Operation::Sum => draft.of.iter().try_fold(nothing, |(line, drift), amount| {
                let (next, by) = self.line(*amount);
                Some((line.plus(&next)?, Drift { low: drift.low + by.low, high: drift.high + by.high }))
            })?,
            Operation::Left if pence(0) <= pence(1) => nothing,
            Operation::Difference | Operation::Left => {
                let ((from, drift), (taken, by)) = (of(0), of(1));
                (from.minus(&taken)?, Drift { low: drift.low - by.high, high: drift.high - by.low })
            }
            Operation::Least => of(usize::from(pence(1) < pence(0))),
            Operation::Greatest => of(usize::from(pence(1) > pence(0))),
            Operation::Part(..) | Operation::Fraction(..) if pence(0) < 0 => nothing,
            Operation::Part(rate, whole) => part(of(0), rate.numer, rate.denom, whole)?,
            Operation::Fraction(numer, denom, whole) => part(of(0), numer, denom, whole)?,
            Operation::Times => {
                let (line, drift) = of(0);
                let count = pence(1);
                let (low, high) = (drift.low.checked_mul(count)?, drift.high.checked_mul(count)?);
                (line.times(count, 1)?, Drift { low: low.min(high), high: low.max(high) })
            }
        })
    }
}

/// A part of a line; rounding adds to its drift.
fn part((line, drift): (Line, Drift), numer: i64, denom: i64, whole: Whole) -> Option<(Line, Drift)> {
    let denom = denom.max(1);
    let (below, above) = match whole {
        Whole::HalfUp | Whole::HalfDown => (500, 500),
        Whole::Down => (1000, 0),
        Whole::Up => (0, 1000),
        Whole::DownToPound => (100_000, 0),
    };
    let low = drift.low.checked_mul(numer)?.div_euclid(denom) - below;
    let high = drift.high.checked_mul(numer)?.div_euclid(denom) + 1 + above;
    let high = if drift.high == 0 { above } else { high };
    // A product that is whole already needs no rounding.
    let exact = numer == denom && whole != Whole::DownToPound;
    Some((line.times(numer, denom)?, if exact { drift } else { Drift { low, high } }))
}

impl Keep for Lines {
    fn keep(&mut self, draft: Draft<'_>) -> u32 {
        let (line, drift) = self.work_out(&draft).unwrap_or_else(|| {
            self.beyond = true;
            (Line::level(draft.value), Drift::default())
        });
        let start = self.of.len();
        self.of.extend(draft.of.iter().map(|amount| amount.step));
        let of = (start, self.of.len());
        self.steps.push(LineStep { rule: draft.rule, subject: self.subject, line, drift, of });
        // A request is far too small for so many steps.
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    fn about(&mut self, subject: Subject) {
        self.subject = subject;
    }
}

/// Whether two exact numbers are at least half a penny apart.
pub(in crate::payment) fn apart(one: Exactly, other: Exactly) -> bool {
    one.checked_sub(&other).is_none_or(|gap| gap.abs() >= Exactly::new_raw(1, 2))
}
