//! The methods, and what each can be set to.

use serde::{Deserialize, Serialize};

use super::condorcet::CopelandPoints;
use super::pairwise::DefeatStrength;
use super::positional::BordaUnranked;
use super::rated::Unrated;
use crate::unit::{Id, Ratio, one_key};

/// How the ballots are counted: an object with exactly one key. Ranked ballots (`ranking`) are counted by `plurality`, `borda`, `irv`,
/// `copeland`, `minimax`, `schulze`, `ranked_pairs`, `scottish_stv` and `meek_stv`; `approves` by `approval`; `scores` by `score` and
/// `star`; `grades` by `majority_judgement`; `ratings` by `criteria`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TallyMethod {
    /// The option that most ballots name first.
    Plurality(NoSettings),
    /// The option that most ballots approve of.
    Approval(NoSettings),
    /// The option with the highest total or mean of scores.
    Score(ScoreSettings),
    /// Of the two options with the highest totals of scores, the one that more voters score higher.
    Star(StarSettings),
    /// Points by place: with n options n - 1 for the first, and one less for each place after it.
    Borda(BordaSettings),
    /// Instant run-off: the option with the fewest votes goes out, and its ballots move on, until one has more than half.
    Irv(NoSettings),
    /// The option that wins most of its comparisons with the others.
    Copeland(CopelandSettings),
    /// The option whose worst comparison is least bad.
    Minimax(MinimaxSettings),
    /// The option to which no other has a stronger chain of comparisons won than back.
    Schulze(StrengthSettings),
    /// Comparisons won are locked in, strongest first, unless they contradict those that are.
    RankedPairs(StrengthSettings),
    /// The single transferable vote by the rules for Scottish local elections.
    ScottishStv(SeatSettings),
    /// The single transferable vote by Meek's method, in nine decimal places.
    MeekStv(SeatSettings),
    /// The option with the best middle grade.
    MajorityJudgement(GradeSettings),
    /// The option with the highest weighted mean of ratings by criteria that the group has agreed.
    Criteria(CriteriaSettings),
}

one_key!(TallyMethod, "a method", {
    "plurality" => Plurality, "approval" => Approval, "score" => Score, "star" => Star, "borda" => Borda, "irv" => Irv,
    "copeland" => Copeland, "minimax" => Minimax, "schulze" => Schulze, "ranked_pairs" => RankedPairs,
    "scottish_stv" => ScottishStv, "meek_stv" => MeekStv, "majority_judgement" => MajorityJudgement, "criteria" => Criteria,
});

impl TallyMethod {
    /// The key of the method in a request.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Plurality(_) => "plurality",
            Self::Approval(_) => "approval",
            Self::Score(_) => "score",
            Self::Star(_) => "star",
            Self::Borda(_) => "borda",
            Self::Irv(_) => "irv",
            Self::Copeland(_) => "copeland",
            Self::Minimax(_) => "minimax",
            Self::Schulze(_) => "schulze",
            Self::RankedPairs(_) => "ranked_pairs",
            Self::ScottishStv(_) => "scottish_stv",
            Self::MeekStv(_) => "meek_stv",
            Self::MajorityJudgement(_) => "majority_judgement",
            Self::Criteria(_) => "criteria",
        }
    }

    /// How many options are chosen.
    #[must_use]
    pub const fn seats(&self) -> usize {
        match self {
            Self::ScottishStv(settings) | Self::MeekStv(settings) => settings.seats as usize,
            _ => 1,
        }
    }

    /// What the method is called, with what it is set to.
    pub(super) fn words(&self) -> String {
        let strength = |by: DefeatStrength| match by {
            DefeatStrength::WinningVotes => "by winning votes",
            DefeatStrength::Margins => "by margins",
        };
        match self {
            Self::Plurality(_) => "plurality: most first places".to_owned(),
            Self::Approval(_) => "approval: most approvals".to_owned(),
            Self::Score(set) => match set.unrated {
                Unrated::Lowest => format!("score: highest total; no score counts as {}", set.least),
                Unrated::LeftOut => "score: highest mean of the scores that were given".to_owned(),
            },
            Self::Star(set) => format!("STAR: score, then automatic run-off between two; no score counts as {}", set.least),
            Self::Borda(set) => match set.unranked {
                BordaUnranked::Zero => "Borda: points by place; an option that is not named gets none".to_owned(),
                BordaUnranked::Average => {
                    "Borda: points by place; options that are not named share those of the places left".to_owned()
                }
            },
            Self::Irv(_) => "instant run-off".to_owned(),
            Self::Copeland(set) => match set.points {
                CopelandPoints::Half => "Copeland: 1 for a comparison won, 1/2 for a tied one".to_owned(),
                CopelandPoints::Net => "Copeland: comparisons won less comparisons lost".to_owned(),
            },
            Self::Minimax(set) => format!("minimax, {}", strength(set.strength)),
            Self::Schulze(set) => format!("Schulze, {}", strength(set.strength)),
            Self::RankedPairs(set) => format!("ranked pairs, {}", strength(set.strength)),
            Self::ScottishStv(set) => format!("single transferable vote by the Scottish rules, {} to be chosen", set.seats),
            Self::MeekStv(set) => format!("single transferable vote by Meek's method, {} to be chosen", set.seats),
            Self::MajorityJudgement(_) => "majority judgement: best middle grade; no grade counts as the worst".to_owned(),
            Self::Criteria(_) => "rating by agreed criteria: highest weighted mean".to_owned(),
        }
    }
}

/// Nothing to set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoSettings {}

/// The scores that voters may give, and what no score means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoreSettings {
    /// The lowest score.
    pub least: Ratio,
    /// The highest score, above the lowest.
    pub most: Ratio,
    /// What no score means: the lowest one where absent.
    #[serde(default)]
    pub unrated: Unrated,
}

/// The scores that voters may give. No score counts as the lowest one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StarSettings {
    /// The lowest score.
    pub least: Ratio,
    /// The highest score, above the lowest.
    pub most: Ratio,
}

/// What an option that a ballot does not name gets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BordaSettings {
    /// No points where absent.
    #[serde(default)]
    pub unranked: BordaUnranked,
}

/// How comparisons are scored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopelandSettings {
    /// A tied comparison counts as half a win where absent.
    #[serde(default)]
    pub points: CopelandPoints,
}

/// How bad a comparison is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MinimaxSettings {
    /// By margins, which may be below zero, where absent.
    #[serde(default = "margins")]
    pub strength: DefeatStrength,
}

const fn margins() -> DefeatStrength {
    DefeatStrength::Margins
}

/// How strong a comparison is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StrengthSettings {
    /// By the votes of the winning side where absent.
    #[serde(default)]
    pub strength: DefeatStrength,
}

/// How many options are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SeatSettings {
    /// How many: from 1 to the number of options.
    pub seats: u32,
}

/// The grades that voters may give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GradeSettings {
    /// The grades in words, best first: 2 to 20. An option that a voter does not grade has the worst.
    pub grades: Vec<String>,
}

/// The criteria that the group has agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriteriaSettings {
    /// The criteria with their weights: 1 to 20.
    pub criteria: Vec<Criterion>,
    /// The lowest rating.
    pub least: Ratio,
    /// The highest rating, above the lowest.
    pub most: Ratio,
}

/// A criterion that the group has agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Criterion {
    /// The short name that ballots use.
    pub id: Id,
    /// How much it counts beside the others: above zero. Weights need not sum to 1.
    pub weight: Ratio,
}
