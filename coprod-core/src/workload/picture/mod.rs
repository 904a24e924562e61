//! Pictures of work: hours against what was agreed, the frontier of hand-overs, and a rota.
//!
//! Each picture is made from the request that the numbers come from, so that nothing has to be carried from one answer to the next: the people, the tasks
//! and who has what, or the question about somebody who leaves. Each says the same in sentences and in a table, and what is not drawn is
//! counted in words. Marks are told apart by pattern and shape before colour, and every figure stands beside its mark as text.
//!
//! # Example
//! ```
//! use coprod_core::api::call;
//!
//! let picture = call(
//!     "workload.picture",
//!     r#"{"of": {"hours": {
//!       "people": [{"id": "ana", "name": "Ana", "capacity": "10", "hard_cap": "12"}, {"id": "bo", "name": "Bo", "capacity": "4"}],
//!       "tasks": [{"id": "draft", "hours": "6"}, {"id": "notes", "hours": "2", "work": "notes"}],
//!       "assignments": [{"task": "draft", "people": ["ana"]}, {"task": "notes", "people": ["bo"]}]
//!     }}}"#,
//! )?;
//! assert!(picture.contains("<svg"));
//! assert!(picture.contains("Ana: 6 of 10 agreed hours, 3/5 (60 %); at most 12."));
//! assert!(picture.contains("Bo: 2 of 4 agreed hours, 1/2 (50 %), 2 of them hidden work."));
//! # Ok::<(), coprod_core::error::ErrorReport>(())
//! ```

mod frontier;
mod grid;
mod hours;
mod rota;
mod told;

#[cfg(test)]
mod tests;

pub use rota::{MOST_PANELS_DRAWN, MOST_ROTA_LINES_DRAWN, MOST_ROTA_ROWS};

use serde::{Deserialize, Serialize};

use super::{Assignment, ReplanRequest, Task};
use crate::error::ErrorReport;
use crate::group::Person;
use crate::picture::Picture;
use crate::unit::{Date, one_key};

/// So many people are drawn in a picture of hours at most; all are in the table.
pub const MOST_WORKERS_DRAWN: usize = 24;

/// So many constituencies are drawn in a picture of hours at most; all are in the table.
pub const MOST_WORK_SIDES_DRAWN: usize = 12;

/// Of what is a picture wanted?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkPictureRequest {
    /// What is drawn, and from what.
    pub of: WorkPictureOf,
}

/// What is drawn, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WorkPictureOf {
    /// Each person's and each constituency's hours against what they agreed to give, with hidden work apart and hard caps.
    Hours(WorkShown),
    /// When somebody leaves or things change: how even the work is for 0, 1, 2 and more hand-overs between those who stay.
    Frontier(Box<ReplanRequest>),
    /// Who has what on which day or in which week: sessions, and what is due.
    Rota(RotaShown),
}

one_key!(WorkPictureOf, "what is drawn", { "hours" => Hours, "frontier" => Frontier, "rota" => Rota });

/// Who has what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkShown {
    /// The people, as for a split.
    pub people: Vec<Person>,
    /// The tasks, as for a split.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Who has what: the `assignments` of a split, or your own. What they break is said, and no error.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// The first day on which the work can be done, as for a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
}

/// Who has what, and how its days are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RotaShown {
    /// The people, as for a split.
    pub people: Vec<Person>,
    /// The tasks, as for a split.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Who has what: the `assignments` of a split, or your own. What they break is no error.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// The first day on which the work can be done, as for a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Whether there is a column for each day or for each week; where absent, days if all of it falls in at most six weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<RotaColumn>,
}

/// What a column of a rota is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RotaColumn {
    /// A day.
    Days,
    /// A week, from Monday.
    Weeks,
}

/// Draws work, and says the same in words and as a table.
///
/// # Errors
/// As for [`super::split()`] or [`super::replan()`], with paths below `/of/hours`, `/of/frontier` or `/of/rota`; limits that assignments break are
/// errors for hand-overs only. `too_many` for a rota with more than [`super::MOST_CALENDAR_ENTRIES`] sessions and due days. `invalid_text` for titles and names that cannot be shown or are too long.
pub fn picture(request: &WorkPictureRequest) -> Result<Picture, ErrorReport> {
    let (key, drawn) = match &request.of {
        WorkPictureOf::Hours(shown) => ("hours", hours::picture(shown)),
        WorkPictureOf::Frontier(asked) => ("frontier", frontier::picture(asked)),
        WorkPictureOf::Rota(shown) => ("rota", rota::picture(shown)),
    };
    drawn.map_err(|report| ErrorReport { path: format!("/of/{key}{}", report.path), ..report })
}
