//! One rule: seats against power, constituency by constituency, and each member below.

use serde::{Deserialize, Serialize};

use super::super::measure::MOST_MEMBERS_MEASURED;
use super::super::rule::{Compiled, Rule, Rules};
use super::{Found, MOST_CONSTITUENCIES_DRAWN, MOST_MEMBERS_DRAWN, ShareIndex};
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, Roster};
use crate::picture::{Chart, Picture, PictureTable, description};

/// A rule to draw seats against power under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PowerPictureRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// The index that power is measured by; `shapley_shubik` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<ShareIndex>,
}

/// Draws seats against power under one rule, and says the same in words and as a table.
///
/// Up to [`MOST_CONSTITUENCIES_DRAWN`] constituencies and [`MOST_MEMBERS_DRAWN`] members are drawn; in larger groups members who are alike
/// share a line. Where a rule always or never passes, or the index would take too much work for the group, the seats are drawn and
/// the reason is said.
///
/// # Errors
/// Those of checking the members and the rule.
pub fn picture(request: &PowerPictureRequest) -> Result<Picture, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let index = request.index.unwrap_or_default();
    let found = Found::of(&rule, &roster, index, 1)?;
    let kinds = found.kinds(MOST_MEMBERS_DRAWN);
    let title = if found.sides.is_empty() { "Power of each member" } else { "Seats and power by constituency" };
    let mut panels = Vec::new();
    if !found.sides.is_empty() || found.without.is_some() {
        panels.push(super::sides_panel(String::new(), &found, MOST_CONSTITUENCIES_DRAWN));
    }
    if !kinds.is_empty() {
        let full = super::end_for(kinds.iter());
        panels.push(super::members_panel("Each member".to_owned(), &found, &kinds, &full, MOST_MEMBERS_DRAWN));
    }
    let about = if found.without.is_none() { Some(index.words().to_owned()) } else { None };
    let cut = [
        super::cut_note(MOST_CONSTITUENCIES_DRAWN, found.sides.len(), "constituencies"),
        super::cut_note(MOST_MEMBERS_DRAWN, kinds.len(), "kinds of members"),
    ];
    let notes: Vec<String> = about.into_iter().chain(cut.into_iter().flatten()).collect();
    let told = [super::group_sentence(&roster)];
    let text: Vec<String> =
        told.into_iter().chain(found.sentences()).chain(super::members_sentence(&found, &kinds)).chain(notes.clone()).collect();
    let chart = Chart { title: title.to_owned(), legend: super::legend(&[&found], !kinds.is_empty()), panels, notes };
    let heads = found.heads().into_iter().map(str::to_owned).collect();
    let table = PictureTable { caption: title.to_owned(), heads, rows: found.rows(&kinds) };
    Ok(Picture { svg: chart.drawn(&description(&text)), text, table })
}
