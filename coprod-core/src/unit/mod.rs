//! Dated and exact values: money, ratios, hours, dates and ids, each with its one text form.

mod count;
mod date;
mod exact;
mod hours;
mod id;
mod id_map;
mod json;
mod money;
mod one_key;
mod ratio;
mod read;

pub use count::Count;
pub use date::Date;
pub use exact::Exact;
pub use hours::Hours;
pub use id::Id;
pub use id_map::IdMap;
pub use money::Money;
pub use ratio::Ratio;

pub(crate) use json::{from_json, to_json};
pub(crate) use one_key::one_key;

#[cfg(test)]
mod tests;
