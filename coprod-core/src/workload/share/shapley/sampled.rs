//! The Shapley value as it is seen in random orders.

use num_bigint::BigInt;

use super::super::fraction::Fraction;
use super::super::request::ShareSample;
use super::sized::Sized;
use crate::unit::{Draw, Ratio, error_rounded_up};

/// What was seen of one party.
#[derive(Debug)]
pub(in super::super) struct Drawn {
    /// The mean of what it added, in pence.
    pub(in super::super) mean: Fraction,
    /// How far the truth is from it at most, in pounds.
    pub(in super::super) error: f64,
}

/// Everybody joins in random orders.
pub(in super::super) fn drawn(game: &Sized, asked: ShareSample, confidence: Ratio) -> Vec<Drawn> {
    let parties = game.sizes().len();
    let mut order: Vec<usize> = (0..parties).collect();
    let mut added = vec![0_i128; parties];
    let mut draw = Draw::new(u64::from(asked.seed));
    for _ in 0..asked.samples {
        let (mut sum, mut before) = (0_u64, 0_i64);
        for place in 0..parties {
            order.swap(place, place + draw.below(parties - place));
            let Some(party) = order.get(place).copied() else { continue };
            sum += game.sizes().get(party).copied().unwrap_or(0);
            let now = game.worth(sum);
            if let Some(added) = added.get_mut(party) {
                *added += i128::from(now - before);
            }
            before = now;
            if sum >= game.end {
                // The rest cannot add anything, and the next order starts from this one, which is as random as any.
                break;
            }
        }
    }
    let of = |(party, added): (usize, &i128)| Drawn {
        mean: Fraction::new(BigInt::from(*added), BigInt::from(asked.samples)),
        error: error(game.most_added(party), parties, asked.samples, confidence),
    };
    added.iter().enumerate().map(of).collect()
}

/// A mean of independent numbers from 0 to `most` is further from its expectation than `most` times `sqrt(ln(2 / doubt) / 2 samples)` with a
/// chance of at most the doubt (Hoeffding 1963, theorem 2); the doubt is shared out evenly between the parties.
#[allow(clippy::cast_precision_loss, reason = "an error is an approximation by name, and rounded up")]
fn error(most: i64, parties: usize, samples: u32, confidence: Ratio) -> f64 {
    let doubt = (confidence.denom() - confidence.numer()) as f64 / confidence.denom() as f64;
    let far = ((2.0 * parties as f64 / doubt).ln() / (2.0 * f64::from(samples))).sqrt();
    error_rounded_up(most as f64 / 100.0 * far.min(1.0))
}
