//! Break-even: the least fee of which so much is kept.

mod find;

use serde::{Deserialize, Serialize};

use super::curve::{CurveQuestion, MOST_CURVE_FEE, Many, Span, USUAL_UNTIL};
use super::{KeptMoney, MOST_MONEY, PaidPerson, Payment};
use crate::error::{PaymentError, Pointer};
use crate::payment::card::not_negative;
use crate::unit::Money;

/// A person, a payment, and how much is to be kept of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BreakEvenRequest {
    /// Who is paid.
    #[serde(default)]
    pub person: PaidPerson,
    /// The payment; its fee is looked for, and all else stays as it is.
    pub payment: Payment,
    /// What is to be kept of it in the end.
    pub kept: Money,
    /// The highest fee to look at, at most 20,000.00; where nothing is said 2,000.00, and 20,000.00 if no fee up to that is enough.
    #[serde(default)]
    pub until: Option<Money>,
    /// Whether the latest known figures are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

/// The least fee of which so much is kept in the end, or that no fee does. A higher fee can leave less again: see `less_again_after`.
/// It is an estimate and not advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BreakEvenAnswer {
    /// What is to be kept.
    pub kept: Money,
    /// The highest fee that was looked at.
    pub until: Money,
    /// The least fee of which so much is kept in every case; null where no fee does.
    pub fee: Option<BreakEvenFee>,
    /// The least fee of which so much is kept in the best case, where something is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_best: Option<BreakEvenFee>,
    /// Why there is no such fee; absent where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The most that is kept in the end of any fee up to `until`, even in the worst case; absent where there is a fee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<BreakEvenFee>,
    /// What is not known and may make a difference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<CurveQuestion>,
    /// What kind of answer this is.
    pub statement: String,
}

/// A fee, and what is kept of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BreakEvenFee {
    /// The fee.
    pub fee: Money,
    /// What is kept of it.
    pub kept: KeptMoney,
    /// Where a higher fee leaves less than is wanted again, because it is beyond a cliff: the highest fee below that cliff, on what was
    /// told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub less_again_after: Option<Money>,
}

/// Looks for the least fee of which so much is kept.
///
/// # Errors
/// What [`super::curve::curve`] refuses; `negative_amount` and `out_of_range` for the amount to be kept.
pub fn break_even(request: &BreakEvenRequest) -> Result<BreakEvenAnswer, PaymentError> {
    let at = Pointer::root().key("kept");
    not_negative(request.kept, &at)?;
    if request.kept > MOST_MONEY {
        return Err(PaymentError::OutOfRange {
            path: at,
            detail: format!("{} is more than this works for", request.kept),
            bounds: "an amount up to 10000000.00",
        });
    }
    if let Some(until) = request.until {
        return up_to(request, until);
    }
    // Far higher fees can reach beyond the days for which figures are known.
    if request.payment.pension_contribution.unwrap_or_default() <= USUAL_UNTIL {
        let near = up_to(request, USUAL_UNTIL)?;
        if near.fee.is_some() {
            return Ok(near);
        }
    }
    up_to(request, MOST_CURVE_FEE)
}

fn up_to(request: &BreakEvenRequest, until: Money) -> Result<BreakEvenAnswer, PaymentError> {
    let span = Span::of(&request.payment, None, until, MOST_CURVE_FEE)?;
    let many = Many::of(&request.person, &request.payment, span, request.assume_latest)?;
    find::find(&many, span, request.kept)
}
