//! The lines of a budget as a table with commas (RFC 4180), which every spreadsheet reads.

use std::fmt::Write;

use super::answer::BudgetLine;
use crate::unit::{MoneyOrRange, cell};

/// The table, with a line of titles and a line of totals.
pub(super) fn table(lines: &[BudgetLine], total: MoneyOrRange) -> String {
    let mut table = String::from("section,person,text,low,high\r\n");
    for line in lines {
        let person = line.person.as_ref().map_or("", |id| id.as_str());
        row(&mut table, line.section.words(), person, &line.text, line.amount);
    }
    row(&mut table, "total", "", "", total);
    table
}

fn row(table: &mut String, section: &str, person: &str, text: &str, amount: MoneyOrRange) {
    // Writing to a text cannot fail.
    let _ = write!(table, "{section},{},{},{},{}\r\n", cell(person), cell(text), amount.low(), amount.high());
}
