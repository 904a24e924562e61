//! Definitions of co-production: each holds if all that it asks holds in each of its stages.

use serde::{Deserialize, Serialize};

use super::evidence::Holds;
use super::scale::LevelRange;
use crate::group::Stage;

/// A definition that a project may claim to meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DefinitionName {
    /// Shared power (P4 at least) with both sides taking part, by vote or task, in every stage of which anything is said.
    CoProduction,
    /// The top rung of the ladder of co-production (National Co-production Advisory Group): the same in design and delivery.
    LadderOfCoProduction,
    /// Fulfilling Lives: the same, with equal influence, in commissioning, design and delivery.
    FulfillingLives,
    /// The guidance on co-producing a research project (National Institute for Health and Care Research): the same in all four stages.
    Nihr,
    /// Equal influence in every stage of which anything is said: both sides can decide and block alike, no single member can block on
    /// one side only, and the rules stand.
    EqualInfluence,
    /// Co-production with equal influence and neither side in the lead, in every stage of which anything is said.
    StrictEquality,
}

impl DefinitionName {
    /// Every definition there is.
    pub const ALL: [Self; 6] = [
        Self::CoProduction,
        Self::LadderOfCoProduction,
        Self::FulfillingLives,
        Self::Nihr,
        Self::EqualInfluence,
        Self::StrictEquality,
    ];

    /// The name for people to read.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::CoProduction => "co-production",
            Self::LadderOfCoProduction => "co-production by the ladder of co-production",
            Self::FulfillingLives => "co-production as Fulfilling Lives defines it",
            Self::Nihr => "co-production as the National Institute for Health and Care Research defines it",
            Self::EqualInfluence => "equal influence",
            Self::StrictEquality => "co-production with strict equality",
        }
    }

    /// The stages that it names; nothing if it is about every stage of which anything is said.
    const fn stages(self) -> Option<&'static [Stage]> {
        match self {
            Self::LadderOfCoProduction => Some(&[Stage::Design, Stage::Deliver]),
            Self::FulfillingLives => Some(&[Stage::Commission, Stage::Design, Stage::Deliver]),
            Self::Nihr => Some(&Stage::ALL),
            Self::CoProduction | Self::EqualInfluence | Self::StrictEquality => None,
        }
    }

    fn asks(self) -> &'static [Asks] {
        match self {
            Self::CoProduction | Self::LadderOfCoProduction | Self::Nihr => &[Asks::Shared, Asks::BothSides],
            Self::FulfillingLives => &[Asks::Shared, Asks::BothSides, Asks::Equal],
            Self::EqualInfluence => &[Asks::Equal, Asks::Stands],
            Self::StrictEquality => &[Asks::Shared, Asks::BothSides, Asks::Equal, Asks::NotLed],
        }
    }
}

/// Whether a project meets a definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DefinitionVerdict {
    /// The definition.
    pub definition: DefinitionName,
    /// What the evidence says of it.
    pub verdict: Verdict,
    /// What fails, or is not known, stage by stage; what holds where all does.
    pub because: Vec<String>,
}

/// What the evidence says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// Even the low end suffices.
    Supported,
    /// Even the high end fails.
    Contradicted,
    /// It depends on what is not known.
    Open,
}

impl Verdict {
    /// The verdict as a word of a sentence.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Contradicted => "contradicted",
            Self::Open => "open",
        }
    }
}

/// One thing that a definition asks of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Shared,
    BothSides,
    Equal,
    Stands,
    NotLed,
}

/// What is known of one stage.
#[derive(Debug, Clone, Copy)]
pub(super) struct StageFacts {
    pub(super) stage: Stage,
    /// Whether anything is said of it.
    pub(super) described: bool,
    pub(super) level: LevelRange,
    pub(super) both_sides: Holds,
    pub(super) equal: Holds,
    pub(super) stands: Holds,
}

impl StageFacts {
    fn meets(&self, asks: Asks) -> Holds {
        match asks {
            Asks::Shared => between(self.level.low >= 4, self.level.high < 4),
            Asks::NotLed => between(self.level.high <= 4, self.level.low > 4),
            Asks::BothSides => self.both_sides,
            Asks::Equal => self.equal,
            Asks::Stands => self.stands,
        }
    }
}

const fn between(yes: bool, no: bool) -> Holds {
    match (yes, no) {
        (true, _) => Holds::Yes,
        (false, true) => Holds::No,
        (false, false) => Holds::Unknown,
    }
}

/// All of these hold; one that does not settles it.
pub(super) fn all_hold(parts: impl IntoIterator<Item = Holds>) -> Holds {
    parts.into_iter().fold(Holds::Yes, |all, part| match (all, part) {
        (Holds::No, _) | (_, Holds::No) => Holds::No,
        (Holds::Yes, Holds::Yes) => Holds::Yes,
        _ => Holds::Unknown,
    })
}

/// Checks a project against a definition.
pub(super) fn verdict(definition: DefinitionName, stages: &[StageFacts]) -> DefinitionVerdict {
    let asked: Vec<&StageFacts> = match definition.stages() {
        Some(named) => stages.iter().filter(|facts| named.contains(&facts.stage)).collect(),
        None => stages.iter().filter(|facts| facts.described).collect(),
    };
    let parts = || asked.iter().flat_map(|facts| definition.asks().iter().map(|asks| (facts.stage, *asks, facts.meets(*asks))));
    let met = if asked.is_empty() { Holds::Unknown } else { all_hold(parts().map(|(_, _, met)| met)) };
    let because = if asked.is_empty() {
        vec!["nothing is said of any stage".to_owned()]
    } else {
        parts().filter(|(_, _, holds)| *holds == met).map(|(stage, asks, holds)| words(stage, asks, holds)).collect()
    };
    let verdict = match met {
        Holds::Yes => Verdict::Supported,
        Holds::No => Verdict::Contradicted,
        Holds::Unknown => Verdict::Open,
    };
    DefinitionVerdict { definition, verdict, because }
}

fn words(stage: Stage, asks: Asks, holds: Holds) -> String {
    let what = match (asks, holds) {
        (Asks::Shared, Holds::Yes) => "power is shared",
        (Asks::Shared, Holds::No) => "power is not shared",
        (Asks::Shared, Holds::Unknown) => "whether power is shared is not known",
        (Asks::BothSides, Holds::Yes) => "both sides take part",
        (Asks::BothSides, Holds::No) => "one side takes no part by vote or task",
        (Asks::BothSides, Holds::Unknown) => "whether both sides take part by vote or task is not known",
        (Asks::Equal, Holds::Yes) => "both sides can decide and block alike",
        (Asks::Equal, Holds::No) => "the sides cannot decide and block alike",
        (Asks::Equal, Holds::Unknown) => "whether both sides can decide and block alike is not known",
        (Asks::Stands, Holds::Yes) => "the rules stand",
        (Asks::Stands, Holds::No) => "a rule does not stand",
        (Asks::Stands, Holds::Unknown) => "whether the rules stand is not known",
        (Asks::NotLed, Holds::Yes) => "neither side is in the lead",
        (Asks::NotLed, Holds::No) => "the lived side is in the lead",
        (Asks::NotLed, Holds::Unknown) => "whether the lived side is in the lead is not known",
    };
    format!("{stage}: {what}")
}
