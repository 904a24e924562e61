//! Whether a project is what it says it is.

use serde::Serialize;

use super::project::Project;
use crate::participation::{DefinitionName, LevelAnswer, Verdict};

/// What the evidence says of the project's claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimCheck {
    /// The claim as the project makes it.
    pub claimed: String,
    /// The definition that it was checked against; absent if the claim has none here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<DefinitionName>,
    /// What the evidence says.
    pub supported: Verdict,
    /// Why, in words.
    pub because: String,
}

/// Checks the claim.
pub(super) fn check(project: &Project, levels: Option<&LevelAnswer>) -> Option<ClaimCheck> {
    let claimed = project.claim.clone()?;
    let definition = definition(&claimed);
    let verdict =
        levels.zip(definition).and_then(|(levels, name)| levels.definitions.iter().find(|found| found.definition == name));
    let (supported, because) = match (definition, verdict) {
        (_, Some(found)) => (found.verdict, format!("the evidence {}: {}", words(found.verdict), found.because.join("; "))),
        (None, _) => (Verdict::Open, "no definition of it is known here".to_owned()),
        (Some(_), None) => (Verdict::Open, "the sides of the group are not known".to_owned()),
    };
    Some(ClaimCheck { claimed, definition, supported, because: format!("{because}.") })
}

const fn words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supports it",
        Verdict::Contradicted => "contradicts it",
        Verdict::Open => "leaves it open",
    }
}

/// The definition behind the words of a claim, however they are spaced.
fn definition(claim: &str) -> Option<DefinitionName> {
    let plain: String = claim.to_ascii_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    match plain.as_str() {
        "coproduction" | "coproduced" => Some(DefinitionName::CoProduction),
        "ladderofcoproduction" => Some(DefinitionName::LadderOfCoProduction),
        "fulfillinglives" => Some(DefinitionName::FulfillingLives),
        "nihr" => Some(DefinitionName::Nihr),
        "equalinfluence" => Some(DefinitionName::EqualInfluence),
        "strictequality" => Some(DefinitionName::StrictEquality),
        _ => None,
    }
}
