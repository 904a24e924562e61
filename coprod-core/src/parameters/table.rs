//! The constants made from the data files while building.

use super::fact::{FactConfidence, FactStatus};
use super::key::Key;
use super::series::{
    ActivityRow, Amounts, CardRow, Foreign, Period, RateRow, Raw, Rounding, RoundingWay, Series, Source, TierRow, Unit,
};
use crate::unit::{Money, Ratio};

include!(concat!(env!("OUT_DIR"), "/parameters.rs"));
