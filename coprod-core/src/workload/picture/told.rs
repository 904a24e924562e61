//! Hours and parts as words, and as places on a scale.

use crate::picture::Scale;
use crate::unit::Ratio;

/// Fractions of up to so many characters are told; longer ones say less than a percentage.
const LONGEST_FRACTION: usize = 12;

/// A part to a tenth of a percent, and never a nothing that is something.
pub(super) fn percent(part: Ratio) -> String {
    let (numer, denom) = (u128::from(part.numer().unsigned_abs()), u128::from(part.denom().unsigned_abs()));
    let tenths = (numer * 1000 + denom / 2) / denom;
    match (tenths, numer * 1000 == tenths * denom) {
        (0, false) => "under 0.1 %".to_owned(),
        (tenths, true) if tenths % 10 == 0 => format!("{} %", tenths / 10),
        (tenths, _) => format!("{}.{} %", tenths / 10, tenths % 10),
    }
}

/// The fraction with its percentage where it is short, about the percentage otherwise.
pub(super) fn told(part: Ratio) -> String {
    let fraction = part.to_string();
    let percent = percent(part);
    match () {
        () if part.denom() == 1 => percent,
        () if fraction.len() <= LONGEST_FRACTION => format!("{fraction} ({percent})"),
        () if percent.starts_with(|letter: char| letter.is_ascii_digit()) => format!("about {percent}"),
        () => percent,
    }
}

/// The end of a scale: the least round number that is not below `most`, and never 0. Its half is told without a fraction longer than a
/// half.
pub(super) fn round_up(most: u64) -> u64 {
    let mut ten = 1_u64;
    loop {
        for round in [1, 2, 4, 5, 6, 8] {
            if most <= ten.saturating_mul(round) {
                return ten.saturating_mul(round);
            }
        }
        ten = ten.saturating_mul(10);
    }
}

/// So many seconds in thousandths of a scale that ends at `end` hours.
pub(super) fn on(seconds: u64, end: u64) -> u32 {
    let full = u128::from(end.max(1)) * 3600;
    u32::try_from((u128::from(seconds) * 1000 / full).min(1000)).unwrap_or(1000)
}

/// A part in thousandths of a scale that ends at `end` hundredths.
pub(super) fn part_on(part: Ratio, end: u64) -> u32 {
    let (numer, denom) = (u128::from(part.numer().unsigned_abs()), u128::from(part.denom().unsigned_abs()));
    u32::try_from((numer * 100_000 / (denom * u128::from(end.max(1)))).min(1000)).unwrap_or(1000)
}

/// A scale of hours in two steps.
pub(super) fn hours_scale(end: u64) -> Scale {
    let half = if end.is_multiple_of(2) { (end / 2).to_string() } else { format!("{}.5", end / 2) };
    Scale(vec!["0".to_owned(), half, format!("{end} h")])
}

/// At most so many of these, and how many more there are of `what`, with a space before it.
pub(super) fn briefly(mut all: impl Iterator<Item = String>, most: usize, what: &str) -> Vec<String> {
    let mut told: Vec<String> = all.by_ref().take(most).collect();
    let more = all.count();
    told.extend((more > 0).then(|| format!("and {more} more{what}")));
    told
}

/// "1 person", "3 people".
pub(super) fn people(count: usize) -> String {
    counted(count, "person", "people")
}

/// "1 session", "3 sessions".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}
