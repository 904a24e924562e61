//! Several rules for one group, a panel each, on one scale.

use serde::{Deserialize, Serialize};

use super::super::compare::group_and_rules;
use super::super::rule::{Rule, Rules};
use super::{Found, ShareIndex};
use crate::error::ErrorReport;
use crate::group::Member;
use crate::picture::{Chart, Picture, PictureTable, description};
use crate::unit::InOrder;

/// So many constituencies, or members and kinds of members who are alike, are drawn for each rule at most.
const MOST_ROWS: usize = 12;

/// Rules to draw side by side, for one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComparePictureRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rules by name: 1 to 12. They are drawn in this order.
    pub rules: InOrder<Rule>,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub helpers: Rules,
    /// The index that power is measured by; `shapley_shubik` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<ShareIndex>,
}

/// Draws seats against power under each of several rules, all on one scale, and says the same in words and as a table.
///
/// # Errors
/// `empty_rule` without rules; `too_many` for more than [`super::super::compare::MOST_RULES_COMPARED`]; those of checking the members and
/// each rule.
pub fn compare_picture(request: &ComparePictureRequest) -> Result<Picture, ErrorReport> {
    let (roster, rules) = group_and_rules(&request.members, &request.rules, &request.helpers)?;
    let index = request.index.unwrap_or_default();
    let count = rules.len();
    let mut all = Vec::with_capacity(count);
    for ((name, _), rule) in request.rules.entries().iter().zip(&rules) {
        let found = Found::of(rule, &roster, index, count as u64)?;
        let kinds = if found.sides.is_empty() { found.kinds(MOST_ROWS) } else { Vec::new() };
        all.push((name, found, kinds));
    }
    let full = super::end_for(all.iter().flat_map(|(_, _, kinds)| kinds));
    let mut panels = Vec::with_capacity(count);
    let mut text = vec![super::group_sentence(&roster)];
    let mut rows = Vec::new();
    let mut kinds_cut = 0;
    for (name, found, kinds) in &all {
        let named = |said: String| format!("Under \"{name}\": {said}");
        text.extend(found.sentences().into_iter().map(named));
        text.extend(super::members_sentence(found, kinds).map(named));
        for row in found.rows(kinds) {
            rows.push([name.to_string()].into_iter().chain(row).collect());
        }
        kinds_cut = kinds_cut.max(kinds.len());
        panels.push(if kinds.is_empty() {
            super::sides_panel(name.to_string(), found, MOST_ROWS)
        } else {
            super::members_panel(name.to_string(), found, kinds, &full, MOST_ROWS)
        });
    }
    let found: Vec<&Found> = all.iter().map(|(_, found, _)| found).collect();
    let sides = roster.constituencies().len();
    let about = found.iter().any(|found| found.without.is_none()).then(|| index.words().to_owned());
    let cut = [super::cut_note(MOST_ROWS, sides, "constituencies"), super::cut_note(MOST_ROWS, kinds_cut, "kinds of members")];
    let notes: Vec<String> = about.into_iter().chain(cut.into_iter().flatten()).collect();
    text.extend(notes.iter().cloned());
    let title = match (count, sides) {
        (1, _) => "Power under 1 rule".to_owned(),
        (_, 0) => format!("Power of each member under {count} rules"),
        _ => format!("Seats and power under {count} rules"),
    };
    let chart = Chart { title: title.clone(), legend: super::legend(&found, kinds_cut > 0), panels, notes };
    let heads = found.first().map(|found| found.heads()).unwrap_or_default();
    let heads = ["Rule"].into_iter().chain(heads).map(str::to_owned).collect();
    Ok(Picture { svg: chart.drawn(&description(&text)), text, table: PictureTable { caption: title, heads, rows } })
}
