//! Each member's and each constituency's power under a rule: exact, or beyond the size for that with a proved bound of the error.
//!
//! Definitions: everybody attends and says yes or objects (the classical yes/no game). With presence fixed and no weight below zero, one
//! more yes never harms, whatever the rule, so that every index is defined. A member is *critical* in a coalition that
//! passes with the member and fails without; *swings* counts these coalitions. Sources of the indices: Penrose (1946) and Banzhaf
//! (1965); Shapley and Shubik (1954); Coleman (1971); Deegan and Packel (1978); Johnston (1978); Holler (1982). Deegan-Packel and
//! Holler use the minimal winning coalitions of the whole rule, Johnston its coalitions with at least one critical member.

mod answer;
#[cfg(feature = "counting")]
mod bounded;
#[cfg(not(feature = "counting"))]
#[path = "fractions_only.rs"]
mod bounded;
mod constituency;
mod counted;
mod index;
mod union;

pub use answer::{ConstituencyPower, IndexValue, MeasureAnswer, MemberPower, PowerSums, UnionPower};
pub use index::PowerIndex;
pub use union::Unions;

use serde::{Deserialize, Serialize};

use self::counted::Counted;
use self::index::Indices;
#[cfg(feature = "counting")]
use super::attendance::{Attendance, attended};
use super::game::{Game, PowerMethod, Wanted, Ways};
use super::rule::{Compiled, Rule, Rules};
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, Roster};
use crate::unit::{Count, Exact};

/// Power is measured in groups of up to this many members.
pub const MOST_MEMBERS_MEASURED: usize = 1_000;

/// A rule to measure power under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// The indices to answer. Those left out are null in the answer. Where absent, all that can be worked out for this group;
    /// `left_out` in the answer names the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indices: Option<Vec<PowerIndex>>,
    /// Members who have agreed to vote together, for the three indices for such unions: `"constituencies"`, or lists of member ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unions: Option<Unions>,
    /// Exact fractions as far as they can be had, or decimals.
    #[serde(default)]
    pub numbers: PowerNumbers,
    /// How often people come, and who votes for whom, for power as the group really meets: `attendance` in the answer. The rest of the
    /// answer is about everybody attending.
    #[cfg(feature = "counting")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
}

/// What the indices are to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PowerNumbers {
    /// Exact fractions. Decimals, each with the most that it may be wrong, only for one weighted vote of so many members that not even
    /// the Shapley-Shubik index can be had as a fraction.
    #[default]
    Fractions,
    /// Decimals, each with the most that it may be wrong, for one weighted vote: for a thousand members a hundred times as fast. Other
    /// rules are answered with fractions.
    Decimals,
}

/// Measures power.
///
/// # Errors
/// Those of checking the members and the rule; `no_exact_answer` if no way of counting is fast enough for this group and rule;
/// `too_much_work` if what the constituencies can do takes more than [`super::MOST_VOTES_LOOKED_AT`].
pub fn measure(request: &MeasureRequest) -> Result<MeasureAnswer, ErrorReport> {
    measure_by(request, None)
}

/// Measures power by a way of counting named by the caller, so that ways can be compared; by the fastest where none is named. What
/// constituencies and unions do is counted in the fastest way always.
///
/// # Errors
/// As for [`measure`]; `no_exact_answer` also if the way named does not suit the group and rule.
pub fn measure_by(request: &MeasureRequest, method: Option<PowerMethod>) -> Result<MeasureAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let unions = match &request.unions {
        None => None,
        Some(unions) => Some(unions.resolved(&roster, &root.key("unions"))?),
    };
    let asked =
        Asked { indices: request.indices.as_deref(), unions: unions.as_deref(), method, numbers: request.numbers, within: None };
    #[cfg_attr(not(feature = "counting"), expect(unused_mut, reason = "the small build answers nothing about attendance"))]
    let mut answer = answered(&rule, &roster, asked).map_err(|error| {
        // What is too much is the rule as a whole.
        if error.path.is_empty() { ErrorReport { path: root.key("rule").to_string(), ..error } } else { error }
    })?;
    #[cfg(feature = "counting")]
    if let Some(attendance) = &request.attendance {
        answer.attendance = Some(attended(&rule, &roster, attendance, &root.key("attendance"))?);
    }
    Ok(answer)
}

/// Measures power under a checked rule, for those who build rules of checked ones. All indices where `indices` is absent.
///
/// # Errors
/// As for [`measure`]; the path is empty.
pub fn measure_compiled(rule: &Compiled, roster: &Roster, indices: Option<&[PowerIndex]>) -> Result<MeasureAnswer, ErrorReport> {
    answered(rule, roster, Asked { indices, ..Asked::default() })
}

/// The same in fractions or in decimals.
#[cfg(feature = "counting")]
pub(super) fn measure_in(
    rule: &Compiled,
    roster: &Roster,
    indices: &[PowerIndex],
    numbers: PowerNumbers,
) -> Result<MeasureAnswer, ErrorReport> {
    answered(rule, roster, Asked { indices: Some(indices), numbers, ..Asked::default() })
}

/// One of the two indices that are shares of swings or of pivots, member by member; nothing if the rule always or never passes.
#[cfg(feature = "counting")]
pub(super) fn shares(rule: &Compiled, index: PowerIndex) -> Result<Option<Vec<Exact>>, ErrorReport> {
    let game = Game::of(rule);
    let counted = Ways::new(&game, None).count(PowerIndex::wanted(&[index]))?;
    if counted.tallies.constant() {
        return Ok(None);
    }
    let values = Indices::of(&counted.tallies).map_err(ErrorReport::internal)?;
    Ok(Some(union::spread(&game, values.values(index), rule.len())))
}

/// Measures power for those who have more to do than that: what takes more than about so many nanoseconds is refused.
#[cfg(feature = "counting")]
pub(super) fn measure_within(
    rule: &Compiled,
    roster: &Roster,
    indices: &[PowerIndex],
    nanoseconds: u64,
) -> Result<MeasureAnswer, ErrorReport> {
    answered(rule, roster, Asked { indices: Some(indices), within: Some(nanoseconds), ..Asked::default() })
}

/// The same with decimals where these are as good and far faster: one weighted vote of many members.
#[cfg(feature = "counting")]
pub(super) fn measure_quickly(rule: &Compiled, roster: &Roster, indices: &[PowerIndex]) -> Result<MeasureAnswer, ErrorReport> {
    /// Up to so many members fractions are quick.
    const FEW: usize = 60;
    const NANOSECONDS: u64 = 1_000_000_000;
    let numbers = if rule.len() > FEW { PowerNumbers::Decimals } else { PowerNumbers::Fractions };
    answered(rule, roster, Asked { indices: Some(indices), numbers, within: Some(NANOSECONDS), ..Asked::default() })
}

/// What is asked of a rule and its members.
#[derive(Debug, Clone, Copy, Default)]
struct Asked<'a> {
    indices: Option<&'a [PowerIndex]>,
    unions: Option<&'a [Vec<usize>]>,
    method: Option<PowerMethod>,
    numbers: PowerNumbers,
    /// What may be worked out takes roughly so many nanoseconds at most; no less than the limits of the ways to count where absent.
    within: Option<u64>,
}

fn answered(rule: &Compiled, roster: &Roster, request: Asked<'_>) -> Result<MeasureAnswer, ErrorReport> {
    let Asked { indices, unions, method, numbers, within } = request;
    let game = Game::of(rule);
    let ways = Ways::new(&game, method);
    if method.is_none()
        && numbers == PowerNumbers::Decimals
        && let Some(answer) = bounded::answered(rule, roster, &game, request)?
    {
        return Ok(answer);
    }
    let asked = match indices {
        Some(asked) => asked.to_vec(),
        None => PowerIndex::possible(|wanted| ways.possible(wanted)),
    };
    // Decimals of all that chances give are more use than fractions of less.
    if method.is_none() && indices.is_none() && !asked.contains(&PowerIndex::ShapleyShubik) {
        let answer = bounded::answered(rule, roster, &game, Asked { indices: None, ..request })?;
        if let Some(answer) = answer.filter(|answer| !answer.left_out.contains(&PowerIndex::ShapleyShubik)) {
            return Ok(answer);
        }
    }
    let mut wanted = PowerIndex::wanted(&asked);
    // The constituencies' sums are of two indices.
    let with_sums = Wanted { by_size: true, ..wanted };
    if !roster.constituencies().is_empty() && ways.possible_within(with_sums, within) {
        wanted = with_sums;
    }
    let counted = match ways.count_within(wanted, within) {
        Ok(counted) => counted,
        Err(error) if method.is_some() => return Err(error.into()),
        Err(error) => return bounded::answered(rule, roster, &game, request)?.ok_or_else(|| error.into()),
    };
    let tallies = &counted.tallies;
    let values = Indices::of(tallies).map_err(ErrorReport::internal)?;
    let together = unions.map(|unions| union::Together::of(&game, rule.len(), unions)).transpose()?;
    let power = Counted { tallies, indices: &values, silent: game.silent };
    let constant = tallies.constant();
    Ok(MeasureAnswer {
        members: answer::members(rule, roster, &game, &power, &asked, together.as_ref()),
        constituencies: constituency::constituencies(rule, roster, &game, &power)?,
        unions: together.map(|together| together.lines(rule)).unwrap_or_default(),
        winning: Some(Count::from(&tallies.winning << game.silent)),
        minimal_winning: tallies.minimal.as_ref().filter(|_| wanted.minimal).map(|minimal| Count::from(minimal.count.clone())),
        coleman_act: if constant {
            None
        } else {
            Exact::new(tallies.winning.clone(), tallies.coalitions()).map(IndexValue::exactly)
        },
        constant,
        method: "exact".to_owned(),
        algorithm: counted.words,
        left_out: answer::left_out(indices, &asked),
        #[cfg(feature = "counting")]
        attendance: None,
    })
}

#[cfg(test)]
mod tests;
