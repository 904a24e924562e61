//! What every algorithm finds: who is critical where, counted.

use num_bigint::BigUint;

/// What is asked for beyond winning coalitions and swings, which every algorithm counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Wanted {
    /// Swings by the size of the coalition: for Shapley-Shubik.
    pub(crate) by_size: bool,
    /// Minimal winning coalitions by size: for Deegan-Packel and Holler.
    pub(crate) minimal: bool,
    /// Swings by the number of critical members: for Johnston.
    pub(crate) critical: bool,
}

/// Counts of coalitions. The lists by kind follow the kinds of the game and are about one member of each; within one, entry `k` is for
/// coalitions of `k`. What was not wanted is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tallies {
    /// How many voters of each kind there are.
    pub(crate) sizes: Vec<usize>,
    /// Winning coalitions.
    pub(crate) winning: BigUint,
    /// The sizes of all winning coalitions added up, where the algorithm counts them apart from the swings.
    pub(crate) heads: Option<BigUint>,
    /// Winning coalitions that fail without the member.
    pub(crate) swings: Vec<BigUint>,
    /// The same by the size of the coalition.
    pub(crate) by_size: Option<Vec<Vec<BigUint>>>,
    /// The same by the number of critical members.
    pub(crate) critical: Option<Criticals>,
    /// Minimal winning coalitions.
    pub(crate) minimal: Option<Minimals>,
}

/// Coalitions by how many of their members are critical.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Criticals {
    /// Winning coalitions with at least one critical member.
    pub(crate) vulnerable: BigUint,
    /// By kind and number of critical members: those in which one member of the kind is critical.
    pub(crate) with: Vec<Vec<BigUint>>,
}

/// Minimal winning coalitions: those in which every member is critical.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Minimals {
    /// All of them.
    pub(crate) count: BigUint,
    /// By kind and size: those with one member of the kind.
    pub(crate) with: Vec<Vec<BigUint>>,
}

impl Tallies {
    /// How many voters there are.
    pub(crate) fn voters(&self) -> usize {
        self.sizes.iter().sum()
    }

    /// How many coalitions there are.
    pub(crate) fn coalitions(&self) -> BigUint {
        BigUint::from(1_u8) << self.voters()
    }

    /// Whether it always or never passes.
    pub(crate) fn constant(&self) -> bool {
        self.winning == BigUint::ZERO || self.winning == self.coalitions()
    }

    /// What must hold between the counts and does not, if anything.
    pub(crate) fn broken(&self) -> Option<&'static str> {
        let parity = |number: &BigUint| number.bit(0);
        let weighted = |of: &[BigUint]| -> BigUint { of.iter().zip(&self.sizes).map(|(count, size)| count * *size).sum() };
        let sums = |lists: &[Vec<BigUint>]| -> Vec<BigUint> { lists.iter().map(|list| list.iter().sum()).collect() };
        // With no voters there is nothing to pair.
        if self.swings.iter().any(|swings| parity(swings) != parity(&self.winning)) {
            // Pairing each coalition with and without a member leaves the swings unpaired.
            return Some("swings and winning coalitions are both odd or both even");
        }
        // Every winning coalition adds its members and takes away those outside it: what pairs up cancels out.
        let balance = |heads: &BigUint| weighted(&self.swings) + &self.winning * self.voters() == heads * 2_u8;
        if self.heads.as_ref().is_some_and(|heads| !balance(heads)) {
            return Some("the swings of all members are what the sizes of winning coalitions make them");
        }
        if self.by_size.as_ref().is_some_and(|by_size| sums(by_size) != self.swings) {
            return Some("swings counted in two ways agree");
        }
        if self.critical.as_ref().is_some_and(|critical| sums(&critical.with) != self.swings) {
            return Some("every swing belongs to a coalition with critical members");
        }
        None
    }
}

/// By size 0, 1 ... : counts of all members of a kind as counts of one of them.
pub(super) fn each(sizes: &[usize], lists: Vec<Vec<BigUint>>) -> Vec<Vec<BigUint>> {
    let share = |(list, size): (Vec<BigUint>, &usize)| list.into_iter().map(|count| count / (*size).max(1)).collect();
    lists.into_iter().zip(sizes).map(share).collect()
}
