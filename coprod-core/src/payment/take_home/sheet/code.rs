//! Reads a tax code.

use crate::payment::effect::{TaxCode, TaxCodeKind};

/// The code that `text` says; none where it cannot be read.
pub(in crate::payment::take_home) fn read(text: &str) -> Option<TaxCode> {
    let text = text.trim().to_ascii_uppercase();
    let (code, by_period) = ["W1", "M1", "X"]
        .iter()
        .find_map(|mark| text.strip_suffix(mark).map(|rest| (rest.trim_end(), true)))
        .unwrap_or((text.as_str(), false));
    let (rest, scottish) = match code.strip_prefix('S') {
        Some(rest) => (rest, true),
        None => (code.strip_prefix('C').unwrap_or(code), false),
    };
    let number = |digits: &str| digits.parse::<i32>().ok().filter(|_| digits.len() <= 5 && !digits.starts_with('+'));
    let kind = match rest {
        "BR" => TaxCodeKind::BasicRate,
        "NT" => TaxCodeKind::NoTax,
        "D0" => TaxCodeKind::HigherRate(0),
        "D1" => TaxCodeKind::HigherRate(1),
        "D2" if scottish => TaxCodeKind::HigherRate(2),
        "D3" if scottish => TaxCodeKind::HigherRate(3),
        _ => match rest.strip_prefix('K') {
            Some(digits) => TaxCodeKind::Allowance(-number(digits)?),
            None => TaxCodeKind::Allowance(number(rest.strip_suffix(['L', 'M', 'N', 'T'])?)?),
        },
    };
    Some(TaxCode { kind, by_period, scottish })
}
