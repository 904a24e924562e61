//! How far a bar can move before anything changes.

use num_bigint::BigUint;

use super::super::compare::deadlock;
use super::super::game::Game;
use super::super::rule::{Bar, Base as VoteBase, Compiled, Leaf, Node, Rule, Rules, Votes, explain};
use super::Base;
use super::answer::{BarAsks, BarRange, BarSensitivity, VotesRange, WhatIf};
use super::leaves::{VotesPart, replaced};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Count, Ratio};

/// The bars at which something in the part itself changes, from low to high, each as "at least" so much.
enum Steps {
    /// So many votes of all: 1 to all.
    Votes { all: u64 },
    /// The shares that so many votes are of all.
    Shares { all: u64 },
    /// The same for an even number of votes cast, with a second vote at a tie: at a tie the base is one more, and half of the votes say yes, or
    /// one more. The one share is between those of one vote less than half and half, the other between half and one more.
    Tie { all: u64 },
}

impl Steps {
    fn of(bar: Bar, all: u64, casting: bool) -> Self {
        match bar {
            Bar::Count(_) => Self::Votes { all },
            Bar::Share { of: VoteBase::Cast, .. } if casting && all.is_multiple_of(2) => Self::Tie { all },
            Bar::Share { .. } => Self::Shares { all },
        }
    }

    /// The number of the last.
    fn last(&self) -> u64 {
        match self {
            Self::Votes { all } | Self::Shares { all } => all.saturating_sub(1),
            Self::Tie { all } => all + 1,
        }
    }

    /// The bar of this number, from 0.
    fn bar(&self, number: u64) -> Result<Ratio, PowerError> {
        let share = |votes: u64, all: u64| -> Result<Ratio, PowerError> {
            let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
            Ok(Ratio::new(whole(votes), whole(all))?)
        };
        match *self {
            Self::Votes { .. } => share(number + 1, 1),
            Self::Shares { all } => share(number + 1, all),
            Self::Tie { all } => match (number + 1).saturating_sub(all / 2) {
                0 if number + 1 < all / 2 => share(number + 1, all),
                0 => share(all / 2, all + 1),
                1 => share(all / 2, all),
                2 => share(all / 2 + 1, all + 1),
                _ => share(number - 1, all),
            },
        }
    }

    /// A bar in words.
    fn said(&self, number: u64) -> Result<String, PowerError> {
        Ok(match self {
            Self::Votes { all } | Self::Shares { all } => format!("{} of {all} votes", number + 1),
            Self::Tie { .. } => format!("a share of {}", self.bar(number)?),
        })
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
    let steps = Steps::of(*bar, all, casting.is_some());
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
    let last = steps.last();
    let top = farthest(last.saturating_sub(now), |by| Ok(winning(now + by)? == same))? + now;
    let bottom = now - farthest(now, |by| Ok(winning(now - by)? == same))?;
    let tried = |number: u64| -> Result<WhatIf, ErrorReport> {
        let what = format!("with a bar of at least {} in the part {}", steps.said(number)?, part.place());
        base.tried(what, Vec::new(), None, with(number)?)
    };
    let range = range(part, &steps, bottom, top)?;
    let counted = match steps {
        // With a second vote at a tie so many votes are not so many.
        Steps::Shares { .. } if casting.is_some() && all.is_multiple_of(2) => None,
        Steps::Votes { .. } | Steps::Shares { .. } => Some((bottom + 1, now + 1, top + 1)),
        Steps::Tie { .. } => None,
    };
    let votes = counted.map(|(from, now, to)| VotesRange { now: Count::from(now), from: Count::from(from), to: Count::from(to) });
    let up = if top < last { Some(tried(top + 1)?) } else { None };
    let down = bottom.checked_sub(1).map(tried).transpose()?;
    let rule = explain(&Rule::Votes(part.votes.clone())).join(" ");
    let mut words = format!("{rule}: {}", told(&range, &steps, (bottom, top), votes.as_ref())?);
    for change in down.iter().chain(&up) {
        words.push_str(&format!(". {}", change.sentence()));
    }
    Ok(BarSensitivity { part: part.place().to_owned(), rule, bar: range, votes, of: Count::from(all), up, down, words })
}

/// The bars, as the part has them, under which everything comes out as under "at least" any of these steps.
fn range(part: &VotesPart, steps: &Steps, bottom: u64, top: u64) -> Result<BarRange, PowerError> {
    let (asks, now) = match (part.votes.more_than, part.votes.at_least) {
        (Some(bar), _) => (BarAsks::MoreThan, bar),
        (None, bar) => (BarAsks::AtLeast, bar.unwrap_or(Ratio::ONE)),
    };
    let strict = asks == BarAsks::MoreThan;
    if let Steps::Votes { .. } = steps {
        // More than so many whole votes is at least one more.
        let bar = |number: u64| {
            if strict { number.checked_sub(1).map_or(Ok(Ratio::ZERO), |below| steps.bar(below)) } else { steps.bar(number) }
        };
        return Ok(BarRange { asks, now, from: bar(bottom)?, from_included: true, to: bar(top)?, to_included: true });
    }
    // Whoever reaches the step below does not pass, and whoever reaches the highest does: at least any share between them, that of
    // the highest included, and more than any share between them, that of the step below included.
    let from = bottom.checked_sub(1).map_or(Ok(Ratio::ZERO), |below| steps.bar(below))?;
    Ok(BarRange { asks, now, from, from_included: strict, to: steps.bar(top)?, to_included: !strict })
}

/// How far the bar can move, in words.
fn told(range: &BarRange, steps: &Steps, (bottom, top): (u64, u64), votes: Option<&VotesRange>) -> Result<String, PowerError> {
    if bottom == 0 && top == steps.last() {
        return Ok("no other bar changes anything when everybody votes".to_owned());
    }
    if let Steps::Votes { .. } = steps {
        return Ok(if bottom == top {
            "every other bar changes something".to_owned()
        } else {
            let (from, to) = (steps.said(bottom)?, steps.said(top)?);
            format!("robust from {from} to {to}: between these nothing changes when everybody votes")
        });
    }
    let (from, to) = (range.from, range.to);
    let shares = match range.asks {
        BarAsks::AtLeast => format!("at least any share above {from} and up to {to}"),
        BarAsks::MoreThan => format!("more than any share from {from} to just below {to}"),
    };
    let votes = votes.map(|votes| {
        let to = if votes.from == votes.to { String::new() } else { format!(" to {}", votes.to.number()) };
        format!(", which is at least {}{to} of {} votes", votes.from.number(), steps.last() + 1)
    });
    Ok(format!("robust for {shares}{}: with all of these the same passes when everybody votes", votes.unwrap_or_default()))
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
    let (mut low, mut high) = (0, steps.last());
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
