//! What the workload endpoints are asked, and the limits of their work.

use serde::{Deserialize, Serialize};

use super::{Assignment, Task};
use crate::group::Person;
use crate::unit::Date;

/// A split may have this many people.
pub const MOST_PEOPLE: usize = 1_000;

/// A split may have this many tasks.
pub const MOST_TASKS: usize = 20_000;

/// The tasks may ask for this many people in all, somebody counted once per task.
pub const MOST_PLACES: usize = 30_000;

/// The search for the best split takes at most this many steps, the search among equally fair ones for the preferred as many again, so
/// that every request ends. What is not proved by then is said in the answer. Groups of more than 64 people or with more than 255 places
/// to fill are not searched through: exchanges, whose number is limited too, make a near-best split with a proved bound.
pub const WORK_LIMIT: u64 = 400_000;

/// The same for each number of hand-overs of a frontier.
pub const HANDOVER_WORK_LIMIT: u64 = 40_000;

/// Days are counted for a period of at most this many.
pub const MOST_DAYS: u32 = 3_660;

/// Where days are counted, tasks may be due on at most this many of them.
pub const MOST_DUE_DAYS: usize = 1_000;

/// A frontier of hand-overs goes up to this many, and may be asked for up to fewer.
pub const MOST_HANDOVERS: usize = 8;

/// Who is there, and what is there to do?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SplitRequest {
    /// The people, 1 to 1,000; each with a capacity. When they joined or left and what their pay depends on change nothing here.
    pub people: Vec<Person>,
    /// The tasks, at most 20,000, the most important first: where not every place can be filled, earlier ones go before later ones.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// What is settled already. A person named here has the task, at the first of its needs that they meet and that leaves most places to others.
    #[serde(default)]
    pub keep: Vec<Assignment>,
    /// The first day on which the work can be done. Needed where somebody says how many hours they can do on a day and a task has a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// What is aimed at: the fairest split, or that nobody envies anybody by more than one task. The two can clash; the answer's certificate
    /// says which guarantee holds.
    #[serde(default)]
    pub aim: SplitAim,
    /// Decides between splits that are equal in everything else. Without it, people come in the order of their ids; with it, in an
    /// order drawn from it, the same for the same seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
}

/// What a split aims at, once as many places are filled as can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SplitAim {
    /// The largest part of what anybody agreed to give as small as possible, then the second largest, and so on.
    #[default]
    Leximin,
    /// Weighted envy-freeness up to one task: nobody, their largest task put aside, has more of what they agreed to give than anybody else. People
    /// take turns. Sure to be reached where everybody may do everything.
    Wef1,
}
