//! Chances from panels: the linear programme over panels that raises the smallest chance, in floating point.
//!
//! It finds a *base*: the panels that share the chances and the kinds that hold the smallest chance down. What the base means is then
//! worked out exactly by its users. The revised simplex method, with the inverse of the base kept whole.

/// Smaller than this counts as nothing.
const SMALL: f64 = 1e-9;

/// The inverse is made afresh after so many pivots.
const FRESH: u32 = 150;

/// What stands in the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The chance of a panel, by its number.
    Panel(usize),
    /// What a kind has above what it must have.
    Above(usize),
    /// How far the smallest chance is raised.
    Raise,
}

/// The programme at one stage.
#[derive(Debug, Clone)]
pub(super) struct Master {
    /// How many people each kind has.
    sizes: Vec<f64>,
    /// The kinds whose chance is still to be raised.
    active: Vec<bool>,
    /// People of each kind that a panel must have at least on average.
    owed: Vec<f64>,
    /// The panels: how many of which kind.
    pub(super) panels: Vec<Vec<(usize, i64)>>,
    pub(super) base: Vec<Part>,
    inverse: Vec<Vec<f64>>,
    values: Vec<f64>,
    pivots: u32,
    pub(super) steps: u64,
}

/// How a stage of raising ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raised {
    /// No panel known so far raises the smallest chance further.
    Best,
    /// The steps ran out.
    Unfinished,
}

#[allow(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
pub(super) const fn float(whole: i64) -> f64 {
    whole as f64
}

fn at(list: &[f64], index: usize) -> f64 {
    list.get(index).copied().unwrap_or(0.0)
}

impl Master {
    /// The programme with one panel; `jitter` moves what each kind is owed by as little as it says, so that ties are rare.
    pub(super) fn new(sizes: &[i64], first: &[i64], jitter: &[f64], steps: u64) -> Self {
        let kinds = sizes.len();
        let panel = sparse(first);
        let mut inverse = vec![vec![0.0; kinds + 1]; kinds + 1];
        for (number, row) in inverse.iter_mut().enumerate() {
            if let Some(cell) = row.get_mut(number) {
                *cell = if number < kinds { -1.0 } else { 1.0 };
            }
            if let (Some(count), Some(cell)) = (first.get(number), row.get_mut(kinds)) {
                *cell = float(*count);
            }
        }
        let mut base: Vec<Part> = (0..kinds).map(Part::Above).collect();
        base.push(Part::Panel(0));
        let mut master = Self {
            sizes: sizes.iter().map(|size| float(*size)).collect(),
            active: vec![true; kinds],
            owed: jitter.iter().map(|little| -little).collect(),
            panels: vec![panel],
            base,
            inverse,
            values: Vec::new(),
            pivots: 0,
            steps,
        };
        master.settle();
        master
    }

    fn kinds(&self) -> usize {
        self.sizes.len()
    }

    fn settle(&mut self) {
        let kinds = self.kinds();
        let owed = &self.owed;
        self.values = self
            .inverse
            .iter()
            .map(|row| row.iter().zip(owed).map(|(part, owed)| part * owed).sum::<f64>() + at(row, kinds))
            .collect();
    }

    /// The column of a part of the base.
    fn column(&self, part: Part) -> Vec<(usize, f64)> {
        match part {
            Part::Panel(number) => {
                let panel = self.panels.get(number).map(Vec::as_slice).unwrap_or_default();
                let counts = panel.iter().map(|(kind, count)| (*kind, float(*count)));
                counts.chain(std::iter::once((self.kinds(), 1.0))).collect()
            }
            Part::Above(kind) => vec![(kind, -1.0)],
            Part::Raise => {
                let kinds = self.sizes.iter().zip(&self.active).enumerate();
                kinds.filter(|(_, (_, active))| **active).map(|(kind, (size, _))| (kind, -size)).collect()
            }
        }
    }

    /// What each kind's count weighs in the base's prices, and what a panel must weigh to be worth having.
    pub(super) fn prices(&self) -> (Vec<f64>, f64) {
        let row = self.base.iter().position(|part| *part == Part::Raise).and_then(|place| self.inverse.get(place));
        let kinds = self.kinds();
        row.map_or_else(|| (vec![0.0; kinds], 0.0), |row| (row.iter().take(kinds).map(|price| -price).collect(), at(row, kinds)))
    }

    /// Raises the smallest chance with the panels known so far.
    pub(super) fn raise(&mut self) -> Raised {
        let mut sticky = 0_u32;
        loop {
            if self.pivots > FRESH {
                self.refresh();
            }
            if self.steps == 0 {
                return Raised::Unfinished;
            }
            self.steps -= 1;
            let Some(entering) = self.entering(sticky > 400) else { return Raised::Best };
            match self.enter(entering) {
                Some(gained) if gained > 1e-12 => sticky = 0,
                Some(_) => sticky += 1,
                None => return Raised::Best,
            }
        }
    }

    /// The part to come into the base: the one with the most to gain, or, to leave a circle, the first with any.
    fn entering(&self, first: bool) -> Option<Part> {
        if !self.base.contains(&Part::Raise) {
            return Some(Part::Raise);
        }
        let (weights, needed) = self.prices();
        let mut best: Option<(f64, Part)> = None;
        let mut offer = |gain: f64, part: Part| {
            if gain > SMALL && best.is_none_or(|(most, _)| if first { false } else { gain > most }) {
                best = Some((gain, part));
            }
        };
        for (kind, weight) in weights.iter().enumerate() {
            offer(-weight, Part::Above(kind));
        }
        for (number, panel) in self.panels.iter().enumerate() {
            let weight: f64 = panel.iter().map(|(kind, count)| at(&weights, *kind) * float(*count)).sum();
            offer(weight - needed, Part::Panel(number));
        }
        best.map(|(_, part)| part)
    }

    /// Brings a part in, and says by how much it rises; nothing if none can leave for it.
    fn enter(&mut self, entering: Part) -> Option<f64> {
        let column = self.column(entering);
        let moved: Vec<f64> =
            self.inverse.iter().map(|row| column.iter().map(|(place, part)| at(row, *place) * part).sum()).collect();
        let leaves = |pull: f64, value: f64| (pull > 1e-8).then(|| value.max(0.0) / pull);
        let least = moved.iter().zip(&self.values).filter_map(|(pull, value)| leaves(*pull, *value)).min_by(f64::total_cmp)?;
        let slot = moved
            .iter()
            .zip(&self.values)
            .enumerate()
            .filter(|(_, (pull, value))| leaves(**pull, **value).is_some_and(|ratio| ratio <= least + 1e-11))
            .max_by(|one, other| one.1.0.total_cmp(other.1.0))
            .map(|(slot, _)| slot)?;
        self.exchange(slot, entering, &moved);
        Some(least)
    }

    fn exchange(&mut self, slot: usize, entering: Part, moved: &[f64]) {
        let Some(mut chosen) = self.inverse.get_mut(slot).map(std::mem::take) else { return };
        let pivot = at(moved, slot);
        chosen.iter_mut().for_each(|cell| *cell /= pivot);
        let step = at(&self.values, slot).max(0.0) / pivot;
        for (((number, row), value), pull) in self.inverse.iter_mut().enumerate().zip(&mut self.values).zip(moved) {
            if number == slot {
                *value = step;
            } else if *pull != 0.0 {
                for (cell, part) in row.iter_mut().zip(&chosen) {
                    *cell -= pull * part;
                }
                *value -= pull * step;
            }
        }
        if let Some(row) = self.inverse.get_mut(slot) {
            *row = chosen;
        }
        if let Some(part) = self.base.get_mut(slot) {
            *part = entering;
        }
        self.pivots += 1;
    }

    /// Works the inverse out again from the base.
    fn refresh(&mut self) {
        let size = self.base.len();
        self.pivots = 0;
        let mut table = vec![vec![0.0; 2 * size]; size];
        for (slot, part) in self.base.iter().enumerate() {
            for (row, value) in self.column(*part) {
                if let Some(cell) = table.get_mut(row).and_then(|row| row.get_mut(slot)) {
                    *cell = value;
                }
            }
        }
        for (number, row) in table.iter_mut().enumerate() {
            if let Some(cell) = row.get_mut(size + number) {
                *cell = 1.0;
            }
        }
        for step in 0..size {
            let best = table
                .iter()
                .enumerate()
                .skip(step)
                .max_by(|one, other| at(one.1, step).abs().total_cmp(&at(other.1, step).abs()));
            let Some(found) = best.filter(|(_, row)| at(row, step).abs() > 1e-11).map(|(number, _)| number) else { return };
            table.swap(step, found);
            let Some(mut chosen) = table.get_mut(step).map(std::mem::take) else { return };
            let pivot = at(&chosen, step);
            chosen.iter_mut().skip(step).for_each(|cell| *cell /= pivot);
            for row in table.iter_mut().filter(|row| !row.is_empty()) {
                let factor = at(row, step);
                if factor != 0.0 {
                    for (cell, part) in row.iter_mut().zip(&chosen).skip(step) {
                        *cell -= factor * part;
                    }
                }
            }
            if let Some(row) = table.get_mut(step) {
                *row = chosen;
            }
        }
        self.inverse = table.into_iter().map(|row| row.into_iter().skip(size).collect()).collect();
        self.settle();
    }

    /// Adds a panel; its number.
    pub(super) fn add(&mut self, counts: &[i64]) -> Option<usize> {
        let panel = sparse(counts);
        if self.panels.contains(&panel) {
            return None;
        }
        self.panels.push(panel);
        Some(self.panels.len() - 1)
    }

    /// How far the smallest chance stands above that of the stage before.
    fn raised(&self) -> f64 {
        self.base.iter().zip(&self.values).find(|(part, _)| **part == Part::Raise).map_or(0.0, |(_, value)| *value)
    }

    /// The next stage: these kinds keep what they have, the others are raised further from there.
    pub(super) fn hold(&mut self, kinds: &[usize]) {
        let raised = self.raised();
        for ((owed, size), active) in self.owed.iter_mut().zip(&self.sizes).zip(&self.active) {
            if *active {
                *owed += size * raised;
            }
        }
        let (weights, _) = self.prices();
        for kind in kinds {
            if let Some(active) = self.active.get_mut(*kind) {
                *active = false;
            }
        }
        // The raise leaves the base for the kind among them that held it down most.
        let most = kinds.iter().max_by(|one, other| at(&weights, **one).total_cmp(&at(&weights, **other)));
        if let (Some(kind), Some(slot)) = (most, self.base.iter().position(|part| *part == Part::Raise)) {
            let part = Part::Above(*kind);
            let column = self.column(part);
            let moved: Vec<f64> =
                self.inverse.iter().map(|row| column.iter().map(|(place, part)| at(row, *place) * part).sum()).collect();
            self.exchange(slot, part, &moved);
        }
        self.refresh();
    }

    /// Whether any kind is still to be raised.
    pub(super) fn is_open(&self) -> bool {
        self.active.contains(&true)
    }

    /// Whether this kind is still to be raised.
    pub(super) fn is_active(&self, kind: usize) -> bool {
        self.active.get(kind) == Some(&true)
    }
}

/// The kinds that a panel has, with how many.
pub(super) fn sparse(counts: &[i64]) -> Vec<(usize, i64)> {
    counts.iter().copied().enumerate().filter(|(_, count)| *count != 0).collect()
}
