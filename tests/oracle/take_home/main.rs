//! Take-home pay against a slow and obvious second calculation: its own calendar, figures typed in from the yearly orders, exact
//! fractions, written from the regulations and not from the fast code.
//!
//! Each random household is asked for as JSON; every amount of the answer is compared to the penny. The number of households is
//! `COPROD_HOUSEHOLDS`, a million in a release run, 400 where it is not set.

mod annual;
mod compare;
mod credit;
mod day;
mod household;
mod law;
mod make;
mod penny;
mod published;
mod unknown;
mod weekly;
mod whole;
mod withheld;
