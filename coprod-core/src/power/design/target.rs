//! What is aimed at, checked, and how near a rule comes to it.

use super::answer::{DesignGap, DesignedShare};
use super::{DesignMeasure, DesignTarget};
use crate::error::{Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Exact, Id, IdMap, Ratio};

/// The shares aimed at.
pub(super) struct Goal {
    /// Whether they are of constituencies.
    pub(super) for_sides: bool,
    /// By member or constituency: the name, the numbers of its members, and the share.
    pub(super) parts: Vec<(Id, Vec<usize>, Exact)>,
}

impl Goal {
    pub(super) fn new(target: &DesignTarget, roster: &Roster, path: &Pointer) -> Result<Self, PowerError> {
        let (for_sides, shares, at) = match target {
            DesignTarget::Members(shares) => (false, shares, path.key("members")),
            DesignTarget::Constituencies(shares) => (true, shares, path.key("constituencies")),
        };
        let names: Vec<(Id, Vec<usize>)> = if for_sides {
            roster.constituencies().to_vec()
        } else {
            roster.ids().iter().enumerate().map(|(number, id)| (id.clone(), vec![number])).collect()
        };
        if names.is_empty() {
            return Err(PowerError::NoConstituencies { path: at });
        }
        check(shares, for_sides, &names, &at)?;
        let share = |id: &Id| shares.get(id).map_or_else(Exact::zero, |share| Exact::from(*share));
        Ok(Self { for_sides, parts: names.into_iter().map(|(id, seats)| (id.clone(), seats, share(&id))).collect() })
    }

    /// The members in classes of the same target: each constituency, or members with the same share; the higher share first, so that the
    /// order of the request decides nothing.
    pub(super) fn classes(&self) -> Vec<Vec<usize>> {
        let mut classes: Vec<(&Exact, Vec<usize>)> = Vec::new();
        for (_, seats, share) in &self.parts {
            match classes.iter_mut().find(|(known, _)| !self.for_sides && *known == share) {
                Some((_, class)) => class.extend(seats),
                None => classes.push((share, seats.clone())),
            }
        }
        classes.sort_by_key(|(share, class)| std::cmp::Reverse((*share, class.len())));
        classes.into_iter().map(|(_, class)| class).collect()
    }

    /// The share of the target for one member of each class: that of a constituency is divided among its members.
    pub(super) fn per_head(&self) -> Vec<Exact> {
        self.classes()
            .iter()
            .map(|class| {
                let part = self.parts.iter().find(|(_, seats, _)| seats.first() == class.first());
                let (share, heads) = part.map_or_else(|| (Exact::zero(), 1), |(_, seats, share)| (share.clone(), seats.len()));
                Exact::new(heads, 1).and_then(|heads| share.divided_by(&heads)).unwrap_or_else(Exact::zero)
            })
            .collect()
    }

    /// What the members' shares come to, part by part.
    pub(super) fn achieved(&self, members: &[Exact]) -> Vec<Exact> {
        self.parts.iter().map(|(_, seats, _)| Exact::sum(seats.iter().filter_map(|seat| members.get(*seat)))).collect()
    }

    pub(super) fn gap(&self, achieved: &[Exact]) -> DesignGap {
        let (mut largest, mut all) = (Exact::zero(), Vec::new());
        for ((_, _, target), achieved) in self.parts.iter().zip(achieved) {
            let more = achieved.minus(target);
            let gap = if more.is_negative() { Exact::zero().minus(&more) } else { more };
            if gap > largest {
                largest = gap.clone();
            }
            all.push(gap);
        }
        DesignGap { largest, sum: Exact::sum(&all) }
    }

    pub(super) fn lines(&self, achieved: &[Exact]) -> Vec<DesignedShare> {
        let line = |((id, _, target), achieved): (&(Id, Vec<usize>, Exact), &Exact)| DesignedShare {
            id: id.clone(),
            target: target.clone(),
            achieved: achieved.clone(),
            more: achieved.minus(target),
        };
        self.parts.iter().zip(achieved).map(line).collect()
    }
}

fn check(shares: &IdMap<Ratio>, for_sides: bool, names: &[(Id, Vec<usize>)], at: &Pointer) -> Result<(), PowerError> {
    for (id, share) in shares.iter() {
        let path = at.key(id.as_str());
        if !names.iter().any(|(known, _)| known == id) {
            let id = id.to_string();
            return Err(if for_sides {
                PowerError::UnknownConstituency { path, id }
            } else {
                PowerError::UnknownMember { path, id }
            });
        }
        if share.is_negative() {
            return Err(PowerError::OutOfRange { path, detail: format!("a share of {share} is below zero") });
        }
    }
    let all: Vec<Exact> = shares.values().map(|share| Exact::from(*share)).collect();
    let sum = Exact::sum(&all);
    if sum == Exact::one() { Ok(()) } else { Err(PowerError::SharesNotWhole { path: at.clone(), sum: sum.to_string() }) }
}

impl DesignGap {
    /// What is to be small first, and what then.
    pub(super) fn by(&self, measure: DesignMeasure) -> (Exact, Exact) {
        match measure {
            DesignMeasure::Largest => (self.largest.clone(), self.sum.clone()),
            DesignMeasure::Sum => (self.sum.clone(), self.largest.clone()),
        }
    }
}
