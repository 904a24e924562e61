//! Columns of numbers, and of a list of numbers in each row.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;

use super::super::columns::whole;
use crate::Refusal;

/// A list for each row, one after the other.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) sizes: Vec<usize>,
    pub(super) values: Vec<u32>,
}

/// In which row an entry of lists of these sizes stands.
pub(super) fn row(sizes: &[usize], entry: usize) -> usize {
    let ends = sizes.iter().scan(0, |end, size| {
        *end += size;
        Some(*end)
    });
    ends.take_while(|end| *end <= entry).count()
}

/// Where lists start, and their sizes.
fn parts(mut offsets: impl Iterator<Item = usize>) -> (usize, Vec<usize>) {
    let start = offsets.next().unwrap_or(0);
    let sizes = offsets.scan(start, |before, end| Some(end - std::mem::replace(before, end))).collect();
    (start, sizes)
}

pub(super) fn cell(column: &str, row: usize, found: &str, expected: &str) -> Refusal {
    let message = format!("the column {column} cannot hold what stands in row {row}: it is given {found}");
    Refusal::at("cell_wrong", &message, &format!("/{column}/{row}"), &format!("give {expected}"))
}

fn wrong_type(name: &str, found: &DataType, expected: &str) -> Refusal {
    let message = format!("the column {name} holds {expected}, and is given {found}");
    Refusal::at("wrong_type", &message, &format!("/{name}"), &format!("give {expected}, never floats"))
}

fn column<'a>(part: &'a RecordBatch, name: &str) -> Result<&'a ArrayRef, Refusal> {
    part.column_by_name(name).ok_or_else(|| {
        let message = format!("the column {name} is missing");
        Refusal::at("missing_field", &message, &format!("/{name}"), "give weights (a list for each group) and bar (a number)")
    })
}

fn nothing_missing(name: &str, array: &dyn Array) -> Result<(), Refusal> {
    match (0..array.len()).find(|row| array.is_null(*row)) {
        None => Ok(()),
        Some(row) => Err(cell(name, row, "nothing", "a value in every row")),
    }
}

fn small(name: &str, row: impl Fn(usize) -> usize, values: &[i64]) -> Result<Vec<u32>, Refusal> {
    let each = values.iter().enumerate();
    each.map(|(place, value)| {
        u32::try_from(*value).map_err(|_| cell(name, row(place), &value.to_string(), "whole numbers from 0 to 2147483646"))
    })
    .collect()
}

pub(super) fn numbers(part: &RecordBatch, name: &str) -> Result<Vec<u32>, Refusal> {
    let column = column(part, name)?;
    nothing_missing(name, column)?;
    let values = whole(column.as_ref()).ok_or_else(|| wrong_type(name, column.data_type(), "whole numbers"))?;
    small(name, |row| row, &values)
}

/// A column of lists: of fixed, small or large size.
pub(super) fn lists(part: &RecordBatch, name: &str) -> Result<Lists, Refusal> {
    let column = column(part, name)?;
    nothing_missing(name, column)?;
    let expected = "lists of whole numbers";
    let (start, sizes, values) = match column.data_type() {
        DataType::List(_) => {
            let list = column.as_list::<i32>();
            let (start, sizes) = parts(list.offsets().iter().map(|at| usize::try_from(*at).unwrap_or(0)));
            (start, sizes, list.values())
        }
        DataType::LargeList(_) => {
            let list = column.as_list::<i64>();
            let (start, sizes) = parts(list.offsets().iter().map(|at| usize::try_from(*at).unwrap_or(0)));
            (start, sizes, list.values())
        }
        DataType::FixedSizeList(_, size) => {
            let size = usize::try_from(*size).unwrap_or(0);
            (0, vec![size; column.len()], column.as_fixed_size_list().values())
        }
        other => return Err(wrong_type(name, other, expected)),
    };
    let values = values.slice(start, sizes.iter().sum());
    let row = |member: usize| row(&sizes, member);
    if let Some(place) = (0..values.len()).find(|place| values.is_null(*place)) {
        return Err(cell(name, row(place), "nothing in its list", "a number for each member"));
    }
    let found = whole(values.as_ref()).ok_or_else(|| wrong_type(name, column.data_type(), expected))?;
    let values = small(name, row, &found)?;
    Ok(Lists { values, sizes })
}
