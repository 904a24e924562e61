//! The columns of an Arrow table as the core takes them.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type,
};
use arrow_array::{Array, ArrowPrimitiveType, RecordBatch};
use arrow_schema::DataType;
use coprod_core::payment::batch::{BatchTable, ColumnInput, ColumnKind};

use crate::Refusal;

/// The table.
pub(super) fn table(part: &RecordBatch) -> Result<BatchTable, Refusal> {
    let mut table = BatchTable::new();
    for (field, column) in part.schema().fields().iter().zip(part.columns()) {
        let name = field.name().as_str();
        let kind = BatchTable::COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
        let present: Option<Vec<bool>> =
            (column.logical_null_count() > 0).then(|| column.logical_nulls().iter().flat_map(|nulls| nulls.iter()).collect());
        let put = |table: &mut BatchTable, input: ColumnInput<'_>| {
            table
                .put(name, input, present.as_deref())
                .map_err(|error| Refusal::at(error.code().as_str(), &error.to_string(), error.path().as_str(), &error.help()))
        };
        let Some(kind) = kind else {
            // The core knows what to say of a name that it does not know.
            put(&mut table, ColumnInput::Numbers(&[]))?;
            continue;
        };
        let column = column.as_ref();
        let wrong = || wrong_type(name, kind, column.data_type());
        match kind {
            ColumnKind::Money => put(&mut table, ColumnInput::Numbers(&pence(column).ok_or_else(wrong)?))?,
            ColumnKind::Day => put(&mut table, ColumnInput::Numbers(&days(column).ok_or_else(wrong)?))?,
            ColumnKind::Number => put(&mut table, ColumnInput::Numbers(&whole(column).ok_or_else(wrong)?))?,
            ColumnKind::Flag => {
                let flags = column.as_boolean_opt().ok_or_else(wrong)?;
                put(&mut table, ColumnInput::Flags(&flags.values().iter().collect::<Vec<_>>()))?;
            }
            ColumnKind::Word => put(&mut table, ColumnInput::Words(&words(column).ok_or_else(wrong)?))?,
        }
    }
    Ok(table)
}

fn wrong_type(name: &str, kind: ColumnKind, found: &DataType) -> Refusal {
    let (expected, help) = match kind {
        ColumnKind::Money => {
            ("money", "give decimals with up to two places for pounds, or whole numbers for pence; never floats")
        }
        ColumnKind::Day => ("days", "give dates without a time"),
        ColumnKind::Number => ("whole numbers", "give whole numbers"),
        ColumnKind::Flag => ("yes or no", "give truth values"),
        ColumnKind::Word => ("words", "give text or categories"),
    };
    Refusal::at("wrong_type", &format!("the column {name} holds {expected}, and is given {found}"), &format!("/{name}"), help)
}

fn pence(column: &dyn Array) -> Option<Vec<i64>> {
    match column.data_type() {
        DataType::Decimal128(_, scale @ 0..=2) => {
            let pence = if *scale == 0 {
                100
            } else if *scale == 1 {
                10
            } else {
                1
            };
            let values = column.as_primitive_opt::<Decimal128Type>()?.values();
            // What does not fit is far beyond the largest amount, which the core refuses row by row.
            Some(values.iter().map(|value| i64::try_from(value.saturating_mul(pence)).unwrap_or(i64::MAX)).collect())
        }
        _ => whole(column),
    }
}

fn days(column: &dyn Array) -> Option<Vec<i64>> {
    numbers::<Date32Type>(column)
}

pub(super) fn whole(column: &dyn Array) -> Option<Vec<i64>> {
    match column.data_type() {
        DataType::Int64 => Some(column.as_primitive_opt::<Int64Type>()?.values().to_vec()),
        DataType::Int32 => numbers::<Int32Type>(column),
        DataType::Int16 => numbers::<Int16Type>(column),
        DataType::Int8 => numbers::<Int8Type>(column),
        DataType::UInt32 => numbers::<UInt32Type>(column),
        DataType::UInt16 => numbers::<UInt16Type>(column),
        DataType::UInt8 => numbers::<UInt8Type>(column),
        _ => None,
    }
}

fn numbers<T: ArrowPrimitiveType>(column: &dyn Array) -> Option<Vec<i64>>
where
    T::Native: Into<i64>,
{
    Some(column.as_primitive_opt::<T>()?.values().iter().map(|value| (*value).into()).collect())
}

fn words(column: &dyn Array) -> Option<Vec<&str>> {
    match column.data_type() {
        DataType::Utf8 => Some(column.as_string_opt::<i32>()?.iter().map(Option::unwrap_or_default).collect()),
        DataType::LargeUtf8 => Some(column.as_string_opt::<i64>()?.iter().map(Option::unwrap_or_default).collect()),
        DataType::Utf8View => Some(column.as_string_view_opt()?.iter().map(Option::unwrap_or_default).collect()),
        DataType::Dictionary(key, _) => match key.as_ref() {
            DataType::UInt32 => of_dictionary::<UInt32Type>(column),
            DataType::UInt16 => of_dictionary::<UInt16Type>(column),
            DataType::UInt8 => of_dictionary::<UInt8Type>(column),
            DataType::Int64 => of_dictionary::<Int64Type>(column),
            DataType::Int32 => of_dictionary::<Int32Type>(column),
            DataType::Int16 => of_dictionary::<Int16Type>(column),
            DataType::Int8 => of_dictionary::<Int8Type>(column),
            _ => None,
        },
        _ => None,
    }
}

fn of_dictionary<K: ArrowDictionaryKeyType>(column: &dyn Array) -> Option<Vec<&str>> {
    let dictionary = column.as_dictionary_opt::<K>()?;
    let known = words(dictionary.values().as_ref())?;
    let keys = dictionary.keys_iter();
    Some(keys.map(|key| key.and_then(|key| known.get(key)).copied().unwrap_or_default()).collect())
}
