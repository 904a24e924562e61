//! coprod for Python: JSON text goes in and comes out. Everything typed is Python, generated from the core's schemas.

mod batch;

use std::panic::{AssertUnwindSafe, catch_unwind};

use coprod_core::api;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

/// What leaves this module when a request is refused: code, message, path and help.
struct Refusal {
    code: String,
    message: String,
    path: String,
    help: String,
}

impl Refusal {
    /// A refusal of the request as a whole.
    fn whole(code: &str, message: &str, help: &str) -> Self {
        Self { code: code.to_owned(), message: message.to_owned(), path: String::new(), help: help.to_owned() }
    }

    /// A refusal of one place in the request.
    fn at(code: &str, message: &str, path: &str, help: &str) -> Self {
        Self { code: code.to_owned(), message: message.to_owned(), path: path.to_owned(), help: help.to_owned() }
    }

    /// The Python exception. Its class is chosen by the code, in Python, from the table generated from the schema.
    fn raise(self, py: Python<'_>) -> PyErr {
        let made = py
            .import("coprod.errors")
            .and_then(|errors| errors.getattr("from_report"))
            .and_then(|make| make.call1((self.code, self.message, self.path, self.help)));
        match made {
            Ok(exception) => PyErr::from_value(exception),
            Err(failed) => failed,
        }
    }
}

/// Answers a JSON request with JSON. Other Python threads run meanwhile.
#[pyfunction]
fn call(py: Python<'_>, name: &Bound<'_, PyString>, request: &Bound<'_, PyString>) -> PyResult<String> {
    let (name, request) = (text(py, name)?, text(py, request)?);
    // The core catches its own panics; a second net here costs nothing and keeps any other from reaching Python.
    let answer = py.detach(|| catch_unwind(AssertUnwindSafe(|| api::call(name, request))));
    match answer {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(report)) => {
            let code = report.code.as_str().to_owned();
            Err(Refusal { code, message: report.message, path: report.path, help: report.help }.raise(py))
        }
        Err(_) => {
            Err(Refusal::whole("internal", "a calculation stopped half-way", "please report it with the request").raise(py))
        }
    }
}

/// The characters of a Python text, unless it holds half of a surrogate pair.
fn text<'a>(py: Python<'_>, text: &'a Bound<'_, PyString>) -> PyResult<&'a str> {
    text.to_str().map_err(|_| {
        let message = "the text holds half a character (a lone surrogate)";
        Refusal::whole("invalid_json", message, "give text that can be written as UTF-8").raise(py)
    })
}

/// The native part of coprod.
#[pymodule(gil_used = false)]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("MOST_REQUEST_BYTES", api::MOST_REQUEST_BYTES)?;
    module.add("MOST_DEPTH", api::MOST_DEPTH)?;
    let endpoints: Vec<_> = api::ENDPOINTS.iter().map(|endpoint| (endpoint.name, endpoint.doc)).collect();
    module.add("ENDPOINTS", PyTuple::new(module.py(), endpoints)?)?;
    module.add_class::<batch::Columns>()?;
    module.add_function(wrap_pyfunction!(batch::take_home, module)?)?;
    module.add_function(wrap_pyfunction!(batch::power, module)?)?;
    module.add_function(wrap_pyfunction!(batch::batch_columns, module)?)?;
    module.add_function(wrap_pyfunction!(call, module)?)
}
