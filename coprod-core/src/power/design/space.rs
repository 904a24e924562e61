//! The families of rules, each as lists of whole numbers: weights and bars.

use super::super::rule::{Bar, Compiled, Leaf, Node, Rule, Rules, Votes, Who};
use super::target::Goal;
use super::{DesignFamily, MOST_WEIGHT_DESIGNED, WEIGHT};
use crate::error::{Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Exact, Id, IdMap, Ratio};

/// A family of rules.
pub(super) enum Space {
    /// The weight of each class of members, and how far the bar is above the lowest above half.
    Weights { classes: Vec<Vec<usize>>, per_head: Vec<Exact>, most: u32 },
    /// How far the bar is above the lowest above half.
    Quota { weights: Vec<u32> },
    /// The bar overall, then that of each constituency: 0 for none.
    Structure { sides: Vec<(Id, u32)> },
}

impl Space {
    pub(super) fn new(family: &DesignFamily, goal: &Goal, roster: &Roster, path: &Pointer) -> Result<Self, PowerError> {
        match family {
            DesignFamily::Weights(asked) => {
                let most = asked.most.unwrap_or(WEIGHT);
                if !(1..=MOST_WEIGHT_DESIGNED).contains(&most) {
                    let detail = format!("a largest weight of {most} is outside 1 to {MOST_WEIGHT_DESIGNED}");
                    return Err(PowerError::OutOfRange { path: path.key("weights").key("most"), detail });
                }
                Ok(Self::Weights { classes: goal.classes(), per_head: goal.per_head(), most })
            }
            DesignFamily::Quota(weights) => quota(weights, roster, &path.key("quota")),
            DesignFamily::Structure(_) => match roster.constituencies() {
                [] => Err(PowerError::NoConstituencies { path: path.key("structure") }),
                sides => Ok(Self::Structure {
                    sides: sides.iter().map(|(id, seats)| (id.clone(), u32::try_from(seats.len()).unwrap_or(u32::MAX))).collect(),
                }),
            },
        }
    }

    pub(super) fn most_weight(&self) -> u32 {
        match self {
            Self::Weights { most, .. } => *most,
            Self::Quota { weights } => weights.iter().copied().max().unwrap_or(0),
            Self::Structure { .. } => 1,
        }
    }

    /// The highest value of each number; the lowest is 0.
    pub(super) fn tops(&self) -> Vec<u32> {
        match self {
            Self::Weights { classes, most, .. } => {
                let all: u32 = classes.iter().map(|class| most * heads(class)).sum();
                classes.iter().map(|_| *most).chain([above(all)]).collect()
            }
            Self::Quota { weights } => vec![above(weights.iter().sum())],
            Self::Structure { sides } => {
                let all: u32 = sides.iter().map(|(_, seats)| seats).sum();
                [above(all) + 1].into_iter().chain(sides.iter().map(|(_, seats)| *seats)).collect()
            }
        }
    }

    /// Where a search starts.
    pub(super) fn starts(&self) -> Vec<Vec<u32>> {
        match self {
            Self::Weights { classes, per_head, most } => {
                let top = per_head.iter().max().cloned().unwrap_or_else(Exact::one);
                let scaled = |scale: u32| -> Vec<u32> {
                    let weight = |share: &Exact| -> u32 {
                        // Rounded to the nearest: twice the value, one more, halved.
                        let part = share.divided_by(&top).unwrap_or_else(Exact::zero).thousandths();
                        (2 * part * scale + 1_000) / 2_000
                    };
                    per_head.iter().map(weight).collect()
                };
                let scales = [*most, (most * 2).div_ceil(3), most.div_ceil(2), most.div_ceil(3), 1];
                let mut starts = Vec::new();
                for weights in scales.into_iter().map(scaled) {
                    let all: u32 = classes.iter().zip(&weights).map(|(class, weight)| heads(class) * weight).sum();
                    for bar in [0, above(all) / 3, above(all)] {
                        starts.push(weights.iter().copied().chain([bar]).collect());
                    }
                }
                starts
            }
            Self::Quota { .. } => vec![vec![0]],
            Self::Structure { sides } => {
                let majority = |seats: u32| seats / 2 + 1;
                let each: Vec<u32> = sides.iter().map(|(_, seats)| majority(*seats)).collect();
                let all: Vec<u32> = sides.iter().map(|(_, seats)| *seats).collect();
                let none = vec![0; sides.len()];
                let one = vec![1; sides.len()];
                let with = |overall: u32, bars: &[u32]| [overall].into_iter().chain(bars.iter().copied()).collect();
                vec![with(0, &each), with(1, &each), with(1, &none), with(1, &one), with(0, &all)]
            }
        }
    }

    /// The rule with these numbers; nothing where there is none, or the same with lower ones.
    pub(super) fn rule(&self, settings: &[u32], roster: &Roster) -> Option<Rule> {
        match self {
            Self::Weights { classes, .. } => {
                let mut weights = vec![0; roster.len()];
                for (class, weight) in classes.iter().zip(settings) {
                    for member in class {
                        *weights.get_mut(*member)? = *weight;
                    }
                }
                let common = weights.iter().fold(0, |common, weight| num_integer::gcd(common, *weight));
                if common != 1 {
                    return None;
                }
                weighted_rule(&weights, *settings.last()?, roster)
            }
            Self::Quota { weights } => weighted_rule(weights, *settings.first()?, roster),
            Self::Structure { sides } => structure(sides, settings),
        }
    }
}

fn heads(class: &[usize]) -> u32 {
    u32::try_from(class.len()).unwrap_or(u32::MAX)
}

/// How many more bars above half there are than the lowest, for so many votes.
const fn above(all: u32) -> u32 {
    all.div_ceil(2).saturating_sub(1)
}

fn quota(weights: &IdMap<Ratio>, roster: &Roster, path: &Pointer) -> Result<Space, PowerError> {
    let most = Ratio::from(i32::try_from(MOST_WEIGHT_DESIGNED).unwrap_or(i32::MAX));
    if let Some((id, weight)) = weights.iter().find(|(_, weight)| **weight > most) {
        let detail = format!("a weight of {weight} is above {MOST_WEIGHT_DESIGNED}");
        return Err(PowerError::OutOfRange { path: path.key(id.as_str()), detail });
    }
    let votes = Votes { at_least: Some(Ratio::ONE), weights: Some(weights.clone()), ..Votes::default() };
    // Checked as a part of a rule would be; what is wrong is in the weights.
    let compiled = Compiled::new(&Rule::Votes(votes), &Pointer::root(), roster, &Rules::default()).map_err(|error| {
        let at = error.path().within("/votes/weights", path.as_str()).unwrap_or_else(|| path.clone());
        error.with_path(at)
    })?;
    let mut own = vec![0; roster.len()];
    if let Node::Leaf(Leaf::Votes { voters, bar: Bar::Count(_), .. }) = compiled.root() {
        for (member, weight) in voters {
            if let Some(own) = own.get_mut(*member) {
                *own = u32::try_from(*weight).unwrap_or(u32::MAX);
            }
        }
    }
    Ok(Space::Quota { weights: own })
}

/// A number of votes as a bar.
pub(super) fn whole(votes: u32) -> Ratio {
    i32::try_from(votes).map_or(Ratio::ONE, Ratio::from)
}

/// Votes with these weights; without any word of weights where all are 1.
pub(super) fn weighted(roster: &Roster, weights: &[u32]) -> Votes {
    if weights.iter().all(|weight| *weight == 1) {
        return Votes::default();
    }
    let named = roster.ids().iter().zip(weights).map(|(id, weight)| (id.clone(), whole(*weight)));
    Votes { weights: Some(named.collect()), ..Votes::default() }
}

fn weighted_rule(weights: &[u32], extra: u32, roster: &Roster) -> Option<Rule> {
    let all: u32 = weights.iter().sum();
    if all == 0 || extra > above(all) {
        return None;
    }
    // A bar that no sum hits is the same as the next higher, which is tried as well.
    let bar = all / 2 + 1 + extra;
    let mut reached = vec![false; usize::try_from(all).ok()? + 1];
    *reached.first_mut()? = true;
    for weight in weights {
        let weight = usize::try_from(*weight).ok()?;
        for sum in (weight..reached.len()).rev() {
            if reached.get(sum - weight).copied().unwrap_or(false) {
                *reached.get_mut(sum)? = true;
            }
        }
    }
    if !reached.get(usize::try_from(bar).ok()?).copied().unwrap_or(false) {
        return None;
    }
    Some(Rule::Votes(Votes { at_least: Some(whole(bar)), ..weighted(roster, weights) }))
}

/// Bars overall and by constituency, if a motion and its opposite can never both pass.
fn structure(sides: &[(Id, u32)], settings: &[u32]) -> Option<Rule> {
    let (overall, bars) = settings.split_first()?;
    let all: u32 = sides.iter().map(|(_, seats)| seats).sum();
    let safe = *overall > 0 || sides.iter().zip(bars).any(|((_, seats), bar)| 2 * bar > *seats);
    let overall_bar = if *overall == 0 { 0 } else { all / 2 + overall };
    // A bar overall that the constituencies' bars reach together says nothing; nor does one of them that the overall bar implies.
    let together: u32 = bars.iter().sum();
    let implied = |seats: u32, bar: u32| bar > 0 && overall_bar + seats >= all + bar;
    let idle = (*overall > 0 && together >= overall_bar) || sides.iter().zip(bars).any(|((_, seats), bar)| implied(*seats, *bar));
    if !safe || idle || overall_bar > all {
        return None;
    }
    let votes = |bar: u32, among: Option<Who>| Rule::Votes(Votes { at_least: Some(whole(bar)), among, ..Votes::default() });
    let mut parts: Vec<Rule> = if *overall > 0 { vec![votes(overall_bar, None)] } else { Vec::new() };
    let sided = sides.iter().zip(bars).filter(|(_, bar)| **bar > 0);
    parts.extend(sided.map(|((id, _), bar)| votes(*bar, Some(Who::Constituency(id.clone())))));
    match parts.pop() {
        Some(only) if parts.is_empty() => Some(only),
        last => Some(Rule::All(parts.into_iter().chain(last).collect())),
    }
}
