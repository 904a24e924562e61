//! What a framework calls a level, as far as power alone can tell.

use serde::Serialize;

use super::super::scale::LevelRange;
use super::store::{Framework, FrameworkLevel, FrameworkOrder};

/// What one framework calls a range of levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrameworkRung {
    /// The id of the framework.
    pub framework: String,
    /// Its title.
    pub name: String,
    /// The name of the rung; null while several are possible or power alone cannot tell.
    pub rung: Option<String>,
    /// The rungs that the range leaves possible.
    pub possible: Vec<String>,
    /// Why there is no one rung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Given where the framework was not checked against its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
}

/// What each framework calls this range.
pub(crate) fn rungs(range: LevelRange, frameworks: &[Framework]) -> Vec<FrameworkRung> {
    frameworks.iter().map(|framework| rung(range, framework)).collect()
}

fn rung(range: LevelRange, framework: &Framework) -> FrameworkRung {
    let possible: Vec<&FrameworkLevel> = match framework.order {
        FrameworkOrder::Ladder | FrameworkOrder::Bands => {
            let meets = |power: LevelRange| power.low <= range.high && range.low <= power.high;
            framework.levels.iter().filter(|level| level.power.is_some_and(meets)).collect()
        }
        _ => Vec::new(),
    };
    let why = why_unsettled(framework.order, &possible);
    FrameworkRung {
        framework: framework.id.to_string(),
        name: framework.name.clone(),
        rung: if why.is_none() { possible.first().map(|level| level.name.clone()) } else { None },
        possible: possible.iter().map(|level| level.name.clone()).collect(),
        why,
        warning: framework.warning(),
    }
}

fn why_unsettled(order: FrameworkOrder, possible: &[&FrameworkLevel]) -> Option<String> {
    let reason = match order {
        FrameworkOrder::Unordered => "its ways of taking part have no order",
        FrameworkOrder::Conditions => "it has conditions and no levels",
        FrameworkOrder::Phases => "it names phases of the work and no levels",
        FrameworkOrder::Definition => "it is a definition over several stages, which can be asked for by its name",
        FrameworkOrder::Ladder | FrameworkOrder::Bands => {
            if let Some(needs) = possible.iter().find_map(|level| level.also_needs) {
                return Some(format!("not inferable from power alone: it also turns on {}", needs.words()));
            }
            return match possible {
                [] => Some("it has no name for this level".to_owned()),
                [_] => None,
                _ => Some("the range leaves several possible".to_owned()),
            };
        }
    };
    Some(format!("not inferable from power: {reason}"))
}
