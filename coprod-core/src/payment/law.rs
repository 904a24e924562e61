//! Which law a rule follows, as it is cited where the person lives.

use super::person::Nation;

/// The citation of the law called `key` for somebody who lives in `nation`; none for an empty or unknown key.
pub(in crate::payment) fn citation(key: &str, nation: Nation) -> Option<&'static str> {
    let (_, great_britain, northern_ireland) = CITATIONS.iter().find(|(known, ..)| *known == key)?;
    Some(if nation == Nation::NorthernIreland { northern_ireland } else { great_britain })
}

/// Key, Great Britain (or the whole United Kingdom), Northern Ireland.
const CITATIONS: &[(&str, &str, &str)] = &[
    ("income_tax", "Income Tax Act 2007, sections 6 to 12, 23 and 35", "Income Tax Act 2007, sections 6 to 12, 23 and 35"),
    ("uc_award", "Welfare Reform Act 2012, section 8", "Welfare Reform (Northern Ireland) Order 2015, article 13"),
    (
        "uc_elements",
        "Universal Credit Regulations 2013, regulations 24 to 36",
        "Universal Credit Regulations (Northern Ireland) 2016, regulations 25 to 38",
    ),
    (
        "uc_deduction",
        "Universal Credit Regulations 2013, regulation 22",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 23",
    ),
    (
        "uc_capital",
        "Universal Credit Regulations 2013, regulation 18",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 18",
    ),
    (
        "uc_earnings_date",
        "Universal Credit Regulations 2013, regulations 54 and 61",
        "Universal Credit Regulations (Northern Ireland) 2016, regulations 53 and 62",
    ),
    (
        "uc_repaid_tax",
        "Universal Credit Regulations 2013, regulation 55",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 55",
    ),
    (
        "uc_surplus",
        "Universal Credit Regulations 2013, regulation 54A",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 54",
    ),
    (
        "uc_floor",
        "Universal Credit Regulations 2013, regulation 62",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 63",
    ),
    (
        "uc_unearned",
        "Universal Credit Regulations 2013, regulation 66",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 66",
    ),
    (
        "uc_tariff",
        "Universal Credit Regulations 2013, regulation 72",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 72",
    ),
    (
        "uc_monthly",
        "Universal Credit Regulations 2013, regulation 73",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 73",
    ),
    (
        "uc_cap",
        "Universal Credit Regulations 2013, regulations 79 to 81",
        "Universal Credit Regulations (Northern Ireland) 2016, regulations 79 to 81",
    ),
    (
        "uc_cap_earnings",
        "Universal Credit Regulations 2013, regulation 82",
        "Universal Credit Regulations (Northern Ireland) 2016, regulation 82",
    ),
];
