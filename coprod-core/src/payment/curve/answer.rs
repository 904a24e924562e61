//! What the answer says.

use serde::Serialize;

use crate::parameters::FactStatus;
use crate::payment::KeptMoney;
use crate::unit::{Date, Money, MoneyOrRange, Ratio};

/// What is kept as a function of the fee: pieces between two fees each, and the breaks between them. Where something is not known, each
/// amount is a range between the worst and the best case. It is an estimate and not advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveAnswer {
    /// The lowest fee.
    pub from: Money,
    /// The highest fee.
    pub until: Money,
    /// The pieces, from the lowest fee up, without gaps.
    pub pieces: Vec<CurvePiece>,
    /// Where one piece ends and another begins, one fewer than there are pieces.
    pub breaks: Vec<CurveBreak>,
    /// What is not known and may make a difference; the ranges cover every way in which it may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<CurveQuestion>,
    /// In how many ways, which the rules tell apart, that may be.
    pub cases: usize,
    /// What kind of answer this is.
    pub statement: String,
}

/// A stretch of fees in which what is kept follows one straight line, but for rounding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurvePiece {
    /// Its lowest fee.
    pub from: Money,
    /// Its highest fee.
    pub until: Money,
    /// What is kept of the lowest fee, exact.
    pub kept_from: KeptMoney,
    /// What is kept of the highest fee, exact.
    pub kept_until: KeptMoney,
    /// What is kept of each further pound when the periods of the payment have passed.
    pub of_a_pound: CurveRate,
    /// What is kept of each further pound when tax is settled too.
    pub of_a_pound_eventually: CurveRate,
    /// Between its ends what is kept is nowhere further from the straight line than this, because whole pounds and pennies are counted.
    /// Where it is a range, the least is nowhere further below the line between the least at both ends, nor the most above its own.
    pub rounding: Money,
}

/// What is kept of each further pound, rounding left aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveRate {
    /// The least part of a pound.
    pub least: Ratio,
    /// The largest part of a pound: the same where everything is known.
    pub most: Ratio,
    /// In pounds, to the nearest penny.
    pub rounded: MoneyOrRange,
}

/// A fee at which what is kept changes its course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveBreak {
    /// The last fee before it; from one penny more on the next piece holds.
    pub after: Money,
    /// What kind it is, in the case in which it drops furthest.
    pub kind: CurveBreakKind,
    /// In how many of the cases it is there.
    pub cases: usize,
    /// By how much what is kept changes with that one penny.
    pub change: KeptMoney,
    /// The rules that change there.
    pub because: Vec<CurveCause>,
    /// What a drop costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cliff: Option<CurveCliff>,
}

/// The kinds of break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CurveBreakKind {
    /// One penny more of a fee leaves less.
    Cliff,
    /// One penny more of a fee leaves much more.
    Rise,
    /// From there on another part of each further pound is kept.
    Kink,
    /// What is kept goes on as before, and is made up differently, such as where one benefit ends and another makes up for it.
    Shift,
}

/// A rule that changes what is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveCause {
    /// The stable id of the rule.
    pub rule: &'static str,
    /// What it works out, in plain English.
    pub text: &'static str,
    /// What it is about, such as `universal_credit`.
    pub subject: &'static str,
    /// The first day of the period that it is worked out for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day of that period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The law that it follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether the reading of that law is confirmed; absent for plain arithmetic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<FactStatus>,
}

/// A drop, and what there is on both its sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveCliff {
    /// The highest fee below this cliff, on what was told. It is no advice to ask for it, or for less.
    pub highest_fee_below: Money,
    /// The same in words.
    pub text: String,
    /// What one penny more costs: of what is kept when the periods of the payment have passed.
    pub lost: MoneyOrRange,
    /// What one penny more costs in the end.
    pub lost_eventually: MoneyOrRange,
    /// The least higher fee of which as much is kept again in the end, in every case; null where no fee of this curve does.
    pub as_much_again_from: Option<Money>,
}

/// Something that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveQuestion {
    /// Where in the request the answer goes; absent where only an office can decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The question.
    pub question: String,
}
