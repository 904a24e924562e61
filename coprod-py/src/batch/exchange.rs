//! Tables across the boundary, by the Arrow stream interface: no copy, and no library of tables needed here.

use std::ffi::CStr;

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ArrowError;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

/// What both sides call the stream.
const STREAM: &CStr = c"arrow_array_stream";

/// The parts of a table.
pub(super) fn take(table: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    if !table.hasattr("__arrow_c_stream__")? {
        let kind = table.get_type().name()?;
        let message =
            format!("{kind} is not a table that speaks Arrow: give one of polars, pyarrow, pandas 2.2 or later, DuckDB");
        return Err(PyTypeError::new_err(message));
    }
    let given = table.call_method0("__arrow_c_stream__")?;
    let capsule = given.cast::<PyCapsule>()?;
    let stream = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds such a stream by the Arrow stream interface; `from_raw` takes the stream out of it and
    // leaves an empty one, which the capsule then releases without effect.
    #[allow(unsafe_code, reason = "the Arrow interface is a pointer")]
    let reader = unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) };
    reader.map_err(|error| super::unreadable(&error).raise(table.py()))
}

/// The parts as a stream for Python.
pub(super) fn give(py: Python<'_>, parts: Vec<RecordBatch>) -> PyResult<Bound<'_, PyCapsule>> {
    let schema = parts.first().map(RecordBatch::schema).unwrap_or_else(|| arrow_schema::Schema::empty().into());
    let rows = RecordBatchIterator::new(parts.into_iter().map(Ok::<_, ArrowError>), schema);
    let stream = FFI_ArrowArrayStream::new(Box::new(rows));
    PyCapsule::new_with_value(py, stream, STREAM)
}
