//! Tax years, pay periods, benefit weeks and assessment periods.

mod assessment;
mod week;
mod year;

pub(in crate::payment) use assessment::{AssessmentPeriod, nearest_boundary};
pub(in crate::payment) use week::benefit_week;
pub(in crate::payment) use year::{TaxYear, pay_month, pay_week};

#[cfg(test)]
mod tests;
