//! Power in one weighted game of any size: to floating-point numbers with a proved bound of the error.
//!
//! A coalition passes where its weights come to the quota at least. Member `i` swings where the others come to the quota less `i`'s
//! weight at least, and to less than the quota.
//!
//! # How
//! - When each member says yes with chance `p`, independently, the chance of every sum of weights follows from one convolution a member
//!   ([`mass`]). A member's own part is taken out of it again by steps of their weight ([`removed`]), so that each swing chance costs
//!   only quota / weight.
//! - At `p` = 1/2 the swing chance is the absolute Banzhaf index.
//! - Its integral over `p` from 0 to 1 is the Shapley-Shubik index (Owen 1972, the multilinear extension). It is integrated by nodes
//!   ([`quadrature`]) over the values of `p` at which a swing is not all but impossible.
//! - Above 1/2, and where the quota is the larger part, the dual game is reckoned with: a member swings between no and no there, with
//!   chance `1 - p` and the quota `total - quota + 1`.
//!
//! # The bound of the error
//! With `u` = 2^-53, the unit of rounding:
//! - The convolution only adds and multiplies numbers that are not below zero, at most five roundings for two members, so that each
//!   chance of a sum has a relative error of at most `3nu`.
//! - Sums far from their mean are left out ([`tail`]). All that is left out has a chance below [`LEFT_OUT`].
//! - Taking a member out multiplies chances by at most `p^k / (1-p)^(k+1)`, which is at most 2 where `p` is at most 1/2: errors of the
//!   chances at most double. Each of its steps adds roundings of its own, which [`removed`] counts.
//! - The nodes: see [`quadrature`].
//!
//! The tests compare with exact fractions, and the nodes with sixty digits.

mod mass;
mod midpoint;
mod quadrature;
mod reach;
mod removed;
mod sliding;
mod tail;

use mass::Mass;
use quadrature::Rule;
use tail::Tail;

/// The unit of rounding of a floating-point number.
const UNIT: f64 = f64::EPSILON / 2.0;
/// The chance that all cuts of the band of sums together may leave out.
const LEFT_OUT: f64 = 1e-14;
/// The most multiplications for one game.
pub(super) const MOST_STEPS: f64 = 4e10;
/// Roughly how long one of them takes, in nanoseconds: of few sums, which stay near at hand, and of many.
const NANOSECONDS_A_STEP: [f64; 2] = [0.25, 0.6];
/// A quota above this has many sums.
const MANY_POINTS: u64 = 1 << 20;
/// The largest quota, or total less quota: what memory has to hold.
pub(super) const MOST_POINTS: u64 = 1 << 26;

/// One weighted game: members pass together where their weights come to the quota.
#[derive(Debug, Clone)]
pub(super) struct Weighted {
    /// The weight of a member of each kind; above zero.
    kinds: Vec<u64>,
    /// The weight of each member, the lightest first.
    members: Vec<u64>,
    quota: u64,
    total: u64,
    /// What may be worked out takes roughly so many nanoseconds at most.
    within: Option<u64>,
}

/// Numbers, none of which is further from the truth than `error`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bounded {
    /// One for a member of each kind.
    pub(super) values: Vec<f64>,
    pub(super) error: f64,
}

/// What tossed coins say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Coins {
    /// The chance that the rule passes when everybody tosses a coin, and the most that it may be wrong.
    pub(super) pass: (f64, f64),
    /// Each kind's chance to swing when all others toss a coin: the absolute Banzhaf index.
    pub(super) swings: Bounded,
}

/// Why a game is not worked out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TooLarge {
    /// The quota, or the total less the quota, is above [`MOST_POINTS`].
    Points,
    /// More than [`MOST_STEPS`] would be needed.
    Steps,
}

impl Weighted {
    /// The game of kinds of members: the weight of one, above zero, and how many there are. Nothing where it always or never passes, or
    /// the total is beyond 2^63.
    pub(super) fn new(kinds: &[(u64, usize)], quota: u64) -> Option<Self> {
        let of_kind = |(weight, count): &(u64, usize)| weight.checked_mul(*count as u64).filter(|_| *weight > 0);
        let total = kinds.iter().try_fold(0_u64, |sum, kind| sum.checked_add(of_kind(kind)?)).filter(|total| *total < 1 << 63)?;
        if quota == 0 || quota > total {
            return None;
        }
        let mut members: Vec<u64> = kinds.iter().flat_map(|(weight, count)| std::iter::repeat_n(*weight, *count)).collect();
        members.sort_unstable();
        Some(Self { kinds: kinds.iter().map(|(weight, _)| *weight).collect(), members, quota, total, within: None })
    }

    /// The same game, worked out only if that takes about so many nanoseconds at most.
    pub(super) fn within(self, nanoseconds: Option<u64>) -> Self {
        Self { within: nanoseconds, ..self }
    }

    /// The quota of the dual game, in which those who say no pass together.
    const fn dual(&self) -> u64 {
        self.total - self.quota + 1
    }

    /// Chances when everybody tosses a coin.
    pub(super) fn coins(&self) -> Result<Coins, TooLarge> {
        let quota = self.quota.min(self.dual());
        self.affordable([(0.5, quota)].into_iter())?;
        let mut swings = Bounded { values: vec![0.0; self.kinds.len()], error: 0.0 };
        let mass = Mass::of(&self.members, 0.5, quota - 1);
        swings.error = self.swings_of(&mass, 0.5, 1.0, &mut swings.values);
        // The chance of less than the quota: it does not pass, or in the dual game it does.
        let (below, error) = mass.all();
        let pass = if quota == self.quota { 1.0 - below } else { below };
        Ok(Coins { pass: (pass, error + UNIT), swings })
    }

    /// Each kind's chance to be the one who makes it pass when all say yes one after another in random order: Shapley-Shubik.
    pub(super) fn shapley_shubik(&self) -> Result<Bounded, TooLarge> {
        let rule = Rule::for_game(self.members.len(), &Tail::of(&self.members, self.quota, self.total));
        let at = |p: f64| if p <= 0.5 { (p, self.quota) } else { (1.0 - p, self.dual()) };
        self.affordable(rule.nodes().iter().map(|(p, _)| at(*p)))?;
        let mut all = Bounded { values: vec![0.0; self.kinds.len()], error: rule.error() };
        for &(p, weight) in rule.nodes() {
            let (p, quota) = at(p);
            let mass = Mass::of(&self.members, p, quota - 1);
            all.error += weight * self.swings_of(&mass, p, weight, &mut all.values);
        }
        // Each value is a sum of so many products.
        all.error += 2.0 * as_float(rule.nodes().len() as u64) * UNIT;
        Ok(all)
    }

    /// Adds to each kind's value `times` their chance to swing where all others say yes with chance `p`, at most 1/2. What it returns
    /// bounds the error of each chance.
    fn swings_of(&self, mass: &Mass, p: f64, times: f64, values: &mut [f64]) -> f64 {
        let mut worst = 0.0_f64;
        for (weight, value) in self.kinds.iter().zip(values) {
            let (swings, error) = mass.swings(*weight, p);
            *value += times * swings;
            worst = worst.max(error);
        }
        worst
    }

    /// Whether nothing passes without a member of this weight.
    pub(super) const fn is_veto(&self, weight: u64) -> bool {
        self.total - weight < self.quota
    }

    /// Whether a member of this weight decides alone.
    pub(super) const fn is_dictator(&self, weight: u64) -> bool {
        weight >= self.quota && self.is_veto(weight)
    }

    /// Whether there is time to ask for so many weights whether they ever swing.
    pub(super) fn can_look(&self, weights: usize) -> bool {
        /// Roughly: 64 sums are looked at together.
        const NANOSECONDS_A_SUM: f64 = 0.01;
        let sums = as_float(self.quota.min(self.dual())) * as_float(self.members.len() as u64) * as_float(weights as u64);
        self.within.is_none_or(|most| sums * NANOSECONDS_A_SUM <= as_float(most))
    }

    /// Whether a member of this weight ever swings: whether others come to less than the quota, but not by more than the weight.
    pub(super) fn ever_swings(&self, weight: u64) -> Result<bool, TooLarge> {
        let quota = self.quota.min(self.dual());
        if quota > MOST_POINTS || as_float(quota) * as_float(self.members.len() as u64) > 64.0 * MOST_STEPS {
            return Err(TooLarge::Points);
        }
        let mut others = self.members.clone();
        if let Ok(place) = others.binary_search(&weight) {
            others.remove(place);
        }
        Ok(reach::any(&others, quota, weight))
    }

    fn affordable(&self, nodes: impl Iterator<Item = (f64, u64)>) -> Result<(), TooLarge> {
        let (mut steps, mut nanoseconds) = (0.0, 0.0);
        for (p, quota) in nodes {
            if quota > MOST_POINTS {
                return Err(TooLarge::Points);
            }
            let own = mass::steps(&self.members, p, quota - 1);
            let [few, many] = NANOSECONDS_A_STEP;
            steps += own;
            nanoseconds += own * if quota > MANY_POINTS { many } else { few };
        }
        let too_long = self.within.is_some_and(|most| nanoseconds > as_float(most));
        if steps > MOST_STEPS || too_long { Err(TooLarge::Steps) } else { Ok(()) }
    }
}

/// The chance that one cut may leave out where there are so many members.
fn left_out(members: usize) -> f64 {
    LEFT_OUT / as_float(members.max(1) as u64)
}

/// The nearest floating-point number.
#[allow(clippy::cast_precision_loss, reason = "bounds have room for the rounding, and points of a band are far below 2^53")]
const fn as_float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests;
