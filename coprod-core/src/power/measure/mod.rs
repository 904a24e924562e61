//! Each member's and each constituency's power under a rule, exact.
//!
//! Definitions: everybody attends and says yes or objects (the classical yes/no game). A member is *critical* in a coalition that
//! passes with the member and fails without; *swings* counts these coalitions. Sources of the indices: Penrose (1946) and Banzhaf
//! (1965); Shapley and Shubik (1954); Coleman (1971); Deegan and Packel (1978); Johnston (1978); Holler (1982). Deegan-Packel and
//! Holler use the minimal winning coalitions of the whole rule, Johnston its coalitions with at least one critical member.

mod answer;
mod constituency;
mod index;

pub use answer::{ConstituencyPower, IndexValue, MeasureAnswer, MemberPower, PowerSums};
pub use index::PowerIndex;

use serde::{Deserialize, Serialize};

use self::index::Indices;
use super::game::{Counts, Table};
use super::roles::roles;
use super::rule::{Compiled, Rule, Rules};
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, Roster};
use crate::unit::{Count, Exact};

/// Power is measured in groups of up to this many members, of whom up to [`super::MOST_VOTERS`] may have a vote.
pub const MOST_MEMBERS_MEASURED: usize = 1_000;

/// A rule to measure power under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureRequest {
    /// The members of the group: 1 to 1000, of whom up to 27 may have a vote.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// The indices to answer; all where absent. Those left out are null in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indices: Option<Vec<PowerIndex>>,
}

/// Measures power.
///
/// # Errors
/// Those of checking the members and the rule; `group_too_large` if more than [`super::MOST_VOTERS`] members have a vote;
/// `too_much_work` beyond [`super::MOST_TABLE_STEPS`] or, for what the constituencies can do, [`super::MOST_VOTES_LOOKED_AT`].
pub fn measure(request: &MeasureRequest) -> Result<MeasureAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    measure_compiled(&rule, &roster, request.indices.as_deref()).map_err(|error| {
        // What is too much is the rule as a whole.
        if error.path.is_empty() { ErrorReport { path: root.key("rule").to_string(), ..error } } else { error }
    })
}

/// Measures power under a checked rule, for those who build rules of checked ones. All indices where `indices` is absent.
///
/// # Errors
/// As for [`measure`]; the path is empty.
pub fn measure_compiled(rule: &Compiled, roster: &Roster, indices: Option<&[PowerIndex]>) -> Result<MeasureAnswer, ErrorReport> {
    let roles = roles(rule);
    let table = Table::of(rule, &roles)?;
    let counts = Counts::of(&table);
    let all = Indices::of(&counts, table.voters().len());
    all.check().map_err(ErrorReport::internal)?;
    let seats_without_votes = rule.len() - table.voters().len();
    let members = answer::members(rule, roster, &table, &counts, &all, indices.unwrap_or(PowerIndex::ALL));
    let constituencies = constituency::constituencies(rule, roster, &roles, &table, &all)?;
    let voters = table.voters().len();
    Ok(MeasureAnswer {
        members,
        constituencies,
        winning: Count::from(answer::with_silent(counts.winning, seats_without_votes)),
        minimal_winning: Count::from(counts.minimal),
        coleman_act: if all.constant { None } else { Exact::new(counts.winning, 1_u64 << voters).map(IndexValue::exactly) },
        constant: all.constant,
        method: "exact".to_owned(),
        algorithm: format!(
            "every way in which the members with a vote can say yes or no was looked at: {} for {voters} of them",
            1_u64 << voters
        ),
    })
}

#[cfg(test)]
mod tests;
