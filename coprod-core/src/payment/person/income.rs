//! Income besides the payments asked about.

use serde::{Deserialize, Serialize};

use crate::unit::{Known, Money};

/// Income besides the payments asked about, for the tax year (from 6 April) of each payment. What is absent is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OtherIncome {
    /// Wages of the whole tax year before tax, as now expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wages: Option<Known<Money>>,
    /// Whether those wages have ended, so that none are earned any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wages_ended: Option<bool>,
    /// Pensions and other taxable income of the tax year before tax. Carer's Allowance, Jobseeker's Allowance and new-style Employment
    /// and Support Allowance that are stated as benefits are added by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_taxable: Option<Known<Money>>,
    /// Other fees of the tax year that were paid gross: they use up the trading allowance first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_gross_fees: Option<Known<Money>>,
    /// Profit of the tax year from a business of one's own, besides the fees. Whoever states it, `"0.00"` too, is self-employed, so that
    /// fees paid gross are part of that profit and contributions can be due on them; whoever has no business leaves it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_employed_profit: Option<Known<Money>>,
    /// Student loans that are being repaid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub student_loans: Vec<StudentLoan>,
}

/// The plan of a student loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StudentLoan {
    /// Plan 1.
    #[serde(rename = "plan_1")]
    Plan1,
    /// Plan 2.
    #[serde(rename = "plan_2")]
    Plan2,
    /// Plan 4, Scotland.
    #[serde(rename = "plan_4")]
    Plan4,
    /// Plan 5.
    #[serde(rename = "plan_5")]
    Plan5,
    /// A postgraduate loan.
    Postgraduate,
}
