//! How far a bar can move before anything changes.

use num_bigint::BigUint;

use super::super::compare::deadlock;
use super::super::game::Game;
use super::super::rule::{Bar, Base as VoteBase, Compiled, Leaf, Node, Rule, Rules, Votes, explain};
use super::Base;
use super::answer::{BarRange, BarSensitivity, VotesRange, WhatIf};
use super::leaves::{VotesPart, replaced};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Count, Ratio};

/// Beyond this many votes, bars of parts with a second vote at a tie are not moved.
const MOST_VOTES_WITH_TIES: u64 = 10_000;

/// The bars at which something in the part itself changes, from low to high, each as "at least" so much.
enum Steps {
    /// So many votes of all: 1 to all.
    Votes { all: u64, shares: bool },
    /// Shares, ties among them.
    Shares(Vec<Ratio>),
}

impl Steps {
    fn len(&self) -> u64 {
        match self {
            Self::Votes { all, .. } => *all,
            Self::Shares(list) => list.len() as u64,
        }
    }

    /// The bar of this number, from 0.
    fn bar(&self, number: u64) -> Result<Ratio, PowerError> {
        let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        match self {
            Self::Votes { all, shares } => Ok(Ratio::new(whole(number + 1), if *shares { whole(*all) } else { 1 })?),
            Self::Shares(list) => {
                let at = usize::try_from(number).ok().and_then(|at| list.get(at));
                Ok(at.copied().unwrap_or(Ratio::ONE))
            }
        }
    }
}

pub(super) fn bar(base: &Base<'_>, expanded: &Rule, part: &VotesPart, roster: &Roster) -> Result<BarSensitivity, ErrorReport> {
    let root = Pointer::root();
    let none = Rules::default();
    let own = Compiled::new(&Rule::Votes(part.votes.clone()), &root, roster, &none)?;
    let Node::Leaf(Leaf::Votes { voters, bar, casting }) = own.root() else {
        return Err(ErrorReport::internal("votes are counted where votes are counted"));
    };
    let all: u64 = voters.iter().map(|(_, weight)| weight).sum();
    let steps = steps(*bar, all, casting.is_some())?;
    let with = |number: u64| -> Result<Rule, PowerError> {
        let votes = Votes { at_least: Some(steps.bar(number)?), more_than: None, ..part.votes.clone() };
        Ok(replaced(expanded, &part.at, &votes))
    };
    let winning = |number: u64| -> Result<BigUint, ErrorReport> {
        let rule = Compiled::new(&with(number)?, &root, roster, &none)?;
        let game = Game::of(&rule);
        let counted = deadlock::winning(&game).ok_or(PowerError::TooMuchWork { path: root.key("rule") })?;
        Ok(counted << game.silent)
    };
    let now = position(*bar, &steps)?;
    // The higher the bar, the fewer ways to vote pass, one set inside another: as many are the same ones.
    let same = winning(now)?;
    let last = steps.len().saturating_sub(1);
    let top = farthest(last.saturating_sub(now), |by| Ok(winning(now + by)? == same))? + now;
    let bottom = now - farthest(now, |by| Ok(winning(now - by)? == same))?;
    let tried = |number: u64| -> Result<WhatIf, ErrorReport> {
        let what = format!("with a bar of at least {} in the part {}", said(&steps, number)?, part.place());
        base.tried(what, Vec::new(), None, with(number)?)
    };
    let range = BarRange { now: steps.bar(now)?, from: steps.bar(bottom)?, to: steps.bar(top)? };
    let votes = match steps {
        Steps::Votes { .. } => {
            Some(VotesRange { now: Count::from(now + 1), from: Count::from(bottom + 1), to: Count::from(top + 1) })
        }
        Steps::Shares(_) => None,
    };
    let up = if top < last { Some(tried(top + 1)?) } else { None };
    let down = bottom.checked_sub(1).map(tried).transpose()?;
    let rule = explain(&Rule::Votes(part.votes.clone())).join(" ");
    let mut words = if bottom == top {
        format!("{rule}: every other bar changes something")
    } else {
        format!(
            "{rule}: robust from {} to {}: between these nothing changes when everybody votes",
            said(&steps, bottom)?,
            said(&steps, top)?
        )
    };
    for change in down.iter().chain(&up) {
        words.push_str(&format!(". {}", change.sentence()));
    }
    Ok(BarSensitivity { part: part.place().to_owned(), rule, bar: range, votes, of: Count::from(all), up, down, words })
}

/// A bar in words.
fn said(steps: &Steps, number: u64) -> Result<String, PowerError> {
    Ok(match steps {
        Steps::Votes { all, .. } => format!("{} of {all} votes", number + 1),
        Steps::Shares(_) => format!("a share of {}", steps.bar(number)?),
    })
}

fn steps(bar: Bar, all: u64, casting: bool) -> Result<Steps, PowerError> {
    let Bar::Share { of, .. } = bar else { return Ok(Steps::Votes { all, shares: false }) };
    if !casting || !all.is_multiple_of(2) {
        return Ok(Steps::Votes { all, shares: true });
    }
    if all > MOST_VOTES_WITH_TIES {
        return Err(PowerError::TooMuchWork { path: Pointer::root().key("rule") });
    }
    let whole = i64::try_from(all).unwrap_or(i64::MAX);
    let mut shares: Vec<Ratio> = (1..=whole).map(|votes| Ratio::new(votes, whole)).collect::<Result<_, _>>()?;
    // At a tie half of the votes say yes, or one more; with votes cast as the base it grows by the second vote.
    let base = if of == VoteBase::Cast { whole + 1 } else { whole };
    shares.extend([Ratio::new(whole / 2, base)?, Ratio::new(whole / 2 + 1, base)?]);
    shares.sort_unstable();
    shares.dedup();
    Ok(Steps::Shares(shares))
}

/// The number of the first step that is as much as the bar asks.
fn position(bar: Bar, steps: &Steps) -> Result<u64, PowerError> {
    let enough = |number: u64| -> Result<bool, PowerError> {
        Ok(match bar {
            Bar::Count(count) => number + 1 >= count,
            Bar::Share { share, strict, .. } => {
                let step = steps.bar(number)?;
                step > share || (!strict && step == share)
            }
        })
    };
    let (mut low, mut high) = (0, steps.len().saturating_sub(1));
    while low < high {
        let middle = low + (high - low) / 2;
        if enough(middle)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

/// The most, up to `most`, for which it holds: it does for 0, and never again once it does not.
fn farthest(most: u64, mut holds: impl FnMut(u64) -> Result<bool, ErrorReport>) -> Result<u64, ErrorReport> {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = high - (high - low) / 2;
        if holds(middle)? {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    Ok(low)
}
