//! What a change does to everybody: who gains and loses power, vetoes, and votes that matter.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::search::Steps;
use super::super::sheet::Sheet;
use super::Asked;
use super::trial::{Change, holds};
use crate::error::ErrorReport;
use crate::power::measure::{MeasureAnswer, PowerIndex, measure_quickly};
use crate::unit::{Exact, Id};

/// A changed rule is measured if so few numbers of yes by kind tell its outcomes apart.
const MOST_CELLS: u64 = 1 << 14;

/// What a change does to everybody's power.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismEffect {
    /// How much power moves in all, by the Shapley-Shubik index: what those who gain gain together.
    pub moved: Exact,
    /// Whose share of power changes, members with the same change together; those who gain most come first.
    pub shares: Vec<TokenismShift>,
    /// Others whose votes never mattered and now can.
    pub also_given_weight: Vec<Id>,
    /// Members whose votes mattered and now never do.
    pub lose_all_weight: Vec<Id>,
    /// Members without whom nothing passes any more, and who had no veto before.
    pub new_vetoes: Vec<Id>,
    /// Members who had a veto and have none now.
    pub lost_vetoes: Vec<Id>,
}

/// A share of power before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismShift {
    /// Members for each of whom this is so.
    pub members: Vec<Id>,
    /// The Shapley-Shubik index before.
    pub before: Exact,
    /// The Shapley-Shubik index after.
    pub after: Exact,
}

/// Power before any change.
pub(super) struct Before<'a> {
    measured: Option<&'a MeasureAnswer>,
    shares: Option<Vec<Exact>>,
}

impl<'a> Before<'a> {
    pub(super) fn of(asked: &Asked<'a>) -> Self {
        Self { measured: asked.measured, shares: asked.measured.and_then(exact_shares) }
    }

    /// What a change does, after it was tried again; nothing where measuring would take too long.
    ///
    /// # Errors
    /// If the change does not do what it should: a fault of the library.
    pub(super) fn effect(
        &self,
        asked: &Asked<'_>,
        change: &Change,
        member: usize,
        steps: &mut Steps,
    ) -> Result<Option<TokenismEffect>, ErrorReport> {
        let failed = || ErrorReport::internal("a change gives weight when it is tried again");
        if !holds(change, member) {
            return Err(failed());
        }
        let sheet = Sheet::of(&change.compiled);
        let (kinds, _) = sheet.kinds();
        let cells = kinds.iter().map(|kind| kind.len() as u64 + 1).fold(1_u64, u64::saturating_mul);
        let work = cells.saturating_mul(8 * (sheet.parts.len() as u64 + 1));
        let (Some(before), Some(shares)) = (self.measured, &self.shares) else { return Ok(None) };
        if cells > MOST_CELLS || !steps.spend(usize::try_from(work).unwrap_or(usize::MAX)) {
            return Ok(None);
        }
        let Ok(after) = measure_quickly(&change.compiled, asked.roster, &[PowerIndex::ShapleyShubik]) else { return Ok(None) };
        let Some(new_shares) = exact_shares(&after) else { return Ok(None) };
        if change.by_vote && after.members.get(member).is_none_or(|line| line.dummy) {
            return Err(failed());
        }
        let ids = asked.compiled.ids();
        let mut moved: BTreeMap<(Exact, Exact), Vec<Id>> = BTreeMap::new();
        let mut gains = Vec::new();
        for ((before, after), id) in shares.iter().zip(&new_shares).zip(ids) {
            if before != after {
                moved.entry((before.clone(), after.clone())).or_default().push(id.clone());
            }
            if after > before {
                gains.push(after.minus(before));
            }
        }
        let mut lines: Vec<TokenismShift> =
            moved.into_iter().map(|((before, after), members)| TokenismShift { members, before, after }).collect();
        lines.sort_by_key(|line| line.before.minus(&line.after));
        let pick = |wanted: &dyn Fn(usize) -> bool| -> Vec<Id> {
            ids.iter().enumerate().filter(|(number, _)| wanted(*number)).map(|(_, id)| id.clone()).collect()
        };
        let dummy = |of: &MeasureAnswer, number: usize| of.members.get(number).is_some_and(|line| line.dummy);
        let veto = |of: &MeasureAnswer, number: usize| of.members.get(number).is_some_and(|line| line.veto);
        Ok(Some(TokenismEffect {
            moved: Exact::sum(&gains),
            shares: lines,
            also_given_weight: pick(&|number| number != member && dummy(before, number) && !dummy(&after, number)),
            lose_all_weight: pick(&|number| !dummy(before, number) && dummy(&after, number)),
            new_vetoes: pick(&|number| !veto(before, number) && veto(&after, number)),
            lost_vetoes: pick(&|number| veto(before, number) && !veto(&after, number)),
        }))
    }
}

fn exact_shares(measured: &MeasureAnswer) -> Option<Vec<Exact>> {
    measured.members.iter().map(|line| line.shapley_shubik.as_ref()?.exact.clone()).collect()
}
