//! One person and one payment, every question answered, whose fee is varied.

use super::search::Mark;
use crate::error::{PaymentError, Pointer};
use crate::payment::effect::{Benefit, Case, Outcome, PayCase, Workspace, effect};
use crate::payment::ledger::{Drift, Exactly, Line, Lines, Silent, Steps};
use crate::payment::person::Nation;
use crate::payment::rates::Shelf;
use crate::unit::Date;

/// A person and a payment with any fee.
pub(in crate::payment) struct Scene<'a> {
    case: Case,
    pay: PayCase<'a>,
    /// What counts as pay besides the fee, in pence.
    besides: i64,
    shelf: &'a Shelf,
    space: Workspace,
    lines: Lines,
    /// How many fees were looked at.
    pub(in crate::payment) looks: usize,
}

/// What is kept in the periods of the payment, and in the end.
pub(in crate::payment) type Kept<T> = [T; 2];

/// What tells two fees apart: which lines everything lies on that the payment changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::payment) struct Signs {
    changes: Vec<(Sign, Line)>,
    pub(super) kept: Kept<Line>,
    pub(super) drift: Kept<(i64, i64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Tax,
    Insurance,
    StudentLoan,
    Benefit(Benefit, Date, bool),
}

impl Mark for Signs {
    fn same(&self, other: &Self) -> bool {
        self.kept == other.kept && self.changes == other.changes
    }
}

impl<'a> Scene<'a> {
    pub(in crate::payment) fn new(case: Case, pay: PayCase<'a>, fee: i64, shelf: &'a Shelf) -> Self {
        let besides = pay.gross - fee;
        Self { case, pay, besides, shelf, space: Workspace::default(), lines: Lines::new(), looks: 0 }
    }

    /// Where the person lives.
    pub(super) const fn nation(&self) -> Nation {
        self.case.nation
    }

    /// What the payment does with that fee.
    pub(in crate::payment) fn outcome(&mut self, fee: i64) -> Result<Outcome, PaymentError> {
        self.looks += 1;
        self.pay.gross = fee + self.besides;
        effect(&self.case, &[self.pay], self.shelf, &mut Silent, &mut self.space)
    }

    /// What is kept with that fee.
    pub(in crate::payment) fn kept(&mut self, fee: i64) -> Result<Kept<i64>, PaymentError> {
        let outcome = self.outcome(fee)?;
        Ok([outcome.kept, outcome.kept_eventually])
    }

    /// Every step with that fee.
    pub(in crate::payment) fn lines(&mut self, fee: i64) -> Result<&Lines, PaymentError> {
        self.looks += 1;
        self.pay.gross = fee + self.besides;
        self.lines.restart(fee);
        effect(&self.case, &[self.pay], self.shelf, &mut Steps(&mut self.lines), &mut self.space)?;
        if self.lines.beyond() { Err(too_fine()) } else { Ok(&self.lines) }
    }

    /// The lines that everything lies on with that fee.
    pub(in crate::payment) fn signs(&mut self, fee: i64) -> Result<Signs, PaymentError> {
        self.lines(fee)?;
        let (lines, space) = (&self.lines, &self.space);
        let mut changes = Vec::new();
        for net in &space.nets {
            for (sign, amount) in [(Sign::Tax, net.tax), (Sign::Insurance, net.insurance), (Sign::StudentLoan, net.student_loan)]
            {
                changes.push((sign, lines.line(amount).0));
            }
        }
        for effect in &space.effects {
            let change = lines.line(effect.after).0.minus(&lines.line(effect.before).0).ok_or_else(too_fine)?;
            changes.push((Sign::Benefit(effect.benefit, effect.from, effect.later), change));
        }
        // What stays as it is tells nothing, and may be left out at another fee.
        changes.retain(|(_, line)| !line.is_nothing());
        let kept = ["kept.in_period", "kept.eventual"]
            .map(|rule| lines.last(rule).map_or((Line::level(0), Drift::default()), |step| (step.line, step.drift)));
        Ok(Signs { changes, kept: kept.map(|(line, _)| line), drift: kept.map(|(_, drift)| (drift.low, drift.high)) })
    }
}

impl Signs {
    /// How much rounding can move what is kept, in thousandths of a penny.
    pub(super) fn span(&self) -> [i64; 2] {
        self.drift.map(|(low, high)| high.saturating_sub(low))
    }

    /// Where the lines of what is kept stand at a fee.
    pub(super) fn at(&self, fee: i64) -> Result<Kept<Exactly>, PaymentError> {
        let [now, in_the_end] = self.kept;
        Ok([now.at(fee).ok_or_else(too_fine)?, in_the_end.at(fee).ok_or_else(too_fine)?])
    }
}

pub(super) fn too_fine() -> PaymentError {
    PaymentError::OutOfRange {
        path: Pointer::root(),
        detail: "the exact fractions of this curve are too fine".to_owned(),
        bounds: "rounder amounts",
    }
}
