//! The rows, one after the other, on as many threads as asked for.

use super::answer::{BatchAnswer, BatchCode, Part};
use super::columns::{BatchColumns, Row};
use super::row::{self, Amounts};
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
    let amounts = Amounts::of(columns);
    for (place, code) in part.code.iter_mut().enumerate() {
        let row = Row { columns, number: first + place };
        let outcome = match one(row, &amounts, shelf, &mut space) {
            Ok(outcome) => outcome,
            Err(why) => {
                *code = why;
                continue;
            }
        };
        put(part.tax, place, outcome.tax_withheld);
        put(part.tax_due, place, outcome.tax_due);
        put(part.national_insurance, place, outcome.insurance);
        put(part.national_insurance_later, place, outcome.insurance_later);
        put(part.student_loan, place, outcome.student_loan);
        put(part.benefits, place, outcome.benefits);
        put(part.benefits_later, place, outcome.benefits_later);
        put(part.kept, place, outcome.kept);
        put(part.kept_eventually, place, outcome.kept_eventually);
    }
}

fn put(column: &mut [i64], place: usize, value: i64) {
    if let Some(cell) = column.get_mut(place) {
        *cell = value;
    }
}

fn one(row: Row<'_>, amounts: &Amounts<'_>, shelf: &Shelf, space: &mut Workspace) -> Result<Outcome, BatchCode> {
    row::check(row, amounts)?;
    let days = row::Days::of(row)?;
    // The shelf has the figures of every day that is known, so that only a day beyond them can fail.
    shelf.tax(days.paid).map_err(|_| BatchCode::DateNotKnown)?;
    let (person, payment) = (row::person(row), row::payment(row, &days));
    effect::effect(&person, &[payment], shelf, &mut Silent, space).map_err(|_| BatchCode::DateNotKnown)
}
