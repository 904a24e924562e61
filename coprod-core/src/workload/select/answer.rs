//! What a selection answers.

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

use crate::unit::{Exact, Id};

/// A chance: the exact fraction, and a decimal for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectChance {
    /// The exact fraction.
    pub exact: Exact,
    /// The same rounded to six decimal places, as text: "0.625000".
    pub decimal: String,
}

impl SelectChance {
    pub(super) fn new(exact: Exact) -> Self {
        let (top, bottom) = exact.parts();
        let million = BigInt::from(1_000_000_u32);
        // Rounded half up; no chance is below zero.
        let millionths = (top * &million * 2_u32 + &bottom) / (bottom * 2_u32);
        let (whole, part) = (&millionths / &million, &millionths % &million);
        Self { decimal: format!("{whole}.{:0>6}", part.to_string()), exact }
    }
}

/// People who are alike in all that matters here, and so have one chance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelKind {
    /// Those who can be chosen one by one, or together: each list is one person, or people who come only together. In the order of their ids.
    pub people: Vec<Vec<Id>>,
    /// The chance of each of them.
    pub chance: SelectChance,
}

/// One person's chance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VolunteerChance {
    /// The person.
    pub id: Id,
    /// Their chance to be on the panel: 1 for those already on it, 0 for those who are left out or in no panel that keeps the quotas.
    pub chance: SelectChance,
}

/// So many of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KindCount {
    /// The kind: its place in `kinds`, from 0.
    pub kind: u32,
    /// How many of its entries are chosen, by lot.
    pub count: u32,
}

/// A panel, as so many of each kind, with its chance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelChance {
    /// The chance that the panel is made up so.
    pub chance: SelectChance,
    /// How many lots of the draw it has; null without a draw.
    pub lots: Option<u32>,
    /// How many of each kind; kinds with none are left out.
    pub of: Vec<KindCount>,
}

/// Somebody who cannot be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotSelectable {
    /// The person.
    pub id: Id,
    /// Why.
    pub why: String,
}

/// A count that the selection must keep within its range: one of its keys says which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelCount {
    /// The feature of a quota; with its value. Absent for the size of the panel and for households.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feature: Option<Id>,
    /// The value of the feature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Id>,
    /// The household whose members are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<Id>,
}

/// What one more in a count takes off the weight of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountPrice {
    /// Which count: of a quota, of a household, or, with neither, of everybody.
    pub count: PanelCount,
    /// Its price; below zero where more are wanted.
    pub price: Exact,
}

/// One step of a proof that no panel weighs more than a bound, the steps in order: a step that splits is followed by the steps for at most
/// so many of the kind, then by those for more; a step that does not has prices that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelProofStep {
    /// The kind whose count is split, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<KindSplit>,
    /// The prices, those of zero left out.
    #[serde(default)]
    pub prices: Vec<CountPrice>,
}

/// Where a step of a proof splits: panels with at most so many of a kind, and panels with more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KindSplit {
    /// Somebody of the kind.
    pub like: Id,
    /// At most so many entries of the kind, or more.
    pub at_most: u32,
}

/// What one of a kind weighs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KindWeight {
    /// The kind: its place in `kinds`, from 0.
    pub kind: u32,
    /// The weight, not below zero.
    pub weight: Exact,
}

/// Why some chances cannot be larger: no panel weighs more than `most`, so the weighted chances cannot sum to more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectStage {
    /// What one of each kind weighs; kinds of no weight are left out.
    pub weights: Vec<KindWeight>,
    /// What no panel weighs more than.
    pub most: Exact,
    /// What follows for the smallest of the chances that no earlier stage settles: it is at most this.
    pub bound: SelectChance,
    /// What it is.
    pub reached: SelectChance,
    /// The kinds that this stage settles: those of some weight that no earlier one settled.
    pub settles: Vec<u32>,
    /// Why no panel weighs more; empty where the proof has too many steps to be written out.
    pub proof: Vec<PanelProofStep>,
}

/// Why a kind is in no panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NowhereProof {
    /// Those of the kind.
    pub people: Vec<Id>,
    /// Why no panel has any of them: where each of them weighs 1 and everybody else nothing, no panel weighs more than 0.
    pub proof: Vec<PanelProofStep>,
}

/// Counts of one value, from those who offered to those who were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FunnelLine {
    /// The feature.
    pub feature: Id,
    /// The value.
    pub value: Id,
    /// How many offered; null where hidden.
    pub offered: Option<u32>,
    /// How many of them can be chosen at all; null where hidden.
    pub selectable: Option<u32>,
    /// How many are on the panel drawn; null where hidden or nothing was drawn.
    pub on_panel: Option<u32>,
}

/// The panel drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelDrawn {
    /// How many lots there are.
    pub lots: u32,
    /// How the number of the lot came about, so that anybody can repeat it.
    pub method: String,
    /// The SHA-256 of the seed in hexadecimal digits; null where the number was given.
    pub digest: Option<String>,
    /// The number of the lot drawn, from 0; null where only the list was asked for.
    pub number: Option<u32>,
    /// Who is on the panel, those chosen before included, in the order of the request.
    pub panel: Vec<Id>,
    /// By how much anybody's share of the lots is off their exact chance at most.
    pub rounding: Exact,
    /// The panel of every lot, from lot 0; empty unless asked for.
    #[serde(default)]
    pub list: Vec<Vec<Id>>,
}

/// One quota, changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotaChange {
    /// The feature.
    pub feature: Id,
    /// The value.
    pub value: Id,
    /// The new least number.
    pub at_least: u32,
    /// The new greatest number.
    pub at_most: u32,
    /// The change in words.
    pub words: String,
}

/// Changes of quotas that make panels possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotaRelaxation {
    /// By how much the quotas change in all.
    pub steps: u32,
    /// The changes.
    pub changes: Vec<QuotaChange>,
    /// A panel that keeps the changed quotas, as an example.
    pub panel: Vec<Id>,
}

/// Chances, panels and a draw; or what stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectAnswer {
    /// Whether any panel keeps the quotas. If not, `relaxations` has what would help, and there are no chances. Null where the search ran
    /// out of steps before it knew.
    pub feasible: Option<bool>,
    /// Whether the chances are proved to be as asked for.
    pub proved: bool,
    /// Where they are not: how much could still be gained at most by the smallest chance that is not settled. Null too where it is not
    /// known of everybody whether they can be chosen.
    pub gain_at_most: Option<SelectChance>,
    /// What holds of the answer, in sentences.
    pub says: Vec<String>,
    /// Each person's chance, in the order of the request.
    pub chances: Vec<VolunteerChance>,
    /// Kinds of people who can be chosen.
    pub kinds: Vec<PanelKind>,
    /// The panels, the likeliest first: draw one of them, then by lot who of each kind.
    pub panels: Vec<PanelChance>,
    /// Who cannot be chosen, and why.
    pub not_selectable: Vec<NotSelectable>,
    /// Why the chances cannot be raised: stage by stage, from the smallest chance on.
    pub certificate: Vec<SelectStage>,
    /// Why some are in no panel.
    pub nowhere: Vec<NowhereProof>,
    /// Where no panel keeps the quotas: the proof, by which even a panel of no weight would weigh -1 at most.
    pub no_panel: Vec<PanelProofStep>,
    /// The panel drawn; null where no draw was asked for or none can be.
    pub draw: Option<PanelDrawn>,
    /// From those who offered to those chosen, by feature and value; counts below 3 hidden unless asked for.
    pub funnel: Vec<FunnelLine>,
    /// The smallest changes of the quotas that make panels possible, where none is. None is chosen for you.
    pub relaxations: Vec<QuotaRelaxation>,
}
