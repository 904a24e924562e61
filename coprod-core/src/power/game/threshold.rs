//! What a leaf asks of those who say yes, when everybody else objects: a weighted sum that must reach a bar.

use super::super::rule::{Bar, Base, Leaf, Tally, enough};

/// A weighted sum that must reach a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Threshold {
    /// The members and the weight of each.
    pub(super) weights: Vec<(usize, u64)>,
    /// The bar; `u64::MAX`, which no sum reaches, where it can never pass.
    pub(super) least: u64,
}

/// The sum and the bar of a leaf.
pub(super) fn threshold(leaf: &Leaf) -> Threshold {
    let heads = |among: &[usize], least: u64| Threshold { weights: among.iter().map(|member| (*member, 1)).collect(), least };
    match leaf {
        Leaf::SignOff(among) => heads(among, among.len() as u64),
        Leaf::Consent(among) => heads(among, if among.is_empty() { u64::MAX } else { among.len() as u64 }),
        Leaf::Votes { voters, bar, casting } => {
            let total: u64 = voters.iter().map(|(_, weight)| weight).sum();
            let least = least(*bar, total);
            let plain = |least: u64| Threshold { weights: voters.clone(), least };
            let (Some(holder), Some(tie)) = (casting, Tie::of(*bar, total)) else { return plain(least) };
            match (tie.lost, tie.won) {
                // Only a second vote carries a tie: weights are doubled, and the holder's counts one more.
                (false, true) => {
                    let doubled = voters.iter().map(|(member, weight)| (*member, 2 * weight + u64::from(member == holder)));
                    Threshold { weights: doubled.collect(), least: total + 1 }
                }
                (true, _) => plain(least.min(total / 2)),
                (false, false) => plain(least.max(total / 2 + 1)),
            }
        }
    }
}

/// Whether a tie passes when the second vote is for no, and when it is for yes.
struct Tie {
    lost: bool,
    won: bool,
}

impl Tie {
    /// Nothing where no tie is possible.
    fn of(bar: Bar, total: u64) -> Option<Self> {
        let base = total + u64::from(matches!(bar, Bar::Share { of: Base::Cast, .. }));
        let passes = |yes: u64| enough(bar, Tally { yes, base, casting_used: true });
        (total > 0 && total.is_multiple_of(2)).then(|| Self { lost: passes(total / 2), won: passes(total / 2 + 1) })
    }
}

/// The least yes that passes when everybody votes and no second vote is used.
fn least(bar: Bar, total: u64) -> u64 {
    match bar {
        Bar::Count(count) => count,
        Bar::Share { .. } if total == 0 => u64::MAX,
        Bar::Share { share, strict, .. } => {
            // total <= 2^53 and the share's parts are below 2^63: no overflow. A share is not below zero.
            let (needed, denom) = (i128::from(total) * i128::from(share.numer()), i128::from(share.denom()));
            let whole = if strict { needed / denom + 1 } else { (needed + denom - 1) / denom };
            u64::try_from(whole).unwrap_or(u64::MAX)
        }
    }
}
