//! What payments do, in pence.

use super::weekly::Weeks;
use crate::payment::calendar::AssessmentPeriod;
use crate::payment::ledger::Amount;
use crate::unit::Date;

/// A benefit whose amount can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::enum_variant_names, reason = "Housing Benefit is its name")]
pub(in crate::payment) enum Benefit {
    UniversalCredit,
    CarersAllowance,
    CarerSupportPayment,
    NewStyleEsa,
    LegacyEsa,
    NewStyleJsa,
    HousingBenefit,
    PensionCredit,
}

/// One benefit in one period, without the payments and with them.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct BenefitEffect {
    pub(in crate::payment) benefit: Benefit,
    pub(in crate::payment) from: Date,
    pub(in crate::payment) until: Date,
    pub(in crate::payment) before: Amount,
    pub(in crate::payment) after: Amount,
    /// Whether it is the later period in which tax is settled.
    pub(in crate::payment) later: bool,
}

/// What is left of one payment when it arrives.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct NetPay {
    /// The fee and whatever counts as pay with it.
    pub(in crate::payment) gross: Amount,
    pub(in crate::payment) tax: Amount,
    /// Class 1 contributions.
    pub(in crate::payment) insurance: Amount,
    pub(in crate::payment) student_loan: Amount,
    pub(in crate::payment) pension: Amount,
    /// What means-tested benefits count: gross without tax, contributions and pension, or nothing for a voucher that does not count.
    /// Student loan repayments are not taken off.
    pub(in crate::payment) counted: Amount,
}

/// Tax and contributions of whole tax years that are due in the end because of the payments.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct TaxDue {
    pub(in crate::payment) tax: Amount,
    /// Class 2 and class 4.
    pub(in crate::payment) insurance: Amount,
}

/// What was worked out so far; used again for each row, so that millions of rows need no memory of their own.
#[derive(Debug, Default)]
pub(in crate::payment) struct Workspace {
    /// One for each payment.
    pub(in crate::payment) nets: Vec<NetPay>,
    /// One for each benefit and period in which the payments count.
    pub(in crate::payment) effects: Vec<BenefitEffect>,
    /// The parts of a sum while it is made.
    pub(super) parts: Vec<Amount>,
    /// The assessment period of each payment.
    pub(super) periods: Vec<AssessmentPeriod>,
    /// The weeks that the payments reach.
    pub(super) weeks: Weeks,
}

impl Workspace {
    /// Empties it.
    pub(in crate::payment) fn clear(&mut self) {
        self.nets.clear();
        self.effects.clear();
        self.periods.clear();
    }
}

/// What a set of payments does in all, in pence. Whatever leaves the person is above zero in its own field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::payment) struct Outcome {
    /// Fees and what counts as pay with them.
    pub(in crate::payment) gross: i64,
    /// Tax withheld when paid.
    pub(in crate::payment) tax_withheld: i64,
    /// Tax due in the end, over all tax years.
    pub(in crate::payment) tax_due: i64,
    /// Class 1 contributions.
    pub(in crate::payment) insurance: i64,
    /// Class 2 and 4 contributions, due after the year.
    pub(in crate::payment) insurance_later: i64,
    /// Student loan repayments withheld.
    pub(in crate::payment) student_loan: i64,
    /// Paid into a pension.
    pub(in crate::payment) pension: i64,
    /// By how much benefits change in the periods of the payments; below zero for a loss.
    pub(in crate::payment) benefits: i64,
    /// By how much benefits change when tax is settled.
    pub(in crate::payment) benefits_later: i64,
    /// What is kept when the periods of the payments have passed.
    pub(in crate::payment) kept: i64,
    /// What is kept when tax is settled too.
    pub(in crate::payment) kept_eventually: i64,
}
