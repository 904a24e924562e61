//! Millions of rows: columns in, columns out, the same pence as one by one.
//!
//! Every row is one person with one payment whose circumstances are known. A column holds the same value for [`Every`](Column::Every) row
//! or one for [`Each`](Column::Each). Money is whole pence, a day the number of days since 1 January 1970. Nothing is allocated for a row.
//!
//! ```
//! use coprod_core::payment::batch::{BatchCode, BatchColumns, Column, RowWorkAllowance, take_home};
//!
//! let fees = [15_000, 30_000];
//! let columns = BatchColumns {
//!     fee: Column::Each(&fees),
//!     paid_on: Column::Every(20_619), // 15 June 2026
//!     universal_credit_first_day: Column::Every(3),
//!     universal_credit_maximum: Column::Every(42_490),
//!     universal_credit_work_allowance: Column::Every(RowWorkAllowance::None),
//!     ..BatchColumns::default()
//! };
//! let answer = take_home(&columns, 1)?;
//! assert_eq!(answer.kept, [6_750, 13_500]);
//! assert_eq!(answer.code, [BatchCode::Done; 2]);
//! # Ok::<(), coprod_core::error::ErrorReport>(())
//! ```

mod answer;
mod columns;
mod row;
mod run;
mod table;

pub use super::effect::TaxCode as RowTaxCode;
pub use super::person::{
    BenefitCap as RowBenefitCap, EsaGroup as RowEsaGroup, EsaKind as RowEsaKind, HousingBenefitHousehold as RowHousehold,
    Nation as RowNation, WorkAllowance as RowWorkAllowance,
};
pub use answer::{BatchAnswer, BatchCode};
pub use columns::{BatchColumns, BatchTable, Column, RowCarer, RowPaid, SAME_DAY};
pub use run::{take_home, take_home_into};
pub use table::{ColumnInput, ColumnKind};

#[cfg(test)]
mod tests;
