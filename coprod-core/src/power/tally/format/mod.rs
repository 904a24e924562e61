//! Files of ballots: PrefLib (`soc`, `soi`, `toc`, `toi`), ABIF and BLT, read and written.

mod abif;
mod blt;
mod found;
mod preflib;
mod write;

use serde::{Deserialize, Serialize};

use super::ballot::Ballot;
use super::check;
use crate::error::{ErrorReport, Pointer, TallyError};
use crate::unit::{Count, Id, IdMap};

/// A file of ballots is at most so long, in bytes.
pub const MOST_FILE_BYTES: usize = 16 << 20;

/// The form of a file of ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BallotFormat {
    /// PrefLib: all options one after another on every ballot.
    Soc,
    /// PrefLib: options one after another, not all of them on every ballot.
    Soi,
    /// PrefLib: all options on every ballot, some of which may share a place.
    Toc,
    /// PrefLib: options of which some may share a place, not all of them on every ballot.
    Toi,
    /// The aggregated ballot information format: rankings, scores, or both.
    Abif,
    /// The form of Hill, Wichmann and Woodall, as used by programs for the single transferable vote.
    Blt,
}

impl BallotFormat {
    const fn preflib(self) -> Option<preflib::Kind> {
        match self {
            Self::Soc => Some(preflib::Kind { name: "soc", complete: true, shared: false }),
            Self::Soi => Some(preflib::Kind { name: "soi", complete: false, shared: false }),
            Self::Toc => Some(preflib::Kind { name: "toc", complete: true, shared: true }),
            Self::Toi => Some(preflib::Kind { name: "toi", complete: false, shared: true }),
            Self::Abif | Self::Blt => None,
        }
    }
}

/// A file of ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BallotsReadRequest {
    /// Its form.
    pub format: BallotFormat,
    /// The whole file as text.
    pub text: String,
}

/// What a file of ballots holds: `options`, `names` and `ballots` as `power.tally` takes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BallotsReadAnswer {
    /// The options, in the order of the file. In PrefLib and BLT their ids are made of their names (white space becomes `_`), or are
    /// numbers from 1 up if not all names would do.
    pub options: Vec<Id>,
    /// The names of options whose ids are not their names.
    pub names: IdMap<String>,
    /// The ballots.
    pub ballots: Vec<Ballot>,
    /// How many votes there are.
    pub votes: Count,
    /// The title of the file.
    pub title: Option<String>,
    /// How many are to be chosen, where the file says it.
    pub seats: Option<u32>,
    /// Options that were withdrawn, and are left out everywhere.
    pub withdrawn: Vec<String>,
}

/// Ballots to be written as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BallotsWriteRequest {
    /// The form of the file.
    pub format: BallotFormat,
    /// The options: 1 to 200.
    pub options: Vec<Id>,
    /// What options are called, at most 100 letters; the id where absent.
    #[serde(default)]
    pub names: IdMap<String>,
    /// The ballots: 1 to 50000. Each has a `ranking`; under `abif` it may have `scores` beside it or instead.
    pub ballots: Vec<Ballot>,
    /// A title for the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How many are to be chosen: needed for `blt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
}

/// A file of ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BallotsWriteAnswer {
    /// The whole file as text. Ballots that are alike are one line, the most common first.
    pub text: String,
    /// What the ballots say and the form cannot hold: for each such field the word for it.
    pub left_out: Vec<String>,
}

/// Reads a file of ballots.
///
/// # Errors
/// `bad_line` with the number of the line; `too_many` options or ballots; `out_of_range` for a file longer than [`MOST_FILE_BYTES`] or
/// more than 2^53 votes.
pub fn ballots_read(request: &BallotsReadRequest) -> Result<BallotsReadAnswer, ErrorReport> {
    let path = Pointer::root().key("text");
    if request.text.len() > MOST_FILE_BYTES {
        let detail = format!("the text is longer than {MOST_FILE_BYTES} bytes");
        return Err(TallyError::OutOfRange { path, detail, hint: "divide it into several".to_owned() }.into());
    }
    // A byte order mark at the start is no part of the text.
    let text = request.text.trim_start_matches('\u{feff}');
    let found = match request.format.preflib() {
        Some(kind) => preflib::read(text, kind)?,
        None if request.format == BallotFormat::Abif => abif::read(text)?,
        None => blt::read(text)?,
    };
    Ok(found.answer()?)
}

/// Writes a file of ballots.
///
/// # Errors
/// Those of `power.tally` for options and ballots; `format_unfit` for ballots that the form cannot hold.
pub fn ballots_write(request: &BallotsWriteRequest) -> Result<BallotsWriteAnswer, ErrorReport> {
    let options = check::Options::of(&request.options, &request.names)?;
    let counts = check::counts(&request.ballots)?;
    let file = write::File { request, options: &options, counts: &counts };
    let text = match request.format.preflib() {
        Some(kind) => file.preflib(kind)?,
        None if request.format == BallotFormat::Abif => file.abif()?,
        None => file.blt()?,
    };
    Ok(BallotsWriteAnswer { text, left_out: file.left_out() })
}

#[cfg(test)]
mod tests;
