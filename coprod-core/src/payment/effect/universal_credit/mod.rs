//! Universal Credit in the assessment periods of the payments, and later when tax is settled.

mod award;
mod cap;
mod income;
mod lost;
mod maximum;
mod settlement;
mod surplus;
mod terms;
mod walk;

pub(super) use settlement::when_settled;
pub(super) use walk::in_period;

#[cfg(test)]
mod tests;
