//! The curve: what is kept as a function of the fee, with every kink and cliff.

mod answer;
mod causes;
mod draw;
mod many;
mod pieces;
mod scene;
mod search;

use serde::Deserialize;

pub use answer::{CurveAnswer, CurveBreak, CurveBreakKind, CurveCause, CurveCliff, CurvePiece, CurveQuestion, CurveRate};
pub use pieces::MOST_CURVE_PIECES;

pub(in crate::payment) use many::{Drawn, Many, Span, kept};
pub(in crate::payment) use pieces::first_at_least;

use super::{PaidPerson, Payment};
use crate::error::PaymentError;
use crate::unit::Money;

/// No curve goes further than this fee.
pub const MOST_CURVE_FEE: Money = Money::from_whole_pounds(20_000);

/// How far a curve goes where nothing is said.
pub(in crate::payment) const USUAL_UNTIL: Money = Money::from_whole_pounds(2_000);

/// A person, a payment, and from which fee to which to draw what is kept of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveRequest {
    /// Who is paid.
    #[serde(default)]
    pub person: PaidPerson,
    /// The payment; its fee is varied, and all else stays as it is.
    pub payment: Payment,
    /// The lowest fee; nothing, or the pension contribution, where it is not stated.
    #[serde(default)]
    pub from: Option<Money>,
    /// The highest fee, at most 20,000.00; 2,000.00 where it is not stated.
    #[serde(default)]
    pub until: Option<Money>,
    /// Whether the latest known figures are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

/// Draws what is kept as a function of the fee.
///
/// # Errors
/// What [`super::take_home`] refuses; `out_of_range` for fees beyond the bounds or in the wrong order; `do_not_pay_before_advice` for
/// a person who may not work, or only in part; `too_many_unknowns` where there are more than 64 cases or an amount is not known;
/// `too_much_work` for more than 500 pieces.
pub fn curve(request: &CurveRequest) -> Result<CurveAnswer, PaymentError> {
    let span = Span::of(&request.payment, request.from, request.until.unwrap_or(USUAL_UNTIL), MOST_CURVE_FEE)?;
    let many = Many::of(&request.person, &request.payment, span, request.assume_latest)?;
    draw::draw(&many, span)
}

#[cfg(test)]
mod tests;
