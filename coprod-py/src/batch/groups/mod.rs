//! Groups as rows of a table, and their power as columns.

mod lists;
mod written;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use coprod_core::power::batch::{GroupRows, MOST_VOTES_IN_BATCH, RowsPower, VoteColumns, measure_rows};

use self::lists::{Lists, cell, lists, numbers, row};
use self::written::written;
use super::unreadable;
use crate::Refusal;

/// The power of each group of a part of a table.
pub(super) fn measured(part: &RecordBatch, at_least: Option<usize>) -> Result<RecordBatch, Refusal> {
    let table = Groups::of(part)?;
    let votes: Vec<VoteColumns<'_>> =
        table.votes.iter().map(|(weights, bars)| VoteColumns { weights: &weights.values, bars }).collect();
    let sizes = table.sizes();
    let rows =
        GroupRows { sizes, votes: &votes, at_least: at_least.unwrap_or(votes.len()), constituencies: &table.constituencies };
    let found = measure_rows(&rows).map_err(|error| {
        Refusal::at(error.code().as_str(), &error.to_string(), &table.place(error.path().as_str()), &error.help())
    })?;
    written(&found, sizes).map_err(|error| unreadable(&error))
}

/// The power of no groups.
pub(super) fn nothing() -> Result<RecordBatch, ArrowError> {
    written(&RowsPower::default(), &[])
}

/// What the columns of a table say.
struct Groups {
    votes: Vec<(Lists, Vec<u32>)>,
    constituencies: Vec<u8>,
}

impl Groups {
    fn of(part: &RecordBatch) -> Result<Self, Refusal> {
        let mut known = vec!["constituencies".to_owned()];
        let mut votes = Vec::new();
        for number in 1..=MOST_VOTES_IN_BATCH {
            let names = names(number);
            if number == 1 || names.iter().any(|name| part.column_by_name(name).is_some()) {
                let [weights, bar] = &names;
                votes.push((lists(part, weights)?, numbers(part, bar)?));
            }
            known.extend(names);
        }
        if let Some(field) = part.schema().fields().iter().find(|field| !known.contains(field.name())) {
            let message = format!("a table of groups has no column \"{}\"", field.name());
            let help = "use weights and bar, weights_2 and bar_2 up to weights_8 and bar_8, and constituencies";
            return Err(Refusal::whole("unknown_column", &message, help));
        }
        let sizes = votes.first().map(|(weights, _)| weights.sizes.clone()).unwrap_or_default();
        let alike = |name: &str, lists: &Lists| match sizes.iter().zip(&lists.sizes).position(|(one, other)| one != other) {
            None => Ok(()),
            Some(row) => Err(cell(name, row, "a list of another length than weights", "an entry for each member")),
        };
        for (number, (weights, _)) in votes.iter().enumerate() {
            let [name, _] = names(number + 1);
            alike(&name, weights)?;
        }
        let mut constituencies = Vec::new();
        if part.column_by_name("constituencies").is_some() {
            let sides = lists(part, "constituencies")?;
            alike("constituencies", &sides)?;
            constituencies = sides.values.iter().map(|side| u8::try_from(*side).unwrap_or(u8::MAX)).collect();
        }
        Ok(Self { votes, constituencies })
    }

    /// How many members each group has.
    fn sizes(&self) -> &[usize] {
        self.votes.first().map(|(weights, _)| weights.sizes.as_slice()).unwrap_or_default()
    }

    /// A place in the columns of the core as one in the table: the column, and the row.
    fn place(&self, path: &str) -> String {
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        let (column, entry) = match parts.as_slice() {
            ["votes", number, column, rest @ ..] => {
                let [weights, bar] = names(number.parse::<usize>().map_or(1, |number| number + 1));
                (if *column == "bars" { bar } else { weights }, rest.first())
            }
            ["sizes", rest @ ..] => ("weights".to_owned(), rest.first()),
            [column, rest @ ..] => ((*column).to_owned(), rest.first()),
            [] => return String::new(),
        };
        let Some(entry) = entry.and_then(|entry| entry.parse::<usize>().ok()) else { return format!("/{column}") };
        let of_members = column.starts_with("weights") && parts.first() != Some(&"sizes") || column == "constituencies";
        let row = if of_members { row(self.sizes(), entry) } else { entry };
        format!("/{column}/{row}")
    }
}

/// The two columns of a vote, by its number from 1.
fn names(number: usize) -> [String; 2] {
    if number == 1 { ["weights".to_owned(), "bar".to_owned()] } else { [format!("weights_{number}"), format!("bar_{number}")] }
}
