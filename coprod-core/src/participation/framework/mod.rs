//! Published frameworks of participation, and what each calls a level of the common scale.

mod rung;
mod store;

pub use rung::FrameworkRung;
pub use store::{AlsoNeeds, Confidence, Framework, FrameworkLevel, FrameworkOrder};

pub(super) use rung::rungs;
pub(super) use store::chosen;

use serde::{Deserialize, Serialize};

use super::evidence::{StatementQuestion, statements};
use super::scale::{ScaleLevel, scale};
use crate::error::{ErrorReport, Pointer};
use crate::group::Stage;
use crate::unit::Id;

/// Which frameworks to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrameworksRequest {
    /// The ids of the frameworks wanted; all of them where empty.
    #[serde(default)]
    pub frameworks: Vec<Id>,
}

/// The scale, the frameworks and what is disputed about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrameworksAnswer {
    /// The common scale from bottom to top.
    pub scale: Vec<ScaleLevel>,
    /// The stages for which levels are inferred.
    pub stages: Vec<Stage>,
    /// The statements that evidence can be given for, each with its question.
    pub statements: Vec<StatementQuestion>,
    /// The frameworks, each level with its place on the common scale.
    pub frameworks: Vec<Framework>,
    /// What a crosswalk between frameworks cannot settle.
    pub disputes: Vec<String>,
    /// What was taken over without a check against its source.
    pub warnings: Vec<String>,
}

/// Lists the frameworks.
///
/// # Errors
/// `unknown_framework` for an id that is not known.
pub fn frameworks(request: &FrameworksRequest) -> Result<FrameworksAnswer, ErrorReport> {
    let store::Library { frameworks, disputes } = chosen(&request.frameworks, &Pointer::root().key("frameworks"))?;
    Ok(FrameworksAnswer {
        scale: scale(),
        stages: Stage::ALL.to_vec(),
        statements: statements(),
        warnings: frameworks.iter().filter_map(Framework::warning).collect(),
        frameworks,
        disputes,
    })
}
