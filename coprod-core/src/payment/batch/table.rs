//! Columns by their names, as tables from outside have them: whole numbers, flags and words.

use super::columns::{RowCarer, RowPaid};
use super::{RowBenefitCap, RowEsaGroup, RowEsaKind, RowHousehold, RowNation, RowTaxCode, RowWorkAllowance};
use crate::error::{PaymentError, Pointer};

/// The values of one column of a table.
#[derive(Debug, Clone, Copy)]
pub enum ColumnInput<'a> {
    /// Pence, days since 1 January 1970, seconds, ages: whole numbers.
    Numbers(&'a [i64]),
    /// Yes or no.
    Flags(&'a [bool]),
    /// Words, such as `england` or `1257L`.
    Words(&'a [&'a str]),
}

impl ColumnInput<'_> {
    /// How many rows it has.
    #[must_use]
    pub const fn rows(&self) -> usize {
        match self {
            Self::Numbers(values) => values.len(),
            Self::Flags(values) => values.len(),
            Self::Words(values) => values.len(),
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Numbers(_) => "numbers",
            Self::Flags(_) => "flags",
            Self::Words(_) => "words",
        }
    }
}

/// What a column is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Whole pence.
    Money,
    /// A day, as the number of days since 1 January 1970.
    Day,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// One of a few words, or a tax code.
    Word,
}

/// One cell of a column.
pub(super) trait Cell: Copy {
    /// What the column expects, in words.
    const EXPECTED: &'static str;

    fn of_number(_: i64) -> Option<Self> {
        None
    }

    fn of_flag(_: bool) -> Option<Self> {
        None
    }

    fn of_word(_: &str) -> Option<Self> {
        None
    }
}

macro_rules! whole {
    ($($type:ty),*) => {$(
        impl Cell for $type {
            const EXPECTED: &'static str = "whole numbers of the size that the column is for";

            fn of_number(number: i64) -> Option<Self> {
                Self::try_from(number).ok()
            }
        }
    )*};
}

whole!(i64, i32, u8);

impl Cell for bool {
    const EXPECTED: &'static str = "flags";

    fn of_flag(flag: bool) -> Option<Self> {
        Some(flag)
    }
}

impl Cell for RowTaxCode {
    const EXPECTED: &'static str = "tax codes such as 1257L, S1257L M1, BR, 0T";

    fn of_word(word: &str) -> Option<Self> {
        Self::read(word)
    }
}

macro_rules! words {
    ($($type:ty: $($word:literal => $value:expr),* ;)*) => {$(
        impl Cell for $type {
            const EXPECTED: &'static str = concat!("one of the words", $(" ", $word),*);

            fn of_word(word: &str) -> Option<Self> {
                match word { $($word => Some($value),)* _ => None }
            }
        }
    )*};
}

words! {
    RowNation: "england" => RowNation::England, "wales" => RowNation::Wales, "scotland" => RowNation::Scotland,
        "northern_ireland" => RowNation::NorthernIreland;
    RowPaid: "paye" => RowPaid::Paye, "gross" => RowPaid::Gross;
    RowWorkAllowance: "none" => RowWorkAllowance::None, "with_housing" => RowWorkAllowance::WithHousing,
        "without_housing" => RowWorkAllowance::WithoutHousing;
    RowBenefitCap: "exempt" => RowBenefitCap::Exempt, "grace_period" => RowBenefitCap::GracePeriod,
        "single_outside_london" => RowBenefitCap::SingleOutsideLondon, "single_london" => RowBenefitCap::SingleLondon,
        "couple_or_parent_outside_london" => RowBenefitCap::CoupleOrParentOutsideLondon,
        "couple_or_parent_london" => RowBenefitCap::CoupleOrParentLondon;
    RowCarer: "none" => RowCarer::None, "allowance_for_week" => RowCarer::AllowanceForWeek,
        "allowance_one_off" => RowCarer::AllowanceOneOff, "support_for_week" => RowCarer::SupportForWeek,
        "support_one_off" => RowCarer::SupportOneOff;
    Option<RowEsaKind>: "none" => None, "new_style" => Some(RowEsaKind::NewStyle),
        "legacy_contributory" => Some(RowEsaKind::LegacyContributory), "legacy_income_related" => Some(RowEsaKind::LegacyIncomeRelated);
    RowEsaGroup: "assessment" => RowEsaGroup::Assessment, "work_related_activity" => RowEsaGroup::WorkRelatedActivity,
        "support" => RowEsaGroup::Support;
    RowHousehold: "single" => RowHousehold::Single, "couple" => RowHousehold::Couple, "lone_parent" => RowHousehold::LoneParent,
        "special" => RowHousehold::Special;
}

/// The cells of a column; the default where a cell is not there.
pub(super) fn cells<T: Cell>(
    column: &'static str,
    input: ColumnInput<'_>,
    present: Option<&[bool]>,
    default: T,
) -> Result<Vec<T>, PaymentError> {
    let there = |row: usize| present.and_then(|present| present.get(row)).is_none_or(|there| *there);
    let read = match input {
        ColumnInput::Numbers(values) => all(values, there, default, T::of_number),
        ColumnInput::Flags(values) => all(values, there, default, T::of_flag),
        ColumnInput::Words(values) => all(values, there, default, T::of_word),
    };
    read.map_err(|row| PaymentError::CellWrong {
        path: Pointer::root().key(column).index(row),
        column,
        row,
        found: input.kind(),
        expected: T::EXPECTED,
    })
}

/// Every value read, or the first row that cannot be.
fn all<T: Copy, V: Copy>(
    values: &[V],
    there: impl Fn(usize) -> bool,
    default: T,
    read: impl Fn(V) -> Option<T>,
) -> Result<Vec<T>, usize> {
    let cell = |(row, value): (usize, &V)| if there(row) { read(*value).ok_or(row) } else { Ok(default) };
    values.iter().enumerate().map(cell).collect()
}

/// Which rows are known, after a column of which only some cells are there.
pub(super) fn known_rows(known: Option<Vec<bool>>, present: Option<&[bool]>) -> Option<Vec<bool>> {
    match (known, present) {
        (known, None) => known,
        (None, Some(present)) => Some(present.to_vec()),
        (Some(known), Some(present)) => Some(known.iter().zip(present).map(|(known, there)| *known && *there).collect()),
    }
}

macro_rules! table {
    ($($field:ident: $type:ty, $kind:ident, $default:expr;)*) => {
        /// A table whose columns are given by name. A column that is not given holds its default in every row.
        #[derive(Debug, Default)]
        pub struct BatchTable {
            $($field: Option<Vec<$type>>,)*
        }

        impl BatchTable {
            /// The columns that a table may have, and what each is made of.
            pub const COLUMNS: &'static [(&'static str, ColumnKind)] = &[$((stringify!($field), ColumnKind::$kind),)*];

            /// An empty table.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            /// Takes a column. `present` says which of its cells are there, where not all are: a row without one of its cells is not
            /// known, and is not worked out.
            ///
            /// # Errors
            /// `unknown_column` for a name that is none of [`BatchTable::COLUMNS`]; `cell_wrong` for a value that the column cannot hold.
            pub fn put(&mut self, name: &str, input: ColumnInput<'_>, present: Option<&[bool]>) -> Result<(), PaymentError> {
                match name {
                    $(stringify!($field) => self.$field = Some(cells(stringify!($field), input, present, $default)?),)*
                    _ => {
                        let known = Self::COLUMNS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                        let column = name.chars().take(40).collect();
                        return Err(PaymentError::UnknownColumn { path: Pointer::root(), column, known });
                    }
                }
                self.known = known_rows(self.known.take(), present);
                Ok(())
            }

            /// The columns, ready to be worked out.
            #[must_use]
            pub fn columns(&self) -> BatchColumns<'_> {
                BatchColumns {
                    $($field: self.$field.as_deref().map_or(Column::Every($default), Column::Each),)*
                }
            }
        }
    };
}

pub(super) use table;
