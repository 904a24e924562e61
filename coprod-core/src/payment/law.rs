//! Which law a rule follows, as it is cited where the person lives.

use super::person::Nation;

/// The citation of the law called `key` for somebody who lives in `nation`; none for an empty or unknown key.
pub(in crate::payment) fn citation(key: &str, nation: Nation) -> Option<&'static str> {
    let (_, great_britain, northern_ireland) = CITATIONS.iter().find(|(known, ..)| *known == key)?;
    Some(if nation == Nation::NorthernIreland { northern_ireland } else { great_britain })
}

/// Key, Great Britain (or the whole United Kingdom), Northern Ireland.
const CITATIONS: &[(&str, &str, &str)] =
    &[("income_tax", "Income Tax Act 2007, sections 6 to 12, 23 and 35", "Income Tax Act 2007, sections 6 to 12, 23 and 35")];
