//! What would change under a rule with one member more or fewer, another bar, or another weight, and how far each bar can move before
//! anything changes.
//!
//! Each change is made in the rule as it is written, measured anew, and set against the rule as it is: nothing is estimated. Bars move to the next
//! value at which any way to vote comes out differently when everybody attends and says yes or objects; in between nothing does.
//! A bar that is a share is tried as "at least" the share that so many votes are of all; where somebody is absent or
//! abstains, that can differ from the bar as it is written.

mod answer;
mod bar;
mod leaves;
mod member;

pub use answer::{BarRange, BarSensitivity, SensitivityAnswer, VotesRange, WhatIf, WhatIfChange};

use serde::{Deserialize, Serialize};

use self::leaves::VotesPart;
use super::compare::{change, indices_asked, words};
use super::game::{Game, Wanted, Ways};
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

/// Counting for all changes together may take so long, by estimate: about ten seconds.
const MOST_NANOSECONDS: u64 = 10_000_000_000;

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
}

/// Varies a rule.
///
/// # Errors
/// Those of checking the members and the rule, and of [`super::measure`]; `too_many` for more than [`MOST_CHANGES_TRIED`] changes;
/// `too_much_work` if counting for all of them would take too long.
pub fn sensitivity(request: &SensitivityRequest) -> Result<SensitivityAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_VARIED)?;
    let compiled = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let asked = indices_asked(request.indices.as_deref(), &root.key("indices"))?;
    let expanded = request.rule.expanded(&roster, &request.rules)?;
    let parts = leaves::votes(&expanded);
    let alike = alike(&compiled, &request.members);
    let plan = Plan::new(&request.members, &roster, &parts, &alike);
    plan.check(&compiled, &root)?;
    let now = measure_compiled(&compiled, &roster, Some(&asked))?;
    let base = Base { members: &request.members, now: &now, asked: &asked };
    let written = leaves::inlined(&request.rule, &request.rules);
    let mut joins = Vec::new();
    for side in &plan.sides {
        joins.push(member::one_more(&base, &written, side.as_ref())?);
    }
    let mut departures = Vec::new();
    if request.members.len() > 1 {
        for class in &alike {
            departures.push(member::one_fewer(&base, &written, class)?);
        }
    }
    let mut bars = Vec::new();
    for part in &parts {
        bars.push(bar::bar(&base, &expanded, part, &roster)?);
    }
    let mut weights = Vec::new();
    for (part, class, votes) in plan.weights(&parts, &alike) {
        for step in [1, -1] {
            weights.extend(weight(&base, &expanded, (part, votes), class, step)?);
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
        let then = measure_compiled(&compiled, &roster, Some(self.asked))?;
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
        let members = change::members(self.now, then, self.asked);
        let constituencies = change::constituencies(&self.now.constituencies, &then.constituencies);
        let moved = |up: bool| -> Vec<Id> {
            let first = members.iter().filter(|line| line.indices.first().is_some_and(|index| index.moved(up)));
            first.map(|line| line.id.clone()).collect()
        };
        let mut said = Vec::new();
        if let Some((from, to)) = self.now.coleman_act.as_ref().zip(then.coleman_act.as_ref())
            && from != to
        {
            said.push(format!("the chance to pass is {} in place of {}", words::value(to), words::value(from)));
        }
        said.extend(constituencies.iter().flat_map(|side| words::constituency(side, "then")));
        said.extend(words::turned(&members));
        // Where nothing changes at all, there is nothing to say of power either.
        let changed =
            |line: &super::compare::MemberChange| line.indices.iter().any(|index| index.moved(true) || index.moved(false));
        if let Some(index) = self.asked.first()
            && (!said.is_empty() || members.iter().any(changed))
        {
            said.extend(words::moved(&members, *index));
        }
        WhatIfChange {
            chance_to_pass: then.coleman_act.clone(),
            more_chance_to_pass: change::difference(then.coleman_act.as_ref(), self.now.coleman_act.as_ref()),
            gain: moved(true),
            lose: moved(false),
            members,
            constituencies,
            words: said,
        }
    }
}

/// What there is to try.
struct Plan {
    /// The constituencies that one more member can join; one without a name where there are none.
    sides: Vec<Option<Id>>,
    /// How many changes that makes, and how many games have to be counted for the bars besides.
    changes: usize,
    searches: u64,
}

impl Plan {
    fn new(members: &[Member], roster: &Roster, parts: &[VotesPart], alike: &[Vec<Id>]) -> Self {
        let sides: Vec<Option<Id>> = match roster.constituencies() {
            [] => vec![None],
            sides => sides.iter().map(|(id, _)| Some(id.clone())).collect(),
        };
        let mut plan = Self { sides, changes: 0, searches: 0 };
        let departures = if members.len() > 1 { alike.len() } else { 0 };
        let weights = plan.weights(parts, alike).count();
        plan.changes = plan.sides.len() + departures + 2 * parts.len() + 2 * weights;
        // A search for each end of a bar halves what is left: sums of weights are at most 2^53.
        plan.searches = parts.iter().map(|part| 2 * part.halvings()).sum();
        plan
    }

    /// The parts with weights, and one member of each sort named there.
    fn weights<'a>(
        &self,
        parts: &'a [VotesPart],
        alike: &'a [Vec<Id>],
    ) -> impl Iterator<Item = (&'a VotesPart, &'a Id, &'a Votes)> {
        parts.iter().filter(|part| part.votes.weights.is_some()).flat_map(move |part| {
            let named = |class: &'a Vec<Id>| {
                class.iter().find(|id| part.votes.weights.as_ref().is_some_and(|weights| weights.contains_key(*id)))
            };
            alike.iter().filter_map(named).map(move |id| (part, id, &part.votes))
        })
    }

    fn check(&self, rule: &Compiled, root: &Pointer) -> Result<(), PowerError> {
        let path = root.key("rule");
        if self.changes > MOST_CHANGES_TRIED {
            let what = "changes to try: members of different sorts, bars and weights";
            return Err(PowerError::TooMany { path, what, count: self.changes, limit: MOST_CHANGES_TRIED });
        }
        let game = Game::of(rule);
        let ways = Ways::new(&game, None);
        let each = |wanted: Wanted| ways.nanoseconds(wanted).unwrap_or(0);
        let measured = each(Wanted { by_size: true, ..Wanted::default() });
        let work =
            (self.changes as u64).saturating_mul(measured).saturating_add(self.searches.saturating_mul(each(Wanted::default())));
        if work > MOST_NANOSECONDS { Err(PowerError::TooMuchWork { path }) } else { Ok(()) }
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
