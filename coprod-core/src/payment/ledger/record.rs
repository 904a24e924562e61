//! A ledger that keeps every step for people to read.

use super::{Draft, Keep, Operation, Subject, TraceOperation, TraceRounding, TraceStep, TraceUnit, Whole};
use crate::parameters::{FactStatus, LawOf};
use crate::payment::person::Nation;
use crate::unit::{Money, Ratio};

/// Every step so far.
pub(in crate::payment) struct Record {
    law_of: LawOf,
    subject: Subject,
    steps: Vec<TraceStep>,
}

impl Record {
    /// An empty record; laws are named as they are called in `nation`.
    pub(in crate::payment) fn new(nation: Nation) -> Self {
        let subject = Subject { what: "payments", period: None, with_payments: true };
        Self { law_of: nation.law_of(), subject, steps: Vec::with_capacity(64) }
    }

    /// The steps.
    pub(in crate::payment) fn into_steps(self) -> Vec<TraceStep> {
        self.steps
    }
}

impl Keep for Record {
    fn keep(&mut self, draft: Draft<'_>) -> u32 {
        let Draft { rule, operation, of, value } = draft;
        // A request is far too small for so many steps.
        let step = u32::try_from(self.steps.len() + 1).unwrap_or(u32::MAX);
        let counted = matches!(operation, Operation::WholeTimes) || rule.id.ends_with(".count");
        let (operation, fact, rate, rounding) = match operation {
            Operation::Given => (TraceOperation::Given, None, None, None),
            Operation::Figure(figure) => (TraceOperation::Figure, figure.fact, None, None),
            Operation::Sum => (TraceOperation::Sum, None, None, None),
            Operation::Difference => (TraceOperation::Difference, None, None, None),
            Operation::Left => (TraceOperation::Left, None, None, None),
            Operation::Least => (TraceOperation::Least, None, None, None),
            Operation::Greatest => (TraceOperation::Greatest, None, None, None),
            Operation::Part(rate, whole) => (TraceOperation::Part, rate.fact, shown(rate.numer, rate.denom), Some(whole)),
            Operation::Fraction(numer, denom, whole) => (TraceOperation::Part, None, shown(numer, denom), Some(whole)),
            Operation::WholeTimes => (TraceOperation::WholeTimes, None, None, None),
            Operation::Times => (TraceOperation::Times, None, None, None),
        };
        let source = rule.law.map(|law| law.in_words(self.law_of));
        let status = match (rule.unconfirmed, &fact, &source) {
            (true, ..) => Some(FactStatus::Unconfirmed),
            (_, Some(fact), _) => Some(fact.status()),
            (_, None, Some(_)) => Some(FactStatus::Law),
            (_, None, None) => None,
        };
        let pounds = || Money::from_pence(value).map_or_else(|_| value.to_string(), |money| money.to_string());
        self.steps.push(TraceStep {
            step,
            subject: self.subject.what,
            with_payments: self.subject.with_payments,
            from: self.subject.period.map(|period| period.0),
            until: self.subject.period.map(|period| period.1),
            rule: rule.id,
            text: rule.text,
            operation,
            of: of.iter().map(|amount| amount.step).collect(),
            rate,
            value: if counted { value.to_string() } else { pounds() },
            unit: if counted { TraceUnit::Count } else { TraceUnit::Gbp },
            rounding: rounding.map(|whole| match whole {
                Whole::HalfUp => TraceRounding::HalfUp,
                Whole::HalfDown => TraceRounding::HalfDown,
                Whole::Down => TraceRounding::Down,
                Whole::Up => TraceRounding::Up,
                Whole::DownToPound => TraceRounding::DownToPound,
            }),
            source,
            status,
            fact,
        });
        step
    }

    fn about(&mut self, subject: Subject) {
        self.subject = subject;
    }
}

fn shown(numer: i64, denom: i64) -> Option<String> {
    Ratio::new(numer, denom).ok().map(|ratio| ratio.to_string())
}
