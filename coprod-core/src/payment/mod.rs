//! What to offer: rate cards, and quotes with the real pay by the hour and the wage floors.

mod card;
mod engagement;
mod quote;

pub use card::{
    CardActivity, CardHourly, CardRate, CardTier, CardsAnswer, CardsRequest, PreparationPay, PublishedActivity, PublishedCard,
    PublishedRate, RateCard, cards,
};
pub use engagement::{Engagement, Expense, ExpenseKind, PermissionToWork};
pub use quote::{
    FloorName, FloorOutcome, HourlyPay, LineBasis, LinePart, QuoteAnswer, QuoteLine, QuoteQuestion, QuoteRequest, QuoteWarning,
    QuoteWarningCode, QuotedCard, WageFloor, quote, quote_engagement,
};

/// An engagement may claim this many expenses.
pub const MOST_EXPENSES: usize = 100;

/// A rate card may have this many activities, and a rate this many steps.
pub const MOST_CARD_ENTRIES: usize = 200;

#[cfg(test)]
mod tests;
