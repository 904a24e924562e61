//! Legal and policy figures over time: each with its unit, standing, source and the time for which it is known.
//!
//! The figures are data files (`coprod-core/data`), checked and turned into constants while building; a new year's rates are a
//! change of data only. Each constant, such as [`MINIMUM_WAGE_UNDER_18`], is a [`Key`], and [`Key::at`] gives the value on a date.
//!
//! How long a figure is *known*: rates that are set yearly, until the day before the next yearly change (31 March for the minimum
//! wage, 5 April for tax, the Sunday before the April uprating for benefits); where later years are already enacted, until their
//! end; policies and rules without an end, until the end of the tax year in which they were last looked at; the voluntary living
//! wage, for a year from its announcement. A date beyond that is an error unless [`Reach::AssumeLatest`] is asked for, and then the
//! [`Fact`] says that it was assumed. [`stale`] lists which figures end when. A figure that was abolished has a last day of its own
//! and counts as ended, not as stale.

mod citation;
mod currency;
mod fact;
mod key;
mod listing;
mod series;
mod table;

pub use citation::{Citation, CitedRule, LawOf};
pub use currency::{CurrencyState, FactCurrency, StaleFactsAnswer, StaleFactsRequest, stale};
pub use fact::{Dated, Fact, FactConfidence, FactSource, FactStatus, UsedFact};
pub use key::{Key, Reach};
pub use listing::{FactValue, ListedFact, ParametersAnswer, ParametersRequest, list};
pub(crate) use series::{ActivityRow, CardRow, RateRow};
pub use series::{Amounts, Foreign, Rounding, RoundingWay, Series, Unit};
pub use table::*;
