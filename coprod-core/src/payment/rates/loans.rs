//! The yearly thresholds of student loans, found by name once.

use super::bundle::Figure;
use crate::parameters::{Amounts, Dated};

/// Income a year above which a loan of each plan is repaid; absent where nobody repays that plan.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct LoanThresholds {
    pub(in crate::payment) plan_1: Option<Figure>,
    pub(in crate::payment) plan_2: Option<Figure>,
    pub(in crate::payment) plan_4: Option<Figure>,
    pub(in crate::payment) plan_5: Option<Figure>,
    pub(in crate::payment) postgraduate: Option<Figure>,
}

impl From<Dated<Amounts>> for LoanThresholds {
    fn from(dated: Dated<Amounts>) -> Self {
        let of = |name| dated.value.get(name).map(|amount| Figure { pence: amount.pence(), fact: Some(dated.fact) });
        Self {
            plan_1: of("plan_1"),
            plan_2: of("plan_2"),
            plan_4: of("plan_4"),
            plan_5: of("plan_5"),
            postgraduate: of("postgraduate"),
        }
    }
}
