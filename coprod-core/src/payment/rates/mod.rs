//! The figures of the law that one calculation needs, looked up once for the time in which all of them hold.

mod bundle;
mod cap;
mod loans;
mod rack;
mod shelf;
mod tables;

pub(in crate::payment) use bundle::{Figure, Rate};
pub(in crate::payment) use shelf::Shelf;
pub(in crate::payment) use tables::{
    HousingRates, InsuranceRates, JobseekerRules, PensionCreditRates, TaxRates, UniversalCreditRates,
};
