//! Dated and exact values: money, ratios, hours, dates and ids, each with its one text form; and what may not be known, or not exactly.

#[cfg(feature = "workload")]
mod clock_time;
mod count;
mod csv;
mod date;
mod draw;
#[cfg(any(feature = "counting", feature = "workload"))]
mod error_margin;
mod exact;
mod handed;
mod hours;
mod id;
mod id_map;
mod in_order;
mod json;
mod known;
mod money;
mod money_range;
mod one_key;
#[cfg(any(feature = "counting", feature = "workload"))]
mod open_object;
mod ratio;
mod read;

#[cfg(feature = "workload")]
pub use clock_time::ClockTime;
pub use count::Count;
pub use date::Date;
pub use exact::Exact;
pub use hours::Hours;
pub use id::Id;
pub use id_map::IdMap;
pub use in_order::InOrder;
pub use known::Known;
pub use money::Money;
pub use money_range::{MoneyOrRange, MoneyRange};
pub use ratio::Ratio;

pub(crate) use csv::cell;
pub(crate) use draw::Draw;
#[cfg(any(feature = "counting", feature = "workload"))]
pub(crate) use error_margin::error_rounded_up;
#[cfg(feature = "counting")]
pub(crate) use json::canonical;
pub(crate) use json::{from_json, short, to_json};
pub(crate) use one_key::one_key;
#[cfg(any(feature = "counting", feature = "workload"))]
pub(crate) use open_object::open_object;

#[cfg(test)]
mod tests;
