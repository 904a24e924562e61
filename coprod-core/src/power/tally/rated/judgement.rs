//! Majority judgement (Balinski and Laraki): the option with the best median grade. Of an even number of grades the lower one in the
//! middle counts. Options with the same median are told apart by taking one grade of it away from each, again and again, until their
//! medians differ.

use std::cmp::Ordering;

use crate::power::tally::counted::{Counted, Ties, Total, one_of};
use crate::power::tally::names::Names;
use crate::power::tally::number::VoteNumber;

/// The grade at a place among all grades of an option, best first, from 0 up.
fn grade_at(counts: &[u64], place: u64) -> usize {
    let mut before = 0;
    for (grade, count) in counts.iter().enumerate() {
        before += count;
        if place < before {
            return grade;
        }
    }
    counts.len()
}

/// The middle grade, or the lower of the two in the middle: 0 is the best.
pub(in crate::power::tally) fn median(counts: &[u64]) -> usize {
    grade_at(counts, counts.iter().sum::<u64>() / 2)
}

/// Which of two options with as many grades is ahead.
///
/// Taking medians away goes outward from the middle: below, above, below, above. Between two steps at which a count of grades ends,
/// all pairs of grades are alike, so that one look at each such stretch is enough, however many voters there are.
fn compare(a: &[u64], b: &[u64]) -> Ordering {
    let all: u64 = a.iter().sum();
    // Outward from the middle: with an odd number the middle itself comes first and stands alone.
    let (low, high) = (all / 2, if all % 2 == 1 { all / 2 } else { (all / 2).wrapping_sub(1) });
    if all == 0 {
        return Ordering::Equal;
    }
    // The distances from the middle at which a grade of either option begins or ends.
    let mut steps = vec![0];
    for counts in [a, b] {
        let mut place = 0;
        for count in counts {
            place += count;
            steps.extend(place.checked_sub(low));
            // `high - distance` is the last place of its grade when the next grade starts at `place`.
            steps.extend((high + 1).checked_sub(place));
        }
    }
    steps.sort_unstable();
    for distance in steps.into_iter().filter(|distance| *distance <= high.min(all)) {
        for place in [low.checked_add(distance), high.checked_sub(distance)].into_iter().flatten().filter(|place| *place < all) {
            match grade_at(a, place).cmp(&grade_at(b, place)) {
                Ordering::Equal => {}
                Ordering::Less => return Ordering::Greater,
                Ordering::Greater => return Ordering::Less,
            }
        }
    }
    Ordering::Equal
}

/// Counts by majority judgement. `counts` says for each option how many voters gave it each grade, best first; all options have as many.
pub(in crate::power::tally) fn judgement(counts: &[Vec<u64>], grades: &[String], ties: &Ties, names: &Names) -> Counted {
    let mut best: Vec<usize> = Vec::new();
    for (option, own) in counts.iter().enumerate() {
        let leader = best.first().and_then(|leader| counts.get(*leader));
        match leader.map(|leader| compare(own, leader)) {
            Some(Ordering::Less) => {}
            Some(Ordering::Equal) => best.push(option),
            Some(Ordering::Greater) | None => best = vec![option],
        }
    }
    let (outcomes, tied) = one_of(&best, ties);
    let word = |own: &Vec<u64>| grades.get(median(own)).cloned().unwrap_or_default();
    let top = best.first().and_then(|option| counts.get(*option)).map(word).unwrap_or_default();
    let as_good = counts.iter().filter(|own| word(own) == top).count();
    let mut because = vec![format!("{}: the middle grade is \"{top}\", and no option has a better one", names.list(&best))];
    if as_good > best.len() {
        because.push("options with the same middle grade were told apart by taking middle grades away one by one".to_owned());
    }
    let totals = counts.iter().enumerate().map(|(option, own)| {
        let shares: Vec<String> = grades.iter().zip(own).map(|(grade, count)| format!("{grade} {count}")).collect();
        Total {
            option,
            total: VoteNumber::from(grades.len() as u64 - 1 - (median(own) as u64).min(grades.len() as u64 - 1)),
            words: format!("{}: {}", word(own), shares.join(", ")),
        }
    });
    let totals = totals.collect();
    Counted { outcomes, ties: tied, totals, because, ..Counted::default() }
}
