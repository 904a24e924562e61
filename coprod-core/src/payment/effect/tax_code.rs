//! Reads tax codes as payrolls write them.

use super::{TaxCode, TaxCodeKind};

/// How a code ends that takes each pay period by itself; the longer ones first.
const BY_PERIOD: [&str; 6] = ["W1/M1", "M1/W1", "W1M1", "W1", "M1", "X"];

/// Codes have at most so many figures: more would be an allowance of ten million pounds.
const MOST_FIGURES: usize = 6;

impl TaxCode {
    /// `1257L`: the personal allowance of somebody with one job, 12,570 pounds a year since April 2021.
    pub const STANDARD: Self = Self { kind: TaxCodeKind::of_number(1257), by_period: false, scottish: false };

    /// The code that `text` says, such as `1257L`, `S1257L M1`, `K475`, `BR` or `0T`; spaces and small letters do not matter.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        // Far longer than any code, with room for spaces.
        if text.len() > 40 {
            return None;
        }
        let code: String = text.chars().filter(|letter| *letter != ' ').map(|letter| letter.to_ascii_uppercase()).collect();
        let alone = BY_PERIOD.iter().find_map(|end| code.strip_suffix(end));
        let code_alone = alone.unwrap_or(&code);
        let scottish = code_alone.strip_prefix('S');
        let rest = scottish.or_else(|| code_alone.strip_prefix('C')).unwrap_or(code_alone);
        let kind = TaxCodeKind::read(rest, scottish.is_some(), rest != code_alone)?;
        Some(Self { kind, by_period: alone.is_some(), scottish: scottish.is_some() })
    }
}

impl TaxCodeKind {
    /// What the number of a code says: ten times as many pounds, and nine, are free of tax; 0 is nothing, and the number of a K code,
    /// which is added to pay, is below zero. The number has at most six figures.
    pub(in crate::payment) const fn of_number(number: i32) -> Self {
        Self::Allowance(number * 10 + number.signum() * 9)
    }

    fn read(code: &str, scottish: bool, prefixed: bool) -> Option<Self> {
        match code {
            "BR" => return Some(Self::BasicRate),
            "NT" => return (!prefixed).then_some(Self::NoTax),
            "D0" => return Some(Self::HigherRate(0)),
            "D1" => return Some(Self::HigherRate(1)),
            "D2" => return scottish.then_some(Self::HigherRate(2)),
            "D3" => return scottish.then_some(Self::HigherRate(3)),
            _ => {}
        }
        if let Some(figures) = code.strip_prefix('K') {
            return number(figures).filter(|number| *number > 0).map(|number| Self::of_number(-number));
        }
        number(code.strip_suffix(['L', 'M', 'N', 'T'])?).map(Self::of_number)
    }
}

fn number(figures: &str) -> Option<i32> {
    let whole = (1..=MOST_FIGURES).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit());
    if whole { figures.parse().ok() } else { None }
}

#[cfg(test)]
mod tests;
