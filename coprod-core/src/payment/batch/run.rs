//! The rows, one after the other, on as many threads as asked for.

use super::answer::{BatchAnswer, BatchCode, Part};
use super::columns::{BatchColumns, Row};
use super::row::{self, Amounts};
use crate::error::PaymentError;
use crate::payment::effect::{self, Outcome, Workspace};
use crate::payment::ledger::Silent;
use crate::payment::rates::Shelf;

/// Works out every row. `threads` is how many to use, at least one; a browser always uses one.
///
/// # Errors
/// `columns_differ` where columns are of different length. What is wrong with one row is in its code.
pub fn take_home(columns: &BatchColumns<'_>, threads: usize) -> Result<BatchAnswer, PaymentError> {
    let mut answer = BatchAnswer::default();
    take_home_into(columns, threads, &mut answer)?;
    Ok(answer)
}

/// The same into an answer that was there before, whose memory is used again: for tables that come in parts.
///
/// # Errors
/// As [`take_home`]; the answer is as before then.
pub fn take_home_into(columns: &BatchColumns<'_>, threads: usize, answer: &mut BatchAnswer) -> Result<(), PaymentError> {
    let rows = columns.rows()?;
    let shelf = Shelf::known();
    answer.resize(rows);
    let each = rows.div_ceil(threads.clamp(1, MOST_THREADS)).max(1);
    if cfg!(target_family = "wasm") || each >= rows {
        some(columns, 0, answer.part(), &shelf);
        return Ok(());
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
    Ok(())
}

/// More threads than any machine in use has would only cost memory.
const MOST_THREADS: usize = 1024;

/// So many rows are worked out before any is written down: few enough for the nearest memory.
const TOGETHER: usize = 128;

fn some(columns: &BatchColumns<'_>, mut first: usize, mut rest: Part<'_>, shelf: &Shelf) {
    let mut space = Workspace::default();
    let amounts = Amounts::of(columns);
    let mut outcomes = Vec::with_capacity(TOGETHER);
    while !rest.code.is_empty() {
        let (mut part, after) = rest.split(TOGETHER);
        rest = after;
        let sound = amounts.sound(first, part.code.len());
        outcomes.clear();
        for (number, code) in (first..).zip(part.code.iter_mut()) {
            let amounts = if sound { None } else { Some(&amounts) };
            let outcome = one(Row { columns, number }, amounts, shelf, &mut space);
            *code = outcome.err().unwrap_or_default();
            outcomes.push(outcome.unwrap_or_default());
        }
        part.write(&outcomes);
        first += TOGETHER;
    }
}

/// One row; `amounts` are to be looked at, unless they are known to be sound.
#[inline(always)]
fn one(row: Row<'_>, amounts: Option<&Amounts<'_>>, shelf: &Shelf, space: &mut Workspace) -> Result<Outcome, BatchCode> {
    row::check(row, amounts)?;
    let days = row::Days::of(row)?;
    // The shelf has the figures of every day that is known, so that only a day beyond them can fail.
    shelf.tax(days.paid).map_err(|_| BatchCode::DateNotKnown)?;
    let (person, payment) = (row::person(row), row::payment(row, &days));
    effect::effect(&person, &[payment], shelf, &mut Silent, space).map_err(|_| BatchCode::DateNotKnown)
}
