//! What goes in: a column for each circumstance.

use super::table::{ColumnInput, ColumnKind, cells, known_rows, table};
use super::{RowBenefitCap, RowEsaGroup, RowEsaKind, RowHousehold, RowNation, RowTaxCode, RowWorkAllowance};
use crate::error::{PaymentError, Pointer};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column<'a, T> {
    /// The same value in every row.
    Every(T),
    /// A value for each row.
    Each(&'a [T]),
}

impl<T: Copy> Column<'_, T> {
    #[inline]
    pub(super) fn of(&self, row: usize, default: T) -> T {
        match self {
            Self::Every(value) => *value,
            Self::Each(values) => values.get(row).copied().unwrap_or(default),
        }
    }

    fn length(&self) -> Option<usize> {
        match self {
            Self::Every(_) => None,
            Self::Each(values) => Some(values.len()),
        }
    }
}

/// How a fee is paid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RowPaid {
    /// Through a payroll.
    #[default]
    Paye,
    /// In full, nothing withheld.
    Gross,
}

/// A carer's benefit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RowCarer {
    /// None.
    #[default]
    None,
    /// Carer's Allowance; the payment is for the week of the work.
    AllowanceForWeek,
    /// Carer's Allowance; the payment is not for a period.
    AllowanceOneOff,
    /// Carer Support Payment; the payment is for the week of the work.
    SupportForWeek,
    /// Carer Support Payment; the payment is not for a period.
    SupportOneOff,
}

macro_rules! columns {
    ($($(#[$doc:meta])* $field:ident: $kind:ty as $sort:ident = $default:expr,)*) => {
        table! { $($field: $kind, $sort, $default;)* }

        /// The circumstances of all rows. A column that is left out holds its default in every row.
        #[derive(Debug, Clone)]
        pub struct BatchColumns<'a> {
            $($(#[$doc])* pub $field: Column<'a, $kind>,)*
        }

        impl Default for BatchColumns<'_> {
            fn default() -> Self {
                Self { $($field: Column::Every($default),)* }
            }
        }

        impl BatchColumns<'_> {
            /// How many rows there are: the length of every column that holds a value for each row.
            ///
            /// # Errors
            /// `columns_differ` where two are of different length or none holds a value for each row.
            pub fn rows(&self) -> Result<usize, PaymentError> {
                let lengths = [$((stringify!($field), self.$field.length()),)*];
                let mut known = lengths.into_iter().filter_map(|(name, length)| Some((name, length?)));
                let Some((first, rows)) = known.next() else {
                    return Err(PaymentError::ColumnsDiffer { path: Pointer::root(), column: "fee", length: 0, other: "any", rows: 0 });
                };
                match known.find(|(_, length)| *length != rows) {
                    None => Ok(rows),
                    Some((column, length)) => {
                        Err(PaymentError::ColumnsDiffer { path: Pointer::root().key(column), column, length, other: first, rows })
                    }
                }
            }
        }

        /// One row: a cell is read where it is asked for, so that what a row has none of costs nothing.
        #[derive(Debug, Clone, Copy)]
        pub(super) struct Row<'a> {
            pub(super) columns: &'a BatchColumns<'a>,
            /// Below the number of rows that the columns have.
            pub(super) number: usize,
        }

        impl Row<'_> {
            $(
                #[inline]
                pub(super) fn $field(self) -> $kind {
                    self.columns.$field.of(self.number, $default)
                }
            )*
        }
    };
}

/// In place of a day: the day of payment.
pub const SAME_DAY: i32 = i32::MIN;

columns! {
    /// Whether everything about the row is known; a row of which something is not known is not worked out.
    known: bool as Flag = true,
    /// The fee before tax.
    fee: i64 as Money = 0,
    /// The day on which the money arrives.
    paid_on: i32 as Day = 0,
    /// The day on which the tax office receives the payroll's report.
    reported_on: i32 as Day = SAME_DAY,
    /// The day of the work.
    worked_on: i32 as Day = SAME_DAY,
    /// Seconds of work and preparation.
    seconds: i32 as Number = 0,
    /// How it is paid.
    paid: RowPaid as Word = RowPaid::Paye,
    /// The payroll's tax code.
    tax_code: RowTaxCode as Word = RowTaxCode::STANDARD,
    /// Whether the payroll's period is a week, else a month.
    paid_weekly: bool as Flag = false,
    /// Other pay from the same payer in the pay period.
    other_pay: i64 as Money = 0,
    /// Pay from the same payer in the tax year before this payment.
    pay_to_date: i64 as Money = 0,
    /// What the person pays into a pension from the fee.
    pension: i64 as Money = 0,
    /// Where the person lives.
    nation: RowNation as Word = RowNation::England,
    /// Age in years.
    age: u8 as Number = 40,
    /// Whether the person has reached State Pension age.
    over_pension_age: bool as Flag = false,
    /// Wages of the tax year.
    wages: i64 as Money = 0,
    /// Pensions and other taxable income of the tax year.
    other_taxable: i64 as Money = 0,
    /// Other fees of the tax year that were paid gross.
    gross_fees: i64 as Money = 0,
    /// Profit of the tax year from a business.
    profit: i64 as Money = 0,
    /// Whether the person is in business on their own account.
    self_employed: bool as Flag = false,
    /// The first day of the Universal Credit assessment period, from 1 to 31; 0 where there is no award.
    universal_credit_first_day: u8 as Number = 0,
    /// The award of a month before anything is taken off.
    universal_credit_maximum: i64 as Money = 0,
    /// The work allowance.
    universal_credit_work_allowance: RowWorkAllowance as Word = RowWorkAllowance::None,
    /// Other net earnings of an assessment period.
    universal_credit_other_earnings: i64 as Money = 0,
    /// Other income of a month that is taken off in full.
    universal_credit_unearned: i64 as Money = 0,
    /// Savings and other capital.
    universal_credit_capital: i64 as Money = 0,
    /// The benefit cap.
    universal_credit_cap: RowBenefitCap as Word = RowBenefitCap::Exempt,
    /// Other benefits of a month that count towards the cap.
    universal_credit_other_capped: i64 as Money = 0,
    /// Childcare costs in the award.
    universal_credit_childcare: i64 as Money = 0,
    /// The minimum income floor of a month.
    universal_credit_floor: i64 as Money = 0,
    /// Surplus earnings brought forward.
    universal_credit_surplus: i64 as Money = 0,
    /// The amount above which surplus earnings are carried forward.
    universal_credit_surplus_threshold: i64 as Money = 250_000,
    /// A carer's benefit, and how the payment falls.
    carer: RowCarer as Word = RowCarer::None,
    /// Other net earnings of a week for the carer's benefit. Above its limit nothing is paid of it, with the payment or without; asked
    /// one by one, such facts are refused. The same holds for Employment and Support Allowance.
    carer_other_weekly: i64 as Money = 0,
    /// Care costs of a week.
    carer_care_costs: i64 as Money = 0,
    /// Employment and Support Allowance.
    esa: Option<RowEsaKind> as Word = None,
    /// Its group.
    esa_group: RowEsaGroup as Word = RowEsaGroup::Support,
    /// What is paid of it a week.
    esa_weekly: i64 as Money = 0,
    /// Other net earnings of a week.
    esa_other_weekly: i64 as Money = 0,
    /// Seconds of other work a week.
    esa_other_seconds: i32 as Number = 0,
    /// Whether the work is supervised.
    esa_supervised: bool as Flag = false,
    /// New-style Jobseeker's Allowance of a week without earnings; 0 where there is none.
    jobseeker_weekly: i64 as Money = 0,
    /// Other net earnings of a week.
    jobseeker_other_weekly: i64 as Money = 0,
    /// Seconds of other work a week.
    jobseeker_other_seconds: i32 as Number = 0,
    /// Housing Benefit of a week; 0 where there is none.
    housing_weekly: i64 as Money = 0,
    /// Whether it is paid in full because of another benefit.
    housing_passported: bool as Flag = false,
    /// Whom its disregard is for.
    housing_household: RowHousehold as Word = RowHousehold::Single,
    /// Whether the council has accepted the work as permitted work.
    housing_permitted_work: bool as Flag = false,
    /// Other net earnings of a week.
    housing_other_weekly: i64 as Money = 0,
    /// Room below what the household needs by law, a week.
    housing_room: i64 as Money = 0,
    /// Pension Credit of a week; 0 where there is none.
    pension_credit_weekly: i64 as Money = 0,
    /// Whether it is that of a couple.
    pension_credit_couple: bool as Flag = false,
    /// Whether the higher disregard holds.
    pension_credit_higher_disregard: bool as Flag = false,
    /// Other net earnings of a week.
    pension_credit_other_weekly: i64 as Money = 0,
}
