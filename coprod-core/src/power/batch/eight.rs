//! Eight groups side by side, so that one instruction serves them all.

use super::{GroupColumns, PowerColumns};

/// So many groups stand side by side.
pub(super) const LANES: usize = 8;

/// Whether a coalition passes, group by group: 1 or 0.
type Outcome = [u16; LANES];

/// What is the same for all groups of one size.
pub(super) struct Plan {
    members: usize,
    /// By member and size: the coalitions of so many with the member.
    with: Vec<Vec<Vec<u16>>>,
    /// By size of the coalition: the orders in which its members come first, a given one of them last.
    orders: Vec<u64>,
}

impl Plan {
    pub(super) fn new(members: usize) -> Self {
        let of_size = |member: usize, size: usize| {
            let sets = (0..=u16::MAX).take(1 << members);
            sets.filter(|set| set >> member & 1 == 1 && set.count_ones() as usize == size).collect()
        };
        let product = |most: usize| (1..=most as u64).product::<u64>();
        Self {
            members,
            with: (0..members).map(|member| (0..=members).map(|size| of_size(member, size)).collect()).collect(),
            // At most 16 members: the product of 1 to 16 is below 2^45.
            orders: (0..=members).map(|size| if size == 0 { 0 } else { product(size - 1) * product(members - size) }).collect(),
        }
    }

    /// The outcome of every coalition of the groups from row `start` on.
    pub(super) fn fill(&self, groups: &GroupColumns<'_>, start: usize, count: usize, table: &mut Vec<Outcome>) {
        table.clear();
        table.resize(1 << self.members, [0; LANES]);
        for vote in groups.votes {
            let lanes = |of: &dyn Fn(usize) -> u32| -> [i32; LANES] {
                std::array::from_fn(|lane| if lane < count { i32::try_from(of(start + lane)).unwrap_or(i32::MAX) } else { 0 })
            };
            let bars = lanes(&|row| vote.bars.get(row).copied().unwrap_or(0));
            let weights: Vec<[i32; LANES]> = (0..self.members)
                .map(|member| lanes(&|row| vote.weights.get(row * self.members + member).copied().unwrap_or(0)))
                .collect();
            let mut sums = [0_i32; LANES];
            // In the order of the Gray code one member comes or goes at a time. All weights are at most 2^31 - 1 in all.
            let mut set = 0_usize;
            for number in 0..1_usize << self.members {
                if number > 0
                    && let Some(weight) = weights.get(number.trailing_zeros() as usize)
                {
                    let bit = 1 << number.trailing_zeros();
                    set ^= bit;
                    let sign = if set & bit != 0 { 1 } else { -1 };
                    sums.iter_mut().zip(weight).for_each(|(sum, own)| *sum = sum.wrapping_add(own.wrapping_mul(sign)));
                }
                if let Some(passed) = table.get_mut(set) {
                    let each = passed.iter_mut().zip(sums.iter().zip(&bars));
                    each.for_each(|(passed, (sum, bar))| *passed = passed.wrapping_add(u16::from(sum >= bar)));
                }
            }
        }
        let needed = u16::try_from(groups.at_least).unwrap_or(u16::MAX);
        for passed in table.iter_mut() {
            passed.iter_mut().for_each(|passed| *passed = u16::from(*passed >= needed));
        }
    }

    /// Winning coalitions, swings and pivots of the first `count` groups.
    pub(super) fn measure(&self, table: &[Outcome], count: usize, found: &mut PowerColumns) {
        let mut winning = [0_u32; LANES];
        for passes in table {
            winning.iter_mut().zip(passes).for_each(|(sum, passes)| *sum = sum.wrapping_add(u32::from(*passes)));
        }
        found.winning.extend(winning.iter().take(count));
        let mut swings = [[0_u32; LANES]; 16];
        let mut pivots = [[0_u64; LANES]; 16];
        for (member, ((swings, pivots), sizes)) in swings.iter_mut().zip(&mut pivots).zip(&self.with).enumerate() {
            let bit = 1_usize << member;
            for (sets, orders) in sizes.iter().zip(&self.orders) {
                // At most the ways to choose 7 of 15: it fits.
                let mut turned = [0_u16; LANES];
                for set in sets {
                    let set = usize::from(*set);
                    if let (Some(with), Some(without)) = (table.get(set), table.get(set ^ bit)) {
                        let each = turned.iter_mut().zip(with.iter().zip(without));
                        each.for_each(|(sum, (with, without))| *sum = sum.wrapping_add(with.wrapping_sub(*without)));
                    }
                }
                for ((swings, pivots), turned) in swings.iter_mut().zip(pivots.iter_mut()).zip(turned) {
                    *swings += u32::from(turned);
                    *pivots += u64::from(turned) * orders;
                }
            }
        }
        for lane in 0..count {
            found.swings.extend(swings.iter().take(self.members).filter_map(|lanes| lanes.get(lane)));
            found.pivots.extend(pivots.iter().take(self.members).filter_map(|lanes| lanes.get(lane)));
        }
    }

    /// What each constituency of one group can do: `own` is the constituency of each member.
    pub(super) fn sides(&self, table: &[Outcome], lane: usize, own: &[u8], sides: usize, found: &mut PowerColumns) {
        let everybody = (1_usize << self.members) - 1;
        let passes = |set: usize| table.get(set).and_then(|lanes| lanes.get(lane)) == Some(&1);
        for side in 0..sides {
            let inside = own.iter().enumerate().filter(|(_, own)| usize::from(**own) == side);
            let set = inside.fold(0, |set, (member, _)| set | 1 << member);
            found.decides.push(set != 0 && passes(set));
            found.blocks.push(set != 0 && !passes(everybody & !set));
        }
    }
}
