//! What would change under a rule with one member more or fewer, another bar, or another weight, and how far each bar can move before
//! anything changes.
//!
//! Each change is made in the rule as it is written, measured anew, and set against the rule as it is: nothing is estimated, and all numbers are
//! exact fractions. Bars move to the next value at which any way to vote comes out differently when everybody attends and says yes or
//! objects; in between nothing does. The range of a bar that is a share has all shares with the same outcome, and says which of
//! its two ends belong to it. The next share is tried as "at least" the share that so many votes are of all; where somebody is
//! absent or abstains, that can differ from other bars that are the same when everybody votes.

mod answer;
mod bar;
mod leaves;
mod member;
mod plan;

pub use answer::{BarAsks, BarRange, BarSensitivity, SensitivityAnswer, VotesRange, WhatIf, WhatIfChange};

use serde::{Deserialize, Serialize};

use self::leaves::VotesPart;
use self::plan::Plan;
use super::compare::{change, indices_asked, words};
use super::measure::{MeasureAnswer, PowerIndex, measure_compiled};
use super::roles::roles;
use super::rule::{Compiled, Rule, Rules, Votes};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::{Id, Ratio};

/// Changes are tried in groups of up to this many members.
pub const MOST_MEMBERS_VARIED: usize = 60;

/// So many changes are tried at most.
pub const MOST_CHANGES_TRIED: usize = 200;

/// A rule to vary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SensitivityRequest {
    /// The members of the group: 1 to 60.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// The indices to answer; `shapley_shubik`, `banzhaf` and `banzhaf_absolute` where absent. Who gains and who loses is told by the
    /// first of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indices: Option<Vec<PowerIndex>>,
    /// What to vary; all of it where absent. Less can be asked where all would take too long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vary: Option<Vec<SensitivityPart>>,
}

/// What is varied, by the name that it has in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SensitivityPart {
    /// One member more.
    Joins,
    /// One member fewer.
    Leaves,
    /// The bars.
    Bars,
    /// One vote of weight more or less.
    Weights,
}

/// Varies a rule.
///
/// # Errors
/// Those of checking the members and the rule, and of [`super::measure`]; `too_many` for more than [`MOST_CHANGES_TRIED`] changes;
/// `no_exact_answer` if counting for all of them would take longer than about two seconds, with what would be possible; `empty_rule` for an
/// empty list of indices or of what to vary.
pub fn sensitivity(request: &SensitivityRequest) -> Result<SensitivityAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_VARIED)?;
    let compiled = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let asked = indices_asked(request.indices.as_deref(), &root.key("indices"))?;
    let expanded = request.rule.expanded(&roster, &request.rules)?;
    let parts = leaves::votes(&expanded);
    let alike = alike(&compiled, &request.members);
    let plan = Plan::new(request, &roster, &parts, &alike)?;
    plan.check(&compiled, &roster, &asked)?;
    let now = measure_compiled(&compiled, &roster, Some(&asked)).map_err(about_the_rule)?;
    let base = Base { members: &request.members, now: &now, asked: &asked };
    let written = leaves::inlined(&request.rule, &request.rules);
    let joins = plan.sides.iter().map(|side| member::one_more(&base, &written, side.as_ref()));
    let joins: Vec<WhatIf> = joins.collect::<Result<_, _>>()?;
    let departures = plan.leavers.iter().map(|class| member::one_fewer(&base, &written, class));
    let departures: Vec<WhatIf> = departures.collect::<Result<_, _>>()?;
    let bars = plan.bars.iter().map(|part| bar::bar(&base, &expanded, part, &roster));
    let bars: Vec<BarSensitivity> = bars.collect::<Result<_, _>>()?;
    let mut weights = Vec::new();
    for (part, member, votes) in &plan.weights {
        for step in [1, -1] {
            weights.extend(weight(&base, &expanded, (part, votes), member, step)?);
        }
    }
    let mut said: Vec<String> = bars.iter().map(|bar| bar.words.clone()).collect();
    said.extend(joins.iter().chain(&departures).chain(&weights).map(WhatIf::sentence));
    Ok(SensitivityAnswer {
        chance_to_pass: now.coleman_act.clone(),
        joins,
        leaves: departures,
        bars,
        weights,
        expanded,
        words: said,
    })
}

/// What goes wrong in measuring is about the rule.
fn about_the_rule(error: ErrorReport) -> ErrorReport {
    if error.path.is_empty() { ErrorReport { path: Pointer::root().key("rule").to_string(), ..error } } else { error }
}

/// What changes are set against.
pub(super) struct Base<'a> {
    pub(super) members: &'a [Member],
    now: &'a MeasureAnswer,
    asked: &'a [PowerIndex],
}

impl Base<'_> {
    /// Measures a changed rule for members who may have changed too, and sets it against what is.
    fn tried(&self, what: String, treated: Vec<String>, members: Option<Vec<Member>>, rule: Rule) -> Result<WhatIf, ErrorReport> {
        let root = Pointer::root();
        let none = Rules::default();
        let there = members.as_deref().unwrap_or(self.members);
        let compiled = Roster::new(there, &root, MOST_MEMBERS_VARIED + 1)
            .map_err(ErrorReport::from)
            .and_then(|roster| Ok((Compiled::new(&rule, &root, &roster, &none)?, roster)));
        let (compiled, roster) = match compiled {
            Ok(checked) => checked,
            Err(error) => {
                return Ok(WhatIf {
                    what,
                    treated,
                    members,
                    rule: None,
                    impossible: Some(error.message),
                    change: None,
                    alike: Vec::new(),
                });
            }
        };
        let then = measure_compiled(&compiled, &roster, Some(self.asked)).map_err(about_the_rule)?;
        Ok(WhatIf {
            change: Some(self.change(&then)),
            what,
            treated,
            members,
            rule: Some(rule),
            impossible: None,
            alike: Vec::new(),
        })
    }

    fn change(&self, then: &MeasureAnswer) -> WhatIfChange {
        let power = change::between(self.now, then, self.asked);
        let mut said = Vec::new();
        if let Some((from, to)) = self.now.coleman_act.as_ref().zip(then.coleman_act.as_ref())
            && from != to
        {
            let (from, to) = words::two(from, to);
            said.push(format!("the chance to pass is {to} in place of {from}"));
        }
        said.extend(power.constituencies.iter().flat_map(|side| words::constituency(side, "then")));
        said.extend(words::turned(&power.members));
        // Where nothing changes at all, there is nothing to say of power either.
        let changed =
            |line: &super::compare::MemberChange| line.indices.iter().any(|index| index.moved(true) || index.moved(false));
        if let Some(index) = self.asked.first()
            && (!said.is_empty() || power.members.iter().any(changed))
        {
            said.extend(words::moved(&power.members, *index));
        }
        WhatIfChange {
            chance_to_pass: then.coleman_act.clone(),
            more_chance_to_pass: change::difference(then.coleman_act.as_ref(), self.now.coleman_act.as_ref()),
            power,
            words: said,
        }
    }
}

/// Members of the same constituency who play the same part in the rule, in the order of the request.
fn alike(rule: &Compiled, members: &[Member]) -> Vec<Vec<Id>> {
    let parts = roles(rule);
    let key = |number: usize| (members.get(number).and_then(|member| member.constituency.clone()), parts.get(number).cloned());
    let classes = super::roles::classes(0..members.len(), key);
    let name = |number: usize| members.get(number).map(|member| member.id.clone());
    classes.into_iter().map(|class| class.into_iter().filter_map(name).collect()).collect()
}

/// One more or one less of weight for a member in one part.
fn weight(
    base: &Base<'_>,
    expanded: &Rule,
    (part, votes): (&VotesPart, &Votes),
    id: &Id,
    step: i32,
) -> Result<Option<WhatIf>, ErrorReport> {
    let Some(weights) = &votes.weights else { return Ok(None) };
    let Some(from) = weights.get(id).copied() else { return Ok(None) };
    let to = from.plus(Ratio::from(step)).map_err(PowerError::from)?;
    if to.is_negative() {
        return Ok(None);
    }
    let weights = weights.iter().map(|(own, weight)| (own.clone(), if own == id { to } else { *weight })).collect();
    let changed = leaves::replaced(expanded, &part.at, &Votes { weights: Some(weights), ..votes.clone() });
    let what = format!("with weight {to} in place of {from} for {id} in the part {}", part.place());
    base.tried(what, Vec::new(), None, changed).map(Some)
}

#[cfg(test)]
mod tests;
