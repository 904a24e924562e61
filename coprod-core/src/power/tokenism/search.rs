//! Asks the others group by group, and looks for a way in which some members' votes decide. Where there is none, what was noted on
//! the way is a decision diagram that never asks them.
//!
//! What those who have said yes so far have in each part is a state. Two states on one level that lie in one range of every part
//! come to the same, so that one of them is followed up: a point keeps the widest ranges for which what was found below it
//! holds. Where enough parts certainly pass, or fail, the way ends; these parts alone are bounded there. (The ranges of one bar are those of
//! Bolus, 2011; here they are kept for all parts at once.)

use super::sheet::{Sheet, Tree};

/// A search keeps so many points times parts at most.
const MOST_KEPT: usize = 1 << 20;

/// What a point leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Then {
    Next(Vec<usize>),
    Passes,
    Fails,
}

/// A point of the diagram: for states from `low` to `high`, in every part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) level: usize,
    pub(super) low: Vec<u64>,
    /// `u64::MAX` where it is not bounded.
    pub(super) high: Vec<u64>,
    pub(super) then: Then,
}

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// So many of each group say yes, and it passes with the members asked about and fails without.
    Decides(Vec<usize>),
    /// They never decide: the points, and the number of the one where it starts.
    Never(Vec<Point>, usize),
    /// The work that was allowed is used up.
    TooMuch,
}

/// The work that all searches of a request may still take: one part looked at in one state is one step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Steps(pub(super) u64);

impl Steps {
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        match self.0.checked_sub(steps as u64) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}

struct Search<'a> {
    tree: &'a Tree,
    bars: Vec<u64>,
    /// Level by level, part by part: the points of one member of the group.
    each: Vec<Vec<u64>>,
    sizes: Vec<usize>,
    /// Level by level, part by part: what all who are asked from there on, and those asked about, have together.
    open: Vec<Vec<u64>>,
    points: Vec<Point>,
    by_level: Vec<Vec<usize>>,
    steps: &'a mut Steps,
}

enum Stop {
    Decides(Vec<usize>),
    TooMuch,
}

/// Whether the votes of `idle`, all of them together, ever decide when the groups say yes or no.
pub(super) fn search(sheet: &Sheet, idle: &[usize], groups: &[Vec<usize>], steps: &mut Steps) -> Found {
    let parts = sheet.parts.len();
    if (groups.len() + 1).saturating_mul(parts) > MOST_KEPT || !steps.spend((groups.len() + 1).saturating_mul(parts)) {
        return Found::TooMuch;
    }
    let mut each = Vec::with_capacity(groups.len());
    for group in groups {
        let mut dense = vec![0; parts];
        add(&mut dense, sheet, group.first().copied(), 1);
        each.push(dense);
    }
    let mut last = vec![0; parts];
    for member in idle {
        add(&mut last, sheet, Some(*member), 1);
    }
    let mut open = vec![last];
    for group in groups.iter().rev() {
        let mut next = open.last().cloned().unwrap_or_default();
        add(&mut next, sheet, group.first().copied(), group.len() as u64);
        open.push(next);
    }
    open.reverse();
    let mut search = Search {
        tree: &sheet.tree,
        bars: sheet.parts.iter().map(|part| part.bar).collect(),
        each,
        sizes: groups.iter().map(Vec::len).collect(),
        open,
        points: Vec::new(),
        by_level: vec![Vec::new(); groups.len() + 1],
        steps,
    };
    let mut path = Vec::with_capacity(groups.len());
    match search.visit(0, &vec![0; parts], &mut path) {
        Ok(start) => Found::Never(search.points, start),
        Err(Stop::Decides(counts)) => Found::Decides(counts),
        Err(Stop::TooMuch) => Found::TooMuch,
    }
}

fn add(to: &mut [u64], sheet: &Sheet, member: Option<usize>, times: u64) {
    for (part, points) in member.map(|member| sheet.points(member)).unwrap_or_default() {
        if let Some(own) = to.get_mut(*part) {
            // Parts of a part's total.
            *own += points * times;
        }
    }
}

fn at(list: &[u64], index: usize) -> u64 {
    list.get(index).copied().unwrap_or(0)
}

impl Search<'_> {
    fn visit(&mut self, level: usize, state: &[u64], path: &mut Vec<usize>) -> Result<usize, Stop> {
        if let Some(known) = self.known(level, state)? {
            return Ok(known);
        }
        if !self.steps.spend(2 * state.len()) {
            return Err(Stop::TooMuch);
        }
        let mut because = Vec::new();
        let passes = |part: usize| at(state, part) >= at(&self.bars, part);
        if self.tree.certain(true, &passes, &mut because) {
            let mut low = vec![0; state.len()];
            for part in because {
                set(&mut low, part, at(&self.bars, part));
            }
            return self.keep(Point { level, low, high: vec![u64::MAX; state.len()], then: Then::Passes });
        }
        let open = self.open.get(level).map(Vec::as_slice).unwrap_or_default();
        // Below 2^55 both.
        let fails = |part: usize| at(state, part) + at(open, part) < at(&self.bars, part);
        if self.tree.certain(false, &fails, &mut because) {
            let mut high = vec![u64::MAX; state.len()];
            for part in because {
                set(&mut high, part, at(&self.bars, part).saturating_sub(1).saturating_sub(at(open, part)));
            }
            return self.keep(Point { level, low: vec![0; state.len()], high, then: Then::Fails });
        }
        let Some(size) = self.sizes.get(level).copied() else {
            return Err(Stop::Decides(path.clone()));
        };
        let each = self.each.get(level).cloned().unwrap_or_default();
        let mut next = vec![0; size + 1];
        let (mut low, mut high) = (vec![0; state.len()], vec![u64::MAX; state.len()]);
        // The most first: so a state close to the bars is reached early.
        for yes in (0..=size).rev() {
            let times = yes as u64;
            let then: Vec<u64> = state.iter().zip(&each).map(|(own, each)| own + each * times).collect();
            path.push(yes);
            let point = self.visit(level + 1, &then, path)?;
            path.pop();
            if let Some(own) = next.get_mut(yes) {
                *own = point;
            }
            if !self.steps.spend(state.len()) {
                return Err(Stop::TooMuch);
            }
            let Some(point) = self.points.get(point) else { continue };
            let bounds = low.iter_mut().zip(&mut high).zip(point.low.iter().zip(&point.high));
            for (((low, high), (least, most)), each) in bounds.zip(&each) {
                let more = each * times;
                *low = (*low).max(least.saturating_sub(more));
                if *most != u64::MAX {
                    *high = (*high).min(most.saturating_sub(more));
                }
            }
        }
        self.keep(Point { level, low, high, then: Then::Next(next) })
    }

    fn known(&mut self, level: usize, state: &[u64]) -> Result<Option<usize>, Stop> {
        let inside = |point: &Point| {
            state.iter().zip(point.low.iter().zip(&point.high)).all(|(own, (low, high))| low <= own && own <= high)
        };
        let level = self.by_level.get(level).map(Vec::as_slice).unwrap_or_default();
        let looked = level.iter().rev().position(|number| self.points.get(*number).is_some_and(inside));
        if !self.steps.spend(looked.unwrap_or(level.len()) + 1) {
            return Err(Stop::TooMuch);
        }
        Ok(looked.and_then(|looked| level.iter().rev().nth(looked)).copied())
    }

    fn keep(&mut self, point: Point) -> Result<usize, Stop> {
        if (self.points.len() + 1).saturating_mul(point.low.len()) > MOST_KEPT {
            return Err(Stop::TooMuch);
        }
        let number = self.points.len();
        if let Some(level) = self.by_level.get_mut(point.level) {
            level.push(number);
        }
        self.points.push(point);
        Ok(number)
    }
}

fn set(list: &mut [u64], index: usize, value: u64) {
    if let Some(own) = list.get_mut(index) {
        *own = value;
    }
}
