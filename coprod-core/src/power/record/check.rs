//! Reads a stored record, decides again, and says what does not agree.

use serde::{Deserialize, Serialize};

use super::read::unknown_format;
use super::{DecisionRecord, check_texts, checksum, objections_without, recorded};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::power::decide::decide;
use crate::unit::to_json;

/// A record to be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordCheckRequest {
    /// The record, as `power.record` wrote it.
    pub record: DecisionRecord,
}

/// Whether a record still says what the question in it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordCheckAnswer {
    /// Whether everything agrees.
    pub agrees: bool,
    /// Whether the checksum is that of the content. If not, something in the record was changed after it was written.
    pub checksum_agrees: bool,
    /// Whether deciding again comes to the same outcome.
    pub outcome_agrees: bool,
    /// Whether deciding again gives the same reasons, and names the same members.
    pub reasons_agree: bool,
    /// The checksum that the content has now.
    pub checksum_now: String,
    /// What does not agree, with its place in the request.
    pub differences: Vec<RecordDifference>,
    /// What to know about it.
    pub notes: Vec<String>,
}

/// Something in a record that does not agree with what its question leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordDifference {
    /// A JSON pointer into the request.
    pub path: String,
    /// What the record says, as JSON.
    pub recorded: String,
    /// What it would say if it were written now, as JSON.
    pub now: String,
}

/// Checks a record.
///
/// # Errors
/// `out_of_range` for a format that is not known; those of `power.record` for a question or statements that could not have been recorded,
/// with their place in the record.
pub fn record_check(request: &RecordCheckRequest) -> Result<RecordCheckAnswer, ErrorReport> {
    let record = &request.record;
    let at = Pointer::root().key("record");
    check_readable(record, &at)?;
    let decided = decide(&record.question)
        .map_err(|report| ErrorReport { path: format!("{}{}", at.key("question"), report.path), ..report })?;
    let (then, now) = (&record.answer, recorded(&decided));
    let mut differences = Vec::new();
    let place = at.key("answer");
    differ(&mut differences, &place.key("outcome"), &then.outcome, &now.outcome)?;
    let outcome_agrees = differences.is_empty();
    differ(&mut differences, &place.key("because"), &then.because, &now.because)?;
    differ(&mut differences, &place.key("blocked_by"), &then.blocked_by, &now.blocked_by)?;
    differ(&mut differences, &place.key("pivotal"), &then.pivotal, &now.pivotal)?;
    differ(&mut differences, &place.key("assumed_absent"), &then.assumed_absent, &now.assumed_absent)?;
    let reasons_agree = differences.len() == usize::from(!outcome_agrees);
    let lost = objections_without(&record.question, &record.statements);
    if !lost.is_empty() {
        let all = [record.statements.clone(), lost].concat();
        differ(&mut differences, &at.key("statements"), &record.statements, &all)?;
    }
    let checksum_now = checksum(record)?;
    let checksum_agrees = record.checksum == checksum_now;
    differ(&mut differences, &at.key("checksum"), &record.checksum, &checksum_now)?;
    let mut notes = Vec::new();
    let this = concat!("coprod ", env!("CARGO_PKG_VERSION"));
    if record.written_by != this {
        notes.push(format!("written by {}, checked by {this}: reasons can be worded differently", record.written_by));
    }
    if !checksum_agrees {
        notes.push("something in the record was changed after it was written; a checksum cannot say what".to_owned());
    } else if !differences.is_empty() {
        notes.push("the content is as it was written, so it was written otherwise than this library would write it".to_owned());
    }
    Ok(RecordCheckAnswer {
        agrees: differences.is_empty(),
        checksum_agrees,
        outcome_agrees,
        reasons_agree,
        checksum_now,
        differences,
        notes,
    })
}

/// That the format is known, and that the statements could have been recorded.
fn check_readable(record: &DecisionRecord, at: &Pointer) -> Result<(), PowerError> {
    if let Some(detail) = unknown_format(record.coprod_record) {
        return Err(PowerError::OutOfRange { path: at.key("coprod_record"), detail });
    }
    check_texts(record.title.as_deref(), &record.statements, &record.question, at)
}

/// That a record can be read here and was not changed after it was written.
pub(in crate::power) fn check_unchanged(record: &DecisionRecord, at: &Pointer) -> Result<(), ErrorReport> {
    check_readable(record, at)?;
    if record.checksum != checksum(record)? {
        let detail = "something in the record was changed after it was written: the checksum does not agree".to_owned();
        return Err(PowerError::OutOfRange { path: at.key("checksum"), detail }.into());
    }
    Ok(())
}

fn differ<T: PartialEq + Serialize>(
    differences: &mut Vec<RecordDifference>,
    path: &Pointer,
    recorded: &T,
    now: &T,
) -> Result<(), ErrorReport> {
    if recorded != now {
        let json = |value: &T| to_json(value).map_err(ErrorReport::internal);
        differences.push(RecordDifference { path: path.to_string(), recorded: json(recorded)?, now: json(now)? });
    }
    Ok(())
}
