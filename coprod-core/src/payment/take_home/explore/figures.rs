//! The figures of many cases: of each the least and the most.

use super::Span;
use crate::payment::effect::{Benefit, Outcome, Workspace};
use crate::unit::Date;

/// Every figure of an answer.
#[derive(Default)]
pub(in crate::payment::take_home) struct Figures {
    cases: usize,
    pub(in crate::payment::take_home) tax: Span,
    pub(in crate::payment::take_home) tax_due: Span,
    /// Tax and contributions still to be paid; below zero for tax paid back.
    pub(in crate::payment::take_home) settled: Span,
    pub(in crate::payment::take_home) insurance: Span,
    pub(in crate::payment::take_home) insurance_later: Span,
    pub(in crate::payment::take_home) student_loan: Span,
    pub(in crate::payment::take_home) pension: Span,
    pub(in crate::payment::take_home) kept: Span,
    pub(in crate::payment::take_home) kept_eventually: Span,
    /// What arrives of each payment.
    pub(in crate::payment::take_home) arrives: Vec<Span>,
    rows: Vec<EffectRow>,
    totals: Vec<EffectRow>,
    /// The case in which least is kept in the end.
    pub(in crate::payment::take_home) lowest: Outcome,
}

/// A benefit in a period.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment::take_home) struct EffectRow {
    pub(in crate::payment::take_home) benefit: Benefit,
    pub(in crate::payment::take_home) later: bool,
    pub(in crate::payment::take_home) from: Date,
    pub(in crate::payment::take_home) until: Date,
    pub(in crate::payment::take_home) before: Span,
    pub(in crate::payment::take_home) after: Span,
    pub(in crate::payment::take_home) change: Span,
    cases: usize,
}

impl EffectRow {
    fn new(benefit: Benefit, later: bool, from: Date, until: Date) -> Self {
        let none = Span::default();
        Self { benefit, later, from, until, before: none, after: none, change: none, cases: 0 }
    }

    fn add(&mut self, before: i64, after: i64) {
        self.before.add(before);
        self.after.add(after);
        self.change.add(after - before);
        self.cases += 1;
    }
}

impl Figures {
    /// Adds a case.
    pub(super) fn add(&mut self, outcome: &Outcome, space: &Workspace) {
        self.cases += 1;
        for (span, pence) in [
            (&mut self.tax, outcome.tax_withheld),
            (&mut self.tax_due, outcome.tax_due),
            (&mut self.settled, outcome.tax_due + outcome.insurance_later - outcome.tax_withheld),
            (&mut self.insurance, outcome.insurance),
            (&mut self.insurance_later, outcome.insurance_later),
            (&mut self.student_loan, outcome.student_loan),
            (&mut self.pension, outcome.pension),
            (&mut self.kept, outcome.kept),
            (&mut self.kept_eventually, outcome.kept_eventually),
        ] {
            span.add(pence);
        }
        self.arrives.resize(space.nets.len(), Span::default());
        for (span, net) in self.arrives.iter_mut().zip(&space.nets) {
            let withheld = net.tax.pence + net.insurance.pence + net.student_loan.pence + net.pension.pence;
            span.add(net.gross.pence - withheld);
        }
        self.add_effects(space);
    }

    fn add_effects(&mut self, space: &Workspace) {
        for effect in &space.effects {
            let (before, after) = (effect.before.pence, effect.after.pence);
            let same = |row: &&mut EffectRow| {
                row.benefit == effect.benefit && row.later == effect.later && (row.from, row.until) == (effect.from, effect.until)
            };
            if let Some(row) = self.rows.iter_mut().find(same) {
                row.add(before, after);
            } else {
                let mut row = EffectRow::new(effect.benefit, effect.later, effect.from, effect.until);
                row.add(before, after);
                self.rows.push(row);
            }
        }
        for (number, effect) in space.effects.iter().enumerate() {
            let group =
                |other: &&crate::payment::effect::BenefitEffect| other.benefit == effect.benefit && other.later == effect.later;
            if space.effects.iter().take(number).any(|other| group(&other)) {
                continue;
            }
            let of = space.effects.iter().filter(group);
            let before = of.clone().map(|effect| effect.before.pence).sum();
            let after = of.clone().map(|effect| effect.after.pence).sum();
            let from = of.clone().map(|effect| effect.from).min().unwrap_or(effect.from);
            let until = of.map(|effect| effect.until).max().unwrap_or(effect.until);
            let same = |row: &&mut EffectRow| row.benefit == effect.benefit && row.later == effect.later;
            if let Some(row) = self.totals.iter_mut().find(same) {
                (row.from, row.until) = (row.from.min(from), row.until.max(until));
                row.add(before, after);
            } else {
                let mut row = EffectRow::new(effect.benefit, effect.later, from, until);
                row.add(before, after);
                self.totals.push(row);
            }
        }
    }

    /// The benefits, period by period where the periods do not depend on what is not known, else each in one row for all of them.
    pub(in crate::payment::take_home) fn benefits(&self) -> Vec<EffectRow> {
        let mut all = Vec::new();
        for total in &self.totals {
            let of = self.rows.iter().filter(|row| row.benefit == total.benefit && row.later == total.later);
            if of.clone().all(|row| row.cases == self.cases) {
                all.extend(of.copied());
            } else {
                let mut total = *total;
                if total.cases < self.cases {
                    // In some cases the payments do not reach it.
                    total.change.add(0);
                }
                all.push(total);
            }
        }
        all
    }

    /// Whether what is kept is a range.
    pub(in crate::payment::take_home) fn range(&self) -> bool {
        self.kept_eventually.length() > 0 || self.kept.length() > 0
    }
}

/// Tells cases apart whose benefits differ only by period.
pub(super) fn mark(space: &Workspace) -> u64 {
    let mut mark = 0xcbf2_9ce4_8422_2325_u64;
    let mut mix = |number: i64| mark = (mark ^ number.unsigned_abs()).wrapping_mul(0x0100_0000_01b3);
    for effect in &space.effects {
        mix(effect.benefit as i64);
        mix(i64::from(effect.from.year()) * 10_000 + i64::from(effect.from.month()) * 100 + i64::from(effect.from.day()));
        mix(effect.before.pence);
        mix(effect.after.pence);
    }
    mark
}
