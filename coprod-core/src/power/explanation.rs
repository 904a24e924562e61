//! What a rule says, written out and in words.

use serde::{Deserialize, Serialize};

#[cfg(feature = "counting")]
use super::decide::{PartBoundaries, boundaries};
use super::rule::{Compiled, Rule, Rules, explain};
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, Roster};

/// Rules are explained for groups of up to this many members.
pub const MOST_MEMBERS_EXPLAINED: usize = 1_000;

/// A rule to explain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// Whether to list, for every part with a bar, how many are enough of each number of votes that may come together.
    #[cfg(feature = "counting")]
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub boundaries: bool,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainAnswer {
    /// The rule in plain English, one line a part; the parts of a part are indented by two spaces.
    pub words: Vec<String>,
    /// The rule with every shorthand and every name written out.
    pub expanded: Rule,
    /// The same in plain English.
    pub expanded_words: Vec<String>,
    /// If asked for: how many are enough, part by part.
    #[cfg(feature = "counting")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub boundaries: Vec<PartBoundaries>,
}

/// Explains a rule.
///
/// # Errors
/// Those of checking the members and the rule; `too_much_work` for boundaries of more than `MOST_BOUNDARY_ROWS` lines.
pub fn explain_rule(request: &ExplainRequest) -> Result<ExplainAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_EXPLAINED)?;
    #[cfg_attr(not(feature = "counting"), expect(unused_variables, reason = "checking the rule is all that is asked for"))]
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let expanded = request.rule.expanded(&roster, &request.rules)?;
    Ok(ExplainAnswer {
        words: explain(&request.rule),
        expanded_words: explain(&expanded),
        expanded,
        #[cfg(feature = "counting")]
        boundaries: if request.boundaries { boundaries(&rule, &roster)? } else { Vec::new() },
    })
}
