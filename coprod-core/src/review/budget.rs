//! The budget of a project.

use serde::Deserialize;

use super::{Project, in_project};
use crate::error::{ErrorReport, Pointer};
use crate::parameters::Reach;
use crate::payment::budget::{BudgetAnswer, BudgetCost, BudgetParts, budget as add_up};
use crate::unit::Known;

/// A project, and what its involvement costs besides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetRequest {
    /// The project: its engagements and rate cards are what is budgeted.
    pub project: Project,
    /// Costs besides what people are paid; at most 500.
    #[serde(default)]
    pub other_costs: Vec<BudgetCost>,
    /// Whether fees go through a payroll; where it is absent or `"unknown"`, an employer's cost is a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payroll: Option<Known<bool>>,
}

/// What involvement in a project costs, section by section.
///
/// # Errors
/// What is wrong with the project or the costs, with a pointer into the request.
pub fn budget(request: &BudgetRequest) -> Result<BudgetAnswer, ErrorReport> {
    let project = &request.project;
    in_project(|| Ok(project.check(&Pointer::root())?))?;
    let at = Pointer::root().key("project");
    let parts = BudgetParts {
        engagements: &project.engagements,
        engagements_at: &at.key("engagements"),
        cards: &project.cards,
        cards_at: &at.key("cards"),
        other_costs: &request.other_costs,
        other_costs_at: &Pointer::root().key("other_costs"),
        payroll: request.payroll.unwrap_or(Known::Unknown),
        reach: Reach::assume_latest(project.assume_latest),
    };
    Ok(add_up(&parts)?)
}
