//! What people are paid, with what their tax and benefits depend on, for those who chose to say.

use serde::{Deserialize, Serialize};

use crate::payment::{PaidPerson, Payment};
use crate::unit::Id;

/// What one person is paid, and what their tax and benefits depend on. It is personal: it belongs here only as far as the person chose
/// to say and agreed, and not in a copy of the project that others read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonPayments {
    /// Who is paid; each person stands here once.
    pub person: Id,
    /// Their circumstances, as `payment.take_home` asks for them. Where no age is told here, the one of the person's other circumstances
    /// is taken.
    #[serde(default)]
    pub circumstances: PaidPerson,
    /// What they are paid, from 1 to 100 payments.
    pub payments: Vec<Payment>,
}
