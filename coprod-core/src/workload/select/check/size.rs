//! How much work a check is, counted before it is done: an answer from elsewhere can be as long as it likes.

use num_bigint::BigInt;
use num_traits::One;

use super::super::answer::PanelProofStep;
use super::super::{MOST_LISTED, MOST_VOLUNTEERS, SelectAnswer, SelectRequest};
use super::counts::Counts;
use super::proof::common;
use crate::error::{Pointer, WorkloadError};
use crate::unit::Exact;
use crate::workload::known::at_most;

/// The proofs of an answer may have so many steps in all.
pub const MOST_CHECK_STEPS: usize = 200_000;

/// An answer to check may have this many panels.
pub const MOST_CHECK_PANELS: usize = 10_000;

/// Checking an answer may take about this much work: for each step of a proof, and each stage of the certificate, the kinds of people and the
/// counts, times what sums and products of numbers as long as theirs cost.
pub const MOST_CHECK_WORK: u64 = 10_000_000_000;

/// Digits of a common denominator that no honest answer has: none of so many is worked out further.
const LONG: u64 = 1 << 18;

/// Relaxations in an answer to check.
const MOST_RELAXATIONS: usize = 5;

/// Refuses an answer that no selection has, or whose check takes too long.
pub(super) fn check(ask: &SelectRequest, answer: &SelectAnswer) -> Result<(), WorkloadError> {
    let root = Pointer::root().key("answer");
    for (what, key, count) in [
        ("kinds", "kinds", answer.kinds.len()),
        ("chances", "chances", answer.chances.len()),
        ("people", "not_selectable", answer.not_selectable.len()),
        ("kinds", "nowhere", answer.nowhere.len()),
        ("stages", "certificate", answer.certificate.len()),
    ] {
        at_most(what, count, MOST_VOLUNTEERS, || root.key(key))?;
    }
    at_most("panels", answer.panels.len(), MOST_CHECK_PANELS, || root.key("panels"))?;
    at_most("relaxations", answer.relaxations.len(), MOST_RELAXATIONS, || root.key("relaxations"))?;
    let proofs = || answer.certificate.iter().map(|stage| &stage.proof).chain(answer.nowhere.iter().map(|kind| &kind.proof));
    let steps = proofs().map(Vec::len).sum::<usize>() + answer.no_panel.len();
    let at = || root.key("certificate");
    if steps > MOST_CHECK_STEPS {
        let bounds = format!("of at most {MOST_CHECK_STEPS} steps");
        return Err(WorkloadError::OutOfRange { path: at(), found: format!("a proof of {steps} steps"), bounds });
    }
    let list = answer.draw.as_ref().map(|drawn| drawn.list.as_slice()).unwrap_or_default();
    let entries: usize = answer.panels.iter().map(|panel| 1 + panel.of.len()).sum();
    let named: usize = list.iter().map(Vec::len).sum();
    at_most("people of all lots", named.max(list.len()), MOST_LISTED, || root.key("draw").key("list"))?;
    let lots = (list.len() as u64).saturating_mul((entries + 64 * ask.people.len()) as u64);
    if lots.saturating_add(work(ask, answer)) > MOST_CHECK_WORK {
        let bounds = "with fewer steps, panels or lots, or of shorter numbers".to_owned();
        return Err(WorkloadError::OutOfRange { path: at(), found: "the work of checking this answer".to_owned(), bounds });
    }
    Ok(())
}

/// About how many times two words of 64 digits are multiplied.
fn work(ask: &SelectRequest, answer: &SelectAnswer) -> u64 {
    let width = (ask.people.len() + Counts::most_rows(ask)) as u64;
    let chances = words(answer.panels.iter().map(|panel| &panel.chance.exact));
    let mut work = (answer.panels.len() as u64 + width).saturating_mul(square(chances)).saturating_mul(64);
    for stage in &answer.certificate {
        let weights =
            words(stage.weights.iter().map(|entry| &entry.weight).chain([&stage.most, &stage.bound.exact, &stage.reached.exact]));
        // Sums of fractions are brought to lowest terms each time, which takes as many steps as there are digits.
        let summed = width.saturating_mul(square(weights + chances)).saturating_mul(256);
        work = work.saturating_add(summed).saturating_add(followed(&stage.proof, weights, width));
    }
    let others = answer.nowhere.iter().map(|kind| &kind.proof).chain([&answer.no_panel]);
    others.fold(work, |work, proof| work.saturating_add(followed(proof, 1, width)))
}

/// The work of following a proof under weights of so many words.
fn followed(proof: &[PanelProofStep], weights: u64, width: u64) -> u64 {
    let step = |step: &PanelProofStep| {
        let scale = weights + words(step.prices.iter().map(|price| &price.price));
        (width + step.prices.len() as u64 * 64).saturating_mul(square(scale))
    };
    proof.iter().map(step).fold(0, u64::saturating_add)
}

/// How many words the common denominator of these and the longest part above a line have. Beyond [`LONG`] it is not worked out further.
fn words<'a>(numbers: impl Iterator<Item = &'a Exact>) -> u64 {
    let (mut below, mut above) = (BigInt::one(), 0);
    for number in numbers {
        let (top, bottom) = number.parts();
        above = above.max(top.bits());
        if below.bits() < LONG {
            below = common(below, &bottom);
        }
    }
    (above + below.bits()) / 64 + 1
}

fn square(words: u64) -> u64 {
    words.saturating_mul(words)
}
