//! What a quote says.

mod floor;
mod line;
mod warning;

pub use floor::{FloorName, FloorOutcome, HourlyPay, WageFloor};
pub use line::{LineBasis, LinePart, QuoteExpenses, QuoteLine};
pub use warning::{QuoteQuestion, QuoteWarning, QuoteWarningCode};

use serde::Serialize;

use crate::payment::quote::CheckStatus;
use crate::unit::Money;

/// What an engagement is paid, line by line, what that is by the hour, and whether it reaches the wage floors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteAnswer {
    /// The rate card that the fee comes from; absent where a fee was offered as such.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<QuotedCard>,
    /// What is paid. `cost` is the sum of all lines, `total` the sum of those paid to the person.
    pub lines: Vec<QuoteLine>,
    /// The fee before tax; null where none may be offered before advice.
    pub fee: Option<Money>,
    /// What the person is paid back.
    pub expenses: Money,
    /// How that counts.
    pub expenses_by_treatment: QuoteExpenses,
    /// What the organisation pays to others for the person.
    pub paid_direct: Money,
    /// What the person receives before tax: fee and expenses.
    pub total: Money,
    /// What it costs the organisation, before any contributions of an employer: total and paid direct.
    pub cost: Money,
    /// The fee for each hour of work, preparation and reading included and travelling not; pay for travelling is left out. Absent where the
    /// hours are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<HourlyPay>,
    /// The fee for each hour that the work takes out of the person's day, travelling included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour_with_travel: Option<HourlyPay>,
    /// The wage floors. By law the minimum binds for workers; whoever is not a worker can use it as a yardstick.
    pub floors: Vec<WageFloor>,
    /// That employment status has to be checked. Absent where no fee may be offered, and in the review of a project, which says it once
    /// for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CheckStatus>,
    /// What to beware of.
    pub warnings: Vec<QuoteWarning>,
    /// What would have to be known to say more.
    pub questions: Vec<QuoteQuestion>,
}

/// The card and activity that a fee comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotedCard {
    /// The id of the card.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The activity.
    pub activity: String,
    /// Whether it is a published card, and not the organisation's own.
    pub published: bool,
}
