//! Tries the rules of a family: all of them, or from several starts to nearer and nearer ones.

use std::collections::BTreeMap;

use super::super::game::{Game, Wanted, Ways};
use super::super::measure::{PowerIndex, shares};
use super::super::rule::{Compiled, Rule, Rules};
use super::answer::DesignGap;
use super::space::Space;
use super::target::Goal;
use super::{DesignMeasure, MOST_RULES_TRIED};
use crate::error::{ErrorReport, Pointer};
use crate::group::Roster;
use crate::unit::Exact;

/// Trying rules may take so long, by an estimate that was seen to be exceeded by half: about three seconds.
const MOST_NANOSECONDS: u64 = 2_000_000_000;

/// What trying one rule takes besides counting, and for each member.
const EACH_NANOSECONDS: u64 = 50_000;
const EACH_MEMBER_NANOSECONDS: u64 = 20_000;

/// A rule that was tried.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) rule: Rule,
    /// The shares achieved, as the target has them.
    pub(super) shares: Vec<Exact>,
    pub(super) gap: DesignGap,
    /// Its weights and bars.
    pub(super) settings: Vec<u32>,
}

/// What was found.
pub(super) struct Found {
    /// The nearest, with different shares each.
    pub(super) best: Vec<Candidate>,
    pub(super) tried: u64,
    /// Rules that were not tried, as another order of the same weights is at least as near and not near enough.
    pub(super) passed_over: u64,
    /// Whether all other rules that differ were tried.
    pub(super) complete: bool,
    /// The gap of something nearer outside the family, if that is known.
    pub(super) unequal: Option<DesignGap>,
}

/// Puts the nearest first: by the measure, by the other one, by the sum of weights and bars, by the numbers one after another.
pub(super) fn ordered(candidates: &mut [Candidate], measure: DesignMeasure) {
    candidates.sort_by_cached_key(|one| (one.gap.by(measure), one.settings.iter().sum::<u32>(), one.settings.clone()));
}

/// The first few with different shares.
pub(super) fn kept(candidates: Vec<Candidate>, keep: usize) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if kept.len() == keep {
            break;
        }
        if !kept.iter().any(|known| known.shares == candidate.shares) {
            kept.push(candidate);
        }
    }
    kept
}

pub(super) fn nearest(
    space: &Space,
    goal: &Goal,
    roster: &Roster,
    index: PowerIndex,
    measure: DesignMeasure,
    keep: usize,
) -> Result<Found, ErrorReport> {
    let mut search = Search { space, goal, roster, index, measure, known: BTreeMap::new(), tried: 0, most: 0 };
    search.most = MOST_RULES_TRIED.min(MOST_NANOSECONDS / search.nanoseconds().max(1));
    let tops = space.tops();
    // Most lists of numbers are no rule of their own: they are passed over quickly.
    let all = tops.iter().map(|top| u64::from(*top) + 1).fold(1, u64::saturating_mul);
    let complete = all <= search.most.saturating_mul(5) && search.count(&tops) <= search.most;
    if complete {
        let mut settings = Some(vec![0; tops.len()]);
        while let Some(now) = settings {
            search.look(&now)?;
            settings = next(now, &tops);
        }
    } else {
        for start in space.starts() {
            search.descend(start, &tops)?;
        }
    }
    let mut candidates: Vec<Candidate> = search.known.into_values().flatten().collect();
    ordered(&mut candidates, measure);
    Ok(Found { best: kept(candidates, keep), tried: search.tried, passed_over: 0, complete, unequal: None })
}

/// The next list of numbers, which run like the digits of a number; nothing after the last.
fn next(mut settings: Vec<u32>, tops: &[u32]) -> Option<Vec<u32>> {
    for (own, top) in settings.iter_mut().zip(tops) {
        if *own < *top {
            *own += 1;
            return Some(settings);
        }
        *own = 0;
    }
    None
}

struct Search<'a> {
    space: &'a Space,
    goal: &'a Goal,
    roster: &'a Roster,
    index: PowerIndex,
    measure: DesignMeasure,
    /// What was looked at, with the rule where there is one.
    known: BTreeMap<Vec<u32>, Option<Candidate>>,
    tried: u64,
    most: u64,
}

impl Search<'_> {
    /// Roughly what trying one rule takes: the first start that is a rule.
    fn nanoseconds(&self) -> u64 {
        let wanted = Wanted { by_size: self.index == PowerIndex::ShapleyShubik, ..Wanted::default() };
        let none = Rules::default();
        let compiled = |rule: Rule| Compiled::new(&rule, &Pointer::root(), self.roster, &none).ok();
        let rules = self.space.starts().into_iter().filter_map(|start| self.space.rule(&start, self.roster)).filter_map(compiled);
        let each = rules.map(|rule| Ways::new(&Game::of(&rule), None).nanoseconds(wanted).unwrap_or(MOST_NANOSECONDS));
        let besides = EACH_NANOSECONDS + EACH_MEMBER_NANOSECONDS * self.roster.len() as u64;
        each.max().unwrap_or(0).saturating_add(besides)
    }

    /// How many rules of the family there are, as far as that is no more than may be tried.
    fn count(&self, tops: &[u32]) -> u64 {
        let (mut count, mut settings) = (0, Some(vec![0; tops.len()]));
        while let Some(now) = settings {
            count += u64::from(self.space.rule(&now, self.roster).is_some());
            if count > self.most {
                break;
            }
            settings = next(now, tops);
        }
        count
    }

    /// The rule with these numbers, tried once; nothing if there is none.
    fn look(&mut self, settings: &[u32]) -> Result<Option<&Candidate>, ErrorReport> {
        if !self.known.contains_key(settings) {
            let candidate = self.tried(settings)?;
            self.known.insert(settings.to_vec(), candidate);
        }
        Ok(self.known.get(settings).and_then(Option::as_ref))
    }

    fn tried(&mut self, settings: &[u32]) -> Result<Option<Candidate>, ErrorReport> {
        let Some(rule) = self.space.rule(settings, self.roster) else { return Ok(None) };
        self.tried += 1;
        let compiled = Compiled::new(&rule, &Pointer::root(), self.roster, &Rules::default())?;
        let Some(members) = shares(&compiled, self.index)? else { return Ok(None) };
        let shares = self.goal.achieved(&members);
        let gap = self.goal.gap(&shares);
        Ok(Some(Candidate { rule, shares, gap, settings: settings.to_vec() }))
    }

    /// Goes to the nearest of the neighbours, as long as one is nearer: one number or two changed, by one each.
    fn descend(&mut self, start: Vec<u32>, tops: &[u32]) -> Result<(), ErrorReport> {
        let key = |one: &Candidate, measure| (one.gap.by(measure), one.settings.iter().sum::<u32>(), one.settings.clone());
        let measure = self.measure;
        let (mut here, mut best) = (start.clone(), self.look(&start)?.map(|one| key(one, measure)));
        loop {
            let mut nearer = None;
            for next in neighbours(&here, tops) {
                // Lists of numbers that are no rule take time too.
                if self.tried >= self.most || self.known.len() as u64 >= 2 * self.most {
                    break;
                }
                let Some(found) = self.look(&next)?.map(|one| key(one, measure)) else { continue };
                if best.as_ref().is_none_or(|best| found < *best) {
                    best = Some(found);
                    nearer = Some(next);
                }
            }
            match nearer {
                Some(next) => here = next,
                None => return Ok(()),
            }
        }
    }
}

/// The lists in which one number, or two, are changed by one.
fn neighbours(here: &[u32], tops: &[u32]) -> Vec<Vec<u32>> {
    let moved = |from: &[u32], at: usize, up: bool| -> Option<Vec<u32>> {
        let mut to = from.to_vec();
        let own = to.get_mut(at)?;
        *own =
            if up { own.checked_add(1).filter(|own| tops.get(at).is_some_and(|top| own <= top))? } else { own.checked_sub(1)? };
        Some(to)
    };
    let mut all = Vec::new();
    for one in 0..here.len() {
        for up in [false, true] {
            let Some(first) = moved(here, one, up) else { continue };
            for other in one + 1..here.len() {
                all.extend([false, true].into_iter().filter_map(|up| moved(&first, other, up)));
            }
            all.push(first);
        }
    }
    all
}
