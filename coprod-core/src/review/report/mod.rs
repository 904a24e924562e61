//! A review as something to read: plain text, Markdown, or one HTML page.

mod chart;
mod compose;
mod document;
mod html;
mod markdown;
mod text;

use serde::{Deserialize, Serialize};

use super::{Project, ReviewRequest, review};
use crate::error::ErrorReport;

/// A project to report on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportRequest {
    /// The project.
    pub project: Project,
    /// The form of the report.
    #[serde(default)]
    pub format: ReportFormat,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ReportFormat {
    /// Plain text for a terminal, up to 100 letters a line but for tables.
    #[default]
    Text,
    /// Markdown with tables.
    Markdown,
    /// One HTML page that needs nothing else, with charts and their text equivalents.
    Html,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportAnswer {
    /// The report itself.
    pub report: String,
}

/// Reviews a project and writes the report.
///
/// # Errors
/// As for [`review`].
pub fn report(request: &ReportRequest) -> Result<ReportAnswer, ErrorReport> {
    let answer = review(&ReviewRequest { project: request.project.clone() })?;
    let blocks = compose::blocks(&request.project, &answer);
    let report = match request.format {
        ReportFormat::Text => text::text(&blocks),
        ReportFormat::Markdown => markdown::markdown(&blocks),
        ReportFormat::Html => html::html(&compose::clean(&request.project.title), &blocks),
    };
    Ok(ReportAnswer { report })
}

#[cfg(test)]
mod tests;
