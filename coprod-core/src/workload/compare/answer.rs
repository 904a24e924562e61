//! The ways to organise the work, side by side.

use serde::Serialize;

use crate::unit::{Hours, Id, Ratio};
use crate::workload::{Assignment, LateTask, LoadChange, UnfilledNeed};

/// What each way comes to. Facts to talk about: which of them matters most is for the group to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaysAnswer {
    /// Each way, in the order of the request.
    pub options: Vec<WayAnswer>,
    /// Which way has the least of what, or the most of what is wanted.
    pub least: Vec<LeastOf>,
    /// What nobody has told, and the answer depends on.
    pub questions: Vec<String>,
    /// What there is to know in sentences.
    pub words: Vec<String>,
    /// What the answer supposes.
    pub assumes: Vec<String>,
    /// Whether every split in this answer is proved to be the best for its way.
    pub complete: bool,
    /// How it was found, in words.
    pub method: String,
}

/// One way to organise the work, split as fairly as it can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WayAnswer {
    /// The way.
    pub id: Id,
    /// The parts done together.
    pub together: Vec<Id>,
    /// The parts with an owner.
    pub owned: Vec<Id>,
    /// Its figures, coordination counted as far as it is told, at the least where a range is.
    pub figures: WayFigures,
    /// The same with the most hours of coordination; only where a range is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<WayFigures>,
    /// The same without the hours for quality; only where a task that is done in this way has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_quality: Option<WayFigures>,
    /// Each person's part, in the order of the people.
    pub people: Vec<WayLoad>,
    /// Who has each task, coordination included.
    pub assignments: Vec<Assignment>,
    /// What stays unfilled. A part done together is listed for those who cannot be there.
    pub unfilled: Vec<UnfilledNeed>,
    /// What is found no time for. Only where somebody says how many hours they can do on a day.
    pub late: Vec<LateTask>,
    /// What it would mean if one person dropped out for the whole time and all was split anew, in the order of the people; those on whom nothing depends
    /// left out.
    pub drop_outs: Vec<DropOut>,
    /// The one whose dropping out leaves the most hours undone; of several, the largest ratio, then the most hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst_drop_out: Option<Id>,
    /// Who has more and who has less than in each other way.
    pub against: Vec<WayChange>,
    /// Kinds of coordination that belong to this way and whose hours nobody has told: they are not counted.
    pub not_counted: Vec<Id>,
    /// Whether the split, and that after each drop-out, is proved to be the best.
    pub optimal: bool,
    /// The figures in sentences.
    pub words: Vec<String>,
}

/// The figures of a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WayFigures {
    /// Hours of everybody together, with support and coordination.
    pub hours: Hours,
    /// Of these, hours of coordination.
    pub coordination_hours: Hours,
    /// Of these, hours of work that is easily overlooked.
    pub hidden_hours: Hours,
    /// Places that nobody fills. A part done together counts one for each need that nobody of those there meets.
    pub unfilled: u32,
    /// The ratios of all who agreed to give hours, the largest first.
    pub vector: Vec<Ratio>,
}

/// One person's part in a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WayLoad {
    /// The person.
    pub person: Id,
    /// Their hours.
    pub hours: Hours,
    /// Of these, hours of coordination.
    pub coordination_hours: Hours,
    /// Their ratio. Absent if they agreed to give no hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_capacity: Option<Ratio>,
    /// The tasks of theirs that they prefer, by themselves or for the skill that they ask for.
    pub preferred: Vec<Id>,
}

/// What it would mean if somebody dropped out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DropOut {
    /// The person.
    pub person: Id,
    /// Hours of theirs that somebody else would have to do. What is done together goes on without them.
    pub hours: Hours,
    /// Tasks that fewer people would do than now, or nobody who can.
    pub undone: Vec<Id>,
    /// Hours of these places.
    pub undone_hours: Hours,
    /// The largest ratio of those who remain, after the best split without them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest_ratio: Option<Ratio>,
}

/// Who has more and who has less than in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WayChange {
    /// The other way.
    pub option: Id,
    /// Those who have more hours than there (as many, but a larger ratio), in the order of the people. Before is there, after is here.
    pub more: Vec<LoadChange>,
    /// Those who have fewer.
    pub less: Vec<LoadChange>,
}

/// The ways that have the least of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeastOf {
    /// Of what.
    pub measure: WayMeasure,
    /// The ways that have the least, or may have it where ranges overlap.
    pub options: Vec<Id>,
    /// Whether that is sure, whatever the hours of coordination within the ranges told.
    pub sure: bool,
    /// The same in words.
    pub words: String,
}

/// What ways are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WayMeasure {
    /// Hours of everybody.
    Hours,
    /// The largest ratio.
    LargestRatio,
    /// Places that nobody fills.
    Unfilled,
    /// Hours of coordination.
    CoordinationHours,
    /// Hours of work that is easily overlooked.
    HiddenHours,
    /// Hours that stay undone after the worst drop-out.
    DropOutUndone,
    /// The largest ratio after any drop-out.
    DropOutRatio,
    /// People who have nothing that they prefer, of those who prefer something.
    NothingPreferred,
}
