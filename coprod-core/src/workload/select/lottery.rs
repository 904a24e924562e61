//! The draw: chances as whole numbers of lots, the panel of each lot, and the lot that a seed or a number draws.

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use sha2::{Digest, Sha256};

use super::pool::Kind;
use super::request::{MOST_LISTED, MOST_LOTS, MOST_SEED_LETTERS, SelectDraw, SelectRequest};
use crate::error::{Pointer, WorkloadError};

/// Lots where nothing else is asked for.
const LOTS: u32 = 1_024;

/// Checks what is asked of the draw.
pub(super) fn check(request: &SelectRequest) -> Result<(), WorkloadError> {
    let Some(draw) = &request.draw else { return Ok(()) };
    let path = Pointer::root().key("draw");
    let lots = lots(draw);
    let out = |key: &str, found: String, bounds: String| Err(WorkloadError::OutOfRange { path: path.key(key), found, bounds });
    if lots == 0 || lots > MOST_LOTS {
        return out("lots", format!("{lots} lots"), format!("from 1 to {MOST_LOTS}"));
    }
    if let Some(seed) = &draw.seed {
        let letters = seed.chars().count();
        if letters == 0 || letters > MOST_SEED_LETTERS {
            return out("seed", format!("a seed of {letters} characters"), format!("of 1 to {MOST_SEED_LETTERS} characters"));
        }
    }
    if let Some(number) = draw.number.filter(|number| *number >= lots) {
        return out("number", format!("lot {number}"), format!("from 0 to {}, as there are {lots} lots", lots - 1));
    }
    if draw.list && lots as usize * request.size as usize > MOST_LISTED {
        return out(
            "list",
            format!("a list of {lots} lots of {} people", request.size),
            format!("of at most {MOST_LISTED} names; take fewer lots"),
        );
    }
    match (&draw.seed, draw.number) {
        (Some(_), Some(_)) => {
            Err(WorkloadError::ContradictoryFacts { path, words: "the draw has both a seed and a number".to_owned() })
        }
        (None, None) if !draw.list => Err(WorkloadError::ContradictoryFacts {
            path,
            words: "the draw has neither a seed nor a number, and no list is asked for".to_owned(),
        }),
        _ => Ok(()),
    }
}

/// How many lots a draw has.
pub(super) fn lots(draw: &SelectDraw) -> u32 {
    draw.lots.unwrap_or(LOTS)
}

/// The SHA-256 of a seed in hexadecimal digits, and the remainder when it is divided by the lots.
pub(super) fn number_of(seed: &str, lots: u32) -> (String, u32) {
    let digest = Sha256::digest(seed.as_bytes());
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|half| char::from_digit(u32::from(half), 16));
    let number = BigUint::from_bytes_be(&digest) % lots.max(1);
    (digits.collect(), number.to_u32().unwrap_or(0))
}

/// The chances of panels as whole numbers of lots: rounded down, the rest to those that lose most by it, earlier ones first.
pub(super) fn share_out(panels: &[(Vec<i64>, BigRational)], lots: u32) -> Vec<u32> {
    let mut shares: Vec<(usize, u32, BigRational)> = panels
        .iter()
        .enumerate()
        .map(|(number, (_, chance))| {
            let exact = chance * BigInt::from(lots);
            let whole = exact.floor();
            (number, whole.to_integer().to_u32().unwrap_or(0), exact - whole)
        })
        .collect();
    let given: u32 = shares.iter().map(|(_, whole, _)| whole).sum();
    shares.sort_by(|one, other| other.2.cmp(&one.2).then(one.0.cmp(&other.0)));
    for (_, whole, _) in shares.iter_mut().take(lots.saturating_sub(given) as usize) {
        *whole += 1;
    }
    shares.sort_by_key(|(number, ..)| *number);
    shares.into_iter().map(|(_, whole, _)| whole).collect()
}

/// The lots in their order: panel by panel, and within a kind everybody in turn.
#[derive(Debug, Clone)]
pub(super) struct Lottery<'a> {
    pub(super) kinds: &'a [Kind],
    pub(super) panels: &'a [(Vec<i64>, BigRational)],
    pub(super) shares: &'a [u32],
}

impl Lottery<'_> {
    /// Who is on the panel of this lot, by number in the request.
    pub(super) fn panel(&self, lot: u32) -> Vec<usize> {
        let mut turns = vec![0_i64; self.kinds.len()];
        let mut before = 0_u32;
        for ((counts, _), share) in self.panels.iter().zip(self.shares) {
            let within = lot.checked_sub(before).filter(|within| within < share);
            // Lots of this panel that come before.
            let earlier = i64::from(within.unwrap_or(*share));
            for (turn, count) in turns.iter_mut().zip(counts) {
                *turn += count * earlier;
            }
            if within.is_some() {
                return self.take(&turns, counts);
            }
            before += share;
        }
        Vec::new()
    }

    fn take(&self, turns: &[i64], counts: &[i64]) -> Vec<usize> {
        let mut people = Vec::new();
        for ((kind, turn), count) in self.kinds.iter().zip(turns).zip(counts) {
            let size = i64::try_from(kind.units.len()).unwrap_or(1).max(1);
            for next in *turn..turn + count {
                let unit = usize::try_from(next.rem_euclid(size)).ok().and_then(|place| kind.units.get(place));
                people.extend(unit.into_iter().flatten());
            }
        }
        people.sort_unstable();
        people
    }

    /// By how much anybody's share of the lots is off their chance at most.
    pub(super) fn rounding(&self, chances: &[BigRational]) -> BigRational {
        let lots: u32 = self.shares.iter().sum();
        let mut most = BigRational::zero();
        for ((number, kind), chance) in self.kinds.iter().enumerate().zip(chances) {
            let size = i64::try_from(kind.units.len()).unwrap_or(1).max(1);
            let taken: i64 = self
                .panels
                .iter()
                .zip(self.shares)
                .map(|((counts, _), share)| counts.get(number).map_or(0, |count| count * i64::from(*share)))
                .sum();
            // In turn, so that some have one lot more than others.
            for each in [taken / size, (taken + size - 1) / size] {
                let off = (BigRational::new(each.into(), BigInt::from(lots.max(1))) - chance).abs();
                most = most.max(off);
            }
        }
        most
    }
}
