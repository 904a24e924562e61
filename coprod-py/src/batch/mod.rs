//! Columns for Python: a table of any library that speaks Arrow goes in, and an Arrow table comes out.

mod columns;
mod exchange;
mod groups;

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;

use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, Decimal128Array, DictionaryArray, Int8Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use coprod_core::payment::batch::{BatchAnswer, BatchCode, BatchTable, take_home as work_out};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::Refusal;

/// The figures of a batch, one row for each row of the table asked about. Every library that reads Arrow takes it as a table.
#[pyclass(frozen, module = "coprod._core")]
pub struct Columns {
    parts: Vec<RecordBatch>,
}

#[pymethods]
impl Columns {
    /// The rows as an Arrow stream. A schema that is asked for is not heeded.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        exchange::give(py, self.parts.clone())
    }

    fn __len__(&self) -> usize {
        self.parts.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("<{} rows worked out>", self.__len__())
    }
}

/// Works out every row of `table`, part by part as the table comes; `progress` is called with the number of rows done so far.
#[pyfunction]
#[pyo3(signature = (table, threads, progress))]
pub(crate) fn take_home(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    threads: Option<NonZeroUsize>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Columns> {
    let threads = threads.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    by_parts(py, table, progress, |part| answer(part, threads), || written(&BatchAnswer::default()))
}

/// Measures power in every group of `table`, a row each, part by part as the table comes. So many of the votes must pass, all of them
/// where it is not said.
#[pyfunction]
#[pyo3(signature = (table, at_least, progress))]
pub(crate) fn power(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    at_least: Option<usize>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Columns> {
    by_parts(py, table, progress, |part| groups::measured(part, at_least), groups::nothing)
}

/// Works out a table part by part, without holding up other Python threads; what there is of an empty table is said by `nothing`.
fn by_parts(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    progress: Option<&Bound<'_, PyAny>>,
    work: impl Fn(&RecordBatch) -> Result<RecordBatch, Refusal> + Sync,
    nothing: impl Fn() -> Result<RecordBatch, ArrowError>,
) -> PyResult<Columns> {
    let mut parts = Vec::new();
    let mut rows = 0;
    for part in exchange::take(table)? {
        let done = py.detach(|| work(&part.map_err(|error| unreadable(&error))?));
        let done = done.map_err(|refusal| refusal.raise(py))?;
        rows += done.num_rows();
        parts.push(done);
        if let Some(progress) = progress {
            progress.call1((rows,))?;
        }
        py.check_signals()?;
    }
    if parts.is_empty() {
        parts.push(nothing().map_err(|error| unreadable(&error).raise(py))?);
    }
    Ok(Columns { parts })
}

/// The names of the columns that a table may have, and what each is made of.
#[pyfunction]
pub(crate) fn batch_columns() -> Vec<(&'static str, String)> {
    BatchTable::COLUMNS.iter().map(|(name, kind)| (*name, format!("{kind:?}").to_lowercase())).collect()
}

fn answer(part: &RecordBatch, threads: usize) -> Result<RecordBatch, Refusal> {
    let table = columns::table(part)?;
    if part.num_rows() == 0 {
        return written(&BatchAnswer::default()).map_err(|error| unreadable(&error));
    }
    let answer = work_out(&table.columns(), threads)
        .map_err(|error| Refusal::at(error.code().as_str(), &error.to_string(), error.path().as_str(), &error.help()))?;
    written(&answer).map_err(|error| unreadable(&error))
}

/// Pounds with two decimals: more digits than any answer has.
const DIGITS: u8 = 18;

fn written(answer: &BatchAnswer) -> Result<RecordBatch, ArrowError> {
    let pounds = |pence: &[i64]| -> Result<ArrayRef, ArrowError> {
        let column: Decimal128Array = pence.iter().copied().map(i128::from).collect();
        Ok(Arc::new(column.with_precision_and_scale(DIGITS, 2)?))
    };
    let names = StringArray::from_iter_values(BatchCode::ALL.iter().map(|code| code.name()));
    // The codes are numbered from 0 in the order of their names.
    let codes: Int8Array = answer.code.iter().map(|code| Some(*code as i8)).collect();
    let code = DictionaryArray::<Int8Type>::try_new(codes, Arc::new(names))?;
    RecordBatch::try_from_iter([
        ("tax", pounds(&answer.tax)?),
        ("tax_due", pounds(&answer.tax_due)?),
        ("national_insurance", pounds(&answer.national_insurance)?),
        ("national_insurance_later", pounds(&answer.national_insurance_later)?),
        ("student_loan", pounds(&answer.student_loan)?),
        ("benefits", pounds(&answer.benefits)?),
        ("benefits_later", pounds(&answer.benefits_later)?),
        ("kept", pounds(&answer.kept)?),
        ("kept_eventually", pounds(&answer.kept_eventually)?),
        ("code", Arc::new(code) as ArrayRef),
    ])
}

/// What to say of a table that cannot be read.
pub(crate) fn unreadable(error: &ArrowError) -> Refusal {
    Refusal::whole("wrong_type", &format!("the table cannot be read: {error}"), "give a table of a library that speaks Arrow")
}
