//! The rows, one after the other, on as many threads as asked for.

use super::answer::{BatchAnswer, BatchCode, Part};
use super::columns::{BatchColumns, Row};
use super::row;
use crate::error::PaymentError;
use crate::payment::effect::{self, Outcome, Workspace};
use crate::payment::ledger::Silent;
use crate::payment::rates::Shelf;
use crate::unit::Date;

/// Works out every row. `threads` is how many to use, at least one; a browser always uses one.
///
/// # Errors
/// `columns_differ` where columns are of different length. What is wrong with one row is in its code.
pub fn take_home(columns: &BatchColumns<'_>, threads: usize) -> Result<BatchAnswer, PaymentError> {
    let rows = columns.rows()?;
    // A period that starts in the month before the first tax year has that month's figures.
    let shelf = Shelf::known(Date::new(2022, 3, 1)?, Date::new(2027, 4, 30)?);
    let mut answer = BatchAnswer::of_length(rows);
    let each = rows.div_ceil(threads.clamp(1, MOST_THREADS)).max(1);
    if cfg!(target_family = "wasm") || each >= rows {
        some(columns, 0, answer.part(), &shelf);
        return Ok(answer);
    }
    std::thread::scope(|scope| {
        let (mut rest, mut first) = (answer.part(), 0);
        while first < rows {
            let (part, after) = rest.split(each);
            rest = after;
            let (from, shelf) = (first, &shelf);
            scope.spawn(move || some(columns, from, part, shelf));
            first += each;
        }
    });
    Ok(answer)
}

/// More threads than any machine in use has would only cost memory.
const MOST_THREADS: usize = 1024;

fn some(columns: &BatchColumns<'_>, first: usize, part: Part<'_>, shelf: &Shelf) {
    let mut space = Workspace::default();
    for place in 0..part.code.len() {
        let done = one(columns, first + place, shelf, &mut space);
        let (outcome, code) = match done {
            Ok(outcome) => (outcome, BatchCode::Done),
            Err(code) => (Outcome::default(), code),
        };
        let figures = [
            (&mut *part.tax, outcome.tax_withheld),
            (&mut *part.tax_due, outcome.tax_due),
            (&mut *part.national_insurance, outcome.insurance),
            (&mut *part.national_insurance_later, outcome.insurance_later),
            (&mut *part.student_loan, outcome.student_loan),
            (&mut *part.benefits, outcome.benefits),
            (&mut *part.benefits_later, outcome.benefits_later),
            (&mut *part.kept, outcome.kept),
            (&mut *part.kept_eventually, outcome.kept_eventually),
        ];
        for (column, value) in figures {
            if let Some(cell) = column.get_mut(place) {
                *cell = value;
            }
        }
        if let Some(cell) = part.code.get_mut(place) {
            *cell = code;
        }
    }
}

fn one(columns: &BatchColumns<'_>, number: usize, shelf: &Shelf, space: &mut Workspace) -> Result<Outcome, BatchCode> {
    let row = Row::of(columns, number).ok_or(BatchCode::OutOfRange)?;
    row::check(&row)?;
    let days = row::Days::of(&row)?;
    // The shelf has the figures of every day that is known, so that only a day beyond them can fail.
    shelf.tax(days.paid).map_err(|_| BatchCode::DateNotKnown)?;
    let (person, payment) = (row::person(&row), row::payment(&row, &days));
    effect::effect(&person, &[payment], shelf, &mut Silent, space).map_err(|_| BatchCode::DateNotKnown)
}
